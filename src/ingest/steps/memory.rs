//! What the steps remember from row to row: the cells above, the section, whose parts follow; and how many rows they left
//! out. Buffers and answers that come again are kept too.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::rows::Answers;
use crate::domain::clean_text;
use crate::ingest::dialect::Words;
use crate::ingest::labels::Standing;
use crate::ingest::record::CellKind;

/// Most words that are remembered.
const MOST: usize = 20_000;

/// Rows left out, by what for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// They match none of `where`.
    pub kept: u64,
    /// They match `except`.
    pub except: u64,
    /// They say something of the rows below.
    pub sections: u64,
    /// A cell is blank for which `missing` says so.
    pub blank: u64,
    /// Amounts that are blank, for which `missing` says so.
    pub amounts: u64,
}

impl LeftOut {
    /// Those since there were so many.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            kept: self.kept - before.kept,
            except: self.except - before.except,
            sections: self.sections - before.sections,
            blank: self.blank - before.blank,
            amounts: self.amounts - before.amounts,
        }
    }

    /// Adds those of another part.
    pub fn add(&mut self, other: Self) {
        self.kept += other.kept;
        self.except += other.except;
        self.sections += other.sections;
        self.blank += other.blank;
        self.amounts += other.amounts;
    }
}

/// Rows of which no row above says what it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsaid {
    /// The step that takes it from above.
    pub step: usize,
    /// The first of them: its block and its row.
    pub first: (usize, u64),
    /// How many they are.
    pub rows: u64,
}

/// A row whose parts follow it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole {
    /// How deep it stands.
    pub depth: usize,
    /// Whether a part of it was seen.
    pub seen: bool,
}

/// The memory of one reading.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) bytes: Vec<u8>,
    pub(super) ends: Vec<usize>,
    pub(super) kinds: Vec<CellKind>,
    pub(super) above: Vec<Vec<u8>>,
    pub(super) sections: Vec<Vec<u8>>,
    pub(super) tests: Answers,
    pub(super) words: Said,
    labels: HashMap<Vec<u8>, (Standing, usize), RandomState>,
    /// The row whose parts follow.
    pub(super) whole: Option<Whole>,
    /// Rows left out.
    pub left_out: LeftOut,
    /// Rows of which nothing is said.
    pub unsaid: Vec<Unsaid>,
    /// The block at hand, where rows are numbered by block.
    pub block: usize,
}

impl Memory {
    /// For so many columns, and so many given by sections.
    #[must_use]
    pub(super) fn new(columns: usize, sections: usize) -> Self {
        Self { above: vec![Vec::new(); columns], sections: vec![Vec::new(); sections], ..Self::default() }
    }

    /// Notes that no row above a row says what steps take from there.
    pub fn note_unsaid(&mut self, steps: &[usize], row: u64) {
        for step in steps {
            match self.unsaid.iter_mut().find(|unsaid| unsaid.step == *step) {
                Some(unsaid) => unsaid.rows += 1,
                None => self.unsaid.push(Unsaid { step: *step, first: (self.block, row), rows: 1 }),
            }
        }
    }

    /// What a label says, remembered.
    pub(super) fn label(&mut self, cell: &[u8], say: impl Fn(&str) -> (Standing, usize)) -> (Standing, usize) {
        if let Some(said) = self.labels.get(cell) {
            return *said;
        }
        let said = say(&String::from_utf8_lossy(cell));
        if self.labels.len() >= MOST {
            self.labels.clear();
        }
        self.labels.insert(cell.to_vec(), said);
        said
    }
}

impl Memory {
    /// How a row stands, where it may be one of the parts that the row above said would follow. Its depth tells a part from
    /// the next row of its own; where nothing tells, it is unclear.
    pub(super) fn among_parts(&mut self, said: Standing, depth: usize) -> Standing {
        match (said, self.whole) {
            (Standing::Whole | Standing::Heading, _) => self.whole = Some(Whole { depth, seen: false }),
            (Standing::Plain, Some(whole)) if depth > whole.depth => {
                self.whole = Some(Whole { seen: true, ..whole });
                return Standing::Part;
            }
            (Standing::Plain, Some(whole)) => {
                self.whole = None;
                return if whole.seen { Standing::Plain } else { Standing::Unclear };
            }
            (Standing::Part, Some(whole)) => self.whole = Some(Whole { seen: true, ..whole }),
            (Standing::Part | Standing::Sum | Standing::Plain | Standing::Unclear, _) => self.whole = None,
        }
        said
    }
}

/// Our words for those of the file, remembered: a map for each column.
#[derive(Debug, Default)]
pub struct Said(Vec<HashMap<Vec<u8>, Option<String>, RandomState>>);

impl Said {
    /// Replaces a cell, from `start` on, by our word for it, if there is one.
    pub(super) fn say(&mut self, column: usize, words: &Words, start: usize, bytes: &mut Vec<u8>) {
        let cell = bytes.get(start..).unwrap_or_default();
        if cell.is_empty() {
            return;
        }
        if self.0.len() <= column {
            self.0.resize_with(column + 1, HashMap::default);
        }
        let Some(known) = self.0.get_mut(column) else { return };
        if known.len() >= MOST {
            known.clear();
        }
        if !known.contains_key(cell) {
            let text = String::from_utf8_lossy(cell);
            let ours = words.ours(&clean_text(&text)).map(str::to_owned);
            known.insert(cell.to_vec(), ours);
        }
        if let Some(Some(ours)) = known.get(cell) {
            bytes.truncate(start);
            bytes.extend_from_slice(ours.as_bytes());
        }
    }
}
