//! One cell of ODS: its value by what its type says, its text as a person sees it.

use std::io::Read;
use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::APART;
use super::styles::Styles;
use crate::diagnostics::Limit;
use crate::domain::NamedCurrency;
use crate::ingest::record::CellKind;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::cells::Cell;
use crate::ingest::sheet::look::Letters;
use crate::ingest::sheet::number_format::Shows;
use crate::ingest::sheet::xml::{Piece, Xml, attribute, broken_attribute, cut_off, value};
use crate::message;

/// The attributes of a cell.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) style: Option<String>,
    kind: Option<String>,
    value: Option<String>,
    text: Option<String>,
    currency: Option<String>,
    has_formula: bool,
    is_error: bool,
}

impl Head {
    pub(super) fn of(element: &BytesStart<'_>) -> Result<Self, SheetFault> {
        let mut head = Self::default();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| broken_attribute(&error))?;
            match attribute.key.as_ref() {
                "table:style-name" => head.style = Some(value(&attribute)?),
                "office:value-type" => head.kind = Some(value(&attribute)?),
                "calcext:value-type" => head.is_error = attribute.value.as_ref() == "error",
                "office:value" | "office:date-value" | "office:time-value" | "office:boolean-value" => {
                    head.value = Some(value(&attribute)?);
                }
                "office:string-value" => head.text = Some(value(&attribute)?),
                "office:currency" => head.currency = Some(value(&attribute)?),
                "table:formula" => head.has_formula = true,
                _ => {}
            }
        }
        Ok(head)
    }
}

/// What stands in a cell.
#[derive(Default)]
struct Content {
    text: String,
    /// Whether something of it is struck through or raised, and left out.
    lost: bool,
}

/// Reads a cell that has just opened, to its end.
pub(super) fn read<R: Read>(
    xml: &mut Xml<R>,
    head: &Head,
    styles: &Styles,
    style: Option<&str>,
) -> Result<Cell, SheetFault> {
    let look = styles.look(style);
    let content = content(xml, styles, look.letters)?;
    let value = head.value.as_deref().unwrap_or_default();
    let struck = !look.letters.are_read();
    let gone = |was: &str| Cell::new("", if was.trim().is_empty() { CellKind::Text } else { CellKind::Struck });
    Ok(match head.kind.as_deref() {
        Some("float" | "percentage" | "currency") => {
            let shows = match (head.kind.as_deref(), &head.currency) {
                (Some("percentage"), _) => Shows::Percent,
                (Some("currency"), Some(code)) => match NamedCurrency::of_word(code) {
                    Some(named) => Shows::Money(Arc::new(named)),
                    None => look.shows,
                },
                _ => match look.shows {
                    Shows::Date | Shows::Time => Shows::Number,
                    other => other,
                },
            };
            if struck {
                return Ok(gone(value));
            }
            let clipped = || value.chars().take(40).collect::<String>();
            Cell::number(value, &shows)
                .ok_or_else(|| SheetFault::Broken(message!("sheet-no-number", text = clipped())))?
        }
        Some(_) if struck && head.value.is_some() => gone(value),
        Some("date") => {
            let day = value.split_once('T').map_or(value, |(day, _)| day);
            Cell::new(day, CellKind::Date)
        }
        Some("time") => Cell::new(value, CellKind::Date),
        Some("boolean") => Cell::new(value.to_uppercase(), CellKind::Text),
        None if head.has_formula => Cell::new("", CellKind::Unevaluated),
        _ => {
            let is_blank = head.text.as_ref().is_some_and(String::is_empty);
            // A formula that failed is stored as a blank text, and shows its error.
            if head.is_error || (head.has_formula && is_blank && !content.text.is_empty()) {
                return Ok(Cell::new(content.text, CellKind::Error));
            }
            match &head.text {
                Some(text) if !content.lost && !struck => Cell::new(text.as_str(), CellKind::Text),
                _ if content.lost && content.text.trim().is_empty() => Cell::new("", CellKind::Struck),
                _ => Cell::new(content.text, CellKind::Text),
            }
        }
    })
}

/// The text of a cell: its paragraphs, without remarks and drawings. White space of the markup is none of its own.
fn content<R: Read>(xml: &mut Xml<R>, styles: &Styles, letters: Letters) -> Result<Content, SheetFault> {
    let mut content = Content::default();
    let mut paragraphs = 0_u32;
    let mut in_paragraph = 0_u32;
    // The looks of the pieces that are open, each with the depth of its element.
    let mut looks: Vec<(u32, Letters)> = Vec::new();
    let mut depth = 1_u32;
    while depth > 0 {
        let mut apart = false;
        match xml.next()? {
            Piece::Open(element) => {
                depth += 1;
                match element.name().as_ref() {
                    "text:p" | "text:h" => {
                        if paragraphs > 0 {
                            content.text.push('\n');
                        }
                        paragraphs += 1;
                        in_paragraph += 1;
                    }
                    "text:span" => {
                        let around = looks.last().map_or(letters, |(_, look)| *look);
                        let style = attribute(&element, "text:style-name")?;
                        looks.push((depth, styles.piece(style.as_deref(), around)));
                    }
                    "text:s" | "text:tab" | "text:line-break" => content.text.push(' '),
                    name => {
                        apart = APART.contains(&name)
                            || name == "table:table"
                            || name == "text:note"
                            || name == "text:ruby-text"
                            || name.starts_with("draw:");
                    }
                }
            }
            Piece::Close(element) => {
                looks.pop_if(|(opened, _)| *opened == depth);
                depth -= 1;
                if matches!(element.name().as_ref(), "text:p" | "text:h") {
                    in_paragraph = in_paragraph.saturating_sub(1);
                }
            }
            Piece::Text(text) if in_paragraph > 0 => {
                if looks.last().map_or(letters, |(_, look)| *look).are_read() {
                    push_collapsed(&mut content.text, &text);
                    Limit::CellText.check(content.text.len() as u64)?;
                } else {
                    content.lost |= !text.trim().is_empty();
                }
            }
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Err(cut_off()),
        }
        if apart {
            depth -= 1;
            xml.skip()?;
        }
    }
    content.text.truncate(content.text.trim_end().len());
    Ok(content)
}

/// Adds text whose runs of white space are one space, and none at the start of a line.
fn push_collapsed(all: &mut String, text: &str) {
    for letter in text.chars() {
        if !matches!(letter, ' ' | '\t' | '\r' | '\n') {
            all.push(letter);
        } else if !all.is_empty() && !all.ends_with([' ', '\n']) {
            all.push(' ');
        }
    }
}
