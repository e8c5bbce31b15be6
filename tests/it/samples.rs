//! The sample projects: their published arithmetic, and what every one of them must show.

use super::harness;

#[test]
fn the_police_example_gives_what_its_arithmetic_says() {
    let project = ["--project", "examples/police-2014"];
    let ledger = harness::stdout_of(&harness::root(), &[&project[..], &["ledger", "--format", "csv"]].concat());
    // 1,594,783,900.00 x 87 / 114,000 = 1,217,071.9239..., the rest is the remainder.
    assert!(ledger.contains(",29,38000,1217071.92,1217071.92,1217071.92,"), "{ledger}");
    assert!(ledger.contains(",29,38000,1593566828.08,1593566828.08,1593566828.08,"), "{ledger}");
    let rules = ["--rules", "examples/police-2014/rules-uk-range.toml"];
    let args = [&project[..], &rules, &["ledger", "--format", "csv"]].concat();
    let ledger = harness::stdout_of(&harness::root(), &args);
    // 0.0763 % and 5.71 % of the envelope.
    assert!(ledger.contains("1216820.12,1216820.12,91062160.69"), "{ledger}");
    // 435/114348 = 145/38116 of it, and 0.9 x 87/114000 = 261/380000 of it.
    for (rules, expected) in [
        ("rules-weighted.toml", "assumed,police-by-weighted-crimes,145,38116,6066839.79,6066839.79,6066839.79,"),
        ("rules-chain.toml", "assumed,police-of-the-ministry,261,380000,1095364.73,1095364.73,1095364.73,"),
    ] {
        let rules = format!("examples/police-2014/{rules}");
        let args = [&project[..], &["--rules", &rules], &["ledger", "--format", "csv"]].concat();
        let ledger = harness::stdout_of(&harness::root(), &args);
        assert!(ledger.contains(expected), "{ledger}");
    }
}

#[test]
fn made_up_amounts_say_so_wherever_they_show() {
    for project in [
        "examples/agencies-made-up",
        "examples/messy-made-up",
        "examples/programme-report-made-up",
        "examples/daily-payments-made-up",
        "examples/services-made-up",
    ] {
        for format in ["table", "markdown", "json", "csv"] {
            let args = ["--project", project, "report", "--format", format];
            assert!(harness::stdout_of(&harness::root(), &args).contains("made-up amounts"), "{project}: {format}");
        }
    }
}

#[test]
fn the_messy_files_become_the_lines_that_a_person_reads_in_them() {
    let lines = harness::stdout_of(&harness::root(), &["--project", "examples/messy-made-up", "reduce"]);
    for line in [
        "2015,MoI,State budget,unlabelled,Борба с организираната престъпност,,prosecution,executed,BGN,,1234567.50,,1\n",
        "2017,MoI,State budget,unlabelled,Борба с организираната престъпност,,prosecution,executed,BGN,,,,1\n",
        "2017,ASA,State budget,unlabelled,Кризисни центрове,,assistance,executed,BGN,,255500.50,измислена сума,1\n",
        // 12,500.00 + 12,500.00 - 500.00.
        "2016,Municipalities,State budget,labelled,Crisis centre,,assistance,executed,BGN,,24500.00,invented,3\n",
    ] {
        assert!(lines.contains(line), "{line}\n{lines}");
    }
    assert!(!lines.contains("Общо"), "{lines}");
}

#[test]
fn a_report_by_programme_becomes_the_law_and_the_report_of_each_programme() {
    let lines = harness::stdout_of(&harness::root(), &["--project", "examples/programme-report-made-up", "reduce"]);
    for line in [
        "2016,MoI,State budget,unlabelled,Програма „Граничен контрол“,,,approved,BGN,,2400000.00,,1\n",
        "2016,MoI,State budget,unlabelled,Програма „Граничен контрол“,,,executed,BGN,,2498750.00,,1\n",
        // 70,125 thousand with three decimals.
        "2016,MoI,State budget,unlabelled,Програма „Подкрепа на пострадали“,,,executed,BGN,,70125.00,измислена,1\n",
        "2017,MoI,State budget,unlabelled,Програма „Подкрепа на пострадали“,,,executed,BGN,,,не е отчетена,1\n",
    ] {
        assert!(lines.contains(line), "{line}\n{lines}");
    }
    // Three programmes, two years, two phases and the header: no parts, no sums, no revised plan.
    assert_eq!(lines.lines().count(), 13, "{lines}");
}

#[test]
fn daily_payments_become_lines_of_the_agency_that_their_section_names() {
    let lines = harness::stdout_of(&harness::root(), &["--project", "examples/daily-payments-made-up", "reduce"]);
    let line = |agency: &str, line: &str, amount: &str, rows: u32| {
        format!("2023,{agency},State budget,unlabelled,{line},,,executed,BGN,,{amount},,{rows}\n")
    };
    let header = lines.split_inclusive('\n').next().unwrap();
    let expected = [
        line("MoI", "Заплати", "48210.50", 1),
        // 9,120.35 + 2,480.00 - 80.35 of both days.
        line("MoI", "Издръжка", "11520.00", 3),
        line("NCCTHB", "Заплати", "3400.00", 1),
        line("NCCTHB", "Издръжка", "800.00", 2),
        line("NCCTHB", "Помощи на пострадали", "1500.00", 1),
    ];
    assert_eq!(lines, format!("{header}{}", expected.concat()));
}

#[test]
fn the_made_up_ledger_shows_every_state_and_part() {
    let args = ["--project", "examples/agencies-made-up", "ledger", "--format", "csv"];
    let ledger = harness::stdout_of(&harness::root(), &args);
    // What is interpolated, indexed or expected is not in this sample yet.
    use thb_cost::domain::State::{Indexed, Interpolated, NotReported};
    for state in
        thb_cost::domain::State::ALL.iter().filter(|state| ![Indexed, Interpolated, NotReported].contains(state))
    {
        assert!(ledger.contains(&format!(",{state},")), "{state}");
    }
}

#[test]
fn the_samples_have_no_errors_and_no_warnings() {
    for project in [
        "data",
        "examples/police-2014",
        "examples/agencies-made-up",
        "examples/programme-report-made-up",
        "examples/daily-payments-made-up",
    ] {
        let output = harness::run(&harness::root(), &["check", "--strict", project]);
        assert_eq!(output.status.code(), Some(0), "{project}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn attribution_on_its_own_tells_a_driver_that_stands_nowhere() {
    use thb_cost::diagnostics::{Code, Diagnostics};
    let location = thb_cost::pipeline::Location::Path(harness::root().join("examples/police-2014"));
    let mut sound = thb_cost::pipeline::load(&location, &[]).sound().unwrap();
    for rest in ["share = { amount = \"nowhere\" }", "share = \"all\"\nsplit.area = { by = { a = \"nowhere\" } }"] {
        let rules = format!("version = 1\n[[rule]]\nid = \"r\"\nmatch = {{}}\n{rest}\n");
        let mut diagnostics = Diagnostics::default();
        let rules = thb_cost::rules::RuleSet::read(&"r.toml".into(), &rules, &[], &mut diagnostics);
        let before = sound.attribution().lines.len();
        let diagnostics = sound.set_rules(rules).unwrap_err();
        assert_eq!(diagnostics.counts().get(&Code::UnknownDriver), Some(&1), "{rest}");
        assert_eq!(sound.attribution().lines.len(), before, "{rest}");
    }
}
