//! A project that strains charts: 30 years, 25 agencies, long names in both scripts, amounts below 0 and of 0, one amount a
//! thousand times the next, unpublished amounts, ranges, gaps and breaks.

use std::fmt::Write as _;
use std::path::Path;

const AGENCIES: usize = 25;

/// Writes the project's files into a folder.
pub fn write(folder: &Path) {
    std::fs::write(folder.join("thb-cost.toml"), MANIFEST).unwrap();
    std::fs::write(folder.join("rules.toml"), RULES).unwrap();
    std::fs::write(folder.join("agencies.csv"), agencies()).unwrap();
    std::fs::write(folder.join("external.csv"), external()).unwrap();
    std::fs::write(folder.join("victims.csv"), victims()).unwrap();
    std::fs::write(folder.join("services.csv"), services()).unwrap();
}

const MANIFEST: &str = r#"[project]
title = "A project that strains charts: thirty years, twenty-five agencies & names of <sixty> letters (made-up amounts)"
title_bg = "Проект, който изпитва диаграмите: тридесет години, двадесет и пет ведомства и „дълги“ имена (измислени суми)"
currency = "BGN"
dimensions = ["step"]
victims = ["detected", "identified", "assisted", "referred", "a measure of the project's own with a very long name"]

[inputs]
agencies = "agencies.csv"
external = "external.csv"
victims = "victims.csv"
services = "services.csv"
rules = "rules.toml"
"#;

const RULES: &str = r#"version = 1

[[rule]]
id = "a-third-with-a-range"
title = "A third"
match = { label = "unlabelled" }
share = { low = 0.1, central = 0.3, high = 0.7 }
rationale = "Made up."
author = "thb-cost"
date = 2026-11-25
"#;

/// Sixty letters, Latin and Cyrillic in turn.
fn agency(number: usize) -> String {
    if number.is_multiple_of(2) {
        format!("Агенция номер {number:02} за превенция, закрила и подпомагане на лица")
    } else {
        format!("Directorate {number:02} for Prevention, Protection and Reintegration")
    }
}

/// Every second agency spends at a step.
fn step(number: usize) -> &'static str {
    ["2.1", "", "3.1", "", "3.4", ""][number % 6]
}

fn agencies() -> String {
    let mut out = String::from("year,amount,line,agency,funder,label,area,step\n");
    let areas =
        ["prevention", "assistance", "prosecution", "capacity", "data", "", "our own programme area with a long name"];
    for year in 1995..2025_usize {
        for number in 0..AGENCIES {
            let label = if number.is_multiple_of(3) { "labelled" } else { "unlabelled" };
            // One agency spends a thousand times what the next one does; one is below 0, one at 0, one is not published.
            let amount = match number {
                1 => format!("{}.00", 90_000_000 + year * 1_000),
                5 => format!("-{}.50", 40_000 + year),
                7 => "0.00".to_owned(),
                9 => String::new(),
                _ if year == 2003 && number == 3 => "-25000000.00".to_owned(),
                _ => format!("{}.25", (number * 7 + year % 11) * 1_000),
            };
            let (name, area) = (agency(number), areas[number % areas.len()]);
            let funder = format!("Funder {} with a name that is long enough to be wrapped twice", number % 14);
            let _ = writeln!(out, "{year},{amount},Line {number},\"{name}\",{funder},{label},{area},{}", step(number));
        }
    }
    out
}

fn external() -> String {
    let mut out = String::from("year,amount,line,agency,funder,label\n");
    for year in (1995..2025).step_by(3) {
        let _ = writeln!(out, "{year},{},Grant,\"{}\",European Union,labelled", year * 90, agency(2));
        let _ = writeln!(out, "{year},{},Project,\"{}\",European Union,unlabelled", year * 800, agency(4));
    }
    out
}

/// Twelve steps, one of them of no mechanism and with a long name; one service in three has no known cost.
fn services() -> String {
    let mut out = String::from("service,year,step,area,users,units,units_low,units_high,unit,unit_cost\n");
    let steps = [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "2.1",
        "2.2",
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "",
        "our own step, which has a long name",
    ];
    for (place, step) in steps.into_iter().enumerate() {
        for number in 0..3 {
            let cost = if (place + number).is_multiple_of(3) { String::new() } else { format!("{}", place * 90 + 1) };
            let _ =
                writeln!(out, "Service {place}.{number},2024,\"{step}\",assistance,{},9,2,90,night,{cost}", place * 7);
        }
    }
    out
}

fn victims() -> String {
    let own = "a measure of the project's own with a very long name";
    let mut out = String::from("year,measure,exploitation,group,count,break\n");
    for year in 1995..2025_usize {
        let _ = writeln!(out, "{year},detected,all,all,{},", 300 + year % 7 * 40);
        let _ = writeln!(out, "{year},identified,all,all,{},{}", 10 + year % 5, if year == 2009 { "yes" } else { "" });
        let assisted =
            if year.is_multiple_of(4) { String::new() } else { format!("{}-{}", 40 + year % 3, 60 + year % 9) };
        let _ = writeln!(out, "{year},assisted,all,all,{assisted},");
        let _ = writeln!(out, "{year},referred,all,all,<5,");
        let _ = writeln!(out, "{year},{own},all,all,{},", 1 + year % 2 * 900);
    }
    out
}
