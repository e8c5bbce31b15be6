//! Which group of a dimension a line, or a part of it, falls into.

use std::sync::Arc;

use super::query::Dimension;
use crate::attribution::{AttributedLine, AttributedPart};
use crate::domain::LineKey;
use crate::rules::Rule;

/// The value of a dimension, as the ledger has it.
pub(super) fn value(
    dimension: Dimension,
    key: &LineKey,
    attributed: &AttributedLine,
    rule: Option<&Rule>,
    part: Option<&AttributedPart>,
) -> String {
    let text = |text: &Arc<str>| text.to_string();
    match dimension.column() {
        "agency" => text(&key.agency),
        "funder" => text(&key.funder),
        "financing" => key.financing.word().to_owned(),
        "label" => key.label.word().to_owned(),
        "line" => text(&key.line),
        "function" => text(&key.function),
        "area" => part.map_or_else(|| text(&key.area), |part| text(&part.area)),
        "exploitation" => part.map(|part| text(&part.exploitation)).unwrap_or_default(),
        "state" => attributed.state.word().to_owned(),
        "rule" => rule.map(|rule| text(&rule.id)).unwrap_or_default(),
        _ => String::new(),
    }
}
