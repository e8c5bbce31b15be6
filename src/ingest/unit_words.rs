//! Words for thousands and millions, and rows of units below a header.

use super::dialect::Unit;
use crate::domain::NamedCurrency;

/// Beginnings of words for thousands.
const THOUSANDS: [&str; 19] = [
    "хил",
    "хиляд",
    "thousand",
    "thous",
    "tsd",
    "тис",
    "тыс",
    "tis",
    "tys",
    "tisíc",
    "hilj",
    "хилј",
    "илјад",
    "mijë",
    "ezer",
    "tūkst",
    "χιλ",
    "tusind",
    "milliers",
];

/// Words for thousands that are the beginnings of other words too.
const THOUSANDS_WHOLE: [&str; 5] = ["teur", "t€", "k€", "keur", "kbgn"];

/// Beginnings of words for millions.
const MILLIONS: [&str; 8] = ["млн", "милион", "million", "milion", "миллион", "мільйон", "millió", "mln"];

/// Words for millions that are the beginnings of other words too.
const MILLIONS_WHOLE: [&str; 9] = ["mio", "mil", "m€", "meur", "mbgn", "mlv", "εκατ", "mn", "мил"];

/// A word for thousands or millions in a text, with what it stands for.
#[must_use]
pub fn find(text: &str) -> Option<(String, Unit)> {
    let folded = text.to_lowercase();
    let words = folded.split(|letter: char| !letter.is_alphabetic() && letter != '€');
    for word in words.filter(|word| !word.is_empty()) {
        let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
        if THOUSANDS_WHOLE.contains(&word) || begins(&THOUSANDS) && !is_other(word) {
            return Some((piece(text), Unit::Thousand));
        }
        if MILLIONS_WHOLE.contains(&word) || begins(&MILLIONS) {
            return Some((piece(text), Unit::Million));
        }
    }
    let squeezed: String = folded.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{a0}').collect();
    let thousands = [
        "'000", "’000", "`000", "(000)", "000s", "000лв", "000eur", "000bgn", "000€", "x1000", "х1000", "×1000",
        "in1000", "в1000",
    ];
    let millions = ["1000000", "1.000.000", "1,000,000", "000000"];
    if millions.iter().any(|sign| squeezed.contains(sign)) {
        return Some((piece(text), Unit::Million));
    }
    let plain = squeezed.replace(['.', ','], "");
    let found =
        thousands.iter().any(|sign| squeezed.contains(sign)) || (plain.contains("1000") && is_unit_text(&plain));
    found.then(|| (piece(text), Unit::Thousand))
}

/// Words that begin as one for thousands does and are none.
fn is_other(word: &str) -> bool {
    ["тисо", "tisk", "tisz", "тисн", "tist", "tysk", "ezeri", "хилен", "хилт", "хилд"]
        .iter()
        .any(|other| word.starts_with(other))
}

/// Whether a text holds nothing but a number and words of units.
fn is_unit_text(text: &str) -> bool {
    let mut words =
        text.split(|letter: char| !letter.is_alphabetic() && letter != '€').filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| is_unit(word) || ["x", "х"].contains(&word))
}

/// A text, short enough for a message.
fn piece(text: &str) -> String {
    crate::domain::clean_text(text).chars().take(80).collect()
}

/// Whether a cell of a row below the header is a unit: `лв.`, `г.`, `хил. лв.`, `бр.`, `%`.
#[must_use]
pub fn is_unit(text: &str) -> bool {
    const UNITS: [&str; 28] = [
        "г",
        "год",
        "година",
        "years",
        "year",
        "бр",
        "брой",
        "number",
        "no",
        "count",
        "text",
        "текст",
        "код",
        "code",
        "дата",
        "date",
        "hl",
        "euro",
        "pcs",
        "stück",
        "anzahl",
        "hours",
        "часа",
        "дни",
        "days",
        "units",
        "ед",
        "св",
    ];
    let folded = text.to_lowercase();
    let bare = folded.trim_matches(|letter: char| matches!(letter, '(' | ')' | '[' | ']' | '.' | ' ')).trim();
    let words: Vec<&str> = bare.split([' ', '.', '\u{a0}', '/']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &&str| {
        UNITS.contains(word)
            || matches!(*word, "%" | "‰" | "в" | "in" | "na")
            || NamedCurrency::of_word(word).is_some()
            || NamedCurrency::of_word(&word.to_uppercase()).is_some()
            || find(word).is_some()
    };
    !words.is_empty() && words.iter().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::{find, is_unit};
    use crate::ingest::dialect::Unit;

    #[test]
    fn thousands_and_millions_are_seen() {
        for (text, unit) in [
            ("Сума (хил. лв.)", Some(Unit::Thousand)),
            ("в хиляди лева", Some(Unit::Thousand)),
            ("Amount (BGN thousand)", Some(Unit::Thousand)),
            ("Betrag in Tsd. EUR", Some(Unit::Thousand)),
            ("TEUR", Some(Unit::Thousand)),
            ("BGN '000", Some(Unit::Thousand)),
            ("in 1000 EUR", Some(Unit::Thousand)),
            ("1 000 лв.", Some(Unit::Thousand)),
            ("тис. грн.", Some(Unit::Thousand)),
            ("млн. евро", Some(Unit::Million)),
            ("EUR million", Some(Unit::Million)),
            ("value_mBGN", Some(Unit::Million)),
            ("Mio. €", Some(Unit::Million)),
            ("Сума (лв.)", None),
            ("Отчет 2016", None),
            ("amount", None),
            ("ХИЛЕНДАРСКИ МАНАСТИР", None),
            ("Kennzahl", None),
            ("1000", None),
        ] {
            assert_eq!(find(text).map(|(_, unit)| unit), unit, "{text}");
        }
    }

    #[test]
    fn units_are_told_from_words() {
        for text in ["г.", "лв.", "(лв.)", "хил. лв.", "BGN", "€", "%", "бр."] {
            assert!(is_unit(text), "{text}");
        }
        for text in ["МВР", "2016", "Издръжка", "", "10,00", "1"] {
            assert!(!is_unit(text), "{text}");
        }
    }
}
