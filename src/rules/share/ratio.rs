//! `{ numerator = D, denominator = D, missing = "error" }`: the ratio of two drivers of a year.

use std::sync::Arc;

use super::{Facts, Outcome, Share, ShareFault, TableForm, WorkedShare, known};
use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::{Interval, Missing, State, Year};
use crate::language::Message;
use crate::message;

pub(crate) const FORM: TableForm = TableForm {
    keys: &["numerator", "denominator", "missing"],
    example: "{ numerator = \"thb_proceedings\", denominator = \"organised_crime_proceedings\", missing = \"error\" }",
    read,
};

/// The ratio of two drivers.
#[derive(Debug, Clone)]
pub struct Ratio {
    /// The driver above the line.
    pub numerator: Arc<str>,
    /// The driver below the line.
    pub denominator: Arc<str>,
    /// What happens in a year in which one of them is not known.
    pub missing: Missing,
}

fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Option<Share> {
    let mut driver = |key: &str| table.need(key, FORM.example, diagnostics)?.text(diagnostics);
    let (numerator, denominator) = (driver("numerator"), driver("denominator"));
    let missing = match table.get("missing") {
        None => Missing::Error,
        Some(value) => {
            let word = value.text(diagnostics)?;
            let Some(missing) = Missing::parse(&word) else {
                let help = Message::did_you_mean(&word, Missing::WORDS.iter().copied())
                    .unwrap_or_else(|| message!("rule-write-one"));
                let expected = Message::verbatim(Missing::WORDS.join(", "));
                diagnostics.push(value.fault(message!("rule-missing-unknown"), expected, help));
                return None;
            };
            missing
        }
    };
    Some(Share::Ratio(Ratio { numerator: numerator?.into(), denominator: denominator?.into(), missing }))
}

impl Ratio {
    pub(crate) fn applies_in(&self, year: Year, facts: &dyn Facts) -> bool {
        let both = facts.driver(&self.numerator, year).is_some() && facts.driver(&self.denominator, year).is_some();
        both || self.missing != Missing::Skip
    }

    pub(crate) fn work_out(&self, year: Year, facts: &dyn Facts) -> Result<WorkedShare, ShareFault> {
        let of = match self.missing {
            Missing::Error | Missing::Skip => year,
            Missing::Previous => facts
                .last_year_of_both(&self.numerator, &self.denominator, year)
                .ok_or_else(|| ShareFault::NothingToCarry(self.numerator.clone(), self.denominator.clone()))?,
        };
        let above = known(&self.numerator, "numerator", of, facts)?;
        let below = known(&self.denominator, "denominator", of, facts)?;
        let (n, d) = (above.value, below.value);
        let zero = || ShareFault::ZeroBase(message!("rule-driver-is-zero", driver = &self.denominator, year = of));
        let share = Interval {
            low: n.low.checked_div(&d.high).ok_or_else(zero)?,
            central: n.central.checked_div(&d.central).ok_or_else(zero)?,
            high: n.high.checked_div(&d.low).ok_or_else(zero)?,
        };
        let state = if of == year { State::Measured } else { State::Carried };
        let drivers = vec![above.used, below.used];
        Ok(WorkedShare::of_drivers(Outcome::Share(share), state, drivers))
    }
}
