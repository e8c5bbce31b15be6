//! ODS: the tables of its content, row by row.

mod cell;
mod index;
mod rows;
mod styles;

use self::index::Table;
use self::styles::Styles;
use super::archive::Archive;
use super::cells::{Grid, RowBuffer};
use super::merged::Merges;
use super::{Book, SheetFault, SheetName};
use crate::diagnostics::Limit;

/// The part that holds the tables.
const CONTENT: &str = "content.xml";

/// Elements that hold cells which are no cells of their sheet, or drawings.
const APART: [&str; 5] =
    ["table:tracked-changes", "table:dde-links", "table:shapes", "office:forms", "office:annotation"];

/// A spreadsheet.
pub(super) struct Ods {
    archive: Archive,
    styles: Styles,
    tables: Vec<Table>,
}

struct OdsGrid {
    archive: Archive,
    styles: Styles,
    /// Which of the tables it is.
    number: usize,
}

impl Ods {
    /// The spreadsheet of an archive.
    pub(super) fn open(mut archive: Archive) -> Result<Self, SheetFault> {
        let manifest = "META-INF/manifest.xml";
        if archive.has(manifest) && archive.text(manifest)?.contains("encryption-data") {
            return Err(SheetFault::Password);
        }
        let mut styles = Styles::default();
        if archive.has("styles.xml") {
            styles.read(archive.part("styles.xml", Limit::UnpackedPart)?)?;
        }
        let tables = index::read(archive.part(CONTENT, Limit::UnpackedSheet)?, &mut styles)?;
        Ok(Self { archive, styles, tables })
    }
}

impl Book for Ods {
    fn sheets(&self) -> Vec<SheetName> {
        self.tables.iter().map(|table| table.name.clone()).collect()
    }

    fn has_cells(&mut self, sheet: &str) -> Result<bool, SheetFault> {
        Ok(self.tables.iter().any(|table| table.name.name == sheet && table.has_cells))
    }

    fn open(self: Box<Self>, sheet: &str) -> Result<(Merges, Box<dyn Grid>), SheetFault> {
        let Self { archive, styles, tables } = *self;
        let found = tables.into_iter().enumerate().find(|(_, table)| table.name.name == sheet);
        let (number, table) =
            found.ok_or_else(|| SheetFault::NoSheet { wanted: sheet.to_owned(), names: Vec::new() })?;
        Ok((Merges::new(table.merged)?, Box::new(OdsGrid { archive, styles, number })))
    }
}

impl Grid for OdsGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        rows::read(self.archive.part(CONTENT, Limit::UnpackedSheet)?, self.number, &self.styles, each)
    }
}
