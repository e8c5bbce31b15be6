//! How wide the columns of a document's tables are, and whether its paper stands or lies. Figures are never broken; what is
//! left of the line is shared by the columns of words.

use std::borrow::Cow;

use serde::Serialize;

use crate::render::figures::text;
use crate::report::{Align, Sheet, Table};

/// A twentieth of a point, the unit of a word processor.
type Twips = usize;

/// Width of an A4 page between margins of two centimetres, standing.
const STANDING: Twips = 9638;
/// The same, lying.
const LYING: Twips = 14_570;
/// Left and right of the text of a cell, together.
const PADDING: Twips = 140;
/// Fewest letters that a column of words is given.
const NARROWEST: usize = 10;
/// Most letters that a column of words asks for before it is broken.
const WIDEST: usize = 44;
/// Sizes of letters, in half points, largest first.
const SIZES: [usize; 4] = [18, 16, 14, 11];

/// The paper of a document, and the columns of each of its tables.
#[derive(Debug, Serialize)]
pub(super) struct Paper {
    lying: bool,
    tables: Vec<Columns>,
    /// Of each section its tables.
    sections: Vec<Vec<Columns>>,
}

impl Paper {
    /// Whether it lies.
    pub(super) const fn lies(&self) -> bool {
        self.lying
    }
}

/// The columns of a table.
#[derive(Debug, Serialize)]
struct Columns {
    /// In half points.
    size: usize,
    total: Twips,
    widths: Vec<Twips>,
}

/// What a column needs, in letters.
#[derive(Debug, Clone, Copy)]
struct Need {
    least: usize,
    most: usize,
}

/// The paper that holds every table of a sheet.
pub(super) fn paper(sheet: &Sheet) -> Paper {
    let needed = |tables: &[Table]| tables.iter().map(|table| needs(table, sheet)).collect::<Vec<_>>();
    let (tables, sections) = (needed(&sheet.tables), sheet.sections.iter().map(|section| needed(&section.tables)));
    let sections: Vec<Vec<Vec<Need>>> = sections.collect();
    let stands = tables.iter().chain(sections.iter().flatten()).all(|needs| least(needs, SIZES[1]) <= STANDING);
    let room = if stands { STANDING } else { LYING };
    let of = |tables: &[Vec<Need>]| tables.iter().map(|needs| columns(needs, room)).collect();
    Paper { lying: !stands, tables: of(&tables), sections: sections.iter().map(|tables| of(tables)).collect() }
}

fn needs(table: &Table, sheet: &Sheet) -> Vec<Need> {
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        // A head is in bold, which is a fifth wider where letters are wide.
        let longest_word = column.title.split_whitespace().map(|word| word.chars().count() * 6 / 5 + 1).max();
        let longest_word = longest_word.unwrap_or_default();
        let cells = || table.rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| text(sheet.language, cell));
        let longest = cells().map(|cell| cell.chars().count()).max().unwrap_or_default();
        match column.align {
            Align::Right | Align::Money => {
                let longest = longest.max(longest_word);
                Need { least: longest, most: longest.max(column.title.chars().count().min(WIDEST / 2)) }
            }
            Align::Left => {
                let words = |cell: Cow<'_, str>| cell.split_whitespace().map(|word| word.chars().count()).max();
                let least = cells().filter_map(words).max().unwrap_or_default();
                let least = least.max(longest_word).clamp(NARROWEST, WIDEST / 2).max(longest_word);
                Need { least, most: longest.clamp(least, WIDEST) }
            }
        }
    });
    columns.collect()
}

/// The width of so many letters, bold ones among them, at a size in half points: that of a wide face, which stands in where
/// a word processor does not have that of the document.
const fn width(letters: usize, size: usize) -> Twips {
    // Bold digits of the widest of the faces that stand in for Calibri take 0.7 of their size.
    letters * size * 70 / 10 + PADDING
}

fn least(needs: &[Need], size: usize) -> Twips {
    needs.iter().map(|need| width(need.least, size)).sum()
}

fn columns(needs: &[Need], room: Twips) -> Columns {
    let size = SIZES.into_iter().find(|size| least(needs, *size) <= room).unwrap_or(SIZES[SIZES.len() - 1]);
    let wanted: Vec<Twips> = needs.iter().map(|need| width(need.most, size)).collect();
    let held: Vec<Twips> = needs.iter().map(|need| width(need.least, size)).collect();
    let (sum, least): (Twips, Twips) = (wanted.iter().sum(), held.iter().sum());
    let widths: Vec<Twips> = if sum <= room {
        wanted
    } else {
        // Every column has what it must have; what is left is shared by what each would like beyond that.
        let (left, asked) = (room.saturating_sub(least), (sum - least).max(1));
        wanted.iter().zip(&held).map(|(wanted, held)| held + (wanted - held) * left / asked).collect()
    };
    Columns { size, total: widths.iter().sum(), widths }
}

#[cfg(test)]
mod tests {
    use super::{LYING, Need, STANDING, columns};

    #[test]
    fn columns_fit_the_line_and_figures_are_whole() {
        let needs = [Need { least: 10, most: 44 }, Need { least: 12, most: 14 }, Need { least: 12, most: 14 }];
        let fitted = columns(&needs, STANDING);
        assert!(fitted.total <= STANDING, "{fitted:?}");
        let many = vec![Need { least: 12, most: 12 }; 11];
        let fitted = columns(&many, LYING);
        assert!(fitted.total <= LYING && fitted.size < 18, "{fitted:?}");
    }
}
