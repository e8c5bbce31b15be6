//! Horizontal bars with their names at the left and their figures at their ends.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_columns, ends, label_size};
use crate::render::chart::layout::frame;
use crate::render::chart::layout::names::names;
use crate::render::chart::layout::text::fit;
use crate::render::chart::layout::whisker;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{BarList, ChartSpec, NamedBar};

/// Names take at most this much of the width.
const NAMES: f64 = 0.4;

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, bars: &BarList, frame: Frame) -> Drawn {
    let mut plot = frame;
    if let Some(words) = &bars.not_estimated {
        let block = fit(words, frame.width(), (pen.px(24.0), pen.px(17.0)), Weight::Regular, 3);
        plot.bottom -= block.height() + pen.px(8.0);
        let look = Look { anchor: Anchor::Start, ..pen.look(0.0, pen.theme.ink) };
        block.draw(pen, frame.left, plot.bottom + pen.px(8.0), look)?;
    }
    if bars.bars.is_empty() {
        return frame::remark(pen, "", plot);
    }
    let axis_height = label_size(pen) * 1.6;
    plot.bottom -= axis_height;
    let slot = plot.height() / bars.bars.len() as f64;
    let of_bars = bars.bars.iter().map(|bar| bar.name.as_str());
    let (names, size) = names(pen, of_bars, &mut plot, NAMES, slot);

    let figure_size = size.min(pen.px(26.0));
    let gap = pen.px(12.0);
    let wide = |bar: &NamedBar| pen.width(&bar.total.label, figure_size, Weight::Bold) + 1.5 * gap;
    let reach: Vec<(f64, f64)> = bars.bars.iter().map(reach).collect();
    let is_left = |index: usize| reach.get(index).is_some_and(|(low, high)| *high <= 0.0 && *low < 0.0);
    let room = |left: bool| {
        let labels = bars.bars.iter().enumerate().filter(|(index, _)| is_left(*index) == left);
        labels.map(|(_, bar)| wide(bar)).fold(0.0, f64::max)
    };
    let ends = ends(reach.iter().flat_map(|(low, high)| [*low, *high]));
    let axis = Axis::new(ends, (plot.left + room(true), plot.right - room(false)), 6);
    draw_columns(pen, spec, &axis, plot, Ticks::Unit)?;

    for (index, (bar, name)) in bars.bars.iter().zip(&names).enumerate() {
        let y = plot.top + slot * (index as f64 + 0.5);
        let half = (slot * 0.36).min(pen.px(34.0)).max(1.0);
        let (mut left, mut right) = (0.0, 0.0);
        for part in &bar.parts {
            let width = part.figure.number();
            let end = if width < 0.0 { &mut left } else { &mut right };
            let (one, other) = (axis.at(*end), axis.at(*end + width));
            *end += width;
            let frame = Frame { left: one.min(other), right: one.max(other), top: y - half, bottom: y + half };
            pen.bar(frame, pen.theme.paint(part.ink), Some(&part.figure.value))?;
        }
        if let Some(range) = &bar.range {
            whisker::level(
                pen,
                (axis.at(range.low.number()), axis.at(range.high.number())),
                y + half * 0.45,
                half * 0.35,
            )?;
        }
        let look = Look { anchor: Anchor::End, ..pen.look(0.0, pen.theme.ink) };
        name.draw(pen, plot.left - gap, y - name.height() / 2.0, look)?;
        let bold = Look { weight: Weight::Bold, ..pen.look(figure_size, pen.theme.ink) };
        let (low, high) = reach.get(index).copied().unwrap_or((0.0, 0.0));
        let (x, anchor) =
            if is_left(index) { (axis.at(low) - gap, Anchor::End) } else { (axis.at(high) + gap, Anchor::Start) };
        pen.label(&bar.total.label, (x, y), Look { anchor, ..bold })?;
    }
    let zero = axis.at(0.0);
    pen.line(&[(zero, plot.top), (zero, plot.bottom)], pen.theme.axis, 3.0)
}

/// From where to where a bar reaches with its range.
fn reach(bar: &NamedBar) -> (f64, f64) {
    let parts = bar.parts.iter().map(|part| part.figure.number());
    let (low, high) =
        parts.fold((0.0, 0.0), |(low, high), part| if part < 0.0 { (low + part, high) } else { (low, high + part) });
    match &bar.range {
        None => (low, high),
        Some(range) => (f64::min(low, range.low.number()), f64::max(high, range.high.number())),
    }
}
