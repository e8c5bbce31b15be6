//! A figure under one set of rules and one measure: a term, what the report has, and the bounds that hold.

use std::collections::{BTreeMap, BTreeSet};

use super::algebra::{Monomial, Polynomial};
use super::coarse;
use super::costs::Cost;
use super::inputs::Inputs;
use super::ranges::{End, Range, Ranges};
use crate::domain::{Count, Fraction, Interval};

/// Of minor units, what two sums that are the same may differ by, being coarse.
const SAME: i32 = 1_000_000_000;

/// A figure under one set of rules, over one count or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branch {
    /// Over uncertain values, unrounded.
    pub term: Polynomial,
    /// The figure as the report has it.
    pub central: Fraction,
    /// The least and the greatest that a draw of it can give.
    pub bounds: (Fraction, Fraction),
}

impl Branch {
    /// A figure that these rules do not have.
    pub(super) fn nothing() -> Self {
        let zero = Fraction::zero;
        Self { term: Polynomial::default(), central: zero(), bounds: (zero(), zero()) }
    }

    /// The cost itself, or over a count, which is given with its term; `None` where that may be 0.
    pub(super) fn new(cost: &Cost, count: Option<(Count, &Polynomial)>, inputs: &mut Inputs) -> Option<Self> {
        let over = |bound: &Fraction, count: &Fraction| bound.checked_div(count);
        let (term, report, exact, room) = match count {
            None => (cost.term.clone(), cost.report.clone(), cost.exact.clone(), cost.room.clone()),
            Some((count, by)) => {
                let term = cost.term.over(by, &mut inputs.sums)?;
                let ends = count.bounds();
                let low = |bound: &Fraction| over(bound, if bound.is_negative() { &ends.low } else { &ends.high });
                let high = |bound: &Fraction| over(bound, if bound.is_negative() { &ends.high } else { &ends.low });
                let of = |of: &Interval<Fraction>| {
                    let central = over(&of.central, &ends.central)?;
                    Some(Interval { low: low(&of.low)?, central, high: high(&of.high)? })
                };
                (term, of(&cost.report)?, of(&cost.exact)?, (low(&cost.room.0)?, high(&cost.room.1)?))
            }
        };
        let room = if cost.is_divided { room } else { (exact.low.clone(), exact.high.clone()) };
        let (below, above) = moves(&term, inputs);
        // What is shown is the report's figure and what the draws move it by; so is a bound, but where it is that of the
        // report, rounded as the report rounds it.
        let at = |moved: Option<Fraction>, room: &Fraction, take: fn(Fraction, Fraction) -> Fraction| {
            let room = room - &exact.central;
            moved.map_or_else(|| room.clone(), |moved| take(moved, room.clone()))
        };
        let bound = |moved: Fraction, exact_end: &Fraction, reported: &Fraction| {
            let apart = &(&exact.central + &moved) - exact_end;
            let same = &apart * &Fraction::whole(SAME);
            let is_same = !cost.is_divided && same < Fraction::one() && same > Fraction::whole(-1);
            if is_same { reported.clone() } else { &report.central + &moved }
        };
        let low = bound(at(below, &room.0, Fraction::max), &exact.low, &report.low);
        let high = bound(at(above, &room.1, Fraction::min), &exact.high, &report.high);
        let bounds = (low.min(report.central.clone()), high.max(report.central.clone()));
        Some(Self { term, central: report.central, bounds })
    }
}

/// How far a term can go below and above what it is at the centre; `None` where that is not bounded.
fn moves(term: &Polynomial, inputs: &Inputs) -> (Option<Fraction>, Option<Fraction>) {
    let ends = |value: usize| inputs.values[value].ends.clone();
    let (mut below, mut above) = (Some(Fraction::zero()), Some(Fraction::zero()));
    for part in apart(term, inputs) {
        let mut values = BTreeSet::new();
        part.values(&inputs.sums, &mut values);
        let Range { low: End::At(central), .. } = Ranges::central(&values, &ends, &inputs.sums).naive(&part) else {
            return (None, None);
        };
        let range = Ranges::new(&values, &ends, &inputs.sums).bounds(&part);
        let moved = |sum: Option<Fraction>, end: &End, toward: coarse::Toward| match (sum, end) {
            (Some(sum), End::At(end)) => Some(coarse::coarse(&sum + &(end - &central), toward)),
            _ => None,
        };
        below = moved(below, &range.low, coarse::Toward::Low);
        above = moved(above, &range.high, coarse::Toward::High);
    }
    (below, above)
}

/// A term as terms that have no value in common, without what is known.
fn apart(term: &Polynomial, inputs: &Inputs) -> Vec<Polynomial> {
    let mut found: Vec<Option<Vec<(&Monomial, &Fraction)>>> = Vec::new();
    let mut of_value: BTreeMap<usize, usize> = BTreeMap::new();
    let mut members: Vec<BTreeSet<usize>> = Vec::new();
    for (monomial, coefficient) in term.terms() {
        let mut values = BTreeSet::new();
        let mut single = Polynomial::default();
        single.add_term(monomial.clone(), &Fraction::one());
        single.values(&inputs.sums, &mut values);
        if values.is_empty() {
            continue;
        }
        let together: BTreeSet<usize> = values.iter().filter_map(|value| of_value.get(value).copied()).collect();
        // The largest takes the others in.
        let into = together.iter().copied().max_by_key(|part| members[*part].len());
        let into = into.unwrap_or_else(|| {
            found.push(Some(Vec::new()));
            members.push(BTreeSet::new());
            found.len() - 1
        });
        for part in together.into_iter().filter(|part| *part != into) {
            let terms = found[part].take().unwrap_or_default();
            found[into].get_or_insert_default().extend(terms);
            values.extend(std::mem::take(&mut members[part]));
        }
        found[into].get_or_insert_default().push((monomial, coefficient));
        for value in values {
            of_value.insert(value, into);
            members[into].insert(value);
        }
    }
    let of = |terms: Vec<(&Monomial, &Fraction)>| {
        let mut part = Polynomial::default();
        terms.into_iter().for_each(|(monomial, coefficient)| part.add_term(monomial.clone(), coefficient));
        part
    };
    found.into_iter().flatten().map(of).collect()
}
