//! Rows directly below a header that are no data: numbers of columns, and units.

use super::unit_words::is_unit;

/// What such a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// Numbers of columns: 1, 2, 3; or letters and numbers: а, б, 1, 2.
    ColumnNumbers,
    /// Units: г., лв.
    Units,
}

/// What a row below a header of so many filled cells is; `None` where it may be data.
#[must_use]
pub fn below(cells: &[String], heads: usize) -> Option<Below> {
    let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    if filled.is_empty() {
        return None;
    }
    if (filled.len() >= 3 || filled.len() >= heads.min(2)) && are_column_numbers(&filled) {
        return Some(Below::ColumnNumbers);
    }
    filled.iter().all(|cell| is_unit(cell)).then_some(Below::Units)
}

/// Whether these are numbers that follow each other from 1, letters from the first of an alphabet before them.
fn are_column_numbers(cells: &[&str]) -> bool {
    const ALPHABETS: [&str; 2] = ["абвгдежзийклмн", "abcdefghijklmn"];
    let bare = |cell: &str| {
        let cell = cell.trim_matches(['(', ')', '[', ']', '.', ' ']).to_lowercase();
        // `5=3+4` is column 5.
        cell.split(['=', '(', '/']).next().unwrap_or_default().trim().to_owned()
    };
    let cells: Vec<String> = cells.iter().map(|cell| bare(cell)).collect();
    let letters =
        cells.iter().take_while(|cell| cell.chars().count() == 1 && cell.chars().all(char::is_alphabetic)).count();
    let alphabet = |alphabet: &&str| {
        let mut expected = alphabet.chars();
        cells.iter().take(letters).all(|cell| expected.next().is_some_and(|letter| cell.starts_with(letter)))
    };
    let numbers = cells.iter().skip(letters).zip(1_u32..);
    let in_order = numbers.clone().count() > 0 && numbers.clone().all(|(cell, number)| *cell == number.to_string());
    let goes_on = || {
        // а, б, 3, 4: numbers that count the letters too.
        let first = u32::try_from(letters).unwrap_or(0) + 1;
        cells.iter().skip(letters).zip(first..).all(|(cell, number)| *cell == number.to_string())
            && letters < cells.len()
    };
    (letters == 0 || ALPHABETS.iter().any(alphabet)) && (in_order || goes_on())
}

#[cfg(test)]
mod tests {
    use super::{Below, below};

    #[test]
    fn rows_below_a_header_are_told_from_data() {
        let row = |text: &str| text.split(';').map(str::to_owned).collect::<Vec<_>>();
        for (cells, expected) in [
            ("1;2;3;4", Some(Below::ColumnNumbers)),
            (";1;2;3", Some(Below::ColumnNumbers)),
            ("а;б;1;2", Some(Below::ColumnNumbers)),
            ("(1);(2);(3)", Some(Below::ColumnNumbers)),
            ("1;2;3=1+2", Some(Below::ColumnNumbers)),
            ("а;б;3;4", Some(Below::ColumnNumbers)),
            (";;г.;лв.", Some(Below::Units)),
            ("1;2;3;5", None),
            ("МВР;1;2;3", None),
            ("2016;МВР;Издръжка;5", None),
            (";;;", None),
            ("2;3;4", None),
        ] {
            assert_eq!(below(&row(cells), 4), expected, "{cells}");
        }
    }
}
