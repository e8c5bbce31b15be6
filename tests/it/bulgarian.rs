//! What is printed with `--lang bg` is Bulgarian: commands over the samples and every faulty case are run, what comes from
//! files, arguments and closed vocabularies is taken out, and no Latin word may be left.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use thb_cost::diagnostics::Code;
use thb_cost::ingest::{InputName, every_column};
use thb_cost::measures::Dimension;

use super::{case_folders, harness};

/// Names that no language changes: formats, units of the trade, the program and its parts.
const NAMES: &[&str] = &[
    "PERT",
    "Budget",
    "Notes",
    "Payments",
    "REF",
    "Shelter",
    "always",
    "auto",
    "never",
    "CSV",
    "XLSX",
    "ODS",
    "TOML",
    "JSON",
    "SQL",
    "UTF",
    "ISO",
    "EUR",
    "BGN",
    "MiB",
    "KiB",
    "PDF",
    "XLSB",
    "DOCX",
    "XLS",
    "ZIP",
    "HTML",
    "XML",
    "SQLite",
    "Parquet",
    "Office",
    "Zstandard",
    "gzip",
    "bzip",
    "xz",
    "thb",
    "cost",
    "NaN",
    "NCCTHB",
    "Europe",
    "HICP",
    "MoI",
    "utf",
    "windows",
    "Total",
    "SHA",
    "Sheet",
    "ODT",
    "zstd",
];

/// Words of files and of the command line that stand in messages as they are written there.
const WORDS: &[&str] = &[
    "counts",
    "ignore",
    "plan",
    "HICPX",
    "docx",
    "round",
    "year_form",
    "ends",
    "starts",
    "skip_below",
    "interpolate",
    "index",
    "short_rows",
    "fill",
    "sum",
    "sha256sum",
    "Sheet1",
    // what a file holds and a message quotes
    "Jugendamt",
    "ln",
    "Schutz",
    "Frauen",
    "organised_crime_proceedings",
    "thb_proceedings",
    "CPI",
    "project",
    "inputs",
    "dialect",
    "rule",
    "rules",
    "default",
    "split",
    "share",
    "match",
    "id",
    "title",
    "title_bg",
    "years",
    "version",
    "rest",
    "by",
    "all",
    "none",
    "low",
    "central",
    "high",
    "distribution",
    "numerator",
    "denominator",
    "missing",
    "not_people",
    "amount",
    "units",
    "unit_cost",
    "overhead_of",
    "error",
    "previous",
    "skip",
    "pert",
    "triangular",
    "uniform",
    "true",
    "false",
    "files",
    "encoding",
    "delimiter",
    "decimal",
    "group",
    "skip_last",
    "sheet",
    "columns",
    "constants",
    "years_as_columns",
    "totals",
    "exclude",
    "count",
    "tab",
    "labelled",
    "unlabelled",
    "approved",
    "executed",
    "best",
    "state",
    "external",
    "init",
    "ingest",
    "check",
    "report",
    "reduce",
    "explain",
    "rationale",
    "author",
    "date",
    "financing",
    "label",
    "line",
    "function",
    "area",
    "agency",
    "funder",
    "phase",
    "currency",
    "source",
    "note",
    "rows",
    "from",
    "to",
    "rate",
    "index",
    "toml",
    "csv",
    "md",
    "xlsx",
    "json",
    "table",
    "markdown",
    "html",
    "latex",
    "text",
    "like",
    "ods",
    "victims",
    "max",
    "min",
    "lang",
    "en",
    "bg",
    "txt",
    "tex",
    "htm",
    "MEASURE",
    "expected",
    "found",
    "sheets",
    "organised",
    "crime",
    "moi",
];

#[test]
fn faults_and_failures_are_told_in_bulgarian() {
    let mut faults = Vec::new();
    let folders = ["tests/cases/errors", "tests/cases/usage"].map(|folder| harness::root().join(folder));
    for case in folders.iter().flat_map(|folder| case_folders::case_folders(folder)) {
        let args = fs::read_to_string(case.join("args")).unwrap();
        let args: Vec<&str> = args.lines().filter(|line| !line.is_empty()).collect();
        if args.iter().any(|arg| arg.starts_with("--lang") || arg.starts_with("--sql") || *arg == "schema") {
            continue;
        }
        let folder = harness::scratch();
        if case.join("in").is_dir() {
            harness::copy(&case.join("in"), folder.path());
        }
        let output = harness::run(folder.path(), &[&args[..], &["--lang", "bg"]].concat());
        let said = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        let said = without_ids(&said);
        if args.contains(&"json") || said.starts_with('{') || said.contains("\nyear,") || said.starts_with("year,") {
            continue;
        }
        let mut known = known_texts(&case.join("in"));
        // What stands for a year in a line to write.
        known.push("YYYY".to_owned());
        known.extend(
            args.iter()
                .filter(|arg| arg.len() > 2)
                .flat_map(|arg| arg.split(['=', '#', '/']).chain([*arg]).map(str::to_owned)),
        );
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        faults.extend(english(&said, &known).map(|found| format!("{name}: {found}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn reports_and_explanations_are_in_bulgarian() {
    let mut faults = Vec::new();
    for project in ["data", "examples/agencies-made-up", "examples/police-2014"] {
        let mut known = known_texts(&harness::root().join(project));
        known.push(project.to_owned());
        known.extend(known_texts(&harness::root().join("data")));
        let commands: [&[&str]; 11] = [
            &["report", "--format", "markdown"],
            &["report", "--year", "2014", "--format", "markdown", "--currency", "EUR"],
            &["report", "--format", "markdown", "--by", "area", "--by", "state", "--by", "label"],
            &["report", "--format", "html", "--by", "exploitation", "--exploitation", "sexual"],
            &["ledger", "--format", "markdown"],
            &["check"],
            &["explain", "--measure", "detected"],
            &["report", "-v", "--format", "markdown", "--phase", "approved", "--years", "2014..2099"],
            &["compare", "2014", "2014", "--format", "markdown"],
            &["sensitivity", "--format", "markdown"],
            &["chart", "years", "--alt", "/dev/stdout"],
        ];
        for command in commands {
            let args = [&["--project", project, "--lang", "bg"], command].concat();
            let output = harness::run(&harness::root(), &args);
            let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
            let said = without_tags(&said);
            faults.extend(english(&said, &known).map(|found| format!("{project} {command:?}: {found}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_search_finds_english() {
    let known = vec!["Central administration".to_owned()];
    let found: Vec<String> = english("ред 5: Central administration is missing_here", &known).collect();
    assert_eq!(found, ["is, missing_here in: ред 5: Central administration is missing_here"]);
    assert_eq!(english("ред 5: Central administration е празно", &known).count(), 0);
}

/// Without the ids of figures that were asked for, such as `q10351b864-9b0d`, which are no words.
fn without_ids(said: &str) -> String {
    let is_id = |word: &str| {
        let id = word.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
        let digits = id.strip_prefix('q').unwrap_or_default();
        digits.len() >= 9 && digits.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-')
    };
    let line = |line: &str| line.split(' ').filter(|word| !is_id(word)).collect::<Vec<_>>().join(" ");
    said.lines().map(|text| line(text) + "\n").collect()
}

/// The blocks in which a Latin word is left once what is known is taken out.
fn english<'t>(said: &'t str, known: &'t [String]) -> impl Iterator<Item = String> + 't {
    let lower: Vec<String> = known.iter().map(|text| text.to_lowercase()).collect();
    let known: BTreeSet<String> = known.iter().cloned().chain(lower).collect();
    let is_word = |text: &str| text.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '_');
    let (single, several): (Vec<String>, Vec<String>) = known.into_iter().partition(|text| is_word(text));
    let words: BTreeSet<String> = NAMES
        .iter()
        .chain(WORDS)
        .map(|word| (*word).to_owned())
        .chain(every_column().map(str::to_owned))
        .chain(InputName::ALL.map(|input| input.word().to_owned()))
        .chain(Dimension::ALL.map(|dimension| dimension.name(&[]).to_owned()))
        .chain(Code::ALL.iter().flat_map(|code| code.name().split('-').map(str::to_owned)))
        .chain(single)
        .collect();
    // Long texts first, so that a short one does not cut them.
    let mut several: Vec<String> =
        several.into_iter().filter(|text| text.chars().any(|letter| letter.is_ascii_alphabetic())).collect();
    several.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let whole: String = said.lines().map(|line| format!("{}\n", line.trim())).collect();
    // Wrapped sentences come together again, since a text of a file may stand on two lines.
    let blocks = whole.split("\n\n").map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
    let blocks: Vec<String> = blocks.collect();
    blocks.into_iter().filter_map(move |block| {
        let mut rest = without_parser_words(&block);
        for text in &several {
            rest = rest.replace(text.as_str(), " ");
        }
        let flags = rest.split_whitespace().filter(|word| !word.trim_start_matches('„').starts_with("--"));
        let rest = flags.collect::<Vec<_>>().join(" ");
        let left = rest.split(|letter: char| !(letter.is_ascii_alphabetic() || letter == '_'));
        let left: Vec<&str> = left.filter(|word| word.len() > 1 && !words.contains(*word)).collect();
        (!left.is_empty()).then(|| format!("{} in: {block}", left.join(", ")))
    })
}

/// A fault of TOML without the words of its parser, which knows no language but English.
fn without_parser_words(block: &str) -> String {
    let Some((before, rest)) = block.split_once("като TOML (") else { return block.to_owned() };
    let after = rest.split_once(") -->").map(|(_, after)| after).unwrap_or_default();
    format!("{before} {after}")
}

/// The texts that files hold: cells, values, lines of TOML, names of the files.
fn known_texts(folder: &Path) -> Vec<String> {
    let mut known = BTreeSet::new();
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    for entry in entries.map(Result::unwrap) {
        let path = entry.path();
        known.insert(path.file_name().unwrap().to_string_lossy().into_owned());
        if path.is_dir() {
            known.extend(known_texts(&path));
            continue;
        }
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for line in text.lines() {
            let clean = line.split_whitespace().collect::<Vec<_>>().join(" ");
            let cells = clean.split([',', ';', '\t', '"', '=', '|', '{', '}', '[', ']', '#']);
            known.extend(cells.map(|cell| cell.trim().to_owned()).filter(|cell| cell.len() > 1));
            let quoted = clean.split('"').map(|part| part.trim().trim_end_matches('.').to_owned());
            known.extend(quoted.filter(|part| part.len() > 3));
            known.insert(clean);
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
        for record in reader.byte_records().filter_map(Result::ok) {
            let cells = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().trim_end_matches('.').to_owned());
            known.extend(cells.filter(|cell| cell.len() > 1));
        }
    }
    known.into_iter().collect()
}

/// A page without its markup, styles and entities.
fn without_tags(text: &str) -> String {
    if !text.starts_with("<!doctype") && !text.starts_with("<!DOCTYPE") {
        return text.replace('\\', "");
    }
    let body = text.split("</style>").last().unwrap_or(text);
    let mut out = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push('\n');
            }
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    out.replace("&#x2f;", "/").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}
