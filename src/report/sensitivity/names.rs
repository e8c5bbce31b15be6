//! How figures and inputs are named.

use super::SensitivityReport;
use crate::domain::Distribution;
use crate::language::Message;
use crate::measures::sensitivity::{Figure, Input, Kind, Shape, What};
use crate::message;

/// A figure: its year, its group, what it is.
pub(super) fn figure(report: SensitivityReport<'_>, figure: &Figure) -> String {
    let language = report.context.language;
    let year = match figure.year {
        Some(year) => year.to_string(),
        None => language.say(&message!("sensitivity-all-years")),
    };
    let groups = report.context.query.by.iter().zip(&figure.by).map(|(grouping, value)| match value.as_str() {
        "" => language.say(&message!("sensitivity-blank")),
        value => match grouping.dimension.called(value, report.context.project, language) {
            Some(name) => name.to_owned(),
            None => grouping.dimension.named(value, language),
        },
    });
    let mut parts: Vec<String> = std::iter::once(year).chain(groups).collect();
    match &figure.what {
        What::Cost => {}
        What::PerVictim(measure) => {
            let measure = language.name("measure", measure);
            parts.push(language.say(&message!("sensitivity-per-victim", measure = measure)));
        }
        What::PerVictimOfAny(_) => parts.push(language.say(&message!("sensitivity-per-victim-of-any"))),
    }
    parts.join(", ")
}

/// An input in words.
pub(super) fn input(report: SensitivityReport<'_>, input: &Input) -> String {
    let language = report.context.language;
    let said = match &input.kind {
        Kind::Share { rule, factor: None } => message!("sensitivity-input-rule", id = rule),
        Kind::Share { rule, factor: Some(factor) } => {
            message!("sensitivity-input-factor", id = rule, factor = factor.to_string())
        }
        Kind::Weight { rule, factor: None } => message!("sensitivity-input-weight", id = rule),
        Kind::Weight { rule, factor: Some(factor) } => {
            message!("sensitivity-input-weight-of-factor", id = rule, factor = factor.to_string())
        }
        Kind::Driver { name, year } => message!("sensitivity-input-driver", driver = name, year = year),
        Kind::Victims { measure, year, form } => {
            let measure = language.name("measure", measure);
            match form {
                None => message!("sensitivity-input-victims", measure = measure, year = year),
                Some(form) => {
                    let form = language.name("exploitation", form);
                    message!("sensitivity-input-victims-of", measure = measure, form = form, year = year)
                }
            }
        }
        Kind::Service { service, year, factor } => {
            let factor = Message::word("service-factor", factor.word());
            message!("sensitivity-input-service", service = service, year = year, factor = factor)
        }
        Kind::Rules(_) => message!("sensitivity-input-rules"),
        Kind::Measure(_) => message!("sensitivity-input-measure"),
    };
    language.say(&said)
}

/// How an input is drawn.
pub(super) fn shape(shape: &Shape) -> Message {
    match shape {
        Shape::Between(Distribution::Pert) => message!("sensitivity-shape-pert"),
        Shape::Between(Distribution::Triangular) => message!("sensitivity-shape-triangular"),
        Shape::Between(Distribution::Uniform) => message!("sensitivity-shape-uniform"),
        Shape::Pool(pool) => message!("sensitivity-shape-pool", count = pool.judgements.len()),
        Shape::Whole => message!("sensitivity-shape-whole"),
        Shape::Choice => message!("sensitivity-shape-choice"),
    }
}

/// An alternative of a choice.
pub(super) fn alternative(report: SensitivityReport<'_>, input: &Input, name: &str) -> String {
    match &input.kind {
        Kind::Measure(_) => report.context.language.name("measure", name),
        _ => name.to_owned(),
    }
}

/// An end of an input as plain text: a share in per cent, a number as it is.
pub(super) fn end(report: SensitivityReport<'_>, input: &Input, end: &crate::domain::Fraction) -> String {
    match input.kind {
        Kind::Share { .. } => report.context.language.per_cent(end),
        _ => report.context.language.figure(&plain(end)),
    }
}

/// A number with as many digits as it has, at most ten after the point.
pub(super) fn plain(number: &crate::domain::Fraction) -> String {
    let text = number.to_decimal(10);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
