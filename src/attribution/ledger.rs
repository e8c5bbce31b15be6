//! The ledger as a Polars frame of numbers: what measures add up.
//!
//! Money is carried as whole minor units of each line's currency in 128-bit integers. Years, currencies, buckets and the
//! values of each dimension are positions in lists, so that a text is kept and compared once and nothing is read back
//! from text. The columns of the contract are walked where they are written; see [`super::LEDGER`].

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use polars::prelude::{Column as FrameColumn, DataFrame, IntoColumn, NamedFrom, PolarsError, Series};

use super::dimension::Dimension;
use super::engine::Attribution;
use super::entry::{Bucket, Entry};
use crate::domain::{Currency, Interval, Money, PhaseChoice, Year};
use crate::project::Project;

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
/// The column that counts records.
const RECORDS: &str = "#records";
/// The columns of money: low, central and high.
const AMOUNTS: [&str; 3] = ["low", "central", "high"];

/// The ledger of a project and phase.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The entries. No dimension of a project has a name with such a mark as that of the columns of positions.
    pub frame: DataFrame,
    /// The years that have entries, in order.
    pub years: Vec<Year>,
    /// The currencies of the lines, in order.
    pub currencies: Vec<Currency>,
    /// The names of the project's own dimensions.
    pub dimensions: Vec<Arc<str>>,
    /// The values that each dimension has on an entry, in the order in which they come; the frame has their positions.
    values: HashMap<Dimension, Vec<Arc<str>>, RandomState>,
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
    /// The entries of an attribution.
    ///
    /// # Errors
    ///
    /// Where Polars refuses the columns, which is a fault of the program.
    pub fn new(project: &Project, attribution: &Attribution) -> Result<Self, LedgerError> {
        let entries = || attribution.entries();
        let years = distinct(entries().map(|entry| entry.key().year));
        let currencies = distinct(entries().map(|entry| entry.currency()));
        let mut columns = vec![
            positions(YEAR, entries().map(|entry| position(&years, &entry.key().year)))?,
            positions(CURRENCY, entries().map(|entry| position(&currencies, &entry.currency())))?,
            positions(BUCKET, entries().map(|entry| position(&Bucket::ALL, &entry.bucket())))?,
            positions(LINE, entries().map(|entry| u32::try_from(entry.number).ok()))?,
        ];
        for (bound, name) in AMOUNTS.into_iter().enumerate() {
            let units = entries().map(|entry| {
                let amounts = entry.amounts?;
                let [low, central, high] = [amounts.low, amounts.central, amounts.high];
                [low, central, high].get(bound).map(|money| money.minor_units())
            });
            columns.push(Series::new(name.into(), units.collect::<Vec<Option<i128>>>()).into_column());
        }
        let mut values = HashMap::default();
        for dimension in Dimension::of_project(&project.dimensions) {
            let (column, of_dimension) = dimension_column(dimension, &project.dimensions, entries())?;
            columns.push(column);
            values.insert(dimension, of_dimension);
        }
        let frame = DataFrame::new_infer_height(columns)?;
        let dimensions = project.dimensions.clone();
        Ok(Self { frame, years, currencies, dimensions, values, phase: attribution.phase })
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

    /// Adds up the records of each group. `groups` has the number of the group of each record, and nothing for one that is
    /// in no sum. The groups come in no order.
    ///
    /// # Errors
    ///
    /// As [`Self::records`].
    #[expect(deprecated, reason = "its successor is Polars' lazy engine, which doubles the build for this one call")]
    pub fn sums(&self, groups: Vec<Option<u64>>) -> Result<Vec<GroupSum>, LedgerError> {
        let mut frame = self.frame.select(AMOUNTS)?;
        frame.with_column(Series::new(RECORDS.into(), vec![1_u64; groups.len()]).into_column())?;
        frame.with_column(Series::new(GROUP.into(), groups).into_column())?;
        let [low, central, high] = AMOUNTS;
        let summed = frame.group_by([GROUP])?.select([low, central, high, RECORDS]).sum()?;
        let sums = |name: &str| summed.column(&format!("{name}_sum"));
        let money = |name: &str| -> Result<Vec<Money>, LedgerError> {
            let units = sums(name)?.i128()?;
            Ok(units.iter().map(|units| Money::from_minor_units(units.unwrap_or_default())).collect())
        };
        let amounts = money(low)?.into_iter().zip(money(central)?).zip(money(high)?);
        let groups = summed.column(GROUP)?.u64()?.iter().zip(sums(RECORDS)?.u64()?.iter());
        let found = groups.zip(amounts).filter_map(|((group, records), ((low, central), high))| {
            Some(GroupSum { group: group?, amounts: Interval { low, central, high }, records: records? })
        });
        Ok(found.collect())
    }

    /// The values of a dimension, and the position among them of that of each record.
    ///
    /// # Errors
    ///
    /// As [`Self::records`].
    pub fn of_dimension(&self, dimension: Dimension) -> Result<(&[u32], &[Arc<str>]), LedgerError> {
        let values = self.values.get(&dimension).map(Vec::as_slice).unwrap_or_default();
        Ok((self.positions(dimension.name(&self.dimensions))?, values))
    }

    fn positions(&self, name: &str) -> Result<&[u32], LedgerError> {
        Ok(self.frame.column(name)?.u32()?.cont_slice()?)
    }
}

fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let distinct: std::collections::BTreeSet<T> = values.collect();
    distinct.into_iter().collect()
}

fn position<T: PartialEq>(list: &[T], wanted: &T) -> Option<u32> {
    list.iter().position(|value| value == wanted).and_then(|position| u32::try_from(position).ok())
}

fn positions(name: &str, positions: impl Iterator<Item = Option<u32>>) -> Result<FrameColumn, LedgerError> {
    let positions: Option<Vec<u32>> = positions.collect();
    let positions = positions.ok_or_else(|| LedgerError::Cell { column: name.to_owned() })?;
    Ok(Series::new(name.into(), positions).into_column())
}

/// The column of a dimension, and the values that it has.
fn dimension_column<'e>(
    dimension: Dimension,
    own: &[Arc<str>],
    entries: impl Iterator<Item = Entry<'e>>,
) -> Result<(FrameColumn, Vec<Arc<str>>), LedgerError> {
    let mut known: HashMap<&str, u32, RandomState> = HashMap::default();
    // Most texts are one and the same in many entries: found by where they are, before they are read.
    let mut by_place: HashMap<(usize, usize), u32, RandomState> = HashMap::default();
    let mut values: Vec<Arc<str>> = Vec::new();
    let column = positions(
        dimension.name(own),
        entries.map(|entry| {
            let value = dimension.value(&entry);
            let place = (value.as_ptr().addr(), value.len());
            if let Some(position) = by_place.get(&place) {
                return Some(*position);
            }
            let next = u32::try_from(values.len()).ok()?;
            let position = *known.entry(value).or_insert(next);
            if position == next {
                values.push(value.into());
            }
            by_place.insert(place, position);
            Some(position)
        }),
    )?;
    Ok((column, values))
}
