//! What an amount cell can mean: its value with a decimal point, and its value with a decimal comma.
//!
//! Read are `395118`, `395 118,00`, `395.118,00`, `395,118.00` (groups also by a no-break or a thin space), a trailing
//! or leading `лв.`, `BGN` or other currency, and `(1 200,00)`, `1200-` and `−1200` for negatives. Exponents, signs in
//! other places and groups that are not of three digits are nothing anybody can be sure of, and are refused.

use crate::domain::{Currency, NamedCurrency, is_currency_sign};

/// Digits before the mark that the amount of a money row may have.
pub const AMOUNT_DIGITS: usize = 18;

/// Those that a published total may have.
pub const TOTAL_DIGITS: usize = 24;

/// Length up to which the common case is read in 64 bits.
const SHORT: usize = 15;

/// What a figure may have: digits before the mark, and minor digits of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Before the mark.
    pub whole: usize,
    /// After it.
    pub minor: u32,
}

impl Digits {
    /// Of the amount of a money row.
    #[must_use]
    pub fn of_amount(currency: Currency) -> Self {
        Self { whole: AMOUNT_DIGITS, minor: currency.digits() }
    }

    /// Of a published total.
    #[must_use]
    pub fn of_total(currency: Currency) -> Self {
        Self { whole: TOTAL_DIGITS, minor: currency.digits() }
    }
}

/// The mark before the minor digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `395118.00`
    Point,
    /// `395118,00`
    Comma,
}

impl Mark {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The letter itself.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// Reads `.` or `,`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.letter().to_string() == text)
    }
}

/// Which marks may stand between groups of three digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Groups {
    /// Any that is not the decimal mark.
    #[default]
    Any,
    /// This one only; a space stands for every space.
    Only(char),
    /// None.
    Forbidden,
}

impl Groups {
    fn allow(self, mark: char) -> bool {
        match self {
            Self::Any => true,
            Self::Only(only) => only == mark || (is_space(only) && is_space(mark)),
            Self::Forbidden => false,
        }
    }
}

/// What a dialect pins of the marks of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// The decimal mark; `None` where the cells decide.
    pub decimal: Option<Mark>,
    /// The group mark.
    pub groups: Groups,
}

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountFault {
    /// Nothing that can be read as a number.
    NotANumber,
    /// More minor digits than the currency has.
    MinorDigits,
    /// More digits before the mark than it may have.
    Range,
    /// It names another currency than its row.
    OtherCurrency(Currency),
}

/// What a cell means with each decimal mark, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readings {
    /// With a decimal point.
    pub point: Result<i128, AmountFault>,
    /// With a decimal comma.
    pub comma: Result<i128, AmountFault>,
    /// The mark between its groups, where it has some under the reading that holds.
    pub group: Option<char>,
}

impl Readings {
    /// A cell that means the same either way.
    #[must_use]
    pub const fn same(value: Result<i128, AmountFault>) -> Self {
        Self { point: value, comma: value, group: None }
    }

    /// With this mark.
    ///
    /// # Errors
    ///
    /// Why the cell is no amount with it.
    pub const fn with(&self, mark: Mark) -> Result<i128, AmountFault> {
        match mark {
            Mark::Point => self.point,
            Mark::Comma => self.comma,
        }
    }
}

/// The common case, digit by digit: digits, and at most a point with one digit or more up to the minor digits. Gives
/// minor units and whether there is a point; `None` for anything else, the ambiguous `1.234` included.
#[must_use]
pub fn plain(cell: &[u8], minor_digits: u32) -> Option<(i128, bool)> {
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, cell),
    };
    if digits.len() > SHORT {
        return None;
    }
    let mut units: i64 = 0;
    let mut whole = 0;
    let mut rest = digits;
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        units = units * 10 + i64::from(digit - b'0');
        whole += 1;
        rest = after;
    }
    let mut missing = minor_digits;
    let has_point = match rest {
        [] => false,
        [b'.', fraction @ ..] => {
            if fraction.is_empty() || fraction.len() == 3 || fraction.len() > minor_digits as usize {
                return None;
            }
            for digit in fraction {
                if !digit.is_ascii_digit() {
                    return None;
                }
                units = units * 10 + i64::from(digit - b'0');
                missing -= 1;
            }
            true
        }
        _ => return None,
    };
    if whole == 0 {
        return None;
    }
    let units = i128::from(units) * 10_i128.pow(missing);
    Some((if negative { -units } else { units }, has_point))
}

/// An amount as canonical CSV and the number cells of spreadsheets have it: digits, a point, a minus in front.
///
/// # Errors
///
/// Why the text is no amount of the currency.
pub fn canonical(text: &str, currency: Currency) -> Result<i128, AmountFault> {
    canonical_of(text, Digits::of_amount(currency))
}

/// The same of a figure with other digits than those of an amount.
///
/// # Errors
///
/// Why the text is no such figure.
pub fn canonical_of(text: &str, digits: Digits) -> Result<i128, AmountFault> {
    let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    value(unsigned, Mark::Point, Groups::Forbidden, negative, digits).0
}

/// Everything that an amount cell can mean.
#[must_use]
pub fn read(text: &str, currency: Currency, groups: Groups) -> Readings {
    read_of(text, currency, Digits::of_amount(currency), groups)
}

/// The same of a figure with other digits than those of an amount.
#[must_use]
pub fn read_of(text: &str, currency: Currency, digits: Digits, groups: Groups) -> Readings {
    let Ok((body, named)) = without_currency(text.trim()) else {
        return Readings::same(Err(AmountFault::NotANumber));
    };
    let (negative, body) = unsigned(body.trim());
    let (point, of_point) = value(body, Mark::Point, groups, negative, digits);
    let (comma, of_comma) = value(body, Mark::Comma, groups, negative, digits);
    let readings = Readings { point, comma, group: of_point.or(of_comma) };
    let readable = Mark::ALL.iter().any(|mark| readings.with(*mark) != Err(AmountFault::NotANumber));
    if let Some(named) = named.filter(|named| readable && !named.may_be(currency)) {
        return Readings::same(Err(AmountFault::OtherCurrency(named.likeliest())));
    }
    readings
}

/// An amount as canonical CSV has it, its digits as they are; `None` where it cannot be read with this mark.
#[must_use]
pub fn canonical_text(text: &str, mark: Mark) -> Option<String> {
    let (body, _) = without_currency(text.trim()).ok()?;
    let (negative, body) = unsigned(body.trim());
    let (whole, fraction) = match body.split_once(mark.letter()) {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (body, String::new()),
    };
    let (whole, _) = without_groups(whole, mark, Groups::Any)?;
    Some(format!("{}{whole}{fraction}", if negative { "-" } else { "" }))
}

/// A number that is no amount, such as a rate, with its marks as pinned (a point and no groups where nothing is), as
/// canonical text.
#[must_use]
pub fn decimal_text(text: &str, marks: Marks) -> Option<String> {
    if marks == Marks::default() {
        return Some(text.to_owned());
    }
    let mark = marks.decimal.unwrap_or(Mark::Point);
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = match unsigned.split_once(mark.letter()) {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let (whole, _) = without_groups(whole, mark, marks.groups)?;
    Some(match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    })
}

/// The text without a currency at its end or its start, and that currency; an error where letters are no currency.
fn without_currency(text: &str) -> Result<(&str, Option<NamedCurrency>), ()> {
    let is_word = |letter: char| letter.is_alphabetic() || is_currency_sign(letter);
    let end = text.strip_suffix('.').filter(|rest| rest.ends_with(is_word)).unwrap_or(text);
    let body = end.trim_end_matches(is_word);
    if body.len() < end.len() {
        let word = end.get(body.len()..).unwrap_or_default();
        return NamedCurrency::of_word(word).map(|named| (body, Some(named))).ok_or(());
    }
    let body = text.trim_start_matches(is_word);
    if body.len() < text.len() {
        let word = text.get(..text.len() - body.len()).unwrap_or_default();
        let body = body.strip_prefix('.').filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(body);
        return NamedCurrency::of_word(word).map(|named| (body, Some(named))).ok_or(());
    }
    Ok((text, None))
}

/// The text without its sign, and whether it is negative. A second sign stays, so that it is refused.
fn unsigned(text: &str) -> (bool, &str) {
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inner.trim());
    }
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return (true, rest.trim_start());
    }
    text.strip_suffix(['-', '\u{2212}']).map_or((false, text), |rest| (true, rest.trim_end()))
}

/// The value with this decimal mark, and the mark between its groups.
fn value(
    text: &str,
    mark: Mark,
    groups: Groups,
    negative: bool,
    digits: Digits,
) -> (Result<i128, AmountFault>, Option<char>) {
    let (whole, fraction) = match text.split_once(mark.letter()) {
        Some((_, "")) => return (Err(AmountFault::NotANumber), None),
        Some(parts) => parts,
        None => (text, ""),
    };
    let Some((whole, group)) = without_groups(whole, mark, groups) else {
        return (Err(AmountFault::NotANumber), None);
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return (Err(AmountFault::NotANumber), None);
    }
    if fraction.len() > digits.minor as usize {
        return (Err(AmountFault::MinorDigits), group);
    }
    if whole.trim_start_matches('0').len() > digits.whole {
        return (Err(AmountFault::Range), group);
    }
    let missing = digits.minor as usize - fraction.len();
    let units = format!("{whole}{fraction}{}", "0".repeat(missing)).parse::<i128>().map_err(|_| AmountFault::Range);
    (units.map(|units| if negative { -units } else { units }), group)
}

/// The digits of a whole part, its groups taken out. Groups are of three digits, with one mark throughout, and do not
/// begin with a nought.
fn without_groups(whole: &str, mark: Mark, groups: Groups) -> Option<(String, Option<char>)> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(whole) {
        return Some((whole.to_owned(), None));
    }
    let group = whole.chars().find(|letter| !letter.is_ascii_digit())?;
    let known = is_space(group) || group == '.' || group == ',';
    if !known || group == mark.letter() || !groups.allow(group) {
        return None;
    }
    let mut parts = whole.split(group);
    let first = parts.next()?;
    let good = all_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let rest = parts.all(|part| part.len() == 3 && all_digits(part));
    (good && rest).then(|| (whole.chars().filter(char::is_ascii_digit).collect(), Some(group)))
}

/// Spaces that stand between groups: the plain one, no-break, thin, and both.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::{AmountFault, Groups, Mark, canonical, plain, read};
    use crate::domain::Currency;

    const NOT: Result<i128, AmountFault> = Err(AmountFault::NotANumber);
    const MORE: Result<i128, AmountFault> = Err(AmountFault::MinorDigits);

    fn both(text: &str) -> (Result<i128, AmountFault>, Result<i128, AmountFault>) {
        let readings = read(text, Currency::BGN, Groups::Any);
        (readings.with(Mark::Point), readings.with(Mark::Comma))
    }

    #[test]
    fn a_cell_is_read_with_either_mark() {
        for (text, point, comma) in [
            ("395118", Ok(39_511_800), Ok(39_511_800)),
            ("395 118,00", NOT, Ok(39_511_800)),
            ("395.118,00", NOT, Ok(39_511_800)),
            ("395,118.00", Ok(39_511_800), NOT),
            ("395\u{a0}118.5", Ok(39_511_850), NOT),
            ("1\u{2009}395\u{2009}118", Ok(139_511_800), Ok(139_511_800)),
            ("2523,00", NOT, Ok(252_300)),
            ("1.234", MORE, Ok(123_400)),
            ("1,234", Ok(123_400), MORE),
            ("1.234.567", NOT, Ok(123_456_700)),
            ("0.123", MORE, NOT),
            ("1234.567", MORE, NOT),
            ("12,5", NOT, Ok(1_250)),
            ("-1200", Ok(-120_000), Ok(-120_000)),
            ("1200-", Ok(-120_000), Ok(-120_000)),
            ("\u{2212}1 200,50", NOT, Ok(-120_050)),
            ("(1 200,00)", NOT, Ok(-120_000)),
            ("395 118,00 лв.", NOT, Ok(39_511_800)),
            ("1200.00 BGN", Ok(120_000), NOT),
            ("BGN 1200", Ok(120_000), Ok(120_000)),
        ] {
            assert_eq!(both(text), (point, comma), "{text:?}");
        }
    }

    #[test]
    fn what_nobody_can_be_sure_of_is_refused() {
        for text in [
            "1e5",
            "NaN",
            "inf",
            "+5",
            "5.",
            ".5",
            "1_000",
            "0x10",
            "--5",
            "(-5)",
            "-5-",
            "٣",
            "-",
            "12 34",
            "1 2345",
            "1,23.456",
            "1.234,567.8",
            "1,234 567",
            "2017-05-01",
            "5 %",
            "5 xyz",
            "01,234.00",
            "(5",
            "",
            "1..5",
            "€",
        ] {
            let text_of = both(text);
            assert!(!matches!(text_of, (Ok(_), _) | (_, Ok(_))), "{text:?} gave {text_of:?}");
        }
        assert_eq!(both("1000000000000000000"), (Err(AmountFault::Range), Err(AmountFault::Range)));
        assert_eq!(both("999999999999999999"), (Ok(99_999_999_999_999_999_900), Ok(99_999_999_999_999_999_900)));
        assert_eq!(
            both("5 EUR"),
            (Err(AmountFault::OtherCurrency(Currency::EUR)), Err(AmountFault::OtherCurrency(Currency::EUR)))
        );
    }

    #[test]
    fn a_pinned_group_is_the_only_one() {
        let with = |text, groups| read(text, Currency::BGN, groups).with(Mark::Point);
        assert_eq!(with("1 234.50", Groups::Only(' ')), Ok(123_450));
        assert_eq!(with("1\u{a0}234.50", Groups::Only(' ')), Ok(123_450));
        assert_eq!(with("1,234.50", Groups::Only(' ')), NOT);
        assert_eq!(with("1 234.50", Groups::Forbidden), NOT);
    }

    #[test]
    fn the_common_case_agrees_with_the_whole_reading() {
        for text in ["395118", "395118.5", "-0.01", "12345.67", "0", "000012.50"] {
            let (units, _) = plain(text.as_bytes(), 2).unwrap();
            assert_eq!(Ok(units), read(text, Currency::BGN, Groups::Any).with(Mark::Point), "{text}");
            assert_eq!(Ok(units), canonical(text, Currency::BGN), "{text}");
        }
        for text in ["1.234", "1,5", "5.", ".5", "", "-", "1 000", "1e5", "0.123", "1234567890123456"] {
            assert_eq!(plain(text.as_bytes(), 2), None, "{text}");
        }
        assert_eq!(plain(b"12", 0), Some((12, false)));
        assert_eq!(canonical("999999999999999999.99", Currency::BGN), Ok(99_999_999_999_999_999_999));
        assert_eq!(canonical("1,000", Currency::BGN), NOT);
    }
}
