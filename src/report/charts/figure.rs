//! A figure of a chart, exact, and as it is written in the picture.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::Fraction;

/// A figure: its exact value and how it is written in the picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChartFigure {
    /// Plain decimal text: an amount in units of the currency, a share in per cent.
    pub value: String,
    /// As drawn, in the chart's unit and language.
    pub label: String,
    #[serde(skip)]
    #[schemars(skip)]
    exact: Fraction,
}

impl ChartFigure {
    /// Of an exact number, whose text has so many digits.
    pub(super) fn new(exact: Fraction, digits: u32, label: String) -> Self {
        Self { value: exact.to_decimal(digits), label, exact }
    }

    /// The same figure, written otherwise.
    pub(super) fn written(self, label: String) -> Self {
        Self { label, ..self }
    }

    /// By how much it is above another, as plain decimal text with the digits of the two.
    #[must_use]
    pub fn above(&self, other: &Self) -> String {
        (&self.exact - &other.exact).to_decimal(digits(self).max(digits(other)))
    }

    /// It and another together, with the digits of the two; written as its value.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let exact = &self.exact + &other.exact;
        let value = exact.to_decimal(digits(self).max(digits(other)));
        Self { label: value.clone(), value, exact }
    }

    /// How large it is without its sign; written as its value.
    #[must_use]
    pub fn size(&self) -> Self {
        let exact = if self.exact.is_negative() { &Fraction::zero() - &self.exact } else { self.exact.clone() };
        let value = exact.to_decimal(digits(self));
        Self { label: value.clone(), value, exact }
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.exact.is_negative()
    }

    /// The number as near as geometry needs it: never read back from a text.
    #[must_use]
    pub fn number(&self) -> f64 {
        self.exact.approximate()
    }
}

/// A range around a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FigureRange {
    /// The lower bound.
    pub low: ChartFigure,
    /// The upper bound.
    pub high: ChartFigure,
}

/// Digits after the point of a figure's text.
fn digits(figure: &ChartFigure) -> u32 {
    let digits = figure.value.split_once('.').map_or(0, |(_, after)| after.len());
    u32::try_from(digits).unwrap_or(u32::MAX)
}
