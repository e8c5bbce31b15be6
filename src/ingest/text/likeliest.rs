//! The likeliest encoding of text that is not UTF-8: by whether its words are all of high bytes, as Cyrillic and Greek
//! ones are, and how usual the letters then are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_5, ISO_8859_7, KOI8_R, MACINTOSH, WINDOWS_1251, WINDOWS_1252, X_MAC_CYRILLIC,
};

/// Letters of Bulgarian and its neighbours, the commonest first.
const CYRILLIC: &str = "аиоентрсвлкдпмзягбучщхцжшйъьюфэыё";

/// Letters of Greek, the commonest first.
const GREEK: &str = "αοιετσνρπκλμυδγωθηάίχφέόήςύβώξζψ";

/// Encodings of text whose words are all of high bytes, with the letters that such text has.
const OF_HIGH_BYTES: [(&Encoding, &str); 6] = [
    (WINDOWS_1251, CYRILLIC),
    (KOI8_R, CYRILLIC),
    (IBM866, CYRILLIC),
    (X_MAC_CYRILLIC, CYRILLIC),
    (ISO_8859_5, CYRILLIC),
    (ISO_8859_7, GREEK),
];

/// The likeliest encoding; `None` where there are too few letters to tell.
pub fn likeliest(start: &[u8], whole: bool) -> Option<&'static Encoding> {
    let (mut high, mut mixed) = (0, 0);
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    for word in start.split(|byte| !is_letter(byte)).filter(|word| word.len() > 1) {
        match word.iter().filter(|byte| **byte >= 0x80).count() {
            0 => {}
            all if all == word.len() => high += 1,
            _ => mixed += 1,
        }
    }
    if high == 0 && mixed == 0 {
        // A letter that stands alone says nothing.
        return None;
    }
    if high <= mixed {
        return Some(of_latin_letters(start, whole));
    }
    let likely = |(encoding, letters): &(&'static Encoding, &str)| (usual(start, encoding, letters), *encoding);
    let scores = OF_HIGH_BYTES.iter().map(likely);
    let best = scores.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.filter(|(score, _)| *score > 0).map(|(_, encoding)| encoding)
}

/// How usual the letters of a text are in an encoding, in thousandths: a letter that the language does not have, and a
/// capital behind a small letter, count against it.
fn usual(start: &[u8], encoding: &'static Encoding, letters: &str) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(start);
    let order: Vec<char> = letters.chars().collect();
    let most = i64::try_from(order.len()).unwrap_or(1);
    let (mut sum, mut count, mut before_is_small) = (0, 0, false);
    for letter in text.chars() {
        if letter.is_ascii() {
            before_is_small = false;
            continue;
        }
        count += 1;
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let rank = order.iter().position(|known| *known == small).and_then(|rank| i64::try_from(rank).ok());
        let is_capital = letter.is_uppercase();
        sum += match rank {
            Some(_) if is_capital && before_is_small => -most,
            Some(rank) => most - rank,
            None if letter.is_alphabetic() => -most,
            None => -most / 2,
        };
        before_is_small = letter.is_lowercase();
    }
    if count == 0 { 0 } else { sum * 1000 / (count * most) }
}

/// Of Latin letters, a few of them with marks.
fn of_latin_letters(start: &[u8], whole: bool) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(start, whole);
    let found = detector.guess(None, Utf8Detection::Deny);
    let is_latin =
        OF_HIGH_BYTES.iter().all(|(other, _)| *other != found) && found != MACINTOSH && found.is_single_byte();
    if is_latin { found } else { WINDOWS_1252 }
}
