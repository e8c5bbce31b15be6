//! Lines that should be there: those that a year has no row of are lines of no rows, with a blank amount.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::{Line, Project, phases};
use crate::domain::{BudgetLine, ExpectedLine, LineKey, LineName, Phase, PhaseChoice, Year};

/// A year without a line that it should have, the line's name, and the line of the year before.
pub type Gap = (Year, LineName, Arc<Line>);

impl Project {
    /// The lines of a phase and those that are not reported in it, in the order of the ledger.
    #[must_use]
    pub fn selected(&self, choice: PhaseChoice) -> Vec<Arc<Line>> {
        let mut selected = phases::select(&self.lines, choice);
        if self.expected.is_some() {
            let there: BTreeSet<(Year, LineName)> =
                selected.iter().map(|line| (line.key().year, line.key().name())).collect();
            let missing = self.expected_in_years().into_iter().filter(|(key, _)| !there.contains(key));
            selected.extend(missing.map(|((year, _), row)| Arc::new(self.not_reported(year, row))));
        }
        selected.sort_by(|one, other| one.order().cmp(&other.order()));
        selected
    }

    /// The last year of the money rows.
    fn last_year(&self) -> Option<Year> {
        self.lines.iter().map(|line| line.key().year).max()
    }

    /// What is expected in which year, each once; the first row that says so.
    fn expected_in_years(&self) -> BTreeMap<(Year, LineName), &ExpectedLine> {
        let mut found = BTreeMap::new();
        for row in self.expected.iter().flatten() {
            for year in self.years_of(row) {
                found.entry((year, row.name.clone())).or_insert(row);
            }
        }
        found
    }

    /// The years in which a line is expected.
    pub fn years_of(&self, row: &ExpectedLine) -> impl Iterator<Item = Year> + use<> {
        let to = row.to.or_else(|| self.last_year());
        std::iter::successors(Some(row.from), |year| year.after())
            .take_while(move |year| to.is_some_and(|to| *year <= to))
    }

    /// A line of no rows. What is imputed for it is in the project's currency; its records say neither currency nor phase.
    fn not_reported(&self, year: Year, row: &ExpectedLine) -> Line {
        let name = row.name.clone();
        let key = LineKey {
            year,
            agency: name.agency,
            funder: name.funder,
            financing: name.financing,
            label: name.label,
            line: name.line,
            function: name.function,
            area: name.area,
            phase: Phase::Executed,
            currency: self.currency,
            source: "".into(),
            own: name.own,
        };
        Line {
            published: BudgetLine {
                key,
                amount: None,
                rows: 0,
                blank_rows: 0,
                first_blank: None,
                currency_assumed: None,
                origins: vec![row.origin.clone()],
                inputs: Vec::new(),
                note: Arc::clone(&row.note),
            },
        }
    }

    /// Lines that rows of other years make one expect, where the project does not say what it expects: each with a year
    /// that has none of it, between two that have, or the last one where the year before it has.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        self.gaps.get_or_init(|| self.find_gaps())
    }

    fn find_gaps(&self) -> Vec<Gap> {
        if self.expected.is_some() {
            return Vec::new();
        }
        let years: BTreeSet<Year> = self.lines.iter().map(|line| line.key().year).collect();
        let mut latest_first = years.iter().rev().copied();
        let (Some(last), before_last) = (latest_first.next(), latest_first.next()) else { return Vec::new() };
        let mut years_of: HashMap<LineName, BTreeMap<Year, &Arc<Line>>, RandomState> = HashMap::default();
        for line in &self.lines {
            years_of.entry(line.key().name()).or_default().insert(line.key().year, line);
        }
        let mut gaps = Vec::new();
        for (name, of_line) in years_of {
            let (Some((first, _)), Some((latest, _))) = (of_line.first_key_value(), of_line.last_key_value()) else {
                continue;
            };
            let between = std::iter::successors(first.after(), |year| year.after()).take_while(|year| year < latest);
            let at_the_end = (Some(*latest) == before_last).then_some(last);
            for year in between.chain(at_the_end).filter(|year| !of_line.contains_key(year)) {
                let before = of_line.range(..year).next_back().map(|(_, line)| Arc::clone(line));
                gaps.extend(before.map(|line| (year, name.clone(), line)));
            }
        }
        gaps.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        gaps
    }
}

impl Line {
    /// Whether it was expected and has no row.
    #[must_use]
    pub fn is_not_reported(&self) -> bool {
        self.published.rows == 0
    }

    /// Its place in the ledger: phase and currency of a line that is not reported are blank, and stand before any other.
    fn order(&self) -> impl Ord + '_ {
        let key = self.key();
        let name = (key.year, &key.agency, &key.funder, key.financing, key.label, &key.line, &key.function, &key.area);
        (name, !self.is_not_reported(), key.phase, key.currency, &key.source, &key.own)
    }
}
