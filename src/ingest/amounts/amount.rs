//! Amounts: what a cell can mean in minor units of its currency, with a decimal point and with a decimal comma.

use rust_decimal::Decimal;

use super::marks::{Groups, Mark};
use super::notation::{Exact, Written};
use crate::domain::Currency;

/// Digits before the mark that the amount of a money row may have.
pub const AMOUNT_DIGITS: u32 = 18;

/// Those that a published total may have.
pub const TOTAL_DIGITS: u32 = 24;

/// What a figure may have: digits before the mark, and minor digits of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Before the mark.
    pub whole: u32,
    /// After it.
    pub minor: u32,
}

impl Digits {
    /// Whether so many minor units have no more digits.
    #[must_use]
    pub fn hold(self, minor_units: i128) -> bool {
        ten_to(self.whole + self.minor).is_some_and(|most| minor_units.abs() < most)
    }

    /// Of the amount of a money row.
    #[must_use]
    pub fn of_amount(currency: Currency) -> Self {
        Self::of_amount_with(currency.digits())
    }

    /// Of the amount of a money row, with so many minor digits.
    #[must_use]
    pub fn of_amount_with(minor: u32) -> Self {
        Self { whole: AMOUNT_DIGITS, minor }
    }

    /// Of a published total.
    #[must_use]
    pub fn of_total(currency: Currency) -> Self {
        Self { whole: TOTAL_DIGITS, minor: currency.digits() }
    }
}

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountFault {
    /// Nothing that can be read as a number.
    NotANumber,
    /// A percentage.
    Percent,
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

/// What one in a column of amounts stands for, and what becomes of digits that the currency does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scale {
    /// As a power of ten.
    pub power: u32,
    /// What amounts are multiplied by.
    pub factor: Option<Decimal>,
    /// Whether digits past the minor ones are rounded, half away from zero.
    pub round: bool,
}

impl Scale {
    /// Whether amounts are taken as they stand.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// The power of ten that amounts are multiplied by and nothing else; `None` where more becomes of them.
    #[must_use]
    pub fn tens(&self) -> Option<i128> {
        let is_all = *self == Self { power: self.power, ..Self::default() };
        ten_to(self.power).filter(|_| is_all)
    }

    /// Minor units of an exact number.
    ///
    /// # Errors
    ///
    /// Where it has digits that the currency does not have, or too many before the mark.
    pub fn units(&self, number: Exact, digits: Digits) -> Result<i128, AmountFault> {
        let Exact { mut units, mut scale } = number;
        if let Some(factor) = self.factor {
            units = units.checked_mul(factor.mantissa()).ok_or(AmountFault::Range)?;
            scale += i32::try_from(factor.scale()).map_err(|_| AmountFault::Range)?;
        }
        let power = i32::try_from(digits.minor + self.power).map_err(|_| AmountFault::Range)? - scale;
        let minor = match ten_to(power.unsigned_abs()) {
            _ if units == 0 && (power >= 0 || self.round) => 0,
            Some(ten) if power >= 0 => units.checked_mul(ten).ok_or(AmountFault::Range)?,
            Some(ten) if self.round => half_away(units, ten),
            None if self.round => 0,
            // What a factor brings may be noughts; what the file writes may not.
            Some(ten) if self.factor.is_some() && units % ten == 0 => units / ten,
            _ if power < 0 => return Err(AmountFault::MinorDigits),
            _ => return Err(AmountFault::Range),
        };
        if digits.hold(minor) { Ok(minor) } else { Err(AmountFault::Range) }
    }
}

fn ten_to(power: u32) -> Option<i128> {
    10_i128.checked_pow(power)
}

/// A quotient rounded half away from zero.
fn half_away(units: i128, by: i128) -> i128 {
    let (whole, rest) = (units / by, units % by);
    if rest.abs() >= by - rest.abs() { whole + units.signum() } else { whole }
}

/// An amount as the number cells of spreadsheets have it: digits, a point, a minus in front, and nothing else.
///
/// # Errors
///
/// Why the text is no amount of the currency.
pub fn canonical(text: &str, currency: Currency, scale: Scale) -> Result<i128, AmountFault> {
    canonical_of(text, Digits::of_amount(currency), scale)
}

/// The same of a figure with other digits than those of an amount.
///
/// # Errors
///
/// Why the text is no such figure.
pub fn canonical_of(text: &str, digits: Digits, scale: Scale) -> Result<i128, AmountFault> {
    let plain = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | 'e' | 'E' | '+');
    let written = text.chars().all(plain).then(|| Written::of(text)).flatten();
    let number = written.and_then(|written| written.with(Mark::Point, Groups::Forbidden));
    let (number, _) = number.ok_or(AmountFault::NotANumber)?;
    scale.units(number, digits)
}

/// Everything that an amount cell can mean.
#[must_use]
pub fn read(text: &str, currency: Currency, groups: Groups, scale: Scale) -> Readings {
    read_of(text, currency, Digits::of_amount(currency), groups, scale)
}

/// The same of a figure with other digits than those of an amount.
#[must_use]
pub fn read_of(text: &str, currency: Currency, digits: Digits, groups: Groups, scale: Scale) -> Readings {
    let Some(written) = Written::of(text) else { return Readings::same(Err(AmountFault::NotANumber)) };
    let mut group = None;
    let mut with = |mark| {
        let (number, of_mark) = written.with(mark, groups).ok_or(AmountFault::NotANumber)?;
        group = group.or(of_mark);
        scale.units(number, digits)
    };
    let (point, comma) = (with(Mark::Point), with(Mark::Comma));
    if point == Err(AmountFault::NotANumber) && comma == point {
        return Readings::same(point);
    }
    if written.percent {
        return Readings::same(Err(AmountFault::Percent));
    }
    if let Some(named) = written.named.as_ref().filter(|named| !named.may_be(currency)) {
        return Readings::same(Err(AmountFault::OtherCurrency(named.likeliest())));
    }
    Readings { point, comma, group }
}

#[cfg(test)]
mod tests {
    use super::super::plain::plain;
    use super::{AmountFault, Groups, Mark, Scale, canonical, read};
    use crate::domain::Currency;

    const NOT: Result<i128, AmountFault> = Err(AmountFault::NotANumber);
    const MORE: Result<i128, AmountFault> = Err(AmountFault::MinorDigits);
    const PLAIN: Scale = Scale { power: 0, factor: None, round: false };

    fn both(text: &str) -> (Result<i128, AmountFault>, Result<i128, AmountFault>) {
        let readings = read(text, Currency::BGN, Groups::Any, PLAIN);
        (readings.with(Mark::Point), readings.with(Mark::Comma))
    }

    #[test]
    fn a_cell_is_read_with_either_mark() {
        for (text, point, comma) in [
            ("395118", Ok(39_511_800), Ok(39_511_800)),
            ("395 118,00", NOT, Ok(39_511_800)),
            ("395.118,00", NOT, Ok(39_511_800)),
            ("395,118.00", Ok(39_511_800), NOT),
            ("395'118.00", Ok(39_511_800), NOT),
            ("395\u{a0}118.5", Ok(39_511_850), NOT),
            ("1\u{2009}395\u{2009}118", Ok(139_511_800), Ok(139_511_800)),
            ("2523,00", NOT, Ok(252_300)),
            ("1.234", MORE, Ok(123_400)),
            ("1,234", Ok(123_400), MORE),
            ("1.234.567", NOT, Ok(123_456_700)),
            ("0.123", MORE, NOT),
            ("1234.567", MORE, NOT),
            ("12,5", NOT, Ok(1_250)),
            (".37", Ok(37), NOT),
            (",37", NOT, Ok(37)),
            ("-.5", Ok(-50), NOT),
            ("4.72E7", Ok(4_720_000_000), NOT),
            ("4,72e+7", NOT, Ok(4_720_000_000)),
            ("1.234E7", Ok(1_234_000_000), NOT),
            ("1E5", Ok(10_000_000), Ok(10_000_000)),
            ("1.25E1", Ok(1_250), NOT),
            ("-1200", Ok(-120_000), Ok(-120_000)),
            ("1200-", Ok(-120_000), Ok(-120_000)),
            ("\u{2212}1 200,50", NOT, Ok(-120_050)),
            ("(1 200,00)", NOT, Ok(-120_000)),
            ("(1 200,00) лв.", NOT, Ok(-120_000)),
            ("395 118,00 лв.", NOT, Ok(39_511_800)),
            ("1200.00 BGN", Ok(120_000), NOT),
            ("BGN 1200", Ok(120_000), Ok(120_000)),
            ("-5 лв.", Ok(-500), Ok(-500)),
            ("лв. -5", Ok(-500), Ok(-500)),
            ("1 234,00*", NOT, Ok(123_400)),
            ("1234 1)", Ok(123_400), Ok(123_400)),
            ("1234 (1)", Ok(123_400), Ok(123_400)),
            ("56,70 [2] *", NOT, Ok(5_670)),
            ("(1 200,00) 1)", NOT, Ok(-120_000)),
            ("1234²", Ok(123_400), Ok(123_400)),
        ] {
            assert_eq!(both(text), (point, comma), "{text:?}");
        }
    }

    #[test]
    fn what_nobody_can_be_sure_of_is_refused() {
        for text in [
            "NaN",
            "inf",
            "+5",
            "5.",
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
            ".",
            "1e",
            "e5",
            "1e5000",
            "лв.5",
            "*",
            "12341)",
            "1)",
            "5 лв. €",
            "1,234E7.",
        ] {
            let text_of = both(text);
            assert!(!matches!(text_of, (Ok(_), _) | (_, Ok(_))), "{text:?} gave {text_of:?}");
        }
        assert_eq!(both("1000000000000000000"), (Err(AmountFault::Range), Err(AmountFault::Range)));
        assert_eq!(both("999999999999999999.99").0, Ok(99_999_999_999_999_999_999));
        assert_eq!(
            both("5 EUR"),
            (Err(AmountFault::OtherCurrency(Currency::EUR)), Err(AmountFault::OtherCurrency(Currency::EUR)))
        );
        assert_eq!(both("5%"), (Err(AmountFault::Percent), Err(AmountFault::Percent)));
    }

    #[test]
    fn a_pinned_group_is_the_only_one() {
        let with = |text, groups| read(text, Currency::BGN, groups, PLAIN).with(Mark::Point);
        assert_eq!(with("1 234.50", Groups::Only(' ')), Ok(123_450));
        assert_eq!(with("1\u{a0}234.50", Groups::Only(' ')), Ok(123_450));
        assert_eq!(with("1,234.50", Groups::Only(' ')), NOT);
        assert_eq!(with("1 234.50", Groups::Forbidden), NOT);
    }

    #[test]
    fn units_factors_and_rounding_are_exact() {
        let with = |text, scale| read(text, Currency::BGN, Groups::Any, scale).with(Mark::Point);
        let thousands = Scale { power: 3, ..PLAIN };
        assert_eq!(with("4266260.970", thousands), Ok(426_626_097_000));
        assert_eq!(with("0.12345", thousands), Ok(12_345));
        assert_eq!(with("0.123456", thousands), MORE);
        let turned = Scale { factor: Some(rust_decimal::Decimal::NEGATIVE_ONE), ..PLAIN };
        assert_eq!(with("12.5", turned), Ok(-1_250));
        let rounded = Scale { round: true, ..PLAIN };
        for (text, units) in [
            ("0.30000000000000004", 30),
            ("2.675", 268),
            ("-2.675", -268),
            ("1.005", 101),
            ("1.0049999999999999999999999999999999999999", 100),
            ("7.1", 710),
            ("0.004", 0),
        ] {
            assert_eq!(with(text, rounded), Ok(units), "{text}");
        }
    }

    #[test]
    fn the_common_case_agrees_with_the_whole_reading() {
        for text in ["395118", "395118.5", "-0.01", "12345.67", "0", "000012.50"] {
            let (units, _) = plain(text.as_bytes(), 2).unwrap();
            assert_eq!(Ok(units), read(text, Currency::BGN, Groups::Any, PLAIN).with(Mark::Point), "{text}");
            assert_eq!(Ok(units), canonical(text, Currency::BGN, PLAIN), "{text}");
        }
        assert_eq!(canonical("1,000", Currency::BGN, PLAIN), NOT);
        assert_eq!(canonical("1234*", Currency::BGN, PLAIN), NOT);
    }
}
