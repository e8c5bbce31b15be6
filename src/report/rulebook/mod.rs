//! The rules as a report: each as its author wrote it, with its rationale, and what it decides and attributes in the years
//! shown.

mod document;

pub use document::{AlsoRulebookDocument, RuleDocument, RulebookDocument};

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::{FlatTable, SCOPE, scope};
use super::sheet::{Align, Cell, Sheet, Table};
use super::workbook::{Workbook, plain_workbook};
use crate::domain::{Fraction, Year, YearRange};
use crate::language::Language;
use crate::measures::{BasisFault, Factors};
use crate::message;
use crate::rules::{Rule, SplitBy};

/// What rules are reported from.
#[derive(Debug, Clone, Copy)]
pub struct RulebookReport<'c> {
    /// The report in whose years they decide.
    pub context: Context<'c>,
    /// The answer.
    pub rulebook: &'c Rulebook,
    /// The answers in the other currencies of the report, in their order.
    pub also: &'c [Rulebook],
}

/// What each rule decides, in the order of the file.
#[derive(Debug)]
pub struct Rulebook {
    decides: Vec<Decides>,
}

/// What a rule decides in the years shown.
#[derive(Debug, Clone)]
pub(super) struct Decides {
    /// How many lines.
    pub(super) lines: usize,
    /// What they attribute (central), exact, in minor units of the basis; `None` where nobody knows it of any.
    pub(super) attributed: Option<Fraction>,
}

/// The columns before those of the scope, and whether a number stands in them.
pub const COLUMNS: [(&str, bool); 14] = [
    ("id", false),
    ("title", false),
    ("match", false),
    ("years", false),
    ("share", false),
    ("split", false),
    ("rationale", false),
    ("source", false),
    ("author", false),
    ("date", false),
    ("lines", true),
    ("currency", false),
    ("prices", false),
    ("attributed", true),
];

/// A rule in words.
pub(in crate::report) struct RuleWords {
    pub(in crate::report) title: String,
    pub(in crate::report) matches: String,
    pub(in crate::report) years: String,
    pub(in crate::report) share: String,
    pub(in crate::report) split: String,
    pub(in crate::report) rationale: String,
}

impl RuleWords {
    pub(in crate::report) fn new(rule: &Rule, language: Language) -> Self {
        let by = |dimension, by: &SplitBy| language.say(&by.weights.describe(dimension));
        let split = [("area", &rule.split.area), ("exploitation", &rule.split.exploitation)];
        let split = split.into_iter().filter_map(|(dimension, split)| Some(by(dimension, split.as_ref()?)));
        Self {
            matches: language.say(&rule.matcher.describe()),
            years: years(rule.years),
            share: language.say(&rule.share.describe()),
            split: split.collect::<Vec<String>>().join("; "),
            title: rule.title.to_string(),
            rationale: rule.rationale.trim().replace('\n', " "),
        }
    }

    /// With title and rationale as the project calls them in the language of the report.
    pub(in crate::report) fn named(context: Context<'_>, rule: &Rule) -> Self {
        let called = |dimension: &str| context.project.names.name(dimension, &rule.id, context.language);
        let own = Self::new(rule, context.language);
        Self {
            share: with_names(context, &own.share),
            split: with_names(context, &own.split),
            title: called("rule").map_or(own.title, str::to_owned),
            rationale: called("rationale").map_or(own.rationale, |text| text.trim().replace('\n', " ")),
            ..own
        }
    }
}

/// A text in which drivers stand by their codes, with what the project calls them.
fn with_names(context: Context<'_>, text: &str) -> String {
    let called = |code: &str| context.project.names.name("driver", code, context.language);
    let is_end = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')' | ':');
    let parts = text.split_inclusive(is_end).map(|part| {
        let code = part.trim_end_matches(is_end);
        called(code).map_or_else(|| part.to_owned(), |name| format!("{name}{}", &part[code.len()..]))
    });
    parts.collect()
}

/// `2014..2017`, as in the file; blank is every year.
fn years(range: YearRange) -> String {
    match (range.from, range.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let text = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
            format!("{}..{}", text(from), text(to))
        }
    }
}

impl Rulebook {
    /// Of the rules of a project, in the years of a report.
    ///
    /// # Errors
    ///
    /// A rate or a link of the chain of prices that nobody gives.
    pub fn new(context: Context<'_>) -> Result<Self, BasisFault> {
        let mut factors = Factors::new(context.project, context.query.basis);
        let form = context.query.exploitation.as_deref();
        let mut found: BTreeMap<&str, Decides> = BTreeMap::new();
        for (attributed, line) in context.lines() {
            let Some(rule) = &attributed.ruling.rule else { continue };
            let decides = found.entry(&rule.id).or_insert(Decides { lines: 0, attributed: None });
            decides.lines += 1;
            if !attributed.parts.is_empty() {
                let factor = factors.of(line.key().currency, line.key().year)?;
                let amount = &Fraction::from_money(attributed.attributed(form).central) * factor;
                decides.attributed = Some(decides.attributed.as_ref().map_or(amount.clone(), |sum| sum + &amount));
            } else if attributed.remainder().is_some() {
                // A rule that says none of it attributes a known nothing.
                decides.attributed.get_or_insert_with(Fraction::zero);
            }
        }
        let rules = context.project.rules.rules.iter();
        let decides = rules.map(|rule| found.remove(&*rule.id).unwrap_or(Decides { lines: 0, attributed: None }));
        Ok(Self { decides: decides.collect() })
    }
}

impl<'c> RulebookReport<'c> {
    /// The same in every currency asked for, the main one first.
    fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let also = self.context.in_each().skip(1).zip(self.also);
        let also = also.map(|(context, rulebook)| Self { context, rulebook, also: &[] });
        std::iter::once(self).chain(also)
    }

    fn rules(&self) -> impl Iterator<Item = (&'c Rule, &'c Decides)> + use<'c> {
        self.context.project.rules.rules.iter().map(|rule| &**rule).zip(&self.rulebook.decides)
    }

    fn attributed(&self, decides: &Decides) -> Option<String> {
        decides.attributed.as_ref().map(|amount| self.context.amount(amount))
    }

    /// The table: what is matched, the share and why; none without rules.
    pub(super) fn table(&self) -> Option<Table> {
        let tables =
            self.in_each().filter_map(|report| Some((report.context.query.basis.currency, report.in_currency()?)));
        Table::beside(tables.collect(), self.context.language)
    }

    fn in_currency(&self) -> Option<Table> {
        let context = self.context;
        let heads = vec![
            (message!("rulebook-head-rule"), Align::Left),
            (message!("rulebook-head-share"), Align::Left),
            (message!("rulebook-head-rationale"), Align::Left),
            (message!("rulebook-head-lines"), Align::Right),
            (message!("rulebook-head-attributed"), Align::Money),
        ];
        let caption = message!("rulebook-caption", currency = context.currencies());
        let mut table = Table::said(context.language, &caption, heads);
        for (rule, decides) in self.rules() {
            let words = RuleWords::named(context, rule);
            let title = if words.title.is_empty() { rule.id.to_string() } else { words.title };
            let attributed = match decides.lines {
                0 => Cell::Blank,
                _ => Cell::figure(self.attributed(decides)),
            };
            table.push(vec![
                Cell::Text(title),
                Cell::Text(words.share),
                Cell::Text(words.rationale),
                Cell::Figure(decides.lines.to_string()),
                attributed,
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }
}

impl Deliverable for RulebookReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        let context = self.context;
        Ok(Sheet {
            title: context.project.title_in(context.language).to_owned(),
            subtitle: context.say(&message!("review-rules")),
            tables: self.table().into_iter().collect(),
            language: context.language,
            ..Sheet::default()
        })
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        let context = self.context;
        let mut header: Vec<String> = COLUMNS.map(|(column, _)| column.to_owned()).to_vec();
        header.extend(SCOPE.map(str::to_owned));
        let own_scope = scope(context);
        let rules = self.in_each().flat_map(|report| report.rules().map(move |rule| (report, rule)));
        let rows = rules.map(|(report, (rule, decides))| {
            let context = report.context;
            let words = RuleWords::new(rule, context.language);
            let mut cells = vec![rule.id.to_string(), rule.title.to_string()];
            cells.extend([words.matches, words.years, words.share, words.split, words.rationale]);
            cells.extend([&*rule.source, &*rule.author, &*rule.date].map(str::to_owned));
            cells.extend([decides.lines.to_string(), context.query.basis.currency.to_string(), context.prices()]);
            cells.push(report.attributed(decides).unwrap_or_default());
            cells.extend(own_scope.iter().cloned());
            cells.into_iter().map(Cow::Owned).collect()
        });
        Ok(FlatTable { rows: rows.collect(), header })
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&RulebookDocument::new(*self))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        Ok(plain_workbook(&self.sheet()?))
    }
}
