//! The parts of a workbook: which one is the main part, which sheets it has and where they are.

use crate::diagnostics::Limit;
use crate::ingest::sheet::archive::Archive;
use crate::ingest::sheet::xml::{Piece, Xml, attribute, is_on, local_attribute};
use crate::ingest::sheet::{SheetFault, SheetName};

/// The main part of a workbook.
pub(super) struct Main {
    pub(super) sheets: Vec<Named>,
    pub(super) counts_from_1904: bool,
}

/// A sheet with the id of its relation.
pub(super) struct Named {
    pub(super) name: SheetName,
    pub(super) relation: String,
}

/// What a part refers to.
pub(in crate::ingest::sheet) struct Relation {
    pub(in crate::ingest::sheet) id: String,
    /// The last word of its type: `worksheet`, `officeDocument`.
    pub(in crate::ingest::sheet) kind: String,
    /// A part, by its whole name.
    pub(in crate::ingest::sheet) target: String,
}

/// Reads the main part.
pub(super) fn read(archive: &mut Archive, main: &str) -> Result<Main, SheetFault> {
    let mut xml = Xml::new(archive.part(main, Limit::UnpackedPart)?);
    let mut found = Main { sheets: Vec::new(), counts_from_1904: false };
    loop {
        match xml.next()? {
            Piece::Open(element) => match element.local_name().as_ref() {
                "workbookPr" => found.counts_from_1904 = is_on(attribute(&element, "date1904")?.as_deref()),
                "sheet" => {
                    let state = attribute(&element, "state")?;
                    found.sheets.push(Named {
                        name: SheetName {
                            name: attribute(&element, "name")?.unwrap_or_default(),
                            is_hidden: matches!(state.as_deref(), Some("hidden" | "veryHidden")),
                        },
                        relation: local_attribute(&element, "id")?.unwrap_or_default(),
                    });
                    Limit::Sheets.check(found.sheets.len() as u64)?;
                }
                _ => {}
            },
            Piece::End => return Ok(found),
            Piece::Close(_) | Piece::Text(_) | Piece::Other => {}
        }
    }
}

/// What a part refers to; the whole archive where `part` is blank.
pub(in crate::ingest::sheet) fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Relation>, SheetFault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let own = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    if !archive.has(&own) {
        return Ok(Vec::new());
    }
    let mut xml = Xml::new(archive.part(&own, Limit::UnpackedPart)?);
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Piece::Open(element) if element.local_name().as_ref() == "Relationship" => {
                let kind = attribute(&element, "Type")?.unwrap_or_default();
                if attribute(&element, "TargetMode")?.as_deref() == Some("External") {
                    continue;
                }
                found.push(Relation {
                    id: attribute(&element, "Id")?.unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: whole_name(folder, &attribute(&element, "Target")?.unwrap_or_default()),
                });
                Limit::Parts.check(found.len() as u64)?;
            }
            Piece::End => return Ok(found),
            _ => {}
        }
    }
}

/// The name of a part from the folder of the one that refers to it.
fn whole_name(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::whole_name;

    #[test]
    fn targets_are_relative_to_the_part_that_names_them() {
        for (folder, target, whole) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("a/b", "../c/./d.xml", "a/c/d.xml"),
            ("xl", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
        ] {
            assert_eq!(whole_name(folder, target), whole);
        }
    }
}
