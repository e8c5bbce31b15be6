//! Low, central, high: every judgement carries its range.

/// Three values of one figure, in the order low <= central <= high wherever they have an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval<T> {
    /// The lower bound.
    pub low: T,
    /// The figure itself.
    pub central: T,
    /// The upper bound.
    pub high: T,
}

impl<T> Interval<T> {
    /// All three from one value.
    pub fn point(value: T) -> Self
    where
        T: Clone,
    {
        Self { low: value.clone(), central: value.clone(), high: value }
    }

    /// Each of the three through `f`.
    pub fn map<U>(&self, mut f: impl FnMut(&T) -> U) -> Interval<U> {
        Interval { low: f(&self.low), central: f(&self.central), high: f(&self.high) }
    }

    /// Bound by bound, both together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self
    where
        for<'t> &'t T: std::ops::Add<&'t T, Output = T>,
    {
        Self { low: &self.low + &other.low, central: &self.central + &other.central, high: &self.high + &other.high }
    }

    /// Each of the three through `f`; `None` as soon as one is.
    pub fn try_map<U>(&self, mut f: impl FnMut(&T) -> Option<U>) -> Option<Interval<U>> {
        Some(Interval { low: f(&self.low)?, central: f(&self.central)?, high: f(&self.high)? })
    }

    /// The same with the bounds put in order: low and high change places where low is above high.
    #[must_use]
    pub fn ordered(self) -> Self
    where
        T: PartialOrd,
    {
        if self.low > self.high { Self { low: self.high, central: self.central, high: self.low } } else { self }
    }

    /// Whether low <= central <= high.
    pub fn is_ordered(&self) -> bool
    where
        T: PartialOrd,
    {
        self.low <= self.central && self.central <= self.high
    }

    /// Whether the three are one value, so that there is no range to show.
    pub fn is_point(&self) -> bool
    where
        T: PartialEq,
    {
        self.low == self.central && self.central == self.high
    }

    /// The three in order, with the names they have in files.
    pub fn named(&self) -> [(&'static str, &T); 3] {
        [("low", &self.low), ("central", &self.central), ("high", &self.high)]
    }
}
