//! Where cells, lines and quotes end in a block: found 64 bytes at a time, each run of bytes looked at once however many
//! stops it has. Cells are short, so that a search for the next stop would begin anew at every one.

/// Bytes looked at together, a bit of a mask each.
const RUN: usize = 64;

/// The places of delimiters, line feeds and quotes in a block, in order.
#[derive(Debug, Default)]
pub struct Stops {
    /// Those found, and behind them room for those of a run.
    places: Vec<usize>,
    found: usize,
}

impl Stops {
    /// Finds those of a block.
    pub fn find(&mut self, delimiter: u8, block: &[u8]) {
        self.found = 0;
        let (runs, rest) = block.as_chunks::<RUN>();
        let mut start = 0;
        for run in runs {
            self.add(start, mask(run, delimiter));
            start += RUN;
        }
        let mut run = [0; RUN];
        if let Some(last) = run.get_mut(..rest.len()) {
            last.copy_from_slice(rest);
        }
        // What the block does not have is no stop, whatever the delimiter is.
        self.add(start, mask(&run, delimiter) & !(u64::MAX << rest.len()));
    }

    /// Adds those of a run that begins here.
    #[inline]
    fn add(&mut self, start: usize, mut mask: u64) {
        if self.places.len() < self.found + RUN {
            self.places.resize(self.found * 2 + RUN, 0);
        }
        let Some(free) = self.places.get_mut(self.found..).and_then(<[usize]>::first_chunk_mut::<RUN>) else { return };
        let mut found = 0;
        while mask != 0 {
            free[found % RUN] = start + mask.trailing_zeros() as usize;
            mask &= mask - 1;
            found += 1;
        }
        self.found += found;
    }

    /// All of them.
    #[must_use]
    pub fn places(&mut self) -> &mut [usize] {
        self.places.get_mut(..self.found).unwrap_or_default()
    }
}

/// A bit for each byte, set where it is a stop. Compilers make wide instructions of it, of this loop as it stands.
#[inline]
fn mask(run: &[u8; RUN], delimiter: u8) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const TOGETHER: u64 = 0x0102_0408_1020_4080;
    let mut is_stop = [0_u8; RUN];
    let mut at = 0;
    while at < RUN {
        is_stop[at] = u8::from(run[at] == delimiter) | u8::from(run[at] == b'\n') | u8::from(run[at] == b'"');
        at += 1;
    }
    let (eights, _) = is_stop.as_chunks::<8>();
    eights.iter().rev().fold(0, |mask, eight| mask << 8 | u64::from_le_bytes(*eight).wrapping_mul(TOGETHER) >> 56)
}

#[cfg(test)]
mod tests {
    use super::Stops;

    #[test]
    fn every_stop_is_found_once_wherever_it_stands() {
        let mut stops = Stops::default();
        for (delimiter, text) in [(b',', "a,b\n\"c\"\r\n"), (b'\0', "a\0b\nц\0"), (b'"', "a\"b"), (b';', ",;\n;;\"\"")]
        {
            for before in 0..140 {
                let block = "x".repeat(before) + text;
                let is_stop = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'"';
                let each: Vec<usize> = (0..block.len()).filter(|at| is_stop(block.as_bytes()[*at])).collect();
                stops.find(delimiter, block.as_bytes());
                assert_eq!(stops.places(), each, "{before} {text:?}");
            }
        }
    }
}
