//! What was drawn: rectangles, paths and texts in pixels, in the order in which they cover one another.

use std::collections::BTreeSet;

use super::size::Size;
use super::theme::Rgb;
use super::typeface::typeface;

/// A picture before it has a format.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) size: Size,
    pub(crate) ground: Rgb,
    pub(crate) items: Vec<Mark>,
}

impl Scene {
    /// The letters of its texts that the face draws as a box, each once.
    pub(crate) fn missing_letters(&self) -> BTreeSet<char> {
        let texts = self.items.iter().filter_map(|item| match item {
            Mark::Text(text) => Some(text),
            Mark::Rect { .. } | Mark::Path { .. } => None,
        });
        let letters = texts.flat_map(|text| text.words.chars().map(|letter| (text.weight, letter)));
        letters.filter(|(weight, letter)| !typeface(*weight).has(*letter)).map(|(_, letter)| letter).collect()
    }
}

/// One thing drawn.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A filled rectangle; `figure` is the exact figure that it stands for, if it stands for one.
    Rect { left: f64, top: f64, width: f64, height: f64, fill: Rgb, figure: Option<String> },
    /// A path, filled or stroked.
    Path { steps: Vec<PathStep>, ink: Rgb, alpha: f64, stroke: Option<Stroke> },
    /// One line of text.
    Text(TextLine),
}

/// A line of text.
#[derive(Debug, Clone)]
pub(crate) struct TextLine {
    pub(crate) words: String,
    /// Where its anchor is, on the baseline.
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) anchor: Anchor,
    pub(crate) turn: Turn,
    pub(crate) ink: Rgb,
}

/// A stroke.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stroke {
    pub(crate) width: f64,
    pub(crate) dash: Option<f64>,
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum PathStep {
    Move(f64, f64),
    Line(f64, f64),
    Cubic([f64; 6]),
    Close,
}

/// Which face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// From left to right.
    Level,
    /// From bottom to top.
    Up,
}

impl TextLine {
    /// Where the text starts, after its anchor: how far the anchor is from its start, in pixels.
    pub(crate) fn lead(&self, width: f64) -> f64 {
        match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        }
    }
}
