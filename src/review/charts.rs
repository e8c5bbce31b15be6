//! The charts of the pack.

use super::{Material, PackFile};
use crate::render::RenderError;

/// Every chart that has something to show, in every format of pictures.
pub(super) fn charts(_: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    Ok(Vec::new())
}
