//! Draws: each input has two streams of uniform numbers of its own, keyed by the seed and its name, so that no other input
//! changes them. Every draw takes one number of its stream, so that any row can be drawn by itself.

use chacha20::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use sha2::{Digest, Sha256};

use super::columns::Columns;
use super::input::Input;
use super::plan::Plan;
use super::quantiles::{Quantiles, Tables};

/// Words of the generator that a draw takes.
const WORDS: u128 = 2;

/// A stream of random numbers for a seed and a name: ChaCha with 8 rounds, keyed by the SHA-256 digest of both.
#[must_use]
pub fn stream(seed: u64, name: &str) -> ChaCha8Rng {
    ChaCha8Rng::from_seed(key(seed, name))
}

fn key(seed: u64, name: &str) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    digest.update(name.as_bytes());
    digest.finalize().into()
}

/// The draws of an input's first member in one of the two matrices of Saltelli's sampling (`"A"`, `"B"`).
#[must_use]
pub fn draws(input: &Input, seed: u64, matrix: &str, count: usize) -> Vec<f64> {
    let mut rng = stream(seed, &format!("{matrix} {}", input.key));
    let Some(member) = input.members.first() else { return Vec::new() };
    let quantiles = Quantiles::of(member, &mut Tables::default());
    (0..count).map(|_| quantiles.at(rng.random())).collect()
}

/// The keys of the streams of all inputs of a plan, with the distributions of their members.
pub(super) struct Drawer {
    streams: [Vec<[u8; 32]>; 2],
    quantiles: Vec<Vec<Quantiles>>,
}

impl Drawer {
    pub(super) fn new(inputs: &[Input], seed: u64) -> Self {
        let of = |matrix: &str| inputs.iter().map(|input| key(seed, &format!("{matrix} {}", input.key))).collect();
        let mut tables = Tables::default();
        let quantiles = inputs.iter().map(|input| {
            let members = input.members.iter();
            members.map(|member| Quantiles::of(member, &mut tables)).collect()
        });
        let quantiles = quantiles.collect();
        Self { streams: [of("A"), of("B")], quantiles }
    }

    /// The cells of a plan for rows of one of the two matrices, the first being 0.
    pub(super) fn rows(&self, plan: &Plan, matrix: usize, first: usize, rows: usize) -> Columns {
        let mut uniform: Vec<f64> = Vec::with_capacity(rows);
        let mut of: Option<usize> = None;
        let streams = &self.streams[matrix];
        Columns::new(plan, rows, |input, member, column| {
            // Members of one input mostly follow one another.
            if of != Some(input) {
                let mut rng = ChaCha8Rng::from_seed(streams[input]);
                rng.set_word_pos(WORDS * first as u128);
                uniform.clear();
                uniform.extend((0..rows).map(|_| rng.random::<f64>()));
                of = Some(input);
            }
            let quantiles = &self.quantiles[input][member];
            column.iter_mut().zip(&uniform).for_each(|(value, at)| *value = quantiles.at(*at));
        })
    }
}
