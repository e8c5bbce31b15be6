//! The looks of cells: what a workbook's styles say of percentages, dates, money, strikes and superscript.

use std::collections::HashMap;
use std::io::Read;

use quick_xml::events::BytesStart;

use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::look::{Letters, Look};
use crate::ingest::sheet::number_format::Shows;
use crate::ingest::sheet::xml::{Piece, Xml, attribute, is_on};

/// The look of each format of cells, in order.
pub(super) fn read(part: impl Read) -> Result<Vec<Look>, SheetFault> {
    let mut xml = Xml::new(part);
    let mut codes: HashMap<u32, Shows> = HashMap::new();
    let mut fonts: Vec<Letters> = Vec::new();
    let mut looks = Vec::new();
    let (mut in_fonts, mut in_formats) = (false, false);
    loop {
        match xml.next()? {
            Piece::Open(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    if let Some(id) = number(&element, "numFmtId")? {
                        codes.insert(id, Shows::of_code(&code));
                        Limit::CellFormats.check(codes.len() as u64)?;
                    }
                }
                "fonts" => in_fonts = true,
                "font" if in_fonts => {
                    fonts.push(Letters::default());
                    Limit::CellFormats.check(fonts.len() as u64)?;
                }
                "cellXfs" => in_formats = true,
                "xf" if in_formats => {
                    let id = number(&element, "numFmtId")?.unwrap_or_default();
                    let font = number(&element, "fontId")?.unwrap_or_default();
                    let shows = codes.get(&id).cloned().unwrap_or_else(|| Shows::of_number(id));
                    let letters = fonts.get(font as usize).copied().unwrap_or_default();
                    looks.push(Look { shows, letters });
                    Limit::CellFormats.check(looks.len() as u64)?;
                }
                _ if in_fonts => {
                    if let Some(font) = fonts.last_mut() {
                        note(font, &element)?;
                    }
                }
                _ => {}
            },
            Piece::Close(element) => match element.local_name().as_ref() {
                "fonts" => in_fonts = false,
                "cellXfs" => in_formats = false,
                _ => {}
            },
            Piece::End => return Ok(looks),
            Piece::Text(_) | Piece::Other => {}
        }
    }
}

/// Notes what a property of a font says of its letters.
pub(super) fn note(letters: &mut Letters, property: &BytesStart<'_>) -> Result<(), SheetFault> {
    match property.local_name().as_ref() {
        "strike" | "dstrike" => letters.struck = attribute(property, "val")?.is_none_or(|value| is_on(Some(&value))),
        "vertAlign" => letters.raised = attribute(property, "val")?.as_deref() == Some("superscript"),
        _ => {}
    }
    Ok(())
}

fn number(element: &BytesStart<'_>, name: &str) -> Result<Option<u32>, SheetFault> {
    Ok(attribute(element, name)?.and_then(|text| text.parse().ok()))
}
