//! What the rows of a line say together.

use arcstr::ArcStr;

use super::{FirstRows, Money, Origin};

/// Rows of one line, as they come: their sum, their number, and which rows a message or a trace names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineRows {
    sum: Money,
    is_published: bool,
    is_assumed_at_first: bool,
    /// The inputs that they are of, a bit each.
    inputs: u16,
    count: u64,
    first: FirstRows,
    note: ArcStr,
    /// Most lines have nothing of it.
    seldom: Option<Box<Seldom>>,
}

/// What the rows of few lines say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Seldom {
    blank: u64,
    first_blank: Option<Origin>,
    /// The first row that names no currency, where it is not the first of all.
    first_assumed: Option<Origin>,
}

impl LineRows {
    /// Of a line that was expected and has no row: where it is expected, and a note on it.
    #[must_use]
    pub fn none(expected: Origin, note: ArcStr) -> Self {
        let mut rows = Self { note, ..Self::default() };
        rows.first.add(std::iter::once(expected));
        rows
    }

    /// The sum of the published amounts; `None` where every amount is blank.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        self.is_published.then_some(self.sum)
    }

    /// How many there are, blank ones included.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The first few of them, beyond which only their number is kept.
    #[must_use]
    pub fn first(&self) -> &FirstRows {
        &self.first
    }

    /// A note of them: of those that are not blank the first by letter, so that the order of rows says nothing.
    #[must_use]
    pub fn note(&self) -> &ArcStr {
        &self.note
    }

    /// How many have a blank amount.
    #[must_use]
    pub fn blank(&self) -> u64 {
        self.seldom.as_ref().map_or(0, |seldom| seldom.blank)
    }

    /// The first of those.
    #[must_use]
    pub fn first_blank(&self) -> Option<&Origin> {
        self.seldom.as_ref()?.first_blank.as_ref()
    }

    /// The first that names no currency, so that the project's is assumed.
    #[must_use]
    pub fn first_assumed(&self) -> Option<&Origin> {
        match self.is_assumed_at_first {
            true => self.first.first(),
            false => self.seldom.as_ref()?.first_assumed.as_ref(),
        }
    }

    /// Whether some of them are of the input of this number.
    #[must_use]
    pub fn are_of(&self, input: u32) -> bool {
        self.inputs & (1 << input) != 0
    }

    /// Adds so many rows of the input of this number: the first few of them, and the first that names no currency.
    pub fn add_rows(
        &mut self,
        input: u32,
        count: u64,
        first: impl Iterator<Item = Origin>,
        first_assumed: Option<Origin>,
    ) {
        let assumed = self.first_assumed().cloned().into_iter().chain(first_assumed).min();
        self.inputs |= 1 << input;
        self.count += count;
        self.first.add(first);
        self.is_assumed_at_first = assumed.is_some() && assumed.as_ref() == self.first.first();
        let elsewhere = assumed.filter(|_| !self.is_assumed_at_first);
        if elsewhere.is_some() || self.seldom.is_some() {
            self.seldom.get_or_insert_default().first_assumed = elsewhere;
            self.seldom.take_if(|seldom| **seldom == Seldom::default());
        }
    }

    /// Adds to the sum.
    pub fn add_amount(&mut self, amount: Money) {
        self.sum += amount;
        self.is_published = true;
    }

    /// Says that so many of the rows have a blank amount, the first of them here.
    pub fn add_blank(&mut self, count: u64, first: Origin) {
        let seldom = self.seldom.get_or_insert_default();
        seldom.blank += count;
        seldom.first_blank = seldom.first_blank.take().into_iter().chain([first]).min();
    }

    /// Adds the note of a row, kept as `shared` gives it where it is the one of all.
    pub fn add_note(&mut self, note: &str, shared: impl FnOnce(&str) -> ArcStr) {
        if !note.is_empty() && (self.note.is_empty() || *note < *self.note) {
            self.note = shared(note);
        }
    }
}
