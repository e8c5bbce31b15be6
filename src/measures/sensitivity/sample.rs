//! Draws of every figure, block by block: only what percentiles need is kept, and of so many figures at a time that it
//! fits into memory.

use std::ops::Range;

use super::columns::Columns;
use super::draws::Drawer;
use super::plan::{Figures, Plan};
use super::run::Drawing;
use super::sobol::{Indices, Sums};
use super::spread::Spread;
use super::threads::in_two;

/// Rows that are worked on at a time.
const BLOCK: usize = 256;

/// Draws that are kept at a time, for percentiles.
const KEPT: usize = 32 << 20;

/// What the draws of one figure say.
#[derive(Debug, Clone, Default)]
pub(super) struct Sample {
    /// `None` where no input moves it.
    pub spread: Option<Spread>,
    /// The indices of the inputs that it uses, in order; none where it does not vary.
    pub indices: Vec<Indices>,
}

/// Draws every figure of a plan.
pub(super) fn sample(plan: &Plan, drawing: Drawing) -> Vec<Sample> {
    let drawer = Drawer::new(&plan.inputs, drawing.seed);
    let mut found = vec![Sample::default(); plan.figures.len()];
    let moved: Vec<usize> = (0..plan.figures.len()).filter(|figure| !plan.figures[*figure].used.is_empty()).collect();
    for figures in moved.chunks((KEPT / drawing.draws.max(1)).max(1)) {
        let round = Round { plan, drawer: &drawer, figures, draws: drawing.draws };
        for (figure, (sums, mut draws)) in figures.iter().zip(round.run()) {
            let spread = Some(Spread::of(&mut draws, sums.mean()));
            found[*figure] = Sample { spread, indices: sums.indices(size(plan, &plan.figures[*figure])) };
        }
    }
    found
}

/// How much of a figure is not known, at the centre: what floating point is exact to beside.
#[expect(clippy::float_arithmetic, reason = "the size of a random figure is no money")]
fn size(plan: &Plan, figure: &Figures) -> f64 {
    let terms = figure.branches.iter().flat_map(|branch| &branch.terms);
    terms.map(|(coefficient, cell)| (coefficient * plan.central[*cell]).abs()).filter(|size| size.is_finite()).sum()
}

/// Some figures.
struct Round<'r> {
    plan: &'r Plan,
    drawer: &'r Drawer,
    figures: &'r [usize],
    draws: usize,
}

impl Round<'_> {
    fn figures(&self) -> impl Iterator<Item = &Figures> {
        self.figures.iter().map(|figure| &self.plan.figures[*figure])
    }

    /// What the rows add up to, and the figure over A, row by row.
    fn run(&self) -> Vec<(Sums, Vec<f64>)> {
        let centred = self.centred();
        // By input, the figures that it moves, with its position among their inputs.
        let mut of_input: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.plan.inputs.len()];
        for (number, figure) in self.figures().enumerate() {
            figure.used.iter().enumerate().for_each(|(position, input)| of_input[*input].push((number, position)));
        }
        let mut halves =
            in_two(self.draws.div_ceil(BLOCK), |blocks| self.half(blocks, &centred, &of_input)).into_iter();
        let mut first = halves.next().unwrap_or_default();
        for other in halves {
            for ((sums, draws), (other_sums, other_draws)) in first.iter_mut().zip(other) {
                sums.merge(&other_sums);
                draws.extend(other_draws);
            }
        }
        first
    }

    /// Empty sums around the mean of the first rows.
    fn centred(&self) -> Vec<Sums> {
        let [a, b] = [0, 1].map(|matrix| self.drawer.rows(self.plan, matrix, 0, BLOCK.min(self.draws)));
        let of = |figure: &Figures| {
            let mut sums = Sums::new(figure.used.len());
            let values = |columns: &Columns| {
                let mut values = Vec::new();
                columns.values(figure, &columns.moved(self.plan, figure), &mut values);
                values
            };
            sums.centre(&values(&a), &values(&b));
            sums
        };
        self.figures().map(of).collect()
    }

    fn half(&self, blocks: Range<usize>, centred: &[Sums], of_input: &[Vec<(usize, usize)>]) -> Vec<(Sums, Vec<f64>)> {
        // The first half takes the other one in.
        let capacity = if blocks.start == 0 { self.draws } else { self.draws - blocks.start * BLOCK };
        let of = |sums: &Sums| (sums.empty(), Vec::with_capacity(capacity));
        let mut found: Vec<(Sums, Vec<f64>)> = centred.iter().map(of).collect();
        let mut values: Vec<[Vec<f64>; 2]> = vec![Default::default(); found.len()];
        let mut differences = Vec::new();
        let mut mixed: Option<Columns> = None;
        for block in blocks {
            let first = block * BLOCK;
            let rows = BLOCK.min(self.draws - first);
            let [a, b] = [0, 1].map(|matrix| self.drawer.rows(self.plan, matrix, first, rows));
            let mut moved = Vec::with_capacity(found.len());
            for ((figure, (sums, draws)), values) in self.figures().zip(&mut found).zip(&mut values) {
                let of_a = a.moved(self.plan, figure);
                a.values(figure, &of_a, &mut values[0]);
                b.values(figure, &b.moved(self.plan, figure), &mut values[1]);
                sums.add(&values[0], &values[1]);
                draws.extend_from_slice(&values[0]);
                moved.push(of_a);
            }
            let mixed = match &mut mixed {
                Some(known) if known.rows() == rows => known,
                other => other.insert(a.clone()),
            };
            for (input, figures) in of_input.iter().enumerate().filter(|(_, figures)| !figures.is_empty()) {
                a.mix(self.plan, input, mixed, |_, column, cell| b.copy(cell, column));
                for (number, position) in figures {
                    let figure = &self.plan.figures[self.figures[*number]];
                    a.differences((self.plan, figure, *position), mixed, &moved[*number], &mut differences);
                    let [of_a, of_b] = &values[*number];
                    found[*number].0.add_input(*position, of_a, of_b, &differences);
                }
            }
        }
        found
    }
}
