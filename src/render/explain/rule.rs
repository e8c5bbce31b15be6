//! The sentences of a rule: its share, its drivers, the lines that an overhead serves, why it is so, and its splits.

use super::Text;
use super::words::{note, number, per_cent, place};
use crate::language::Value;
use crate::message;
use crate::report::explain::{
    DriverDocument, LineDocument, OverheadDocument, RuleDocument, ServedDocument, SplitDocument,
};

/// Most lines of an overhead that are told one by one.
const SERVED: usize = 12;

impl Text<'_> {
    pub(super) fn rule(&mut self, line: &LineDocument, rule: &RuleDocument, overhead: Option<&OverheadDocument>) {
        let title = (!rule.title.is_empty()).then(|| message!("explain-rule-title", title = &rule.title));
        let title = Value::optional(title);
        self.say(2, &message!("explain-rule", rule = &rule.id, title = title, share = &rule.share));
        for driver in &line.drivers {
            self.driver(driver);
        }
        let serves = overhead.map(|overhead| overhead.serves.as_slice()).unwrap_or_default();
        for served in serves.iter().take(SERVED) {
            self.served(served);
        }
        if serves.len() > SERVED {
            self.say(3, &message!("explain-more-served", count = serves.len() - SERVED));
        }
        if let (Some(base), Some(currency)) = (&line.base, &line.base_currency) {
            self.say(3, &message!("explain-base", sum = Value::figure(base), currency = currency));
        }
        self.product(line);
        if !rule.rationale.is_empty() {
            self.say(3, &message!("explain-why", rationale = &rule.rationale));
        }
        let (at, mark) = (place(&rule.place), self.mark(&rule.source));
        let by = [Value::Text(rule.author.clone()), Value::Date(rule.date.clone())];
        let by: Vec<Value> =
            by.into_iter().filter(|by| !matches!(by, Value::Text(t) | Value::Date(t) if t.is_empty())).collect();
        let sentence = if by.is_empty() {
            message!("explain-stands", place = at, mark = mark)
        } else {
            message!("explain-written-and-stands", by = by, place = at, mark = mark)
        };
        self.say(3, &sentence);
    }

    /// The line of the working: amount times share, or units times unit cost.
    fn product(&mut self, line: &LineDocument) {
        let Some(attributed) = &line.attributed else { return };
        let product = Value::figure(&*attributed.central);
        let sentence = match (&line.share, &line.amount) {
            (Some(share), Some(amount)) => message!(
                "explain-product",
                amount = Value::figure(amount),
                share = per_cent(&share.central),
                exactly = &share.central,
                attributed = product
            ),
            (None, _) if line.imputed => message!("explain-units", attributed = product),
            _ => return,
        };
        self.say(3, &sentence);
    }

    pub(super) fn split(&mut self, split: &SplitDocument) {
        let by = match split.owner.as_str() {
            "default.split" => message!("explain-split-default"),
            _ => message!("explain-split-rule"),
        };
        let dimension = Value::Word("dimension", split.dimension.to_owned());
        let at = place(&split.place);
        self.say(2, &message!("explain-split", dimension = dimension, by = by, place = at, key = &split.words));
        for weight in &split.weights {
            let Some(at) = weight.place.as_ref().map(place) else { continue };
            let sentence = message!(
                "explain-weight",
                name = Value::Word(split.dimension, weight.name.clone()),
                weight = number(self.language, &weight.weight),
                place = at,
                mark = self.mark(&weight.source)
            );
            self.say(3, &sentence);
        }
    }

    fn driver(&mut self, driver: &DriverDocument) {
        let bounds = (driver.low != driver.high).then(|| {
            let (low, high) = (Value::figure(&*driver.low), Value::figure(&*driver.high));
            message!("explain-driver-bounds", low = low, high = high)
        });
        let unit = if driver.unit.is_empty() { String::new() } else { format!(" {}", driver.unit) };
        let sentence = message!(
            "explain-driver",
            role = Value::Word("role", driver.role.to_owned()),
            driver = &driver.driver,
            year = driver.year.to_string(),
            value = Value::figure(&*driver.value),
            unit = unit,
            bounds = Value::optional(bounds),
            place = place(&driver.place),
            note = note(&driver.note),
            mark = self.mark(&driver.source)
        );
        self.say(3, &sentence);
    }

    fn served(&mut self, served: &ServedDocument) {
        let sentence = message!(
            "explain-served",
            agency = &served.agency,
            line = &served.line,
            amount = Value::figure(&*served.amount),
            currency = &served.currency,
            share = per_cent(&served.share.central),
            state = Value::Word("state", served.state.to_owned())
        );
        self.say(3, &sentence);
    }
}
