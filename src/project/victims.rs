//! Counts of victims by measure, year, form of exploitation and group.

use std::collections::BTreeMap;

use arcstr::ArcStr;

use crate::domain::{ALL_FORMS, Fraction, VictimCount, Year};

/// The counts of a project, in the order of the file.
#[derive(Debug, Default)]
pub struct Victims {
    rows: Vec<VictimCount>,
    of_year: BTreeMap<Year, Vec<usize>>,
}

impl Victims {
    /// Keeps the rows in the order of the file.
    #[must_use]
    pub fn new(rows: Vec<VictimCount>) -> Self {
        let mut of_year: BTreeMap<Year, Vec<usize>> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            of_year.entry(row.year).or_default().push(index);
        }
        Self { rows, of_year }
    }

    /// The rows of a year that count everybody or a form of exploitation, not a group of persons.
    fn of_all_groups(&self, measure: &str, year: Year) -> impl Iterator<Item = &VictimCount> {
        let indices = self.of_year.get(&year).into_iter().flatten();
        let rows = indices.filter_map(|index| self.rows.get(*index));
        rows.filter(move |row| row.measure.as_str() == measure && row.group.as_str() == ALL_FORMS)
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &VictimCount> {
        self.rows.iter()
    }

    /// The measures, each once, in the order of the file.
    #[must_use]
    pub fn measures(&self) -> Vec<ArcStr> {
        let mut measures: Vec<ArcStr> = Vec::new();
        for row in &self.rows {
            if !measures.contains(&row.measure) {
                measures.push(row.measure.clone());
            }
        }
        measures
    }

    /// The forms of exploitation, each once, in the order of the file, without `all`.
    #[must_use]
    pub fn forms(&self) -> Vec<ArcStr> {
        let mut forms: Vec<ArcStr> = Vec::new();
        for row in &self.rows {
            if row.exploitation.as_str() != ALL_FORMS && !forms.contains(&row.exploitation) {
                forms.push(row.exploitation.clone());
            }
        }
        forms
    }

    /// The row of a measure, year and form, for everybody.
    #[must_use]
    pub fn row(&self, measure: &str, year: Year, exploitation: &str) -> Option<&VictimCount> {
        self.of_all_groups(measure, year).find(|row| row.exploitation.as_str() == exploitation)
    }

    /// What the counts by form of exploitation add up to and the count of all, where both are known and differ;
    /// not where some of them are not shown.
    #[must_use]
    pub fn parts_that_miss_the_total(&self, measure: &str, year: Year) -> Option<(Fraction, Fraction)> {
        if self.of_all_groups(measure, year).any(|row| row.protected.is_some()) {
            return None;
        }
        let (parts, total) = self.parts(measure, year);
        let total = total.filter(|_| !parts.is_empty())?;
        let sum: Fraction = parts.into_iter().map(|(_, count)| count).sum();
        (sum != total).then_some((sum, total))
    }

    /// The rows of a measure and year with known counts by form of exploitation, with their midpoints, in the order of
    /// the file, and the known count of all.
    #[must_use]
    pub fn parts(&self, measure: &str, year: Year) -> (Vec<(&VictimCount, Fraction)>, Option<Fraction>) {
        let mut parts = Vec::new();
        let mut total = None;
        for row in self.of_all_groups(measure, year) {
            let Some(count) = row.count else { continue };
            if row.exploitation.as_str() == ALL_FORMS {
                total = Some(count.central());
            } else {
                parts.push((row, count.central()));
            }
        }
        (parts, total)
    }
}
