//! Years and ranges of years, as they stand in files, rules and on the command line.

use std::fmt;

/// A budget year: exactly four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// Reads exactly four ASCII digits; anything else is `None`.
    ///
    /// ```
    /// use thb_cost::domain::Year;
    /// assert_eq!(Year::parse("2017").map(|year| year.number()), Some(2017));
    /// assert_eq!(Year::parse("20017"), None);
    /// assert_eq!(Year::parse("17"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if four_digits { text.parse().ok().map(Self) } else { None }
    }

    /// The year as a number, 0 to 9999.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The year after; `None` past year 9999.
    #[must_use]
    pub fn after(self) -> Option<Self> {
        (self.0 < 9999).then(|| Self(self.0 + 1))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// A range of years, both ends included; an open end has no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearRange {
    /// First year, if bounded.
    pub from: Option<Year>,
    /// Last year, if bounded.
    pub to: Option<Year>,
}

impl YearRange {
    /// Reads `2014`, `2014..2017`, `2014..` or `..2017`; a range that ends before it starts is `None`.
    ///
    /// ```
    /// use thb_cost::domain::{Year, YearRange};
    /// let range = YearRange::parse("2014..2017").unwrap();
    /// assert!(range.contains(Year::parse("2017").unwrap()));
    /// assert!(YearRange::parse("2017..2014").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once("..") else {
            let year = Year::parse(text.trim())?;
            return Some(Self::of(year));
        };
        let range = Self { from: end(from)?, to: end(to)? };
        match (range.from, range.to) {
            (None, None) => None,
            (Some(from), Some(to)) if from > to => None,
            _ => Some(range),
        }
    }

    /// One year.
    #[must_use]
    pub const fn of(year: Year) -> Self {
        Self { from: Some(year), to: Some(year) }
    }

    /// Whether the year lies in the range.
    #[must_use]
    pub fn contains(&self, year: Year) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// Years in order as spans: `2014-2016, 2018`.
#[must_use]
pub fn year_spans(years: &[Year]) -> String {
    let mut spans: Vec<(Year, Year)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if last.after() == Some(*year) => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let spans =
        spans.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") });
    spans.collect::<Vec<_>>().join(", ")
}

/// One end of a range: blank is open, a year is a bound, anything else is a fault (`None`).
fn end(text: &str) -> Option<Option<Year>> {
    let text = text.trim();
    if text.is_empty() { Some(None) } else { Year::parse(text).map(Some) }
}
