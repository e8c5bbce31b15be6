//! The rules file, `rules.toml`, read into a rule set.

use std::collections::BTreeMap;
use std::sync::Arc;

use arcstr::ArcStr;

use super::matcher::Matcher;
use super::rule::{Rule, RuleSet};
use super::share::Share;
use super::share::missing::read_fill;
use super::split::Split;
use crate::diagnostics::{Code, Diagnostics, Limit};
use crate::document::{Document, Table};
use crate::domain::YearRange;
use crate::language::Message;
use crate::message;

/// The keys of a rule.
pub const RULE_KEYS: [&str; 11] =
    ["id", "title", "match", "years", "share", "fill", "split", "rationale", "source", "author", "date"];

impl RuleSet {
    /// Reads a rules file's text. Faults go to `diagnostics`; rules without a fault are kept.
    /// `own` are the project's own dimensions, which a match may name.
    pub fn read(file: &ArcStr, text: &str, own: &[ArcStr], diagnostics: &mut Diagnostics) -> Self {
        let document = Document::new(file, text);
        let Some(parsed) = document.parse(diagnostics) else { return Self::default() };
        let root = document.root(&parsed).with_own(own);
        root.refuse_unknown(&["version", "rule", "default"], diagnostics);
        if let Some(version) = root.need("version", "version = 1", diagnostics)
            && version.as_number().as_deref() != Some("1")
        {
            diagnostics.push(version.fault(
                message!("rules-version-unknown"),
                Message::verbatim("version = 1"),
                message!("rules-write-version"),
            ));
        }
        let mut set = Self::default();
        if let Some(default) = root.get("default").and_then(|value| value.table(diagnostics)) {
            default.refuse_unknown(&["split"], diagnostics);
            if let Some(split) = default.get("split").and_then(|value| value.table(diagnostics)) {
                set.default_split = Split::read(&split, "default.split", diagnostics);
            }
        }
        let tables = root.get("rule").map(|value| value.tables(diagnostics)).unwrap_or_default();
        if Limit::Rules.is_passed_by(tables.len() as u64) {
            diagnostics.push(Limit::Rules.passed().in_file(file).found(tables.len().to_string()));
            return set;
        }
        let mut seen: BTreeMap<ArcStr, u64> = BTreeMap::new();
        for table in &tables {
            let Some(rule) = read_rule(table, diagnostics) else { continue };
            match seen.get(&rule.id) {
                Some(row) => {
                    let message = message!("rules-repeated-id", id = &rule.id, row = row.to_string());
                    diagnostics.push(table.fault(Code::RepeatedRule, message, message!("rules-own-id")));
                }
                None => {
                    seen.insert(rule.id.clone(), rule.origin.row);
                    set.rules.push(Arc::new(rule));
                }
            }
        }
        set
    }
}

fn read_rule(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Rule> {
    table.refuse_unknown(&RULE_KEYS, diagnostics);
    let id = read_id(table, diagnostics);
    let matcher = table
        .need("match", "match = { agency = \"MoI\", line = \"*organised crime*\" }", diagnostics)
        .and_then(|value| value.table(diagnostics))
        .map(|fields| Matcher::read(&fields, diagnostics));
    let years = read_years(table, diagnostics);
    let share = table.need("share", "share = \"5%\"", diagnostics).and_then(|value| Share::read(&value, diagnostics));
    let fill = read_fill(table, diagnostics);
    let split = table
        .get("split")
        .and_then(|value| value.table(diagnostics))
        .map(|split| Split::read(&split, &format!("rule.{}", id.as_deref().unwrap_or_default()), diagnostics))
        .unwrap_or_default();
    let mut text = |key: &str| table.get(key).and_then(|value| value.text(diagnostics)).unwrap_or_default();
    let (title, rationale, source, author) = (text("title"), text("rationale"), text("source"), text("author"));
    let date = read_date(table, diagnostics);
    Some(Rule {
        id: id?.into(),
        title,
        matcher: matcher?,
        years: years?,
        share: share?,
        fill: fill?,
        split,
        rationale,
        source: source.into(),
        author,
        date: date?,
        origin: table.origin(),
    })
}

fn read_id(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let value = table.need("id", "id = \"moi-organised-crime\"", diagnostics)?;
    let id = value.text(diagnostics)?;
    let letters =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if id.split('-').all(letters) {
        return Some(id);
    }
    diagnostics.push(value.fault(message!("rules-bad-id"), message!("rules-id"), message!("rules-rewrite-id")));
    None
}

fn read_years(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<YearRange> {
    let Some(value) = table.get("years") else { return Some(YearRange::default()) };
    let years = value.as_text().or_else(|| value.as_number()).as_deref().and_then(YearRange::parse);
    if years.is_none() {
        diagnostics.push(value.fault(
            message!("rules-bad-years"),
            message!("rules-years"),
            message!("rules-write-years"),
        ));
    }
    years
}

fn read_date(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let Some(value) = table.get("date") else { return Some(String::new()) };
    let date = value.as_date();
    if date.is_none() {
        diagnostics.push(value.fault(message!("rules-bad-date"), message!("rules-date"), message!("rules-write-date")));
    }
    date
}
