//! Percentiles and mean of draws, each with its standard error.

#![expect(clippy::float_arithmetic, reason = "statistics of random draws are no money")]

use super::sobol::HALF_WIDTH;

/// A statistic of draws with its standard error.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The statistic.
    pub value: f64,
    /// Its standard error; `None` for a percentile of a figure that takes one value again and again there, which says
    /// nothing of how far the percentile may be off.
    pub error: Option<f64>,
}

/// How a figure spreads over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spread {
    /// 5th percentile.
    pub p5: Estimate,
    /// Median.
    pub p50: Estimate,
    /// 95th percentile.
    pub p95: Estimate,
    /// Mean.
    pub mean: Estimate,
}

impl Spread {
    /// Of draws, which get sorted, with their mean and its error; all 0 without any.
    ///
    /// The percentile `p` of `n` draws stands at rank `p (n - 1)` of them in order, counted from 0, between the two draws
    /// nearest to it in proportion (definition 7 of Hyndman and Fan 1996). Its 95 % interval reaches to the draws whose ranks
    /// are 1.96 standard deviations of the binomial distribution below and above it, which asks nothing of the shape of
    /// the distribution (Woodruff 1952), and its standard error is that width over 3.92. Ranks that are not there are
    /// left out of the width and of what it is divided by.
    #[must_use]
    pub fn of(draws: &mut [f64], (mean, error): (f64, f64)) -> Self {
        draws.sort_unstable_by(f64::total_cmp);
        let sorted = &*draws;
        let percentile = |share: f64| {
            let count = size(sorted);
            let ranks = (share * (1.0 - share) / count.max(1.0)).sqrt();
            let (below, above) = ((share - HALF_WIDTH * ranks).max(0.0), (share + HALF_WIDTH * ranks).min(1.0));
            let error = (quantile(sorted, above) - quantile(sorted, below)) * (ranks / (above - below));
            Estimate { value: quantile(sorted, share), error: (!stands_again(sorted, share)).then_some(error) }
        };
        let mean = Estimate { value: mean, error: Some(error) };
        Self { p5: percentile(0.05), p50: percentile(0.5), p95: percentile(0.95), mean }
    }

    /// The statistics with the names they have in files.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Estimate); 4] {
        [("p5", self.p5), ("p50", self.p50), ("p95", self.p95), ("mean", self.mean)]
    }
}

/// The value at a share of the ranks, between its two neighbours in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some((below, rest)) = rank(sorted, share) else { return 0.0 };
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * rest
}

/// Whether one value stands more than once among the draws next to a percentile.
fn stands_again(sorted: &[f64], share: f64) -> bool {
    let Some((below, _)) = rank(sorted, share) else { return true };
    let near = &sorted[below.saturating_sub(1)..(below + 3).min(sorted.len())];
    near.windows(2).any(|pair| pair[0] == pair[1])
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank is a small whole number")]
fn rank(sorted: &[f64], share: f64) -> Option<(usize, f64)> {
    let last = sorted.len().checked_sub(1)?;
    let rank = share * size(&sorted[..last]);
    Some(((rank.floor() as usize).min(last), rank - rank.floor()))
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer draws than 2^53")]
fn size(of: &[f64]) -> f64 {
    of.len() as f64
}
