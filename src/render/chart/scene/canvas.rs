//! A backend of Plotters that records what is drawn instead of drawing it.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::mark::{Anchor, Mark, PathStep, Scene, Stroke, TextLine, Turn, Weight};
use super::theme::Rgb;
use super::typeface::{BELOW, CAPITALS, typeface};

/// The recording backend.
pub(crate) struct Canvas {
    pub(crate) scene: Rc<RefCell<Scene>>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// How far a circle's handles are from its points, over its radius.
const HANDLE: f64 = 0.552_284_75;

impl Canvas {
    pub(crate) fn record(&mut self, item: Mark) -> Drawn {
        self.scene.borrow_mut().items.push(item);
        Ok(())
    }

    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, closed: bool) -> Vec<PathStep> {
        let mut steps: Vec<PathStep> = Vec::new();
        for (x, y) in points {
            let (x, y) = (f64::from(x), f64::from(y));
            steps.push(if steps.is_empty() { PathStep::Move(x, y) } else { PathStep::Line(x, y) });
        }
        if closed {
            steps.push(PathStep::Close);
        }
        steps
    }

    fn draw_steps<S: BackendStyle>(&mut self, steps: Vec<PathStep>, style: &S, filled: bool) -> Drawn {
        let stroke = Stroke { width: f64::from(style.stroke_width()), dash: None };
        let alpha = style.color().alpha;
        self.record(Mark::Path { steps, ink: rgb(style.color()), alpha, stroke: (!filled).then_some(stroke) })
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let size = self.scene.borrow().size;
        (size.width, size.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let (left, top) = (f64::from(x), f64::from(y));
        self.record(Mark::Rect { left, top, width: 1.0, height: 1.0, fill: rgb(color), figure: None })
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let steps = self.path([from, to], false);
        self.draw_steps(steps, style, false)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            let steps = self.path([from, (to.0, from.1), to, (from.0, to.1)], true);
            return self.draw_steps(steps, style, false);
        }
        let (left, top) = (f64::from(from.0.min(to.0)), f64::from(from.1.min(to.1)));
        let (width, height) = (f64::from((to.0 - from.0).abs()), f64::from((to.1 - from.1).abs()));
        self.record(Mark::Rect { left, top, width, height, fill: rgb(style.color()), figure: None })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let steps = self.path(path, false);
        self.draw_steps(steps, style, false)
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let (x, y, r) = (f64::from(x), f64::from(y), f64::from(radius));
        let h = r * HANDLE;
        let steps = vec![
            PathStep::Move(x + r, y),
            PathStep::Cubic([x + r, y + h, x + h, y + r, x, y + r]),
            PathStep::Cubic([x - h, y + r, x - r, y + h, x - r, y]),
            PathStep::Cubic([x - r, y - h, x - h, y - r, x, y - r]),
            PathStep::Cubic([x + h, y - r, x + r, y - h, x + r, y]),
            PathStep::Close,
        ];
        self.draw_steps(steps, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let steps = self.path(points, true);
        self.draw_steps(steps, style, true)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, words: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let size = style.size();
        // The baseline from the place that the vertical anchor names.
        let down = match style.anchor().v_pos {
            VPos::Top => CAPITALS * size,
            VPos::Center => CAPITALS / 2.0 * size,
            VPos::Bottom => 0.0,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let (turn, x, y) = match style.transform() {
            FontTransform::Rotate270 => (Turn::Up, f64::from(x) + down, f64::from(y)),
            _ => (Turn::Level, f64::from(x), f64::from(y) + down),
        };
        let (weight, ink) = (weight(style.style()), rgb(style.color()));
        self.record(Mark::Text(TextLine { words: words.to_owned(), x, y, size, weight, anchor, turn, ink }))
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        words: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        let width = typeface(weight(style.style())).width(words, size);
        Ok((width.ceil() as u32, ((CAPITALS + BELOW) * size).ceil() as u32))
    }
}

fn weight(style: FontStyle) -> Weight {
    match style {
        FontStyle::Bold => Weight::Bold,
        FontStyle::Normal | FontStyle::Italic | FontStyle::Oblique => Weight::Regular,
    }
}

fn rgb(color: BackendColor) -> Rgb {
    Rgb(color.rgb.0, color.rgb.1, color.rgb.2)
}
