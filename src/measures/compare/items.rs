//! The lines of one side, each with what it attributes to every group.

use super::side::Side;
use crate::attribution::{AttributedLine, Bucket};
use crate::domain::{BudgetLine, Fraction, Interval, Label, Money, Part, State};
use crate::measures::basis::{Basis, BasisFault};
use crate::rules::Rule;

/// Values of the dimensions, in their order.
pub(super) type Group = Vec<String>;

/// A line of one side.
#[derive(Debug, Clone)]
pub(super) struct Item<'p> {
    /// The line.
    pub line: &'p BudgetLine,
    /// What the engine made of it.
    pub attributed: &'p AttributedLine,
    /// The rule that decided it.
    pub rule: Option<&'p Rule>,
    /// What falls into each group, in their order, in minor units of the line's currency; empty where nothing is attributed.
    /// They are few.
    pub parts: Vec<(Group, Interval<Money>)>,
    /// All that it attributes, whatever is shown of it.
    pub whole: Money,
    /// What each of its entries that is shown is counted in.
    pub counted: Vec<(Group, Bucket, Interval<Money>)>,
    /// What one minor unit of its currency is in minor units of that of the basis.
    pub rate: Fraction,
    /// What one unit of money of its year is in the prices of the basis.
    pub deflator: Fraction,
}

/// How the attributed amount of a line is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// An amount times a share.
    Shared,
    /// A share of an amount that nobody published and its rule fills.
    Filled,
    /// Units times unit cost in place of an amount.
    Imputed,
    /// Nobody published the amount.
    No,
}

/// The lines of a side, in the order of the ledger.
///
/// # Errors
///
/// A line whose currency or year cannot be shown in the basis.
pub(super) fn items<'p>(side: Side<'p>, form: Option<&str>, basis: Basis) -> Result<Vec<Item<'p>>, BasisFault> {
    let lines = side.attribution.taken().enumerate();
    let lines = lines.filter(|(_, attributed)| attributed.line.key().year == side.year);
    lines
        .map(|(number, attributed)| {
            let mut parts: Vec<(Group, Interval<Money>)> = Vec::new();
            let mut counted = Vec::new();
            for entry in attributed.entries(number).filter(|entry| entry.is_of_form(form)) {
                let group: Group = side.by.iter().map(|grouping| grouping.value(&entry).to_owned()).collect();
                let amounts = entry.amounts.unwrap_or_default();
                if entry.part == Part::Attributed {
                    match parts.binary_search_by(|(of, _)| of.cmp(&group)) {
                        Ok(at) => parts[at].1 = parts[at].1.plus(&amounts),
                        Err(at) => parts.insert(at, (group.clone(), amounts)),
                    }
                }
                counted.push((group, entry.bucket(), amounts));
            }
            let line: &BudgetLine = &attributed.line;
            // Where there is no money there is nothing to bring to the basis.
            let factors = attributed.has_money().then(|| side.factors(line.key().currency, basis)).transpose()?;
            let (rate, deflator) = factors.unwrap_or_else(|| (Fraction::one(), Fraction::one()));
            let whole = attributed.attributed(None).central;
            let rule = attributed.ruling.rule.as_deref();
            Ok(Item { line, attributed, rule, parts, whole, counted, rate, deflator })
        })
        .collect()
}

impl Item<'_> {
    /// An amount of its currency, in the basis.
    pub(super) fn shown(&self, amount: Money) -> Fraction {
        &(&Fraction::from_money(amount) * &self.rate) * &self.deflator
    }

    /// Low and high of what is shown of it, in the basis.
    pub(super) fn range(&self) -> [Fraction; 2] {
        let sum = self.parts.iter().fold(Interval::default(), |sum: Interval<Money>, (_, part)| sum.plus(part));
        [self.shown(sum.low), self.shown(sum.high)]
    }

    /// How what it attributes is known.
    pub(super) fn known(&self) -> Known {
        match (self.line.amount(), &self.attributed.fill, self.attributed.state) {
            (.., State::Imputed) => Known::Imputed,
            (Some(_), ..) => Known::Shared,
            (None, Some(_), _) => Known::Filled,
            (None, None, _) => Known::No,
        }
    }

    /// The share that is attributed in effect, after rounding; that of its rule where the amount is 0.
    pub(super) fn share(&self) -> Option<Fraction> {
        let amount = self.attributed.amount()?;
        let in_effect = Fraction::from_money(self.whole).checked_div(&Fraction::from_money(amount));
        in_effect.or_else(|| match &self.attributed.ruling.share {
            Some(share) => Some(share.central.clone()),
            None if self.line.key().label == Label::Labelled => Some(Fraction::one()),
            None => None,
        })
    }

    /// The part of what it attributes that falls into a group; `None` where nothing is attributed.
    pub(super) fn part(&self, group: &Group) -> Option<Fraction> {
        let of_group = self.parts.iter().find(|(of, _)| of == group);
        let of_group = of_group.map_or(Money::ZERO, |(_, amounts)| amounts.central);
        Fraction::from_money(of_group).checked_div(&Fraction::from_money(self.whole))
    }
}
