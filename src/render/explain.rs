//! An explanation as text that can be read aloud: a tree of sentences, indented. In: the document; out: wrapped lines in a
//! language.

mod line;
mod rule;
mod words;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::Arc;

use foldhash::fast::RandomState;

use rule::RulingTold;

use super::Terminal;
use super::figures::UNKNOWN;
use crate::diagnostics::text::printable;
use crate::language::{Language, Message, Value};
use crate::message;
use crate::report::explain::{
    ExplainDocument, ExplainedLines, PerVictimTrace, RulingDocument, SumDocument, YearDocument,
};
use crate::report::{Interval3, ReportError};

/// A sentence at its depth of the tree: 0 a year, 1 a line or a quotient, 2 and more what stands behind it.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its depth.
    pub depth: usize,
    /// What it says.
    pub says: Says,
}

/// What a sentence says.
#[derive(Debug, Clone)]
pub enum Says {
    /// Of one thing alone.
    Own(Message),
    /// Of what decides lines, alike for all of them: with its number among all such.
    Shared(usize, Arc<Message>),
}

impl Says {
    /// The message.
    #[must_use]
    pub fn message(&self) -> &Message {
        match self {
            Self::Own(message) => message,
            Self::Shared(_, message) => message,
        }
    }
}

/// An explanation in sentences, handed on as soon as they are told: what a year attributes together, each of its lines with
/// what stands behind it, its costs per victim. The language is the one that the document was made in.
fn tell(document: &ExplainDocument, language: Language, mut each: impl FnMut(&[Sentence])) {
    let mut text = Text::new(document, language);
    document.years.iter().for_each(|year| text.year(year, &mut each));
}

/// Lines in sentences, those of each handed on as soon as it is told. The language is the one that they are explained in.
///
/// # Errors
///
/// A rate to the currency that nobody gives.
pub fn tell_lines(
    lines: &ExplainedLines<'_>,
    language: Language,
    mut each: impl FnMut(&[Sentence]),
) -> Result<(), ReportError> {
    let mut text = Text::new(&lines.head, language);
    lines.each(|line, overheads| {
        text.budget_line(line, overheads);
        text.hand_on(&mut each);
    })
}

/// The explanation as text in a language, wrapped to the terminal's width. It is the language that the document was made
/// in.
#[must_use]
pub fn explanation(document: &ExplainDocument, terminal: Terminal, language: Language) -> String {
    let mut out = String::new();
    let mut wrapped = |first: &str, later: &str, words: &str| {
        let options = textwrap::Options::new(usize::from(terminal.width))
            .initial_indent(first)
            .subsequent_indent(later)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        for line in textwrap::wrap(words, options) {
            let _ = writeln!(out, "{}", line.trim_end());
        }
    };
    wrapped("", "  ", &printable(&document.project));
    if !document.only.is_empty() {
        let of = |(name, patterns): (&String, &Vec<String>)| {
            patterns.iter().map(|pattern| format!("{name}={pattern}")).collect::<Vec<_>>()
        };
        let only: Vec<String> = document.only.iter().flat_map(of).collect();
        wrapped("", "  ", &printable(&language.say(&message!("explain-only", only = only.join("; ")))));
    }
    tell(document, language, |sentences| {
        for sentence in sentences {
            if sentence.depth == 0 {
                wrapped("", "", "");
            }
            let words = printable(&language.say(sentence.says.message()));
            wrapped(&"  ".repeat(sentence.depth), &"  ".repeat(sentence.depth + 1), &words);
        }
    });
    if !document.sources.is_empty() {
        wrapped("", "", "");
        wrapped("", "", &language.say(&message!("explain-sources")));
        for (number, source) in document.sources.iter().enumerate() {
            let mark = format!("[{}] ", number + 1);
            wrapped(&mark, &" ".repeat(mark.len()), &printable(&source.words(language)));
        }
    }
    out
}

/// An interval of which every bound is known.
fn known(interval: &Interval3<Option<String>>) -> Option<Interval3> {
    let Interval3 { low, central, high } = interval;
    Some(Interval3 { low: low.clone()?, central: central.clone()?, high: high.clone()? })
}

struct Text<'d> {
    told: Vec<Sentence>,
    document: &'d ExplainDocument,
    language: Language,
    /// The numbers of the sources: a project may have one for each line.
    numbers: HashMap<&'d str, usize, RandomState>,
    /// What was told of what decides lines, by the address of that, which it holds.
    rulings: HashMap<*const RulingDocument, Rc<RulingTold>, RandomState>,
    /// How many sentences are told for several lines.
    shared: usize,
}

impl<'d> Text<'d> {
    fn new(document: &'d ExplainDocument, language: Language) -> Self {
        let numbers = document.sources.iter().zip(1..).map(|(source, number)| (source.id.as_str(), number)).collect();
        Self { told: Vec::new(), document, language, numbers, rulings: HashMap::default(), shared: 0 }
    }

    /// A sentence at a depth of the tree.
    fn say(&mut self, depth: usize, message: Message) {
        self.told.push(Sentence { depth, says: Says::Own(message) });
    }

    /// What is told, to be told again for other lines.
    fn shared(&mut self, tell: impl FnOnce(&mut Self)) -> Vec<Sentence> {
        let before = self.told.len();
        tell(self);
        let mut shared = self.told.split_off(before);
        for sentence in &mut shared {
            if let Says::Own(message) = &mut sentence.says {
                let message = std::mem::replace(message, Message::verbatim(""));
                sentence.says = Says::Shared(self.shared, Arc::new(message));
                self.shared += 1;
            }
        }
        shared
    }

    /// What the project calls a code, or the code itself.
    fn said(&self, dimension: &str, code: &str) -> String {
        self.document.called.said(dimension, code).to_owned()
    }

    /// A word of the field as the project calls it, or else as the language does.
    fn word(&self, kind: &'static str, word: &str) -> Value {
        self.document.called.word(kind, word)
    }

    /// A note of a row as the project says it in the language.
    fn note_of(&self, note: &str) -> String {
        self.said("note", note)
    }

    /// Hands on what was told since the last time.
    fn hand_on(&mut self, each: &mut impl FnMut(&[Sentence])) {
        each(&self.told);
        self.told.clear();
    }

    fn year(&mut self, year: &YearDocument, each: &mut impl FnMut(&[Sentence])) {
        let in_state = |state: &str| year.lines.iter().filter(|line| line.state == state).count();
        let (unknown, outside) = (in_state("not-estimated") + in_state("not-reported"), in_state("unattributed"));
        let counted = year.lines.len() - unknown - outside;
        let lines = |count: usize| message!("explain-budget-lines", count = count);
        let rest = [
            (unknown > 0).then(|| message!("explain-rest-unknown", lines = lines(unknown))),
            (outside > 0).then(|| message!("explain-rest-outside", lines = lines(outside))),
        ];
        let rest = Value::list(rest.into_iter().flatten(), crate::language::Between::Nothing);
        let number = year.year.to_string();
        let head = match &known(&year.total) {
            None => message!("explain-year-nothing", year = number, rest = rest),
            Some(total) => message!(
                "explain-year",
                year = number,
                total = Value::figure(&*total.central),
                currency = &self.document.currency,
                range = words::range(total),
                lines = lines(counted),
                rest = rest
            ),
        };
        self.say(0, head);
        self.sums(&year.sums, &self.document.currency);
        for also in &year.also {
            if let Some(total) = known(&also.total) {
                let figure = Value::figure(&*total.central);
                let (currency, range) = (&also.currency, words::range(&total));
                self.say(1, message!("explain-year-also", currency = currency, total = figure, range = range));
                self.sums(&also.sums, currency);
            }
        }
        self.hand_on(each);
        for line in &year.lines {
            self.budget_line(line, &year.overheads);
            self.hand_on(each);
        }
        for figure in &year.per_victim {
            self.per_victim(year, figure);
        }
        self.hand_on(each);
    }

    /// The rates at which sums in other currencies enter a total.
    fn sums(&mut self, sums: &[SumDocument], currency: &str) {
        for sum in sums {
            let Some(rate) = &sum.rate else { continue };
            let sentence = message!(
                "explain-year-sum",
                amount = Value::figure(&*sum.amounts.central),
                from = &sum.currency,
                rate = words::number(self.language, rate),
                currency = currency,
                at = sum.rate_place.as_ref().map_or_else(|| message!("explain-by-law"), words::place)
            );
            self.say(1, sentence);
        }
    }

    fn per_victim(&mut self, year: &YearDocument, figure: &PerVictimTrace) {
        let victims = match (&figure.victims.low, &figure.victims.central, &figure.victims.high) {
            (Some(low), Some(central), Some(high)) if low != high => {
                message!("explain-midpoint", central = central, low = low, high = high).into()
            }
            (_, Some(central), _) => Value::Text(central.clone()),
            _ => Value::Text(String::new()),
        };
        let measure = self.word("measure", &figure.measure);
        let head = match (&figure.total.central, &year.total.central) {
            (Some(total), Some(cost)) => message!(
                "explain-per-victim",
                measure = measure,
                cost = Value::figure(cost),
                victims = victims,
                figure = Value::figure(total),
                currency = &self.document.currency
            ),
            _ => message!("explain-per-victim-none", measure = measure),
        };
        self.say(1, head);
        let bound =
            |bound: &Option<String>| bound.as_ref().map_or_else(|| Value::Text(UNKNOWN.to_owned()), Value::figure);
        if figure.total.central.is_some() && figure.total.low != figure.total.high {
            let (low, high) = (bound(&figure.total.low), bound(&figure.total.high));
            self.say(2, message!("explain-per-victim-bounds", low = low, high = high));
        }
        for also in &year.also {
            let same = also.per_victim.iter().find(|other| other.measure == figure.measure);
            let Some(total) = same.and_then(|same| known(&same.total)) else { continue };
            let (plain, range) = (Value::figure(&*total.central), words::range(&total));
            let sentence = message!("explain-also", currency = &also.currency, figure = plain, range = range);
            self.say(2, sentence);
        }
        if let Some(reason) = &figure.reason {
            self.say(2, message!("explain-reason", reason = reason));
        }
        if figure.breaks {
            self.say(2, message!("explain-break"));
        }
        if let Some(at) = &figure.place {
            let (place, note, mark) =
                (words::place(at), words::note(&self.note_of(&figure.note)), self.mark(&figure.source));
            self.say(2, message!("explain-count", place = place, note = note, mark = mark));
        }
    }

    /// ` [2]`, or nothing for a blank id.
    fn mark(&self, id: &str) -> String {
        self.numbers.get(id).map(|number| format!(" [{number}]")).unwrap_or_default()
    }
}
