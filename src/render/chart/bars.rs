//! Horizontal bars with their names at the left and their figures at their ends.

use super::axis::{Axis, Ticks, ends, label_size, value};
use super::frame;
use super::labels::Taken;
use super::pen::{Drawn, Frame, Look, Pen};
use super::scene::{Anchor, Weight};
use super::text::{Block, LEADING, fit, wrap};
use crate::report::charts::{Bar, Bars, ChartSpec};

/// Names take at most this much of the width.
const NAMES: f64 = 0.4;

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, bars: &Bars, frame: Frame) -> Drawn {
    let mut plot = frame;
    if let Some(words) = &bars.not_estimated {
        let block = fit(words, frame.width(), (pen.px(24.0), pen.px(17.0)), Weight::Regular, 3);
        plot.bottom -= block.height() + pen.px(8.0);
        let look = Look { anchor: Anchor::Start, ..pen.look(0.0, pen.theme.ink) };
        pen.block(&block, frame.left, plot.bottom + pen.px(8.0), look)?;
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
    let wide = |bar: &Bar| pen.width(&bar.total.label, figure_size, Weight::Bold) + 1.5 * gap;
    let reach: Vec<(f64, f64)> = bars.bars.iter().map(reach).collect();
    let is_left = |index: usize| reach.get(index).is_some_and(|(low, high)| *high <= 0.0 && *low < 0.0);
    let room = |left: bool| {
        let labels = bars.bars.iter().enumerate().filter(|(index, _)| is_left(*index) == left);
        labels.map(|(_, bar)| wide(bar)).fold(0.0, f64::max)
    };
    let ends = ends(reach.iter().flat_map(|(low, high)| [*low, *high]));
    let axis = Axis::new(ends, (plot.left + room(true), plot.right - room(false)), 6);
    columns(pen, spec, &axis, plot)?;

    for (index, (bar, name)) in bars.bars.iter().zip(&names).enumerate() {
        let y = plot.top + slot * (index as f64 + 0.5);
        let half = (slot * 0.36).min(pen.px(34.0)).max(1.0);
        let (mut left, mut right) = (0.0, 0.0);
        for part in &bar.parts {
            let width = value(&part.figure);
            let end = if width < 0.0 { &mut left } else { &mut right };
            let (one, other) = (axis.at(*end), axis.at(*end + width));
            *end += width;
            let frame = Frame { left: one.min(other), right: one.max(other), top: y - half, bottom: y + half };
            pen.bar(frame, pen.theme.paint(part.ink), Some(&part.figure.value))?;
        }
        if let Some(range) = &bar.range {
            whisker(pen, (axis.at(value(&range.low)), axis.at(value(&range.high))), y + half * 0.45, half * 0.35)?;
        }
        let look = Look { anchor: Anchor::End, ..pen.look(0.0, pen.theme.ink) };
        pen.block(name, plot.left - gap, y - name.height() / 2.0, look)?;
        let bold = Look { weight: Weight::Bold, ..pen.look(figure_size, pen.theme.ink) };
        let (low, high) = reach.get(index).copied().unwrap_or((0.0, 0.0));
        let (x, anchor) =
            if is_left(index) { (axis.at(low) - gap, Anchor::End) } else { (axis.at(high) + gap, Anchor::Start) };
        pen.text(&bar.total.label, (x, y), Look { anchor, ..bold })?;
    }
    let zero = axis.at(0.0);
    pen.line(&[(zero, plot.top), (zero, plot.bottom)], pen.theme.axis, 3.0)
}

/// Names beside the plot that fit their slots, all in one size; they take at most `share` of the plot, which begins
/// behind the widest.
pub(super) fn names<'n>(
    pen: &Pen<'_>,
    names: impl Iterator<Item = &'n str> + Clone,
    plot: &mut Frame,
    share: f64,
    slot: f64,
) -> (Vec<Block>, f64) {
    let width = plot.width() * share;
    let least = pen.px(13.0).min(slot / LEADING).max(4.0);
    let mut size = pen.px(28.0).min(slot / LEADING).max(least);
    loop {
        let lines = (slot / (size * LEADING)).floor().max(1.0) as usize;
        let blocks: Vec<Block> =
            names.clone().map(|name| wrap(name, width, size, Weight::Regular, lines.min(3))).collect();
        if size <= least || blocks.iter().all(|block| block.fits) {
            let lines = blocks.iter().flat_map(|block| block.lines.iter().map(|line| (line, block.size)));
            let widest = lines.map(|(line, size)| pen.width(line, size, Weight::Regular)).fold(0.0, f64::max);
            plot.left += widest + pen.px(18.0);
            return (blocks, size);
        }
        size = (size - 1.0).max(least);
    }
}

/// Lines down the plot at the ticks, with their labels below.
pub(super) fn columns(pen: &Pen<'_>, spec: &ChartSpec, axis: &Axis, plot: Frame) -> Drawn {
    let size = label_size(pen);
    let mut taken = Taken::default();
    for (value, label) in axis.ticks(spec, Ticks::Unit) {
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

/// A line from a lower to an upper bound with short lines across its ends.
pub(super) fn whisker(pen: &Pen<'_>, (low, high): (f64, f64), y: f64, half: f64) -> Drawn {
    let half = half.min(pen.px(12.0)).max(1.0);
    for (ink, width) in [(pen.theme.ground, 7.0), (pen.theme.axis, 3.0)] {
        pen.line(&[(low, y), (high, y)], ink, width)?;
        pen.line(&[(low, y - half), (low, y + half)], ink, width)?;
        pen.line(&[(high, y - half), (high, y + half)], ink, width)?;
    }
    Ok(())
}

/// From where to where a bar reaches with its range.
fn reach(bar: &Bar) -> (f64, f64) {
    let parts = bar.parts.iter().map(|part| value(&part.figure));
    let (low, high) =
        parts.fold((0.0, 0.0), |(low, high), part| if part < 0.0 { (low + part, high) } else { (low, high + part) });
    match &bar.range {
        None => (low, high),
        Some(range) => (f64::min(low, value(&range.low)), f64::max(high, value(&range.high))),
    }
}
