//! The sheet of the rules: each as its author wrote it, with what it decides as live sums of the ledger's sheet.

use std::collections::BTreeMap;

use super::Basics;
use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::{Criterion, RECORD, cell};
use super::summary::plain;
use crate::domain::{Currency, Fraction, LEVA_PER_EURO, Money, Year};
use crate::language::Message;
use crate::measures::{Basis, BasisFault, Factors};
use crate::message;
use crate::report::context::Context;
use crate::report::rulebook::RuleWords;
use crate::rules::Rule;

const HEADS: [&str; 12] =
    ["id", "title", "match", "years", "share", "split", "rationale", "source", "author", "date", "lines", "attributed"];

/// The sheet. What a rule attributes stands in the currency of the project, each line at the rate of its year.
pub(super) fn rules_sheet(basics: &Basics<'_>) -> Result<WorkSheet<'static>, BasisFault> {
    let context = basics.context;
    let currency = context.project.currency;
    let digits = currency.digits();
    let mut factors = Factors::new(context.project, Basis { currency, prices: None });
    let head = |name: &&str| WorkCell::words(context.language.say(&Message::word("rule-head", name)), Look::Head);
    let mut rows: Vec<Vec<WorkCell>> = vec![HEADS.iter().map(head).collect()];
    let mut decided = decided(context);
    for rule in &context.project.rules.rules {
        let id = || cell(rows.len(), 0);
        let Decided { lines: count, sums } = decided.remove(&*rule.id).unwrap_or_default();
        // A rule whose lines are all unpublished attributes nobody knows what.
        let known = count == 0 || !sums.is_empty();
        let mut central = Fraction::zero();
        let mut terms = Vec::new();
        for ((of, year), sum) in sums {
            let factor = factors.of(of, year)?;
            central = &central + &(&Fraction::from_money(sum) * factor);
            let criteria = [
                Criterion::Cell("rule", id()),
                Criterion::Cell("year", year.to_string()),
                Criterion::Text("currency", of.code()),
                Criterion::Word("part", "part", "attributed"),
            ];
            let rate = factor_text(context, of, currency, year);
            terms.push(format!("{}{rate}", basics.ledger.sum("central", &criteria, of.digits())));
        }
        let terms = if terms.is_empty() { "0".to_owned() } else { terms.join("+") };
        let amount = format!("ROUND({terms},{digits})");
        let lines = basics.ledger.count(&[Criterion::Cell("rule", id()), Criterion::Cell(RECORD, "1".to_owned())]);
        let mut row = words(context, rule);
        row.push(WorkCell::formula(lines, Some(count.to_string()), Look::Count));
        row.push(WorkCell::formula(amount, plain(Some(central).filter(|_| known), digits), Look::Money(digits)));
        rows.push(row);
    }
    Ok(WorkSheet { name: context.language.say(&message!("workbook-rules")), rows: rows.into(), ..WorkSheet::default() })
}

/// What a rule decides.
#[derive(Debug, Default)]
struct Decided {
    /// How many lines.
    lines: usize,
    /// What is attributed of those of which somebody knows how much.
    sums: BTreeMap<(Currency, Year), Money>,
}

/// What each rule decides, by its id.
fn decided(context: Context<'_>) -> BTreeMap<&str, Decided> {
    let mut found: BTreeMap<&str, Decided> = BTreeMap::new();
    for (attributed, line) in context.lines() {
        let Some(rule) = &attributed.ruling.rule else { continue };
        let decided = found.entry(&*rule.id).or_default();
        decided.lines += 1;
        if !attributed.parts.is_empty() {
            let sum = decided.sums.entry((line.key().currency, line.key().year)).or_default();
            *sum += attributed.attributed(None).central;
        }
    }
    found
}

/// How a formula brings a sum of a currency and year to another: `/1.95583`; nothing where they are one.
pub(super) fn factor_text(context: Context<'_>, from: Currency, to: Currency, year: Year) -> String {
    let (leva, units) = LEVA_PER_EURO;
    let by_law = Fraction::ratio(leva, units).map(|rate| rate.to_decimal(5)).unwrap_or_default();
    let step = |from: Currency, to: Currency| match (from, to) {
        (from, to) if from == to => String::new(),
        (Currency::BGN, _) => format!("/{by_law}"),
        _ => format!("*{by_law}"),
    };
    match context.project.exchange.row(from, to, year) {
        None => step(from, to),
        Some(row) => format!("{}*{}{}", step(from, row.from), row.rate, step(row.to, to)),
    }
}

fn words(context: Context<'_>, rule: &Rule) -> Vec<WorkCell> {
    let said = RuleWords::named(context, rule);
    let wrapped = [rule.id.to_string(), said.title, said.matches, said.years, said.share, said.split, said.rationale];
    let wrapped = wrapped.map(|text| WorkCell::words(text, Look::Wrapped));
    let by = [&*rule.source, &rule.author, &rule.date].map(WorkCell::text);
    wrapped.into_iter().chain(by).collect()
}
