//! What the binary formats, XLS and XLSB, have in common: fields of records, numbers, errors, fonts and the looks of cells.

mod cell;
mod fields;
mod looks;

pub(super) use cell::{BinaryCell, real_text, rk_text};
pub(super) use fields::{Fields, wide_text};
pub(super) use looks::{Fonts, Looks, text_of_runs};
