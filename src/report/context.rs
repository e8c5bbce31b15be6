//! What a report is made from.

use crate::attribution::{AttributedLine, Attribution};
use crate::domain::{Fraction, State};
use crate::language::{Language, Message};
use crate::measures::{Cost, Query};
use crate::project::{Line, Project};

/// A project, what the engine made of it, what was asked, and the costs that answer it.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// The project.
    pub project: &'c Project,
    /// Its lines, attributed.
    pub attribution: &'c Attribution,
    /// What was asked.
    pub query: &'c Query,
    /// The answer.
    pub cost: &'c Cost,
    /// The language of its words.
    pub language: Language,
}

impl<'c> Context<'c> {
    /// The attributed lines of the years shown, in order.
    pub fn lines(&self) -> impl Iterator<Item = (&'c AttributedLine, &'c Line)> + use<'c> {
        let (project, years) = (self.project, self.query.years);
        self.attribution.lines.iter().filter_map(move |attributed| {
            let line = project.lines.get(attributed.line)?;
            years.contains(line.key().year).then_some((attributed, line))
        })
    }

    /// Those in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = (&'c AttributedLine, &'c Line)> + use<'c> {
        self.lines().filter(move |(attributed, _)| attributed.state == state)
    }

    /// A message in the language of the report.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.language.say(message)
    }

    /// An amount in minor units of the basis as plain text, rounded once.
    #[must_use]
    pub fn amount(&self, figure: &Fraction) -> String {
        let digits = self.query.basis.currency.digits();
        figure.checked_div(&Fraction::power_of_ten(digits)).map(|units| units.to_decimal(digits)).unwrap_or_default()
    }

    /// The prices that figures are shown in: `current` or a year.
    #[must_use]
    pub fn prices(&self) -> String {
        self.query.basis.prices.map_or_else(|| "current".to_owned(), |year| year.to_string())
    }
}
