//! What decides the range of the total: the first bar of the tornado.

use super::{Facts, Finding};
use crate::measures::sensitivity::What;
use crate::message;
use crate::report::charts::scale::Scale;

pub(super) fn range(facts: &Facts<'_>) -> Vec<Finding> {
    let report = facts.review.sureness;
    let mut figures = report.sensitivity.figures.iter();
    let of_year = figures.find(|of| of.figure.year == Some(facts.year) && of.figure.what == What::Cost);
    let Some((of_year, bar)) = of_year.and_then(|of| Some((of, of.tornado.first()?))) else { return Vec::new() };
    let Some(input) = report.sensitivity.inputs.get(bar.input) else { return Vec::new() };
    let (low, high) = (of_year.at(bar.at_low), of_year.at(bar.at_high));
    if low == high {
        return Vec::new();
    }
    let (low, high) = if low > high { (high, low) } else { (low, high) };
    let context = facts.whole();
    let scale = Scale::of(context.language, context.query.basis.currency, [&high]);
    let ends = ["tornado/0/at_low", "tornado/0/at_high"];
    vec![Finding {
        key: "range",
        words: message!(
            "finding-decides",
            input = report.input_name(input),
            year = facts.year.to_string(),
            low = scale.figure(&low).label,
            high = scale.with_unit(&high)
        ),
        figures: ends.iter().filter_map(|member| facts.of_figure(&What::Cost, member)).collect(),
        sources: Vec::new(),
        address: Some("sureness".to_owned()),
    }]
}
