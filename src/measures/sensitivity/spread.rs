//! Percentiles and mean of draws, each with its standard error.

#![expect(clippy::float_arithmetic, reason = "statistics of random draws are no money")]

/// A statistic of draws with its standard error.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The statistic.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
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
    /// Of draws; all 0 without any.
    ///
    /// A percentile stands between the two draws nearest to it, in proportion. Its standard error is half the width
    /// between the draws whose ranks are one standard deviation of the binomial distribution below and above it, which
    /// asks nothing of the shape of the distribution (Woodruff 1952). That of the mean is the standard deviation over
    /// the root of the number of draws.
    #[must_use]
    pub fn of(draws: &[f64]) -> Self {
        let mut sorted = draws.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let percentile = |share: f64| {
            let count = size(&sorted);
            let ranks = (share * (1.0 - share) / count.max(1.0)).sqrt();
            let (below, above) = ((share - ranks).max(0.0), (share + ranks).min(1.0));
            let error = (quantile(&sorted, above) - quantile(&sorted, below)) / 2.0;
            Estimate { value: quantile(&sorted, share), error }
        };
        Self { p5: percentile(0.05), p50: percentile(0.5), p95: percentile(0.95), mean: mean(draws) }
    }

    /// The same of a figure that is this one times a factor.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let times = |of: Estimate| Estimate { value: of.value * factor, error: of.error * factor.abs() };
        Self { p5: times(self.p5), p50: times(self.p50), p95: times(self.p95), mean: times(self.mean) }
    }

    /// The statistics with the names they have in files.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Estimate); 4] {
        [("p5", self.p5), ("p50", self.p50), ("p95", self.p95), ("mean", self.mean)]
    }
}

fn mean(draws: &[f64]) -> Estimate {
    let count = size(draws);
    if draws.is_empty() {
        return Estimate::default();
    }
    // Around the first draw, so that large figures that differ little lose nothing.
    let first = draws[0];
    let centre = draws.iter().map(|draw| draw - first).sum::<f64>() / count;
    let squares: f64 = draws.iter().map(|draw| (draw - first - centre) * (draw - first - centre)).sum();
    let error = if count > 1.0 { (squares / (count - 1.0) / count).sqrt() } else { 0.0 };
    Estimate { value: first + centre, error }
}

/// The value at a share of the ranks, between its two neighbours in proportion.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank is a small whole number")]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let rank = share * size(&sorted[..last]);
    let below = (rank.floor() as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (rank - rank.floor())
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer draws than 2^53")]
fn size(of: &[f64]) -> f64 {
    of.len() as f64
}
