//! What figures are grouped by: a dimension, or the first parts of its codes.

use std::num::NonZeroUsize;

use arcstr::ArcStr;

use super::dimension::Dimension;
use super::entry::Entry;
use crate::language::{Message, Value};
use crate::message;

/// A dimension, whole or cut: of codes with points, such as `03.1`, the first parts only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grouping {
    /// The dimension.
    pub dimension: Dimension,
    /// How many parts of its codes count; `None` where all do.
    pub parts: Option<NonZeroUsize>,
}

impl From<Dimension> for Grouping {
    fn from(dimension: Dimension) -> Self {
        Self { dimension, parts: None }
    }
}

impl Grouping {
    /// Its name in files: `function`, `function:1`. `own` are the names of the project's own dimensions.
    #[must_use]
    pub fn name(self, own: &[ArcStr]) -> String {
        let name = self.dimension.name(own);
        self.parts.map_or_else(|| name.to_owned(), |parts| format!("{name}:{parts}"))
    }

    /// Its name as a person reads it.
    #[must_use]
    pub fn head(self, own: &[ArcStr]) -> Message {
        let dimension = Value::Word("dimension", self.dimension.name(own).to_owned());
        match self.parts {
            None => message!("verbatim", text = dimension),
            Some(parts) => message!("report-head-parts", dimension = dimension, count = parts.get()),
        }
    }

    /// The value of the group that an entry falls into.
    #[must_use]
    pub fn value<'e>(self, entry: &Entry<'e>) -> &'e str {
        self.of(self.dimension.value(entry))
    }

    /// The group that a value of the dimension falls into.
    ///
    /// ```
    /// use thb_cost::attribution::{Dimension, Grouping};
    /// let first = Grouping { dimension: Dimension::Function, parts: std::num::NonZeroUsize::new(1) };
    /// assert_eq!([first.of("03.1"), first.of("03"), first.of("")], ["03", "03", ""]);
    /// ```
    #[must_use]
    pub fn of(self, value: &str) -> &str {
        let Some(parts) = self.parts else { return value };
        value.match_indices('.').nth(parts.get() - 1).map_or(value, |(point, _)| &value[..point])
    }
}
