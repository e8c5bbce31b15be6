//! `per-victim`: a panel a measure, with whiskers, gaps where there is no count, and no line through a break.

use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts, years};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, FigureRange, Ink, Panel, Panels, Point};
use super::spec::{ChartSpec, Draft};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Message, Value};
use crate::measures::PerVictim as Found;
use crate::message;

pub(super) struct PerVictim;

impl ChartKind for PerVictim {
    fn name(&self) -> &'static str {
        "per-victim"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let cost = material.cost(&[], Counts::Shown)?;
        let language = material.language;
        let of_year = |measure: &str, year: Year| {
            let row = cost.rows.iter().find(|row| row.year == year && row.figures.total().is_some());
            row.and_then(|row| row.per_victim.iter().find(|figure| figure.measure.as_ref() == measure))
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
                name: phrases::capital(&language.name("measure", measure)),
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
        let draft = Draft {
            title: message!("chart-title-per-victim", span = phrases::span(&cost)),
            shape: ChartShape::Panels(Panels { panels }),
            inks: vec![Ink::Total; 0],
            scale,
            notes: notes(material, &cost),
            alt,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
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
            let measure = material.language.name("measure", measure);
            notes.push(message!("chart-note-break", measure = measure, years = phrases::years_list(&broken)));
        }
    }
    notes
}
