//! What agencies were asked for, agency by agency: how much of it was answered and what is open.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use super::Project;
use crate::domain::{RequestAnswer, RequestRow};
use crate::language::{Message, Value};
use crate::message;

/// What one agency was asked for.
#[derive(Debug, Clone)]
pub struct AskedAgency<'p> {
    /// Its code.
    pub agency: &'p ArcStr,
    /// Every figure once: the answer to it, or the last time that it was asked for.
    pub rows: Vec<&'p RequestRow>,
}

impl Project {
    /// Who was asked, in order of agencies; nobody where the project does not say.
    #[must_use]
    pub fn asked(&self) -> Vec<AskedAgency<'_>> {
        let mut by_agency: BTreeMap<&ArcStr, BTreeMap<&ArcStr, &RequestRow>> = BTreeMap::new();
        for row in &self.requests {
            let rows = by_agency.entry(&row.agency).or_default();
            let known = rows.entry(&row.what).or_insert(row);
            if known.answered.is_empty() {
                *known = row;
            }
        }
        let agencies = by_agency.into_iter();
        agencies.map(|(agency, rows)| AskedAgency { agency, rows: rows.into_values().collect() }).collect()
    }
}

impl<'p> AskedAgency<'p> {
    /// What is open.
    pub fn open(&self) -> impl Iterator<Item = &'p RequestRow> {
        self.rows.iter().copied().filter(|row| row.answered.is_empty())
    }

    /// Who was asked, when, by when the answers are due, how many there are.
    #[must_use]
    pub fn said(&self, name: &str) -> Message {
        let latest =
            |day: fn(&RequestRow) -> &ArcStr| self.rows.iter().map(|row| day(row)).max().filter(|day| !day.is_empty());
        let asked = latest(|row| &row.asked).map(|day| message!("asked-on", day = Value::Date(day.to_string())));
        let due = latest(|row| &row.due).map(|day| message!("asked-due", day = Value::Date(day.to_string())));
        let of = |answer: RequestAnswer| {
            self.rows.iter().filter(|row| !row.answered.is_empty() && row.answer == answer).count()
        };
        let (not_known, not_taken) = (of(RequestAnswer::NotKnown), of(RequestAnswer::NotTaken));
        let not_known = (not_known > 0).then(|| message!("asked-not-known", count = not_known));
        let not_taken = (not_taken > 0).then(|| message!("asked-not-taken", count = not_taken));
        let open = self.open().count();
        message!(
            "asked-of",
            agency = name,
            count = self.rows.len(),
            asked = Value::optional(asked),
            due = Value::optional(due),
            answered = (self.rows.len() - open).to_string(),
            unknown = Value::optional(not_known),
            differing = Value::optional(not_taken),
            open = open.to_string()
        )
    }
}
