//! The series of a native chart: names, exact figures as text, ranges as distances up and down, and where each stands in the
//! data that goes with the chart.

use serde::Serialize;

use super::look::{Fill, code, figures_on};
use crate::render::chart::Theme;
use crate::report::charts::{ChartFigure, FigureRange, Ink};

/// A series.
#[derive(Debug, Serialize)]
pub(super) struct Series {
    pub(super) name: String,
    /// Its column in the data.
    pub(super) letter: String,
    paint: Fill,
    /// How an approved year is filled.
    paler: Option<Fill>,
    /// Plain decimal text; none is a gap.
    pub(super) points: Vec<Option<String>>,
    /// Whether its figures are written.
    pub(super) figured: bool,
    /// The colour of its figures, and of the ground behind them.
    ink: String,
    on: Option<String>,
    /// Points that are paler.
    pub(super) pale: Vec<usize>,
    /// Points to which no line comes.
    pub(super) cut: Vec<usize>,
    /// Points whose figure stands above them, since no whisker is there.
    above: Vec<usize>,
    /// Whether its figures stand at the ends of its bars.
    at_end: bool,
    /// Whether it is not seen.
    pub(super) hidden: bool,
    joined: bool,
    marked: bool,
    pub(super) errors: Option<Errors>,
}

/// The ranges of a series.
#[derive(Debug, Serialize)]
pub(super) struct Errors {
    pub(super) up_letter: String,
    pub(super) up: Vec<Option<String>>,
    pub(super) down_letter: String,
    pub(super) down: Vec<Option<String>>,
}

/// A figure with its range.
pub(super) type Ranged<'f> = Option<(&'f ChartFigure, Option<&'f FigureRange>)>;

impl Series {
    /// Parts of columns and bars.
    pub(super) fn part(theme: &Theme, ink: Ink, name: String, figures: &[Option<&ChartFigure>]) -> Self {
        let (colour, on) = figures_on(theme, ink);
        let figures: Vec<Ranged<'_>> = figures.iter().map(|figure| figure.map(|figure| (figure, None))).collect();
        let paint = theme.paint(ink);
        Self {
            paler: Some(Fill::of(theme.paler(paint))),
            ink: colour,
            on,
            joined: false,
            ..Self::line(theme, Fill::of(paint), name, &figures)
        }
    }

    /// Points with ranges, joined by a line.
    pub(super) fn line(theme: &Theme, paint: Fill, name: String, figures: &[Ranged<'_>]) -> Self {
        Self {
            name,
            letter: String::new(),
            paint,
            paler: None,
            points: figures.iter().map(|figure| figure.map(|(figure, _)| figure.value.clone())).collect(),
            figured: true,
            ink: code(theme.ink),
            on: None,
            pale: Vec::new(),
            cut: Vec::new(),
            above: Vec::new(),
            at_end: false,
            hidden: false,
            joined: true,
            marked: true,
            errors: Errors::of(figures),
        }
    }

    /// With its figures at the ends of its bars, on the ground.
    pub(super) fn with_figures_at_its_end(self, theme: &Theme) -> Self {
        Self { at_end: true, ink: code(theme.ink), on: None, ..self }
    }

    /// Points that no line joins.
    pub(super) fn dots(theme: &Theme, paint: Fill, name: String, figures: &[Ranged<'_>]) -> Self {
        Self { joined: false, ..Self::line(theme, paint, name, figures) }
    }

    /// What stands above columns: figures and whiskers, and nothing else.
    pub(super) fn totals(theme: &Theme, paint: Fill, name: String, figures: &[Ranged<'_>]) -> Self {
        let no_whisker = |one: &Ranged<'_>| one.is_some_and(|(_, range)| range.is_none());
        let above = figures.iter().enumerate().filter(|(_, one)| no_whisker(one)).map(|(index, _)| index);
        let above = above.collect();
        Self { joined: false, marked: false, above, ..Self::line(theme, paint, name, figures) }
    }
}

impl Errors {
    pub(super) fn of(figures: &[Ranged<'_>]) -> Option<Self> {
        let up = |figure: &Ranged<'_>| figure.and_then(|(figure, range)| Some(range?.high.above(figure)));
        let down = |figure: &Ranged<'_>| figure.and_then(|(figure, range)| Some(figure.above(&range?.low)));
        let is_there = figures.iter().flatten().any(|(_, range)| range.is_some());
        is_there.then(|| Self {
            up_letter: String::new(),
            up: figures.iter().map(up).collect(),
            down_letter: String::new(),
            down: figures.iter().map(down).collect(),
        })
    }
}
