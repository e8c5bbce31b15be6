//! Sums of the ledger by year and any dimensions, in Polars: one group-by over whole minor units.

use std::collections::BTreeMap;

use polars::prelude::{BooleanChunked, DataFrame, IntoColumn, NamedFrom, Series};

use super::query::Dimension;
use crate::attribution::{BUCKET, Bucket, Ledger, LedgerError};
use crate::domain::{Interval, Money, Part, Year};

/// A year and the values of the dimensions, in their order: the key of one row of a report.
pub type GroupKey = (Year, Vec<String>);

/// What lines of one kind attribute: the sum of what is known, and what it is a sum of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// The sum, in whole minor units of the project's currency.
    pub amounts: Interval<Money>,
    /// Whether anything is known, be it 0.00.
    pub has_known: bool,
    /// Lines whose amount nobody published.
    pub unknown: u64,
}

/// What the records of one group add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// Labelled lines of state financing.
    pub labelled_state: Side,
    /// Labelled lines of external financing.
    pub labelled_external: Side,
    /// Unlabelled lines.
    pub unlabelled: Side,
    /// Amounts of lines that no rule decides.
    pub unattributed: Money,
    /// Whether anything is attributed, unattributed or not estimated.
    pub shows_something: bool,
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
    let mut group_by = vec!["year", BUCKET];
    group_by.extend(dimensions.iter().map(|dimension| dimension.column()));
    let mut found = collect(&summed(&frame, &group_by)?, dimensions)?;
    if dimensions.is_empty() {
        // A year that has lines has a row, whatever the form of exploitation leaves of them.
        for year in ledger.frame.column("year")?.str()?.iter().flatten().filter_map(Year::parse) {
            found.entry((year, Vec::new())).or_default();
        }
    }
    Ok(found)
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
        let count = records.get(row).and_then(|count| u64::try_from(*count).ok()).unwrap_or_default();
        for (side, known, unknown) in [
            (&mut sums.labelled_state, Bucket::LabelledState, Bucket::UnknownState),
            (&mut sums.labelled_external, Bucket::LabelledExternal, Bucket::UnknownExternal),
            (&mut sums.unlabelled, Bucket::Unlabelled, Bucket::UnknownUnlabelled),
        ] {
            if is(known) {
                (side.amounts, side.has_known) = (amounts, true);
            } else if is(unknown) {
                side.unknown = count;
            }
        }
        if is(Bucket::Unattributed) {
            sums.unattributed = amounts.central;
        }
        sums.shows_something |= !is(Bucket::Left);
    }
    Ok(found)
}
