//! Looks a spreadsheet over before it is read: that it is one, that it does not unpack to more than a spreadsheet is,
//! and, of ODS, its merged ranges and the formulas without a value.

use std::io::{BufReader, Read};

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Bytes, SheetFault};
use crate::language::Message;
use crate::message;

/// Most bytes that a sheet of XLSX, which is read as a stream, may unpack to.
const LARGEST_SHEET: u64 = 1 << 30;

/// Most bytes that any other part, which is kept in memory, may unpack to.
const LARGEST_PART: u64 = 128 << 20;

/// Most cells, blank ones between others included, that all sheets of an ODS file may have.
const MOST_CELLS: u64 = 5_000_000;

/// The format of an archive: `xlsx` or `ods`. Every part is unpacked once, so that a size that lies is found out.
pub(super) fn format_of(input: &mut dyn Bytes) -> Result<&'static str, SheetFault> {
    let broken = |error: zip::result::ZipError| SheetFault::Broken(Message::verbatim(error.to_string()));
    let mut archive = ZipArchive::new(input).map_err(broken)?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let format = if has("xl/workbook.xml") {
        "xlsx"
    } else if has("content.xml") && has("mimetype") {
        "ods"
    } else if has("xl/workbook.bin") {
        return Err(SheetFault::NotASpreadsheet("xlsb"));
    } else if has("word/document.xml") {
        return Err(SheetFault::NotASpreadsheet("docx"));
    } else {
        return Err(SheetFault::NotASpreadsheet("zip"));
    };
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(broken)?;
        let name = part.name().map_err(broken)?.into_owned();
        let limit = if name.starts_with("xl/worksheets/") { LARGEST_SHEET } else { LARGEST_PART };
        let unpacked = std::io::copy(&mut part.by_ref().take(limit + 1), &mut std::io::sink())
            .map_err(|error| SheetFault::Broken(Message::verbatim(format!("{name}: {error}"))))?;
        if unpacked > limit {
            return Err(SheetFault::TooLarge(message!("sheet-unpacks", part = name, most = limit >> 20)));
        }
    }
    Ok(format)
}

/// What calamine does not tell of a sheet.
#[derive(Debug, Default)]
pub(super) struct OdsMarks {
    pub(super) sheet: String,
    pub(super) merged: Vec<Dimensions>,
    pub(super) unevaluated: Vec<(u32, u32)>,
    /// Cells whose formula failed, with what they show.
    pub(super) failed: Vec<((u32, u32), String)>,
    rows: u64,
    columns: u64,
}

/// Reads the marks of every sheet, and refuses a file whose cells would not fit.
pub(super) fn scan_ods(input: &mut dyn Bytes) -> Result<Vec<OdsMarks>, SheetFault> {
    let broken = |error: &dyn std::fmt::Display| SheetFault::Broken(Message::verbatim(error.to_string()));
    let mut archive = ZipArchive::new(input).map_err(|error| broken(&error))?;
    let content = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    let (mut sheets, mut buffer) = (Vec::<OdsMarks>::new(), Vec::new());
    let (mut row, mut column, mut repeated) = (0_u64, 0_u64, 1_u64);
    let mut blank_formula = None;
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(|error| broken(&error))?;
        let (element, is_empty) = match &event {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::End(element) if element.name().as_ref() == "table:table-row" => {
                row += repeated;
                continue;
            }
            Event::End(element) if element.name().as_ref() == "table:table-cell" => {
                blank_formula = None;
                continue;
            }
            Event::Text(shown) => {
                // A formula that failed is stored as a blank text, and shows its error.
                if let (Some(place), Some(sheet)) = (blank_formula.take(), sheets.last_mut()) {
                    sheet.failed.push((place, shown.to_string()));
                }
                continue;
            }
            Event::Eof => return Ok(sheets),
            _ => continue,
        };
        match element.name().as_ref() {
            "table:table" => {
                row = 0;
                let sheet = attribute(element, "table:name").unwrap_or_default();
                sheets.push(OdsMarks { sheet, ..OdsMarks::default() });
            }
            "table:table-row" => {
                column = 0;
                repeated = number(element, "table:number-rows-repeated");
                if is_empty {
                    row += repeated;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let width = number(element, "table:number-columns-repeated");
                if let Some(sheet) = sheets.last_mut() {
                    sheet.note(element, is_empty, (row, column), (repeated, width));
                    blank_formula = (!is_empty && is_blank_formula(element)).then(|| position(row, column));
                }
                column += width;
                let cells: u64 = sheets.iter().map(|sheet| sheet.rows.saturating_mul(sheet.columns)).sum();
                if cells > MOST_CELLS {
                    return Err(SheetFault::TooLarge(message!("sheet-cells", most = MOST_CELLS)));
                }
            }
            _ => {}
        }
    }
}

impl OdsMarks {
    fn note(&mut self, element: &BytesStart<'_>, is_empty: bool, at: (u64, u64), repeated: (u64, u64)) {
        let typed = attribute(element, "office:value-type").is_some();
        let formula = attribute(element, "table:formula").is_some();
        if !is_empty || typed || formula {
            self.rows = self.rows.max(at.0.saturating_add(repeated.0));
            self.columns = self.columns.max(at.1.saturating_add(repeated.1));
        }
        if formula && !typed {
            self.unevaluated.push(position(at.0, at.1));
        }
        let spanned = (number(element, "table:number-rows-spanned"), number(element, "table:number-columns-spanned"));
        if spanned != (1, 1) {
            let end = position(at.0.saturating_add(spanned.0 - 1), at.1.saturating_add(spanned.1 - 1));
            self.merged.push(Dimensions { start: position(at.0, at.1), end });
        }
    }
}

fn position(row: u64, column: u64) -> (u32, u32) {
    (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// Whether a cell holds a formula whose stored value is a blank text.
fn is_blank_formula(element: &BytesStart<'_>) -> bool {
    attribute(element, "table:formula").is_some()
        && attribute(element, "office:string-value").is_some_and(|text| text.is_empty())
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A count of at least 1.
fn number(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|text| text.parse().ok()).filter(|number| *number > 0).unwrap_or(1)
}
