//! What a format does to names that are awkward in it: text stays text in HTML and LaTeX, and cells of a workbook look
//! alike however long their table is.

use std::collections::BTreeMap;

use super::{harness, packed};

/// A project of one line with an awkward name.
fn project() -> tempfile::TempDir {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"Tom & Ann's <b>review</b>, 50 %\"\n[inputs]\nbudget = \"b.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    let rows = "year,amount,line\n2015,-12.50,\"<script>alert('x')</script> & \\input{a_b} $1 #2 ~^\"\n2015,,Приют\n";
    std::fs::write(folder.path().join("b.csv"), rows).unwrap();
    folder
}

#[test]
fn html_escapes_every_name() {
    let project = project();
    let page = harness::stdout_of(project.path(), &["report", "--year", "2015", "--format", "html"]);
    assert!(page.contains("<h1>Tom &amp; Ann&#x27;s &lt;b&gt;review&lt;&#x2f;b&gt;, 50 %</h1>"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;alert"), "{page}");
    assert!(page.contains("<td class=\"figure\">-12.50</td>"), "{page}");
    assert!(page.contains("<abbr title=\"not known\">–</abbr>"), "{page}");
    assert!(page.contains("Приют"), "{page}");
}

#[test]
fn html_is_in_the_language_asked_for() {
    let args = ["--embedded", "--lang", "bg", "report", "--year", "2017", "--format", "html"];
    let page = harness::stdout_of(&harness::root(), &args);
    assert!(page.contains("<html lang=\"bg\">"), "{page}");
    assert!(page.contains("<h2>Източници</h2>"), "{page}");
    assert!(page.contains("<td class=\"figure\">630\u{a0}021,00</td>"), "{page}");
}

#[test]
fn latex_escapes_every_name() {
    let project = project();
    let text = harness::stdout_of(project.path(), &["report", "--year", "2015", "--format", "latex"]);
    assert!(text.contains("\\section*{Tom \\& Ann's \\textless{}b\\textgreater{}review"), "{text}");
    assert!(
        text.contains("\\textbackslash{}input\\{a\\_b\\} \\$1 \\#2 \\textasciitilde{}\\textasciicircum{}"),
        "{text}"
    );
    assert!(text.contains(" & $-$12.50 \\\\"), "{text}");
    for (open, close) in [("\\begin{longtable}", "\\end{longtable}"), ("\\begin{itemize}", "\\end{itemize}")] {
        assert_eq!(text.matches(open).count(), text.matches(close).count(), "{text}");
        assert!(text.contains(open), "{text}");
    }
}

/// Of the cells of a row that show something, by their columns, how they look.
type Looks = BTreeMap<String, String>;

/// The ledger of a project with so many lines as a workbook: how the cells of rows look, the formats themselves in place
/// of their numbers.
fn looks(lines: usize, rows: &[usize]) -> Vec<Looks> {
    // The last eighth begins as formulas do.
    let name = |line: usize| format!("{}Line {line:05}", if line > lines * 7 / 8 { "=" } else { "0" });
    let budget: String = (1..=lines).map(|line| format!("2016,{line}.50,{}\n", name(line))).collect();
    looks_in(&["ledger"], &budget, rows)
}

/// Those of the first sheet that a command makes of budget lines.
fn looks_in(command: &[&str], budget: &str, rows: &[usize]) -> Vec<Looks> {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"T\"\n[inputs]\nbudget = \"b.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    std::fs::write(folder.path().join("b.csv"), format!("year,amount,line\n{budget}")).unwrap();
    harness::stdout_of(folder.path(), &[command, &["-o", "made.xlsx"]].concat());
    let parts = packed::archive(&std::fs::read(folder.path().join("made.xlsx")).unwrap());
    let part = |name: &str| parts.iter().find(|(of, _)| of == name).map(|(_, xml)| xml.clone()).unwrap();
    let (styles, sheet) = (part("xl/styles.xml"), part("xl/worksheets/sheet1.xml"));
    let attribute = |xml: &str, name: &str| {
        xml.split_once(&format!(" {name}=\"")).map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    let formats: BTreeMap<String, String> = (styles.split("<numFmt ").skip(1))
        .map(|xml| format!(" {xml}"))
        .map(|xml| (attribute(&xml, "numFmtId").unwrap(), attribute(&xml, "formatCode").unwrap()))
        .collect();
    let looks: Vec<String> = (styles.split_once("<cellXfs").unwrap().1.split("</cellXfs>").next().unwrap())
        .split("<xf ")
        .skip(1)
        .map(|xml| {
            let xml = format!(" {xml}").replace("</xf>", "");
            let number = attribute(&xml, "numFmtId").unwrap();
            let code = formats.get(&number).unwrap_or(&number);
            xml.replacen(&format!("numFmtId=\"{number}\""), &format!("code=\"{code}\""), 1)
        })
        .collect();
    let of_row = |row: &usize| -> Looks {
        let cells = sheet.split_once(&format!("<row r=\"{row}\"")).unwrap().1.split("</row>").next().unwrap();
        let cells = cells.split("<c ").skip(1).map(|xml| format!(" {xml}"));
        let shown = cells.filter(|xml| !packed::between(xml, "<v", "</v>").is_empty());
        let look = |xml: &str| attribute(xml, "s").map_or(0, |number| number.parse::<usize>().unwrap());
        shown
            .map(|xml| (attribute(&xml, "r").unwrap().replace(&row.to_string(), ""), looks[look(&xml)].clone()))
            .collect()
    };
    rows.iter().map(of_row).collect()
}

/// A long table gives its columns a format that its cells do not name.
#[test]
fn cells_of_a_long_table_look_as_those_of_a_short_one() {
    let [plain, quoted] = looks(8, &[6, 9]).try_into().unwrap();
    assert!(plain["K"].contains("code=\"#,##0.00\""), "{plain:?}");
    assert_ne!(plain["F"], quoted["F"], "a name that begins as a formula does stands behind a quote");
    let rows = [2, 1500, 2000, 2001, 2002, 2101, 2102, 2401];
    for (row, long) in rows.into_iter().zip(looks(2400, &rows)) {
        assert_eq!(&long, if row <= 2101 { &plain } else { &quoted }, "row {row}");
    }
}

/// What stands under a head comes late, or is made when it is written.
#[test]
fn heads_of_a_long_block_look_as_those_of_a_short_one() {
    const HEADS: usize = 25;
    let heads = |lines: usize, blank: usize| {
        let amount = |line: usize| if line <= blank { String::new() } else { format!("{line}.50") };
        let budget: String = (1..=lines).map(|line| format!("2016,{},Line {line:05}\n", amount(line))).collect();
        looks_in(&["report", "--by", "line"], &budget, &[HEADS]).remove(0)
    };
    let short = heads(3, 1);
    assert!(short["D"].contains("horizontal=\"right\""), "{short:?}");
    assert!(short["C"].contains("horizontal=\"left\""), "{short:?}");
    for (lines, blank) in [(1999, 1998), (2001, 2000), (4100, 4099), (2500, 1)] {
        assert_eq!(heads(lines, blank), short, "{blank} of {lines} blank");
    }
}

/// Rows that are made when they are written stand where the formulas around them look for them.
#[test]
fn formulas_of_a_long_block_refer_to_its_rows() {
    const LINES: usize = 2100;
    const FIRST: usize = 26;
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"T\"\n[inputs]\nbudget = \"b.csv\"\nvictims = \"v.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    let budget: String = (1..=LINES).map(|line| format!("2016,{line}.50,Line {line:05}\n")).collect();
    std::fs::write(folder.path().join("b.csv"), format!("year,amount,line\n{budget}")).unwrap();
    std::fs::write(folder.path().join("v.csv"), "year,measure,count\n2016,identified,2\n").unwrap();
    for currency in [&["--currency", "BGN"][..], &["--currency", "EUR"]] {
        harness::stdout_of(folder.path(), &[&["report", "--by", "line", "-o", "made.xlsx"], currency].concat());
        let parts = packed::archive(&std::fs::read(folder.path().join("made.xlsx")).unwrap());
        let sheet = parts.iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").map(|(_, xml)| xml).unwrap();
        let of_cell = |column: &str, row: usize| {
            let cell = sheet.split_once(&format!("<c r=\"{column}{row}\"")).expect("the cell is there").1;
            let cell = cell.split("</c>").next().unwrap();
            let inside = |tag: &str| {
                let behind = cell.split_once(&format!("<{tag}>")).map_or("", |(_, behind)| behind);
                behind.split_once(&format!("</{tag}>")).map_or("", |(inside, _)| inside).to_owned()
            };
            (inside("f"), inside("v"))
        };
        // Each line is a row of the ledger's sheet, found by the number of its row here.
        for line in [1, 2000, 2001, LINES] {
            let row = FIRST + line - 1;
            let (formula, result) = of_cell("D", row);
            assert!(formula.contains(&format!(",$A{row},")), "{formula}");
            assert_eq!((of_cell("A", row).1, result), (line.to_string(), format!("{line}.5")), "line {line}");
        }
        // Behind them its sum, or the block of what they come to in euro with its own: 2,205,000 leva and 50 for each two.
        let (last, leva) = (FIRST + LINES - 1, "2207100");
        if currency.contains(&"BGN") {
            let (formula, result) = of_cell("D", last + 1);
            assert_eq!((formula.as_str(), result.as_str()), (&*format!("ROUND(SUM(D{FIRST}:D{last}),2)"), leva));
        } else {
            let first_euro = last + 4;
            let (formula, result) = of_cell("D", first_euro + LINES - 1);
            assert!(formula.starts_with(&format!("ROUND(D{last}/")), "{formula}");
            assert_eq!(result, "1073.97", "2100.50 leva at 1.95583");
            let (formula, result) = of_cell("D", first_euro + LINES);
            assert!(formula.contains(&format!("D{FIRST}:D{last}")), "{formula}");
            assert_eq!(result, "1128472.31", "{leva} leva at 1.95583");
        }
    }
}

/// Its rows are set some at a time.
#[test]
fn a_long_table_stands_in_columns_of_one_width_however_late_its_widest_words_come() {
    let folder = harness::scratch();
    let manifest = "[project]\ntitle = \"T\"\n[inputs]\nbudget = \"b.csv\"\n";
    std::fs::write(folder.path().join("thb-cost.toml"), manifest).unwrap();
    let named = |line: u32| match line {
        4400 => "2016,123456789012.50,Line 4400 of a remarkablylongword\n".to_owned(),
        _ => format!("2016,1.50,Line {line:04}\n"),
    };
    let budget: String = (1..=4500).map(named).collect();
    std::fs::write(folder.path().join("b.csv"), format!("year,amount,line\n{budget}")).unwrap();
    let table = harness::stdout_of(folder.path(), &["ledger", "--format", "table"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("Year")).count(), 1, "one head");
    assert_eq!(lines.iter().filter(|line| line.starts_with('─')).count(), 1, "one rule");
    let rows: Vec<&&str> = lines.iter().filter(|line| line.starts_with("2016")).collect();
    assert_eq!(rows.len(), 4500);
    let ends: BTreeMap<usize, &str> = rows.iter().map(|row| (row.chars().count(), **row)).collect();
    assert_eq!(ends.len(), 1, "figures end in one column: {ends:?}");
    assert_eq!(rows.iter().filter(|row| row.ends_with("123,456,789,012.50")).count(), 1, "a figure is never wrapped");
    assert!(table.contains("remarkablylongword"), "words of common length are kept whole");
}
