//! The sentences of one budget line: what it is, how much is attributed of it and from which rows.

use super::words::{note_text, number, place, range};
use super::{Text, UNKNOWN};
use crate::language::Value;
use crate::message;
use crate::report::explain::{LineDocument, OverheadDocument};

impl Text<'_> {
    pub(super) fn budget_line(&mut self, line: &LineDocument, overheads: &[OverheadDocument]) {
        self.head(line);
        let phase = match line.phase {
            "approved" => message!("explain-phase-approved").into(),
            phase => Value::Word("phase", phase.to_owned()),
        };
        let what = message!(
            "explain-what",
            label = self.word("label", line.label),
            phase = phase,
            funder = self.said("funder", &line.funder),
            financing = self.word("financing", line.financing)
        );
        self.say(2, what);
        let state = crate::language::Message::word("explain-state", line.state);
        self.say(2, message!("explain-state", state = state));
        self.shown(line);
        if let Some(rule) = &line.ruling.rule {
            self.rule(line, rule, overheads);
        }
        for split in &line.splits {
            self.split(split);
        }
        self.parts(line);
        if !line.note.is_empty() {
            self.say(2, message!("explain-note", note = note_text(&self.note_of(&line.note))));
        }
        let mut places: Value = line.first_rows.iter().map(place).collect::<Vec<_>>().into();
        let more = line.rows.saturating_sub(line.first_rows.len() as u64);
        if more > 0 {
            places = message!("explain-places-more", places = places, count = more).into();
        }
        let rows = message!("explain-count-rows", count = line.rows);
        self.say(2, message!("explain-rows", rows = rows, places = places, mark = self.mark(&line.source)));
    }

    fn head(&mut self, line: &LineDocument) {
        let currency = &line.currency;
        let name = message!(
            "explain-line-name",
            agency = self.said("agency", &line.agency),
            line = self.said("line", &line.line)
        );
        let head = match (&line.attributed, &line.amount) {
            (Some(attributed), Some(amount)) => message!(
                "explain-line",
                name = name,
                attributed = Value::figure(&*attributed.central),
                amount = Value::figure(amount),
                currency = currency,
                range = range(attributed)
            ),
            (Some(attributed), None) if line.imputed || line.fill.is_some() => message!(
                "explain-line-imputed",
                name = name,
                attributed = Value::figure(&*attributed.central),
                currency = currency,
                range = range(attributed)
            ),
            (_, Some(amount)) => {
                let amount = Value::figure(amount);
                message!("explain-line-unattributed", name = name, amount = amount, currency = currency)
            }
            (_, None) if line.state == "excluded" => message!("explain-line-excluded", name = name),
            (_, None) => message!("explain-line-unknown", name = name, unknown = UNKNOWN),
        };
        self.say(1, head);
    }

    /// What is attributed in each currency shown, where that is another.
    fn shown(&mut self, line: &LineDocument) {
        let main = (&self.document.currency, &line.rate, &line.rate_place, &line.shown);
        let also = line.also.iter().map(|also| (&also.currency, &also.rate, &also.rate_place, &also.shown));
        for (currency, rate, rate_place, shown) in [main].into_iter().chain(also) {
            let (Some(shown), Some(rate)) = (shown, rate) else { continue };
            let at = rate_place.as_ref().map_or_else(|| message!("explain-by-law"), place);
            let sentence = message!(
                "explain-shown",
                currency = currency,
                rate = number(self.language, rate),
                from = &line.currency,
                at = at,
                amount = Value::figure(&*shown.central)
            );
            self.say(2, sentence);
        }
    }

    /// How what is attributed is divided, and what is left.
    fn parts(&mut self, line: &LineDocument) {
        if line.parts.len() > 1 {
            self.say(2, message!("explain-divided"));
            for part in &line.parts {
                let sentence = message!(
                    "explain-part",
                    area = self.word("area", &part.area),
                    form = self.word("exploitation", &part.exploitation),
                    amount = Value::figure(&*part.amounts.central),
                    range = range(&part.amounts)
                );
                self.say(3, sentence);
            }
        }
        let Some(remainder) = &line.remainder else { return };
        let bounds = (remainder.low != remainder.high).then(|| {
            let (low, high) = (Value::figure(&*remainder.low), Value::figure(&*remainder.high));
            message!("explain-left-bounds", low = low, high = high)
        });
        let sentence = message!(
            "explain-left",
            amount = Value::figure(&*remainder.central),
            currency = &line.currency,
            bounds = Value::optional(bounds)
        );
        self.say(2, sentence);
    }
}
