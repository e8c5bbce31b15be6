//! What makes a row's line, read from its cells. Its texts are numbers until all files are read.

use std::cmp::Ordering;

use super::header::Header;
use super::money_rows::{Defaults, KEY_COLUMNS, blank, currency, word, year};
use super::table::Row;
use super::texts::{Renumbered, SharedTexts, TextNumber, Texts};
use crate::diagnostics::Diagnostics;
use crate::domain::{Currency, Financing, Label, LineKey, Phase, Year, clean_text};

/// What makes two rows one line, its texts by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberedKey {
    /// Budget year.
    pub year: Year,
    financing: Financing,
    label: Label,
    /// Approved or executed.
    pub phase: Phase,
    /// The currency it was published in.
    pub currency: Currency,
    agency: TextNumber,
    funder: TextNumber,
    line: TextNumber,
    function: TextNumber,
    area: TextNumber,
    source: TextNumber,
    own: TextNumber,
}

impl NumberedKey {
    /// The same with the numbers that its texts have in all files.
    #[must_use]
    pub fn renumbered(self, numbers: &mut Renumbered<'_>) -> Self {
        let Self { year, financing, label, phase, currency, agency, funder, line, function, area, source, own } = self;
        let [agency, funder, line, function, area, source] =
            [agency, funder, line, function, area, source].map(|text| numbers.text(text));
        let own = numbers.own(own);
        Self { year, financing, label, phase, currency, agency, funder, line, function, area, source, own }
    }

    /// How it stands to another whose texts are numbered in all files: as the lines of both do.
    #[must_use]
    pub fn compare(&self, other: &Self, texts: &SharedTexts) -> Ordering {
        let Self { year, financing, label, phase, currency, agency, funder, line, function, area, source, own } = self;
        let text = |one: &TextNumber, other: TextNumber| texts.compare(*one, other);
        let part = year.cmp(&other.year);
        let part = part.then_with(|| text(agency, other.agency)).then_with(|| text(funder, other.funder));
        let part = part.then_with(|| financing.cmp(&other.financing)).then_with(|| label.cmp(&other.label));
        let part = part.then_with(|| text(line, other.line)).then_with(|| text(function, other.function));
        let part = part.then_with(|| text(area, other.area)).then_with(|| phase.cmp(&other.phase));
        let part = part.then_with(|| currency.cmp(&other.currency)).then_with(|| text(source, other.source));
        part.then_with(|| texts.own(*own).cmp(texts.own(other.own)))
    }

    /// The first letters of its agency as a number: the order of these is that of the agencies, where it tells them apart.
    #[must_use]
    pub fn first_letters(&self, texts: &SharedTexts) -> u64 {
        let mut letters = [0; 8];
        letters.iter_mut().zip(texts.get(self.agency).bytes()).for_each(|(letter, byte)| *letter = byte);
        u64::from_be_bytes(letters)
    }

    /// The same with its texts, numbered in all files.
    #[must_use]
    pub fn with_texts(&self, texts: &SharedTexts) -> LineKey {
        LineKey {
            year: self.year,
            agency: texts.get(self.agency).clone(),
            funder: texts.get(self.funder).clone(),
            financing: self.financing,
            label: self.label,
            line: texts.get(self.line).clone(),
            function: texts.get(self.function).clone(),
            area: texts.get(self.area).clone(),
            phase: self.phase,
            currency: self.currency,
            source: texts.get(self.source).clone(),
            own: texts.own(self.own).clone(),
        }
    }
}

/// Where the cells stand that make a row's line.
#[derive(Debug)]
pub struct LineCells {
    of_all: [Option<usize>; KEY_COLUMNS.len()],
    own: Vec<Option<usize>>,
}

impl LineCells {
    /// Under a header, in a project with these defaults.
    #[must_use]
    pub fn new(header: &Header, defaults: Defaults<'_>) -> Self {
        let own = defaults.own.iter().map(|column| header.position(column)).collect();
        Self { of_all: KEY_COLUMNS.map(|column| header.position(column)), own }
    }
}

/// What makes a row's line, from its cells; `None` after diagnostics where a cell is faulty.
pub fn line_key(
    row: &Row<'_>,
    cells: &LineCells,
    defaults: Defaults<'_>,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Option<NumberedKey> {
    let bytes = |cell: Option<usize>| cell.map(|cell| row.bytes_at(cell)).unwrap_or_default();
    let text = |cell: Option<usize>| clean_text(cell.map(|cell| row.at(cell)).unwrap_or_default());
    let [of_year, agency, funder, label, line, function, area, phase, of_currency, source] = cells.of_all;
    let mut needed = |column: &str, cell: Option<usize>, default: Option<&str>| {
        let found = texts.of_some(bytes(cell));
        if found.is_none() && default.is_none() {
            diagnostics.push(blank(row, column));
        }
        found.or_else(|| default.map(|default| texts.number(default.as_bytes())))
    };
    let agency = needed("agency", agency, defaults.agency());
    let funder = needed("funder", funder, defaults.funder());
    let line = needed("line", line, None);
    let year = year(row, &text(of_year), diagnostics);
    let label = word(row, "label", &text(label), defaults.label(), Label::parse, Label::WORDS, diagnostics);
    let phase = word(row, "phase", &text(phase), Phase::Executed, Phase::parse, Phase::WORDS, diagnostics);
    let currency = match text(of_currency).as_ref() {
        "" => Some(defaults.currency()),
        code => currency(row, "currency", code, diagnostics),
    };
    Some(NumberedKey {
        year: year?,
        agency: agency?,
        funder: funder?,
        financing: defaults.financing(),
        label: label?,
        line: line?,
        function: texts.number(bytes(function)),
        area: texts.number(bytes(area)),
        phase: phase?,
        currency: currency?,
        source: texts.number(bytes(source)),
        own: texts.number_of_own(cells.own.iter().map(|cell| bytes(*cell))),
    })
}
