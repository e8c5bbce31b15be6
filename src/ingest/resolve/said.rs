//! What a dialect says of columns: values for every row, columns of amounts, rows that say something of those below.

use super::Resolver;
use crate::ingest::amounts::Scale;
use crate::ingest::dialect::{Entry, Section, Unit};
use crate::ingest::record::CellKind;
use crate::ingest::steps::SectionRows;
use crate::ingest::years;

/// A column of amounts: its cell, what it says of other columns, its scale.
pub(super) struct AmountColumn {
    pub(super) cell: usize,
    pub(super) says: Vec<(String, String)>,
    pub(super) scale: Scale,
}

impl AmountColumn {
    /// Whether it says what stands in another column.
    pub(super) fn says(&self, column: &str) -> bool {
        self.says.iter().any(|(said, _)| said == column)
    }
}

impl Resolver<'_, '_> {
    /// Columns with a value for every row: constants, and what the name of the file says.
    pub(super) fn constants(&mut self) -> Vec<(String, String)> {
        let mut found = self.dialect.constants.clone();
        if let Some(pattern) = &self.dialect.from_name {
            match pattern.values(self.faults.head.key) {
                Some(values) => found.extend(values),
                None => self.faults.name_does_not_match(pattern),
            }
        }
        found.retain(|(column, _)| self.columns.knows(column));
        for (column, value) in &mut found {
            if let Some(ours) = self.dialect.words(column).and_then(|words| words.ours(value)) {
                *value = ours.to_owned();
            }
            if column == "year"
                && let Ok(year) = years::read(value, CellKind::Text, self.dialect.year_form.as_ref())
            {
                *value = year.to_string();
            }
        }
        found
    }

    /// Columns of amounts, where there may be several.
    pub(super) fn amounts(&mut self) -> Vec<AmountColumn> {
        if self.dialect.years_as_columns && self.columns.yearly.is_some() {
            let years = |(cell, name): (usize, &String)| Some((cell, years::of_head(name)?));
            let found: Vec<_> = self.faults.names().iter().enumerate().filter_map(years).collect();
            for (index, (cell, year)) in found.iter().enumerate() {
                self.use_cell(*cell);
                if found.iter().take(index).any(|(_, other)| other == year) {
                    self.faults.year_twice(*cell);
                }
            }
            let scale = self.scale(None);
            let column = |(cell, year): (usize, crate::domain::Year)| AmountColumn {
                cell,
                says: vec![("year".to_owned(), year.to_string())],
                scale,
            };
            return found.into_iter().map(column).collect();
        }
        if self.columns.yearly.is_none() {
            return Vec::new();
        }
        let dialect = self.dialect;
        let mut found = Vec::new();
        for entry in &dialect.amounts {
            let Some(cell) = self.place(&entry.column, "amounts", "amount") else { continue };
            let says = entry.says.iter().filter(|(column, _)| self.columns.knows(column));
            found.push(AmountColumn { cell, says: says.cloned().collect(), scale: self.scale(Some(entry)) });
        }
        found
    }

    pub(super) fn scale(&self, entry: Option<&Entry>) -> Scale {
        let unit = entry.and_then(|entry| entry.unit).or(self.dialect.unit);
        Scale {
            power: unit.map_or(0, Unit::digits),
            factor: entry.and_then(|entry| entry.factor),
            round: self.dialect.round,
        }
    }

    /// Columns given by rows above, each with the rows that give it.
    pub(super) fn sections(&mut self) -> Vec<(String, Vec<SectionRows>)> {
        let mut found: Vec<(String, Vec<SectionRows>)> = Vec::new();
        let dialect = self.dialect;
        // A column that only another input knows is given to nobody, and its rows are no data here either.
        let is_known = |section: &&Section| self.columns.knows(&section.gives);
        let (known, others): (Vec<&Section>, Vec<&Section>) = dialect.sections.iter().partition(is_known);
        for section in known.into_iter().chain(others) {
            let cell = self.place(std::slice::from_ref(&section.column), "sections", &section.gives);
            let tests = self.tests(&section.rows, "sections");
            let gives = found.iter().position(|(column, _)| *column == section.gives).unwrap_or_else(|| {
                found.push((section.gives.clone(), Vec::new()));
                found.len() - 1
            });
            if let (Some(cell), Some((_, rows))) = (cell, found.get_mut(gives)) {
                rows.push(SectionRows { cell, tests, gives });
            }
        }
        found
    }
}
