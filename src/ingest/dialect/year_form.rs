//! How a column of years is written, where that is not plain: dates of a form, or budget years of two.

use crate::domain::Year;

/// The form of a column of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearForm {
    /// Of `2015/16`, the year in which it ends.
    Ends,
    /// Of `2015/16`, the year in which it starts.
    Starts,
    /// A date such as `%d.%m.%y`.
    Date(String),
}

impl YearForm {
    /// Reads `ends`, `starts` or a form of dates with `%Y` or `%y`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "ends" => Some(Self::Ends),
            "starts" => Some(Self::Starts),
            form => {
                let signs: Vec<char> = form.split('%').skip(1).filter_map(|piece| piece.chars().next()).collect();
                let known = signs.iter().all(|sign| "YymdeHMSb".contains(*sign));
                let years = signs.iter().filter(|sign| matches!(sign, 'Y' | 'y')).count();
                let whole = form.split('%').skip(1).all(|piece| !piece.is_empty());
                (known && years == 1 && whole).then(|| Self::Date(form.to_owned()))
            }
        }
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Ends => "ends",
            Self::Starts => "starts",
            Self::Date(form) => form,
        }
    }

    /// The year of a cell; `None` where the cell is not of this form.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Year> {
        match self {
            Self::Date(form) => date(form, text),
            Self::Starts => two_years(text).map(|(first, _)| first),
            Self::Ends => two_years(text).map(|(_, last)| last),
        }
    }
}

/// Both years of `2015/16`, `2015-16` or `2015/2016`, which follow each other.
pub fn two_years(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once(['/', '-', '\u{2013}'])?;
    let first = Year::parse(first.trim())?;
    let after = first.after()?;
    let (last, whole) = (last.trim(), after.to_string());
    (last == whole || Some(last) == whole.get(2..)).then_some((first, after))
}

/// The year of a date of this form.
fn date(form: &str, text: &str) -> Option<Year> {
    let (mut form, mut text) = (form.chars(), text.trim());
    let (mut year, mut month, mut day) = (None, 1, 1);
    while let Some(sign) = form.next() {
        if sign != '%' {
            text = text.strip_prefix(sign)?;
            continue;
        }
        let of = form.next()?;
        if of == 'b' {
            text = text.trim_start_matches(char::is_alphabetic);
            continue;
        }
        let longest = if of == 'Y' { 4 } else { 2 };
        let digits = text.bytes().take(longest).take_while(u8::is_ascii_digit).count();
        let (number, rest) = text.split_at_checked(digits)?;
        let good = if matches!(of, 'Y' | 'y') { digits == longest } else { digits > 0 };
        let number: u16 = if good { number.parse().ok()? } else { return None };
        text = rest;
        match of {
            'Y' => year = Some(number),
            // As POSIX has it: 69 to 99 are of the last century.
            'y' => year = Some(if number >= 69 { 1900 + number } else { 2000 + number }),
            'm' => month = number,
            'd' | 'e' => day = number,
            _ => {}
        }
    }
    let good = text.is_empty() && (1..=12).contains(&month) && (1..=31).contains(&day);
    year.filter(|_| good).and_then(|year| Year::parse(&format!("{year:04}")))
}

#[cfg(test)]
mod tests {
    use super::YearForm;

    #[test]
    fn forms_are_read_and_nothing_else() {
        for (form, text, expected) in [
            ("%d.%m.%y", "14.03.16", Some("2016")),
            ("%d.%m.%y", "1.3.99", Some("1999")),
            ("%d.%m.%y", "14.03.2016", None),
            ("%d.%m.%y", "14.13.16", None),
            ("%y%m%d", "120801", Some("2012")),
            ("%d/%m/%Y", "14/03/2016", Some("2016")),
            ("ends", "2015/16", Some("2016")),
            ("ends", "1999/00", Some("2000")),
            ("starts", "2015-16", Some("2015")),
            ("ends", "2015/2016", Some("2016")),
            ("ends", "2015/17", None),
            ("ends", "2016", None),
        ] {
            let found = YearForm::parse(form).unwrap().read(text).map(|year| year.to_string());
            assert_eq!(found.as_deref(), expected, "{form} on {text}");
        }
        for form in ["", "%d.%m", "%Y%y", "%q", "year", "%Y%"] {
            assert_eq!(YearForm::parse(form), None, "{form}");
        }
    }
}
