//! The division of an attributed part by area, then by form of exploitation within each.

use std::collections::BTreeMap;
use std::sync::Arc;

use arcstr::ArcStr;
use smallvec::{SmallVec, smallvec};

use super::apportion::apportion;
use super::weights::{WeightedPart, work_out};
use crate::diagnostics::{Diagnostics, Limit};
use crate::domain::{ALL_FORMS, Fraction, Interval, LineKey, Money, Origin, UNSPECIFIED, Year};
use crate::language::Message;
use crate::project::Project;
use crate::rules::{Split, SplitBy};

/// One part of what a line attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributedPart {
    /// Programme area.
    pub area: ArcStr,
    /// Form of exploitation.
    pub exploitation: ArcStr,
    /// The money.
    pub amounts: Interval<Money>,
}

/// The parts of a line. Most lines have one, which needs no list.
pub type Parts = SmallVec<[AttributedPart; 1]>;

/// A split of a rule or of the defaults, in one dimension and year. Its place in the file would not do: several splits
/// may stand on one line.
type SplitKey = (String, &'static str, Year);

/// A split worked out for a year.
#[derive(Debug)]
pub struct WorkedSplit {
    /// `area` or `exploitation`.
    pub dimension: &'static str,
    /// The rule or table that it is of: `rule.ID` or `default.split`.
    pub owner: String,
    /// Its key, in words.
    pub words: Message,
    /// Where it stands.
    pub origin: Origin,
    /// The parts with their weights, in the order of the file.
    pub parts: Vec<WeightedPart>,
}

/// What a line attributes, divided, and the splits that divided it.
#[derive(Debug, Default)]
pub struct Divided {
    /// Area first, then form of exploitation within each.
    pub parts: Parts,
    /// The splits, area first; none where nothing is said.
    pub splits: Vec<Arc<WorkedSplit>>,
}

/// Splits attributed parts; the weights of a split are worked out once a year.
#[derive(Debug)]
pub struct Splitter<'p> {
    project: &'p Project,
    /// The area of lines that have none, and the form of what is not divided by form.
    unspecified: ArcStr,
    all_forms: ArcStr,
    worked: BTreeMap<SplitKey, Option<Arc<WorkedSplit>>>,
}

impl<'p> Splitter<'p> {
    /// For the lines of a project.
    #[must_use]
    pub fn new(project: &'p Project) -> Self {
        Self { project, unspecified: UNSPECIFIED.into(), all_forms: ALL_FORMS.into(), worked: BTreeMap::new() }
    }

    /// Divides what a line attributes by the split of its rule, dimension by dimension, or else by the default one.
    /// `None` after a diagnostic where the weights cannot be worked out.
    pub fn split(
        &mut self,
        key: &LineKey,
        split: Option<&Split>,
        attributed: &Interval<Money>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Divided> {
        let default = &self.project.rules.default_split;
        let area = split.and_then(|split| split.area.as_ref()).or(default.area.as_ref());
        let form = split.and_then(|split| split.exploitation.as_ref()).or(default.exploitation.as_ref());
        let mut worked = |dimension: &'static str, by: Option<&SplitBy>| match by {
            None => Some(None),
            Some(by) => self.worked_out(dimension, by, key.year, diagnostics).map(Some),
        };
        let (area, form) = (worked("area", area), worked("exploitation", form));
        let (area, form) = (area?, form?);
        let parts = |split: &Option<Arc<WorkedSplit>>| split.as_ref().map_or(1, |split| split.parts.len() as u64);
        if Limit::SplitRecords.is_passed_by(parts(&area) * parts(&form)) {
            let passed = Limit::SplitRecords.passed();
            diagnostics.push(match form.as_ref().or(area.as_ref()) {
                Some(split) => passed.at(&split.origin).column(format!("{}.{}", split.owner, split.dimension)),
                None => passed,
            });
            return None;
        }
        let own_area = if key.area.is_empty() { self.unspecified.clone() } else { key.area.clone() };
        if area.is_none() && form.is_none() {
            let exploitation = self.all_forms.clone();
            let whole = AttributedPart { area: own_area, exploitation, amounts: *attributed };
            return Some(Divided { parts: smallvec![whole], splits: Vec::new() });
        }
        let mut parts = Parts::new();
        for (area, amounts) in divide(area.as_deref(), own_area, attributed)? {
            let forms = divide(form.as_deref(), self.all_forms.clone(), &amounts)?;
            parts.extend(forms.into_iter().map(|(exploitation, amounts)| AttributedPart {
                area: area.clone(),
                exploitation,
                amounts,
            }));
        }
        // There are as many of these as lines; what they have room for and do not need adds up.
        parts.shrink_to_fit();
        Some(Divided { parts, splits: area.into_iter().chain(form).collect() })
    }

    fn worked_out(
        &mut self,
        dimension: &'static str,
        by: &SplitBy,
        year: Year,
        diagnostics: &mut Diagnostics,
    ) -> Option<Arc<WorkedSplit>> {
        let key = (by.owner.clone(), dimension, year);
        if let Some(worked) = self.worked.get(&key) {
            return worked.clone();
        }
        let parts = work_out(self.project, by, year);
        let parts = parts.map_err(|diagnostic| diagnostic.map(|diagnostic| diagnostics.push(*diagnostic))).ok();
        let worked = parts.map(|parts| {
            let (owner, words) = (by.owner.clone(), by.weights.describe(dimension));
            Arc::new(WorkedSplit { dimension, owner, words, origin: by.origin.clone(), parts })
        });
        self.worked.insert(key, worked.clone());
        worked
    }
}

/// Amounts divided by a split, low, central and high each on its own; undivided where there is none.
fn divide(
    split: Option<&WorkedSplit>,
    whole: ArcStr,
    amounts: &Interval<Money>,
) -> Option<Vec<(ArcStr, Interval<Money>)>> {
    let Some(split) = split else { return Some(vec![(whole, *amounts)]) };
    let weights: Vec<Fraction> = split.parts.iter().map(|part| part.weight.clone()).collect();
    let each = amounts.try_map(|amount| apportion(*amount, &weights))?;
    let named = split.parts.iter().enumerate().map(|(index, part)| {
        let amounts = each.try_map(|parts| parts.get(index).copied())?;
        Some((part.name.clone(), amounts))
    });
    named.collect()
}
