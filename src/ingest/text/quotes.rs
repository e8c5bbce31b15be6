//! Quotes: where they open a cell, where it ends, and what is wrong with them.
//!
//! A quote opens a cell at its start, space before it left out; anywhere else it is a letter.

use memchr::{memchr, memchr3};

/// What is wrong with the quotes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteFault {
    /// A quoted cell never ends.
    Unterminated,
    /// Text follows a closing quote.
    TextAfter,
}

/// How far a cell reaches.
#[derive(Debug, Clone, Copy)]
pub struct CellEnd {
    /// Bytes up to the delimiter or the line end behind it.
    pub length: usize,
    /// What is wrong with its quotes.
    pub fault: Option<QuoteFault>,
}

/// Space that may stand around a quote.
pub fn is_space(byte: u8, delimiter: u8) -> bool {
    byte != delimiter && matches!(byte, b' ' | b'\t')
}

/// Whether the quote at this place opens a cell: nothing but space stands between it and the delimiter or line end before.
pub fn opens(bytes: &[u8], quote: usize, delimiter: u8) -> bool {
    let before = bytes.get(..quote).unwrap_or_default();
    let last = before.iter().rev().find(|byte| !is_space(**byte, delimiter));
    last.is_none_or(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'))
}

/// Reads one cell into `out`, its quotes taken off.
pub fn cell_end(bytes: &[u8], delimiter: u8, out: &mut Vec<u8>) -> CellEnd {
    let indent = bytes.iter().take_while(|byte| is_space(**byte, delimiter)).count();
    let Some(mut quoted) = bytes.get(indent..).and_then(|rest| rest.strip_prefix(b"\"")) else {
        let length = memchr3(delimiter, b'\n', b'\r', bytes).unwrap_or(bytes.len());
        out.extend_from_slice(bytes.get(..length).unwrap_or_default());
        return CellEnd { length, fault: None };
    };
    loop {
        let Some(quote) = memchr(b'"', quoted) else {
            out.extend_from_slice(quoted);
            return CellEnd { length: bytes.len(), fault: Some(QuoteFault::Unterminated) };
        };
        out.extend_from_slice(quoted.get(..quote).unwrap_or_default());
        quoted = quoted.get(quote + 1..).unwrap_or_default();
        if let Some(rest) = quoted.strip_prefix(b"\"") {
            out.push(b'"');
            quoted = rest;
            continue;
        }
        let end = memchr3(delimiter, b'\n', b'\r', quoted).unwrap_or(quoted.len());
        let after = quoted.get(..end).unwrap_or_default();
        let is_clean = after.iter().all(|byte| is_space(*byte, delimiter));
        if !is_clean {
            out.extend_from_slice(after);
        }
        let length = bytes.len() - quoted.len() + end;
        return CellEnd { length, fault: (!is_clean).then_some(QuoteFault::TextAfter) };
    }
}
