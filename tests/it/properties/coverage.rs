//! The random projects are worth their name: most are valid, and every share form, state and part
//! occurs in them.

use std::collections::BTreeMap;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::oracle::{PhaseChoice, UNDECIDED, ledger};
use crate::random_project::{ProjectSpec, ShareSpec, SplitBy, project};

const PROJECTS: u32 = 1000;

#[test]
fn most_projects_are_valid_and_everything_occurs() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..PROJECTS {
        let Ok(tree) = project().new_tree(&mut runner) else {
            continue;
        };
        for fact in facts(&tree.current()) {
            *seen.entry(fact).or_default() += 1;
        }
    }
    let count = |fact: &str| seen.get(fact).copied().unwrap_or_default();
    assert!(count("valid") >= PROJECTS * 3 / 5, "{seen:#?}");
    assert!(count("undecided") <= PROJECTS / 50, "{seen:#?}");
    for fact in EXPECTED.split_whitespace() {
        assert!(count(fact) >= 5, "{fact} is rare: {seen:#?}");
    }
}

const EXPECTED: &str = "refused \
    state:direct state:assumed state:measured state:carried state:indexed filled region state:imputed state:derived \
    state:excluded state:unattributed state:not-estimated \
    part:attributed part:remainder part:unattributed part:not-estimated \
    share:all share:none share:fixed share:interval share:ratio share:amount share:units \
    share:overhead area:fixed area:drivers form:fixed form:drivers form:victims \
    phase:approved phase:executed currency:BGN currency:EUR currency:USD currency:JPY \
    project:EUR project:JPY negative several-rows unspecified two-overheads";

/// What is true of a project: each fact once.
fn facts(project: &ProjectSpec) -> Vec<String> {
    let rows = match ledger(project, PhaseChoice::Best) {
        Ok(rows) => rows,
        Err(reason) if reason.starts_with(UNDECIDED) => return vec!["undecided".to_string()],
        Err(_) => return vec!["refused".to_string()],
    };
    let mut facts = vec!["valid".to_string()];
    for row in &rows {
        facts.push(format!("state:{}", row.state));
        facts.push(format!("part:{}", row.part));
        facts.push(format!("phase:{}", row.phase));
        facts.push(format!("currency:{}", row.currency));
        facts.push(format!("project:{}", row.currency));
        let some = [
            (row.line_amount.starts_with('-'), "negative"),
            (row.rows != "1", "several-rows"),
            (row.exploitation == "unspecified", "unspecified"),
            (row.region.as_ref().is_some_and(|region| !region.is_empty()), "region"),
            (row.part == "attributed" && row.state != "imputed" && row.line_amount.is_empty(), "filled"),
        ];
        facts.extend(some.iter().filter(|(is, _)| *is).map(|(_, fact)| (*fact).to_string()));
        let rule = project.rules.iter().find(|rule| rule.id == row.rule);
        let Some(rule) = rule else {
            continue;
        };
        facts.push(format!("share:{}", form(&rule.share)));
        facts.extend(rule.split.area.iter().map(|by| format!("area:{}", way(by))));
        facts.extend(rule.split.exploitation.iter().map(|by| format!("form:{}", way(by))));
    }
    let overheads = rows.iter().filter(|row| row.state == "derived").map(|row| (&row.year, &row.rule));
    let mut overheads: Vec<_> = overheads.collect();
    overheads.sort();
    overheads.dedup();
    let together = overheads.windows(2).any(|two| two[0].0 == two[1].0);
    facts.extend(together.then(|| "two-overheads".to_string()));
    facts.sort();
    facts.dedup();
    facts
}

fn form(share: &ShareSpec) -> &'static str {
    match share {
        ShareSpec::All => "all",
        ShareSpec::None => "none",
        ShareSpec::Fixed(_) => "fixed",
        ShareSpec::Interval { .. } => "interval",
        ShareSpec::Ratio { weight: Some(_), .. } => "weight",
        ShareSpec::Ratio { .. } => "ratio",
        ShareSpec::Pool { .. } => "pool",
        ShareSpec::Product(_) => "product",
        ShareSpec::Amount { .. } => "amount",
        ShareSpec::Units { .. } => "units",
        ShareSpec::Services(_) => "services",
        ShareSpec::OverheadOf(_) => "overhead",
    }
}

fn way(by: &SplitBy) -> &'static str {
    match by {
        SplitBy::Fixed(_) => "fixed",
        SplitBy::Drivers(_) => "drivers",
        SplitBy::Victims(_) => "victims",
    }
}
