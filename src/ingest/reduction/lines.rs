//! Budget lines as they accumulate over files, found by their keys.

use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::slot::{Rest, RowPlace, Slot};
use crate::domain::{Assumed, BudgetLine, FirstRows, LineKey, Money, Origin, Year};
use crate::ingest::amounts::Mark;
use crate::ingest::input_name::InputName;
use crate::ingest::line_key::NumberedKey;
use crate::ingest::texts::{Renumbered, SharedTexts};

/// Lines with their keys.
#[derive(Debug, Default)]
pub struct Lines {
    keys: Vec<NumberedKey>,
    lines: Vec<OpenLine>,
    /// The position of the line of each key.
    by_key: HashTable<usize>,
    hasher: RandomState,
}

/// A line that more rows may come to: see [`BudgetLine`].
#[derive(Debug, Default)]
pub struct OpenLine {
    /// What its known amounts add up to so far.
    pub amount: Option<Money>,
    /// How many rows it has so far.
    pub rows: u64,
    blank_rows: u64,
    first_blank: Option<Origin>,
    first_assumed: Option<Origin>,
    origins: FirstRows,
    /// The inputs that have rows of it, a bit each.
    inputs: u32,
    note: Arc<str>,
}

impl Lines {
    /// Makes room for so many lines more.
    pub fn make_room(&mut self, lines: usize) {
        let Self { keys, lines: there, by_key, hasher } = self;
        by_key.reserve(lines, |position| hasher.hash_one(keys[*position]));
        keys.reserve(lines);
        there.reserve(lines);
    }

    /// The line of a key, opened where there is none yet.
    pub fn of(&mut self, key: NumberedKey) -> &mut OpenLine {
        let Self { keys, lines, by_key, hasher } = self;
        let hash = hasher.hash_one(key);
        let position = match by_key.find(hash, |position| keys[*position] == key) {
            Some(position) => *position,
            None => {
                let position = lines.len();
                by_key.insert_unique(hash, position, |position| hasher.hash_one(keys[*position]));
                keys.push(key);
                lines.push(OpenLine::default());
                position
            }
        };
        &mut lines[position]
    }

    /// Each with its key, in the order in which they were opened.
    pub fn iter(&self) -> impl Iterator<Item = (&NumberedKey, &OpenLine)> {
        self.keys.iter().zip(&self.lines)
    }

    /// All of them in the order of the ledger.
    #[must_use]
    pub fn in_order(self, texts: &SharedTexts) -> Vec<Arc<BudgetLine>> {
        let Self { keys, mut lines, by_key, .. } = self;
        drop(by_key);
        // Years and the first letters of agencies tell most keys apart.
        let mut order: Vec<(Year, u64, usize)> =
            keys.iter().enumerate().map(|(position, key)| (key.year, key.first_letters(texts), position)).collect();
        order.sort_unstable_by(|(year, letters, position), (other_year, other_letters, other)| {
            let whole = || keys[*position].compare(&keys[*other], texts);
            year.cmp(other_year).then_with(|| letters.cmp(other_letters)).then_with(whole)
        });
        let mut inputs: BTreeMap<u32, Arc<[&'static str]>> = BTreeMap::new();
        let mut in_order = Vec::with_capacity(order.len());
        for (.., position) in order {
            let (key, line) = (keys[position], std::mem::take(&mut lines[position]));
            let inputs = Arc::clone(inputs.entry(line.inputs).or_insert_with(|| words_of(line.inputs)));
            in_order.push(Arc::new(line.closed(key.with_texts(texts), inputs)));
        }
        debug_assert!(in_order.is_sorted_by(|line, next| line.key < next.key), "keys have the order of lines");
        in_order
    }
}

impl OpenLine {
    /// The line, to which no more rows come.
    fn closed(self, key: LineKey, inputs: Arc<[&'static str]>) -> BudgetLine {
        let Self { amount, rows, blank_rows, first_blank, first_assumed, origins, note, .. } = self;
        let assumed = match first_assumed {
            None => Assumed::Nowhere,
            Some(row) if origins.first() == Some(&row) => Assumed::AtFirst,
            Some(row) => Assumed::At(Box::new(row)),
        };
        let first_blank = first_blank.map(Box::new);
        BudgetLine { key, amount, rows, blank_rows, first_blank, assumed, origins, inputs, note }
    }

    /// Takes in the rows of a slot, each of which stands where `origin` says.
    pub fn take_in(
        &mut self,
        (slot, rest): (&Slot, &Rest),
        mark: Mark,
        input: InputName,
        origin: impl Fn(RowPlace) -> Origin,
        texts: &mut Renumbered<'_>,
    ) {
        if slot.known[mark as usize] {
            let sum = Money::from_minor_units(slot.sums[mark as usize]);
            self.amount = Some(self.amount.unwrap_or(Money::ZERO) + sum);
        }
        self.rows += slot.rows;
        self.blank_rows += rest.blank_rows;
        let earlier = |known: &mut Option<Origin>, found: Option<RowPlace>| {
            *known = [known.take(), found.map(&origin)].into_iter().flatten().min();
        };
        earlier(&mut self.first_blank, rest.first_blank);
        earlier(&mut self.first_assumed, rest.first_assumed);
        self.origins.add(rest.places.iter().map(|place| origin(*place)));
        if !rest.note.is_empty() && (self.note.is_empty() || *rest.note < *self.note) {
            self.note = texts.shared(&rest.note);
        }
        self.inputs |= 1 << input as u32;
    }
}

/// The words of inputs, in order.
fn words_of(inputs: u32) -> Arc<[&'static str]> {
    let of_line = InputName::ALL.into_iter().filter(|input| inputs & (1 << *input as u32) != 0);
    let mut words: Vec<&'static str> = of_line.map(InputName::word).collect();
    words.sort_unstable();
    words.into()
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
                [line.origins.first(), line.currency_assumed()].map(|row| row.map(|row| row.file.to_string()))
            };
            let names: Vec<_> = lines.iter().map(|line| names(line)).collect();
            assert_eq!(names, [[Some(first.to_owned()), Some(assumed.to_owned())]], "{number}");
        }
    }
}
