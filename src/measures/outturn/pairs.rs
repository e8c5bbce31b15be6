//! Which lines of two phases are one line, and which cannot be held against another phase.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::attribution::{AttributedLine, BothPhases};
use crate::domain::{BudgetLine, Currency, LineKey, LineName, Money, State, Year};
use crate::measures::query::Query;

/// A line that is in no figure of an outturn.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// The line, in the phase in which it is known.
    pub key: LineKey,
    /// What was approved; `None` where nobody published it.
    pub approved: Option<Money>,
    /// What was executed.
    pub executed: Option<Money>,
    /// Why it is left out.
    pub why: WhyLeftOut,
}

/// Why a line cannot be held against its other phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// Nothing says what was approved.
    NoApproved,
    /// Nothing says what was executed.
    NoExecuted,
    /// Neither amount is published.
    Unpublished,
    /// No rule decides it.
    Unattributed,
    /// A rule says that none of it is trafficking.
    Excluded,
}

impl WhyLeftOut {
    /// Every reason.
    pub const ALL: [Self; 5] =
        [Self::NoApproved, Self::NoExecuted, Self::Unpublished, Self::Unattributed, Self::Excluded];

    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoApproved => "not-approved",
            Self::NoExecuted => "not-executed",
            Self::Unpublished => "unpublished",
            Self::Unattributed => "unattributed",
            Self::Excluded => "excluded",
        }
    }
}

/// What two phases of a line have in common.
type PairKey = (Year, LineName, Currency);

/// The lines of a pair in either phase; a line may stand in several sources.
#[derive(Debug, Default)]
struct Pair<'a> {
    approved: Vec<&'a AttributedLine>,
    executed: Vec<&'a AttributedLine>,
}

/// Lines of both phases that are held against each other, and those that are not.
pub(super) struct Pairs<'a> {
    taken: BTreeSet<&'a LineKey>,
    lines: BTreeMap<Year, usize>,
    left_out: Vec<LeftOut>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(both: &'a BothPhases, query: &Query) -> Self {
        let sides = [&both.approved, &both.executed];
        let there = sides.iter().flat_map(|side| &side.lines).filter(|of| !of.line.is_not_reported());
        let there: BTreeSet<(Year, LineName)> = there.map(|of| named(of.line.key())).collect();
        let mut pairs: BTreeMap<PairKey, Pair<'a>> = BTreeMap::new();
        for (number, side) in sides.into_iter().enumerate() {
            for attributed in side.lines.iter().filter(|of| query.years.contains(of.line.key().year)) {
                let name = named(attributed.line.key());
                // A line that was expected and has rows in the other phase alone is that line.
                if attributed.line.is_not_reported() && there.contains(&name) {
                    continue;
                }
                let pair: &mut Pair<'a> = pairs.entry((name.0, name.1, attributed.line.key().currency)).or_default();
                if number == 0 { pair.approved.push(attributed) } else { pair.executed.push(attributed) }
            }
        }
        pairs.retain(|_, pair| pair.approved.iter().chain(&pair.executed).any(|of| both.approved.only.takes(of)));
        let mut found = Self { taken: BTreeSet::new(), lines: BTreeMap::new(), left_out: Vec::new() };
        for ((year, ..), pair) in pairs {
            let count = found.lines.entry(year).or_default();
            match pair.left_out() {
                Some(left_out) => found.left_out.push(left_out),
                None => {
                    *count += 1;
                    let lines = pair.approved.iter().chain(&pair.executed);
                    found.taken.extend(lines.filter(|of| of.line.amount().is_some()).map(|of| of.line.key()));
                }
            }
        }
        found.left_out.sort_by(|one, other| one.key.cmp(&other.key));
        found
    }

    /// Whether a line is one of those held against their other phase.
    pub(super) fn takes(&self, line: &BudgetLine) -> bool {
        self.taken.contains(line.key())
    }

    /// The years that have lines, in order.
    pub(super) fn years(&self) -> impl Iterator<Item = Year> {
        self.lines.keys().copied()
    }

    /// How many lines of a year are held against their other phase.
    pub(super) fn of_year(&self, year: Year) -> usize {
        self.lines.get(&year).copied().unwrap_or_default()
    }

    pub(super) fn into_left_out(self) -> Vec<LeftOut> {
        self.left_out
    }
}

fn named(key: &LineKey) -> (Year, LineName) {
    (key.year, key.name())
}

impl Pair<'_> {
    /// The line, if it cannot be held against its other phase.
    fn left_out(&self) -> Option<LeftOut> {
        let [approved, executed] = [&self.approved, &self.executed].map(|lines| published(lines));
        let states = || self.approved.iter().chain(&self.executed).map(|line| line.state);
        let why = match (approved, executed) {
            (None, None) => WhyLeftOut::Unpublished,
            (None, Some(_)) => WhyLeftOut::NoApproved,
            (Some(_), None) => WhyLeftOut::NoExecuted,
            _ if states().all(|state| state == State::Unattributed) => WhyLeftOut::Unattributed,
            _ if states().all(|state| state == State::Excluded) => WhyLeftOut::Excluded,
            _ => return None,
        };
        let line: &Arc<BudgetLine> = &self.executed.iter().chain(&self.approved).next()?.line;
        Some(LeftOut { key: line.key().clone(), approved, executed, why })
    }
}

/// The published amounts of some lines, added up; `None` where none is.
fn published(lines: &[&AttributedLine]) -> Option<Money> {
    let mut known = lines.iter().filter_map(|line| line.line.amount()).peekable();
    known.peek()?;
    let mut sum = Money::ZERO;
    known.for_each(|amount| sum += amount);
    Some(sum)
}
