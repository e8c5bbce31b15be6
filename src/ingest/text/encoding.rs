//! The encoding of a text file: by its mark, by its bytes where they leave no doubt, or as a dialect pins it.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::likeliest::likeliest;

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

/// What the first bytes of a file say of its encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sniffed {
    /// There is no doubt, or faults are to be told row by row.
    Read(Encoding),
    /// It is none that is read without being named. This is the likeliest, with a piece of the text as it would be.
    Asked(Encoding, String),
}

/// The encoding of a file that begins with these bytes; `whole` where that is all of it. What is mostly UTF-8 is UTF-8, so
/// that its faults are told row by row.
#[must_use]
pub fn sniff(start: &[u8], whole: bool) -> Sniffed {
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(start) {
        return Sniffed::Read(Encoding(marked));
    }
    if let Some(wide) = without_mark(start) {
        return Sniffed::Read(Encoding(wide));
    }
    if is_utf8(start, whole) || is_mostly_utf8(start) || start.contains(&0) {
        return Sniffed::Read(Encoding::UTF_8);
    }
    match likeliest(start, whole) {
        Some(found) if found == WINDOWS_1251 => Sniffed::Read(Encoding(found)),
        Some(found) => Sniffed::Asked(Encoding(found), sample(start, found)),
        None => Sniffed::Read(Encoding::UTF_8),
    }
}

/// The first words that are not ASCII, as an encoding has them.
fn sample(start: &[u8], encoding: &'static encoding_rs::Encoding) -> String {
    let (text, _) = encoding.decode_without_bom_handling(start);
    let line = text.lines().find(|line| !line.is_ascii()).unwrap_or_default();
    line.chars().take(60).collect()
}

fn is_utf8(start: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(start) {
        Ok(_) => true,
        // The last letter may have been cut in two.
        Err(error) => error.error_len().is_none() && !whole,
    }
}

/// Text in UTF-8 with a few bytes gone wrong.
fn is_mostly_utf8(start: &[u8]) -> bool {
    let wide = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).count();
    let (good, bad) = start.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        (good + wide(chunk.valid()), bad + usize::from(!chunk.invalid().is_empty()))
    });
    good >= bad
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

#[cfg(test)]
mod tests {
    use super::{Sniffed, sniff};

    fn read(bytes: &[u8]) -> String {
        match sniff(bytes, true) {
            Sniffed::Read(encoding) => encoding.name(),
            Sniffed::Asked(encoding, _) => format!("asked: {}", encoding.name()),
        }
    }

    #[test]
    fn encodings_are_told_apart() {
        let bulgarian = "година;сума;показател\n2016;395 118,00;Полиция, обществен ред\n";
        let in_1251 = encoding_rs::WINDOWS_1251.encode(bulgarian).0.into_owned();
        let wide: Vec<u8> = bulgarian.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wide_big: Vec<u8> = "year,amount\n2016,5\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(bulgarian.as_bytes()), "utf-8");
        assert_eq!(read(&in_1251), "windows-1251");
        assert_eq!(read(&[&[0xff, 0xfe], wide.as_slice()].concat()), "utf-16le");
        assert_eq!(read(&wide), "utf-16le");
        assert_eq!(read(&wide_big), "utf-16be");
        assert_eq!(read(b"year,line\n2016,\xd0\x9f\xd0\xbe\xff\n"), "utf-8");
        let cut = "Полиция".as_bytes();
        assert_eq!(sniff(&cut[..cut.len() - 1], false), Sniffed::Read(super::Encoding::UTF_8));
    }

    #[test]
    fn other_encodings_are_named_and_not_read() {
        for (encoding, text) in [
            ("windows-1252", "year;line\n2016;Jugendamt Köln;Schutzwohnungen für Frauen\n"),
            ("windows-1252", "année;ministère\n2016;Ministère de l'intérieur;Hébergement des victimes à Paris\n"),
            ("windows-1250", "rok;kapitola\n2016;Ministerstvo práce a sociálních věcí;Příspěvek na péči pro žáky\n"),
            ("iso-8859-7", "έτος;ποσό;υπουργείο\n2016;5;Υπουργείο Προστασίας του Πολίτη\n"),
            ("koi8-r", "2016;Полиция, обществен ред;Общо за годината\n"),
            ("ibm866", "2016;Полиция, обществен ред;Общо за годината\n"),
        ] {
            let bytes = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap().encode(text).0.into_owned();
            let bytes = if encoding == "ibm866" { ibm866(text) } else { bytes };
            assert_eq!(read(&bytes), format!("asked: {encoding}"), "{text}");
        }
    }

    /// Letters of the old encoding, which the standard decodes and does not write.
    fn ibm866(text: &str) -> Vec<u8> {
        let byte = |letter: char| match letter {
            'А'..='п' => u8::try_from(letter as u32 - 'А' as u32 + 0x80).unwrap(),
            'р'..='я' => u8::try_from(letter as u32 - 'р' as u32 + 0xe0).unwrap(),
            plain => u8::try_from(plain as u32).unwrap(),
        };
        text.chars().map(byte).collect()
    }

    #[test]
    fn capitals_and_a_mixed_word_are_bulgarian_all_the_same() {
        for text in
            ["year;agency;line\n2016;МВР;ДА\n2016;НСО;НЕ\n2017;АСП;0003\n", "line\nзвено TРАФИК\nдругото звено\n"]
        {
            assert_eq!(read(&encoding_rs::WINDOWS_1251.encode(text).0), "windows-1251", "{text}");
        }
    }
}
