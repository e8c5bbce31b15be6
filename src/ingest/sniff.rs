//! Which mark stands between the cells of a text, and where its header is: by the names of the columns that the input
//! must have, so that nothing is guessed from statistics.

use super::dialect::Dialect;
use super::draft::{Draft, draft};
use super::header::{Columns, is_header, name_of};
use super::text::Splitter;

/// Marks that may stand between cells, the canonical one first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows among which the header is looked for.
const SEARCHED: usize = 100;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Between cells.
    pub delimiter: u8,
    /// The row of the header.
    pub header: u64,
}

/// The delimiter and the header of a text that begins with `sample`. Where no row has the needed columns it is the
/// delimiter that gives the first row most cells, and that row.
#[must_use]
pub fn sniff(sample: &[u8], columns: Columns, dialect: &Dialect) -> Found {
    let candidates = match dialect.delimiter {
        Some(pinned) => vec![pinned],
        None => DELIMITERS.to_vec(),
    };
    let mut fallback: Option<(usize, Found)> = None;
    for delimiter in candidates {
        let rows = rows(sample, delimiter, dialect.skip.unwrap_or(0));
        let pinned = dialect.skip.is_some();
        let header = rows.iter().find(|(_, cells)| is_header(cells, columns, dialect));
        match (header, rows.first()) {
            (Some((row, _)), Some((first, _))) if !pinned || row == first => {
                return Found { delimiter, header: *row };
            }
            (_, Some((row, cells))) if fallback.is_none_or(|(most, _)| cells.len() > most) => {
                fallback = Some((cells.len(), Found { delimiter, header: *row }));
            }
            _ => {}
        }
    }
    fallback.map_or(Found { delimiter: b',', header: 1 }, |(_, found)| found)
}

/// What somebody who does not know the file yet can say of it: the delimiter and the draft of a header that recognise
/// most.
#[must_use]
pub fn sketch(sample: &[u8], columns: Columns, dialect: &Dialect) -> Option<(u8, Draft)> {
    let candidates = dialect.delimiter.map_or(DELIMITERS.to_vec(), |pinned| vec![pinned]);
    let drafts = candidates.into_iter().filter_map(|delimiter| {
        let rows = rows(sample, delimiter, dialect.skip.unwrap_or(0));
        draft(&rows, columns, dialect).map(|draft| (delimiter, draft))
    });
    drafts.reduce(|best, next| if next.1.recognised() > best.1.recognised() { next } else { best })
}

/// The first rows below those skipped that are not blank: row and cleaned cells.
fn rows(sample: &[u8], delimiter: u8, skip: u64) -> Vec<(u64, Vec<String>)> {
    let mut rows = Vec::new();
    let lines = sample.split_inclusive(|byte| *byte == b'\n').take(SEARCHED * 4).map(<[u8]>::len).sum();
    Splitter::new(delimiter).for_each(&sample[..lines], 1, |record| {
        let only_marks = |byte: &u8| DELIMITERS.contains(byte) || byte.is_ascii_whitespace();
        if record.row > skip && rows.len() < SEARCHED && !record.raw.iter().all(only_marks) {
            let cells = record.cells.iter().map(|cell| name_of(&String::from_utf8_lossy(cell))).collect();
            rows.push((record.row, cells));
        }
    });
    rows
}
