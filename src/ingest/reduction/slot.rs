//! One slot: what the rows with the same key bytes add up to, and what an amount of theirs can mean.

use smallvec::SmallVec;

use super::pieces::Pieces;
use super::slots::Sink;
use crate::diagnostics::Diagnostics;
use crate::domain::{Currency, Money, NamedCurrency, Year, clean_text};
use crate::ingest::amounts::{self, Column, Digits, Letters, Mark, Marks, Readings, Written};
use crate::ingest::labels::Standing;
use crate::ingest::line_key::NumberedKey;
use crate::ingest::money_rows;
use crate::ingest::record::CellKind;
use crate::ingest::table::Row;

/// Rows of one part with the same key bytes: what every row needs.
#[derive(Debug)]
pub struct Slot {
    /// Their sum with a decimal point, and with a decimal comma.
    pub sums: [Money; 2],
    /// How many rows they stand for.
    pub rows: u64,
    /// Whether any row has an amount that can be read so.
    pub known: [bool; 2],
    /// Whether they are counted; those of totals are not.
    pub(super) is_counted: bool,
    /// Whether a row that names no currency in its amount names none at all, and none was seen yet.
    pub(super) may_assume: bool,
    /// How many more rows are remembered.
    pub(super) to_remember: u8,
    /// The minor digits of the currency.
    pub(super) digits: u8,
}

/// An amount that means the same with a decimal point and with a decimal comma.
#[derive(Debug, Clone, Copy)]
pub struct Plain {
    /// Minor units.
    units: i128,
    /// Whether it has a decimal point.
    has_point: bool,
}

/// What a slot keeps beside its sums, which few rows need.
#[derive(Debug)]
pub struct Rest {
    /// What the rows have in common; `None` of totals that the dialect leaves out.
    pub key: Option<NumberedKey>,
    /// The currency of their amounts.
    pub(super) currency: Currency,
    /// Those of the rows with a blank amount, if there are any.
    pub blank: Option<Box<Blank>>,
    /// The first row that names no currency anywhere, so that the project's is assumed.
    pub first_assumed: Option<RowPlace>,
    /// The first few rows.
    pub places: SmallVec<[RowPlace; 1]>,
    /// The first note that is not blank by letter.
    pub note: Box<str>,
    /// What they say of other rows, if they do.
    pub said: Option<Box<Said>>,
}

/// Rows with a blank amount.
#[derive(Debug)]
pub struct Blank {
    /// How many rows they stand for.
    pub rows: u64,
    /// The first.
    pub first: RowPlace,
}

/// What rows say of others.
#[derive(Debug)]
pub struct Said {
    /// The bytes of their key: rows of other parts that have the same are of one kind with them.
    pub key: Box<[u8]>,
    /// What they call themselves.
    pub label: String,
    /// How they stand to the rows around them.
    pub standing: Standing,
    /// Their year, where they are not counted and it can be read.
    pub year: Option<Year>,
}

// A file may have a million of them.
const _: () = assert!(size_of::<Slot>() <= 48 && size_of::<Rest>() <= 112);

/// A block and a row in it. A block is at most a few rows of 16 MiB, and a sheet has a million: each number fits.
#[derive(Debug, Clone, Copy)]
pub struct RowPlace {
    block: u32,
    row: u32,
}

impl RowPlace {
    fn new((block, row): (usize, u64)) -> Self {
        Self { block: u32::try_from(block).unwrap_or(u32::MAX), row: u32::try_from(row).unwrap_or(u32::MAX) }
    }

    /// The block, and the row in it.
    #[must_use]
    pub fn get(self) -> (usize, u64) {
        (self.block as usize, u64::from(self.row))
    }
}

impl Slot {
    /// Adds a row to them.
    #[inline]
    pub(super) fn add(
        &mut self,
        rest: &mut Rest,
        (row, amount): (&Row<'_>, &[u8]),
        stands_for: u64,
        sink: &mut Sink<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        let place = (sink.block, row.record.row);
        let amount = amount.trim_ascii();
        let readings = if self.is_counted {
            read_amount(row, amount, rest.currency, sink, diagnostics)
        } else {
            // What is not counted is read to be shown beside what is; its faults are nobody's.
            let text = std::str::from_utf8(amount).unwrap_or_default().trim();
            (!text.is_empty()).then(|| amounts::read(text, rest.currency, sink.marks.groups, sink.scale))
        };
        if let Some(readings) = readings {
            for mark in Mark::ALL {
                if let Ok(units) = readings.with(mark) {
                    self.sums[mark as usize] += Money::from_minor_units(units);
                    self.known[mark as usize] = true;
                }
            }
        } else {
            let blank = || Box::new(Blank { rows: 0, first: RowPlace::new(place) });
            rest.blank.get_or_insert_with(blank).rows += stands_for;
        }
        self.remember(rest, place, || names_currency(amount) || row.shown_currency("amount").is_some());
        self.rows += stands_for;
    }

    /// An amount that is the same whatever the decimal mark is, as nearly all are: so many of these letters.
    #[inline(always)]
    pub(super) fn plain(&self, (length, letters): (usize, &Letters), tens: i128, marks: Marks) -> Option<Plain> {
        let (mut units, has_point) =
            amounts::plain_of(letters, length, self.digits.into()).filter(|_| self.is_counted)?;
        if tens != 1 {
            // One with too many digits before the mark is told as any other.
            units = units.checked_mul(tens).filter(|units| Digits::of_amount_with(self.digits.into()).hold(*units))?;
        }
        (!has_point || marks.decimal != Some(Mark::Comma)).then_some(Plain { units, has_point })
    }

    /// Adds a row with such an amount.
    #[inline(always)]
    pub(super) fn add_plain(
        &mut self,
        rests: &mut Pieces<Rest>,
        number: usize,
        (read, amount): (Plain, &[u8]),
        place: (usize, u64),
        column: &mut Column,
    ) {
        if read.has_point {
            column.note_point(place, amount);
        }
        self.sums.iter_mut().for_each(|sum| *sum += Money::from_minor_units(read.units));
        self.known = [true; 2];
        if (self.may_assume || self.to_remember > 0)
            && let Some(rest) = rests.get_mut(number)
        {
            self.remember(rest, place, || false);
        }
        self.rows += 1;
    }

    /// Remembers a row where it is one of the first, or the first that names no currency.
    fn remember(&mut self, rest: &mut Rest, place: (usize, u64), names_currency: impl FnOnce() -> bool) {
        let place = RowPlace::new(place);
        if self.may_assume && !names_currency() {
            self.may_assume = false;
            rest.first_assumed = Some(place);
        }
        if self.to_remember > 0 {
            self.to_remember -= 1;
            rest.places.push(place);
        }
    }
}

impl Rest {
    /// Takes in the note of a row.
    pub(super) fn note(&mut self, note: &[u8]) {
        if note == self.note.as_bytes() {
            return;
        }
        let note = clean_text(std::str::from_utf8(note).unwrap_or_default());
        if !note.is_empty() && (self.note.is_empty() || *note < *self.note) {
            self.note = note.into();
        }
    }
}

/// Whether an amount cell names a currency beside its number.
fn names_currency(amount: &[u8]) -> bool {
    let is_bare = |byte: &u8| byte.is_ascii_digit() || b" .,-".contains(byte);
    !amount.iter().all(is_bare) && std::str::from_utf8(amount).is_ok_and(|text| !NamedCurrency::all_in(text).is_empty())
}

/// What an amount can mean, its faults told; `None` where it is blank.
fn read_amount(
    row: &Row<'_>,
    amount: &[u8],
    currency: Currency,
    sink: &mut Sink<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Readings> {
    if let Some(fault) = money_rows::format_fault(row, amount, currency, Digits::of_amount(currency)) {
        diagnostics.push(fault);
    }
    let plain = if sink.scale.is_plain() { amounts::plain(amount, currency.digits()) } else { None };
    if let Some((units, has_point)) = plain {
        if !has_point {
            return Some(Readings::same(Ok(units)));
        }
        if sink.marks.decimal != Some(Mark::Comma) && row.record.kinds.is_empty() {
            sink.column.note_point((sink.block, row.record.row), amount);
            return Some(Readings::same(Ok(units)));
        }
    }
    let text = std::str::from_utf8(amount).unwrap_or_default().trim();
    if text.is_empty() {
        return None;
    }
    let readings = if row.kind("amount") == CellKind::Number {
        Readings::same(amounts::canonical(text, currency, sink.scale))
    } else {
        amounts::read(text, currency, sink.marks.groups, sink.scale)
    };
    sink.column.note(&readings, (sink.block, row.record.row), text);
    let digits = Digits::of_amount(currency);
    match (readings.point, readings.comma) {
        (Err(point), Err(comma)) if point == comma => {
            diagnostics.push(money_rows::amount_fault(row, text, currency, digits, point));
        }
        _ => {
            for mark in Mark::ALL {
                if let (Err(fault), Some(faults)) = (readings.with(mark), sink.faults_by_mark.get_mut(mark as usize)) {
                    faults.found.push(money_rows::amount_fault(row, text, currency, digits, fault));
                }
            }
        }
    }
    Some(readings)
}

/// The amount of a row whose key is faulty is checked all the same, so that one run shows every fault; but not against a
/// currency that nobody knows.
pub(super) fn check_amount_alone(row: &Row<'_>, amount: &[u8], sink: &mut Sink<'_>, diagnostics: &mut Diagnostics) {
    let named = row.header.position("currency").and_then(|position| row.record.cells.get(position));
    let named = named.and_then(|cell| std::str::from_utf8(cell).ok()).map(str::trim).filter(|code| !code.is_empty());
    let beside = std::str::from_utf8(amount).ok().and_then(Written::of).and_then(|written| written.named);
    let currency = match (named, beside) {
        (None, None) => Some(sink.defaults.currency()),
        (None, Some(beside)) => Some(beside.likeliest()),
        (Some(code), _) => Currency::parse(code),
    };
    if let Some(currency) = currency {
        read_amount(row, amount.trim_ascii(), currency, sink, diagnostics);
    }
}
