//! The unit of a chart: thousands or millions where figures are large, so that labels stay short.

use num_bigint::BigInt;
use num_traits::Signed as _;

use super::figure::{ChartFigure, FigureRange};
use crate::domain::{Currency, Fraction, Interval};
use crate::language::{Language, Message};
use crate::message;

/// Most digits that a small figure among large ones is given, so that it is not written as 0.
const MOST_DIGITS: u32 = 8;

/// How figures in minor units become labels.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Scale {
    language: Language,
    currency: Currency,
    /// Labels are amounts over ten to this power.
    power: u32,
    digits: u32,
    per_victim: bool,
}

impl Scale {
    /// For amounts, by the largest of them.
    pub(in crate::report) fn of<'f>(
        language: Language,
        currency: Currency,
        figures: impl IntoIterator<Item = &'f Fraction>,
    ) -> Self {
        let minor = Fraction::power_of_ten(currency.digits());
        let largest = figures.into_iter().map(magnitude).max().unwrap_or_else(Fraction::zero);
        let reaches = |power: u32| largest >= &Fraction::power_of_ten(power) * &minor;
        let (power, digits) = match () {
            () if reaches(10) => (9, 1),
            () if reaches(7) => (6, 1),
            () if reaches(4) => (3, 1),
            () if reaches(3) => (0, 0),
            () => (0, currency.digits().min(2)),
        };
        Self { language, currency, power, digits, per_victim: false }
    }

    /// For costs per victim, which are shown in whole units of the currency where they are not small.
    pub(in crate::report) fn per_victim<'f>(
        language: Language,
        currency: Currency,
        figures: impl IntoIterator<Item = &'f Fraction>,
    ) -> Self {
        let mut scale = Self::of(language, currency, figures);
        if scale.power == 3 {
            (scale.power, scale.digits) = (0, 0);
        }
        scale.per_victim = true;
        scale
    }

    /// With so many more digits that `tells_apart` holds of the labels, up to those of the currency itself; as many as that
    /// where none is enough.
    pub(in crate::report) fn with_digits(mut self, tells_apart: impl Fn(&Self) -> bool) -> Self {
        while self.digits < self.power + self.currency.digits() && !tells_apart(&self) {
            self.digits += 1;
        }
        self
    }

    /// With a digit more, if the currency has one.
    pub(in crate::report) fn with_one_more_digit(mut self) -> Self {
        self.digits = (self.digits + 1).min(self.power + self.currency.digits());
        self
    }

    /// A figure in units of the last digit that labels have.
    pub(in crate::report) fn in_last_digits(&self, amount: &Fraction) -> Fraction {
        let down = self.power + self.currency.digits();
        let over = Fraction::power_of_ten(down).checked_div(&Fraction::power_of_ten(self.digits));
        over.and_then(|over| amount.checked_div(&over)).unwrap_or_else(Fraction::zero)
    }

    /// A change whose label is given in units of the last digit, so that labels add up.
    pub(in crate::report) fn change_as(&self, amount: &Fraction, shown: &BigInt) -> ChartFigure {
        let plus = if shown.is_positive() { "+" } else { "" };
        self.change(amount).written(format!("{plus}{}", self.units(shown)))
    }

    /// So many units of the last digit with the unit of the chart.
    pub(in crate::report) fn units_with_unit(&self, shown: &BigInt) -> Message {
        message!("chart-amount", figure = self.units(shown), unit = self.unit())
    }

    /// So many units of the last digit as a label.
    fn units(&self, shown: &BigInt) -> String {
        let text = Fraction::whole(shown.clone()).checked_div(&Fraction::power_of_ten(self.digits));
        let text = text.unwrap_or_else(Fraction::zero).to_decimal(self.digits);
        signed(&self.language.figure(&text))
    }

    pub(in crate::report) fn power(&self) -> u32 {
        self.power
    }

    /// `thousand BGN`.
    pub(in crate::report) fn unit(&self) -> Message {
        let amount = self.unit_of_amounts();
        if self.per_victim { message!("chart-unit-per-victim", unit = amount) } else { amount }
    }

    /// `thousand BGN`, also where the figures are of one victim each.
    pub(in crate::report) fn unit_of_amounts(&self) -> Message {
        let currency = currency_word(self.language, self.currency);
        match self.power {
            9 => message!("chart-unit-billion", currency = currency),
            6 => message!("chart-unit-million", currency = currency),
            3 => message!("chart-unit-thousand", currency = currency),
            _ => message!("chart-unit-one", currency = currency),
        }
    }

    /// An amount in minor units as a figure.
    pub(in crate::report) fn figure(&self, amount: &Fraction) -> ChartFigure {
        let minor = Fraction::power_of_ten(self.currency.digits());
        let units = amount.checked_div(&minor).unwrap_or_else(Fraction::zero);
        let label = self.label(&units, "");
        ChartFigure::new(units, self.currency.digits(), label)
    }

    /// A change, with its sign.
    pub(in crate::report) fn change(&self, amount: &Fraction) -> ChartFigure {
        let minor = Fraction::power_of_ten(self.currency.digits());
        let units = amount.checked_div(&minor).unwrap_or_else(Fraction::zero);
        let plus = if units.is_negative() || units.is_zero() { "" } else { "+" };
        let label = self.label(&units, plus);
        ChartFigure::new(units, self.currency.digits(), label)
    }

    /// The bounds, where they are not the figure itself.
    pub(in crate::report) fn range(&self, amounts: &Interval<Fraction>) -> Option<FigureRange> {
        let range = || FigureRange { low: self.figure(&amounts.low), high: self.figure(&amounts.high) };
        (!amounts.is_point()).then(range)
    }

    /// An amount with the unit: `400.3 thousand BGN`.
    pub(in crate::report) fn with_unit(&self, amount: &Fraction) -> Message {
        message!("chart-amount", figure = self.figure(amount).label, unit = self.unit())
    }

    /// The same of an amount that there may be.
    pub(in crate::report) fn with_unit_of(&self, amount: Option<&Fraction>) -> Option<Message> {
        amount.map(|amount| self.with_unit(amount))
    }

    fn label(&self, units: &Fraction, plus: &str) -> String {
        let scaled = units.checked_div(&Fraction::power_of_ten(self.power)).unwrap_or_else(Fraction::zero);
        // A cost per victim is read on its own, so that two digits of it are shown.
        let least = if self.per_victim { 2 } else { 1 };
        let shows = |digits: &u32| {
            let text = scaled.to_decimal(*digits);
            text.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count() >= least
        };
        let most = self.power + self.currency.digits();
        let digits = (self.digits..=most.min(MOST_DIGITS)).find(|digits| scaled.is_zero() || shows(digits));
        signed(&format!("{plus}{}", self.language.figure(&scaled.to_decimal(digits.unwrap_or(self.digits)))))
    }
}

/// Parts in whole units that add up to a whole: each rounded half away from zero, what is then missing a unit each to those
/// that rounding moved farthest the other way, ties in order.
pub(in crate::report) fn adding_up(parts: &[Fraction], whole: &BigInt) -> Vec<BigInt> {
    let mut shown: Vec<BigInt> = parts.iter().map(Fraction::round_half_away).collect();
    let missing = whole - shown.iter().sum::<BigInt>();
    let unit = missing.signum();
    let lost = |place: &usize| -> Fraction {
        let (Some(part), Some(shown)) = (parts.get(*place), shown.get(*place)) else { return Fraction::zero() };
        &(part - &Fraction::whole(shown.clone())) * &Fraction::whole(unit.clone())
    };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(lost(place)));
    let count = usize::try_from(missing.abs()).unwrap_or(usize::MAX);
    for place in order.into_iter().take(count) {
        if let Some(part) = shown.get_mut(place) {
            *part += &unit;
        }
    }
    shown
}

/// A share in per cent as a figure, with one digit.
pub(in crate::report) fn per_cent(language: Language, share: &Fraction) -> ChartFigure {
    let per_cent = share * &Fraction::whole(100);
    let label = match per_cent.to_decimal(1) {
        text if !per_cent.is_zero() && !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) => {
            format!("<{}", language.figure("0.1"))
        }
        text => language.figure(text.strip_suffix(".0").unwrap_or(&text)),
    };
    ChartFigure::new(per_cent, 6, format!("{}\u{a0}%", signed(&label)))
}

/// With the sign as it is in print.
fn signed(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

/// How people write a currency: `лв.` for BGN in Bulgarian; others go by their code.
pub(in crate::report) fn currency_word(language: Language, currency: Currency) -> String {
    language.name("currency", currency.code())
}

fn magnitude(figure: &Fraction) -> Fraction {
    if figure.is_negative() { &Fraction::zero() - figure } else { figure.clone() }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Fraction, Language, Scale, per_cent};

    fn label(largest: i64, amount: i64, language: Language) -> String {
        let figures = [Fraction::whole(largest)];
        Scale::of(language, Currency::BGN, &figures).figure(&Fraction::whole(amount)).label
    }

    #[test]
    fn labels_are_in_the_unit_of_the_largest_figure() {
        for (largest, amount, expected) in [
            (63_002_100, 63_002_100, "630.0"),
            (63_002_100, 518_500, "5.2"),
            (63_002_100, 1_999, "0.02"),
            (63_002_100, 1, "0.00001"),
            (63_002_100, 0, "0.0"),
            (63_002_100, -431_027, "\u{2212}4.3"),
            (999_999_900, 999_999_900, "10,000.0"),
            (1_000_000_000, 125_000_000, "1.3"),
            (159_478_390_000, 121_707_192, "1.2"),
            (99_999, 99_999, "999.99"),
            (100_000, 99_999, "1,000"),
        ] {
            assert_eq!(label(largest, amount, Language::English), expected, "{largest} {amount}");
        }
        assert_eq!(label(999_999_900, 999_999_900, Language::Bulgarian), "10\u{a0}000,0");
    }

    #[test]
    fn shares_have_one_digit_where_they_need_it() {
        let share = |of: i64| per_cent(Language::English, &Fraction::ratio(of, 10_000).unwrap()).label;
        assert_eq!(share(10_000), "100\u{a0}%");
        assert_eq!(share(5_968), "59.7\u{a0}%");
        assert_eq!(share(1), "<0.1\u{a0}%");
        assert_eq!(share(0), "0\u{a0}%");
    }
}
