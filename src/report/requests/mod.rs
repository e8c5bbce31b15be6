//! Requests: what a project does not know, by the agency that would; the book and the letter that ask for it. No format.

mod book;
mod item;
mod letter;
mod needs;
mod standing;
mod words;

use std::collections::BTreeMap;

use arcstr::ArcStr;

pub use book::{Above, Asked, BookRow, RequestBook, RequestBooks};
pub use item::{Item, Subject};
pub use letter::{Letter, LetterText, letter};
pub use needs::{COORDINATOR, items};
pub use standing::{Known, Standing, standings};

use crate::domain::YearRange;
pub use crate::ingest::replies::{Field, HIDDEN_SHEET, Kind};
use crate::project::Project;

/// What one agency is asked for.
#[derive(Debug, Clone)]
pub struct AgencyRequest {
    /// Its code.
    pub agency: ArcStr,
    /// What stands before the endings of its files.
    pub name: String,
    /// The items, in the order of the form.
    pub items: Vec<Item>,
}

impl AgencyRequest {
    /// The name of its book.
    #[must_use]
    pub fn book_name(&self) -> String {
        format!("{}.xlsx", self.name)
    }

    /// The name of its letter.
    #[must_use]
    pub fn letter_name(&self) -> String {
        format!("{}-letter.docx", self.name)
    }
}

/// What every agency is asked for of these years, agencies in order.
#[must_use]
pub fn requests(project: &Project, years: YearRange) -> Vec<AgencyRequest> {
    let mut by_agency: BTreeMap<ArcStr, Vec<Item>> = BTreeMap::new();
    for item in items(project, years) {
        by_agency.entry(item.agency.clone()).or_default().push(item);
    }
    let mut taken: Vec<String> = Vec::new();
    let named = by_agency.into_iter().map(|(agency, items)| {
        let plain = file_name(&agency);
        // File systems that do not tell capitals from small letters have each name once too.
        let is_taken = |name: &str, taken: &[String]| taken.contains(&name.to_lowercase());
        let mut name = plain.clone();
        let mut number = 2;
        while is_taken(&name, &taken) {
            name = format!("{plain}-{number}");
            number += 1;
        }
        taken.push(name.to_lowercase());
        AgencyRequest { agency, name, items }
    });
    named.collect()
}

/// The code of an agency as part of the name of a file: letters and digits of any script, all else a dash.
fn file_name(agency: &str) -> String {
    let name: String =
        agency.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).take(60).collect();
    let parts: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "agency".to_owned() } else { parts.join("-") }
}

/// The rows of `requests` that say that these were asked.
#[must_use]
pub fn asked_rows(requests: &[AgencyRequest], asked: &Asked) -> Vec<[String; 6]> {
    let rows = requests.iter().flat_map(|request| {
        request.items.iter().map(|item| {
            let agency = request.agency.to_string();
            [agency, item.what(), asked.asked.clone(), asked.due.clone(), String::new(), item.id.clone()]
        })
    });
    rows.collect()
}

/// The columns of those rows.
pub const ASKED_COLUMNS: [&str; 6] = ["agency", "what", "asked", "due", "answered", "id"];

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn agencies_name_files() {
        for (agency, name) in [("MoI", "MoI"), ("МВР", "МВР"), ("../a b/", "a-b"), ("...", "agency")] {
            assert_eq!(file_name(agency), name);
        }
    }
}
