//! What stands in a cell of a reply: a figure of its kind, a date, "we do not know". Nothing is guessed: what can be read
//! two ways is a fault with both readings.

use rust_decimal::Decimal;

use super::form::Kind;
use super::grid::GridCell;
use crate::domain::{Count, Currency, Fraction, Money, NamedCurrency, clean_text, numbers};
use crate::ingest::amounts::{self, AmountFault, Groups, Kind as NumberKind, Mark, Marks, Scale};
use crate::ingest::record::CellKind;
use crate::language::Message;
use crate::message;

/// How people say that they do not know, in small letters.
const NOT_KNOWN: [&str; 13] = [
    "we do not know",
    "we don't know",
    "we don\u{2019}t know",
    "do not know",
    "don't know",
    "not known",
    "unknown",
    "не знаем",
    "не се знае",
    "неизвестно",
    "не е известно",
    "няма данни",
    "нямаме данни",
];

/// What is put into the column that says so, beside those words.
const TICKS: [&str; 6] = ["x", "х", "yes", "да", "true", "1"];

/// A figure as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As files have it.
    pub text: String,
    /// Its lower end, its value, its upper end.
    pub ends: [Fraction; 3],
}

/// Whether a cell says that the figure is not known.
pub(super) fn says_not_known(text: &str) -> bool {
    NOT_KNOWN.contains(&folded(text).as_str())
}

/// Whether the column for it says so; `None` where it says something else.
pub(super) fn is_ticked(text: &str) -> Option<bool> {
    let folded = folded(text);
    match folded.as_str() {
        "" => Some(false),
        other if TICKS.contains(&other) || NOT_KNOWN.contains(&other) => Some(true),
        _ => None,
    }
}

fn folded(text: &str) -> String {
    clean_text(text).trim_end_matches(['.', '!']).to_lowercase()
}

/// A figure of a kind.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn figure(cell: &GridCell, kind: Kind, currency: Option<Currency>) -> Result<Figure, Message> {
    match cell.kind {
        CellKind::Text | CellKind::Number => {}
        CellKind::Percent if kind == Kind::Driver => {}
        CellKind::Percent => return Err(message!("reply-cell-percent")),
        CellKind::Date => return Err(message!("reply-cell-date")),
        CellKind::Error => return Err(message!("reply-cell-error")),
        CellKind::Unevaluated => return Err(message!("reply-cell-formula")),
        CellKind::Inexact => return Err(message!("reply-cell-inexact")),
        CellKind::Merged => return Err(message!("reply-cell-merged")),
        CellKind::Struck => return Err(message!("reply-cell-struck")),
    }
    match (&cell.currency, currency) {
        (Some(named), Some(currency)) if !named.may_be(currency) => return Err(other(named, Some(currency))),
        (Some(named), None) => return Err(other(named, None)),
        _ => {}
    }
    if let Some((word, _)) = crate::ingest::unit_words::find(&cell.text) {
        return Err(message!("reply-cell-thousands", word = word));
    }
    match (kind, currency) {
        (Kind::Amount, Some(currency)) => amount(cell, currency),
        (Kind::Count | Kind::Users, _) => count(cell),
        _ => value(cell, currency),
    }
}

fn other(named: &NamedCurrency, currency: Option<Currency>) -> Message {
    match currency {
        Some(currency) => message!("reply-cell-currency", found = named.likeliest(), asked = currency),
        None => message!("reply-cell-no-currency", found = named.likeliest()),
    }
}

fn amount(cell: &GridCell, currency: Currency) -> Result<Figure, Message> {
    let fault = |fault| match fault {
        AmountFault::NotANumber => message!("reply-cell-no-number"),
        AmountFault::Percent => message!("reply-cell-percent"),
        AmountFault::MinorDigits => message!("reply-cell-digits", digits = u64::from(currency.digits())),
        AmountFault::Range => message!("reply-cell-range"),
        AmountFault::OtherCurrency(found) => message!("reply-cell-currency", found = found, asked = currency),
    };
    let units = if cell.kind == CellKind::Number {
        amounts::canonical(&cell.text, currency, Scale::default()).map_err(fault)?
    } else {
        let read = amounts::read(&cell.text, currency, Groups::Any, Scale::default());
        match (read.point, read.comma) {
            (Ok(point), Ok(comma)) if point == comma => point,
            (units, Err(AmountFault::NotANumber)) | (Err(AmountFault::NotANumber), units) => units.map_err(fault)?,
            (Err(one), Err(_)) => return Err(fault(one)),
            _ => return Err(message!("reply-cell-two-ways")),
        }
    };
    not_below_zero(units < 0)?;
    let money = Money::in_range(units).ok_or_else(|| message!("reply-cell-range"))?;
    Ok(point(money.to_plain(currency.digits()), Fraction::from_money(money)))
}

fn count(cell: &GridCell) -> Result<Figure, Message> {
    let written = clean_text(&cell.text);
    let text = amounts::count_text(&written, Groups::Any, 0);
    let count = Count::parse(&text).ok_or_else(|| match numbers::decimal(&text) {
        Some(number) if number.is_sign_negative() && !number.is_zero() => message!("reply-cell-negative"),
        _ => message!("reply-cell-no-count"),
    })?;
    let ends = count.bounds();
    Ok(Figure { text, ends: [ends.low, ends.central, ends.high] })
}

fn value(cell: &GridCell, currency: Option<Currency>) -> Result<Figure, Message> {
    let number = if cell.kind == CellKind::Number {
        numbers::decimal(&cell.text)
    } else {
        let read = amounts::readings(&cell.text, Groups::Any);
        let decimal = match (read.point, read.comma) {
            (Ok(point), Ok(comma)) if point != comma => return Err(message!("reply-cell-two-ways")),
            (Ok(_), _) => Mark::Point,
            _ => Mark::Comma,
        };
        let number =
            amounts::number(&cell.text, Marks { decimal: Some(decimal), ..Marks::default() }, NumberKind::Value);
        match number.as_ref().and_then(|number| number.named.as_ref()) {
            Some(named) if currency.is_none_or(|currency| !named.may_be(currency)) => {
                return Err(other(named, currency));
            }
            _ => number.map(|number| number.value),
        }
    };
    let number: Decimal = number.ok_or_else(|| message!("reply-cell-no-number"))?;
    not_below_zero(number.is_sign_negative() && !number.is_zero())?;
    Ok(point(number.normalize().to_string(), Fraction::from_decimal(number)))
}

fn not_below_zero(is_negative: bool) -> Result<(), Message> {
    if is_negative { Err(message!("reply-cell-negative")) } else { Ok(()) }
}

fn point(text: String, value: Fraction) -> Figure {
    Figure { text, ends: [value.clone(), value.clone(), value] }
}

/// A date as `2026-11-01`: a date cell, `2026-11-01`, `1.11.2026`, with or without `г.`
pub(super) fn date(cell: &GridCell) -> Option<String> {
    date_of(&cell.text)
}

/// The same of a text.
#[must_use]
pub fn date_of(text: &str) -> Option<String> {
    let text = clean_text(text);
    let text = text.trim_end_matches("г.").trim_end_matches('г').trim();
    let (year, month, day) = match text.split(['T', ' ']).next()?.split_once('-') {
        Some((year, rest)) => {
            let (month, day) = rest.split_once('-')?;
            (year, month, day)
        }
        None => {
            let (day, rest) = text.split_once('.')?;
            let (month, year) = rest.split_once('.')?;
            (year, month, day)
        }
    };
    let number = |text: &str, most: usize| {
        let digits = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return None,
    };
    ((2000..=2100).contains(&year) && (1..=days).contains(&day)).then(|| format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::{date, figure, is_ticked, says_not_known};
    use crate::domain::Currency;
    use crate::ingest::record::CellKind;
    use crate::ingest::replies::form::Kind;
    use crate::ingest::replies::grid::GridCell;

    fn read(text: &str, kind: Kind) -> Result<String, String> {
        let cell = GridCell { text: text.to_owned(), ..GridCell::default() };
        let currency = matches!(kind, Kind::Amount | Kind::UnitCost).then_some(Currency::BGN);
        figure(&cell, kind, currency).map(|figure| figure.text).map_err(|fault| fault.key.into_owned())
    }

    #[test]
    fn figures_are_read_or_refused_and_never_guessed() {
        for (text, kind, expected) in [
            ("12 345,67", Kind::Amount, Ok("12345.67")),
            ("12\u{a0}345,67 лв.", Kind::Amount, Ok("12345.67")),
            ("12.345,67", Kind::Amount, Ok("12345.67")),
            ("0", Kind::Amount, Ok("0.00")),
            ("12345.6", Kind::Amount, Ok("12345.60")),
            ("12.345", Kind::Amount, Err("reply-cell-two-ways")),
            ("12,345", Kind::Amount, Err("reply-cell-two-ways")),
            ("12 thousand", Kind::Amount, Err("reply-cell-thousands")),
            ("12 хил. лв.", Kind::Amount, Err("reply-cell-thousands")),
            ("-5", Kind::Amount, Err("reply-cell-negative")),
            ("(1 200,00)", Kind::Amount, Err("reply-cell-negative")),
            ("12 345,678", Kind::Amount, Err("reply-cell-digits")),
            ("10 EUR", Kind::Amount, Err("reply-cell-currency")),
            ("5 %", Kind::Amount, Err("reply-cell-percent")),
            ("около 500", Kind::Amount, Err("reply-cell-no-number")),
            ("1 234", Kind::Count, Ok("1234")),
            ("<5", Kind::Count, Ok("<5")),
            ("4\u{2013}7", Kind::Users, Ok("4-7")),
            ("4,5", Kind::Count, Err("reply-cell-no-count")),
            ("-3", Kind::Count, Err("reply-cell-negative")),
            ("1250", Kind::Driver, Ok("1250")),
            ("0,75", Kind::Driver, Ok("0.75")),
            ("1.250", Kind::Driver, Err("reply-cell-two-ways")),
            ("300 лв.", Kind::Driver, Err("reply-cell-no-currency")),
            ("300 лв.", Kind::UnitCost, Ok("300")),
            ("300 евро", Kind::UnitCost, Err("reply-cell-currency")),
        ] {
            assert_eq!(read(text, kind), expected.map(str::to_owned).map_err(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn dates_have_one_reading() {
        let of = |text: &str| date(&GridCell { text: text.to_owned(), kind: CellKind::Text, ..GridCell::default() });
        for text in ["2026-11-01", "1.11.2026", "01.11.2026 г.", "2026-11-01T00:00:00"] {
            assert_eq!(of(text).as_deref(), Some("2026-11-01"), "{text}");
        }
        for text in ["11/01/2026", "31.4.2026", "2026", "1.11.26", "утре", ""] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn not_known_is_said_in_either_language() {
        assert!(says_not_known(" Не знаем. ") && says_not_known("we do not know") && !says_not_known("0"));
        assert_eq!(["", "x", "не знаем", "500"].map(is_ticked), [Some(false), Some(true), Some(true), None]);
    }
}
