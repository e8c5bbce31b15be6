//! A package of Office Open XML: named parts zipped in the order given, with no time of day in it, so that the same parts
//! are the same bytes. What a word processor and a slide program open is made with it.

use std::io::{self, BufWriter, Cursor, Write};

use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::RenderError;
use super::template::fill_into;

/// The first line of every part of XML.
const XML: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// How hard parts are packed, of 9: a little less than by default takes half the time, and a tenth more bytes.
const PACKED: i64 = 4;

/// Bytes of a part that are packed together.
const PIECE: usize = 1 << 16;

/// A package that is being put together. The list of content types is to be its first part.
pub(super) struct Package(ZipWriter<Cursor<Vec<u8>>>);

/// Lets through what XML 1.0 can hold. What is written to it are whole texts.
struct Allowed<W>(W);

impl Package {
    pub(super) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// A part of XML, without its first line.
    pub(super) fn xml(&mut self, name: &str, text: &str) -> Result<(), RenderError> {
        self.begin(name, CompressionMethod::Deflated)?;
        self.0.write_all(XML)?;
        Ok(Allowed(&mut self.0).write_all(text.as_bytes())?)
    }

    /// A part of XML made of a template without its first line, packed as it is made: a long ledger never stands as text.
    pub(super) fn filled(&mut self, name: &str, template: &str, values: impl Serialize) -> Result<(), RenderError> {
        self.begin(name, CompressionMethod::Deflated)?;
        self.0.write_all(XML)?;
        let mut pieces = BufWriter::with_capacity(PIECE, &mut self.0);
        fill_into(template, values, Allowed(&mut pieces))?;
        Ok(pieces.flush()?)
    }

    /// A part that is no XML of ours.
    pub(super) fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), RenderError> {
        // Pictures and workbooks are packed already.
        let is_packed = [".png", ".xlsx"].iter().any(|ending| name.ends_with(ending));
        self.begin(name, if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated })?;
        Ok(self.0.write_all(bytes)?)
    }

    fn begin(&mut self, name: &str, method: CompressionMethod) -> Result<(), RenderError> {
        let level = (method == CompressionMethod::Deflated).then_some(PACKED);
        let options = SimpleFileOptions::default().compression_method(method).compression_level(level);
        let options = options.last_modified_time(DateTime::default()).unix_permissions(0o644);
        Ok(self.0.start_file(name, options)?)
    }

    /// The package as bytes.
    ///
    /// # Errors
    ///
    /// Where the archive cannot be written, which is a fault of the program.
    pub(super) fn finish(self) -> Result<Vec<u8>, RenderError> {
        Ok(self.0.finish()?.into_inner())
    }
}

impl<W: Write> Write for Allowed<W> {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        // Nearly all is allowed, which single bytes show but where letters begin as the two that are not.
        if text.iter().all(|byte| (*byte >= b' ' && *byte != 0xef) || matches!(byte, b'\t' | b'\n' | b'\r')) {
            self.0.write_all(text)?;
        } else {
            let allowed: String = String::from_utf8_lossy(text).chars().filter(|letter| is_allowed(*letter)).collect();
            self.0.write_all(allowed.as_bytes())?;
        }
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Whether XML 1.0 can hold a letter.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::Package;

    fn package(text: &str) -> Vec<u8> {
        let mut package = Package::new();
        package.xml("a.xml", text).unwrap();
        package.finish().unwrap()
    }

    #[test]
    fn the_same_parts_are_the_same_bytes_and_hold_no_letter_that_xml_forbids() {
        let forbidden = "<a>one\u{1b}\u{0}\ttwo\u{fffd}\u{fffe}\u{ffff}\u{10000}</a>";
        assert_eq!(package(forbidden), package(forbidden));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package(forbidden))).unwrap();
        let text = std::io::read_to_string(archive.by_name("a.xml").unwrap()).unwrap();
        assert!(text.ends_with("<a>one\ttwo\u{fffd}\u{10000}</a>"), "{text}");
    }
}
