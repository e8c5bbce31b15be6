//! A rule: which lines, which years, which share, which split, and who says so why.

use std::sync::Arc;

use arcstr::ArcStr;

use super::matcher::Matcher;
use super::share::{Estimation, Share};
use super::split::Split;
use crate::domain::{Origin, YearRange};

/// One attribution rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Unique, kebab-case.
    pub id: ArcStr,
    /// What it is about.
    pub title: String,
    /// Which lines.
    pub matcher: Matcher,
    /// Which years.
    pub years: YearRange,
    /// How much of a line is trafficking.
    pub share: Share,
    /// How an amount of its lines that nobody published is estimated; `None` where it stays unknown.
    pub fill: Option<Estimation>,
    /// How the attributed part is divided.
    pub split: Split,
    /// Why this key.
    pub rationale: String,
    /// An id in the sources, or blank.
    pub source: ArcStr,
    /// Who wrote it.
    pub author: String,
    /// When, as written.
    pub date: String,
    /// Its place in the rules file.
    pub origin: Origin,
}

/// The rules of a project, in the order of the file, and the split of every line whose rule says nothing.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    /// In the order of the file: the first that matches decides.
    pub rules: Vec<Arc<Rule>>,
    /// `[default.split]`.
    pub default_split: Split,
}
