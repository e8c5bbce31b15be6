//! Rows that say they are totals: each label once, with its first row and how many there are, wherever the file was cut.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::slots::Slot;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::message;

/// Labels with their first row and how many rows have them.
type Labels = BTreeMap<String, (u64, u64)>;

/// What was found of them in one file.
#[derive(Debug, Default)]
pub struct TotalRows {
    counted: Labels,
    left_out: Labels,
}

impl TotalRows {
    /// Notes the rows of a slot, which begin with row `first`, if they say that they are totals.
    pub fn note(&mut self, slot: &Slot, first: u64) {
        if slot.rest.label.is_empty() {
            return;
        }
        let labels = if slot.rest.key.is_some() { &mut self.counted } else { &mut self.left_out };
        let (row, rows) = labels.entry(slot.rest.label.clone()).or_insert((first, 0));
        (*row, *rows) = (first.min(*row), *rows + slot.rows);
    }

    /// Tells them.
    pub fn tell(&self, file: &Arc<str>, diagnostics: &mut Diagnostics) {
        let origin = |row| Origin { file: Arc::clone(file), row };
        for (label, (row, rows)) in &self.counted {
            diagnostics.push(counted(*rows).at(&origin(*row)).found(label));
        }
        for (label, (row, rows)) in &self.left_out {
            diagnostics.push(left_out(*rows).at(&origin(*row)).found(label));
        }
    }
}

fn counted(rows: u64) -> Diagnostic {
    let (message, help) = (message!("row-total", count = rows), message!("row-take-total-out"));
    Diagnostic::new(Code::TotalsRow, message, help).expected(message!("row-no-totals"))
}

fn left_out(rows: u64) -> Diagnostic {
    let (message, help) = (message!("row-total-left-out", count = rows), message!("row-total-meant"));
    Diagnostic::new(Code::TotalsLeftOut, message, help)
}
