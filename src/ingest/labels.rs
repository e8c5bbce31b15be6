//! What a row says of itself: that it is the sum of others, part of the one above, or that its parts follow.

use crate::domain::clean_text;

/// How a row stands to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A row like any other.
    Plain,
    /// A sum of other rows.
    Sum,
    /// A part of the row above.
    Part,
    /// A row whose parts follow it.
    Whole,
    /// A row that says nothing but that parts follow.
    Heading,
    /// A row that may be a part of one above or none.
    Unclear,
}

impl Standing {
    /// Whether a row does not count where sums are left out.
    #[must_use]
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::Sum | Self::Part | Self::Heading)
    }
}

/// First words of a row that adds up others.
const SUMS: [&str; 29] = [
    "total",
    "totals",
    "subtotal",
    "общо",
    "всичко",
    "сума",
    "summe",
    "gesamtsumme",
    "gesamt",
    "insgesamt",
    "zwischensumme",
    "celkem",
    "razem",
    "ogółem",
    "ukupno",
    "свега",
    "укупно",
    "sveukupno",
    "вкупно",
    "всього",
    "усього",
    "итого",
    "всего",
    "gjithsej",
    "totali",
    "totale",
    "összesen",
    "σύνολο",
    "разом",
];

/// Those that say it too as the last word: `Разходи - всичко`.
const SUMS_BEHIND: [&str; 14] = [
    "total",
    "общо",
    "всичко",
    "insgesamt",
    "gesamt",
    "celkem",
    "razem",
    "ogółem",
    "ukupno",
    "укупно",
    "вкупно",
    "всього",
    "итого",
    "всего",
];

/// Words before the word itself: `Grand total`, `Обща сума`.
const BEFORE: [&str; 8] = ["grand ", "sub ", "sub-", "обща ", "общата ", "междинна ", "under ", "the "];

/// How a part of another row begins.
const PARTS: [&str; 26] = [
    "в т.ч",
    "в.т.ч",
    "в.т. ч",
    "в т. ч",
    "в тч",
    "в това число",
    "вт.ч",
    "от тях",
    "от които",
    "от нея",
    "от него",
    "of which",
    "of this",
    "incl.",
    "including",
    "davon",
    "darunter",
    "z toho",
    "v tom",
    "w tym",
    "z tego",
    "od toga",
    "од тоа",
    "у т.ч",
    "у тому числі",
    "в том числе",
];

/// How a row ends whose parts follow.
const WHOLES: [&str; 13] = [
    "в т.ч",
    "в.т.ч",
    "в т. ч",
    "в това число",
    "of which",
    "davon",
    "darunter",
    "z toho",
    "w tym",
    "od toga",
    "од тоа",
    "у тому числі",
    "в том числе",
];

/// The four bytes with which words begin or end, by their number: a text that begins with none of them begins with none of
/// the words. Nearly every row is told apart from all words so.
type Fours = [bool; 1 << 12];

static SUMS_BEGIN: Fours = fours(&[&SUMS], false);
static BEHIND_BEGIN: Fours = fours(&[&SUMS_BEHIND], false);
static PARTS_BEGIN: Fours = fours(&[&PARTS], false);
static WHOLES_END: Fours = fours(&[&WHOLES], true);
static ANY_BEGIN: Fours = fours(&[&SUMS, &SUMS_BEHIND, &PARTS, &WHOLES], false);

/// Those with which the words of some lists begin, or end. None is shorter.
const fn fours(lists: &[&[&str]], at_end: bool) -> Fours {
    let mut fours = [false; 1 << 12];
    let mut list = 0;
    while list < lists.len() {
        let mut word = 0;
        while word < lists[list].len() {
            let bytes = lists[list][word].as_bytes();
            let first = if at_end { bytes.len() - 4 } else { 0 };
            fours[number([bytes[first], bytes[first + 1], bytes[first + 2], bytes[first + 3]])] = true;
            word += 1;
        }
        list += 1;
    }
    fours
}

/// The number of four bytes, which others may have too.
const fn number(four: [u8; 4]) -> usize {
    (u32::from_le_bytes(four).wrapping_mul(0x9e37_79b1) >> 20) as usize
}

fn may_begin(text: &str, fours: &Fours) -> bool {
    text.as_bytes().first_chunk().is_some_and(|four| fours[number(*four)])
}

fn may_end(text: &str, fours: &Fours) -> bool {
    text.as_bytes().last_chunk().is_some_and(|four| fours[number(*four)])
}

/// Whether any word of a text in plain letters begins as one of all these words does; of another text nobody knows.
fn may_say_something(text: &str) -> bool {
    let mut rest = text.as_bytes();
    let mut is_within = false;
    while let Some(four) = rest.first_chunk() {
        let mut four = *four;
        four.make_ascii_lowercase();
        let is_first = !std::mem::replace(&mut is_within, four[0].is_ascii_alphanumeric());
        if is_first && ANY_BEGIN[number(four)] {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    !text.is_ascii()
}

/// The words by which rows say how they stand to others, for whoever looks for them by other means.
#[derive(Debug, Clone, Copy)]
pub struct LabelWords {
    /// First words of a sum.
    pub sums: &'static [&'static str],
    /// Last words of a sum.
    pub behind: &'static [&'static str],
    /// Words before the first one.
    pub before: &'static [&'static str],
    /// Beginnings of a part.
    pub parts: &'static [&'static str],
    /// Ends of a row whose parts follow.
    pub wholes: &'static [&'static str],
}

/// All of them.
pub const LABEL_WORDS: LabelWords =
    LabelWords { sums: &SUMS, behind: &SUMS_BEHIND, before: &BEFORE, parts: &PARTS, wholes: &WHOLES };

/// What a text says.
#[must_use]
pub fn standing(text: &str) -> Standing {
    let text = clean_text(text);
    if may_say_something(&text) { said(&text.to_lowercase()) } else { Standing::Plain }
}

/// What a clean text in small letters says.
fn said(text: &str) -> Standing {
    let label = without_numbering(text);
    let end = label.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    if may_begin(end, &PARTS_BEGIN) && PARTS.contains(&end) {
        return Standing::Heading;
    }
    if is_part(label) {
        return Standing::Part;
    }
    if may_end(end, &WHOLES_END) && WHOLES.iter().any(|words| end.ends_with(words) && is_apart(end, words)) {
        return Standing::Whole;
    }
    let bare = BEFORE.iter().find_map(|word| label.strip_prefix(word)).unwrap_or(label);
    let mut words = bare.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let last = end.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_sum = may_begin(first, &SUMS_BEGIN) && SUMS.contains(&first);
    if is_sum || may_begin(last, &BEHIND_BEGIN) && SUMS_BEHIND.contains(&last) {
        return Standing::Sum;
    }
    Standing::Plain
}

/// Whether a label begins as a part of another row does.
fn is_part(label: &str) -> bool {
    may_begin(label, &PARTS_BEGIN) && PARTS.iter().any(|words| begins(label, words))
}

/// Whether a label begins with these words and not with a longer one.
fn begins(label: &str, words: &str) -> bool {
    label.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether words at the end of a label are not the end of a longer word.
fn is_apart(label: &str, words: &str) -> bool {
    let before = label.strip_suffix(words).unwrap_or_default();
    !before.is_empty() && !before.ends_with(char::is_alphanumeric)
}

/// A label without the number or the dash before it: `III.`, `1.2.`, `а)`, `-`.
#[must_use]
pub fn without_numbering(label: &str) -> &str {
    let mut rest = label.trim();
    loop {
        let dashes = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let word = dashes.split(char::is_whitespace).next().unwrap_or_default();
        // A number, or letters that a mark ends.
        let core = word.trim_end_matches(['.', ')', ':', ']']);
        let is_number = !core.is_empty() && !is_part(dashes) && core.split(['.', '-']).all(is_numbering);
        let ends_with_mark = core.len() < word.len() || core.bytes().all(|byte| byte.is_ascii_digit());
        let roman = core.len() > 1 && core.chars().all(|letter| "ivxlcІІ".contains(letter));
        let shorter =
            if is_number && (ends_with_mark || roman) { dashes.get(word.len()..).unwrap_or_default() } else { dashes };
        if shorter.trim().is_empty() {
            return dashes;
        }
        if shorter.trim_start().len() == rest.len() {
            return rest;
        }
        rest = shorter.trim_start();
    }
}

fn is_numbering(part: &str) -> bool {
    let digits = part.bytes().all(|byte| byte.is_ascii_digit());
    let roman = part.chars().all(|letter| "ivxlc".contains(letter));
    digits || roman || part.chars().count() == 1
}

/// How deep a row stands: by its dashes and by the parts of its number, so that parts stand below their whole.
#[must_use]
pub fn depth(label: &str) -> usize {
    let trimmed = label.trim_start();
    let indent = label.len() - trimmed.len();
    let dashes =
        trimmed.chars().take_while(|letter| !letter.is_alphanumeric()).filter(|letter| !letter.is_whitespace()).count();
    let behind = trimmed.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let word = behind.split(char::is_whitespace).next().unwrap_or_default().trim_end_matches(['.', ')']);
    let numbered = word.starts_with(|letter: char| letter.is_ascii_digit());
    let levels = if numbered { word.split('.').filter(|part| !part.is_empty()).count() } else { 0 };
    indent + dashes.min(3) * 4 + levels.saturating_sub(1) * 4
}

#[cfg(test)]
mod tests {
    use super::{LABEL_WORDS, Standing, clean_text, said, standing};

    #[test]
    fn no_text_that_says_something_is_passed_over() {
        let words = LABEL_WORDS;
        let mut told = 0;
        for word in [words.sums, words.behind, words.parts, words.wholes].into_iter().flatten() {
            for before in
                ["", "1. ", "III. ", "- ", "*", "a) ", "Grand ", "sub-", "under ", "Wages, ", "x", "of ", "1.2 -"]
            {
                for behind in ["", ":", " 2017", ", staff", "s", ".:", " of wages"] {
                    for text in [format!("{before}{word}{behind}"), format!("{before}{word}{behind}").to_uppercase()] {
                        let expected = said(&clean_text(&text).to_lowercase());
                        assert_eq!(standing(&text), expected, "{text}");
                        told += usize::from(expected != Standing::Plain);
                    }
                }
            }
        }
        assert!(told > 5_000, "{told}");
    }

    #[test]
    fn rows_say_what_they_are() {
        for (label, expected) in [
            ("Общо", Standing::Sum),
            ("celke\u{ad}m:", Standing::Sum),
            (" Grand\u{a0} \u{200b}total ", Standing::Sum),
            ("ОБЩО РАЗХОДИ", Standing::Sum),
            ("I. Общо", Standing::Sum),
            ("III. Общо разходи:", Standing::Sum),
            ("1.2. Всичко", Standing::Sum),
            ("а) Сума", Standing::Sum),
            ("Обща сума", Standing::Sum),
            ("Grand total", Standing::Sum),
            ("Sub-total", Standing::Sum),
            ("Разходи - всичко", Standing::Sum),
            ("Celkem", Standing::Sum),
            ("* ИТОГО:", Standing::Sum),
            ("TOTAL GAS AND POWER", Standing::Sum),
            ("Общообразователна подготовка", Standing::Plain),
            ("Общини", Standing::Plain),
            ("Totality", Standing::Plain),
            ("Издръжка", Standing::Plain),
            ("I", Standing::Plain),
            ("", Standing::Plain),
            ("2016", Standing::Plain),
            ("в т.ч. персонал", Standing::Part),
            ("в т. ч. издръжка", Standing::Part),
            ("в.т.ч. издръжка", Standing::Part),
            ("1. в.т.ч. издръжка", Standing::Part),
            ("- в това число заплати", Standing::Part),
            ("1.1. от тях: храна", Standing::Part),
            ("of which staff", Standing::Part),
            ("davon Personal", Standing::Part),
            ("Програма 1, в т.ч.:", Standing::Whole),
            ("Expenditure, of which:", Standing::Whole),
            ("в т.ч.:", Standing::Heading),
        ] {
            assert_eq!(standing(label), expected, "{label}");
        }
    }
}
