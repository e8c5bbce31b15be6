//! Sums of the ledger by year and any dimensions, in Polars: one group-by over whole minor units.

use std::collections::BTreeMap;

use polars::prelude::{BooleanChunked, DataFrame, IntoColumn, NamedFrom, Series};

use super::query::Dimension;
use crate::attribution::{BUCKET, Bucket, Ledger, LedgerError};
use crate::domain::{Interval, Money, Part, Year};

/// A year and the values of the dimensions, in their order: the key of one row of a report.
pub type GroupKey = (Year, Vec<String>);

/// What the records of one group add up to, in whole minor units of the project's currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// What labelled lines of state financing attribute.
    pub labelled_state: Interval<Money>,
    /// What labelled lines of external financing attribute.
    pub labelled_external: Interval<Money>,
    /// What unlabelled lines attribute.
    pub unlabelled: Interval<Money>,
    /// Amounts of lines that no rule decides.
    pub unattributed: Money,
    /// Lines whose amount nobody published.
    pub not_estimated: u64,
    /// Whether anything is attributed, unattributed or not estimated.
    pub shows_something: bool,
    /// Whether labelled lines attribute anything that is known, be it 0.00.
    pub has_labelled: bool,
    /// Whether unlabelled lines attribute anything that is known, be it 0.00.
    pub has_unlabelled: bool,
}

/// Sums of a ledger, in order of year and values by code point.
///
/// # Errors
///
/// Where Polars refuses to group, which is a fault of the program.
pub fn sums(
    ledger: &Ledger,
    dimensions: &[Dimension],
    exploitation: Option<&str>,
) -> Result<BTreeMap<GroupKey, Sums>, LedgerError> {
    let mut frame = match exploitation {
        Some(form) => ledger.frame.filter(&of_form(&ledger.frame, form)?)?,
        None => ledger.frame.clone(),
    };
    frame.with_column(Series::new("records".into(), vec![1_i128; frame.height()]).into_column())?;
    let mut keys = vec!["year"];
    keys.extend(dimensions.iter().map(|dimension| dimension.column()).filter(|column| *column != "year"));
    keys.dedup();
    let mut group_by = keys.clone();
    group_by.push(BUCKET);
    collect(&summed(&frame, &group_by)?, dimensions)
}

#[expect(deprecated, reason = "its successor is Polars' lazy engine, which doubles the build for this one call")]
fn summed(frame: &DataFrame, group_by: &[&str]) -> Result<DataFrame, LedgerError> {
    Ok(frame.group_by(group_by)?.select(["low", "central", "high", "records"]).sum()?)
}

/// Attributed records of one form of exploitation; what is not attributed stays whole.
fn of_form(frame: &DataFrame, form: &str) -> Result<BooleanChunked, LedgerError> {
    let parts = frame.column("part")?.str()?;
    let forms = frame.column("exploitation")?.str()?;
    let attributed = Part::Attributed.word();
    Ok(parts.iter().zip(forms.iter()).map(|(part, of)| part != Some(attributed) || of == Some(form)).collect())
}

fn collect(summed: &DataFrame, dimensions: &[Dimension]) -> Result<BTreeMap<GroupKey, Sums>, LedgerError> {
    let years = summed.column("year")?.str()?;
    let buckets = summed.column(BUCKET)?.u32()?;
    let groups = dimensions.iter().map(|dimension| Ok(summed.column(dimension.column())?.str()?));
    let groups: Vec<_> = groups.collect::<Result<_, LedgerError>>()?;
    let column = |name: &str| -> Result<Vec<i128>, LedgerError> {
        Ok(summed.column(&format!("{name}_sum"))?.i128()?.iter().map(Option::unwrap_or_default).collect())
    };
    let (low, central, high, records) = (column("low")?, column("central")?, column("high")?, column("records")?);
    let mut found: BTreeMap<GroupKey, Sums> = BTreeMap::new();
    for row in 0..summed.height() {
        let Some(year) = years.get(row).and_then(Year::parse) else { continue };
        let values = groups.iter().map(|group| group.get(row).unwrap_or_default().to_owned()).collect();
        let sums = found.entry((year, values)).or_default();
        let money = |column: &[i128]| Money::from_minor_units(column.get(row).copied().unwrap_or_default());
        let amounts = Interval { low: money(&low), central: money(&central), high: money(&high) };
        let bucket = buckets.get(row);
        let is = |wanted: Bucket| bucket == Some(wanted.number());
        if is(Bucket::LabelledState) {
            sums.labelled_state = amounts;
        } else if is(Bucket::LabelledExternal) {
            sums.labelled_external = amounts;
        } else if is(Bucket::Unlabelled) {
            sums.unlabelled = amounts;
        } else if is(Bucket::Unattributed) {
            sums.unattributed = amounts.central;
        } else if is(Bucket::NotEstimated) {
            sums.not_estimated = records.get(row).and_then(|count| u64::try_from(*count).ok()).unwrap_or_default();
        }
        sums.has_labelled |= is(Bucket::LabelledState) || is(Bucket::LabelledExternal);
        sums.has_unlabelled |= is(Bucket::Unlabelled);
        sums.shows_something |= !is(Bucket::Left);
    }
    Ok(found)
}
