//! How figures and inputs are named.

use super::SensitivityReport;
use crate::domain::{Distribution, Fraction, decimal_within};
use crate::language::{Message, Value};
use crate::measures::sensitivity::{Figure, Input, Kind, Member, Shape, What};
use crate::message;
use crate::report::called::titled;
use crate::report::context::Context;

/// Digits after the point that a number in a file can have.
const MOST_DIGITS: u32 = 28;

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
            let measure = measure_name(report, measure);
            parts.push(language.say(&message!("sensitivity-per-victim", measure = measure)));
        }
        What::PerVictimOfAny(_) => parts.push(language.say(&message!("sensitivity-per-victim-of-any"))),
    }
    parts.join(", ")
}

/// An input in words, a rule by its title.
pub(super) fn titled_input(report: SensitivityReport<'_>, input: &Input) -> String {
    let Context { project, language, .. } = report.context;
    let titled = |id: &str| titled(project, id, language);
    let of = input.only().filter(|_| !matches!(input.kind, Kind::Group { .. }));
    of.map_or_else(|| kind(report, &input.kind, titled), |only| member_of(report, only, titled))
}

/// An input in words.
pub(super) fn input(report: SensitivityReport<'_>, input: &Input) -> String {
    match input.only() {
        Some(only) if !matches!(input.kind, Kind::Group { .. }) => member(report, only),
        _ => kind(report, &input.kind, |id| coded(report, id)),
    }
}

/// A value of an input in words.
pub(super) fn member(report: SensitivityReport<'_>, member: &Member) -> String {
    member_of(report, member, |id| coded(report, id))
}

/// A rule as the project calls it, or by its id.
fn coded(report: SensitivityReport<'_>, id: &str) -> Value {
    report.context.project.names.said("rule", id, report.context.language).to_owned().into()
}

fn member_of(report: SensitivityReport<'_>, member: &Member, rule: impl Fn(&str) -> Value) -> String {
    let said = kind(report, &member.kind, rule);
    match &member.of {
        None => said,
        Some(of) => report.context.language.say(&message!("sensitivity-input-of", input = said, name = of)),
    }
}

fn kind(report: SensitivityReport<'_>, kind: &Kind, of_rule: impl Fn(&str) -> Value) -> String {
    let language = report.context.language;
    let said = |dimension: &str, code: &str| report.context.project.names.said(dimension, code, language).to_owned();
    let said = match kind {
        Kind::Share { rule, factor: None } => message!("sensitivity-input-rule", id = of_rule(rule)),
        Kind::Share { rule, factor: Some(factor) } => {
            message!("sensitivity-input-factor", id = of_rule(rule), factor = factor.to_string())
        }
        Kind::Weight { rule, factor: None } => message!("sensitivity-input-weight", id = of_rule(rule)),
        Kind::Weight { rule, factor: Some(factor) } => {
            message!("sensitivity-input-weight-of-factor", id = of_rule(rule), factor = factor.to_string())
        }
        Kind::Driver { name, year } => message!("sensitivity-input-driver", driver = said("driver", name), year = year),
        Kind::Years { name } => message!("sensitivity-input-years", driver = said("driver", name)),
        Kind::Group { name } => message!("sensitivity-input-group", name = name),
        Kind::Victims { measure, year, form } => {
            let measure = measure_name(report, measure);
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
            message!("sensitivity-input-service", service = said("service", service), year = year, factor = factor)
        }
        Kind::Rules(_) => message!("sensitivity-input-rules"),
        Kind::Measure(_) => message!("sensitivity-input-measure"),
    };
    language.say(&said)
}

/// A measure of victims as it stands alone.
fn measure_name(report: SensitivityReport<'_>, measure: &str) -> String {
    let language = report.context.language;
    let called = report.context.project.names.name("measure", measure, language);
    called.map_or_else(|| language.name("measure", measure), str::to_owned)
}

/// How an input is drawn.
pub(super) fn shape(shape: &Shape) -> Message {
    match shape {
        Shape::Between(Distribution::Pert) => message!("sensitivity-shape-pert"),
        Shape::Between(Distribution::Triangular) => message!("sensitivity-shape-triangular"),
        Shape::Between(Distribution::Uniform) => message!("sensitivity-shape-uniform"),
        Shape::Pool(pool) => message!("sensitivity-shape-pool", count = pool.judgements.len()),
        Shape::Whole => message!("sensitivity-shape-whole"),
        Shape::Choice(weights) if weights.windows(2).all(|pair| pair[0] == pair[1]) => {
            message!("sensitivity-shape-choice")
        }
        Shape::Choice(_) => message!("sensitivity-shape-weighted"),
    }
}

/// An alternative of a choice.
pub(super) fn alternative(report: SensitivityReport<'_>, input: &Input, name: &str) -> String {
    match &input.kind {
        Kind::Measure(_) => measure_name(report, name),
        _ => name.to_owned(),
    }
}

/// An end of an input as plain text: a share in per cent, a number as it is.
pub(super) fn end(report: SensitivityReport<'_>, member: &Member, end: &Fraction) -> String {
    match member.kind {
        Kind::Share { .. } => report.context.language.per_cent(end),
        _ => report.context.language.figure(&plain(end)),
    }
}

/// A number with all of its digits; of one that has no end, twelve after the point.
pub(super) fn plain(number: &Fraction) -> String {
    let scaled = number * &Fraction::power_of_ten(MOST_DIGITS);
    let ends = scaled == Fraction::whole(scaled.floor());
    decimal_within(number, if ends { MOST_DIGITS } else { 12 })
}
