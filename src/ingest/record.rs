//! One record of a table, whatever it was read from: its row, its cells, its text as it stands.

use std::sync::Arc;

use crate::domain::NamedCurrency;

/// What stands between two cells that are made, as a delimiter does in a file: a byte that UTF-8 does not have.
pub const BETWEEN: u8 = 0xff;

/// The cells of a record: pieces of one run of bytes, one byte between each and the next.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'b> {
    bytes: &'b [u8],
    /// Where the first begins.
    start: usize,
    /// Where each ends.
    ends: &'b [usize],
}

impl<'b> Cells<'b> {
    /// The pieces of `bytes` from `start` on that end at `ends`.
    #[inline(always)]
    #[must_use]
    pub fn new(bytes: &'b [u8], start: usize, ends: &'b [usize]) -> Self {
        Self { bytes, start, ends }
    }

    /// Where one of them begins.
    #[inline(always)]
    fn start_of(&self, position: usize) -> Option<usize> {
        match position.checked_sub(1) {
            None => Some(self.start),
            Some(before) => self.ends.get(before).map(|end| end + 1),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<&'b [u8]> {
        let end = *self.ends.get(position)?;
        self.bytes.get(self.start_of(position)?..end)
    }

    /// The length of a cell and so many bytes up to its end; `None` where not so many stand before that.
    #[inline(always)]
    #[must_use]
    pub fn up_to_end<const N: usize>(&self, position: usize) -> Option<(usize, &'b [u8; N])> {
        let end = *self.ends.get(position)?;
        Some((end - self.start_of(position)?, self.bytes.get(end.checked_sub(N)?..end)?.try_into().ok()?))
    }

    /// The bytes from one cell to another, delimiters between them included, of a record without quotes.
    #[inline(always)]
    #[must_use]
    pub fn run(&self, first: usize, last: usize) -> &'b [u8] {
        match (self.start_of(first), self.ends.get(last)) {
            (Some(start), Some(end)) => self.bytes.get(start..*end).unwrap_or_default(),
            _ => &[],
        }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &'b [u8]> {
        let (bytes, mut start) = (self.bytes, self.start);
        self.ends.iter().map(move |end| bytes.get(std::mem::replace(&mut start, end + 1)..*end).unwrap_or_default())
    }

    /// Whether every cell is white space.
    #[must_use]
    pub fn are_blank(&self) -> bool {
        self.iter().all(|cell| cell.iter().all(u8::is_ascii_whitespace))
    }
}

/// What a spreadsheet says a cell is. The cells of a text file are all text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellKind {
    /// Text, or nothing.
    #[default]
    Text,
    /// A number, whose text is canonical.
    Number,
    /// A number that is shown as a percentage; its text is `2.8%`.
    Percent,
    /// A number of more digits than a spreadsheet keeps.
    Inexact,
    /// A date or a time.
    Date,
    /// A text or a number that is struck through or raised as a whole: it says nothing.
    Struck,
    /// An error such as `#REF!`.
    Error,
    /// A formula without a stored value.
    Unevaluated,
    /// Part of a merged range, and not its first cell.
    Merged,
}

/// One record of a table.
#[derive(Debug)]
pub struct RawRecord<'b> {
    /// Its row, as a spreadsheet numbers it.
    pub row: u64,
    /// Its cells, quotes taken off.
    pub cells: Cells<'b>,
    /// Its text as it stands in the file, without the line end.
    pub raw: &'b [u8],
    /// Whether its cells stand in the file as they are here, with a delimiter between each and the next.
    pub as_written: bool,
    /// What each cell is; empty where all are text.
    pub kinds: &'b [CellKind],
    /// The currency that the format of each cell of a spreadsheet shows; empty where none does.
    pub currencies: &'b [Option<Arc<NamedCurrency>>],
}

impl RawRecord<'_> {
    /// The currency that the format of a cell shows.
    #[must_use]
    pub fn currency(&self, position: usize) -> Option<&NamedCurrency> {
        self.currencies.get(position)?.as_deref()
    }

    /// What a cell is.
    #[must_use]
    pub fn kind(&self, position: usize) -> CellKind {
        self.kinds.get(position).copied().unwrap_or_default()
    }
}
