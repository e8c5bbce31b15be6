//! The reduction of money rows to budget lines, as they are read.
//!
//! A file is read in blocks, and the blocks in parallel parts; each part reduces the rows of its blocks to slots. What is
//! kept grows with the number of lines, never with that of rows. Rows are numbered within their block until all blocks
//! are read, so that where a file was cut never shows.

mod familiar;
mod faults;
mod lines;
mod part;
mod parts;
mod pieces;
mod slot;
mod slots;
mod totals;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::amounts::{Decision, Evidence, Groups, Mark};
use super::dialect::Totals;
use super::file_faults::{record_fault, sheet_fault};
use super::folder::InputFile;
use super::input_name::InputName;
use super::left_out::{cells_of, tell_last, tell_memory, tell_rows, tell_unsaid};
use super::money_rows::{self, Defaults, HeaderCurrency};
use super::open::{Body, open_table};
use super::reader::Reader;
use super::steps::LeftOut;
use super::texts::{Renumbered, SharedTexts};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, Currency, Money, Origin, Phase, Year};
use crate::message;
use faults::Faults;
use lines::{Lines, take_in};
use part::{Layout, Part};
use slot::RowPlace;
use slots::EndedSlots;
pub use totals::SumRow;
use totals::{SumRows, TotalRows};

/// Budget lines as they accumulate over files.
#[derive(Debug, Default)]
pub struct Reduction {
    lines: Lines,
    /// The texts of lines, those alike kept once: parts of a file know nothing of each other.
    texts: SharedTexts,
    /// Rows that say they are sums and were left out, with what they say.
    pub sums: Vec<SumRow>,
}

/// Rows of each block, in order, so that a row in a block becomes a row of the file.
struct Bases(Vec<u64>);

impl Bases {
    /// Of a text whose blocks begin with row `first`.
    fn new(parts: &[part::Read], first: u64) -> Self {
        let mut rows: Vec<(usize, u64)> = parts.iter().flat_map(|part| part.rows_of_blocks.iter().copied()).collect();
        rows.sort_unstable();
        let mut next = first - 1;
        let mut bases = vec![next];
        for (_, rows) in rows {
            next += rows;
            bases.push(next);
        }
        Self(bases)
    }

    fn row(&self, (block, row): (usize, u64)) -> u64 {
        self.0.get(block).copied().unwrap_or_default() + row
    }

    /// The row after all blocks.
    fn next(&self) -> u64 {
        self.0.last().copied().unwrap_or_default() + 1
    }
}

/// The decision for each column of amounts: each by its own cells; where these can be read two ways, as the others of the
/// file that agree.
fn decide(layouts: &[Layout], pinned: Option<Mark>) -> Vec<Decision> {
    let alone: Vec<Decision> = layouts.iter().map(|layout| layout.column.decide(pinned)).collect();
    let marks: BTreeSet<Mark> = alone
        .iter()
        .filter_map(|decision| match decision {
            Decision::Decided(mark) => *mark,
            Decision::Ambiguous(_) | Decision::Mixed { .. } => None,
        })
        .collect();
    let of_others = if marks.len() == 1 { marks.first().copied() } else { None };
    let settle = |decision: Decision| match (decision, of_others) {
        (Decision::Ambiguous(_), Some(mark)) => Decision::Decided(Some(mark)),
        (decision, _) => decision,
    };
    alone.into_iter().map(settle).collect()
}

impl Reduction {
    /// Reads one file of money rows into the lines.
    pub fn read(
        &mut self,
        file: &InputFile,
        input: InputName,
        currency: Currency,
        reader: &mut Reader,
        diagnostics: &mut Diagnostics,
    ) {
        let own = Arc::clone(&reader.dimensions);
        let Some(mut table) = open_table(file, money_rows::columns(input, &own), reader, diagnostics) else { return };
        let defaults = Defaults::new(input, currency, &own);
        let marks = table.dialect.marks;
        let new_part = || Part::new(&table.shape, defaults, marks);
        let mut bases = Bases(vec![0]);
        let (parts, stopped) = match &mut table.body {
            Body::Text(blocks) => {
                // Rows that need those above them are read one after the other.
                let most = table.shape.steps.as_ref().filter(|steps| steps.remember()).map(|_| 1);
                let (parts, stopped) = parts::read(blocks, most, &new_part);
                bases = Bases::new(&parts, table.shape.first_row);
                tell_last(blocks.left_out(), bases.next(), &table.shape, diagnostics);
                (parts, stopped)
            }
            Body::Sheet(sheet) => {
                let mut part = new_part();
                let mut left_out = Vec::new();
                let (above, width) = (table.shape.first_row - 1, table.shape.names.len());
                let outcome = sheet.for_each(above, table.dialect.skip_last, width, |record, is_last| {
                    if is_last { left_out.push((record.row, cells_of(record))) } else { part.record(record) }
                });
                if let Err(fault) = outcome {
                    diagnostics.push(sheet_fault(file, &fault));
                    return;
                }
                tell_rows(&left_out, &table.shape, diagnostics);
                (vec![part.end()], None)
            }
        };
        let rows = parts.iter().map(|part| part.rows).sum();
        let mut faults = Faults::default();
        let (mut left_out, mut unsaid) = (LeftOut::default(), Vec::new());
        let mut layouts: Vec<Layout> = Vec::new();
        layouts.resize_with(table.shape.layouts.len(), Layout::default);
        for part in parts {
            faults.merge(part.faults);
            left_out.add(part.left_out);
            // Rows that need those above them are read in one part.
            unsaid.extend(part.unsaid);
            layouts.iter_mut().zip(part.layouts).for_each(|(layout, found)| layout.merge(found));
        }
        let decided = decide(&layouts, marks.decimal);
        for ((layout, decision), header) in layouts.iter_mut().zip(&decided).zip(&table.shape.layouts) {
            let place = |evidence: &Evidence| Origin { file: file.name.clone(), row: bases.row(evidence.place) };
            let column = header.written("amount");
            match decision {
                Decision::Decided(mark) => {
                    let mark = mark.unwrap_or(Mark::Point);
                    faults.merge(std::mem::take(&mut layout.faults_by_mark[mark as usize]));
                }
                Decision::Ambiguous(cell) => diagnostics.push(ambiguous(&place(cell), cell, &column)),
                Decision::Mixed { point, comma } => {
                    diagnostics.push(mixed((&place(point), point), (&place(comma), comma), &column));
                }
            }
        }
        faults.tell(&bases, diagnostics);
        tell_memory(&left_out, &table.shape, diagnostics);
        tell_unsaid(&unsaid, |place| bases.row(place), &table.shape, diagnostics);
        if let Some(fault) = stopped {
            diagnostics.push(record_fault(file, &fault, bases.next()));
            return;
        }
        for (layout, header) in layouts.iter().zip(&table.shape.layouts) {
            let HeaderCurrency::Other(named) = money_rows::header_currency(header, currency) else { continue };
            let rests = layout.slots.iter().flat_map(|slots| slots.rests.iter());
            let rows = rests.filter_map(|rest| rest.first_assumed).map(|place| bases.row(place.get()));
            if let Some(row) = rows.min() {
                let origin = Origin { file: file.name.clone(), row };
                diagnostics.push(money_rows::header_of_another_currency(&origin, header, named, currency));
            }
        }
        self.take_in(file, input, &mut layouts, &decided, &bases, table.shape.totals, diagnostics);
        let groups = layouts.iter().flat_map(|layout| layout.column.groups.first()).next().copied();
        let first = decided.iter().find_map(|decision| match decision {
            Decision::Decided(mark) => *mark,
            Decision::Ambiguous(_) | Decision::Mixed { .. } => None,
        });
        let settled = &mut table.reading.settled.marks;
        let one_mark = decided
            .iter()
            .all(|decision| matches!(decision, Decision::Decided(mark) if mark.is_none() || *mark == first));
        settled.decimal = settled.decimal.or(first.filter(|_| one_mark));
        let all_decided = decided.iter().all(|decision| matches!(decision, Decision::Decided(_)));
        if let (true, Groups::Any, Some(group)) = (all_decided, marks.groups, groups) {
            settled.groups = Groups::Only(if group.is_whitespace() { ' ' } else { group });
        }
        table.finish(rows, reader, diagnostics);
    }

    /// Takes in the slots of all layouts of a file.
    #[allow(clippy::too_many_arguments)]
    fn take_in(
        &mut self,
        file: &InputFile,
        input: InputName,
        layouts: &mut [Layout],
        decided: &[Decision],
        bases: &Bases,
        said: Totals,
        diagnostics: &mut Diagnostics,
    ) {
        let mut totals = TotalRows::default();
        for (index, (layout, decision)) in layouts.iter_mut().zip(decided).enumerate() {
            let mark = match decision {
                Decision::Decided(mark) => mark.unwrap_or(Mark::Point),
                Decision::Ambiguous(_) | Decision::Mixed { .. } => Mark::Point,
            };
            let parts = std::mem::take(&mut layout.slots);
            let mut sums = SumRows::default();
            self.lines.make_room(parts.iter().map(|part| part.slots.len()).sum());
            for EndedSlots { slots, rests, texts } in parts {
                let mut numbers = Renumbered::new(&texts, &mut self.texts);
                for (slot, rest) in slots.into_iter().zip(rests) {
                    if let Some(said) = &rest.said {
                        let rows: Vec<u64> = rest.places.iter().map(|place| bases.row(place.get())).collect();
                        if let Some(row) = rows.iter().min() {
                            let origin = Origin { file: file.name.clone(), row: *row };
                            sums.note(&slot, said, mark, origin);
                        }
                        // Every layout has the same rows.
                        if index == 0 {
                            totals.note(said, rows, slot.rows);
                        }
                    }
                    let Some(key) = rest.key.map(|key| key.renumbered(&mut numbers)) else { continue };
                    let origin = |place: RowPlace| Origin { file: file.name.clone(), row: bases.row(place.get()) };
                    take_in(self.lines.of(key), (&slot, &rest), mark, input, origin, &mut numbers);
                }
            }
            self.sums.extend(sums.in_order());
        }
        totals.tell(&file.name, said, diagnostics);
    }

    /// What the lines so far add up to in each year, currency and phase, and how many rows they have.
    #[must_use]
    pub fn sums_of_years(&self) -> BTreeMap<(Year, Currency, Phase), (Money, u64)> {
        let mut sums = BTreeMap::new();
        for (key, line) in self.lines.iter() {
            let (sum, rows) = sums.entry((key.year, key.currency, key.phase)).or_insert((Money::ZERO, 0));
            *sum += line.amount().unwrap_or(Money::ZERO);
            *rows += line.count();
        }
        sums
    }

    /// The lines, in the order of the ledger.
    #[must_use]
    pub fn finish(self) -> Vec<Arc<BudgetLine>> {
        self.lines.in_order(&self.texts)
    }
}

/// A column in which every cell with a mark can be read two ways.
pub(super) fn ambiguous(origin: &Origin, cell: &Evidence, column: &str) -> Diagnostic {
    let plain: String = cell.text.chars().filter(|letter| !matches!(letter, '.' | ',')).collect();
    let decimal = cell.text.replace(',', ".");
    Diagnostic::new(
        Code::AmbiguousNumber,
        message!("amounts-ambiguous", cell = &cell.text, plain = plain, decimal = decimal),
        message!("amounts-say-which"),
    )
    .at(origin)
    .column(column)
    .found(cell.text.clone())
    .expected(message!("amounts-show-mark"))
}

/// A column in which one cell has a decimal point and another a decimal comma.
pub(super) fn mixed(point: (&Origin, &Evidence), comma: (&Origin, &Evidence), column: &str) -> Diagnostic {
    let ((first, first_cell), (second, second_cell)) = if point.0 <= comma.0 { (point, comma) } else { (comma, point) };
    Diagnostic::new(
        Code::MixedMarks,
        message!("amounts-mixed", second = &second_cell.text, first = &first_cell.text, row = first.row.to_string()),
        message!("amounts-one-mark"),
    )
    .at(second)
    .column(column)
    .found(second_cell.text.clone())
    .expected(message!("amounts-mark-of", cell = &first_cell.text))
}
