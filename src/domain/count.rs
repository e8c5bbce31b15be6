//! Counts of victims: a number, or a suppressed or uncertain one as a range.

use super::{Fraction, Interval};

/// A known count: an inclusive range, with the count itself where one is named beside its ends. A plain number has both
/// ends alike. An unknown count is no `Count` at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    low: u64,
    high: u64,
    named: Option<u64>,
}

impl Count {
    /// Reads `505`, `<5` (0 to 4) or `120-140`; anything else is `None`.
    ///
    /// ```
    /// use thb_cost::domain::Count;
    /// let ends = |text| Count::parse(text).map(|count| (count.low(), count.high()));
    /// assert_eq!(ends("505"), Some((505, 505)));
    /// assert_eq!(ends("<5"), Some((0, 4)));
    /// assert_eq!(ends("120-140"), Some((120, 140)));
    /// assert_eq!(ends("140-120"), None);
    /// assert_eq!(ends("4.5"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (low, high) = if let Some(limit) = text.strip_prefix('<') {
            (0, whole(limit.trim_start())?.checked_sub(1)?)
        } else if let Some((low, high)) = text.split_once('-') {
            (whole(low.trim_end())?, whole(high.trim_start())?)
        } else {
            let count = whole(text)?;
            return Self::between(None, count, None);
        };
        (low <= high).then_some(Self { low, high, named: None })
    }

    /// A count with ends of its own, each a whole number; an end that is not given is the count. `None` where the three
    /// are not in order.
    ///
    /// ```
    /// use thb_cost::domain::Count;
    /// let count = Count::between(Some(20), 28, Some(36)).unwrap();
    /// assert_eq!((count.low(), count.central().to_string(), count.high()), (20, "28/1".to_owned(), 36));
    /// assert_eq!(Count::between(Some(30), 28, None), None);
    /// ```
    #[must_use]
    pub fn between(low: Option<u64>, count: u64, high: Option<u64>) -> Option<Self> {
        let (low, high) = (low.unwrap_or(count), high.unwrap_or(count));
        (low <= count && count <= high).then_some(Self { low, high, named: Some(count) })
    }

    /// The count, where it is written as one whole number.
    #[must_use]
    pub fn whole(self) -> Option<u64> {
        self.named.or((self.low == self.high).then_some(self.low))
    }

    /// The lower end.
    #[must_use]
    pub fn low(self) -> u64 {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub fn high(self) -> u64 {
        self.high
    }

    /// The count itself, or the midpoint of a range.
    #[must_use]
    pub fn central(self) -> Fraction {
        if let Some(count) = self.named {
            return Fraction::whole(count);
        }
        let twice = u128::from(self.low) + u128::from(self.high);
        Fraction::ratio(twice, 2).unwrap_or_else(Fraction::zero)
    }

    /// Low, central and high.
    #[must_use]
    pub fn bounds(self) -> Interval<Fraction> {
        Interval { low: Fraction::whole(self.low), central: self.central(), high: Fraction::whole(self.high) }
    }

    /// Low, central and high as decimal text: at most one digit after the point.
    #[must_use]
    pub fn to_text(self) -> Interval<String> {
        Interval { low: self.low.to_string(), central: count_text(&self.central()), high: self.high.to_string() }
    }
}

/// A count or a sum of midpoints as text: whole where it is whole, else with one digit after the point.
#[must_use]
pub fn count_text(count: &Fraction) -> String {
    let whole = *count == Fraction::whole(count.floor());
    count.to_decimal(u32::from(!whole))
}

/// At most twelve digits: more people than that were never counted.
fn whole(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}
