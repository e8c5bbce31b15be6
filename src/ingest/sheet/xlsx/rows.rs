//! The rows of a sheet as they stand in its part.

use std::io::Read;

use quick_xml::events::BytesStart;

use super::strings;
use crate::diagnostics::Limit;
use crate::ingest::record::CellKind;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::cells::{Cell, Counted, RowBuffer};
use crate::ingest::sheet::date::{DAYS_TO_1904, plus_days};
use crate::ingest::sheet::look::Look;
use crate::ingest::sheet::number_format::Shows;
use crate::ingest::sheet::texts::{Text, Texts};
use crate::ingest::sheet::xml::{Piece, Xml, broken_attribute, cut_off, is_on, value};
use crate::message;

/// What a workbook says of all its sheets.
pub(super) struct Facts<'f> {
    pub(super) texts: &'f Texts,
    pub(super) looks: &'f [Look],
    pub(super) counts_from_1904: bool,
    /// Where the data of this sheet end, as the search for merged ranges found it.
    pub(super) end_of_data: Option<u64>,
}

/// Whether a sheet has a cell with something in it.
pub(super) fn has_cells(part: impl Read) -> Result<bool, SheetFault> {
    let mut xml = Xml::new(part);
    loop {
        match xml.next()? {
            Piece::Open(element) if matches!(element.local_name().as_ref(), "v" | "f" | "is") => return Ok(true),
            Piece::Close(element) if element.local_name().as_ref() == "sheetData" => return Ok(false),
            Piece::End => return Ok(false),
            _ => {}
        }
    }
}

/// Calls `each` with every row until it gives `false`.
pub(super) fn read(
    part: impl Read,
    facts: &Facts<'_>,
    each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool,
) -> Result<(), SheetFault> {
    let mut xml = Xml::new(part);
    let mut counted = Counted::new();
    let mut buffer = RowBuffer::default();
    // The row at hand and the one that comes where none is named; the column likewise.
    let (mut row, mut next_row, mut next_column) = (0_u32, 0_u32, 0_u32);
    loop {
        match xml.next()? {
            Piece::Open(element) => match element.local_name().as_ref() {
                "row" => {
                    let head = Row::of(&element)?;
                    row = head.number.unwrap_or(next_row);
                    if row < next_row {
                        return Err(disorder(row));
                    }
                    Limit::SheetRows
                        .check(u64::from(row) + 1)
                        .map_err(|exceeded| exceeded.in_row(u64::from(row) + 1))?;
                    next_row = row + 1;
                    next_column = 0;
                    buffer.clear();
                    buffer.is_hidden = head.is_hidden;
                }
                "c" => {
                    let head = Head::of(&element)?;
                    let column = match head.place {
                        Some((at, column)) if at == row && column >= next_column => column,
                        Some(_) => return Err(disorder(row)),
                        None => next_column,
                    };
                    Limit::SheetColumns
                        .check(u64::from(column) + 1)
                        .map_err(|exceeded| exceeded.in_row(u64::from(row) + 1))?;
                    next_column = column + 1;
                    let cell = cell(&mut xml, &head, facts).map_err(|fault| fault.in_row(row))?;
                    buffer.set(column, cell);
                }
                _ => {}
            },
            Piece::Close(element) => match element.local_name().as_ref() {
                "row" => {
                    counted.row(row, &buffer)?;
                    if !each(row, &mut buffer) {
                        return Ok(());
                    }
                }
                "sheetData" => {
                    return match facts.end_of_data {
                        Some(end) if end == xml.position() => Ok(()),
                        // It opens and closes in one.
                        None if next_row == 0 => Ok(()),
                        _ => Err(SheetFault::Broken(message!("sheet-data-end-twice"))),
                    };
                }
                _ => {}
            },
            Piece::End => return Ok(()),
            Piece::Text(_) | Piece::Other => {}
        }
    }
}

/// The attributes of a row.
#[derive(Default)]
struct Row {
    number: Option<u32>,
    is_hidden: bool,
}

impl Row {
    fn of(element: &BytesStart<'_>) -> Result<Self, SheetFault> {
        let mut row = Self::default();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| broken_attribute(&error))?;
            match attribute.key.as_ref() {
                "r" => {
                    let number = attribute.value.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
                    row.number = Some(number.ok_or_else(|| bad_place(&attribute.value))?);
                }
                "hidden" => row.is_hidden = is_on(Some(&attribute.value)),
                _ => {}
            }
        }
        Ok(row)
    }
}

/// The attributes of a cell.
#[derive(Default)]
struct Head {
    place: Option<(u32, u32)>,
    style: usize,
    kind: String,
}

impl Head {
    fn of(element: &BytesStart<'_>) -> Result<Self, SheetFault> {
        let mut head = Self::default();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| broken_attribute(&error))?;
            match attribute.key.as_ref() {
                "r" => {
                    let place = place_of(&attribute.value).ok_or_else(|| bad_place(&attribute.value))?;
                    head.place = Some(place);
                }
                "s" => head.style = attribute.value.parse().unwrap_or(usize::MAX),
                "t" => head.kind = value(&attribute)?,
                _ => {}
            }
        }
        Ok(head)
    }
}

/// Row and column of `B12`, the first of each being 0.
pub(super) fn place_of(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let column =
        letters.bytes().fold(0_u32, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = digits.parse::<u32>().ok()?;
    (u64::from(column) <= Limit::SheetColumns.most() && (1..=Limit::SheetRows.most()).contains(&u64::from(row)))
        .then(|| (row - 1, column - 1))
}

fn bad_place(found: &str) -> SheetFault {
    SheetFault::Broken(message!("sheet-bad-place", place = found.chars().take(40).collect::<String>()))
}

fn disorder(row: u32) -> SheetFault {
    SheetFault::Broken(message!("sheet-disorder", row = (u64::from(row) + 1).to_string()))
}

/// Reads a cell that has just opened, to its end.
fn cell<R: Read>(xml: &mut Xml<R>, head: &Head, facts: &Facts<'_>) -> Result<Cell, SheetFault> {
    let (mut stored, mut inline) = (String::new(), None::<Text>);
    let (mut in_value, mut has_formula) = (false, false);
    let mut depth = 1_u32;
    while depth > 0 {
        match xml.next()? {
            Piece::Open(element) => match element.local_name().as_ref() {
                "is" => inline = Some(strings::read(xml)?),
                name => {
                    depth += 1;
                    in_value = name == "v";
                    has_formula |= name == "f";
                }
            },
            Piece::Close(_) => {
                depth -= 1;
                in_value = false;
            }
            Piece::Text(text) if in_value => {
                stored.push_str(&text);
                Limit::CellText.check(stored.len() as u64)?;
            }
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Err(cut_off()),
        }
    }
    let plain = Look::default();
    let look = facts.looks.get(head.style).unwrap_or(&plain);
    let of_text = |text: &str, lost: bool| {
        Cell::new(text, if lost && text.trim().is_empty() { CellKind::Struck } else { CellKind::Text })
    };
    let of_plain = |text: &str, kind: CellKind| {
        if look.letters.are_read() { Cell::new(text, kind) } else { of_text("", !text.is_empty()) }
    };
    Ok(match head.kind.as_str() {
        "s" => {
            let index = stored.trim().parse().ok();
            let found = index.and_then(|index| facts.texts.get(index, look.letters));
            let Some((text, lost)) = found else {
                if stored.is_empty() {
                    return Ok(Cell::default());
                }
                return Err(SheetFault::Broken(message!("sheet-no-such-text", number = stored)));
            };
            of_text(text, lost)
        }
        "inlineStr" => {
            let text = inline.unwrap_or_default();
            let lost = text.lost || (!look.letters.are_read() && !text.plain.is_empty());
            of_text(text.under(look.letters), lost)
        }
        "str" => {
            strings::unescape(&mut stored);
            of_plain(&stored, CellKind::Text)
        }
        "e" => of_plain(&stored, CellKind::Error),
        "b" => of_plain(if stored.trim() == "1" { "TRUE" } else { "FALSE" }, CellKind::Text),
        "d" => of_plain(&stored, CellKind::Date),
        _ if stored.trim().is_empty() => {
            Cell::new("", if has_formula { CellKind::Unevaluated } else { CellKind::Text })
        }
        _ if !look.letters.are_read() => of_text("", true),
        _ => {
            let days = (facts.counts_from_1904 && look.shows == Shows::Date).then(|| plus_days(&stored, DAYS_TO_1904));
            let number = days.flatten().unwrap_or(stored);
            match Cell::number(&number, &look.shows) {
                Some(cell) => cell,
                None => return Err(SheetFault::Broken(message!("sheet-no-number", text = clipped(&number)))),
            }
        }
    })
}

fn clipped(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn places_lie_on_a_sheet() {
        for (text, place) in [
            ("A1", Some((0, 0))),
            ("b12", Some((11, 1))),
            ("AA3", Some((2, 26))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("XFE1", None),
            ("A1048577", None),
            ("ZZZZZZ1", None),
            ("A0", None),
            ("A", None),
            ("1", None),
            ("A-1", None),
            ("", None),
        ] {
            assert_eq!(place_of(text), place, "{text}");
        }
    }
}
