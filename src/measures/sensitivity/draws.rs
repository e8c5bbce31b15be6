//! Draws: each input has streams of its own, keyed by the seed and its name, so that no other input changes them.

#![expect(clippy::float_arithmetic, reason = "random draws are no money")]

use chacha20::ChaCha8Rng;
use rand::distr::{Distribution as _, Uniform};
use rand::{RngExt, SeedableRng};
use rand_distr::{Pert, Triangular};
use sha2::{Digest, Sha256};

use super::input::{Input, Shape};
use super::quantiles::Quantiles;
use crate::domain::Distribution;
use crate::rules::share::Pool;

/// A stream of random numbers for a seed and a name: ChaCha with 8 rounds, keyed by the SHA-256 digest of both.
#[must_use]
pub fn stream(seed: u64, name: &str) -> ChaCha8Rng {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    digest.update(name.as_bytes());
    ChaCha8Rng::from_seed(digest.finalize().into())
}

/// The draws of an input in one of the two matrices of Saltelli's sampling (`"A"`, `"B"`).
#[must_use]
pub fn draws(input: &Input, seed: u64, matrix: &str, count: usize) -> Vec<f64> {
    let mut rng = stream(seed, &format!("{matrix} {}", input.name));
    let ends = input.ends.map(crate::domain::Fraction::approximate);
    let constant = || vec![ends.central; count];
    match &input.shape {
        Shape::Between(Distribution::Uniform) => match Uniform::new_inclusive(ends.low, ends.high) {
            Ok(uniform) => uniform.sample_iter(&mut rng).take(count).collect(),
            Err(_) => constant(),
        },
        Shape::Between(Distribution::Triangular) => match Triangular::new(ends.low, ends.high, ends.central) {
            Ok(triangular) => triangular.sample_iter(&mut rng).take(count).collect(),
            Err(_) => constant(),
        },
        Shape::Between(Distribution::Pert) => match Pert::new(ends.low, ends.high).with_mode(ends.central) {
            Ok(pert) => pert.sample_iter(&mut rng).take(count).collect(),
            Err(_) => constant(),
        },
        Shape::Pool(pool) => pooled(pool, &mut rng, count),
        Shape::Whole | Shape::Choice => {
            let width = ends.high - ends.low + 1.0;
            // A number below 1 times the width, rounded down: every whole number of the range alike.
            (0..count).map(|_| ends.low + (rng.random::<f64>() * width).floor()).collect()
        }
    }
}

/// Draws of a pool: one judgement is taken by weight, then drawn from.
fn pooled(pool: &Pool, rng: &mut ChaCha8Rng, count: usize) -> Vec<f64> {
    let weights: Vec<f64> = pool.judgements.iter().map(|one| one.weight.approximate()).collect();
    let total: f64 = weights.iter().sum();
    let quantiles: Vec<Quantiles> = pool
        .judgements
        .iter()
        .map(|one| Quantiles::new(pool.distribution, one.bounds.map(crate::domain::Fraction::approximate)))
        .collect();
    let draw = |_| {
        let mut left = rng.random::<f64>() * total;
        let mut taken = quantiles.len() - 1;
        for (position, weight) in weights.iter().enumerate() {
            if left < *weight {
                taken = position;
                break;
            }
            left -= weight;
        }
        quantiles[taken].at(rng.random())
    };
    (0..count).map(draw).collect()
}
