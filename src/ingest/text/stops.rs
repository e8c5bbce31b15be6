//! Where cells, lines and quotes end in a block: found 64 bytes at a time, each run of bytes looked at once however many
//! stops it has. Cells are short, so that a search for the next stop would begin anew at every one.

/// Bytes looked at together, a bit of a mask each.
const RUN: usize = 64;

/// The places of delimiters, line feeds and quotes, in order.
#[derive(Debug)]
pub struct Stops<'b> {
    delimiter: u8,
    runs: std::slice::Chunks<'b, u8>,
    /// Where the next run begins.
    next: usize,
    /// The stops of the run at hand that are still to come.
    mask: u64,
}

impl<'b> Stops<'b> {
    /// Those of `block` from `start` on.
    #[must_use]
    pub fn new(delimiter: u8, block: &'b [u8], start: usize) -> Self {
        Self { delimiter, runs: block.get(start..).unwrap_or_default().chunks(RUN), next: start, mask: 0 }
    }
}

impl Iterator for Stops<'_> {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        while self.mask == 0 {
            let run = self.runs.next()?;
            self.mask = match run.try_into() {
                Ok(whole) => mask(whole, self.delimiter),
                Err(_) => {
                    let mut whole = [0; RUN];
                    whole.iter_mut().zip(run).for_each(|(byte, of_run)| *byte = *of_run);
                    // What the run does not have is no stop, whatever the delimiter is.
                    mask(&whole, self.delimiter) & !(u64::MAX << run.len())
                }
            };
            self.next += RUN;
        }
        let at = self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(self.next - RUN + at)
    }
}

/// A bit for each byte, set where it is a stop. Compilers make wide instructions of it.
#[inline]
fn mask(run: &[u8; RUN], delimiter: u8) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const TOGETHER: u64 = 0x0102_0408_1020_4080;
    let mut is_stop = [0_u8; RUN];
    for (is, byte) in is_stop.iter_mut().zip(run) {
        *is = u8::from(*byte == delimiter) | u8::from(*byte == b'\n') | u8::from(*byte == b'"');
    }
    let (eights, _) = is_stop.as_chunks::<8>();
    eights.iter().rev().fold(0, |mask, eight| mask << 8 | u64::from_le_bytes(*eight).wrapping_mul(TOGETHER) >> 56)
}

#[cfg(test)]
mod tests {
    use super::Stops;

    #[test]
    fn every_stop_is_found_once_wherever_it_stands() {
        for (delimiter, text) in [(b',', "a,b\n\"c\"\r\n"), (b'\0', "a\0b\nц\0"), (b'"', "a\"b"), (b';', ",;\n;;\"\"")]
        {
            for before in 0..140 {
                let block = "x".repeat(before) + text;
                let is_stop = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'"';
                let each: Vec<usize> = (0..block.len()).filter(|at| is_stop(block.as_bytes()[*at])).collect();
                let found: Vec<usize> = Stops::new(delimiter, block.as_bytes(), 0).collect();
                assert_eq!(found, each, "{before} {text:?}");
                let from: Vec<usize> = Stops::new(delimiter, block.as_bytes(), before + 1).collect();
                assert_eq!(
                    from,
                    each.iter().copied().filter(|at| *at > before).collect::<Vec<_>>(),
                    "{before} {text:?}"
                );
            }
        }
    }
}
