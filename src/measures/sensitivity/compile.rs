//! The figures that are asked for, each as terms over uncertain values, one for each set of rules and measure.

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use super::branch::Branch;
use super::costs::{Cost, Key, costs, together};
use super::input::Kind;
use super::inputs::{Alternative, Inputs};
use crate::attribution::Attribution;
use crate::domain::{ALL_FORMS, Count, Fraction, VictimCount, Year};
use crate::language::Message;
use crate::measures::basis::BasisFault;
use crate::measures::cost::{Cost as Report, CostRow};
use crate::measures::query::Query;
use crate::project::Project;

/// A set of rules with what it makes of the project.
#[derive(Debug, Clone)]
pub struct Variant<'p> {
    /// How it is named.
    pub name: String,
    /// What tells it from other sets of rules: a digest of its content.
    pub digest: String,
    /// How often it is taken where there are several; they add up to 1.
    pub weight: Fraction,
    /// The project with these rules.
    pub project: &'p Project,
    /// Its lines, attributed by them.
    pub attribution: &'p Attribution,
}

impl<'p> Variant<'p> {
    /// The only set of rules.
    #[must_use]
    pub fn only(project: &'p Project, attribution: &'p Attribution) -> Self {
        Self { name: String::new(), digest: String::new(), weight: Fraction::one(), project, attribution }
    }
}

/// Whether the choice between measures of victims is an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measures {
    /// Each measure has figures of its own.
    Each,
    /// And there is a cost per victim of whichever of them.
    AnyToo,
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
    PerVictim(ArcStr),
    /// A cost per victim of whichever measure: the choice is an input. Those that a year has a count above zero of.
    PerVictimOfAny(Vec<ArcStr>),
}

/// A figure with what it is under each set of rules.
#[derive(Debug)]
pub(super) struct Program {
    pub figure: Figure,
    /// Values that pick a branch, with how many alternatives each has; the last changes fastest.
    pub picks: Vec<(usize, usize)>,
    /// One for each alternative, the project's own first; none where nothing can be drawn.
    pub branches: Vec<Branch>,
    /// Why nothing can be drawn.
    pub reason: Option<Message>,
}

/// Compiles the figures of a query. The first set of rules is the project's own, and `report` is what it gives.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub(super) fn compile(
    variants: &[Variant<'_>],
    query: &Query,
    report: &Report,
    measures: Measures,
) -> Result<(Vec<Program>, Inputs), BasisFault> {
    let mut inputs = Inputs::default();
    let mut of_rules = Vec::new();
    for (number, variant) in variants.iter().enumerate() {
        let (name, digest) = (variant.name.as_str().into(), variant.digest.as_str().into());
        let alternative = (number > 0).then_some(Alternative { name, digest });
        of_rules.push(costs(variant, alternative.as_ref(), query, &mut inputs)?);
    }
    let choice = (variants.len() > 1).then(|| {
        let names = variants.iter().map(|variant| variant.name.clone()).collect();
        let weights = variants.iter().map(|variant| variant.weight.clone()).collect();
        inputs.choice("rules", Kind::Rules(names), weights)
    });
    let Some(own) = variants.first() else { return Ok((Vec::new(), inputs)) };
    let rows: BTreeMap<Key, &CostRow> = report.rows.iter().map(|row| ((row.year, row.by.clone()), row)).collect();
    let shown = rows.iter().filter(|(_, row)| query.by.is_empty() || row.figures.total().is_some());
    let keys: BTreeSet<Key> =
        shown.map(|(key, _)| key.clone()).chain(of_rules.iter().flat_map(|of| of.keys().cloned())).collect();
    let mut compiling = Compiling { inputs, choice, programs: Vec::new() };
    for key in &keys {
        let costs: Vec<Option<&Cost>> = of_rules.iter().map(|costs| costs.get(key)).collect();
        let figure = |what: What| Figure { year: Some(key.0), by: key.1.clone(), what };
        compiling.add(figure(What::Cost), &costs, None);
        let mut any = Vec::new();
        for measure in &query.measures {
            let form = query.exploitation.as_deref().unwrap_or(ALL_FORMS);
            let counted = own.project.victims.row(measure, key.0, form);
            let Some((row, count)) = counted.and_then(|row| Some((row, row.count?))) else { continue };
            let of_row = rows.get(key).and_then(|row| row.per_victim.iter().find(|of| of.measure == *measure));
            let figure = figure(What::PerVictim(measure.clone()));
            if count.low() == 0 || costs.iter().all(Option::is_none) {
                let reason = of_row.and_then(|of| of.reason.clone());
                compiling.programs.push(Program { figure, picks: Vec::new(), branches: Vec::new(), reason });
            } else {
                compiling.add(figure, &costs, Some((own.project, row, count)));
                any.push((measure.clone(), row, count));
            }
        }
        if measures == Measures::AnyToo && any.len() > 1 && query.by.is_empty() {
            let names = any.iter().map(|(measure, ..)| measure.clone()).collect();
            compiling.any(figure(What::PerVictimOfAny(names)), key.0, &costs, own.project, &any);
        }
    }
    let years: BTreeSet<Year> = keys.iter().map(|(year, _)| *year).collect();
    if years.len() > 1 && query.by.is_empty() {
        let all: Vec<Option<Cost>> = of_rules.iter().map(|costs| together(costs.values())).collect();
        let all: Vec<Option<&Cost>> = all.iter().map(Option::as_ref).collect();
        compiling.add(Figure { year: None, by: Vec::new(), what: What::Cost }, &all, None);
    }
    Ok((compiling.programs, compiling.inputs))
}

struct Compiling {
    inputs: Inputs,
    choice: Option<usize>,
    programs: Vec<Program>,
}

impl Compiling {
    /// The figure under every set of rules; one that does not have it costs nothing there.
    fn branches(&mut self, costs: &[Option<&Cost>], count: Option<(&Project, &VictimCount, Count)>) -> Vec<Branch> {
        let by = count.map(|(project, row, count)| (count, self.inputs.victims(project, row, count)));
        let nothing = Branch::nothing();
        let of = |cost: &Option<&Cost>| match cost {
            None => Some(nothing.clone()),
            Some(cost) => Branch::new(cost, by.as_ref().map(|(count, by)| (*count, by)), &mut self.inputs),
        };
        costs.iter().filter_map(of).collect()
    }

    fn add(&mut self, figure: Figure, costs: &[Option<&Cost>], count: Option<(&Project, &VictimCount, Count)>) {
        if costs.iter().all(Option::is_none) {
            // Nothing is known, or known to be nothing: so the report says.
            self.programs.push(Program { figure, picks: Vec::new(), branches: Vec::new(), reason: None });
            return;
        }
        let branches = self.branches(costs, count);
        let picks = self.choice.map(|choice| (choice, branches.len())).into_iter().collect();
        self.programs.push(Program::new(figure, picks, branches));
    }

    fn any(
        &mut self,
        figure: Figure,
        year: Year,
        costs: &[Option<&Cost>],
        project: &Project,
        measures: &[(ArcStr, &VictimCount, Count)],
    ) {
        let names: Vec<String> = measures.iter().map(|(measure, ..)| measure.to_string()).collect();
        let each = Fraction::ratio(1, measures.len()).unwrap_or_else(Fraction::one);
        let weights = vec![each; measures.len()];
        let choice = self.inputs.choice(&format!("measure.{year}"), Kind::Measure(names), weights);
        let mut branches = Vec::new();
        for (_, row, count) in measures {
            branches.extend(self.branches(costs, Some((project, row, *count))));
        }
        let rules = self.choice.map(|choice| (choice, costs.len()));
        let picks = std::iter::once((choice, measures.len())).chain(rules).collect();
        self.programs.push(Program::new(figure, picks, branches));
    }
}

impl Program {
    /// Where all branches of a choice are alike there is nothing to choose.
    fn new(figure: Figure, mut picks: Vec<(usize, usize)>, mut branches: Vec<Branch>) -> Self {
        if branches.windows(2).all(|pair| pair[0] == pair[1]) {
            branches.truncate(1);
            picks.clear();
        }
        Self { figure, picks, branches, reason: None }
    }
}
