//! Amounts that nobody published, estimated from other years of the same line.

use std::collections::BTreeMap;
use std::sync::Arc;

use arcstr::ArcStr;

use super::decide::Candidates;
use super::faults::RuleFaults;
use crate::diagnostics::Diagnostics;
use crate::domain::{BudgetLine, Currency, Fraction, LineKey, Money, OwnValues, State, Year};
use crate::project::Project;
use crate::rules::Share;
use crate::rules::share::{Estimation, Facts, ShareFault, way_between};

/// An amount that nobody published, estimated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fill {
    /// The estimate, in the currency of its line.
    pub amount: Money,
    /// How it was estimated.
    pub how: Estimation,
    /// The years that it was worked out from, the earlier one first.
    pub from: Vec<FillYear>,
    /// The chain of the index from the earlier year, where it was moved by one.
    pub factor: Option<Fraction>,
}

/// A year of the same line, as it served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FillYear {
    /// The year.
    pub year: Year,
    /// What was published, in minor units of the line that is filled, at the rate of its own year, not rounded.
    pub amount: Fraction,
    /// The lines that it is the sum of, by their numbers among those attributed.
    pub lines: Vec<usize>,
}

impl Fill {
    /// How well it is known.
    #[must_use]
    pub const fn state(&self) -> State {
        self.how.state()
    }
}

/// What the years of one line have in common: all but year, phase, currency and source.
type Series = (ArcStr, ArcStr, [&'static str; 2], [ArcStr; 3], OwnValues);

fn series_of(key: &LineKey) -> Series {
    (
        key.agency.clone(),
        key.funder.clone(),
        [key.financing.word(), key.label.word()],
        [key.line.clone(), key.function.clone(), key.area.clone()],
        key.own.clone(),
    )
}

/// The amounts that rules fill, by the numbers of their lines. Faults go to `diagnostics`.
pub(super) fn fill(
    project: &Project,
    candidates: &Candidates,
    decisions: &[Option<usize>],
    faults: &RuleFaults<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<usize, Arc<Fill>> {
    let mut filled = BTreeMap::new();
    if project.rules.rules.iter().all(|rule| rule.fill.is_none()) {
        return filled;
    }
    let lines: Vec<&Arc<BudgetLine>> = candidates.iter().map(|candidate| &candidate.line).collect();
    let mut series: BTreeMap<Series, BTreeMap<Year, Vec<usize>>> = BTreeMap::new();
    for (number, line) in lines.iter().enumerate() {
        series.entry(series_of(line.key())).or_default().entry(line.key().year).or_default().push(number);
    }
    let mut decided: BTreeMap<(usize, Year), usize> = BTreeMap::new();
    for (line, rule) in lines.iter().zip(decisions) {
        if let Some(rule) = rule {
            *decided.entry((*rule, line.key().year)).or_default() += 1;
        }
    }
    for years in series.values() {
        for (year, of_year) in years {
            // The first blank line of the year, where none is published.
            let Some(first) =
                of_year.first().filter(|_| of_year.iter().all(|number| lines[*number].amount().is_none()))
            else {
                continue;
            };
            let Some(rule_index) = decisions.get(*first).copied().flatten() else { continue };
            let Some(rule) = project.rules.rules.get(rule_index) else { continue };
            let alone = decided.get(&(rule_index, *year)) == Some(&1);
            let imputed = rule.share.can_impute() && alone;
            let Some(how) = rule.fill.as_ref().filter(|_| !imputed && !matches!(rule.share, Share::None)) else {
                continue;
            };
            match estimate(project, &lines, years, *year, lines[*first].key().currency, how) {
                Ok(Some(fill)) => {
                    filled.insert(*first, Arc::new(fill));
                }
                Ok(None) => {}
                Err(fault) => faults.push(rule, *year, &fault, diagnostics),
            }
        }
    }
    filled
}

/// The estimate of a year; `None` where no other year helps.
fn estimate(
    project: &Project,
    lines: &[&Arc<BudgetLine>],
    years: &BTreeMap<Year, Vec<usize>>,
    year: Year,
    currency: Currency,
    how: &Estimation,
) -> Result<Option<Fill>, ShareFault> {
    let published = |numbers: &[usize]| numbers.iter().any(|number| lines[*number].amount().is_some());
    let known: Vec<Year> = years.iter().filter(|(_, numbers)| published(numbers)).map(|(year, _)| *year).collect();
    let before = known.iter().copied().filter(|known| *known < year).max();
    let after = known.iter().copied().filter(|known| *known > year).min();
    let brought = |of: Year| -> Result<FillYear, ShareFault> {
        let mut sum = Fraction::zero();
        let mut used = Vec::new();
        for number in years.get(&of).into_iter().flatten() {
            let Some(amount) = lines[*number].amount() else { continue };
            let from = lines[*number].key().currency;
            let rate = project.minor_rate(from, currency, of);
            let rate = rate.ok_or(ShareFault::MissingRate { from, to: currency, year: of })?;
            sum = &sum + &(&Fraction::from_money(amount) * &rate);
            used.push(*number);
        }
        Ok(FillYear { year: of, amount: sum, lines: used })
    };
    let (from, exact, factor) = match (how, before, after) {
        (Estimation::Previous, Some(before), _) => {
            let before = brought(before)?;
            let amount = before.amount.clone();
            (vec![before], amount, None)
        }
        (Estimation::Interpolate, Some(before), Some(after)) => {
            let (before, after) = (brought(before)?, brought(after)?);
            let way = way_between(before.year, year, after.year);
            let amount = &before.amount + &(&(&after.amount - &before.amount) * &way);
            (vec![before, after], amount, None)
        }
        (Estimation::Index(index), Some(before), _) => {
            let chain = |missing| ShareFault::IndexChain { index: index.clone(), from: before, missing };
            let factor = project.index_factor(index, before, year).map_err(chain)?;
            let before = brought(before)?;
            let amount = &before.amount * &factor;
            (vec![before], amount, Some(factor))
        }
        _ => return Ok(None),
    };
    let amount = exact.round_to_money().ok_or(ShareFault::FillOutOfRange)?;
    Ok(Some(Fill { amount, how: how.clone(), from, factor }))
}
