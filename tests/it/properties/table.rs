//! The engine's ledger read back: records, and sums of their figures by line.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use proptest::prelude::TestCaseError;

use crate::oracle::{LedgerRow, Line};

/// What names a line in the ledger. (Two lines may differ in their own area alone, which records of
/// an attributed part do not show; their sums are then compared together.)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineName(Vec<String>);

const NAMING: [&str; 10] =
    ["year", "agency", "funder", "financing", "label", "line", "function", "phase", "currency", "source"];

impl LineName {
    pub(crate) fn of_line(line: &Line) -> LineName {
        let key = &line.key;
        let year = key.year.to_string();
        let cells = [
            &year,
            &key.agency,
            &key.funder,
            &key.financing,
            &key.label,
            &key.line,
            &key.function,
            &key.phase,
            &key.currency,
            &key.source,
        ];
        LineName(cells.map(String::clone).to_vec())
    }
}

/// One record: its cells in the order of the columns.
pub(crate) struct Record(Vec<String>);

impl Record {
    /// The cell of a column; of the names in the contract.
    pub(crate) fn cell(&self, column: &str) -> &str {
        let place = LedgerRow::COLUMNS.split(',').position(|name| name == column);
        place.and_then(|place| self.0.get(place)).map_or("", String::as_str)
    }

    pub(crate) fn is(&self, column: &str, value: &str) -> bool {
        self.cell(column) == value
    }

    /// Whether the amount of the line is known.
    pub(crate) fn is_published(&self) -> bool {
        !self.cell("line_amount").is_empty()
    }

    fn minor_units(&self, column: &str) -> BigInt {
        self.cell(column).replace('.', "").parse().unwrap_or_default()
    }
}

/// Low, central and high, added up in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    low: BigInt,
    central: BigInt,
    high: BigInt,
}

impl Sums {
    pub(crate) fn add(&mut self, [low, central, high]: [&BigInt; 3]) {
        self.low += low;
        self.central += central;
        self.high += high;
    }

    pub(crate) fn with(mut self, record: &Record) -> Sums {
        let figures = ["low", "central", "high"].map(|column| record.minor_units(column));
        self.add(figures.each_ref());
        self
    }

    pub(crate) fn multiply(&mut self, by: &BigInt) {
        self.low *= by;
        self.central *= by;
        self.high *= by;
    }

    pub(crate) fn in_order(&self) -> bool {
        self.low <= self.central && self.central <= self.high
    }
}

/// The sums of the figures of some records, by line.
pub(crate) fn sum_by_line<'a>(records: impl Iterator<Item = &'a Record>) -> BTreeMap<LineName, Sums> {
    let mut sums: BTreeMap<LineName, Sums> = BTreeMap::new();
    for record in records {
        let name = LineName(NAMING.map(|column| record.cell(column).to_string()).to_vec());
        let sum = sums.entry(name).or_default();
        *sum = sum.clone().with(record);
    }
    sums
}

/// The records of a ledger, whose header must be that of the contract.
pub(crate) fn records(ledger: &str) -> Result<Vec<Record>, TestCaseError> {
    let mut rows = rows(ledger)?.into_iter();
    let header = rows.next().unwrap_or_default().join(",");
    match header.strip_suffix(",region").unwrap_or(&header) == LedgerRow::COLUMNS {
        true => Ok(rows.map(Record).collect()),
        false => Err(TestCaseError::fail(format!("the header is {header}"))),
    }
}

/// All cells, header included, but those of `rows`.
pub(crate) fn without_rows_column(ledger: &str) -> Result<Vec<Vec<String>>, TestCaseError> {
    let place = LedgerRow::COLUMNS.split(',').position(|name| name == "rows").unwrap_or_default();
    let mut rows = rows(ledger)?;
    for cells in &mut rows {
        cells.remove(place);
    }
    Ok(rows)
}

fn rows(ledger: &str) -> Result<Vec<Vec<String>>, TestCaseError> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(ledger.as_bytes());
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| TestCaseError::fail(error.to_string()))?;
        rows.push(row.iter().map(str::to_string).collect());
    }
    Ok(rows)
}
