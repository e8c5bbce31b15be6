//! The sheet of the rules: each as its author wrote it, with what it decides as live sums of the ledger's sheet.

use super::Basics;
use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::{Criterion, RECORD, cell};
use crate::domain::{Money, YearRange};
use crate::language::{Language, Message};
use crate::message;
use crate::rules::{Rule, SplitBy};

const HEADS: [&str; 12] =
    ["id", "title", "match", "years", "share", "split", "rationale", "source", "author", "date", "lines", "attributed"];

/// The sheet.
pub(super) fn rules_sheet(basics: &Basics<'_>) -> WorkSheet {
    let context = basics.context;
    let digits = context.project.currency.digits();
    let head = |name: &&str| WorkCell::words(context.language.say(&Message::word("rule-head", name)), Look::Head);
    let mut rows: Vec<Vec<WorkCell>> = vec![HEADS.iter().map(head).collect()];
    for (position, rule) in context.project.rules.rules.iter().enumerate() {
        let id = || cell(rows.len(), 0);
        let decided = || context.lines().filter(|(attributed, _)| attributed.rule == Some(position));
        let central: Money = decided().map(|(attributed, _)| attributed.attributed(None).central).sum();
        let lines = basics.ledger.count(&[Criterion::Cell("rule", id()), Criterion::Cell(RECORD, "1".to_owned())]);
        let criteria = [Criterion::Cell("rule", id()), Criterion::Word("part", "part", "attributed")];
        let amount = basics.ledger.sum("central", &criteria, digits);
        // A rule whose lines are all unpublished attributes nobody knows what.
        let known = decided().next().is_none() || decided().any(|(attributed, _)| !attributed.parts.is_empty());
        let mut row = words(context.language, rule);
        row.push(WorkCell::formula(lines, Some(decided().count().to_string()), Look::Count));
        row.push(WorkCell::formula(amount, known.then(|| central.to_plain(digits)), Look::Money(digits)));
        rows.push(row);
    }
    WorkSheet { name: context.language.say(&message!("workbook-rules")), rows, ..WorkSheet::default() }
}

fn words(language: Language, rule: &Rule) -> Vec<WorkCell> {
    let by = |dimension, by: &SplitBy| language.say(&by.weights.describe(dimension));
    let split = [("area", &rule.split.area), ("exploitation", &rule.split.exploitation)];
    let split: Vec<String> =
        split.into_iter().filter_map(|(dimension, split)| Some(by(dimension, split.as_ref()?))).collect();
    let short = [&*rule.id, &rule.title].map(|text| WorkCell::words(text, Look::Wrapped));
    let described = [
        language.say(&rule.matcher.describe()),
        years(rule.years),
        language.say(&rule.share.describe()),
        split.join("; "),
    ];
    let described = described.map(|text| WorkCell::words(text, Look::Wrapped));
    let rationale = WorkCell::words(rule.rationale.trim().replace('\n', " "), Look::Wrapped);
    let by = [&*rule.source, &rule.author, &rule.date].map(WorkCell::text);
    short.into_iter().chain(described).chain([rationale]).chain(by).collect()
}

/// `2014..2017`, as in the file; blank is every year.
fn years(range: YearRange) -> String {
    match (range.from, range.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let text = |year: Option<crate::domain::Year>| year.map(|year| year.to_string()).unwrap_or_default();
            format!("{}..{}", text(from), text(to))
        }
    }
}
