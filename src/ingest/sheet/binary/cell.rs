//! The value of a cell of a binary format.

use crate::ingest::record::CellKind;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::cells::Cell;
use crate::ingest::sheet::date::{DAYS_TO_1904, plus_days};
use crate::ingest::sheet::look::Look;
use crate::ingest::sheet::number_format::Shows;
use crate::message;

/// A value as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ingest::sheet) enum BinaryCell<'t> {
    /// A number as decimal text.
    Number(String),
    /// A text under the look of its cell, and whether something of it was left out.
    Text(&'t str, bool),
    /// True or false.
    Switch(bool),
    /// The code of an error.
    Error(u8),
    /// A formula whose value was never worked out.
    Unevaluated,
}

impl BinaryCell<'_> {
    /// The cell under its look.
    pub(in crate::ingest::sheet) fn read(self, look: &Look, counts_from_1904: bool) -> Result<Cell, SheetFault> {
        let struck = !look.letters.are_read();
        Ok(match self {
            Self::Text(text, lost) if lost && text.trim().is_empty() => Cell::new("", CellKind::Struck),
            Self::Text(text, _) => Cell::new(text, CellKind::Text),
            Self::Unevaluated => Cell::new("", CellKind::Unevaluated),
            _ if struck => Cell::new("", CellKind::Struck),
            Self::Switch(switch) => Cell::new(if switch { "TRUE" } else { "FALSE" }, CellKind::Text),
            Self::Error(code) => Cell::new(error_name(code), CellKind::Error),
            Self::Number(stored) => {
                let days = counts_from_1904 && look.shows == Shows::Date;
                let stored = if days { plus_days(&stored, DAYS_TO_1904).unwrap_or(stored) } else { stored };
                Cell::number(&stored, &look.shows)
                    .ok_or_else(|| SheetFault::Broken(message!("sheet-no-number", text = stored)))?
            }
        })
    }
}

/// A number in four bytes: thirty bits of it, whether they are whole, and whether it is a hundred times what is meant.
pub(in crate::ingest::sheet) fn rk_text(rk: u32) -> String {
    let is_hundredfold = rk & 1 != 0;
    let text = if rk & 2 != 0 {
        format!("{}e0", rk.cast_signed() >> 2)
    } else {
        real_text(f64::from_bits(u64::from(rk & 0xffff_fffc) << 32))
    };
    match text.split_once('e') {
        Some((mantissa, exponent)) if is_hundredfold => {
            format!("{mantissa}e{}", exponent.parse::<i64>().unwrap_or_default() - 2)
        }
        _ => text,
    }
}

/// A number with the fewest digits that are it alone, and an exponent.
pub(in crate::ingest::sheet) fn real_text(number: f64) -> String {
    format!("{number:e}")
}

/// What an error shows.
const fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        _ => "#ERROR!",
    }
}

#[cfg(test)]
mod tests {
    use super::rk_text;
    use crate::ingest::sheet::number::{Number, number_of};

    #[test]
    fn numbers_of_four_bytes_are_exact() {
        for (rk, number) in [
            (100 << 2 | 2, "100"),
            ((-5_i32 << 2).cast_unsigned() | 2, "-5"),
            (120_050 << 2 | 3, "1200.5"),
            (0x3ff0_0000, "1"),
            (0x405e_dd2c | 1, "1.2345"),
            (3, "0"),
        ] {
            let Some(Number::Exact(text)) = number_of(&rk_text(rk)) else { panic!("{rk:x}") };
            assert!(text.starts_with(number), "{rk:x}: {text}");
        }
    }
}
