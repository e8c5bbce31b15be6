//! `{ units = D, unit_cost = D }`: bottom-up, units times unit cost.

use arcstr::ArcStr;

use super::found::{Role, Wanted, all_known, find, weakest};
use super::missing::Missing;
use super::{Base, Facts, Share, ShareFault, TableForm, WorkedShare};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::{Interval, Year};

pub(crate) const FORM: TableForm = TableForm {
    keys: &["units", "unit_cost", "missing"],
    example: "{ units = \"person_nights\", unit_cost = \"cost_of_a_night\" }",
    read,
};

/// Two drivers: how many, and what one costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Units {
    /// How many.
    pub units: ArcStr,
    /// What one costs, in money.
    pub unit_cost: ArcStr,
    /// What happens in a year in which one of them is not known.
    pub missing: Missing,
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let mut driver = |key: &str| table.need(key, FORM.example, diagnostics)?.text(diagnostics);
    let (units, unit_cost) = (driver("units"), driver("unit_cost"));
    let missing = Missing::read(table, diagnostics);
    Some(Share::Units(Units { units: units?.into(), unit_cost: unit_cost?.into(), missing: missing? }))
}

impl Units {
    fn wanted(&self) -> [Wanted<'_>; 2] {
        [
            Wanted { role: Role::Units, driver: &self.units, money: false },
            Wanted { role: Role::UnitCost, driver: &self.unit_cost, money: true },
        ]
    }

    pub(super) fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        self.missing != Missing::Skip || all_known(&self.wanted(), year, facts)
    }

    pub(super) fn work_out(&self, year: Year, base: &Base, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let found = find(&self.wanted(), &self.missing, year, &base.currencies(), facts)?;
        let [units, cost] = found.drivers.as_slice() else {
            return Err(ShareFault::MissingDriver(self.units.clone()));
        };
        let product = Interval {
            low: &units.value.low * &cost.value.low,
            central: &units.value.central * &cost.value.central,
            high: &units.value.high * &cost.value.high,
        };
        let money = base.imputed_or_share_of(&product, found.currency, year, facts)?;
        let state = money.state(weakest(&found.drivers));
        Ok(WorkedShare::of_money(money, state, found.drivers))
    }
}
