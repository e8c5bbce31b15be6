//! The records of one line, and the ledger as CSV.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed};

use super::drivers::{Bounds, Drivers};
use super::number::{minor_digits, money_text, rounded};
use super::shares::{Shares, Worked};
use super::splits::{Weights, apportion, weights};
use super::{Decided, UNDECIDED};
use crate::random_project::{ProjectSpec, ShareSpec};

/// One record, its columns in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LedgerRow {
    pub(crate) year: String,
    pub(crate) agency: String,
    pub(crate) funder: String,
    pub(crate) financing: String,
    pub(crate) label: String,
    pub(crate) line: String,
    pub(crate) function: String,
    pub(crate) phase: String,
    pub(crate) currency: String,
    pub(crate) rows: String,
    pub(crate) line_amount: String,
    pub(crate) area: String,
    pub(crate) exploitation: String,
    pub(crate) part: String,
    pub(crate) state: String,
    pub(crate) rule: String,
    pub(crate) share_numerator: String,
    pub(crate) share_denominator: String,
    pub(crate) low: String,
    pub(crate) central: String,
    pub(crate) high: String,
    pub(crate) source: String,
    /// Of a project with that dimension.
    pub(crate) region: Option<String>,
}

impl LedgerRow {
    pub(crate) const COLUMNS: &str = "year,agency,funder,financing,label,line,function,phase,\
        currency,rows,line_amount,area,exploitation,part,state,rule,\
        share_numerator,share_denominator,low,central,high,source";

    pub(crate) fn cells(&self) -> Vec<&str> {
        let mut cells: Vec<&str> = vec![
            &self.year,
            &self.agency,
            &self.funder,
            &self.financing,
            &self.label,
            &self.line,
            &self.function,
            &self.phase,
            &self.currency,
            &self.rows,
            &self.line_amount,
            &self.area,
            &self.exploitation,
            &self.part,
            &self.state,
            &self.rule,
            &self.share_numerator,
            &self.share_denominator,
            &self.low,
            &self.central,
            &self.high,
            &self.source,
        ];
        cells.extend(self.region.as_deref());
        cells
    }
}

/// The ledger as CSV: header, LF, quotes only where a cell needs them.
pub(crate) fn to_csv(project: &ProjectSpec, rows: &[LedgerRow]) -> String {
    let own = if project.has_region { ",region" } else { "" };
    let mut text = format!("{}{own}\n", LedgerRow::COLUMNS);
    for row in rows {
        let cells = row.cells().into_iter().map(|cell| match cell.contains([',', '"', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.to_string(),
        });
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push('\n');
    }
    text
}

/// Low, central and high in whole minor units.
#[derive(Clone)]
struct Money {
    low: BigInt,
    central: BigInt,
    high: BigInt,
}

/// All records of one line.
pub(crate) fn records(
    project: &ProjectSpec,
    drivers: &Drivers,
    shares: &Shares,
    decided: &Decided,
) -> Result<Vec<LedgerRow>, String> {
    let line = &decided.line;
    let rule = decided.rule(project);
    let worked = decided.rule.and_then(|number| shares.get(&(line.key.year, number)));
    let one = Bounds::exactly(BigRational::one());
    let mut row = bare_row(project, decided);

    let share = match (worked, rule) {
        (Some(Worked::Share { share, .. }), _) => Some(share),
        (None, None) if line.is_labelled() => Some(&one),
        _ => None,
    };
    if let Some(share) = share {
        row.share_numerator = share.central.numer().to_string();
        row.share_denominator = share.central.denom().to_string();
    }
    let all = rule.is_none() || rule.is_some_and(|rule| matches!(rule.share, ShareSpec::All));
    let none = rule.is_some_and(|rule| matches!(rule.share, ShareSpec::None));

    if none {
        let money = line.amount.as_ref().map(same);
        return Ok(vec![finished(row, "remainder", "excluded", money.as_ref())]);
    }
    if let Some(Worked::Imputed(product)) = worked {
        let money =
            Money { low: rounded(&product.low), central: rounded(&product.central), high: rounded(&product.high) };
        return attributed(project, drivers, decided, &row, "imputed", &money);
    }
    let Some(amount) = line.taken() else {
        if share.is_some() {
            let weights = dimensions(project, drivers, decided);
            weights.map_err(|reason| format!("{UNDECIDED}a blank line, and {reason}"))?;
        }
        return Ok(vec![finished(row, "not-estimated", "not-estimated", None)]);
    };
    let Some(share) = share else {
        let money = same(amount);
        return Ok(vec![finished(row, "unattributed", "unattributed", Some(&money))]);
    };
    let state = match worked {
        Some(Worked::Share { state, .. }) if !(all && line.is_labelled()) => *state,
        _ => "direct",
    };
    let state = match &line.filled {
        Some((_, filled)) if ["direct", "derived"].contains(&state) => filled,
        Some((_, filled)) => super::shares::weakest(&[state, filled]),
        None => state,
    };
    let times = |share: &BigRational| rounded(&(line.money() * share));
    let mut money = Money { low: times(&share.low), central: times(&share.central), high: times(&share.high) };
    if amount.is_negative() {
        std::mem::swap(&mut money.low, &mut money.high);
    }
    let mut rows = attributed(project, drivers, decided, &row, state, &money)?;
    if !all && line.filled.is_none() {
        let rest = Money { low: amount - &money.low, central: amount - &money.central, high: amount - &money.high };
        rows.push(finished(row, "remainder", state, Some(&rest)));
    }
    Ok(rows)
}

/// The columns that all records of the line share, and the area of those that are not attributed.
fn bare_row(project: &ProjectSpec, decided: &Decided) -> LedgerRow {
    let (key, digits) = (&decided.line.key, minor_digits(&decided.line.key.currency));
    LedgerRow {
        year: key.year.to_string(),
        agency: key.agency.clone(),
        funder: key.funder.clone(),
        financing: key.financing.clone(),
        label: key.label.clone(),
        line: key.line.clone(),
        function: key.function.clone(),
        phase: key.phase.clone(),
        currency: key.currency.clone(),
        rows: decided.line.rows.to_string(),
        line_amount: decided.line.amount.as_ref().map(|a| money_text(a, digits)).unwrap_or_default(),
        area: key.area.clone(),
        rule: decided.rule(project).map(|rule| rule.id.clone()).unwrap_or_default(),
        source: key.source.clone(),
        region: project.has_region.then(|| key.region.clone()),
        ..LedgerRow::default()
    }
}

fn same(amount: &BigInt) -> Money {
    Money { low: amount.clone(), central: amount.clone(), high: amount.clone() }
}

fn finished(row: LedgerRow, part: &str, state: &str, money: Option<&Money>) -> LedgerRow {
    let digits = minor_digits(&row.currency);
    let text = |figure: fn(&Money) -> &BigInt| money.map(|money| money_text(figure(money), digits)).unwrap_or_default();
    LedgerRow {
        part: part.to_string(),
        state: state.to_string(),
        low: text(|money| &money.low),
        central: text(|money| &money.central),
        high: text(|money| &money.high),
        ..row
    }
}

/// The attributed part, split by area and, within each area, by exploitation.
fn attributed(
    project: &ProjectSpec,
    drivers: &Drivers,
    decided: &Decided,
    row: &LedgerRow,
    state: &str,
    money: &Money,
) -> Result<Vec<LedgerRow>, String> {
    let (areas, forms) = dimensions(project, drivers, decided)?;
    let mut rows = Vec::new();
    for (area, in_area) in divided(money, &areas) {
        for (exploitation, part) in divided(&in_area, &forms) {
            let row = LedgerRow { area: area.clone(), exploitation, ..row.clone() };
            rows.push(finished(row, "attributed", state, Some(&part)));
        }
    }
    Ok(rows)
}

/// The weights by area and by exploitation of a line.
fn dimensions(project: &ProjectSpec, drivers: &Drivers, decided: &Decided) -> Result<(Weights, Weights), String> {
    let own = decided.rule(project).map(|rule| &rule.split);
    let defaults = &project.default_split;
    let area = own.and_then(|split| split.area.as_ref()).or(defaults.area.as_ref());
    let form = own.and_then(|split| split.exploitation.as_ref()).or(defaults.exploitation.as_ref());
    let key = &decided.line.key;
    let own_area = if key.area.is_empty() { "unspecified" } else { key.area.as_str() };
    let of = |by: Option<_>, undivided: &str| match by {
        Some(by) => weights(project, drivers, by, key.year),
        None => Ok(vec![(undivided.to_string(), BigRational::one())]),
    };
    Ok((of(area, own_area)?, of(form, "all")?))
}

fn divided(money: &Money, weights: &Weights) -> Vec<(String, Money)> {
    let (low, central, high) =
        (apportion(&money.low, weights), apportion(&money.central, weights), apportion(&money.high, weights));
    let parts = low.into_iter().zip(central).zip(high);
    let money = parts.map(|((low, central), high)| Money { low, central, high });
    weights.iter().map(|(name, _)| name.clone()).zip(money).collect()
}
