//! The year of a cell: a year, a date, a time stamp; and the year that a column is headed with.

use super::dialect::YearForm;
use super::record::CellKind;
use crate::domain::Year;

/// Years that budgets are of.
const FIRST: u16 = 1900;
const LAST: u16 = 2100;

/// Why a cell has no year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearFault {
    /// Nothing that can be read as one.
    NotAYear,
    /// Before 1900 or after 2100.
    OutOfRange,
    /// Which year it is depends on how the column is written: two digits, two years, a date with slashes.
    FormNeeded(&'static str),
    /// It is not of the form that the dialect names.
    OtherForm,
}

/// Reads the year of a cell.
///
/// # Errors
///
/// Why it has none.
pub fn read(text: &str, kind: CellKind, form: Option<&YearForm>) -> Result<Year, YearFault> {
    let year = match form {
        Some(form) if kind != CellKind::Date => form.read(text).ok_or(YearFault::OtherForm)?,
        _ => found(text)?,
    };
    if (FIRST..=LAST).contains(&year.number()) { Ok(year) } else { Err(YearFault::OutOfRange) }
}

/// The year of a text that says which form it has.
fn found(text: &str) -> Result<Year, YearFault> {
    let text = text.trim();
    if let Some(year) = Year::parse(text).or_else(|| Year::parse(without_word(text))) {
        return Ok(year);
    }
    if let Some(year) = text.strip_suffix(".0").or_else(|| text.strip_suffix(".00")).and_then(Year::parse) {
        return Ok(year);
    }
    let date = text.split(['T', ' ']).next().unwrap_or_default().trim_end_matches('.');
    let behind = text.get(date.len()..).unwrap_or_default();
    if !is_time(behind) {
        return Err(form_needed(text).map_or(YearFault::NotAYear, YearFault::FormNeeded));
    }
    for mark in ['-', '.', '/'] {
        let parts: Vec<&str> = date.split(mark).collect();
        let [first, second, third] = parts.as_slice() else { continue };
        let small = |part: &str, most: u8| {
            part.len() <= 2
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && part.parse().is_ok_and(|n: u8| (1..=most).contains(&n))
        };
        if let (Some(year), true) = (Year::parse(first), small(second, 12) && small(third, 31)) {
            return Ok(year);
        }
        if let (Some(year), '.' | '-') = (Year::parse(third), mark)
            && small(first, 31)
            && small(second, 12)
        {
            return Ok(year);
        }
    }
    Err(form_needed(text).map_or(YearFault::NotAYear, YearFault::FormNeeded))
}

/// What stands behind a date: nothing, or a time.
fn is_time(text: &str) -> bool {
    let time = text.trim_start_matches(['.', ' ', 'T']);
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.' | ',' | '+' | '-' | 'Z' | ' ');
    let word = time.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.').trim_end();
    time.is_empty()
        || ["г", "г.", "год.", "година", "ч", "ч.", "AM", "PM", "UTC"].contains(&time)
        || (word.starts_with(|letter: char| letter.is_ascii_digit()) && word.contains(':') && word.chars().all(is_part))
}

/// A year without the word behind or before it: `2016 г.`, `FY 2016`.
fn without_word(text: &str) -> &str {
    const BEHIND: [&str; 10] = ["г.", "г", "год.", "год", "година", "годину", "рік", "р.", "рр.", "year"];
    const BEFORE: [&str; 6] = ["година", "year", "FY", "за", "jahr", "rok"];
    let behind = BEHIND.iter().find_map(|word| text.strip_suffix(word)).map(str::trim_end);
    let rest = behind.unwrap_or(text);
    BEFORE.iter().find_map(|word| rest.strip_prefix(word)).map_or(rest, str::trim_start)
}

/// The form that would say which year a text is, where it could be one.
fn form_needed(text: &str) -> Option<&'static str> {
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = |mark: char| text.split(mark).map(str::trim).collect::<Vec<_>>();
    for mark in ['.', '/', '-'] {
        let parts = parts(mark);
        if !parts.iter().all(digits) {
            continue;
        }
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        match (mark, lengths.as_slice()) {
            ('.', [1 | 2, 1 | 2, 2]) => return Some("%d.%m.%y"),
            ('-', [1 | 2, 1 | 2, 2]) => return Some("%d-%m-%y"),
            ('/', [1 | 2, 1 | 2, 2]) => return Some("%d/%m/%y"),
            ('/', [1 | 2, 1 | 2, 4]) => return Some("%d/%m/%Y"),
            (_, [4, 2 | 4]) => return Some("ends"),
            _ => {}
        }
    }
    match text.len() {
        2 if digits(&text) => Some("%y"),
        6 if digits(&text) => Some("%y%m%d"),
        8 if digits(&text) => Some("%Y%m%d"),
        _ => None,
    }
}

/// The year that a column is headed with, words around it left out; `None` where none stands there, or two.
#[must_use]
pub fn of_head(name: &str) -> Option<Year> {
    let mut found = None;
    for word in name.split(|letter: char| !letter.is_alphanumeric()) {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        if digits.is_empty() {
            continue;
        }
        let year = Year::parse(&digits).filter(|year| (FIRST..=LAST).contains(&year.number()));
        let is_plain = digits.len() == word.len() || word.get(digits.len()..).is_some_and(|rest| rest == "г");
        match (year.filter(|_| is_plain), found) {
            (Some(year), None) => found = Some(year),
            // 2014-15 and 31.12.2014 are no plain year.
            _ => return None,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{YearFault, of_head, read};
    use crate::ingest::record::CellKind;

    #[test]
    fn years_dates_and_time_stamps_have_a_year() {
        for text in [
            "2016",
            "2016 г.",
            "2016г.",
            "2016 година",
            "2016.0",
            "2016-03-14",
            "14.03.2016",
            "1.3.2016 г.",
            "14.03.2016 г.",
            "2016-03-14T00:00:00",
            "2016-03-14 12:30:00.000",
            "14-03-2016",
            "14.03.2016 12:30",
            "2016/03/14",
            "2016-03-14T10:00:00Z",
        ] {
            let year = read(text, CellKind::Text, None).map(|year| year.number());
            assert_eq!(year, Ok(2016), "{text}");
        }
    }

    #[test]
    fn what_could_be_several_years_asks_for_its_form() {
        for (text, fault) in [
            ("14.03.16", YearFault::FormNeeded("%d.%m.%y")),
            ("14/03/2016", YearFault::FormNeeded("%d/%m/%Y")),
            ("2015/16", YearFault::FormNeeded("ends")),
            ("2015-16", YearFault::FormNeeded("ends")),
            ("16", YearFault::FormNeeded("%y")),
            ("160314", YearFault::FormNeeded("%y%m%d")),
            ("1016", YearFault::OutOfRange),
            ("2101", YearFault::OutOfRange),
            ("year", YearFault::NotAYear),
            ("14.13.2016", YearFault::NotAYear),
            ("2016 лв.", YearFault::NotAYear),
            ("", YearFault::NotAYear),
        ] {
            assert_eq!(read(text, CellKind::Text, None), Err(fault), "{text}");
        }
    }

    #[test]
    fn heads_name_one_year() {
        for (name, year) in [
            ("2014", Some(2014)),
            ("2014 г.", Some(2014)),
            ("Отчет 2014", Some(2014)),
            ("2025 Предв. отчет", Some(2025)),
            ("2014г.", Some(2014)),
            ("2014-15", None),
            ("31.12.2014", None),
            ("0100", None),
            ("5100", None),
            ("Разлика 2015 и 2014", None),
            ("Показател", None),
        ] {
            assert_eq!(of_head(name).map(|year| year.number()), year, "{name}");
        }
    }
}
