//! What columns of a file nobody described yet seem to hold, by the words that budget tables use in Bulgarian and English.
//! It is shown for a person to confirm, and never used by a report on its own.

use super::dialect::{Dialect, folded};
use super::header::Columns;
use super::top::is_given;
use super::years;

/// Beginnings of names that budget tables use for a column, letters folded.
const WORDS: [(&str, &[&str]); 17] = [
    (
        "year",
        &[
            "година",
            "год.",
            "year",
            "fiscal year",
            "budget year",
            "отчетна година",
            "jahr",
            "haushaltsjahr",
            "viti",
            "rok",
            "ano",
            "año",
            "anno",
            "année",
            "ejercicio",
            "exercice",
            "ciclo",
            "рік",
            "дата",
            "date",
            "датум",
            "datum",
            "data",
        ],
    ),
    (
        "amount",
        &[
            "сума",
            "разход",
            "отчет",
            "стойност",
            "amount",
            "expenditure",
            "spending",
            "sum",
            "лв",
            "betrag",
            "буџет",
            "shuma",
            "actually paid",
            "изпълнение",
            "value",
            "monto",
            "importe",
            "ejercido",
            "montant",
            "częstka",
            "kwota",
            "částka",
            "iznos",
            "износ",
        ],
    ),
    (
        "line",
        &[
            "показател",
            "наименование",
            "перо",
            "дейност",
            "описание",
            "параграф",
            "вид разход",
            "програма",
            "line",
            "description",
            "item",
            "indicator",
            "bezeichnung",
            "назив ставка",
            "operation title",
            "policy area",
            "policy_area",
            "concepto",
            "partida",
            "libellé",
        ],
    ),
    (
        "agency",
        &[
            "ведомство",
            "институция",
            "агенция",
            "разпоредител",
            "министерство",
            "agency",
            "institution",
            "ministry",
            "spending unit",
            "spending_unit",
            "instituti",
            "kapitola",
            "назив раздел",
            "lead beneficiary",
            "dependencia",
            "teilhaushalt",
        ],
    ),
    ("funder", &["финансиращ", "донор", "източник на финансиране", "funder", "donor", "financed by"]),
    ("function", &["функция", "function", "cofog"]),
    ("area", &["област", "направление", "area", "programme area"]),
    ("phase", &["етап", "фаза", "phase"]),
    ("currency", &["валута", "currency", "währung"]),
    ("source", &["документ", "source"]),
    ("note", &["забележк", "бележк", "коментар", "note", "comment", "remark"]),
    ("measure", &["мярка", "measure"]),
    ("count", &["брой", "count", "number", "victims"]),
    ("exploitation", &["форма", "експлоатация", "exploitation", "form of exploitation"]),
    ("driver", &["драйвер", "driver", "indicator"]),
    ("value", &["стойност", "value"]),
    ("rate", &["курс", "rate", "изменение"]),
];

/// The words that budget tables use for a column.
#[must_use]
pub fn words_of(column: &str) -> &'static [&'static str] {
    WORDS.iter().find(|(name, _)| *name == column).map(|(_, words)| *words).unwrap_or_default()
}

/// Whether the file seems to have a column a year, of which nobody said anything.
#[must_use]
pub fn years_seem_columns(names: &[String], columns: Columns<'_>, dialect: &Dialect) -> bool {
    let is_said = |column: &str| is_given(column, dialect) || dialect.mapped(column).is_some();
    let is_open = columns.yearly.is_some_and(|yearly| !is_said("year") && !is_said(yearly))
        && dialect.amounts.is_empty()
        && !dialect.years_as_columns;
    let has_own = names.iter().any(|name| folded(name) == "year");
    is_open && !has_own && names.iter().filter(|name| years::of_head(name).is_some()).count() > 1
}

/// Columns that nothing gives yet, with the names of the file that seem to be theirs. `used` says which names are taken.
#[must_use]
pub fn draft(names: &[String], used: &[bool], columns: Columns<'_>, dialect: &Dialect) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let folded_names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let is_there = |column: &str| {
        let yearly = Some(column) == columns.yearly && !dialect.amounts.is_empty();
        let of_years = dialect.years_as_columns && (column == "year" || Some(column) == columns.yearly);
        yearly
            || of_years
            || is_given(column, dialect)
            || dialect.mapped(column).is_some()
            || dialect.joined(column).is_some()
    };
    for column in columns.all() {
        if is_there(column) || folded_names.iter().any(|name| name == column) {
            continue;
        }
        let is_free = |cell: usize| {
            let free = !used.get(cell).is_some_and(|used| *used);
            let name = names.get(cell).map(String::as_str).unwrap_or_default();
            free && !name.trim().is_empty() && !found.iter().any(|(_, taken)| taken == name)
        };
        // A year goes before a date: the words stand in the order in which they are sure.
        let of_word = |word: &&str| {
            let begins = |(_, name): &(usize, &String)| name.starts_with(*word);
            folded_names.iter().enumerate().filter(begins).map(|(cell, _)| cell).find(|cell| is_free(*cell))
        };
        let cell = words_of(column).iter().find_map(of_word);
        if let Some(name) = cell.and_then(|cell| names.get(cell)) {
            found.push((column.to_owned(), name.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::ingest::dialect::Dialect;
    use crate::ingest::{InputName, columns_of};

    #[test]
    fn a_bulgarian_header_is_understood() {
        let names = ["Показател", "Година", "Сума (лв.)"].map(str::to_owned);
        let columns = columns_of(InputName::Budget, &[]).unwrap();
        let found = draft(&names, &[false; 3], columns, &Dialect::default());
        let pairs: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(pairs, [("year", "Година"), ("amount", "Сума (лв.)"), ("line", "Показател")]);
    }

    #[test]
    fn nothing_is_drafted_over_what_was_said() {
        let names = ["Показател", "Година", "Сума"].map(str::to_owned);
        let columns = columns_of(InputName::Budget, &[]).unwrap();
        let dialect = Dialect { constants: vec![("year".to_owned(), "2016".to_owned())], ..Dialect::default() };
        let found = draft(&names, &[false; 3], columns, &dialect);
        assert!(found.iter().all(|(column, _)| column != "year"), "{found:?}");
    }
}
