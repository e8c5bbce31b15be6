//! A waterfall: totals from 0, changes from where the step before ended.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, ends_near, gutter};
use crate::render::chart::layout::text::{Block, LEADING, size_of, wrap};
use crate::render::chart::scene::{Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{AxisStart, ChartSpec, Ink, WaterfallStepKind, WaterfallSteps};

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, steps: &WaterfallSteps, frame: Frame) -> Drawn {
    let mut level = 0.0;
    let spans: Vec<(f64, f64)> = steps
        .steps
        .iter()
        .map(|step| {
            let figure = step.figure.number();
            let span = match step.kind {
                WaterfallStepKind::Total => (0.0, figure),
                WaterfallStepKind::Change => (level, level + figure),
            };
            level = span.1;
            span
        })
        .collect();
    let levels = || spans.iter().flat_map(|(from, to)| [*from, *to]);
    let reach = match steps.start {
        AxisStart::Zero => ends(levels()),
        AxisStart::Near => ends_near(levels().filter(|level| *level != 0.0)),
    };
    let ticks = Axis::new(reach, (0.0, 1.0), 6).ticks(spec, Ticks::Unit);
    let mut plot = Frame { left: frame.left + gutter(pen, &ticks), ..frame };
    let slot = plot.width() / steps.steps.len().max(1) as f64;
    let names = names(pen, steps, slot * 0.94, frame.height() * 0.3);
    let gap = pen.px(12.0);
    plot.bottom -= names.iter().map(Block::height).fold(0.0, f64::max) + gap;
    let labels = steps.steps.iter().map(|step| step.figure.label.as_str());
    let size = size_of(labels, slot * 0.96, (pen.px(28.0), 4.0), Weight::Bold).unwrap_or(4.0);
    let head = pen.height(size) + 2.0 * gap;
    let foot = if reach.0 < 0.0 { head } else { 0.0 };
    let axis = Axis::new(reach, (plot.bottom - foot, plot.top + head), 6);
    draw_rows(pen, &axis, &ticks, plot)?;
    for (index, ((step, (from, to)), name)) in steps.steps.iter().zip(&spans).zip(&names).enumerate() {
        let x = plot.left + slot * (index as f64 + 0.5);
        let half = (slot * 0.36).min(pen.px(120.0)).max(1.0);
        // From the floor, where the axis leaves zero.
        let is_cut = steps.start == AxisStart::Near && step.kind == WaterfallStepKind::Total;
        let (one, other) = (if is_cut { axis.floor() } else { axis.at(*from) }, axis.at(*to));
        let ink = match step.kind {
            WaterfallStepKind::Total => Ink::Total,
            WaterfallStepKind::Change if to < from => Ink::Fall,
            WaterfallStepKind::Change => Ink::Rise,
        };
        let bar = Frame { left: x - half, right: x + half, top: one.min(other), bottom: one.max(other) };
        pen.bar(bar, pen.theme.paint(ink), (!is_cut).then_some(step.figure.value.as_str()))?;
        if is_cut {
            cut(pen, bar)?;
        }
        if index + 1 < steps.steps.len() {
            pen.line(&[(x + half, other), (x + slot - half, other)], pen.theme.axis, 2.0)?;
        }
        let look = Look { weight: Weight::Bold, ..pen.look(size, pen.theme.ink) };
        let is_below = from.max(*to) <= 0.0 && from.min(*to) < 0.0;
        let y = if is_below {
            one.max(other) + gap + pen.height(size) / 2.0
        } else {
            one.min(other) - gap - pen.height(size) / 2.0
        };
        pen.label(&step.figure.label, (x, y), look)?;
        name.draw(pen, x, plot.bottom + gap * 0.6, pen.look(0.0, pen.theme.ink))?;
    }
    Ok(())
}

/// A line to and fro across the foot of a column that does not begin at 0.
fn cut(pen: &Pen<'_>, bar: Frame) -> Drawn {
    let (step, high) = (bar.width() / 8.0, pen.px(7.0));
    let y = bar.bottom - (bar.height() * 0.5).min(pen.px(26.0));
    let places = (0..=8).map(|place| {
        let up = if place % 2 == 0 { -high } else { high };
        (bar.left + step * f64::from(place), y + up)
    });
    pen.line(&places.collect::<Vec<_>>(), pen.theme.ground, 7.0)
}

/// Names under their columns, all in one size.
fn names(pen: &Pen<'_>, steps: &WaterfallSteps, width: f64, most: f64) -> Vec<Block> {
    let least = pen.px(13.0);
    let mut size = pen.px(26.0);
    loop {
        let lines = (most / (size * LEADING)).floor().max(1.0) as usize;
        let blocks: Vec<Block> =
            steps.steps.iter().map(|step| wrap(&step.name, width, size, Weight::Regular, lines.min(6))).collect();
        if size <= least || blocks.iter().all(|block| block.fits) {
            return blocks;
        }
        size = (size - 1.0).max(least);
    }
}
