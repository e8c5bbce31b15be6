//! What a dialect does to a row before it is one of this program: which rows are taken, what a section says of those below
//! it, which cells make which columns, what stands for blanks, whose words are whose, which year it is.
//!
//! A table whose dialect only names its columns has no steps: its rows are handed on as they stand.

mod memory;
mod rows;

use std::sync::Arc;

pub use memory::{LeftOut, Memory, Unsaid};
pub use rows::Test;

use super::dialect::{Missing, Totals, Words, YearForm, folded};
use super::labels::{Standing, depth, standing};
use super::record::{BETWEEN, CellKind, Cells, RawRecord};
use super::table::YearCell;
use super::years;
use crate::domain::{NamedCurrency, clean_text};

/// Where the text of a column comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// A cell of the row.
    Cell(usize),
    /// Several, with a space between those that are not blank.
    Join(Vec<usize>),
    /// The section that the row stands in.
    Section(usize),
}

/// How one column of a row is made.
#[derive(Debug, Clone)]
pub struct Step {
    /// The column.
    pub column: String,
    /// Where its text comes from.
    pub from: From,
    /// What stands for a blank one.
    pub missing: Option<Missing>,
    /// Words of the file for ours.
    pub words: Option<Words>,
}

/// A kind of rows that say something of those below.
#[derive(Debug, Clone)]
pub struct SectionRows {
    /// The cell that says it.
    pub cell: usize,
    /// Which rows these are.
    pub tests: Vec<Test>,
    /// Which of the columns given by sections it is for.
    pub gives: usize,
}

/// All steps of a table.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    /// Rows taken; none given means all.
    pub keep: Vec<Test>,
    /// Rows left out.
    pub except: Vec<Test>,
    /// Rows that say something of those below.
    pub sections: Vec<SectionRows>,
    /// How many columns sections give.
    pub given_by_sections: usize,
    /// How each column is made, in the order of the cells of a row handed on.
    pub cells: Vec<Step>,
    /// The cell of each layout that comes behind these: its amount, where there are several or none is plain.
    pub amounts: Vec<usize>,
    /// Whether a blank amount gives nothing.
    pub leave_out_blank_amounts: bool,
    /// What the file writes where nothing is known, folded.
    pub blank: Vec<String>,
    /// How years are written.
    pub year_form: Option<YearForm>,
    /// What to do with sums and parts.
    pub totals: Totals,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is one of the table, and stands so to the others.
    Taken(Standing),
    /// It is none.
    LeftOut,
}

/// A row as the steps make it, without what is its own in each layout.
pub struct Made<'m> {
    bytes: &'m mut Vec<u8>,
    ends: &'m mut Vec<usize>,
    kinds: &'m mut Vec<CellKind>,
    /// Its year.
    pub year: YearCell,
    /// The steps that take from above what no row there says.
    pub unsaid: Vec<usize>,
}

impl Steps {
    /// Whether a row is one of the table; sections are remembered. Nothing but the cells that rows are told by is looked at.
    pub fn fate(&self, record: &RawRecord<'_>, memory: &mut Memory) -> Fate {
        if rows::any(&self.except, record, &mut memory.tests) {
            memory.left_out.except += 1;
            return Fate::LeftOut;
        }
        if self.note_section(record, memory) {
            memory.left_out.sections += 1;
            memory.whole = None;
            return Fate::LeftOut;
        }
        if !self.keep.is_empty() && !rows::any(&self.keep, record, &mut memory.tests) {
            memory.left_out.kept += 1;
            return Fate::LeftOut;
        }
        Fate::Taken(self.standing(record, memory))
    }

    /// Remembers what a row says of those below; whether it says anything.
    fn note_section(&self, record: &RawRecord<'_>, memory: &mut Memory) -> bool {
        let mut is_section = false;
        for section in &self.sections {
            let text = rows::own_text(record, section.cell);
            if text.trim_ascii().is_empty() || !rows::any(&section.tests, record, &mut memory.tests) {
                continue;
            }
            if let Some(said) = memory.sections.get_mut(section.gives) {
                *said = text.to_vec();
            }
            is_section = true;
        }
        is_section
    }

    /// How a row stands to the others, by the cells that are taken for words.
    fn standing(&self, record: &RawRecord<'_>, memory: &mut Memory) -> Standing {
        if self.totals == Totals::Count {
            return Standing::Plain;
        }
        let mut found = Standing::Plain;
        let mut deepest = 0;
        // A column that says what the rows below are holds words too.
        for section in &self.sections {
            let text = rows::own_text(record, section.cell);
            if !text.is_empty() {
                found = found.max(memory.label(text, |text| (standing(text), depth(text))).0);
            }
        }
        for step in self.cells.iter().filter(|step| is_of_words(&step.column)) {
            for cell in step.from.cells() {
                let text = rows::own_text(record, *cell);
                if text.is_empty() {
                    continue;
                }
                let (said, depth) = memory.label(text, |text| (standing(text), depth(text)));
                found = found.max(said);
                if step.column == "line" {
                    deepest = deepest.max(depth);
                }
            }
        }
        if self.totals == Totals::Exclude { memory.among_parts(found, deepest) } else { found }
    }

    /// Makes the cells of a row; `None` where a blank one leaves it out.
    pub fn make<'m>(&self, record: &RawRecord<'_>, memory: &'m mut Memory) -> Option<Made<'m>> {
        let Memory { bytes, ends, kinds, above, sections, words, left_out, .. } = memory;
        bytes.clear();
        ends.clear();
        kinds.clear();
        let mut year = YearCell::AsWritten;
        let mut unsaid = Vec::new();
        for (index, step) in self.cells.iter().enumerate() {
            let start = bytes.len();
            let mut kind = CellKind::Text;
            match &step.from {
                From::Cell(cell) => {
                    kind = record.kind(*cell);
                    // What stands for a blank cell stands for one that a merged range covers too.
                    if kind == CellKind::Merged && step.missing.is_some() {
                        kind = CellKind::Text;
                    } else {
                        bytes.extend_from_slice(record.cells.get(*cell).unwrap_or_default());
                    }
                }
                From::Section(section) => {
                    bytes.extend_from_slice(sections.get(*section).map(Vec::as_slice).unwrap_or_default());
                }
                From::Join(cells) => {
                    for cell in cells {
                        let text = record.cells.get(*cell).unwrap_or_default().trim_ascii();
                        if text.is_empty() || self.is_blank(text) {
                            continue;
                        }
                        if bytes.len() > start {
                            bytes.push(b' ');
                        }
                        bytes.extend_from_slice(text);
                    }
                }
            }
            self.fill(step, index, start, (bytes, above)).or_else(|| {
                left_out.blank += 1;
                None
            })?;
            if step.is_from_above() && bytes.get(start..).unwrap_or_default().trim_ascii().is_empty() {
                unsaid.push(index);
            }
            if let Some(known) = &step.words {
                words.say(index, known, start, bytes);
            }
            if step.column == "year" && bytes.len() > start {
                let text = String::from_utf8_lossy(bytes.get(start..).unwrap_or_default()).into_owned();
                year = match years::read(&clean_text(&text), kind, self.year_form.as_ref()) {
                    Ok(found) => {
                        bytes.truncate(start);
                        bytes.extend_from_slice(found.to_string().as_bytes());
                        YearCell::Read(found)
                    }
                    Err(fault) => YearCell::Refused(fault),
                };
            }
            ends.push(bytes.len());
            bytes.push(BETWEEN);
            kinds.push(kind);
        }
        Some(Made { bytes, ends, kinds, year, unsaid })
    }

    /// Puts what stands for a blank cell in its place; `None` where that leaves the row out.
    fn fill(
        &self,
        step: &Step,
        index: usize,
        start: usize,
        (bytes, above): (&mut Vec<u8>, &mut [Vec<u8>]),
    ) -> Option<()> {
        let cell = bytes.get(start..).unwrap_or_default();
        if cell.trim_ascii().is_empty() || self.is_blank(cell) {
            bytes.truncate(start);
            match &step.missing {
                None => {}
                Some(Missing::LeaveOut) => return None,
                Some(Missing::Text(text)) => bytes.extend_from_slice(text.as_bytes()),
                Some(Missing::Above) => {
                    bytes.extend_from_slice(above.get(index).map(Vec::as_slice).unwrap_or_default())
                }
            }
        }
        if step.missing == Some(Missing::Above)
            && let Some(above) = above.get_mut(index)
        {
            above.clear();
            above.extend_from_slice(bytes.get(start..).unwrap_or_default());
        }
        Some(())
    }

    /// Whether a cell holds what the file writes where nothing is known.
    fn is_blank(&self, cell: &[u8]) -> bool {
        !self.blank.is_empty() && std::str::from_utf8(cell).is_ok_and(|text| self.blank.contains(&folded(text)))
    }

    /// Hands on the row of one layout: the cells made, and its amount behind them. Gives whether there was one.
    pub fn hand_on(
        &self,
        made: &mut Made<'_>,
        layout: usize,
        record: &RawRecord<'_>,
        each: impl FnOnce(&RawRecord<'_>),
    ) -> bool {
        let (bytes, cells) = (made.bytes.len(), made.ends.len());
        if let Some(cell) = self.amounts.get(layout) {
            let text = record.cells.get(*cell).unwrap_or_default();
            let is_blank = text.trim_ascii().is_empty() || self.is_blank(text);
            if is_blank && self.leave_out_blank_amounts {
                return false;
            }
            if !is_blank {
                made.bytes.extend_from_slice(text);
            }
            made.ends.push(made.bytes.len());
            made.kinds.push(record.kind(*cell));
        }
        let kinds = if record.kinds.is_empty() { [].as_slice() } else { made.kinds.as_slice() };
        let shown = self.shown(layout, record);
        let currencies = shown.as_deref().unwrap_or_default();
        each(&RawRecord {
            row: record.row,
            cells: Cells::new(made.bytes, 0, made.ends),
            raw: record.raw,
            as_written: false,
            kinds,
            currencies,
        });
        made.bytes.truncate(bytes);
        made.ends.truncate(cells);
        made.kinds.truncate(cells);
        true
    }

    /// The currencies that the formats of a spreadsheet's cells show, in the order of the cells handed on.
    fn shown(&self, layout: usize, record: &RawRecord<'_>) -> Option<Vec<Option<Arc<NamedCurrency>>>> {
        if record.currencies.is_empty() {
            return None;
        }
        let of_cell = |cell: &usize| record.currencies.get(*cell).cloned().flatten();
        let made = self.cells.iter().map(|step| match &step.from {
            From::Cell(cell) => of_cell(cell),
            From::Join(_) | From::Section(_) => None,
        });
        Some(made.chain(self.amounts.get(layout).map(of_cell)).collect())
    }

    /// Whether rows need each other: what stands in one is said by one above it.
    #[must_use]
    pub fn remember(&self) -> bool {
        let above = self.cells.iter().any(|step| step.missing == Some(Missing::Above));
        above || self.given_by_sections > 0 || !self.sections.is_empty() || self.totals == Totals::Exclude
    }

    /// A memory for reading rows one after the other.
    #[must_use]
    pub fn memory(self: &Arc<Self>) -> Memory {
        Memory::new(self.cells.len(), self.given_by_sections)
    }
}

impl Step {
    /// Whether what stands in it is said by a row above, and nothing else is said of a blank one.
    fn is_from_above(&self) -> bool {
        match self.missing {
            Some(Missing::Above) => true,
            Some(Missing::Text(_) | Missing::LeaveOut) => false,
            None => matches!(self.from, From::Section(_)),
        }
    }
}

impl From {
    /// The cells of the row that it takes.
    #[must_use]
    pub fn cells(&self) -> &[usize] {
        match self {
            Self::Cell(cell) => std::slice::from_ref(cell),
            Self::Join(cells) => cells,
            Self::Section(_) => &[],
        }
    }
}

/// Whether a column holds words, in which a row may say that it is a sum.
pub fn is_of_words(column: &str) -> bool {
    !["amount", "value", "count", "rate", "low", "high", "rows", "currency", "source", "note"].contains(&column)
}
