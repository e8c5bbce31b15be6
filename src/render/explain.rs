//! An explanation as text that can be read aloud: a tree of sentences, indented.

mod words;

use std::fmt::Write as _;

use words::{number, per_cent, phase, place, range, state_words};

use super::Terminal;
use super::figures::UNKNOWN;
use crate::diagnostics::text::printable;
use crate::language::Language;
use crate::report::explain::{
    DriverDocument, ExplainDocument, LineDocument, OverheadDocument, PerVictimTrace, RuleDocument, ServedDocument,
    SplitDocument, YearDocument,
};

/// A figure of an explanation.
fn grouped(plain: &str) -> String {
    Language::English.figure(plain)
}

/// Most lines of an overhead that are told one by one.
const SERVED: usize = 12;

/// The explanation as text, wrapped to the terminal's width.
#[must_use]
pub fn explanation(document: &ExplainDocument, terminal: Terminal) -> String {
    let mut text = Text { out: String::new(), width: usize::from(terminal.width), document };
    text.line(0, &document.project);
    for year in &document.years {
        text.out.push('\n');
        text.year(year);
    }
    if !document.sources.is_empty() {
        text.out.push_str("\nSources\n");
        for (number, source) in document.sources.iter().enumerate() {
            text.marked(&format!("[{}] ", number + 1), &source.words());
        }
    }
    text.out
}

struct Text<'d> {
    out: String,
    width: usize,
    document: &'d ExplainDocument,
}

impl Text<'_> {
    /// A sentence at a depth of the tree.
    fn line(&mut self, depth: usize, words: &str) {
        let indent = "  ".repeat(depth);
        let later = "  ".repeat(depth + 1);
        self.wrapped(&indent, &later, words);
    }

    fn marked(&mut self, mark: &str, words: &str) {
        self.wrapped(mark, &" ".repeat(mark.len()), words);
    }

    fn wrapped(&mut self, first: &str, later: &str, words: &str) {
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(later)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        for line in textwrap::wrap(&printable(words), options) {
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
    }

    fn year(&mut self, year: &YearDocument) {
        let currency = &self.document.currency;
        let range = range(&year.total);
        let lines =
            |count: usize| if count == 1 { "1 budget line".to_owned() } else { format!("{count} budget lines") };
        let in_state = |state: &str| year.lines.iter().filter(|line| line.state == state).count();
        let (unknown, outside) = (in_state("not-estimated"), in_state("unattributed"));
        let counted = year.lines.len() - unknown - outside;
        let head = if counted == 0 {
            format!("{}: nothing is attributed", year.year)
        } else {
            let total = grouped(&year.total.central);
            format!("{}: {total} {currency} attributed{range}, from {}", year.year, lines(counted))
        };
        let mut rest = String::new();
        if unknown > 0 {
            let _ = write!(rest, "; {} not estimated, which is not zero", lines(unknown));
        }
        if outside > 0 {
            let _ = write!(rest, "; {} not attributed by any rule", lines(outside));
        }
        self.line(0, &format!("{head}{rest}"));
        for line in &year.lines {
            let overhead = line.rule.as_ref().and_then(|rule| year.overheads.iter().find(|told| told.rule == rule.id));
            self.budget_line(line, overhead);
        }
        for figure in &year.per_victim {
            self.per_victim(year, figure);
        }
    }

    fn budget_line(&mut self, line: &LineDocument, overhead: Option<&OverheadDocument>) {
        let currency = self.document.currency.clone();
        let name = format!("{}, \"{}\"", line.agency, line.line);
        let head = match (&line.attributed, &line.amount) {
            (Some(attributed), Some(amount)) => format!(
                "{name}: {} of {} {currency}{}",
                grouped(&attributed.central),
                grouped(amount),
                range(attributed)
            ),
            (Some(attributed), None) if line.imputed => {
                format!("{name}: {} {currency}{}", grouped(&attributed.central), range(attributed))
            }
            (_, Some(amount)) => format!("{name}: {} {currency}, not attributed", grouped(amount)),
            (_, None) if line.state == "excluded" => format!("{name}: amount not published, and excluded"),
            (_, None) => format!("{name}: amount not published ({UNKNOWN})"),
        };
        self.line(1, &head);
        self.line(
            2,
            &format!("It is {}, {}, paid by {} ({} financing).", line.label, phase(line), line.funder, line.financing),
        );
        self.line(2, &format!("State: {}.", state_words(line)));
        if let (Some(published), Some(rate)) = (&line.published, &line.rate) {
            let at = line.rate_place.as_ref().map_or_else(|| "by law".to_owned(), place);
            let sentence = format!(
                "Published as {} {}; one is {} {currency} ({at}), and the product is rounded once to {} {currency}.",
                grouped(published),
                line.published_currency,
                number(rate),
                line.amount.as_deref().map(grouped).unwrap_or_default()
            );
            self.line(2, &sentence);
        }
        if let Some(rule) = &line.rule {
            self.rule(line, rule, overhead);
        }
        for split in &line.splits {
            self.split(split);
        }
        if line.parts.len() > 1 {
            self.line(2, "Divided so, by largest remainder:");
            for part in &line.parts {
                let (central, range) = (grouped(&part.amounts.central), range(&part.amounts));
                self.line(3, &format!("{}, {}: {central}{range}", part.area, part.exploitation));
            }
        }
        if let Some(remainder) = &line.remainder {
            let bounds = if remainder.low == remainder.high {
                String::new()
            } else {
                format!(" ({} at low, {} at high)", grouped(&remainder.low), grouped(&remainder.high))
            };
            self.line(2, &format!("Left over and not counted: {} {currency}{bounds}.", grouped(&remainder.central)));
        }
        if !line.note.is_empty() {
            self.line(2, &format!("Note of the file: {}.", line.note.trim_end_matches('.')));
        }
        let rows = if line.rows == 1 { "1 row".to_owned() } else { format!("{} rows", line.rows) };
        let shown: Vec<String> = line.first_rows.iter().map(place).collect();
        let more = line.rows.saturating_sub(shown.len() as u64);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        self.line(2, &format!("From {rows}: {}{more}.{}", shown.join(", "), self.mark(&line.source)));
    }

    fn rule(&mut self, line: &LineDocument, rule: &RuleDocument, overhead: Option<&OverheadDocument>) {
        let title = if rule.title.is_empty() { String::new() } else { format!(" ({})", rule.title) };
        self.line(2, &format!("Decided by rule {}{title}: {}.", rule.id, rule.share));
        for driver in &line.drivers {
            self.driver(driver);
        }
        let serves = overhead.map(|overhead| overhead.serves.as_slice()).unwrap_or_default();
        for served in serves.iter().take(SERVED) {
            self.served(served);
        }
        if serves.len() > SERVED {
            self.line(3, &format!("and {} more lines", serves.len() - SERVED));
        }
        if let Some(base) = &line.base {
            self.line(3, &format!("Sum of the lines that this rule decides that year: {}.", grouped(base)));
        }
        if let (Some(share), Some(amount), Some(attributed)) = (&line.share, &line.amount, &line.attributed) {
            let sentence = format!(
                "{} x {} (exactly {}) = {}, rounded once.",
                grouped(amount),
                per_cent(&share.central),
                share.central,
                grouped(&attributed.central)
            );
            self.line(3, &sentence);
        }
        if let (None, true, Some(attributed)) = (&line.share, line.imputed, &line.attributed) {
            self.line(3, &format!("Units times unit cost = {}, rounded once.", grouped(&attributed.central)));
        }
        if !rule.rationale.is_empty() {
            self.line(3, &format!("Why this key: {}", rule.rationale));
        }
        let by: Vec<&str> =
            [&rule.author, &rule.date].into_iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
        let by = if by.is_empty() { String::new() } else { format!("Written by {}. ", by.join(", ")) };
        self.line(3, &format!("{by}It stands in {}.{}", place(&rule.place), self.mark(&rule.source)));
    }

    fn split(&mut self, split: &SplitDocument) {
        let by = match split.owner.as_str() {
            "default.split" => "the default split of all rules",
            _ => "its rule",
        };
        let sentence = format!("Divided by {} by {by} ({}): {}.", split.dimension, place(&split.place), split.words);
        self.line(2, &sentence);
        for weight in split.weights.iter().filter(|weight| weight.place.is_some()) {
            let at = weight.place.as_ref().map(place).unwrap_or_default();
            let sentence = format!("{}: {}, {at}.{}", weight.name, number(&weight.weight), self.mark(&weight.source));
            self.line(3, &sentence);
        }
    }

    fn driver(&mut self, driver: &DriverDocument) {
        let bounds = if driver.low == driver.high {
            String::new()
        } else {
            format!(" (low {}, high {})", grouped(&driver.low), grouped(&driver.high))
        };
        let note = if driver.note.is_empty() {
            String::new()
        } else {
            format!(" Note: {}.", driver.note.trim_end_matches('.'))
        };
        let unit = if driver.unit.is_empty() { String::new() } else { format!(" {}", driver.unit) };
        let sentence = format!(
            "{}: {} {} = {}{unit}{bounds}, {}.{note}{}",
            driver.role,
            driver.driver,
            driver.year,
            grouped(&driver.value),
            place(&driver.place),
            self.mark(&driver.source)
        );
        self.line(3, &sentence);
    }

    fn served(&mut self, served: &ServedDocument) {
        let sentence = format!(
            "serves {}, \"{}\": {} of which {} ({})",
            served.agency,
            served.line,
            grouped(&served.amount),
            per_cent(&served.share.central),
            served.state
        );
        self.line(3, &sentence);
    }

    fn per_victim(&mut self, year: &YearDocument, figure: &PerVictimTrace) {
        let victims = match (&figure.victims.low, &figure.victims.central, &figure.victims.high) {
            (Some(low), Some(central), Some(high)) if low != high => {
                format!("{central} (midpoint of {low} to {high})")
            }
            (_, Some(central), _) => central.clone(),
            _ => String::new(),
        };
        let currency = &self.document.currency;
        let head = match &figure.total.central {
            Some(total) => {
                let cost = grouped(&year.total.central);
                format!("Per {} victim: {cost} / {victims} = {} {currency}", figure.measure, grouped(total))
            }
            None => format!("Per {} victim: no figure", figure.measure),
        };
        self.line(1, &head);
        let bound = |bound: &Option<String>| bound.as_deref().map_or_else(|| UNKNOWN.to_owned(), grouped);
        if figure.total.central.is_some() && figure.total.low != figure.total.high {
            let (low, high) = (bound(&figure.total.low), bound(&figure.total.high));
            self.line(
                2,
                &format!("Low {low}, high {high}: each bound of the cost over the count that widens the range."),
            );
        }
        if let Some(reason) = &figure.reason {
            self.line(2, &format!("Why: {reason}."));
        }
        if figure.breaks {
            self.line(2, "The series of counts breaks at this year; it is not compared with earlier years.");
        }
        if let Some(at) = &figure.place {
            let note = figure.note.trim_end_matches('.');
            let note = if note.is_empty() { String::new() } else { format!(" Note: {note}.") };
            self.line(2, &format!("The count: {}.{note}{}", place(at), self.mark(&figure.source)));
        }
    }

    /// ` [2]`, or nothing for a blank id.
    fn mark(&self, id: &str) -> String {
        let position = self.document.sources.iter().position(|source| source.id == id);
        position.map(|position| format!(" [{}]", position + 1)).unwrap_or_default()
    }
}
