//! The parts of splits, where they decide what is shown: every part that a split can give, those that are nothing at the
//! centre too, each with the share of the whole that falls to it. The shares of one split always add up to 1.

use arcstr::ArcStr;

use super::algebra::Polynomial;
use super::inputs::Inputs;
use crate::attribution::{AttributedLine, WorkedSplit};
use crate::domain::{ALL_FORMS, Fraction, UNSPECIFIED, Year};
use crate::project::Project;
use crate::rules::Weights;

/// A part that a split can give.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Area or form of exploitation.
    pub name: ArcStr,
    /// The share of the whole that falls to it.
    pub weight: Polynomial,
    /// The same at the centre, as the ledger has it.
    pub central: Fraction,
}

impl Part {
    fn whole(name: ArcStr) -> Self {
        Self { name, weight: Polynomial::one(), central: Fraction::one() }
    }
}

/// The areas that what a line attributes can fall into.
pub(super) fn areas(project: &Project, attributed: &AttributedLine, inputs: &mut Inputs) -> Vec<Part> {
    let own = &attributed.line.key().area;
    let whole = || vec![Part::whole(if own.is_empty() { UNSPECIFIED.into() } else { own.clone() })];
    parts(project, attributed, "area", inputs).unwrap_or_else(whole)
}

/// The forms of exploitation that it can fall to.
pub(super) fn forms(project: &Project, attributed: &AttributedLine, inputs: &mut Inputs) -> Vec<Part> {
    parts(project, attributed, "exploitation", inputs).unwrap_or_else(|| vec![Part::whole(ALL_FORMS.into())])
}

fn parts(
    project: &Project,
    attributed: &AttributedLine,
    dimension: &'static str,
    inputs: &mut Inputs,
) -> Option<Vec<Part>> {
    let split = attributed.splits.iter().find(|split| split.dimension == dimension)?;
    let (defaults, own) = (&project.rules.default_split, attributed.ruling.rule.as_deref().map(|rule| &rule.split));
    let by = match dimension {
        "area" => own.and_then(|own| own.area.as_ref()).or(defaults.area.as_ref()),
        _ => own.and_then(|own| own.exploitation.as_ref()).or(defaults.exploitation.as_ref()),
    }?;
    let year = attributed.line.key().year;
    let weights = match &by.weights {
        weights if project.keeps_whole(weights, year) => None,
        Weights::Fixed(_) => None,
        Weights::Drivers(parts) => {
            let mut numbers = Vec::new();
            for (part, driver) in parts {
                numbers.push((part.clone(), inputs.driver(project.drivers.known(driver, year)?)?));
            }
            Some(of_their_sum(numbers, inputs)?)
        }
        Weights::Victims(measure) => Some(of_counts(project, measure, year, inputs)?),
    };
    // The ledger's own weights are those at the centre, in its order; what else a draw can give comes after them.
    let mut found: Vec<Part> = at_the_centre(split);
    for (name, weight) in weights.into_iter().flatten() {
        match found.iter_mut().find(|part| part.name == name) {
            Some(part) => part.weight = weight,
            None => found.push(Part { name, weight, central: Fraction::zero() }),
        }
    }
    Some(found)
}

fn at_the_centre(split: &WorkedSplit) -> Vec<Part> {
    let total: Fraction = split.parts.iter().map(|part| part.weight.clone()).sum();
    let part = |name: &ArcStr, weight: &Fraction| {
        let central = weight.checked_div(&total).unwrap_or_else(Fraction::zero);
        Part { name: name.clone(), weight: Polynomial::known(central.clone()), central }
    };
    split.parts.iter().map(|of| part(&of.name, &of.weight)).collect()
}

/// Each number over the sum of all: `1 / (1 + others / own)`, where each of them stands once.
fn of_their_sum(numbers: Vec<(ArcStr, Polynomial)>, inputs: &mut Inputs) -> Option<Vec<(ArcStr, Polynomial)>> {
    let mut all = Polynomial::default();
    numbers.iter().for_each(|(_, number)| all.add(number, &Fraction::one()));
    let mut found = Vec::new();
    for (name, number) in numbers {
        let weight = match (number.as_known(), all.as_known()) {
            (Some(number), _) if number.is_zero() => Polynomial::default(),
            (_, Some(_)) => number.over(&all, &mut inputs.sums)?,
            _ => {
                let mut below = all.less(&number).over(&number, &mut inputs.sums)?;
                below.add(&Polynomial::one(), &Fraction::one());
                Polynomial::one().over(&below, &mut inputs.sums)?
            }
        };
        found.push((name, weight));
    }
    Some(found)
}

/// Counts by form over their total; what they leave of it is `unspecified`, with the row of that name where there is one.
fn of_counts(project: &Project, measure: &str, year: Year, inputs: &mut Inputs) -> Option<Vec<(ArcStr, Polynomial)>> {
    let mut numbers = Vec::new();
    for (row, _) in project.victims.parts(measure, year).0 {
        numbers.push((row.exploitation.clone(), inputs.victims(project, row, row.count?)));
    }
    let total = project.victims.row(measure, year, ALL_FORMS).and_then(|row| Some((row, row.count?)));
    let Some((row, count)) = total else { return of_their_sum(numbers, inputs) };
    let total = inputs.victims(project, row, count);
    let mut rest = Polynomial::one();
    let mut found = Vec::new();
    for (name, number) in numbers.into_iter().filter(|(name, _)| **name != *UNSPECIFIED) {
        let weight = number.over(&total, &mut inputs.sums)?;
        rest = rest.less(&weight);
        found.push((name, weight));
    }
    if rest != Polynomial::default() {
        found.push((UNSPECIFIED.into(), rest));
    }
    Some(found)
}
