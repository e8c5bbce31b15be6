//! Texts as cells have them: what is struck through or raised is left out, under the look of the cell.

use std::collections::HashMap;

use super::SheetFault;
use super::look::Letters;
use crate::diagnostics::Limit;

/// A text that is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// All of it that counts where the cell's own look is plain.
    pub(super) plain: String,
    /// What has a look of its own and counts whatever that of the cell is.
    pub(super) own: String,
    /// Whether something was left out.
    pub(super) lost: bool,
}

impl Text {
    /// Adds a piece; without a look of its own it has that of its cell.
    pub(super) fn add(&mut self, piece: &str, look: Option<Letters>) {
        match look {
            Some(letters) if !letters.are_read() => self.lost |= !piece.trim().is_empty(),
            Some(_) => {
                self.plain.push_str(piece);
                self.own.push_str(piece);
            }
            None => self.plain.push_str(piece),
        }
    }

    /// What a cell of this look says.
    pub(super) fn under(&self, letters: Letters) -> &str {
        if letters.are_read() { &self.plain } else { &self.own }
    }
}

/// The texts that cells share, by number: most are plain, so that one string holds them all.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<usize>,
    /// Those with pieces of a look of their own.
    rich: HashMap<usize, Text>,
}

impl Texts {
    /// Adds one behind the others.
    pub(super) fn push(&mut self, text: Text) -> Result<(), SheetFault> {
        self.all.push_str(&text.plain);
        Limit::UnpackedPart.check(self.all.len() as u64)?;
        if text.lost || !text.own.is_empty() {
            self.rich.insert(self.ends.len(), text);
        }
        self.ends.push(self.all.len());
        Ok(Limit::Texts.check(self.ends.len() as u64)?)
    }

    /// A text under the look of its cell, and whether something of it was left out.
    pub(super) fn get(&self, index: usize, letters: Letters) -> Option<(&str, bool)> {
        let end = *self.ends.get(index)?;
        if let Some(rich) = self.rich.get(&index) {
            return Some((rich.under(letters), rich.lost));
        }
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let plain = self.all.get(start..end)?;
        Some(if letters.are_read() { (plain, false) } else { ("", !plain.is_empty()) })
    }
}
