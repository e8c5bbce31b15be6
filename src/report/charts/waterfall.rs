//! `waterfall`: from the first year shown to the last, by cause, or by the dimensions asked for.

use num_bigint::BigInt;

use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, Ink, WaterfallStep, WaterfallStepKind, WaterfallSteps};
use super::spec::{ChartSpec, Draft};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Message, Value};
use crate::measures::compare::{Change, CompareQuery, Side, compare};
use crate::measures::{BasisFault, CostError, Known};
use crate::message;

/// Most groups; beyond it the smallest changes are gathered.
const MOST_STEPS: usize = 12;

pub(super) struct Waterfall;

impl ChartKind for Waterfall {
    fn name(&self) -> &'static str {
        "waterfall"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let cost = material.cost(&[], Counts::NotShown)?;
        let mut known = cost.rows.iter().filter(|row| row.figures.total().is_some());
        let (Some(first), Some(last)) = (known.next(), known.next_back()) else {
            return Err(ChartError::Nothing(message!("chart-nothing-two-years")));
        };
        let (first, last) = (first.year, last.year);
        let side = |year: Year| Side { project: material.project, attribution: material.attribution, year };
        let query = CompareQuery {
            by: material.query.by.clone(),
            measures: Vec::new(),
            exploitation: material.query.exploitation.clone(),
            basis: material.query.basis,
        };
        let found = compare(side(first), side(last), &query).map_err(|fault: BasisFault| CostError::from(fault))?;
        let Some((before, after)) = found.total.totals() else {
            return Err(ChartError::Nothing(message!("chart-nothing-two-years")));
        };
        let mut notes = Vec::new();
        let changes =
            if query.by.is_empty() { causes(material, &found.total) } else { groups(material, &found.groups) };
        let changes = gathered(material, changes, &mut notes);
        if query.by.is_empty() {
            notes.push(message!("chart-note-causes"));
        }
        let figures = [&before, &after].into_iter().chain(changes.iter().map(|(_, change)| change));
        let scale = Scale::of(material.language, material.query.basis.currency, figures);
        let end = |year: Year, amount: &Fraction| WaterfallStep {
            name: year.to_string(),
            kind: WaterfallStepKind::Total,
            figure: scale.figure(amount),
        };
        let mut steps = vec![end(first, &before)];
        steps.extend(changes.iter().map(|(name, change)| WaterfallStep {
            name: name.clone(),
            kind: WaterfallStepKind::Change,
            figure: scale.change(change),
        }));
        steps.push(end(last, &after));
        let values = steps
            .iter()
            .map(|step| Value::Message(message!("chart-alt-value", name = &step.name, figure = &step.figure.label)));
        let mut inks = vec![Ink::Total];
        inks.extend(changes.iter().map(|(_, change)| if change.is_negative() { Ink::Fall } else { Ink::Rise }));
        let draft = Draft {
            title: message!("chart-title-waterfall", first = first.to_string(), last = last.to_string()),
            alt: message!(
                "chart-alt-waterfall",
                unit = scale.unit(),
                values = Value::list(values, Between::Semicolons)
            ),
            shape: ChartShape::Steps(WaterfallSteps { steps }),
            inks,
            scale,
            notes,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}

/// What each cause contributes, in whole minor units that add up to the change shown.
fn causes(material: &ChartMaterial<'_>, total: &Change) -> Vec<(String, Fraction)> {
    let rounded = total.rounded().map(|rounded| rounded.causes).unwrap_or_default();
    let named = |(cause, part): (crate::measures::compare::Cause, BigInt)| {
        let name = material.language.say(&Message::word("compare-cause", cause.word()));
        (phrases::capital(&name), Fraction::whole(part))
    };
    rounded.into_iter().map(named).collect()
}

/// What each group changes by, in the order of their values.
fn groups(material: &ChartMaterial<'_>, groups: &[Change]) -> Vec<(String, Fraction)> {
    let changed = groups.iter().filter_map(|group| {
        let values = material.query.by.iter().zip(&group.by);
        let name = values.map(|(dimension, value)| phrases::value(material.language, *dimension, value));
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

/// The largest changes, and the others as one.
fn gathered(
    material: &ChartMaterial<'_>,
    changes: Vec<(String, Fraction)>,
    notes: &mut Vec<Message>,
) -> Vec<(String, Fraction)> {
    if changes.len() <= MOST_STEPS {
        return changes;
    }
    let size = |change: &Fraction| if change.is_negative() { &Fraction::zero() - change } else { change.clone() };
    let mut sizes: Vec<Fraction> = changes.iter().map(|(_, change)| size(change)).collect();
    sizes.sort();
    let limit = sizes.get(changes.len() - MOST_STEPS).cloned().unwrap_or_else(Fraction::zero);
    let mut kept = Vec::new();
    let mut rest = Vec::new();
    for (name, change) in changes {
        if size(&change) > limit && kept.len() < MOST_STEPS - 1 {
            kept.push((name, change))
        } else {
            rest.push((name, change))
        }
    }
    let names: Vec<&str> = rest.iter().map(|(name, _)| name.as_str()).collect();
    notes.push(message!("chart-note-other", count = rest.len(), names = phrases::some(&names)));
    let sum: Fraction = rest.iter().map(|(_, change)| change.clone()).sum();
    kept.push((material.language.say(&message!("chart-other", count = rest.len())), sum));
    kept
}
