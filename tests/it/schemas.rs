//! Every JSON output validates against the schema that the program prints for it.

use super::harness;

fn validate(schema: &str, args: &[&str]) {
    let schema = harness::stdout_of(&harness::root(), &["schema", schema]);
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let output = harness::run(&harness::root(), args);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let faults: Vec<String> = validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{args:?}: {faults:?}");
    let emptied = serde_json::json!({});
    assert!(!validator.is_valid(&emptied), "the schema accepts anything");
}

#[test]
fn reports_follow_their_schema() {
    validate("report", &["--embedded", "report", "--format", "json"]);
    validate("report", &["--embedded", "report", "--by", "agency", "--by", "line", "--format", "json"]);
    validate("report", &["--project", "examples/agencies-made-up", "report", "--currency", "EUR", "--format", "json"]);
}

#[test]
fn ledgers_follow_their_schema() {
    validate("ledger", &["--embedded", "ledger", "--format", "json"]);
    validate("ledger", &["--project", "examples/agencies-made-up", "ledger", "--format", "json"]);
}

#[test]
fn comparisons_follow_their_schema() {
    validate("compare", &["--embedded", "compare", "2016", "2017", "--format", "json"]);
    let made_up = ["--project", "examples/agencies-made-up", "compare", "2017", "2015", "--by", "area"];
    validate("compare", &[&made_up[..], &["--currency", "EUR", "--prices", "2017", "--format", "json"]].concat());
}

#[test]
fn checks_follow_their_schema() {
    validate("check", &["--embedded", "check", "--format", "json"]);
    validate("check", &["check", "no-such-folder", "--format", "json"]);
}

#[test]
fn a_report_has_the_members_of_the_contract_in_its_order() {
    let text = harness::stdout_of(&harness::root(), &["--embedded", "report", "--year", "2017", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut last = 0;
    for member in [
        "schema",
        "version",
        "currency",
        "prices",
        "phase",
        "years",
        "rows",
        "year",
        "by",
        "labelled",
        "attributed",
        "unattributed",
        "not_estimated",
        "per_victim",
        "measure",
        "exploitation",
        "victims",
        "reason",
        "break",
        "notes",
    ] {
        let at =
            last + text[last..].find(&format!("\"{member}\":")).unwrap_or_else(|| panic!("{member} is out of order"));
        last = at;
    }
    let members = |pointer: &str| document.pointer(pointer).unwrap().as_object().unwrap().len();
    assert_eq!(members(""), 10);
    assert_eq!(members("/rows/0"), 9);
    assert_eq!(members("/rows/0/per_victim/0"), 8);
    assert_eq!(members("/total"), 5);
}
