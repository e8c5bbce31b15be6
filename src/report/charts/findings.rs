//! What a chart finds, as its title: sentences of figures that stand in it, with no word that no figure carries.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};

use super::scale::{Scale, per_cent};
use super::shape::YearPhase;
use crate::domain::{Fraction, Year};
use crate::language::{Language, Message};
use crate::message;

/// A total of a year, and whether it was spent.
pub(super) struct YearTotal {
    pub(super) year: Year,
    pub(super) amount: Fraction,
    pub(super) phase: YearPhase,
}

/// The last year against the one before it, where both are of one phase.
pub(super) fn last_year(language: Language, scale: &Scale, years: &[YearTotal]) -> Option<Message> {
    let (last, earlier) = years.split_last()?;
    let before = earlier.last().filter(|before| before.phase == last.phase);
    let amount = amount(scale, last);
    let year = last.year.to_string();
    let Some((before, share)) = before.and_then(|before| Some((before, change(before, last)?))) else {
        return Some(message!("chart-finding-year", year = year, amount = amount));
    };
    let (than, share_label) = (before.year.to_string(), per_cent(language, &magnitude(&share)).label);
    Some(match () {
        () if share.is_zero() => message!("chart-finding-year-same", year = year, amount = amount, before = than),
        () if share.is_negative() => {
            message!("chart-finding-year-less", year = year, amount = amount, share = share_label, before = than)
        }
        () => message!("chart-finding-year-more", year = year, amount = amount, share = share_label, before = than),
    })
}

/// How much more the later one is, over the earlier; none where the earlier is not above 0 or the later below it.
fn change(before: &YearTotal, after: &YearTotal) -> Option<Fraction> {
    if before.amount.is_negative() || before.amount.is_zero() || after.amount.is_negative() {
        return None;
    }
    (&after.amount - &before.amount).checked_div(&before.amount)
}

/// `630.0 thousand BGN`, and that it is approved, where it is.
fn amount(scale: &Scale, total: &YearTotal) -> Message {
    let amount = scale.with_unit(&total.amount);
    match total.phase {
        YearPhase::Approved => message!("chart-amount-approved", amount = amount),
        YearPhase::Executed | YearPhase::Partly => amount,
    }
}

/// What one part was of a year: `External money was 40.3 % of 630.0 thousand BGN in 2017`.
pub(super) fn part_of_year(
    language: Language,
    scale: &Scale,
    (name, part): (Message, &Fraction),
    total: &YearTotal,
) -> Option<Message> {
    let share = part.checked_div(&total.amount).filter(Fraction::is_share)?;
    let (share, amount) = (per_cent(language, &share).label, amount(scale, total));
    Some(message!("chart-finding-part", name = name, share = share, amount = amount, year = total.year.to_string()))
}

/// The largest of several parts that add up to a whole: none below 0.
pub(super) fn largest(
    language: Language,
    scale: &Scale,
    parts: &[(String, Fraction)],
    span: Message,
) -> Option<Message> {
    let whole: Fraction = parts.iter().map(|(_, amount)| amount.clone()).sum();
    let (name, amount) = parts.iter().max_by(|(_, one), (_, other)| one.cmp(other))?;
    if parts.iter().any(|(_, amount)| amount.is_negative()) || parts.len() < 2 {
        return None;
    }
    let share = per_cent(language, &amount.checked_div(&whole)?).label;
    let amount = scale.with_unit(amount);
    Some(message!("chart-finding-largest", name = name, amount = amount, share = share, span = span))
}

/// A change from one year to another, in units of the last digit shown, so that it is the difference of the two figures
/// shown, and the largest of its parts.
pub(super) fn change_of(
    scale: &Scale,
    (first, last): (Year, Year),
    change: &BigInt,
    after: &Fraction,
    largest: Option<(&str, &str)>,
) -> Message {
    let (first, last) = (first.to_string(), last.to_string());
    if change.is_zero() {
        return message!("chart-finding-no-change", first = first, last = last, amount = scale.with_unit(after));
    }
    let amount = scale.units_with_unit(&change.abs());
    let largest = largest.map(|(name, figure)| message!("chart-finding-largest-change", name = name, figure = figure));
    let largest = crate::language::Value::optional(largest);
    if change.is_negative() {
        message!("chart-finding-less", amount = amount, first = first, last = last, largest = largest)
    } else {
        message!("chart-finding-more", amount = amount, first = first, last = last, largest = largest)
    }
}

pub(super) fn magnitude(figure: &Fraction) -> Fraction {
    if figure.is_negative() { &Fraction::zero() - figure } else { figure.clone() }
}

#[cfg(test)]
mod tests {
    use super::{Language, Scale, YearPhase, YearTotal, last_year};
    use crate::domain::{Currency, Fraction, Year};

    fn said(years: &[(&str, i64, YearPhase)]) -> String {
        let years: Vec<YearTotal> = years
            .iter()
            .map(|(year, amount, phase)| YearTotal {
                year: Year::parse(year).unwrap(),
                amount: Fraction::whole(*amount),
                phase: *phase,
            })
            .collect();
        let scale = Scale::of(Language::English, Currency::BGN, years.iter().map(|year| &year.amount));
        Language::English.say(&last_year(Language::English, &scale, &years).unwrap())
    }

    #[test]
    fn the_last_year_is_held_against_one_of_its_own_phase_only() {
        let spent = YearPhase::Executed;
        let (before, after) = (("2016", 50_000_000, spent), ("2017", 63_000_000, spent));
        assert_eq!(said(&[before, after]), "2017: 630.0 thousand BGN, 26\u{a0}% more than in 2016");
        assert_eq!(said(&[before, ("2017", 63_000_000, YearPhase::Approved)]), "2017: 630.0 thousand BGN approved");
        let partly = said(&[before, ("2017", 63_000_000, YearPhase::Partly)]);
        assert_eq!(partly, "2017: 630.0 thousand BGN");
        assert_eq!(said(&[("2016", 0, spent), after]), "2017: 630.0 thousand BGN");
        assert_eq!(said(&[after]), "2017: 630.0 thousand BGN");
        assert_eq!(
            said(&[("2016", 126_000_000, spent), after]),
            "2017: 630.0 thousand BGN, 50\u{a0}% less than in 2016"
        );
    }
}
