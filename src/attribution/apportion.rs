//! Apportionment: one amount divided by weights, to the minor unit, by the largest remainder method.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::domain::{Fraction, Money};

/// Divides `amount` by `weights`, which are not below 0 and not all 0. The parts add up to the amount. Units that are
/// left after rounding down go to the largest remainders, ties to the first; a negative amount is divided by its
/// absolute value.
///
/// `None` where the weights cannot be used.
///
/// ```
/// use thb_cost::attribution::apportion;
/// use thb_cost::domain::{Fraction, Money};
/// let thirds = [Fraction::one(), Fraction::one(), Fraction::one()];
/// let parts = apportion(Money::from_minor_units(-100), &thirds).unwrap();
/// assert_eq!(parts.iter().map(|part| part.minor_units()).collect::<Vec<_>>(), [-34, -33, -33]);
/// ```
#[must_use]
pub fn apportion(amount: Money, weights: &[Fraction]) -> Option<Vec<Money>> {
    let total: Fraction = weights.iter().cloned().sum();
    if weights.iter().any(Fraction::is_negative) {
        return None;
    }
    let size = Fraction::whole(BigInt::from(amount.minor_units().unsigned_abs()));
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut left = amount.minor_units().unsigned_abs().to_i128()?;
    for (index, weight) in weights.iter().enumerate() {
        let quota = (&size * weight).checked_div(&total)?;
        let floor = quota.floor();
        let units = floor.to_i128()?;
        left -= units;
        parts.push(units);
        remainders.push((&quota - &Fraction::whole(floor), index));
    }
    // Stable, so that of equal remainders the first in the order of the file comes first.
    remainders.sort_by(|(a, _), (b, _)| b.cmp(a));
    for (_, index) in remainders.iter().take(usize::try_from(left).ok()?) {
        if let Some(part) = parts.get_mut(*index) {
            *part += 1;
        }
    }
    let sign = if amount.is_negative() { -1 } else { 1 };
    Some(parts.into_iter().map(|units| Money::from_minor_units(sign * units)).collect())
}
