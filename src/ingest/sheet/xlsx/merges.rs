//! The merged ranges of a sheet. They stand behind its data, which are passed over as bytes.

use std::io::{BufRead, BufReader, Read};

use super::rows::place_of;
use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::merged::{Merges, Range};
use crate::ingest::sheet::read_error;
use crate::ingest::sheet::xml::{Piece, Xml, attribute};

/// The end of the name of the element that holds the data.
const DATA: &[u8] = b"sheetData>";

/// Finds the ranges, and where the data end; `None` where they have no end of their own.
pub(super) fn read(part: impl Read) -> Result<(Option<u64>, Merges), SheetFault> {
    let mut part = BufReader::with_capacity(256 << 10, part);
    // A byte order mark has no place of its own for the reader of the XML.
    let mark = "\u{feff}".as_bytes();
    if part.fill_buf().map_err(read_error)?.starts_with(mark) {
        part.consume(mark.len());
    }
    let Some(end) = pass_data(&mut part)? else { return Ok((None, Merges::default())) };
    let mut xml = Xml::fragment(part);
    let mut ranges = Vec::new();
    loop {
        match xml.next()? {
            Piece::Open(element) if element.local_name().as_ref() == "mergeCell" => {
                let written = attribute(&element, "ref")?.unwrap_or_default();
                let (first, last) = written.split_once(':').unwrap_or((&written, &written));
                let (Some(first), Some(last)) = (place_of(first), place_of(last)) else { continue };
                ranges.push(Range {
                    first_row: first.0.min(last.0),
                    first_column: first.1.min(last.1),
                    last_row: first.0.max(last.0),
                    last_column: first.1.max(last.1),
                });
                Limit::Merged.check(ranges.len() as u64)?;
            }
            Piece::Close(element) if element.local_name().as_ref() == "mergeCells" => break,
            Piece::Close(element) if element.local_name().as_ref() == "worksheet" => break,
            Piece::End => break,
            _ => {}
        }
    }
    Ok((Some(end), Merges::new(ranges)?))
}

/// Reads to behind the end of the data; gives how many bytes that were.
fn pass_data(part: &mut impl BufRead) -> Result<Option<u64>, SheetFault> {
    let mut passed = 0_u64;
    // The last bytes of what was read before, so that a cut shows nowhere.
    let mut window: Vec<u8> = Vec::new();
    loop {
        let read = part.fill_buf().map_err(read_error)?;
        if read.is_empty() {
            return Ok(None);
        }
        let kept = window.len();
        window.extend_from_slice(read);
        let length = read.len();
        for at in memchr::memmem::find_iter(&window, DATA) {
            // One that ended in what was read before was looked at then.
            if let Some(used) = (at + DATA.len()).checked_sub(kept).filter(|used| *used > 0)
                && is_end_tag(window.get(..at).unwrap_or_default())
            {
                part.consume(used);
                return Ok(Some(passed + used as u64));
            }
        }
        part.consume(length);
        passed += length as u64;
        window.drain(..window.len().saturating_sub(64));
    }
}

/// Whether what stands before the name is `</` or `</prefix:`.
fn is_end_tag(before: &[u8]) -> bool {
    let bare = before.strip_suffix(b":").map_or(before, |prefixed| {
        let end = prefixed.iter().rposition(|byte| !byte.is_ascii_alphanumeric()).map_or(0, |last| last + 1);
        prefixed.get(..end).unwrap_or_default()
    });
    bare.ends_with(b"</")
}
