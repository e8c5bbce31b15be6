//! A project compiled into a plan: the figures that are asked for, as programs over uncertain inputs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form::Form;
use super::input::{Inputs, Kind};
use super::plan::{Divisor, Number, Plan, Program, Sum, Term};
use super::shares::Shares;
use super::splits::{number, part_weight, victims};
use crate::attribution::{Attribution, Dimension, Entry, Grouping};
use crate::domain::{ALL_FORMS, Fraction, Part, Year};
use crate::measures::basis::BasisFault;
use crate::measures::query::Query;
use crate::project::Project;

/// A set of rules with what it makes of the project.
#[derive(Debug, Clone)]
pub struct Variant<'p> {
    /// How it is named.
    pub name: String,
    /// The project with these rules.
    pub project: &'p Project,
    /// Its lines, attributed by them.
    pub attribution: &'p Attribution,
}

/// A figure whose uncertainty is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its year; `None` for all years together.
    pub year: Option<Year>,
    /// The values of the query's dimensions.
    pub by: Vec<String>,
    /// What it is.
    pub what: What,
}

/// What a figure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A cost.
    Cost,
    /// A cost per victim of a measure.
    PerVictim(Arc<str>),
    /// A cost per victim of whichever measure: the choice is an input. Those that a year has a count above zero of.
    PerVictimOfAny(Vec<Arc<str>>),
}

/// A cost before it is a sum: by the weights that divide it.
type Cost = BTreeMap<Vec<usize>, Form>;

/// Compiles the figures of a query. The first set of rules is the project's own.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub(super) fn compile(variants: &[Variant<'_>], query: &Query) -> Result<(Plan, Vec<Figure>), BasisFault> {
    let mut inputs = Inputs::default();
    let mut plan = Plan::default();
    if variants.len() > 1 {
        let names = variants.iter().map(|variant| variant.name.clone()).collect();
        plan.choice = Some(inputs.choice("rules", Kind::Rules(names), variants.len()));
    }
    let mut costs: Vec<BTreeMap<(Year, Vec<String>), Cost>> = Vec::new();
    for (number, variant) in variants.iter().enumerate() {
        let name = (number > 0).then_some(variant.name.as_str());
        costs.push(costs_of(variant, name, query, &mut inputs, &mut plan)?);
    }
    let keys: BTreeSet<(Year, Vec<String>)> = costs.iter().flat_map(|costs| costs.keys().cloned()).collect();
    let mut figures = Vec::new();
    let mut add = |figure: Figure, divisor: Divisor, of: &[(Year, Vec<String>)]| {
        let sum = |costs: &BTreeMap<(Year, Vec<String>), Cost>| sum(of.iter().filter_map(|key| costs.get(key)));
        plan.programs.push(Program { costs: distinct(costs.iter().map(sum).collect()), divisor });
        figures.push(figure);
    };
    let Some(own) = variants.first() else { return Ok((plan, figures)) };
    for key in &keys {
        let (year, by) = key;
        let figure = |what: What| Figure { year: Some(*year), by: by.clone(), what };
        let key = std::slice::from_ref(key);
        add(figure(What::Cost), Divisor::One, key);
        let form = query.exploitation.as_deref().unwrap_or(ALL_FORMS);
        let counts: Vec<(Arc<str>, Number)> = query
            .measures
            .iter()
            .filter_map(|measure| {
                let row = own.project.victims.row(measure, *year, form)?;
                let count = row.count.filter(|count| count.low() > 0)?;
                Some((Arc::clone(measure), number(&victims(row, count, &mut inputs))))
            })
            .collect();
        for (measure, count) in &counts {
            add(figure(What::PerVictim(Arc::clone(measure))), Divisor::Count(*count), key);
        }
        if counts.len() > 1 && by.is_empty() {
            let (measures, counts): (Vec<Arc<str>>, Vec<Number>) = counts.into_iter().unzip();
            let names = measures.iter().map(ToString::to_string).collect();
            let choice = inputs.choice(&format!("measure.{year}"), Kind::Measure(names), measures.len());
            add(figure(What::PerVictimOfAny(measures)), Divisor::Choice { choice, counts }, key);
        }
    }
    let years: BTreeSet<Year> = keys.iter().map(|(year, _)| *year).collect();
    if years.len() > 1 && query.by.is_empty() {
        let all: Vec<_> = keys.iter().cloned().collect();
        add(Figure { year: None, by: Vec::new(), what: What::Cost }, Divisor::One, &all);
    }
    plan.inputs = inputs.into_found();
    Ok((plan, figures))
}

/// Costs that are alike under every set of rules are one cost, which no choice picks.
fn distinct(mut costs: Vec<Sum>) -> Vec<Sum> {
    if costs.windows(2).all(|pair| pair[0] == pair[1]) {
        costs.truncate(1);
    }
    costs
}

/// What each year and group costs under one set of rules, in minor units of the basis.
fn costs_of(
    variant: &Variant<'_>,
    name: Option<&str>,
    query: &Query,
    inputs: &mut Inputs,
    plan: &mut Plan,
) -> Result<BTreeMap<(Year, Vec<String>), Cost>, BasisFault> {
    let (project, attribution) = (variant.project, variant.attribution);
    let shares = Shares::new(project, attribution, name, inputs, &mut plan.quantities);
    let is_of_part = |by: &Grouping| matches!(by.dimension, Dimension::Area | Dimension::Exploitation);
    let needs_parts = query.exploitation.is_some() || query.by.iter().any(is_of_part);
    let mut costs: BTreeMap<(Year, Vec<String>), Cost> = BTreeMap::new();
    for (number, attributed) in attribution.taken().enumerate() {
        let line = &attributed.line;
        let year = line.key().year;
        if !query.years.contains(year) {
            continue;
        }
        if query.by.is_empty() {
            costs.entry((year, Vec::new())).or_default();
        }
        let Some(form) = shares.attributed(attributed) else { continue };
        let form = form.times(&query.basis.factor(project, line.key().currency, year)?);
        let mut add = |entry: &Entry<'_>, weights: Vec<usize>, factor: &Fraction| {
            let group = query.by.iter().map(|grouping| grouping.value(entry).to_owned());
            let cost = costs.entry((year, group.collect())).or_default();
            cost.entry(weights).or_insert_with(|| Form::known(Fraction::zero())).add(&form, factor);
        };
        let entries = attributed.entries(number);
        if !needs_parts {
            if let Some(first) = attributed.entries(number).next() {
                add(&first, Vec::new(), &Fraction::one());
            }
            continue;
        }
        let form = query.exploitation.as_deref();
        let attributed_parts = entries.filter(|entry| entry.part == Part::Attributed).zip(&attributed.parts);
        for (entry, part) in attributed_parts.filter(|(entry, _)| entry.is_of_form(form)) {
            let weight = part_weight(project, attributed, part, inputs, &mut plan.weights);
            add(&entry, weight.drawn, &weight.known);
        }
    }
    Ok(costs)
}

/// Costs added up, in floating point.
fn sum<'c>(costs: impl Iterator<Item = &'c Cost>) -> Sum {
    let mut all = Cost::new();
    for (weights, form) in costs.flatten() {
        let sum = all.entry(weights.clone()).or_insert_with(|| Form::known(Fraction::zero()));
        sum.add(form, &Fraction::one());
    }
    let mut sum = Sum::default();
    for (weights, form) in all {
        if weights.is_empty() {
            sum.constant = form.constant.approximate();
        } else if !form.constant.is_zero() {
            let coefficient = form.constant.approximate();
            sum.terms.push(Term { coefficient, quantity: None, weights: weights.clone() });
        }
        let terms = form.terms.iter().filter(|(_, coefficient)| !coefficient.is_zero());
        sum.terms.extend(terms.map(|(quantity, coefficient)| Term {
            coefficient: coefficient.approximate(),
            quantity: Some(*quantity),
            weights: weights.clone(),
        }));
    }
    sum
}
