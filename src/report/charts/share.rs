//! `share`: the parts of each year as shares of 100 %.

use super::findings::{YearTotal, part_of_year};
use super::kind::{ChartError, ChartKind};
use super::material::ChartMaterial;
use super::parts::{Parts, YearParts, by_year, inks};
use super::phrases;
use super::scale::{Scale, per_cent};
use super::shape::{ChartShape, ColumnMeasure, Dot, DotPlot, Ink, Segment, StackedColumn, StackedColumns, YearPhase};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Language, Message, Value};
use crate::message;

pub(super) struct Share;

impl ChartKind for Share {
    fn name(&self) -> &'static str {
        "share"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let (years, cost) = by_year(material)?;
        let shares: Vec<(Year, Option<Parts>, &YearParts)> =
            years.iter().map(|(year, found)| (*year, shares(&found.parts), found)).collect();
        let shown = shares.iter().filter_map(|(_, shares, found)| shares.as_ref().map(|_| *found));
        let mut inks = inks(shown);
        let negative: Vec<Year> = shares
            .iter()
            .filter(|(_, shares, found)| shares.is_none() && !found.parts.is_empty())
            .map(|(year, ..)| *year)
            .collect();
        if inks.is_empty() && negative.is_empty() {
            return Err(ChartError::Nothing(message!("chart-nothing-attributed")));
        }
        if inks.is_empty() {
            let years = phrases::years_list(&negative);
            return Err(ChartError::Nothing(message!("chart-nothing-shared", years = years)));
        }
        let language = material.language;
        let totals = years.values().filter_map(|year| year.figures.as_ref()?.total());
        let totals: Vec<Fraction> = totals.map(|total| total.central).collect();
        let scale = Scale::of(language, material.query.basis.currency, &totals);
        let columns = shares.iter().map(|(year, shares, found)| {
            let part = |(ink, share): &(Ink, Fraction)| Segment { ink: *ink, figure: per_cent(language, share) };
            let total = found.figures.as_ref().and_then(|figures| figures.total());
            StackedColumn {
                name: year.to_string(),
                phase: found.phase,
                parts: shares.iter().flatten().map(part).collect(),
                total: total.filter(|_| shares.is_some()).map(|total| scale.figure(&total.central)),
                range: None,
                remark: shares.is_none().then(|| match found.figures {
                    None => language.say(&message!("chart-no-lines")),
                    Some(_) if found.parts.is_empty() => language.say(&message!("chart-not-estimated-short")),
                    Some(_) => language.say(&message!("chart-negative-short")),
                }),
            }
        });
        let columns: Vec<StackedColumn> = columns.collect();
        let values = columns.iter().map(|column| {
            let parts = column.parts.iter().map(|part| {
                Value::Message(message!(
                    "chart-alt-part",
                    name = phrases::ink(part.ink),
                    figure = part.figure.label.clone()
                ))
            });
            let parts: Vec<Value> = match &column.remark {
                Some(remark) => vec![Value::Text(remark.clone())],
                None => parts.collect(),
            };
            Value::Message(message!(
                "chart-alt-column",
                name = &column.name,
                parts = Value::list(parts, Between::Commas)
            ))
        });
        let note = message!("chart-note-negative-shares", years = phrases::years_list(&negative));
        let alt = message!("chart-alt-share", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let last = shares.iter().rev().find(|(_, shares, _)| shares.is_some());
        let finding = last.and_then(|(year, _, found)| finding(material, &scale, *year, found));
        let shape = if let [column] = columns.as_slice() {
            inks.clear();
            ChartShape::Dots(dots(language, column))
        } else {
            if columns.iter().any(|column| column.phase == YearPhase::Approved) {
                inks.push(Ink::Approved);
            }
            ChartShape::Columns(StackedColumns { measure: ColumnMeasure::Shares, columns })
        };
        let is_alone = matches!(shape, ChartShape::Dots(_));
        let draft = Draft {
            title: message!("chart-title-share", span = phrases::span(&cost)),
            finding,
            shape,
            inks,
            scale,
            span: Span::Years,
            notes: if negative.is_empty() { Vec::new() } else { vec![note] },
            alt,
        };
        let whole = scale.with_unit_of(totals.first().filter(|_| is_alone));
        let mut spec = draft.finish(self.name(), material, &cost);
        let scope = phrases::scope(material, &scale, None);
        spec.scope = language.say(&match whole {
            Some(whole) => message!("chart-subtitle-share-of", whole = whole, scope = scope),
            None => message!("chart-subtitle-share", scope = scope),
        });
        Ok(spec)
    }
}

/// One year: each share as a dot.
fn dots(language: Language, column: &StackedColumn) -> DotPlot {
    let dot = |part: &Segment| Dot {
        name: phrases::capital(&language.say(&phrases::ink(part.ink))),
        ink: part.ink,
        figure: Some(part.figure.clone()),
        range: None,
    };
    DotPlot { measure: ColumnMeasure::Shares, dots: column.parts.iter().map(dot).collect() }
}

/// What external money was of the last year, or, where there is none, what wider lines were.
fn finding(material: &ChartMaterial<'_>, scale: &Scale, year: Year, found: &YearParts) -> Option<Message> {
    let total = found.figures.as_ref()?.total()?.central;
    let of = |inks: [Ink; 2]| -> Fraction {
        let parts = found.parts.iter().filter(|(ink, _)| inks.contains(ink));
        parts.map(|(_, amount)| amount.clone()).sum()
    };
    let external = of([Ink::LabelledExternal, Ink::AttributedExternal]);
    let wider = of([Ink::AttributedState, Ink::AttributedExternal]);
    let (name, part) = if external.is_zero() {
        (message!("chart-part-wider"), wider)
    } else {
        (message!("chart-part-external"), external)
    };
    let total = YearTotal { year, amount: total, phase: found.phase };
    part_of_year(material.language, scale, (name, &part), &total)
}

/// Parts over their sum; `None` where one is below 0 or there are none, since they are no shares then.
fn shares(parts: &[(Ink, Fraction)]) -> Option<Parts> {
    let sum: Fraction = parts.iter().map(|(_, amount)| amount.clone()).sum();
    if parts.iter().any(|(_, amount)| amount.is_negative()) {
        return None;
    }
    let shares = parts.iter().map(|(ink, amount)| amount.checked_div(&sum).map(|share| (*ink, share)));
    shares.collect::<Option<Vec<_>>>().filter(|shares| !shares.is_empty())
}
