//! Counts of victims: the small ones, and as many beside them as it takes that they cannot be worked out from totals.

use std::collections::{BTreeMap, BTreeSet};

use arcstr::ArcStr;

use super::super::{Services, Victims};
use super::{is_small, relations, services};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{ALL_FORMS, Count, Protected, VictimCount, Year};
use crate::language::Value;
use crate::message;

/// Rows, and of each whether it is hidden.
pub(super) struct Hiding {
    pub(super) rows: Vec<VictimCount>,
    pub(super) hidden: Vec<Option<Protected>>,
    pub(super) below: u64,
}

/// The counts of one measure and year: everybody, and the forms of exploitation with a count above 0.
struct Breakdown {
    total: Option<usize>,
    parts: Vec<usize>,
}

/// Counts that are hidden, by year: whatever else says the same number in that year says them.
pub(super) type Told = BTreeSet<(Year, u64)>;

impl Victims {
    /// Hides small counts and those that would tell them, here and among the users of services. No count of a group of
    /// persons is shown at all. Gives the numbers that are not to be told elsewhere.
    pub(super) fn protect(&mut self, below: u64, services: &mut Services, diagnostics: &mut Diagnostics) -> Told {
        let rows: Vec<VictimCount> = self.rows().filter(|row| row.group.as_str() == ALL_FORMS).cloned().collect();
        let hidden =
            rows.iter().map(|row| row.count.filter(|count| is_small(*count, below)).map(|count| mark(count, below)));
        let mut hiding = Hiding { hidden: hidden.collect(), rows, below };
        hiding.refuse_parts_above(diagnostics);
        hiding.close();
        let mut told = Told::new();
        for (row, hidden) in hiding.rows.iter().zip(&hiding.hidden) {
            let number = row.count.and_then(Count::whole).filter(|number| *number > 0 && hidden.is_some());
            told.extend(number.map(|number| (row.year, number)));
        }
        services::protect(services, &hiding, &told);
        for (row, hidden) in hiding.rows.iter_mut().zip(hiding.hidden) {
            if hidden.is_some() {
                row.count = None;
                row.protected = hidden;
                row.note = "".into();
            }
        }
        *self = Self::new(hiding.rows);
        told
    }
}

/// What stands in place of a small count: a range that may be one and may be none is not said to be below.
fn mark(count: Count, below: u64) -> Protected {
    if count.high() < below { Protected::Below(below) } else { Protected::Beside }
}

impl Hiding {
    /// Whether a row has a count above 0 that is not hidden.
    pub(super) fn is_shown(&self, index: usize) -> bool {
        self.hidden[index].is_none() && self.rows[index].count.is_some_and(|count| count.high() > 0)
    }

    /// Hides a count above 0; a small one stays what it is.
    pub(super) fn hide(&mut self, index: usize) {
        if self.is_shown(index) {
            self.hidden[index] = Some(Protected::Beside);
        }
    }

    /// Hides until nothing more needs to be.
    fn close(&mut self) {
        loop {
            let before = self.hidden.clone();
            for breakdown in self.breakdowns().into_values() {
                self.close_breakdown(&breakdown);
            }
            relations::close(self);
            if self.hidden == before {
                break;
            }
        }
        self.say_less();
        relations::say_less(self);
    }

    /// So many forms above 0 under a small total leave few numbers for each: of such a total no form says anything, not
    /// whether it is 0 either.
    fn say_less(&mut self) {
        for Breakdown { total, .. } in self.breakdowns().into_values() {
            let Some(total) = total.filter(|total| matches!(self.hidden[*total], Some(Protected::Below(_)))) else {
                continue;
            };
            let of = &self.rows[total];
            let is_form = |row: &VictimCount| {
                row.measure == of.measure && row.year == of.year && row.exploitation.as_str() != ALL_FORMS
            };
            let forms = self.rows.iter().enumerate().filter(|(_, row)| is_form(row) && row.count.is_some());
            for index in forms.map(|(index, _)| index).collect::<Vec<_>>() {
                self.hidden[index] = Some(Protected::Beside);
            }
        }
    }

    fn breakdowns(&self) -> BTreeMap<(ArcStr, Year), Breakdown> {
        let mut found: BTreeMap<(ArcStr, Year), Breakdown> = BTreeMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            let key = (row.measure.clone(), row.year);
            let breakdown = found.entry(key).or_insert(Breakdown { total: None, parts: Vec::new() });
            match row.count {
                Some(_) if row.exploitation.as_str() == ALL_FORMS => breakdown.total = Some(index),
                Some(count) if count.high() > 0 => breakdown.parts.push(index),
                _ => {}
            }
        }
        found
    }

    /// One hidden form hides all forms, since the last of them is the total less the others; a hidden total hides them
    /// too. The total stays where every hidden form may then still be any small count.
    fn close_breakdown(&mut self, Breakdown { total, parts }: &Breakdown) {
        let left = total.and_then(|total| self.left(total, parts));
        let is_left_small = left.is_some_and(|left| left > 0 && left < self.below) && !parts.is_empty();
        let is_hidden = |of: &Self, index: &usize| of.hidden[*index].is_some();
        let hides_total = total.is_some_and(|total| is_hidden(self, &total));
        if !is_left_small && !hides_total && !parts.iter().any(|part| is_hidden(self, part)) {
            return;
        }
        parts.iter().for_each(|part| self.hide(*part));
        let Some(total) = total.filter(|_| !hides_total) else { return };
        let Some(count) = self.rows[total].count.filter(|count| count.high() > 0) else { return };
        let small = parts.iter().filter(|part| matches!(self.hidden[**part], Some(Protected::Below(_)))).count() as u64;
        let mut open = Open { total: count, small, others: parts.len() as u64 - small, below: self.below };
        let mut stays = open.is_open();
        // What the forms leave of the total is a form that has no row.
        if let Some(left) = left.filter(|left| *left > 0) {
            if left < self.below {
                open.small += 1
            } else {
                open.others += 1
            }
            // Who takes the forms for all that there is finds no solution, or as many as who does not.
            let others = parts.len() as u64 - small;
            stays = open.is_open() && (small == 0 || stays || open.cannot_add_up(small, others));
        }
        if !stays {
            self.hide(total);
        }
    }

    /// What the parts leave of a total, where all of them are whole numbers that do not pass it.
    fn left(&self, total: usize, parts: &[usize]) -> Option<u64> {
        let whole = |index: &usize| self.rows[*index].count.and_then(Count::whole);
        let sum = parts.iter().map(whole).sum::<Option<u64>>()?;
        whole(&total)?.checked_sub(sum)
    }

    /// Forms above their total are a fault that is told without the numbers.
    fn refuse_parts_above(&self, diagnostics: &mut Diagnostics) {
        for ((measure, year), Breakdown { total, parts }) in self.breakdowns() {
            let low = |index: &usize| self.rows[*index].count.map_or(0, Count::low);
            let sum: u64 = parts.iter().map(low).sum();
            let Some(total) = total.filter(|_| parts.iter().any(|part| self.hidden[*part].is_some())) else { continue };
            if self.rows[total].count.is_some_and(|count| count.high() < sum) {
                let measure = Value::Word("measure", measure.to_string());
                let message = message!("protect-parts-above", measure = measure, year = year);
                let help = message!("check-parts-correct");
                let diagnostic = Diagnostic::new(Code::VictimPartsAbove, message, help);
                diagnostics.push(diagnostic.at(&self.rows[total].origin).column("count"));
            }
        }
    }
}

/// A shown sum of hidden counts: so many said to be small, so many not.
struct Open {
    total: Count,
    small: u64,
    others: u64,
    below: u64,
}

impl Open {
    /// Whether each of the small ones may be any small count, for somebody who knows the sum, which of them are small, and
    /// that the others are not; and, where it is hidden, for somebody who knows that this is why. Without small ones, whether
    /// there are several. A sum of nothing but small ones has ends that tell them.
    fn is_open(&self) -> bool {
        let Self { total, small, others, below } = self;
        match (*small, *others) {
            (0, others) => others > 1,
            (_, 0) => false,
            (small, others) => total.low() + 1 >= (others + 1) * below + small,
        }
    }

    /// Whether no small counts and others, so many, have this sum.
    fn cannot_add_up(&self, small: u64, others: u64) -> bool {
        others == 0 && self.total.low() > small * (self.below - 1)
    }
}
