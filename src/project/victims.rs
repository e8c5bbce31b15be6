//! Counts of victims by measure, year, form of exploitation and group.

use std::sync::Arc;

use crate::domain::{ALL_FORMS, Fraction, VictimCount, Year};

/// The counts of a project, in the order of the file.
#[derive(Debug, Default)]
pub struct Victims {
    rows: Vec<VictimCount>,
}

impl Victims {
    /// Keeps the rows in the order of the file.
    #[must_use]
    pub fn new(rows: Vec<VictimCount>) -> Self {
        Self { rows }
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &VictimCount> {
        self.rows.iter()
    }

    /// The measures, each once, in the order of the file.
    #[must_use]
    pub fn measures(&self) -> Vec<Arc<str>> {
        let mut measures: Vec<Arc<str>> = Vec::new();
        for row in &self.rows {
            if !measures.contains(&row.measure) {
                measures.push(Arc::clone(&row.measure));
            }
        }
        measures
    }

    /// The forms of exploitation, each once, in the order of the file, without `all`.
    #[must_use]
    pub fn forms(&self) -> Vec<Arc<str>> {
        let mut forms: Vec<Arc<str>> = Vec::new();
        for row in &self.rows {
            if row.exploitation.as_ref() != ALL_FORMS && !forms.contains(&row.exploitation) {
                forms.push(Arc::clone(&row.exploitation));
            }
        }
        forms
    }

    /// The row of a measure, year and form, for everybody.
    #[must_use]
    pub fn row(&self, measure: &str, year: Year, exploitation: &str) -> Option<&VictimCount> {
        self.rows.iter().find(|row| {
            row.year == year
                && row.measure.as_ref() == measure
                && row.exploitation.as_ref() == exploitation
                && row.group.as_ref() == ALL_FORMS
        })
    }

    /// The known counts of a measure and year by form of exploitation, as midpoints, in the order of the file, and the
    /// known count of all.
    #[must_use]
    pub fn parts(&self, measure: &str, year: Year) -> (Vec<(Arc<str>, Fraction)>, Option<Fraction>) {
        let of_year = self
            .rows
            .iter()
            .filter(|row| row.year == year && row.measure.as_ref() == measure && row.group.as_ref() == ALL_FORMS);
        let mut parts = Vec::new();
        let mut total = None;
        for row in of_year {
            let Some(count) = row.count else { continue };
            if row.exploitation.as_ref() == ALL_FORMS {
                total = Some(count.central());
            } else {
                parts.push((Arc::clone(&row.exploitation), count.central()));
            }
        }
        (parts, total)
    }
}
