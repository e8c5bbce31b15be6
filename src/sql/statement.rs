//! The statement itself: cells cleaned, cells checked, rows added up.

use super::{Amounts, Cell, Engine, From, Key, Source, Step};
use crate::domain::INVISIBLE;

/// Digits before the mark that an amount may have.
const WHOLE_DIGITS: u32 = 18;

/// The reduction as one statement of an engine; `None` where it cannot read a file of it.
#[must_use]
pub fn statement(step: &Step, engine: &dyn Engine) -> Option<String> {
    let name = |name: &str| engine.identifier(name);
    let first = step.sources.first()?;
    // A column that one of the files has is one of all of them.
    let has = Has {
        note: step.sources.iter().any(|source| source.note.is_some()),
        rows: step.sources.iter().any(|source| source.rows.is_some()),
    };
    let (mut cells, mut checked) = (Vec::new(), Vec::new());
    for (number, source) in (1..).zip(&step.sources) {
        let of_source = match step.sources.as_slice() {
            [_] => "cells".to_owned(),
            _ => format!("cells_{number}"),
        };
        let columns = columns(source, has, engine);
        let from = match &source.from {
            From::Table(table) => table.split('.').map(name).collect::<Vec<_>>().join("."),
            From::File(file) => engine.file(file)?,
        };
        cells.push(format!("{of_source} AS (\n  SELECT\n    {}\n  FROM {from}\n)", columns.cells.join(",\n    ")));
        checked.push(format!("  SELECT\n    {}\n  FROM {of_source}\n", columns.checked.join(",\n    ")));
    }
    let note = match has.note {
        false => engine.literal(""),
        true => format!("COALESCE(MIN(NULLIF({}, '')), '')", engine.ordered(&name("note"))),
    };
    let count = match has.rows {
        false => "COUNT(*)".to_owned(),
        true => format!("CAST(SUM({}) AS BIGINT)", name("rows")),
    };
    let keys: Vec<String> = first.keys.iter().map(|key| name(&key.name)).collect();
    let order: Vec<String> = keys.iter().map(|key| engine.ordered(key)).collect();
    let digits = first.amounts.digits;
    let remark = engine.remark().map(|remark| format!("-- {remark}\n")).unwrap_or_default();
    Some(format!(
        "-- Money rows of \"{input}\" reduced to budget lines, for {engine_name}.\n\
         -- Every cell is checked; one that cannot be used stops the statement with its text.\n\
         -- The result, as CSV with its header, is an input of thb-cost: --{input} RESULT.csv\n\
         {remark}\
         WITH {cells},\n\
         checked AS (\n{checked})\n\
         SELECT\n  {keys},\n  CAST(SUM({amount}) AS DECIMAL(38, {digits})) AS {amount},\n  {note} AS {note_name},\n  {count} AS {rows}\n\
         FROM checked\nGROUP BY {grouped}, {amount} IS NULL\nORDER BY {order}, {amount} IS NULL\n",
        input = step.input,
        engine_name = engine.name(),
        cells = cells.join(",\n"),
        checked = checked.join("  UNION ALL\n"),
        keys = keys.join(", "),
        grouped = keys.join(", "),
        order = order.join(", "),
        amount = name("amount"),
        note_name = name("note"),
        rows = name("rows"),
    ))
}

/// Which columns that need not be there are.
#[derive(Clone, Copy)]
struct Has {
    note: bool,
    rows: bool,
}

/// The columns of one source: its cells cleaned, and cleaned cells checked.
struct Columns {
    cells: Vec<String>,
    checked: Vec<String>,
}

fn columns(source: &Source, has: Has, engine: &dyn Engine) -> Columns {
    let name = |name: &str| engine.identifier(name);
    let clean = |cell: &Cell| match cell {
        Cell::Column(column) => cleaned(&engine.text(&name(column)), engine),
        Cell::Constant(text) => engine.literal(text),
    };
    let mut columns = Columns { cells: Vec::new(), checked: Vec::new() };
    for key in &source.keys {
        let checked_text = match &key.cell {
            Some(cell) => {
                columns.cells.push(format!("{} AS {}", clean(cell), name(&key.name)));
                check(key, engine)
            }
            None => engine.literal(key.default.as_deref().unwrap_or_default()),
        };
        columns.checked.push(format!("{checked_text} AS {}", name(&key.name)));
    }
    let amounts = cleaned(&engine.text(&name(&source.amounts.column)), engine);
    columns.cells.push(format!("{amounts} AS {}", name("amount")));
    columns.checked.push(format!("{} AS {}", amount(&source.amounts, engine), name("amount")));
    match &source.note {
        Some(column) => {
            columns.cells.push(format!("{} AS {}", cleaned(&engine.text(&name(column)), engine), name("note")));
            columns.checked.push(name("note"));
        }
        None if has.note => columns.checked.push(format!("{} AS {}", engine.literal(""), name("note"))),
        None => {}
    }
    match &source.rows {
        Some(column) => {
            columns.cells.push(format!("{} AS {}", cleaned(&engine.text(&name(column)), engine), name("rows")));
            columns.checked.push(rows(engine));
        }
        None if has.rows => columns.checked.push(format!("CAST(1 AS BIGINT) AS {}", name("rows"))),
        None => {}
    }
    columns
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

/// Text as it is compared: trimmed, white space collapsed, NFC.
fn cleaned(text: &str, engine: &dyn Engine) -> String {
    let letters = INVISIBLE.map(|(first, last)| match first == last {
        true => engine.letter(first),
        false => format!("{}-{}", engine.letter(first), engine.letter(last)),
    });
    let visible = engine.replaced(text, &format!("[{}]", letters.concat()), "");
    engine.normal(&format!("TRIM({})", engine.replaced(&visible, engine.white_space(), " ")))
}

fn stop(words: &str, text: &str, engine: &dyn Engine) -> String {
    engine.stop(&format!("{} || {text}", engine.literal(words)))
}

/// A key that is what it must be, or its default.
fn check(key: &Key, engine: &dyn Engine) -> String {
    let name = engine.identifier(&key.name);
    let blank = match &key.default {
        Some(default) => engine.literal(default),
        None => stop(&format!("blank cell in column {}", key.name), &name, engine),
    };
    let stop = stop(&format!("bad {}: ", key.name), &name, engine);
    match &key.pattern {
        Some(pattern) => {
            let good = engine.matches(&name, pattern);
            format!("CASE WHEN {name} = '' THEN {blank} WHEN {good} THEN {name} ELSE {stop} END")
        }
        None if key.default.as_deref() == Some("") => name,
        None => format!("CASE WHEN {name} = '' THEN {blank} ELSE {name} END"),
    }
}

/// An amount as an exact decimal, null where it is blank.
fn amount(amounts: &Amounts, engine: &dyn Engine) -> String {
    let name = engine.identifier("amount");
    let digits = amounts.digits;
    let mark = class(amounts.decimal);
    let fraction = if digits == 0 { String::new() } else { format!("({mark}[0-9]{{1,{digits}}})?") };
    let grouped = |group: &char| format!("|[1-9][0-9]{{0,2}}({}[0-9]{{3}})+", class(*group));
    let groups: String = amounts.groups.iter().map(grouped).collect();
    let written = engine.matches(&name, &format!("-?([0-9]+{groups}){fraction}"));
    let mut plain = name.clone();
    for group in &amounts.groups {
        plain = format!("REPLACE({plain}, {}, '')", engine.literal(&group.to_string()));
    }
    if amounts.decimal != '.' {
        plain = format!("REPLACE({plain}, {}, '.')", engine.literal(&amounts.decimal.to_string()));
    }
    let point = if digits == 0 { String::new() } else { format!("([.][0-9]{{1,{digits}}})?") };
    let in_range = engine.matches(&plain, &format!("-?0*[0-9]{{1,{WHOLE_DIGITS}}}{point}"));
    let precision = WHOLE_DIGITS + digits;
    let stop = stop("bad amount: ", &name, engine);
    format!(
        "CASE WHEN {name} = '' THEN NULL WHEN {written} AND {in_range} \
         THEN CAST({plain} AS DECIMAL({precision}, {digits})) ELSE CAST({stop} AS DECIMAL({precision}, {digits})) END"
    )
}

/// One letter as a class of a pattern.
fn class(letter: char) -> String {
    format!("[{letter}]")
}

#[cfg(test)]
mod tests {
    use super::statement;
    use crate::sql::{Amounts, Cell, ENGINES, File, From, Key, Source, Step, engine_named};

    fn source(from: From, note: Option<&str>) -> Source {
        Source {
            from,
            keys: vec![Key {
                name: "line".to_owned(),
                cell: Some(Cell::Column("The \"line\", it's `here`".to_owned())),
                default: None,
                pattern: None,
            }],
            amounts: Amounts { column: "Сума".to_owned(), decimal: ',', groups: vec![' '], digits: 2 },
            note: note.map(str::to_owned),
            rows: None,
        }
    }

    fn file(path: &str) -> From {
        From::File(File { path: path.to_owned(), delimiter: ',', skip: 0 })
    }

    #[test]
    fn names_are_quoted_as_each_engine_has_it() {
        for (engine, name) in [
            ("duckdb", "\"The \"\"line\"\", it's `here`\""),
            ("postgres", "\"The \"\"line\"\", it's `here`\""),
            ("trino", "\"The \"\"line\"\", it's `here`\""),
            ("spark", "`The \"line\", it's ``here```"),
        ] {
            let table = source(From::Table("treasury.payments".to_owned()), None);
            let step = Step { input: "agencies", sources: vec![table] };
            let text = statement(&step, engine_named(engine).unwrap()).unwrap();
            assert!(text.contains(name), "{engine}: {text}");
        }
    }

    #[test]
    fn an_engine_without_files_needs_a_table() {
        let step = Step { input: "agencies", sources: vec![source(file("a.csv"), None)] };
        let can: Vec<&str> =
            ENGINES.iter().filter(|engine| statement(&step, **engine).is_some()).map(|engine| engine.name()).collect();
        assert_eq!(can, ["duckdb"]);
    }
    #[test]
    fn a_statement_reads_all_files_of_an_input() {
        let sources = vec![source(file("a.csv"), Some("note")), source(file("b.csv"), None)];
        let text = statement(&Step { input: "agencies", sources }, engine_named("duckdb").unwrap()).unwrap();
        for piece in ["'a.csv'", "'b.csv'", "FROM cells_1\n  UNION ALL\n", "FROM cells_2\n", "'' AS \"note\""] {
            assert!(text.contains(piece), "{piece} in {text}");
        }
    }
}
