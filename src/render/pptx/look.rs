//! The colours of a theme as Office writes them.

use serde::Serialize;

use crate::render::chart::{Hatch, Paint, Rgb, Theme};
use crate::report::charts::Ink;

/// The colours of a deck.
#[derive(Debug, Serialize)]
pub(super) struct Look {
    ink: String,
    ground: String,
    muted: String,
    tint: String,
    grid: String,
    axis: String,
    /// Six, in the order of a deck's accents.
    accents: Vec<String>,
}

/// How something is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Fill {
    fill: String,
    line: String,
    /// The name of its hatch.
    hatch: Option<&'static str>,
}

impl Look {
    pub(super) fn of(theme: &Theme) -> Self {
        Self {
            ink: code(theme.ink),
            ground: code(theme.ground),
            muted: code(theme.muted),
            tint: code(theme.tint),
            grid: code(theme.grid),
            axis: code(theme.axis),
            accents: (0..6).map(|place| code(theme.node(place))).collect(),
        }
    }
}

impl Fill {
    pub(super) fn of(paint: Paint) -> Self {
        let hatch = match paint.hatch {
            Hatch::Plain => None,
            Hatch::Rising => Some("wdUpDiag"),
            Hatch::Falling => Some("wdDnDiag"),
        };
        Self { fill: code(paint.fill), line: code(paint.line), hatch }
    }

    /// Of a line of its own colour.
    pub(super) fn accent(theme: &Theme, place: usize) -> Self {
        let colour = code(theme.node(place));
        Self { fill: colour.clone(), line: colour, hatch: None }
    }
}

/// The colour of figures on a part, and of the ground that a hatched part needs behind them.
pub(super) fn figures_on(theme: &Theme, ink: Ink) -> (String, Option<String>) {
    let paint = theme.paint(ink);
    match paint.hatch {
        Hatch::Plain => (code(Theme::ink_on(paint.fill)), None),
        Hatch::Rising | Hatch::Falling => (code(Theme::ink_on(paint.fill)), Some(code(paint.fill))),
    }
}

pub(super) fn code(Rgb(red, green, blue): Rgb) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}
