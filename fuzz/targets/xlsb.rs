//! Sheets of binary workbooks: any records of a sheet are read or refused. What is around them is always the same, so that
//! no checksum stands between a change and the records.

use thb_cost::diagnostics::Diagnostics;
use thb_cost::domain::Currency;
use thb_cost::ingest::{InputFile, InputName, Reader, Reduction};

use super::archive::archive;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>";
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>";
const OF_BOOK: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>";

/// Reads the bytes as the records of a sheet.
pub fn run(data: &[u8]) {
    let mut diagnostics = Diagnostics::default();
    let mut reduction = Reduction::default();
    let file = InputFile::in_memory("book.xlsb", book(data).into());
    reduction.read(&file, InputName::Budget, Currency::BGN, &mut Reader::default(), &mut diagnostics);
    assert!(!diagnostics.iter().any(|fault| fault.code.name() == "not-a-table" && data.is_empty()));
}

fn book(sheet: &[u8]) -> Vec<u8> {
    let mut main = vec![156, 1, 0];
    let mut body = vec![0; 8];
    for text in ["r1", "Sheet"] {
        body.extend(u32::try_from(text.len()).unwrap_or(0).to_le_bytes());
        body.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    }
    main[2] = u8::try_from(body.len()).unwrap_or(0);
    main.extend(body);
    archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/_rels/workbook.bin.rels", OF_BOOK.as_bytes()),
        ("xl/workbook.bin", &main),
        ("xl/worksheets/sheet1.bin", sheet),
    ])
}
