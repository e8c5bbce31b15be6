//! Workbooks made of whole parts: whatever cells, places, styles, shared texts and merged ranges say, they are read or refused.

use arbitrary::{Result, Unstructured};

use super::archive::archive;
use super::sheets::{claim, read_twice, value};

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Makes a workbook of the bytes and reads it.
pub fn run(data: &[u8]) {
    if let Ok(book) = book(&mut Unstructured::new(data)) {
        read_twice("book.xlsx", book);
    }
}

fn book(from: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let count = from.int_in_range(1..=3)?;
    let names: String =
        (0..count).map(|at| format!("<sheet name=\"S{at}\" sheetId=\"{at}\" r:id=\"s{at}\"/>")).collect();
    let targets: String = (0..count)
        .map(|at| {
            format!("<Relationship Id=\"s{at}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet1.xml\"/>")
        })
        .collect();
    let main = format!("<workbook xmlns=\"{SHEET}\" xmlns:r=\"{RELATION}\"><sheets>{names}</sheets></workbook>");
    let relations = format!(
        "<Relationships xmlns=\"{PACKAGE}\">{targets}<Relationship Id=\"x\" Type=\"{RELATION}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"y\" Type=\"{RELATION}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let (shared, styles, sheet) = (shared(from)?, styles(from)?, sheet(from)?);
    Ok(archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", main.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]))
}

fn shared(from: &mut Unstructured<'_>) -> Result<String> {
    let mut texts = String::new();
    for _ in 0..from.int_in_range(0..=6)? {
        texts += &format!("<si><t>{}</t></si>", value(from)?);
    }
    Ok(format!("<sst xmlns=\"{SHEET}\" count=\"{}\" uniqueCount=\"{}\">{texts}</sst>", claim(from)?, claim(from)?))
}

fn styles(from: &mut Unstructured<'_>) -> Result<String> {
    let formats = format!("<numFmts><numFmt numFmtId=\"164\" formatCode=\"{}\"/></numFmts>", value(from)?);
    let fonts = "<fonts><font/><font><strike/></font><font><vertAlign val=\"superscript\"/></font></fonts>";
    let mut cells = String::new();
    for _ in 0..from.int_in_range(0..=5)? {
        let number = from.choose(&["0", "9", "10", "14", "164", "99999999999"])?;
        cells += &format!("<xf numFmtId=\"{number}\" fontId=\"{}\"/>", from.choose(&["0", "1", "2", "77"])?);
    }
    Ok(format!("<styleSheet xmlns=\"{SHEET}\">{formats}{fonts}<cellXfs>{cells}</cellXfs></styleSheet>"))
}

fn sheet(from: &mut Unstructured<'_>) -> Result<String> {
    let mut rows = String::from("<row r=\"1\">");
    for (letter, name) in ["A", "B", "C"].iter().zip(["year", "line", "amount"]) {
        rows += &format!("<c r=\"{letter}1\" t=\"inlineStr\"><is><t>{name}</t></is></c>");
    }
    rows += "</row>";
    for row in 2..=from.int_in_range(2..=9)? {
        let place = if from.ratio(1, 12)? { claim(from)? } else { row.to_string() };
        rows += &format!("<row r=\"{place}\">");
        for letter in ["A", "B", "C"] {
            rows += &cell(from, letter, row)?;
        }
        rows += "</row>";
    }
    let mut merges = String::new();
    for _ in 0..from.int_in_range(0..=3)? {
        let (start, end) = (place(from, "A", 2)?, place(from, "C", 4)?);
        merges += &format!("<mergeCell ref=\"{start}:{end}\"/>");
    }
    Ok(format!(
        "<worksheet xmlns=\"{SHEET}\"><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
    ))
}

fn place(from: &mut Unstructured<'_>, letter: &str, row: u32) -> Result<String> {
    Ok(match from.int_in_range(0..=19)? {
        0 => (*from.choose(&["", "A", "1", "A0", "XFE1", "ZZZZZZ1", "A99999999999999999999", "\u{44f}1"])?).to_owned(),
        1 => format!("{letter}{}", claim(from)?),
        _ => format!("{letter}{row}"),
    })
}

fn cell(from: &mut Unstructured<'_>, letter: &str, row: u32) -> Result<String> {
    let place = place(from, letter, row)?;
    let style = from.choose(&["0", "1", "2", "3", "4294967295"])?;
    Ok(match from.int_in_range(0..=5)? {
        0 => format!(
            "<c r=\"{place}\" t=\"s\" s=\"{style}\"><v>{}</v></c>",
            from.choose(&["0", "1", "5", "-1", "18446744073709551616"])?
        ),
        1 => format!(
            "<c r=\"{place}\" t=\"{}\"><v>{}</v></c>",
            from.choose(&["e", "b", "d", "str", "zz"])?,
            value(from)?
        ),
        2 => format!("<c r=\"{place}\" s=\"{style}\"><f>1+1</f><v>{}</v></c>", value(from)?),
        3 => format!(
            "<c r=\"{place}\" t=\"inlineStr\"><is><r><t>{}</t></r><r><t>{}</t></r></is></c>",
            value(from)?,
            value(from)?
        ),
        _ => format!("<c r=\"{place}\" s=\"{style}\"><v>{}</v></c>", value(from)?),
    })
}
