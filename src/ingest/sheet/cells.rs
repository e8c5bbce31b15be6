//! The cells of a row of a spreadsheet: their text, and what the file says they are.

use calamine::{DataRef, Dimensions, ExcelDateTime};

use super::SheetFault;
use crate::ingest::record::{CellKind, Cells, RawRecord};

/// Significant digits that a spreadsheet keeps of a number, and shows.
const DIGITS: usize = 15;

/// The rows of a sheet, in order.
pub(super) trait Grid {
    /// Calls `each` with every row (the first is 0) until it gives `false`.
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault>;
}

/// The cells of one row.
#[derive(Debug, Clone, Default)]
pub(super) struct RowBuffer {
    cells: Vec<(String, CellKind)>,
}

impl RowBuffer {
    /// Puts a cell into its column, the first being 0.
    pub(super) fn set(&mut self, column: u32, text: String, kind: CellKind) {
        let column = column as usize;
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, Default::default);
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = (text, kind);
        }
    }

    pub(super) fn clear(&mut self) {
        self.cells.clear();
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|(text, _)| text.as_str())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|(text, kind)| text.trim().is_empty() && *kind != CellKind::Unevaluated)
    }

    /// Cuts or fills the row to a number of cells.
    pub(super) fn set_width(&mut self, width: usize) {
        self.cells.resize_with(width, Default::default);
    }

    /// Gives the row as a record.
    pub(super) fn record<T>(&self, row: u64, use_it: impl FnOnce(&RawRecord<'_>) -> T) -> T {
        let mut bytes = Vec::new();
        let mut spans = Vec::with_capacity(self.cells.len());
        let mut kinds = Vec::with_capacity(self.cells.len());
        let mut raw = String::new();
        for (text, kind) in &self.cells {
            let start = bytes.len();
            bytes.extend_from_slice(text.as_bytes());
            spans.push((start, bytes.len()));
            kinds.push(*kind);
            if spans.len() > 1 {
                raw.push_str(" | ");
            }
            raw.push_str(text);
        }
        use_it(&RawRecord {
            row,
            cells: Cells::new(&bytes, &spans),
            raw: raw.as_bytes(),
            as_written: false,
            kinds: &kinds,
        })
    }
}

/// Merged ranges, as the rows go by.
pub(super) struct Merged<'m> {
    coming: std::iter::Peekable<std::slice::Iter<'m, Dimensions>>,
    open: Vec<(Dimensions, String)>,
}

impl<'m> Merged<'m> {
    /// Of ranges in order of their first rows.
    pub(super) fn new(ranges: &'m [Dimensions]) -> Self {
        Self { coming: ranges.iter().peekable(), open: Vec::new() }
    }

    /// Repeats the text of each range over its cells, as it looks.
    pub(super) fn repeat(&mut self, row: u32, cells: &mut RowBuffer) {
        self.advance(row, cells);
        for (range, text) in &self.open {
            for column in range.start.1..=range.end.1.min(1_000) {
                cells.set(column, text.clone(), CellKind::Text);
            }
        }
    }

    /// Marks the cells that a range covers.
    pub(super) fn mark(&mut self, row: u32, cells: &mut RowBuffer) {
        self.advance(row, cells);
        for (range, text) in &self.open {
            for column in range.start.1..=range.end.1.min(1_000) {
                if (row, column) != range.start && !text.is_empty() {
                    cells.set(column, text.clone(), CellKind::Merged);
                }
            }
        }
    }

    fn advance(&mut self, row: u32, cells: &RowBuffer) {
        self.open.retain(|(range, _)| range.end.0 >= row);
        while let Some(range) = self.coming.next_if(|range| range.start.0 <= row) {
            if range.end.0 >= row {
                let text = cells.texts().nth(range.start.1 as usize).unwrap_or_default().to_owned();
                self.open.push((*range, text));
            }
        }
    }
}

/// The text of a value, and what it is.
pub(super) fn text_of(value: &DataRef<'_>) -> (String, CellKind) {
    match value {
        DataRef::Empty => (String::new(), CellKind::Text),
        DataRef::Int(number) => (number.to_string(), CellKind::Number),
        DataRef::Float(number) => (number_text(*number), CellKind::Number),
        DataRef::String(text) => (text.clone(), CellKind::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
        DataRef::Bool(switch) => (if *switch { "TRUE" } else { "FALSE" }.to_owned(), CellKind::Text),
        DataRef::DateTime(date) => (date_text(date), CellKind::Date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (text.clone(), CellKind::Date),
        DataRef::Error(error) => (error.to_string(), CellKind::Error),
    }
}

/// A number as the spreadsheet shows it: at most fifteen significant digits, a point, no exponent.
fn number_text(number: f64) -> String {
    let shortest = number.to_string();
    let significant = shortest.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let whole = shortest.trim_start_matches('-').split('.').next().unwrap_or_default();
    if significant <= DIGITS || !shortest.contains('.') || whole.len() >= DIGITS {
        return shortest;
    }
    let leading = if whole == "0" {
        let fraction = shortest.split_once('.').map_or("", |(_, fraction)| fraction);
        DIGITS + fraction.bytes().take_while(|byte| *byte == b'0').count()
    } else {
        DIGITS - whole.len()
    };
    let rounded = format!("{number:.leading$}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn date_text(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::number_text;

    #[test]
    fn numbers_have_the_digits_that_a_spreadsheet_shows() {
        for (number, text) in [
            (2017.0, "2017"),
            (395_118.5, "395118.5"),
            (-0.01, "-0.01"),
            (0.1 + 0.2, "0.3"),
            (1234.1 * 3.0, "3702.3"),
            (4.35 * 100.0, "435"),
            (0.000_1 / 3.0, "0.0000333333333333333"),
            (9_999_999_999_999.99, "9999999999999.99"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }
}
