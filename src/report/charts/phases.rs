//! Which years are approved and not spent.

use super::material::ChartMaterial;
use super::shape::YearPhase;
use crate::domain::{Phase, Year};
use crate::measures::Cost;

/// Whether the published amounts of a year are executed, approved, or some of each.
pub(super) fn of_year(material: &ChartMaterial<'_>, cost: &Cost, year: Year) -> YearPhase {
    let context = material.context(cost);
    let lines = context.lines_of(year).filter(|(_, line)| line.amount().is_some());
    let (mut approved, mut executed) = (false, false);
    for (_, line) in lines {
        match line.key().phase {
            Phase::Approved => approved = true,
            Phase::Executed => executed = true,
        }
    }
    match (approved, executed) {
        (true, false) => YearPhase::Approved,
        (true, true) => YearPhase::Partly,
        (false, _) => YearPhase::Executed,
    }
}
