//! `interval`: low, central and high over the years, as a band; one year alone as a dot.

use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts, years};
use super::phrases;
use super::scale::Scale;
use super::shape::{AxisStart, BandPoint, ChartShape, ColumnMeasure, Dot, DotPlot, Ink, RangeBand};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::Fraction;
use crate::language::{Between, Value};
use crate::message;

pub(super) struct Interval;

impl ChartKind for Interval {
    fn name(&self) -> &'static str {
        "interval"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let cost = material.cost(&[], Counts::NotShown)?;
        let totals = years(&cost).into_iter().map(|year| {
            let row = cost.rows.iter().find(|row| row.year == year);
            (year, row.and_then(|row| row.figures.total()))
        });
        let totals: Vec<_> = totals.collect();
        let known = || totals.iter().filter_map(|(_, total)| total.as_ref());
        if known().all(|total| total.is_point()) {
            return Err(ChartError::Nothing(message!("chart-nothing-ranged")));
        }
        let ends: Vec<Fraction> = known().flat_map(|total| [total.low.clone(), total.high.clone()]).collect();
        let scale = Scale::of(material.language, material.query.basis.currency, &ends);
        let points = totals.iter().map(|(year, total)| BandPoint {
            name: year.to_string(),
            central: total.as_ref().map(|total| scale.figure(&total.central)),
            range: total.as_ref().and_then(|total| scale.range(total)),
        });
        let points: Vec<BandPoint> = points.collect();
        let values = points.iter().filter_map(|point| {
            let central = point.central.as_ref()?;
            Some(Value::Message(match &point.range {
                None => message!("chart-alt-value", name = &point.name, figure = &central.label),
                Some(range) => message!(
                    "chart-alt-range",
                    name = &point.name,
                    figure = &central.label,
                    low = &range.low.label,
                    high = &range.high.label
                ),
            }))
        });
        let alt =
            message!("chart-alt-interval", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let finding = points.iter().rev().find_map(|point| {
            let (central, range) = (point.central.as_ref()?, point.range.as_ref()?);
            Some(message!(
                "chart-finding-interval",
                year = &point.name,
                low = &range.low.label,
                high = &range.high.label,
                central = &central.label,
                unit = scale.unit()
            ))
        });
        let start = AxisStart::of(&ends);
        let mut notes = vec![message!("chart-note-interval")];
        let shape = if let [point] = points.as_slice() {
            let (figure, range) = (point.central.clone(), point.range.clone());
            let name = phrases::capital(&material.language.say(&phrases::ink(Ink::Total)));
            notes.clear();
            ChartShape::Dots(DotPlot {
                measure: ColumnMeasure::Amounts,
                dots: vec![Dot { name, ink: Ink::Total, figure, range }],
            })
        } else {
            if start == AxisStart::Near {
                notes.push(message!("chart-note-axis"));
            }
            ChartShape::Band(RangeBand { start, points })
        };
        let draft = Draft {
            title: message!("chart-title-interval", span = phrases::span(&cost)),
            finding,
            shape,
            inks: Vec::new(),
            scale,
            span: Span::Years,
            notes,
            alt,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}
