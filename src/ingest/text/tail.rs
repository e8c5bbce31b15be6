//! The last rows of a text, as `skip_last` counts them: as a spreadsheet numbers rows, so that a blank one between counts
//! and a line break in quotes does not; blank ones at the very end are none.

use super::quotes::cell_end;

/// Where each record begins, and whether it is blank.
fn records(bytes: &[u8], delimiter: u8) -> Vec<(usize, bool)> {
    let (mut found, mut at, mut cell) = (Vec::new(), 0, Vec::new());
    while at < bytes.len() {
        let start = at;
        let mut blank = true;
        loop {
            cell.clear();
            at += cell_end(bytes.get(at..).unwrap_or_default(), delimiter, &mut cell).length;
            blank &= cell.trim_ascii().is_empty();
            match bytes.get(at..) {
                Some([mark, ..]) if *mark == delimiter => at += 1,
                Some([b'\r', b'\n', ..]) => {
                    at += 2;
                    break;
                }
                Some([_, ..]) => {
                    at += 1;
                    break;
                }
                Some([]) | None => break,
            }
        }
        found.push((start, blank));
    }
    found
}

/// Where the last `rows` rows begin.
pub fn start_of_last(bytes: &[u8], delimiter: u8, rows: usize) -> usize {
    let records = records(bytes, delimiter);
    let filled = records.iter().rposition(|(_, blank)| !blank).map_or(0, |last| last + 1);
    records.get(filled.saturating_sub(rows)).map_or(bytes.len(), |(start, _)| *start)
}

/// How many rows there are up to the last that is not blank.
pub fn count(bytes: &[u8], delimiter: u8) -> usize {
    records(bytes, delimiter).iter().rposition(|(_, blank)| !blank).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::start_of_last;

    #[test]
    fn rows_are_counted_as_a_spreadsheet_numbers_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["1,2", "3,4", "", "\"Note: of two", "lines\"", ",", ""].join(end);
            let left = |rows| text[..start_of_last(text.as_bytes(), b',', rows)].trim_end().to_owned();
            assert_eq!(left(0), text.trim_end_matches([',', '\n', '\r']), "{end:?}");
            assert_eq!(left(1), ["1,2", "3,4"].join(end));
            assert_eq!(left(2), ["1,2", "3,4"].join(end));
            assert_eq!(left(3), "1,2");
            assert_eq!(left(9), "");
        }
    }
}
