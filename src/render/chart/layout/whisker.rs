//! Whiskers: a line from a lower to an upper bound with short lines across its ends, on a wider one of the ground's colour
//! that keeps it visible on a dark part.

use crate::render::chart::scene::{Drawn, Pen};

/// Upright at `x`, its ends `half` to either side.
pub(crate) fn upright(pen: &Pen<'_>, (low, high): (f64, f64), x: f64, half: f64) -> Drawn {
    let half = half.min(pen.px(14.0)).max(1.0);
    draw(pen, [[(x, low), (x, high)], [(x - half, low), (x + half, low)], [(x - half, high), (x + half, high)]])
}

/// Level at `y`, its ends `half` up and down.
pub(crate) fn level(pen: &Pen<'_>, (low, high): (f64, f64), y: f64, half: f64) -> Drawn {
    let half = half.min(pen.px(12.0)).max(1.0);
    draw(pen, [[(low, y), (high, y)], [(low, y - half), (low, y + half)], [(high, y - half), (high, y + half)]])
}

fn draw(pen: &Pen<'_>, lines: [[(f64, f64); 2]; 3]) -> Drawn {
    for (ink, width) in [(pen.theme.ground, 8.0), (pen.theme.axis, 3.0)] {
        for line in &lines {
            pen.line(line, ink, width)?;
        }
    }
    Ok(())
}
