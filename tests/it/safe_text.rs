//! Text of data is text, in every format: it moves no cursor, turns no figures round, runs nothing in a page, a LaTeX run or a
//! spreadsheet.

use thb_cost::render::FORMATS;

use crate::harness;

/// Ends a title of a terminal, turns what follows round, and is a link of a spreadsheet.
const AGENCY: &str = "=HYPERLINK(A1) \u{1b}]0;owned\u{7} \u{202e}987";
/// Means something to a page, to Markdown and to LaTeX.
const LINE: &str = "<script>alert(1)</script> \\input{secret} $x$ & 50% #1 _a_ |b|";

#[test]
fn text_of_data_is_text_in_every_format() {
    let folder = harness::scratch();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let rows = format!("year,amount,line,agency,label\n2016,987.65,{},{},labelled\n", quoted(LINE), quoted(AGENCY));
    std::fs::write(folder.path().join("a.csv"), rows).unwrap();
    let manifest = "[project]\ntitle = \"<b>T</b>\"\n[inputs]\nagencies = \"a.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    for command in [&["report", "--by", "agency"][..], &["report", "--by", "line"], &["ledger"], &["outturn"]] {
        for format in FORMATS.iter().map(|format| format.name()) {
            let asked = [command, &["-q", "--csv-safe", "--format", format, "-o", "out"]].concat();
            let output = harness::run(folder.path(), &asked);
            assert!(output.status.success(), "{asked:?}: {}", String::from_utf8_lossy(&output.stderr));
            let bytes = std::fs::read(folder.path().join("out")).unwrap();
            harmless(&harness::text_of(bytes), format, &asked);
        }
    }
    // A page with a script of its own, pictures and slides.
    for asked in [&["review", "-q", "--by", "agency", "-o", "pack"][..], &["chart", "agencies", "-q", "-o", "out.svg"]]
    {
        assert!(harness::run(folder.path(), asked).status.success(), "{asked:?}");
    }
    for file in
        ["out.svg", "pack/report.html", "pack/slides.pptx", "pack/report.docx", "pack/workbook.xlsx", "pack/report.md"]
    {
        let format = file.rsplit('.').next().unwrap();
        harmless(&harness::text_of(std::fs::read(folder.path().join(file)).unwrap()), format, &[file]);
    }
}

fn harmless(text: &str, format: &str, asked: &[&str]) {
    let is_mark = |letter: &char| {
        letter.is_control() && !"\n\r\t".contains(*letter) || ('\u{202a}'..='\u{202e}').contains(letter)
    };
    if format != "csv" {
        assert_eq!(text.chars().find(is_mark), None, "{format} {asked:?}");
    }
    if !["csv", "json", "table"].contains(&format) {
        assert!(!text.contains("<script>alert"), "{format} {asked:?}");
    }
    if format == "latex" {
        assert!(!text.contains("\\input{") && !text.contains("$x$"), "{asked:?}");
    }
    if format == "csv" {
        assert!(
            !text.lines().any(|line| line.split(',').any(|cell| cell.trim_matches('"').starts_with('='))),
            "{asked:?}"
        );
    }
}
