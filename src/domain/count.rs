//! Counts of victims: a number, or a suppressed or uncertain one as a range.

use super::{Fraction, Interval};

/// A known count, as an inclusive range; a plain number has both ends alike. An unknown count is no `Count` at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    low: u64,
    high: u64,
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
            (count, count)
        };
        (low <= high).then_some(Self { low, high })
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

    /// The midpoint.
    #[must_use]
    pub fn central(self) -> Fraction {
        let twice = u128::from(self.low) + u128::from(self.high);
        Fraction::ratio(twice, 2).unwrap_or_else(Fraction::zero)
    }

    /// Low, midpoint and high as decimal text: at most one digit after the point.
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
