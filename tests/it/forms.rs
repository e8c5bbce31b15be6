//! One table in every form that is read gives one ledger: CSV in several encodings, delimiters and marks, compressed, XLSX
//! and ODS. The files are made by `tests/formats/make.py`.

use super::harness;

const MANIFEST: &str = "[project]\ntitle = \"Formats\"\n[inputs]\nbudget = \"FILE\"\n[[dialect]]\nfiles = \"*\"\n\
    columns = { year = \"Година\", line = \"Показател\", amount = \"Сума\", note = \"Бележка\" }\n";

/// Worked out by hand: the two rows of one line added up, the blank amount kept blank.
const LINES: &str = "\
year,agency,funder,label,line,function,area,phase,currency,source,amount,note,rows
2016,NCCTHB,State budget,labelled,Борба с организираната престъпност,,,executed,BGN,,1233367.50,първа част,2
2016,NCCTHB,State budget,labelled,\"Полиция, обществен ред\",,,executed,BGN,,395118.00,,1
2017,NCCTHB,State budget,labelled,\"Кризисен център \"\"Надежда\"\"\",,,executed,BGN,,0.05,,1
2017,NCCTHB,State budget,labelled,Непубликувана линия,,,executed,BGN,,,няма данни,1
2017,NCCTHB,State budget,labelled,\"Полиция, обществен ред\",,,executed,BGN,,400000.00,,1
";

#[test]
fn every_form_of_a_table_gives_the_same_ledger() {
    let folder = harness::scratch();
    harness::copy(&harness::root().join("tests/formats"), folder.path());
    let ledger_of = |file: &str| {
        std::fs::write(folder.path().join("thb-cost.toml"), MANIFEST.replace("FILE", file)).unwrap();
        let lines = harness::run(folder.path(), &["reduce"]);
        assert_eq!(String::from_utf8_lossy(&lines.stderr), "", "{file}");
        assert_eq!(String::from_utf8_lossy(&lines.stdout), LINES, "{file}");
        harness::run(folder.path(), &["ledger", "--format", "csv"]).stdout
    };
    let canonical = ledger_of("table.csv");
    assert!(!canonical.is_empty());
    let files = ["bom.csv", "windows-1251.csv", "utf-16.csv", "utf-16-without-mark.csv", "bars.csv", "table.csv.gz"];
    for file in files.into_iter().chain(["table.csv.zst", "table.xlsx", "table.ods", "table.xlsx#Плащания"]) {
        assert_eq!(ledger_of(file), canonical, "{file}");
    }
}

#[test]
fn what_reduce_prints_is_an_input_that_gives_the_same_ledger() {
    for project in ["data", "examples/police-2014"] {
        let root = harness::root();
        let ledger = |more: &[&str]| {
            let args = [&["ledger", "--format", "csv", "--quiet", "--project", project], more].concat();
            harness::run(&root, &args).stdout
        };
        let folder = harness::scratch();
        let mut more = Vec::new();
        for input in ["budget", "external", "agencies"] {
            let result = folder.path().join(input).to_string_lossy().into_owned();
            let reduced = harness::run(&root, &["reduce", "--project", project, "--as", input, "-o", &result]);
            if reduced.status.success() {
                more.extend([format!("--{input}"), result]);
            }
        }
        assert!(!more.is_empty());
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        assert_eq!(ledger(&[]), ledger(&more), "{project}");
    }
}
