//! The ledger as a Polars frame of numbers: what measures add up.
//!
//! Money is carried as whole minor units of each line's currency in 128-bit integers. Years, currencies, buckets and the
//! values of each dimension are positions in lists, so that a text is kept and compared once and nothing is read back
//! from text. The columns of the contract are walked where they are written; see [`super::LEDGER`].

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use arcstr::ArcStr;
use polars::prelude::{
    ChunkedBuilder, Column as FrameColumn, DataFrame, Int128Type, IntoColumn, IntoSeries, NamedFrom, PolarsError,
    PrimitiveChunkedBuilder, Series, UInt64Chunked,
};

use super::dimension::Dimension;
use super::engine::Attribution;
use super::entry::Bucket;
use crate::domain::{BudgetLine, Currency, Interval, Money, NumberedTexts, PhaseChoice, State, Year};
use crate::project::Project;
use crate::rules::Rule;

/// The column of the position in [`Ledger::years`].
const YEAR: &str = "#year";
/// The column of the position in [`Ledger::currencies`].
const CURRENCY: &str = "#currency";
/// The column of the position in [`Bucket::ALL`].
const BUCKET: &str = "#bucket";
/// The column of the number of the line.
const LINE: &str = "#line";
/// The column of the group in which a record is added up.
const GROUP: &str = "#group";
/// The columns of money: low, central and high.
const AMOUNTS: [&str; 3] = ["low", "central", "high"];

/// The ledger of a project and phase.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The entries. No dimension of a project has a name with such a mark as that of the columns of positions.
    pub frame: DataFrame,
    /// The years that have entries.
    pub years: Vec<Year>,
    /// The currencies of the lines.
    pub currencies: Vec<Currency>,
    /// The names of the project's own dimensions.
    pub dimensions: Vec<ArcStr>,
    /// The lines taken, by their numbers.
    lines: Vec<LedgerLine>,
    /// Its dimensions. Area and form of exploitation differ between the entries of a line; the others are worked out when
    /// they are asked for.
    columns: BTreeMap<Dimension, OnceLock<DimensionColumn>>,
    /// Which phase was selected.
    pub phase: PhaseChoice,
}

/// What the entries of a line have in common.
#[derive(Debug, Clone)]
struct LedgerLine {
    line: Arc<BudgetLine>,
    rule: Option<Arc<Rule>>,
    state: State,
}

/// The values that a dimension has, in the order in which they come, and the position among them of that of each entry.
#[derive(Debug, Clone, Default)]
struct DimensionColumn {
    positions: Vec<u32>,
    values: Vec<ArcStr>,
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

/// The records of a ledger, as positions.
#[derive(Debug)]
pub struct Records<'l> {
    /// The position of the year.
    pub years: &'l [u32],
    /// The position of the currency.
    pub currencies: &'l [u32],
    /// The position of the bucket.
    pub buckets: &'l [u32],
    /// The number of the line.
    pub lines: &'l [u32],
}

/// What the records of one group add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupSum {
    /// The number of the group.
    pub group: u64,
    /// Their money, in whole minor units; nothing where nobody knows any.
    pub amounts: Interval<Money>,
    /// How many they are.
    pub records: u64,
}

impl Ledger {
    /// The number of no group.
    pub const NO_GROUP: u64 = u64::MAX;

    /// The entries of an attribution.
    ///
    /// # Errors
    ///
    /// Where Polars refuses the columns, which is a fault of the program.
    pub fn new(project: &Project, attribution: &Attribution) -> Result<Self, LedgerError> {
        let mut years: Numbered<Year> = Numbered::new();
        let mut currencies: Numbered<Currency> = Numbered::new();
        // Most lines have what is attributed and what is left.
        let records = 2 * attribution.lines.len();
        let [mut areas, mut forms] = [Numbering::with_room(records), Numbering::with_room(records)];
        let mut positions: [Vec<u32>; 4] = std::array::from_fn(|_| Vec::with_capacity(records));
        let mut amounts = AMOUNTS.map(|name| PrimitiveChunkedBuilder::<Int128Type>::new(name.into(), records));
        for entry in attribution.entries() {
            let bucket = entry.bucket();
            let found = [
                years.position(entry.key().year),
                currencies.position(entry.currency()),
                position_of(Bucket::ALL.iter().position(|known| *known == bucket)),
                position_of(Some(entry.number)),
            ];
            positions.iter_mut().zip(found).for_each(|(column, position)| column.push(position));
            let ends = entry.amounts.map(|amounts| [amounts.low, amounts.central, amounts.high]);
            for (bound, column) in amounts.iter_mut().enumerate() {
                column.append_option(ends.map(|ends| ends[bound].minor_units()));
            }
            areas.push(entry.area);
            forms.push(entry.exploitation);
        }
        let names = [YEAR, CURRENCY, BUCKET, LINE].into_iter();
        let mut columns: Vec<FrameColumn> = names.zip(positions).map(|(name, column)| numbers(name, column)).collect();
        columns.extend(amounts.into_iter().map(|column| column.finish().into_series().into_column()));
        let mut dimensions: BTreeMap<Dimension, OnceLock<DimensionColumn>> =
            Dimension::of_project(&project.dimensions).map(|dimension| (dimension, OnceLock::new())).collect();
        dimensions.insert(Dimension::Area, areas.column.into());
        dimensions.insert(Dimension::Exploitation, forms.column.into());
        let lines = attribution.taken().map(|attributed| LedgerLine {
            line: Arc::clone(&attributed.line),
            rule: attributed.ruling.rule.clone(),
            state: attributed.state,
        });
        Ok(Self {
            frame: DataFrame::new_infer_height(columns)?,
            years: years.values,
            currencies: currencies.values,
            dimensions: project.dimensions.clone(),
            lines: lines.collect(),
            columns: dimensions,
            phase: attribution.phase,
        })
    }

    /// Its records.
    ///
    /// # Errors
    ///
    /// A column that is not as it was made, which is a fault of the program.
    pub fn records(&self) -> Result<Records<'_>, LedgerError> {
        Ok(Records {
            years: self.positions(YEAR)?,
            currencies: self.positions(CURRENCY)?,
            buckets: self.positions(BUCKET)?,
            lines: self.positions(LINE)?,
        })
    }

    /// Adds up the records of each group. `groups` has the number of the group of each record, or [`Self::NO_GROUP`] for one
    /// that is in no sum. The groups come in no order.
    ///
    /// # Errors
    ///
    /// As [`Self::records`].
    #[expect(deprecated, reason = "its successor is Polars' lazy engine, which doubles the build for this one call")]
    pub fn sums(&self, groups: Vec<u64>) -> Result<Vec<GroupSum>, LedgerError> {
        let groups = UInt64Chunked::from_vec(GROUP.into(), groups).into_series().into_column();
        let [low, central, high] = AMOUNTS;
        let grouped = self.frame.group_by_with_series(vec![groups], false, false)?.select([low, central, high]);
        let summed = grouped.sum()?;
        let money = |name: &str| -> Result<Vec<Money>, LedgerError> {
            let units = summed.column(&format!("{name}_sum"))?.i128()?;
            Ok(units.iter().map(|units| Money::from_minor_units(units.unwrap_or_default())).collect())
        };
        let amounts = money(low)?.into_iter().zip(money(central)?).zip(money(high)?);
        let records = grouped.get_groups().iter().map(|of_group| of_group.len() as u64);
        let groups = summed.column(GROUP)?.u64()?.iter().map(|group| group.unwrap_or(Self::NO_GROUP)).zip(records);
        let found = groups.zip(amounts).filter(|((group, _), _)| *group != Self::NO_GROUP);
        let sum = |((group, records), ((low, central), high))| GroupSum {
            group,
            amounts: Interval { low, central, high },
            records,
        };
        Ok(found.map(sum).collect())
    }

    /// The values of a dimension, and the position among them of that of each record.
    ///
    /// # Errors
    ///
    /// As [`Self::records`].
    pub fn of_dimension(&self, dimension: Dimension) -> Result<(&[u32], &[ArcStr]), LedgerError> {
        let numbers = self.positions(LINE)?;
        let unknown = || LedgerError::Cell { column: dimension.name(&self.dimensions).to_owned() };
        let column = self.columns.get(&dimension).ok_or_else(unknown)?;
        let column = column.get_or_init(|| self.column_of_lines(dimension, numbers));
        Ok((&column.positions, &column.values))
    }

    /// The column of a dimension that the entries of a line have in common; each has the number of its line here.
    fn column_of_lines(&self, dimension: Dimension, numbers: &[u32]) -> DimensionColumn {
        let mut of_lines = Numbering::with_room(self.lines.len());
        for LedgerLine { line, rule, state } in &self.lines {
            of_lines.push(dimension.of_line(line, rule.as_deref(), *state));
        }
        let DimensionColumn { positions, values } = of_lines.column;
        let position = |number: &u32| positions.get(*number as usize).copied().unwrap_or(u32::MAX);
        DimensionColumn { positions: numbers.iter().map(position).collect(), values }
    }

    fn positions(&self, name: &str) -> Result<&[u32], LedgerError> {
        Ok(self.frame.column(name)?.u32()?.cont_slice()?)
    }
}

/// Values in the order in which they come, each once. Those of neighbours are mostly the same.
struct Numbered<T> {
    values: Vec<T>,
    last: usize,
}

impl<T: PartialEq> Numbered<T> {
    fn new() -> Self {
        Self { values: Vec::new(), last: 0 }
    }

    fn position(&mut self, value: T) -> u32 {
        if self.values.get(self.last) != Some(&value) {
            let known = self.values.iter().position(|known| *known == value);
            self.last = known.unwrap_or(self.values.len());
            if known.is_none() {
                self.values.push(value);
            }
        }
        position_of(Some(self.last))
    }
}

/// A column of a dimension as it is made.
struct Numbering<'v> {
    column: DimensionColumn,
    known: NumberedTexts<'v>,
}

impl<'v> Numbering<'v> {
    /// With room for so many.
    fn with_room(records: usize) -> Self {
        let column = DimensionColumn { positions: Vec::with_capacity(records), values: Vec::new() };
        Self { column, known: NumberedTexts::default() }
    }

    fn push(&mut self, value: &'v str) {
        let position = self.known.number(value);
        if position == self.column.values.len() {
            self.column.values.push(value.into());
        }
        self.column.positions.push(position_of(Some(position)));
    }
}

/// A position; there are far fewer than 2^32.
fn position_of(position: Option<usize>) -> u32 {
    position.and_then(|position| u32::try_from(position).ok()).unwrap_or(u32::MAX)
}

fn numbers(name: &str, positions: Vec<u32>) -> FrameColumn {
    Series::new(name.into(), positions).into_column()
}
