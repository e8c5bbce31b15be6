//! The archive that a spreadsheet is: its parts by name, unpacked within the limits and only where they are needed.

use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::SheetFault;
use crate::diagnostics::Limit;
use crate::ingest::bounded::Bounded;
use crate::language::Message;
use crate::message;

/// An archive in memory.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
    /// Names as they are compared, with the index of each part.
    names: std::collections::HashMap<String, usize>,
}

impl Archive {
    /// Opens the archive that these bytes are.
    pub(super) fn open(bytes: Arc<[u8]>) -> Result<Self, SheetFault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        Limit::Parts.check(zip.len() as u64)?;
        let mut names = std::collections::HashMap::new();
        for index in 0..zip.len() {
            if let Some(name) = zip.name_for_index(index)
                && names.insert(compared(&name.map_err(|error| broken(&error))?), index).is_some()
            {
                return Err(SheetFault::Broken(message!("sheet-part-twice")));
            }
        }
        Ok(Self { zip, names })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&compared(name))
    }

    /// The start of a part, unpacked.
    pub(super) fn part(&mut self, name: &str, limit: Limit) -> Result<impl Read + use<'_>, SheetFault> {
        let Some(index) = self.names.get(&compared(name)) else {
            return Err(SheetFault::Broken(message!("sheet-part-missing", part = name)));
        };
        match self.zip.by_index(*index) {
            Ok(part) => Ok(Bounded::new(part, limit)),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => Err(SheetFault::Password),
            Err(error) => Err(broken(&error)),
        }
    }

    /// A small part as text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, SheetFault> {
        let mut text = Vec::new();
        let mut part = self.part(name, Limit::UnpackedPart)?;
        part.read_to_end(&mut text).map_err(super::read_error)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

/// A name of a part as it is compared: OPC says that case does not matter, and some writers use backslashes.
fn compared(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

fn broken(error: &ZipError) -> SheetFault {
    SheetFault::Broken(Message::verbatim(error.to_string()))
}
