//! What shapes draw with: sizes that scale with the picture, and Plotters' elements in the theme's colours.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, FontTransform, RGBColor, ShapeStyle};
use plotters_backend::BackendCoord;

use super::canvas::Canvas;
use super::elements::{Curve, HatchedBar};
use super::mark::{Anchor, Scene, Turn, Weight};
use super::size::Size;
use super::theme::{Paint, Rgb, Theme};
use super::typeface::{CAPITALS, typeface};
use crate::render::chart::fault::ChartFault;

/// A part of the picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Frame {
    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) anchor: Anchor,
    pub(crate) turn: Turn,
    pub(crate) ink: Rgb,
}

/// The pen.
pub(crate) struct Pen<'t> {
    pub(crate) theme: &'t Theme,
    pub(crate) size: Size,
    scale: f64,
    area: DrawingArea<Canvas, Shift>,
    scene: Rc<RefCell<Scene>>,
}

pub(crate) type Drawn = Result<(), ChartFault>;

impl<'t> Pen<'t> {
    pub(crate) fn new(theme: &'t Theme, size: Size) -> Result<Self, ChartFault> {
        typeface(Weight::Regular).check()?;
        typeface(Weight::Bold).check()?;
        let scene = Rc::new(RefCell::new(Scene { size, ground: theme.ground, items: Vec::new() }));
        let area = Canvas { scene: Rc::clone(&scene) }.into_drawing_area();
        Ok(Self { theme, size, scale: size.scale(), area, scene })
    }

    /// What was drawn.
    pub(crate) fn finish(self) -> Scene {
        self.scene.borrow().clone()
    }

    /// Pixels that a slide gives to something, in this size.
    pub(crate) fn px(&self, on_a_slide: f64) -> f64 {
        on_a_slide * self.scale
    }

    fn draw<E>(&self, element: E) -> Drawn
    where
        for<'e> &'e E: PointCollection<'e, BackendCoord>,
        E: Drawable<Canvas>,
    {
        self.area
            .draw(&element)
            .map_err(|error: DrawingAreaErrorKind<Infallible>| ChartFault::Drawing(error.to_string()))
    }

    pub(crate) fn rect(&self, frame: Frame, fill: Rgb) -> Drawn {
        self.draw(Rectangle::new([at(frame.left, frame.top), at(frame.right, frame.bottom)], style(fill, 1.0).filled()))
    }

    /// A bar that stands for a figure.
    pub(crate) fn bar(&self, frame: Frame, paint: Paint, figure: Option<&str>) -> Drawn {
        let corners = [at(frame.left, frame.top), at(frame.right, frame.bottom)];
        self.draw(HatchedBar { corners, paint, spacing: self.px(10.0), figure: figure.map(str::to_owned) })
    }

    pub(crate) fn line(&self, points: &[(f64, f64)], ink: Rgb, width: f64) -> Drawn {
        let points: Vec<BackendCoord> = points.iter().map(|(x, y)| at(*x, *y)).collect();
        self.draw(PathElement::new(points, style(ink, self.px(width))))
    }

    pub(crate) fn polygon(&self, points: &[(f64, f64)], ink: Rgb) -> Drawn {
        let points: Vec<BackendCoord> = points.iter().map(|(x, y)| at(*x, *y)).collect();
        self.draw(Polygon::new(points, style(ink, 1.0).filled()))
    }

    pub(crate) fn dot(&self, (x, y): (f64, f64), radius: f64, ink: Rgb) -> Drawn {
        self.draw(Circle::new(at(x, y), radius.round() as i32, style(ink, 1.0).filled()))
    }

    pub(crate) fn curve(&self, curve: Curve) -> Drawn {
        self.draw(curve)
    }

    /// A line of text on a plate of the ground's colour, so that no line behind it crosses it.
    pub(crate) fn label(&self, words: &str, (x, y): (f64, f64), look: Look) -> Drawn {
        let (wide, high) = (self.width(words, look.size, look.weight), self.height(look.size));
        let pad = look.size * 0.2;
        let along = match look.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => wide / 2.0,
            Anchor::End => wide,
        };
        let (below, above) = (high / 2.0 + pad, high / 2.0 + pad);
        let plate = match look.turn {
            Turn::Level => {
                Frame { left: x - along - pad, right: x - along + wide + pad, top: y - above, bottom: y + below }
            }
            Turn::Up => {
                Frame { left: x - above, right: x + below, top: y + along - wide - pad, bottom: y + along + pad }
            }
        };
        self.rect(plate, self.theme.ground)?;
        self.text(words, (x, y), look)
    }

    /// A line of text; `y` is the middle of its capital letters.
    pub(crate) fn text(&self, words: &str, (x, y): (f64, f64), look: Look) -> Drawn {
        let weight = match look.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let horizontal = match look.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let transform = match look.turn {
            Turn::Level => FontTransform::None,
            Turn::Up => FontTransform::Rotate270,
        };
        let font = FontDesc::new(FontFamily::Name("Noto Sans"), look.size, weight).transform(transform);
        let style = font.color(&colour(look.ink)).pos(Pos::new(horizontal, VPos::Center));
        self.draw(Text::new(words.to_owned(), at(x, y), style))
    }

    /// A text that is centred, level and regular.
    pub(crate) fn look(&self, size: f64, ink: Rgb) -> Look {
        Look { size, weight: Weight::Regular, anchor: Anchor::Middle, turn: Turn::Level, ink }
    }

    /// How wide a line of text is.
    pub(crate) fn width(&self, words: &str, size: f64, weight: Weight) -> f64 {
        typeface(weight).width(words, size)
    }

    /// How high capital letters and figures are.
    pub(crate) fn height(&self, size: f64) -> f64 {
        CAPITALS * size
    }
}

fn at(x: f64, y: f64) -> BackendCoord {
    (x.round() as i32, y.round() as i32)
}

fn colour(Rgb(red, green, blue): Rgb) -> RGBColor {
    RGBColor(red, green, blue)
}

fn style(ink: Rgb, width: f64) -> ShapeStyle {
    ShapeStyle::from(&colour(ink)).stroke_width((width.round() as u32).max(1))
}
