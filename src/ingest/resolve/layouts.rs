//! Layouts of rows: as they stand in the file, or as the steps make them.

use super::Resolver;
use super::said::AmountColumn;
use crate::domain::clean_text;
use crate::ingest::dialect::Totals;
use crate::ingest::header::{Header, written_at};
use crate::ingest::record::CellKind;
use crate::ingest::steps::{From, Step, Steps};
use crate::ingest::years::{self, YearFault};

impl Resolver<'_, '_> {
    /// Whether rows can be handed on as they stand.
    pub(super) fn is_direct(&self, steps: &Steps) -> bool {
        let dialect = self.dialect;
        let as_it_stands =
            |step: &Step| matches!(step.from, From::Cell(_)) && step.missing.is_none() && step.words.is_none();
        let alone =
            |(index, step): (usize, &Step)| !steps.cells.iter().take(index).any(|other| other.from == step.from);
        steps.cells.iter().all(as_it_stands)
            && steps.cells.iter().enumerate().all(alone)
            && steps.amounts.is_empty()
            && steps.keep.is_empty()
            && steps.except.is_empty()
            && steps.sections.is_empty()
            && steps.blank.is_empty()
            && steps.year_form.is_none()
            && !dialect.short_rows
            && dialect.totals != Totals::Exclude
            && self.years_are_plain(steps)
    }

    /// Whether the first years are four digits: dates would make a line of each day until the end of the file.
    fn years_are_plain(&self, steps: &Steps) -> bool {
        let cell = steps.cells.iter().find(|step| step.column == "year").map(|step| &step.from);
        let Some(From::Cell(cell)) = cell else { return true };
        let years =
            self.faults.head.data.iter().filter_map(|row| row.get(*cell)).filter(|text| !text.trim().is_empty());
        years.into_iter().all(|text| {
            let text = clean_text(text);
            let is_date =
                !matches!(years::read(&text, CellKind::Text, None), Err(YearFault::NotAYear | YearFault::OutOfRange));
            text.len() == 4 || !is_date
        })
    }

    /// The layout of rows that are handed on as they stand.
    pub(super) fn direct(&self, cells: &[(String, From)], constants: &[(String, String)]) -> Header {
        let names = self.faults.names();
        let cell = |(position, name): (usize, &String)| {
            let column = cells.iter().find(|(_, from)| *from == From::Cell(position)).map(|(column, _)| column.clone());
            (column.unwrap_or_default(), name.clone())
        };
        let cells: Vec<(String, String)> = names.iter().enumerate().map(cell).collect();
        Header::new(&cells, constants, self.scale(None))
    }

    /// The layouts of rows that the steps make.
    pub(super) fn made(
        &self,
        cells: &[(String, From)],
        constants: &[(String, String)],
        amounts: &[AmountColumn],
    ) -> Vec<Header> {
        let names = self.faults.names();
        let written = |cell: usize| written_at(names, cell);
        let cell = |(column, from): &(String, From)| {
            let of_file = match from {
                From::Cell(cell) => written(*cell),
                From::Join(cells) => cells.iter().map(|cell| written(*cell)).collect::<Vec<_>>().join(" + "),
                From::Section(_) => column.clone(),
            };
            (column.clone(), of_file)
        };
        let cells: Vec<(String, String)> = cells.iter().map(cell).collect();
        if amounts.is_empty() {
            return vec![Header::new(&cells, constants, self.scale(None))];
        }
        let yearly = self.columns.yearly.unwrap_or("amount").to_owned();
        let layout = |amount: &AmountColumn| {
            let own = |(column, written): &(String, String)| {
                (if amount.says(column) { String::new() } else { column.clone() }, written.clone())
            };
            let mut cells: Vec<(String, String)> = cells.iter().map(own).collect();
            cells.push((yearly.clone(), written(amount.cell)));
            // What the column of amounts says goes before what is said of the whole file.
            let mut said = amount.says.clone();
            said.extend(constants.iter().filter(|(column, _)| !amount.says(column)).cloned());
            Header::new(&cells, &said, amount.scale)
        };
        amounts.iter().map(layout).collect()
    }
}
