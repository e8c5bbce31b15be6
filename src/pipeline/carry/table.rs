//! A table of text that is carried along: read as it stands, given a currency, written as canonical CSV.

use std::borrow::Cow;

use crate::domain::{Currency, clean_text};
use crate::report::FlatTable;

/// A header and its rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(header: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        Self { header, rows }
    }

    /// Reads canonical CSV.
    pub(super) fn read(bytes: &[u8]) -> std::io::Result<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(std::io::Error::other)?;
            rows.push(record.iter().map(str::to_owned).collect::<Vec<_>>());
        }
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Ok(Self { header, rows })
    }

    pub(super) fn of(flat: FlatTable<'_>) -> Self {
        let rows = flat.rows.into_iter().map(|row| row.into_iter().map(Cow::into_owned).collect());
        Self { header: flat.header, rows: rows.collect() }
    }

    /// Writes the currency into every row that names none; whether there was one.
    pub(super) fn name_currency(&mut self, currency: Currency) -> bool {
        let at = self.header.iter().position(|name| clean_text(name).to_lowercase() == "currency");
        let Some(at) = at else {
            let width = self.header.len();
            self.header.push("currency".to_owned());
            for row in &mut self.rows {
                let blank = row.iter().all(|cell| clean_text(cell).is_empty());
                row.resize(width, String::new());
                row.push(if blank { String::new() } else { currency.to_string() });
            }
            return true;
        };
        let mut named = false;
        for row in &mut self.rows {
            let blank = row.iter().all(|cell| clean_text(cell).is_empty());
            if let Some(cell) = row.get_mut(at).filter(|cell| !blank && clean_text(cell).is_empty()) {
                *cell = currency.to_string();
                named = true;
            }
        }
        named
    }

    /// The table as canonical CSV.
    pub(super) fn written(&self) -> std::io::Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in std::iter::once(&self.header).chain(&self.rows) {
            writer.write_record(row).map_err(std::io::Error::other)?;
        }
        writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::Table;
    use crate::domain::Currency;

    fn named(text: &str) -> String {
        let mut table = Table::read(text.as_bytes()).unwrap();
        table.name_currency(Currency::BGN);
        String::from_utf8(table.written().unwrap()).unwrap()
    }

    #[test]
    fn rows_that_name_no_currency_get_the_one_that_was_assumed() {
        assert_eq!(
            named("year,line,amount\n2016,\"a, b\",1.00\n"),
            "year,line,amount,currency\n2016,\"a, b\",1.00,BGN\n"
        );
        assert_eq!(
            named("year,Currency,amount\n2016,EUR,1\n2017, ,2\n"),
            "year,Currency,amount\n2016,EUR,1\n2017,BGN,2\n"
        );
    }
}
