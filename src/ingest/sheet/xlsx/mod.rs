//! XLSX: cells as they come, so that a sheet of a million rows is never all in memory.

mod book;
mod merges;
mod rows;
mod strings;
mod styles;

pub(super) use self::book::relations;
use super::archive::Archive;
use super::cells::{Grid, RowBuffer};
use super::look::Look;
use super::merged::Merges;
use super::texts::Texts;
use super::{Book, SheetFault, SheetName};
use crate::diagnostics::Limit;

/// A workbook.
pub(super) struct Xlsx {
    archive: Archive,
    sheets: Vec<(SheetName, String)>,
    strings: Option<String>,
    styles: Option<String>,
    counts_from_1904: bool,
}

struct XlsxGrid {
    archive: Archive,
    part: String,
    texts: Texts,
    looks: Vec<Look>,
    counts_from_1904: bool,
    end_of_data: Option<u64>,
}

impl Xlsx {
    /// The workbook of an archive, whose main part has this name.
    pub(super) fn open(mut archive: Archive, main: &str) -> Result<Self, SheetFault> {
        let book = book::read(&mut archive, main)?;
        let relations = book::relations(&mut archive, main)?;
        let of_kind = |kind: &str| relations.iter().find(|relation| relation.kind == kind);
        let target = |kind: &str, archive: &Archive| {
            of_kind(kind).map(|relation| relation.target.clone()).filter(|part| archive.has(part))
        };
        let sheets = book.sheets.into_iter().filter_map(|sheet| {
            let relation = relations.iter().find(|relation| relation.id == sheet.relation)?;
            // A sheet that is a chart, a dialog or a macro holds no cells.
            (relation.kind == "worksheet").then(|| (sheet.name, relation.target.clone()))
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

impl Book for Xlsx {
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
        let looks = match styles {
            Some(styles) => styles::read(archive.part(&styles, Limit::UnpackedPart)?)?,
            None => Vec::new(),
        };
        let texts = match strings {
            Some(strings) => strings::read_all(archive.part(&strings, Limit::UnpackedPart)?)?,
            None => Texts::default(),
        };
        let (end_of_data, merges) = merges::read(archive.part(&part, Limit::UnpackedSheet)?)?;
        let grid = XlsxGrid { archive, part, texts, looks, counts_from_1904, end_of_data };
        Ok((merges, Box::new(grid)))
    }
}

impl Grid for XlsxGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        let facts = rows::Facts {
            texts: &self.texts,
            looks: &self.looks,
            counts_from_1904: self.counts_from_1904,
            end_of_data: self.end_of_data,
        };
        rows::read(self.archive.part(&self.part, Limit::UnpackedSheet)?, &facts, each)
    }
}
