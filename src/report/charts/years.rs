//! `years`: stacked columns a year, the total above, its interval as a whisker.

use super::kind::{ChartError, ChartKind};
use super::material::ChartMaterial;
use super::parts::{by_year, inks};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, ColumnMeasure, Segment, StackedColumn, StackedColumns};
use super::spec::{ChartSpec, Draft};
use crate::domain::{Fraction, Year};
use crate::language::{Between, Value};
use crate::message;

pub(super) struct Years;

impl ChartKind for Years {
    fn name(&self) -> &'static str {
        "years"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let (years, cost) = by_year(material)?;
        if inks(years.values()).is_empty() {
            return Err(ChartError::Nothing(message!("chart-nothing-attributed")));
        }
        let totals = || years.values().filter_map(|year| year.figures.as_ref()?.total());
        let bounds: Vec<Fraction> = totals().flat_map(|total| [total.low, total.high]).collect();
        let parts = years.values().flat_map(|year| year.parts.iter().map(|(_, amount)| amount));
        let (language, currency) = (material.language, material.query.basis.currency);
        let scale = Scale::of(language, currency, bounds.iter().chain(parts));
        let columns = years.iter().map(|(year, found)| {
            let total = found.figures.as_ref().and_then(|figures| figures.total());
            let part = |(ink, amount): &(_, Fraction)| Segment { ink: *ink, figure: scale.figure(amount) };
            StackedColumn {
                name: year.to_string(),
                parts: found.parts.iter().map(part).collect(),
                total: total.as_ref().map(|total| scale.figure(&total.central)),
                range: total.as_ref().and_then(|total| scale.range(total)),
                remark: total.is_none().then(|| match found.figures {
                    None => language.say(&message!("chart-no-lines")),
                    Some(_) => language.say(&message!("chart-not-estimated-short")),
                }),
            }
        });
        let columns: Vec<StackedColumn> = columns.collect();
        let values = columns.iter().map(|column| match (&column.total, &column.remark) {
            (Some(total), _) => match &column.range {
                None => message!("chart-alt-value", name = &column.name, figure = &total.label),
                Some(range) => message!(
                    "chart-alt-range",
                    name = &column.name,
                    figure = &total.label,
                    low = &range.low.label,
                    high = &range.high.label
                ),
            },
            (None, remark) => {
                message!("chart-alt-value", name = &column.name, figure = remark.as_deref().unwrap_or_default())
            }
        });
        let known = years.iter().filter_map(|(year, found)| Some((year, found.figures.as_ref()?.total()?.central)));
        let known: Vec<(&Year, Fraction)> = known.collect();
        let by_total = |one: &&(&Year, Fraction), other: &&(&Year, Fraction)| one.1.cmp(&other.1);
        let (highest, lowest) = (known.iter().rev().max_by(by_total), known.iter().min_by(by_total));
        let alt = match (highest, lowest) {
            (Some((high, most)), Some((low, least))) if high != low => message!(
                "chart-alt-years",
                unit = scale.unit(),
                values = Value::list(values, Between::Semicolons),
                highest = high.to_string(),
                most = scale.figure(most).label,
                lowest = low.to_string(),
                least = scale.figure(least).label
            ),
            _ => message!("chart-alt-columns", unit = scale.unit(), values = Value::list(values, Between::Semicolons)),
        };
        let draft = Draft {
            title: message!("chart-title-years", span = phrases::span(&cost)),
            shape: ChartShape::Columns(StackedColumns { measure: ColumnMeasure::Amounts, columns }),
            inks: inks(years.values()),
            scale,
            notes: Vec::new(),
            alt,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}
