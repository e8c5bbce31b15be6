//! Sobol indices by Saltelli's sampling: how much of the variance of a figure each input explains.
//!
//! From two independent matrices of draws, A and B, and for each input A with that input's column from B: first-order
//! indices by Saltelli et al. (2010), `mean(fB (fABi - fA)) / V`, total indices by Jansen (1999),
//! `mean((fA - fABi)^2) / 2V`, where V is the variance of fA and fB together. Draws are plain Monte Carlo. The confidence
//! is the half width of a 95 % interval: 1.96 standard deviations of the indices over 100 resamples of the rows, as SALib
//! prints it.

#![expect(clippy::float_arithmetic, reason = "indices of random draws are no money")]

use rand::RngExt;

use super::draws::stream;
use super::threads::in_two;

/// How often rows are resampled.
pub const RESAMPLES: usize = 100;

/// Half of a 95 % interval in standard deviations of a normal distribution.
const HALF_WIDTH: f64 = 1.959_963_984_540_054;

/// Rows that are worked on at a time.
const BLOCK: usize = 256;

/// The values of one figure over both matrices and the mixed ones, all of one length.
#[derive(Debug, Clone, Default)]
pub struct Evaluations {
    /// Over A.
    pub a: Vec<f64>,
    /// Over B.
    pub b: Vec<f64>,
    /// Over A with one input's column from B, an input each.
    pub mixed: Vec<Vec<f64>>,
}

/// The indices of one input.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Indices {
    /// First order: what it explains alone.
    pub first: f64,
    /// Half width of its 95 % interval.
    pub first_confidence: f64,
    /// Total: what it explains alone and with others.
    pub total: f64,
    /// Half width of its 95 % interval.
    pub total_confidence: f64,
}

/// The indices of every input of every figure, in order. Figures have equally many rows.
#[must_use]
pub fn indices(figures: &[Evaluations], seed: u64) -> Vec<Vec<Indices>> {
    let rows = figures.first().map_or(0, |figure| figure.a.len());
    let centres: Vec<f64> = figures.iter().map(|figure| mean(figure.a.iter().chain(&figure.b))).collect();
    let once = vec![1_u16; rows];
    let point = resampled(figures, &centres, &[once]);
    let halves = in_two(RESAMPLES, |resamples| {
        let counts: Vec<Vec<u16>> = resamples.map(|number| counts(seed, number, rows)).collect();
        resampled(figures, &centres, &counts)
    });
    let resamples: Vec<Vec<Vec<(f64, f64)>>> = halves.into_iter().flatten().collect();
    let point = point.first().cloned().unwrap_or_default();
    let of_figure = |(number, inputs): (usize, &Vec<(f64, f64)>)| {
        let of_input = |(input, (first, total)): (usize, &(f64, f64))| {
            let spread = |pick: fn(&(f64, f64)) -> f64| {
                HALF_WIDTH * deviation(resamples.iter().map(|resample| pick(&resample[number][input])))
            };
            Indices {
                first: *first,
                first_confidence: spread(|pair| pair.0),
                total: *total,
                total_confidence: spread(|pair| pair.1),
            }
        };
        inputs.iter().enumerate().map(of_input).collect()
    };
    point.iter().enumerate().map(of_figure).collect()
}

/// How often each row is drawn in a resample.
fn counts(seed: u64, number: usize, rows: usize) -> Vec<u16> {
    let mut rng = stream(seed, &format!("resample {number}"));
    let mut counts = vec![0_u16; rows];
    for _ in 0..rows {
        let row = rng.random_range(0..rows);
        counts[row] = counts[row].saturating_add(1);
    }
    counts
}

/// First-order and total index of every input of every figure, for each way to count the rows.
fn resampled(figures: &[Evaluations], centres: &[f64], counts: &[Vec<u16>]) -> Vec<Vec<Vec<(f64, f64)>>> {
    let rows = figures.first().map_or(0, |figure| figure.a.len());
    // Of each figure: sum, sum of squares, then for each input what the two estimators add up.
    let width: usize = figures.iter().map(|figure| 2 + 2 * figure.mixed.len()).sum();
    let mut sums = vec![vec![0.0; width]; counts.len()];
    let mut block = vec![0.0; width * BLOCK];
    let mut weights = [0.0; BLOCK];
    for start in (0..rows).step_by(BLOCK) {
        let length = BLOCK.min(rows - start);
        block.fill(0.0);
        fill(figures, centres, start, length, &mut block);
        for (counts, sums) in counts.iter().zip(&mut sums) {
            weights.fill(0.0);
            for (weight, count) in weights.iter_mut().zip(&counts[start..start + length]) {
                *weight = f64::from(*count);
            }
            for (sum, column) in sums.iter_mut().zip(block.chunks_exact(BLOCK)) {
                *sum += dot(&weights, column);
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "there are far fewer draws than 2^53")]
    let count = rows as f64;
    sums.iter()
        .map(|sums| {
            let mut at = 0;
            let of_figure = |figure: &Evaluations| {
                let own = &sums[at..at + 2 + 2 * figure.mixed.len()];
                at += own.len();
                let mean = own[0] / (2.0 * count);
                let variance = own[1] / (2.0 * count) - mean * mean;
                let index = |sum: f64| if variance > 0.0 { sum / count / variance } else { 0.0 };
                own[2..].chunks_exact(2).map(|pair| (index(pair[0]), index(pair[1]) / 2.0)).collect()
            };
            figures.iter().map(of_figure).collect()
        })
        .collect()
}

/// The columns that are summed, for some rows of all figures.
fn fill(figures: &[Evaluations], centres: &[f64], start: usize, length: usize, block: &mut [f64]) {
    let mut columns = block.chunks_exact_mut(BLOCK);
    for (figure, centre) in figures.iter().zip(centres) {
        let (a, b) = (&figure.a[start..start + length], &figure.b[start..start + length]);
        let mut next = |value: &dyn Fn(usize) -> f64| {
            if let Some(column) = columns.next() {
                column.iter_mut().take(length).enumerate().for_each(|(row, cell)| *cell = value(row));
            }
        };
        next(&|row| (a[row] - centre) + (b[row] - centre));
        next(&|row| (a[row] - centre) * (a[row] - centre) + (b[row] - centre) * (b[row] - centre));
        for mixed in &figure.mixed {
            let mixed = &mixed[start..start + length];
            next(&|row| (b[row] - centre) * (mixed[row] - a[row]));
            next(&|row| (a[row] - mixed[row]) * (a[row] - mixed[row]));
        }
    }
}

/// The sum of products, eight at a time so that the machine can do several at once; always in the same order.
fn dot(weights: &[f64; BLOCK], column: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    for (weights, values) in weights.chunks_exact(8).zip(column.chunks_exact(8)) {
        for lane in 0..8 {
            lanes[lane] += weights[lane] * values[lane];
        }
    }
    lanes.iter().sum()
}

fn mean<'v>(values: impl Iterator<Item = &'v f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// The standard deviation of a sample.
fn deviation(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let collected: Vec<f64> = values.collect();
    let centre = mean(collected.iter());
    let squares: f64 = collected.iter().map(|value| (value - centre) * (value - centre)).sum();
    #[expect(clippy::cast_precision_loss, reason = "there are a hundred resamples")]
    let count = collected.len() as f64;
    if count > 1.0 { (squares / (count - 1.0)).sqrt() } else { 0.0 }
}
