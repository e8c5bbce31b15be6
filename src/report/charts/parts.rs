//! The parts of a year that `years` and `share` stack: financing, and labelled or attributed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::kind::ChartError;
use super::material::{ChartMaterial, Counts, years};
use super::phases;
use super::shape::{Ink, YearPhase};
use crate::domain::{Financing, Fraction, Year};
use crate::measures::{Cost, Dimension, Figures};

/// Parts with what they amount to.
pub(super) type Parts = Vec<(Ink, Fraction)>;

/// What one year is made of.
pub(super) struct YearParts {
    /// Whether it was spent.
    pub(super) phase: YearPhase,
    /// The whole; `None` for a year without lines.
    pub(super) figures: Option<Figures>,
    /// Those that are known and not 0, from the axis outwards.
    pub(super) parts: Parts,
}

/// Every year from the first to the last, and the cost that they were taken from.
pub(super) fn by_year(material: &ChartMaterial<'_>) -> Result<(BTreeMap<Year, YearParts>, Arc<Cost>), ChartError> {
    let divided = material.cost(&[Dimension::Financing.into()], Counts::NotShown)?;
    let whole = material.cost(&[], Counts::NotShown)?;
    let empty = || YearParts { phase: YearPhase::Executed, figures: None, parts: Vec::new() };
    let mut found: BTreeMap<Year, YearParts> = years(&whole).into_iter().map(|year| (year, empty())).collect();
    for row in &whole.rows {
        let of_year = found.entry(row.year).or_insert_with(empty);
        of_year.figures = Some(row.figures.clone());
        of_year.phase = phases::of_year(material, &whole, row.year);
    }
    for row in &divided.rows {
        let external = row.by.first().is_some_and(|financing| financing == Financing::External.word());
        let (attributed, labelled) = if external {
            (Ink::AttributedExternal, (Ink::LabelledExternal, &row.figures.labelled_external))
        } else {
            (Ink::AttributedState, (Ink::LabelledState, &row.figures.labelled_state))
        };
        let parts = &mut found.entry(row.year).or_insert_with(empty).parts;
        for (ink, side) in [labelled, (attributed, &row.figures.attributed)] {
            if let Some(known) = side.as_ref().filter(|known| !known.central.is_zero()) {
                parts.push((ink, known.central.clone()));
            }
        }
        parts.sort_by_key(|(ink, _)| *ink);
    }
    Ok((found, whole))
}

/// The inks of all years.
pub(super) fn inks<'y>(years: impl IntoIterator<Item = &'y YearParts>) -> Vec<Ink> {
    years.into_iter().flat_map(|year| year.parts.iter().map(|(ink, _)| *ink)).collect()
}
