//! Panels side by side, each with an axis of its own from 0: points, lines between them, whiskers, gaps.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, gutter};
use crate::render::chart::layout::frame;
use crate::render::chart::layout::labels::{outstanding, setting};
use crate::render::chart::layout::room::{Against, Need, Taken, near};
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

/// Figures at their points: all where they fit, but the first, the last, the greatest and the least in any case.
fn figures(pen: &Pen<'_>, panel: &Panel, axis: &Axis, (plot, slot, size): (Frame, f64, f64)) -> Drawn {
    let numbers: Vec<Option<f64>> = panel.points.iter().map(|point| Some(point.figure.as_ref()?.number())).collect();
    let mut taken = Taken::default();
    let place = |index: usize| plot.left + slot * (index as f64 + 0.5);
    for (index, point) in panel.points.iter().enumerate() {
        let Some(figure) = &point.figure else { continue };
        let (x, y) = (place(index), axis.at(figure.number()));
        if let Some(range) = &point.range {
            taken.line(&[(x, axis.at(range.low.number())), (x, axis.at(range.high.number()))]);
        }
        let before = index.checked_sub(1).and_then(|before| *numbers.get(before)?);
        match before {
            Some(before) if !point.breaks => taken.line(&[(place(index - 1), axis.at(before)), (x, y)]),
            _ => {}
        }
        if point.breaks && index > 0 {
            let x = plot.left + slot * index as f64;
            taken.line(&[(x, plot.top), (x, plot.bottom)]);
        }
        taken.line(&[(x - pen.px(8.0), y), (x + pen.px(8.0), y)]);
    }
    let always = outstanding(&numbers, false);
    for index in outstanding(&numbers, true) {
        let Some(point) = panel.points.get(index) else { continue };
        let Some(figure) = &point.figure else { continue };
        let need = if always.contains(&index) { Need::Always } else { Need::IfFree };
        // Above the whisker, or, at a dip of the line, below it.
        let neighbour = |index: Option<usize>| index.and_then(|index| *numbers.get(index)?);
        let (before, after) = (neighbour(index.checked_sub(1)), neighbour(Some(index + 1)));
        let is_dip = [before, after].iter().flatten().all(|near| *near > figure.number())
            && (before.is_some() || after.is_some());
        let ends = point.range.as_ref().map(|range| (range.low.number(), range.high.number()));
        let (low, high) = ends.unwrap_or((figure.number(), figure.number()));
        let (against, y) = if is_dip { (Against::Below, low) } else { (Against::Above, high) };
        let look = Look { weight: Weight::Bold, ..pen.look(size, pen.theme.ink) };
        let at = (place(index), axis.at(y));
        near(pen, (&mut taken, plot), &figure.label, at, (against, pen.px(12.0), need), look)?;
    }
    Ok(())
}
