//! Texts of pieces: the table of texts that cells share, and texts in the cells themselves.

use std::io::Read;

use super::styles::note;
use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::look::Letters;
use crate::ingest::sheet::texts::{Text, Texts};
use crate::ingest::sheet::xml::{Piece, Xml, cut_off};

/// Reads the texts that cells share. How many the part claims to have is not looked at.
pub(super) fn read_all(part: impl Read) -> Result<Texts, SheetFault> {
    let mut xml = Xml::new(part);
    let mut texts = Texts::default();
    loop {
        let is_text = match xml.next()? {
            Piece::Open(element) => element.local_name().as_ref() == "si",
            Piece::End => return Ok(texts),
            _ => false,
        };
        if is_text {
            let text = read(&mut xml)?;
            texts.push(text)?;
        }
    }
}

/// Reads what stands in an element that holds a text, `si` or `is`, which has just opened.
pub(super) fn read<R: Read>(xml: &mut Xml<R>) -> Result<Text, SheetFault> {
    let mut text = Text::default();
    // The look of the piece at hand; `None` where it has that of its cell.
    let (mut look, mut in_text, mut in_look) = (None, false, false);
    let mut depth = 1_u32;
    while depth > 0 {
        match xml.next()? {
            Piece::Open(element) => {
                depth += 1;
                match element.local_name().as_ref() {
                    "r" => look = None,
                    "rPr" => (look, in_look) = (Some(Letters::default()), true),
                    "t" => in_text = true,
                    // How a Japanese text is spoken.
                    "rPh" => {
                        depth -= 1;
                        xml.skip()?;
                    }
                    _ => {
                        if let Some(letters) = look.as_mut().filter(|_| in_look) {
                            note(letters, &element)?;
                        }
                    }
                }
            }
            Piece::Close(element) => {
                depth -= 1;
                match element.local_name().as_ref() {
                    "t" => in_text = false,
                    "rPr" => in_look = false,
                    "r" => look = None,
                    _ => {}
                }
            }
            Piece::Text(piece) if in_text => {
                text.add(&piece, look);
                Limit::CellText.check(text.plain.len() as u64)?;
            }
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Err(cut_off()),
        }
    }
    unescape(&mut text.plain);
    unescape(&mut text.own);
    Ok(text)
}

/// Letters that XML does not have stand as `_x000D_`.
pub(super) fn unescape(text: &mut String) {
    if !text.contains("_x") {
        return;
    }
    let mut rest = text.as_str();
    let mut plain = String::with_capacity(text.len());
    while let Some((before, after)) = rest.split_once("_x") {
        let code = after.get(..5).filter(|code| code.ends_with('_'));
        let letter = code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32);
        plain.push_str(before);
        match letter {
            Some(letter) => {
                plain.push(letter);
                rest = &after[5..];
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    *text = plain;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(body: &str) -> Texts {
        read_all(format!("<sst count=\"4294967295\">{body}</sst>").as_bytes()).unwrap()
    }

    #[test]
    fn raised_and_struck_pieces_are_left_out() {
        let plain = Letters::default();
        let struck = Letters { struck: true, raised: false };
        let table = texts(
            "<si><t>Police</t></si>\
             <si><r><t>1234</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></si>\
             <si><r><rPr><strike/></rPr><t>300</t></r><r><rPr/><t xml:space=\"preserve\"> 400</t></r></si>\
             <si><r><rPr><strike val=\"0\"/></rPr><t>5</t></r></si>\
             <si><t/></si>\
             <si><r><t>H</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>2</t></r><rPh><t>x</t></rPh></si>",
        );
        for (index, look, text, lost) in [
            (0, plain, "Police", false),
            (0, struck, "", true),
            (1, plain, "1234", true),
            (2, plain, " 400", true),
            (2, struck, " 400", true),
            (3, struck, "5", false),
            (4, plain, "", false),
            (5, plain, "H2", false),
        ] {
            assert_eq!(table.get(index, look), Some((text, lost)), "{index}");
        }
        assert_eq!(table.get(6, plain), None);
    }

    #[test]
    fn letters_that_xml_does_not_have_are_unescaped() {
        for (written, text) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("a_x", "a_x"),
            ("_xжжж_", "_xжжж_"),
        ] {
            let mut found = written.to_owned();
            unescape(&mut found);
            assert_eq!(found, text);
        }
    }
}
