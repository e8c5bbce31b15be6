//! One year: a dot a figure on one axis from 0, with whiskers, names at the left and figures at the right.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_columns, ends, label_size};
use crate::render::chart::layout::names::names;
use crate::render::chart::layout::whisker;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{ChartSpec, Dot, DotPlot};

/// Names take at most this much of the width.
const NAMES: f64 = 0.4;

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, plot: &DotPlot, frame: Frame) -> Drawn {
    let (dots, ticks) = (&plot.dots, Ticks::of(plot.measure));
    let mut plot = Frame { bottom: frame.bottom - label_size(pen) * 1.6, ..frame };
    let slot = (plot.height() / dots.len().max(1) as f64).min(pen.px(170.0));
    plot.top += (plot.height() - slot * dots.len() as f64) / 2.0;
    plot.bottom = plot.top + slot * dots.len() as f64;
    let (names, size) = names(pen, dots.iter().map(|dot| dot.name.as_str()), &mut plot, NAMES, slot);
    let size = size.min(pen.px(28.0));
    let gap = pen.px(24.0);
    let wide = |dot: &Dot| {
        let label = dot.figure.as_ref().map(|figure| pen.width(&figure.label, size, Weight::Bold));
        label.unwrap_or_default() + 2.0 * gap
    };
    let room = dots.iter().map(wide).fold(0.0, f64::max);
    let numbers = dots.iter().flat_map(|dot| {
        let range = dot.range.iter().flat_map(|range| [range.low.number(), range.high.number()]);
        dot.figure.iter().map(|figure| figure.number()).chain(range)
    });
    let reach = ends(numbers);
    let left = if reach.0 < 0.0 { plot.left + room } else { plot.left + gap };
    let axis = Axis::new(reach, (left, plot.right - room), 6);
    draw_columns(pen, spec, &axis, plot, ticks)?;
    let zero = axis.at(0.0);
    pen.line(&[(zero, plot.top), (zero, plot.bottom)], pen.theme.axis, 3.0)?;
    for (index, (dot, name)) in dots.iter().zip(&names).enumerate() {
        let y = plot.top + slot * (index as f64 + 0.5);
        let look = Look { anchor: Anchor::End, ..pen.look(0.0, pen.theme.ink) };
        name.draw(pen, plot.left - pen.px(12.0), y - name.height() / 2.0, look)?;
        let Some(figure) = &dot.figure else {
            // Unknown is a dash, never a dot at 0.
            pen.line(&[(zero + gap, y), (zero + 1.8 * gap, y)], pen.theme.muted, 4.0)?;
            continue;
        };
        let x = axis.at(figure.number());
        pen.line(&[(zero, y), (x, y)], pen.theme.grid, 3.0)?;
        let mut end = x;
        if let Some(range) = &dot.range {
            let (low, high) = (axis.at(range.low.number()), axis.at(range.high.number()));
            whisker::level(pen, (low, high), y, slot * 0.12)?;
            end = end.max(high);
        }
        pen.dot((x, y), pen.px(11.0).min(slot * 0.3).max(2.0), pen.theme.paint(dot.ink).line)?;
        let bold = Look { weight: Weight::Bold, anchor: Anchor::Start, ..pen.look(size, pen.theme.ink) };
        pen.label(&figure.label, (end + gap, y), bold)?;
    }
    Ok(())
}
