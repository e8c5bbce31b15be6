//! What the cells of a column hold, by its first rows: for a person to choose among columns, never to decide a figure.

use crate::domain::clean_text;
use crate::ingest::amounts::{self, Groups};
use crate::ingest::record::CellKind;
use crate::ingest::years::{self, YearFault};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Blank,
    /// Dates or time stamps.
    Dates,
    /// Years.
    Years,
    /// Numbers.
    Numbers,
    /// Words, so many of them different.
    Words(usize),
}

impl Content {
    /// Of the cells of a column.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let filled: Vec<String> =
            cells.map(|text| clean_text(text).into_owned()).filter(|text| !text.is_empty()).collect();
        if filled.is_empty() {
            return Self::Blank;
        }
        // A heading or a footnote among them does not make another column of it.
        let most = |count: usize| count * 10 >= filled.len() * 8;
        let count = |is: fn(&str) -> bool| filled.iter().filter(|text| is(text)).count();
        if most(count(is_year)) {
            Self::Years
        } else if most(count(is_number)) {
            Self::Numbers
        } else if most(count(is_date)) {
            Self::Dates
        } else {
            let mut words: Vec<&String> = filled.iter().collect();
            words.sort_unstable();
            words.dedup();
            Self::Words(words.len())
        }
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && years::read(text, CellKind::Text, None).is_ok()
}

fn is_number(text: &str) -> bool {
    let readings = amounts::readings(text, Groups::Any);
    readings.point.is_ok() || readings.comma.is_ok()
}

/// Whether a text is a date, or a year with something around it.
#[must_use]
pub fn is_date(text: &str) -> bool {
    !is_number(text) && matches!(years::read(text, CellKind::Text, None), Ok(_) | Err(YearFault::FormNeeded(_)))
}

#[cfg(test)]
mod tests {
    use super::Content;

    #[test]
    fn columns_are_told_by_what_they_hold() {
        for (cells, expected) in [
            ("2014-01-01|2014-02-01", Content::Dates),
            ("14.03.16|15.03.16||16.03.16", Content::Dates),
            ("2014|2015", Content::Years),
            ("1 200,50|12.5|", Content::Numbers),
            ("Наем|Храна|Наем", Content::Words(2)),
            ("||", Content::Blank),
            ("2000|4000|17", Content::Numbers),
        ] {
            assert_eq!(Content::of(cells.split('|')), expected, "{cells}");
        }
    }
}
