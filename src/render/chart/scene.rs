//! What was drawn: rectangles, paths and texts in pixels, in the order in which they cover one another.

use super::size::Size;
use super::theme::Rgb;

/// A picture before it has a format.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) size: Size,
    pub(super) ground: Rgb,
    pub(super) items: Vec<Item>,
}

/// One thing drawn.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A filled rectangle; `figure` is the exact figure that it stands for, if it stands for one.
    Rect { left: f64, top: f64, width: f64, height: f64, fill: Rgb, figure: Option<String> },
    /// A path, filled or stroked.
    Path { steps: Vec<Step>, ink: Rgb, alpha: f64, stroke: Option<Stroke> },
    /// One line of text.
    Text(Text),
}

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) words: String,
    /// Where its anchor is, on the baseline.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) anchor: Anchor,
    pub(super) turn: Turn,
    pub(super) ink: Rgb,
}

/// A stroke.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) width: f64,
    pub(super) dash: Option<f64>,
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    Move(f64, f64),
    Line(f64, f64),
    Cubic([f64; 6]),
    Close,
}

/// Which face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// From left to right.
    Level,
    /// From bottom to top.
    Up,
}

impl Text {
    /// Where the text starts, after its anchor: how far the anchor is from its start, in pixels.
    pub(super) fn lead(&self, width: f64) -> f64 {
        match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        }
    }
}
