//! Labels under and over slots of one width: level where they fit, else smaller, else upright, else some of them.

use super::text::size_of;
use crate::render::chart::scene::{Drawn, Frame, Look, Pen, Turn, Weight};

/// How a row of labels is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Setting {
    pub(crate) size: f64,
    pub(crate) turn: Turn,
    /// Every so many slots have one.
    pub(crate) every: usize,
}

/// Chooses the setting for labels in slots of a width.
pub(crate) fn setting(pen: &Pen<'_>, labels: &[&str], slot: f64, weight: Weight, largest: f64) -> Setting {
    let (largest, least) = (pen.px(largest), pen.px(17.0));
    let room = slot - pen.px(8.0).min(slot * 0.15);
    if let Some(size) = size_of(labels.iter().copied(), room, (largest, least), weight) {
        return Setting { size, turn: Turn::Level, every: 1 };
    }
    // Upright, a label needs its height of a slot.
    let size = (slot / 1.05).min(largest).max(least);
    let every = (size * 1.05 / slot).ceil().max(1.0) as usize;
    Setting { size, turn: Turn::Up, every }
}

impl Setting {
    /// How high labels in this setting are.
    pub(crate) fn height(&self, pen: &Pen<'_>, labels: &[&str], weight: Weight) -> f64 {
        match self.turn {
            Turn::Level => pen.height(self.size),
            Turn::Up => labels.iter().map(|label| pen.width(label, self.size, weight)).fold(0.0, f64::max),
        }
    }

    /// Draws a label above `y` (its lower end is there), or with `below` under it.
    pub(crate) fn draw(&self, pen: &Pen<'_>, label: &str, (x, y): (f64, f64), below: bool, look: Look) -> Drawn {
        let look = Look { size: self.size, turn: self.turn, ..look };
        let high = match self.turn {
            Turn::Level => pen.height(self.size),
            Turn::Up => pen.width(label, self.size, look.weight),
        };
        let middle = if below { y + high / 2.0 } else { y - high / 2.0 };
        pen.text(label, (x, middle), look)
    }
}

/// Boxes that are taken, so that a label is left out rather than drawn over another.
#[derive(Debug, Default)]
pub(crate) struct Taken(Vec<Frame>);

impl Taken {
    /// Takes the box if it is free; says whether it was.
    pub(crate) fn take(&mut self, frame: Frame) -> bool {
        let free = self.0.iter().all(|other| {
            frame.right <= other.left
                || frame.left >= other.right
                || frame.bottom <= other.top
                || frame.top >= other.bottom
        });
        if free {
            self.0.push(frame);
        }
        free
    }
}
