//! How much of what was approved was executed, in the last year of which that is known.

use super::places::place;
use super::{Facts, Finding};
use crate::language::Value;
use crate::message;
use crate::report::charts::scale::per_cent;

pub(super) fn outturn(facts: &Facts<'_>) -> Vec<Finding> {
    let Ok(report) = &facts.review.outturn else { return Vec::new() };
    let years = report.outturn.years.iter().enumerate().rev();
    let known = years.filter_map(|(number, year)| Some((number, year, year.approved()?, year.executed()?)));
    let Some((number, year, approved, executed)) = known.into_iter().next() else { return Vec::new() };
    let language = facts.whole().language;
    let share = |share: Option<crate::domain::Fraction>| {
        share.map_or_else(|| "\u{2013}".to_owned(), |share| per_cent(language, &share).label)
    };
    let members = ["approved", "executed", "pi_1/per_cent", "pi_2_1/per_cent", "lines"];
    vec![Finding {
        key: "outturn",
        words: message!(
            "finding-outturn",
            year = year.year.to_string(),
            approved = facts.amount(&approved),
            executed = facts.amount(&executed),
            overall = share(year.pi_1()),
            composition = share(year.pi_2_1()),
            lines = Value::Count(year.lines as u64)
        ),
        figures: members.iter().map(|of| place("outturn.json", format!("/years/{number}/{of}"))).collect(),
        sources: Vec::new(),
        address: Some("outturn".to_owned()),
    }]
}
