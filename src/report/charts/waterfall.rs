//! `waterfall`: from the first year shown to the last, by what changed.

use super::kind::{ChartError, Kind};
use super::material::Material;
use super::parts::by_year;
use super::scale::Scale;
use super::shape::{Ink, Shape, Step, StepKind, Steps};
use super::spec::{ChartSpec, Draft};
use super::words;
use crate::domain::Fraction;
use crate::language::{Between, Value};
use crate::message;

/// In the order in which parts are stacked.
const PARTS: [Ink; 4] = [Ink::LabelledState, Ink::LabelledExternal, Ink::AttributedState, Ink::AttributedExternal];

pub(super) struct Waterfall;

impl Kind for Waterfall {
    fn name(&self) -> &'static str {
        "waterfall"
    }

    fn spec(&self, material: &Material<'_>) -> Result<ChartSpec, ChartError> {
        let (years, cost) = by_year(material)?;
        let known =
            |found: &&super::parts::YearParts| found.figures.as_ref().is_some_and(|figures| figures.total().is_known());
        let mut ends = years.iter().filter(|(_, found)| known(found));
        let (Some((first, from)), Some((last, to))) = (ends.next(), ends.next_back()) else {
            return Err(ChartError::Nothing(message!("chart-nothing-two-years")));
        };
        let total = |parts: &[(Ink, Fraction)]| -> Fraction { parts.iter().map(|(_, amount)| amount.clone()).sum() };
        let part = |parts: &[(Ink, Fraction)], ink: Ink| {
            let found = parts.iter().find(|(of, _)| *of == ink);
            found.map_or_else(Fraction::zero, |(_, amount)| amount.clone())
        };
        let (before, after) = (total(&from.parts), total(&to.parts));
        let changes = PARTS.map(|ink| (ink, &part(&to.parts, ink) - &part(&from.parts, ink)));
        let changes: Vec<(Ink, Fraction)> = changes.into_iter().filter(|(_, change)| !change.is_zero()).collect();
        let figures = [&before, &after].into_iter().chain(changes.iter().map(|(_, change)| change));
        let language = material.language;
        let scale = Scale::of(language, material.query.basis.currency, figures);
        let end = |year: &crate::domain::Year, amount: &Fraction| Step {
            name: year.to_string(),
            kind: StepKind::Total,
            figure: scale.figure(amount),
        };
        let mut steps = vec![end(first, &before)];
        steps.extend(changes.iter().map(|(ink, change)| Step {
            name: words::capital(&language.say(&words::ink(*ink))),
            kind: StepKind::Change,
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
            shape: Shape::Steps(Steps { steps }),
            inks,
            scale,
            notes: Vec::new(),
        };
        Ok(draft.finish(self, material, &cost))
    }
}
