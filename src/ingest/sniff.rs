//! Which mark stands between the cells of a text, and where its header is: by the names of the columns that the input
//! must have, so that nothing is guessed from statistics.

use super::dialect::Dialect;
use super::header::Columns;
use super::text::Splitter;
use super::top::{SEARCHED, Top, top};

/// Marks that may stand between cells, the canonical one first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Lines that a record may have, for how much of the text is looked through.
const LINES: u64 = 4;

/// A text, split.
#[derive(Debug)]
pub struct Found {
    /// Between cells.
    pub delimiter: u8,
    /// Its top.
    pub top: Top,
    /// The first rows that are not blank.
    pub rows: Vec<SplitRow>,
}

/// One of the first rows of a text.
#[derive(Debug)]
pub struct SplitRow {
    /// Its row.
    pub row: u64,
    /// Its cells as they stand.
    pub cells: Vec<String>,
    /// Where it begins and ends in the text.
    pub bytes: std::ops::Range<usize>,
}

/// The delimiter and the top of a text that begins with `sample`; `None` where it has no row. Where no row has the needed
/// columns it is the delimiter under which a row looks most like a header.
#[must_use]
pub fn sniff(sample: &[u8], columns: Columns<'_>, dialect: &Dialect) -> Option<Found> {
    let candidates = dialect.delimiter.map_or(DELIMITERS.to_vec(), |pinned| vec![pinned]);
    let mut best: Option<(u64, Found)> = None;
    for delimiter in candidates {
        let rows = rows(sample, delimiter, dialect.skip.unwrap_or(0));
        let texts: Vec<(u64, Vec<String>)> = rows.iter().map(|row| (row.row, row.cells.clone())).collect();
        let Some(top) = top(&texts, columns, dialect) else { continue };
        if top.is_sure {
            return Some(Found { delimiter, top, rows });
        }
        let likeness = top.likeness * 1_000 + top.names.len() as u64;
        if best.as_ref().is_none_or(|(most, _)| likeness > *most) {
            best = Some((likeness, Found { delimiter, top, rows }));
        }
    }
    best.map(|(_, found)| found)
}

/// The first rows that are not blank.
fn rows(sample: &[u8], delimiter: u8, skip: u64) -> Vec<SplitRow> {
    let mut rows = Vec::new();
    let lines = usize::try_from((skip + SEARCHED as u64) * LINES).unwrap_or(usize::MAX);
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let length = sample.split_inclusive(is_end).take(lines * 2).map(<[u8]>::len).sum();
    let searched = sample.get(..length).unwrap_or(sample);
    let most = SEARCHED + usize::try_from(skip).unwrap_or(0);
    Splitter::of_titles(delimiter).for_each(searched, 1, |record| {
        let only_marks = |byte: &u8| DELIMITERS.contains(byte) || byte.is_ascii_whitespace();
        if rows.len() >= most || record.raw.iter().all(only_marks) {
            return;
        }
        let start = (record.raw.as_ptr() as usize).saturating_sub(searched.as_ptr() as usize);
        let cells = record.cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        rows.push(SplitRow { row: record.row, cells, bytes: start..start + record.raw.len() });
    });
    rows
}
