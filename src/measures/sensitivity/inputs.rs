//! The uncertain values of a project as they are found, each once, whoever uses it.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::algebra::{Polynomial, Sums};
use super::counts::Tallies;
use super::input::{Input, Kind, Member, Shape};
use crate::domain::{ALL_FORMS, Count, Distribution, DriverValue, Fraction, Interval, VictimCount};
use crate::project::Project;

/// The group of a driver's row that moves with nothing, the driver's other years included.
pub const APART: &str = "apart";

/// Alternative rules, where they are what is looked at.
#[derive(Debug, Clone)]
pub(super) struct Alternative {
    /// What they are called.
    pub name: ArcStr,
    /// What tells them from others: their content.
    pub digest: ArcStr,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// It is drawn: a member of an input.
    Drawn { input: usize, member: usize },
    /// A count as it stands inside its total, or around its parts.
    Counted { tally: usize, position: usize },
}

/// An uncertain value.
#[derive(Debug, Clone)]
pub(super) struct Valued {
    pub source: Source,
    pub ends: Interval<Fraction>,
}

/// Which input a value is a member of.
pub(super) enum Group<'g> {
    /// One of its own.
    Own,
    /// All values of a driver.
    Driver(&'g ArcStr),
    /// What names the same group.
    Named(&'g ArcStr),
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    pub found: Vec<Input>,
    pub values: Vec<Valued>,
    pub tallies: Tallies,
    pub sums: Sums,
    by_key: BTreeMap<String, usize>,
    by_member: BTreeMap<String, Vec<usize>>,
}

impl<'g> Group<'g> {
    /// What the text of a `group` says; a blank one leaves the driver's years together.
    pub(super) fn of(text: &'g ArcStr, driver: Option<&'g ArcStr>) -> Self {
        match (&**text, driver) {
            (APART, _) | ("", None) => Self::Own,
            ("", Some(driver)) => Self::Driver(driver),
            _ => Self::Named(text),
        }
    }
}

impl Inputs {
    /// A number with its range: a value where it has one. Where alternative rules say it differently, it is one of its
    /// own.
    pub(super) fn value(
        &mut self,
        kind: Kind,
        ends: Interval<Fraction>,
        shape: Shape,
        group: &Group<'_>,
        of: Option<&Alternative>,
    ) -> Polynomial {
        if ends.is_point() {
            return Polynomial::known(ends.central);
        }
        let drawn = self.drawn(kind, ends, shape, group, of);
        Polynomial::value(drawn)
    }

    /// The drawn value, found or new.
    pub(super) fn drawn(
        &mut self,
        kind: Kind,
        ends: Interval<Fraction>,
        shape: Shape,
        group: &Group<'_>,
        of: Option<&Alternative>,
    ) -> usize {
        let name = kind.name();
        let alike = self.by_member.get(&name).into_iter().flatten().copied();
        let found = alike.clone().find(|value| self.member(*value).is_some_and(|m| m.ends == ends && m.shape == shape));
        if let Some(found) = found {
            return found;
        }
        let of = of.filter(|_| alike.count() > 0);
        let apart = of.map(|of| format!(" ({})", of.digest)).unwrap_or_default();
        let (key, of_input) = match group {
            Group::Own => (format!("{name}{apart}"), kind.clone()),
            Group::Driver(driver) => (format!("driver.{driver}"), Kind::Years { name: (*driver).clone() }),
            Group::Named(group) => (format!("group.{group}"), Kind::Group { name: (*group).clone() }),
        };
        let member = Member { kind, ends: ends.clone(), shape, of: of.map(|of| of.name.clone()) };
        let input = match self.by_key.get(&key) {
            Some(known) => *known,
            None => {
                let named: ArcStr = if matches!(group, Group::Own) { member.name() } else { of_input.name() }.into();
                let key_of: ArcStr = key.as_str().into();
                self.found.push(Input { name: named, key: key_of, kind: of_input, members: Vec::new() });
                self.by_key.insert(key, self.found.len() - 1);
                self.found.len() - 1
            }
        };
        self.found[input].members.push(member);
        let source = Source::Drawn { input, member: self.found[input].members.len() - 1 };
        self.values.push(Valued { source, ends });
        self.by_member.entry(name).or_default().push(self.values.len() - 1);
        self.values.len() - 1
    }

    fn member(&self, value: usize) -> Option<&Member> {
        match self.values.get(value)?.source {
            Source::Drawn { input, member } => self.found.get(input)?.members.get(member),
            Source::Counted { .. } => None,
        }
    }

    /// A choice between alternatives, by weights that add up to 1.
    pub(super) fn choice(&mut self, name: &str, kind: Kind, weights: Vec<Fraction>) -> usize {
        let last = Fraction::whole(weights.len().saturating_sub(1));
        let ends = Interval { low: Fraction::zero(), central: Fraction::zero(), high: last };
        let shape = Shape::Choice(weights);
        let member = Member { kind: kind.clone(), ends: ends.clone(), shape, of: None };
        self.found.push(Input { name: name.into(), key: name.into(), kind, members: vec![member] });
        self.values.push(Valued { source: Source::Drawn { input: self.found.len() - 1, member: 0 }, ends });
        self.values.len() - 1
    }

    /// The value of a driver of a year, whoever uses it, be it carried to other years. All years of a driver move
    /// together, unless its rows name groups.
    pub(super) fn driver(&mut self, row: &DriverValue) -> Option<Polynomial> {
        let kind = Kind::Driver { name: row.driver.clone(), year: row.year };
        let group = Group::of(&row.group, Some(&row.driver));
        Some(self.value(kind, row.fractions()?, Shape::Between(Distribution::Pert), &group, None))
    }

    /// A count of victims: every whole number of its range alike, and parts of a count inside their total.
    pub(super) fn victims(&mut self, project: &Project, row: &VictimCount, count: Count) -> Polynomial {
        if count.bounds().is_point() {
            return Polynomial::known(count.central());
        }
        match super::counts::in_tally(self, project, row) {
            Some(value) => Polynomial::value(value),
            None => Polynomial::value(self.count(row, count)),
        }
    }

    /// The drawn count.
    pub(super) fn count(&mut self, row: &VictimCount, count: Count) -> usize {
        let form = (&*row.exploitation != ALL_FORMS).then(|| row.exploitation.clone());
        let kind = Kind::Victims { measure: row.measure.clone(), year: row.year, form };
        self.drawn(kind, count.bounds(), Shape::Whole, &Group::Own, None)
    }
}
