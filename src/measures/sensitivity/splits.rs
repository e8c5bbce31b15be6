//! The weights of splits, where they decide what is shown: known numbers, or drawn with their drivers and counts.

use std::sync::Arc;

use super::input::{Inputs, Kind, Shape, Value};
use super::plan::{Number, Weight};
use super::terms::driver;
use crate::attribution::{AttributedLine, AttributedPart, WorkedSplit};
use crate::domain::{ALL_FORMS, Count, Fraction, UNSPECIFIED, VictimCount, Year};
use crate::project::Project;
use crate::rules::Weights;

/// What part of what a line attributes a part of it is: a known share, times weights that are drawn.
#[derive(Debug, Clone)]
pub(super) struct PartWeight {
    pub known: Fraction,
    pub drawn: Vec<usize>,
}

/// The weight of one part of a line.
pub(super) fn part_weight(
    project: &Project,
    attributed: &AttributedLine,
    part: &AttributedPart,
    inputs: &mut Inputs,
    weights: &mut Vec<Weight>,
) -> PartWeight {
    let mut found = PartWeight { known: Fraction::one(), drawn: Vec::new() };
    let year = attributed.line.key().year;
    for split in &attributed.splits {
        let name = if split.dimension == "area" { &part.area } else { &part.exploitation };
        let total: Fraction = split.parts.iter().map(|part| part.weight.clone()).sum();
        let own = split.parts.iter().find(|part| part.name == *name).map(|part| part.weight.clone());
        let central = own.and_then(|own| own.checked_div(&total)).unwrap_or_else(Fraction::zero);
        match drawn(project, attributed, split, name, year, central.approximate(), inputs) {
            None => found.known = &found.known * &central,
            Some(weight) => {
                let position = weights.iter().position(|known| *known == weight).unwrap_or_else(|| {
                    weights.push(weight);
                    weights.len() - 1
                });
                found.drawn.push(position);
            }
        }
    }
    found
}

/// The weight, where any number of its split is an input.
fn drawn(
    project: &Project,
    attributed: &AttributedLine,
    split: &WorkedSplit,
    name: &str,
    year: Year,
    central: f64,
    inputs: &mut Inputs,
) -> Option<Weight> {
    let defaults = &project.rules.default_split;
    let own = attributed.rule.as_deref().map(|rule| &rule.split);
    let by = match split.dimension {
        "area" => own.and_then(|own| own.area.as_ref()).or(defaults.area.as_ref()),
        _ => own.and_then(|own| own.exploitation.as_ref()).or(defaults.exploitation.as_ref()),
    }?;
    let mut all: Vec<(&str, Value)> = Vec::new();
    let mut total = None;
    match &by.weights {
        Weights::Fixed(_) => return None,
        Weights::Drivers(parts) => {
            for (part, of) in parts {
                all.push((part, driver(project.drivers.known(of, year)?, inputs)?));
            }
        }
        Weights::Victims(measure) => {
            for (row, _) in project.victims.parts(measure, year).0 {
                all.push((&row.exploitation, victims(row, row.count?, inputs)));
            }
            let row = project.victims.row(measure, year, ALL_FORMS);
            total = row.and_then(|row| Some(number(&victims(row, row.count?, inputs))));
        }
    }
    let is_drawn = all.iter().map(|(_, value)| number(value)).chain(total).any(|of| matches!(of, Number::Input(_)));
    let own = all.iter().filter(|(part, _)| *part == name).map(|(_, value)| number(value)).collect();
    let all = all.iter().map(|(_, value)| number(value)).collect();
    is_drawn.then_some(Weight { own, takes_rest: name == UNSPECIFIED, all, total, central })
}

/// A count of victims: every whole number of its range alike.
pub(super) fn victims(row: &VictimCount, count: Count, inputs: &mut Inputs) -> Value {
    let form = (&*row.exploitation != ALL_FORMS).then(|| Arc::clone(&row.exploitation));
    let kind = Kind::Victims { measure: Arc::clone(&row.measure), year: row.year, form };
    inputs.value(kind, count.bounds(), Shape::Whole, None)
}

/// As the plan has it.
pub(super) fn number(value: &Value) -> Number {
    match value {
        Value::Known(known) => Number::Known(known.approximate()),
        Value::Input(input) => Number::Input(*input),
    }
}
