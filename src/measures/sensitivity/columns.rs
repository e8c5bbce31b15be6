//! Columns of draws: the cells of a plan for some rows, and what another draw of one input makes of them.

#![expect(clippy::float_arithmetic, reason = "draws are worked out in floating point; the report's figures are not")]

use super::plan::{Cell, Figures, Lowered, Plan};

/// Every cell for some rows, one after another.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    rows: usize,
    pub cells: Vec<f64>,
}

/// A figure for some rows: what each branch is moved by from the figure under the project's own rules, within no bounds
/// yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Moved {
    branches: Vec<Vec<f64>>,
}

impl Columns {
    /// All cells from the values that are drawn: `draw` fills the column of a member of an input.
    pub(super) fn new(plan: &Plan, rows: usize, mut draw: impl FnMut(usize, usize, &mut [f64])) -> Self {
        let mut columns = Self { rows, cells: vec![0.0; rows * plan.cells.len()] };
        for number in 0..plan.cells.len() {
            let (before, own) = columns.cells.split_at_mut(number * rows);
            let own = &mut own[..rows];
            match &plan.cells[number] {
                Cell::Drawn { input, member } => draw(*input, *member, own),
                cell => work_out(plan, cell, |other| &before[other * rows..(other + 1) * rows], own),
            }
        }
        columns
    }

    /// One row with every input at its centre.
    pub(super) fn central(plan: &Plan) -> Self {
        Self::new(plan, 1, |input, member, column| {
            column.fill(plan.inputs[input].members[member].ends.central.approximate())
        })
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    fn of(&self, cell: usize) -> &[f64] {
        &self.cells[cell * self.rows..(cell + 1) * self.rows]
    }

    /// Another draw of one input: works out the cells that hang on it into `mixed`, with the drawn columns as `draw`
    /// fills them.
    pub(super) fn mix(
        &self,
        plan: &Plan,
        input: usize,
        mixed: &mut Self,
        mut draw: impl FnMut(usize, &mut [f64], usize),
    ) {
        let touched = &plan.of_input[input];
        for number in touched {
            let (before, own) = mixed.cells.split_at_mut(number * self.rows);
            let own = &mut own[..self.rows];
            match &plan.cells[*number] {
                Cell::Drawn { member, .. } => draw(*member, own, *number),
                cell => {
                    let of = |other: usize| {
                        let is_mixed = touched.binary_search(&other).is_ok();
                        if is_mixed { &before[other * self.rows..(other + 1) * self.rows] } else { self.of(other) }
                    };
                    work_out(plan, cell, of, own);
                }
            }
        }
    }

    /// Copies the column of a cell.
    pub(super) fn copy(&self, cell: usize, to: &mut [f64]) {
        to.copy_from_slice(self.of(cell));
    }

    /// What each branch of a figure is moved by.
    pub(super) fn moved(&self, plan: &Plan, figure: &Figures) -> Moved {
        let branch = |branch: &Lowered| {
            let mut sum = vec![branch.offset; self.rows];
            for (coefficient, cell) in &branch.terms {
                let central = plan.central[*cell];
                sum.iter_mut().zip(self.of(*cell)).for_each(|(sum, value)| *sum += coefficient * (value - central));
            }
            sum
        };
        Moved { branches: figure.branches.iter().map(branch).collect() }
    }

    /// The figure, row by row.
    pub(super) fn values(&self, figure: &Figures, moved: &Moved, into: &mut Vec<f64>) {
        into.clear();
        into.extend((0..self.rows).map(|row| {
            let pick = pick(figure, |cell| self.of(cell)[row]);
            bounded(&figure.branches[pick], moved.branches[pick][row])
        }));
    }

    /// What another draw of an input, the one at this position among those of the figure, changes the figure by.
    pub(super) fn differences(
        &self,
        (plan, figure, position): (&Plan, &Figures, usize),
        mixed: &Self,
        moved: &Moved,
        into: &mut Vec<f64>,
    ) {
        let touched = &plan.of_input[figure.used[position]];
        let mut by: Vec<Vec<f64>> = vec![Vec::new(); figure.branches.len()];
        for (branch, coefficient, cell) in &figure.touched[position] {
            by[*branch].resize(self.rows, 0.0);
            let pairs = mixed.of(*cell).iter().zip(self.of(*cell));
            by[*branch].iter_mut().zip(pairs).for_each(|(sum, (new, old))| *sum += coefficient * (new - old));
        }
        into.clear();
        into.extend((0..self.rows).map(|row| {
            let old = pick(figure, |cell| self.of(cell)[row]);
            let new = pick(figure, |cell| {
                if touched.binary_search(&cell).is_ok() { mixed.of(cell)[row] } else { self.of(cell)[row] }
            });
            let by = by[new].get(row).copied().unwrap_or_default();
            let (from, to) = (moved.branches[old][row], moved.branches[new][row] + by);
            let (within_from, within_to) = (bounded(&figure.branches[old], from), bounded(&figure.branches[new], to));
            // Where no bound is met the difference itself has more digits than that of two sums.
            let is_free = old == new && within_from == from && within_to == to;
            if is_free { by } else { within_to - within_from }
        }));
    }
}

fn bounded(branch: &Lowered, moved: f64) -> f64 {
    let (low, high) = branch.bounds;
    moved.max(low).min(high)
}

/// The branch that a row picks.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a choice is drawn as a small whole number"
)]
fn pick(figure: &Figures, of: impl Fn(usize) -> f64) -> usize {
    figure.picks.iter().fold(0, |branch, (cell, alternatives)| branch * alternatives + of(*cell) as usize)
}

/// A cell that is made of others.
fn work_out<'c>(plan: &Plan, cell: &Cell, of: impl Fn(usize) -> &'c [f64], own: &mut [f64]) {
    match cell {
        Cell::Drawn { .. } => {}
        Cell::Counted { tally, position, drawn } => {
            let tally = &plan.tallies[*tally];
            for (row, value) in own.iter_mut().enumerate() {
                let drawn = |at: usize| match drawn[at] {
                    Some(cell) => of(cell)[row],
                    None => tally.counts[at].ends.central,
                };
                *value = tally.at(*position, drawn);
            }
        }
        Cell::Product(factors) => {
            own.fill(1.0);
            for (cell, power) in factors {
                let values = own.iter_mut().zip(of(*cell));
                match power {
                    1 => values.for_each(|(own, value)| *own *= value),
                    -1 => values.for_each(|(own, value)| *own /= value),
                    power => values.for_each(|(own, value)| *own *= value.powi(*power)),
                }
            }
        }
        Cell::Sum(constant, terms) => {
            own.fill(*constant);
            for (factor, cell) in terms {
                own.iter_mut().zip(of(*cell)).for_each(|(own, value)| *own += factor * value);
            }
        }
    }
}
