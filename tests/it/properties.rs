//! Properties of the ledger over random projects: it is the oracle's to the byte, it conserves
//! money, its bounds are in order, and it does not change with what must not matter.
//!
//! `PROPTEST_CASES` sets the number of projects.

mod changes;
mod coverage;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use num_bigint::BigInt;
use proptest::prelude::{Strategy, TestCaseError, any, prop_assert_eq, proptest};
use proptest::sample::Index;
use thb_cost::domain::{LineKey, PhaseChoice as EnginePhase, Year, YearRange};
use thb_cost::pipeline::{Location, load};

use crate::harness;
use crate::oracle::{PhaseChoice, UNDECIDED, budget_lines, ledger, to_csv};
use crate::random_project::{ProjectSpec, project};
use table::{LineName, Record, Sums, records, sum_by_line, without_rows_column};

/// The ledger that the engine writes for the project in `dir` (`ledger --format csv`), or why it
/// refuses it.
fn engine_ledger(dir: &Path, phase: PhaseChoice) -> Result<String, String> {
    let phase = match phase {
        PhaseChoice::Best => EnginePhase::Best,
        PhaseChoice::Approved => EnginePhase::Approved,
        PhaseChoice::Executed => EnginePhase::Executed,
    };
    crate::harness::ledger_csv(dir, phase)
}

proptest! {
    #![proptest_config(harness::random(1000))]

    #[test]
    fn ledger_is_the_oracle_s(project in project()) {
        same_as_oracle(&project, ledger(&project, PhaseChoice::Best))?;
    }
}

proptest! {
    #![proptest_config(harness::random(200))]

    /// A phase alone is what the rows of that phase alone would give.
    #[test]
    fn one_phase_is_the_ledger_of_its_rows(project in project(), approved in any::<bool>()) {
        let (phase, choice) = match approved {
            true => ("approved", PhaseChoice::Approved),
            false => ("executed", PhaseChoice::Executed),
        };
        let alone = changes::one_phase(&project, phase);
        // a faulty row of the other phase is a fault of the project, and no row of the phase alone
        let sound = budget_lines(&project, choice).is_ok();
        if sound && !alone.money.is_empty() {
            same_as_oracle(&alone, ledger(&project, choice))?;
        }
    }

    /// What `--phase` shows is the oracle's too. A fault in the phase `best` is one of the project, whatever is shown.
    #[test]
    fn every_phase_is_the_oracle_s(project in valid_project(), approved in any::<bool>()) {
        let choice = if approved { PhaseChoice::Approved } else { PhaseChoice::Executed };
        let engine = engine_ledger(written(&project)?.path(), choice);
        match ledger(&project, choice) {
            Ok(rows) => prop_assert_eq!(engine.map_err(TestCaseError::fail)?, to_csv(&project, &rows)),
            Err(reason) if reason.starts_with(UNDECIDED) => {}
            Err(reason) => prop_assert_eq!(engine.is_err(), true, "the engine does not refuse it: {}", reason),
        }
    }

    #[test]
    fn parts_add_up_to_the_line(project in valid_project()) {
        let records = engine_records(&project)?;
        let mut lines: BTreeMap<LineName, Sums> = BTreeMap::new();
        for line in budget_lines(&project, PhaseChoice::Best).map_err(TestCaseError::fail)? {
            if let Some(amount) = &line.amount {
                let sums = lines.entry(LineName::of_line(&line)).or_default();
                sums.add([amount, amount, amount]);
            }
        }
        let parts = sum_by_line(records.iter().filter(|record| record.is_published()));
        prop_assert_eq!(parts, lines);
    }

    /// Lines of years are found by where they stand.
    #[test]
    fn lines_of_years_are_those_that_a_walk_finds(project in valid_project(), from in any::<Index>(), to in any::<Index>()) {
        let dir = written(&project)?;
        for phase in [EnginePhase::Best, EnginePhase::Approved, EnginePhase::Executed] {
            let Ok(sound) = load(&Location::Path(dir.path().to_path_buf()), &[]).sound() else { continue };
            let Ok(ready) = sound.in_phase(phase) else { continue };
            let bounds = [from, to].map(|end| Year::parse(&(2010 + end.index(12)).to_string()));
            let ranges = [(bounds[0], bounds[1]), (bounds[0], None), (None, bounds[1]), (bounds[0], bounds[0])];
            for (from, to) in ranges {
                let years = YearRange { from, to };
                let walked = ready.attribution.lines.iter().filter(|of| years.contains(of.line.key().year));
                let found: Vec<&LineKey> = ready.attribution.taken_in(years).map(|of| of.line.key()).collect();
                prop_assert_eq!(found, walked.map(|of| of.line.key()).collect::<Vec<_>>(), "{:?}", years);
            }
        }
    }

    #[test]
    fn bounds_are_in_order(project in valid_project()) {
        let records = engine_records(&project)?;
        let attributed = records.iter().filter(|record| record.is("part", "attributed"));
        let by_line = sum_by_line(attributed.clone());
        let all = attributed.fold(Sums::default(), |sums, record| sums.with(record));
        for sums in by_line.values().chain([&all]) {
            prop_assert_eq!(sums.in_order(), true, "{:?}", sums);
        }
    }

    /// Whatever a report is shown by, its rows add up to its total, and that is the total of the whole.
    #[test]
    fn parts_of_every_table_add_up_to_its_total(project in valid_project()) {
        let dir = written(&project)?;
        let tables = match crate::harness::totals_by_dimension(dir.path()) {
            // what is shown needs rates that attribution does not
            Err(reason) if reason.contains("have no rate from") => return Ok(()),
            tables => tables.map_err(TestCaseError::fail)?,
        };
        for (by, rows, total) in tables {
            prop_assert_eq!(rows, total, "{}", by);
        }
    }

    #[test]
    fn order_of_rows_and_files_does_not_matter(
        project in valid_project(),
        keys in proptest::collection::vec(any::<u32>(), 40),
    ) {
        let shuffled = changes::shuffled(&project, &keys);
        prop_assert_eq!(engine(&shuffled)?, engine(&project)?);
    }

    #[test]
    fn a_row_in_two_changes_only_the_count_of_rows(
        (project, row) in valid_project()
            .prop_filter("an amount", |project| changes::published_rows(project) > 0)
            .prop_flat_map(|project| (proptest::strategy::Just(project), any::<Index>())),
        thousandths in 0..=1000_u32,
    ) {
        let number = row.index(changes::published_rows(&project));
        let in_two = changes::with_row_in_two(&project, number, thousandths);
        let (before, after) = (engine(&project)?, engine(&in_two)?);
        prop_assert_eq!(without_rows_column(&after)?, without_rows_column(&before)?);
    }

    #[test]
    fn rules_without_a_common_line_can_change_places(
        project in valid_project()
            .prop_filter("two such rules", |project| !changes::apart(project).is_empty()),
        pair in any::<Index>(),
    ) {
        let mut swapped = project.clone();
        let first = *pair.get(&changes::apart(&project));
        swapped.rules.swap(first, first + 1);
        prop_assert_eq!(engine(&swapped)?, engine(&project)?);
    }

    #[test]
    fn direct_figures_scale_with_the_amounts(
        project in valid_project().prop_filter("valid tenfold too", |project| {
            is_valid(&changes::tenfold(project))
        }),
    ) {
        let direct = |project: &ProjectSpec| -> Result<_, TestCaseError> {
            let records = engine_records(project)?;
            Ok(sum_by_line(records.iter().filter(|record| record.is("state", "direct"))))
        };
        let mut expected = direct(&project)?;
        for sums in expected.values_mut() {
            sums.multiply(&BigInt::from(10));
        }
        prop_assert_eq!(direct(&changes::tenfold(&project))?, expected);
    }
}

/// Random projects that the oracle does not refuse.
fn valid_project() -> impl Strategy<Value = ProjectSpec> {
    project().prop_filter("valid", is_valid)
}

fn is_valid(project: &ProjectSpec) -> bool {
    ledger(project, PhaseChoice::Best).is_ok()
}

/// The engine's answer for a project written to a folder of its own.
fn ask_engine(project: &ProjectSpec) -> Result<Result<String, String>, TestCaseError> {
    Ok(engine_ledger(written(project)?.path(), PhaseChoice::Best))
}

/// The project as files.
fn written(project: &ProjectSpec) -> Result<tempfile::TempDir, TestCaseError> {
    let failed = |error: std::io::Error| TestCaseError::fail(error.to_string());
    let dir = tempfile::tempdir().map_err(failed)?;
    project.write_to(dir.path()).map_err(failed)?;
    Ok(dir)
}

/// The engine's ledger of a project that it must not refuse.
fn engine(project: &ProjectSpec) -> Result<String, TestCaseError> {
    let refused = |reason| TestCaseError::fail(format!("refused: {reason}"));
    ask_engine(project)?.map_err(refused)
}

fn engine_records(project: &ProjectSpec) -> Result<Vec<Record>, TestCaseError> {
    records(&engine(project)?)
}

/// Both refuse, or both give the same bytes.
fn same_as_oracle(
    project: &ProjectSpec,
    oracle: Result<Vec<crate::oracle::LedgerRow>, String>,
) -> Result<(), TestCaseError> {
    let fail = |text: String| Err(TestCaseError::fail(text));
    match (ask_engine(project)?, oracle) {
        (_, Err(reason)) if reason.starts_with(UNDECIDED) => Ok(()),
        (Err(reason), _) if reason.contains("panicked") => fail(format!("the engine: {reason}")),
        (Err(_), Err(_)) => Ok(()),
        (Ok(_), Err(reason)) => fail(format!("the engine does not refuse it: {reason}")),
        (Err(reason), Ok(_)) => fail(format!("the engine refuses it: {reason}")),
        (Ok(engine), Ok(rows)) => {
            let oracle = to_csv(project, &rows);
            match engine == oracle {
                true => Ok(()),
                false => fail(first_difference(&engine, &oracle)),
            }
        }
    }
}

fn first_difference(engine: &str, oracle: &str) -> String {
    let [mut engine, mut oracle] = [engine, oracle].map(|text| text.split('\n'));
    let mut number = 0;
    loop {
        number += 1;
        match (engine.next(), oracle.next()) {
            (None, None) => return "no difference".to_string(),
            (one, other) if one == other => {}
            (one, other) => {
                let [one, other] = [one, other].map(|line| line.unwrap_or("(nothing)"));
                return format!("line {number} differs\nengine: {one}\noracle: {other}");
            }
        }
    }
}
