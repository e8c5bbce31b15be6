//! How every figure that may be asked for stands in a project: known, blank, or without a row. By its id, so that a reply
//! finds it whatever the project looked like when it was asked.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::item::{Item, Subject};
use super::needs::{COORDINATOR, driver_subject, items, service_subject};
use crate::domain::{BudgetLine, Fraction, Interval, Money, Origin, Users, YearRange, plain_decimal};
use crate::ingest::replies::Kind;
use crate::project::Project;

/// How a figure stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The figure.
    pub item: Item,
    /// What is known of it.
    pub known: Option<Known>,
    /// The row that an answer is written into: the blank one, or the only one that it is known from. `None` where there is
    /// no row.
    pub row: Option<Origin>,
}

/// A known figure.
#[derive(Debug, Clone)]
pub struct Known {
    /// Its lower end, its value, its upper end.
    pub ends: [Fraction; 3],
    /// As a person reads it.
    pub text: String,
    /// An id in the sources, or blank.
    pub source: ArcStr,
}

impl Known {
    fn of(ends: &Interval<Fraction>, text: String, source: &ArcStr) -> Self {
        let ends = [ends.low.clone(), ends.central.clone(), ends.high.clone()];
        Self { ends, text, source: source.clone() }
    }

    fn number(ends: &Interval<Fraction>, source: &ArcStr) -> Self {
        let text = if ends.low == ends.high {
            plain_decimal(&ends.central)
        } else {
            let [low, central, high] = [&ends.low, &ends.central, &ends.high].map(plain_decimal);
            format!("{central} ({low}-{high})")
        };
        Self::of(ends, text, source)
    }
}

/// Every figure of a project by its id.
#[must_use]
pub fn standings(project: &Project) -> BTreeMap<String, Standing> {
    let mut found: BTreeMap<String, Standing> = BTreeMap::new();
    lines(project, &mut found);
    let mut add = |item: Item, known: Option<Known>, row: &Origin| {
        found.entry(item.id.clone()).or_insert(Standing { item, known, row: Some(row.clone()) });
    };
    let coordinator: ArcStr = COORDINATOR.into();
    for row in project.drivers.all_rows() {
        let item = Item::new(&coordinator, row.year, driver_subject(project, &row.driver));
        add(item, row.fractions().map(|ends| Known::number(&ends, &row.source)), &row.origin);
    }
    for row in project.victims.rows() {
        let subject = Subject::Count {
            measure: row.measure.clone(),
            exploitation: row.exploitation.clone(),
            group: row.group.clone(),
        };
        let item = Item::new(&coordinator, row.year, subject);
        add(item, row.count.map(|count| Known::number(&count.bounds(), &row.source)), &row.origin);
    }
    for row in project.services.rows() {
        let known = [
            (
                Kind::Users,
                match &row.users {
                    Users::Unknown | Users::Protected(_) => None,
                    Users::Count(count) => Some(count.bounds()),
                    Users::Share(share) => Some(share.clone()),
                },
            ),
            (Kind::Units, row.units.clone()),
            (Kind::UnitCost, row.unit_cost.clone()),
        ];
        for (factor, ends) in known {
            let item = Item::new(&coordinator, row.year, service_subject(row, factor));
            add(item, ends.map(|ends| Known::number(&ends, &row.source)), &row.origin);
        }
    }
    for item in items(project, YearRange::default()) {
        found.entry(item.id.clone()).or_insert(Standing { item, known: None, row: None });
    }
    found
}

/// The lines: rows of one line from several sources are one figure.
fn lines(project: &Project, found: &mut BTreeMap<String, Standing>) {
    let mut by_id: BTreeMap<String, (Item, Vec<&BudgetLine>)> = BTreeMap::new();
    for line in &project.lines {
        let key = line.key();
        let subject = Subject::Amount { name: key.name(), phase: key.phase, currency: key.currency };
        let item = Item::new(&key.agency, key.year, subject);
        by_id.entry(item.id.clone()).or_insert((item, Vec::new())).1.push(line);
    }
    for (id, (item, lines)) in by_id {
        let amounts: Vec<Money> = lines.iter().filter_map(|line| line.amount()).collect();
        let known = (!amounts.is_empty()).then(|| {
            let mut sum = Money::ZERO;
            amounts.iter().for_each(|amount| sum += *amount);
            let key = &lines.iter().find(|line| line.amount().is_some()).unwrap_or(&lines[0]).key();
            let text = format!("{} {}", sum.to_plain(key.currency.digits()), key.currency);
            Known::of(&Interval::point(Fraction::from_money(sum)), text, &key.source)
        });
        let row = match (&known, lines.as_slice()) {
            (None, _) => lines.iter().find_map(|line| line.rows().first_blank().cloned()),
            (Some(_), [only]) if only.rows().count() == 1 => only.rows().first_row().cloned(),
            (Some(_), _) => None,
        };
        found.insert(id, Standing { item, known, row });
    }
}
