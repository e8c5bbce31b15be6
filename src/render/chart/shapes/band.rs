//! A band between low and high over the years, with the central figure as a line.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, ends_near, gutter};
use crate::render::chart::layout::labels::{outstanding, setting};
use crate::render::chart::layout::room::{Against, Need, Taken, near};
use crate::render::chart::scene::{Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{AxisStart, BandPoint, ChartFigure, ChartSpec, RangeBand};

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
    let reach = match band.start {
        AxisStart::Zero => ends(values),
        AxisStart::Near => ends_near(values),
    };
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
    let zero = axis.floor();
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

/// The bounds above and below, the central figure between them: each where there is room, the outstanding ones in any case.
fn figures(pen: &Pen<'_>, runs: &[Vec<At<'_>>], axis: &Axis, (plot, size): (Frame, f64)) -> Drawn {
    let mut taken = Taken::default();
    for run in runs {
        for bound in [|at: &At<'_>| at.low, |at: &At<'_>| at.central, |at: &At<'_>| at.high] {
            let places: Vec<(f64, f64)> = run.iter().map(|at| (at.x, axis.at(bound(at)))).collect();
            taken.line(&places);
        }
    }
    let all: Vec<&At<'_>> = runs.iter().flatten().collect();
    let numbers: Vec<Option<f64>> = all.iter().map(|at| Some(at.central)).collect();
    let always = outstanding(&numbers, false);
    let mut put = |label: &str, at: (f64, f64), against: Against, need: Need, weight: Weight| -> Drawn {
        let ink = if weight == Weight::Bold { pen.theme.ink } else { pen.theme.muted };
        let look = Look { weight, ..pen.look(size, ink) };
        near(pen, (&mut taken, plot), label, at, (against, pen.px(10.0), need), look)
    };
    for index in outstanding(&numbers, true) {
        let Some(at) = all.get(index) else { continue };
        let need = if always.contains(&index) { Need::Always } else { Need::IfFree };
        if let Some(range) = &at.point.range {
            put(&range.high.label, (at.x, axis.at(at.high)), Against::OnlyAbove, Need::IfFree, Weight::Regular)?;
            put(&range.low.label, (at.x, axis.at(at.low)), Against::OnlyBelow, Need::IfFree, Weight::Regular)?;
        }
        if let Some(central) = &at.point.central {
            let against = if at.point.range.is_some() { Against::Beside } else { Against::Above };
            put(&central.label, (at.x, axis.at(at.central)), against, need, Weight::Bold)?;
        }
    }
    Ok(())
}
