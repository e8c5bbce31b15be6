//! What holds for inputs as a whole: the same bytes each time, nothing of the user's lost, `init` gives a project.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::harness;

#[test]
fn the_embedded_project_and_the_folder_data_print_the_same_bytes() {
    let root = harness::root();
    let nowhere = harness::scratch();
    for command in [
        &["report"][..],
        &["report", "--year", "2017"],
        &["report", "--by", "agency", "--format", "json"],
        &["ledger", "--format", "csv"],
    ] {
        let embedded = harness::stdout_of(nowhere.path(), command);
        let folder = harness::stdout_of(&root, &[&["--project", "data"], command].concat());
        let again = harness::stdout_of(&root, &[&["--embedded"], command].concat());
        assert_eq!(embedded, folder, "{command:?}");
        assert_eq!(embedded, again, "{command:?}");
    }
    // a check falls back to nothing
    assert_eq!(harness::run(nowhere.path(), &["check"]).status.code(), Some(2));
    let embedded = harness::stdout_of(nowhere.path(), &["--embedded", "check"]);
    assert_eq!(embedded, harness::stdout_of(&root, &["--project", "data", "check"]));
}

#[test]
fn every_file_of_data_is_embedded() {
    let embedded: Vec<&str> = thb_cost::project::embedded::EMBEDDED.iter().map(|(name, _)| *name).collect();
    for entry in std::fs::read_dir(harness::root().join("data")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let described_only = name == "datapackage.json";
        assert!(described_only || embedded.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn the_figures_of_the_deck_hold() {
    let printed = harness::stdout_of(&harness::root(), &["--embedded", "report", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(printed.as_bytes());
    let header = rows.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let found: Vec<[String; 4]> = rows
        .records()
        .map(|row| {
            let row = row.unwrap();
            ["year", "labelled_state", "labelled_external", "total_central"].map(|name| row[column(name)].to_owned())
        })
        .collect();
    // The table of the Lisbon slides.
    let expected = [
        ["2014", "395118.00", "5185.00", "400303.00"],
        ["2015", "231897.00", "36507.00", "268404.00"],
        ["2016", "392185.00", "128167.00", "520352.00"],
        ["2017", "376000.00", "254021.00", "630021.00"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_euro_figures_hold() {
    let args = ["--embedded", "report", "--currency", "EUR", "--format", "json"];
    let document: serde_json::Value = serde_json::from_str(&harness::stdout_of(&harness::root(), &args)).unwrap();
    let years: Vec<&str> =
        document["rows"].as_array().unwrap().iter().map(|row| row["total"]["central"].as_str().unwrap()).collect();
    assert_eq!(years, ["204671.67", "137232.79", "266051.75", "322124.62"]);
    assert_eq!(document["total"]["total"]["central"], "930080.84");
}

#[test]
fn a_new_project_is_whole_and_prints_the_same_report() {
    let folder = harness::scratch();
    harness::stdout_of(folder.path(), &["init", "my-review"]);
    let own = harness::stdout_of(folder.path(), &["--project", "my-review", "report", "--format", "json"]);
    assert_eq!(own, harness::stdout_of(folder.path(), &["--embedded", "report", "--format", "json"]));
    let again = harness::run(folder.path(), &["init", "my-review"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("not empty"));
}

#[test]
fn a_bare_project_works_as_soon_as_it_has_a_row() {
    let folder = harness::scratch();
    harness::stdout_of(folder.path(), &["init", "--empty", "bare"]);
    assert_eq!(harness::run(folder.path(), &["check", "bare"]).status.code(), Some(1));
    let budget = folder.path().join("bare/budget.csv");
    let header = std::fs::read_to_string(&budget).unwrap();
    let columns = header.trim_end().split(',').count();
    std::fs::write(&budget, format!("{header}2020,Shelter,12.50{}\n", ",".repeat(columns - 3))).unwrap();
    let report = harness::stdout_of(folder.path(), &["--project", "bare", "report", "--year", "2020", "-q"]);
    assert!(report.contains("12.50"), "{report}");
}

#[test]
fn the_examples_of_a_bare_rules_file_are_valid_rules() {
    let folder = harness::scratch();
    harness::stdout_of(folder.path(), &["init", "--empty", "bare"]);
    let rules = std::fs::read_to_string(folder.path().join("bare/rules.toml")).unwrap();
    let uncommented: String = rules
        .lines()
        .filter(|line| !line.contains("One of these") && !line.starts_with("# T") && !line.starts_with("# A"))
        .map(|line| line.strip_prefix("# ").unwrap_or(line.trim_start_matches('#')))
        .filter(|line| line.is_empty() || line.contains('=') || line.starts_with('['))
        .fold(String::new(), |text, line| text + line + "\n");
    let mut diagnostics = thb_cost::diagnostics::Diagnostics::default();
    let set = thb_cost::rules::RuleSet::read(&"rules.toml".into(), &uncommented, &[], &mut diagnostics);
    let faults: Vec<_> = diagnostics.iter().collect();
    assert!(faults.is_empty(), "{faults:?}\n{uncommented}");
    assert_eq!(set.rules.len(), 12);
    assert!(set.default_split.exploitation.is_some());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = harness::command(&harness::root(), &["--embedded", "ledger", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::with_capacity(1, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "{\n");
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}

#[test]
fn an_output_is_written_whole_and_leaves_nothing_beside_it() {
    let folder = harness::scratch();
    let printed = harness::stdout_of(folder.path(), &["report", "--format", "csv"]);
    harness::stdout_of(folder.path(), &["report", "-o", "out.csv"]);
    harness::stdout_of(folder.path(), &["report", "-o", "out.csv"]);
    assert_eq!(std::fs::read_to_string(folder.path().join("out.csv")).unwrap(), printed);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_order_of_files_in_a_list_says_nothing() {
    let folder = harness::scratch();
    let project = |name: &str, agencies: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir(&path).unwrap();
        std::fs::write(path.join("a.csv"), "year,agency,line,amount\n2016,A,x,1\n2016,A,y,2\n").unwrap();
        std::fs::write(path.join("b.csv"), "year,agency,line,amount\n2016,A,x,5\n").unwrap();
        let toml = format!("[project]\ntitle = \"t\"\n[inputs]\nagencies = {agencies}\n");
        std::fs::write(path.join("thb-cost.toml"), toml).unwrap();
        harness::stdout_of(folder.path(), &["--project", name, "ledger", "--format", "csv"])
    };
    let one = project("one", "[\"a.csv\", \"b.csv\"]");
    assert_eq!(one, project("two", "[\"b.csv\", \"a.csv\"]"));
    assert_eq!(one, project("three", "[\"*.csv\", \"a.csv\"]"));
    assert!(one.contains(",6.00,"), "{one}");
}
