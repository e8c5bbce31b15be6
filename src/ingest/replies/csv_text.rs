//! A file of CSV as it was written, changed cell by cell: every byte that is not of a changed cell stays, and so do order,
//! quotes and line ends; new rows stand behind the last one.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::clean_text;

/// A file of CSV, in UTF-8, its header in row 1.
#[derive(Debug)]
pub struct CsvText {
    text: String,
    delimiter: char,
    line_end: &'static str,
    records: Vec<Record>,
    header: Vec<String>,
}

/// A record: its row, and where its cells stand.
#[derive(Debug)]
struct Record {
    row: u64,
    cells: Vec<Range<usize>>,
    end: usize,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvChange {
    /// A cell of a row gets a text.
    Set {
        /// The row, as a spreadsheet numbers it.
        row: u64,
        /// The column.
        column: &'static str,
        /// The text.
        text: String,
    },
    /// A row behind all others; columns that are not named are blank.
    Append(Vec<(String, String)>),
}

/// Why a file is not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvFault {
    /// It is not UTF-8, or has no header in row 1.
    NoHeader,
    /// There is no such row any more.
    NoRow(u64),
    /// Its header has no such column.
    NoColumn(String),
}

impl CsvText {
    /// Takes a file apart.
    ///
    /// # Errors
    ///
    /// [`CsvFault::NoHeader`].
    pub fn read(bytes: &[u8], delimiter: char) -> Result<Self, CsvFault> {
        let text = std::str::from_utf8(bytes).map_err(|_| CsvFault::NoHeader)?.to_owned();
        let records = records(&text, delimiter);
        let header: Vec<String> = match records.first() {
            Some(first) if !is_blank(first) => {
                first.cells.iter().map(|cell| folded(&unquoted(text.get(cell.clone()).unwrap_or_default()))).collect()
            }
            _ => return Err(CsvFault::NoHeader),
        };
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Ok(Self { text, delimiter, line_end, records, header })
    }

    /// A new file with these columns and no rows.
    #[must_use]
    pub fn with_header(columns: &[&str]) -> Self {
        let text = format!("{}\n", columns.join(","));
        let records = records(&text, ',');
        Self {
            text,
            delimiter: ',',
            line_end: "\n",
            records,
            header: columns.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// Whether the header has a column.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    /// The text of a cell.
    #[must_use]
    pub fn cell(&self, row: u64, column: &str) -> Option<String> {
        let at = self.header.iter().position(|name| name == column)?;
        let record = self.record(row)?;
        Some(unquoted(self.text.get(record.cells.get(at)?.clone())?))
    }

    fn record(&self, row: u64) -> Option<&Record> {
        let at = self.records.binary_search_by_key(&row, |record| record.row).ok()?;
        self.records.get(at)
    }

    /// The file with these changes. A column that it does not have is added behind the others.
    ///
    /// # Errors
    ///
    /// [`CsvFault::NoRow`].
    pub fn with(&self, changes: &[CsvChange]) -> Result<String, CsvFault> {
        let mut header = self.header.clone();
        for change in changes {
            let named: Vec<(&str, &str)> = match change {
                CsvChange::Set { column, text, .. } => vec![(column, text)],
                CsvChange::Append(cells) => cells.iter().map(|(column, text)| (&**column, &**text)).collect(),
            };
            for (column, text) in named {
                if !text.is_empty() && !header.iter().any(|name| name == column) {
                    header.push(column.to_owned());
                }
            }
        }
        let mut sets: BTreeMap<(u64, usize), &str> = BTreeMap::new();
        for change in changes {
            let CsvChange::Set { row, column, text } = change else { continue };
            if self.record(*row).is_none_or(is_blank) {
                return Err(CsvFault::NoRow(*row));
            }
            if let Some(at) = header.iter().position(|name| name == column) {
                sets.insert((*row, at), text);
            }
        }
        let mut out = String::with_capacity(self.text.len() + 1024);
        let mut done = 0;
        let last = self.records.iter().rposition(|record| !is_blank(record)).unwrap_or_default();
        for (number, record) in self.records.iter().enumerate() {
            if is_blank(record) {
                continue;
            }
            for (at, cell) in record.cells.iter().enumerate() {
                if let Some(text) = sets.get(&(record.row, at)) {
                    out.push_str(self.text.get(done..cell.start).unwrap_or_default());
                    out.push_str(&self.quoted(text));
                    done = cell.end;
                }
            }
            out.push_str(self.text.get(done..record.end).unwrap_or_default());
            done = record.end;
            for (at, name) in header.iter().enumerate().skip(record.cells.len().max(self.header.len())) {
                out.push(self.delimiter);
                let text = if number == 0 { name.as_str() } else { sets.get(&(record.row, at)).copied().unwrap_or("") };
                out.push_str(&self.quoted(text));
            }
            if number == last {
                for change in changes {
                    let CsvChange::Append(cells) = change else { continue };
                    let of =
                        |name: &String| cells.iter().find(|(column, _)| column == name).map(|(_, text)| text.as_str());
                    let row: Vec<String> = header.iter().map(|name| self.quoted(of(name).unwrap_or(""))).collect();
                    out.push_str(self.line_end);
                    out.push_str(&row.join(&self.delimiter.to_string()));
                }
            }
        }
        let rest = self.text.get(done..).unwrap_or_default();
        out.push_str(if rest.is_empty() { self.line_end } else { rest });
        Ok(out)
    }

    fn quoted(&self, text: &str) -> String {
        let plain = !text.contains([self.delimiter, '"', '\n', '\r']) && text.trim() == text;
        if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    }
}

fn is_blank(record: &Record) -> bool {
    matches!(record.cells.as_slice(), [only] if only.is_empty())
}

/// The name of a column as names are compared.
fn folded(name: &str) -> String {
    clean_text(name).to_lowercase()
}

/// A cell without its quotes and the space around it.
fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

/// The records of a text. A mark of byte order is part of no cell.
fn records(text: &str, delimiter: char) -> Vec<Record> {
    let mut found = Vec::new();
    let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (mut cells, mut start, mut row) = (Vec::new(), first, 1);
    let (mut quoted, mut opens) = (false, true);
    let mut letters = text.char_indices().filter(|(at, _)| *at >= first).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            // Of two quotes the second is taken with the first, and both are one letter.
            '"' if quoted && letters.next_if(|(_, next)| *next == '"').is_none() => quoted = false,
            '"' if opens => quoted = true,
            _ if quoted => {}
            '\n' | '\r' => {
                cells.push(start..at);
                found.push(Record { row, cells: std::mem::take(&mut cells), end: at });
                if letter == '\r' {
                    letters.next_if(|(_, next)| *next == '\n');
                }
                start = letters.peek().map_or(text.len(), |(at, _)| *at);
                row += 1;
                opens = true;
                continue;
            }
            letter if letter == delimiter => {
                cells.push(start..at);
                start = at + letter.len_utf8();
                opens = true;
                continue;
            }
            _ => {}
        }
        opens &= letter == ' ';
    }
    if start < text.len() || !cells.is_empty() {
        cells.push(start..text.len());
        found.push(Record { row, cells, end: text.len() });
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::{CsvChange, CsvFault, CsvText};

    fn set(row: u64, column: &'static str, text: &str) -> CsvChange {
        CsvChange::Set { row, column, text: text.to_owned() }
    }

    fn append(cells: &[(&str, &str)]) -> CsvChange {
        CsvChange::Append(cells.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn only_changed_cells_change() {
        let text = "\u{feff}year,amount,\"line\" \r\n2014,,\"Shelters, \"\"A\"\"\"\r\n\r\n2015, ,B\r\n\r\n";
        let csv = CsvText::read(text.as_bytes(), ',').unwrap();
        assert_eq!(csv.cell(2, "line").as_deref(), Some("Shelters, \"A\""));
        let changed = csv.with(&[set(4, "amount", "5.00"), set(4, "source", "x,y"), append(&[("line", "C")])]).unwrap();
        assert_eq!(
            changed,
            "\u{feff}year,amount,\"line\" ,source\r\n2014,,\"Shelters, \"\"A\"\"\",\r\n\r\n2015,5.00,B,\"x,y\"\r\n,,C,\r\n\r\n"
        );
        assert_eq!(csv.with(&[]).unwrap(), text);
        assert_eq!(csv.with(&[set(3, "amount", "1")]), Err(CsvFault::NoRow(3)));
    }

    #[test]
    fn a_last_line_without_an_end_gets_one() {
        let csv = CsvText::read(b"a;b\n\"1\n2\";3", ';').unwrap();
        assert_eq!(csv.cell(2, "b").as_deref(), Some("3"));
        assert_eq!(csv.with(&[append(&[("a", "4;5")])]).unwrap(), "a;b\n\"1\n2\";3\n\"4;5\";\n");
        let new = CsvText::with_header(&["a", "b"]);
        assert_eq!(new.with(&[append(&[("b", "1")])]).unwrap(), "a,b\n,1\n");
        assert_eq!(CsvText::read(b"\n\na,b", ',').err(), Some(CsvFault::NoHeader));
    }
}
