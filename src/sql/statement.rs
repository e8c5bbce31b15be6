//! The statement itself: cells cleaned, rows chosen, texts made, texts checked, rows added up.

use super::amount::amount;
use super::cells::{any, cleaned, is_there, made, name};
use super::labels::{Said, said};
use super::year::year;
use super::{Engine, From, Key, Layout, Source, Step, Sums, Words};

/// The reduction as one statement of an engine; `None` where it cannot read a file of it.
#[must_use]
pub fn statement(step: &Step, engine: &dyn Engine) -> Option<String> {
    let column = |name: &str| engine.identifier(name);
    let first = step.sources.first()?;
    // A column that one of the files has is one of all of them.
    let has = Has {
        note: step.sources.iter().any(|source| source.note.is_some()),
        rows: step.sources.iter().any(|source| source.rows.is_some()),
    };
    let (mut parts, mut checked) = (Vec::new(), Vec::new());
    for (number, source) in (1..).zip(&step.sources) {
        let suffix = if step.sources.len() > 1 { format!("_{number}") } else { String::new() };
        let writer = Writer { source, engine, words: &step.words };
        parts.push(format!("cells{suffix} AS (\n{})", writer.cells()?));
        for (index, layout) in (1..).zip(&source.layouts) {
            let rows = match source.layouts.len() {
                1 => format!("rows{suffix}"),
                _ => format!("rows{suffix}_{index}"),
            };
            parts.push(format!("{rows} AS (\n{})", writer.rows(layout, &format!("cells{suffix}"))));
            checked.push(format!("{}  FROM {rows}\n", writer.checked(layout, has)));
        }
    }
    let note = match has.note {
        false => engine.literal(""),
        true => format!("COALESCE(MIN(NULLIF({}, '')), '')", engine.ordered(&column("note"))),
    };
    let count = match has.rows {
        false => "COUNT(*)".to_owned(),
        true => format!("CAST(SUM({}) AS BIGINT)", column("rows")),
    };
    let keys: Vec<String> = first.keys.iter().map(|key| column(&key.name)).collect();
    let order: Vec<String> = keys.iter().map(|key| engine.ordered(key)).collect();
    let digits = first.amounts.digits;
    let mut says: Vec<&String> = step.sources.iter().flat_map(|source| &source.says).collect();
    says.dedup();
    let says: String = says.iter().map(|line| format!("-- {}\n", line.replace('\n', " "))).collect();
    let remark = engine.remark().map(|remark| format!("-- {remark}\n")).unwrap_or_default();
    Some(format!(
        "-- Money rows of \"{input}\" reduced to budget lines, for {engine_name}.\n\
         -- Every cell is checked; one that cannot be used stops the statement with its text.\n\
         -- The result, as CSV with its header, is an input of thb-cost: --{input} RESULT.csv\n\
         {remark}{says}\
         WITH {parts},\n\
         checked AS (\n{checked})\n\
         SELECT\n  {keys},\n  CAST(SUM({amount}) AS DECIMAL(38, {digits})) AS {amount},\n  {note} AS {note_name},\n  {count} AS {rows}\n\
         FROM checked\nGROUP BY {grouped}, {amount} IS NULL\nORDER BY {order}, {amount} IS NULL\n",
        input = step.input,
        engine_name = engine.name(),
        parts = parts.join(",\n"),
        checked = checked.join("  UNION ALL\n"),
        keys = keys.join(", "),
        grouped = keys.join(", "),
        order = order.join(", "),
        amount = column("amount"),
        note_name = column("note"),
        rows = column("rows"),
    ))
}

/// Which columns that need not be there are.
#[derive(Clone, Copy)]
struct Has {
    note: bool,
    rows: bool,
}

/// Writes the parts of one source.
struct Writer<'w> {
    source: &'w Source,
    engine: &'w dyn Engine,
    words: &'w Words,
}

impl Writer<'_> {
    /// The cells that are looked at, cleaned, of rows that are not blank.
    fn cells(&self) -> Option<String> {
        let engine = self.engine;
        let (from, names) = match &self.source.from {
            From::Table(table, names) => {
                let table = table.split('.').map(|name| engine.identifier(name)).collect::<Vec<_>>().join(".");
                (table, names)
            }
            From::File(file) => (engine.file(file)?, &file.names),
        };
        let text = |cell: usize| {
            let column = names.get(cell).map(|name| engine.identifier(name)).unwrap_or_default();
            engine.text(&column)
        };
        let cell = |cell: &usize| format!("{} AS {}", cleaned(&text(*cell), engine), name(*cell, engine));
        let cells: Vec<String> = self.used().iter().map(cell).collect();
        let all: Vec<String> = (0..names.len()).map(text).collect();
        let any = engine.replaced(&format!("({})", all.join(" || ")), "[ \\t\\r\\n]+", "");
        Some(format!("  SELECT\n    {}\n  FROM {from}\n  WHERE {any} <> ''\n", cells.join(",\n    ")))
    }

    /// Every cell that something looks at, once.
    fn used(&self) -> Vec<usize> {
        let source = self.source;
        let of_keys = source.keys.iter().filter_map(|key| key.made.as_ref());
        let made = of_keys.chain(source.layouts.iter().map(|layout| &layout.amount)).chain(&source.note);
        let tests = source.rows_taken.keep.iter().chain(&source.rows_taken.except).flatten();
        let mut used: Vec<usize> = made.chain(&source.rows).flat_map(|made| made.cells.iter().copied()).collect();
        used.extend(tests.map(|(cell, _)| *cell));
        used.extend(&source.rows_taken.labels);
        used.sort_unstable();
        used.dedup();
        used
    }

    /// The texts of the rows that are taken.
    fn rows(&self, layout: &Layout, cells: &str) -> String {
        let (source, engine) = (self.source, self.engine);
        let rows = &source.rows_taken;
        let column = |text: String, name: &str| format!("{text} AS {}", engine.identifier(name));
        let mut columns: Vec<String> = Vec::new();
        let said = said(rows, self.words, engine);
        for key in source.keys.iter().filter(|key| !is_said(layout, &key.name)) {
            columns.extend(key.made.as_ref().map(|of| column(made(of, rows, engine), &key.name)));
        }
        columns.push(column(made(&layout.amount, rows, engine), "amount"));
        columns.extend(source.note.as_ref().map(|of| column(made(of, rows, engine), "note")));
        columns.extend(source.rows.as_ref().map(|of| column(made(of, rows, engine), "rows")));
        if let Some(Said { itself, followed }) = &said {
            let stops = match rows.sums {
                Sums::Stop => format!("({itself} OR {followed})"),
                Sums::LeaveOut | Sums::Count => followed.clone(),
            };
            let label = rows.labels.iter().map(|cell| name(*cell, engine)).collect::<Vec<_>>().join(" || ' ' || ");
            columns.push(column(format!("CASE WHEN {stops} THEN {label} ELSE '' END"), "is_sum"));
        }
        let made = source.keys.iter().filter_map(|key| key.made.as_ref()).chain([&layout.amount]);
        let mut taken: Vec<String> = made.filter_map(|of| is_there(of, rows, engine)).collect();
        taken.extend((!rows.except.is_empty()).then(|| format!("NOT {}", any(&rows.except, engine))));
        taken.extend((!rows.keep.is_empty()).then(|| any(&rows.keep, engine)));
        if let (Some(Said { itself, followed }), Sums::LeaveOut) = (&said, rows.sums) {
            // What parts follow is not left out here: it stops the statement, since only its order says which they are.
            taken.push(format!("NOT ({itself} AND NOT {followed})"));
        }
        let taken = if taken.is_empty() { String::new() } else { format!("  WHERE {}\n", taken.join("\n    AND ")) };
        format!("  SELECT\n    {}\n  FROM {cells}\n{taken}", columns.join(",\n    "))
    }

    /// The texts checked.
    fn checked(&self, layout: &Layout, has: Has) -> String {
        let (source, engine) = (self.source, self.engine);
        let column = |text: String, name: &str| format!("{text} AS {}", engine.identifier(name));
        let mut columns: Vec<String> = Vec::new();
        for key in &source.keys {
            let said = layout.says.iter().find(|(name, _)| *name == key.name).map(|(_, text)| text.as_str());
            let text = match (said, &key.made) {
                (Some(""), _) | (None, None) => match &key.default {
                    Some(default) => engine.literal(default),
                    None => stop("blank column ", &engine.literal(&key.name), engine),
                },
                (Some(text), _) => engine.literal(text),
                (None, Some(_)) => self.check(key),
            };
            let text = match (key.name.as_str(), self.stops_at_sums()) {
                ("line", true) => {
                    let is_sum = engine.identifier("is_sum");
                    let stop = stop("a row says that it is a sum, a part or followed by its parts: ", &is_sum, engine);
                    format!("CASE WHEN {is_sum} <> '' THEN {stop} ELSE {text} END")
                }
                _ => text,
            };
            columns.push(column(text, &key.name));
        }
        let amount_name = engine.identifier("amount");
        let bad = stop("bad amount: ", &amount_name, engine);
        columns.push(column(amount(&amount_name, &source.amounts, layout, &bad, engine), "amount"));
        match &source.note {
            Some(_) => columns.push(engine.identifier("note")),
            None if has.note => columns.push(column(engine.literal(""), "note")),
            None => {}
        }
        match &source.rows {
            Some(_) => columns.push(rows(engine)),
            None if has.rows => columns.push(column("CAST(1 AS BIGINT)".to_owned(), "rows")),
            None => {}
        }
        format!("  SELECT\n    {}\n", columns.join(",\n    "))
    }

    fn stops_at_sums(&self) -> bool {
        said(&self.source.rows_taken, self.words, self.engine).is_some()
    }

    /// A key that is what it must be, or its default.
    fn check(&self, key: &Key) -> String {
        let engine = self.engine;
        let name = engine.identifier(&key.name);
        let blank = match &key.default {
            Some(default) => engine.literal(default),
            None => stop(&format!("blank cell in column {}", key.name), &name, engine),
        };
        let stop = stop(&format!("bad {}: ", key.name), &name, engine);
        if key.name == "year" {
            return format!(
                "CASE WHEN {name} = '' THEN {blank} ELSE {} END",
                year(&name, &self.source.year, &stop, engine)
            );
        }
        match &key.pattern {
            Some(pattern) => {
                let good = engine.matches(&name, pattern);
                format!("CASE WHEN {name} = '' THEN {blank} WHEN {good} THEN {name} ELSE {stop} END")
            }
            None if key.default.as_deref() == Some("") => name,
            None => format!("CASE WHEN {name} = '' THEN {blank} ELSE {name} END"),
        }
    }
}

fn is_said(layout: &Layout, column: &str) -> bool {
    layout.says.iter().any(|(name, _)| name == column)
}

/// How many rows a row stands for; blank means one.
fn rows(engine: &dyn Engine) -> String {
    let rows = engine.identifier("rows");
    let stop = stop("bad number of rows: ", &rows, engine);
    let good = engine.matches(&rows, "[0-9]{1,15}");
    let whole = format!("CAST({rows} AS BIGINT)");
    format!(
        "CASE WHEN {rows} = '' THEN 1 WHEN {good} AND {whole_check} THEN {whole} ELSE CAST({stop} AS BIGINT) END AS {rows}",
        whole_check = engine.matches(&rows, "0*[1-9][0-9]*"),
    )
}

fn stop(words: &str, text: &str, engine: &dyn Engine) -> String {
    engine.stop(&format!("{} || {text}", engine.literal(words)))
}

#[cfg(test)]
mod tests {
    use super::statement;
    use crate::sql::{
        Amounts, ENGINES, File, From, Key, Layout, Made, Rows, Source, Step, Words, YearText, engine_named,
    };

    const WORDS: Words = Words {
        sums: &["total"],
        behind: &["total"],
        before: &["grand "],
        parts: &["of which"],
        wholes: &["of which"],
    };

    fn cell(at: usize) -> Made {
        Made { cells: vec![at], ..Made::default() }
    }

    fn source(from: From, note: bool) -> Source {
        Source {
            from,
            rows_taken: Rows::default(),
            keys: vec![Key { name: "line".to_owned(), made: Some(cell(0)), default: None, pattern: None }],
            year: YearText::Plain,
            amounts: Amounts { decimal: ',', is_said: true, groups: vec![' '], digits: 2 },
            layouts: vec![Layout { amount: cell(1), says: Vec::new(), power: 0, factor: 1, round: false }],
            note: note.then(|| cell(2)),
            rows: None,
            says: Vec::new(),
        }
    }

    fn names() -> Vec<String> {
        ["The \"line\", it's `here`", "Сума", "x"].map(str::to_owned).to_vec()
    }

    fn file(path: &str) -> From {
        From::File(File { path: path.to_owned(), delimiter: ',', skip: 1, names: names(), fills: false })
    }

    #[test]
    fn names_are_quoted_as_each_engine_has_it() {
        for (engine, name) in [
            ("duckdb", "\"The \"\"line\"\", it's `here`\""),
            ("postgres", "\"The \"\"line\"\", it's `here`\""),
            ("trino", "\"The \"\"line\"\", it's `here`\""),
            ("spark", "`The \"line\", it's ``here```"),
        ] {
            let table = source(From::Table("treasury.payments".to_owned(), names()), false);
            let step = Step { input: "agencies", words: WORDS, sources: vec![table] };
            let text = statement(&step, engine_named(engine).unwrap()).unwrap();
            assert!(text.contains(name), "{engine}: {text}");
        }
    }

    #[test]
    fn an_engine_without_files_needs_a_table() {
        let step = Step { input: "agencies", words: WORDS, sources: vec![source(file("a.csv"), false)] };
        let can: Vec<&str> =
            ENGINES.iter().filter(|engine| statement(&step, **engine).is_some()).map(|engine| engine.name()).collect();
        assert_eq!(can, ["duckdb"]);
    }

    #[test]
    fn a_statement_reads_all_files_of_an_input() {
        let sources = vec![source(file("a.csv"), true), source(file("b.csv"), false)];
        let step = Step { input: "agencies", words: WORDS, sources };
        let text = statement(&step, engine_named("duckdb").unwrap()).unwrap();
        for piece in ["'a.csv'", "'b.csv'", "FROM rows_1\n  UNION ALL\n", "FROM rows_2\n", "'' AS \"note\""] {
            assert!(text.contains(piece), "{piece} in {text}");
        }
    }
}
