//! Where a file is cut into parts never shows: quoted line breaks, Windows' line ends, totals that are left out, faults and a
//! last row without its line end give the same lines and the same diagnostics however the file is cut. Nor does it show
//! whether cells are in quotes: most rows without are added without a second look.

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
    prop_oneof![
        6 => "-?[0-9]{1,9}(\\.[0-9]{2})?",
        2 => "-?[0-9]{0,18}(\\.[0-9]{0,4})?",
        1 => "[-+.,:/ 0-9]{0,12}",
        1 => prop::sample::select(vec!["", " 7.50", "7.50 ", "1 200,00", "5 EUR", "(3.00)", "1e3", "-", "\u{2212}4.00", "5%"])
            .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(super::harness::random(400))]

    #[test]
    fn quotes_never_show(
        rows in prop::collection::vec((0..3_u16, amount(), 0..4_usize, 0..3_usize), 1..60),
        windows in any::<bool>(),
        ends in any::<bool>(),
    ) {
        let line_end = if windows { "\r\n" } else { "\n" };
        let text = |quote: &str| {
            let cells = |cells: [&str; 4]| cells.map(|cell| format!("{quote}{cell}{quote}")).join(";");
            let mut lines = vec![cells(["year", "line", "amount", "note"])];
            lines.extend(rows.iter().map(|(year, amount, line, note)| {
                let (line, note) = (["Shelter", "Campaign", "Приют", "Общо"][*line], ["", "b", "a"][*note]);
                cells([&(2014 + year).to_string(), line, amount, note])
            }));
            lines.join(line_end) + if ends { line_end } else { "" }
        };
        let told = |quote| {
            let (lines, diagnostics) = read(&text(quote), "delimiter = \";\"\n", 1 << 20);
            let told = diagnostics.into_iter().map(|told| Diagnostic { excerpt: None, ..told });
            (lines, told.collect::<Vec<_>>())
        };
        prop_assert_eq!(told(""), told("\""), "{}", text(""));
    }
}

fn read(text: &str, totals: &str, block: usize) -> (Vec<BudgetLine>, Vec<Diagnostic>) {
    let file = InputFile::in_memory("budget.csv", text.as_bytes().to_vec().into());
    let mut diagnostics = Diagnostics::default();
    let dialect =
        Dialect::of_text(&format!("files = \"budget.csv\"\n{totals}"), "budget.csv", &[], &mut diagnostics).unwrap();
    let mut reader = Reader { block: Some(block), dialects: vec![dialect.into()], ..Reader::default() };
    let mut reduction = Reduction::default();
    reduction.read(&file, InputName::Budget, Currency::BGN, &mut reader, &mut diagnostics);
    (reduction.finish(), diagnostics.iter().cloned().collect())
}
