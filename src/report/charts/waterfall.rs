//! `waterfall`: from one year to the next, or from the first to the last asked for, by cause or by the dimensions asked for,
//! the largest change first.

use num_bigint::BigInt;
use num_traits::Zero as _;

use super::findings::{change_of, magnitude};
use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts};
use super::phrases;
use super::scale::{Scale, adding_up};
use super::shape::{AxisStart, ChartShape, Ink, WaterfallStep, WaterfallStepKind, WaterfallSteps};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::{Fraction, Year, YearRange};
use crate::language::{Between, Message, Value};
use crate::measures::compare::{Change, CompareQuery, Side, compare};
use crate::measures::{CostError, Known, Query};
use crate::message;

/// Most groups; beyond it the smallest changes are gathered.
const MOST_STEPS: usize = 12;

pub(super) struct Waterfall;

impl ChartKind for Waterfall {
    fn name(&self) -> &'static str {
        "waterfall"
    }

    fn takes_by(&self) -> bool {
        true
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let cost = material.cost(&[], Counts::NotShown)?;
        let known: Vec<Year> =
            cost.rows.iter().filter(|row| row.figures.total().is_some()).map(|row| row.year).collect();
        // Where nobody asked for years, the last against the one before it.
        let is_asked = material.query.years != YearRange::default();
        let first = if is_asked { known.first() } else { known.iter().rev().nth(1) };
        let (Some(first), Some(last)) = (first.copied(), known.last().copied()) else {
            return Err(ChartError::Nothing(message!("chart-nothing-two-years")));
        };
        if first == last {
            return Err(ChartError::Nothing(message!("chart-nothing-two-years")));
        }
        let (project, attribution, by) = (material.project, material.attribution, &*material.query.by);
        let side = |year: Year| Side { project, attribution, year, by };
        let query = CompareQuery {
            by: material.query.by.clone(),
            measures: material.query.measures.clone(),
            exploitation: material.query.exploitation.clone(),
            basis: material.query.basis,
        };
        let comparison = |query: &CompareQuery| compare(side(first), side(last), query);
        let found = material.answers.comparison([first, last], query.clone(), comparison).map_err(CostError::from)?;
        let Some((before, after)) = found.total.totals() else {
            return Err(ChartError::Nothing(message!("chart-nothing-two-years")));
        };
        let mut notes = Vec::new();
        let mut changes =
            if query.by.is_empty() { causes(material, &found.total) } else { groups(material, &found.groups) };
        changes.sort_by_key(|(_, change)| std::cmp::Reverse(magnitude(change)));
        let changes = gathered(material, changes, &mut notes);
        if query.by.is_empty() {
            notes.push(message!("chart-note-causes"));
        }
        let figures = [&before, &after].into_iter().chain(changes.iter().map(|(_, change)| change));
        let scale = Scale::of(material.language, material.query.basis.currency, figures);
        let scale = scale.with_digits(|scale| {
            let shown = |change: &Fraction| !scale.in_last_digits(change).round_half_away().is_zero();
            changes.iter().all(|(_, change)| change.is_zero() || shown(change))
        });
        let end = |year: Year, amount: &Fraction| WaterfallStep {
            name: year.to_string(),
            kind: WaterfallStepKind::Total,
            figure: scale.figure(amount),
        };
        let parts: Vec<Fraction> = changes.iter().map(|(_, change)| scale.in_last_digits(change)).collect();
        let whole = scale.in_last_digits(&after).round_half_away() - scale.in_last_digits(&before).round_half_away();
        let shown = adding_up(&parts, &whole);
        let mut steps = vec![end(first, &before)];
        steps.extend(changes.iter().zip(&shown).map(|((name, change), shown)| WaterfallStep {
            name: name.clone(),
            kind: WaterfallStepKind::Change,
            figure: scale.change_as(change, shown),
        }));
        steps.push(end(last, &after));
        let largest = steps.get(1).filter(|step| step.kind == WaterfallStepKind::Change);
        let largest = largest.map(|step| (step.name.as_str(), step.figure.label.as_str()));
        let finding = change_of(&scale, (first, last), &whole, &after, largest);
        let values = steps
            .iter()
            .map(|step| Value::Message(message!("chart-alt-value", name = &step.name, figure = &step.figure.label)));
        let alt =
            message!("chart-alt-waterfall", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let start = AxisStart::of(&levels(&before, &changes, &after));
        if start == AxisStart::Near {
            notes.push(message!("chart-note-axis-cut"));
        }
        let mut inks = vec![Ink::Total];
        inks.extend(changes.iter().map(|(_, change)| if change.is_negative() { Ink::Fall } else { Ink::Rise }));
        let draft = Draft {
            title: message!("chart-title-waterfall", first = first.to_string(), last = last.to_string()),
            finding: Some(finding),
            alt,
            shape: ChartShape::Steps(WaterfallSteps { start, steps }),
            inks,
            scale,
            span: Span::Years,
            notes,
        };
        let asked = Query { years: YearRange { from: Some(first), to: Some(last) }, ..material.query.clone() };
        let narrowed = ChartMaterial { query: &asked, ..*material };
        let cost = narrowed.cost(&[], Counts::NotShown)?;
        Ok(draft.finish(self.name(), &narrowed, &cost))
    }
}

/// Every level that a step begins or ends at.
fn levels(before: &Fraction, changes: &[(String, Fraction)], after: &Fraction) -> Vec<Fraction> {
    let mut levels = vec![before.clone(), after.clone()];
    let mut level = before.clone();
    for (_, change) in changes {
        level = &level + change;
        levels.push(level.clone());
    }
    levels
}

/// What each cause contributes, in whole minor units that add up to the change shown.
fn causes(material: &ChartMaterial<'_>, total: &Change) -> Vec<(String, Fraction)> {
    let rounded = total.rounded().map(|rounded| rounded.causes.as_slice()).unwrap_or_default();
    let named = |(cause, part): &(crate::measures::compare::Cause, BigInt)| {
        let name = material.language.say(&Message::word("compare-cause", cause.word()));
        (phrases::capital(&name), Fraction::whole(part.clone()))
    };
    rounded.iter().map(named).collect()
}

/// What each group changes by.
fn groups(material: &ChartMaterial<'_>, groups: &[Change]) -> Vec<(String, Fraction)> {
    let changed = groups.iter().filter_map(|group| {
        let values = material.query.by.iter().zip(&group.by);
        let name = values.map(|(dimension, value)| phrases::value(material, *dimension, value));
        let (before, after) = (group.before.total(), group.after.total());
        // A group that only one side has starts from nothing, or ends there.
        let central = |known: Known| known.map(|known| known.central);
        let change = match (central(before), central(after)) {
            (None, None) => return None,
            (Some(before), Some(after)) => &after - &before,
            (None, Some(after)) => after,
            (Some(before), None) => &Fraction::zero() - &before,
        };
        Some((phrases::capital(&name.collect::<Vec<_>>().join(" \u{b7} ")), change))
    });
    changed.filter(|(_, change)| !change.is_zero()).collect()
}

/// The largest changes, which come first, and the others as one.
fn gathered(
    material: &ChartMaterial<'_>,
    mut changes: Vec<(String, Fraction)>,
    notes: &mut Vec<Message>,
) -> Vec<(String, Fraction)> {
    if changes.len() <= MOST_STEPS {
        return changes;
    }
    let rest = changes.split_off(MOST_STEPS - 1);
    let names: Vec<&str> = rest.iter().map(|(name, _)| name.as_str()).collect();
    notes.push(message!("chart-note-other", count = rest.len(), names = phrases::some(&names)));
    let sum: Fraction = rest.iter().map(|(_, change)| change.clone()).sum();
    changes.push((material.language.say(&message!("chart-other", count = rest.len())), sum));
    changes
}

#[cfg(test)]
mod tests {
    use super::{BigInt, Fraction, adding_up};

    #[test]
    fn parts_add_up_as_they_are_shown() {
        let parts = |texts: &[(i64, i64)]| -> Vec<Fraction> {
            texts.iter().map(|(over, under)| Fraction::ratio(*over, *under).unwrap()).collect()
        };
        let shown = |parts: &[Fraction], whole: i64| -> Vec<String> {
            adding_up(parts, &BigInt::from(whole)).iter().map(ToString::to_string).collect()
        };
        // Three thirds of one are 0 each; one of them has to be 1.
        assert_eq!(shown(&parts(&[(1, 3), (1, 3), (1, 3)]), 1), ["1", "0", "0"]);
        // 0.6 + 0.6 is 1.2, shown as 1: the first gives one up.
        assert_eq!(shown(&parts(&[(3, 5), (3, 5)]), 1), ["0", "1"]);
        assert_eq!(shown(&parts(&[(-3, 5), (-3, 5)]), -1), ["0", "-1"]);
        assert_eq!(shown(&parts(&[(5, 1), (-2, 1)]), 3), ["5", "-2"]);
    }
}
