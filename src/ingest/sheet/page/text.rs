//! The text of a page: by its mark, by what it says of itself, or UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use crate::ingest::sheet::SheetFault;
use crate::message;

/// Bytes at the start of a page among which it says its encoding.
const HEAD: usize = 4 << 10;

/// The text of a page. Bytes that its encoding does not have are a fault.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, SheetFault> {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| said(bytes)).unwrap_or(UTF_8);
    let (text, encoding, has_faults) = encoding.decode(bytes);
    if has_faults {
        return Err(SheetFault::Broken(message!("sheet-page-encoding", encoding = encoding.name().to_lowercase())));
    }
    Ok(text)
}

/// The encoding that `charset=` names.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let name = head.get(at..)?.trim_ascii_start();
    let name = name.strip_prefix(b"\"").or_else(|| name.strip_prefix(b"'")).unwrap_or(name);
    let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    let length = name.iter().take_while(is_of_name).count();
    Encoding::for_label_no_replacement(name.get(..length)?)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn a_page_says_its_encoding() {
        let page = "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><td>Приют";
        let bytes = encoding_rs::WINDOWS_1251.encode(page).0;
        assert_eq!(decoded(&bytes).unwrap(), page);
        let wide: Vec<u8> = "\u{feff}<td>Приют".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&wide).unwrap(), "<td>Приют");
        assert_eq!(decoded("<td>Приют".as_bytes()).unwrap(), "<td>Приют");
        assert!(decoded(&encoding_rs::WINDOWS_1251.encode("<td>Приют").0).is_err());
    }
}
