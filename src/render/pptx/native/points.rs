//! Charts of points: dots of one year, a panel a measure, and an estimate over the years, each with its range.

use super::super::look::Fill;
use super::super::series::{Ranged, Series};
use super::{Native, positions, zero};
use crate::render::chart::Theme;
use crate::report::charts::{AxisStart, ChartSpec, ColumnMeasure, DotPlot, Panel, Panels, RangeBand};

/// Most panels side by side.
const MOST_PANELS: usize = 3;

pub(super) fn dot_plot(spec: &ChartSpec, theme: &Theme, plot: &DotPlot) -> Native {
    let mut chart = Native::new(spec, plot.measure, plot.dots.iter().filter_map(|dot| dot.figure.as_ref()));
    chart.categories = plot.dots.iter().map(|dot| dot.name.clone()).collect();
    let figures: Vec<Ranged<'_>> =
        plot.dots.iter().map(|dot| dot.figure.as_ref().map(|figure| (figure, dot.range.as_ref()))).collect();
    chart.lines.push(Series::dots(theme, Fill::accent(theme, 0), spec.unit.name.clone(), &figures));
    chart.most = (plot.measure == ColumnMeasure::Shares).then(|| "100".to_owned());
    chart.least = zero(!figures.iter().flatten().any(|(figure, _)| figure.is_negative()));
    chart
}

pub(super) fn side_by_side(spec: &ChartSpec, theme: &Theme, panels: &Panels) -> Vec<Native> {
    if panels.panels.len() > MOST_PANELS {
        return Vec::new();
    }
    let one = |(place, panel): (usize, &Panel)| {
        let figures = panel.points.iter().filter_map(|point| point.figure.as_ref());
        let mut chart = Native::new(spec, ColumnMeasure::Amounts, figures);
        chart.title = match &panel.remark {
            Some(remark) => format!("{}: {remark}", panel.name),
            None => panel.name.clone(),
        };
        chart.categories = panel.points.iter().map(|point| point.name.clone()).collect();
        let figures: Vec<Ranged<'_>> = panel
            .points
            .iter()
            .map(|point| point.figure.as_ref().map(|figure| (figure, point.range.as_ref())))
            .collect();
        let mut series = Series::line(theme, Fill::accent(theme, place), panel.name.clone(), &figures);
        series.cut = positions(panel.points.iter().map(|point| point.breaks));
        chart.least = zero(!figures.iter().flatten().any(|(figure, _)| figure.is_negative()));
        chart.lines.push(series);
        chart
    };
    panels.panels.iter().enumerate().map(one).collect()
}

pub(super) fn over_years(spec: &ChartSpec, theme: &Theme, band: &RangeBand) -> Native {
    let figures = band.points.iter().filter_map(|point| point.central.as_ref());
    let mut chart = Native::new(spec, ColumnMeasure::Amounts, figures);
    chart.categories = band.points.iter().map(|point| point.name.clone()).collect();
    let figures: Vec<Ranged<'_>> =
        band.points.iter().map(|point| point.central.as_ref().map(|figure| (figure, point.range.as_ref()))).collect();
    chart.least = zero(band.start == AxisStart::Zero && !figures.iter().flatten().any(|(one, _)| one.is_negative()));
    chart.lines.push(Series::line(theme, Fill::accent(theme, 0), spec.unit.name.clone(), &figures));
    chart
}
