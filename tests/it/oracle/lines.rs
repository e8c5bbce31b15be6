//! Money rows reduced to budget lines: text made alike, defaults filled in, amounts added up, one
//! phase taken. Every line stays in its own currency.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;

use super::PhaseChoice;
use super::number::{decimal, digits_after_point, minor_digits, power_of_ten, whole};
use crate::random_project::{Input, MoneyRow, ProjectSpec};

/// All columns by which rows are alike, in the order in which the ledger is sorted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineKey {
    pub(crate) year: i32,
    pub(crate) agency: String,
    pub(crate) funder: String,
    pub(crate) financing: String,
    pub(crate) label: String,
    pub(crate) line: String,
    pub(crate) function: String,
    pub(crate) area: String,
    pub(crate) phase: String,
    pub(crate) currency: String,
    pub(crate) source: String,
    /// Of a project with that dimension.
    pub(crate) region: String,
}

/// A budget line.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) key: LineKey,
    pub(crate) rows: usize,
    /// In minor units of its own currency; `None` where it is not published.
    pub(crate) amount: Option<BigInt>,
    /// What other years make of an amount that nobody published, and how it is known then.
    pub(crate) filled: Option<(BigInt, &'static str)>,
}

impl Line {
    /// The amount that rules take the line at: published, or filled.
    pub(crate) fn taken(&self) -> Option<&BigInt> {
        self.amount.as_ref().or(self.filled.as_ref().map(|(amount, _)| amount))
    }

    /// The amount in minor units as a fraction; 0 where it is not known.
    pub(crate) fn money(&self) -> BigRational {
        self.taken().map(whole).unwrap_or_default()
    }

    /// The amount in whole units of a currency, not rounded; 0 where it is not known.
    pub(crate) fn brought(&self, project: &ProjectSpec, to: &str) -> Result<BigRational, String> {
        let from = self.key.currency.as_str();
        let units = self.money() / whole(&power_of_ten(minor_digits(from)));
        Ok(units * rate(project, from, to, self.key.year)?)
    }

    pub(crate) fn is_labelled(&self) -> bool {
        self.key.label == "labelled"
    }
}

/// Rows added up, in the line's own currency (not minor units).
#[derive(Default)]
struct Sum {
    rows: usize,
    amount: Option<BigRational>,
}

/// The lines shown in a phase, in the order of the ledger.
pub(crate) fn lines(project: &ProjectSpec, choice: PhaseChoice) -> Result<Vec<Line>, String> {
    let mut sums: BTreeMap<LineKey, Sum> = BTreeMap::new();
    for file in &project.money {
        for row in &file.rows {
            let key = key(project, file.input, row)?;
            let amount = amount(row, &key)?;
            let sum = sums.entry(key).or_default();
            sum.rows += 1;
            if let Some(amount) = amount {
                sum.amount = Some(sum.amount.take().unwrap_or_default() + amount);
            }
        }
    }
    let mut lines = Vec::new();
    for (key, sum) in &sums {
        if shown_phase(&sums, key, choice) == key.phase {
            let minor = whole(&power_of_ten(minor_digits(&key.currency)));
            let amount = sum.amount.as_ref().map(|amount| (amount * minor).to_integer());
            lines.push(Line { key: key.clone(), rows: sum.rows, amount, filled: None });
        }
    }
    Ok(lines)
}

/// Trimmed, white space collapsed, composed (of the letters that the random projects use).
pub(crate) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("и\u{306}", "й")
}

/// The project's currency.
pub(crate) fn currency(project: &ProjectSpec) -> &str {
    project.currency.as_deref().unwrap_or("BGN")
}

fn key(project: &ProjectSpec, input: Input, row: &MoneyRow) -> Result<LineKey, String> {
    let cell = |cell: &Option<String>, default: &str| {
        let text = plain(cell.as_deref().unwrap_or(""));
        if text.is_empty() { default.to_string() } else { text }
    };
    let external = input == Input::External;
    let key = LineKey {
        year: row.year.parse().map_err(|_| format!("{:?} is not a year", row.year))?,
        agency: cell(&row.agency, if input == Input::Agencies { "" } else { "NCCTHB" }),
        funder: cell(&row.funder, if external { "" } else { "State budget" }),
        financing: if external { "external" } else { "state" }.to_string(),
        label: cell(&row.label, if input == Input::Agencies { "unlabelled" } else { "labelled" }),
        line: plain(&row.line),
        function: cell(&row.function, ""),
        area: cell(&row.area, ""),
        phase: cell(&row.phase, "executed"),
        currency: cell(&row.currency, currency(project)),
        source: cell(&row.source, ""),
        region: cell(&row.region, ""),
    };
    if key.agency.is_empty() || key.funder.is_empty() || key.line.is_empty() {
        return Err(format!("a row without agency, funder or line: {row:?}"));
    }
    Ok(key)
}

fn amount(row: &MoneyRow, key: &LineKey) -> Result<Option<BigRational>, String> {
    let Some(text) = &row.amount else {
        return Ok(None);
    };
    if digits_after_point(text) > minor_digits(&key.currency) {
        return Err(format!("{text} has too many digits for {}", key.currency));
    }
    let before_mark = text.trim_start_matches('-').split('.').next().unwrap_or("");
    if before_mark.len() > 18 {
        return Err(format!("{text} has more than 18 digits before the mark"));
    }
    decimal(text).map(Some)
}

/// The phase shown of a line and its alternatives: those alike in all but phase and source.
fn shown_phase(sums: &BTreeMap<LineKey, Sum>, key: &LineKey, choice: PhaseChoice) -> &'static str {
    let alike = |key: &LineKey| LineKey { phase: String::new(), source: String::new(), ..key.clone() };
    let alternatives: Vec<_> = sums.iter().filter(|(other, _)| alike(other) == alike(key)).collect();
    let executed = |(key, _): &&(&LineKey, &Sum)| key.phase == "executed";
    let executed_published = alternatives.iter().filter(executed).any(|(_, sum)| sum.amount.is_some());
    let approved_exists = alternatives.iter().any(|(key, _)| key.phase == "approved");
    match choice {
        PhaseChoice::Approved => "approved",
        PhaseChoice::Executed => "executed",
        PhaseChoice::Best if executed_published || !approved_exists => "executed",
        PhaseChoice::Best => "approved",
    }
}

/// Units of one currency for one of another in a year. Lev and euro are one money at the rate that is law: where two
/// currencies have no row, one to or from the other of the two serves.
pub(crate) fn rate(project: &ProjectSpec, from: &str, to: &str, year: i32) -> Result<BigRational, String> {
    if let Some(rate) = by_law(from, to)? {
        return Ok(rate);
    }
    let year = year.to_string();
    let alike = |currency: &str| match currency {
        "BGN" => vec!["BGN".to_string(), "EUR".to_string()],
        "EUR" => vec!["EUR".to_string(), "BGN".to_string()],
        other => vec![other.to_string()],
    };
    for near in alike(from) {
        for far in alike(to) {
            if let Some(row) = project.rates.iter().find(|r| r.from == near && r.to == far && r.year == year) {
                let before = by_law(from, &near)?.ok_or("no law")?;
                let after = by_law(&far, to)?.ok_or("no law")?;
                return Ok(before * decimal(&row.rate)? * after);
            }
        }
    }
    Err(format!("no rate from {from} to {to} in {year}"))
}

/// The rate that no year changes.
fn by_law(from: &str, to: &str) -> Result<Option<BigRational>, String> {
    Ok(match (from, to) {
        _ if from == to => Some(decimal("1")?),
        ("EUR", "BGN") => Some(decimal("1.95583")?),
        ("BGN", "EUR") => Some(decimal("1.95583")?.recip()),
        _ => None,
    })
}

/// The one currency that lines are in, or else the project's.
pub(crate) fn common<'l>(project: &'l ProjectSpec, mut lines: impl Iterator<Item = &'l Line>) -> &'l str {
    let Some(first) = lines.next() else { return currency(project) };
    let first = first.key.currency.as_str();
    if lines.all(|line| line.key.currency == first) { first } else { currency(project) }
}
