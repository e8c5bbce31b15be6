//! The top of a table: which row is its header, by what it is; what stands above it; which rows below it are no data.

use super::below::{Below, below};
use super::dialect::{Dialect, folded};
use super::draft::words_of;
use super::header::Columns;
use super::years;
use crate::domain::clean_text;

/// The first rows of a table that are not blank: row and cells as they stand.
pub type Rows = [(u64, Vec<String>)];

/// Rows among which the header is looked for.
pub const SEARCHED: usize = 100;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Top {
    /// The first row of the header.
    pub header: u64,
    /// The last row of the header.
    pub header_end: u64,
    /// The names of the columns as the file has them, those of several rows joined by a space.
    pub names: Vec<String>,
    /// Rows above the header.
    pub above: Vec<(u64, Vec<String>)>,
    /// Rows directly below it that are numbers of columns or units, with what they are.
    pub below: Vec<(u64, Below, Vec<String>)>,
    /// Rows that the dialect leaves out between header and data.
    pub skipped: Vec<(u64, Vec<String>)>,
    /// The last row before the data.
    pub last: u64,
    /// Whether every needed column has a name there.
    pub is_sure: bool,
    /// How much it looks like a header, to choose between two ways to split a text.
    pub likeness: u64,
}

/// The top of a table that begins with these rows; `None` where there are none.
#[must_use]
pub fn top(rows: &Rows, columns: Columns<'_>, dialect: &Dialect) -> Option<Top> {
    let depth = dialect.header_rows.unwrap_or(1);
    let first = dialect.skip.map_or(0, |skip| skip + 1);
    let candidates: Vec<u64> = rows.iter().map(|(row, _)| *row).filter(|row| *row >= first).collect();
    let sure = |row: &u64| is_header(&names(rows, *row, depth), columns, dialect);
    let likeness = |row: u64| likeness(&names(rows, row, depth), columns, dialect);
    let header = match dialect.skip {
        Some(_) => candidates.first().copied(),
        None => candidates.iter().find(|row| sure(row)).copied().or_else(|| {
            let likeliest = candidates.iter().map(|row| (likeness(*row), *row));
            likeliest.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, row)| row)
        }),
    }?;
    let header_end = header + depth - 1;
    let names = names(rows, header, depth);
    let heads = names.iter().filter(|name| !name.trim().is_empty()).count();
    let after = header_end + dialect.skip_below;
    let mut found = Vec::new();
    let mut last = after;
    for (row, cells) in rows.iter().filter(|(row, _)| *row > after).take(3) {
        let Some(what) = below(cells, heads) else { break };
        found.push((*row, what, cells.clone()));
        last = *row;
    }
    let between = |from: u64, to: u64| rows.iter().filter(|(row, _)| (from..to).contains(row)).cloned().collect();
    Some(Top {
        header,
        header_end,
        is_sure: is_header(&names, columns, dialect),
        likeness: likeness(header),
        names,
        above: between(0, header),
        below: found,
        skipped: between(header_end + 1, after + 1),
        last,
    })
}

/// The names that rows make together; the same name in two rows, as a merged one has it, counts once.
fn names(rows_all: &Rows, first: u64, depth: u64) -> Vec<String> {
    let rows: Vec<&Vec<String>> =
        rows_all.iter().filter(|(row, _)| (first..first + depth).contains(row)).map(|(_, cells)| cells).collect();
    let width = rows.iter().map(|cells| cells.len()).max().unwrap_or(0);
    let name = |column: usize| {
        let mut parts: Vec<&str> = Vec::new();
        for cell in rows.iter().filter_map(|cells| cells.get(column)) {
            let cell = cell.trim_start_matches('\u{feff}');
            if !cell.trim().is_empty() && parts.last() != Some(&cell) {
                parts.push(cell);
            }
        }
        parts.join(" ")
    };
    // Where a header of one row is blank, the row directly above it heads the column, if it heads several.
    let above = rows_all.iter().find(|(row, _)| row + 1 == first && depth == 1).map(|(_, cells)| cells);
    let above = above.filter(|cells| cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
    let width_above =
        above.map_or(0, |cells| cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1));
    let of_above = |column: usize| above.and_then(|cells| cells.get(column)).cloned().unwrap_or_default();
    let name = |column: usize| Some(name(column)).filter(|name| !name.is_empty()).unwrap_or_else(|| of_above(column));
    (0..width.max(width_above)).map(name).collect()
}

/// Whether these names are a header with every needed column, one of them by its name.
fn is_header(names: &[String], columns: Columns<'_>, dialect: &Dialect) -> bool {
    let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let is_named = |column: &str| match dialect.mapped(column).or_else(|| dialect.joined(column)) {
        Some(places) => places.iter().any(|place| place.among(&names).is_some()),
        None => names.iter().any(|name| name == column),
    };
    let yearly = columns.yearly.filter(|_| dialect.years_as_columns || !dialect.amounts.is_empty());
    let entries = || {
        let of_years = !dialect.years_as_columns || names.iter().any(|name| years::of_head(name).is_some());
        of_years && dialect.amounts.iter().all(|entry| entry.column.iter().any(|place| place.among(&names).is_some()))
    };
    // A name of letters is none of a row of data.
    let is_word = |column: &str| {
        let places = dialect.mapped(column).or_else(|| dialect.joined(column)).unwrap_or_default();
        let found = places.iter().filter_map(|place| match place {
            super::dialect::Place::Name(_) => place.among(&names),
            super::dialect::Place::Position(_) => None,
        });
        let named = found.filter_map(|cell| names.get(cell)).any(|name| name.contains(char::is_alphabetic));
        named || (places.is_empty() && names.iter().any(|name| name == column))
    };
    let mut any = yearly.is_some();
    let mut has_word = false;
    let all = columns.needed.iter().all(|column| {
        if Some(*column) == yearly || (*column == "year" && dialect.years_as_columns) {
            return true;
        }
        let given = is_given(column, dialect);
        any |= !given && is_named(column);
        has_word |= !given && is_word(column);
        given || is_named(column)
    });
    all && any && (yearly.is_none() || entries()) && (has_word || !is_data(&names, dialect))
}

/// Whether a column's value does not come out of a column of the row.
#[must_use]
pub fn is_given(column: &str, dialect: &Dialect) -> bool {
    dialect.constant(column).is_some()
        || dialect.from_name.as_ref().is_some_and(|pattern| pattern.columns().any(|given| given == column))
        || dialect.sections.iter().any(|section| section.gives == column)
        || (!dialect.amounts.is_empty() && dialect.amounts.iter().all(|entry| entry.says(column)))
}

/// How much names look like a header: columns that are recognised above all, then how many there are.
fn likeness(names: &[String], columns: Columns<'_>, dialect: &Dialect) -> u64 {
    let folded_names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let places = dialect.columns.iter().chain(&dialect.join).flat_map(|(_, places)| places);
    let places = places.chain(dialect.amounts.iter().flat_map(|entry| &entry.column));
    let mapped = places.filter(|place| place.among(&folded_names).is_some()).count();
    let known = columns.all().filter(|column| {
        folded_names.iter().any(|name| name == column || words_of(column).iter().any(|word| name.starts_with(word)))
    });
    let filled: Vec<&String> = folded_names.iter().filter(|name| !name.is_empty()).collect();
    let distinct =
        filled.iter().enumerate().filter(|(index, name)| !filled.iter().take(*index).any(|other| other == *name));
    let yearly = names.iter().filter(|name| name.contains(char::is_alphabetic) && years::of_head(name).is_some());
    let (mapped, known, distinct) = (mapped as u64, known.count() as u64, distinct.count() as u64);
    // A row of data may begin with a word that heads a column elsewhere.
    if is_data(&folded_names, dialect) {
        return (mapped * 1000 + distinct) / 4;
    }
    let of_years = if yearly.count() > 1 { 100 } else { 0 };
    mapped * 1000 + if distinct > 1 { known * 100 + of_years } else { 0 } + distinct
}

/// Whether a cell of these holds what no header does: a date, or a number with a fraction or of many digits.
fn is_data(names: &[String], dialect: &Dialect) -> bool {
    let named: Vec<String> =
        dialect.columns.iter().flat_map(|(_, places)| places).map(|place| folded(&place.text())).collect();
    let is_value = |name: &String| {
        let text = clean_text(name);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let only = text.chars().all(|letter| letter.is_ascii_digit() || " .,-".contains(letter));
        only && digits > 0 && (digits > 4 || text.contains([',', '.', ' '])) && !named.contains(name)
    };
    names.iter().filter(|name| is_value(name)).count() * 2 > names.iter().filter(|name| !name.is_empty()).count().max(1)
}

#[cfg(test)]
mod tests {
    use super::{Below, top};
    use crate::ingest::dialect::Dialect;
    use crate::ingest::{InputName, columns_of};

    fn rows(lines: &[&str]) -> Vec<(u64, Vec<String>)> {
        let row = |(index, line): (usize, &&str)| (index as u64 + 1, line.split(';').map(str::to_owned).collect());
        lines.iter().enumerate().map(row).collect()
    }

    #[test]
    fn the_header_is_found_by_what_it_is() {
        let columns = columns_of(InputName::Agencies, &[]).unwrap();
        let plain = Dialect::default();
        let found = |lines: &[&str]| top(&rows(lines), columns, &plain).map(|top| top.header);
        assert_eq!(found(&["Report of year;;;", "YEAR; Agency ;line;amount", "2016;MoI;a;5"]), Some(2));
        assert_eq!(found(&["Отчет;;", "Показател;Година;Сума (лв.)", "Полиция;2016;395 118,00"]), Some(2));
        assert_eq!(found(&["date;01;10;sum", "2013-04-03;2000;4000;6000", "2013-04-04;2000;;2000"]), Some(1));
        assert_eq!(found(&["Клон;Отрязък;Обем;Белег", "Север;пролет;12,50;к-7"]), Some(1));
    }

    #[test]
    fn rows_below_it_are_left_out() {
        let columns = columns_of(InputName::Agencies, &[]).unwrap();
        let found =
            top(&rows(&["year;agency;line;amount", "1;2;3;4", "г.;;;лв.", "2016;M;a;5"]), columns, &Dialect::default());
        let found = found.unwrap();
        let below: Vec<(u64, Below)> = found.below.iter().map(|(row, what, _)| (*row, *what)).collect();
        assert_eq!(below, [(2, Below::ColumnNumbers), (3, Below::Units)]);
        assert_eq!(found.last, 3);
    }
}
