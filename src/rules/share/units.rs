//! `{ units = D, unit_cost = D }`: bottom-up, units times unit cost.

use std::sync::Arc;

use super::{Base, Facts, Share, ShareFault, TableForm, WorkedShare, known};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::{Interval, State, Year};

pub(crate) const FORM: TableForm = TableForm {
    keys: &["units", "unit_cost"],
    example: "{ units = \"person_nights\", unit_cost = \"cost_of_a_night\" }",
    read,
};

/// Two drivers: how many, and what one costs in units of the reporting currency.
#[derive(Debug, Clone)]
pub struct Units {
    /// How many.
    pub units: Arc<str>,
    /// What one costs.
    pub unit_cost: Arc<str>,
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let mut driver = |key: &str| table.need(key, FORM.example, diagnostics)?.text(diagnostics);
    let (units, unit_cost) = (driver("units"), driver("unit_cost"));
    Some(Share::Units(Units { units: units?.into(), unit_cost: unit_cost?.into() }))
}

impl Units {
    pub(crate) fn work_out(&self, year: Year, base: &Base, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let units = known(&self.units, "units", year, facts)?;
        let cost = known(&self.unit_cost, "unit cost", year, facts)?;
        let product = Interval {
            low: &units.value.low * &cost.value.low,
            central: &units.value.central * &cost.value.central,
            high: &units.value.high * &cost.value.high,
        };
        let drivers = vec![units.used, cost.used];
        let currency = facts.currency();
        if base.lines == 1 && base.sums.is_empty() {
            let money = base.imputed(&product, currency, year, facts)?;
            return Ok(WorkedShare::of_money(money, State::Imputed, drivers));
        }
        Ok(WorkedShare::of_money(base.share_of(&product, currency, year, facts)?, State::Measured, drivers))
    }
}
