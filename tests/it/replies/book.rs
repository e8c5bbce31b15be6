//! A workbook as a respondent changes it: cells of its first sheet set, moved and taken out, sheets renamed and lost.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

/// What is typed into a cell.
#[derive(Debug, Clone)]
pub enum Typed {
    /// Letters, as into a cell that is text.
    Text(&'static str),
    /// A number, as into one that is not.
    Number(&'static str),
    /// A formula with the result that is stored, if one is.
    Formula(&'static str, Option<&'static str>),
    /// An error of a formula.
    Error(&'static str),
    /// A number in the style of another cell, as where a program made a date of what was typed.
    Like(&'static str, &'static str),
}

/// A cell: its attributes but the address, and what is in it.
#[derive(Debug, Clone, Default)]
struct Cell {
    style: String,
    inner: String,
    kind: String,
}

/// A workbook of two sheets.
pub struct Book {
    parts: Vec<(String, Vec<u8>)>,
    before: String,
    behind: String,
    cells: BTreeMap<(u32, u32), Cell>,
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

impl Book {
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            parts.push((part.name().unwrap().into_owned(), bytes));
        }
        let sheet = parts.iter().find(|(name, _)| name == SHEET).unwrap();
        let text = String::from_utf8(sheet.1.clone()).unwrap();
        let (before, rest) = text.split_once("<sheetData>").unwrap();
        let (data, behind) = rest.split_once("</sheetData>").unwrap();
        let mut cells = BTreeMap::new();
        for piece in data.split("<c ").skip(1) {
            let (attributes, inner) = match piece.split_once("/>") {
                Some((attributes, _)) if !attributes.contains('>') => (attributes, ""),
                _ => {
                    let (attributes, rest) = piece.split_once('>').unwrap();
                    (attributes, rest.split_once("</c>").unwrap().0)
                }
            };
            let of = |name: &str| {
                let found =
                    attributes.split_once(&format!("{name}=\"")).map(|(_, rest)| rest.split_once('"').unwrap().0);
                found.unwrap_or_default().to_owned()
            };
            let cell = Cell { style: of("s"), inner: inner.to_owned(), kind: of("t") };
            cells.insert(place(&of("r")), cell);
        }
        let (before, behind) = (before.to_owned(), behind.to_owned());
        Self { parts, before, behind, cells }
    }

    /// Types something into a cell, which keeps its look.
    pub fn set(&mut self, address: &str, typed: &Typed) -> &mut Self {
        let like = |address: &str, cells: &BTreeMap<(u32, u32), Cell>| cells[&place(address)].style.clone();
        let cells = self.cells.clone();
        let cell = self.cells.entry(place(address)).or_default();
        (cell.kind, cell.inner) = match typed {
            Typed::Text(text) => ("inlineStr".to_owned(), format!("<is><t>{}</t></is>", escaped(text))),
            Typed::Number(number) => (String::new(), format!("<v>{number}</v>")),
            Typed::Formula(formula, result) => {
                let stored = result.map(|result| format!("<v>{result}</v>")).unwrap_or_default();
                (String::new(), format!("<f>{}</f>{stored}", escaped(formula)))
            }
            Typed::Error(error) => ("e".to_owned(), format!("<v>{error}</v>")),
            Typed::Like(other, number) => {
                cell.style = like(other, &cells);
                (String::new(), format!("<v>{number}</v>"))
            }
        };
        self
    }

    /// Takes out what stands in a cell.
    pub fn clear(&mut self, address: &str) -> &mut Self {
        let cell = self.cells.get_mut(&place(address)).unwrap();
        (cell.kind, cell.inner) = (String::new(), String::new());
        self
    }

    /// Two rows change places.
    pub fn swap_rows(&mut self, one: u32, other: u32) -> &mut Self {
        let swapped = |row: u32| {
            if row == one {
                other
            } else if row == other {
                one
            } else {
                row
            }
        };
        self.cells =
            std::mem::take(&mut self.cells).into_iter().map(|((row, at), cell)| ((swapped(row), at), cell)).collect();
        self
    }

    /// A row is copied to another.
    pub fn copy_row(&mut self, from: u32, to: u32) -> &mut Self {
        let of_row: Vec<_> =
            self.cells.iter().filter(|((row, _), _)| *row == from).map(|((_, at), cell)| (*at, cell.clone())).collect();
        self.cells.extend(of_row.into_iter().map(|(at, cell)| ((to, at), cell)));
        self
    }

    /// A row is taken out, and those below move up.
    pub fn remove_row(&mut self, gone: u32) -> &mut Self {
        let kept = std::mem::take(&mut self.cells).into_iter().filter(|((row, _), _)| *row != gone);
        self.cells = kept.map(|((row, at), cell)| ((if row > gone { row - 1 } else { row }, at), cell)).collect();
        self
    }

    /// A column is taken out, and those behind move.
    pub fn remove_column(&mut self, letter: char) -> &mut Self {
        let gone = place(&format!("{letter}1")).1;
        let kept = std::mem::take(&mut self.cells).into_iter().filter(|((_, at), _)| *at != gone);
        self.cells = kept.map(|((row, at), cell)| ((row, if at > gone { at - 1 } else { at }), cell)).collect();
        self
    }

    /// Two columns change places.
    pub fn swap_columns(&mut self, one: char, other: char) -> &mut Self {
        let (one, other) = (place(&format!("{one}1")).1, place(&format!("{other}1")).1);
        let swapped = |at: u32| {
            if at == one {
                other
            } else if at == other {
                one
            } else {
                at
            }
        };
        self.cells =
            std::mem::take(&mut self.cells).into_iter().map(|((row, at), cell)| ((row, swapped(at)), cell)).collect();
        self
    }

    /// Text of a part in place of other text.
    pub fn replace(&mut self, part: &str, from: &str, to: &str) -> &mut Self {
        let (_, bytes) = self.parts.iter_mut().find(|(name, _)| name == part).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{part} has no {from}");
        *bytes = text.replacen(from, to, 1).into_bytes();
        self
    }

    /// The sheet of a name is taken out of the workbook.
    pub fn drop_sheet(&mut self, name: &str) -> &mut Self {
        let (_, bytes) = self.parts.iter().find(|(part, _)| part == "xl/workbook.xml").unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let start = text.find(&format!("<sheet name=\"{name}\"")).unwrap();
        let end = start + text[start..].find("/>").unwrap() + 2;
        let sheet = text[start..end].to_owned();
        self.replace("xl/workbook.xml", &sheet, "")
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut data = String::new();
        let mut last = None;
        for ((row, at), cell) in &self.cells {
            if last != Some(*row) {
                data.push_str(if last.is_some() { "</row>" } else { "" });
                data.push_str(&format!("<row r=\"{row}\">"));
                last = Some(*row);
            }
            let style = if cell.style.is_empty() { String::new() } else { format!(" s=\"{}\"", cell.style) };
            let kind = if cell.kind.is_empty() { String::new() } else { format!(" t=\"{}\"", cell.kind) };
            data.push_str(&format!("<c r=\"{}{row}\"{style}{kind}>{}</c>", letters(*at), cell.inner));
        }
        let sheet = format!("{}<sheetData>{data}</row></sheetData>{}", self.before, self.behind);
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(if name == SHEET { sheet.as_bytes() } else { bytes }).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn place(address: &str) -> (u32, u32) {
    let letters: String = address.chars().take_while(char::is_ascii_alphabetic).collect();
    let column = letters.bytes().fold(0, |at, letter| at * 26 + u32::from(letter - b'A') + 1);
    (address[letters.len()..].parse().unwrap(), column)
}

fn letters(mut column: u32) -> String {
    let mut letters = String::new();
    while column > 0 {
        letters.insert(0, char::from(b'A' + u8::try_from((column - 1) % 26).unwrap()));
        column = (column - 1) / 26;
    }
    letters
}
