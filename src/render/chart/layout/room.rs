//! Room that is taken in a plot, by texts and by lines, and the nearest free room for a label.

use crate::render::chart::fault::ChartFault;
use crate::render::chart::scene::{Frame, Look, Pen};

type Place = (f64, f64);

/// What is taken: no label is drawn over another, and none over a line.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    boxes: Vec<Frame>,
    lines: Vec<[Place; 2]>,
}

impl Taken {
    /// Takes the box if no other one and no line is in it; says whether it did.
    pub(crate) fn take(&mut self, frame: Frame) -> bool {
        let is_free = self.is_apart(frame) && self.lines.iter().all(|line| !crosses(frame, *line));
        if is_free {
            self.boxes.push(frame);
        }
        is_free
    }

    /// Takes the room of a line through several places.
    pub(crate) fn line(&mut self, places: &[Place]) {
        self.lines.extend(places.windows(2).map(|pair| [pair[0], pair[1]]));
    }

    fn is_apart(&self, frame: Frame) -> bool {
        self.boxes.iter().all(|other| {
            frame.right <= other.left
                || frame.left >= other.right
                || frame.bottom <= other.top
                || frame.top >= other.bottom
        })
    }
}

/// Whether a line goes through a box (Liang and Barsky).
fn crosses(frame: Frame, [(x0, y0), (x1, y1)]: [Place; 2]) -> bool {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, x0 - frame.left), (dx, frame.right - x0), (-dy, y0 - frame.top), (dy, frame.bottom - y0)] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            enters = enters.max(q / p);
        } else {
            leaves = leaves.min(q / p);
        }
    }
    enters <= leaves
}

/// Where a label stands against its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Against {
    /// Over it, or, where that is taken, under or beside it.
    Above,
    /// Under it, or, where that is taken, over or beside it.
    Below,
    /// Over it and nowhere else.
    OnlyAbove,
    /// Under it and nowhere else.
    OnlyBelow,
    /// Beside it, to be told from what stands over and under it.
    Beside,
}

/// Whether a label may be left out where there is no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// It may.
    IfFree,
    /// It never is: where every place is crossed by a line it stands on its plate over it.
    Always,
}

/// Draws a label where it is free: over or under its point, beside it, and farther away by turns. `clear` is how far from
/// the point nothing else stands.
pub(crate) fn near(
    pen: &Pen<'_>,
    (taken, plot): (&mut Taken, Frame),
    label: &str,
    (x, y): Place,
    (against, clear, need): (Against, f64, Need),
    look: Look,
) -> Result<(), ChartFault> {
    let half_wide = pen.width(label, look.size, look.weight) / 2.0 + pen.px(4.0);
    let half_high = pen.height(look.size) / 2.0 + look.size * 0.2;
    let offsets = offsets(against, (half_wide, half_high), clear);
    let places = offsets.into_iter().map(|(dx, dy)| {
        let x = (x + dx).max(plot.left + half_wide).min((plot.right - half_wide).max(plot.left + half_wide));
        (x, y + dy)
    });
    let places: Vec<Place> =
        places.filter(|(_, y)| y - half_high >= plot.top && y + half_high <= plot.bottom).collect();
    let frame =
        |(x, y): Place| Frame { left: x - half_wide, right: x + half_wide, top: y - half_high, bottom: y + half_high };
    let free = places.iter().copied().find(|place| taken.take(frame(*place)));
    let place = free.or_else(|| {
        let over = places.iter().copied().find(|place| need == Need::Always && taken.is_apart(frame(*place)))?;
        taken.boxes.push(frame(over));
        Some(over)
    });
    place.map_or(Ok(()), |place| pen.label(label, place, look))
}

/// Where a label is tried, the best place first.
fn offsets(against: Against, (half_wide, half_high): (f64, f64), clear: f64) -> Vec<Place> {
    let (up, down) = (-clear - half_high, clear + half_high);
    let aside = half_wide + clear;
    let row = |dy: f64| [0.0, half_wide * 0.8, -half_wide * 0.8].map(|dx| (dx, dy));
    let beside = |far: f64| [(aside * far, 0.0), (-aside * far, 0.0)];
    let around = |first: f64, second: f64| -> Vec<Place> {
        let round = |far: f64| row(first * far).into_iter().chain(row(second * far)).chain(beside(far));
        [1.0, 1.5, 2.2, 3.0].into_iter().flat_map(round).collect()
    };
    match against {
        Against::Above => around(up, down),
        Against::Below => around(down, up),
        Against::OnlyAbove => row(up).to_vec(),
        Against::OnlyBelow => row(down).to_vec(),
        Against::Beside => beside(1.0).into_iter().chain(row(up)).chain(row(down)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Taken, crosses};

    const BOX: Frame = Frame { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };

    #[test]
    fn lines_through_a_box_are_found() {
        assert!(crosses(BOX, [(0.0, 0.0), (30.0, 30.0)]));
        assert!(crosses(BOX, [(15.0, 0.0), (15.0, 30.0)]));
        assert!(crosses(BOX, [(12.0, 12.0), (14.0, 14.0)]));
        assert!(!crosses(BOX, [(0.0, 0.0), (9.0, 30.0)]));
        assert!(!crosses(BOX, [(0.0, 21.0), (30.0, 21.0)]));
        assert!(!crosses(BOX, [(0.0, 0.0), (5.0, 5.0)]));
    }

    #[test]
    fn a_box_is_taken_once_and_never_over_a_line() {
        let mut taken = Taken::default();
        taken.line(&[(0.0, 50.0), (100.0, 50.0)]);
        assert!(taken.take(BOX) && !taken.take(BOX));
        assert!(!taken.take(Frame { left: 40.0, right: 60.0, top: 45.0, bottom: 55.0 }));
    }
}
