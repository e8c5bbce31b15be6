//! The comparison of two sides: the total, every group, every cost per victim, every line.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::cause::Causes;
use super::items::{Group, items};
use super::lines::{LineChange, causes, side};
use super::pairs::{Pair, pairs};
use super::quotient::QuotientChange;
use super::rounding::RoundedChange;
use super::side::Side;
use super::tally::Tally;
use crate::attribution::Grouping;
use crate::domain::{Fraction, LineKey};
use crate::measures::basis::{Basis, BasisFault, Factors};
use crate::measures::{Figures, per_victim};

/// What is asked of two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareQuery {
    /// What changes are grouped by, in order; the own dimensions are those of the later side.
    pub by: Vec<Grouping>,
    /// Measures of victims, in order.
    pub measures: Vec<ArcStr>,
    /// One form of exploitation, or all.
    pub exploitation: Option<ArcStr>,
    /// Currency and prices.
    pub basis: Basis,
}

/// The change of one figure: the total, or a group of it.
#[derive(Debug, Clone)]
pub struct Change {
    /// The values of the query's dimensions; none for the total.
    pub by: Vec<String>,
    /// The cost on the earlier side.
    pub before: Figures,
    /// The cost on the later side.
    pub after: Figures,
    /// What each cause contributes to the change of the central total, exact, in minor units of the basis.
    pub causes: Causes,
    /// The change of the cost per victim, a measure each.
    pub per_victim: Vec<QuotientChange>,
    rounded: Option<RoundedChange>,
}

impl Change {
    /// The central totals of both sides; `None` where one of them is not known, so that there is no change to speak of.
    #[must_use]
    pub fn totals(&self) -> Option<(Fraction, Fraction)> {
        self.before.total().zip(self.after.total()).map(|(before, after)| (before.central, after.central))
    }

    /// Both totals, the change and what each cause contributes, in whole minor units that add up.
    #[must_use]
    pub fn rounded(&self) -> Option<&RoundedChange> {
        self.rounded.as_ref()
    }
}

/// What changed between two sides.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The total.
    pub total: Change,
    /// Each group of the dimensions asked for, in order of their values; none without dimensions.
    pub groups: Vec<Change>,
    /// The lines whose cost changed, in the order of the ledger.
    pub lines: Vec<LineChange>,
    /// Lines of both sides of whose cost only the range changed, as they stand on the later side.
    pub ranges: Vec<LineKey>,
    /// Lines of both sides with an amount, approved on one and executed on the other, as they stand on the later side.
    pub other_phase: Vec<LineKey>,
}

/// Compares two sides.
///
/// # Errors
///
/// A basis that cannot be had for one of the years.
pub fn compare(before: Side<'_>, after: Side<'_>, query: &CompareQuery) -> Result<Comparison, BasisFault> {
    let form = query.exploitation.as_deref();
    let (mut lines, mut ranges, mut other_phase) = (Vec::new(), Vec::new(), Vec::new());
    let mut groups: BTreeMap<Group, Tally> = BTreeMap::new();
    let of_sides = [items(before, form, query.basis)?, items(after, form, query.basis)?];
    let counts = [before, after].map(|side| side.lines());
    let [of_before, of_after] = of_sides;
    for pair in pairs(of_before, of_after, [before, after].map(|side| &*side.project.dimensions)) {
        let (was, is) = match &pair {
            Pair::Both(was, is) => (Some(&**was), Some(&**is)),
            Pair::Gone(was) | Pair::Fewer(was) => (Some(&**was), None),
            Pair::New(is) | Pair::More(is) => (None, Some(&**is)),
        };
        for (at, item) in [was, is].into_iter().enumerate().filter_map(|(at, item)| Some((at, item?))) {
            Tally::count(at, item, &mut groups);
        }
        let mut of_line = Causes::default();
        for (group, of_group) in causes(&pair) {
            of_line.add_all(&of_group);
            groups.entry(group).or_default().causes.add_all(&of_group);
        }
        let (was_side, is_side) = (was.map(side), is.map(side));
        if let (Some(was), Some(is)) = (&was_side, &is_side)
            && was.amount.is_some()
            && is.amount.is_some()
            && was.key.phase != is.key.phase
        {
            other_phase.push(is.key.clone());
        }
        if of_line.iter().next().is_some() {
            lines.push(LineChange { before: was_side, after: is_side, causes: of_line });
        } else if let (Some(was), Some(is)) = (was, is)
            && was.range() != is.range()
        {
            ranges.push(is.line.key().clone());
        }
    }
    let mut total = Tally::default();
    groups.values().for_each(|tally| total.add(tally));
    total.sums.iter_mut().zip(counts).for_each(|(sums, count)| sums.lines = count);
    let change = |by: Vec<String>, tally: Tally| change(by, tally, [before, after], query);
    let total = change(Vec::new(), total)?;
    let shown = groups.into_iter().filter(|(_, tally)| tally.sums.iter().any(|sums| sums.shows_something));
    let groups = if query.by.is_empty() {
        Vec::new()
    } else {
        shown.map(|(by, tally)| change(by, tally)).collect::<Result<_, _>>()?
    };
    other_phase.sort();
    ranges.sort();
    Ok(Comparison { total, groups, lines, ranges, other_phase })
}

fn change(by: Vec<String>, tally: Tally, sides: [Side<'_>; 2], query: &CompareQuery) -> Result<Change, BasisFault> {
    let figures = |at: usize| {
        let Side { project, year, .. } = sides[at];
        Figures::new(&tally.sums[at], year, &mut Factors::new(project, query.basis))
    };
    let (before, after) = (figures(0)?, figures(1)?);
    let mut change = Change { by, before, after, causes: tally.causes, per_victim: Vec::new(), rounded: None };
    let totals = change.totals();
    // The causes of a long ledger are long sums of fractions, which every table and sentence shows: they are rounded once.
    change.rounded = totals.as_ref().map(|(before, after)| RoundedChange::new(before, after, &change.causes));
    change.per_victim = query
        .measures
        .iter()
        .map(|measure| {
            let of = |side: Side<'_>, figures: &Figures| {
                per_victim(&side.project.victims, measure, query.exploitation.as_ref(), side.year, figures)
            };
            let (before, after) = (of(sides[0], &change.before), of(sides[1], &change.after));
            let costs = totals.as_ref().map(|(before, after)| (before, after));
            QuotientChange::new(before, after, costs, &change.causes)
        })
        .collect();
    Ok(change)
}
