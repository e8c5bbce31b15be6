//! The records of a block, each with its row and its raw text.
//!
//! Rows are numbered as a spreadsheet does: blank lines count, a line break inside quotes does not. A record without
//! quotes is split where its delimiters are; one with quotes is read letter by letter, space around quotes left out.

use memchr::{memchr, memchr_iter, memchr2};

use super::quotes::{QuoteFault, cell_end, opens};
use super::stops::Stops;
use super::taking::{Each, Few, TakeRecords, emit, give_plain};
use crate::ingest::record::{BETWEEN, Cells, RawRecord};

/// Splits blocks into records.
#[derive(Debug)]
pub struct Splitter {
    delimiter: u8,
    stops: Stops,
    /// Where the cells of a record end that are not told by stops alone.
    ends: Vec<usize>,
    unquoted: Vec<u8>,
    open_quotes: OpenQuotes,
}

/// What a quote is that opens a cell and does not close it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenQuotes {
    /// A fault of the record, which goes on to wherever the next quote is.
    Fault,
    /// A letter: the record ends with its line, as that of a title above a table.
    EndWithLine,
}

impl Splitter {
    /// For cells with this mark between them.
    #[must_use]
    pub fn new(delimiter: u8) -> Self {
        let (stops, ends, unquoted) = (Stops::default(), Vec::new(), Vec::new());
        Self { delimiter, stops, ends, unquoted, open_quotes: OpenQuotes::Fault }
    }

    /// The same, for text in which a title may stand.
    #[must_use]
    pub fn of_titles(delimiter: u8) -> Self {
        Self { open_quotes: OpenQuotes::EndWithLine, ..Self::new(delimiter) }
    }

    /// Calls `each` for every record that is not blank, in order, and gives the row after the last.
    pub fn for_each(&mut self, block: &[u8], first_row: u64, each: impl FnMut(&RawRecord<'_>)) -> u64 {
        self.give(block, first_row, &mut Each(each))
    }

    /// Gives every record, in order, and says which row comes after the last.
    pub fn give(&mut self, block: &[u8], first_row: u64, to: &mut impl TakeRecords) -> u64 {
        if has_lone_return(block) {
            return self.with_lone_returns(block, first_row, to);
        }
        let mut stops = std::mem::take(&mut self.stops);
        stops.find(self.delimiter, block);
        let next_row = self.give_by_stops(block, stops.places(), first_row, to);
        self.stops = stops;
        next_row
    }

    /// The same for a block whose stops were found.
    fn give_by_stops(&mut self, block: &[u8], stops: &mut [usize], first_row: u64, to: &mut impl TakeRecords) -> u64 {
        let (mut row, mut record) = (first_row, 0);
        // The stops of a record, and whether a quote is among them that is but a letter.
        let (mut first, mut next, mut has_letters) = (0, 0, false);
        let mut few = Few::default();
        while let Some(at) = stops.get(next).copied() {
            next += 1;
            match block[at] {
                b'\n' => {
                    let end = if at > record && block[at - 1] == b'\r' { at - 1 } else { at };
                    stops[next - 1] = end;
                    if has_letters {
                        row = few.give((block, stops), row, to);
                        let cells = Cells::new(block, record, self.ends_of(block, &stops[first..next - 1], end));
                        to.look(0, cells);
                        give_plain((block, record..end), cells, (0, row), to);
                        row += 1;
                    } else if few.add(record, first..next) {
                        row = few.give((block, stops), row, to);
                    }
                    (record, first, has_letters) = (at + 1, next, false);
                }
                b'"' if opens(block, at, self.delimiter) => {
                    row = few.give((block, stops), row, to);
                    record = self.quoted(block, record, row, to);
                    row += 1;
                    while stops.get(next).is_some_and(|at| *at < record) {
                        next += 1;
                    }
                    (first, has_letters) = (next, false);
                }
                b'"' => has_letters = true,
                _ => {}
            }
        }
        row = few.give((block, stops), row, to);
        if record < block.len() {
            let cells = Cells::new(block, record, self.ends_of(block, &stops[first..], block.len()));
            emit(cells, row, &block[record..], true, to);
            row += 1;
        }
        row
    }

    /// The ends of cells of a line that ends here, by its stops before that: quotes among them are but letters.
    fn ends_of(&mut self, block: &[u8], stops: &[usize], end: usize) -> &[usize] {
        self.ends.clear();
        self.ends.extend(stops.iter().copied().filter(|at| block.get(*at) != Some(&b'"')).chain([end]));
        &self.ends
    }

    /// A block in which a carriage return alone ends a line somewhere.
    fn with_lone_returns(&mut self, block: &[u8], first_row: u64, to: &mut impl TakeRecords) -> u64 {
        let (mut row, mut at) = (first_row, 0);
        while at < block.len() {
            at = match &block[at..] {
                [b'\r', b'\n', ..] => at + 2,
                [b'\r' | b'\n', ..] => at + 1,
                _ => self.quoted(block, at, row, to),
            };
            row += 1;
        }
        row
    }

    /// Reads one record that may have quotes; gives the start of the next.
    fn quoted(&mut self, block: &[u8], start: usize, row: u64, to: &mut impl TakeRecords) -> usize {
        self.ends.clear();
        self.unquoted.clear();
        let mut at = start;
        let end = loop {
            let read = cell_end(&block[at..], self.delimiter, &mut self.unquoted);
            if read.fault.is_some() && self.open_quotes == OpenQuotes::EndWithLine {
                return self.as_line(block, start, row, to);
            }
            self.ends.push(self.unquoted.len());
            self.unquoted.push(BETWEEN);
            at += read.length;
            match block.get(at) {
                Some(mark) if *mark == self.delimiter => at += 1,
                _ => break at,
            }
        };
        // A quote that never closes reaches to the end of the block, its line end too.
        let raw = block[start..end].trim_ascii_end();
        emit(Cells::new(&self.unquoted, 0, &self.ends), row, raw, false, to);
        after_line_end(block, end)
    }

    /// Reads one line as it stands, quotes and all.
    fn as_line(&mut self, block: &[u8], start: usize, row: u64, to: &mut impl TakeRecords) -> usize {
        let line = &block[start..];
        let line = &line[..memchr2(b'\n', b'\r', line).unwrap_or(line.len())];
        self.ends.clear();
        self.ends.extend(memchr_iter(self.delimiter, line).chain([line.len()]));
        emit(Cells::new(line, 0, &self.ends), row, line, false, to);
        after_line_end(block, start + line.len())
    }
}

fn after_line_end(block: &[u8], end: usize) -> usize {
    match &block[end..] {
        [b'\r', b'\n', ..] => end + 2,
        [_, ..] => end + 1,
        [] => end,
    }
}

/// Whether a carriage return stands somewhere without a line feed behind it.
fn has_lone_return(block: &[u8]) -> bool {
    memchr_iter(b'\r', block).any(|at| block.get(at + 1) != Some(&b'\n'))
}

/// Checks the quotes of a record's raw text: the fault and the position of its cell. Reading would go on past either
/// fault and give cells nobody wrote.
#[must_use]
pub fn quote_fault(raw: &[u8], delimiter: u8) -> Option<(QuoteFault, usize)> {
    memchr(b'"', raw)?;
    let (mut at, mut cell, mut unquoted) = (0, 0, Vec::new());
    loop {
        unquoted.clear();
        let read = cell_end(raw.get(at..)?, delimiter, &mut unquoted);
        if let Some(fault) = read.fault {
            return Some((fault, cell));
        }
        at += read.length + 1;
        cell += 1;
        if at > raw.len() {
            return None;
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
    fn space_around_quotes_is_no_part_of_a_cell() {
        let cells = |text: &str| rows(text).into_iter().map(|(.., cells)| cells).collect::<Vec<_>>();
        assert_eq!(cells("2016, \"MoI\" ,\"a \",5\n"), [["2016", "MoI", "a ", "5"]]);
        assert_eq!(cells("2017,\t\"Crisis centre, Sofia\", 5.00"), [["2017", "Crisis centre, Sofia", " 5.00"]]);
    }

    #[test]
    fn a_title_with_an_open_quote_ends_with_its_line() {
        let mut found = Vec::new();
        let text = "\"Report for 2017\na,b\r\n1,\"x, y\"\n\"two\nlines\",3\n";
        Splitter::of_titles(b',').for_each(text.as_bytes(), 1, |record| {
            found.push((
                record.row,
                record.cells.iter().map(String::from_utf8_lossy).map(String::from).collect::<Vec<_>>(),
            ));
        });
        assert_eq!(found[0], (1, vec!["\"Report for 2017".to_owned()]));
        assert_eq!(found[1], (2, vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(found[2], (3, vec!["1".to_owned(), "x, y".to_owned()]));
        assert_eq!(found[3], (4, vec!["two\nlines".to_owned(), "3".to_owned()]));
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
