//! Labels under and over slots of one width: level where they fit, else smaller, else upright, else some of them.

use super::room::Taken;
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

    /// As [`draw`](Self::draw) on a plate, moved sideways and then away from `y` until it stands over no other.
    pub(crate) fn place(
        &self,
        pen: &Pen<'_>,
        label: &str,
        (x, y): (f64, f64),
        below: bool,
        look: Look,
        (taken, plot): (&mut Taken, Frame),
    ) -> Drawn {
        let look = Look { size: self.size, turn: self.turn, ..look };
        let along = pen.width(label, self.size, look.weight);
        let (wide, high) = match self.turn {
            Turn::Level => (along, pen.height(self.size)),
            Turn::Up => (pen.height(self.size), along),
        };
        let middle = if below { y + high / 2.0 } else { y - high / 2.0 };
        let frame_at = |x: f64, y: f64| {
            let (half_wide, half_high) = (wide / 2.0 + pen.px(3.0), high / 2.0 + pen.px(1.0));
            Frame { left: x - half_wide, right: x + half_wide, top: y - half_high, bottom: y + half_high }
        };
        let step = wide / 2.0 + pen.px(3.0);
        let inside = |x: f64| x.max(plot.left + wide / 2.0).min((plot.right - wide / 2.0).max(plot.left + wide / 2.0));
        let away = if below { high } else { -high };
        let tries = (0..4).flat_map(|up| [0, 1, -1, 2, -2, 3, -3].map(|aside| (f64::from(aside), f64::from(up))));
        for (aside, up) in tries {
            let (x, y) = (inside(x + aside * step), middle + up * away);
            if taken.take(frame_at(x, y)) {
                return pen.label(label, (x, y), look);
            }
        }
        Ok(())
    }
}

/// Which of several figures are labelled, in the order in which they take their room: all, or, where that would be too many,
/// the first, the last, the greatest and the least.
pub(crate) fn outstanding(numbers: &[Option<f64>], all: bool) -> Vec<usize> {
    let known: Vec<(usize, f64)> =
        numbers.iter().enumerate().filter_map(|(index, number)| Some((index, (*number)?))).collect();
    let by_number = |one: &&(usize, f64), other: &&(usize, f64)| one.1.total_cmp(&other.1);
    let first = [known.iter().max_by(by_number), known.last(), known.first(), known.iter().min_by(by_number)];
    let mut order: Vec<usize> = Vec::new();
    for (index, _) in first.into_iter().flatten().chain(known.iter().filter(|_| all)) {
        if !order.contains(index) {
            order.push(*index);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::outstanding;

    #[test]
    fn first_last_greatest_and_least_stand_out() {
        let numbers = [Some(3.0), None, Some(9.0), Some(1.0), Some(4.0)];
        assert_eq!(outstanding(&numbers, false), [2, 4, 0, 3]);
        assert_eq!(outstanding(&numbers, true), [2, 4, 0, 3]);
        assert_eq!(outstanding(&[Some(1.0), Some(2.0), Some(1.5)], true), [1, 2, 0]);
        assert!(outstanding(&[None], true).is_empty());
    }
}
