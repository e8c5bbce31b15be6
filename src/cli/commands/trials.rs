//! How far estimates of missing years err, as `check` tells it: sentences for a person, a document for a program.

use std::collections::BTreeSet;

use crate::attribution::{MethodTrial, Series, Trial, TrialUse};
use crate::diagnostics::json::{MethodTrialDocument, TrialDocument, TrialUseDocument, TriedYearDocument};
use crate::diagnostics::text::printable;
use crate::domain::{Fraction, Year, decimal_within, plain_decimal, year_spans};
use crate::language::{Between, Language, Message, Value};
use crate::message;

/// Digits behind those of the published values that an estimate of a driver is shown with.
const MORE_DIGITS: u32 = 2;

/// Each series with its methods; nothing where rules estimate none.
pub(super) fn text(trials: &[Trial], language: Language) -> String {
    if trials.is_empty() {
        return String::new();
    }
    let mut lines = vec![(0, message!("trial-head"))];
    for trial in trials {
        lines.push((2, head(trial)));
        if let Some(reason) = reason(trial) {
            lines.push((4, reason));
            continue;
        }
        lines.extend(trial.methods.iter().map(|method| (4, of_method(trial, method))));
        lines.extend(in_common(trial).map(|line| (4, line)));
    }
    let lines = lines.into_iter().map(|(indent, line)| format!("{:indent$}{}\n", "", printable(&language.say(&line))));
    lines.collect::<String>() + "\n"
}

fn head(trial: &Trial) -> Message {
    let uses: Vec<Value> = trial
        .uses
        .iter()
        .map(|of| message!("trial-use", rule = &of.rule, key = of.key, word = &of.word).into())
        .collect();
    let uses = Value::list(uses, Between::Semicolons);
    let years = year_spans(&trial.years);
    match &trial.series {
        Series::Driver(driver, unit) => {
            let unit = (!unit.is_empty()).then(|| message!("trial-unit", unit = unit));
            message!("trial-driver", driver = driver, unit = Value::optional(unit), years = years, uses = uses)
        }
        Series::Amounts(_, called) => {
            let currency = trial.currency.map(|currency| message!("trial-unit", unit = currency.code()));
            let currency = Value::optional(currency);
            message!("trial-amounts", line = called.clone(), currency = currency, years = years, uses = uses)
        }
    }
}

/// Why nothing was tried.
fn reason(trial: &Trial) -> Option<Message> {
    if let (Some((from, year)), Some(to)) = (trial.without_rate, trial.currency) {
        return Some(message!("trial-without-rate", from = from.code(), to = to.code(), year = year));
    }
    (trial.years.len() < 2).then(|| message!("trial-too-few"))
}

fn of_method(trial: &Trial, method: &MethodTrial) -> Message {
    let years = method.years();
    let word = method.how.word();
    let (Some(mean), Some(worst)) = (method.mean_error(&years), method.worst()) else {
        return message!("trial-method-none", method = word);
    };
    let share = method.relative_error(&years).map(|share| {
        let per_cent = (&share * &Fraction::whole(100)).to_decimal(1);
        message!("trial-share", share = Value::figure(per_cent))
    });
    message!(
        "trial-method",
        method = word,
        mean = shown(trial, &mean),
        share = Value::optional(share),
        count = years.len(),
        largest = shown(trial, &worst.error()),
        year = worst.year,
        estimate = shown(trial, &worst.estimate),
        known = shown(trial, &worst.known)
    )
}

/// The mean errors over the years that all can estimate, where these are not all years of each.
fn in_common(trial: &Trial) -> Option<Message> {
    let common = trial.common_years();
    let methods: Vec<&MethodTrial> = trial.methods.iter().filter(|method| !method.tried.is_empty()).collect();
    if methods.len() < 2 || common.is_empty() || methods.iter().all(|method| method.years() == common) {
        return None;
    }
    let means = methods.into_iter().filter_map(|method| {
        let mean = method.mean_error(&common)?;
        Some(message!("trial-mean", method = method.how.word(), mean = shown(trial, &mean)))
    });
    let years: Vec<Year> = common.iter().copied().collect();
    let means = Value::list(means.collect::<Vec<_>>(), Between::Commas);
    Some(message!("trial-common", years = year_spans(&years), means = means))
}

/// A number of a series: amounts to the minor unit, a driver with a little more than what is published.
fn shown(trial: &Trial, number: &Fraction) -> Value {
    Value::figure(match trial.series {
        Series::Amounts(..) => number.to_decimal(trial.digits),
        Series::Driver(..) => decimal_within(number, trial.digits + MORE_DIGITS),
    })
}

/// The same for a program.
pub(super) fn document(trial: &Trial, language: Language) -> TrialDocument {
    let (series, name, unit) = match &trial.series {
        Series::Driver(driver, unit) => ("driver", driver.to_string(), unit.to_string()),
        Series::Amounts(name, _) => ("amounts", name.describe(), String::new()),
    };
    let common = trial.common_years();
    let use_document =
        |of: &TrialUse| TrialUseDocument { rule: of.rule.to_string(), key: of.key, word: of.word.clone() };
    TrialDocument {
        series,
        name,
        unit,
        currency: trial.currency.map(|currency| currency.code().to_owned()),
        uses: trial.uses.iter().map(use_document).collect(),
        years: trial.years.iter().map(|year| year.number()).collect(),
        common_years: common.iter().map(|year| year.number()).collect(),
        methods: trial.methods.iter().map(|method| method_document(method, &common)).collect(),
        reason: reason(trial).map(|reason| language.say(&reason)),
    }
}

fn method_document(method: &MethodTrial, common: &BTreeSet<Year>) -> MethodTrialDocument {
    let years = method.years();
    let worst = method.worst();
    MethodTrialDocument {
        method: method.how.word(),
        tried: method
            .tried
            .iter()
            .map(|tried| TriedYearDocument {
                year: tried.year.number(),
                known: plain_decimal(&tried.known),
                estimate: plain_decimal(&tried.estimate),
                error: plain_decimal(&tried.error()),
            })
            .collect(),
        mean_error: method.mean_error(&years).as_ref().map(plain_decimal),
        relative_error: method.relative_error(&years).as_ref().map(plain_decimal),
        largest_error: worst.map(|tried| plain_decimal(&tried.error())),
        largest_year: worst.map(|tried| tried.year.number()),
        mean_error_common: method.mean_error(common).as_ref().map(plain_decimal),
    }
}
