//! Where a file is cut into parts never shows: quoted line breaks, Windows' line ends, totals that are left out, faults and a
//! last row without its line end give the same lines, sums and diagnostics however the file is cut. Nor does it show
//! whether cells are in quotes: most rows without are added without a second look.

use std::sync::Arc;

use proptest::prelude::*;
use thb_cost::diagnostics::{Diagnostic, Diagnostics};
use thb_cost::domain::{BudgetLine, Currency};
use thb_cost::ingest::{Dialect, InputFile, InputName, Reader, Reduction};

/// Rows that end a file, each without its line end; a few of them are faulty.
const ROWS: &[&str] = &[
    "2017,12.50,Shelter,",
    "2016,\"3.00\",\"Campaign, with\nits\"\" print\",a note",
    "2016,-4.00,\"Line\r\nof Windows\",",
    "2016,,Shelter,",
    "2015,7.25,Пропуск,бележка",
    "2015,100.00,Общо,",
    "2014,50.00,Total,",
    "",
    "20x6,1.00,Shelter,",
    "2016,1.2.3,Shelter,",
    "2016,1.00,Shelter",
    "2016,1.00,\"Shel\"ter,",
    "2016,1.00,5\" pipe,",
];

proptest! {
    #![proptest_config(super::harness::random(400))]

    #[test]
    fn cuts_never_show(
        rows in prop::collection::vec(0..ROWS.len(), 1..400),
        windows in any::<bool>(),
        ends in any::<bool>(),
        totals in prop::sample::select(vec!["", "totals = \"exclude\"\n", "totals = \"count\"\n"]),
        sizes in prop::collection::vec(1_usize..3_000, 3),
    ) {
        let line_end = if windows { "\r\n" } else { "\n" };
        let mut text = format!("\u{feff}Ministry\n\nyear,amount,line,note{line_end}");
        text.push_str(&rows.iter().map(|row| ROWS[*row]).collect::<Vec<_>>().join(line_end));
        if ends {
            text.push_str(line_end);
        }
        let whole = read(&text, totals, 1 << 20);
        for size in sizes {
            prop_assert_eq!(&read(&text, totals, size), &whole, "in blocks of {}", size);
        }
    }
}

/// Amounts of every form, most of them plain and some of them at the edge of that.
fn amount() -> impl Strategy<Value = String> {
    let odd = ["", " 7.50", "7.50 ", "1 200,00", "5 EUR", "(3.00)", "1e3", "-", "\u{2212}4.00", "5%", "0", "n/a"];
    prop_oneof![
        6 => "-?[0-9]{1,9}(\\.[0-9]{2})?",
        2 => Just(String::new()),
        2 => "-?[0-9]{0,18}(\\.[0-9]{0,4})?",
        1 => "[-+.,:/ 0-9]{0,12}",
        1 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
    ]
}

/// What a dialect may do to rows.
const DIALECTS: &[&str] = &[
    "",
    "columns.year = \"year\"",
    "where = [{ kind = [\"a\", \"b*\"] }]",
    "except = [{ line = \"shel*\", kind = \"b\" }]",
    "where = { amount = \"*5*\" }",
    "where = { year = \"2014\" }",
    "values.line = { \"Shelter\" = \"Home\", \"Приют\" = \"Home\" }",
    "join.line = [\"line\", \"kind\"]\nblank = [\"n/a\", \"b\"]",
    "blank = [\"0\", \"n/a\"]",
    "missing.area = \"none\"\ncolumns.area = \"kind\"",
    "missing.line = \"leave out\"\ncolumns.line = \"kind\"",
    "missing.note = \"leave out\"",
    "missing.note = \"aa\"\nwhere = [{ kind = [\"a\", \"b\"] }]",
    "join.note = [\"note\", \"kind\"]",
    "values.note = { \"b\" = \"c\", \"a\" = \"\" }",
    "missing.amount = \"leave out\"",
    "missing.amount = \"7\"",
    "missing.line = \"above\"\ncolumns.line = \"kind\"",
    "unit = 1000",
    "decimal = \",\"\nwhere = [{ kind = \"a\" }]",
    "totals = \"count\"\nvalues.line = { \"Общо\" = \"All\" }",
    "totals = \"exclude\"\nwhere = [{ kind = [\"a\", \"b\"] }]",
    "amounts = [{ column = \"amount\", phase = \"executed\" }, { column = \"plan\", phase = \"approved\" }]",
    "amounts = [{ column = \"amount\", phase = \"executed\" }, { column = \"plan\", phase = \"approved\" }]\n\
     missing.amount = \"leave out\"\nexcept = [{ kind = \"b\" }]\nblank = [\"n/a\"]",
];

proptest! {
    #![proptest_config(super::harness::random(600))]

    #[test]
    fn quotes_never_show(
        rows in prop::collection::vec((0..5_usize, amount(), amount(), 0..5_usize, 0..4_usize, 0..9_usize), 1..80),
        dialect in prop::sample::select(DIALECTS),
        windows in any::<bool>(),
        ends in any::<bool>(),
    ) {
        let line_end = if windows { "\r\n" } else { "\n" };
        let text = |quote: &str| {
            let cells = |cells: [&str; 6]| cells.map(|cell| format!("{quote}{cell}{quote}")).join(";");
            let mut lines = vec![cells(["year", "kind", "line", "amount", "plan", "note"])];
            lines.extend(rows.iter().map(|(year, amount, plan, line, kind, note)| {
                let one_of = |texts: &[&'static str], at: usize| texts.get(at).copied().unwrap_or_default();
                let (year, line) = (one_of(&["2014", "2015", "", ""], *year), one_of(&["Shelter", "Приют", "Общо"], *line));
                cells([year, one_of(&["a", "b", "n/a"], *kind), line, amount, plan, one_of(&["b", "a"], *note)])
            }));
            lines.join(line_end) + if ends { line_end } else { "" }
        };
        let told = |quote| {
            let (lines, diagnostics, _) = read(&text(quote), &format!("delimiter = \";\"\n{dialect}\n"), 1 << 20);
            let told = diagnostics.into_iter().map(|told| Diagnostic { excerpt: None, ..told });
            (lines, told.collect::<Vec<_>>())
        };
        prop_assert_eq!(told(""), told("\""), "{}", text(""));
    }
}

/// The lines, what is wrong, and the rows of sums that were left out.
fn read(text: &str, totals: &str, block: usize) -> (Vec<Arc<BudgetLine>>, Vec<Diagnostic>, String) {
    let file = InputFile::in_memory("budget.csv", text.as_bytes().to_vec().into());
    let mut diagnostics = Diagnostics::default();
    let dialect =
        Dialect::of_text(&format!("files = \"budget.csv\"\n{totals}"), "budget.csv", &[], &mut diagnostics).unwrap();
    let mut reader = Reader { block: Some(block), dialects: vec![dialect.into()], ..Reader::default() };
    let mut reduction = Reduction::default();
    reduction.read(&file, InputName::Budget, Currency::BGN, &mut reader, &mut diagnostics);
    let sums = format!("{:?}", reduction.sums);
    (reduction.finish(), diagnostics.iter().cloned().collect(), sums)
}
