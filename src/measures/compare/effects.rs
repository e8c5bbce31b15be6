//! The value of Shapley of each factor in the change of a product.

use crate::domain::Fraction;

/// How many factors the cost of a line has: amount, share, part of the group, rate of exchange, deflator.
pub const FACTORS: usize = 5;

/// What each factor contributes to the change of the product of all, from `before` to `after`; the contributions add up
/// to the change exactly. With two factors that change it is `(a1 - a0)(b0 + b1)/2` and `(b1 - b0)(a0 + a1)/2`.
///
/// ```
/// use thb_cost::domain::Fraction;
/// use thb_cost::measures::compare::shapley;
/// let whole = |value: i32| Fraction::whole(value);
/// let (before, after) = ([2, 3, 1, 1, 1].map(whole), [4, 5, 1, 1, 1].map(whole));
/// let effects = shapley(&before, &after);
/// assert_eq!(effects[0], whole(8)); // 2 x (3 + 5)/2
/// assert_eq!(effects[1], whole(6)); // 2 x (2 + 4)/2, together 20 - 6
/// ```
#[must_use]
pub fn shapley(before: &[Fraction; FACTORS], after: &[Fraction; FACTORS]) -> [Fraction; FACTORS] {
    let changed: Vec<usize> = (0..FACTORS).filter(|factor| before[*factor] != after[*factor]).collect();
    // A factor that stays as it is only scales what the others contribute.
    let scale = (0..FACTORS)
        .filter(|factor| !changed.contains(factor))
        .fold(Fraction::one(), |scale, factor| &scale * &before[factor]);
    let mut effects: [Fraction; FACTORS] = std::array::from_fn(|_| Fraction::zero());
    for factor in &changed {
        let others: Vec<usize> = changed.iter().copied().filter(|other| other != factor).collect();
        let mut mean = Fraction::zero();
        for subset in 0..1_u32 << others.len() {
            let already = |position: usize| subset & (1 << position) != 0;
            let product = others.iter().enumerate().fold(Fraction::one(), |product, (position, other)| {
                &product * if already(position) { &after[*other] } else { &before[*other] }
            });
            let weight = weight(subset.count_ones(), changed.len());
            mean = &mean + &(&weight * &product);
        }
        let own = &after[*factor] - &before[*factor];
        effects[*factor] = &(&own * &mean) * &scale;
    }
    effects
}

/// The share of all orders of `players` in which exactly a given set of `before` of them comes before a given one.
fn weight(before: u32, players: usize) -> Fraction {
    let factorial = |of: u32| (1..=u64::from(of)).product::<u64>();
    let players = u32::try_from(players).unwrap_or(u32::MAX);
    let orders = factorial(before) * factorial(players.saturating_sub(before + 1));
    Fraction::ratio(orders, factorial(players)).unwrap_or_else(Fraction::zero)
}

#[cfg(test)]
mod tests {
    use super::{FACTORS, shapley};
    use crate::domain::Fraction;

    #[test]
    fn three_factors_by_hand() {
        // 1 x 2 x 3 = 6 becomes 2 x 4 x 6 = 48. By symmetry of ratios (each doubles) each contributes a third of 42.
        let whole = |value: i32| Fraction::whole(value);
        let effects = shapley(&[1, 2, 3, 1, 1].map(whole), &[2, 4, 6, 1, 1].map(whole));
        assert_eq!(effects, [14, 14, 14, 0, 0].map(whole));
    }

    #[test]
    fn factors_that_do_not_change_scale_the_others() {
        let whole = |value: i32| Fraction::whole(value);
        let effects = shapley(&[2, 3, 10, 1, -1].map(whole), &[4, 5, 10, 1, -1].map(whole));
        assert_eq!(effects, [-80, -60, 0, 0, 0].map(whole));
        assert_eq!(effects.len(), FACTORS);
    }
}
