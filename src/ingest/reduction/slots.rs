//! Slots: rows with the same key bytes, found by those bytes alone. Only the first of them has its key cells read as text
//! and checked; slots whose keys are alike after defaults and clean-up become one line at the end of the file.

use smallvec::SmallVec;

use super::faults::Faults;
use super::pieces::Pieces;
use super::slot::{Plain, Rest, Said, Slot, check_amount_alone};
use super::totals::NAMED_TOTALS;
use crate::diagnostics::Diagnostics;
use crate::domain::{ByBytes, FirstRows, Money};
use crate::ingest::amounts::{Column, Letters, Marks, Scale};
use crate::ingest::dialect::Totals;
use crate::ingest::header::Header;
use crate::ingest::labels::Standing;
use crate::ingest::line_key::{LineCells, line_key};
use crate::ingest::money_rows::{self, Defaults, HeaderCurrency};
use crate::ingest::record::Cells;
use crate::ingest::table::Row;
use crate::ingest::text::FEW;
use crate::ingest::texts::{EndedTexts, Texts};

/// The slots of one layout.
#[derive(Debug)]
pub struct Slots {
    slots: Pieces<Slot>,
    /// What each keeps beside its sums.
    rests: Pieces<Rest>,
    /// The slot of each key.
    by_bytes: ByBytes<u32>,
    /// The texts of keys, each kept once.
    texts: Texts,
    /// The key bytes of the row at hand, where they do not stand together in the file.
    bytes: Vec<u8>,
    /// The cells of the key, as runs of neighbours: the first and the last of each.
    key: Vec<(usize, usize)>,
    line_cells: LineCells,
    header_names_currency: bool,
    /// Whether rows stand for one each, and one in their amounts for a power of ten.
    is_common: bool,
    /// What one in their amounts stands for.
    tens: i128,
    amount: usize,
    note: Option<usize>,
    rows: Option<usize>,
    /// The slots of rows that were looked at.
    looked_at: [Option<usize>; FEW],
}

/// The slots of a part that was read.
#[derive(Debug)]
pub struct EndedSlots {
    /// The slots.
    pub slots: Pieces<Slot>,
    /// What each keeps beside its sums.
    pub rests: Pieces<Rest>,
    /// The texts of their keys.
    pub texts: EndedTexts,
}

/// What a row is added with, and where its faults and its marks go.
pub struct Sink<'p> {
    /// The block being read.
    pub block: usize,
    /// Of blank cells.
    pub defaults: Defaults<'p>,
    /// As pinned.
    pub marks: Marks,
    /// What one in the amounts stands for.
    pub scale: Scale,
    /// What to do with totals.
    pub totals: Totals,
    /// What amounts say about the decimal mark.
    pub column: &'p mut Column,
    /// Faults with a decimal point, and with a decimal comma.
    pub faults_by_mark: &'p mut [Faults; 2],
}

impl Slots {
    /// For rows under this header.
    #[must_use]
    pub fn new(header: &Header, defaults: Defaults<'_>) -> Self {
        let cell = |column: &str| header.position(column).filter(|position| *position < header.width());
        let tens = header.scale().tens();
        Self {
            slots: Pieces::default(),
            rests: Pieces::default(),
            by_bytes: ByBytes::default(),
            texts: Texts::default(),
            bytes: Vec::new(),
            key: runs(defaults.key_columns().filter_map(cell).collect()),
            line_cells: LineCells::new(header, defaults),
            header_names_currency: money_rows::header_currency(header, defaults.currency()) == HeaderCurrency::Assumed,
            is_common: cell("rows").is_none() && tens.is_some(),
            tens: tens.unwrap_or(1),
            amount: cell("amount").unwrap_or(usize::MAX),
            note: cell("note"),
            rows: cell("rows"),
            looked_at: [None; FEW],
        }
    }

    /// The slots and the texts of their keys; by what they were found is dropped.
    #[must_use]
    pub fn end(self) -> EndedSlots {
        EndedSlots { slots: self.slots, rests: self.rests, texts: self.texts.end() }
    }

    /// Looks for the slot of one of a few rows whose cells are those of the file.
    #[inline(always)]
    pub fn look(&mut self, place: usize, cells: Cells<'_>) {
        if let ([(first, last)], true, Some(slot)) =
            (self.key.as_slice(), self.is_common, self.looked_at.get_mut(place))
        {
            *slot = self.by_bytes.get(cells.run(*first, *last)).map(|slot| slot as usize);
        }
    }

    /// Adds a row that was looked at as nearly all are: its cells are those of the file, its key was seen before, and its amount is the same
    /// whatever the decimal mark is. Says whether it was one.
    #[inline(always)]
    pub fn add_common(
        &mut self,
        looked_at: usize,
        place: (usize, u64),
        cells: Cells<'_>,
        marks: Marks,
        column: &mut Column,
    ) -> bool {
        let Some((length, letters)) = cells.up_to_end(self.amount) else { return false };
        let Some(index) = self.looked_at.get(looked_at).copied().flatten() else { return false };
        let Some(slot) = self.slots.get_mut(index) else { return false };
        let Some(read) = slot.plain((length, letters), self.tens, marks) else { return false };
        let amount = letters.get(letters.len() - length..).unwrap_or_default();
        slot.add_plain(&mut self.rests, index, (read, amount), place, column);
        let note = self.note.and_then(|note| cells.get(note)).unwrap_or_default();
        if !note.is_empty() {
            self.note(index, note);
        }
        true
    }

    fn note(&mut self, index: usize, note: &[u8]) {
        if let Some(rest) = self.rests.get_mut(index) {
            rest.note(note);
        }
    }

    /// Whether rows stand for one each, and one in their amounts for a power of ten.
    pub fn is_common(&self) -> bool {
        self.is_common
    }

    /// An amount of a slot that is the same whatever the decimal mark is.
    #[inline]
    pub fn plain(&self, slot: usize, amount: (usize, &Letters), marks: Marks) -> Option<Plain> {
        self.slots.get(slot)?.plain(amount, self.tens, marks)
    }

    /// Adds a row with such an amount to a slot.
    #[inline]
    pub fn add_plain(&mut self, index: usize, read: Plain, amount: &[u8], place: (usize, u64), column: &mut Column) {
        if let Some(slot) = self.slots.get_mut(index) {
            slot.add_plain(&mut self.rests, index, (read, amount), place, column);
        }
    }

    /// Adds a row to its slot, and says which one that is; `None` where its key is faulty.
    pub fn add(&mut self, row: &Row<'_>, sink: &mut Sink<'_>, diagnostics: &mut Diagnostics) -> Option<usize> {
        let cells = &row.record.cells;
        let bytes = match self.key.as_slice() {
            [(first, last)] if row.record.as_written => cells.run(*first, *last),
            runs => {
                gather(&mut self.bytes, *cells, row.record.as_written, runs);
                // Rows that are alike but for what they say of others are not.
                self.bytes.extend(row.standing.map(|standing| standing as u8));
                self.bytes.as_slice()
            }
        };
        let index = match self.by_bytes.get(bytes) {
            Some(index) => index as usize,
            None => self.open(row, bytes.to_vec(), sink, diagnostics)?,
        };
        let stands_for = match self.rows.and_then(|position| cells.get(position)) {
            None => Some(1),
            Some(cell) => money_rows::row_count(row, cell, diagnostics),
        };
        let (slot, rest, stands_for) = (self.slots.get_mut(index)?, self.rests.get_mut(index)?, stands_for?);
        slot.add(rest, (row, cells.get(self.amount).unwrap_or_default()), stands_for, sink, diagnostics);
        let note = self.note.and_then(|note| cells.get(note)).unwrap_or_default();
        if !note.is_empty() {
            rest.note(note);
        }
        Some(index)
    }

    /// A new slot for a row; `None` after diagnostics where its key is faulty.
    fn open(
        &mut self,
        row: &Row<'_>,
        bytes: Vec<u8>,
        sink: &mut Sink<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<usize> {
        let (standing, label) = match sink.totals {
            Totals::Count => (Standing::Plain, None),
            Totals::Refuse | Totals::Exclude => money_rows::standing(row, &mut self.texts),
        };
        let mut year = None;
        let key = if standing.is_left_out() && sink.totals == Totals::Exclude {
            year = money_rows::year_of(row).ok();
            None
        } else if standing != Standing::Plain && sink.totals == Totals::Refuse {
            // It is refused as what it is, whatever else is wrong with it.
            None
        } else if standing == Standing::Unclear {
            None
        } else {
            let Some(key) = line_key(row, &self.line_cells, sink.defaults, &mut self.texts, diagnostics) else {
                let amount = row.record.cells.get(self.amount).unwrap_or_default();
                check_amount_alone(row, amount, sink, diagnostics);
                return None;
            };
            Some(key)
        };
        let index = self.slots.len();
        let currency = key.as_ref().map_or(sink.defaults.currency(), |key| key.currency);
        self.slots.push(Slot {
            sums: [Money::ZERO; 2],
            known: [false; 2],
            is_counted: key.is_some(),
            to_remember: if standing == Standing::Plain { FirstRows::MOST } else { NAMED_TOTALS } as u8,
            may_assume: key.is_some() && !self.header_names_currency && !money_rows::names_currency(row),
            digits: currency.digits() as u8,
            rows: 0,
        });
        let said = (standing != Standing::Plain)
            .then(|| Box::new(Said { key: bytes.as_slice().into(), label: label.unwrap_or_default(), standing, year }));
        self.rests.push(Rest {
            currency,
            blank: None,
            first_assumed: None,
            key,
            places: SmallVec::new(),
            note: Box::default(),
            said,
        });
        assert!(index < u32::MAX as usize, "there are more keys than numbers for them");
        self.by_bytes.insert(&bytes, index as u32);
        Some(index)
    }
}

/// Neighbours among positions, as the first and the last of each run.
pub(super) fn runs(mut positions: Vec<usize>) -> Vec<(usize, usize)> {
    positions.sort_unstable();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for position in positions {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == position => *last = position,
            _ => runs.push((position, position)),
        }
    }
    runs
}

/// The bytes of all runs, with a byte behind each that UTF-8 does not have, so that cells cannot run together.
pub(super) fn gather(bytes: &mut Vec<u8>, cells: Cells<'_>, as_written: bool, runs: &[(usize, usize)]) {
    bytes.clear();
    for (first, last) in runs {
        if as_written {
            bytes.extend_from_slice(cells.run(*first, *last));
            bytes.push(0xff);
            continue;
        }
        for position in *first..=*last {
            bytes.extend_from_slice(cells.get(position).unwrap_or_default());
            bytes.push(0xff);
        }
    }
}
