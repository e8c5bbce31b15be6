//! The plan: figures as programs in floating point over columns of draws.
//!
//! A cell is a column: a value that is drawn, a count inside its total, a product, a sum below a line. A figure is what
//! the report has, exactly, and what cells move it by: `sum of coefficient x (cell - cell at the centre)`. So an amount
//! that is known takes no digit from one that is not. Another draw of one input changes only the cells that hang on it.

use std::collections::{BTreeMap, BTreeSet};

use super::algebra::{Atom, Monomial};
use super::compile::Program;
use super::counts::Tally;
use super::input::Input;
use super::inputs::{Inputs, Source};
use crate::domain::Fraction;

/// A column.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    /// A member of an input.
    Drawn { input: usize, member: usize },
    /// A count among those of its measure and year, each of which may be drawn.
    Counted { tally: usize, position: usize, drawn: Vec<Option<usize>> },
    /// Cells to powers, times each other.
    Product(Vec<(usize, i32)>),
    /// A number and cells times factors, added up.
    Sum(f64, Vec<(f64, usize)>),
}

/// A figure under one set of rules.
#[derive(Debug, Clone)]
pub(super) struct Lowered {
    /// What the figure is at the centre, less what it is under the project's own rules.
    pub offset: f64,
    /// What a draw of it is moved by at least and at most, from the figure under the project's own rules.
    pub bounds: (f64, f64),
    /// Coefficients with their cells.
    pub terms: Vec<(f64, usize)>,
}

/// A figure.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    /// Cells that pick a branch, with how many alternatives each has.
    pub picks: Vec<(usize, usize)>,
    pub branches: Vec<Lowered>,
    /// The inputs that move it, in order.
    pub used: Vec<usize>,
    /// For each of them the terms that hang on it: branch, coefficient, cell.
    pub touched: Vec<Vec<(usize, f64, usize)>>,
}

/// The whole plan.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub inputs: Vec<Input>,
    pub tallies: Vec<Tally>,
    /// Each after the cells that it is made of.
    pub cells: Vec<Cell>,
    /// What each cell is with all inputs at their centres.
    pub central: Vec<f64>,
    pub figures: Vec<Figures>,
    /// The cells that hang on each input, in order.
    pub of_input: Vec<Vec<usize>>,
    /// The inputs of each cell.
    depends: Vec<BTreeSet<usize>>,
}

/// Cells as they are made.
struct Lowering<'l> {
    inputs: &'l Inputs,
    plan: Plan,
    values: BTreeMap<usize, usize>,
    sums: BTreeMap<usize, usize>,
    products: BTreeMap<Monomial, usize>,
}

impl Plan {
    /// From what was compiled. Inputs that no figure uses are left out.
    pub(super) fn new(programs: &[Program], inputs: &Inputs) -> Self {
        let mut lowering = Lowering {
            inputs,
            plan: Self::default(),
            values: BTreeMap::new(),
            sums: BTreeMap::new(),
            products: BTreeMap::new(),
        };
        programs.iter().for_each(|program| lowering.program(program));
        let mut plan = lowering.plan;
        plan.tallies.clone_from(&inputs.tallies.list);
        plan.keep_used(&inputs.found);
        plan
    }

    /// Inputs get the positions that they have among those in use; their members too.
    fn keep_used(&mut self, found: &[Input]) {
        let mut members: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for cell in &self.cells {
            if let Cell::Drawn { input, member } = cell {
                members.entry(*input).or_default().insert(*member);
            }
        }
        let positions: BTreeMap<usize, usize> = members.keys().copied().zip(0..).collect();
        for cell in &mut self.cells {
            if let Cell::Drawn { input, member } = cell {
                *member = members.get(input).map_or(0, |of| of.range(..*member).count());
                *input = positions.get(input).copied().unwrap_or_default();
            }
        }
        self.inputs = members.iter().map(|(input, of)| found[*input].clone().of_members(|n| of.contains(&n))).collect();
        let to_used =
            |of: &BTreeSet<usize>| -> Vec<usize> { of.iter().filter_map(|i| positions.get(i).copied()).collect() };
        for figure in &mut self.figures {
            figure.used = to_used(&figure.used.iter().copied().collect());
            figure.touched = vec![Vec::new(); figure.used.len()];
            for (number, branch) in figure.branches.iter().enumerate() {
                for (coefficient, cell) in &branch.terms {
                    let of_cell = to_used(&self.depends[*cell]).into_iter();
                    for position in of_cell.filter_map(|input| figure.used.binary_search(&input).ok()) {
                        figure.touched[position].push((number, *coefficient, *cell));
                    }
                }
            }
        }
        self.of_input = vec![Vec::new(); self.inputs.len()];
        for (cell, depends) in self.depends.iter().enumerate() {
            to_used(depends).into_iter().for_each(|input| self.of_input[input].push(cell));
        }
        self.central = super::columns::Columns::central(self).cells;
    }
}

impl Lowering<'_> {
    fn program(&mut self, program: &Program) {
        let base = program.branches.first().map_or_else(Fraction::zero, |branch| branch.central.clone());
        let from_base = |number: &Fraction| (number - &base).approximate();
        let mut branches = Vec::new();
        for branch in &program.branches {
            let mut terms = Vec::new();
            for (monomial, coefficient) in branch.term.terms().filter(|(monomial, _)| !monomial.atoms().is_empty()) {
                terms.push((coefficient.approximate(), self.product(monomial)));
            }
            let bounds = (from_base(&branch.bounds.0), from_base(&branch.bounds.1));
            branches.push(Lowered { offset: from_base(&branch.central), bounds, terms });
        }
        let picks: Vec<(usize, usize)> = program.picks.iter().map(|(value, of)| (self.value(*value), *of)).collect();
        let cells = branches.iter().flat_map(|branch| branch.terms.iter().map(|(_, cell)| *cell));
        let cells = cells.chain(picks.iter().map(|(cell, _)| *cell));
        let used: BTreeSet<usize> = cells.flat_map(|cell| self.plan.depends[cell].iter().copied()).collect();
        self.plan.figures.push(Figures { picks, branches, used: used.into_iter().collect(), touched: Vec::new() });
    }

    fn push(&mut self, cell: Cell) -> usize {
        let of = |cells: &[usize]| cells.iter().flat_map(|cell| self.plan.depends[*cell].iter().copied()).collect();
        let depends: BTreeSet<usize> = match &cell {
            Cell::Drawn { input, .. } => BTreeSet::from([*input]),
            Cell::Counted { drawn, .. } => of(&drawn.iter().flatten().copied().collect::<Vec<_>>()),
            Cell::Product(factors) => of(&factors.iter().map(|(cell, _)| *cell).collect::<Vec<_>>()),
            Cell::Sum(_, terms) => of(&terms.iter().map(|(_, cell)| *cell).collect::<Vec<_>>()),
        };
        self.plan.cells.push(cell);
        self.plan.depends.push(depends);
        self.plan.cells.len() - 1
    }

    fn value(&mut self, value: usize) -> usize {
        if let Some(known) = self.values.get(&value) {
            return *known;
        }
        let cell = match self.inputs.values[value].source {
            Source::Drawn { input, member } => Cell::Drawn { input, member },
            Source::Counted { tally, position } => {
                let counts = self.inputs.tallies.list[tally].counts.iter();
                let values: Vec<Option<usize>> = counts.map(|count| count.drawn).collect();
                let drawn = values.into_iter().map(|value| value.map(|value| self.value(value))).collect();
                Cell::Counted { tally, position, drawn }
            }
        };
        let cell = self.push(cell);
        self.values.insert(value, cell);
        cell
    }

    fn product(&mut self, monomial: &Monomial) -> usize {
        if let Some(known) = self.products.get(monomial) {
            return *known;
        }
        let factors: Vec<(usize, i32)> = monomial
            .atoms()
            .iter()
            .map(|(atom, power)| match atom {
                Atom::Value(value) => (self.value(*value), *power),
                Atom::Sum(sum) => (self.sum(*sum), *power),
            })
            .collect();
        let cell = match factors.as_slice() {
            [(only, 1)] => *only,
            _ => self.push(Cell::Product(factors)),
        };
        self.products.insert(monomial.clone(), cell);
        cell
    }

    fn sum(&mut self, sum: usize) -> usize {
        if let Some(known) = self.sums.get(&sum) {
            return *known;
        }
        let term = self.inputs.sums.get(sum);
        let mut terms = Vec::new();
        for (monomial, coefficient) in term.terms().filter(|(monomial, _)| !monomial.atoms().is_empty()) {
            terms.push((coefficient.approximate(), self.product(monomial)));
        }
        let cell = self.push(Cell::Sum(term.constant().approximate(), terms));
        self.sums.insert(sum, cell);
        cell
    }
}
