//! How steps, areas, services and ranges are said to a person.

use num_bigint::BigInt;

use super::ServicesReport;
use crate::attribution::Dimension;
use crate::domain::{Fraction, Interval, plain_decimal};
use crate::language::Language;
use crate::measures::services::{GroupFigures, STEP};
use crate::message;
use crate::project::Project;
use crate::report::sheet::Cell;

/// A step as a person reads it: its number and what it is.
#[must_use]
pub fn step_name(project: &Project, language: Language, step: &str) -> String {
    match step {
        "" => language.say(&message!("services-no-step")),
        step => project.names.said(STEP, step, language).to_owned(),
    }
}

impl ServicesReport<'_> {
    pub(crate) fn step(&self, step: &str) -> String {
        step_name(self.context.project, self.context.language, step)
    }

    pub(crate) fn area(&self, area: &str) -> String {
        let (project, language) = (self.context.project, self.context.language);
        match Dimension::Area.called(area, project, language) {
            Some(name) => name.to_owned(),
            None => Dimension::Area.named(area, language),
        }
    }

    pub(crate) fn service(&self, name: &str) -> String {
        self.context.project.names.said("service", name, self.context.language).to_owned()
    }

    pub(crate) fn unit(&self, name: &str) -> String {
        self.context.project.names.said("unit", name, self.context.language).to_owned()
    }

    /// The step and area of a group, as far as it has them.
    pub(crate) fn group(&self, group: &GroupFigures) -> String {
        let step = group.step.as_ref().map(|step| self.step(step));
        let area = group.area.as_ref().map(|area| self.area(area));
        let words: Vec<String> = step.into_iter().chain(area).collect();
        if words.is_empty() { self.context.say(&message!("services-all")) } else { words.join(", ") }
    }

    /// Whole minor units of the basis as plain text.
    pub(crate) fn units(&self, units: &BigInt) -> String {
        self.context.amount(&Fraction::whole(units.clone()))
    }

    /// A number and its range in one cell: `16.8 (12 to 24)`.
    pub(crate) fn ranged(&self, number: Option<&Interval<Fraction>>) -> Cell {
        self.ranged_as(number, &|bound| plain_decimal(bound))
    }

    /// The same of money in minor units of the basis.
    pub(crate) fn ranged_money(&self, money: Option<&Interval<Fraction>>) -> Cell {
        self.ranged_as(money, &|bound| self.context.amount(bound))
    }

    fn ranged_as(&self, number: Option<&Interval<Fraction>>, plain: &dyn Fn(&Fraction) -> String) -> Cell {
        let Some(number) = number else { return Cell::Unknown };
        if number.is_point() {
            return Cell::Figure(plain(&number.central));
        }
        let figure = |bound: &Fraction| self.context.language.figure(&plain(bound));
        let (low, central, high) = (figure(&number.low), figure(&number.central), figure(&number.high));
        Cell::Text(self.context.say(&message!("services-range", low = low, central = central, high = high)))
    }
}
