//! A project carried on to the next year, in another currency: nothing of what is known changes.

use std::path::Path;

use super::harness;

/// A project in leva, none of whose rows names a currency, with money in every kind of input.
fn in_leva(folder: &Path) {
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    std::fs::create_dir_all(folder).unwrap();
    write(
        "thb-cost.toml",
        "# Ours\n[project]\ntitle = \"Cost\"\ncurrency = \"BGN\" # leva\n\n[inputs]\nbudget = \"budget.csv\"\n\
         agencies = [\"agencies.csv\", \"moi-*.csv\"]\ndrivers = \"drivers.csv\"\ncontrols = \"controls.csv\"\n\
         rules = \"rules.toml\"\n\n[[dialect]]\nfiles = \"moi-*.csv\"\ndelimiter = \";\"\ndecimal = \",\"\n\
         constants = { agency = \"MoI\" }\n",
    );
    write("budget.csv", "year,line,amount\n2014,Coordination,100.01\n2025,Coordination,200.02\n");
    write(
        "agencies.csv",
        "year,agency,line,amount\n2024,ASA,\"Shelters, all\",1000.00\n2025,ASA,\"Shelters, all\",2000.00\n2025,IOM,Return,\n",
    );
    write("moi-2025.csv", "year;line;amount\n2025;Police;\"1200,50\"\n2025;Police;99,50\n");
    write(
        "drivers.csv",
        "driver,year,value,unit\nnights,2025,10,nights\nnight_cost,2025,30,a night\nspent,2024,250,money\nspent,2025,500,money\n\
         cases,2025,3,cases\nall_cases,2025,9,cases\n",
    );
    write("controls.csv", "year,agency,amount\n2025,MoI,1300.00\n");
    write(
        "rules.toml",
        "version = 1\n[[rule]]\nid = \"shelters\"\ntitle = \"Shelters\"\nmatch = { agency = \"ASA\" }\nshare = { amount = \"spent\", missing = \"skip\" }\n\
         rationale = \"r\"\nauthor = \"a\"\ndate = 2026-01-01\n[[rule]]\nid = \"return\"\ntitle = \"Return\"\nmatch = { agency = \"IOM\" }\n\
         years = \"..2025\"\nshare = { units = \"nights\", unit_cost = \"night_cost\" }\nrationale = \"r\"\nauthor = \"a\"\ndate = 2026-01-01\n\
         [[rule]]\nid = \"police\"\ntitle = \"Police\"\nmatch = { agency = \"MoI\" }\n\
         share = { numerator = \"cases\", denominator = \"all_cases\", missing = \"skip\" }\nrationale = \"r\"\nauthor = \"a\"\ndate = 2026-01-01\n",
    );
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_row_and_driver_names_its_currency_and_every_line_is_expected() {
    let folder = harness::scratch();
    in_leva(&folder.path().join("old"));
    let said = harness::stdout_of(folder.path(), &["init", "new", "--from", "old", "--currency", "EUR"]);
    let new = folder.path().join("new");
    for part in [
        "Year to fill: 2026",
        "4 lines are expected",
        "Currency of the project: EUR",
        "moi-2025.csv",
        "decide nothing in it: return",
    ] {
        assert!(said.contains(part), "{part}: {said}");
        assert!(read(&new.join("README.md")).contains(part), "{part}");
    }
    assert_eq!(
        read(&new.join("budget.csv")),
        "year,line,amount,currency\n2014,Coordination,100.01,BGN\n2025,Coordination,200.02,BGN\n"
    );
    assert_eq!(
        read(&new.join("agencies-carried-on.csv")),
        "year,agency,funder,label,line,function,area,phase,currency,source,amount,note,rows\n\
         2025,MoI,State budget,unlabelled,Police,,,executed,BGN,,1300.00,,2\n"
    );
    // Money names its currency, counts have none.
    assert_eq!(
        read(&new.join("drivers.csv")),
        "driver,year,value,low,high,unit,currency,group,source,note\nnights,2025,10,,,nights,,,,\n\
         night_cost,2025,30,,,a night,BGN,,,\nspent,2024,250,,,money,BGN,,,\nspent,2025,500,,,money,BGN,,,\n\
         cases,2025,3,,,cases,,,,\nall_cases,2025,9,,,cases,,,,\n"
    );
    assert_eq!(read(&new.join("controls.csv")), "year,agency,amount,currency\n2025,MoI,1300.00,BGN\n");
    assert_eq!(
        read(&new.join("expected.csv")),
        "input,from,to,agency,funder,label,line,function,area,note\n\
         agencies,2026,,ASA,State budget,unlabelled,\"Shelters, all\",,,last row: 2025\n\
         agencies,2026,,IOM,State budget,unlabelled,Return,,,last row: 2025\n\
         agencies,2026,,MoI,State budget,unlabelled,Police,,,last row: 2025\n\
         budget,2026,,NCCTHB,State budget,labelled,Coordination,,,last row: 2025\n"
    );
    let manifest = read(&new.join("thb-cost.toml"));
    assert!(manifest.contains("# Ours\n[project]\ntitle = \"Cost\"\ncurrency = \"EUR\" # leva\n"), "{manifest}");
    assert!(manifest.contains("# [[dialect]]\n# files = \"moi-*.csv\"\n"), "{manifest}");
    assert_eq!(read(&new.join("rules.toml")), read(&folder.path().join("old/rules.toml")));
    harness::stdout_of(folder.path(), &["check", "new", "--strict"]);
}

#[test]
fn old_figures_stay_the_same_bytes_and_the_new_year_is_in_euro() {
    let folder = harness::scratch();
    in_leva(&folder.path().join("old"));
    harness::stdout_of(folder.path(), &["init", "new", "--from", "old", "--currency", "EUR"]);
    let report = |project: &str, more: &[&str]| {
        let args = [&["report", "-q", "--project", project, "--currency", "BGN", "--format", "csv"], more].concat();
        harness::stdout_of(folder.path(), &args)
    };
    for phase in ["best", "executed"] {
        for more in [vec![], vec!["--by", "agency"], vec!["--by", "rule"]] {
            let more = [more.as_slice(), &["--phase", phase]].concat();
            assert_eq!(report("old", &more), report("new", &more), "{more:?}");
        }
    }
    // 2025: 200.02 labelled; 500 of the shelters, 10 nights at 30, a third of 1,300.00.
    let rows = report("new", &["--year", "2025"]);
    assert!(rows.contains(",1433.35,"), "{rows}");
    let before = report("new", &[]);

    // The first row of 2026: three of the four lines that it should have are still to come.
    let budget = folder.path().join("new/budget.csv");
    std::fs::write(&budget, read(&budget) + "2026,Coordination,150.00,\n").unwrap();
    let args = ["report", "-q", "--project", "new", "--format", "json"];
    let json: serde_json::Value = serde_json::from_str(&harness::stdout_of(folder.path(), &args)).unwrap();
    let last = json["rows"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["year"], &last["lines"], &last["not_reported"]), (&2026.into(), &4.into(), &3.into()));
    assert_eq!(last["total"]["central"], "150.00");
    assert_eq!(last["attributed"]["central"], serde_json::Value::Null);
    assert_eq!(report("new", &["--years", "2014..2025"]), before);
    harness::stdout_of(folder.path(), &["review", "-q", "--project", "new", "--currency", "BGN", "-o", "in-leva"]);
    harness::stdout_of(folder.path(), &["review", "-q", "--project", "new", "-o", "in-euro"]);
}

/// The whole way of the README: 2014 to 2025 in leva, carried on, 2026 filled in in euro, a review in both.
#[test]
fn a_project_in_leva_goes_on_in_euro_and_both_stand_in_its_review() {
    let folder = harness::scratch();
    let old = folder.path().join("my-review");
    std::fs::create_dir(&old).unwrap();
    let manifest = "[project]\ntitle = \"A\"\nvictims = [\"identified\"]\n[inputs]\nbudget = \"budget.csv\"\nvictims = \"victims.csv\"\n";
    std::fs::write(old.join("thb-cost.toml"), manifest).unwrap();
    // At 1.95583 a year is 100,000.00 EUR.
    let years = |of: &dyn Fn(u16) -> String| (2014..=2025).map(of).collect::<String>();
    let budget = years(&|year| format!("{year},195583.00,Commission\n"));
    std::fs::write(old.join("budget.csv"), format!("year,amount,line\n{budget}")).unwrap();
    let counts = years(&|year| format!("{year},identified,400\n"));
    std::fs::write(old.join("victims.csv"), format!("year,measure,count\n{counts}")).unwrap();
    let before = harness::stdout_of(folder.path(), &["report", "-q", "--project", "my-review"]);

    harness::stdout_of(folder.path(), &["init", "my-review-in-euro", "--from", "my-review", "--currency", "EUR"]);
    harness::stdout_of(folder.path(), &["check", "my-review-in-euro"]);
    let in_leva = ["report", "-q", "--project", "my-review-in-euro", "--currency", "BGN"];
    assert_eq!(harness::stdout_of(folder.path(), &in_leva), before);

    let new = folder.path().join("my-review-in-euro");
    let add = |name: &str, row: &str| std::fs::write(new.join(name), read(&new.join(name)) + row).unwrap();
    add("budget.csv", "2026,150000.00,Commission,EUR\n");
    add("victims.csv", "2026,identified,500\n");
    harness::stdout_of(folder.path(), &["check", "my-review-in-euro", "--strict"]);
    let review = ["review", "-q", "--project", "my-review-in-euro", "--currency", "EUR,BGN", "-o", "review"];
    harness::stdout_of(folder.path(), &review);

    let rows = |name: &str| {
        let mut reader = csv::Reader::from_path(folder.path().join("review").join(name)).unwrap();
        reader.deserialize().collect::<Result<Vec<std::collections::BTreeMap<String, String>>, _>>().unwrap()
    };
    let figures = |name: &str, of: [&str; 3], takes: &[&str]| {
        let rows =
            rows(name).into_iter().filter(|row| takes.iter().all(|value| row.values().any(|cell| cell == value)));
        rows.map(|row| of.map(|column| row[column].clone())).collect::<Vec<_>>()
    };
    let expected = [["EUR", "150000.00", "300.00"], ["BGN", "293374.50", "586.75"]];
    let found = figures("report.csv", ["currency", "total_central", "identified_per_victim"], &["2026"]);
    assert_eq!(found, expected.map(|row| row.map(str::to_owned)));
    let expected = [["EUR", "100000.00", "50000.00"], ["BGN", "195583.00", "97791.50"]];
    let found = figures("compare.csv", ["currency", "before", "change"], &["total"]);
    assert_eq!(found, expected.map(|row| row.map(str::to_owned)));
    for name in ["sensitivity.csv", "coverage.csv"] {
        let found = rows(name);
        let of = |currency: &str| found.iter().filter(|row| row["currency"] == currency).count();
        assert!(of("EUR") > 0 && of("EUR") == of("BGN") && of("EUR") + of("BGN") == found.len(), "{name}");
    }
}

#[test]
fn every_sample_is_carried_on() {
    let folder = harness::scratch();
    let samples = std::fs::read_dir(harness::root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let samples = samples.filter(|path| path.join("thb-cost.toml").is_file()).chain([harness::root().join("data")]);
    for (number, sample) in samples.enumerate() {
        let (sample, new) = (sample.display().to_string(), format!("new-{number}"));
        harness::stdout_of(folder.path(), &["init", &new, "--from", &sample, "--currency", "EUR"]);
        harness::stdout_of(folder.path(), &["check", &new, "-q"]);
        let report = |project: &str| {
            let args = ["report", "-q", "--project", project, "--currency", "BGN", "--by", "agency", "--format", "csv"];
            harness::stdout_of(folder.path(), &args)
        };
        assert_eq!(report(&sample), report(&new), "{sample}");
    }
}

#[test]
fn what_is_estimated_for_lines_that_nobody_reported_is_told_where_its_rounding_changes() {
    let folder = harness::scratch();
    let old = folder.path().join("old");
    in_leva(&old);
    let manifest = read(&old.join("thb-cost.toml"));
    std::fs::write(
        old.join("thb-cost.toml"),
        manifest.replace("[inputs]\n", "[inputs]\nexpected = \"expected.csv\"\n"),
    )
    .unwrap();
    std::fs::write(
        old.join("agencies.csv"),
        "year,agency,line,amount\n2024,ASA,\"Shelters, all\",1000.00\n2025,ASA,\"Shelters, all\",2000.00\n",
    )
    .unwrap();
    std::fs::write(old.join("expected.csv"), "input,from,agency,line\nagencies,2025,IOM,Return\n").unwrap();
    // 10 nights at 30 leva are 153.39 euro, which are 300.00 leva only by rounding.
    let said = harness::stdout_of(folder.path(), &["init", "new", "--from", "old", "--currency", "EUR"]);
    assert!(said.contains("2025 may differ by rounding"), "{said}");
    let same = harness::stdout_of(folder.path(), &["init", "same", "--from", "old"]);
    assert!(!same.contains("may differ"), "{same}");
}

#[test]
fn nothing_is_overwritten_and_no_faulty_project_is_carried_on() {
    let folder = harness::scratch();
    let old = folder.path().join("old");
    in_leva(&old);
    let code = |args: &[&str]| harness::run(folder.path(), args).status.code();
    assert_eq!(code(&["init", "old", "--from", "old", "--currency", "EUR"]), Some(2));
    assert_eq!(code(&["init", "new", "--currency", "EUR"]), Some(2));
    assert_eq!(code(&["init", "new", "--from", "nowhere"]), Some(2));
    assert_eq!(code(&["init", "new", "--empty", "--from", "old"]), Some(2));
    let manifest = read(&old.join("thb-cost.toml"));
    // Its own globs would read the new files.
    std::fs::write(
        old.join("thb-cost.toml"),
        manifest.replace("\"moi-*.csv\"]", "\"moi-*.csv\", \"**/agencies.csv\"]"),
    )
    .unwrap();
    assert_eq!(code(&["init", "old/new", "--from", "old"]), Some(2));
    assert!(!old.join("new").exists());
    std::fs::write(old.join("budget.csv"), "year,line,amount\n2014,Coordination,x\n").unwrap();
    assert_eq!(code(&["init", "new", "--from", "old", "--currency", "EUR"]), Some(1));
    assert!(!folder.path().join("new").exists());
}
