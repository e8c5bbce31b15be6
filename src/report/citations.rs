//! The sources of what is shown, numbered in the order in which a reader meets them.

use std::collections::{HashMap, HashSet};

use arcstr::ArcStr;
use foldhash::fast::RandomState;

use super::context::Context;
use super::source::SourceDocument;
use crate::project::links;

/// The sources cited, each once.
#[derive(Debug, Default)]
pub struct Citations {
    ids: Vec<ArcStr>,
    /// The position of each among them: a project may have a source for each line.
    positions: HashMap<ArcStr, usize, RandomState>,
}

impl Citations {
    /// The sources of the lines shown, of their rules and drivers, then of prices and counts.
    #[must_use]
    pub fn of(context: Context<'_>) -> Self {
        let mut citations = Self::default();
        for (attributed, line) in context.lines() {
            citations.cite(&line.key().source);
            let (from, year) = (line.key().currency, line.key().year);
            for basis in context.query.bases() {
                if let Some(rate) = context.project.exchange.row(from, basis.currency, year) {
                    citations.cite(&rate.source);
                }
            }
            if let Some(rule) = &attributed.ruling.rule {
                citations.cite(&rule.source);
            }
            for part in attributed.splits.iter().flat_map(|split| &split.parts) {
                citations.cite(&part.source);
            }
            for used in attributed.ruling.worked.iter().flat_map(|worked| &worked.services) {
                citations.cite(&used.service.source);
            }
            for driver in attributed.ruling.worked.iter().flat_map(|worked| &worked.drivers) {
                driver.rows().for_each(|row| citations.cite(&row.source));
            }
        }
        let mut last = None;
        for row in &context.cost.rows {
            if last.replace(row.year) == Some(row.year) {
                continue;
            }
            if let Some(prices) = context.query.basis.prices {
                for year in links(row.year, prices) {
                    for change in context.project.prices.rows().filter(|change| change.year == year) {
                        citations.cite(&change.source);
                    }
                }
            }
            for source in row.per_victim.iter().filter_map(|figure| figure.source.as_ref()) {
                citations.cite(source);
            }
        }
        citations
    }

    /// Of ids in the order in which they are met.
    pub(super) fn of_ids<'i>(ids: impl IntoIterator<Item = &'i ArcStr>) -> Self {
        let mut citations = Self::default();
        ids.into_iter().for_each(|id| citations.cite(id));
        citations
    }

    fn cite(&mut self, id: &ArcStr) {
        if !id.is_empty() && !self.positions.contains_key(id) {
            self.positions.insert(id.clone(), self.ids.len());
            self.ids.push(id.clone());
        }
    }

    /// `[3]`, or nothing for a blank id.
    #[must_use]
    pub fn mark(&self, id: &str) -> String {
        self.positions.get(id).map(|position| format!("[{}]", position + 1)).unwrap_or_default()
    }

    /// Whether a source is among them.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.positions.contains_key(id)
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &ArcStr> {
        self.ids.iter()
    }

    /// One line of text a source, in order.
    #[must_use]
    pub fn texts(&self, context: Context<'_>) -> Vec<String> {
        self.ids.iter().map(|id| SourceDocument::new(context.project, id).words(context.language)).collect()
    }
}

/// Texts in the order in which a reader meets them, each once.
pub(super) fn each_once(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut told: HashSet<String, RandomState> = HashSet::default();
    texts.into_iter().filter(|text| told.insert(text.clone())).collect()
}
