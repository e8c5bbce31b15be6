//! JSON: the document with its schema, indented.

use super::{Format, RenderError, Terminal};
use crate::report::Deliverable;

pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        Ok((content.json()? + "\n").into_bytes())
    }
}
