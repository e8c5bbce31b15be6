//! The ledger as a Polars frame, made by walking its columns.
//!
//! Money is carried as whole minor units of each line's currency in 128-bit integers. Behind the columns of the contract
//! stand those that measures group by: positions in lists, so that nothing is read back from text.

use std::sync::Arc;

use polars::prelude::{
    Column as FrameColumn, DataFrame, IntoColumn, NamedFrom, NewChunkedArray, PolarsError, Series, StringChunked,
};

use super::columns::{ColumnKind, LedgerCell, LedgerColumn, ledger_columns};
use super::engine::Attribution;
use super::entry::{Bucket, Entry};
use crate::domain::{Currency, Money, PhaseChoice, Year};
use crate::project::Project;

/// The column of the position in [`Ledger::years`]. No dimension of a project has a name with such a mark.
pub const YEAR: &str = "#year";
/// The column of the position in [`Ledger::currencies`].
pub const CURRENCY: &str = "#currency";
/// The column of the position in [`Bucket::ALL`].
pub const BUCKET: &str = "#bucket";
/// The column of the number of the line.
pub const LINE: &str = "#line";

/// The ledger of a project and phase.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The entries.
    pub frame: DataFrame,
    /// The years that have entries, in order.
    pub years: Vec<Year>,
    /// The currencies of the lines, in order.
    pub currencies: Vec<Currency>,
    /// The names of the project's own dimensions.
    pub dimensions: Vec<Arc<str>>,
    /// Which phase was selected.
    pub phase: PhaseChoice,
}

/// The frame could not be made or read. That is a fault of the program, never of the data.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Polars refused.
    #[error("the ledger frame failed: {0}")]
    Frame(#[from] PolarsError),
    /// A cell does not hold what it must.
    #[error("the ledger frame has a cell of {column} that cannot be")]
    Cell {
        /// The column.
        column: String,
    },
}

impl Ledger {
    /// The entries of an attribution.
    ///
    /// # Errors
    ///
    /// Where Polars refuses the columns, which is a fault of the program.
    pub fn new(project: &Project, attribution: &Attribution) -> Result<Self, LedgerError> {
        let entries: Vec<Entry<'_>> = attribution.entries().collect();
        let years = distinct(entries.iter().map(|entry| entry.key().year));
        let currencies = distinct(entries.iter().map(Entry::currency));
        let mut columns: Vec<FrameColumn> =
            ledger_columns(&project.dimensions).map(|column| frame_column(&column, &entries)).collect();
        columns.extend([
            positions(YEAR, &entries, |entry| position(&years, &entry.key().year)),
            positions(CURRENCY, &entries, |entry| position(&currencies, &entry.currency())),
            positions(BUCKET, &entries, |entry| position(&Bucket::ALL, &entry.bucket())),
            positions(LINE, &entries, |entry| u32::try_from(entry.number).ok()),
        ]);
        let frame = DataFrame::new_infer_height(columns)?;
        Ok(Self { frame, years, currencies, dimensions: project.dimensions.clone(), phase: attribution.phase })
    }
}

fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let distinct: std::collections::BTreeSet<T> = values.collect();
    distinct.into_iter().collect()
}

fn position<T: PartialEq>(list: &[T], wanted: &T) -> Option<u32> {
    list.iter().position(|value| value == wanted).and_then(|position| u32::try_from(position).ok())
}

fn positions(name: &str, entries: &[Entry<'_>], position: impl Fn(&Entry<'_>) -> Option<u32>) -> FrameColumn {
    let positions: Vec<Option<u32>> = entries.iter().map(position).collect();
    Series::new(name.into(), positions).into_column()
}

fn frame_column(column: &LedgerColumn<'_>, entries: &[Entry<'_>]) -> FrameColumn {
    if column.kind == ColumnKind::Money {
        let units = entries.iter().map(|entry| match column.cell(entry) {
            LedgerCell::Money(money) => money.map(Money::minor_units),
            LedgerCell::Text(_) | LedgerCell::Count(_) | LedgerCell::Year(_) => None,
        });
        return Series::new(column.name.into(), units.collect::<Vec<Option<i128>>>()).into_column();
    }
    let words = entries.iter().map(|entry| column.cell(entry).plain(entry.currency().digits()));
    StringChunked::from_iter_values(column.name.into(), words).into_column()
}
