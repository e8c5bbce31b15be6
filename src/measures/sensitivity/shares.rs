//! The shares of the rules of a year as forms in quantities, overheads solved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::form::Form;
use super::input::{Inputs, Kind, Shape, Value};
use super::plan::Quantity;
use crate::attribution::{AttributedLine, Attribution, solve};
use crate::domain::{Distribution, DriverValue, Fraction, Label, Year};
use crate::project::{Line, Project};
use crate::rules::Share;
use crate::rules::share::{Outcome, WorkedShare};

/// A rule in a year.
type RuleYear = (usize, Year);

/// Forms of a project under one set of rules.
#[derive(Debug)]
pub(super) struct Shares<'p> {
    project: &'p Project,
    /// Its lines by their positions.
    lines: BTreeMap<usize, &'p AttributedLine>,
    /// The share of each rule and year.
    of_rules: BTreeMap<RuleYear, Form>,
}

impl<'p> Shares<'p> {
    /// Works them out. `name` is that of the set of rules, where it is an alternative.
    pub(super) fn new(
        project: &'p Project,
        attribution: &'p Attribution,
        name: Option<&str>,
        inputs: &mut Inputs,
        quantities: &mut Vec<Quantity>,
    ) -> Self {
        let lines = attribution.lines.iter().map(|line| (line.line, line)).collect();
        let mut shares = Self { project, lines, of_rules: BTreeMap::new() };
        let mut overheads: BTreeMap<Year, BTreeMap<usize, &[usize]>> = BTreeMap::new();
        for attributed in &attribution.lines {
            let (Some(rule), Some(worked)) = (attributed.rule, attributed.worked.as_deref()) else { continue };
            let Some(year) = shares.line(attributed).map(|line| line.key().year) else { continue };
            if !worked.serves.is_empty() {
                overheads.entry(year).or_default().insert(rule, &worked.serves);
            } else if !shares.of_rules.contains_key(&(rule, year))
                && let Some(form) = shares.written(rule, worked, name, inputs, quantities)
            {
                shares.of_rules.insert((rule, year), form);
            }
        }
        for (year, rules) in overheads {
            shares.solve(year, &rules);
        }
        shares
    }

    fn line(&self, attributed: &AttributedLine) -> Option<&'p Line> {
        self.project.lines.get(attributed.line)
    }

    /// What a line attributes, in minor units of the project's currency; `None` where it attributes nothing.
    pub(super) fn attributed(&self, attributed: &AttributedLine) -> Option<Form> {
        let line = self.line(attributed)?;
        let imputed = attributed.worked.as_ref().is_some_and(|w| matches!(w.outcome, Outcome::Imputed(_)));
        match attributed.rule {
            Some(rule) => {
                let share = self.of_rules.get(&(rule, line.key().year))?;
                if imputed {
                    return Some(share.clone());
                }
                Some(share.times(&Fraction::from_money(line.amount?)))
            }
            None if line.key().label == Label::Labelled => Some(Form::known(Fraction::from_money(line.amount?))),
            None => None,
        }
    }

    /// The share of a rule that is no overhead, or the imputed amount itself.
    fn written(
        &self,
        rule: usize,
        worked: &WorkedShare,
        name: Option<&str>,
        inputs: &mut Inputs,
        quantities: &mut Vec<Quantity>,
    ) -> Option<Form> {
        let rule = self.project.rules.rules.get(rule)?;
        let drivers: Option<Vec<Value>> = worked.drivers.iter().map(|used| driver(&used.row, inputs)).collect();
        let drivers = drivers?;
        let minor = Fraction::power_of_ten(self.project.currency.digits());
        let over_base = |scale: &Fraction| match (&worked.outcome, worked.base) {
            (Outcome::Share(_), Some(base)) => scale.checked_div(&Fraction::from_money(base)),
            (Outcome::Imputed(_), _) => Some(scale.clone()),
            _ => None,
        };
        match &rule.share {
            Share::All => Some(Form::known(Fraction::one())),
            Share::None => Some(Form::known(Fraction::zero())),
            Share::Fixed(fixed) => Some(Form::known(fixed.share.clone())),
            Share::Judgement(judgement) => {
                let shape = Shape::Between(judgement.distribution);
                let id = format!("rule.{}", rule.id);
                let value = inputs.value(id, Kind::Rule, judgement.bounds.clone(), shape, name);
                Form::product(&Fraction::one(), &[value], None, quantities)
            }
            Share::Ratio(_) => Form::product(&Fraction::one(), drivers.get(..1)?, drivers.get(1), quantities),
            Share::Amount(_) | Share::Units(_) => Form::product(&over_base(&minor)?, &drivers, None, quantities),
            Share::Overhead(_) => None,
        }
    }

    /// The shares of the overheads of a year: `below x share = what the lines served attribute`, which is linear in the
    /// quantities, so that one exact solution for each quantity serves every draw.
    fn solve(&mut self, year: Year, rules: &BTreeMap<usize, &[usize]>) {
        let order: Vec<usize> = rules.keys().copied().collect();
        let mut matrix = Vec::new();
        let mut known: Vec<Form> = Vec::new();
        for (row, served) in rules.values().enumerate() {
            let mut cells = vec![Fraction::zero(); order.len()];
            let mut sum = Form::known(Fraction::zero());
            for attributed in served.iter().filter_map(|position| self.lines.get(position)) {
                let Some(amount) = self.line(attributed).and_then(|line| line.amount) else { continue };
                let amount = Fraction::from_money(amount);
                cells[row] = &cells[row] + &amount;
                match attributed.rule.and_then(|rule| order.iter().position(|overhead| *overhead == rule)) {
                    Some(column) => cells[column] = &cells[column] - &amount,
                    None => {
                        if let Some(form) = self.attributed(attributed) {
                            sum.add(&form, &Fraction::one());
                        }
                    }
                }
            }
            matrix.push(cells);
            known.push(sum);
        }
        let mut solved = vec![Form::known(Fraction::zero()); order.len()];
        if let Some(constants) = solve(matrix.clone(), known.iter().map(|form| form.constant.clone()).collect()) {
            solved.iter_mut().zip(constants).for_each(|(form, constant)| form.constant = constant);
        }
        let mut quantities: Vec<usize> = known.iter().flat_map(|form| form.terms.keys().copied()).collect();
        quantities.sort_unstable();
        quantities.dedup();
        for quantity in quantities {
            let right = known.iter().map(|form| form.terms.get(&quantity).cloned().unwrap_or_else(Fraction::zero));
            let Some(solution) = solve(matrix.clone(), right.collect()) else { continue };
            for (form, coefficient) in solved.iter_mut().zip(solution) {
                form.terms.insert(quantity, coefficient);
            }
        }
        for (rule, form) in order.into_iter().zip(solved) {
            self.of_rules.insert((rule, year), form);
        }
    }
}

/// The value of a driver of a year: one input, whoever uses it, be it carried to other years.
pub(super) fn driver(row: &DriverValue, inputs: &mut Inputs) -> Option<Value> {
    let name = format!("driver.{}.{}", row.driver, row.year);
    let kind = Kind::Driver { name: Arc::clone(&row.driver), year: row.year };
    Some(inputs.value(name, kind, row.fractions()?, Shape::Between(Distribution::Pert), None))
}
