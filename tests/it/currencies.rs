//! Money in the currency in which it was published: over random projects with lines in several currencies, a report is the
//! oracle's in whatever currency it is shown, and does not depend on that of the project.

use std::collections::BTreeMap;

use proptest::prelude::{Strategy, TestCaseError, prop_assert_eq, proptest};

use crate::harness;
use crate::oracle::{FIGURES, PhaseChoice, ledger, report};
use crate::random_project::{ProjectSpec, ShareSpec, Written, project};

proptest! {
    #![proptest_config(harness::random(24))]

    #[test]
    fn a_report_in_any_currency_is_the_oracle_s(project in sound()) {
        let records = ledger(&project, PhaseChoice::Best).map_err(TestCaseError::fail)?;
        let folder = written(&project)?;
        for currency in ["BGN", "EUR", "USD", "KWD"] {
            let output = harness::run(folder.path(), &["report", "-q", "--format", "csv", "--currency", currency]);
            match report(&project, &records, currency) {
                Ok(years) => {
                    let found = figures(&String::from_utf8_lossy(&output.stdout))?;
                    prop_assert_eq!(found, years, "{}", currency);
                }
                Err(reason) => prop_assert_eq!(output.status.code(), Some(1), "not refused: {}", reason),
            }
        }
    }

    /// The same files, every row naming its currency, in a project in leva and in one in euro.
    #[test]
    fn figures_do_not_depend_on_the_currency_of_the_project(project in in_leva()) {
        let folders = [written(&project)?, written(&ProjectSpec { currency: Some("EUR".to_owned()), ..project.clone() })?];
        let years: Vec<&str> = project.money.iter().flat_map(|file| &file.rows).map(|row| row.year.as_str()).collect();
        let (first, last) = (years.iter().min().copied().unwrap_or("2016"), years.iter().max().copied().unwrap_or("2016"));
        for currency in ["BGN", "EUR"] {
            let asked: [&[&str]; 5] = [
                &["report", "--format", "csv"],
                &["report", "--format", "markdown", "--by", "agency"],
                &["compare", first, last, "--format", "csv", "--by", "area"],
                &["compare", first, last, "--format", "markdown"],
                &["sensitivity", "--format", "csv", "--draws", "64"],
            ];
            for asked in asked {
                let asked = [asked, &["-q", "--currency", currency]].concat();
                let [leva, euro] = folders.each_ref().map(|folder| harness::run(folder.path(), &asked));
                prop_assert_eq!(leva.status.code(), euro.status.code(), "{:?}", asked);
                let [leva, euro] = [leva, euro].map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
                prop_assert_eq!(leva, euro, "{:?}", asked);
            }
        }
    }
}

#[test]
fn a_published_amount_comes_back_as_itself() {
    let folder = harness::scratch();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("thb-cost.toml", "[project]\ntitle = \"A\"\ncurrency = \"EUR\"\n[inputs]\nbudget = \"b.csv\"\n");
    write("b.csv", "year,amount,line,currency\n2017,1000000.01,a,BGN\n2017,,b,BGN\n");
    let report = harness::stdout_of(folder.path(), &["report", "-q", "--format", "csv", "--currency", "BGN"]);
    let found = figures(&report).unwrap();
    let blank = || String::new();
    let amount = || "1000000.01".to_owned();
    let counts = ["0.00", "2", "1", "0"].map(str::to_owned);
    // Nobody pays from abroad, and no unlabelled line is there: no figure, and not 0.00.
    let mut expected = vec![amount(), blank(), amount(), blank(), blank(), blank(), amount(), amount(), amount()];
    expected.extend(counts);
    assert_eq!(found, BTreeMap::from([("2017".to_owned(), expected)]));
}

/// Random projects that the oracle does not refuse.
fn sound() -> impl Strategy<Value = ProjectSpec> {
    project().prop_filter("valid", |project| ledger(project, PhaseChoice::Best).is_ok())
}

/// Projects in leva in which every row names its currency, rates are to leva alone, and no driver is money.
fn in_leva() -> impl Strategy<Value = ProjectSpec> {
    let in_leva = project().prop_map(|mut project| {
        let own = project.currency.take().unwrap_or_else(|| "BGN".to_owned());
        for row in project.money.iter_mut().flat_map(|file| &mut file.rows) {
            row.currency.get_or_insert_with(|| own.clone());
        }
        project.rates.retain(|row| row.to == "BGN" && row.from != "EUR");
        for rule in &mut project.rules {
            if matches!(rule.share, ShareSpec::Amount { .. } | ShareSpec::Units { .. } | ShareSpec::Services(_)) {
                rule.share = ShareSpec::Fixed(Written::Percent("12.5".to_owned()));
            }
        }
        ProjectSpec { currency: Some("BGN".to_owned()), ..project }
    });
    in_leva.prop_filter("valid", |project| ledger(project, PhaseChoice::Best).is_ok())
}

fn written(project: &ProjectSpec) -> Result<tempfile::TempDir, TestCaseError> {
    let failed = |error: std::io::Error| TestCaseError::fail(error.to_string());
    let dir = tempfile::tempdir().map_err(failed)?;
    project.write_to(dir.path()).map_err(failed)?;
    Ok(dir)
}

/// The figures of each year of a report as CSV.
fn figures(csv: &str) -> Result<BTreeMap<String, Vec<String>>, TestCaseError> {
    let failed = |error: csv::Error| TestCaseError::fail(format!("{error}: {csv}"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().map_err(failed)?.clone();
    let place = |name: &str| header.iter().position(|column| column == name);
    let mut years = BTreeMap::new();
    for row in reader.records() {
        let row = row.map_err(failed)?;
        let cell = |name: &str| place(name).and_then(|place| row.get(place)).unwrap_or("(no column)").to_owned();
        years.insert(cell("year"), FIGURES.map(cell).to_vec());
    }
    Ok(years)
}
