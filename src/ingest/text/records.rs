//! The records of a block, each with its row and its raw text.
//!
//! Rows are numbered as a spreadsheet does: blank lines count, a line break inside quotes does not. A record without
//! quotes is split where its delimiters are; one with quotes goes through `csv_core`, the parser of the csv crate.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr3_iter};

use crate::ingest::record::{Cells, RawRecord};

/// Splits blocks into records.
#[derive(Debug)]
pub struct Splitter {
    delimiter: u8,
    spans: Vec<(usize, usize)>,
    core: Reader,
    unquoted: Vec<u8>,
    ends: Vec<usize>,
}

impl Splitter {
    /// For cells with this mark between them.
    #[must_use]
    pub fn new(delimiter: u8) -> Self {
        let core = ReaderBuilder::new().delimiter(delimiter).build();
        Self { delimiter, spans: Vec::new(), core, unquoted: vec![0; 1024], ends: vec![0; 64] }
    }

    /// Calls `each` for every record that is not blank, in order, and gives the row after the last.
    pub fn for_each(&mut self, block: &[u8], first_row: u64, mut each: impl FnMut(&RawRecord<'_>)) -> u64 {
        if has_lone_return(block) {
            return self.with_lone_returns(block, first_row, each);
        }
        let mut row = first_row;
        let mut start = 0;
        'records: loop {
            let (mut record, mut cell) = (start, start);
            self.spans.clear();
            for offset in memchr3_iter(self.delimiter, b'\n', b'"', &block[start..]) {
                let at = start + offset;
                match block[at] {
                    b'\n' => {
                        let end = if at > record && block[at - 1] == b'\r' { at - 1 } else { at };
                        self.spans.push((cell, end));
                        emit(block, &self.spans, row, &block[record..end], true, &mut each);
                        self.spans.clear();
                        row += 1;
                        (record, cell) = (at + 1, at + 1);
                    }
                    b'"' if at == cell => {
                        start = self.quoted(block, record, row, &mut each);
                        row += 1;
                        continue 'records;
                    }
                    b'"' => {}
                    _ => {
                        self.spans.push((cell, at));
                        cell = at + 1;
                    }
                }
            }
            if record < block.len() {
                self.spans.push((cell, block.len()));
                emit(block, &self.spans, row, &block[record..], true, &mut each);
                row += 1;
            }
            return row;
        }
    }

    /// A block in which a carriage return alone ends a line somewhere.
    fn with_lone_returns(&mut self, block: &[u8], first_row: u64, mut each: impl FnMut(&RawRecord<'_>)) -> u64 {
        let (mut row, mut at) = (first_row, 0);
        while at < block.len() {
            at = match &block[at..] {
                [b'\r', b'\n', ..] => at + 2,
                [b'\r' | b'\n', ..] => at + 1,
                _ => self.quoted(block, at, row, &mut each),
            };
            row += 1;
        }
        row
    }

    /// Reads one record through the parser; gives the start of the next.
    fn quoted(&mut self, block: &[u8], start: usize, row: u64, each: &mut impl FnMut(&RawRecord<'_>)) -> usize {
        self.core.reset();
        let (mut at, mut written, mut cells) = (start, 0, 0);
        loop {
            let (result, read, wrote, ended) =
                self.core.read_record(&block[at..], &mut self.unquoted[written..], &mut self.ends[cells..]);
            at += read;
            written += wrote;
            cells += ended;
            match result {
                ReadRecordResult::OutputFull => self.unquoted.resize(self.unquoted.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        let text = &block[start..at];
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        if at > start && block[at - 1] == b'\r' && block.get(at) == Some(&b'\n') {
            at += 1;
        }
        self.spans.clear();
        let mut cell = 0;
        for end in &self.ends[..cells] {
            self.spans.push((cell, *end));
            cell = *end;
        }
        emit(&self.unquoted, &self.spans, row, text, false, each);
        at
    }
}

#[inline]
fn emit(
    bytes: &[u8],
    spans: &[(usize, usize)],
    row: u64,
    raw: &[u8],
    as_written: bool,
    each: &mut impl FnMut(&RawRecord<'_>),
) {
    let cells = Cells::new(bytes, spans);
    if !cells.are_blank() {
        each(&RawRecord { row, cells, raw, as_written, kinds: &[], currencies: &[] });
    }
}

/// Whether a carriage return stands somewhere without a line feed behind it.
fn has_lone_return(block: &[u8]) -> bool {
    memchr_iter(b'\r', block).any(|at| block.get(at + 1) != Some(&b'\n'))
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
pub fn quote_fault(raw: &[u8], delimiter: u8) -> Option<(QuoteFault, usize)> {
    memchr(b'"', raw)?;
    let mut rest = raw;
    let mut cell = 0;
    loop {
        if let Some(quoted) = rest.strip_prefix(b"\"") {
            rest = match after_quoted(quoted) {
                None => return Some((QuoteFault::Unterminated, cell)),
                Some([]) => return None,
                Some([mark, next @ ..]) if *mark == delimiter => next,
                Some(_) => return Some((QuoteFault::TextAfter, cell)),
            };
        } else {
            let mark = memchr(delimiter, rest)?;
            rest = &rest[mark + 1..];
        }
        cell += 1;
    }
}

/// What follows the closing quote of a quoted cell; `None` where it never closes.
fn after_quoted(mut quoted: &[u8]) -> Option<&[u8]> {
    loop {
        let quote = memchr(b'"', quoted)?;
        match &quoted[quote + 1..] {
            [b'"', next @ ..] => quoted = next,
            next => return Some(next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{QuoteFault, Splitter, quote_fault};

    fn rows(text: &str) -> Vec<(u64, String, Vec<String>)> {
        let mut found = Vec::new();
        let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Splitter::new(b',').for_each(text.as_bytes(), 1, |record| {
            found.push((record.row, words(record.raw), record.cells.iter().map(words).collect()));
        });
        found
    }

    #[test]
    fn blank_lines_count_and_quoted_breaks_do_not() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,\"x", "y\"", "", "", "2,z", "3,last"].join(end);
            let found = rows(&text);
            let numbers: Vec<u64> = found.iter().map(|(row, ..)| *row).collect();
            assert_eq!(numbers, [1, 3, 6, 7], "{end:?}");
            assert_eq!(found[1].2, ["1".to_owned(), format!("x{end}y")], "{end:?}");
            assert_eq!(found[3].1, "3,last");
        }
    }

    #[test]
    fn cells_are_split_as_the_csv_crate_splits_them() {
        for text in
            ["a,b\n1,5\" pipe\n\"q \"\"x\"\"\",2\n,\n,,\nx\n\"a,b\",\"\"\n last , \n", "\"\"\"\",\"\r\n\"\r\n1,2"]
        {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.trim().is_empty()))
                .collect();
            let found: Vec<Vec<String>> = rows(text).into_iter().map(|(.., cells)| cells).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn quotes_are_checked() {
        let fault = |raw: &str| quote_fault(raw.as_bytes(), b',');
        assert_eq!(fault("1,plain"), None);
        assert_eq!(fault("1,\"a \"\"b\"\", c\",2"), None);
        assert_eq!(fault("1,5\" pipe,2"), None);
        assert_eq!(fault("1,\"never ends,2"), Some((QuoteFault::Unterminated, 1)));
        assert_eq!(fault("\"12\"34,2"), Some((QuoteFault::TextAfter, 0)));
    }
}
