//! One year of an outturn: its groups, their sums and the indicators.

use crate::domain::{Fraction, Year};

/// Approved against executed of one year.
#[derive(Debug, Clone)]
pub struct YearOutturn {
    /// The year.
    pub year: Year,
    /// In order of their values by code point; empty where no line has both phases.
    pub groups: Vec<GroupOutturn>,
    /// How many lines are held against each other.
    pub lines: usize,
    /// What the groups add up to, approved and executed, and PI-1: every group asks for it.
    sums: Option<[Fraction; 2]>,
    pi_1: Option<Fraction>,
}

/// Approved against executed of one group, exact and not rounded.
#[derive(Debug, Clone)]
pub struct GroupOutturn {
    /// The values of the dimensions asked for.
    pub by: Vec<String>,
    /// What was approved.
    pub approved: Fraction,
    /// What was executed.
    pub executed: Fraction,
}

impl YearOutturn {
    pub(super) fn new(year: Year, groups: Vec<GroupOutturn>, lines: usize) -> Self {
        let sum = |of: fn(&GroupOutturn) -> &Fraction| groups.iter().map(|group| of(group).clone()).sum();
        let sums: Option<[Fraction; 2]> =
            (!groups.is_empty()).then(|| [sum(|group| &group.approved), sum(|group| &group.executed)]);
        let pi_1 = sums.as_ref().and_then(|[approved, executed]| executed.checked_div(approved));
        Self { year, groups, lines, sums, pi_1 }
    }

    /// Everything approved; `None` where nothing is attributed in both phases.
    #[must_use]
    pub fn approved(&self) -> Option<Fraction> {
        self.sums.as_ref().map(|[approved, _]| approved.clone())
    }

    /// Everything executed.
    #[must_use]
    pub fn executed(&self) -> Option<Fraction> {
        self.sums.as_ref().map(|[_, executed]| executed.clone())
    }

    /// PI-1: executed over approved; `None` where nothing was approved.
    #[must_use]
    pub fn pi_1(&self) -> Option<Fraction> {
        self.pi_1.clone()
    }

    /// What a group would have had if everything approved had been executed alike: approved x PI-1.
    #[must_use]
    pub fn adjusted(&self, group: &GroupOutturn) -> Option<Fraction> {
        Some(&group.approved * self.pi_1.as_ref()?)
    }

    /// PI-2.1: the sum over groups of |executed - approved x PI-1| over the sum of approved x PI-1; `None` where that is 0.
    #[must_use]
    pub fn pi_2_1(&self) -> Option<Fraction> {
        let mut deviations = Fraction::zero();
        let mut adjusted = Fraction::zero();
        for group in &self.groups {
            let of_group = self.adjusted(group)?;
            let deviation = &group.executed - &of_group;
            deviations = if deviation.is_negative() { &deviations - &deviation } else { &deviations + &deviation };
            adjusted = &adjusted + &of_group;
        }
        deviations.checked_div(&adjusted)
    }
}

impl GroupOutturn {
    /// Executed over approved; `None` where nothing was approved.
    #[must_use]
    pub fn ratio(&self) -> Option<Fraction> {
        self.executed.checked_div(&self.approved)
    }
}

#[cfg(test)]
mod tests {
    use super::{GroupOutturn, YearOutturn};
    use crate::domain::{Fraction, Year};

    fn year(groups: &[(i64, i64)]) -> YearOutturn {
        let groups = groups.iter().enumerate().map(|(index, (approved, executed))| GroupOutturn {
            by: vec![index.to_string()],
            approved: Fraction::whole(*approved),
            executed: Fraction::whole(*executed),
        });
        YearOutturn::new(Year::parse("2016").unwrap(), groups.collect(), 2)
    }

    #[test]
    fn the_indicators_are_those_of_pefa() {
        // 1,000,000 to 1,150,000 and 200,000 to 50,000: PI-1 is 1,200,000 over 1,200,000; PI-2.1 is 150,000 and 150,000
        // over 1,200,000.
        let kept = year(&[(1_000_000, 1_150_000), (200_000, 50_000)]);
        assert_eq!(kept.pi_1(), Some(Fraction::one()));
        assert_eq!(kept.pi_2_1(), Fraction::ratio(1, 4));
        // 300 approved, 150 executed: half. 100 and 200 would have had 50 and 100; they had 90 and 60.
        let half = year(&[(100, 90), (200, 60)]);
        assert_eq!(half.pi_1(), Fraction::ratio(1, 2));
        assert_eq!(half.pi_2_1(), Fraction::ratio(80, 150));
    }

    #[test]
    fn nothing_approved_or_nothing_executed_has_no_indicator() {
        assert_eq!(year(&[]).pi_1(), None);
        assert_eq!(year(&[(0, 5)]).pi_1(), None);
        assert_eq!(year(&[(5, 0)]).pi_1(), Some(Fraction::zero()));
        assert_eq!(year(&[(5, 0)]).pi_2_1(), None);
    }
}
