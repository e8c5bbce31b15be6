//! What `explain` says is what was computed: from the leaves of its tree every line of every sample project is worked
//! out again, with plain fractions, and gives the figure that the ledger has.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde_json::Value;

use super::harness;

const PROJECTS: [&str; 3] = ["data", "examples/police-2014", "examples/agencies-made-up"];

#[test]
fn the_leaves_of_every_line_give_its_figure() {
    for project in PROJECTS {
        let document = json(&["--project", project, "explain", "--format", "json"]);
        let mut checked = 0;
        for year in document["years"].as_array().unwrap() {
            let mut total = BigRational::zero();
            for line in year["lines"].as_array().unwrap() {
                total += check_line(year, line);
                checked += 1;
            }
            assert_eq!(rounded(total), number(&year["total"]["central"]), "{project} {}", year["year"]);
        }
        let lines = json(&["--project", project, "ledger", "--format", "json"]);
        assert!(checked > 0 && !lines["records"].as_array().unwrap().is_empty());
    }
}

#[test]
fn the_years_of_an_explanation_are_those_of_the_report() {
    for project in PROJECTS {
        let explained = json(&["--project", project, "explain", "--format", "json"]);
        let report = json(&["--project", project, "report", "--format", "json"]);
        let totals = |document: &Value, rows: &str| {
            let rows = document[rows].as_array().unwrap().iter();
            rows.map(|row| (row["year"].clone(), row["total"].clone())).collect::<Vec<_>>()
        };
        assert_eq!(totals(&explained, "years"), totals(&report, "rows"), "{project}");
    }
}

#[test]
fn cost_per_victim_is_explained_as_the_report_has_it() {
    let args = ["--project", "examples/agencies-made-up"];
    let measure = ["--measure", "detected", "--measure", "assisted"];
    let explained = json(&[&args[..], &["explain", "--format", "json"], &measure].concat());
    let victims = ["--victims", "detected", "--victims", "assisted"];
    let report = json(&[&args[..], &["report", "--format", "json"], &victims].concat());
    for (explained, row) in explained["years"].as_array().unwrap().iter().zip(report["rows"].as_array().unwrap()) {
        for (trace, figure) in
            explained["per_victim"].as_array().unwrap().iter().zip(row["per_victim"].as_array().unwrap())
        {
            for member in ["measure", "victims", "total", "reason"] {
                assert_eq!(trace[member], figure[member], "{} {member}", row["year"]);
            }
        }
    }
}

/// Works a line out again from what is said of it; gives what it attributes in the currency shown, not rounded.
fn check_line(year: &Value, line: &Value) -> BigRational {
    let name = format!("{} {}", line["agency"], line["line"]);
    if line["attributed"].is_null() {
        assert!(["unattributed", "not-estimated"].contains(&line["state"].as_str().unwrap()), "{name}");
        return BigRational::zero();
    }
    let attributed = number(&line["attributed"]["central"]);
    let parts: BigRational = line["parts"].as_array().unwrap().iter().map(|p| number(&p["amounts"]["central"])).sum();
    assert_eq!(parts, attributed, "{name}: parts");
    if line["imputed"] == true {
        assert_eq!(rounded(&driver(line, "units") * &driver(line, "unit cost")), attributed, "{name}: imputed");
        return attributed;
    }
    let amount = number(&line["amount"]);
    let rate = if line["rate"].is_null() { BigRational::from_integer(1.into()) } else { fraction(&line["rate"]) };
    if !line["shown"].is_null() {
        assert_eq!(rounded(&attributed * &rate), number(&line["shown"]["central"]), "{name}: shown");
    }
    let share = fraction(&line["share"]["central"]);
    assert_eq!(rounded(&amount * &share), attributed, "{name}: share of the line");
    if !line["remainder"].is_null() {
        assert_eq!(&attributed + number(&line["remainder"]["central"]), amount, "{name}: remainder");
    }
    if let Some(expected) = share_again(year, line) {
        assert_eq!(share, expected, "{name}: share");
    }
    attributed * rate
}

/// The share from the leaves; `None` where the rule itself is the leaf.
fn share_again(year: &Value, line: &Value) -> Option<BigRational> {
    let roles: Vec<&str> = line["drivers"].as_array().unwrap().iter().map(|d| d["role"].as_str().unwrap()).collect();
    match roles.as_slice() {
        ["numerator", "denominator"] => Some(driver(line, "numerator") / driver(line, "denominator")),
        ["amount"] => Some(driver(line, "amount") / number(&line["base"])),
        ["units", "unit cost"] => Some(driver(line, "units") * driver(line, "unit cost") / number(&line["base"])),
        _ => {
            let overheads = year["overheads"].as_array().unwrap();
            let overhead = overheads.iter().find(|overhead| overhead["rule"] == line["rule"]["id"])?;
            let served = overhead["serves"].as_array().unwrap();
            let below: BigRational = served.iter().map(|line| number(&line["amount"])).sum();
            let above: BigRational =
                served.iter().map(|line| number(&line["amount"]) * fraction(&line["share"]["central"])).sum();
            (!served.is_empty()).then(|| above / below)
        }
    }
}

fn driver(line: &Value, role: &str) -> BigRational {
    let drivers = line["drivers"].as_array().unwrap();
    number(&drivers.iter().find(|driver| driver["role"] == role).unwrap()["value"])
}

/// Half away from zero, to the stotinka.
fn rounded(exact: BigRational) -> BigRational {
    let hundred = BigRational::from_integer(BigInt::from(100));
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    let size = (exact.abs() * &hundred + half).floor() / hundred;
    if exact.is_negative() { -size } else { size }
}

fn number(value: &Value) -> BigRational {
    let text = value.as_str().unwrap();
    let digits = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let units: BigInt = text.replace('.', "").parse().unwrap();
    BigRational::new(units, BigInt::from(10).pow(u32::try_from(digits).unwrap()))
}

fn fraction(value: &Value) -> BigRational {
    value.as_str().unwrap().parse().unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&harness::stdout_of(&harness::root(), args)).unwrap()
}
