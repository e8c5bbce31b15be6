//! Where something stands in the user's files.

use std::cmp::Ordering;
use std::fmt;

use arcstr::ArcStr;
use smallvec::SmallVec;

use super::text::by_text;

/// A file and a row, numbered as a spreadsheet does: the header is row 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The file as the manifest or the command line names it.
    pub file: ArcStr,
    /// The row; in a TOML file the line.
    pub row: u64,
}

impl PartialOrd for Origin {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Origin {
    /// By file, then by row.
    fn cmp(&self, other: &Self) -> Ordering {
        by_text(&self.file, &other.file).then_with(|| self.row.cmp(&other.row))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row {}", self.file, self.row)
    }
}

/// The first few rows of a line, in order. Most lines have one, which needs no list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FirstRows(SmallVec<[Origin; 1]>);

impl FirstRows {
    /// How many are kept.
    pub const MOST: usize = 5;

    /// The first.
    #[must_use]
    pub fn first(&self) -> Option<&Origin> {
        self.0.first()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Origin> {
        self.0.iter()
    }

    /// Takes in more rows, and keeps the first of all.
    pub fn add(&mut self, rows: impl Iterator<Item = Origin>) {
        self.0.extend(rows);
        self.0.sort_unstable();
        self.0.truncate(Self::MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::{FirstRows, Origin};

    #[test]
    fn the_first_rows_are_kept_in_whatever_order_they_come() {
        let row = |file: &str, row| Origin { file: file.into(), row };
        let mut rows = FirstRows::default();
        rows.add([].into_iter());
        assert_eq!(rows.first(), None);
        rows.add([row("b.csv", 7)].into_iter());
        assert_eq!(rows.iter().cloned().collect::<Vec<_>>(), [row("b.csv", 7)]);
        rows.add([row("b.csv", 9), row("a.csv", 12), row("b.csv", 3)].into_iter());
        rows.add([row("a.csv", 2)].into_iter());
        rows.add([row("c.csv", 1), row("b.csv", 8)].into_iter());
        let kept = [row("a.csv", 2), row("a.csv", 12), row("b.csv", 3), row("b.csv", 7), row("b.csv", 8)];
        assert_eq!(rows.iter().cloned().collect::<Vec<_>>(), kept);
        assert_eq!(rows.first(), Some(&kept[0]));
    }
}
