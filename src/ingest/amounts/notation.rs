//! A number as people write it, whatever it counts: sign, currency, footnotes, exponent and percentage taken off, and what
//! its digits mean with a decimal point and with a decimal comma.
//!
//! Read are `395118`, `395 118,00`, `395.118,00`, `395,118.00` (groups also by a no-break or a thin space), `.37`,
//! `4.72E7`; `лв.`, `BGN`, `€` or another currency before or behind; `(1 200,00)`, `1200-` and `−1200` for negatives;
//! marks of footnotes behind (`1234*`, `1234 1)`, `1234 [2]`). Signs in other places and groups that are not of three
//! digits are nothing anybody can be sure of, and are refused.

use super::marks::{Groups, Mark, is_apostrophe, is_space};
use crate::domain::{NamedCurrency, is_currency_sign};

/// Most digits of a number.
const MOST_DIGITS: usize = 30;

/// Largest power of ten behind an E.
const MOST_POWER: i32 = 40;

/// A number without what stands around its digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<'t> {
    /// Whether it is below zero.
    pub negative: bool,
    /// Whether a percent sign stands behind it.
    pub percent: bool,
    /// The currency beside it.
    pub named: Option<NamedCurrency>,
    digits: &'t str,
    power: Option<i32>,
}

/// Digits that mean `units` tenths, hundredths and so on, `scale` places behind the mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    /// All digits as one number, with its sign.
    pub units: i128,
    /// How many of them stand behind the mark; below zero where noughts are left out before it.
    pub scale: i32,
}

impl<'t> Written<'t> {
    /// Takes a text apart; `None` where something stands beside the digits that is no part of a number.
    #[must_use]
    pub fn of(text: &'t str) -> Option<Self> {
        let mut found = Self { negative: false, percent: false, named: None, digits: "", power: None };
        let mut rest = without_footnotes(text.trim());
        if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            found.negative = true;
            rest = inner.trim();
        }
        rest = found.take_sign(rest)?;
        rest = found.take_currency(rest)?;
        rest = found.take_sign(rest)?;
        // A bracket or a footnote may stand inside of the currency: (5) лв.
        if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            if std::mem::replace(&mut found.negative, true) {
                return None;
            }
            rest = inner.trim();
        }
        if let Some(number) = rest.strip_suffix('%') {
            found.percent = true;
            rest = number.trim_end();
        }
        let exponent = rest.find(['e', 'E']).map(|at| (rest.get(..at), rest.get(at + 1..)));
        if let Some((Some(number), Some(power))) = exponent {
            let power = power.strip_prefix('+').unwrap_or(power);
            let digits = power.strip_prefix('-').unwrap_or(power);
            if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            found.power = Some(power.parse().ok().filter(|power: &i32| power.abs() <= MOST_POWER)?);
            rest = number;
        }
        found.digits = rest;
        Some(found)
    }

    /// What the digits mean with this mark, and the mark between their groups; `None` where nothing can be read so.
    #[must_use]
    pub fn with(&self, mark: Mark, groups: Groups) -> Option<(Exact, Option<char>)> {
        let (whole, fraction) = match self.digits.split_once(mark.letter()) {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (self.digits, ""),
        };
        // A number with an exponent is one of a program, which writes no groups.
        let groups = if self.power.is_some() { Groups::Forbidden } else { groups };
        let (whole, group) = if whole.is_empty() && !fraction.is_empty() {
            (String::new(), None)
        } else {
            without_groups(whole, mark, groups)?
        };
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_start_matches('0');
        if significant.len() > MOST_DIGITS {
            // Float dust: what is past any digit that counts is cut, one digit kept so that it is not exact.
            return self.cut(significant, fraction.len(), group);
        }
        let units = if significant.is_empty() { 0 } else { significant.parse::<i128>().ok()? };
        Some((self.exact(units, fraction.len())?, group))
    }

    fn exact(&self, units: i128, scale: usize) -> Option<Exact> {
        let scale = i32::try_from(scale).ok()? - self.power.unwrap_or(0);
        Some(Exact { units: if self.negative { -units } else { units }, scale })
    }

    fn cut(&self, digits: &str, scale: usize, group: Option<char>) -> Option<(Exact, Option<char>)> {
        let left_out = digits.len() - MOST_DIGITS;
        let kept = digits.get(..MOST_DIGITS)?;
        let is_exact = digits.get(MOST_DIGITS..)?.bytes().all(|byte| byte == b'0');
        let Some(scale) = scale.checked_sub(left_out) else {
            // More digits before the mark than anything may have.
            return Some((self.exact(10_i128.pow(37), 0)?, group));
        };
        let units = kept.parse::<i128>().ok()?;
        let units = if is_exact { units } else { units * 10 + 1 };
        Some((self.exact(units, scale + usize::from(!is_exact))?, group))
    }

    /// A minus before or behind.
    fn take_sign(&mut self, text: &'t str) -> Option<&'t str> {
        const SIGNS: [char; 3] = ['-', '\u{2212}', '\u{2013}'];
        let (negative, rest) = match (text.strip_prefix(SIGNS), text.strip_suffix(SIGNS)) {
            (Some(rest), _) => (true, rest.trim_start()),
            (None, Some(rest)) => (true, rest.trim_end()),
            (None, None) => (false, text),
        };
        if negative && std::mem::replace(&mut self.negative, true) {
            return None;
        }
        Some(rest)
    }

    /// A currency behind or before.
    fn take_currency(&mut self, text: &'t str) -> Option<&'t str> {
        let end = text.strip_suffix('.').filter(|rest| rest.ends_with(is_word)).unwrap_or(text);
        let body = end.trim_end_matches(is_word);
        if body.len() < end.len() {
            self.named = Some(NamedCurrency::of_word(end.get(body.len()..)?)?);
            return Some(body.trim_end());
        }
        let body = text.trim_start_matches(is_word);
        if body.len() < text.len() {
            self.named = Some(NamedCurrency::of_word(text.get(..text.len() - body.len())?)?);
            let behind_point = body.strip_prefix('.');
            return match behind_point {
                // `лв.5` may be half a lev.
                Some(rest) if !rest.starts_with(char::is_whitespace) => None,
                Some(rest) => Some(rest.trim_start()),
                None => Some(body.trim_start()),
            };
        }
        Some(text)
    }
}

/// Letters of a currency's word or sign.
fn is_word(letter: char) -> bool {
    letter.is_alphabetic() || is_currency_sign(letter)
}

/// The text without marks of footnotes behind it.
fn without_footnotes(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = rest.trim_end_matches(['*', '†', '‡', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
        let shorter = without_bracketed(shorter.trim_end());
        if shorter.len() == rest.len() || !shorter.contains(|letter: char| letter.is_ascii_digit()) {
            return rest;
        }
        rest = shorter;
    }
}

/// The text without ` 1)`, `(1)` or `[a]` behind it.
fn without_bracketed(text: &str) -> &str {
    let is_note = |note: &str| {
        let digits = note.len() <= 2 && note.bytes().all(|byte| byte.is_ascii_digit());
        !note.is_empty() && (digits || (note.chars().count() == 1 && note.chars().all(char::is_alphabetic)))
    };
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some(inner) = text.strip_suffix(close) else { continue };
        if let Some((before, note)) = inner.rsplit_once(open)
            && is_note(note)
            && before.contains(|letter: char| letter.is_ascii_digit())
        {
            return before.trim_end();
        }
        let is_whole = |before: &str| before.matches(open).count() == before.matches(close).count();
        if open == '('
            && let Some((before, note)) = inner.rsplit_once(char::is_whitespace)
            && is_note(note)
            && is_whole(before)
        {
            return before.trim_end();
        }
    }
    text
}

/// The digits of a whole part, its groups taken out. Groups are of three digits, with one mark throughout, and do not
/// begin with a nought.
fn without_groups(whole: &str, mark: Mark, groups: Groups) -> Option<(String, Option<char>)> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(whole) {
        return Some((whole.to_owned(), None));
    }
    let group = whole.chars().find(|letter| !letter.is_ascii_digit())?;
    let known = is_space(group) || is_apostrophe(group) || group == '.' || group == ',';
    if !known || group == mark.letter() || !groups.allow(group) {
        return None;
    }
    let mut parts = whole.split(group);
    let first = parts.next()?;
    let good = all_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let rest = parts.all(|part| part.len() == 3 && all_digits(part));
    (good && rest).then(|| (whole.chars().filter(char::is_ascii_digit).collect(), Some(group)))
}
