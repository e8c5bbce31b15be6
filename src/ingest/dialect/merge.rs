//! One dialect over another: what the command line says over what the manifest does.

use super::{Dialect, Totals};
use crate::ingest::amounts::{Groups, Marks};

impl Dialect {
    /// This one, and where it pins nothing the other.
    #[must_use]
    pub fn over(self, other: &Self) -> Self {
        let mut values = pairs(Vec::new(), &other.values);
        for (column, words) in self.values {
            match values.iter_mut().find(|(known, _)| *known == column) {
                Some((_, theirs)) => *theirs = words.over(theirs),
                None => values.push((column, words)),
            }
        }
        Self {
            files: self.files,
            name: self.name,
            origin: self.origin,
            encoding: self.encoding.or(other.encoding),
            delimiter: self.delimiter.or(other.delimiter),
            marks: Marks {
                decimal: self.marks.decimal.or(other.marks.decimal),
                groups: if self.marks.groups == Groups::Any { other.marks.groups } else { self.marks.groups },
            },
            sheet: self.sheet.or_else(|| other.sheet.clone()),
            skip: self.skip.or(other.skip),
            skip_below: if self.skip_below == 0 { other.skip_below } else { self.skip_below },
            skip_last: if self.skip_last == 0 { other.skip_last } else { self.skip_last },
            header_rows: self.header_rows.or(other.header_rows),
            columns: pairs(self.columns, &other.columns),
            constants: pairs(self.constants, &other.constants),
            amounts: list(self.amounts, &other.amounts),
            years_as_columns: self.years_as_columns || other.years_as_columns,
            unit: self.unit.or(other.unit),
            round: self.round || other.round,
            year_form: self.year_form.or_else(|| other.year_form.clone()),
            from_name: self.from_name.or_else(|| other.from_name.clone()),
            keep: list(self.keep, &other.keep),
            except: list(self.except, &other.except),
            values,
            join: pairs(self.join, &other.join),
            blank: list(self.blank, &other.blank),
            missing: pairs(self.missing, &other.missing),
            short_rows: self.short_rows || other.short_rows,
            sections: list(self.sections, &other.sections),
            totals: if self.totals == Totals::Refuse { other.totals } else { self.totals },
            ignore: list(self.ignore, &other.ignore),
        }
    }

    /// Leaves out what was found out of one file and is otherwise in another; what only one of them shows holds for both.
    pub fn agree(&mut self, other: &Self) {
        fn both<T: PartialEq>(mine: Option<T>, theirs: Option<T>) -> Option<T> {
            match (mine, theirs) {
                (Some(mine), Some(theirs)) => (mine == theirs).then_some(mine),
                (mine, theirs) => mine.or(theirs),
            }
        }
        self.encoding = self.encoding.filter(|encoding| other.encoding == Some(*encoding));
        self.delimiter = self.delimiter.filter(|delimiter| other.delimiter == Some(*delimiter));
        self.sheet = self.sheet.take().filter(|sheet| other.sheet.as_ref() == Some(sheet));
        self.skip = self.skip.filter(|skip| other.skip == Some(*skip));
        self.marks.decimal = both(self.marks.decimal, other.marks.decimal);
        self.marks.groups = match (self.marks.groups, other.marks.groups) {
            (Groups::Any, groups) | (groups, Groups::Any) => groups,
            (mine, theirs) if mine == theirs => mine,
            _ => Groups::Any,
        };
    }
}

fn list<T: Clone>(mine: Vec<T>, theirs: &[T]) -> Vec<T> {
    if mine.is_empty() { theirs.to_vec() } else { mine }
}

fn pairs<T: Clone>(mine: Vec<(String, T)>, theirs: &[(String, T)]) -> Vec<(String, T)> {
    let mut both = mine;
    let more: Vec<_> = theirs.iter().filter(|(name, _)| both.iter().all(|(known, _)| known != name)).collect();
    both.extend(more.into_iter().cloned());
    both
}
