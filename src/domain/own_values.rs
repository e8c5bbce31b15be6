//! The values that a line has in the project's own dimensions.

use std::ops::Deref;
use std::sync::Arc;

use arcstr::ArcStr;

/// The values of the project's own dimensions, in the order of the manifest; blank where a row says none. Lines share them,
/// and each has one word for them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct OwnValues(Arc<Vec<ArcStr>>);

impl Deref for OwnValues {
    type Target = [ArcStr];

    fn deref(&self) -> &[ArcStr] {
        &self.0
    }
}

impl FromIterator<ArcStr> for OwnValues {
    fn from_iter<I: IntoIterator<Item = ArcStr>>(values: I) -> Self {
        Self(Arc::new(values.into_iter().collect()))
    }
}
