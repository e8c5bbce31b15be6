//! Causes of a change, and how much each contributes.

use super::exact_sum::{ExactSum, Ratio};
use crate::domain::Fraction;

macro_rules! causes {
    ($($(#[$doc:meta])* $variant:ident => $word:literal,)+) => {
        /// Why a figure changed. The order is that of every table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cause {
            $($(#[$doc])* $variant,)+
        }

        impl Cause {
            /// Every cause, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

causes! {
    /// Lines that stand on both sides have other amounts.
    Amounts => "amounts",
    /// Lines that stand on the later side only.
    New => "new",
    /// Lines that stand on the earlier side only.
    Gone => "gone",
    /// Lines of both sides whose amount is published on one of them only.
    Published => "published",
    /// Another rule decides, or the rule says something else.
    Rules => "rules",
    /// The same rule gives another share: its drivers, or the sum of lines that it shares over, changed.
    Drivers => "drivers",
    /// What services take by norm, as the same rule takes it: users, units, cost of a unit, or which services there are.
    Services => "services",
    /// What an overhead serves attributes another share.
    Overheads => "overheads",
    /// What is attributed is divided differently among areas, forms of exploitation, states or rules.
    Splits => "splits",
    /// Other rates of exchange.
    Currency => "currency",
    /// Other deflators: prices of another year were asked for.
    Prices => "prices",
    /// Another number of victims; of costs per victim only.
    Victims => "victims",
}

impl Cause {
    /// The cause that it is when the sides change places.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::New => Self::Gone,
            Self::Gone => Self::New,
            other => other,
        }
    }
}

/// What each cause contributes to a change, exact, in minor units of the basis. A cause that contributes nothing may be
/// absent.
///
/// They are few and in order: a tree of them would take a kilobyte for each of very many lines.
#[derive(Debug, Clone, Default)]
pub struct Causes(Vec<(Cause, ExactSum)>);

impl Causes {
    /// Adds a contribution.
    pub fn add(&mut self, cause: Cause, contribution: &Fraction) {
        if !contribution.is_zero() {
            let at = self.0.binary_search_by_key(&cause, |(cause, _)| *cause).unwrap_or_else(|at| {
                self.0.insert(at, (cause, ExactSum::default()));
                at
            });
            self.0[at].1.add(contribution);
        }
    }

    /// Adds all contributions of another.
    pub fn add_all(&mut self, other: &Self) {
        for (cause, sum) in &other.0 {
            sum.terms().for_each(|term| self.add(*cause, term));
        }
    }

    /// Those that contribute anything, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Cause, Ratio)> {
        self.0.iter().map(|(cause, sum)| (*cause, sum.ratio())).filter(|(_, ratio)| !ratio.is_zero())
    }

    /// What all of them add up to: the change.
    #[must_use]
    pub fn sum(&self) -> Fraction {
        let mut all = ExactSum::default();
        self.0.iter().flat_map(|(_, sum)| sum.terms()).for_each(|term| all.add(term));
        all.ratio().fraction()
    }

    /// Each contribution times a factor.
    #[must_use]
    pub fn times(&self, factor: &Fraction) -> Self {
        self.each(|cause, term| (cause, term * factor))
    }

    /// The same change seen from the other side.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let zero = Fraction::zero();
        self.each(|cause, term| (cause.mirrored(), &zero - term))
    }

    fn each(&self, of: impl Fn(Cause, &Fraction) -> (Cause, Fraction)) -> Self {
        let mut found = Self::default();
        for (cause, sum) in &self.0 {
            for term in sum.terms() {
                let (cause, term) = of(*cause, term);
                found.add(cause, &term);
            }
        }
        found
    }
}

/// They are the same where each cause contributes the same.
impl PartialEq for Causes {
    fn eq(&self, other: &Self) -> bool {
        let exact = |causes: &Self| causes.iter().map(|(cause, ratio)| (cause, ratio.fraction())).collect::<Vec<_>>();
        exact(self) == exact(other)
    }
}

impl Eq for Causes {}
