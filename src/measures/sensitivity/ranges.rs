//! The least and the greatest that a term takes while every value runs over its range, in fractions.
//!
//! Where a term only rises or only falls with a value, it has its ends where the value has its own. Which it is says the
//! sign of the derivative over the whole range; a value for which that is not clear stays a range, and the result is then
//! a bound that holds and may not be reached.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::algebra::{Atom, Monomial, Polynomial, Sums};
use super::coarse::{Toward, coarse};
use crate::domain::{Fraction, Interval};

/// Most places of values in a term up to which it is asked where it rises and falls.
const MOST_PLACES: usize = 20_000;

/// Times that this is asked again with what was found out.
const ROUNDS: usize = 4;

/// An end of a range.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// Below everything.
    Below,
    /// A number.
    At(Fraction),
    /// Above everything.
    Above,
}

/// From the least to the greatest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Range {
    pub low: End,
    pub high: End,
}

impl End {
    fn sign(&self) -> Ordering {
        match self {
            Self::Below => Ordering::Less,
            Self::Above => Ordering::Greater,
            Self::At(number) => number.cmp(&Fraction::zero()),
        }
    }

    fn plus(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::At(one), Self::At(other)) => Self::At(one + other),
            (Self::At(_), end) | (end, _) => end.clone(),
        }
    }

    /// Of two ends; 0 times what has no end is 0, since a range of 0 to 0 is left out before.
    fn times(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::At(one), Self::At(other)) => Self::At(one * other),
            _ => match self.sign() as i8 * other.sign() as i8 {
                0 => Self::At(Fraction::zero()),
                1.. => Self::Above,
                _ => Self::Below,
            },
        }
    }

    fn over(&self) -> Option<Self> {
        match self {
            Self::At(number) => Fraction::one().checked_div(number).map(Self::At),
            Self::Below | Self::Above => Some(Self::At(Fraction::zero())),
        }
    }
}

impl Range {
    fn point(number: Fraction) -> Self {
        Self { low: End::At(number.clone()), high: End::At(number) }
    }

    fn everything() -> Self {
        Self { low: End::Below, high: End::Above }
    }

    fn plus(&self, other: &Self) -> Self {
        let end = |end: End, toward: Toward| match end {
            End::At(number) => End::At(coarse(number, toward)),
            end => end,
        };
        Self { low: end(self.low.plus(&other.low), Toward::Low), high: end(self.high.plus(&other.high), Toward::High) }
    }

    fn times(&self, other: &Self) -> Self {
        let corners = [
            self.low.times(&other.low),
            self.low.times(&other.high),
            self.high.times(&other.low),
            self.high.times(&other.high),
        ];
        let low = corners.iter().min().cloned().unwrap_or(End::Below);
        let high = corners.into_iter().max().unwrap_or(End::Above);
        Self { low, high }
    }

    /// 1 over it. Nothing here that stands below a line is below 0 on one side and above it on the other, but for the
    /// derivative of what is not asked for.
    fn inverse(&self) -> Self {
        match (self.low.sign(), self.high.sign()) {
            (Ordering::Equal, Ordering::Equal) => Self { low: End::Above, high: End::Above },
            (Ordering::Equal, _) => Self { low: self.high.over().unwrap_or(End::Below), high: End::Above },
            (_, Ordering::Equal) => Self { low: End::Below, high: self.low.over().unwrap_or(End::Above) },
            (Ordering::Greater, _) | (_, Ordering::Less) => {
                Self { low: self.high.over().unwrap_or(End::Below), high: self.low.over().unwrap_or(End::Above) }
            }
            _ => Self::everything(),
        }
    }

    fn power(&self, power: i32) -> Self {
        let base = if power < 0 { self.inverse() } else { self.clone() };
        (1..power.unsigned_abs()).fold(base.clone(), |product, _| product.times(&base))
    }
}

/// Ranges of values, with the sums that terms stand on.
#[derive(Debug, Clone)]
pub(super) struct Ranges<'r> {
    pub ends: BTreeMap<usize, (Fraction, Fraction)>,
    pub sums: &'r Sums,
}

impl<'r> Ranges<'r> {
    /// Of the values of a term: over their ranges.
    pub(super) fn new(values: &BTreeSet<usize>, ends: &dyn Fn(usize) -> Interval<Fraction>, sums: &'r Sums) -> Self {
        let ends = values.iter().map(|value| (*value, ends(*value))).map(|(value, of)| (value, (of.low, of.high)));
        Self { ends: ends.collect(), sums }
    }

    /// Of the values of a term: at their centres.
    pub(super) fn central(
        values: &BTreeSet<usize>,
        ends: &dyn Fn(usize) -> Interval<Fraction>,
        sums: &'r Sums,
    ) -> Self {
        let ends = values.iter().map(|value| (*value, ends(*value).central));
        Self { ends: ends.map(|(value, central)| (value, (central.clone(), central))).collect(), sums }
    }

    fn of_atom(&self, atom: Atom) -> Range {
        match atom {
            Atom::Sum(sum) => self.naive(self.sums.get(sum)),
            Atom::Value(value) => match self.ends.get(&value) {
                Some((low, high)) => Range { low: End::At(low.clone()), high: End::At(high.clone()) },
                None => Range::everything(),
            },
        }
    }

    /// The range of a term as if every place of a value in it were one of its own; what has one value comes together
    /// first.
    pub(super) fn naive(&self, term: &Polynomial) -> Range {
        let mut together = Polynomial::default();
        for (monomial, coefficient) in term.terms() {
            let (mut left, mut known) = (Monomial::default(), Polynomial::known(coefficient.clone()).constant());
            for (atom, power) in monomial.atoms() {
                match self.of_atom(*atom).power(*power) {
                    Range { low: End::At(low), high: End::At(high) } if low == high => known = &known * &low,
                    _ => left = left.times(&Monomial::power(*atom, *power)),
                }
            }
            together.add_term(left, &known);
        }
        together.terms().fold(Range::point(Fraction::zero()), |sum, (monomial, coefficient)| {
            let ranges = monomial.atoms().iter().map(|(atom, power)| self.of_atom(*atom).power(*power));
            let product = ranges.fold(Range::point(Fraction::one()), |product, range| product.times(&range));
            sum.plus(&product.times(&Range::point(coefficient.clone())))
        })
    }

    /// The least and the greatest of a term.
    pub(super) fn bounds(&self, term: &Polynomial) -> Range {
        let mut places: BTreeMap<usize, Vec<(&Monomial, &Fraction)>> = BTreeMap::new();
        let mut count = 0;
        for (monomial, coefficient) in term.terms() {
            let found = places_of(monomial, self.sums);
            count += found.len();
            for value in found.into_iter().collect::<BTreeSet<_>>() {
                places.entry(value).or_default().push((monomial, coefficient));
            }
        }
        if count == places.len() || count > MOST_PLACES {
            return self.naive(term);
        }
        let (least, greatest) = (self.toward(Toward::Low, &places), self.toward(Toward::High, &places));
        Range { low: least.naive(term).low, high: greatest.naive(term).high }
    }

    /// With each value at the end where the term is least, or greatest, as far as that is clear.
    fn toward(&self, toward: Toward, places: &BTreeMap<usize, Vec<(&Monomial, &Fraction)>>) -> Self {
        let mut found = self.clone();
        for _ in 0..ROUNDS {
            let mut settled: Vec<(usize, Fraction)> = Vec::new();
            for (value, terms) in places {
                let Some((low, high)) = found.ends.get(value).filter(|(low, high)| low != high) else { continue };
                let mut slope = Polynomial::default();
                for (monomial, coefficient) in terms {
                    slope.add(&derivative(monomial, *value, self.sums), coefficient);
                }
                let slope = found.naive(&slope);
                let rises = slope.low.sign() != Ordering::Less;
                if !rises && slope.high.sign() == Ordering::Greater {
                    continue;
                }
                let end = if rises == (toward == Toward::Low) { low } else { high };
                // What is divided by 0 stays a range.
                if !end.is_zero() {
                    settled.push((*value, end.clone()));
                }
            }
            if settled.is_empty() {
                break;
            }
            for (value, end) in settled {
                found.ends.insert(value, (end.clone(), end));
            }
        }
        found
    }
}

/// The places of values in a product, those within its sums too; a value that stands in two is there twice.
fn places_of(monomial: &Monomial, sums: &Sums) -> Vec<usize> {
    let mut found = Vec::new();
    for (atom, power) in monomial.atoms() {
        match atom {
            Atom::Value(value) => found.extend(std::iter::repeat_n(*value, if *power % 2 == 0 { 2 } else { 1 })),
            Atom::Sum(sum) => {
                found.extend(sums.get(*sum).terms().flat_map(|(monomial, _)| places_of(monomial, sums)));
            }
        }
    }
    found
}

/// The derivative of a product by one value.
fn derivative(monomial: &Monomial, value: usize, sums: &Sums) -> Polynomial {
    let mut found = Polynomial::default();
    for (atom, power) in monomial.atoms() {
        let inner = match atom {
            Atom::Value(own) if *own == value => Polynomial::one(),
            Atom::Value(_) => continue,
            Atom::Sum(sum) => {
                let mut inner = Polynomial::default();
                for (monomial, coefficient) in sums.get(*sum).terms() {
                    inner.add(&derivative(monomial, value, sums), coefficient);
                }
                inner
            }
        };
        let mut outer = Polynomial::default();
        let lowered = monomial.times(&Monomial::power(*atom, -1));
        outer.add_term(lowered, &Fraction::whole(*power));
        found.add(&outer.times(&inner), &Fraction::one());
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{End, Range, Ranges};
    use crate::domain::{Fraction, Interval};
    use crate::measures::sensitivity::algebra::{Polynomial, Sums};

    fn range(low: (i32, i32), high: (i32, i32)) -> Range {
        let end = |(above, below): (i32, i32)| End::At(Fraction::ratio(above, below).unwrap());
        Range { low: end(low), high: end(high) }
    }

    /// Values from 1 to 3, the centre 2, but for the first: from 0 to 3.
    fn bounds(term: &Polynomial, sums: &Sums) -> Range {
        let mut values = BTreeSet::new();
        term.values(sums, &mut values);
        let whole = |number: i32| Fraction::whole(number);
        let ends = |value: usize| Interval { low: whole(i32::from(value > 0)), central: whole(2), high: whole(3) };
        Ranges::new(&values, &ends, sums).bounds(term)
    }

    #[test]
    fn ends_are_where_values_have_theirs() {
        let sums = &mut Sums::default();
        let [w, x, y] = [0, 1, 2].map(Polynomial::value);
        assert_eq!(bounds(&x.over(&y, sums).unwrap(), sums), range((1, 3), (3, 1)));
        // x (1 - y / 4) at least 1 x 1/4, at most 3 x 3/4: y stands in two terms of no one place.
        let product = x.less(&x.times(&y).scaled(&Fraction::ratio(1, 4).unwrap()));
        assert_eq!(bounds(&product, sums), range((1, 4), (9, 4)));
        // 1 / (1 + y / x) is x / (x + y): from 1/4 to 3/4. With w it begins at 0.
        for (own, low) in [(&x, (1, 4)), (&w, (0, 1))] {
            let mut below = Polynomial::one();
            below.add(&y.over(own, sums).unwrap(), &Fraction::one());
            assert_eq!(bounds(&Polynomial::one().over(&below, sums).unwrap(), sums), range(low, (3, 4)));
        }
        // x - x y: the derivative by x is 1 - y, which is 0 or less.
        assert_eq!(bounds(&x.less(&x.times(&y)), sums), range((-6, 1), (0, 1)));
    }
}
