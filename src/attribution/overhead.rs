//! Overheads: lines shared out as the lines that they serve.
//!
//! The shares of a year's overheads are the unknowns of one linear system. Where no overhead serves another in a
//! circle its solution is the step-down method, in order of dependency; each circle is solved exactly as simultaneous
//! equations (the reciprocal method).
//!
//! A negative line attributes at low what its high share gives. The bounds of overheads that serve each other are
//! therefore solved together: one unknown for the low share of each, one for the high.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::equations::solve;
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
    unknown: Vec<(Fraction, Fraction)>,
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
    // One overhead alone always has a solution: the sum below it is not 0.
    let circle = || vec![(group[0], OverheadFault::Circle(group.to_vec()))];
    let central = solve_central(&sums).ok_or_else(circle)?;
    let bounds = solve_bounds(&sums).ok_or_else(circle)?;
    let shares = central.into_iter().zip(bounds).map(|(central, (low, high))| Interval { low, central, high });
    Ok(shares.collect())
}

fn sum(
    demand: &OverheadDemand,
    group: &[usize],
    solved: &[Result<Interval<Fraction>, OverheadFault>],
) -> Result<Sums, OverheadFault> {
    if demand.serves.is_empty() {
        return Err(OverheadFault::ServesNothing);
    }
    let mut sums = Sums {
        below: Fraction::zero(),
        known: Interval::point(Fraction::zero()),
        unknown: vec![(Fraction::zero(), Fraction::zero()); group.len()],
    };
    for served in &demand.serves {
        let amount = &served.amount;
        sums.below = &sums.below + amount;
        let attributed = match &served.attributes {
            Attributes::Known(attributed) => attributed.clone(),
            Attributes::Faulty => return Err(OverheadFault::Unsolved),
            Attributes::ByOverhead(other) => match group.iter().position(|member| member == other) {
                Some(member) => {
                    let (positive, negative) = &mut sums.unknown[member];
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

/// `below_i x_i = known_i + sum of amounts_ij x_j`, for the central shares.
fn solve_central(sums: &[Sums]) -> Option<Vec<Fraction>> {
    let mut matrix = Vec::new();
    for (row, sums) in sums.iter().enumerate() {
        let mut cells: Vec<Fraction> =
            sums.unknown.iter().map(|(positive, negative)| &Fraction::zero() - &(positive + negative)).collect();
        cells[row] = &cells[row] + &sums.below;
        matrix.push(cells);
    }
    solve(matrix, sums.iter().map(|sums| sums.known.central.clone()).collect())
}

/// The same for low and high at once. At low a positive line attributes its low share and a negative one its high
/// share; where the amounts below add up to less than 0, the low share comes from what is attributed at high.
fn solve_bounds(sums: &[Sums]) -> Option<Vec<(Fraction, Fraction)>> {
    let size = sums.len();
    let mut matrix = Vec::new();
    let mut right = Vec::new();
    for bound_is_low in [true, false] {
        for (row, sums) in sums.iter().enumerate() {
            let from_low = bound_is_low != sums.below.is_negative();
            let mut cells = vec![Fraction::zero(); 2 * size];
            for (column, (positive, negative)) in sums.unknown.iter().enumerate() {
                let (of_low, of_high) = if from_low { (positive, negative) } else { (negative, positive) };
                cells[column] = &cells[column] - of_low;
                cells[size + column] = &cells[size + column] - of_high;
            }
            let own = if bound_is_low { row } else { size + row };
            cells[own] = &cells[own] + &sums.below;
            matrix.push(cells);
            right.push(if from_low { sums.known.low.clone() } else { sums.known.high.clone() });
        }
    }
    let mut solution = solve(matrix, right)?;
    let high = solution.split_off(size);
    Some(solution.into_iter().zip(high).collect())
}
