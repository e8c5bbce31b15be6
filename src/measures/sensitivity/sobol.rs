//! Sobol indices by Saltelli's sampling: how much of the variance of a figure each input explains.
//!
//! From two independent matrices of draws, A and B, and for each input A with that input's column from B: first-order
//! indices by Saltelli et al. (2010), `mean(fB (fABi - fA)) / V`, total indices by Jansen (1999),
//! `mean((fA - fABi)^2) / 2V`, where V is the variance of fA and fB together. Draws are plain Monte Carlo. The confidence
//! is the half width of a 95 % interval: 1.96 standard errors of a quotient of two means of rows, by the delta method.
//! Rows are added up as they come; none is kept.

#![expect(clippy::float_arithmetic, reason = "indices of random draws are no money")]

/// Half of a 95 % interval in standard deviations of a normal distribution.
pub(super) const HALF_WIDTH: f64 = 1.959_963_984_540_054;

/// A standard deviation that is this small beside what varies is that of floating point.
const NOISE: f64 = 1e-12;

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

impl Indices {
    /// Whether the input moves the figure in any draw. What no draw shows is not known to be nothing.
    pub(super) fn is_seen(self) -> bool {
        self.total != 0.0
    }
}

/// The indices of every input of a figure, in order.
#[must_use]
pub fn indices(figure: &Evaluations) -> Vec<Indices> {
    let mut sums = Sums::new(figure.mixed.len());
    sums.centre(&figure.a, &figure.b);
    sums.add(&figure.a, &figure.b);
    for (input, mixed) in figure.mixed.iter().enumerate() {
        let differences: Vec<f64> = mixed.iter().zip(&figure.a).map(|(mixed, a)| mixed - a).collect();
        sums.add_input(input, &figure.a, &figure.b, &differences);
    }
    sums.indices(0.0)
}

/// A sum that loses no small number beside a large one (Neumaier 1974).
#[derive(Debug, Clone, Copy, Default)]
struct Total {
    sum: f64,
    lost: f64,
}

impl Total {
    fn add(&mut self, number: f64) {
        let sum = self.sum + number;
        self.lost += if self.sum.abs() >= number.abs() { (self.sum - sum) + number } else { (number - sum) + self.sum };
        self.sum = sum;
    }

    fn of(self) -> f64 {
        self.sum + self.lost
    }
}

/// What the rows of a figure add up to, around a centre near their mean.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    centre: f64,
    rows: f64,
    /// Sums over A and B of the figure, of its square `v`, and over the rows of `v^2`; over A alone of the figure and its
    /// square.
    figure: [Total; 5],
    /// For each input what the two estimators, `x` and `y`, add up to: `x, x^2, x v, y, y^2, y v`.
    inputs: Vec<[Total; 6]>,
}

impl Sums {
    pub(super) fn new(inputs: usize) -> Self {
        Self { centre: 0.0, rows: 0.0, figure: [Total::default(); 5], inputs: vec![[Total::default(); 6]; inputs] }
    }

    /// Takes the mean of some rows as centre.
    pub(super) fn centre(&mut self, a: &[f64], b: &[f64]) {
        let mut sum = Total::default();
        a.iter().chain(b).for_each(|value| sum.add(*value));
        self.centre = sum.of() / size(a.len() + b.len()).max(1.0);
    }

    /// An empty one with the same centre.
    pub(super) fn empty(&self) -> Self {
        Self { centre: self.centre, ..Self::new(self.inputs.len()) }
    }

    /// Adds rows of the figure over both matrices.
    pub(super) fn add(&mut self, a: &[f64], b: &[f64]) {
        self.rows += size(a.len());
        let mut sums = [0.0; 5];
        for (a, b) in a.iter().zip(b).map(|(a, b)| (a - self.centre, b - self.centre)) {
            let v = f64::midpoint(a * a, b * b);
            for (sum, number) in sums.iter_mut().zip([a + b, v, v * v, a, a * a]) {
                *sum += number;
            }
        }
        self.figure.iter_mut().zip(sums).for_each(|(total, sum)| total.add(sum));
    }

    /// Adds the same rows of an input: what its column from B changes the figure over A by.
    pub(super) fn add_input(&mut self, input: usize, a: &[f64], b: &[f64], differences: &[f64]) {
        let mut sums = [0.0; 6];
        for ((a, b), difference) in a.iter().zip(b).zip(differences) {
            let (a, b) = (a - self.centre, b - self.centre);
            let v = f64::midpoint(a * a, b * b);
            let (x, y) = (b * difference, difference * difference / 2.0);
            for (sum, number) in sums.iter_mut().zip([x, x * x, x * v, y, y * y, y * v]) {
                *sum += number;
            }
        }
        self.inputs[input].iter_mut().zip(sums).for_each(|(total, sum)| total.add(sum));
    }

    /// Adds what other rows add up to, around the same centre.
    pub(super) fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        self.figure.iter_mut().zip(&other.figure).for_each(|(total, other)| total.add(other.of()));
        let pairs = self.inputs.iter_mut().flatten().zip(other.inputs.iter().flatten());
        pairs.for_each(|(total, other)| total.add(other.of()));
    }

    /// The mean over A, with its standard error.
    pub(super) fn mean(&self) -> (f64, f64) {
        let mean = self.figure[3].of() / self.rows;
        let squares = (self.figure[4].of() - self.rows * mean * mean).max(0.0);
        let error = if self.rows > 1.0 { (squares / (self.rows - 1.0) / self.rows).sqrt() } else { 0.0 };
        (self.centre + mean, error)
    }

    /// Whether the rows differ by more than floating point does beside numbers of that size.
    pub(super) fn varies(&self, beside: f64) -> bool {
        self.variance().sqrt() > NOISE * beside.abs()
    }

    fn variance(&self) -> f64 {
        let mean = self.figure[0].of() / (2.0 * self.rows);
        (self.figure[1].of() / self.rows - mean * mean).max(0.0)
    }

    /// The indices of every input; none where the figure does not vary.
    pub(super) fn indices(&self, beside: f64) -> Vec<Indices> {
        let (rows, variance) = (self.rows, self.variance());
        if variance <= 0.0 || !self.varies(beside) {
            return Vec::new();
        }
        let [v, vv] = [1, 2].map(|at| self.figure[at].of() / rows);
        let index = |sums: &[Total]| {
            let [mean, square, with_v] = [0, 1, 2].map(|at| sums[at].of() / rows);
            let index = mean / variance;
            // The variance over the rows of (x - index v) / V, which is what the quotient varies by.
            let squares = (square - 2.0 * index * with_v + index * index * vv) - (mean - index * v).powi(2);
            let error = (squares.max(0.0) / (rows - 1.0).max(1.0)).sqrt() / variance;
            (index, HALF_WIDTH * error)
        };
        let of_input = |sums: &[Total; 6]| {
            let ((first, first_confidence), (total, total_confidence)) = (index(&sums[..3]), index(&sums[3..]));
            Indices { first, first_confidence, total, total_confidence }
        };
        self.inputs.iter().map(of_input).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer draws than 2^53")]
fn size(of: usize) -> f64 {
    of as f64
}
