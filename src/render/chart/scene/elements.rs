//! Elements that Plotters does not have: bars that know their figure, lines across them, free curves.

use std::convert::Infallible;

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::canvas::Canvas;
use super::mark::{Mark, PathStep, Stroke};
use super::theme::{Hatch, Paint, Rgb};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A rectangle with a pattern, which stands for a figure.
pub(crate) struct HatchedBar {
    pub(crate) corners: [BackendCoord; 2],
    pub(crate) paint: Paint,
    /// Distance of the lines across it.
    pub(crate) spacing: f64,
    pub(crate) figure: Option<String>,
}

impl<'b> PointCollection<'b, BackendCoord> for &'b HatchedBar {
    type Point = &'b BackendCoord;
    type IntoIter = &'b [BackendCoord; 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.corners
    }
}

impl Drawable<Canvas> for HatchedBar {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut corners: I, canvas: &mut Canvas, _: (u32, u32)) -> Drawn {
        let (Some(one), Some(other)) = (corners.next(), corners.next()) else { return Ok(()) };
        let (left, top) = (f64::from(one.0.min(other.0)), f64::from(one.1.min(other.1)));
        let (width, height) = (f64::from((one.0 - other.0).abs()), f64::from((one.1 - other.1).abs()));
        let figure = self.figure.clone();
        canvas.record(Mark::Rect { left, top, width, height, fill: self.paint.fill, figure })?;
        let has_lines = self.paint.hatch != Hatch::Plain || self.paint.fill != self.paint.line;
        if !has_lines || width < 1.0 || height < 1.0 {
            return Ok(());
        }
        let thin = self.spacing / 5.0;
        let stroke = |width: f64| Some(Stroke { width, dash: None });
        if self.paint.hatch != Hatch::Plain {
            let steps = hatch(left, top, width, height, self.spacing, self.paint.hatch);
            canvas.record(Mark::Path { steps, ink: self.paint.line, alpha: 1.0, stroke: stroke(thin) })?;
        }
        let inset = (thin / 2.0).min(width / 2.0).min(height / 2.0);
        let (right, bottom) = (left + width - inset, top + height - inset);
        let outline = vec![
            PathStep::Move(left + inset, top + inset),
            PathStep::Line(right, top + inset),
            PathStep::Line(right, bottom),
            PathStep::Line(left + inset, bottom),
            PathStep::Close,
        ];
        canvas.record(Mark::Path { steps: outline, ink: self.paint.line, alpha: 1.0, stroke: stroke(2.0 * inset) })
    }
}

/// Lines of 45 degrees across a rectangle, cut at its edges, in step with all others of the picture.
fn hatch(left: f64, top: f64, width: f64, height: f64, spacing: f64, hatch: Hatch) -> Vec<PathStep> {
    let (right, bottom) = (left + width, top + height);
    let step = spacing * std::f64::consts::SQRT_2;
    let mut steps = Vec::new();
    let rising = hatch == Hatch::Rising;
    // Along a line x + y (rising) or x - y (falling) is constant.
    let (from, to) = if rising { (left + top, right + bottom) } else { (left - bottom, right - top) };
    let mut at = (from / step).ceil() * step;
    while at < to {
        let y = |x: f64| if rising { at - x } else { x - at };
        let x = |y: f64| if rising { at - y } else { at + y };
        let (first, last) =
            if rising { (left.max(x(bottom)), right.min(x(top))) } else { (left.max(x(top)), right.min(x(bottom))) };
        if last > first {
            steps.extend([PathStep::Move(first, y(first)), PathStep::Line(last, y(last))]);
        }
        at += step;
    }
    steps
}

/// A free curve: filled, or stroked with or without gaps.
pub(crate) struct Curve {
    pub(crate) steps: Vec<PathStep>,
    pub(crate) ink: Rgb,
    pub(crate) alpha: f64,
    pub(crate) stroke: Option<Stroke>,
}

impl<'c> PointCollection<'c, BackendCoord> for &'c Curve {
    type Point = &'c BackendCoord;
    type IntoIter = [&'c BackendCoord; 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl Drawable<Canvas> for Curve {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, _: I, canvas: &mut Canvas, _: (u32, u32)) -> Drawn {
        let Self { steps, ink, alpha, stroke } = self;
        canvas.record(Mark::Path { steps: steps.clone(), ink: *ink, alpha: *alpha, stroke: *stroke })
    }
}

#[cfg(test)]
mod tests {
    use super::{Hatch, PathStep, hatch};

    #[test]
    fn lines_across_stay_inside() {
        for direction in [Hatch::Rising, Hatch::Falling] {
            let steps = hatch(10.0, 20.0, 30.0, 15.0, 4.0, direction);
            assert!(steps.len() > 10);
            for step in steps {
                let (PathStep::Move(x, y) | PathStep::Line(x, y)) = step else { panic!("{step:?}") };
                assert!((9.999..=40.001).contains(&x) && (19.999..=35.001).contains(&y), "{x} {y}");
            }
        }
    }
}
