//! XLSB: the parts of XLSX in records of bytes.

mod book;
mod records;
mod rows;

use super::archive::Archive;
use super::binary::Looks;
use super::cells::{Grid, RowBuffer};
use super::merged::Merges;
use super::texts::Texts;
use super::xlsx::relations;
use super::{Book, SheetFault, SheetName};
use crate::diagnostics::Limit;

/// A workbook.
pub(super) struct Xlsb {
    archive: Archive,
    sheets: Vec<(SheetName, String)>,
    strings: Option<String>,
    styles: Option<String>,
    counts_from_1904: bool,
}

struct XlsbGrid {
    archive: Archive,
    part: String,
    texts: Texts,
    looks: Looks,
    counts_from_1904: bool,
}

impl Xlsb {
    /// The workbook of an archive, whose main part has this name.
    pub(super) fn open(mut archive: Archive, main: &str) -> Result<Self, SheetFault> {
        let book = book::read(archive.part(main, Limit::UnpackedPart)?)?;
        let relations = relations(&mut archive, main)?;
        let target = |kind: &str, archive: &Archive| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map(|relation| relation.target.clone()).filter(|part| archive.has(part))
        };
        let sheets = book.sheets.into_iter().filter_map(|(name, id)| {
            let relation = relations.iter().find(|relation| relation.id == id)?;
            (relation.kind == "worksheet").then(|| (name, relation.target.clone()))
        });
        Ok(Self {
            sheets: sheets.collect(),
            strings: target("sharedStrings", &archive),
            styles: target("styles", &archive),
            counts_from_1904: book.counts_from_1904,
            archive,
        })
    }
}

impl Book for Xlsb {
    fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    fn has_cells(&mut self, sheet: &str) -> Result<bool, SheetFault> {
        let Some((_, part)) = self.sheets.iter().find(|(name, _)| name.name == sheet) else { return Ok(false) };
        rows::has_cells(self.archive.part(part, Limit::UnpackedSheet)?)
    }

    fn open(self: Box<Self>, sheet: &str) -> Result<(Merges, Box<dyn Grid>), SheetFault> {
        let Self { mut archive, sheets, strings, styles, counts_from_1904 } = *self;
        let found = sheets.into_iter().find(|(name, _)| name.name == sheet);
        let (_, part) = found.ok_or_else(|| SheetFault::NoSheet { wanted: sheet.to_owned(), names: Vec::new() })?;
        let (fonts, looks) = match styles {
            Some(styles) => book::styles(archive.part(&styles, Limit::UnpackedPart)?)?,
            None => Default::default(),
        };
        let texts = match strings {
            Some(strings) => book::texts(archive.part(&strings, Limit::UnpackedPart)?, &fonts)?,
            None => Texts::default(),
        };
        let merges = rows::merges(archive.part(&part, Limit::UnpackedSheet)?)?;
        Ok((merges, Box::new(XlsbGrid { archive, part, texts, looks, counts_from_1904 })))
    }
}

impl Grid for XlsbGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        let facts = rows::Facts { texts: &self.texts, looks: &self.looks, counts_from_1904: self.counts_from_1904 };
        rows::read(self.archive.part(&self.part, Limit::UnpackedSheet)?, &facts, each)
    }
}
