//! A year of which nothing is known: no format, picture or page shows a zero for it, and its first screen says so.

use std::path::Path;

use super::{harness, packed};

/// Three years; of 2016 nothing is known but an amount that no rule decides. Each year lacks an amount and a line, so that
/// no count is 0 either, and no two known figures are alike, so that no change is.
fn project(folder: &Path) {
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write(
        "thb-cost.toml",
        "[project]\ntitle = \"Cost\"\ncurrency = \"BGN\"\nvictims = [\"detected\"]\n[inputs]\nbudget = \"budget.csv\"\n\
         external = \"external.csv\"\nagencies = \"agencies.csv\"\nvictims = \"victims.csv\"\nexpected = \"expected.csv\"\nrules = \"rules.toml\"\n",
    );
    write("budget.csv", "year,line,amount\n2015,Coordination,1111.11\n2016,Coordination,\n2017,Coordination,1313.13\n");
    write("external.csv", "year,funder,line,amount\n2015,EU,Grant,212.12\n2016,EU,Grant,\n2017,EU,Grant,323.23\n");
    write(
        "agencies.csv",
        "year,agency,line,amount\n2015,ASA,Shelters,5151.51\n2016,ASA,Shelters,\n2017,ASA,Shelters,6262.62\n\
         2015,IOM,Return,\n2016,IOM,Return,\n2017,IOM,Return,\n2015,MoI,Roads,777.11\n2016,MoI,Roads,777.22\n2017,MoI,Roads,777.34\n",
    );
    write("victims.csv", "year,measure,count\n2015,detected,11\n2016,detected,12\n2017,detected,13\n");
    write("expected.csv", "input,from,agency,line\nagencies,2015,NGO,Help line\n");
    write(
        "rules.toml",
        "version = 1\n[[rule]]\nid = \"shelters\"\ntitle = \"Shelters\"\nmatch = { agency = \"ASA\" }\n\
         share = { low = \"10%\", central = \"20%\", high = \"31%\" }\nrationale = \"r\"\nauthor = \"a\"\ndate = 2026-01-01\n",
    );
}

/// The zeros of money among the words of a text.
fn zeros(text: &str) -> Vec<String> {
    let cells =
        text.split(|letter: char| letter.is_whitespace() || matches!(letter, '|' | '&' | ';' | '"' | '>' | '<'));
    let cells = cells.map(|cell| cell.trim_matches(|letter| matches!(letter, '(' | ')' | ',' | '.' | ':' | '+' | '-')));
    cells.filter(|cell| matches!(*cell, "0.00" | "0,00")).map(str::to_owned).collect()
}

#[test]
fn nothing_known_is_a_zero_nowhere() {
    let folder = harness::scratch();
    project(folder.path());
    let mut faults = Vec::new();
    let mut look = |what: String, text: &str| {
        // What no rule decides of no lines is a known 0.00, and no column of a table where all of it is.
        let told = text.lines().filter(|line| !line.contains("\"unattributed\""));
        for line in told.filter(|line| !zeros(line).is_empty()) {
            faults.push(format!("{what}: {line}"));
        }
    };
    let grouped = folder.path().join("grouped");
    std::fs::create_dir(&grouped).unwrap();
    project(&grouped);
    let agencies = std::fs::read_to_string(grouped.join("agencies.csv")).unwrap();
    let without_roads: String =
        agencies.lines().filter(|line| !line.contains("Roads")).map(|l| format!("{l}\n")).collect();
    std::fs::write(grouped.join("agencies.csv"), without_roads).unwrap();
    let asked: [(&Path, &[&str]); 6] = [
        (folder.path(), &["report"]),
        (folder.path(), &["report", "--year", "2016"]),
        (folder.path(), &["compare", "2015", "2016"]),
        (&grouped, &["report", "--by", "agency"]),
        (&grouped, &["report", "--by", "financing", "--currency", "EUR"]),
        (&grouped, &["report", "--year", "2016", "--by", "area"]),
    ];
    for (place, args) in asked {
        for format in ["table", "markdown", "html", "latex", "json", "docx", "xlsx"] {
            for language in ["en", "bg"] {
                let args = [args, &["-q", "--lang", language, "--format", format]].concat();
                let output = harness::run(place, &args);
                assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
                match format {
                    "docx" | "xlsx" => packed::texts(&format!("of.{format}"), &output.stdout, language)
                        .iter()
                        .for_each(|(place, text)| look(format!("{args:?} {place}"), text)),
                    _ => look(format!("{args:?}"), &String::from_utf8(output.stdout).unwrap()),
                }
            }
        }
        if place == folder.path() {
            let csv = [args, &["-q", "--format", "csv"]].concat();
            look(format!("{csv:?}"), &harness::stdout_of(place, &csv).replace(',', " "));
        }
    }
    for args in [&["explain", "--year", "2016", "--measure", "detected"][..], &["sensitivity", "--draws", "50"]] {
        look(format!("{args:?}"), &harness::stdout_of(folder.path(), args));
    }
    harness::stdout_of(folder.path(), &["chart", "--all", "-q", "-o", "charts"]);
    harness::stdout_of(folder.path(), &["review", "-q", "-o", "pack"]);
    for below in ["charts", "pack", "pack/charts"] {
        let Ok(entries) = std::fs::read_dir(folder.path().join(below)) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let name = path.strip_prefix(folder.path()).unwrap().display().to_string();
            // Checks compare sums, and a difference is none; what the ledger has of a known line may be one.
            for (place, text) in packed::texts(&name, &std::fs::read(&path).unwrap(), "en") {
                if !place.ends_with(" Checks") && !place.ends_with(" Ledger") {
                    look(place, &text);
                }
            }
            if name.ends_with(".json") {
                look(name, &std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_first_screen_says_how_much_of_a_year_is_known() {
    let folder = harness::scratch();
    project(folder.path());
    let second = |args: &[&str]| {
        let args = [&["report", "-q"], args].concat();
        harness::stdout_of(folder.path(), &args).lines().skip(1).take(2).collect::<Vec<_>>().join(" ")
    };
    // The project expects one line of its own, which no year has.
    let text = second(&["--year", "2016"]);
    assert!(text.contains("0 of 1 expected line has an amount"), "{text}");
    std::fs::remove_file(folder.path().join("expected.csv")).unwrap();
    let manifest = std::fs::read_to_string(folder.path().join("thb-cost.toml")).unwrap();
    std::fs::write(folder.path().join("thb-cost.toml"), manifest.replace("expected = \"expected.csv\"\n", "")).unwrap();
    let text = second(&[]);
    assert!(text.contains("2015, 2017: 4 of 5 lines have an amount; 2016: 1 of 5 lines has an amount"), "{text}");
    let text = second(&["--year", "2015", "--where", "agency=IOM"]);
    assert!(text.contains("0 of 1 line has an amount"), "{text}");
    let text = second(&["--year", "2016", "--lang", "bg"]);
    assert!(text.contains("1 от 5 реда има сума"), "{text}");
}
