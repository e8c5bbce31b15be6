//! A table of budget lines, written in a random shape of real files and read back with the dialect of that shape, gives the
//! same budget lines; read back without it, the same or a refusal, never others.

use std::path::Path;

use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};

use crate::harness;

const LINES: [&str; 4] = ["10 Приюти", "20 Обучения, София", "30 Граничен контрол", "40 Наем"];
const AGENCIES: [(&str, &str); 2] = [("Министерство на вътрешните работи", "MoI"), ("Агенция за закрила", "ASA")];
const PHASES: [(&str, &str); 2] = [("закон", "approved"), ("отчет", "executed")];
const YEARS: [u16; 3] = [2014, 2015, 2016];

/// What stands where in the file.
#[derive(Debug, Clone, Copy)]
enum Layout {
    /// A row an amount.
    Rows,
    /// A column a year.
    Years,
    /// A column a phase.
    Phases,
    /// A row an amount, the agency in a row of its own above.
    Sections,
    /// A file a year.
    Files,
}

#[derive(Debug, Clone)]
struct Shape {
    layout: Layout,
    title: bool,
    numbers: bool,
    sums: bool,
    thousands: bool,
    windows: bool,
    joined: bool,
    two_headers: bool,
    footnote: bool,
    pinned: bool,
    delimiter: char,
    marks: (char, &'static str),
    /// Dates in place of years.
    dates: bool,
    /// UTF-16 with its mark.
    wide: bool,
    /// Every cell in quotes.
    quoted: bool,
    /// Blank rows among the others.
    blanks: bool,
    /// A workbook, every cell a text.
    book: bool,
    /// Parts of each row below it.
    parts: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    use Layout::{Files, Phases, Rows, Sections, Years};
    let layout = proptest::sample::select(vec![Rows, Years, Phases, Sections, Files]);
    let marks = vec![(',', " "), (',', "."), ('.', ","), (',', "\u{a0}"), ('.', "")];
    let delimiter = proptest::sample::select(vec![';', '\t', '|']);
    (layout, any::<[bool; 9]>(), any::<[bool; 6]>(), delimiter, proptest::sample::select(marks)).prop_map(
        |(
            layout,
            [title, numbers, sums, thousands, windows, joined, two_headers, footnote, pinned],
            [dates, wide, quoted, blanks, book, parts],
            delimiter,
            marks,
        )| {
            Shape {
                layout,
                title,
                numbers,
                sums,
                thousands,
                windows,
                joined,
                two_headers,
                footnote,
                pinned,
                delimiter,
                marks,
                dates,
                wide,
                quoted,
                blanks,
                book,
                // A section has no row of its own that parts could follow.
                parts: parts && sums && !matches!(layout, Layout::Sections),
            }
        },
    )
}

/// Amounts in stotinki by agency, line, year and phase; `None` is not published.
type Amounts = Vec<Option<i64>>;

fn amount_of(amounts: &Amounts, at: [usize; 4]) -> Option<i64> {
    let [agency, line, year, phase] = at;
    amounts[((agency * LINES.len() + line) * YEARS.len() + year) * PHASES.len() + phase]
}

const ALL: usize = AGENCIES.len() * LINES.len() * YEARS.len() * PHASES.len();

impl Shape {
    /// An amount as the file writes it.
    fn written(&self, amount: Option<i64>) -> String {
        let Some(amount) = amount else { return "-".to_owned() };
        let digits = if self.thousands { 5 } else { 2 };
        let (whole, part) = (amount.abs() / 10_i64.pow(digits), amount.abs() % 10_i64.pow(digits));
        let mut grouped = String::new();
        let whole = whole.to_string();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push_str(self.marks.1);
            }
            grouped.push(digit);
        }
        let sign = if amount < 0 { "-" } else { "" };
        format!("{sign}{grouped}{}{part:0width$}", self.marks.0, width = digits as usize)
    }

    fn line(&self, line: usize) -> Vec<String> {
        match LINES[line].split_once(' ') {
            Some((code, name)) if self.joined => vec![code.to_owned(), name.to_owned()],
            _ => vec![LINES[line].to_owned()],
        }
    }

    /// Names of the columns: those of the line, then the others.
    fn header(&self) -> Vec<String> {
        let line: &[&str] = if self.joined { &["Код", "Име"] } else { &["Име"] };
        let others: &[&str] = match self.layout {
            Layout::Rows => &["Ведомство", "Година", "Вид", "Сума"],
            Layout::Years => &["Ведомство", "Вид", "2014", "2015", "2016"],
            Layout::Phases => &["Ведомство", "Година", "Закон", "Отчет"],
            Layout::Sections => &["Година", "Вид", "Сума"],
            Layout::Files => &["Ведомство", "Вид", "Сума"],
        };
        line.iter().chain(others).map(|name| (*name).to_owned()).collect()
    }

    fn is_amount(name: &str) -> bool {
        ["Сума", "Закон", "Отчет", "2014", "2015", "2016"].contains(&name)
    }

    /// The rows of one file; `years` are those that stand in it.
    fn rows(&self, amounts: &Amounts, years: &[usize]) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for (agency, (name, _)) in AGENCIES.iter().enumerate() {
            if matches!(self.layout, Layout::Sections) {
                let mut section = vec![String::new(); self.header().len()];
                section[0] = (*name).to_owned();
                rows.push(section);
            }
            for line in 0..LINES.len() {
                let cell = |year, phase| self.written(amount_of(amounts, [agency, line, year, phase]));
                let mut row = |others: Vec<String>| rows.push([self.line(line), others].concat());
                let written = |year: usize| match self.dates {
                    true => format!("14.03.{}", YEARS[year]),
                    false => YEARS[year].to_string(),
                };
                let (agency, year) = ((*name).to_owned(), written);
                let phases = PHASES.iter().map(|(word, _)| (*word).to_owned()).enumerate();
                match self.layout {
                    Layout::Years => {
                        for (phase, word) in phases {
                            row(vec![agency.clone(), word, cell(0, phase), cell(1, phase), cell(2, phase)]);
                        }
                    }
                    Layout::Phases => {
                        for at in years {
                            row(vec![agency.clone(), year(*at), cell(*at, 0), cell(*at, 1)]);
                        }
                    }
                    Layout::Rows | Layout::Sections | Layout::Files => {
                        for (at, (phase, word)) in
                            years.iter().flat_map(|at| phases.clone().map(move |phase| (*at, phase)))
                        {
                            row(match self.layout {
                                Layout::Sections => vec![year(at), word, cell(at, phase)],
                                Layout::Files => vec![agency.clone(), word, cell(at, phase)],
                                _ => vec![agency.clone(), year(at), word, cell(at, phase)],
                            });
                        }
                    }
                }
            }
        }
        rows
    }

    /// All rows of one file.
    fn table(&self, amounts: &Amounts, years: &[usize]) -> Vec<Vec<String>> {
        let header = self.header();
        let blank = vec![String::new(); header.len()];
        let mut rows = Vec::new();
        if self.title {
            rows.push([vec!["Отчет на разходите".to_owned()], blank[1..].to_vec()].concat());
            rows.push(blank.clone());
        }
        rows.push(header.clone());
        if self.two_headers {
            let unit =
                |name: &String| if Self::is_amount(name) { "стойност".to_owned() } else { String::new() };
            rows.push(header.iter().map(unit).collect());
        }
        if self.numbers {
            rows.push((1..=header.len()).map(|number| number.to_string()).collect());
        }
        for (place, row) in self.rows(amounts, years).into_iter().enumerate() {
            if self.blanks && place % 5 == 3 {
                rows.push(blank.clone());
            }
            let mut part = row.clone();
            rows.push(row);
            if self.parts && place % 3 == 0 {
                // With the same words but for its name, and an amount that would be seen.
                part[0] = "в т.ч. персонал".to_owned();
                rows.push(part);
            }
        }
        if self.sums {
            let cell = |(place, name): (usize, &String)| match (place, Self::is_amount(name)) {
                (0, _) => "Общо".to_owned(),
                (_, true) => self.written(Some(1_234_567)),
                _ => String::new(),
            };
            rows.push(header.iter().enumerate().map(cell).collect());
        }
        if self.footnote {
            rows.push([vec!["* предварителни данни".to_owned()], blank[1..].to_vec()].concat());
        }
        rows
    }

    fn text(&self, rows: &[Vec<String>]) -> String {
        let delimiter = self.delimiter.to_string();
        let cell = |cell: &String| if self.quoted { format!("\"{cell}\"") } else { cell.clone() };
        let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter) + "\r\n";
        rows.iter().map(line).collect()
    }

    fn ending(&self) -> &'static str {
        if self.book { "xlsx" } else { "csv" }
    }

    fn dialect(&self) -> String {
        let name = |name: &str| if self.two_headers { format!("{name} стойност") } else { name.to_owned() };
        let mut columns: Vec<String> = Vec::new();
        let mut keys = vec![format!("files = \"t-*.{}\"", self.ending()), "blank = \"-\"".to_owned()];
        if self.joined {
            keys.push("join.line = [\"Код\", \"Име\"]".to_owned());
        } else {
            columns.push("line = \"Име\"".to_owned());
        }
        let words: Vec<String> = AGENCIES.iter().map(|(theirs, ours)| format!("\"{theirs}\" = \"{ours}\"")).collect();
        keys.push(format!("values.agency = {{ {} }}", words.join(", ")));
        let first = if self.joined { "Код" } else { "Име" };
        match self.layout {
            Layout::Sections => keys.push(format!(
                "sections = [{{ column = \"{first}\", gives = \"agency\", where = {{ \"{}\" = \"\" }} }}]",
                name("Сума")
            )),
            _ => columns.push("agency = \"Ведомство\"".to_owned()),
        }
        match self.layout {
            Layout::Years => keys.push("years_as_columns = true".to_owned()),
            Layout::Files => keys.push(format!("from_name = \"t-{{year}}.{}\"", self.ending())),
            _ => columns.push("year = \"Година\"".to_owned()),
        }
        match self.layout {
            Layout::Phases => keys.push(format!(
                "amounts = [{{ column = \"{}\", phase = \"approved\" }}, {{ column = \"{}\", phase = \"executed\" }}]",
                name("Закон"),
                name("Отчет")
            )),
            _ => {
                columns.push("phase = \"Вид\"".to_owned());
                keys.push("values.phase = { \"закон\" = \"approved\", \"отчет\" = \"executed\" }".to_owned());
            }
        }
        if !matches!(self.layout, Layout::Years | Layout::Phases) {
            columns.push(format!("amount = \"{}\"", name("Сума")));
        }
        keys.push(format!("columns = {{ {} }}", columns.join(", ")));
        let mut say = |said: bool, key: String| keys.extend(said.then_some(key));
        say(self.two_headers, "header_rows = 2".to_owned());
        say(self.thousands, "unit = 1000".to_owned());
        say(self.sums, "totals = \"exclude\"".to_owned());
        say(self.footnote, "skip_last = 1".to_owned());
        say(self.title && self.pinned, "skip = 2".to_owned());
        say(self.pinned, format!("decimal = \"{}\"", self.marks.0));
        say(self.pinned, format!("group = \"{}\"", self.marks.1));
        say(self.pinned && self.windows && !self.wide && !self.book, "encoding = \"windows-1251\"".to_owned());
        say(self.pinned && self.delimiter != '\t' && !self.book, format!("delimiter = \"{}\"", self.delimiter));
        format!("[[dialect]]\n{}\n", keys.join("\n"))
    }

    /// Writes the project in this shape.
    fn write(&self, folder: &Path, amounts: &Amounts) {
        let ending = self.ending();
        let files: Vec<(String, Vec<usize>)> = match self.layout {
            Layout::Files => (0..YEARS.len()).map(|at| (format!("t-{}.{ending}", YEARS[at]), vec![at])).collect(),
            _ => vec![(format!("t-all.{ending}"), (0..YEARS.len()).collect())],
        };
        for (name, years) in files {
            let rows = self.table(amounts, &years);
            let path = folder.join(name);
            if self.book {
                write_book(&path, &rows);
                continue;
            }
            let text = self.text(&rows);
            let bytes = match (self.wide, self.windows) {
                (true, _) => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
                (false, true) => windows_1251(&text),
                (false, false) => text.into_bytes(),
            };
            std::fs::write(path, bytes).unwrap();
        }
        write_manifest(folder, &format!("t-*.{ending}"), &self.dialect());
    }
}

/// Every cell a text, as portals write workbooks.
fn write_book(path: &Path, rows: &[Vec<String>]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

/// Cyrillic letters and no-break spaces in windows-1251; all other letters here are ASCII.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'А'..='я' => u8::try_from(u32::from(letter) - 0x410 + 0xc0).unwrap(),
        '\u{a0}' => 0xa0,
        letter => u8::try_from(letter).unwrap(),
    };
    text.chars().map(byte).collect()
}

fn write_manifest(folder: &Path, files: &str, more: &str) {
    let text = format!("[project]\ntitle = \"x\"\n[inputs]\nagencies = \"{files}\"\n{more}");
    std::fs::write(folder.join("thb-cost.toml"), text).unwrap();
}

/// The same table as canonical CSV.
fn write_canonical(folder: &Path, amounts: &Amounts) {
    let mut text = "year,amount,line,agency,phase\n".to_owned();
    for (agency, (_, code)) in AGENCIES.iter().enumerate() {
        for (line, name) in LINES.iter().enumerate() {
            for (year, number) in YEARS.iter().enumerate() {
                for (phase, (_, word)) in PHASES.iter().enumerate() {
                    let amount = amount_of(amounts, [agency, line, year, phase]).map_or_else(String::new, |amount| {
                        let sign = if amount < 0 { "-" } else { "" };
                        format!("{sign}{}.{:02}", amount.abs() / 100, amount.abs() % 100)
                    });
                    text += &format!("{number},{amount},\"{name}\",{code},{word}\n");
                }
            }
        }
    }
    std::fs::write(folder.join("canonical.csv"), text).unwrap();
    write_manifest(folder, "canonical.csv", "");
}

proptest! {
    #![proptest_config(harness::random(64))]

    #[test]
    fn a_table_in_any_shape_is_read_back_as_it_was(
        shape in shape(),
        amounts in proptest::collection::vec(proptest::option::weighted(0.9, -5_000_000_i64..5_000_000_000), ALL),
    ) {
        let (canonical, shaped) = (harness::scratch(), harness::scratch());
        write_canonical(canonical.path(), &amounts);
        shape.write(shaped.path(), &amounts);
        let expected = harness::run(canonical.path(), &["reduce", "--as", "agencies"]);
        assert!(expected.status.success(), "{}", String::from_utf8_lossy(&expected.stderr));
        let read = harness::run(shaped.path(), &["reduce", "--as", "agencies"]);
        prop_assert_eq!(
            String::from_utf8_lossy(&read.stdout),
            String::from_utf8_lossy(&expected.stdout),
            "{}\n{}",
            shape.dialect(),
            String::from_utf8_lossy(&read.stderr)
        );
        // Without the dialect: the same or nothing.
        write_manifest(shaped.path(), &format!("t-*.{}", shape.ending()), "");
        let alone = harness::run(shaped.path(), &["reduce", "--as", "agencies"]);
        if alone.status.success() {
            prop_assert_eq!(String::from_utf8_lossy(&alone.stdout), String::from_utf8_lossy(&expected.stdout));
        } else {
            prop_assert_eq!(alone.stdout.len(), 0);
        }
    }
}
