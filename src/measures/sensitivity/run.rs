//! The whole of a sensitivity analysis: interval, Monte Carlo, tornado and Sobol indices of every figure.

use super::compile::{Figure, Variant, What, compile};
use super::draws::draws;
use super::input::{Input, Shape};
use super::plan::{Columns, Divisor, Number, Plan, Program};
use super::sobol::{Evaluations, Indices, indices};
use super::spread::Spread;
use super::threads::in_two;
use super::tornado::{Bar, tornado};
use crate::domain::{Fraction, Interval};
use crate::measures::basis::BasisFault;
use crate::measures::cost::{Cost, CostRow};
use crate::measures::query::Query;

/// How much is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Rows of each matrix of draws, at least 1.
    pub draws: usize,
    /// What all streams are keyed by, beside the names of inputs.
    pub seed: u64,
}

/// How sure the figures of a query are.
#[derive(Debug, Clone)]
pub struct Sensitivity {
    /// The uncertain inputs.
    pub inputs: Vec<Input>,
    /// The figures, in order of year and group.
    pub figures: Vec<Uncertain>,
    /// How much was drawn.
    pub drawing: Drawing,
}

/// One figure and how sure it is. All amounts are minor units of the basis.
#[derive(Debug, Clone)]
pub struct Uncertain {
    /// Which figure.
    pub figure: Figure,
    /// All low, central and all high, exactly as the report has it; `None` where it has none.
    pub interval: Interval<Option<Fraction>>,
    /// The figure with every input at its central value, not rounded line by line.
    pub central: f64,
    /// How it spreads over the draws; `None` where no input moves it.
    pub spread: Option<Spread>,
    /// What each input moves it by, the largest swing first.
    pub tornado: Vec<Bar>,
    /// The indices of each input that can move it, the largest total index first.
    pub indices: Vec<(usize, Indices)>,
}

/// Draws of all inputs, one matrix, of which one column may be from another matrix.
struct Drawn<'d> {
    matrix: &'d [Vec<f64>],
    other: Option<(usize, &'d [f64])>,
    rows: usize,
}

impl Columns for Drawn<'_> {
    fn of(&self, input: usize) -> &[f64] {
        match self.other {
            Some((mixed, column)) if mixed == input => column,
            _ => self.matrix.get(input).map(Vec::as_slice).unwrap_or_default(),
        }
    }

    fn rows(&self) -> usize {
        self.rows
    }
}

/// Works out how sure the figures of a query are. The first set of rules is the project's own, and `cost` is what the
/// report gives for it.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub fn sensitivity(
    variants: &[Variant<'_>],
    query: &Query,
    cost: &Cost,
    drawing: Drawing,
) -> Result<Sensitivity, BasisFault> {
    let (plan, figures) = compile(variants, query)?;
    let sampled = sample(&plan, drawing);
    // A cost per victim over a known count moves as the cost does: it is the cost times a factor.
    let moved: Vec<usize> = (0..figures.len()).filter(|figure| is_drawn(&plan, *figure)).collect();
    let evaluations: Vec<Evaluations> = evaluate(&plan, &moved, &sampled, drawing);
    let found = indices(&evaluations, drawing.seed);
    let of_cost = |figure: usize| (0..=figure).rev().find(|cost| figures[*cost].what == What::Cost).unwrap_or(figure);
    let all = figures.iter().zip(&plan.programs).enumerate().map(|(number, (figure, program))| {
        let (source, factor) = match &program.divisor {
            Divisor::Count(Number::Known(count)) => (of_cost(number), reciprocal(*count)),
            _ => (number, 1.0),
        };
        let position = moved.iter().position(|moved| *moved == source);
        let spread = position.map(|position| Spread::of(&evaluations[position].a).times(factor));
        let used = plan.used(program);
        let mut indices: Vec<(usize, Indices)> = match position {
            None => Vec::new(),
            Some(position) => used.iter().copied().zip(found[position].iter().copied()).collect(),
        };
        indices.sort_by(|(_, a), (_, b)| b.total.total_cmp(&a.total));
        let (central, bars) = tornado(&plan, program, &used);
        Uncertain { figure: figure.clone(), interval: interval(figure, cost), central, spread, tornado: bars, indices }
    });
    Ok(of_used(plan.inputs.clone(), all.collect(), drawing))
}

/// Leaves out the inputs that no figure depends on, such as those of years that are not shown.
fn of_used(inputs: Vec<Input>, mut figures: Vec<Uncertain>, drawing: Drawing) -> Sensitivity {
    let is_used = |input: usize| figures.iter().flat_map(|of| &of.tornado).any(|bar| bar.input == input);
    let used: Vec<usize> = (0..inputs.len()).filter(|input| is_used(*input)).collect();
    let position = |input: usize| used.iter().position(|used| *used == input).unwrap_or_default();
    for of in &mut figures {
        of.tornado.iter_mut().for_each(|bar| bar.input = position(bar.input));
        of.indices.iter_mut().for_each(|(input, _)| *input = position(*input));
    }
    let inputs = inputs.into_iter().enumerate().filter(|(input, _)| used.contains(input)).map(|(_, input)| input);
    Sensitivity { inputs: inputs.collect(), figures, drawing }
}

#[expect(clippy::float_arithmetic, reason = "draws are no money")]
fn reciprocal(count: f64) -> f64 {
    1.0 / count
}

/// Whether a figure is evaluated itself: some input moves it, and it is not a cost over a known count.
fn is_drawn(plan: &Plan, figure: usize) -> bool {
    let Some(program) = plan.programs.get(figure) else { return false };
    !matches!(program.divisor, Divisor::Count(Number::Known(_))) && !plan.used(program).is_empty()
}

/// The matrices A and B, a column an input; of inputs that no figure uses the columns are empty.
fn sample(plan: &Plan, drawing: Drawing) -> [Vec<Vec<f64>>; 2] {
    let mut used: Vec<usize> = plan.programs.iter().flat_map(|program| plan.used(program)).collect();
    used.sort_unstable();
    used.dedup();
    let jobs: Vec<(usize, &str)> = used.iter().flat_map(|input| [(*input, "A"), (*input, "B")]).collect();
    let columns = in_two(jobs.len(), |range| {
        let of = |(input, matrix): &(usize, &str)| draws(&plan.inputs[*input], drawing.seed, matrix, drawing.draws);
        jobs[range].iter().map(of).collect::<Vec<_>>()
    });
    let mut matrices = [vec![Vec::new(); plan.inputs.len()], vec![Vec::new(); plan.inputs.len()]];
    for ((input, matrix), column) in jobs.iter().zip(columns.into_iter().flatten()) {
        matrices[usize::from(*matrix == "B")][*input] = column;
    }
    matrices
}

/// One evaluation: a figure over a matrix, of which one column may be from B.
struct Job<'p> {
    program: &'p Program,
    matrix: &'p [Vec<f64>],
    mixed: Option<usize>,
}

/// The figures over A, B and the mixed matrices.
fn evaluate(plan: &Plan, figures: &[usize], [a, b]: &[Vec<Vec<f64>>; 2], drawing: Drawing) -> Vec<Evaluations> {
    let programs: Vec<(&Program, Vec<usize>)> =
        figures.iter().map(|figure| (&plan.programs[*figure], plan.used(&plan.programs[*figure]))).collect();
    let mut jobs: Vec<Job<'_>> = Vec::new();
    for (program, used) in &programs {
        jobs.extend([a, b].map(|matrix| Job { program, matrix, mixed: None }));
        jobs.extend(used.iter().map(|input| Job { program, matrix: a, mixed: Some(*input) }));
    }
    let values = in_two(jobs.len(), |range| {
        let of = |job: &Job<'_>| {
            let other = job.mixed.map(|input| (input, b[input].as_slice()));
            plan.evaluate(job.program, &Drawn { matrix: job.matrix, other, rows: drawing.draws })
        };
        jobs[range].iter().map(of).collect::<Vec<_>>()
    });
    let mut values = values.into_iter().flatten();
    let of_figure = programs.iter().map(|(_, used)| Evaluations {
        a: values.next().unwrap_or_default(),
        b: values.next().unwrap_or_default(),
        mixed: values.by_ref().take(used.len()).collect(),
    });
    of_figure.collect()
}

/// All low, central and all high, as the report has it.
fn interval(figure: &Figure, cost: &Cost) -> Interval<Option<Fraction>> {
    let rows = |row: &&CostRow| Some(row.year) == figure.year && row.by == figure.by;
    let row = cost.rows.iter().find(rows);
    let of_measure = |measure: &str| {
        let found = row?.per_victim.iter().find(|per_victim| &*per_victim.measure == measure);
        found.map(|per_victim| per_victim.total.clone())
    };
    match &figure.what {
        What::Cost => {
            let figures = if figure.year.is_none() { Some(&cost.total) } else { row.map(|row| &row.figures) };
            let total = figures.and_then(|figures| figures.total());
            total.map(|total| total.map(|amount| Some(amount.clone()))).unwrap_or_default()
        }
        What::PerVictim(measure) => of_measure(measure).unwrap_or_default(),
        What::PerVictimOfAny(measures) => {
            let all: Vec<_> = measures.iter().filter_map(|measure| of_measure(measure)).collect();
            Interval {
                low: all.iter().filter_map(|total| total.low.clone()).min(),
                central: all.first().and_then(|total| total.central.clone()),
                high: all.iter().filter_map(|total| total.high.clone()).max(),
            }
        }
    }
}

impl Input {
    /// The names of its alternatives, where it is a choice.
    #[must_use]
    pub fn alternatives(&self) -> &[String] {
        use super::input::Kind;
        match (&self.kind, &self.shape) {
            (Kind::Rules(names) | Kind::Measure(names), Shape::Choice) => names,
            _ => &[],
        }
    }
}
