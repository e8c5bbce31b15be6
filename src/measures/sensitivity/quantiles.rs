//! The value of a distribution at a probability: its inverse distribution function, by which inputs that move together
//! share one uniform draw.

#![expect(clippy::float_arithmetic, reason = "random draws are no money")]

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Distribution, Fraction, Interval};
use crate::measures::sensitivity::input::{Member, Shape};

/// Cells between the ends of a PERT distribution whose probabilities are added up.
const CELLS: u16 = 2048;

/// The inverse distribution function of a value.
#[derive(Debug, Clone)]
pub(super) enum Quantiles {
    /// One number.
    Point(f64),
    /// Every number alike.
    Uniform(Interval<f64>),
    /// Triangular, the mode being the central value.
    Triangular(Interval<f64>),
    /// Beta-PERT of shape 4.
    Pert(Interval<f64>, Arc<Table>),
    /// Every whole number alike: the first, and how many.
    Whole(f64, f64),
    /// One of several, by weight: the probability up to each.
    Mixture(Vec<(f64, Self)>),
    /// The position of one of several: the probability up to each.
    Choice(Vec<f64>),
}

/// The probability below each edge of the cells, and for each of as many steps of probability the first edge above it.
#[derive(Debug, Clone)]
pub(super) struct Table {
    below: Vec<f64>,
    first: Vec<u16>,
}

/// The tables of PERT distributions by where the mode stands between the ends: values of one shape share theirs.
#[derive(Debug, Default)]
pub(super) struct Tables(BTreeMap<u64, Arc<Table>>);

impl Tables {
    fn pert(&mut self, mode: f64) -> Arc<Table> {
        Arc::clone(self.0.entry(mode.to_bits()).or_insert_with(|| Arc::new(Table::pert(mode))))
    }
}

impl Quantiles {
    /// Of a member of an input.
    pub(super) fn of(member: &Member, tables: &mut Tables) -> Self {
        let ends = member.ends.map(Fraction::approximate);
        match &member.shape {
            Shape::Between(distribution) => Self::between(*distribution, ends, tables),
            Shape::Whole => Self::Whole(ends.low, ends.high - ends.low + 1.0),
            Shape::Pool(pool) => {
                let weights: Vec<f64> = pool.judgements.iter().map(|one| one.weight.approximate()).collect();
                let mut of = |bounds: &Interval<Fraction>| {
                    Self::between(pool.distribution, bounds.map(Fraction::approximate), tables)
                };
                let each = pool.judgements.iter().map(|one| of(&one.bounds));
                Self::Mixture(up_to(&weights).into_iter().zip(each).collect())
            }
            Shape::Choice(weights) => {
                Self::Choice(up_to(&weights.iter().map(Fraction::approximate).collect::<Vec<_>>()))
            }
        }
    }

    fn between(distribution: Distribution, ends: Interval<f64>, tables: &mut Tables) -> Self {
        let width = ends.high - ends.low;
        if width <= 0.0 {
            return Self::Point(ends.central);
        }
        match distribution {
            Distribution::Uniform => Self::Uniform(ends),
            Distribution::Triangular => Self::Triangular(ends),
            Distribution::Pert => Self::Pert(ends, tables.pert((ends.central - ends.low) / width)),
        }
    }

    /// The value that a share `at` of the draws stays below; `at` is 0 or more and below 1.
    pub(super) fn at(&self, at: f64) -> f64 {
        match self {
            Self::Point(value) => *value,
            Self::Uniform(ends) => ends.low + at * (ends.high - ends.low),
            Self::Triangular(ends) => {
                let width = ends.high - ends.low;
                let mode = (ends.central - ends.low) / width;
                let standard = if at < mode { (at * mode).sqrt() } else { 1.0 - ((1.0 - at) * (1.0 - mode)).sqrt() };
                ends.low + standard * width
            }
            Self::Pert(ends, table) => ends.low + table.at(at) * (ends.high - ends.low),
            Self::Whole(first, count) => first + (at * count).floor(),
            Self::Mixture(each) => {
                let position = position(each.iter().map(|(up_to, _)| *up_to), at);
                let from = position.checked_sub(1).map_or(0.0, |before| each[before].0);
                let (up_to, one) = &each[position];
                // What is left of the draw, over what it can be, is a uniform draw again.
                one.at(((at - from) / (up_to - from)).clamp(0.0, 1.0 - f64::EPSILON))
            }
            #[expect(clippy::cast_precision_loss, reason = "there are few alternatives")]
            Self::Choice(up_to) => position(up_to.iter().copied(), at) as f64,
        }
    }
}

/// The first that a probability stays below, or else the last.
fn position(up_to: impl ExactSizeIterator<Item = f64>, at: f64) -> usize {
    let last = up_to.len().saturating_sub(1);
    up_to.take(last).filter(|up_to| *up_to <= at).count()
}

/// Weights added up, the last being 1.
fn up_to(weights: &[f64]) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    let mut sum = 0.0;
    let mut up_to = |weight: &f64| {
        sum += weight;
        sum / total
    };
    weights.iter().map(&mut up_to).collect()
}

impl Table {
    /// Of a PERT distribution of shape 4 on 0 to 1.
    fn pert(mode: f64) -> Self {
        let density = |at: f64| at.powf(4.0 * mode) * (1.0 - at).powf(4.0 * (1.0 - mode));
        let step = 1.0 / f64::from(CELLS);
        let mut below = vec![0.0];
        let mut sum = 0.0;
        for cell in 0..CELLS {
            let start = f64::from(cell) * step;
            // Simpson's rule, which the density of a whole shape fits to far more digits than a draw has.
            sum += density(start) + 4.0 * density(start + step / 2.0) + density(start + step);
            below.push(sum);
        }
        below.iter_mut().for_each(|probability| *probability /= sum);
        let mut edge = 0;
        let mut first = Vec::with_capacity(usize::from(CELLS));
        for start in 0..CELLS {
            while edge < CELLS && below[usize::from(edge)] <= f64::from(start) * step {
                edge += 1;
            }
            first.push(edge);
        }
        Self { below, first }
    }

    fn at(&self, at: f64) -> f64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a probability below 1")]
        let step = ((at * f64::from(CELLS)) as usize).min(self.first.len() - 1);
        let mut above = usize::from(self.first[step]).max(1);
        while above < self.below.len() - 1 && self.below[above] <= at {
            above += 1;
        }
        let (left, right) = (self.below[above - 1], self.below[above]);
        let within = if right > left { (at - left) / (right - left) } else { 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "there are few cells")]
        let cells = (above - 1) as f64 + within;
        cells / f64::from(CELLS)
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantiles, Tables};
    use crate::domain::{Distribution, Interval};

    #[test]
    fn a_pert_distribution_in_the_middle_is_a_known_one() {
        // Mode in the middle: Beta(3, 3), whose distribution function is 10 x^3 - 15 x^4 + 6 x^5.
        let ends = Interval { low: 0.0, central: 0.5, high: 1.0 };
        let quantiles = Quantiles::between(Distribution::Pert, ends, &mut Tables::default());
        for at in [0.0001, 0.05, 0.25, 0.5, 0.9, 0.9999] {
            let x = quantiles.at(at);
            let back = 10.0 * x.powi(3) - 15.0 * x.powi(4) + 6.0 * x.powi(5);
            assert!((back - at).abs() < 1e-6, "{at}: {x}");
        }
    }

    #[test]
    fn a_triangle_has_its_mode_where_it_says() {
        // Left of the mode of 0, 2, 10 lies 2 / 10 of the probability.
        let ends = Interval { low: 0.0, central: 2.0, high: 10.0 };
        let quantiles = Quantiles::between(Distribution::Triangular, ends, &mut Tables::default());
        assert!((quantiles.at(0.2) - 2.0).abs() < 1e-12);
    }
}
