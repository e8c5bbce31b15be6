//! A package of Office Open XML: named parts zipped in the order given, with no time of day in it, so that the same parts
//! are the same bytes. What a word processor and a slide program open is made with it.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::RenderError;

/// The first line of every part of XML.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// One part: its name in the package, the line before its bytes, and these.
#[derive(Debug)]
pub(super) struct Part {
    name: String,
    first: &'static str,
    bytes: Vec<u8>,
}

impl Part {
    /// A part of XML, without its first line.
    pub(super) fn xml(name: impl Into<String>, text: impl Into<String>) -> Self {
        // In its place: the text of a long ledger is most of the memory that a document takes.
        let mut text = text.into();
        text.retain(is_allowed);
        Self { name: name.into(), first: XML, bytes: text.into_bytes() }
    }

    /// A part that is no XML.
    pub(super) fn bytes(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), first: "", bytes }
    }
}

/// Whether XML 1.0 can hold a letter.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The package of these parts. The list of content types is to be the first.
///
/// # Errors
///
/// Where the archive cannot be written, which is a fault of the program.
pub(super) fn package(parts: &[Part]) -> Result<Vec<u8>, RenderError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    for part in parts {
        // Pictures and workbooks are packed already.
        let is_packed = [".png", ".xlsx"].iter().any(|ending| part.name.ends_with(ending));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(part.name.as_str(), options.compression_method(method))?;
        archive.write_all(part.first.as_bytes())?;
        archive.write_all(&part.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::{Part, package};

    #[test]
    fn the_same_parts_are_the_same_bytes_and_hold_no_letter_that_xml_forbids() {
        let parts = || [Part::xml("a.xml", "<a>one\u{1b}\u{0}two</a>")];
        assert_eq!(package(&parts()).unwrap(), package(&parts()).unwrap());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package(&parts()).unwrap())).unwrap();
        let text = std::io::read_to_string(archive.by_name("a.xml").unwrap()).unwrap();
        assert!(text.ends_with("<a>onetwo</a>"), "{text}");
    }
}
