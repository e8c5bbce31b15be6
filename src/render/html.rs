//! HTML: the tables as one plain page, ready to be opened, or pasted into another page or a letter.

use serde::Serialize;

use super::template::{SheetView, fill};
use super::{Format, RenderError, Terminal};
use crate::message;
use crate::report::Deliverable;

pub(super) struct Html;

/// What the template takes: the sheet, and the words around it.
#[derive(Debug, Serialize)]
struct Values {
    sheet: SheetView,
    findings: String,
    notes: String,
    sources: String,
    unknown: String,
}

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["html", "htm"]
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        let sheet = content.sheet()?;
        let language = sheet.language;
        let say = |message| language.say(&message);
        let values = Values {
            sheet: SheetView::new(sheet),
            findings: say(message!("page-findings")),
            notes: say(message!("page-notes")),
            sources: say(message!("page-sources")),
            unknown: say(message!("page-unknown")),
        };
        Ok(fill("sheet.html", values)?.into_bytes())
    }
}
