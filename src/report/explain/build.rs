//! How the documents of an explanation are put together from what the engine did.

use arcstr::ArcStr;

use super::Explaining;
use super::document::{
    AlsoYearDocument, LineDocument, OverheadDocument, PartDocument, PerVictimTrace, RowPlace, RuleDocument,
    SplitDocument, SumDocument, WeightDocument, YearDocument,
};
use crate::attribution::{AttributedLine, AttributedPart, WorkedSplit};
use crate::domain::{ALL_FORMS, BudgetLine, Fraction, Origin, Year};
use crate::language::Language;
use crate::measures::{BasisFault, Factors, Figures, Purse, Sums, per_victim};
use crate::rules::Rule;

/// A year as its lines come in.
pub(super) struct YearInProgress {
    pub(super) year: Year,
    sums: Sums,
    lines: Vec<LineDocument>,
    pub(super) overheads: Vec<OverheadDocument>,
}

impl YearInProgress {
    pub(super) fn new(year: Year) -> Self {
        Self { year, sums: Sums::default(), lines: Vec::new(), overheads: Vec::new() }
    }

    pub(super) fn add(&mut self, attributed: &AttributedLine, line: LineDocument) {
        for entry in attributed.entries(self.lines.len()) {
            self.sums.count(entry.bucket(), entry.currency(), &entry.amounts.unwrap_or_default(), 1);
        }
        self.lines.push(line);
    }

    pub(super) fn finish(self, explaining: Explaining<'_>, measures: &[ArcStr]) -> Result<YearDocument, BasisFault> {
        let AlsoYearDocument { total, sums, per_victim, .. } = self.shown(explaining, measures)?;
        let also = explaining.others().map(|other| self.shown(other, measures)).collect::<Result<_, _>>()?;
        let Self { year, lines, overheads, .. } = self;
        Ok(YearDocument { year: year.number(), total, sums, lines, overheads, per_victim, also })
    }

    /// The figures of the year in a currency.
    fn shown(&self, explaining: Explaining<'_>, measures: &[ArcStr]) -> Result<AlsoYearDocument, BasisFault> {
        let figures = Figures::new(&self.sums, self.year, &mut Factors::new(explaining.project, explaining.basis()))?;
        let mut all = Purse::default();
        self.sums.known.values().for_each(|purse| all.add_all(purse));
        let sums = all.iter().map(|(currency, amounts)| {
            let (rate, rate_place) = explaining.rate(currency, self.year);
            let amounts = amounts.map(|money| money.to_plain(currency.digits())).into();
            SumDocument { currency: currency.to_string(), amounts, rate, rate_place }
        });
        Ok(AlsoYearDocument {
            currency: explaining.currency.to_string(),
            total: figures
                .total()
                .map(|total| total.map(|figure| Some(explaining.plain(figure))))
                .unwrap_or_default()
                .into(),
            sums: sums.collect(),
            per_victim: measures.iter().map(|measure| self.per_victim(explaining, measure, &figures)).collect(),
        })
    }

    /// The cost per victim of the year's total; none where no amount of its lines is known.
    fn per_victim(&self, explaining: Explaining<'_>, measure: &ArcStr, figures: &Figures) -> PerVictimTrace {
        let project = explaining.project;
        let figure = per_victim(&project.victims, measure, None, self.year, figures);
        let row = project.victims.row(measure, self.year, ALL_FORMS);
        let victims = figure.victims.map(|count| count.to_text().map(|text| Some(text.clone())));
        let amount = |figure: &Option<Fraction>| figure.as_ref().map(|figure| explaining.plain(figure));
        // What labelled lines alone cost is not told here.
        let total_is_known = figure.total.named().into_iter().all(|(_, figure)| figure.is_some());
        let reason = figure.reason.filter(|_| !total_is_known);
        PerVictimTrace {
            measure: measure.to_string(),
            victims: victims.unwrap_or_default().into(),
            total: figure.total.map(amount).into(),
            reason: reason.map(|reason| explaining.language.say(&reason)),
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
    pub(super) fn new(part: &AttributedPart, line: &BudgetLine) -> Self {
        Self {
            area: part.area.to_string(),
            exploitation: part.exploitation.to_string(),
            amounts: part.amounts.map(|money| line.plain(*money)).into(),
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
