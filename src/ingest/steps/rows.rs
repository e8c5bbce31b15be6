//! Which rows are meant, by what their cells say.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::domain::clean_text;
use crate::ingest::record::{CellKind, RawRecord};
use crate::rules::Pattern;

/// Cells, each with texts of which one must match; all cells must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Cells with their texts, and a number of each to remember answers by.
    pub cells: Vec<(usize, Vec<Pattern>, usize)>,
}

/// Answers most of which come again: payments say one of a few words a million times. A map for each tested cell.
#[derive(Debug, Default)]
pub struct Answers(Vec<HashMap<Vec<u8>, bool, RandomState>>);

/// Most answers that are remembered of a cell.
const MOST: usize = 20_000;

/// Whether any of the tests is passed.
pub fn any(tests: &[Test], record: &RawRecord<'_>, answers: &mut Answers) -> bool {
    tests.iter().any(|test| {
        test.cells.iter().all(|(cell, patterns, number)| {
            let text = own_text(record, *cell);
            answers.of(*number, text, |text| patterns.iter().any(|pattern| pattern.matches(text)))
        })
    })
}

/// The text of a cell; one that a merged range covers has none of its own.
pub fn own_text<'b>(record: &RawRecord<'b>, cell: usize) -> &'b [u8] {
    if record.kind(cell) == CellKind::Merged { &[] } else { record.cells.get(cell).unwrap_or_default() }
}

impl Answers {
    fn of(&mut self, number: usize, cell: &[u8], matches: impl Fn(&str) -> bool) -> bool {
        if self.0.len() <= number {
            self.0.resize_with(number + 1, HashMap::default);
        }
        let Some(known) = self.0.get_mut(number) else { return false };
        if let Some(answer) = known.get(cell) {
            return *answer;
        }
        let text = String::from_utf8_lossy(cell);
        let answer = matches(&clean_text(&text).to_lowercase());
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(cell.to_vec(), answer);
        answer
    }
}
