//! The shares of the rules of a year as terms over uncertain values, overheads solved.

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use super::algebra::{Monomial, Polynomial};
use super::inputs::{Alternative, Inputs};
use super::terms::Terms;
use crate::attribution::{AttributedLine, Attribution, Equation, solve_again};
use crate::domain::{Fraction, Label, Year};
use crate::project::Project;
use crate::rules::Rule;
use crate::rules::share::{Outcome, WorkedShare, common};

/// A rule, by its id, in a year.
type RuleYear = (ArcStr, Year);

/// Terms of a project under one set of rules.
#[derive(Debug)]
pub(super) struct Shares<'p> {
    project: &'p Project,
    attribution: &'p Attribution,
    /// The share of each rule and year.
    of_rules: BTreeMap<RuleYear, Polynomial>,
}

impl<'p> Shares<'p> {
    /// Works them out. `alternative` is the set of rules, where it is one.
    pub(super) fn new(
        project: &'p Project,
        attribution: &'p Attribution,
        alternative: Option<&Alternative>,
        inputs: &mut Inputs,
    ) -> Self {
        let mut shares = Self { project, attribution, of_rules: BTreeMap::new() };
        let mut overheads: BTreeMap<Year, BTreeMap<ArcStr, &[usize]>> = BTreeMap::new();
        for attributed in &attribution.lines {
            let (Some(rule), Some(worked)) = (&attributed.ruling.rule, attributed.ruling.worked.as_deref()) else {
                continue;
            };
            let year = attributed.line.key().year;
            let key = (rule.id.clone(), year);
            if !worked.serves.is_empty() {
                overheads.entry(year).or_default().insert(key.0, &worked.serves);
            } else if !shares.of_rules.contains_key(&key)
                && let Some(term) = written(project, rule, worked, alternative, inputs)
            {
                shares.of_rules.insert(key, term);
            }
        }
        for (year, rules) in overheads {
            shares.solve(year, &rules);
        }
        shares
    }

    /// What a line attributes, in minor units of its currency; `None` where it attributes nothing.
    pub(super) fn attributed(&self, attributed: &AttributedLine) -> Option<Polynomial> {
        let line = &attributed.line;
        let imputed = attributed.ruling.worked.as_ref().is_some_and(|w| matches!(w.outcome, Outcome::Imputed(_)));
        match &attributed.ruling.rule {
            Some(rule) => {
                let share = self.of_rules.get(&(rule.id.clone(), line.key().year))?;
                if imputed {
                    return Some(share.clone());
                }
                Some(share.scaled(&Fraction::from_money(attributed.amount()?)))
            }
            None if line.key().label == Label::Labelled => {
                Some(Polynomial::known(Fraction::from_money(line.amount()?)))
            }
            None => None,
        }
    }

    /// The shares of the overheads of a year: `below x share = what the lines served attribute`, which is linear in what is
    /// uncertain, so that one exact solution for each of their products serves every draw.
    fn solve(&mut self, year: Year, rules: &BTreeMap<ArcStr, &[usize]>) {
        let order: Vec<ArcStr> = rules.keys().cloned().collect();
        let mut equations: Vec<Equation> = Vec::new();
        let mut known: Vec<Polynomial> = Vec::new();
        for (row, served) in rules.values().enumerate() {
            let mut equation = Equation::default();
            let mut add = |unknown: usize, factor: Fraction| {
                let sum = equation.factors.entry(unknown).or_insert_with(Fraction::zero);
                *sum = &*sum + &factor;
            };
            let mut sum = Polynomial::default();
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
                let rule = attributed.ruling.rule.as_ref();
                match rule.and_then(|rule| order.binary_search(&rule.id).ok()) {
                    Some(column) => add(column, &Fraction::zero() - &amount),
                    None => {
                        if let Some(term) = self.attributed(attributed) {
                            sum.add(&term, &rate);
                        }
                    }
                }
            }
            equations.push(equation);
            known.push(sum);
        }
        let monomials: BTreeSet<&Monomial> = known.iter().flat_map(|term| term.terms().map(|(of, _)| of)).collect();
        for (equation, term) in equations.iter_mut().zip(&known) {
            let terms: BTreeMap<&Monomial, &Fraction> = term.terms().collect();
            let of = |monomial| terms.get(monomial).map_or_else(Fraction::zero, |coefficient| (*coefficient).clone());
            equation.right = monomials.iter().map(of).collect();
        }
        // The ledger that was attributed is their solution at the centre.
        let Ok(solution) = solve_again(&equations) else { return };
        for (rule, shares) in order.into_iter().zip(solution) {
            let mut term = Polynomial::default();
            monomials.iter().zip(&shares).for_each(|(monomial, share)| term.add_term((*monomial).clone(), share));
            self.of_rules.insert((rule, year), term);
        }
    }
}

/// The share of a rule that is no overhead, or the imputed amount itself.
fn written(
    project: &Project,
    rule: &Rule,
    worked: &WorkedShare,
    alternative: Option<&Alternative>,
    inputs: &mut Inputs,
) -> Option<Polynomial> {
    Terms { project, rule: &rule.id, alternative, inputs }.share(&rule.share, worked)
}
