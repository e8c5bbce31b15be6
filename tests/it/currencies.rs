//! Money in the currency in which it was published: over random projects with lines in several currencies, a report is the
//! oracle's in whatever currency it is shown, and does not depend on that of the project.

use std::collections::BTreeMap;

use proptest::option;
use proptest::prelude::{Just, Strategy, TestCaseError, any, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::Index;

use crate::harness;
use crate::oracle::{FIGURES, GroupKey, PhaseChoice, Selection, groups, ledger, report};
use crate::random_project::{
    Field, FieldMatch, MONEY, ProjectSpec, ShareSpec, Written, any_field, field_name, project, sound_project,
};

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

    /// What is shown of a report, by what, is the oracle's: `--where`, `--by`, and the first parts of codes with `--by DIM:N`.
    #[test]
    fn a_selection_by_groups_is_the_oracle_s(project in sound(), asked in selection()) {
        let has = |field: Field| field != Field::Region || project.has_region;
        let selection = Selection {
            only: asked.only.filter(|only| has(only.field)),
            by: asked.by.filter(|(by, _)| has(*by)),
        };
        let records = ledger(&project, PhaseChoice::Best).map_err(TestCaseError::fail)?;
        let mut args: Vec<String> = ["report", "-q", "--format", "csv", "--currency", "EUR"].map(str::to_owned).to_vec();
        if let Some(only) = &selection.only {
            for pattern in &only.any_of {
                args.extend(["--where".to_owned(), format!("{}={pattern}", field_name(only.field))]);
            }
        }
        let mut of_group = String::new();
        if let Some((by, parts)) = selection.by {
            of_group = field_name(by).to_owned();
            of_group.extend(parts.iter().map(|parts| format!(":{parts}")));
            args.extend(["--by".to_owned(), of_group.clone()]);
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = harness::run(written(&project)?.path(), &args);
        match groups(&project, &records, "EUR", &selection) {
            // Without a line that matches, what was asked is refused; without a group that counts, there is no row.
            Ok(found) if found.is_empty() => {
                let whole = Selection { by: None, ..selection.clone() };
                let is_of_lines = groups(&project, &records, "EUR", &whole).is_ok_and(|years| !years.is_empty());
                prop_assert_eq!(output.status.code(), Some(if is_of_lines { 0 } else { 2 }), "{:?}", args);
            }
            Ok(groups) => {
                let found = figures_of(&String::from_utf8_lossy(&output.stdout), &of_group)?;
                prop_assert_eq!(found, groups, "{:?}", args);
            }
            Err(reason) => prop_assert_eq!(output.status.code(), Some(1), "not refused: {}", reason),
        }
    }

    /// The same files, every row and driver naming its currency, in a project in leva and in one in euro.
    #[test]
    fn figures_do_not_depend_on_the_currency_of_the_project(project in in_leva(), asked in any::<Index>()) {
        let folders = [written(&project)?, written(&ProjectSpec { currency: Some("EUR".to_owned()), ..project.clone() })?];
        let years: Vec<&str> = project.money.iter().flat_map(|file| &file.rows).map(|row| row.year.as_str()).collect();
        let (first, last) = (years.iter().min().copied().unwrap_or("2016"), years.iter().max().copied().unwrap_or("2016"));
        let all: [&[&str]; 10] = [
            &["report", "--format", "csv"],
            &["report", "--format", "markdown", "--by", "agency"],
            &["compare", first, last, "--format", "csv", "--by", "area"],
            &["compare", first, last, "--format", "markdown"],
            &["sensitivity", "--format", "csv", "--draws", "64"],
            &["chart", "years", "--data", "-"],
            &["chart", "agencies", "--data", "-"],
            &["chart", "waterfall", "--data", "-"],
            &["chart", "tornado", "--data", "-"],
            &["chart", "interval", "--data", "-"],
        ];
        // Each project is asked two of them, in either currency: over many projects all are.
        let asked = asked.index(all.len());
        for currency in ["BGN", "EUR"] {
            for asked in [all[asked], all[(asked + 3) % all.len()]] {
                let asked = [asked, &["-q", "--currency", currency]].concat();
                let [leva, euro] = folders.each_ref().map(|folder| harness::run(folder.path(), &asked));
                prop_assert_eq!(leva.status.code(), euro.status.code(), "{:?}", asked);
                let [leva, euro] = [leva, euro].map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
                prop_assert_eq!(leva, euro, "{:?}", asked);
            }
        }
    }
}

/// The years of the deck, in euro, whichever of the two the project is kept in, alone and beside leva.
#[test]
fn the_deck_years_are_the_same_in_either_project() {
    let budget =
        "year,amount,line,currency\n2014,395118,a,BGN\n2015,231897,a,BGN\n2016,392185,a,BGN\n2017,376000,a,BGN\n";
    let external = "year,amount,line,funder,currency\n2014,5185,b,EU,BGN\n2015,36507,b,EU,BGN\n2016,128167,b,EU,BGN\n\
                    2017,254021,b,EU,BGN\n";
    let years = ["204671.67", "137232.79", "266051.75", "322124.62"];
    for own in ["BGN", "EUR"] {
        let folder = harness::scratch();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        let inputs = "[inputs]\nbudget = \"b.csv\"\nexternal = \"e.csv\"\n";
        write("thb-cost.toml", &format!("[project]\ntitle = \"A\"\ncurrency = \"{own}\"\n{inputs}"));
        write("b.csv", budget);
        write("e.csv", external);
        for shown in ["EUR", "EUR,BGN", "BGN,EUR"] {
            let json = harness::stdout_of(folder.path(), &["report", "-q", "--format", "json", "--currency", shown]);
            let document: serde_json::Value = serde_json::from_str(&json).unwrap();
            let euro = if shown.starts_with("EUR") { &document } else { &document["also"][0] };
            assert_eq!(euro["currency"], "EUR", "{own} {shown}");
            assert_eq!(euro["total"]["total"]["central"], "930080.84", "{own} {shown}");
            let rows = euro["rows"].as_array().unwrap();
            let found: Vec<&str> = rows.iter().filter_map(|row| row["total"]["central"].as_str()).collect();
            assert_eq!(found, years, "{own} {shown}");
        }
    }
}

/// What stands beside is what would stand there alone.
#[test]
fn a_second_currency_is_what_it_is_alone() {
    let folder = harness::scratch();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("thb-cost.toml", "[project]\ntitle = \"A\"\n[inputs]\nbudget = \"b.csv\"\nrates = \"r.csv\"\n");
    write("b.csv", "year,amount,line,currency\n2025,1000.01,a,BGN\n2026,77.77,a,EUR\n2026,1001,b,JPY\n");
    write(
        "r.csv",
        "from,to,year,rate\nJPY,EUR,2026,0.0061\nBGN,KWD,2025,0.18\nEUR,KWD,2026,0.36\nJPY,KWD,2026,0.0022\n",
    );
    let rows = |shown: &str, format: &[&str]| {
        let asked = [format, &["-q", "--format", "csv", "--currency", shown]].concat();
        let text = harness::stdout_of(folder.path(), &asked);
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    for asked in [&["report"][..], &["report", "--by", "line"], &["compare", "2025", "2026"], &["sensitivity"]] {
        let all = rows("KWD,EUR,BGN", asked);
        for alone in ["KWD", "EUR", "BGN"] {
            let column = format!(",{alone},");
            let of: Vec<&String> = all.iter().filter(|row| row.contains(&column)).collect();
            assert_eq!(of, rows(alone, asked).iter().collect::<Vec<_>>(), "{asked:?} {alone}");
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

/// Selections of lines, by what they are grouped too.
fn selection() -> impl Strategy<Value = Selection> {
    // the area of a line is not that of its parts, and lines are not taken by their currency
    let only = any_field().prop_filter("of lines", |only| ![Field::Area, Field::Currency].contains(&only.field));
    let by = prop_oneof![
        Just((Field::Region, Some(1))),
        Just((Field::Region, Some(2))),
        Just((Field::Region, None)),
        Just((Field::Function, Some(1))),
        Just((Field::Agency, None)),
    ];
    (option::weighted(0.7, only), option::weighted(0.7, by))
        .prop_map(|(only, by): (Option<FieldMatch>, _)| Selection { only, by })
}

/// Random projects that the oracle does not refuse.
fn sound() -> impl Strategy<Value = ProjectSpec> {
    project().prop_filter("valid", |project| ledger(project, PhaseChoice::Best).is_ok())
}

/// Projects in leva in which every row and every driver that is money names its currency; rates are from leva and to them.
fn in_leva() -> impl Strategy<Value = ProjectSpec> {
    let in_leva = sound_project(Some("BGN")).prop_map(|mut project| {
        for row in project.money.iter_mut().flat_map(|file| &mut file.rows) {
            row.currency.get_or_insert_with(|| "BGN".to_owned());
        }
        for row in project.drivers.iter_mut().filter(|row| MONEY.contains(&row.driver.as_str())) {
            row.currency.get_or_insert_with(|| "BGN".to_owned());
        }
        for rule in &mut project.rules {
            if matches!(rule.share, ShareSpec::Services(_)) {
                rule.share = ShareSpec::Fixed(Written::Percent("12.5".to_owned()));
            }
        }
        project
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
    Ok(figures_of(csv, "")?.into_iter().map(|((year, _), figures)| (year, figures)).collect())
}

/// The figures of each group of each year; `by` is the column of the group, if there is one.
fn figures_of(csv: &str, by: &str) -> Result<BTreeMap<GroupKey, Vec<String>>, TestCaseError> {
    let failed = |error: csv::Error| TestCaseError::fail(format!("{error}: {csv}"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().map_err(failed)?.clone();
    let place = |name: &str| header.iter().position(|column| column == name);
    let mut years = BTreeMap::new();
    for row in reader.records() {
        let row = row.map_err(failed)?;
        let cell = |name: &str| place(name).and_then(|place| row.get(place)).unwrap_or("(no column)").to_owned();
        let group = if by.is_empty() { String::new() } else { cell(by) };
        years.insert((cell("year"), group), FIGURES.map(cell).to_vec());
    }
    Ok(years)
}
