//! What a project does not know and who would: lines without an amount, drivers that rules miss, counts, factors of
//! services.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::item::{Item, Subject};
use crate::attribution::Candidates;
use crate::domain::{
    ALL_FORMS, BudgetLine, Currency, LineName, Phase, PhaseChoice, Users, VictimCount, Year, YearRange,
};
use crate::ingest::replies::Kind;
use crate::project::Project;
use crate::rules::share::Facts as _;
use crate::rules::{Rule, Share, Split};

/// Who is asked for what belongs to no other agency: counts of victims, services that name none.
pub const COORDINATOR: &str = "NCCTHB";

/// Everything that a project does not know of these years, each once for each agency that may know it, in the order of
/// agencies and of their forms.
#[must_use]
pub fn items(project: &Project, years: YearRange) -> Vec<Item> {
    let mut found = Found { project, years, items: BTreeMap::new() };
    found.lines();
    found.counts();
    found.services();
    let mut items: Vec<Item> = found.items.into_values().collect();
    items.sort_by_cached_key(|item| (item.agency.clone(), item.order()));
    items
}

struct Found<'p> {
    project: &'p Project,
    years: YearRange,
    items: BTreeMap<(ArcStr, String), Item>,
}

impl Found<'_> {
    fn push(&mut self, agency: &ArcStr, year: Year, subject: Subject) {
        if self.years.contains(year) {
            let item = Item::new(agency, year, subject);
            self.items.entry((agency.clone(), item.id.clone())).or_insert(item);
        }
    }

    /// Lines without an amount, and the drivers of the rules that would decide lines.
    fn lines(&mut self) {
        let project = self.project;
        let candidates = Candidates::new(project.selected(PhaseChoice::Best));
        let index = candidates.index();
        let mut rules_of: Vec<Vec<&Rule>> = vec![Vec::new(); candidates.iter().count()];
        for rule in &project.rules.rules {
            for line in index.select(&rule.matcher) {
                if let Some(rules) = rules_of.get_mut(line) {
                    rules.push(rule);
                }
            }
        }
        for (candidate, rules) in candidates.iter().zip(&rules_of) {
            let line = &candidate.line;
            let is_excluded = self.drivers_of(line, rules);
            if line.amount().is_none() && !is_excluded {
                let (key, name) = (line.key(), line.key().name());
                let known = if line.is_not_reported() { currency_of(project, &name) } else { key.currency };
                let subject = Subject::Amount { name, phase: key.phase, currency: known };
                self.push(&key.agency, key.year, subject);
            }
        }
        for (year, line) in project.gaps() {
            let agency = line.key().agency.clone();
            let (name, currency) = (line.key().name(), line.key().currency);
            self.push(&agency, *year, Subject::Amount { name, phase: Phase::Executed, currency });
        }
    }

    /// The drivers that are missing for a line, up to the rule that decides it; whether that rule counts none of it.
    fn drivers_of(&mut self, line: &BudgetLine, rules: &[&Rule]) -> bool {
        let (agency, year) = (&line.key().agency, line.key().year);
        for rule in rules.iter().filter(|rule| rule.years.contains(year)) {
            let of_split = Split::parts(&rule.split).flat_map(|by| by.weights.drivers());
            for driver in rule.share.drivers().into_iter().chain(of_split) {
                if self.project.driver(driver, year).is_none() && !self.project.protection.hides(driver, year) {
                    let subject = driver_subject(self.project, driver);
                    self.push(agency, year, subject);
                }
            }
            if rule.share.applies_in(year, self.project) {
                return matches!(rule.share, Share::None);
            }
        }
        false
    }

    /// Counts of the measures shown that no row has, and rows whose count is blank.
    fn counts(&mut self) {
        let project = self.project;
        let agency: ArcStr = COORDINATOR.into();
        for year in project.years() {
            for measure in &project.measures {
                if project.victims.row(measure, year, ALL_FORMS).is_none_or(is_asked) {
                    let all: ArcStr = ALL_FORMS.into();
                    let subject = Subject::Count { measure: measure.clone(), exploitation: all.clone(), group: all };
                    self.push(&agency, year, subject);
                }
            }
        }
        let years = project.years();
        for row in project.victims.rows().filter(|row| is_asked(row) && years.contains(&row.year)) {
            let subject = Subject::Count {
                measure: row.measure.clone(),
                exploitation: row.exploitation.clone(),
                group: row.group.clone(),
            };
            self.push(&agency, row.year, subject);
        }
    }

    fn services(&mut self) {
        for row in self.project.services.rows() {
            let agency = if row.agency.is_empty() { COORDINATOR.into() } else { row.agency.clone() };
            let unknown = [
                (Kind::Users, row.users == Users::Unknown),
                (Kind::Units, row.units.is_none()),
                (Kind::UnitCost, row.unit_cost.is_none()),
            ];
            for (factor, _) in unknown.into_iter().filter(|(_, unknown)| *unknown) {
                self.push(&agency, row.year, service_subject(row, factor));
            }
        }
    }
}

/// A driver as it is asked for: its unit and currency are those of its latest row.
pub(super) fn driver_subject(project: &Project, driver: &ArcStr) -> Subject {
    let last = project.drivers.rows(driver).last();
    Subject::Driver {
        driver: driver.clone(),
        unit: last.map(|row| row.unit.clone()).unwrap_or_else(|| "".into()),
        currency: last.and_then(|row| row.currency.or_else(|| row.unit_currency())),
    }
}

/// A factor of a service as it is asked for.
pub(super) fn service_subject(row: &crate::domain::Service, factor: Kind) -> Subject {
    Subject::Service { service: row.service.clone(), factor, unit: row.unit.clone(), currency: row.currency }
}

/// The currency of a line in the latest year that has it; the project's where none has.
fn currency_of(project: &Project, name: &LineName) -> Currency {
    let of_name = project.lines.iter().filter(|line| line.key().name() == *name);
    of_name.max_by_key(|line| line.key().year).map_or(project.currency, |line| line.key().currency)
}

/// Whether nobody knows a count; one that is protected is known.
fn is_asked(row: &VictimCount) -> bool {
    row.count.is_none() && row.protected.is_none()
}
