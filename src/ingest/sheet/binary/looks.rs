//! The looks of cells by the numbers of their fonts and formats.

use std::collections::HashMap;

use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::look::{Letters, Look};
use crate::ingest::sheet::number_format::Shows;
use crate::ingest::sheet::texts::Text;

/// The fonts of a workbook, in order.
#[derive(Debug, Default)]
pub(in crate::ingest::sheet) struct Fonts(Vec<Letters>);

impl Fonts {
    /// Adds one: the bits and the kind of script of its record.
    pub(in crate::ingest::sheet) fn push(&mut self, bits: u16, script: u16) -> Result<(), SheetFault> {
        self.0.push(Letters { struck: bits & 0x0008 != 0, raised: script == 1 });
        Ok(Limit::CellFormats.check(self.0.len() as u64)?)
    }

    /// A font by its number.
    pub(in crate::ingest::sheet) fn get(&self, number: usize) -> Letters {
        self.0.get(number).copied().unwrap_or_default()
    }
}

/// The looks of cells, in order.
#[derive(Debug, Default)]
pub(in crate::ingest::sheet) struct Looks {
    codes: HashMap<u16, Shows>,
    looks: Vec<Look>,
}

impl Looks {
    /// Takes in the code of a format.
    pub(in crate::ingest::sheet) fn format(&mut self, number: u16, code: &str) -> Result<(), SheetFault> {
        self.codes.insert(number, Shows::of_code(code));
        Ok(Limit::CellFormats.check(self.codes.len() as u64)?)
    }

    /// Adds a look.
    pub(in crate::ingest::sheet) fn push(&mut self, format: u16, letters: Letters) -> Result<(), SheetFault> {
        let shows = self.codes.get(&format).cloned().unwrap_or_else(|| Shows::of_number(u32::from(format)));
        self.looks.push(Look { shows, letters });
        Ok(Limit::CellFormats.check(self.looks.len() as u64)?)
    }

    /// A look by its number.
    pub(in crate::ingest::sheet) fn get(&self, number: usize) -> Option<&Look> {
        self.looks.get(number)
    }
}

/// A text whose pieces begin at these letters, counted in UTF-16, each in another font. What stands before the first has the
/// font of its cell.
pub(in crate::ingest::sheet) fn text_of_runs(whole: &str, runs: &[(u16, Letters)]) -> Text {
    let mut text = Text::default();
    let mut looks = runs.iter().peekable();
    let (mut look, mut piece, mut at) = (None, String::new(), 0_u32);
    for letter in whole.chars() {
        while let Some((_, next)) = looks.next_if(|(start, _)| u32::from(*start) <= at) {
            text.add(&std::mem::take(&mut piece), look);
            look = Some(*next);
        }
        piece.push(letter);
        at += u32::try_from(letter.len_utf16()).unwrap_or(1);
    }
    text.add(&piece, look);
    text
}
