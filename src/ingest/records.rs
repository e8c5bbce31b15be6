//! Records of a CSV file, block by block, each with its row and its raw text.
//!
//! The file is read once, in blocks of a few hundred kilobytes cut at record ends, so that memory does not grow with
//! the file. Rows are numbered as a spreadsheet does: blank lines count, a line break inside quotes does not.

use std::io::{self, Read};

use csv::ByteRecord;

/// Longest record that is read; a longer one is nearly always a quote that never closes.
pub const LONGEST_RECORD: usize = 16 << 20;

/// Bytes read at a time.
const BLOCK: usize = 256 << 10;

/// One record of the file.
#[derive(Debug)]
pub struct RawRecord<'b> {
    /// Its row, the header being row 1.
    pub row: u64,
    /// Its cells, quotes taken off.
    pub cells: &'b ByteRecord,
    /// Its bytes as they stand in the file, without the line end.
    pub raw: &'b [u8],
}

/// What stops the reading of records.
#[derive(Debug)]
pub enum RecordFault {
    /// The file could not be read further.
    Io(io::Error),
    /// The record that starts in this row is longer than [`LONGEST_RECORD`].
    Oversized {
        /// The row in which it starts.
        row: u64,
    },
}

/// Calls `each` for every record that is not blank, in order.
pub fn for_each_record(mut input: impl Read, mut each: impl FnMut(&RawRecord<'_>)) -> Result<(), RecordFault> {
    let mut buffer: Vec<u8> = Vec::with_capacity(BLOCK);
    let mut rows = RowCounter { next: 1, after_return: false };
    let mut cells = ByteRecord::new();
    let mut wanted = BLOCK;
    loop {
        let at_end = fill(&mut input, &mut buffer, wanted).map_err(RecordFault::Io)?;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(buffer.as_slice());
        let mut consumed = 0;
        while reader.read_byte_record(&mut cells).unwrap_or(false) {
            let end = usize::try_from(reader.position().byte()).unwrap_or(buffer.len());
            if !at_end && end >= buffer.len() {
                break;
            }
            let bytes = buffer.get(consumed..end).unwrap_or_default();
            let (row, raw) = rows.place(bytes);
            consumed = end;
            if cells.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                each(&RawRecord { row, cells: &cells, raw });
            }
        }
        if at_end {
            return Ok(());
        }
        if consumed == 0 && buffer.len() > LONGEST_RECORD {
            return Err(RecordFault::Oversized { row: rows.next });
        }
        wanted = if consumed == 0 { wanted * 2 } else { BLOCK };
        buffer.drain(..consumed);
    }
}

/// Reads until the buffer has `wanted` bytes; says whether the input ended before.
fn fill(input: &mut impl Read, buffer: &mut Vec<u8>, wanted: usize) -> io::Result<bool> {
    let missing = wanted.saturating_sub(buffer.len());
    let read = input.take(missing as u64).read_to_end(buffer)?;
    Ok(read < missing)
}

/// Numbers rows from the raw bytes between two positions of the parser.
struct RowCounter {
    next: u64,
    after_return: bool,
}

impl RowCounter {
    /// The row of the record in `bytes`, and its text without blank lines before and the line end after.
    fn place<'b>(&mut self, bytes: &'b [u8]) -> (u64, &'b [u8]) {
        let mut rest = bytes;
        if self.after_return && rest.first() == Some(&b'\n') {
            rest = &rest[1..];
        }
        loop {
            rest = match rest {
                [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..] => after,
                _ => break,
            };
            self.next += 1;
        }
        let row = self.next;
        self.next += 1;
        self.after_return = rest.last() == Some(&b'\r');
        let text = rest.strip_suffix(b"\n").unwrap_or(rest);
        (row, text.strip_suffix(b"\r").unwrap_or(text))
    }
}

/// What is wrong with the quotes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteFault {
    /// A quoted cell never ends.
    Unterminated,
    /// Text follows a closing quote.
    TextAfter,
}

/// Checks the quotes of a record's raw text: the fault and the position of its cell. Reading would go on past either
/// fault and give cells nobody wrote.
#[must_use]
pub fn quote_fault(raw: &[u8]) -> Option<(QuoteFault, usize)> {
    memchr::memchr(b'"', raw)?;
    let mut rest = raw;
    let mut cell = 0;
    loop {
        if let Some(quoted) = rest.strip_prefix(b"\"") {
            rest = match after_quoted(quoted) {
                None => return Some((QuoteFault::Unterminated, cell)),
                Some([]) => return None,
                Some([b',', next @ ..]) => next,
                Some(_) => return Some((QuoteFault::TextAfter, cell)),
            };
        } else {
            let comma = memchr::memchr(b',', rest)?;
            rest = &rest[comma + 1..];
        }
        cell += 1;
    }
}

/// What follows the closing quote of a quoted cell; `None` where it never closes.
fn after_quoted(mut quoted: &[u8]) -> Option<&[u8]> {
    loop {
        let quote = memchr::memchr(b'"', quoted)?;
        match &quoted[quote + 1..] {
            [b'"', next @ ..] => quoted = next,
            next => return Some(next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{QuoteFault, for_each_record, quote_fault};

    fn rows(text: &[u8]) -> Vec<(u64, String)> {
        let mut found = Vec::new();
        for_each_record(text, |record| found.push((record.row, String::from_utf8_lossy(record.raw).into_owned())))
            .unwrap();
        found
    }

    #[test]
    fn blank_lines_count_and_quoted_breaks_do_not() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "", "1,\"x", "y\"", "", "", "2,z", "3,last"].join(end);
            let found = rows(text.as_bytes());
            let numbers: Vec<u64> = found.iter().map(|(row, _)| *row).collect();
            assert_eq!(numbers, [1, 3, 6, 7], "{end:?}");
            assert_eq!(found[3].1, "3,last");
        }
    }

    #[test]
    fn a_record_across_blocks_keeps_its_row() {
        let mut text = String::from("a,b\r\n");
        for number in 0..100_000 {
            text.push_str(&format!("{number},\"two\r\nlines\"\r\n"));
        }
        let found = rows(text.as_bytes());
        assert_eq!(found.len(), 100_001);
        assert_eq!(found[100_000].0, 100_001);
        assert_eq!(found[100_000].1, "99999,\"two\r\nlines\"");
    }

    #[test]
    fn quotes_are_checked() {
        assert_eq!(quote_fault(b"1,plain"), None);
        assert_eq!(quote_fault(b"1,\"a \"\"b\"\", c\",2"), None);
        assert_eq!(quote_fault(b"1,5\" pipe,2"), None);
        assert_eq!(quote_fault(b"1,\"never ends,2"), Some((QuoteFault::Unterminated, 1)));
        assert_eq!(quote_fault(b"\"12\"34,2"), Some((QuoteFault::TextAfter, 0)));
    }
}
