//! The words of the files that the program writes: what a person reads in each of them, without markup.

use std::io::{Cursor, Read as _};

use serde_json::Value;

/// Every text of a file by its ending, each with the part of the file that it stands in. Of a page those of one language.
pub fn texts(path: &str, bytes: &[u8], language: &str) -> Vec<(String, String)> {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("md" | "txt") => vec![(path.to_owned(), text())],
        Some("html") => page(path, &text(), language),
        Some("svg") => {
            let elements = ["<text", "<title", "<desc"];
            elements.iter().flat_map(|of| between(&text(), of, "</")).map(|of| (path.to_owned(), inner(&of))).collect()
        }
        Some("docx" | "pptx") => archive(bytes)
            .into_iter()
            .filter(|(name, _)| name.ends_with(".xml") && !name.starts_with("docProps"))
            .flat_map(|(name, xml)| {
                let runs = between(&xml, "<w:t", "</w:t>").into_iter().chain(between(&xml, "<a:t", "</a:t>"));
                runs.map(|run| (format!("{path} {name}"), inner(&run))).collect::<Vec<_>>()
            })
            .collect(),
        Some("xlsx") => workbook(path, bytes),
        _ => Vec::new(),
    }
}

/// The cells of words of each sheet of a workbook, results of formulas too, and the words of its charts.
fn workbook(path: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let parts = archive(bytes);
    let part = |name: &str| parts.iter().find(|(of, _)| of == name).map(|(_, xml)| xml.clone()).unwrap_or_default();
    let shared: Vec<String> =
        between(&part("xl/sharedStrings.xml"), "<si", "</si>").iter().map(|item| without_tags(&inner(item))).collect();
    let mut found = Vec::new();
    for (number, sheet) in sheets(bytes).into_iter().enumerate() {
        let place = format!("{path} {sheet}");
        found.push((place.clone(), sheet));
        for cell in between(&part(&format!("xl/worksheets/sheet{}.xml", number + 1)), "<c ", "</c>") {
            let value = between(&cell, "<v", "</v>").first().map(|value| inner(value)).unwrap_or_default();
            if cell.contains("t=\"s\"") {
                found.push((place.clone(), shared[value.parse::<usize>().unwrap()].clone()));
            } else if cell.contains("t=\"str\"") {
                found.push((place.clone(), value));
            }
        }
    }
    for (_, xml) in parts.iter().filter(|(name, _)| name.starts_with("xl/charts/")) {
        found.extend(between(xml, "<a:t", "</a:t>").iter().map(|run| (format!("{path} charts"), inner(run))));
    }
    found
}

/// The names of the sheets of a workbook, in order.
pub fn sheets(bytes: &[u8]) -> Vec<String> {
    let parts = archive(bytes);
    let book = parts.iter().find(|(name, _)| name == "xl/workbook.xml").map(|(_, xml)| xml.clone()).unwrap();
    book.split("<sheet name=\"").skip(1).map(|rest| plain(rest.split('"').next().unwrap())).collect()
}

/// The parts of an archive that are text.
pub fn archive(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let name = archive.name_for_index(index).unwrap().unwrap().into_owned();
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        if file.read_to_string(&mut text).is_ok() {
            parts.push((name, text));
        }
    }
    parts
}

fn page(path: &str, text: &str, language: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for article in between(text, "<article", "</article>").iter().filter(|of| is_in(of, language)) {
        found.push((path.to_owned(), without_tags(&inner(article))));
    }
    for json in between(text, "<script", "</script>").iter().filter(|of| of.contains("application/json")) {
        let json: Value = serde_json::from_str(&inner_raw(json)).unwrap();
        explained(&json, language, &mut |text| found.push((format!("{path} explanations"), text)));
    }
    found
}

/// The words of cells and the sentences of a language that the script of a page shows; a value is a 1 in them.
fn explained(json: &Value, language: &str, take: &mut impl FnMut(String)) {
    let list = |name: &str| json[name].as_array().unwrap();
    let place = list("languages").iter().position(|of| of == language).unwrap();
    for words in list("words") {
        take(words.as_array().map_or(words, |each| &each[place]).as_str().unwrap().to_owned());
    }
    for text in list("forms").iter().flat_map(|form| form[place].as_array().unwrap()) {
        let pieces = list("texts")[usize::try_from(text.as_u64().unwrap()).unwrap()].as_array().unwrap();
        take(pieces.iter().skip(1).map(|piece| piece.as_str().unwrap_or("1")).collect());
    }
    for name in ["close", "more"] {
        take(json[name][language].as_str().unwrap().to_owned());
    }
}

/// Whether an element is in a language, by its own tag.
fn is_in(element: &str, language: &str) -> bool {
    element.split('>').next().is_some_and(|tag| tag.contains(&format!("lang=\"{language}\"")))
}

/// Pieces from an opening up to and without a closing, which a piece does not hold.
pub fn between(text: &str, open: &str, close: &str) -> Vec<String> {
    let is_open = |rest: &str| open.ends_with(' ') || rest.starts_with([' ', '>', '\n']);
    let pieces = text.split(open).skip(1).filter(|rest| is_open(rest));
    pieces.filter_map(|rest| Some(rest.split_once(close)?.0.to_owned())).collect()
}

/// What stands behind the end of the first tag.
fn inner_raw(piece: &str) -> String {
    piece.split_once('>').map(|(_, inner)| inner.to_owned()).unwrap_or_default()
}

fn inner(piece: &str) -> String {
    plain(&inner_raw(piece))
}

fn without_tags(text: &str) -> String {
    let pieces = text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    plain(&pieces.collect::<Vec<_>>().join("\n"))
}

fn plain(text: &str) -> String {
    let entities = [("&#x2f;", "/"), ("&#x27;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

/// The rows of a sheet, each cell as what it shows: words, numbers, results of formulas; blank ones too.
pub fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let parts = archive(bytes);
    let part = |name: &str| parts.iter().find(|(of, _)| of == name).map(|(_, xml)| xml.clone()).unwrap_or_default();
    let shared: Vec<String> = between(&part("xl/sharedStrings.xml"), "<si", "</si>")
        .iter()
        .map(|item| without_tags(&inner_raw(item)))
        .collect();
    let Some(number) = sheets(bytes).iter().position(|name| name == sheet) else { return Vec::new() };
    let rows = between(&part(&format!("xl/worksheets/sheet{}.xml", number + 1)), "<row ", "</row>");
    let cells = |row: &String| {
        let mut cells: Vec<String> = Vec::new();
        for cell in row.split("<c ").skip(1) {
            let name: String =
                cell.split('"').nth(1).unwrap_or_default().chars().filter(char::is_ascii_alphabetic).collect();
            let at = name.bytes().fold(0, |at, letter| at * 26 + usize::from(letter - b'A') + 1);
            cells.resize(at.max(1), String::new());
            let value = between(cell, "<v", "</v>").first().map(|value| inner(value)).unwrap_or_default();
            let is_shared = cell.split('>').next().is_some_and(|tag| tag.contains("t=\"s\""));
            let shown = if is_shared { shared[value.parse::<usize>().unwrap()].trim().to_owned() } else { value };
            *cells.last_mut().unwrap() = shown;
        }
        cells
    };
    rows.iter().map(cells).collect()
}
