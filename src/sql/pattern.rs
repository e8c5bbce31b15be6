//! Patterns that every engine reads alike: letters of both cases, wildcards, words that end where they end.

use super::Engine;

/// Letters and digits of the scripts that budgets are written in, as ranges.
const ALPHANUMERIC: [(char, char); 17] = [
    ('0', '9'),
    ('A', 'Z'),
    ('a', 'z'),
    ('\u{aa}', '\u{aa}'),
    ('\u{b2}', '\u{b3}'),
    ('\u{b5}', '\u{b5}'),
    ('\u{b9}', '\u{ba}'),
    ('\u{bc}', '\u{be}'),
    ('\u{c0}', '\u{d6}'),
    ('\u{d8}', '\u{f6}'),
    ('\u{f8}', '\u{2c1}'),
    ('\u{370}', '\u{373}'),
    ('\u{376}', '\u{377}'),
    ('\u{386}', '\u{386}'),
    ('\u{388}', '\u{481}'),
    ('\u{48a}', '\u{52f}'),
    ('\u{531}', '\u{1fff}'),
];

/// The inside of a class of letters and digits.
pub fn alphanumeric(engine: &dyn Engine) -> String {
    let range = |(first, last): &(char, char)| match first == last {
        true => engine.letter(*first),
        false => format!("{}-{}", plain(*first, engine), plain(*last, engine)),
    };
    ALPHANUMERIC.iter().map(range).collect()
}

fn plain(letter: char, engine: &dyn Engine) -> String {
    if letter.is_ascii_alphanumeric() { letter.to_string() } else { engine.letter(letter) }
}

/// A text in either case.
pub fn text(text: &str) -> String {
    text.chars().map(letter).collect()
}

/// One letter in either case.
fn letter(letter: char) -> String {
    let mut cases: Vec<char> = vec![letter];
    let one = |mut letters: Box<dyn Iterator<Item = char>>| match (letters.next(), letters.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    let lower = one(Box::new(letter.to_lowercase()));
    let upper = one(Box::new(letter.to_uppercase()));
    for other in [lower, upper].into_iter().flatten() {
        if !cases.contains(&other) {
            cases.push(other);
        }
    }
    match cases.as_slice() {
        [only] => literal(*only),
        cases => format!("[{}]", cases.iter().collect::<String>()),
    }
}

/// A letter that stands for itself.
fn literal(letter: char) -> String {
    match letter {
        '\\' | '^' | '[' | ']' => format!("\\{letter}"),
        letter if letter.is_alphanumeric() || letter == ' ' || !letter.is_ascii() => letter.to_string(),
        letter => format!("[{letter}]"),
    }
}

/// A text with wildcards: `*` is any run of letters, `?` any one.
pub fn wildcards(text: &str) -> String {
    let piece = |letter_of: char| match letter_of {
        '*' => ".*".to_owned(),
        '?' => ".".to_owned(),
        other => letter(other),
    };
    text.chars().map(piece).collect()
}

/// One of several texts.
pub fn any_of(texts: impl IntoIterator<Item = String>) -> String {
    format!("({})", texts.into_iter().collect::<Vec<_>>().join("|"))
}

#[cfg(test)]
mod tests {
    use super::{text, wildcards};

    #[test]
    fn letters_match_in_either_case_and_signs_are_themselves() {
        assert_eq!(text("Общо"), "[Оо][бБ][щЩ][оО]");
        assert_eq!(wildcards("a.*?"), "[aA][.].*.");
        assert_eq!(text("(^\\]"), "[(]\\^\\\\\\]");
    }
}
