//! Simultaneous equations over fractions, solved exactly.
//!
//! Rows hold only what is not zero, as whole numbers without a common divisor. The row with the fewest unknowns is taken
//! next, and in it the unknown that stands in the fewest rows, so that little is filled in: a ring of ten thousand is as
//! many small steps. Where each stands with each, numbers grow with every step; the work is counted and bounded.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use crate::diagnostics::Limit;
use crate::domain::Fraction;

/// What each step of the work costs beside its multiplications.
const STEP: u64 = 16;

/// How many multiplications of words a common divisor takes, for each pair of words of its two numbers.
const DIVISOR: u64 = 24;

/// One equation: the unknowns with their factors, and what they add up to, once for each system that shares them.
#[derive(Debug, Clone, Default)]
pub struct Equation {
    /// Factors that are not zero, by unknown.
    pub factors: BTreeMap<usize, Fraction>,
    /// The right sides.
    pub right: Vec<Fraction>,
}

/// Why there is no solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsolved {
    /// There is none, or more than one.
    NoSingleSolution,
    /// It would take more than this program does.
    TooMuch(Limit),
}

/// Solves as many equations as there are unknowns. Gives, for each unknown, its value in each of the systems.
///
/// # Errors
///
/// See [`Unsolved`].
pub fn solve(equations: &[Equation]) -> Result<Vec<Vec<Fraction>>, Unsolved> {
    solve_within(equations, Limit::CircleWork.most())
}

/// The same for equations of which it is known that they can be solved, with further right sides.
///
/// # Errors
///
/// Where there is no single solution.
pub fn solve_again(equations: &[Equation]) -> Result<Vec<Vec<Fraction>>, Unsolved> {
    solve_within(equations, u64::MAX)
}

fn solve_within(equations: &[Equation], most_work: u64) -> Result<Vec<Vec<Fraction>>, Unsolved> {
    let mut elimination = Elimination::new(equations);
    let mut pivots = Vec::with_capacity(equations.len());
    while let Some((_, row)) = elimination.by_length.pop_first() {
        let unknown = elimination.unknown_of(row).ok_or(Unsolved::NoSingleSolution)?;
        elimination.eliminate(row, unknown);
        if elimination.work > most_work {
            return Err(Unsolved::TooMuch(Limit::CircleWork));
        }
        pivots.push((row, unknown));
    }
    let mut work = elimination.work;
    let mut solution: Vec<Vec<Fraction>> = vec![Vec::new(); equations.len()];
    for (row, unknown) in pivots.into_iter().rev() {
        let row = &elimination.rows[row];
        let divisor = row.factors.get(&unknown).ok_or(Unsolved::NoSingleSolution)?;
        let values = row.right.iter().enumerate().map(|(system, right)| {
            let others = row.factors.iter().filter(|(other, _)| **other != unknown);
            let known = others.map(|(other, factor)| &Fraction::whole(factor.clone()) * &solution[*other][system]);
            let left = &Fraction::whole(right.clone()) - &known.sum();
            left.checked_div(&Fraction::whole(divisor.clone())).ok_or(Unsolved::NoSingleSolution)
        });
        solution[unknown] = values.collect::<Result<_, _>>()?;
        let longest = solution[unknown].iter().map(|value| words(&value.denominator())).max().unwrap_or(0);
        work = work.saturating_add(longest * longest * DIVISOR * row.factors.len() as u64);
        if work > most_work {
            return Err(Unsolved::TooMuch(Limit::CircleWork));
        }
    }
    Ok(solution)
}

/// A row in whole numbers.
#[derive(Debug, Default)]
struct Row {
    factors: BTreeMap<usize, BigInt>,
    right: Vec<BigInt>,
}

struct Elimination {
    rows: Vec<Row>,
    /// The rows that are still to be used, by how many unknowns they have.
    by_length: BTreeSet<(usize, usize)>,
    /// The rows still to be used in which each unknown stands.
    standing: Vec<BTreeSet<usize>>,
    work: u64,
}

impl Elimination {
    fn new(equations: &[Equation]) -> Self {
        let rows: Vec<Row> = equations.iter().map(Row::of).collect();
        let mut standing = vec![BTreeSet::new(); equations.len()];
        for (index, row) in rows.iter().enumerate() {
            for unknown in row.factors.keys() {
                standing[*unknown].insert(index);
            }
        }
        let by_length = rows.iter().enumerate().map(|(index, row)| (row.factors.len(), index)).collect();
        Self { rows, by_length, standing, work: 0 }
    }

    /// The unknown of a row that stands in the fewest others.
    fn unknown_of(&self, row: usize) -> Option<usize> {
        self.rows[row].factors.keys().copied().min_by_key(|unknown| self.standing[*unknown].len())
    }

    /// Takes an unknown out of every row that is still to be used, by means of this one.
    fn eliminate(&mut self, row: usize, unknown: usize) {
        let pivot = std::mem::take(&mut self.rows[row]);
        for used in pivot.factors.keys() {
            self.standing[*used].remove(&row);
        }
        for other in std::mem::take(&mut self.standing[unknown]) {
            let length = self.rows[other].factors.len();
            self.work = self.work.saturating_add(self.rows[other].subtract(&pivot, unknown));
            let changed = &self.rows[other].factors;
            for used in pivot.factors.keys().filter(|used| **used != unknown) {
                if changed.contains_key(used) {
                    self.standing[*used].insert(other);
                } else {
                    self.standing[*used].remove(&other);
                }
            }
            self.by_length.remove(&(length, other));
            self.by_length.insert((changed.len(), other));
        }
        self.rows[row] = pivot;
    }
}

impl Row {
    fn of(equation: &Equation) -> Self {
        let fractions = || equation.factors.values().chain(&equation.right);
        let common = fractions().fold(BigInt::one(), |common, fraction| common.lcm(&fraction.denominator()));
        let whole = |fraction: &Fraction| fraction.numerator() * (&common / fraction.denominator());
        let mut row = Self {
            factors: equation.factors.iter().map(|(unknown, factor)| (*unknown, whole(factor))).collect(),
            right: equation.right.iter().map(whole).collect(),
        };
        row.factors.retain(|_, factor| !factor.is_zero());
        row.reduce();
        row
    }

    /// This row less a multiple of another, so that an unknown falls out of it. Gives how much work that was.
    fn subtract(&mut self, pivot: &Self, unknown: usize) -> u64 {
        let (Some(own), Some(by)) = (self.factors.get(&unknown), pivot.factors.get(&unknown)) else { return 0 };
        let divisor = own.gcd(by);
        let (own, by) = (own / &divisor, by / &divisor);
        let step = words(&own).max(words(&by));
        let mut work = 0;
        for factor in self.factors.values_mut().chain(&mut self.right) {
            work += words(factor) * step + STEP;
            *factor *= &by;
        }
        for (other, factor) in &pivot.factors {
            work += words(factor) * step + STEP;
            *self.factors.entry(*other).or_default() -= factor * &own;
        }
        for (right, of_pivot) in self.right.iter_mut().zip(&pivot.right) {
            *right -= of_pivot * &own;
        }
        self.factors.retain(|_, factor| !factor.is_zero());
        work + self.reduce()
    }

    /// Divides by what all its numbers have in common. Gives how much work that was.
    fn reduce(&mut self) -> u64 {
        let mut common = BigInt::zero();
        let mut work = 0;
        for number in self.factors.values().chain(&self.right) {
            work += words(&common) * words(number) * DIVISOR;
            common = common.gcd(number);
            if common.is_one() {
                return work;
            }
        }
        if !common.is_zero() {
            for number in self.factors.values_mut().chain(&mut self.right) {
                work += words(&common) * words(number);
                *number /= &common;
            }
        }
        work
    }
}

/// How long a number is.
fn words(number: &BigInt) -> u64 {
    number.bits() / 64 + 1
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::{Equation, Unsolved, solve, solve_within};
    use crate::diagnostics::Limit;
    use crate::domain::Fraction;

    fn equation(factors: &[(usize, i32)], right: &[i32]) -> Equation {
        Equation {
            factors: factors.iter().map(|(unknown, factor)| (*unknown, Fraction::whole(*factor))).collect(),
            right: right.iter().map(|value| Fraction::whole(*value)).collect(),
        }
    }

    #[test]
    fn systems_that_share_their_factors_are_solved_exactly_and_at_once() {
        // x + y = 1 and x - 3y = 0: x = 3/4, y = 1/4. With 4 and 0 on the right: 3 and 1.
        let equations = [equation(&[(0, 1), (1, 1)], &[1, 4]), equation(&[(0, 1), (1, -3)], &[0, 0])];
        let quarter = |quarters: i32| Fraction::ratio(quarters, 4).unwrap();
        let expected = [[quarter(3), Fraction::whole(3)], [quarter(1), Fraction::whole(1)]];
        assert_eq!(solve(&equations).unwrap(), expected);
    }

    #[test]
    fn fractions_stand_on_either_side() {
        // x/2 + y/3 = 5/6 and y/2 = 1/2: y = 1, x = 1.
        let half = Fraction::ratio(1, 2).unwrap();
        let equations = [
            Equation {
                factors: [(0, half.clone()), (1, Fraction::ratio(1, 3).unwrap())].into(),
                right: vec![Fraction::ratio(5, 6).unwrap()],
            },
            Equation { factors: [(1, half.clone())].into(), right: vec![half] },
        ];
        assert_eq!(solve(&equations).unwrap(), [[Fraction::one()], [Fraction::one()]]);
    }

    #[test]
    fn a_zero_on_the_diagonal_is_no_obstacle() {
        let equations = [equation(&[(1, 2)], &[6]), equation(&[(0, 4)], &[4])];
        assert_eq!(solve(&equations).unwrap(), [[Fraction::whole(1)], [Fraction::whole(3)]]);
    }

    #[test]
    fn a_circle_that_fixes_nothing_has_no_solution() {
        let equations = [equation(&[(0, 1), (1, -1)], &[0]), equation(&[(0, -1), (1, 1)], &[0])];
        assert_eq!(solve(&equations), Err(Unsolved::NoSingleSolution));
    }

    #[test]
    fn a_ring_of_thousands_is_as_many_small_steps() {
        // 2 x(i) - x(i+1) = 1 all round: every x is 1.
        let size = 3_000;
        let equations: Vec<Equation> = (0..size).map(|at| equation(&[(at, 2), ((at + 1) % size, -1)], &[1])).collect();
        assert!(solve(&equations).unwrap().iter().all(|value| *value == [Fraction::one()]));
    }

    #[test]
    fn what_would_take_for_ever_is_refused() {
        let factor = |row: i32, column: i32| (row * row * 31 + row * column * column * 17 + 7) % 101;
        let row = |row: i32| (0..40).map(|column| (column as usize, factor(row, column) + 1)).collect::<Vec<_>>();
        let equations: Vec<Equation> = (0..40).map(|number| equation(&row(number), &[1])).collect();
        assert!(solve(&equations).is_ok());
        assert_eq!(solve_within(&equations, 10_000), Err(Unsolved::TooMuch(Limit::CircleWork)));
    }

    #[test]
    fn long_numbers_count_for_more_than_short_ones() {
        // Each unknown stands in three of thirty rows; powers of primes, so that nothing can be divided out.
        let row = |row: usize, power: u32| -> Equation {
            let factor =
                |number: usize| Fraction::whole(BigInt::from([3, 5, 7, 11, 13][(row + number) % 5]).pow(power));
            let factors = [(row, factor(0)), ((row + 7) % 30, factor(1)), ((row + 12) % 30, factor(3))];
            Equation { factors: factors.into(), right: vec![Fraction::one()] }
        };
        let equations = |power| (0..30).map(|number| row(number, power)).collect::<Vec<_>>();
        assert!(solve_within(&equations(1), 2_000_000).is_ok());
        assert_eq!(solve_within(&equations(500), 2_000_000), Err(Unsolved::TooMuch(Limit::CircleWork)));
    }
}
