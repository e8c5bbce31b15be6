//! `{ amount = D }`: a driver in money over the sum of all lines that the rule decides in the year.

use arcstr::ArcStr;

use super::found::{Role, Wanted, all_known, find, weakest};
use super::missing::Missing;
use super::{Base, Facts, Share, ShareFault, TableForm, WorkedShare};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::Year;

pub(crate) const FORM: TableForm =
    TableForm { keys: &["amount", "missing"], example: "{ amount = \"crisis_centre_spending\" }", read };

/// A driver in money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The driver.
    pub driver: ArcStr,
    /// What happens in a year in which it is not known.
    pub missing: Missing,
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let driver = table.need("amount", FORM.example, diagnostics).and_then(|value| value.text(diagnostics));
    let missing = Missing::read(table, diagnostics);
    Some(Share::Amount(Amount { driver: driver?.into(), missing: missing? }))
}

impl Amount {
    fn wanted(&self) -> [Wanted<'_>; 1] {
        [Wanted { role: Role::Amount, driver: &self.driver, money: true }]
    }

    pub(super) fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        self.missing != Missing::Skip || all_known(&self.wanted(), year, facts)
    }

    pub(super) fn work_out(&self, year: Year, base: &Base, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let found = find(&self.wanted(), &self.missing, year, &base.currencies(), facts)?;
        let [amount] = found.drivers.as_slice() else {
            return Err(ShareFault::MissingDriver(self.driver.clone()));
        };
        let money = base.share_of(&amount.value, found.currency, year, facts)?;
        Ok(WorkedShare::of_money(money, weakest(&found.drivers), found.drivers))
    }
}
