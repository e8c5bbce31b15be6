//! Formulas over the ledger's sheet, and how cells are referred to.

use std::sync::Arc;

use crate::language::Language;

/// Columns of the ledger's sheet behind those of the contract.
pub(super) const LINE_NUMBER: &str = "line_number";
/// Which record of its line a record is, from 1.
pub(super) const RECORD: &str = "record";
/// Which row of the summary counts a record.
pub(super) const SUMMARY_ROW: &str = "summary_row";

/// Where the records of the ledger's sheet stand.
#[derive(Debug, Clone)]
pub(super) struct LedgerRanges {
    pub(super) sheet: String,
    pub(super) records: usize,
    /// The names of its columns, in order.
    pub(super) columns: Arc<[String]>,
    pub(super) language: Language,
}

/// What a record must have to be counted.
pub(super) enum Criterion<'c> {
    /// The value of a cell.
    Cell(&'c str, String),
    /// These words.
    Text(&'c str, &'c str),
    /// Anything at all.
    Filled(&'c str),
    /// A word of a vocabulary, in the language of the sheet.
    Word(&'c str, &'c str, &'c str),
}

impl LedgerRanges {
    /// All records of a column.
    pub(super) fn range(&self, column: &str) -> String {
        // Every column asked for is one that the sheet was made with.
        let index = self.columns.iter().position(|name| *name == column).unwrap_or(self.columns.len());
        let (letters, last) = (column_letters(index), self.records.max(1) + 1);
        format!("{}!${letters}$2:${letters}${last}", quoted(&self.sheet))
    }

    /// The sum of a column over the records that meet all criteria, to so many digits.
    pub(super) fn sum(&self, column: &str, criteria: &[Criterion<'_>], digits: u32) -> String {
        format!("ROUND(SUMIFS({}{}),{digits})", self.range(column), self.criteria(criteria))
    }

    /// How many records meet all criteria.
    pub(super) fn count(&self, criteria: &[Criterion<'_>]) -> String {
        format!("COUNTIFS({})", self.criteria(criteria).trim_start_matches(','))
    }

    fn criteria(&self, criteria: &[Criterion<'_>]) -> String {
        let word = |kind: &str, word: &str| for_criteria(&self.language.term(kind, word));
        let criterion = |criterion: &Criterion<'_>| match criterion {
            Criterion::Cell(column, cell) => format!(",{},{cell}", self.range(column)),
            Criterion::Word(column, kind, name) => {
                format!(",{},{}", self.range(column), text(&format!("={}", word(kind, name))))
            }
            Criterion::Text(column, words) => {
                format!(",{},{}", self.range(column), text(&format!("={}", for_criteria(words))))
            }
            Criterion::Filled(column) => format!(",{},\"<>\"", self.range(column)),
        };
        criteria.iter().map(criterion).collect()
    }
}

/// Letters of a column, from 0: A, B, ... Z, AA.
pub(super) fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// `E6` of a row and a column, both from 0.
pub(super) fn cell(row: usize, column: usize) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// `$E6`.
pub(super) fn cell_of_column(row: usize, column: usize) -> String {
    format!("${}{}", column_letters(column), row + 1)
}

/// `E6:E9`.
pub(super) fn span(first: usize, last: usize, column: usize) -> String {
    format!("{}:{}", cell(first, column), cell(last, column))
}

/// A sheet's name as formulas have it.
pub(super) fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// Words as a text in a formula.
pub(super) fn text(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// Words of a criterion, in which `*`, `?` and `~` stand for themselves.
fn for_criteria(words: &str) -> String {
    words.replace('~', "~~").replace('*', "~*").replace('?', "~?")
}

#[cfg(test)]
mod tests {
    use super::{cell, column_letters, for_criteria, quoted, text};

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (index, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(index), letters);
        }
        assert_eq!(cell(5, 4), "E6");
    }

    #[test]
    fn words_stay_words_in_a_formula() {
        assert_eq!(text("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(quoted("Ann's"), "'Ann''s'");
        assert_eq!(for_criteria("a*b? ~c"), "a~*b~? ~~c");
    }
}
