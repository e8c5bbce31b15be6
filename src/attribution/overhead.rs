//! Overheads: lines shared out as the lines that they serve.
//!
//! The shares of a year's overheads are the unknowns of one linear system. Where no overhead serves another in a
//! circle its solution is the step-down method, in order of dependency; each circle is solved exactly as simultaneous
//! equations (the reciprocal method).
//!
//! A negative line attributes at low what its high share gives. The bounds of overheads that serve each other are
//! therefore solved together: one unknown for the low share of each, one for the high.

use std::collections::BTreeMap;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::equations::{Equation, Unsolved, solve};
use crate::diagnostics::Limit;
use crate::domain::{Fraction, Interval};

/// An overhead of a year, before its share is known.
#[derive(Debug, Clone)]
pub struct OverheadDemand {
    /// The lines that it serves, with known amounts, its own left out.
    pub serves: Vec<Served>,
}

/// A line that an overhead serves.
#[derive(Debug, Clone)]
pub struct Served {
    /// Its number among the lines that are attributed.
    pub line: usize,
    /// Its amount, in minor units of the currency that all lines served are brought to.
    pub amount: Fraction,
    /// What it attributes.
    pub attributes: Attributes,
}

/// What a served line attributes.
#[derive(Debug, Clone)]
pub enum Attributes {
    /// Its share is known: this much, not yet rounded, bounds in order.
    Known(Interval<Fraction>),
    /// It is itself decided by an overhead: the one at this position.
    ByOverhead(usize),
    /// Its rule could not be worked out, which is reported where it failed.
    Faulty,
}

/// Why the share of an overhead is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverheadFault {
    /// It serves no line.
    ServesNothing,
    /// The lines that it serves add up to 0.
    ZeroSum,
    /// The overheads at these positions serve each other without a single solution.
    Circle(Vec<usize>),
    /// To solve it would take more than this program does.
    TooMuch(Limit),
    /// Something it depends on failed.
    Unsolved,
}

/// The share of each overhead of a year.
#[must_use]
pub fn solve_overheads(demands: &[OverheadDemand]) -> Vec<Result<Interval<Fraction>, OverheadFault>> {
    let mut graph: DiGraph<usize, ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = (0..demands.len()).map(|position| graph.add_node(position)).collect();
    for (from, demand) in demands.iter().enumerate() {
        for served in &demand.serves {
            if let Attributes::ByOverhead(to) = served.attributes {
                graph.update_edge(nodes[from], nodes[to], ());
            }
        }
    }
    let mut shares: Vec<Result<Interval<Fraction>, OverheadFault>> = vec![Err(OverheadFault::Unsolved); demands.len()];
    // Each group comes after all that it depends on.
    for group in tarjan_scc(&graph) {
        let mut group: Vec<usize> = group.into_iter().map(|node| graph[node]).collect();
        group.sort_unstable();
        match solve_group(demands, &group, &shares) {
            Ok(solved) => {
                for (position, share) in group.into_iter().zip(solved) {
                    shares[position] = Ok(share);
                }
            }
            Err(faults) => {
                for (position, fault) in faults {
                    shares[position] = Err(fault);
                }
            }
        }
    }
    shares
}

/// Sums over the lines that one overhead serves.
struct Sums {
    /// The amounts.
    below: Fraction,
    /// What lines with known shares attribute.
    known: Interval<Fraction>,
    /// For each overhead of the group: the positive and the negative amounts that it decides.
    unknown: BTreeMap<usize, (Fraction, Fraction)>,
}

fn solve_group(
    demands: &[OverheadDemand],
    group: &[usize],
    solved: &[Result<Interval<Fraction>, OverheadFault>],
) -> Result<Vec<Interval<Fraction>>, Vec<(usize, OverheadFault)>> {
    let mut sums = Vec::new();
    let mut faults = Vec::new();
    for position in group {
        match sum(&demands[*position], group, solved) {
            Ok(row) => sums.push(row),
            Err(fault) => faults.push((*position, fault)),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let unsolved = |why| match why {
        Unsolved::NoSingleSolution => vec![(group[0], OverheadFault::Circle(group.to_vec()))],
        Unsolved::TooMuch(limit) => vec![(group[0], OverheadFault::TooMuch(limit))],
    };
    let sides_change =
        |sums: &Sums| sums.below.is_negative() || sums.unknown.values().any(|(_, negative)| negative.is_negative());
    let solved = if sums.iter().any(sides_change) { solve_bounds_apart(&sums) } else { solve_at_once(&sums) };
    solved.map_err(unsolved)
}

fn sum(
    demand: &OverheadDemand,
    group: &[usize],
    solved: &[Result<Interval<Fraction>, OverheadFault>],
) -> Result<Sums, OverheadFault> {
    if demand.serves.is_empty() {
        return Err(OverheadFault::ServesNothing);
    }
    let mut sums = Sums { below: Fraction::zero(), known: Interval::point(Fraction::zero()), unknown: BTreeMap::new() };
    for served in &demand.serves {
        let amount = &served.amount;
        sums.below = &sums.below + amount;
        let attributed = match &served.attributes {
            Attributes::Known(attributed) => attributed.clone(),
            Attributes::Faulty => return Err(OverheadFault::Unsolved),
            Attributes::ByOverhead(other) => match group.binary_search(other).ok() {
                Some(member) => {
                    let zero = || (Fraction::zero(), Fraction::zero());
                    let (positive, negative) = sums.unknown.entry(member).or_insert_with(zero);
                    let side = if amount.is_negative() { negative } else { positive };
                    *side = &*side + amount;
                    continue;
                }
                None => match &solved[*other] {
                    Ok(share) => share.map(|share| amount * share).ordered(),
                    Err(_) => return Err(OverheadFault::Unsolved),
                },
            },
        };
        sums.known.low = &sums.known.low + &attributed.low;
        sums.known.central = &sums.known.central + &attributed.central;
        sums.known.high = &sums.known.high + &attributed.high;
    }
    if sums.below.is_zero() { Err(OverheadFault::ZeroSum) } else { Ok(sums) }
}

/// `below_i x_i = known_i + sum of amounts_ij x_j`, with these right sides.
fn equations(sums: &[Sums], right: impl Fn(&Interval<Fraction>) -> Vec<Fraction>) -> Vec<Equation> {
    let equation = |(row, sums): (usize, &Sums)| {
        let mut equation = Equation { right: right(&sums.known), ..Equation::default() };
        for (column, (positive, negative)) in &sums.unknown {
            add(&mut equation, *column, &(&Fraction::zero() - &(positive + negative)));
        }
        add(&mut equation, row, &sums.below);
        equation
    };
    sums.iter().enumerate().map(equation).collect()
}

fn add(equation: &mut Equation, unknown: usize, factor: &Fraction) {
    let sum = equation.factors.entry(unknown).or_insert_with(Fraction::zero);
    *sum = &*sum + factor;
}

/// Low, central and high shares where all amounts are positive: three systems with one left side.
fn solve_at_once(sums: &[Sums]) -> Result<Vec<Interval<Fraction>>, Unsolved> {
    let solved = solve(&equations(sums, |known| vec![known.low.clone(), known.central.clone(), known.high.clone()]))?;
    solved
        .into_iter()
        .map(|shares| {
            let [low, central, high] = shares.try_into().map_err(|_| Unsolved::NoSingleSolution)?;
            Ok(Interval { low, central, high })
        })
        .collect()
}

/// Low and high shares at once, where some amounts are negative. At low a positive line attributes its low share and a
/// negative one its high share; where the amounts below add up to less than 0, the low share comes from what is
/// attributed at high.
fn solve_bounds_apart(sums: &[Sums]) -> Result<Vec<Interval<Fraction>>, Unsolved> {
    let central = solve(&equations(sums, |known| vec![known.central.clone()]))?;
    let size = sums.len();
    let mut bounds = Vec::new();
    for bound_is_low in [true, false] {
        for (row, sums) in sums.iter().enumerate() {
            let from_low = bound_is_low != sums.below.is_negative();
            let known = if from_low { &sums.known.low } else { &sums.known.high };
            let mut equation = Equation { right: vec![known.clone()], ..Equation::default() };
            for (column, (positive, negative)) in &sums.unknown {
                let (of_low, of_high) = if from_low { (positive, negative) } else { (negative, positive) };
                add(&mut equation, *column, &(&Fraction::zero() - of_low));
                add(&mut equation, size + column, &(&Fraction::zero() - of_high));
            }
            add(&mut equation, if bound_is_low { row } else { size + row }, &sums.below);
            bounds.push(equation);
        }
    }
    let mut low = solve(&bounds)?;
    let high = low.split_off(size);
    let alone = |mut values: Vec<Fraction>| values.pop().ok_or(Unsolved::NoSingleSolution);
    let shares = low.into_iter().zip(central).zip(high);
    shares
        .map(|((low, central), high)| Ok(Interval { low: alone(low)?, central: alone(central)?, high: alone(high)? }))
        .collect()
}
