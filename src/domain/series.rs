//! The small inputs as dated records: victims, drivers, controls, prices, rates, sources, expected
//! lines, names.

use arcstr::ArcStr;
use rust_decimal::Decimal;

use super::{Count, Currency, Financing, Fraction, Interval, Label, LineName, Money, Origin, Protected, Year};

/// One row of `victims`.
#[derive(Debug, Clone)]
pub struct VictimCount {
    /// Year of the count.
    pub year: Year,
    /// `detected`, `identified`, `assisted`, ...
    pub measure: ArcStr,
    /// Form of exploitation, `all` for everybody.
    pub exploitation: ArcStr,
    /// Group of persons, `all` for everybody.
    pub group: ArcStr,
    /// The count; `None` where it is not known or not shown.
    pub count: Option<Count>,
    /// Why a known count is not shown.
    pub protected: Option<Protected>,
    /// Whether the series breaks at this year.
    pub breaks: bool,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Free text.
    pub note: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// One row of `drivers`.
#[derive(Debug, Clone)]
pub struct DriverValue {
    /// Name of the statistic.
    pub driver: ArcStr,
    /// Its year.
    pub year: Year,
    /// Low, value and high exactly as written; `None` where the value is blank, that is not known.
    pub value: Option<Interval<Decimal>>,
    /// What one unit is.
    pub unit: ArcStr,
    /// The currency of the column `currency`: the value is money. `None` where the column says nothing.
    pub currency: Option<Currency>,
    /// What it moves together with in draws, or blank.
    pub group: ArcStr,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Free text.
    pub note: ArcStr,
    /// Its row.
    pub origin: Origin,
}

impl DriverValue {
    /// The currency that its unit begins with, as `BGN a night` does.
    #[must_use]
    pub fn unit_currency(&self) -> Option<Currency> {
        Currency::parse(self.unit.split(|letter: char| !letter.is_ascii_alphabetic()).next()?)
    }

    /// Low, value and high as fractions.
    #[must_use]
    pub fn fractions(&self) -> Option<Interval<Fraction>> {
        self.value.as_ref().map(|value| value.map(|decimal| Fraction::from_decimal(*decimal)))
    }
}

/// One row of `controls`: a published total and what it is the total of. A blank cell matches all.
#[derive(Debug, Clone)]
pub struct Control {
    /// Year, or all.
    pub year: Option<Year>,
    /// Agency, or all.
    pub agency: Option<ArcStr>,
    /// Financing, or all.
    pub financing: Option<Financing>,
    /// Label, or all.
    pub label: Option<Label>,
    /// Name of the line, or all.
    pub line: Option<ArcStr>,
    /// The published total.
    pub amount: Money,
    /// The currency it is in.
    pub currency: Currency,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// One row of `prices`: the change of the index on the year before.
#[derive(Debug, Clone)]
pub struct PriceChange {
    /// Name of the index, such as HICP.
    pub index: ArcStr,
    /// The year.
    pub year: Year,
    /// Per cent on the year before.
    pub rate: Decimal,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// One row of `rates`: one unit of `from` is `rate` units of `to`.
#[derive(Debug, Clone)]
pub struct Rate {
    /// The currency of the line.
    pub from: Currency,
    /// The currency it is converted to.
    pub to: Currency,
    /// The year it holds for.
    pub year: Year,
    /// Units of `to` for one unit of `from`.
    pub rate: Decimal,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// One row of `expected`: a line that should be there from one year to another.
#[derive(Debug, Clone)]
pub struct ExpectedLine {
    /// Which line.
    pub name: LineName,
    /// The first year.
    pub from: Year,
    /// The last year; `None` is the last of the project.
    pub to: Option<Year>,
    /// Free text.
    pub note: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// One row of `names`: what a code is called. Blank is not known.
#[derive(Debug, Clone)]
pub struct CodeName {
    /// Of what it is a value.
    pub dimension: ArcStr,
    /// The code, as it stands in the other inputs.
    pub code: ArcStr,
    /// What it is called in English.
    pub en: ArcStr,
    /// In Bulgarian.
    pub bg: ArcStr,
    /// Its row.
    pub origin: Origin,
}

/// One row of `sources`: the bibliography. Blank is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The id that other files cite.
    pub id: ArcStr,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// When it was published, as the source says it.
    pub published: String,
    /// Address.
    pub url: String,
    /// When it was read.
    pub accessed: String,
    /// Free text.
    pub note: String,
    /// The page that was quoted.
    pub page: String,
    /// What stands there.
    pub quote: String,
    /// A stored copy, relative to the project's folder.
    pub file: String,
    /// SHA-256 of the copy, lower-case hexadecimal.
    pub sha256: String,
    /// Its row.
    pub origin: Origin,
}
