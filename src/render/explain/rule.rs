//! The sentences of a rule: its share, its drivers, the lines that an overhead serves, why it is so, and its splits.

use std::rc::Rc;
use std::sync::Arc;

use super::words::{note, number, per_cent, place};
use super::{Sentence, Text};
use crate::language::{Message, Value};
use crate::message;
use crate::report::explain::{
    DriverDocument, DriverRowDocument, FillDocument, LineDocument, OverheadDocument, RuleDocument, RulingDocument,
    ServedDocument, ServiceDocument, SplitDocument,
};

/// What is said of all lines that a rule decides in a year.
pub(super) struct RulingTold {
    title: Vec<Sentence>,
    /// What the share was worked out from.
    worked: Vec<Sentence>,
    reasons: Vec<Sentence>,
    /// The share in per cent.
    per_cent: Option<Value>,
    /// Of what it is told; held, so that its address is that of no other.
    _of: Arc<RulingDocument>,
}

/// Most lines of an overhead that are told one by one.
const SERVED: usize = 12;

impl Text<'_> {
    pub(super) fn rule(&mut self, line: &LineDocument, rule: &RuleDocument, overheads: &[OverheadDocument]) {
        let of = Arc::as_ptr(&line.ruling);
        let told = match self.rulings.get(&of) {
            Some(told) => Rc::clone(told),
            None => {
                let told = Rc::new(self.ruling(&line.ruling, rule, overheads));
                self.rulings.insert(of, Rc::clone(&told));
                told
            }
        };
        self.told.extend_from_slice(&told.title);
        if let Some(fill) = &line.fill {
            self.fill(fill, &line.currency);
        }
        self.told.extend_from_slice(&told.worked);
        self.product(line, told.per_cent.as_ref());
        self.told.extend_from_slice(&told.reasons);
    }

    /// What is said of all lines that a rule decides in a year.
    fn ruling(
        &mut self,
        ruling: &Arc<RulingDocument>,
        rule: &RuleDocument,
        overheads: &[OverheadDocument],
    ) -> RulingTold {
        let title = self.shared(|text| text.title(rule));
        let worked = self.shared(|text| {
            ruling.drivers.iter().for_each(|driver| text.driver(driver));
            ruling.services.iter().for_each(|service| text.service(service));
            let overhead = overheads.iter().find(|overhead| overhead.rule == rule.id);
            text.all_served(overhead.map(|overhead| overhead.serves.as_slice()).unwrap_or_default());
            if let (Some(base), Some(currency)) = (&ruling.base, &ruling.base_currency) {
                text.say(3, message!("explain-base", sum = Value::figure(base), currency = currency));
            }
        });
        let reasons = self.shared(|text| text.reasons(rule));
        let per_cent = ruling.share.as_ref().map(|share| per_cent(&share.central));
        RulingTold { title, worked, reasons, per_cent, _of: Arc::clone(ruling) }
    }

    fn title(&mut self, rule: &RuleDocument) {
        let title = self.document.called.name("rule", &rule.id).unwrap_or(&rule.title);
        let title = (!title.is_empty()).then(|| message!("explain-rule-title", title = title));
        let title = Value::optional(title);
        self.say(2, message!("explain-rule", rule = &rule.id, title = title, share = &rule.share));
    }

    /// Why it is so, who wrote it and where.
    fn reasons(&mut self, rule: &RuleDocument) {
        if !rule.rationale.is_empty() {
            self.say(
                3,
                message!(
                    "explain-why",
                    rationale = self.document.called.name("rationale", &rule.id).unwrap_or(&rule.rationale)
                ),
            );
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
        self.say(3, sentence);
    }

    /// The line of the working: amount times share, or units times unit cost.
    fn product(&mut self, line: &LineDocument, per_cent: Option<&Value>) {
        let Some(attributed) = &line.attributed else { return };
        let product = Value::figure(&*attributed.central);
        let amount = line.amount.as_ref().or(line.fill.as_ref().map(|fill| &fill.amount));
        let share = line.ruling.share.as_ref().zip(per_cent);
        let sentence = match (share, amount) {
            (Some((share, per_cent)), Some(amount)) => message!(
                "explain-product",
                amount = Value::figure(amount),
                share = per_cent.clone(),
                exactly = &share.central,
                attributed = product
            ),
            (None, _) if line.imputed && !line.ruling.services.is_empty() => {
                message!("explain-services", attributed = product, currency = &line.currency)
            }
            (None, _) if line.imputed => message!("explain-units", attributed = product),
            _ => return,
        };
        self.say(3, sentence);
    }

    pub(super) fn split(&mut self, split: &SplitDocument) {
        let by = match split.owner.as_str() {
            "default.split" => message!("explain-split-default"),
            _ => message!("explain-split-rule"),
        };
        let dimension = Value::Word("dimension", split.dimension.to_owned());
        let at = place(&split.place);
        self.say(2, message!("explain-split", dimension = dimension, by = by, place = at, key = &split.words));
        for weight in &split.weights {
            let Some(at) = weight.place.as_ref().map(place) else { continue };
            let sentence = message!(
                "explain-weight",
                name = self.word(split.dimension, &weight.name),
                weight = number(self.language, &weight.weight),
                place = at,
                mark = self.mark(&weight.source)
            );
            self.say(3, sentence);
        }
    }

    /// A driver of its year with its row; an estimated one with what it was worked out from.
    fn driver(&mut self, driver: &DriverDocument) {
        let role = Value::Word("role", driver.role.to_owned());
        if let ("measured", [row]) = (driver.state, driver.rows.as_slice()) {
            self.row(3, &message!("explain-driver-of", role = role, driver = self.said("driver", &driver.driver)), row);
            return;
        }
        let how = match driver.state {
            "carried" => message!("explain-driver-carried"),
            "interpolated" => message!("explain-driver-interpolated"),
            "indexed" => {
                let factor = driver.factor.as_deref().map(|factor| number(self.language, factor)).unwrap_or_default();
                message!("explain-driver-indexed", index = driver.index.clone().unwrap_or_default(), factor = factor)
            }
            _ => message!("explain-driver-converted"),
        };
        let sentence = message!(
            "explain-driver-estimated",
            role = role,
            driver = self.said("driver", &driver.driver),
            year = driver.year.to_string(),
            value = Value::figure(&*driver.value),
            bounds = bounds(&driver.low, &driver.high),
            how = how
        );
        self.say(3, sentence);
        for row in &driver.rows {
            self.row(4, &message!("explain-driver-from"), row);
        }
    }

    fn row(&mut self, depth: usize, what: &Message, row: &DriverRowDocument) {
        let unit = if row.unit.is_empty() { String::new() } else { format!(" {}", self.said("unit", &row.unit)) };
        let converted = row.converted.as_ref().map(|by| {
            let rate = number(self.language, &by.rate);
            message!("explain-driver-rate", from = &by.from, to = &by.to, rate = rate)
        });
        let sentence = message!(
            "explain-driver",
            what = what.clone(),
            year = row.year.to_string(),
            value = Value::figure(&*row.value),
            unit = unit,
            bounds = bounds(&row.low, &row.high),
            converted = Value::optional(converted),
            place = place(&row.place),
            note = note(&self.note_of(&row.note)),
            mark = self.mark(&row.source)
        );
        self.say(depth, sentence);
    }

    /// An amount that nobody published, and the years that it is estimated from.
    fn fill(&mut self, fill: &FillDocument, currency: &str) {
        let how = match (&fill.index, &fill.factor) {
            (Some(index), Some(factor)) => {
                message!("explain-fill-indexed", index = index, factor = number(self.language, factor))
            }
            _ if fill.years.len() > 1 => message!("explain-driver-interpolated"),
            _ => message!("explain-fill-carried"),
        };
        let years = fill.years.iter().map(|of| {
            let (year, amount) = (of.year.to_string(), Value::figure(&*of.amount));
            message!("explain-fill-year", year = year, amount = amount, currency = currency)
        });
        let years: Vec<Message> = years.collect();
        let amount = Value::figure(&*fill.amount);
        self.say(3, message!("explain-fill", amount = amount, currency = currency, how = how, years = years));
    }

    fn service(&mut self, service: &ServiceDocument) {
        let sentence = message!(
            "explain-service",
            words = &service.words,
            cost = Value::figure(&*service.cost.central),
            currency = &service.currency,
            bounds = bounds(&service.cost.low, &service.cost.high),
            place = place(&service.place),
            note = note(&self.note_of(&service.note)),
            mark = self.mark(&service.source)
        );
        self.say(3, sentence);
    }

    /// The lines that an overhead serves.
    fn all_served(&mut self, serves: &[ServedDocument]) {
        serves.iter().take(SERVED).for_each(|served| self.served(served));
        if serves.len() > SERVED {
            self.say(3, message!("explain-more-served", count = serves.len() - SERVED));
        }
    }

    fn served(&mut self, served: &ServedDocument) {
        let sentence = message!(
            "explain-served",
            agency = self.said("agency", &served.agency),
            line = self.said("line", &served.line),
            amount = Value::figure(&*served.amount),
            currency = &served.currency,
            share = per_cent(&served.share.central),
            state = Value::Word("state", served.state.to_owned())
        );
        self.say(3, sentence);
    }
}

/// Low and high, where they are two.
fn bounds(low: &str, high: &str) -> Value {
    let bounds =
        (low != high).then(|| message!("explain-driver-bounds", low = Value::figure(low), high = Value::figure(high)));
    Value::optional(bounds)
}
