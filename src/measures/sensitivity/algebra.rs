//! What of a figure is not known, in fractions: sums of products of uncertain values, where a sum may stand below the
//! line. Terms are kept in one order and alike ones together, so that what cancels is gone, exactly, before any draw:
//! a value that cannot move a figure does not stand in it.

use std::collections::BTreeMap;

use super::coarse::{Toward, coarse};
use crate::domain::Fraction;

/// What is multiplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// An uncertain value.
    Value(usize),
    /// A sum of several terms, as one.
    Sum(usize),
}

/// Atoms to powers other than 0, in order; 1 where there are none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Monomial(Vec<(Atom, i32)>);

/// Terms with their coefficients, none of which is 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Polynomial(BTreeMap<Monomial, Fraction>);

/// The sums that stand as one atom, each once. A sum has only atoms that were there before it.
#[derive(Debug, Default)]
pub(super) struct Sums {
    list: Vec<Polynomial>,
    known: BTreeMap<Polynomial, usize>,
}

impl Monomial {
    /// The atoms with their powers.
    pub(super) fn atoms(&self) -> &[(Atom, i32)] {
        &self.0
    }

    /// One atom to a power.
    pub(super) fn power(atom: Atom, power: i32) -> Self {
        if power == 0 { Self::default() } else { Self(vec![(atom, power)]) }
    }

    /// Both multiplied.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut powers: BTreeMap<Atom, i32> = self.0.iter().copied().collect();
        for (atom, power) in &other.0 {
            *powers.entry(*atom).or_default() += power;
        }
        Self(powers.into_iter().filter(|(_, power)| *power != 0).collect())
    }

    fn inverse(&self) -> Self {
        Self(self.0.iter().map(|(atom, power)| (*atom, -power)).collect())
    }
}

impl Polynomial {
    /// A number that is known.
    pub(super) fn known(number: Fraction) -> Self {
        let mut known = Self::default();
        known.add_term(Monomial::default(), &number);
        known
    }

    /// 1.
    pub(super) fn one() -> Self {
        Self::known(Fraction::one())
    }

    /// An uncertain value.
    pub(super) fn value(value: usize) -> Self {
        Self(BTreeMap::from([(Monomial::power(Atom::Value(value), 1), Fraction::one())]))
    }

    /// The terms, in order.
    pub(super) fn terms(&self) -> impl Iterator<Item = (&Monomial, &Fraction)> {
        self.0.iter()
    }

    /// The number, where it is known.
    pub(super) fn as_known(&self) -> Option<Fraction> {
        match self.0.len() {
            0 => Some(Fraction::zero()),
            1 => self.0.get(&Monomial::default()).cloned(),
            _ => None,
        }
    }

    /// What of it is known.
    pub(super) fn constant(&self) -> Fraction {
        self.0.get(&Monomial::default()).cloned().unwrap_or_else(Fraction::zero)
    }

    /// Adds one term.
    pub(super) fn add_term(&mut self, monomial: Monomial, coefficient: &Fraction) {
        if coefficient.is_zero() {
            return;
        }
        match self.0.entry(monomial) {
            std::collections::btree_map::Entry::Vacant(new) => {
                new.insert(coefficient.clone());
            }
            std::collections::btree_map::Entry::Occupied(mut known) => {
                let mut sum = known.get() + coefficient;
                if known.key().0.is_empty() {
                    // Known numbers of many denominators.
                    sum = coarse(sum, Toward::Low);
                }
                if sum.is_zero() {
                    known.remove();
                } else {
                    known.insert(sum);
                }
            }
        }
    }

    /// Adds another one times a factor.
    pub(super) fn add(&mut self, other: &Self, factor: &Fraction) {
        for (monomial, coefficient) in &other.0 {
            self.add_term(monomial.clone(), &(coefficient * factor));
        }
    }

    /// This less another.
    pub(super) fn less(&self, other: &Self) -> Self {
        let mut less = self.clone();
        less.add(other, &(&Fraction::zero() - &Fraction::one()));
        less
    }

    /// This times a number.
    pub(super) fn scaled(&self, factor: &Fraction) -> Self {
        let mut scaled = Self::default();
        scaled.add(self, factor);
        scaled
    }

    /// This times another, multiplied out.
    pub(super) fn times(&self, other: &Self) -> Self {
        let mut product = Self::default();
        for (monomial, coefficient) in &self.0 {
            for (by, factor) in &other.0 {
                product.add_term(monomial.times(by), &(coefficient * factor));
            }
        }
        product
    }

    /// This over another; `None` where that is known to be 0.
    pub(super) fn over(&self, divisor: &Self, sums: &mut Sums) -> Option<Self> {
        let (first, leading) = divisor.0.iter().next()?;
        if divisor.0.len() == 1 {
            let by = Self(BTreeMap::from([(first.inverse(), Fraction::one().checked_div(leading)?)]));
            return Some(self.times(&by));
        }
        // A multiple of the divisor is a number, whatever the values are.
        let multiple = self.0.get(first).and_then(|own| own.checked_div(leading));
        if let Some(multiple) = multiple
            && *self == divisor.scaled(&multiple)
        {
            return Some(Self::known(multiple));
        }
        let scale = Fraction::one().checked_div(leading)?;
        let sum = sums.of(divisor.scaled(&scale));
        let by = Self(BTreeMap::from([(Monomial::power(Atom::Sum(sum), -1), scale)]));
        Some(self.times(&by))
    }

    /// The values that it hangs on, those within its sums too.
    pub(super) fn values(&self, sums: &Sums, found: &mut std::collections::BTreeSet<usize>) {
        for (atom, _) in self.0.keys().flat_map(Monomial::atoms) {
            match atom {
                Atom::Value(value) => {
                    found.insert(*value);
                }
                Atom::Sum(sum) => sums.get(*sum).values(sums, found),
            }
        }
    }
}

impl Sums {
    fn of(&mut self, sum: Polynomial) -> usize {
        if let Some(known) = self.known.get(&sum) {
            return *known;
        }
        self.list.push(sum.clone());
        self.known.insert(sum, self.list.len() - 1);
        self.list.len() - 1
    }

    /// What a sum adds up.
    pub(super) fn get(&self, sum: usize) -> &Polynomial {
        &self.list[sum]
    }
}

#[cfg(test)]
mod tests {
    use super::{Polynomial, Sums};
    use crate::domain::Fraction;

    fn whole(number: i32) -> Polynomial {
        Polynomial::known(Fraction::whole(number))
    }

    #[test]
    fn what_is_known_is_folded_away() {
        let sums = &mut Sums::default();
        let (x, y) = (Polynomial::value(0), Polynomial::value(1));
        assert_eq!(x.less(&x), whole(0));
        assert_eq!(whole(0).times(&x), whole(0));
        assert_eq!(whole(2).times(&whole(3)), whole(6));
        assert_eq!(x.over(&x, sums), Some(whole(1)));
        assert_eq!(x.over(&whole(0), sums), None);
        // 2 x / 4 x is a half, (2 x + 2 y) / (x + y) is 2, whatever x and y are; x y / y is x.
        let half = Fraction::ratio(1, 2).map(Polynomial::known);
        assert_eq!(x.times(&whole(2)).over(&x.times(&whole(4)), sums), half);
        let mut both = x.clone();
        both.add(&y, &Fraction::one());
        assert_eq!(both.times(&whole(2)).over(&both, sums), Some(whole(2)));
        assert_eq!(x.times(&y).over(&y, sums), Some(x.clone()));
        // x / (x + y) over x is 1 / (x + y).
        let part = x.over(&both, sums).and_then(|part| part.over(&x, sums));
        assert_eq!(part, whole(1).over(&both, sums));
    }
}
