//! Lines that should be there: those that a year has no row of are lines of no rows, with a blank amount.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::{Project, phases};
use crate::domain::{BudgetLine, ExpectedLine, LineKey, LineName, LineRows, Phase, PhaseChoice, Year};

/// A year without a line that it should have, and that line as the last year before has it.
pub type Gap = (Year, Arc<BudgetLine>);

impl Project {
    /// The lines of a phase and those that are not reported in it, in the order of the ledger.
    #[must_use]
    pub fn selected(&self, choice: PhaseChoice) -> Vec<Arc<BudgetLine>> {
        let mut selected = phases::select(&self.lines, choice);
        if self.expected.is_some() {
            let there: BTreeSet<(Year, LineName)> =
                selected.iter().map(|line| (line.key().year, line.key().name())).collect();
            let missing = self.expected_in_years().into_iter().filter(|(key, _)| !there.contains(key));
            selected.extend(missing.map(|((year, _), row)| Arc::new(self.not_reported(year, row))));
            selected.sort_by(|one, other| one.order().cmp(&other.order()));
        }
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
    fn not_reported(&self, year: Year, row: &ExpectedLine) -> BudgetLine {
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
        BudgetLine::new(key, LineRows::none(row.origin.clone(), row.note.clone()))
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
        let mut gaps = Vec::new();
        // The last line of each name so far. They stand year by year, and the last of a year stands for it, whatever its
        // phase.
        let mut latest: Vec<&Arc<BudgetLine>> = Vec::new();
        let mut names: HashTable<(u64, usize)> = HashTable::with_capacity(self.lines.len());
        let hasher = RandomState::default();
        for line in &self.lines {
            let hash = line.key().hash_of_name(&hasher);
            let is_same = |other: &&Arc<BudgetLine>| other.key().cmp_name(line.key()).is_eq();
            let is_it = |(other, name): &(u64, usize)| *other == hash && latest.get(*name).is_some_and(is_same);
            match names.find(hash, is_it).map(|(_, name)| *name).and_then(|name| latest.get_mut(name)) {
                Some(latest) => {
                    let before = std::mem::replace(latest, line);
                    let missing = std::iter::successors(before.key().year.after(), |year| year.after());
                    let missing = missing.take_while(|year| *year < line.key().year);
                    gaps.extend(missing.map(|year| (year, Arc::clone(before))));
                }
                None => {
                    names.insert_unique(hash, (hash, latest.len()), |(hash, _)| *hash);
                    latest.push(line);
                }
            }
        }
        // At the end only that of the last year, where there is one of the year before.
        let ends = latest.into_iter().filter(|line| Some(line.key().year) == before_last);
        gaps.extend(ends.map(|line| (last, Arc::clone(line))));
        gaps.sort_by(|(year, line), (other_year, other)| {
            year.cmp(other_year).then_with(|| line.key().cmp_name(other.key()))
        });
        gaps
    }
}
