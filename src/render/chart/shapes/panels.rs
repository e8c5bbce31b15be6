//! Panels side by side, each with an axis of its own from 0: points, lines between them, whiskers, gaps.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, gutter};
use crate::render::chart::layout::frame;
use crate::render::chart::layout::labels::{Taken, setting};
use crate::render::chart::layout::text::fit;
use crate::render::chart::layout::whisker;
use crate::render::chart::scene::{Anchor, Curve, Drawn, Frame, Look, PathStep, Pen, Stroke, Weight};
use crate::report::charts::{ChartFigure, ChartSpec, Panel, Panels};

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, panels: &Panels, frame: Frame) -> Drawn {
    let count = panels.panels.len().max(1);
    let wide = frame.width() > frame.height() * 1.3;
    let across = match count {
        1 => 1,
        2 | 3 if wide => count,
        2 => 1,
        3 => 1,
        4 => 2,
        _ if wide => count.div_ceil(count.div_ceil(4)),
        _ => 2,
    };
    let down = count.div_ceil(across);
    let (gap_x, gap_y) = (pen.px(48.0), pen.px(24.0));
    let width = (frame.width() - gap_x * (across - 1) as f64) / across as f64;
    let height = (frame.height() - gap_y * (down - 1) as f64) / down as f64;
    for (index, panel) in panels.panels.iter().enumerate() {
        let left = frame.left + (width + gap_x) * (index % across) as f64;
        let top = frame.top + (height + gap_y) * (index / across) as f64;
        one(pen, spec, panel, Frame { left, top, right: left + width, bottom: top + height })?;
    }
    Ok(())
}

fn one(pen: &Pen<'_>, spec: &ChartSpec, panel: &Panel, frame: Frame) -> Drawn {
    let name = fit(&panel.name, frame.width(), (pen.px(30.0), pen.px(20.0)), Weight::Bold, 2);
    let look = Look { anchor: Anchor::Start, weight: Weight::Bold, ..pen.look(0.0, pen.theme.ink) };
    let top = name.draw(pen, frame.left, frame.top, look)?;
    let mut plot = Frame { top: top + pen.px(6.0), ..frame };
    if let Some(remark) = &panel.remark {
        return frame::remark(pen, remark, plot);
    }
    let values = panel.points.iter().flat_map(|point| {
        let range = point.range.iter().flat_map(|range| [range.low.number(), range.high.number()]);
        point.figure.iter().map(ChartFigure::number).chain(range)
    });
    let reach = ends(values);
    let most = if plot.height() < pen.px(300.0) { 4 } else { 6 };
    let ticks = Axis::new(reach, (0.0, 1.0), most).ticks(spec, Ticks::Unit);
    plot.left += gutter(pen, &ticks);
    let slot = plot.width() / panel.points.len().max(1) as f64;
    let names: Vec<&str> = panel.points.iter().map(|point| point.name.as_str()).collect();
    let naming = setting(pen, &names, slot, Weight::Regular, 25.0);
    let gap = pen.px(10.0);
    plot.bottom -= naming.height(pen, &names, Weight::Regular) + 2.0 * gap;
    let size = pen.px(24.0);
    let head = pen.height(size) + 2.4 * gap;
    let foot = if reach.0 < 0.0 { head } else { 0.0 };
    let axis = Axis::new(reach, (plot.bottom - foot, plot.top + head), most);
    draw_rows(pen, &axis, &ticks, plot)?;

    let place = |index: usize| plot.left + slot * (index as f64 + 0.5);
    for (index, point) in panel.points.iter().enumerate() {
        let x = place(index);
        if index % naming.every == 0 {
            naming.draw(pen, &point.name, (x, plot.bottom + gap), true, pen.look(0.0, pen.theme.ink))?;
        }
        if point.breaks && index > 0 {
            let x = plot.left + slot * index as f64;
            let steps = vec![PathStep::Move(x, plot.top), PathStep::Line(x, plot.bottom)];
            let stroke = Some(Stroke { width: pen.px(2.0), dash: Some(pen.px(8.0)) });
            pen.curve(Curve { steps, ink: pen.theme.muted, alpha: 1.0, stroke })?;
        }
        let before = index.checked_sub(1).and_then(|before| panel.points.get(before)?.figure.as_ref());
        if let (Some(before), Some(figure), false) = (before, &point.figure, point.breaks) {
            let from = (place(index - 1), axis.at(before.number()));
            pen.line(&[from, (x, axis.at(figure.number()))], pen.theme.accent, 4.0)?;
        }
    }
    for (index, point) in panel.points.iter().enumerate() {
        let (x, Some(figure)) = (place(index), &point.figure) else { continue };
        if let Some(range) = &point.range {
            whisker::upright(pen, (axis.at(range.low.number()), axis.at(range.high.number())), x, slot * 0.2)?;
        }
        pen.dot((x, axis.at(figure.number())), pen.px(8.0).min(slot * 0.35).max(2.0), pen.theme.accent)?;
    }
    figures(pen, panel, &axis, (plot, slot, size))
}

/// Figures over their points: all where they fit, else the first, the last, the highest and the lowest.
fn figures(pen: &Pen<'_>, panel: &Panel, axis: &Axis, (plot, slot, size): (Frame, f64, f64)) -> Drawn {
    let known: Vec<(usize, f64)> = panel
        .points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| Some((index, point.figure.as_ref()?.number())))
        .collect();
    let by_value = |one: &&(usize, f64), other: &&(usize, f64)| one.1.total_cmp(&other.1);
    let first = [known.iter().max_by(by_value), known.last(), known.first(), known.iter().min_by(by_value)];
    let order = first.into_iter().flatten().chain(&known);
    let mut taken = Taken::default();
    let mut done: Vec<usize> = Vec::new();
    for (index, _) in order {
        let Some(point) = panel.points.get(*index).filter(|_| !done.contains(index)) else { continue };
        let Some(figure) = &point.figure else { continue };
        done.push(*index);
        let half = pen.width(&figure.label, size, Weight::Bold) / 2.0 + pen.px(4.0);
        let (side, below) = away(panel, *index);
        let x = plot.left + slot * (*index as f64 + 0.5) + side * half * 0.8;
        let x = x.max(plot.left + half).min((plot.right - half).max(plot.left + half));
        let (low, high) = point.range.as_ref().map_or((figure.number(), figure.number()), |range| {
            (range.low.number().min(figure.number()), range.high.number().max(figure.number()))
        });
        let gap = pen.px(14.0);
        let (top, bottom) = if below && axis.at(low) + gap + size < plot.bottom {
            (axis.at(low) + gap, axis.at(low) + gap + size)
        } else {
            (axis.at(high) - gap - size, axis.at(high) - gap)
        };
        let frame = Frame { left: x - half, right: x + half, top, bottom };
        if taken.take(frame) {
            let look = Look { weight: Weight::Bold, ..pen.look(size, pen.theme.ink) };
            pen.text(&figure.label, (x, (top + bottom) / 2.0), look)?;
        }
    }
    Ok(())
}

/// Where a figure keeps clear of the lines from its point: how far to a side, and whether below.
fn away(panel: &Panel, index: usize) -> (f64, bool) {
    let figure = |index: usize| panel.points.get(index)?.figure.as_ref().map(ChartFigure::number);
    let Some(here) = figure(index) else { return (0.0, false) };
    let breaks = |index: usize| panel.points.get(index).is_some_and(|point| point.breaks);
    let before = index.checked_sub(1).and_then(figure).filter(|_| !breaks(index));
    let after = figure(index + 1).filter(|_| !breaks(index + 1));
    match (before.map(|before| before > here), after.map(|after| after > here)) {
        (Some(true) | None, Some(true)) | (Some(true), None) => (0.0, true),
        (Some(false), Some(true)) => (-1.0, false),
        (Some(true), Some(false)) => (1.0, false),
        _ => (0.0, false),
    }
}
