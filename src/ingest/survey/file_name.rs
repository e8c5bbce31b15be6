//! The year in the name of a file, as a pattern that reads it out of others named alike.

use crate::ingest::dialect::NamePattern;
use crate::ingest::record::CellKind;
use crate::ingest::years;

/// A pattern with `{year}` for the last parts of a path; `None` where no year stands there.
#[must_use]
pub fn pattern_of(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let name = *parts.last()?;
    let folder = parts.len().checked_sub(2).and_then(|at| parts.get(at)).copied();
    let (stem, ending) = name.split_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let of_name = in_text(stem).map(|text| format!("{text}{ending}"));
    let of_folder = || in_text(folder?).map(|text| format!("{text}/*{ending}"));
    let pattern = of_name.or_else(of_folder)?;
    let values = NamePattern::parse(&pattern)?.values(path)?;
    let year = values.iter().find(|(column, _)| column == "year")?;
    years::read(&year.1, CellKind::Text, None).ok().map(|_| pattern)
}

/// A text with `{year}` in place of the first run of digits that begins with one, and stars for all other digits.
fn in_text(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let run = |at: usize| (at..letters.len()).take_while(|at| is_digit(*at)).count();
    let begins = |at: &usize| is_digit(*at) && !at.checked_sub(1).is_some_and(is_digit);
    let year = |at: &usize| {
        let digits: String = letters.iter().skip(*at).take(4).collect();
        matches!(run(*at), 4 | 6 | 8) && years::read(&digits, CellKind::Text, None).is_ok()
    };
    // A run of just four digits is a year sooner than the beginning of a date.
    let starts: Vec<usize> = (0..letters.len()).filter(begins).filter(year).collect();
    let at = *starts.iter().find(|at| run(**at) == 4).or(starts.first())?;
    let piece = |from: usize, to: usize| letters.iter().take(to).skip(from).collect::<String>();
    let before = without_digits(&piece(0, at));
    let behind = piece(at + 4, letters.len());
    let behind = if behind.is_empty() { "" } else { "*" };
    Some(format!("{before}{{year}}{behind}"))
}

/// A text with one star from its first digit to its last.
fn without_digits(text: &str) -> String {
    let is_digit = |letter: char| letter.is_ascii_digit();
    match (text.find(is_digit), text.rfind(is_digit)) {
        (Some(first), Some(last)) => {
            format!("{}*{}", text.get(..first).unwrap_or_default(), text.get(last + 1..).unwrap_or_default())
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::pattern_of;

    #[test]
    fn a_year_is_found_in_a_name() {
        for (path, expected) in [
            ("20120810.csv", Some("{year}*.csv")),
            ("obshtina-2016.csv", Some("obshtina-{year}.csv")),
            ("a/report-2016-03.csv", Some("report-{year}*.csv")),
            ("SEBRA-MF-19-05-2023.xlsx", Some("SEBRA-MF-*-{year}.xlsx")),
            ("2016/pay.csv", Some("{year}/*.csv")),
            ("pay.csv", None),
            ("part-0017.csv", None),
            ("otchet-2016.csv.gz", Some("otchet-{year}.csv.gz")),
        ] {
            assert_eq!(pattern_of(path).as_deref(), expected, "{path}");
        }
    }
}
