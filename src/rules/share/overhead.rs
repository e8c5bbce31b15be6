//! `{ overhead_of = MATCH }`: a line shared out as the lines that it serves.

use super::{Share, TableForm};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::rules::Matcher;

pub(crate) const FORM: TableForm =
    TableForm { keys: &["overhead_of"], example: "{ overhead_of = { agency = \"MoI\" } }", read };

/// The lines that an overhead serves.
#[derive(Debug, Clone)]
pub struct Overhead {
    /// Which lines.
    pub serves: Matcher,
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let serves = table.need("overhead_of", FORM.example, diagnostics)?.table(diagnostics)?;
    Some(Share::Overhead(Overhead { serves: Matcher::read(&serves, diagnostics) }))
}
