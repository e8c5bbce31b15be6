//! Lines that should be there: those that a year has no row of are lines of no rows, with a blank amount.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

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
        let mut gaps = Vec::new();
        for of_name in by_name(&self.lines) {
            // They stand year by year, and the last of a year stands for it, whatever its phase.
            let years: Vec<(Year, &Arc<Line>)> = of_name
                .chunk_by(|one, next| one.key().year == next.key().year)
                .filter_map(|of_year| of_year.last().map(|line| (line.key().year, *line)))
                .collect();
            for (number, (year, line)) in years.iter().enumerate() {
                let (from, before) = match years.get(number + 1) {
                    Some((next, _)) => (year.after(), Some(*next)),
                    // At the end only that of the last year, where there is one of the year before.
                    None => (Some(last).filter(|_| Some(*year) == before_last), last.after()),
                };
                let missing = std::iter::successors(from, |year| year.after())
                    .take_while(|year| before.is_none_or(|before| *year < before));
                gaps.extend(missing.map(|year| (year, line.key().name(), Arc::clone(line))));
            }
        }
        gaps.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        gaps
    }
}

/// The lines of each name, those of a name in their order; the names in the order of their first lines.
fn by_name(lines: &[Arc<Line>]) -> Vec<Vec<&Arc<Line>>> {
    let hasher = RandomState::default();
    let mut names: HashTable<(u64, usize)> = HashTable::with_capacity(lines.len());
    let mut by_name: Vec<Vec<&Arc<Line>>> = Vec::new();
    for line in lines {
        let hash = line.key().hash_of_name(&hasher);
        let is_same = |first: &Arc<Line>| first.key().cmp_name(line.key()).is_eq();
        let is_it =
            |(other, name): &(u64, usize)| *other == hash && by_name[*name].first().is_some_and(|first| is_same(first));
        match names.find(hash, is_it).copied() {
            Some((_, name)) => by_name[name].push(line),
            None => {
                names.insert_unique(hash, (hash, by_name.len()), |(hash, _)| *hash);
                by_name.push(vec![line]);
            }
        }
    }
    by_name
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
