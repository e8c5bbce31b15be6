//! The encoding of a text file: by its mark, by its bytes where they leave no doubt, or as a dialect pins it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// An encoding, by its name in the Encoding Standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// UTF-8, with or without a byte order mark.
    pub const UTF_8: Self = Self(UTF_8);

    /// Reads a name such as `windows-1251`; `utf-16` is little-endian where no mark says otherwise.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        encoding_rs::Encoding::for_label_no_replacement(name.trim().as_bytes()).map(Self)
    }

    /// Its name, in lower case.
    #[must_use]
    pub fn name(self) -> String {
        self.0.name().to_lowercase()
    }

    /// Whether bytes are read as they are.
    #[must_use]
    pub fn is_utf8(self) -> bool {
        self == Self::UTF_8
    }

    /// Whether it is windows-1251.
    #[must_use]
    pub fn is_windows_1251(self) -> bool {
        self.standard() == encoding_rs::WINDOWS_1251
    }

    /// For the decoder.
    #[must_use]
    pub fn standard(self) -> &'static encoding_rs::Encoding {
        self.0
    }
}

/// The encoding of a file that begins with these bytes; `whole` where that is all of it. What is in doubt is UTF-8, so
/// that its faults are told row by row.
#[must_use]
pub fn sniff(start: &[u8], whole: bool) -> Encoding {
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(start) {
        return Encoding(marked);
    }
    if let Some(wide) = without_mark(start) {
        return Encoding(wide);
    }
    if is_utf8(start, whole) || !looks_like_windows_1251(start, whole) {
        return Encoding::UTF_8;
    }
    Encoding(WINDOWS_1251)
}

fn is_utf8(start: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(start) {
        Ok(_) => true,
        // The last letter may have been cut in two.
        Err(error) => error.error_len().is_none() && !whole,
    }
}

/// UTF-16 without its mark: in text with ASCII digits and delimiters every other byte is often nought.
fn without_mark(start: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let pairs = start.len() / 2;
    let noughts = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    if pairs >= 4 && odd * 4 > pairs && even == 0 {
        Some(UTF_16LE)
    } else if pairs >= 4 && even * 4 > pairs && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Cyrillic letters that a text needs to be taken for one.
const FEWEST: usize = 3;

/// Whether the detector says windows-1251 and the words bear it out: none mixes Latin and Cyrillic letters, as Western
/// European text read as windows-1251 does.
fn looks_like_windows_1251(start: &[u8], whole: bool) -> bool {
    // Text that is mostly UTF-8, with a few bytes gone wrong.
    let wide = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).count();
    let (good, bad) = start.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        (good + wide(chunk.valid()), bad + usize::from(!chunk.invalid().is_empty()))
    });
    if good >= bad {
        return false;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(start, whole);
    if detector.guess(Some(b"bg"), Utf8Detection::Deny) != WINDOWS_1251 {
        return false;
    }
    let (text, _) = WINDOWS_1251.decode_without_bom_handling(start);
    let mut words = text.split(|letter: char| !letter.is_alphabetic());
    let sound = words.all(|word| {
        let latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
        !latin || word.is_ascii()
    });
    // A control character of the upper half, more signs than letters, or no more than a letter or two, is no sign of
    // Bulgarian text.
    let letters = text.chars().filter(|letter| ('А'..='я').contains(letter)).count();
    let others = text.chars().filter(|letter| !letter.is_ascii() && !('А'..='я').contains(letter)).count();
    sound && letters >= FEWEST && letters > others && !text.contains('\u{98}')
}

#[cfg(test)]
mod tests {
    use super::sniff;

    #[test]
    fn encodings_are_told_apart() {
        let bulgarian = "година;сума;показател\n2016;395 118,00;Полиция, обществен ред\n";
        let in_1251 = encoding_rs::WINDOWS_1251.encode(bulgarian).0.into_owned();
        let wide: Vec<u8> = bulgarian.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wide_big: Vec<u8> = "year,amount\n2016,5\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(sniff(bulgarian.as_bytes(), true).name(), "utf-8");
        assert_eq!(sniff(&in_1251, true).name(), "windows-1251");
        assert_eq!(sniff(&[&[0xff, 0xfe], wide.as_slice()].concat(), true).name(), "utf-16le");
        assert_eq!(sniff(&wide, true).name(), "utf-16le");
        assert_eq!(sniff(&wide_big, true).name(), "utf-16be");
    }

    #[test]
    fn doubt_is_utf_8_so_that_rows_tell_their_faults() {
        for text in ["year,line\n2016,M\u{fc}ller\n", "year,line\n2016,caf\u{e9}\n", "\u{ff}"] {
            let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(letter as u32).unwrap()).collect();
            assert_eq!(sniff(&latin, true).name(), "utf-8", "{text}");
        }
        let koi8 = encoding_rs::KOI8_R.encode("2016;Полиция, обществен ред;Общо за годината").0.into_owned();
        assert_eq!(sniff(&koi8, true).name(), "utf-8");
        let cut = "Полиция".as_bytes();
        assert_eq!(sniff(&cut[..cut.len() - 1], false).name(), "utf-8");
    }
}
