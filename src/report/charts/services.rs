//! `services`: what each step takes by norm with its range, what the accounts have below it, and the gap beside both.

use super::figure::ChartFigure;
use super::footnotes;
use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, GapBar, GapBars, Ink};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::{Fraction, YearRange};
use crate::language::{Between, Message, Value};
use crate::measures::services::{GroupFigures, ServicesYear, services};
use crate::measures::{CostError, Query};
use crate::message;
use crate::report::citations::each_once;
use crate::report::services::{ServicesReport, step_name};

pub(super) struct Services;

impl ChartKind for Services {
    fn name(&self) -> &'static str {
        "services"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        if !material.attribution.only.takes_all() {
            return Err(ChartError::Nothing(message!("chart-nothing-services-where")));
        }
        let found = services(material.project, material.attribution, material.query).map_err(CostError::from)?;
        // Of several years the last, since a step of one year is not held against that of another.
        let Some(year) = found.years.last() else {
            return Err(ChartError::Nothing(message!("chart-nothing-services")));
        };
        if year.total.needed.is_none() {
            return Err(ChartError::Nothing(message!("chart-nothing-services-known", year = year.year)));
        }
        let years = YearRange::of(year.year);
        let query = Query { years, exploitation: None, ..material.query.clone() };
        let material = ChartMaterial { query: &query, ..*material };
        let cost = material.cost(&[], Counts::NotShown)?;
        let ends = year.steps.iter().flat_map(|step| step.needed.iter().cloned().chain(step.accounted()));
        let ends: Vec<Fraction> = ends.flat_map(|known| [known.low, known.central, known.high]).collect();
        let scale = Scale::of(material.language, query.basis.currency, &ends);
        let bars: Vec<GapBar> = year.steps.iter().map(|step| bar(&material, step, &scale)).collect();
        let values = bars.iter().map(|bar| Value::Message(words(&material, bar)));
        let alt =
            message!("chart-alt-services", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let mut inks = vec![Ink::Needed];
        if bars.iter().any(|bar| bar.accounted.is_some()) {
            inks.push(Ink::Accounted);
        }
        let shown = phrases::year(year.year);
        let draft = Draft {
            title: message!("chart-title-services", year = shown),
            finding: finding(year, &scale),
            shape: ChartShape::Gaps(GapBars { bars }),
            inks,
            scale,
            span: Span::Years,
            notes: notes(&found, year),
            alt,
        };
        let mut spec = draft.finish(self.name(), &material, &cost);
        let report = ServicesReport { context: material.context(&cost), services: &found, also: &[] };
        let citations = report.citations();
        let of_services = citations.ids().map(|id| footnotes::source_words(material.project, id, material.language));
        spec.sources = each_once(of_services.chain(std::mem::take(&mut spec.sources)));
        Ok(spec)
    }
}

fn bar(material: &ChartMaterial<'_>, step: &GroupFigures, scale: &Scale) -> GapBar {
    let accounted = step.accounted();
    let difference = step.difference().map(|ends| scale.change(&Fraction::whole(ends.central)));
    let remark = (step.unknown > 0).then(|| {
        let (known, services) = (step.services - step.unknown, step.services);
        material.language.say(&message!("chart-services-known", known = known, services = services))
    });
    GapBar {
        name: step_name(material.project, material.language, step.step.as_deref().unwrap_or_default()),
        needed: step.needed.as_ref().map(|needed| scale.figure(&needed.central)),
        needed_range: step.needed.as_ref().and_then(|needed| scale.range(needed)),
        accounted: accounted.as_ref().map(|accounted| scale.figure(&accounted.central)),
        accounted_range: accounted.as_ref().and_then(|accounted| scale.range(accounted)),
        gap: difference,
        remark,
    }
}

/// A bar in words.
fn words(material: &ChartMaterial<'_>, bar: &GapBar) -> Message {
    let unknown = || material.language.say(&message!("chart-unknown"));
    let label = |figure: &Option<ChartFigure>| figure.as_ref().map(|figure| figure.label.clone());
    message!(
        "chart-alt-gap",
        name = &bar.name,
        needed = label(&bar.needed).unwrap_or_else(unknown),
        accounted = label(&bar.accounted).unwrap_or_else(unknown),
        gap = label(&bar.gap).unwrap_or_else(unknown)
    )
}

/// What is needed and what is accounted for, where both are known of the whole.
fn finding(year: &ServicesYear<'_>, scale: &Scale) -> Option<Message> {
    let (needed, accounted) = (year.total.needed.as_ref()?, year.total.accounted()?);
    Some(message!(
        "chart-finding-services",
        year = phrases::year(year.year),
        needed = scale.with_unit(&needed.central),
        accounted = scale.with_unit(&accounted.central)
    ))
}

fn notes(found: &crate::measures::services::ServicesFound<'_>, year: &ServicesYear<'_>) -> Vec<Message> {
    let mut notes = vec![message!("chart-note-norm")];
    if found.years.len() > 1 {
        notes.push(message!("chart-note-last-year", year = year.year));
    }
    if year.total.unknown > 0 {
        let (unknown, services) = (year.total.unknown, year.total.services);
        notes.push(message!("chart-note-services-unknown", unknown = unknown, services = services));
    }
    if !found.beside.step {
        notes.push(message!("chart-note-no-steps"));
    }
    notes
}
