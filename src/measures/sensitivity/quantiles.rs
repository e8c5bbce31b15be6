//! The value of a distribution at a probability: its inverse distribution function, by which inputs that move together
//! share one uniform draw.

#![expect(clippy::float_arithmetic, reason = "random draws are no money")]

use crate::domain::{Distribution, Interval};

/// Cells between the ends of a PERT distribution whose probabilities are added up.
const CELLS: u16 = 4096;

/// The inverse distribution function of an input.
#[derive(Debug, Clone)]
pub(super) enum Quantiles {
    /// One number.
    Point(f64),
    /// Every number alike.
    Uniform(Interval<f64>),
    /// Triangular, the mode being the central value.
    Triangular(Interval<f64>),
    /// Beta-PERT of shape 4: the probability below each edge of the cells between the ends.
    Pert(Interval<f64>, Vec<f64>),
}

impl Quantiles {
    pub(super) fn new(distribution: Distribution, ends: Interval<f64>) -> Self {
        let width = ends.high - ends.low;
        if width <= 0.0 {
            return Self::Point(ends.central);
        }
        match distribution {
            Distribution::Uniform => Self::Uniform(ends),
            Distribution::Triangular => Self::Triangular(ends),
            Distribution::Pert => {
                let mode = (ends.central - ends.low) / width;
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
                Self::Pert(ends, below)
            }
        }
    }

    /// The value that a share `at` of the draws stays below.
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
            Self::Pert(ends, below) => {
                let above = below.partition_point(|probability| *probability <= at).clamp(1, below.len() - 1);
                let (left, right) = (below[above - 1], below[above]);
                let within = if right > left { (at - left) / (right - left) } else { 0.0 };
                #[expect(clippy::cast_precision_loss, reason = "there are few cells")]
                let cells = (above - 1) as f64 + within;
                ends.low + cells / f64::from(CELLS) * (ends.high - ends.low)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Quantiles;
    use crate::domain::{Distribution, Interval};

    #[test]
    fn a_pert_distribution_in_the_middle_is_a_known_one() {
        // Mode in the middle: Beta(3, 3), whose distribution function is 10 x^3 - 15 x^4 + 6 x^5.
        let quantiles = Quantiles::new(Distribution::Pert, Interval { low: 0.0, central: 0.5, high: 1.0 });
        for at in [0.05, 0.25, 0.5, 0.9] {
            let x = quantiles.at(at);
            let back = 10.0 * x.powi(3) - 15.0 * x.powi(4) + 6.0 * x.powi(5);
            assert!((back - at).abs() < 1e-6, "{at}: {x}");
        }
    }

    #[test]
    fn a_triangle_has_its_mode_where_it_says() {
        // Left of the mode of 0, 2, 10 lies 2 / 10 of the probability.
        let quantiles = Quantiles::new(Distribution::Triangular, Interval { low: 0.0, central: 2.0, high: 10.0 });
        assert!((quantiles.at(0.2) - 2.0).abs() < 1e-12);
    }
}
