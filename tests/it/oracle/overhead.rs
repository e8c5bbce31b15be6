//! Overheads of a year, all at once, as simultaneous linear equations.
//!
//! For a rule with lines to serve of amounts `a` and shares `s`, and `A` the sum of the `a`:
//! `A * central = sum of a * s.central`. What a line attributes at low is `a * s.low`, and for a
//! negative line `a * s.high`; where `A` itself is negative, the low and the high share of the
//! overhead change places. So three unknowns for each rule, and low and high in one system.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::drivers::Bounds;
use super::lines::common;
use super::matching::selects;
use super::shares::{Shares, Worked};
use super::{Decided, UNDECIDED};
use crate::random_project::{ProjectSpec, ShareSpec};

/// The share of a served line: known, or that of the unknown with this number.
enum Served {
    Known(Bounds),
    Unknown(usize),
}

/// The share of each overhead rule that decides a line in that year.
pub(crate) fn solve_year(
    project: &ProjectSpec,
    decided: &[Decided],
    year: i32,
    shares: &Shares,
) -> Result<Vec<(usize, Bounds)>, String> {
    let lines: Vec<&Decided> = decided.iter().filter(|d| d.line.key.year == year).collect();
    let mut rules: Vec<usize> = lines.iter().filter_map(|line| line.rule).collect();
    rules.retain(|number| matches!(project.rules[*number].share, ShareSpec::OverheadOf(_)));
    rules.sort_unstable();
    rules.dedup();

    let mut equations: Vec<Vec<BigRational>> = Vec::new();
    for (unknown, number) in rules.iter().enumerate() {
        let rule = &project.rules[*number];
        let ShareSpec::OverheadOf(matches) = &rule.share else {
            continue;
        };
        let served: Vec<&Decided> = lines
            .iter()
            .copied()
            .filter(|line| line.rule != Some(*number))
            .filter(|line| line.line.taken().is_some() && selects(matches, &line.line))
            .collect();
        let to = common(project, served.iter().map(|line| &line.line));
        let amounts = served.iter().map(|line| line.line.brought(project, to));
        let amounts: Vec<BigRational> = amounts.collect::<Result<_, _>>()?;
        let sum: BigRational = amounts.iter().sum();
        if sum.is_zero() {
            return Err(format!("overhead {} serves nothing, or a sum of 0, in {year}", rule.id));
        }
        let (mut low, mut high) = (CENTRAL + 1, CENTRAL + 2);
        if sum.is_negative() {
            (low, high) = (high, low);
        }
        for (place, side) in [(CENTRAL, Side::Central), (low, Side::Low), (high, Side::High)] {
            let mut equation = vec![BigRational::zero(); 3 * rules.len() + 1];
            equation[3 * unknown + place] += &sum;
            for (line, amount) in served.iter().zip(&amounts) {
                add_line(&mut equation, amount, side, &share_of(line, shares, &rules));
            }
            equations.push(equation);
        }
    }
    let solution = solve(equations).ok_or_else(|| format!("the overheads of {year} have no solution: {rules:?}"))?;
    let mut solved = Vec::new();
    for (unknown, number) in rules.iter().enumerate() {
        let at = |place: usize| solution[3 * unknown + place].clone();
        let share = Bounds { central: at(CENTRAL), low: at(CENTRAL + 1), high: at(CENTRAL + 2) };
        if share.low > share.central || share.central > share.high {
            // only in a circle over lines of both signs: `a * s.low` is then not the lower product
            return Err(format!("{UNDECIDED}the bounds of {} cross", project.rules[*number].id));
        }
        solved.push((*number, share));
    }
    Ok(solved)
}

/// Place of the central share among the three unknowns of a rule; low and high come after it.
const CENTRAL: usize = 0;

/// Which of the three sums an equation is about.
#[derive(Clone, Copy)]
enum Side {
    Low,
    Central,
    High,
}

fn share_of(line: &Decided, shares: &Shares, rules: &[usize]) -> Served {
    let nothing = || Served::Known(Bounds::exactly(BigRational::zero()));
    let Some(number) = line.rule else {
        return match line.line.is_labelled() {
            true => Served::Known(Bounds::exactly(BigRational::from_integer(1.into()))),
            false => nothing(),
        };
    };
    if let Some(unknown) = rules.iter().position(|rule| *rule == number) {
        return Served::Unknown(unknown);
    }
    match shares.get(&(line.line.key.year, number)) {
        Some(Worked::Share { share, .. }) => Served::Known(share.clone()),
        _ => nothing(),
    }
}

/// Adds what one line attributes: known parts to the right-hand side (the last place), unknown ones
/// to the left with the sign turned.
fn add_line(equation: &mut [BigRational], amount: &BigRational, side: Side, share: &Served) {
    let side = match side {
        Side::Low if amount.is_negative() => Side::High,
        Side::High if amount.is_negative() => Side::Low,
        side => side,
    };
    let last = equation.len() - 1;
    match (share, side) {
        (Served::Known(share), Side::Low) => equation[last] += amount * &share.low,
        (Served::Known(share), Side::Central) => equation[last] += amount * &share.central,
        (Served::Known(share), Side::High) => equation[last] += amount * &share.high,
        (Served::Unknown(unknown), Side::Central) => equation[3 * unknown + CENTRAL] -= amount,
        (Served::Unknown(unknown), Side::Low) => equation[3 * unknown + CENTRAL + 1] -= amount,
        (Served::Unknown(unknown), Side::High) => equation[3 * unknown + CENTRAL + 2] -= amount,
    }
}

/// Gaussian elimination; `None` where there is not exactly one solution.
pub(crate) fn solve(mut equations: Vec<Vec<BigRational>>) -> Option<Vec<BigRational>> {
    let count = equations.len();
    for column in 0..count {
        let pivot = (column..count).find(|row| !equations[*row][column].is_zero())?;
        equations.swap(column, pivot);
        let divisor = equations[column][column].clone();
        for value in &mut equations[column] {
            *value /= &divisor;
        }
        let pivot_row = equations[column].clone();
        for (row, equation) in equations.iter_mut().enumerate() {
            if row != column {
                let factor = equation[column].clone();
                for (value, pivot_value) in equation.iter_mut().zip(&pivot_row) {
                    *value -= &factor * pivot_value;
                }
            }
        }
    }
    Some(equations.into_iter().map(|equation| equation[count].clone()).collect())
}
