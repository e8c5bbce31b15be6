//! Themes: colours that people who do not see all of them can tell apart, patterns that hold in grey, and contrast.

use crate::report::charts::Ink;

/// A colour, red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// How something is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// The colour of its ground.
    pub fill: Rgb,
    /// The colour of its outline and lines.
    pub line: Rgb,
    /// Lines across it.
    pub hatch: Hatch,
}

/// Lines across an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hatch {
    /// None.
    Plain,
    /// From the lower left to the upper right.
    Rising,
    /// From the upper left to the lower right.
    Falling,
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Its name, as on the command line.
    pub name: &'static str,
    /// The ground.
    pub ground: Rgb,
    /// Titles and figures.
    pub ink: Rgb,
    /// Subtitles, notes, names on axes.
    pub muted: Rgb,
    /// Lines behind the figures.
    pub grid: Rgb,
    /// The axis and whiskers.
    pub axis: Rgb,
    /// A series without parts.
    pub accent: Rgb,
    /// A total among what changes it.
    pub total: Rgb,
    /// The area of a band and the flows between nodes.
    pub tint: Rgb,
    state: (Rgb, Rgb),
    external: (Rgb, Rgb),
    nodes: [Rgb; 6],
}

/// Every theme, the default first.
pub const THEMES: [Theme; 3] = [
    Theme {
        name: "light",
        ground: Rgb(255, 255, 255),
        ink: Rgb(26, 26, 26),
        muted: Rgb(84, 84, 84),
        grid: Rgb(222, 222, 222),
        axis: Rgb(64, 64, 64),
        accent: Rgb(0, 114, 178),
        total: Rgb(84, 84, 84),
        tint: Rgb(188, 216, 234),
        state: (Rgb(0, 114, 178), Rgb(214, 232, 243)),
        external: (Rgb(230, 159, 0), Rgb(253, 240, 210)),
        nodes: [
            Rgb(0, 114, 178),
            Rgb(230, 159, 0),
            Rgb(0, 158, 115),
            Rgb(204, 121, 167),
            Rgb(213, 94, 0),
            Rgb(64, 150, 200),
        ],
    },
    Theme {
        name: "dark",
        ground: Rgb(18, 22, 28),
        ink: Rgb(245, 245, 245),
        muted: Rgb(200, 205, 212),
        grid: Rgb(56, 64, 74),
        axis: Rgb(200, 205, 212),
        accent: Rgb(86, 180, 233),
        total: Rgb(200, 205, 212),
        tint: Rgb(38, 72, 94),
        state: (Rgb(86, 180, 233), Rgb(24, 52, 70)),
        external: (Rgb(240, 180, 41), Rgb(70, 54, 18)),
        nodes: [
            Rgb(86, 180, 233),
            Rgb(240, 180, 41),
            Rgb(60, 190, 150),
            Rgb(214, 140, 184),
            Rgb(232, 120, 60),
            Rgb(150, 160, 240),
        ],
    },
    Theme {
        name: "print",
        ground: Rgb(255, 255, 255),
        ink: Rgb(0, 0, 0),
        muted: Rgb(64, 64, 64),
        grid: Rgb(217, 217, 217),
        axis: Rgb(48, 48, 48),
        accent: Rgb(38, 38, 38),
        total: Rgb(128, 128, 128),
        tint: Rgb(214, 214, 214),
        state: (Rgb(51, 51, 51), Rgb(255, 255, 255)),
        external: (Rgb(166, 166, 166), Rgb(255, 255, 255)),
        nodes: [
            Rgb(51, 51, 51),
            Rgb(140, 140, 140),
            Rgb(89, 89, 89),
            Rgb(166, 166, 166),
            Rgb(70, 70, 70),
            Rgb(120, 120, 120),
        ],
    },
];

impl Theme {
    /// Reads a name; anything else is `None`.
    #[must_use]
    pub fn parse(name: &str) -> Option<&'static Self> {
        THEMES.iter().find(|theme| theme.name == name)
    }

    /// How a part is filled.
    #[must_use]
    pub fn paint(&self, ink: Ink) -> Paint {
        let plain = |(line, _): (Rgb, Rgb)| Paint { fill: line, line, hatch: Hatch::Plain };
        let lined = |(line, fill): (Rgb, Rgb), hatch: Hatch| Paint { fill, line, hatch };
        match ink {
            Ink::LabelledState | Ink::Labelled | Ink::Rise | Ink::High | Ink::Accounted => plain(self.state),
            Ink::LabelledExternal => plain(self.external),
            Ink::AttributedState | Ink::Attributed => lined(self.state, Hatch::Rising),
            Ink::AttributedExternal | Ink::Fall | Ink::Low | Ink::Needed => lined(self.external, Hatch::Falling),
            Ink::Total => Paint { fill: self.total, line: self.total, hatch: Hatch::Plain },
            Ink::Approved => self.paler(Paint { fill: self.total, line: self.total, hatch: Hatch::Plain }),
        }
    }

    /// The colour of the node at a place of its stage, and of what flows from it.
    #[must_use]
    pub fn node(&self, place: usize) -> Rgb {
        self.nodes[place % self.nodes.len()]
    }

    /// The same part of a year that is approved and not spent: its lines stay, its ground is paler.
    #[must_use]
    pub fn paler(&self, paint: Paint) -> Paint {
        Paint { fill: mixed(paint.fill, self.ground, PALENESS), ..paint }
    }

    /// Black or white, whichever reads better on a ground.
    #[must_use]
    pub fn ink_on(ground: Rgb) -> Rgb {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        if contrast(black, ground) >= contrast(white, ground) { black } else { white }
    }
}

/// How much of the ground is in the colour of what is paler.
const PALENESS: f64 = 0.6;

fn mixed(Rgb(red, green, blue): Rgb, ground: Rgb, part: f64) -> Rgb {
    let mix = |one: u8, other: u8| (f64::from(one) * (1.0 - part) + f64::from(other) * part).round() as u8;
    Rgb(mix(red, ground.0), mix(green, ground.1), mix(blue, ground.2))
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2).
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use super::{Hatch, Ink, Rgb, THEMES, Theme, contrast};

    const INKS: [Ink; 14] = [
        Ink::LabelledState,
        Ink::LabelledExternal,
        Ink::AttributedState,
        Ink::AttributedExternal,
        Ink::Labelled,
        Ink::Attributed,
        Ink::Total,
        Ink::Rise,
        Ink::Fall,
        Ink::Low,
        Ink::High,
        Ink::Approved,
        Ink::Needed,
        Ink::Accounted,
    ];

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let rounded = |one, other| (contrast(one, other) * 100.0).round() / 100.0;
        assert_eq!(rounded(Rgb(0, 0, 0), Rgb(255, 255, 255)), 21.0);
        assert_eq!(rounded(Rgb(119, 119, 119), Rgb(255, 255, 255)), 4.48);
        assert_eq!(rounded(Rgb(255, 0, 0), Rgb(255, 255, 255)), 4.0);
    }

    #[test]
    fn every_text_can_be_read() {
        for theme in THEMES {
            for (ink, ground) in [
                (theme.ink, theme.ground),
                (theme.muted, theme.ground),
                (theme.ink, theme.tint),
                (theme.muted, theme.tint),
            ] {
                assert!(contrast(ink, ground) >= 4.5, "{} {ink:?} on {ground:?}", theme.name);
            }
            for ink in INKS {
                let paint = theme.paint(ink);
                if paint.hatch == Hatch::Plain {
                    assert!(contrast(Theme::ink_on(paint.fill), paint.fill) >= 4.5, "{} {ink:?}", theme.name);
                }
            }
        }
    }

    #[test]
    fn every_part_stands_out_from_the_ground_and_from_the_other_financing() {
        for theme in THEMES {
            let line = |ink| theme.paint(ink).line;
            for ink in INKS {
                assert!(contrast(line(ink), theme.ground) >= 2.0, "{} {ink:?}", theme.name);
            }
            for place in 0..7 {
                assert!(contrast(theme.node(place), theme.ground) >= 2.0, "{} {place}", theme.name);
            }
            let apart = contrast(line(Ink::LabelledState), line(Ink::LabelledExternal));
            assert!(apart >= 1.2 || theme.name == "dark", "{} {apart}", theme.name);
        }
    }
}
