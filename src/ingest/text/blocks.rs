//! A text file in blocks that end where a record ends, so that each can be read without the others.
//!
//! Where a block ends depends only on quotes: a line end inside a quoted cell is none. A quote opens a cell only at its
//! start; anywhere else it is a letter, as the csv crate has it.

use std::io::{self, Read};

use memchr::{memchr, memrchr};

use super::quotes::opens;
use super::tail::{count, start_of_last};

/// Bytes read at a time.
pub const BLOCK: usize = 256 << 10;

/// Longest record that is read; a longer one is nearly always a quote that never closes.
pub const LONGEST_RECORD: usize = 16 << 20;

/// What stops the reading of records.
#[derive(Debug)]
pub enum RecordFault {
    /// The file could not be read further.
    Io(io::Error),
    /// The record that starts the next block is longer than 16 MiB.
    Oversized,
}

/// The blocks of a text.
#[derive(Debug)]
pub struct Blocks<R> {
    input: R,
    delimiter: u8,
    rest: Vec<u8>,
    held_back: Option<Vec<u8>>,
    rows_left_out: usize,
    left_out: Vec<u8>,
    size: usize,
    at_end: bool,
}

impl<R: Read> Blocks<R> {
    /// Of a text with this delimiter, in blocks of about `size` bytes, the last `rows_left_out` rows left out.
    pub fn new(input: R, delimiter: u8, rows_left_out: usize, size: usize) -> Self {
        let (rest, left_out) = (Vec::new(), Vec::new());
        Self { input, delimiter, rest, held_back: None, rows_left_out, left_out, size, at_end: false }
    }

    /// The last rows, which were left out, once all blocks were read.
    #[must_use]
    pub fn left_out(&self) -> &[u8] {
        &self.left_out
    }

    /// Fills `block` with the next one; says whether there was one.
    ///
    /// # Errors
    ///
    /// Where the input cannot be read, or a record is longer than 16 MiB.
    pub fn next(&mut self, block: &mut Vec<u8>) -> Result<bool, RecordFault> {
        if self.rows_left_out == 0 {
            return self.cut(block);
        }
        loop {
            let mut next = Vec::new();
            let more = self.cut(&mut next)?;
            let Some(mut held) = self.held_back.take() else {
                if !more {
                    return Ok(false);
                }
                self.held_back = Some(next);
                continue;
            };
            if !more {
                let end = start_of_last(&held, self.delimiter, self.rows_left_out);
                self.left_out = held.split_off(end);
                *block = held;
                return Ok(!block.is_empty());
            }
            if count(&next, self.delimiter) > self.rows_left_out {
                self.held_back = Some(next);
                *block = held;
                return Ok(true);
            }
            held.append(&mut next);
            self.held_back = Some(held);
        }
    }

    fn cut(&mut self, block: &mut Vec<u8>) -> Result<bool, RecordFault> {
        let (mut wanted, mut filled) = (self.size, self.rest.len());
        // What a block held before is written over: making all of it noughts first takes as long as reading it.
        block.resize(block.len().max(filled), 0);
        block.get_mut(..filled).unwrap_or_default().copy_from_slice(&self.rest);
        self.rest.clear();
        loop {
            if !self.at_end {
                filled = self.fill(block, filled, wanted).map_err(RecordFault::Io)?;
            }
            block.truncate(filled);
            if self.at_end {
                return Ok(!block.is_empty());
            }
            if let Some(end) = last_record_end(block, self.delimiter) {
                self.rest.extend_from_slice(block.get(end..).unwrap_or_default());
                block.truncate(end);
                return Ok(true);
            }
            if block.len() > LONGEST_RECORD {
                return Err(RecordFault::Oversized);
            }
            wanted = block.len() * 2;
        }
    }

    /// Reads behind the first `filled` bytes until there are `wanted` or the input ends; gives how many there are.
    fn fill(&mut self, block: &mut Vec<u8>, mut filled: usize, wanted: usize) -> io::Result<usize> {
        let wanted = wanted.max(filled + 1);
        block.resize(wanted, 0);
        while let Some(free) = block.get_mut(filled..).filter(|free| !free.is_empty()) {
            match self.input.read(free) {
                Ok(0) => {
                    self.at_end = true;
                    break;
                }
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }
}

/// Where the last record that certainly ends in these bytes does; the bytes start with a record.
fn last_record_end(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let mut end = None;
    let mut from = 0;
    loop {
        let quote = memchr(b'"', &bytes[from..]).map(|offset| from + offset);
        let plain = &bytes[from..quote.unwrap_or(bytes.len())];
        if let Some(line_end) = last_line_end(plain, quote.is_none()) {
            end = Some(from + line_end);
        }
        let Some(quote) = quote else { return end };
        from = match opens(bytes, quote, delimiter).then(|| closing_quote(bytes, quote + 1)) {
            None => quote + 1,
            Some(Some(closing)) => closing + 1,
            Some(None) => return end,
        };
    }
}

/// Behind the last line end of a piece without quotes. A carriage return at the very end of all bytes may be half of a
/// line end.
fn last_line_end(plain: &[u8], at_end: bool) -> Option<usize> {
    if let Some(newline) = memrchr(b'\n', plain) {
        return Some(newline + 1);
    }
    let last = if at_end { plain.len().saturating_sub(1) } else { plain.len() };
    memrchr(b'\r', &plain[..last]).map(|offset| offset + 1)
}

/// The quote that closes the cell, if it is here.
fn closing_quote(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let quote = from + memchr(b'"', bytes.get(from..)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        from = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::Blocks;

    fn blocks(text: &str, size: usize, left_out: usize) -> Vec<String> {
        let mut blocks = Blocks::new(text.as_bytes(), b',', left_out, size);
        let (mut block, mut found) = (Vec::new(), Vec::new());
        while blocks.next(&mut block).unwrap() {
            found.push(String::from_utf8(block.clone()).unwrap());
        }
        found
    }

    #[test]
    fn blocks_end_at_records_whatever_their_size() {
        for text in [
            "a,b\n1,\"x\ny\"\n2,z\n",
            "a,b\r\n1,\"x\r\ny \"\"q\"\"\"\r\n\r\n2,5\" pipe\r\n3,last",
            "a,b\r1,2\r3,4",
            "\"\n\n\",1\n\"never ends,\n1,2\n",
        ] {
            let whole = blocks(text, 1 << 20, 0);
            assert_eq!(whole.concat(), text);
            for size in 1..text.len() + 2 {
                let found = blocks(text, size, 0);
                assert_eq!(found.concat(), text, "{size}");
                let quotes_are_whole = found.iter().rev().skip(1).all(|block| {
                    let block = block.replace("5\" pipe", "");
                    block.matches('"').count() % 2 == 0
                });
                assert!(quotes_are_whole, "{size}: {found:?}");
            }
        }
    }

    #[test]
    fn the_last_rows_can_be_left_out() {
        let text = "a,b\n1,2\n3,4\n\nSource: ministry\nprinted,today\n\n";
        for size in 1..60 {
            assert_eq!(blocks(text, size, 2).concat().trim_end(), "a,b\n1,2\n3,4", "{size}");
        }
        assert_eq!(blocks("a\nb", 100, 5).concat(), "");
    }
}
