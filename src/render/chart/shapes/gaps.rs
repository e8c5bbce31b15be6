//! Two bars a name, what is needed above what is accounted for, with the gap in figures at the right.

use crate::message;
use crate::render::chart::layout::axis::{Axis, Ticks, draw_columns, ends, label_size};
use crate::render::chart::layout::frame;
use crate::render::chart::layout::names::names;
use crate::render::chart::layout::whisker;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{ChartFigure, ChartSpec, FigureRange, GapBars, Ink};

/// Names take at most this much of the width.
const NAMES: f64 = 0.32;

/// What stands for a figure that nobody knows.
const UNKNOWN: &str = "\u{2013}";

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, gaps: &GapBars, frame: Frame) -> Drawn {
    if gaps.bars.is_empty() {
        return frame::remark(pen, "", frame);
    }
    let gap = pen.px(12.0);
    let head = spec.language.say(&message!("chart-head-gap"));
    let head_size = pen.px(24.0);
    let mut plot = Frame { top: frame.top + head_size * 1.6, bottom: frame.bottom - label_size(pen) * 1.6, ..frame };
    let slot = plot.height() / gaps.bars.len() as f64;
    // A remark stands below the name of its bar.
    let of_bars: Vec<String> = gaps
        .bars
        .iter()
        .map(|bar| match &bar.remark {
            None => bar.name.clone(),
            Some(remark) => format!("{} ({remark})", bar.name),
        })
        .collect();
    let (names, size) = names(pen, of_bars.iter().map(String::as_str), &mut plot, NAMES, slot);
    let figure_size = size.min(pen.px(24.0)).min(slot * 0.34);
    let wide = |figure: &Option<ChartFigure>| {
        figure.as_ref().map_or(0.0, |figure| pen.width(&figure.label, figure_size, Weight::Bold))
    };
    let of_gaps = gaps.bars.iter().map(|bar| wide(&bar.gap)).fold(pen.width(&head, head_size, Weight::Bold), f64::max);
    let right = plot.right;
    plot.right -= of_gaps + 2.0 * gap;
    let of_figures = gaps.bars.iter().flat_map(|bar| [wide(&bar.needed), wide(&bar.accounted)]).fold(0.0, f64::max);
    let numbers = gaps.bars.iter().flat_map(|bar| {
        let figures = [&bar.needed, &bar.accounted].into_iter().flatten().map(ChartFigure::number);
        let ranges = [&bar.needed_range, &bar.accounted_range].into_iter().flatten();
        figures.chain(ranges.flat_map(|range| [range.low.number(), range.high.number()])).collect::<Vec<f64>>()
    });
    let reach = ends(numbers);
    let left = if reach.0 < 0.0 { plot.left + of_figures + 2.0 * gap } else { plot.left };
    let axis = Axis::new(reach, (left, plot.right - of_figures - 2.0 * gap), 6);
    draw_columns(pen, spec, &axis, plot, Ticks::Unit)?;
    let bold = |size: f64| Look { weight: Weight::Bold, anchor: Anchor::End, ..pen.look(size, pen.theme.ink) };
    pen.label(&head, (right, frame.top + head_size * 0.6), bold(head_size))?;
    for (index, (bar, name)) in gaps.bars.iter().zip(&names).enumerate() {
        let y = plot.top + slot * (index as f64 + 0.5);
        let half = (slot * 0.2).min(pen.px(26.0)).max(1.0);
        let sides = [
            (Ink::Needed, &bar.needed, &bar.needed_range, y - half),
            (Ink::Accounted, &bar.accounted, &bar.accounted_range, y + half),
        ];
        for (ink, figure, range, middle) in sides {
            side(pen, &axis, (ink, figure.as_ref(), range.as_ref()), (middle, half * 0.9), figure_size)?;
        }
        let look = Look { anchor: Anchor::End, ..pen.look(0.0, pen.theme.ink) };
        name.draw(pen, plot.left - gap, y - name.height() / 2.0, look)?;
        let label = bar.gap.as_ref().map_or(UNKNOWN, |gap| &gap.label);
        pen.label(label, (right, y), bold(figure_size))?;
    }
    let zero = axis.at(0.0);
    pen.line(&[(zero, plot.top), (zero, plot.bottom)], pen.theme.axis, 3.0)
}

/// One bar with its whisker and figure; a dash where nobody knows it, never a bar of 0.
fn side(
    pen: &Pen<'_>,
    axis: &Axis,
    (ink, figure, range): (Ink, Option<&ChartFigure>, Option<&FigureRange>),
    (middle, half): (f64, f64),
    size: f64,
) -> Drawn {
    let zero = axis.at(0.0);
    let gap = pen.px(12.0);
    let look = Look { anchor: Anchor::Start, ..pen.look(size, pen.theme.ink) };
    let Some(figure) = figure else {
        return pen.label(UNKNOWN, (zero + gap, middle), look);
    };
    let end = axis.at(figure.number());
    let bar = Frame { left: zero.min(end), right: zero.max(end), top: middle - half, bottom: middle + half };
    pen.bar(bar, pen.theme.paint(ink), Some(&figure.value))?;
    let (mut least, mut most) = (zero.min(end), zero.max(end));
    if let Some(range) = range {
        let (low, high) = (axis.at(range.low.number()), axis.at(range.high.number()));
        whisker::level(pen, (low, high), middle, half * 0.5)?;
        (least, most) = (least.min(low), most.max(high));
    }
    if figure.number() < 0.0 {
        pen.label(&figure.label, (least - gap, middle), Look { anchor: Anchor::End, ..look })
    } else {
        pen.label(&figure.label, (most + gap, middle), look)
    }
}
