//! How many lines of the year are known.

use super::{Facts, Finding};
use crate::domain::Fraction;
use crate::language::Value;
use crate::message;
use crate::report::charts::scale::per_cent;

pub(super) fn coverage(facts: &Facts<'_>) -> Vec<Finding> {
    let Some((_, coverage)) = facts.review.coverage.coverages.of_year(facts.year) else { return Vec::new() };
    let Some(share) = Fraction::ratio(coverage.published, coverage.lines) else { return Vec::new() };
    let estimated = (coverage.estimated > 0).then(|| message!("finding-estimated", count = coverage.estimated));
    let words = message!(
        "finding-coverage",
        year = facts.year.to_string(),
        published = coverage.published,
        lines = coverage.lines,
        share = per_cent(facts.whole().language, &share).label,
        estimated = Value::optional(estimated)
    );
    vec![Finding {
        key: "coverage",
        words,
        figures: ["lines", "published", "estimated"].into_iter().filter_map(|of| facts.of_coverage(of)).collect(),
        sources: Vec::new(),
        address: Some("coverage".to_owned()),
    }]
}
