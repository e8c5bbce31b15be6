//! `{ amount = D }`: a driver in money over the sum of all lines that the rule decides in the year.

use std::sync::Arc;

use super::{Base, Facts, Share, ShareFault, TableForm, WorkedShare, known};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::{State, Year};

pub(crate) const FORM: TableForm =
    TableForm { keys: &["amount"], example: "{ amount = \"crisis_centre_spending\" }", read };

/// A driver in money, in units of the reporting currency.
#[derive(Debug, Clone)]
pub struct Amount {
    /// The driver.
    pub driver: Arc<str>,
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let driver = table.need("amount", FORM.example, diagnostics)?.text(diagnostics)?;
    Some(Share::Amount(Amount { driver: driver.into() }))
}

impl Amount {
    pub(crate) fn work_out(&self, year: Year, base: &Base, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let amount = known(&self.driver, "amount", year, facts)?;
        let money = base.share_of(&amount.value, facts.currency(), year, facts)?;
        Ok(WorkedShare::of_money(money, State::Measured, vec![amount.used]))
    }
}
