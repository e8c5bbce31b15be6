//! Completion in the shells that are there, and the manual pages.

use std::path::Path;
use std::process::Command;

use super::harness;

/// What a shell prints, with the program as `thb-cost` on its path; `None` where there is no such shell.
fn shell(name: &str, script: &str) -> Option<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_thb-cost")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new(name);
    command.args(["-c", script]).current_dir(harness::root()).env("PATH", path);
    command.env_remove("THB_COST_PROJECT").env_remove("THB_COST_LANG");
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => {
            harness::told_to_be_there(name, &error);
            return None;
        }
    };
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What bash completes at the end of a line of words.
fn completed_by_bash(words: &[&str]) -> Vec<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let last = words.len() - 1;
    let script = format!(
        "source <(thb-cost completions bash); COMP_WORDS=({}); COMP_CWORD={last}; COMP_TYPE=9; \
         _clap_complete_thb_cost thb-cost {} ''; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        quoted.join(" "),
        quoted[last],
    );
    shell("bash", &script).unwrap_or_default().lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_flags_and_words_of_the_project() {
    let here = ["thb-cost", "--embedded"];
    let embedded = |words: &[&str]| completed_by_bash(&[&here, words].concat());
    assert_eq!(embedded(&["rep"]), ["report"]);
    assert_eq!(embedded(&["report", "--pri"]), ["--prices"]);
    assert_eq!(embedded(&["report", "--year", ""]), ["2014", "2015", "2016", "2017"]);
    assert_eq!(embedded(&["report", "--victims", ""]), ["assisted", "detected", "identified"]);
    assert_eq!(embedded(&["explain", "--agency", "M"]), ["MoI", "Municipalities"]);
    assert_eq!(embedded(&["report", "--by", "fin"]), ["financing"]);
    assert_eq!(embedded(&["report", "--where", "agency=M"]), ["agency=MoI", "agency=Municipalities"]);
    assert_eq!(embedded(&["report", "--where", "label"]), ["label=labelled", "label=unlabelled"]);
    assert_eq!(embedded(&["check", "--explain", "bad-am"]), ["bad-amount"]);
    let police = ["thb-cost", "explain", "--project", "examples/police-2014"];
    assert_eq!(completed_by_bash(&[&police[..], &["--rule", ""]].concat()), ["police-by-registered-crimes"]);
    // A blank would cut the word in two.
    assert_eq!(completed_by_bash(&[&police[..], &["--agency", ""]].concat()), ["Police\\ function"]);
}

#[test]
fn fish_completes_words_of_the_project_where_it_is_installed() {
    let script = "source (thb-cost completions fish | psub); complete -C 'thb-cost --embedded report --year '";
    if let Some(completed) = shell("fish", script) {
        assert_eq!(completed.lines().collect::<Vec<_>>(), ["2014", "2015", "2016", "2017"]);
    }
}

#[test]
fn zsh_and_the_others_take_their_scripts() {
    let script = "autoload -Uz compinit; compinit -u -D; source <(thb-cost completions zsh); \
                  print -r -- ${_comps[thb-cost]}";
    if let Some(completer) = shell("zsh", script) {
        assert!(completer.contains("_clap_dynamic_completer"), "{completer}");
    }
    for name in ["powershell", "elvish"] {
        let script = harness::stdout_of(&harness::root(), &["completions", name]);
        assert!(script.contains("THB_COST_COMPLETE") && script.contains("thb-cost"), "{name}: {script}");
    }
}

#[test]
fn every_command_has_a_manual_page_in_both_languages() {
    let commands = ["report", "ledger", "explain", "check", "ingest", "reduce", "init", "schema", "completions", "man"];
    for (language, name, synopsis) in [("en", "NAME", "SYNOPSIS"), ("bg", "ИМЕ", "УПОТРЕБА")] {
        let main = harness::stdout_of(&harness::root(), &["man", "--lang", language]);
        assert!(main.contains(&format!("\n.SH {name}\n")) && main.contains("THB_COST_PROJECT"), "{main}");
        for command in commands {
            assert!(main.contains(&format!("thb\\-cost\\-{command}(1)")), "{command}");
            let page = harness::stdout_of(&harness::root(), &["man", command, "--lang", language]);
            assert!(page.contains(&format!("\n.SH {synopsis}\n")), "{page}");
        }
    }
}
