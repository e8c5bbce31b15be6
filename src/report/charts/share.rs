//! `share`: the parts of each year as shares of 100 %.

use super::kind::{ChartError, ChartKind};
use super::material::ChartMaterial;
use super::parts::{Parts, YearParts, by_year, inks};
use super::phrases;
use super::scale::{Scale, per_cent};
use super::shape::{ChartShape, ColumnMeasure, Ink, Segment, StackedColumn, StackedColumns};
use super::spec::{ChartSpec, Draft};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Value};
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
        let inks = inks(shown);
        if inks.is_empty() {
            return Err(ChartError::Nothing(message!("chart-nothing-attributed")));
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
        let negative: Vec<Year> = shares
            .iter()
            .filter(|(_, shares, found)| shares.is_none() && !found.parts.is_empty())
            .map(|(year, ..)| *year)
            .collect();
        let note = message!("chart-note-negative-shares", years = phrases::years_list(&negative));
        let alt = message!("chart-alt-share", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let draft = Draft {
            title: message!("chart-title-share", span = phrases::span(&cost)),
            shape: ChartShape::Columns(StackedColumns { measure: ColumnMeasure::Shares, columns }),
            inks,
            scale,
            notes: if negative.is_empty() { Vec::new() } else { vec![note] },
            alt,
        };
        let mut spec = draft.finish(self.name(), material, &cost);
        let subtitle = message!("chart-subtitle-share", scope = phrases::scope(material, &scale));
        spec.subtitle = language.say(&subtitle);
        Ok(spec)
    }
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
