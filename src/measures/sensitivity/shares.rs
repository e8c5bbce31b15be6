//! The shares of the rules of a year as forms in quantities, overheads solved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::expression::Expression;
use super::form::Form;
use super::input::Inputs;
use super::terms::Terms;
use crate::attribution::{AttributedLine, Attribution, Equation, solve_again};
use crate::domain::{Fraction, Label, Year};
use crate::project::Project;
use crate::rules::Rule;
use crate::rules::share::{Outcome, WorkedShare, common};

/// A rule, by its id, in a year.
type RuleYear = (Arc<str>, Year);

/// Forms of a project under one set of rules.
#[derive(Debug)]
pub(super) struct Shares<'p> {
    project: &'p Project,
    attribution: &'p Attribution,
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
        quantities: &mut Vec<Expression>,
    ) -> Self {
        let mut shares = Self { project, attribution, of_rules: BTreeMap::new() };
        let mut overheads: BTreeMap<Year, BTreeMap<Arc<str>, &[usize]>> = BTreeMap::new();
        for attributed in &attribution.lines {
            let (Some(rule), Some(worked)) = (&attributed.rule, attributed.worked.as_deref()) else { continue };
            let year = attributed.line.key().year;
            let key = (Arc::clone(&rule.id), year);
            if !worked.serves.is_empty() {
                overheads.entry(year).or_default().insert(key.0, &worked.serves);
            } else if !shares.of_rules.contains_key(&key)
                && let Some(form) = written(project, rule, worked, name, inputs, quantities)
            {
                shares.of_rules.insert(key, form);
            }
        }
        for (year, rules) in overheads {
            shares.solve(year, &rules);
        }
        shares
    }

    /// What a line attributes, in minor units of its currency; `None` where it attributes nothing.
    pub(super) fn attributed(&self, attributed: &AttributedLine) -> Option<Form> {
        let line = &attributed.line;
        let imputed = attributed.worked.as_ref().is_some_and(|w| matches!(w.outcome, Outcome::Imputed(_)));
        match &attributed.rule {
            Some(rule) => {
                let share = self.of_rules.get(&(Arc::clone(&rule.id), line.key().year))?;
                if imputed {
                    return Some(share.clone());
                }
                Some(share.times(&Fraction::from_money(attributed.amount()?)))
            }
            None if line.key().label == Label::Labelled => Some(Form::known(Fraction::from_money(line.amount()?))),
            None => None,
        }
    }

    /// The shares of the overheads of a year: `below x share = what the lines served attribute`, which is linear in the
    /// quantities, so that one exact solution for each quantity serves every draw.
    fn solve(&mut self, year: Year, rules: &BTreeMap<Arc<str>, &[usize]>) {
        let order: Vec<Arc<str>> = rules.keys().cloned().collect();
        let mut equations: Vec<Equation> = Vec::new();
        let mut known: Vec<Form> = Vec::new();
        for (row, served) in rules.values().enumerate() {
            let mut equation = Equation::default();
            let mut add = |unknown: usize, factor: Fraction| {
                let sum = equation.factors.entry(unknown).or_insert_with(Fraction::zero);
                *sum = &*sum + &factor;
            };
            let mut sum = Form::known(Fraction::zero());
            let served: Vec<&AttributedLine> =
                served.iter().filter_map(|number| self.attribution.lines.get(*number)).collect();
            let currencies = served.iter().map(|attributed| attributed.line.key().currency);
            let common = common(currencies, self.project);
            for attributed in served {
                let Some(amount) = attributed.amount() else { continue };
                // The engine has brought the same amounts together before.
                let of = attributed.line.key().currency;
                let Some(rate) = self.project.exchange.minor_rate(of, common, year) else { continue };
                let amount = &Fraction::from_money(amount) * &rate;
                add(row, amount.clone());
                let rule = attributed.rule.as_ref();
                match rule.and_then(|rule| order.binary_search(&rule.id).ok()) {
                    Some(column) => add(column, &Fraction::zero() - &amount),
                    None => {
                        if let Some(form) = self.attributed(attributed) {
                            sum.add(&form, &rate);
                        }
                    }
                }
            }
            equations.push(equation);
            known.push(sum);
        }
        let mut quantities: Vec<usize> = known.iter().flat_map(|form| form.terms.keys().copied()).collect();
        quantities.sort_unstable();
        quantities.dedup();
        for (equation, form) in equations.iter_mut().zip(&known) {
            let of_quantity = |quantity| form.terms.get(quantity).cloned().unwrap_or_else(Fraction::zero);
            equation.right = [form.constant.clone()].into_iter().chain(quantities.iter().map(of_quantity)).collect();
        }
        // The ledger that was attributed is their solution at the centre.
        let Ok(solution) = solve_again(&equations) else { return };
        for (rule, shares) in order.into_iter().zip(solution) {
            let mut shares = shares.into_iter();
            let mut form = Form::known(shares.next().unwrap_or_else(Fraction::zero));
            form.terms.extend(quantities.iter().copied().zip(shares));
            self.of_rules.insert((rule, year), form);
        }
    }
}

/// The share of a rule that is no overhead, or the imputed amount itself.
fn written(
    project: &Project,
    rule: &Rule,
    worked: &WorkedShare,
    name: Option<&str>,
    inputs: &mut Inputs,
    quantities: &mut Vec<Expression>,
) -> Option<Form> {
    let mut terms = Terms { project, rule: &rule.id, alternative: name, inputs };
    Some(Form::of(terms.share(&rule.share, worked)?, quantities))
}
