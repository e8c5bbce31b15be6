//! The XML of a part, piece by piece, within the limits: elements open and close, texts between them have their references
//! resolved.

use std::borrow::Cow;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::attributes::{AttrError, Attribute};
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};

use super::SheetFault;
use crate::diagnostics::Limit;
use crate::ingest::bounded::{Bounded, exceeded};
use crate::language::Message;
use crate::message;

/// A part that is being read.
pub(super) struct Xml<R: Read> {
    reader: Reader<Bounded<BufReader<R>>>,
    buffer: Vec<u8>,
    depth: u64,
}

/// A piece of it. An element without content opens and closes.
pub(super) enum Piece<'b> {
    Open(BytesStart<'b>),
    Close(BytesEnd<'b>),
    Text(Cow<'b, str>),
    /// A comment or the like.
    Other,
    End,
}

impl<R: Read> Xml<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(Bounded::new(BufReader::with_capacity(64 << 10, part), Limit::Markup));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// Of a part that is read from its middle, where elements close that opened before.
    pub(super) fn fragment(part: R) -> Self {
        let mut xml = Self::new(part);
        xml.reader.config_mut().check_end_names = false;
        xml.reader.config_mut().allow_unmatched_ends = true;
        xml
    }

    /// Where the last piece ended.
    pub(super) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, SheetFault> {
        self.buffer.clear();
        self.reader.get_mut().reset();
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(|error| broken_xml(&error))? {
            Event::Start(element) => {
                self.depth += 1;
                Limit::Depth.check(self.depth)?;
                Piece::Open(element)
            }
            Event::End(element) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(element)
            }
            Event::Text(text) => Piece::Text(text.xml10_content()),
            Event::CData(text) => Piece::Text(text.xml10_content()),
            Event::GeneralRef(name) => Piece::Text(resolved(&name)?),
            Event::Eof => Piece::End,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Piece::Other,
        })
    }

    /// Passes over what is left of an element that has just opened.
    pub(super) fn skip(&mut self) -> Result<(), SheetFault> {
        let mut inside = 1_u32;
        while inside > 0 {
            match self.next()? {
                Piece::Open(_) => inside += 1,
                Piece::Close(_) => inside -= 1,
                Piece::Text(_) | Piece::Other => {}
                Piece::End => return Err(cut_off()),
            }
        }
        Ok(())
    }
}

/// What a reference such as `&lt;` or `&#8364;` stands for.
fn resolved(name: &BytesRef<'_>) -> Result<Cow<'static, str>, SheetFault> {
    if let Some(letter) = name.resolve_char_ref().map_err(|error| broken_xml(&error))? {
        return Ok(letter.to_string().into());
    }
    match quick_xml::escape::resolve_predefined_entity(name) {
        Some(text) => Ok(text.into()),
        None => Err(SheetFault::Broken(message!("sheet-bad-reference", name = name.to_string()))),
    }
}

/// A part that ends inside an element.
pub(super) fn cut_off() -> SheetFault {
    SheetFault::Broken(message!("sheet-cut-off"))
}

fn broken_xml(error: &quick_xml::Error) -> SheetFault {
    match error {
        quick_xml::Error::Io(error) => match exceeded(error) {
            Some(exceeded) => exceeded.clone().into(),
            None => SheetFault::Broken(Message::verbatim(error.to_string())),
        },
        other => SheetFault::Broken(Message::verbatim(other.to_string())),
    }
}

/// An attribute that cannot be read.
pub(super) fn broken_attribute(error: &AttrError) -> SheetFault {
    SheetFault::Broken(Message::verbatim(error.to_string()))
}

/// The value of an attribute by its whole name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetFault> {
    let found = element.try_get_attribute(name).map_err(|error| broken_attribute(&error))?;
    found.map(|found| value(&found)).transpose()
}

/// The value of an attribute by its name without a prefix.
pub(super) fn local_attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetFault> {
    for found in element.attributes().with_checks(false) {
        let found = found.map_err(|error| broken_attribute(&error))?;
        if found.key.local_name().as_ref() == name {
            return value(&found).map(Some);
        }
    }
    Ok(None)
}

/// The value of an attribute.
pub(super) fn value(attribute: &Attribute<'_>) -> Result<String, SheetFault> {
    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    Ok(value.map_err(|error| broken_xml(&error))?.into_owned())
}

/// Whether an attribute that is a switch is on.
pub(super) fn is_on(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "on"))
}
