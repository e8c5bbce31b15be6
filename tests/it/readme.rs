//! Every command of the README and of the samples' pages runs as it stands there.

use super::harness;

/// The commands of a page's `console` blocks: lines after `$ `, with a trailing comment cut off.
fn commands(page: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in page.lines() {
        if let Some(language) = line.strip_prefix("```") {
            inside = !inside && language == "console";
        } else if inside && let Some(command) = line.strip_prefix("$ ") {
            found.push(command.split("  #").next().unwrap_or(command).trim().to_owned());
        }
    }
    found
}

fn run_commands(page: &str, at_least: usize) {
    let text = std::fs::read_to_string(harness::root().join(page)).unwrap();
    let folder = harness::scratch();
    for name in ["data", "examples"] {
        harness::copy(&harness::root().join(name), &folder.path().join(name));
    }
    // A README starts where no project is at hand.
    let mut run = 0;
    for command in commands(&text) {
        let Some(args) = command.strip_prefix("thb-cost ").or_else(|| command.strip_prefix("cargo run --release -- "))
        else {
            continue;
        };
        let (args, target) = args.split_once(" > ").map_or((args, None), |(args, file)| (args, Some(file)));
        let args: Vec<&str> = args.split_whitespace().collect();
        let output = harness::run(folder.path(), &args);
        assert!(output.status.success(), "{page}: {command}\n{}", String::from_utf8_lossy(&output.stderr));
        if let Some(file) = target {
            std::fs::write(folder.path().join(file), output.stdout).unwrap();
        }
        run += 1;
    }
    assert!(run >= at_least, "{page}: only {run} commands were found");
}

#[test]
fn the_commands_of_the_readme_run() {
    run_commands("README.md", 8);
}

#[test]
fn the_commands_of_the_samples_run() {
    run_commands("examples/police-2014/README.md", 3);
    run_commands("examples/agencies-made-up/README.md", 3);
    run_commands("examples/messy-made-up/README.md", 5);
    run_commands("examples/programme-report-made-up/README.md", 4);
    run_commands("examples/daily-payments-made-up/README.md", 3);
    run_commands("examples/services-made-up/README.md", 5);
    run_commands("examples/requests-made-up/README.md", 5);
}

#[test]
fn the_commands_of_the_docs_run() {
    run_commands("docs/files.md", 8);
    run_commands("docs/scripting.md", 22);
    run_commands("docs/method.md", 5);
}

/// The blocks of a page in a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

#[test]
fn the_shapes_of_files_become_the_rows_that_stand_beside_them() {
    let page = std::fs::read_to_string(harness::root().join("docs/files.md")).unwrap();
    let (files, dialects, rows) = (blocks(&page, "csv"), blocks(&page, "toml"), blocks(&page, "text"));
    assert!(files.len() >= 6 && files.len() == dialects.len() && files.len() == rows.len());
    for ((file, dialect), rows) in files.iter().zip(&dialects).zip(&rows) {
        let folder = harness::scratch();
        let manifest = format!("[project]\ntitle = \"x\"\n[inputs]\nagencies = \"file-2016.csv\"\n{dialect}");
        std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
        std::fs::write(folder.path().join("file-2016.csv"), file).unwrap();
        let printed = harness::stdout_of(folder.path(), &["ingest", "file-2016.csv", "--as", "agencies"]);
        assert_eq!(printed, *rows, "{dialect}");
    }
}

#[test]
fn the_lines_to_write_that_the_page_on_files_names_are_lines_of_a_dialect() {
    let page = std::fs::read_to_string(harness::root().join("docs/files.md")).unwrap();
    let (_, table) = page.split_once("| found | lines to write |").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let lines: Vec<&str> = table.lines().filter_map(|row| row.split(" | ").nth(1)).flat_map(codes).collect();
    assert!(lines.len() >= 15, "{lines:?}");
    for line in lines {
        let text = format!("[project]\ntitle = \"x\"\n[[dialect]]\nfiles = \"a.csv\"\n{line}\n");
        let mut diagnostics = thb_cost::diagnostics::Diagnostics::default();
        let folder = thb_cost::ingest::Folder::Disk("nowhere".into());
        thb_cost::ingest::Manifest::read(&"thb-cost.toml".into(), &text, &folder, &mut diagnostics).unwrap();
        assert!(!diagnostics.has_errors(), "{line}");
    }
    let (_, keys) = page.split_once("| key | meaning |").unwrap();
    for key in thb_cost::ingest::dialect_keys() {
        assert!(keys.contains(&format!("`{key}`")), "{key}");
    }
}

/// What stands between backquotes.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_output_shown_in_the_readme_is_what_is_printed() {
    let page = std::fs::read_to_string(harness::root().join("README.md")).unwrap();
    let shown = blocks(&page, "text");
    assert_eq!(shown.len(), 1);
    let printed = harness::stdout_of(&harness::root(), &["--embedded", "report", "--year", "2017"]);
    assert!(printed.starts_with(&shown[0]), "{printed}");
}

#[test]
fn the_rules_shown_in_the_readme_are_rules() {
    let page = std::fs::read_to_string(harness::root().join("README.md")).unwrap();
    let shown = blocks(&page, "toml");
    assert_eq!(shown.len(), 1);
    let mut diagnostics = thb_cost::diagnostics::Diagnostics::default();
    let set = thb_cost::rules::RuleSet::read(&"README.md".into(), &shown[0], &[], &mut diagnostics);
    assert!(!diagnostics.has_errors());
    assert_eq!(set.rules.len(), 1);
}
