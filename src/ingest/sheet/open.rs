//! Opens a sheet: the file is read whole, once; what it is shows in its first bytes and its parts.

use std::cell::RefCell;
use std::io::Read;
use std::rc::Rc;
use std::sync::Arc;

use super::archive::Archive;
use super::ods::Ods;
use super::page::Page;
use super::xls::Xls;
use super::xlsb::Xlsb;
use super::xlsx::{Xlsx, relations};
use super::{Book, Seen, Sheet, SheetFault, SheetName};
use crate::diagnostics::Limit;
use crate::ingest::bounded::{Bounded, exceeded};
use crate::ingest::digest::Hasher;
use crate::ingest::folder::InputFile;
use crate::ingest::header::name_of;
use crate::ingest::watch::{Watch, Watched};
use crate::message;

impl Sheet {
    /// The sheets of a book in order, each with whether it is hidden.
    ///
    /// # Errors
    ///
    /// Why there is no book to read.
    pub fn names(file: &InputFile, watch: &Watch) -> Result<Vec<(String, bool)>, SheetFault> {
        let (_, book) = book(whole(file, watch)?)?;
        Ok(book.sheets().into_iter().map(|sheet| (sheet.name, sheet.is_hidden)).collect())
    }

    /// Opens the sheet of this name, or the only visible one that holds cells. `hasher` takes every byte of the file.
    ///
    /// # Errors
    ///
    /// Why there is no such sheet to read.
    pub fn open(
        file: &InputFile,
        wanted: Option<&str>,
        hasher: Option<&Rc<RefCell<Hasher>>>,
        watch: &Watch,
    ) -> Result<Self, SheetFault> {
        let bytes = whole(file, watch)?;
        if let Some(hasher) = hasher {
            hasher.borrow_mut().update(&bytes);
        }
        let (format, mut book) = book(bytes)?;
        let names: Vec<String> = book.sheets().into_iter().map(|sheet| sheet.name).collect();
        let name = match wanted {
            Some(wanted) => named(wanted, &names)?,
            None => the_only_one(book.as_mut())?,
        };
        let others = names.into_iter().filter(|other| *other != name).collect();
        let (merges, grid) = book.open(&name)?;
        Ok(Self { name, others, seen: Seen::default(), merges, grid, format })
    }
}

/// All bytes of a file.
fn whole(file: &InputFile, watch: &Watch) -> Result<Arc<[u8]>, SheetFault> {
    let mut bytes = Vec::new();
    let mut input = Bounded::new(Watched::new(file.open().map_err(SheetFault::Io)?, watch), Limit::Book);
    match input.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes.into()),
        Err(error) => match exceeded(&error) {
            Some(exceeded) => Err(SheetFault::TooLarge(exceeded.clone())),
            None => Err(SheetFault::Io(error)),
        },
    }
}

/// The format and the sheets of a file.
fn book(bytes: Arc<[u8]>) -> Result<(&'static str, Box<dyn Book>), SheetFault> {
    if bytes.starts_with(super::xls::SIGN) {
        return Ok(("xls", Box::new(Xls::open(bytes)?)));
    }
    if !bytes.starts_with(b"PK") {
        return Ok(("html", Box::new(Page::open(&bytes)?)));
    }
    let mut archive = Archive::open(bytes)?;
    let relations = relations(&mut archive, "")?;
    let main = relations.iter().find(|relation| relation.kind == "officeDocument").map(|main| main.target.clone());
    let main = main.filter(|main| archive.has(main)).or_else(|| {
        let usual = ["xl/workbook.xml", "xl/workbook.bin", "word/document.xml"];
        usual.into_iter().find(|part| archive.has(part)).map(str::to_owned)
    });
    match main {
        Some(main) if main.to_lowercase().ends_with(".bin") => Ok(("xlsb", Box::new(Xlsb::open(archive, &main)?))),
        Some(main) if main.starts_with("word/") => Err(SheetFault::NotASpreadsheet("docx")),
        Some(main) if main.starts_with("ppt/") => Err(SheetFault::NotASpreadsheet("zip")),
        Some(main) => Ok(("xlsx", Box::new(Xlsx::open(archive, &main)?))),
        None if archive.has("content.xml") && archive.has("mimetype") => Ok(("ods", Box::new(Ods::open(archive)?))),
        None => Err(SheetFault::NotASpreadsheet("zip")),
    }
}

/// The sheet that somebody named; white space and letters that nobody sees do not matter.
fn named(wanted: &str, names: &[String]) -> Result<String, SheetFault> {
    let exact = names.iter().find(|name| *name == wanted);
    let cleaned = || {
        let mut alike = names.iter().filter(|name| name_of(name) == name_of(wanted));
        alike.next().filter(|_| alike.next().is_none())
    };
    match exact.or_else(cleaned) {
        Some(name) => Ok(name.clone()),
        None => Err(SheetFault::NoSheet { wanted: wanted.to_owned(), names: names.to_vec() }),
    }
}

/// The sheet that is meant where none is named: hidden ones and those without cells are not in question.
fn the_only_one(book: &mut dyn Book) -> Result<String, SheetFault> {
    let sheets = book.sheets();
    let visible: Vec<String> = names(&sheets, |sheet| !sheet.is_hidden);
    if let [only] = visible.as_slice() {
        return Ok(only.clone());
    }
    let mut filled = Vec::new();
    for name in &visible {
        if book.has_cells(name)? {
            filled.push(name.clone());
        }
    }
    match (filled.as_slice(), visible.as_slice()) {
        ([only], _) => Ok(only.clone()),
        ([], [first, ..]) => Ok(first.clone()),
        ([], []) if sheets.is_empty() => Err(SheetFault::Broken(message!("sheet-no-sheet-at-all"))),
        ([], []) => Err(SheetFault::WhichSheet(names(&sheets, |_| true))),
        _ => Err(SheetFault::WhichSheet(filled)),
    }
}

fn names(sheets: &[SheetName], which: impl Fn(&SheetName) -> bool) -> Vec<String> {
    sheets.iter().filter(|sheet| which(sheet)).map(|sheet| sheet.name.clone()).collect()
}
