//! Sums of the ledger by year and any dimensions, a currency each, in Polars: group-bys over whole minor units.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::{BooleanChunked, DataFrame, IntoColumn, NamedFrom, Series, StringChunked, UInt32Chunked};

use super::query::{Grouping, Query};
use super::top::{RowKey, Top};
use crate::attribution::{BUCKET, Bucket, CURRENCY, LINE, Ledger, LedgerError, LineKind, YEAR};
use crate::domain::{Currency, Interval, Money, Part, Year};

/// A year and the values of the dimensions, in their order: the key of one row of a report.
pub type GroupKey = (Year, Vec<String>);

/// Money of several currencies, each added up on its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Purse(BTreeMap<Currency, Interval<Money>>);

impl Purse {
    /// Adds money of a currency.
    pub fn add(&mut self, currency: Currency, amounts: &Interval<Money>) {
        let sum = self.0.entry(currency).or_default();
        *sum = sum.plus(amounts);
    }

    /// Adds all of another.
    pub fn add_all(&mut self, other: &Self) {
        other.iter().for_each(|(currency, amounts)| self.add(currency, amounts));
    }

    /// The money of one currency; `None` where there is none.
    fn only(&self, currency: Currency) -> Option<Self> {
        self.0.get(&currency).map(|amounts| Self(BTreeMap::from([(currency, *amounts)])))
    }

    /// Each currency with its sum.
    pub fn iter(&self) -> impl Iterator<Item = (Currency, &Interval<Money>)> {
        self.0.iter().map(|(currency, amounts)| (*currency, amounts))
    }
}

/// What the entries of one group add up to. What is absent has no entry: a sum over nothing is not a sum of 0.00.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// What lines of each kind attribute.
    pub known: BTreeMap<LineKind, Purse>,
    /// Amounts of lines that no rule decides.
    pub unattributed: Purse,
    /// Lines of which any entry stands here.
    pub lines: u64,
    /// Those of them whose amount nobody published.
    pub not_estimated: u64,
    /// Those that were expected and have no row.
    pub not_reported: u64,
    /// Whether anything is attributed, unattributed, not estimated or not reported.
    pub shows_something: bool,
}

impl Sums {
    /// Adds what an entry, or several of one bucket, count: `amounts` is the sum and `entries` their number.
    pub fn count(&mut self, bucket: Bucket, currency: Currency, amounts: &Interval<Money>, entries: u64) {
        match bucket {
            Bucket::Known(kind) => self.known.entry(kind).or_default().add(currency, amounts),
            Bucket::NotEstimated => self.not_estimated += entries,
            Bucket::NotReported => self.not_reported += entries,
            Bucket::Unattributed => self.unattributed.add(currency, amounts),
            Bucket::Excluded(kind) => {
                // A known 0.00 needs no rate.
                self.known.entry(kind).or_default();
            }
            Bucket::Left => {}
        }
        self.shows_something |= !matches!(bucket, Bucket::Left | Bucket::Excluded(_));
    }

    /// What is of one currency: money alone, no number of lines.
    #[must_use]
    pub fn of_currency(&self, currency: Currency) -> Self {
        let known = self.known.iter().filter_map(|(kind, purse)| Some((*kind, purse.only(currency)?)));
        let unattributed = self.unattributed.only(currency).unwrap_or_default();
        Self { known: known.collect(), unattributed, ..Self::default() }
    }

    /// Adds another group; a line that stands in both is counted twice among the lines.
    pub fn add_all(&mut self, other: &Self) {
        for (kind, purse) in &other.known {
            self.known.entry(*kind).or_default().add_all(purse);
        }
        self.unattributed.add_all(&other.unattributed);
        self.lines += other.lines;
        self.not_estimated += other.not_estimated;
        self.not_reported += other.not_reported;
        self.shows_something |= other.shows_something;
    }
}

/// Sums of a ledger by year and groups, in order of year and values by code point.
///
/// # Errors
///
/// Where Polars refuses to group, which is a fault of the program.
pub fn sums(
    ledger: &Ledger,
    by: &[Grouping],
    exploitation: Option<&str>,
) -> Result<BTreeMap<GroupKey, Sums>, LedgerError> {
    sums_into(ledger, by, exploitation, |by| by)
}

/// Sums of a ledger by year and the rows that groups fall into.
///
/// # Errors
///
/// As [`sums`].
pub fn row_sums(
    ledger: &Ledger,
    query: &Query,
    top: Option<&Top>,
) -> Result<BTreeMap<(Year, RowKey), Sums>, LedgerError> {
    sums_into(ledger, &query.by, query.exploitation.as_deref(), |by| RowKey::of(by, top))
}

fn sums_into<K: Ord>(
    ledger: &Ledger,
    by: &[Grouping],
    exploitation: Option<&str>,
    row: impl Fn(Vec<String>) -> K,
) -> Result<BTreeMap<(Year, K), Sums>, LedgerError> {
    let mut found = BTreeMap::new();
    let mut frame = ledger.frame.clone();
    for (number, grouping) in by.iter().enumerate() {
        let whole = frame.column(grouping.dimension.name(&ledger.dimensions))?.str()?;
        let groups: StringChunked = whole.iter().map(|value| value.map(|value| grouping.of(value))).collect();
        frame.with_column(groups.with_name(group_column(number).into()).into_column())?;
    }
    frame.with_column(Series::new(RECORDS.into(), vec![1_i128; frame.height()]).into_column())?;
    // What is attributed to other forms is in no sum; its lines are lines all the same.
    let mut lines: BTreeMap<(Year, K), BTreeSet<u32>> = BTreeMap::new();
    for Grouped { key: (year, by), position, .. } in grouped(&frame, ledger, by.len(), LINE)? {
        lines.entry((year, row(by))).or_default().insert(position);
    }
    for (key, lines) in lines {
        let sums: &mut Sums = found.entry(key).or_default();
        sums.lines = lines.iter().map(|_| 1).sum();
    }
    let shown = match exploitation {
        Some(form) => frame.filter(&of_form(&frame, form)?)?,
        None => frame,
    };
    for group in grouped(&shown, ledger, by.len(), BUCKET)? {
        let bucket = at(&Bucket::ALL, group.position, BUCKET)?;
        let (year, by) = group.key;
        let sums: &mut Sums = found.entry((year, row(by))).or_default();
        sums.count(bucket, group.currency, &group.amounts, group.records);
    }
    Ok(found)
}

/// What the records of one year, currency, group and position add up to.
struct Grouped {
    key: GroupKey,
    position: u32,
    currency: Currency,
    amounts: Interval<Money>,
    records: u64,
}

/// The column that counts records.
const RECORDS: &str = "#records";

/// The column of the values of a grouping, by its number. No dimension of a project has a name with such a mark.
fn group_column(number: usize) -> String {
    format!("#{number}")
}

/// Groups the records by year, currency, values of so many groupings and a column of positions.
#[expect(deprecated, reason = "its successor is Polars' lazy engine, which doubles the build for this one call")]
fn grouped(
    frame: &DataFrame,
    ledger: &Ledger,
    groups: usize,
    positions: &'static str,
) -> Result<Vec<Grouped>, LedgerError> {
    let names: Vec<String> = (0..groups).map(group_column).collect();
    let columns: Vec<&str> = [YEAR, CURRENCY, positions].into_iter().chain(names.iter().map(String::as_str)).collect();
    let summed = frame.group_by(columns)?.select(["low", "central", "high", RECORDS]).sum()?;
    let (years, currencies) = (summed.column(YEAR)?.u32()?, summed.column(CURRENCY)?.u32()?);
    let found = summed.column(positions)?.u32()?;
    let values = names.iter().map(|name| Ok(summed.column(name)?.str()?)).collect::<Result<Vec<_>, LedgerError>>()?;
    let sum = |name: &str| -> Result<Vec<i128>, LedgerError> {
        Ok(summed.column(&format!("{name}_sum"))?.i128()?.iter().map(Option::unwrap_or_default).collect())
    };
    let (low, central, high, records) = (sum("low")?, sum("central")?, sum("high")?, sum(RECORDS)?);
    let mut groups = Vec::with_capacity(summed.height());
    for row in 0..summed.height() {
        let value = |values: &StringChunked, dimension: &str| {
            values.get(row).map(str::to_owned).ok_or_else(|| not_a_position(dimension))
        };
        let by = values.iter().zip(&names).map(|(values, name)| value(values, name));
        let money = |column: &[i128]| Money::from_minor_units(column[row]);
        groups.push(Grouped {
            key: (at(&ledger.years, position(years, row, YEAR)?, YEAR)?, by.collect::<Result<_, _>>()?),
            position: position(found, row, positions)?,
            currency: at(&ledger.currencies, position(currencies, row, CURRENCY)?, CURRENCY)?,
            amounts: Interval { low: money(&low), central: money(&central), high: money(&high) },
            records: u64::try_from(records[row]).map_err(|_| not_a_position(RECORDS))?,
        });
    }
    Ok(groups)
}

/// The position in a row of a column of positions.
fn position(column: &UInt32Chunked, row: usize, name: &str) -> Result<u32, LedgerError> {
    column.get(row).ok_or_else(|| not_a_position(name))
}

/// What stands at a position of a list.
fn at<T: Copy>(list: &[T], position: u32, name: &str) -> Result<T, LedgerError> {
    let found = usize::try_from(position).ok().and_then(|position| list.get(position));
    found.copied().ok_or_else(|| not_a_position(name))
}

/// Attributed records of one form of exploitation; what is not attributed stays whole.
fn of_form(frame: &DataFrame, form: &str) -> Result<BooleanChunked, LedgerError> {
    let parts = frame.column("part")?.str()?;
    let forms = frame.column("exploitation")?.str()?;
    let attributed = Part::Attributed.word();
    Ok(parts.iter().zip(forms.iter()).map(|(part, of)| part != Some(attributed) || of == Some(form)).collect())
}

fn not_a_position(column: &str) -> LedgerError {
    LedgerError::Cell { column: column.to_owned() }
}
