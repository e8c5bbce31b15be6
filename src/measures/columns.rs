//! The figures of a report, each once: its key, its head, what it counts, and which bound of it. Tables, page, workbook,
//! flat rows and data package walk them.

use super::figures::{Figures, Known};
use crate::attribution::{Bucket, LineKind};
use crate::domain::{Fraction, Interval};
use crate::language::Message;
use crate::message;

/// A figure of a report.
#[derive(Debug, Clone, Copy)]
pub struct CostColumn {
    /// Its name in files.
    pub key: &'static str,
    /// What it counts.
    pub counts: Counts,
    head: fn() -> Message,
    title: fn() -> Message,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// What lines of these kinds attribute, at a bound.
    Attributed(&'static [LineKind], Bound),
    /// Amounts of lines that no rule decides.
    Unattributed,
    /// Lines.
    Lines,
    /// Lines whose amount nobody published.
    NotEstimated,
    /// Lines that were expected and have no row.
    NotReported,
}

/// A bound of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The lower one.
    Low,
    /// The figure itself.
    Central,
    /// The upper one.
    High,
}

impl Bound {
    /// That bound.
    pub const fn of<T>(self, interval: &Interval<T>) -> &T {
        match self {
            Self::Low => &interval.low,
            Self::Central => &interval.central,
            Self::High => &interval.high,
        }
    }
}

const STATE: &[LineKind] = &[LineKind::LabelledState];
const EXTERNAL: &[LineKind] = &[LineKind::LabelledExternal];
const LABELLED: &[LineKind] = &[LineKind::LabelledState, LineKind::LabelledExternal];
const UNLABELLED: &[LineKind] = &[LineKind::Unlabelled];
const ALL: &[LineKind] = &[LineKind::LabelledState, LineKind::LabelledExternal, LineKind::Unlabelled];

/// Every figure of a report, in order.
pub const COST: [CostColumn; 13] = [
    column(
        "labelled_state",
        Counts::Attributed(STATE, Bound::Central),
        || message!("report-head-state"),
        || message!("report-labelled-state"),
    ),
    column(
        "labelled_external",
        Counts::Attributed(EXTERNAL, Bound::Central),
        || message!("report-head-external"),
        || message!("report-labelled-external"),
    ),
    column(
        "labelled_total",
        Counts::Attributed(LABELLED, Bound::Central),
        || message!("report-head-labelled"),
        || message!("report-labelled-together"),
    ),
    column(
        "attributed_low",
        Counts::Attributed(UNLABELLED, Bound::Low),
        || message!("report-head-attributed-low"),
        || message!("report-head-attributed-low"),
    ),
    column(
        "attributed_central",
        Counts::Attributed(UNLABELLED, Bound::Central),
        || message!("report-head-attributed"),
        || message!("report-attributed-of-unlabelled"),
    ),
    column(
        "attributed_high",
        Counts::Attributed(UNLABELLED, Bound::High),
        || message!("report-head-attributed-high"),
        || message!("report-head-attributed-high"),
    ),
    column(
        "total_low",
        Counts::Attributed(ALL, Bound::Low),
        || message!("report-head-total-low"),
        || message!("report-head-total-low"),
    ),
    column(
        "total_central",
        Counts::Attributed(ALL, Bound::Central),
        || message!("report-head-total"),
        || message!("report-total-attributed"),
    ),
    column(
        "total_high",
        Counts::Attributed(ALL, Bound::High),
        || message!("report-head-total-high"),
        || message!("report-head-total-high"),
    ),
    column(
        "unattributed",
        Counts::Unattributed,
        || message!("report-head-not-attributed"),
        || message!("report-unattributed"),
    ),
    column("lines", Counts::Lines, || message!("report-head-lines"), || message!("report-lines")),
    column(
        "not_estimated",
        Counts::NotEstimated,
        || message!("report-head-not-estimated-short"),
        || message!("report-lines-not-estimated"),
    ),
    column(
        "not_reported",
        Counts::NotReported,
        || message!("report-head-not-reported-short"),
        || message!("report-lines-not-reported"),
    ),
];

/// The figure of a name. The names are those of [`COST`].
#[must_use]
pub fn cost_column(key: &str) -> Option<&'static CostColumn> {
    COST.iter().find(|column| column.key == key)
}

const fn column(key: &'static str, counts: Counts, head: fn() -> Message, title: fn() -> Message) -> CostColumn {
    CostColumn { key, counts, head, title }
}

impl CostColumn {
    /// The head of its column.
    #[must_use]
    pub fn head(&self) -> Message {
        (self.head)()
    }

    /// What it is in full, where there is room for it.
    #[must_use]
    pub fn title(&self) -> Message {
        (self.title)()
    }

    /// Whether it is money, and not a number of lines.
    #[must_use]
    pub const fn is_money(&self) -> bool {
        matches!(self.counts, Counts::Attributed(..) | Counts::Unattributed)
    }

    /// Whether it is the lower or upper bound of another figure.
    #[must_use]
    pub const fn is_bound(&self) -> bool {
        matches!(self.counts, Counts::Attributed(_, Bound::Low | Bound::High))
    }

    /// Which bound of an amount it adds up.
    #[must_use]
    pub const fn bound(&self) -> Bound {
        match self.counts {
            Counts::Attributed(_, bound) => bound,
            Counts::Unattributed | Counts::Lines | Counts::NotEstimated | Counts::NotReported => Bound::Central,
        }
    }

    /// Whether it counts what stands in a bucket.
    #[must_use]
    pub fn takes(&self, bucket: Bucket) -> bool {
        match (self.counts, bucket) {
            (Counts::Attributed(kinds, _), Bucket::Known(kind) | Bucket::Excluded(kind)) => kinds.contains(&kind),
            (Counts::Unattributed, bucket) => bucket == Bucket::Unattributed,
            (Counts::NotEstimated, bucket) => bucket == Bucket::NotEstimated,
            (Counts::NotReported, bucket) => bucket == Bucket::NotReported,
            (Counts::Lines, _) => true,
            (Counts::Attributed(..), _) => false,
        }
    }

    /// The figure: money in minor units of the basis, exact, or a whole number; `None` where nobody knows it.
    #[must_use]
    pub fn figure(&self, figures: &Figures) -> Option<Fraction> {
        match self.counts {
            Counts::Attributed(kinds, bound) => figures.of(kinds).map(|known| bound.of(&known).clone()),
            Counts::Unattributed => Some(figures.unattributed.clone()),
            Counts::Lines => Some(Fraction::whole(figures.lines)),
            Counts::NotEstimated => Some(Fraction::whole(figures.not_estimated)),
            Counts::NotReported => Some(Fraction::whole(figures.not_reported)),
        }
    }
}

impl Figures {
    /// What lines of some kinds attribute.
    #[must_use]
    pub fn of(&self, kinds: &[LineKind]) -> Known {
        let of_kind = |kind: &LineKind| match kind {
            LineKind::LabelledState => &self.labelled_state,
            LineKind::LabelledExternal => &self.labelled_external,
            LineKind::Unlabelled => &self.attributed,
        };
        kinds.iter().fold(None, |sum, kind| super::figures::together(&sum, of_kind(kind)))
    }

    /// What labelled lines attribute.
    #[must_use]
    pub fn labelled(&self) -> Known {
        self.of(LABELLED)
    }

    /// All that is attributed, bounds of labelled lines included.
    #[must_use]
    pub fn total(&self) -> Known {
        self.of(ALL)
    }

    /// Whether the total has a range.
    #[must_use]
    pub fn is_ranged(&self) -> bool {
        self.total().is_some_and(|total| !total.is_point())
    }
}
