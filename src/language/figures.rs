//! Figures and dates as each language has them (CLDR: marks, and from how many digits on they are grouped).

use super::Language;

/// The marks of figures in a language.
#[derive(Debug, Clone, Copy)]
pub struct Marks {
    /// Between groups of three digits.
    pub group: char,
    /// Before decimals.
    pub decimal: char,
    /// Fewest digits before the mark that are grouped.
    pub from: usize,
}

pub(super) const fn marks(language: Language) -> Marks {
    match language {
        Language::English => Marks { group: ',', decimal: '.', from: 4 },
        Language::Bulgarian => Marks { group: '\u{a0}', decimal: ',', from: 5 },
    }
}

/// Plain decimal text with its digits in groups of three.
pub(super) fn grouped(language: Language, plain: &str) -> String {
    let marks = marks(language);
    let (sign, unsigned) = match plain.strip_prefix(['-', '+']) {
        Some(rest) => plain.split_at(plain.len() - rest.len()),
        None => ("", plain),
    };
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && whole.len() >= marks.from && (whole.len() - index).is_multiple_of(3) {
            out.push(marks.group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(marks.decimal);
        out.push_str(fraction);
    }
    out
}

/// A date as `2026-11-01` in the language's order; `None` where it is none, or where the language has it so.
pub(super) fn date(language: Language, date: &str) -> Option<String> {
    let digits = |part: &str, many: usize| part.len() == many && part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let is_date = digits(year, 4) && digits(month, 2) && digits(day, 2);
    match language {
        Language::English => None,
        Language::Bulgarian => is_date.then(|| format!("{}.{month}.{year} г.", day.trim_start_matches('0'))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, grouped};

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (plain, english, bulgarian) in [
            ("0", "0", "0"),
            ("999.99", "999.99", "999,99"),
            ("1000", "1,000", "1000"),
            ("-1247.57", "-1,247.57", "-1247,57"),
            ("630021.00", "630,021.00", "630\u{a0}021,00"),
            ("-1234567.80", "-1,234,567.80", "-1\u{a0}234\u{a0}567,80"),
            ("+125854.00", "+125,854.00", "+125\u{a0}854,00"),
        ] {
            assert_eq!(grouped(Language::English, plain), english);
            assert_eq!(grouped(Language::Bulgarian, plain), bulgarian);
        }
    }
}
