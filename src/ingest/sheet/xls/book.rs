//! What a workbook says of all its sheets: the first part of its stream.

use super::records::{BEGIN, END, Records};
use super::strings::{self, Length, Writing};
use crate::diagnostics::Limit;
use crate::ingest::sheet::binary::{Fonts, Looks};
use crate::ingest::sheet::texts::Texts;
use crate::ingest::sheet::{SheetFault, SheetName};

/// Since Excel 97.
const UNICODE: u16 = 0x0600;

/// The facts of a workbook.
pub(super) struct Globals {
    pub(super) writing: Writing,
    /// Sheets of cells with the places where they begin, behind their first record.
    pub(super) sheets: Vec<(SheetName, usize)>,
    pub(super) texts: Texts,
    pub(super) fonts: Fonts,
    pub(super) looks: Looks,
    pub(super) counts_from_1904: bool,
}

impl Globals {
    /// Reads them from the start of a stream.
    pub(super) fn read(stream: &[u8]) -> Result<Self, SheetFault> {
        let mut records = Records::new(stream, 0);
        let first = records.next()?.filter(|first| first.number == BEGIN);
        // Before Excel 5 a file was a sheet.
        let Some(first) = first else { return Err(SheetFault::NotASpreadsheet("office")) };
        let is_unicode = first.fields().u16()? == UNICODE;
        let mut globals = Self {
            writing: if is_unicode { Writing::Unicode } else { Writing::Bytes(encoding_rs::WINDOWS_1252) },
            sheets: Vec::new(),
            texts: Texts::default(),
            fonts: Fonts::default(),
            looks: Looks::default(),
            counts_from_1904: false,
        };
        // Formats may stand behind the looks that use them.
        let mut looks: Vec<(u16, u16)> = Vec::new();
        while let Some(record) = records.next()? {
            let mut fields = record.fields();
            match record.number {
                END => break,
                0x002f if fields.u16()? != 0 => return Err(SheetFault::Password),
                0x0042 if !is_unicode => globals.writing = Writing::Bytes(encoding_of(fields.u16()?)),
                0x0022 => globals.counts_from_1904 = fields.u16()? == 1,
                0x0031 => {
                    fields.u16()?;
                    let bits = fields.u16()?;
                    fields.u32()?;
                    globals.fonts.push(bits, fields.u16()?)?;
                }
                0x041e => {
                    let format = fields.u16()?;
                    let length = if is_unicode { Length::OfTwoBytes } else { Length::OfOneByte };
                    let code = globals.writing.text(&mut fields, length)?;
                    globals.looks.format(format, &code)?;
                }
                0x00e0 => {
                    looks.push((fields.u16()?, fields.u16()?));
                    Limit::CellFormats.check(looks.len() as u64)?;
                }
                0x0085 => globals.sheet(&mut fields, stream)?,
                0x00fc => globals.texts = strings::read_all(fields, &mut records, &globals.fonts)?,
                _ => {}
            }
        }
        for (font, format) in looks {
            let letters = globals.fonts.get(font_number(font));
            globals.looks.push(format, letters)?;
        }
        Ok(globals)
    }

    fn sheet(
        &mut self,
        fields: &mut crate::ingest::sheet::binary::Fields<'_>,
        stream: &[u8],
    ) -> Result<(), SheetFault> {
        let start = fields.u32()? as usize;
        let state = fields.u8()? & 3;
        let kind = fields.u8()?;
        let name = self.writing.text(fields, Length::OfOneByte)?;
        let mut records = Records::new(stream, start);
        let begins = records.next()?.is_some_and(|record| record.number == BEGIN);
        // Charts, macros and modules of code hold no cells.
        if kind == 0 && begins {
            self.sheets.push((SheetName { name, is_hidden: state != 0 }, records.at()));
            Limit::Sheets.check(self.sheets.len() as u64)?;
        }
        Ok(())
    }
}

/// The place of a font among the records: there is none of the number 4.
pub(super) fn font_number(font: u16) -> usize {
    usize::from(if font > 4 { font - 1 } else { font })
}

/// The encoding of a code page.
fn encoding_of(page: u16) -> &'static encoding_rs::Encoding {
    let label = match page {
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        10_007 => "x-mac-cyrillic".to_owned(),
        10_000 | 0x8000 => "macintosh".to_owned(),
        1250..=1258 => format!("windows-{page}"),
        _ => "windows-1252".to_owned(),
    };
    encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}
