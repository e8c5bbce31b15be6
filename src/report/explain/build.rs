//! How the documents of an explanation are put together from what the engine did.

use std::sync::Arc;

use super::document::{
    LineDocument, OverheadDocument, PartDocument, PerVictimTrace, RowPlace, RuleDocument, SplitDocument,
    WeightDocument, YearDocument,
};
use crate::attribution::{AttributedPart, WorkedSplit};
use crate::domain::{ALL_FORMS, Fraction, Interval, Money, Origin, Year};
use crate::language::Language;
use crate::measures::{Figures, Side, Sums, per_victim};
use crate::message;
use crate::project::Project;
use crate::rules::Rule;

/// A year as its lines come in.
pub(super) struct YearInProgress {
    pub(super) year: Year,
    sum: Interval<Money>,
    lines: Vec<LineDocument>,
    pub(super) overheads: Vec<OverheadDocument>,
}

impl YearInProgress {
    pub(super) fn new(year: Year) -> Self {
        Self { year, sum: Interval::default(), lines: Vec::new(), overheads: Vec::new() }
    }

    pub(super) fn add(&mut self, attributed: Interval<Money>, line: LineDocument) {
        self.sum = self.sum.plus(&attributed);
        self.lines.push(line);
    }

    pub(super) fn finish(self, project: &Project, measures: &[Arc<str>], language: Language) -> YearDocument {
        let digits = project.currency.digits();
        YearDocument {
            year: self.year.number(),
            total: self.sum.map(|money| money.to_plain(digits)).into(),
            per_victim: measures.iter().map(|measure| self.per_victim(project, measure, language)).collect(),
            lines: self.lines,
            overheads: self.overheads,
        }
    }

    /// The cost per victim of the year's total; none where no amount of its lines is known.
    fn per_victim(&self, project: &Project, measure: &Arc<str>, language: Language) -> PerVictimTrace {
        let digits = project.currency.digits();
        let unlabelled = Side { amounts: self.sum, has_known: true, unknown: 0 };
        let figures = Figures::new(&Sums { unlabelled, ..Sums::default() }, &Fraction::one());
        let figure = per_victim(&project.victims, measure, None, self.year, &figures);
        let row = project.victims.row(measure, self.year, ALL_FORMS);
        let victims = figure.victims.map(|count| count.to_text().map(|text| Some(text.clone())));
        let amount = |figure: &Option<Fraction>| {
            let units = figure.as_ref()?.checked_div(&Fraction::power_of_ten(digits))?;
            Some(units.to_decimal(digits))
        };
        let (total, reason) = if self.lines.iter().any(|line| line.attributed.is_some()) {
            (figure.total.map(amount), figure.reason)
        } else {
            (Interval::default(), Some(message!("reason-no-amount")))
        };
        PerVictimTrace {
            measure: measure.to_string(),
            victims: victims.unwrap_or_default().into(),
            total: total.into(),
            reason: reason.map(|reason| language.say(&reason)),
            breaks: figure.breaks,
            place: row.map(|row| RowPlace::from(&row.origin)),
            note: row.map(|row| row.note.to_string()).unwrap_or_default(),
            source: row.map(|row| row.source.to_string()).unwrap_or_default(),
        }
    }
}

impl RuleDocument {
    pub(super) fn new(rule: &Rule, language: Language) -> Self {
        Self {
            id: rule.id.to_string(),
            title: rule.title.clone(),
            share: language.say(&rule.share.describe()),
            rationale: rule.rationale.clone(),
            author: rule.author.clone(),
            date: rule.date.clone(),
            source: rule.source.to_string(),
            place: RowPlace::from(&rule.origin),
        }
    }
}

impl PartDocument {
    pub(super) fn new(part: &AttributedPart, digits: u32) -> Self {
        Self {
            area: part.area.to_string(),
            exploitation: part.exploitation.to_string(),
            amounts: part.amounts.map(|money| money.to_plain(digits)).into(),
        }
    }
}

impl SplitDocument {
    pub(super) fn new(split: &WorkedSplit, language: Language) -> Self {
        let weights = split.parts.iter().map(|part| WeightDocument {
            name: part.name.to_string(),
            weight: part.weight.to_string(),
            place: part.origin.as_ref().map(RowPlace::from),
            source: part.source.to_string(),
        });
        Self {
            dimension: split.dimension,
            owner: split.owner.clone(),
            words: language.say(&split.words),
            place: RowPlace::from(&split.origin),
            weights: weights.collect(),
        }
    }
}

impl From<&Origin> for RowPlace {
    fn from(origin: &Origin) -> Self {
        Self { file: origin.file.to_string(), row: origin.row }
    }
}
