//! The reduction of money rows to budget lines, as they are read.
//!
//! A file is read in blocks, and the blocks in parallel parts; each part reduces the rows of its blocks to slots. What is
//! kept grows with the number of lines, never with that of rows. Rows are numbered within their block until all blocks
//! are read, so that where a file was cut never shows.

mod faults;
mod part;
mod parts;
mod slots;
mod totals;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::amounts::{Column, Decision, Evidence, Groups, Mark};
use super::folder::InputFile;
use super::input_name::InputName;
use super::money_rows::{self, Defaults, HeaderCurrency};
use super::open::{Body, open_table, record_fault, sheet_fault};
use super::reader::Reader;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{BudgetLine, Currency, LineKey, Money, Origin, REMEMBERED_ROWS};
use crate::message;
use faults::Faults;
use part::Part;
use slots::Slot;
use totals::TotalRows;

/// Budget lines as they accumulate over files.
#[derive(Debug, Default)]
pub struct Reduction {
    lines: BTreeMap<LineKey, BudgetLine>,
}

/// Rows of each block, in order, so that a row in a block becomes a row of the file.
struct Bases(Vec<u64>);

impl Bases {
    fn new(parts: &[Part<'_>]) -> Self {
        let mut rows: Vec<(usize, u64)> = parts.iter().flat_map(|part| part.rows_of_blocks.iter().copied()).collect();
        rows.sort_unstable();
        let mut next = 0;
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
        let (parts, stopped) = match &mut table.body {
            Body::Text(blocks) => parts::read(blocks, &new_part),
            Body::Sheet(sheet) => {
                let mut part = new_part();
                let (below, skip_last) = (table.shape.header_row, table.dialect.skip_last);
                let outcome =
                    sheet.for_each(below, skip_last, table.shape.layouts.first(), |record| part.record(record));
                if let Err(fault) = outcome {
                    diagnostics.push(sheet_fault(file, &fault));
                    return;
                }
                (vec![part], None)
            }
        };
        let bases = Bases::new(&parts);
        let rows = parts.iter().map(|part| part.rows).sum();
        let mut column = Column::default();
        let mut faults = Faults::default();
        let mut by_mark = [Faults::default(), Faults::default()];
        let mut slots = Vec::new();
        for part in parts {
            column.merge(part.column);
            faults.merge(part.faults);
            let [point, comma] = part.faults_by_mark;
            by_mark[0].merge(point);
            by_mark[1].merge(comma);
            slots.extend(
                part.layouts
                    .into_iter()
                    .enumerate()
                    .flat_map(|(layout, found)| found.slots.into_iter().map(move |slot| (layout, slot))),
            );
        }
        let decision = column.decide(marks.decimal);
        let mark = match decision {
            Decision::Decided(mark) => mark.unwrap_or(Mark::Point),
            _ => Mark::Point,
        };
        let place = |evidence: &Evidence| Origin { file: file.name.clone(), row: bases.row(evidence.place) };
        match &decision {
            Decision::Decided(_) => faults.merge(std::mem::take(&mut by_mark[mark as usize])),
            Decision::Ambiguous(cell) => {
                diagnostics.push(ambiguous(&place(cell), cell, &table.shape.layouts[0].written("amount")))
            }
            Decision::Mixed { point, comma } => {
                diagnostics.push(mixed(
                    (&place(point), point),
                    (&place(comma), comma),
                    &table.shape.layouts[0].written("amount"),
                ));
            }
        }
        faults.tell(&bases, diagnostics);
        if let Some(fault) = stopped {
            diagnostics.push(record_fault(file, &fault, bases.next()));
            return;
        }
        for (layout, header) in table.shape.layouts.iter().enumerate() {
            let HeaderCurrency::Other(named) = money_rows::header_currency(header, currency) else { continue };
            let of_layout = slots.iter().filter(|(of, _)| *of == layout);
            let rows = of_layout.filter_map(|(_, slot)| slot.rest.first_assumed).map(|place| bases.row(place));
            if let Some(row) = rows.min() {
                let origin = Origin { file: file.name.clone(), row };
                diagnostics.push(money_rows::header_of_another_currency(&origin, header, named, currency));
            }
        }
        let mut totals = TotalRows::default();
        for (layout, mut slot) in slots {
            // Every layout has the same rows.
            if layout == 0 {
                totals.note(&slot, slot.rest.places.iter().map(|place| bases.row(*place)).min().unwrap_or(1));
            }
            if let Some(key) = slot.rest.key.take() {
                self.merge(key, slot, mark, file, input, &bases);
            }
        }
        totals.tell(&file.name, diagnostics);
        if let Decision::Decided(mark) = decision {
            let settled = &mut table.reading.settled.marks;
            settled.decimal = mark;
            if let (Groups::Any, Some(group)) = (marks.groups, column.groups.first()) {
                settled.groups = Groups::Only(if group.is_whitespace() { ' ' } else { *group });
            }
        }
        table.finish(rows, reader, diagnostics);
    }

    /// The lines, in the order of the ledger.
    #[must_use]
    pub fn finish(self) -> Vec<BudgetLine> {
        self.lines.into_values().collect()
    }

    fn merge(&mut self, key: LineKey, slot: Slot, mark: Mark, file: &InputFile, input: InputName, bases: &Bases) {
        let line = self.lines.entry(key.clone()).or_insert_with(|| BudgetLine {
            key,
            amount: None,
            rows: 0,
            blank_rows: 0,
            first_blank: None,
            currency_assumed: None,
            origins: Vec::new(),
            inputs: Vec::new(),
            note: "".into(),
        });
        let origin = |place: (usize, u64)| Origin { file: file.name.clone(), row: bases.row(place) };
        if slot.known[mark as usize] {
            let sum = Money::from_minor_units(slot.sums[mark as usize]);
            line.amount = Some(line.amount.unwrap_or(Money::ZERO) + sum);
        }
        line.rows += slot.rows;
        line.blank_rows += slot.blank_rows;
        line.first_blank = [line.first_blank.take(), slot.rest.first_blank.map(origin)].into_iter().flatten().min();
        line.currency_assumed =
            [line.currency_assumed.take(), slot.rest.first_assumed.map(origin)].into_iter().flatten().min();
        line.origins.extend(slot.rest.places.into_iter().map(origin));
        line.origins.sort();
        line.origins.truncate(REMEMBERED_ROWS);
        let note = slot.rest.note;
        if line.note.is_empty() || (!note.is_empty() && note < line.note) {
            line.note = note;
        }
        if !line.inputs.contains(&input.word()) {
            line.inputs.push(input.word());
            line.inputs.sort_unstable();
        }
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
