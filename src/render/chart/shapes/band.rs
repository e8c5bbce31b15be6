//! A band between low and high over the years, with the central figure as a line.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, gutter};
use crate::render::chart::layout::labels::{Taken, setting};
use crate::render::chart::scene::{Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{BandPoint, ChartFigure, ChartSpec, RangeBand};

/// A year that has a figure: where it is, and its low, central and high.
struct At<'b> {
    x: f64,
    low: f64,
    central: f64,
    high: f64,
    point: &'b BandPoint,
}

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, band: &RangeBand, frame: Frame) -> Drawn {
    let values = band.points.iter().flat_map(|point| {
        let range = point.range.iter().flat_map(|range| [range.low.number(), range.high.number()]);
        point.central.iter().map(ChartFigure::number).chain(range)
    });
    let reach = ends(values);
    let ticks = Axis::new(reach, (0.0, 1.0), 6).ticks(spec, Ticks::Unit);
    let mut plot = Frame { left: frame.left + gutter(pen, &ticks), ..frame };
    let slot = plot.width() / band.points.len().max(1) as f64;
    let names: Vec<&str> = band.points.iter().map(|point| point.name.as_str()).collect();
    let naming = setting(pen, &names, slot, Weight::Regular, 28.0);
    let gap = pen.px(12.0);
    plot.bottom -= naming.height(pen, &names, Weight::Regular) + 2.0 * gap;
    let size = pen.px(25.0);
    let head = pen.height(size) + 2.4 * gap;
    let foot = if reach.0 < 0.0 { head } else { 0.0 };
    let axis = Axis::new(reach, (plot.bottom - foot, plot.top + head), 6);
    draw_rows(pen, &axis, &ticks, plot)?;

    let mut runs: Vec<Vec<At<'_>>> = vec![Vec::new()];
    for (index, point) in band.points.iter().enumerate() {
        let x = plot.left + slot * (index as f64 + 0.5);
        if index % naming.every == 0 {
            naming.draw(pen, &point.name, (x, plot.bottom + gap), true, pen.look(0.0, pen.theme.ink))?;
        }
        let Some(central) = point.central.as_ref().map(ChartFigure::number) else {
            runs.push(Vec::new());
            continue;
        };
        let (low, high) =
            point.range.as_ref().map_or((central, central), |range| (range.low.number(), range.high.number()));
        if let Some(run) = runs.last_mut() {
            run.push(At { x, low, central, high, point });
        }
    }
    // A year alone has a band as wide as half a slot.
    for run in runs.iter().filter(|run| !run.is_empty()) {
        let reach = if run.len() == 1 { slot * 0.25 } else { 0.0 };
        let ends = |at: &At<'_>, y: f64| [(at.x - reach, axis.at(y)), (at.x + reach, axis.at(y))];
        let upper = run.iter().flat_map(|at| ends(at, at.high));
        let lower = run.iter().rev().flat_map(|at| {
            let [one, other] = ends(at, at.low);
            [other, one]
        });
        let outline: Vec<(f64, f64)> = upper.chain(lower).collect();
        pen.polygon(&outline, pen.theme.tint)?;
    }
    let zero = axis.at(0.0);
    pen.line(&[(plot.left, zero), (plot.right, zero)], pen.theme.axis, 3.0)?;
    for run in &runs {
        for bound in [|at: &At<'_>| at.low, |at: &At<'_>| at.high] {
            let points: Vec<(f64, f64)> = run.iter().map(|at| (at.x, axis.at(bound(at)))).collect();
            if points.len() > 1 {
                pen.line(&points, pen.theme.axis, 2.0)?;
            }
        }
        let points: Vec<(f64, f64)> = run.iter().map(|at| (at.x, axis.at(at.central))).collect();
        if points.len() > 1 {
            pen.line(&points, pen.theme.accent, 5.0)?;
        }
        for at in run {
            pen.dot((at.x, axis.at(at.central)), pen.px(8.0).min(slot * 0.35).max(2.0), pen.theme.accent)?;
        }
    }
    figures(pen, &runs, &axis, (plot, size))
}

/// Central figures first, then the bounds above and below, each where there is room.
fn figures(pen: &Pen<'_>, runs: &[Vec<At<'_>>], axis: &Axis, (plot, size): (Frame, f64)) -> Drawn {
    let mut taken = Taken::default();
    let gap = pen.px(14.0);
    let high = pen.height(size);
    let mut put = |label: &str, x: f64, y: f64, weight: Weight| -> Drawn {
        let half = pen.width(label, size, weight) / 2.0 + pen.px(5.0);
        let x = x.max(plot.left + half).min((plot.right - half).max(plot.left + half));
        let frame = Frame { left: x - half, right: x + half, top: y - high, bottom: y + high };
        let ink = if weight == Weight::Bold { pen.theme.ink } else { pen.theme.muted };
        if y - high / 2.0 >= plot.top && y + high / 2.0 <= plot.bottom && taken.take(frame) {
            pen.text(label, (x, y), Look { weight, ..pen.look(size, ink) })?;
        }
        Ok(())
    };
    let all = || runs.iter().flatten();
    for run in runs {
        for (index, at) in run.iter().enumerate() {
            // Where the line goes up on a side, the figure of a year without a range stands below it.
            let is_higher = |near: Option<&At<'_>>| near.is_none_or(|near| near.central > at.central);
            let before = index.checked_sub(1).and_then(|before| run.get(before));
            let dips = run.len() > 1 && is_higher(before) && is_higher(run.get(index + 1));
            let below = at.point.range.is_none() && dips;
            let away = if below { gap + high / 2.0 } else { -gap - high / 2.0 };
            if let Some(central) = &at.point.central {
                put(&central.label, at.x, axis.at(at.central) + away, Weight::Bold)?;
            }
        }
    }
    for at in all() {
        if let Some(range) = &at.point.range {
            put(&range.high.label, at.x, axis.at(at.high) - gap - high / 2.0, Weight::Regular)?;
            put(&range.low.label, at.x, axis.at(at.low) + gap + high / 2.0, Weight::Regular)?;
        }
    }
    Ok(())
}
