//! Open documents made of whole tables: whatever cells hold, repeat and span, they are read or refused.

use arbitrary::{Result, Unstructured};

use super::archive::archive;
use super::sheets::{claim, read_twice, value};

/// Makes a document of the bytes and reads it.
pub fn run(data: &[u8]) {
    if let Ok(content) = content(&mut Unstructured::new(data)) {
        let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
        let book = archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", manifest.as_bytes()),
            ("content.xml", content.as_bytes()),
        ]);
        read_twice("book.ods", book);
    }
}

fn content(from: &mut Unstructured<'_>) -> Result<String> {
    let spaces: String = ["office", "table", "text", "style", "number"]
        .iter()
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .collect();
    let mut tables = String::new();
    for at in 0..from.int_in_range(1..=3)? {
        tables += &format!("<table:table table:name=\"S{at}\">{}</table:table>", rows(from)?);
    }
    Ok(format!(
        "<office:document-content{spaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    ))
}

fn rows(from: &mut Unstructured<'_>) -> Result<String> {
    let mut rows = String::from("<table:table-row>");
    for name in ["year", "line", "amount"] {
        rows += &format!("<table:table-cell office:value-type=\"string\"><text:p>{name}</text:p></table:table-cell>");
    }
    rows += "</table:table-row>";
    for _ in 0..from.int_in_range(0..=8)? {
        let group = from.choose(&["", "", "", "<table:table-row-group>", "<table:table-header-rows>"])?;
        rows += &format!("{group}<table:table-row{}>", repeated(from, "rows-repeated")?);
        for _ in 0..from.int_in_range(0..=4)? {
            rows += &cell(from)?;
        }
        rows += "</table:table-row>";
        rows += &group.replace('<', "</");
    }
    Ok(rows)
}

fn cell(from: &mut Unstructured<'_>) -> Result<String> {
    let name = from.choose(&["table-cell", "table-cell", "table-cell", "covered-table-cell"])?;
    let kind = from.choose(&["string", "float", "float", "percentage", "currency", "date", "boolean", "zz"])?;
    let kept = from.choose(&["value", "value", "date-value", "string-value", "boolean-value"])?;
    let (value, text) = (value(from)?, value(from)?);
    let spaces = if from.ratio(1, 10)? { format!("<text:s text:c=\"{}\"/>", claim(from)?) } else { String::new() };
    let inner = match from.int_in_range(0..=9)? {
        0 => String::new(),
        1 => format!("<text:p>{text}{spaces}</text:p><text:p><text:span>{text}</text:span></text:p>"),
        2 => format!("<office:annotation><text:p>{text}</text:p></office:annotation><text:p>{text}</text:p>"),
        _ => format!("<text:p>{text}{spaces}</text:p>"),
    };
    let repeats = format!(
        "{}{}{}",
        repeated(from, "columns-repeated")?,
        repeated(from, "columns-spanned")?,
        repeated(from, "rows-spanned")?
    );
    Ok(format!("<table:{name} office:value-type=\"{kind}\" office:{kept}=\"{value}\"{repeats}>{inner}</table:{name}>"))
}

/// An attribute that says how often something stands, seldom there. Rows that stand a million times are read each: a test
/// has them, here they would be all that is done.
fn repeated(from: &mut Unstructured<'_>, what: &str) -> Result<String> {
    if !from.ratio(1, 10)? {
        return Ok(String::new());
    }
    let count = match what {
        "rows-repeated" => (*from.choose(&["0", "1", "2", "300", "-1", "1e3", "x"])?).to_owned(),
        _ => claim(from)?,
    };
    Ok(format!(" table:number-{what}=\"{count}\""))
}
