//! The guide of `ingest`: what it suggests is followed to the letter, and leads to an end; files are shown together; what is
//! pinned is there, whoever pins at the same time.

use std::path::Path;
use std::process::{Command, Output};

use super::harness;

/// Files of which nothing is said, each with the row of its header and what they add up to once everything is answered.
const FILES: [(&str, &str, &str, &str); 7] = [
    ("plain.csv", "year,agency,line,amount\n2016,A,x,1.50\n", "1", "1.50"),
    (
        "otchet-2016.csv",
        "Отчет;;\n(хил. лв.);;\n;;\nПрограма;Отчет;бел.\n1;2;3\nГраница;1 200,5;\nв т.ч. персонал;900,0;\nЗакрила;-;\nОбщо;1 200,5;\n",
        "4",
        "1200500.00",
    ),
    ("pay.csv", "дата;сума;орган;вид\n14.03.16;1,5;МВР;наем\n15.03.16;н.д.;МВР;\n", "1", "1.50"),
    ("years.csv", "Показател;Отчет 2015;Отчет 2016\nНаем;1,10;2,20\n% от БВП;3%;4%\n", "1", "3.30"),
    (
        "again.csv",
        "Година;Сума;Ведомство;Перо\n2016;1,10;А;х\nГодина;Сума;Ведомство;Перо\n2016;2,20;А;у\n",
        "1",
        "3.30",
    ),
    ("dust.csv", "year,agency,line,amount\n2016,A,x,0.1000000001\n2016,A,,2\n2016,A,z\n", "1", "2.10"),
    ("euro.csv", "Jahr;Ressort;Bezeichnung;Betrag (EUR)\n2016;A;x;1,50\n2015/16;A;y;1\n", "1", ""),
];

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The command that a guide ends with, as a shell runs it.
fn suggested(folder: &Path, guide: &str) -> Output {
    let command = guide.lines().rfind(|line| line.starts_with("    thb-cost ingest ")).unwrap().trim();
    let command = command.replacen("thb-cost", "\"$0\"", 1).replace("YYYY", "2016");
    let mut shell = Command::new("sh");
    shell.args(["-c", &command, env!("CARGO_BIN_EXE_thb-cost")]).current_dir(folder).env("NO_COLOR", "1");
    shell.env_remove("THB_COST_PROJECT").env_remove("THB_COST_LANG").output().unwrap()
}

#[test]
fn what_the_guide_suggests_leads_to_an_end() {
    for (name, text, header, sum) in FILES {
        let folder = harness::scratch();
        std::fs::write(folder.path().join(name), text).unwrap();
        let mut output = harness::run(folder.path(), &["ingest", name, "--as", "agencies"]);
        let mut guides: Vec<String> = Vec::new();
        while !output.status.success() && !sum.is_empty() {
            let guide = said(&output);
            assert!(guide.contains(&format!("header in row {header},")), "{name}: {guide}");
            assert!(!guides.contains(&guide), "{name}: the messages lead in a circle\n{guide}");
            assert!(guides.len() < 2, "{name}: {guide}");
            output = suggested(folder.path(), &guide);
            guides.push(guide);
        }
        let total: f64 = String::from_utf8_lossy(&output.stdout)
            .lines()
            .skip(1)
            .filter_map(|line| line.split(',').nth(1)?.parse::<f64>().ok())
            .sum();
        // A file whose rows contradict each other has no line that mends it: it is said, and nothing is shown.
        let found = if output.status.success() { format!("{total:.2}") } else { String::new() };
        assert_eq!(found, sum, "{name}: {}", said(&output));
    }
}

#[test]
fn the_lines_of_the_guide_are_what_its_options_are() {
    let folder = harness::scratch();
    let (name, text, ..) = FILES[1];
    std::fs::write(folder.path().join(name), text).unwrap();
    let guide = said(&harness::run(folder.path(), &["ingest", name, "--as", "agencies"]));
    let by_options = suggested(folder.path(), &guide);
    // The first answer to each question, as lines of a manifest.
    let mut lines: Vec<String> = Vec::new();
    let mut is_first = false;
    for line in guide.lines() {
        let number = line.trim_start().split('.').next().unwrap();
        is_first |= !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        if is_first && line.trim_start().starts_with("--") {
            lines.push(line.rsplit_once("   ").unwrap().1.to_owned());
            is_first = false;
        }
    }
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.starts_with("except")).collect();
    let manifest = format!(
        "[project]\ntitle = \"t\"\n[inputs]\nagencies = \"{name}\"\n[[dialect]]\nfiles = \"{name}\"\ncolumns.line = \"Програма\"\ncolumns.amount = \"Отчет\"\n{}\n",
        lines.join("\n")
    );
    std::fs::write(folder.path().join("thb-cost.toml"), &manifest).unwrap();
    let reduced = harness::run(folder.path(), &["reduce", "--as", "agencies"]);
    assert!(reduced.status.success(), "{manifest}\n{}", said(&reduced));
    assert!(by_options.status.success(), "{}", said(&by_options));
    assert!(String::from_utf8_lossy(&reduced.stdout).contains("1200500.00"));
}

#[test]
fn files_are_shown_by_kinds() {
    let folder = harness::scratch();
    let days = folder.path().join("days");
    std::fs::create_dir(&days).unwrap();
    for day in 10..40 {
        let text = format!("{day}.08.2012,01,02,sum\nМВР,1,2.5,3.5\n");
        std::fs::write(days.join(format!("201208{day}.csv")), text).unwrap();
    }
    std::fs::write(days.join("20120899.csv"), "99.08.2012,01,02,03,sum\nМВР,1,2,3,6\n").unwrap();
    let output = harness::run(folder.path(), &["ingest", "days", "--as", "agencies"]);
    let guide = said(&output);
    for piece in [
        "31 files, of 2 kinds",
        "1. 30 files, header in row 1: days/20120810.csv, days/20120811.csv, …, days/20120839.csv",
        "2. one file, header in row 1: days/20120899.csv",
        "from_name = \"{year}*.csv\"",
        "columns.agency = 1",
    ] {
        assert!(guide.contains(piece), "{piece} in {guide}");
    }
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    let manifest = "[project]\ntitle = \"t\"\n[inputs]\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    let answers = ["--from-name={year}*.csv", "--column", "agency=#1", "--constant", "line=payments", "--ignore=*"];
    let args = [&["ingest", "days", "--as", "agencies", "--pin"], answers.as_slice()].concat();
    let rows = harness::stdout_of(folder.path(), &args);
    assert_eq!(rows.lines().count(), 32, "{rows}");
    let reduced = harness::stdout_of(folder.path(), &["reduce", "--as", "agencies"]);
    // 30 days of 3.50, and one of 6.00.
    assert!(reduced.contains("111.00"), "{reduced}");
}

#[test]
fn pinning_at_the_same_time_loses_nothing() {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"t\" # ours\n\n[inputs]\n# the agencies\nagencies = \"a.csv\" # first\n\n[[dialect]] # by hand\nfiles = \"a.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    std::fs::write(folder.path().join("a.csv"), "year,agency,line,amount\n2016,A,x,1.50\n").unwrap();
    let names: Vec<String> = (0..6).map(|number| format!("f{number}.csv")).collect();
    for name in &names {
        std::fs::write(folder.path().join(name), "Година;Ведомство;Перо;Сума\n2016;А;х;1,50\n").unwrap();
    }
    let runs: Vec<_> = names
        .iter()
        .map(|name| {
            let mut command = harness::command(folder.path(), &["ingest", name, "--as", "agencies", "--pin"]);
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut run in runs {
        assert!(run.wait().unwrap().success());
    }
    let written = std::fs::read_to_string(folder.path().join("thb-cost.toml")).unwrap();
    for piece in ["# ours", "# the agencies", "# first", "# by hand"] {
        assert!(written.contains(piece), "{piece} in {written}");
    }
    for name in &names {
        assert!(written.contains(&format!("files = \"{name}\"")), "{written}");
    }
    let reduced = harness::stdout_of(folder.path(), &["reduce", "--as", "agencies"]);
    // Six rows of 1.50 are one line of 9.00.
    assert!(reduced.contains("9.00"), "{reduced}");
}

#[test]
fn a_dialect_that_is_there_is_changed_in_its_place() {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"t\"\n\n[inputs]\nagencies = \"a.csv\"\n\n[[dialect]]\nfiles = \"a.csv\" # this one\nconstants = { agency = \"MoI\" } # who\n\n[[dialect]]\nfiles = \"b-*.csv\"\n";
    let path = folder.path().join("thb-cost.toml");
    std::fs::write(&path, manifest).unwrap();
    std::fs::write(folder.path().join("a.csv"), "year,line,amount\n2016,x,1.234\n").unwrap();
    std::fs::write(folder.path().join("b-1.csv"), "year,line,agency,amount\n2016,x,A,1.234\n").unwrap();
    let args = ["ingest", "a.csv", "--as", "agencies", "--decimal", ",", "--constant", "area=legal", "--pin"];
    harness::stdout_of(folder.path(), &args);
    let written = std::fs::read_to_string(&path).unwrap();
    let expected = manifest.replace(
        "constants = { agency = \"MoI\" } # who\n",
        "constants = { agency = \"MoI\", area = \"legal\" } # who\ndecimal = \",\"\n",
    );
    assert_eq!(written, expected);
    assert!(harness::stdout_of(folder.path(), &["reduce", "--as", "agencies"]).contains("1234.00"));
    // One that other files have too is not changed for one of them: the lines are told.
    let other = harness::run(folder.path(), &["ingest", "b-1.csv", "--as", "agencies", "--decimal", ",", "--pin"]);
    assert_eq!(other.status.code(), Some(2), "{}", said(&other));
    assert!(
        said(&other).contains("decimal = \",\"") && said(&other).contains("files = \"b-1.csv\""),
        "{}",
        said(&other)
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
}

#[test]
fn words_for_thousands_count_at_drivers_and_counts_too() {
    let folder = harness::scratch();
    let path = folder.path().join("d.csv");
    std::fs::write(&path, "driver,year,Стойност (хил. лв.),unit,currency\nbeds,2016,\"1,5\",BGN a bed,BGN\n").unwrap();
    let args = ["ingest", "d.csv", "--as", "drivers", "--decimal", ",", "--column", "value=Стойност (хил. лв.)"];
    let asked = harness::run(folder.path(), &args);
    assert_eq!(asked.status.code(), Some(1));
    assert!(said(&asked).contains("unit = 1000") && said(&asked).contains("unit = 1\n"), "{}", said(&asked));
    let rows = harness::stdout_of(folder.path(), &[args.as_slice(), &["--unit", "1000"]].concat());
    assert!(rows.contains("beds,2016,1500.0"), "{rows}");
    std::fs::write(&path, "measure,year,брой (хил.)\ndetected,2016,2\n").unwrap();
    let args = ["ingest", "d.csv", "--as", "victims", "--column", "count=брой (хил.)"];
    assert_eq!(harness::run(folder.path(), &args).status.code(), Some(1));
    let rows = harness::stdout_of(folder.path(), &[args.as_slice(), &["--unit", "1000"]].concat());
    assert!(rows.contains("2000"), "{rows}");
}
