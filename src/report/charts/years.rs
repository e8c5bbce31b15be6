//! `years`: stacked columns a year, the total above, its interval as a whisker; one year alone as dots.

use super::findings::{YearTotal, last_year};
use super::kind::{ChartError, ChartKind};
use super::material::ChartMaterial;
use super::parts::{YearParts, by_year, inks};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, ColumnMeasure, Dot, DotPlot, Ink, Segment, StackedColumn, StackedColumns, YearPhase};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::Fraction;
use crate::language::{Between, Language, Message, Value};
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
                phase: found.phase,
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
        let known: Vec<YearTotal> = years
            .iter()
            .filter_map(|(year, found)| {
                let total = found.figures.as_ref()?.total()?;
                Some(YearTotal { year: *year, amount: total.central, phase: found.phase })
            })
            .collect();
        let mut inks = inks(years.values());
        let alone = if let ([column], Some(found)) = (columns.as_slice(), years.values().next()) {
            dots(language, column, found, &scale)
        } else {
            None
        };
        let alt = alt(&columns, &known, &scale);
        let shape = match alone {
            Some(dots) => ChartShape::Dots(dots),
            None => {
                if columns.iter().any(|column| column.phase == YearPhase::Approved) {
                    inks.push(Ink::Approved);
                }
                ChartShape::Columns(StackedColumns { measure: ColumnMeasure::Amounts, columns })
            }
        };
        let draft = Draft {
            title: message!("chart-title-years", span = phrases::span(&cost)),
            finding: last_year(language, &scale, &known),
            inks: if matches!(shape, ChartShape::Dots(_)) { Vec::new() } else { inks },
            shape,
            scale,
            span: Span::Years,
            notes: Vec::new(),
            alt,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}

/// One year's total and its parts, each as a dot; none where nothing is known.
fn dots(language: Language, column: &StackedColumn, found: &YearParts, scale: &Scale) -> Option<DotPlot> {
    let total = column.total.clone()?;
    let named = |ink: Ink| phrases::capital(&language.say(&phrases::ink(ink)));
    let whole = Dot { name: named(Ink::Total), ink: Ink::Total, figure: Some(total), range: column.range.clone() };
    let parts = found.parts.iter().filter(|_| found.parts.len() > 1);
    let parts = parts.map(|(ink, amount)| Dot {
        name: named(*ink),
        ink: *ink,
        figure: Some(scale.figure(amount)),
        range: None,
    });
    Some(DotPlot { measure: ColumnMeasure::Amounts, dots: std::iter::once(whole).chain(parts).collect() })
}

fn alt(columns: &[StackedColumn], known: &[YearTotal], scale: &Scale) -> Message {
    let values = columns.iter().map(|column| match (&column.total, &column.range, &column.remark) {
        (Some(total), None, _) => message!("chart-alt-value", name = &column.name, figure = &total.label),
        (Some(total), Some(range), _) => message!(
            "chart-alt-range",
            name = &column.name,
            figure = &total.label,
            low = &range.low.label,
            high = &range.high.label
        ),
        (None, _, remark) => {
            let remark = remark.clone().map(Message::verbatim);
            message!("chart-alt-value", name = &column.name, figure = Value::optional(remark))
        }
    });
    let values = Value::list(values, Between::Semicolons);
    let highest = known.iter().rev().max_by(|one, other| one.amount.cmp(&other.amount));
    let lowest = known.iter().min_by(|one, other| one.amount.cmp(&other.amount));
    match (highest, lowest) {
        (Some(most), Some(least)) if most.year != least.year => message!(
            "chart-alt-years",
            unit = scale.unit(),
            values = values,
            highest = most.year.to_string(),
            most = scale.figure(&most.amount).label,
            lowest = least.year.to_string(),
            least = scale.figure(&least.amount).label
        ),
        _ if columns.len() == 1 => message!("chart-alt-dots", unit = scale.unit(), values = values),
        _ => message!("chart-alt-columns", unit = scale.unit(), values = values),
    }
}
