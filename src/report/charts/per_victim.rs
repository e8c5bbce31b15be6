//! `per-victim`: a panel a measure, with whiskers, gaps where there is no count, and no line through a break.

use super::figure::FigureRange;
use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts, years};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, ColumnMeasure, Dot, DotPlot, Ink, Panel, Panels, Point};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Message, Value};
use crate::measures::PerVictim as Found;
use crate::message;
use crate::rules::{Split, Weights};

/// Most measures that a title names.
const MOST_FOUND: usize = 2;

pub(super) struct PerVictim;

impl ChartKind for PerVictim {
    fn name(&self) -> &'static str {
        "per-victim"
    }

    fn takes_measures(&self) -> bool {
        true
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let cost = material.cost(&[], Counts::Shown)?;
        let language = material.language;
        let of_year = |measure: &str, year: Year| {
            let row = cost.rows.iter().find(|row| row.year == year && row.figures.total().is_some());
            row.and_then(|row| row.per_victim.iter().find(|figure| figure.measure.as_str() == measure))
        };
        let known: Vec<&Fraction> = cost
            .rows
            .iter()
            .filter(|row| row.figures.total().is_some())
            .flat_map(|row| &row.per_victim)
            .flat_map(|found| [&found.total.low, &found.total.central, &found.total.high])
            .flatten()
            .collect();
        if known.is_empty() {
            return Err(ChartError::Nothing(message!("chart-nothing-per-victim")));
        }
        let scale = Scale::per_victim(language, material.query.basis.currency, known);
        let panels = material.query.measures.iter().map(|measure| {
            let points = years(&cost).into_iter().map(|year| point(year, of_year(measure, year), &scale));
            let points: Vec<Point> = points.collect();
            let none = points.iter().all(|point| point.figure.is_none());
            Panel {
                name: phrases::capital(&phrases::measure(material, measure)),
                points,
                remark: none.then(|| language.say(&message!("chart-no-count"))),
            }
        });
        let panels: Vec<Panel> = panels.collect();
        let values = panels.iter().map(|panel| {
            let points = panel.points.iter().map(|point| {
                Value::Message(match (&point.figure, &point.range) {
                    (Some(figure), None) => {
                        message!("chart-alt-value", name = &point.name, figure = &figure.label)
                    }
                    (Some(figure), Some(range)) => message!(
                        "chart-alt-range",
                        name = &point.name,
                        figure = &figure.label,
                        low = &range.low.label,
                        high = &range.high.label
                    ),
                    (None, _) => message!("chart-alt-no-count", name = &point.name),
                })
            });
            Value::Message(message!(
                "chart-alt-panel",
                name = &panel.name,
                values = Value::list(points, Between::Semicolons)
            ))
        });
        let alt = message!("chart-alt-per-victim", unit = scale.unit(), values = Value::list(values, Between::Nothing));
        let finding = finding(material, &panels, &scale);
        let shape = if years(&cost).len() == 1 { dots(panels) } else { ChartShape::Panels(Panels { panels }) };
        let draft = Draft {
            title: message!("chart-title-per-victim", span = phrases::span(&cost)),
            shape,
            inks: Vec::new(),
            finding,
            span: Span::Years,
            scale,
            notes: notes(material, &cost),
            alt,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}

/// One year: a dot a measure.
fn dots(panels: Vec<Panel>) -> ChartShape {
    let dot = |panel: Panel| {
        let point = panel.points.into_iter().next();
        let (figure, range) = point.map_or((None, None), |point| (point.figure, point.range));
        Dot { name: panel.name, ink: Ink::Total, figure, range }
    };
    ChartShape::Dots(DotPlot { measure: ColumnMeasure::Amounts, dots: panels.into_iter().map(dot).collect() })
}

/// What a victim of each measure cost in the last year with a figure.
fn finding(material: &ChartMaterial<'_>, panels: &[Panel], scale: &Scale) -> Option<Message> {
    let of = |place: usize| panels.iter().map(move |panel| panel.points.get(place));
    let count = panels.first()?.points.len();
    let last = (0..count).rev().find(|place| of(*place).flatten().any(|point| point.figure.is_some()))?;
    let year = of(last).flatten().next()?.name.clone();
    let measures = material.query.measures.iter().zip(of(last));
    let known = measures.filter_map(|(measure, point)| Some((measure, point?.figure.as_ref()?)));
    let values = known.take(MOST_FOUND).map(|(measure, figure)| {
        let measure = phrases::measure(material, measure);
        let unit = scale.unit_of_amounts();
        Value::Message(message!("chart-per-measure", figure = &figure.label, unit = unit, measure = measure))
    });
    let values = Value::list(values, Between::Semicolons);
    Some(message!("chart-finding-per-victim", year = year, values = values))
}

fn point(year: Year, found: Option<&Found>, scale: &Scale) -> Point {
    let total = found.map(|found| &found.total);
    let central = total.and_then(|total| total.central.as_ref());
    let range = total.and_then(|total| match (&total.low, &total.high) {
        (Some(low), Some(high)) if low != high => {
            Some(FigureRange { low: scale.figure(low), high: scale.figure(high) })
        }
        _ => None,
    });
    Point {
        name: year.to_string(),
        figure: central.map(|central| scale.figure(central)),
        range: range.filter(|_| central.is_some()),
        breaks: found.is_some_and(|found| found.breaks),
    }
}

/// Breaks of the series, and that the series are not one another.
fn notes(material: &ChartMaterial<'_>, cost: &crate::measures::Cost) -> Vec<Message> {
    let mut notes = Vec::new();
    notes.extend(same_by_construction(material));
    if material.query.measures.len() > 1 {
        notes.push(message!("chart-note-measures"));
    }
    for measure in &material.query.measures {
        let broken = cost
            .rows
            .iter()
            .filter(|row| row.per_victim.iter().any(|figure| figure.measure == *measure && figure.breaks));
        let broken: Vec<Year> = broken.map(|row| row.year).collect();
        if !broken.is_empty() {
            let measure = phrases::measure(material, measure);
            notes.push(message!("chart-note-break", measure = measure, years = phrases::years_list(&broken)));
        }
    }
    notes
}

/// Where what is shown is divided among forms of exploitation by the victims themselves, a victim of each form costs the
/// same, and says nothing of the form.
fn same_by_construction(material: &ChartMaterial<'_>) -> Option<Message> {
    material.query.exploitation.as_ref()?;
    let rules = &material.project.rules;
    let splits = rules.rules.iter().map(|rule| &rule.split).chain([&rules.default_split]);
    let by_victims = |split: &Split| {
        let weights = split.exploitation.as_ref().map(|by| &by.weights);
        weights.is_some_and(|weights| matches!(weights, Weights::Victims(_)))
    };
    splits.into_iter().any(by_victims).then(|| message!("chart-note-same-by-construction"))
}
