//! The words and signs of currencies, in cells, headers and units: `лв.`, `EUR`, `€`, `zł`. One table for whoever reads
//! them.
//!
//! A word may be one of several currencies (`kr` is Swedish, Danish, Norwegian, Icelandic): it speaks against any other,
//! and decides nothing among its own. An ISO 4217 code in capitals is a word of its own currency.

use std::fmt;

use super::Currency;

/// A currency as a word or a sign names it: one, or one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCurrency {
    word: String,
    candidates: Vec<Currency>,
}

/// Words in small letters and signs, with the codes of what each may be, the likeliest first.
const WORDS: &[(&[&str], &[&str])] = &[
    (&["лв", "лева", "лев", "lev", "leva"], &["BGN", "BGL"]),
    (&["€", "евро", "euro", "euros", "teur", "t€", "eur"], &["EUR"]),
    (&["bgn"], &["BGN"]),
    (&["usd", "us$"], &["USD"]),
    (&["$", "dollar", "dollars", "долара", "долари"], DOLLARS),
    (&["gbp"], &["GBP"]),
    (&["£", "pound", "pounds"], &["GBP", "IEP", "CYP", "EGP", "GIP", "FKP", "SHP", "LBP", "SYP"]),
    (&["chf", "sfr", "франка"], &["CHF"]),
    (&["¥", "円"], &["JPY", "CNY"]),
    (&["元", "rmb"], &["CNY"]),
    (&["kn", "kuna", "kune"], &["HRK"]),
    (&["zł", "zl", "złotych", "złote", "pln"], &["PLN", "PLZ"]),
    (&["kč", "kc", "czk", "korun"], &["CZK", "CSK"]),
    (&["sk"], &["SKK"]),
    (&["ft", "huf", "forint"], &["HUF"]),
    (&["lei", "leu", "леи"], &["RON", "ROL", "MDL"]),
    (&["ron"], &["RON"]),
    (&["kr", "kroner", "kronor", "krona", "krone", "крони"], &["SEK", "DKK", "NOK", "ISK", "EEK"]),
    (&["lt", "litas", "litų"], &["LTL"]),
    (&["ls", "lats", "lati"], &["LVL"]),
    (&["ден", "денари", "denari"], &["MKD"]),
    (&["дин", "динара", "din", "dinara"], &["RSD", "CSD", "YUM", "MKD"]),
    (&["lek", "lekë", "leke"], &["ALL"]),
    (&["₽", "руб", "рубли", "рублей"], &["RUB", "RUR", "BYN", "BYR"]),
    (&["₴", "грн", "гривень", "гривни"], &["UAH"]),
    (&["₺", "tl"], &["TRY", "TRL"]),
    (&["₾", "лари", "lari"], &["GEL"]),
    (&["֏", "dram"], &["AMD"]),
    (&["₼", "manat"], &["AZN", "AZM", "TMT"]),
    (&["₸", "тенге"], &["KZT"]),
    (&["₪"], &["ILS"]),
    (&["₹"], &["INR"]),
    (&["rs"], &["INR", "PKR", "LKR", "NPR", "MUR"]),
    (&["r$"], &["BRL"]),
    (&["₩"], &["KRW"]),
    (&["₫"], &["VND"]),
    (&["₦"], &["NGN"]),
    (&["₱"], &["PHP"]),
    (&["฿"], &["THB"]),
    (&["dm"], &["DEM"]),
    (&["ös"], &["ATS"]),
];

/// Every currency whose sign is the dollar's.
const DOLLARS: &[&str] = &[
    "USD", "CAD", "AUD", "NZD", "MXN", "ARS", "CLP", "COP", "UYU", "HKD", "SGD", "TWD", "BBD", "BMD", "BND", "BSD",
    "BZD", "DOP", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
];

/// Codes in capitals, and words of the table in small letters, that are other words too (`lt. Plan`, `din buget`): in a
/// text they name a currency only where brackets hold nothing else.
const OTHER_WORDS: [&str; 29] = [
    "ALL", "BAM", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY", "DIN", "din", "дин",
    "dm", "dram", "ft", "kc", "lati", "ls", "lt", "pound", "pounds", "rs", "sk", "tl", "ös",
];

impl NamedCurrency {
    /// What a word beside a number names, with or without its point; anything else is `None`.
    ///
    /// ```
    /// use thb_cost::domain::{Currency, NamedCurrency};
    /// let named = |word| NamedCurrency::of_word(word).map(|named| named.likeliest());
    /// assert_eq!(named("лв."), Some(Currency::BGN));
    /// assert_eq!(named("€"), Some(Currency::EUR));
    /// assert_eq!(named("HRK"), Currency::parse("HRK"));
    /// assert_eq!(named("бр."), None);
    /// ```
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let bare = word.trim().trim_end_matches('.');
        if let Some(code) = Currency::parse(bare) {
            return Some(Self { word: bare.to_owned(), candidates: vec![code] });
        }
        let folded = bare.to_lowercase();
        let (_, codes) = WORDS.iter().find(|(words, _)| words.contains(&folded.as_str()))?;
        let candidates = codes.iter().filter_map(|code| Currency::parse(code)).collect();
        Some(Self { word: word.trim().to_owned(), candidates })
    }

    /// Everything that a header, a title or a unit names, in the order of the text, each word once.
    ///
    /// ```
    /// use thb_cost::domain::{Currency, NamedCurrency};
    /// let first = |text| NamedCurrency::all_in(text).first().map(NamedCurrency::likeliest);
    /// assert_eq!(first("Сума (хил.лв.)"), Some(Currency::BGN));
    /// assert_eq!(first("BGN'000"), Some(Currency::BGN));
    /// assert_eq!(first("Amount in euro"), Some(Currency::EUR));
    /// assert_eq!(first("Amount of ALL agencies"), None);
    /// assert_eq!(first("Amount (ALL)"), Currency::parse("ALL"));
    /// ```
    #[must_use]
    pub fn all_in(text: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for (start, word) in words_of(text) {
            let alone = || {
                let before = text.get(..start).unwrap_or_default().trim_end();
                let after = text.get(start + word.len()..).unwrap_or_default().trim_start();
                before.ends_with(['(', '[']) && after.starts_with([')', ']'])
            };
            let is_other = OTHER_WORDS.contains(&word) || OTHER_WORDS.contains(&word.to_lowercase().as_str());
            if is_other && !alone() {
                continue;
            }
            if let Some(named) = Self::of_word(word)
                && !found.contains(&named)
            {
                found.push(named);
            }
        }
        found
    }

    /// Whether it may be this currency.
    #[must_use]
    pub fn may_be(&self, currency: Currency) -> bool {
        self.candidates.contains(&currency)
    }

    /// The one currency that it names; `None` where it may be several.
    #[must_use]
    pub fn only(&self) -> Option<Currency> {
        match self.candidates.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The one that it names most often.
    #[must_use]
    pub fn likeliest(&self) -> Currency {
        self.candidates.first().copied().unwrap_or(Currency::EUR)
    }

    /// As it is written.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }
}

impl fmt::Display for NamedCurrency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.likeliest().fmt(f)
    }
}

/// Whether a letter is a sign of a currency.
#[must_use]
pub fn is_currency_sign(letter: char) -> bool {
    matches!(letter, '$' | '£' | '¥' | '֏' | '฿' | '元' | '円') || ('\u{20a0}'..='\u{20cf}').contains(&letter)
}

/// Runs of letters and signs with where they begin; a sign of a currency ends with itself, and takes the letters before
/// it (`US$`).
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (position, letter) in text.char_indices() {
        let end = position + letter.len_utf8();
        if is_currency_sign(letter) {
            let from = start.take().unwrap_or(position);
            let word = text.get(from..end).unwrap_or_default();
            if NamedCurrency::of_word(word).is_some() {
                words.push((from, word));
            } else {
                words.extend(
                    [(from, text.get(from..position)), (position, text.get(position..end))]
                        .into_iter()
                        .filter_map(|(from, word)| Some((from, word.filter(|word| !word.is_empty())?))),
                );
            }
        } else if letter.is_alphabetic() {
            start.get_or_insert(position);
        } else if let Some(from) = start.take() {
            words.push((from, text.get(from..position).unwrap_or_default()));
        }
    }
    if let Some(from) = start {
        words.push((from, text.get(from..).unwrap_or_default()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Currency, NamedCurrency, WORDS};

    #[test]
    fn every_code_of_the_table_is_a_currency() {
        for code in WORDS.iter().flat_map(|(_, codes)| codes.iter()) {
            assert!(Currency::parse(code).is_some(), "{code}");
        }
    }

    #[test]
    fn headers_and_units_name_currencies() {
        for (text, named) in [
            ("Сума (лв.)", "BGN"),
            ("СУМА В ЛЕВА", "BGN"),
            ("хил. лв.", "BGN"),
            ("Amount (EUR)", "EUR"),
            ("Betrag in Tsd. €", "EUR"),
            ("EUR a night", "EUR"),
            ("€/night", "EUR"),
            ("US$ m", "USD"),
            ("5 000 $", "USD"),
            ("Kwota (zł)", "PLN"),
            ("Schválený rozpočet v tis. Kč", "CZK"),
            ("Iznos (kn)", "HRK"),
            ("Iznos (din)", "RSD"),
            ("Suma din buget", ""),
            ("Betrag lt. Plan", ""),
            ("TOTAL AMOUNT", ""),
            ("Amount", ""),
            ("TOP 10 LINES", ""),
            ("proceedings", ""),
        ] {
            let found: Vec<String> = NamedCurrency::all_in(text).iter().map(ToString::to_string).collect();
            assert_eq!(found.join(" "), named, "{text}");
        }
    }

    #[test]
    fn a_word_of_several_currencies_speaks_against_the_others_only() {
        let krona = NamedCurrency::of_word("kr.").unwrap();
        assert!(Currency::parse("DKK").is_some_and(|danish| krona.may_be(danish)));
        assert!(!krona.may_be(Currency::BGN));
        assert_eq!(krona.only(), None);
    }
}
