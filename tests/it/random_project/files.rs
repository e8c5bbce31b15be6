//! A project as a folder of files: manifest, CSV inputs, `rules.toml`; and as one text, to be
//! shown by a test that failed.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use super::pool;
use super::spec::{DriverRow, Input, MoneyRow, PriceRow, ProjectSpec, RateRow, ServiceRow, VictimRow};
use super::toml_text::{quoted, rules_toml};

const MONEY_COLUMNS: [&str; 13] = [
    "year", "amount", "line", "agency", "funder", "label", "phase", "function", "area", "currency", "source", "region",
    "note",
];

impl ProjectSpec {
    /// Writes the whole project into `dir`, which must exist.
    pub(crate) fn write_to(&self, dir: &Path) -> io::Result<()> {
        for (name, text) in self.files() {
            fs::write(dir.join(name), text)?;
        }
        Ok(())
    }

    fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![
            ("thb-cost.toml".to_string(), self.manifest()),
            ("rules.toml".to_string(), rules_toml(self)),
            ("victims.csv".to_string(), victims_csv(&self.victims)),
            ("drivers.csv".to_string(), drivers_csv(&self.drivers)),
            ("rates.csv".to_string(), rates_csv(&self.rates)),
            ("prices.csv".to_string(), prices_csv(&self.prices)),
            ("sources.csv".to_string(), sources_csv()),
        ];
        if !self.services.is_empty() {
            files.push(("services.csv".to_string(), services_csv(&self.services)));
        }
        files.extend(self.money.iter().map(|file| (file.name.clone(), money_csv(&file.rows))));
        files
    }

    fn manifest(&self) -> String {
        let mut text = String::from("[project]\ntitle = \"A random project\"\n");
        if let Some(currency) = &self.currency {
            text.push_str(&format!("currency = {}\n", quoted(currency)));
        }
        if self.has_region {
            text.push_str("dimensions = [\"region\"]\n");
        }
        let measures: Vec<String> = pool::MEASURES.iter().map(|m| quoted(m)).collect();
        text.push_str(&format!("victims = [{}]\n\n[inputs]\n", measures.join(", ")));
        let inputs = [("budget", Input::Budget), ("external", Input::External), ("agencies", Input::Agencies)];
        for (name, input) in inputs {
            let files = self.money.iter().filter(|file| file.input == input);
            let paths: Vec<String> = files.map(|file| quoted(&file.name)).collect();
            match paths.as_slice() {
                [] => {}
                [only] => text.push_str(&format!("{name} = {only}\n")),
                _ if self.by_glob => text.push_str(&format!("{name} = [\"{name}-*.csv\"]\n")),
                _ => text.push_str(&format!("{name} = [{}]\n", paths.join(", "))),
            }
        }
        for input in ["victims", "drivers", "rates", "prices", "sources"] {
            text.push_str(&format!("{input} = \"{input}.csv\"\n"));
        }
        if !self.services.is_empty() {
            text.push_str("services = \"services.csv\"\n");
        }
        text.push_str("rules = \"rules.toml\"\n");
        text
    }
}

/// What a failed test shows: all files, each under its name.
impl fmt::Debug for ProjectSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files().iter().try_for_each(|(name, text)| write!(out, "\n--- {name}\n{text}"))
    }
}

/// Optional columns in which every row is empty are left out altogether.
fn money_csv(rows: &[MoneyRow]) -> String {
    let table: Vec<[&str; 13]> = rows.iter().map(money_cells).collect();
    let shown: Vec<usize> = (0..MONEY_COLUMNS.len())
        .filter(|&column| column < 3 || table.iter().any(|cells| !cells[column].is_empty()))
        .collect();
    let mut text = String::new();
    for cells in [MONEY_COLUMNS].iter().chain(&table) {
        let cells: Vec<&str> = shown.iter().map(|&column| cells[column]).collect();
        text.push_str(&record(&cells));
    }
    text
}

fn money_cells(row: &MoneyRow) -> [&str; 13] {
    [
        &row.year,
        cell(&row.amount),
        &row.line,
        cell(&row.agency),
        cell(&row.funder),
        cell(&row.label),
        cell(&row.phase),
        cell(&row.function),
        cell(&row.area),
        cell(&row.currency),
        cell(&row.source),
        cell(&row.region),
        cell(&row.note),
    ]
}

fn victims_csv(rows: &[VictimRow]) -> String {
    let mut text = record(&["year", "measure", "exploitation", "group", "count", "break", "source", "note"]);
    for row in rows {
        text.push_str(&record(&[
            &row.year,
            &row.measure,
            cell(&row.exploitation),
            cell(&row.group),
            cell(&row.count),
            "",
            "",
            "",
        ]));
    }
    text
}

fn prices_csv(rows: &[PriceRow]) -> String {
    let mut text = record(&["index", "year", "rate"]);
    for row in rows {
        text.push_str(&record(&[&row.index, &row.year, &row.rate]));
    }
    text
}

fn services_csv(rows: &[ServiceRow]) -> String {
    let mut text = record(&[
        "service",
        "year",
        "step",
        "area",
        "measure",
        "exploitation",
        "users",
        "use",
        "use_low",
        "use_high",
        "units",
        "units_low",
        "units_high",
        "unit",
        "unit_cost",
        "unit_cost_low",
        "unit_cost_high",
        "currency",
    ]);
    for row in rows {
        let mut cells = vec![row.service.as_str(), &row.year];
        cells.extend([&row.step, &row.area, &row.measure, &row.exploitation, &row.users].map(cell));
        cells.extend(row.share.iter().chain(&row.units).map(cell));
        cells.push("unit");
        cells.extend(row.unit_cost.iter().chain([&row.currency]).map(cell));
        text.push_str(&record(&cells));
    }
    text
}

fn drivers_csv(rows: &[DriverRow]) -> String {
    let mut text = record(&["driver", "year", "value", "low", "high", "unit", "currency", "source", "note"]);
    for row in rows {
        text.push_str(&record(&[
            &row.driver,
            &row.year,
            cell(&row.value),
            cell(&row.low),
            cell(&row.high),
            "cases",
            cell(&row.currency),
            "",
            "",
        ]));
    }
    text
}

fn rates_csv(rows: &[RateRow]) -> String {
    let mut text = record(&["from", "to", "year", "rate"]);
    for row in rows {
        text.push_str(&record(&[&row.from, &row.to, &row.year, &row.rate]));
    }
    text
}

fn sources_csv() -> String {
    let mut text = record(&["id", "title", "publisher", "published", "url", "accessed", "note"]);
    for id in pool::SOURCES {
        text.push_str(&record(&[id, "A made-up source", "Nobody", "2018", "", "", ""]));
    }
    text
}

fn cell(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or("")
}

fn record(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
    format!("{}\n", cells.join(","))
}

fn csv_cell(text: &str) -> String {
    let edge = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if edge || text.contains([',', '"', '\n', '\r', '\t', ';', '|']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_string()
    }
}
