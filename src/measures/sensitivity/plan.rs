//! The plan: a project compiled into sums of products of few numbers, to be worked out for many draws.
//!
//! What a line attributes is linear in the shares of rules, overheads too, since what an overhead serves has fixed
//! amounts. A cost is therefore `constant + sum of coefficient x quantity x weights`, where a quantity is a term
//! over inputs in a share (or an imputed amount), and a weight is a part of a split. Coefficients are worked out in
//! fractions and turned into floating point once. Nothing is rounded to the minor unit.

#![expect(clippy::float_arithmetic, reason = "draws are worked out in floating point; the report's figures are not")]

use super::expression::Expression;
use super::input::Input;

/// A number that is known, or an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    Known(f64),
    Input(usize),
}

/// A part of a split: its own numbers over all numbers. Where a total stands above all of them, the part that takes the
/// rest has what is missing too.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weight {
    pub own: Vec<Number>,
    pub takes_rest: bool,
    pub all: Vec<Number>,
    pub total: Option<Number>,
    /// What it is where all numbers are drawn as 0.
    pub central: f64,
}

/// One product.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    pub coefficient: f64,
    pub quantity: Option<usize>,
    pub weights: Vec<usize>,
}

/// A cost: a sum of products, in minor units of the basis.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Sum {
    pub constant: f64,
    pub terms: Vec<Term>,
}

/// What a cost is divided by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Divisor {
    /// Nothing.
    One,
    /// A count.
    Count(Number),
    /// The count that a choice picks.
    Choice { choice: usize, counts: Vec<Number> },
}

/// A figure: which cost, by what.
#[derive(Debug, Clone)]
pub(super) struct Program {
    /// The cost under each set of rules, the project's own first; only one where all are alike.
    pub costs: Vec<Sum>,
    pub divisor: Divisor,
}

/// The whole plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    pub inputs: Vec<Input>,
    pub quantities: Vec<Expression>,
    pub weights: Vec<Weight>,
    /// The input that picks the set of rules.
    pub choice: Option<usize>,
    pub programs: Vec<Program>,
}

/// A column of values for each input, all of one length.
pub(super) trait Columns {
    /// The values of an input.
    fn of(&self, input: usize) -> &[f64];
    /// How many there are.
    fn rows(&self) -> usize;
}

impl Plan {
    /// The inputs that a figure depends on, in order.
    pub(super) fn used(&self, program: &Program) -> Vec<usize> {
        let mut used = Vec::new();
        let mut number = |number: &Number| {
            if let Number::Input(input) = number {
                used.push(*input);
            }
        };
        match &program.divisor {
            Divisor::One => {}
            Divisor::Count(count) => number(count),
            Divisor::Choice { choice, counts } => {
                number(&Number::Input(*choice));
                counts.iter().for_each(&mut number);
            }
        }
        for term in program.costs.iter().flat_map(|sum| &sum.terms) {
            for weight in term.weights.iter().filter_map(|weight| self.weights.get(*weight)) {
                weight.own.iter().chain(&weight.all).chain(&weight.total).for_each(&mut number);
            }
            if let Some(quantity) = term.quantity.and_then(|quantity| self.quantities.get(quantity)) {
                let mut inputs = Vec::new();
                quantity.inputs(&mut inputs);
                inputs.iter().for_each(|input| number(&Number::Input(*input)));
            }
        }
        if program.costs.len() > 1 {
            used.extend(self.choice);
        }
        used.sort_unstable();
        used.dedup();
        used
    }

    /// A figure for every row of the columns.
    pub(super) fn evaluate(&self, program: &Program, columns: &dyn Columns) -> Vec<f64> {
        let mut values = match (self.choice, program.costs.as_slice()) {
            (_, []) => vec![0.0; columns.rows()],
            (_, [only]) | (None, [only, ..]) => self.sum(only, columns),
            (Some(choice), costs) => {
                let each: Vec<Vec<f64>> = costs.iter().map(|cost| self.sum(cost, columns)).collect();
                let picked = columns.of(choice).iter().enumerate();
                picked.map(|(row, pick)| pick_of(&each, *pick).map_or(f64::NAN, |values| values[row])).collect()
            }
        };
        match &program.divisor {
            Divisor::One => {}
            Divisor::Count(Number::Known(count)) => values.iter_mut().for_each(|value| *value /= count),
            Divisor::Count(Number::Input(count)) => {
                values.iter_mut().zip(columns.of(*count)).for_each(|(value, count)| *value /= count);
            }
            Divisor::Choice { choice, counts } => {
                for (row, (value, pick)) in values.iter_mut().zip(columns.of(*choice)).enumerate() {
                    *value /= pick_of(counts, *pick).map_or(f64::NAN, |count| number(*count, columns, row));
                }
            }
        }
        values
    }

    fn sum(&self, sum: &Sum, columns: &dyn Columns) -> Vec<f64> {
        let mut values = vec![sum.constant; columns.rows()];
        for term in &sum.terms {
            let mut product = vec![term.coefficient; columns.rows()];
            if let Some(quantity) = term.quantity.and_then(|quantity| self.quantities.get(quantity)) {
                product.iter_mut().zip(quantity.evaluate(columns)).for_each(|(value, quantity)| *value *= quantity);
            }
            for weight in term.weights.iter().filter_map(|weight| self.weights.get(*weight)) {
                product.iter_mut().enumerate().for_each(|(row, value)| *value *= weight.at(columns, row));
            }
            values.iter_mut().zip(&product).for_each(|(value, product)| *value += product);
        }
        values
    }
}

impl Weight {
    fn at(&self, columns: &dyn Columns, row: usize) -> f64 {
        let sum = |numbers: &[Number]| numbers.iter().map(|of| number(*of, columns, row)).sum::<f64>();
        let all = sum(&self.all);
        let whole = self.total.map_or(all, |total| number(total, columns, row).max(all));
        if whole == 0.0 {
            return self.central;
        }
        let rest = if self.takes_rest { whole - all } else { 0.0 };
        (sum(&self.own) + rest) / whole
    }
}

fn number(number: Number, columns: &dyn Columns, row: usize) -> f64 {
    match number {
        Number::Known(value) => value,
        Number::Input(input) => columns.of(input)[row],
    }
}

/// The alternative that a draw picks.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a choice is drawn as a small whole number"
)]
fn pick_of<T>(alternatives: &[T], pick: f64) -> Option<&T> {
    alternatives.get(pick as usize)
}
