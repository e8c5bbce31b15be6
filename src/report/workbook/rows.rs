//! The rows of a sheet: a long one is never held as a whole.

use super::cells::WorkCell;
use crate::report::error::ReportError;

/// A row of cells.
type Row = Vec<WorkCell>;

/// Rows that are made one by one while they are written.
type LateRows<'c> = Box<dyn Iterator<Item = Result<Row, ReportError>> + 'c>;

/// Rows of a long block that are made at once: widths of columns and the looks of heads are taken from them.
const FIRST_ROWS: usize = 2_000;

/// What a run ends with before a formula refers to another row than it should.
const OTHER_ROWS: &str = "a block of a workbook has more rows or fewer than its place in the sheet";

/// The rows of a sheet, from the top.
#[derive(Debug, Default)]
pub struct Rows<'c> {
    pieces: Vec<RowPiece<'c>>,
}

/// Rows that are there, and those below them that are made while they are written.
#[derive(Default)]
pub struct RowPiece<'c> {
    /// Those that are there.
    pub there: Vec<Row>,
    /// Those below, if there are any.
    late: Option<LateRows<'c>>,
    late_rows: usize,
}

impl<'c> Rows<'c> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.there.len() + piece.late_rows).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One more.
    pub fn push(&mut self, row: Row) {
        self.last().there.push(row);
    }

    /// So many more, as they come: the first of them now, the others when they are written.
    ///
    /// # Errors
    ///
    /// Those of the first.
    pub fn extend_late(
        &mut self,
        rows: usize,
        mut made: impl Iterator<Item = Result<Row, ReportError>> + 'c,
    ) -> Result<(), ReportError> {
        let piece = self.last();
        let above = piece.there.len();
        for row in made.by_ref().take(FIRST_ROWS) {
            piece.there.push(row?);
        }
        assert!(piece.there.len() - above == rows.min(FIRST_ROWS), "{OTHER_ROWS}");
        piece.late_rows = rows.saturating_sub(FIRST_ROWS);
        piece.late = (piece.late_rows > 0).then(|| Box::new(made) as LateRows<'c>);
        Ok(())
    }

    /// Those that are there, in order.
    pub fn there(&self) -> impl Iterator<Item = &Row> {
        self.pieces.iter().flat_map(|piece| &piece.there)
    }

    /// All of them, in order.
    pub fn into_pieces(self) -> impl Iterator<Item = RowPiece<'c>> {
        self.pieces.into_iter()
    }

    /// The piece that the next row stands in.
    fn last(&mut self) -> &mut RowPiece<'c> {
        if self.pieces.last().is_none_or(|last| last.late.is_some()) {
            self.pieces.push(RowPiece::default());
        }
        let last = self.pieces.len() - 1;
        &mut self.pieces[last]
    }
}

impl From<Vec<Row>> for Rows<'_> {
    fn from(there: Vec<Row>) -> Self {
        Self { pieces: vec![RowPiece { there, ..RowPiece::default() }] }
    }
}

impl Extend<Row> for Rows<'_> {
    fn extend<I: IntoIterator<Item = Row>>(&mut self, rows: I) {
        self.last().there.extend(rows);
    }
}

impl RowPiece<'_> {
    /// The next of the rows that are made while they are written.
    pub fn next_late(&mut self) -> Option<Result<Row, ReportError>> {
        let row = self.late.as_mut()?.next();
        assert!(row.is_some() == (self.late_rows > 0), "{OTHER_ROWS}");
        self.late_rows = self.late_rows.saturating_sub(1);
        row
    }
}

impl std::fmt::Debug for RowPiece<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} and {} more rows", self.there, self.late_rows)
    }
}
