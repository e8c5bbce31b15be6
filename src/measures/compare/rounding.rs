//! Contributions rounded so that they add up to the change that is shown.

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::cause::{Cause, Causes};
use super::exact_sum::Ratio;
use crate::domain::Fraction;

/// A change as it is shown: in whole minor units, the contributions adding up to the change and the change to the
/// difference of the two figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundedChange {
    /// The figure on the earlier side.
    pub before: BigInt,
    /// The figure on the later side.
    pub after: BigInt,
    /// The difference of the two.
    pub change: BigInt,
    /// What each cause contributes, in the order of causes; those that contribute 0 are left out.
    pub causes: Vec<(Cause, BigInt)>,
}

impl RoundedChange {
    /// Rounds two exact figures and the exact contributions to their difference.
    #[must_use]
    pub fn new(before: &Fraction, after: &Fraction, causes: &Causes) -> Self {
        let (before, after) = (before.round_half_away(), after.round_half_away());
        let change = &after - &before;
        Self { causes: rounded(causes, &change), before, after, change }
    }

    /// What one cause contributes.
    #[must_use]
    pub fn of(&self, cause: Cause) -> BigInt {
        let found = self.causes.iter().find(|(of, _)| *of == cause);
        found.map(|(_, contribution)| contribution.clone()).unwrap_or_default()
    }
}

/// The contributions in whole minor units, adding up to `change`, which is the difference of the two rounded figures.
/// Each is rounded half away from zero; what is then missing goes, a unit each, to those that rounding moved farthest the
/// other way, ties in the order of causes. Seen from the other side it is the exact mirror.
#[must_use]
pub fn rounded(causes: &Causes, change: &BigInt) -> Vec<(Cause, BigInt)> {
    let exact: Vec<(Cause, Ratio)> = causes.iter().collect();
    let mut parts: Vec<(Cause, BigInt)> =
        exact.iter().map(|(cause, exact)| (*cause, exact.round_half_away())).collect();
    let missing = change - parts.iter().map(|(_, part)| part).sum::<BigInt>();
    let up = !missing.is_negative();
    let moved = exact.iter().zip(&parts).map(|((_, exact), (_, part))| {
        let lost = exact.less(part);
        if up { lost } else { lost.negated() }
    });
    let moved: Vec<Ratio> = moved.collect();
    // Of two that are alike the one comes first that would be first if the change went up.
    let rank = |cause: Cause| if up { cause } else { cause.mirrored() };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| moved[*b].compare(&moved[*a]).then(rank(parts[*a].0).cmp(&rank(parts[*b].0))));
    let unit = if up { BigInt::one() } else { -BigInt::one() };
    let units = missing.abs().to_usize().unwrap_or_default();
    for position in order.iter().cycle().take(if parts.is_empty() { 0 } else { units }) {
        parts[*position].1 += &unit;
    }
    parts.retain(|(_, part)| !part.is_zero());
    parts
}

#[cfg(test)]
mod tests {
    use super::rounded;
    use crate::domain::Fraction;
    use crate::measures::compare::{Cause, Causes};
    use num_bigint::BigInt;

    fn causes(parts: &[(Cause, i32)]) -> Causes {
        let mut causes = Causes::default();
        for (cause, halves) in parts {
            causes.add(*cause, &Fraction::ratio(*halves, 2).unwrap());
        }
        causes
    }

    #[test]
    fn halves_are_told_apart_in_the_order_of_causes_and_mirrored() {
        // 0.5 + 0.5 = 1: both round to 1, one too many, and it is taken from the later one going up.
        let forward = causes(&[(Cause::New, 1), (Cause::Prices, 1)]);
        assert_eq!(rounded(&forward, &BigInt::from(1)), [(Cause::Prices, BigInt::from(1))]);
        let back = rounded(&forward.mirrored(), &BigInt::from(-1));
        assert_eq!(back, [(Cause::Prices, BigInt::from(-1))]);
    }

    #[test]
    fn what_is_whole_stays_whole() {
        let parts = causes(&[(Cause::Amounts, 10), (Cause::Gone, -6)]);
        let expected = [(Cause::Amounts, BigInt::from(5)), (Cause::Gone, BigInt::from(-3))];
        assert_eq!(rounded(&parts, &BigInt::from(2)), expected);
    }
}
