//! Services over random projects: what `services` prints is the oracle's, in whatever currency.

use std::collections::BTreeMap;

use proptest::prelude::{Strategy, TestCaseError, prop_assert_eq, proptest};

use crate::harness;
use crate::oracle::{PhaseChoice, RowKey, SERVICE_FIGURES, ledger, services};
use crate::random_project::{ProjectSpec, project};

proptest! {
    #![proptest_config(harness::random(60))]

    #[test]
    fn what_services_take_is_the_oracle_s(project in with_services()) {
        let records = ledger(&project, PhaseChoice::Best).map_err(TestCaseError::fail)?;
        let failed = |error: std::io::Error| TestCaseError::fail(error.to_string());
        let folder = tempfile::tempdir().map_err(failed)?;
        project.write_to(folder.path()).map_err(failed)?;
        for currency in ["BGN", "EUR", "KWD"] {
            let output = harness::run(folder.path(), &["services", "-q", "--format", "csv", "--currency", currency]);
            match services(&project, &records, currency) {
                Ok(rows) => {
                    let found = figures(&String::from_utf8_lossy(&output.stdout))?;
                    prop_assert_eq!(found, rows, "{}", currency);
                }
                Err(reason) => prop_assert_eq!(output.status.code(), Some(1), "not refused: {}", reason),
            }
        }
    }
}

/// Random projects with services that the oracle does not refuse.
fn with_services() -> impl Strategy<Value = ProjectSpec> {
    project().prop_filter("valid", |project| !project.services.is_empty() && ledger(project, PhaseChoice::Best).is_ok())
}

/// The figures of each row as CSV.
fn figures(csv: &str) -> Result<BTreeMap<RowKey, Vec<String>>, TestCaseError> {
    let failed = |error: csv::Error| TestCaseError::fail(format!("{error}: {csv}"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().map_err(failed)?.clone();
    let place = |name: &str| header.iter().position(|column| column == name);
    let mut rows = BTreeMap::new();
    for row in reader.records() {
        let row = row.map_err(failed)?;
        let cell = |name: &str| place(name).and_then(|place| row.get(place)).unwrap_or("(no column)").to_owned();
        rows.insert(["year", "kind", "step", "area", "service"].map(cell), SERVICE_FIGURES.map(cell).to_vec());
    }
    Ok(rows)
}
