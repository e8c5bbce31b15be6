//! Which line of one side is which of the other.
//!
//! Lines are the same where they are alike in agency, funder, financing, label, name, function and area. Phase, currency
//! and source may differ. Where several are alike, those of one currency and source are paired first, then the others in
//! order.

use std::collections::BTreeMap;

use super::items::Item;
use crate::domain::LineKey;

/// A line on both sides, or on one.
#[derive(Debug)]
pub(super) enum Pair<'p> {
    /// On both.
    Both(Box<Item<'p>>, Box<Item<'p>>),
    /// On the earlier side only.
    Gone(Box<Item<'p>>),
    /// On the later side only.
    New(Box<Item<'p>>),
}

/// Pairs the lines of two sides, in the order of what they are alike in.
pub(super) fn pairs<'p>(before: Vec<Item<'p>>, after: Vec<Item<'p>>) -> Vec<Pair<'p>> {
    let mut alike: BTreeMap<_, (Vec<Item<'p>>, Vec<Item<'p>>)> = BTreeMap::new();
    for item in before {
        alike.entry(identity(item.line.key())).or_default().0.push(item);
    }
    for item in after {
        alike.entry(identity(item.line.key())).or_default().1.push(item);
    }
    let mut pairs = Vec::new();
    for (before, mut after) in alike.into_values() {
        let mut left = Vec::new();
        for item in before {
            let finer = |other: &Item<'_>| {
                let (own, other) = (item.line.key(), other.line.key());
                own.currency == other.currency && own.source == other.source
            };
            match after.iter().position(finer) {
                Some(position) => {
                    let other = after.remove(position);
                    pairs.push(Pair::Both(Box::new(item), Box::new(other)));
                }
                None => left.push(item),
            }
        }
        let mut rest = after.into_iter();
        for item in left {
            pairs.push(match rest.next() {
                Some(other) => Pair::Both(Box::new(item), Box::new(other)),
                None => Pair::Gone(Box::new(item)),
            });
        }
        pairs.extend(rest.map(|item| Pair::New(Box::new(item))));
    }
    pairs
}

/// What lines of two sides have in common.
fn identity(key: &LineKey) -> impl Ord + use<> {
    let text = |text: &std::sync::Arc<str>| std::sync::Arc::clone(text);
    let who = (text(&key.agency), text(&key.funder), key.financing, key.label);
    (who, text(&key.line), text(&key.function), text(&key.area))
}
