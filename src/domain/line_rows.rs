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

    /// The first of all; of a line without rows, where it is expected.
    #[must_use]
    pub fn first_row(&self) -> Option<&Origin> {
        self.first.first()
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

    /// How many inputs have some of them.
    #[must_use]
    pub fn inputs(&self) -> u32 {
        self.inputs.count_ones()
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

#[cfg(test)]
mod tests {
    use super::LineRows;
    use crate::domain::{Money, Origin};

    /// What comes of one part of a file: its rows, the first of them, the first that names no currency, its sum, blank rows
    /// and the first of these, and a note.
    type Read = (u64, &'static [u64], Option<u64>, Option<i128>, Option<(u64, u64)>, &'static str);

    fn rows_of(parts: &[(&str, u32, Read)]) -> LineRows {
        let mut rows = LineRows::default();
        for (file, input, (count, first, assumed, sum, blank, note)) in parts {
            let file = *file;
            let origin = |row: u64| Origin { file: file.into(), row };
            rows.add_rows(*input, *count, first.iter().map(|row| origin(*row)), assumed.map(origin));
            if let Some(sum) = sum {
                rows.add_amount(Money::from_minor_units(*sum));
            }
            if let Some((count, row)) = blank {
                rows.add_blank(*count, origin(*row));
            }
            rows.add_note(note, |note| note.into());
        }
        rows
    }

    #[test]
    fn rows_are_the_same_in_whatever_order_their_parts_come() {
        let parts: [(&str, u32, Read); 5] = [
            ("b.csv", 0, (2, &[4, 9], Some(4), Some(250), None, "")),
            ("b.csv", 0, (1, &[7], None, None, Some((1, 7)), "shelter")),
            ("a.csv", 2, (3, &[2, 3, 8], None, Some(-50), Some((1, 3)), "a hotline")),
            ("a.csv", 2, (1, &[12], Some(12), Some(1), None, "")),
            ("c.csv", 1, (1, &[1], Some(1), Some(0), None, "a hotline")),
        ];
        let at = |file: &str, row| Origin { file: file.into(), row };
        let digits = |number: usize| (0..5).map(|place| number / 5_usize.pow(place) % 5).collect::<Vec<usize>>();
        let is_order = |order: &Vec<usize>| (0..5).all(|part| order.contains(&part));
        let orders: Vec<Vec<usize>> = (0..5_usize.pow(5)).map(digits).filter(is_order).collect();
        assert_eq!(orders.len(), 120);
        for order in orders {
            let rows = rows_of(&order.iter().map(|part| parts[*part]).collect::<Vec<_>>());
            assert_eq!(rows, rows_of(&parts), "{order:?}");
            assert_eq!(rows.amount(), Some(Money::from_minor_units(201)), "{order:?}");
            assert_eq!((rows.count(), rows.blank(), rows.inputs()), (8, 2, 3), "{order:?}");
            let first = ["a.csv 2", "a.csv 3", "a.csv 8", "a.csv 12", "b.csv 4"];
            let found: Vec<String> = rows.first().iter().map(|row| format!("{} {}", row.file, row.row)).collect();
            assert_eq!(found, first, "{order:?}");
            assert_eq!(rows.first_blank(), Some(&at("a.csv", 3)), "{order:?}");
            assert_eq!(rows.first_assumed(), Some(&at("a.csv", 12)), "{order:?}");
            assert_eq!(rows.note().as_str(), "a hotline", "{order:?}");
        }
        // Where every row names a currency but the first of all, nothing is kept of it elsewhere.
        let first_last = rows_of(&[("b.csv", 0, parts[0].2), ("a.csv", 0, (1, &[5], Some(5), None, None, ""))]);
        let first_first = rows_of(&[("a.csv", 0, (1, &[5], Some(5), None, None, "")), ("b.csv", 0, parts[0].2)]);
        assert_eq!(first_last, first_first);
        assert_eq!((first_last.amount(), first_last.first_blank()), (Some(Money::from_minor_units(250)), None));
    }
}
