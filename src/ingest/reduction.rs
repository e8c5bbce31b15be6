//! The reduction of money rows to budget lines, as they are read.
//!
//! Rows whose key cells are the same bytes share a slot, found by those bytes alone; only the first of them has its
//! key cells read as text and checked. At the end of a file slots whose keys are alike after defaults and clean-up
//! become one line. What is kept grows with the number of lines, never with that of rows.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::digest::FileDigest;
use super::folder::InputFile;
use super::header::Header;
use super::input_name::InputName;
use super::money_rows::{self, Defaults, KEY_COLUMNS};
use super::table::{Row, read_table};
use crate::diagnostics::Diagnostics;
use crate::domain::{BudgetLine, Currency, LineKey, Money, Origin, REMEMBERED_ROWS, clean_text};

/// Budget lines as they accumulate over files.
#[derive(Debug, Default)]
pub struct Reduction {
    lines: BTreeMap<LineKey, BudgetLine>,
}

impl Reduction {
    /// Reads one file of money rows into the lines. Gives its digest, or `None` where it could not be read.
    pub fn read(
        &mut self,
        file: &InputFile,
        input: InputName,
        currency: Currency,
        diagnostics: &mut Diagnostics,
    ) -> Option<FileDigest> {
        let defaults = Defaults::new(input, currency);
        let mut slots = Slots::default();
        let digest = read_table(file, money_rows::columns(input), diagnostics, |row, diagnostics| {
            slots.add(row, defaults, diagnostics);
        });
        for slot in slots.slots {
            self.merge(slot, input);
        }
        digest
    }

    /// The lines, in the order of the ledger.
    #[must_use]
    pub fn finish(self) -> Vec<BudgetLine> {
        self.lines.into_values().collect()
    }

    fn merge(&mut self, slot: Slot, input: InputName) {
        let line = self.lines.entry(slot.key.clone()).or_insert_with(|| BudgetLine {
            key: slot.key,
            amount: None,
            rows: 0,
            blank_rows: 0,
            first_blank: None,
            origins: Vec::new(),
            inputs: Vec::new(),
            note: "".into(),
        });
        if let Some(sum) = slot.sum {
            line.amount = Some(line.amount.unwrap_or(Money::ZERO) + sum);
        }
        line.rows += slot.rows;
        line.blank_rows += slot.blank_rows;
        line.first_blank = [line.first_blank.take(), slot.first_blank].into_iter().flatten().min();
        line.origins.extend(slot.origins);
        line.origins.sort();
        line.origins.truncate(REMEMBERED_ROWS);
        // Of several files the note that comes first by letter, so that their order says nothing.
        if line.note.is_empty() || (!slot.note.is_empty() && slot.note < line.note) {
            line.note = slot.note;
        }
        if !line.inputs.contains(&input.word()) {
            line.inputs.push(input.word());
            line.inputs.sort_unstable();
        }
    }
}

/// Rows of one file with the same key bytes.
#[derive(Debug)]
struct Slot {
    key: LineKey,
    sum: Option<Money>,
    rows: u64,
    blank_rows: u64,
    first_blank: Option<Origin>,
    origins: Vec<Origin>,
    note: Arc<str>,
}

#[derive(Debug, Default)]
struct Slots {
    slots: Vec<Slot>,
    by_bytes: HashMap<Box<[u8]>, usize>,
    bytes: Vec<u8>,
    positions: Option<Positions>,
}

/// Where the cells that matter stand in a row.
#[derive(Debug)]
struct Positions {
    key: Vec<usize>,
    amount: usize,
    note: Option<usize>,
}

impl Positions {
    fn of(header: &Header) -> Self {
        Self {
            key: KEY_COLUMNS.iter().filter_map(|column| header.position(column)).collect(),
            amount: header.position("amount").unwrap_or(usize::MAX),
            note: header.position("note"),
        }
    }
}

impl Slots {
    fn add(&mut self, row: &Row<'_>, defaults: Defaults, diagnostics: &mut Diagnostics) {
        let positions = self.positions.get_or_insert_with(|| Positions::of(row.header));
        let cells = row.record.cells;
        self.bytes.clear();
        for position in &positions.key {
            let cell = cells.get(*position).unwrap_or_default();
            self.bytes.extend_from_slice(&(cell.len() as u64).to_le_bytes());
            self.bytes.extend_from_slice(cell);
        }
        let amount = cells.get(positions.amount).unwrap_or_default();
        let known = self.by_bytes.get(self.bytes.as_slice()).copied();
        let index = match known {
            Some(index) => index,
            None => {
                let key = money_rows::line_key(row, defaults, diagnostics);
                let Some(key) = key else {
                    check_amount_alone(row, amount, defaults, diagnostics);
                    return;
                };
                self.slots.push(Slot {
                    key,
                    sum: None,
                    rows: 0,
                    blank_rows: 0,
                    first_blank: None,
                    origins: Vec::new(),
                    note: "".into(),
                });
                self.by_bytes.insert(self.bytes.as_slice().into(), self.slots.len() - 1);
                self.slots.len() - 1
            }
        };
        let note = positions.note.and_then(|note| cells.get(note)).unwrap_or_default();
        if let Some(slot) = self.slots.get_mut(index) {
            slot.add(row, amount, diagnostics);
            if slot.note.is_empty() && !note.is_empty() {
                slot.note = clean_text(&String::from_utf8_lossy(note)).into();
            }
        }
    }
}

impl Slot {
    fn add(&mut self, row: &Row<'_>, amount: &[u8], diagnostics: &mut Diagnostics) {
        let amount = amount_text(amount);
        if amount.is_empty() {
            self.blank_rows += 1;
            self.first_blank.get_or_insert_with(|| row.origin());
        } else {
            match money_rows::amount(row, amount, self.key.currency) {
                Ok(amount) => self.sum = Some(self.sum.unwrap_or(Money::ZERO) + amount),
                Err(fault) => {
                    diagnostics.push(*fault);
                    return;
                }
            }
        }
        self.rows += 1;
        if self.origins.len() < REMEMBERED_ROWS {
            self.origins.push(row.origin());
        }
    }
}

/// The amount of a row whose key is faulty is checked all the same, so that one run shows every fault.
fn check_amount_alone(row: &Row<'_>, amount: &[u8], defaults: Defaults, diagnostics: &mut Diagnostics) {
    let named = row.header.position("currency").and_then(|position| row.record.cells.get(position));
    let named = named.and_then(|cell| std::str::from_utf8(cell).ok()).map(str::trim).filter(|code| !code.is_empty());
    let currency = match named {
        None => Some(defaults.currency()),
        Some(code) => Currency::parse(code),
    };
    let text = amount_text(amount);
    if let (Some(currency), false) = (currency, text.is_empty())
        && let Err(fault) = money_rows::amount(row, text, currency)
    {
        diagnostics.push(*fault);
    }
}

/// Rows reach here only after their bytes were found to be UTF-8.
fn amount_text(amount: &[u8]) -> &str {
    std::str::from_utf8(amount).unwrap_or_default().trim()
}
