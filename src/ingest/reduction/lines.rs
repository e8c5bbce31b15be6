//! Budget lines as they accumulate over files, found by their keys.

use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::slot::{Rest, RowPlace, Slot};
use crate::domain::{BudgetLine, LineRows, Origin, Year};
use crate::ingest::amounts::Mark;
use crate::ingest::input_name::InputName;
use crate::ingest::line_key::NumberedKey;
use crate::ingest::texts::{Renumbered, SharedTexts};

/// Lines with their keys.
#[derive(Debug, Default)]
pub struct Lines {
    keys: Vec<NumberedKey>,
    /// What their rows say so far.
    rows: Vec<LineRows>,
    /// The position of the line of each key.
    by_key: HashTable<usize>,
    hasher: RandomState,
}

impl Lines {
    /// Makes room for so many lines more.
    pub fn make_room(&mut self, lines: usize) {
        let Self { keys, rows, by_key, hasher } = self;
        by_key.reserve(lines, |position| hasher.hash_one(keys[*position]));
        keys.reserve(lines);
        rows.reserve(lines);
    }

    /// The rows of the line of a key, which is opened where there is none yet.
    pub fn of(&mut self, key: NumberedKey) -> &mut LineRows {
        let Self { keys, rows, by_key, hasher } = self;
        let hash = hasher.hash_one(key);
        let position = match by_key.find(hash, |position| keys[*position] == key) {
            Some(position) => *position,
            None => {
                let position = rows.len();
                by_key.insert_unique(hash, position, |position| hasher.hash_one(keys[*position]));
                keys.push(key);
                rows.push(LineRows::default());
                position
            }
        };
        &mut rows[position]
    }

    /// Each with its key, in the order in which they were opened.
    pub fn iter(&self) -> impl Iterator<Item = (&NumberedKey, &LineRows)> {
        self.keys.iter().zip(&self.rows)
    }

    /// All of them in the order of the ledger.
    #[must_use]
    pub fn in_order(self, texts: &SharedTexts) -> Vec<Arc<BudgetLine>> {
        let Self { keys, mut rows, by_key, .. } = self;
        drop(by_key);
        // Years and the first letters of agencies tell most keys apart.
        let mut order: Vec<(Year, u64, usize)> =
            keys.iter().enumerate().map(|(position, key)| (key.year, key.first_letters(texts), position)).collect();
        order.sort_unstable_by(|(year, letters, position), (other_year, other_letters, other)| {
            let whole = || keys[*position].compare(&keys[*other], texts);
            year.cmp(other_year).then_with(|| letters.cmp(other_letters)).then_with(whole)
        });
        let mut in_order = Vec::with_capacity(order.len());
        for (.., position) in order {
            let rows = std::mem::take(&mut rows[position]);
            in_order.push(Arc::new(BudgetLine::new(keys[position].with_texts(texts), rows)));
        }
        debug_assert!(in_order.is_sorted_by(|line, next| line.key() < next.key()), "keys have the order of lines");
        in_order
    }
}

/// Takes the rows of a slot into those of its line; each stands where `origin` says.
pub fn take_in(
    rows: &mut LineRows,
    (slot, rest): (&Slot, &Rest),
    mark: Mark,
    input: InputName,
    origin: impl Fn(RowPlace) -> Origin,
    texts: &mut Renumbered<'_>,
) {
    if slot.known[mark as usize] {
        rows.add_amount(slot.sums[mark as usize]);
    }
    let first = rest.places.iter().map(|place| origin(*place));
    rows.add_rows(input as u32, slot.rows, first, rest.first_assumed.map(&origin));
    if let Some(blank) = &rest.blank {
        rows.add_blank(blank.rows, origin(blank.first));
    }
    rows.add_note(&rest.note, |note| texts.shared(note));
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::domain::Currency;
    use crate::ingest::folder::InputFile;
    use crate::ingest::reader::Reader;
    use crate::ingest::{InputName, Reduction};

    #[test]
    fn the_first_row_that_names_no_currency_is_known_over_files() {
        let files = [("m.csv", ""), ("a.csv", "BGN"), ("z.csv", ""), ("c.csv", ""), ("0.csv", "BGN"), ("00.csv", "")];
        // After each file: the first row of all, and the first that names no currency.
        let expected = [
            ("m.csv", "m.csv"),
            ("a.csv", "m.csv"),
            ("a.csv", "m.csv"),
            ("a.csv", "c.csv"),
            ("0.csv", "c.csv"),
            ("0.csv", "00.csv"),
        ];
        for (number, (first, assumed)) in expected.into_iter().enumerate() {
            let (mut reduction, mut diagnostics) = (Reduction::default(), Diagnostics::default());
            for (name, currency) in &files[..=number] {
                let text = format!("year,amount,line,currency\n2016,1.00,Shelter,{currency}\n");
                let file = InputFile::in_memory(name, text.into_bytes().into());
                reduction.read(&file, InputName::Budget, Currency::BGN, &mut Reader::default(), &mut diagnostics);
            }
            let lines = reduction.finish();
            let names = |line: &crate::domain::BudgetLine| {
                [line.rows().first_row(), line.rows().first_assumed()].map(|row| row.map(|row| row.file.to_string()))
            };
            let names: Vec<_> = lines.iter().map(|line| names(line)).collect();
            assert_eq!(names, [[Some(first.to_owned()), Some(assumed.to_owned())]], "{number}");
        }
    }
}
