//! What the format of a cell shows of its number: `0.0%`, `dd.mm.yyyy`, `#,##0.00 "лв."`, `[$€-2] #,##0`.

use std::sync::Arc;

use crate::domain::NamedCurrency;

/// What a format shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Shows {
    /// A plain number.
    #[default]
    Number,
    /// A hundred times the number, with a sign for per cent.
    Percent,
    /// A date.
    Date,
    /// A time of day or a span of time.
    Time,
    /// An amount of money.
    Money(Arc<NamedCurrency>),
}

impl Shows {
    /// By the code of a format.
    pub(super) fn of_code(code: &str) -> Self {
        let Tokens { literal, letters, percent, elapsed } = Tokens::of(code);
        let has = |wanted: &[char]| letters.chars().any(|letter| wanted.contains(&letter));
        if let Some(money) = Self::of_literal(&literal).filter(|_| !percent) {
            return money;
        }
        if percent {
            Self::Percent
        } else if has(&['y', 'd']) && !elapsed {
            Self::Date
        } else if elapsed || has(&['h', 's']) {
            Self::Time
        } else if has(&['m']) {
            Self::Date
        } else {
            Self::Number
        }
    }

    /// Money, where what is written beside the number names a currency.
    pub(super) fn of_literal(literal: &str) -> Option<Self> {
        NamedCurrency::all_in(literal).into_iter().next().map(|named| Self::Money(Arc::new(named)))
    }

    /// By the number of a format that a workbook does not spell out.
    pub(super) const fn of_number(number: u32) -> Self {
        match number {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Date,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            _ => Self::Number,
        }
    }
}

/// The first part of a format, which is that of positive numbers.
#[derive(Default)]
struct Tokens {
    /// What it shows as it stands.
    literal: String,
    /// The letters that stand for parts of a date, in small ones.
    letters: String,
    percent: bool,
    /// Whether it counts hours past a day.
    elapsed: bool,
}

impl Tokens {
    fn of(code: &str) -> Self {
        let mut tokens = Self::default();
        let mut rest = code.chars();
        while let Some(letter) = rest.next() {
            match letter {
                ';' => break,
                '"' => tokens.literal.extend(rest.by_ref().take_while(|letter| *letter != '"')),
                '\\' | '!' => tokens.literal.extend(rest.next()),
                '_' | '*' => {
                    rest.next();
                    tokens.literal.push(' ');
                }
                '[' => tokens.bracket(&rest.by_ref().take_while(|letter| *letter != ']').collect::<String>()),
                '%' => tokens.percent = true,
                'G' | 'g' if rest.as_str().to_lowercase().starts_with("eneral") => {
                    rest.nth("eneral".len() - 1);
                }
                'E' | 'e' if rest.as_str().starts_with(['+', '-']) => {}
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                    tokens.letters.extend(letter.to_lowercase());
                }
                other => tokens.literal.push(other),
            }
        }
        tokens
    }

    /// `[$€-402]` is a currency, `[h]` a span of time; colours and conditions say nothing here.
    fn bracket(&mut self, inside: &str) {
        if let Some(currency) = inside.strip_prefix('$') {
            let (sign, place) = currency.rsplit_once('-').unwrap_or((currency, ""));
            self.literal.push(' ');
            self.literal.push_str(if sign == "$" { dollar_of(place) } else { sign });
            self.literal.push(' ');
        } else if !inside.is_empty() && inside.chars().all(|letter| "hmsHMS".contains(letter)) {
            self.elapsed = true;
        }
    }
}

/// Whose dollar it is, by the language and country of a format.
fn dollar_of(place: &str) -> &'static str {
    match place.trim_start_matches('0').to_uppercase().as_str() {
        "409" => "USD",
        "C09" => "AUD",
        "1009" | "C0C" => "CAD",
        "1409" => "NZD",
        "80A" => "MXN",
        _ => "$",
    }
}

#[cfg(test)]
mod tests {
    use super::Shows;

    fn shown(code: &str) -> String {
        match Shows::of_code(code) {
            Shows::Money(named) => named.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn formats_say_what_they_show() {
        for (code, shows) in [
            ("General", "Number"),
            ("0", "Number"),
            ("#,##0.00", "Number"),
            ("#,##0.00;[Red]-#,##0.00", "Number"),
            ("0.00E+00", "Number"),
            ("0\" г.\"", "Number"),
            ("@", "Number"),
            ("0%", "Percent"),
            ("0.0\\ %", "Percent"),
            ("0\"%\"", "Number"),
            ("yyyy", "Date"),
            ("dd.mm.yyyy\\ \"г.\"", "Date"),
            ("[$-402]d\\ mmmm\\ yyyy;@", "Date"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Date"),
            ("mmm", "Date"),
            ("h:mm", "Time"),
            ("[h]:mm:ss", "Time"),
            ("#,##0.00\\ \"лв.\"", "BGN"),
            ("#,##0.00\\ \"лв\"", "BGN"),
            ("#,##0.00\\ [$лв.-402]", "BGN"),
            ("[$€-2]\\ #,##0.00", "EUR"),
            ("#,##0.00\\ [$€-407];[Red]\\-#,##0.00\\ [$€-407]", "EUR"),
            ("#,##0\\ €", "EUR"),
            ("[$EUR]\\ #,##0.00", "EUR"),
            ("_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-", "EUR"),
            ("_-[$$-409]* #,##0.00_ ", "USD"),
            ("[$$-80A]#,##0.00", "MXN"),
            ("[$-409]#,##0.00", "Number"),
            ("[>=1000]#,##0;0", "Number"),
        ] {
            assert_eq!(shown(code), shows, "{code}");
        }
    }
}
