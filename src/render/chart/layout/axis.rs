//! An axis of figures from 0: Plotters' range with its ticks, in pixels, with labels in the chart's unit.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::room::Taken;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{ChartSpec, ColumnMeasure};

/// A range of figures on pixels.
pub(crate) struct Axis {
    range: RangedCoordf64,
    ends: (f64, f64),
    pixels: (i32, i32),
    ticks: Vec<f64>,
}

/// How the labels of an axis are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ticks {
    /// In the chart's unit.
    Unit,
    /// Per cent.
    PerCent,
}

impl Ticks {
    /// The labels of what is measured.
    pub(crate) fn of(measure: ColumnMeasure) -> Self {
        match measure {
            ColumnMeasure::Amounts => Self::Unit,
            ColumnMeasure::Shares => Self::PerCent,
        }
    }
}

/// The ends of an axis that has 0 and all values on it.
pub(crate) fn ends(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        values.into_iter().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    if low == high { (0.0, 1.0) } else { (low, high) }
}

/// The ends of an axis that all values are on, and nothing far from them.
pub(crate) fn ends_near(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values
        .into_iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let pad = (high - low) * 0.25;
    if low < high { (low - pad, high) } else { ends([low, high].into_iter().filter(|end| end.is_finite())) }
}

impl Axis {
    /// An axis from `ends.0` at `pixels.0` to `ends.1` at `pixels.1`, with at most so many ticks.
    pub(crate) fn new(ends: (f64, f64), pixels: (f64, f64), most: usize) -> Self {
        let range: RangedCoordf64 = (ends.0..ends.1).into();
        let ticks = range.key_points(most.max(2));
        Self { range, ends, pixels: (pixels.0.round() as i32, pixels.1.round() as i32), ticks }
    }

    /// Where a figure is, to the pixel.
    pub(crate) fn at(&self, value: f64) -> f64 {
        f64::from(self.range.map(&value, self.pixels))
    }

    /// Where bars begin: at 0, or at the end of the axis that is nearest to it.
    pub(crate) fn floor(&self) -> f64 {
        self.at(0.0_f64.clamp(self.ends.0, self.ends.1))
    }

    /// Each tick with its label.
    pub(crate) fn ticks(&self, spec: &ChartSpec, ticks: Ticks) -> Vec<(f64, String)> {
        let power = match ticks {
            Ticks::Unit => spec.unit.power,
            Ticks::PerCent => 0,
        };
        let over = 10_f64.powf(f64::from(power));
        let step = self.ticks.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min) / over;
        let digits =
            if step.is_finite() && step > 0.0 { (-(step * 1.0001).log10().floor()).max(0.0) as usize } else { 0 };
        let label = |value: &f64| {
            let scaled = value / over;
            let scaled = if scaled == 0.0 { 0.0 } else { scaled };
            let figure = spec.language.figure(&format!("{scaled:.digits$}")).replace('-', "\u{2013}");
            match ticks {
                Ticks::Unit => figure,
                Ticks::PerCent => format!("{figure}\u{a0}%"),
            }
        };
        self.ticks.iter().map(|value| (*value, label(value))).collect()
    }
}

/// Lines down the plot at the ticks, with their labels below.
pub(crate) fn draw_columns(pen: &Pen<'_>, spec: &ChartSpec, axis: &Axis, plot: Frame, ticks: Ticks) -> Drawn {
    let size = label_size(pen);
    let mut taken = Taken::default();
    for (value, label) in axis.ticks(spec, ticks) {
        let x = axis.at(value);
        pen.line(&[(x, plot.top), (x, plot.bottom)], pen.theme.grid, 2.0)?;
        let half = pen.width(&label, size, Weight::Regular) / 2.0 + pen.px(8.0);
        let frame = Frame { left: x - half, right: x + half, top: 0.0, bottom: 1.0 };
        if x + half <= f64::from(pen.size.width) && taken.take(frame) {
            pen.text(&label, (x, plot.bottom + size * 0.9), pen.look(size, pen.theme.muted))?;
        }
    }
    Ok(())
}

/// The size of the labels of an axis.
pub(crate) fn label_size(pen: &Pen<'_>) -> f64 {
    pen.px(23.0)
}

/// The room that tick labels take beside a plot.
pub(crate) fn gutter(pen: &Pen<'_>, ticks: &[(f64, String)]) -> f64 {
    let size = label_size(pen);
    let widest = ticks.iter().map(|(_, label)| pen.width(label, size, Weight::Regular)).fold(0.0, f64::max);
    widest + pen.px(14.0)
}

/// Lines across the plot at the ticks with their labels at the left, and the line at 0.
pub(crate) fn draw_rows(pen: &Pen<'_>, axis: &Axis, ticks: &[(f64, String)], plot: Frame) -> Drawn {
    let mut last = f64::INFINITY;
    let size = label_size(pen);
    for (value, label) in ticks {
        let y = axis.at(*value);
        pen.line(&[(plot.left, y), (plot.right, y)], pen.theme.grid, 2.0)?;
        if last - y >= size {
            let look = Look { anchor: Anchor::End, ..pen.look(size, pen.theme.muted) };
            pen.text(label, (plot.left - pen.px(12.0), y), look)?;
            last = y;
        }
    }
    let zero = axis.floor();
    pen.line(&[(plot.left, zero), (plot.right, zero)], pen.theme.axis, 3.0)
}
