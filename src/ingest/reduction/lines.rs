//! Budget lines as they accumulate over files, found by their keys.

use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::slot::{Rest, Slot};
use crate::domain::{BudgetLine, LineKey, Money, Origin, REMEMBERED_ROWS};
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
    pub amount: Option<Money>,
    pub rows: u64,
    blank_rows: u64,
    first_blank: Option<Origin>,
    currency_assumed: Option<Origin>,
    origins: Vec<Origin>,
    /// The inputs that have rows of it, a bit each.
    inputs: u32,
    note: Arc<str>,
}

impl Lines {
    /// Makes room for so many lines more.
    pub fn make_room(&mut self, lines: usize) {
        let Self { keys, lines: there, by_key, hasher } = self;
        by_key.reserve(lines, |position| keys.get(*position).map_or(0, |key| hasher.hash_one(key)));
        keys.reserve(lines);
        there.reserve(lines);
    }

    /// The line of a key, opened where there is none yet.
    pub fn of(&mut self, key: NumberedKey) -> &mut OpenLine {
        let Self { keys, lines, by_key, hasher } = self;
        let hash = hasher.hash_one(key);
        let position = match by_key.find(hash, |position| keys.get(*position) == Some(&key)) {
            Some(position) => *position,
            None => {
                let position = lines.len();
                by_key.insert_unique(hash, position, |position| {
                    keys.get(*position).map_or(0, |key| hasher.hash_one(key))
                });
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
        let mut keys: Vec<Option<LineKey>> = keys.iter().map(|key| Some(key.with_texts(texts))).collect();
        // Years and the first letters of agencies tell most keys apart.
        let first = |key: &Option<LineKey>| key.as_ref().map(|key| (key.year, first_letters(&key.agency)));
        let mut order: Vec<_> = keys.iter().enumerate().map(|(position, key)| (first(key), position)).collect();
        order.sort_unstable_by(|(first, position), (other_first, other)| {
            first.cmp(other_first).then_with(|| keys[*position].cmp(&keys[*other]))
        });
        let mut inputs: BTreeMap<u32, Arc<[&'static str]>> = BTreeMap::new();
        let line = |(_, position): (_, usize)| {
            let OpenLine { amount, rows, blank_rows, first_blank, currency_assumed, origins, inputs: of_line, note } =
                std::mem::take(lines.get_mut(position)?);
            let inputs = Arc::clone(inputs.entry(of_line).or_insert_with(|| words_of(of_line)));
            let key = keys.get_mut(position)?.take()?;
            let line =
                BudgetLine { key, amount, rows, blank_rows, first_blank, currency_assumed, origins, inputs, note };
            Some(Arc::new(line))
        };
        let mut in_order = Vec::with_capacity(order.len());
        in_order.extend(order.into_iter().filter_map(line));
        in_order
    }
}

impl OpenLine {
    /// Takes in the rows of a slot, each of which stands where `origin` says.
    pub fn take_in(
        &mut self,
        (slot, rest): (&Slot, &Rest),
        mark: Mark,
        input: InputName,
        origin: impl Fn((usize, u64)) -> Origin,
        texts: &mut Renumbered<'_>,
    ) {
        if slot.known[mark as usize] {
            let sum = Money::from_minor_units(slot.sums[mark as usize]);
            self.amount = Some(self.amount.unwrap_or(Money::ZERO) + sum);
        }
        self.rows += slot.rows;
        self.blank_rows += rest.blank_rows;
        let earlier = |known: &mut Option<Origin>, found: Option<(usize, u64)>| {
            *known = [known.take(), found.map(&origin)].into_iter().flatten().min();
        };
        earlier(&mut self.first_blank, rest.first_blank.map(|place| place.get()));
        earlier(&mut self.currency_assumed, rest.first_assumed.map(|place| place.get()));
        self.origins.reserve_exact(rest.places.len());
        self.origins.extend(rest.places.iter().map(&origin));
        self.origins.sort();
        self.origins.truncate(REMEMBERED_ROWS);
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

/// The first letters of a text as a number: its order is that of the texts, where it tells them apart.
fn first_letters(text: &str) -> u64 {
    let mut letters = [0; 8];
    letters.iter_mut().zip(text.bytes()).for_each(|(letter, byte)| *letter = byte);
    u64::from_be_bytes(letters)
}
