//! The sheet of checks: that parts add up to their lines and that published totals are met, live; then what `check` found.

use std::collections::BTreeSet;

use super::Basics;
use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::{Criterion, RECORD, cell, text};
use super::rules::factor_text;
use crate::domain::{Control, Currency, Money, PhaseChoice, Year};
use crate::language::Message;
use crate::measures::Bound;
use crate::message;
use crate::project::is_about;

/// One finding of `check`, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLine {
    /// Error, warning or note.
    pub severity: String,
    /// Its code.
    pub code: String,
    /// What was found.
    pub words: String,
    /// File, row and column.
    pub place: String,
    /// What to do next.
    pub help: String,
}

/// A sum that must meet another, both in minor units of a currency, worked out from the lines and their entries.
struct Comparison {
    what: String,
    currency: Currency,
    expected: (Option<String>, Money),
    found: (String, Option<Money>),
}

/// The sheet; `findings` are listed below the comparisons.
pub(super) fn checks_sheet(basics: &Basics<'_>, findings: &[CheckLine]) -> WorkSheet<'static> {
    let context = basics.context;
    let say = |message: Message| context.language.say(&message);
    let head = |name: &&str| WorkCell::words(context.language.say(&Message::word("check-head", name)), Look::Head);
    let mut rows = vec![["what", "expected", "found", "difference", "met"].iter().map(head).collect::<Vec<_>>()];
    let (yes, no) = (say(message!("workbook-yes")), say(message!("workbook-no")));
    for comparison in conservation(basics).into_iter().chain(controls(basics)) {
        let at = rows.len();
        let digits = comparison.currency.digits();
        let money = |money: Option<Money>| money.map(|money| money.to_plain(digits));
        let (expected, found) = (comparison.expected, comparison.found);
        let difference = found.1.map(|found| found - expected.1);
        let verdict = difference.map(|difference| if difference.is_zero() { yes.clone() } else { no.clone() });
        let expected_cell = match expected.0 {
            Some(formula) => WorkCell::formula(formula, money(Some(expected.1)), Look::Money(digits)),
            None => WorkCell::number(money(Some(expected.1)), Look::Money(digits)),
        };
        let difference_text = format!("ROUND({}-{},{digits})", cell(at, 2), cell(at, 1));
        let verdict_text = format!("IF({}=0,{},{})", cell(at, 3), text(&yes), text(&no));
        rows.push(vec![
            WorkCell::words(comparison.what, Look::Wrapped),
            expected_cell,
            WorkCell::formula(found.0, money(found.1), Look::Money(digits)),
            WorkCell::formula(difference_text, money(difference), Look::Money(digits)),
            WorkCell::formula(verdict_text, verdict, Look::Plain),
        ]);
    }
    if !findings.is_empty() {
        rows.push(Vec::new());
        rows.push(["finding", "severity", "code", "place", "next"].iter().map(head).collect());
        for finding in findings {
            rows.push(vec![
                WorkCell::words(&finding.words, Look::Wrapped),
                WorkCell::text(&finding.severity),
                WorkCell::text(&finding.code),
                WorkCell::words(&finding.place, Look::Wrapped),
                WorkCell::words(&finding.help, Look::Wrapped),
            ]);
        }
    }
    WorkSheet { name: say(message!("workbook-checks")), rows: rows.into(), ..WorkSheet::default() }
}

/// At low, central and high, and in each currency, what all records of lines with an amount hold is what these lines hold.
fn conservation(basics: &Basics<'_>) -> Vec<Comparison> {
    let context = basics.context;
    let names = [("low", Bound::Low), ("central", Bound::Central), ("high", Bound::High)];
    let mut comparisons = Vec::new();
    for currency in &basics.currencies {
        let of_currency = || context.lines().filter(|(_, line)| line.key().currency == *currency);
        let whole: Money = of_currency().filter_map(|(_, line)| line.amount()).sum();
        let own = Criterion::Text("currency", currency.code());
        let of_lines = [Criterion::Cell(RECORD, "1".to_owned()), own];
        let of_lines = basics.ledger.sum("line_amount", &of_lines, currency.digits());
        for (column, bound) in names {
            let what = match bound {
                Bound::Low => message!("workbook-conserved-low", currency = currency),
                Bound::Central => message!("workbook-conserved-central", currency = currency),
                Bound::High => message!("workbook-conserved-high", currency = currency),
            };
            let entries = context.entries().filter(|entry| entry.currency() == *currency);
            let known = entries.filter(|entry| entry.line.amount().is_some());
            let parts: Money = known.filter_map(|entry| entry.amounts).map(|amounts| *bound.of(&amounts)).sum();
            let of_parts = [Criterion::Filled("line_amount"), Criterion::Text("currency", currency.code())];
            comparisons.push(Comparison {
                what: context.say(&what),
                currency: *currency,
                expected: (Some(of_lines.clone()), whole),
                found: (basics.ledger.sum(column, &of_parts, currency.digits()), Some(parts)),
            });
        }
    }
    comparisons
}

/// Published totals against the ledger: those whose years are all on its sheet, in the phase that they are of;
/// none where lines are selected.
fn controls(basics: &Basics<'_>) -> Vec<Comparison> {
    let context = basics.context;
    if context.attribution.phase != PhaseChoice::Best || !context.attribution.only.takes_all() {
        return Vec::new();
    }
    let all_years = context.query.years == crate::domain::YearRange::default();
    let shown = |control: &&Control| {
        control.currency == context.project.currency
            && control.year.map_or(all_years, |year| context.query.years.contains(year))
    };
    context.project.controls.iter().filter(shown).map(|control| compared(basics, control)).collect()
}

fn compared(basics: &Basics<'_>, control: &Control) -> Comparison {
    let context = basics.context;
    let currency = control.currency;
    let name = |kind: &str, word: &str| context.language.term(kind, word);
    let mut words = Vec::new();
    let mut factors = Vec::new();
    let mut exact = |column: &str, wanted: String| {
        factors.push(format!("EXACT({},{})", basics.ledger.range(column), text(&wanted)));
        words.push(context.project.names.said(column, &wanted, context.language).to_owned());
    };
    if let Some(agency) = &control.agency {
        exact("agency", agency.to_string());
    }
    if let Some(financing) = control.financing {
        exact("financing", name("financing", financing.word()));
    }
    if let Some(label) = control.label {
        exact("label", name("label", label.word()));
    }
    if let Some(line) = &control.line {
        exact("line", line.to_string());
    }
    if let Some(year) = control.year {
        words.insert(0, year.to_string());
    }
    factors.push(format!("({}<>\"\")", basics.ledger.range("line_amount")));
    let about = || context.lines().map(|(_, line)| line).filter(|line| is_about(control, line.key()));
    let places: BTreeSet<(Currency, Year)> = about().map(|line| (line.key().currency, line.key().year)).collect();
    // Each currency and year at its own rate; what is brought together is rounded once.
    let terms = places.into_iter().map(|(of, year)| {
        let place = format!(
            "({}={year})*EXACT({},{})",
            basics.ledger.range("year"),
            basics.ledger.range("currency"),
            text(of.code())
        );
        let sum = format!("SUMPRODUCT({}*{place}*{})", factors.join("*"), basics.ledger.range("central"));
        format!("{sum}{}", factor_text(context, of, currency, year))
    });
    let terms: Vec<String> = terms.collect();
    let terms = if terms.is_empty() { "0".to_owned() } else { terms.join("+") };
    Comparison {
        what: context.say(&message!("workbook-control", of = words.join(", "))),
        currency,
        expected: (None, control.amount),
        found: (format!("ROUND({terms},{})", currency.digits()), context.project.sum_for(control, about()).ok()),
    }
}
