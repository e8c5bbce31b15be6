//! Counts of victims by form of exploitation inside their total: drawn so that the parts are never more than the total.
//!
//! Where what is drawn for the parts is more than what is drawn for the total, the total rises as far as its range goes;
//! what the parts then have above their lows is cut in proportion. Where nobody is counted at all, which would leave
//! nothing to divide by, the counts are the central ones.

#![expect(clippy::float_arithmetic, reason = "random draws are no money")]

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::inputs::{Inputs, Source, Valued};
use crate::domain::{ALL_FORMS, Fraction, Interval, VictimCount, Year};
use crate::project::Project;

/// The tallies found so far; `None` where parts and total cannot come into conflict.
#[derive(Debug, Default)]
pub(super) struct Tallies {
    pub list: Vec<Tally>,
    by_key: BTreeMap<(ArcStr, Year), Option<usize>>,
}

/// The counts of a measure and year.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// The total, first, where one is known, then the parts, in the order of the file.
    pub counts: Vec<Counted>,
    /// Whether the first is a total.
    pub has_total: bool,
}

/// One of them.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    form: ArcStr,
    /// Its draw; `None` where it is known.
    pub drawn: Option<usize>,
    /// Its ends.
    pub ends: Interval<f64>,
    /// The value as it stands among the others.
    value: Option<usize>,
}

/// The value of an uncertain count among the others of its measure and year; `None` where it is its own draw.
pub(super) fn in_tally(inputs: &mut Inputs, project: &Project, row: &VictimCount) -> Option<usize> {
    let key = (row.measure.clone(), row.year);
    let tally = match inputs.tallies.by_key.get(&key) {
        Some(known) => *known,
        None => {
            let new = found(inputs, project, row);
            inputs.tallies.by_key.insert(key, new);
            new
        }
    };
    let counts = &inputs.tallies.list.get(tally?)?.counts;
    counts.iter().find(|count| count.form == row.exploitation).and_then(|count| count.value)
}

fn found(inputs: &mut Inputs, project: &Project, of: &VictimCount) -> Option<usize> {
    let total = project.victims.row(&of.measure, of.year, ALL_FORMS).filter(|row| row.count.is_some());
    let parts: Vec<&VictimCount> =
        project.victims.parts(&of.measure, of.year).0.into_iter().map(|(row, _)| row).collect();
    let sum = |pick: fn(&Interval<Fraction>) -> &Fraction| -> Fraction {
        parts.iter().filter_map(|row| Some(pick(&row.count?.bounds()).clone())).sum()
    };
    let of_total = total.and_then(|row| row.count).map(|count| count.bounds());
    let none_at_all = match &of_total {
        Some(total) => total.low.is_zero(),
        None => sum(|ends| &ends.low).is_zero(),
    };
    // Parts that are more than their total at the centre are told by `check`; nothing holds there.
    let holds = of_total.as_ref().is_none_or(|total| sum(|ends| &ends.central) <= total.central);
    let may_not = of_total.as_ref().is_some_and(|total| sum(|ends| &ends.high) > total.low);
    if parts.is_empty() || !holds || !(may_not || none_at_all) {
        return None;
    }
    let mut tally = Tally { counts: Vec::new(), has_total: total.is_some() };
    let number = inputs.tallies.list.len();
    for row in total.into_iter().chain(parts) {
        let Some(count) = row.count else { continue };
        let ends = count.bounds();
        let mut counted =
            Counted { form: row.exploitation.clone(), drawn: None, ends: ends.map(Fraction::approximate), value: None };
        if !ends.is_point() {
            counted.drawn = Some(inputs.count(row, count));
            let source = Source::Counted { tally: number, position: tally.counts.len() };
            inputs.values.push(Valued { source, ends });
            counted.value = Some(inputs.values.len() - 1);
        }
        tally.counts.push(counted);
    }
    inputs.tallies.list.push(tally);
    Some(number)
}

impl Tally {
    /// One count as it stands among the others, from what was drawn for each.
    pub(super) fn at(&self, position: usize, drawn: impl Fn(usize) -> f64) -> f64 {
        let central = self.counts.get(position).map_or(0.0, |count| count.ends.central);
        let first = usize::from(self.has_total);
        let parts = || self.counts.iter().enumerate().skip(first).map(|(at, count)| (drawn(at), count.ends.low));
        let sum: f64 = parts().map(|(part, _)| part).sum();
        let total = match self.counts.first().filter(|_| self.has_total) {
            Some(total) => sum.min(total.ends.high).max(drawn(0)),
            None => sum,
        };
        if total <= 0.0 {
            return central;
        }
        if self.has_total && position == 0 {
            return total;
        }
        let (own, low) = (drawn(position), self.counts.get(position).map_or(0.0, |count| count.ends.low));
        let room: f64 = parts().map(|(part, low)| part - low).sum();
        let above = sum - total;
        if above > 0.0 && room > 0.0 { own - (own - low) * (above / room).min(1.0) } else { own }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, Tally};
    use crate::domain::Interval;

    fn tally(ends: &[(f64, f64, f64)], has_total: bool) -> Tally {
        let count = |(low, central, high): &(f64, f64, f64)| Counted {
            form: "".into(),
            drawn: None,
            ends: Interval { low: *low, central: *central, high: *high },
            value: None,
        };
        Tally { counts: ends.iter().map(count).collect(), has_total }
    }

    #[test]
    fn parts_stand_inside_their_total() {
        let of = tally(&[(10.0, 12.0, 14.0), (4.0, 6.0, 8.0), (4.0, 5.0, 10.0)], true);
        let at = |drawn: [f64; 3]| [0, 1, 2].map(|position| of.at(position, |at| drawn[at]));
        assert_eq!(at([12.0, 6.0, 5.0]), [12.0, 6.0, 5.0]);
        // 13 of a total of 11: it rises to 13.
        assert_eq!(at([11.0, 6.0, 7.0]), [13.0, 6.0, 7.0]);
        // 18 of a total of 11: it rises to 14; of the 4 and 6 above the lows, 4 in 10 are cut.
        assert_eq!(at([11.0, 8.0, 10.0]), [14.0, 6.4, 7.6]);
    }

    #[test]
    fn where_nobody_is_counted_the_central_counts_stand() {
        let of = tally(&[(0.0, 2.0, 4.0), (0.0, 2.0, 4.0)], false);
        assert_eq!([0, 1].map(|position| of.at(position, |_| 0.0)), [2.0, 2.0]);
        assert_eq!([0, 1].map(|position| of.at(position, |at| if at == 0 { 0.0 } else { 3.0 })), [0.0, 3.0]);
    }
}
