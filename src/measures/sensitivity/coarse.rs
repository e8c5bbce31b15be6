//! Sums of many fractions: with hundreds of denominators an exact sum has thousands of digits, of which nobody sees any.

use num_bigint::BigInt;

use crate::domain::Fraction;

/// Binary digits of a fraction that is still small.
const SMALL: u64 = 512;

/// Binary digits after the point that are kept of one that is not: far below what a minor unit can tell apart.
const KEPT: u64 = 160;

/// Which way a fraction is brought to fewer digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    /// Not above what it was.
    Low,
    /// Not below what it was.
    High,
}

/// The fraction, or one of few digits next to it on the side asked for.
pub(super) fn coarse(number: Fraction, toward: Toward) -> Fraction {
    if number.numerator().bits() + number.denominator().bits() <= SMALL {
        return number;
    }
    // Small numbers keep as many digits that count as large ones.
    let places = KEPT + number.denominator().bits().saturating_sub(number.numerator().bits());
    let scale = Fraction::whole(BigInt::from(1) << places);
    let scaled = &number * &scale;
    let whole = match toward {
        Toward::Low => scaled.floor(),
        Toward::High => -(&Fraction::zero() - &scaled).floor(),
    };
    Fraction::whole(whole).checked_div(&scale).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::{Toward, coarse};
    use crate::domain::Fraction;

    #[test]
    fn a_coarse_fraction_is_next_to_the_exact_one() {
        let exact: Fraction = (1..400_u32).filter_map(|n| Fraction::ratio(1, n)).sum();
        let (low, high) = (coarse(exact.clone(), Toward::Low), coarse(exact.clone(), Toward::High));
        assert!(low < exact && exact < high);
        let apart = &(&high - &low) * &Fraction::power_of_ten(40);
        assert!(apart < Fraction::one(), "{apart}");
        assert!(low.denominator().bits() < 200);
    }
}
