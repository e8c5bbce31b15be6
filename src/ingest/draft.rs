//! A draft of a dialect for a file nobody described yet: its header and the columns meant, by the words that budget tables
//! use in Bulgarian and English. It is shown for a person to confirm, and never used by a report on its own.

use super::dialect::Dialect;
use super::header::Columns;
use crate::domain::Year;

/// Beginnings of names that budget tables use for a column, letters folded.
const WORDS: [(&str, &[&str]); 17] = [
    ("year", &["година", "год.", "year", "fiscal year", "budget year", "отчетна година"]),
    ("amount", &["сума", "разход", "отчет", "стойност", "amount", "expenditure", "spending", "sum", "лв"]),
    ("line", &["показател", "наименование", "перо", "дейност", "описание", "line", "description", "item", "indicator"]),
    (
        "agency",
        &["ведомство", "институция", "агенция", "разпоредител", "министерство", "agency", "institution", "ministry"],
    ),
    ("funder", &["финансиращ", "донор", "източник на финансиране", "funder", "donor", "financed by"]),
    ("function", &["функция", "function", "cofog"]),
    ("area", &["област", "направление", "area", "programme area"]),
    ("phase", &["етап", "фаза", "phase"]),
    ("currency", &["валута", "currency"]),
    ("source", &["документ", "source"]),
    ("note", &["забележк", "бележк", "коментар", "note", "comment", "remark"]),
    ("measure", &["мярка", "measure"]),
    ("count", &["брой", "count", "number", "victims"]),
    ("exploitation", &["форма", "експлоатация", "exploitation", "form of exploitation"]),
    ("driver", &["драйвер", "driver", "indicator"]),
    ("value", &["стойност", "value"]),
    ("rate", &["курс", "rate", "изменение"]),
];

/// A draft for one candidate of a header: its row, and the columns that it seems to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The row of the header.
    pub row: u64,
    /// Columns of this program with the name that the file has for them.
    pub columns: Vec<(String, String)>,
    /// Whether it has a column a year.
    pub years_as_columns: bool,
    recognised: usize,
}

/// The row that looks most like a header of the input; `None` where none has two columns that are recognised.
#[must_use]
pub fn draft(rows: &[(u64, Vec<String>)], columns: Columns, dialect: &Dialect) -> Option<Draft> {
    let drafts = rows.iter().map(|(row, cells)| of_row(*row, cells, columns, dialect));
    drafts
        .filter(|draft| draft.recognised >= 2)
        .reduce(|best, next| if next.recognised > best.recognised { next } else { best })
}

impl Draft {
    /// How many columns were recognised, to choose between two readings of a file.
    #[must_use]
    pub fn recognised(&self) -> usize {
        self.recognised
    }
}

fn of_row(row: u64, cells: &[String], columns: Columns, dialect: &Dialect) -> Draft {
    let years = cells.iter().filter(|cell| Year::parse(cell).is_some()).count();
    let years_as_columns = dialect.years_as_columns || (years >= 2 && columns.yearly.is_some());
    let mut recognised = if years_as_columns { years } else { 0 };
    let mut found = Vec::new();
    for column in columns.all().filter(|column| dialect.constant(column).is_none()) {
        let written = dialect.written(column);
        if cells.iter().any(|cell| cell == written) {
            recognised += 1;
            continue;
        }
        if years_as_columns && (column == "year" || Some(column) == columns.yearly) {
            continue;
        }
        let words = WORDS.iter().find(|(name, _)| *name == column).map(|(_, words)| *words).unwrap_or_default();
        let names = |cell: &&String| {
            let folded = cell.to_lowercase();
            words.iter().any(|word| folded.starts_with(word))
                && !found.iter().any(|(_, taken): &(String, String)| taken == *cell)
                && !columns.all().any(|known| known == **cell)
        };
        if let Some(cell) = cells.iter().find(names) {
            recognised += 1;
            found.push((column.to_owned(), cell.clone()));
        }
    }
    Draft { row, columns: found, years_as_columns, recognised }
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::ingest::dialect::Dialect;
    use crate::ingest::{InputName, columns_of};

    #[test]
    fn a_bulgarian_header_below_a_title_is_found() {
        let rows = [
            (1, vec!["Отчет за касовото изпълнение", "", ""]),
            (3, vec!["Показател", "Година", "Сума (лв.)"]),
            (4, vec!["Полиция", "2016", "395 118,00"]),
        ];
        let rows = rows.map(|(row, cells)| (row, cells.into_iter().map(str::to_owned).collect()));
        let columns = columns_of(InputName::Budget, &[]).unwrap();
        let found = draft(&rows, columns, &Dialect::default()).unwrap();
        assert_eq!(found.row, 3);
        let pairs: Vec<(&str, &str)> = found.columns.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(pairs, [("year", "Година"), ("amount", "Сума (лв.)"), ("line", "Показател")]);
    }
}
