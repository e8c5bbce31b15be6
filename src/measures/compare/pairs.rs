//! Which line of one side is which of the other.
//!
//! Lines are the same where they are alike in agency, funder, financing, label, name, function, area and the own dimensions
//! that both projects have. Phase, currency and source may differ. Where several are alike, those of one currency and source
//! are paired first, then the others in order; one that is left over is no new line and no lost one, since its key stands on
//! both sides.

use std::collections::BTreeMap;

use arcstr::ArcStr;

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
    /// On the earlier side only, beside others of its key that stand on both: one part fewer of the same spending.
    Fewer(Box<Item<'p>>),
    /// On the later side only, beside others of its key that stand on both.
    More(Box<Item<'p>>),
}

/// Pairs the lines of two sides, in the order of what they are alike in. `own` are the names of the own dimensions of each
/// side's project.
pub(super) fn pairs<'p>(before: Vec<Item<'p>>, after: Vec<Item<'p>>, own: [&[ArcStr]; 2]) -> Vec<Pair<'p>> {
    let of_both = own[0].iter().enumerate();
    let (of_before, of_after): (Vec<usize>, Vec<usize>) =
        of_both.filter_map(|(at, name)| Some((at, own[1].iter().position(|other| other == name)?))).unzip();
    let mut alike: BTreeMap<_, (Vec<Item<'p>>, Vec<Item<'p>>)> = BTreeMap::new();
    for item in before {
        alike.entry(identity(item.line.key(), &of_before)).or_default().0.push(item);
    }
    for item in after {
        alike.entry(identity(item.line.key(), &of_after)).or_default().1.push(item);
    }
    let mut pairs = Vec::new();
    for (before, mut after) in alike.into_values() {
        let is_on_both = !before.is_empty() && !after.is_empty();
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
                None if is_on_both => Pair::Fewer(Box::new(item)),
                None => Pair::Gone(Box::new(item)),
            });
        }
        let more = if is_on_both { Pair::More } else { Pair::New };
        pairs.extend(rest.map(|item| more(Box::new(item))));
    }
    pairs
}

/// What lines of two sides have in common; `own` are the places of the own dimensions that count.
fn identity(key: &LineKey, own: &[usize]) -> impl Ord + use<> {
    let text = |text: &ArcStr| text.clone();
    let who = (text(&key.agency), text(&key.funder), key.financing, key.label);
    let own: Vec<ArcStr> = own.iter().filter_map(|place| key.own.get(*place)).map(text).collect();
    (who, text(&key.line), text(&key.function), text(&key.area), own)
}
