//! Sums of the ledger by year and any dimensions, a currency each: whole minor units of records that are alike in the
//! positions of their values, added up by Polars.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use super::query::{Dimension, Grouping, Query};
use super::top::{RowKey, Top};
use crate::attribution::{Bucket, Ledger, LedgerError, LineKind, Records};
use crate::domain::{Currency, Interval, Money, Year};

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
/// A frame that is not as it was made, which is a fault of the program.
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
    let records = ledger.records()?;
    let groups = Groups::of(ledger, &records, by)?;
    let mut rows: BTreeMap<(Year, K), usize> = BTreeMap::new();
    let mut of_groups: Vec<usize> = Vec::with_capacity(groups.keys.len());
    for (year, by) in groups.keys {
        let next = rows.len();
        of_groups.push(*rows.entry((at(&ledger.years, year, "year")?, row(by))).or_insert(next));
    }
    let is_of_form = OfForm::new(ledger, exploitation)?;
    let mut lines = Lines::of(rows.len());
    let pots = Pots { currencies: ledger.currencies.len() };
    let mut of_records: Vec<u64> = Vec::with_capacity(groups.of_records.len());
    for (record, group) in groups.of_records.iter().enumerate() {
        let found = (of_groups.get(*group as usize), records.lines.get(record));
        let (Some(row), Some(line)) = found else { return Err(cell("line")) };
        lines.count(*row, *line);
        let money = records.buckets.get(record).zip(records.currencies.get(record));
        let (bucket, currency) = money.ok_or_else(|| cell("bucket"))?;
        // What is attributed to other forms is in no sum; its lines are lines all the same.
        let is_taken = is_of_form.takes(record, *bucket);
        of_records.push(if is_taken { pots.number(*row, *bucket, *currency) } else { Ledger::NO_GROUP });
    }
    let mut of_rows: Vec<Sums> = lines.counted.iter().map(|lines| Sums { lines: *lines, ..Sums::default() }).collect();
    drop(groups.of_records);
    for sum in ledger.sums(of_records)? {
        let (row, bucket, currency) = pots.of(sum.group);
        let bucket = at(&Bucket::ALL, bucket, "bucket")?;
        let currency = at(&ledger.currencies, currency, "currency")?;
        of_rows.get_mut(row).ok_or_else(|| cell("row"))?.count(bucket, currency, &sum.amounts, sum.records);
    }
    let mut sums = |row: usize| of_rows.get_mut(row).map(std::mem::take).unwrap_or_default();
    Ok(rows.into_iter().map(|(key, row)| (key, sums(row))).collect())
}

/// How many lines have a record in each row.
struct Lines {
    counted: Vec<u64>,
    /// The line that each row counted last.
    last: Vec<Option<u32>>,
}

impl Lines {
    fn of(rows: usize) -> Self {
        Self { counted: vec![0; rows], last: vec![None; rows] }
    }

    /// Counts a record's line in a row, once: the records of a line stand together.
    fn count(&mut self, row: usize, line: u32) {
        let (Some(counted), Some(last)) = (self.counted.get_mut(row), self.last.get_mut(row)) else { return };
        if last.replace(line) != Some(line) {
            *counted += 1;
        }
    }
}

/// What is added up apart: the money of one row, bucket and currency, as one number.
#[derive(Clone, Copy)]
struct Pots {
    currencies: usize,
}

impl Pots {
    fn number(self, row: usize, bucket: u32, currency: u32) -> u64 {
        ((row * Bucket::ALL.len() + bucket as usize) * self.currencies + currency as usize) as u64
    }

    /// The row, the bucket and the currency of a number.
    fn of(self, number: u64) -> (usize, u32, u32) {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let currencies = self.currencies.max(1);
        let (rest, currency) = (number / currencies, number % currencies);
        let (row, bucket) = (rest / Bucket::ALL.len(), rest % Bucket::ALL.len());
        (row, u32::try_from(bucket).unwrap_or(u32::MAX), u32::try_from(currency).unwrap_or(u32::MAX))
    }
}

/// Records by year and the values of groupings.
struct Groups {
    /// The position of the year, and the values.
    keys: Vec<(u32, Vec<String>)>,
    /// The group of each record.
    of_records: Vec<u32>,
}

impl Groups {
    fn of(ledger: &Ledger, records: &Records<'_>, by: &[Grouping]) -> Result<Self, LedgerError> {
        let keys = (0..).zip(&ledger.years).map(|(year, _)| (year, Vec::new())).collect();
        let mut groups = Self { keys, of_records: records.years.to_vec() };
        for grouping in by {
            groups.split(ledger, *grouping)?;
        }
        Ok(groups)
    }

    /// Splits each group by the values of one more grouping.
    fn split(&mut self, ledger: &Ledger, grouping: Grouping) -> Result<(), LedgerError> {
        let (positions, values) = ledger.of_dimension(grouping.dimension)?;
        // Values that fall into one group have one number.
        let mut numbers: HashMap<&str, u32, RandomState> = HashMap::default();
        let grouped: Vec<(u32, &str)> = values
            .iter()
            .map(|value| {
                let value = grouping.of(value);
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                (*numbers.entry(value).or_insert(next), value)
            })
            .collect();
        let mut known: HashMap<(u32, u32), u32, RandomState> = HashMap::default();
        let mut keys: Vec<(u32, Vec<String>)> = Vec::new();
        for (group, position) in self.of_records.iter_mut().zip(positions) {
            let (number, value) = at(&grouped, *position, "value")?;
            let next = u32::try_from(keys.len()).map_err(|_| cell("value"))?;
            let split = *known.entry((*group, number)).or_insert(next);
            if split == next {
                let (year, mut by) = self.keys.get(*group as usize).cloned().ok_or_else(|| cell("group"))?;
                by.push(value.to_owned());
                keys.push((year, by));
            }
            *group = split;
        }
        self.keys = keys;
        Ok(())
    }
}

/// Whether a record is counted where one form of exploitation is shown: what is attributed to another is not.
struct OfForm<'l> {
    /// The position of the form, and those of the records; `None` where all forms are shown.
    form: Option<(Option<u32>, &'l [u32])>,
}

impl<'l> OfForm<'l> {
    fn new(ledger: &'l Ledger, form: Option<&str>) -> Result<Self, LedgerError> {
        let Some(form) = form else { return Ok(Self { form: None }) };
        let (positions, values) = ledger.of_dimension(Dimension::Exploitation)?;
        let position =
            values.iter().position(|value| **value == *form).and_then(|position| u32::try_from(position).ok());
        Ok(Self { form: Some((position, positions)) })
    }

    fn takes(&self, record: usize, bucket: u32) -> bool {
        let Some((form, positions)) = self.form else { return true };
        let is_attributed = matches!(Bucket::ALL.get(bucket as usize), Some(Bucket::Known(_)));
        !is_attributed || (form.is_some() && positions.get(record).copied() == form)
    }
}

/// What stands at a position of a list.
fn at<T: Copy>(list: &[T], position: u32, name: &str) -> Result<T, LedgerError> {
    let found = usize::try_from(position).ok().and_then(|position| list.get(position));
    found.copied().ok_or_else(|| cell(name))
}

fn cell(column: &str) -> LedgerError {
    LedgerError::Cell { column: column.to_owned() }
}
