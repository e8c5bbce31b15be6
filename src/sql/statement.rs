//! The statement itself: cells cleaned, cells checked, rows added up.

use super::{Amounts, Cell, Engine, Key, Step};
use crate::domain::INVISIBLE;

/// Digits before the mark that an amount may have.
const WHOLE_DIGITS: u32 = 18;

/// The reduction as one statement of an engine; `None` where it can neither read the file nor is told a table.
#[must_use]
pub fn statement(step: &Step, engine: &dyn Engine) -> Option<String> {
    let from = match &step.table {
        Some(table) => table.split('.').map(|part| engine.identifier(part)).collect::<Vec<_>>().join("."),
        None => engine.file(step.file.as_ref()?)?,
    };
    let name = |name: &str| engine.identifier(name);
    let clean = |cell: &Cell| match cell {
        Cell::Column(column) => cleaned(&engine.text(&name(column)), engine),
        Cell::Constant(text) => engine.literal(text),
    };
    let mut cells: Vec<String> = Vec::new();
    let mut checked: Vec<String> = Vec::new();
    for key in &step.keys {
        let checked_text = match &key.cell {
            Some(cell) => {
                cells.push(format!("{} AS {}", clean(cell), name(&key.name)));
                check(key, engine)
            }
            None => engine.literal(key.default.as_deref().unwrap_or_default()),
        };
        checked.push(format!("{checked_text} AS {}", name(&key.name)));
    }
    cells.push(format!("{} AS {}", cleaned(&engine.text(&name(&step.amounts.column)), engine), name("amount")));
    checked.push(format!("{} AS {}", amount(&step.amounts, engine), name("amount")));
    let note = match &step.note {
        None => engine.literal(""),
        Some(column) => {
            cells.push(format!("{} AS {}", cleaned(&engine.text(&name(column)), engine), name("note")));
            checked.push(name("note"));
            format!("COALESCE(MIN(NULLIF({}, '')), '')", engine.ordered(&name("note")))
        }
    };
    let count = match &step.rows {
        None => "COUNT(*)".to_owned(),
        Some(column) => {
            cells.push(format!("{} AS {}", cleaned(&engine.text(&name(column)), engine), name("rows")));
            let rows = name("rows");
            let stop = stop("bad number of rows: ", &rows, engine);
            let good = engine.matches(&rows, "[0-9]{1,15}");
            let whole = format!("CAST({rows} AS BIGINT)");
            checked.push(format!(
                "CASE WHEN {rows} = '' THEN 1 WHEN {good} AND {whole_check} THEN {whole} ELSE CAST({stop} AS BIGINT) END AS {rows}",
                whole_check = engine.matches(&rows, "0*[1-9][0-9]*"),
            ));
            format!("CAST(SUM({rows}) AS BIGINT)")
        }
    };
    let keys: Vec<String> = step.keys.iter().map(|key| name(&key.name)).collect();
    let order: Vec<String> = keys.iter().map(|key| engine.ordered(key)).collect();
    let digits = step.amounts.digits;
    let remark = engine.remark().map(|remark| format!("-- {remark}\n")).unwrap_or_default();
    Some(format!(
        "-- Money rows of \"{input}\" reduced to budget lines, for {engine_name}.\n\
         -- Every cell is checked; one that cannot be used stops the statement with its text.\n\
         -- The result, as CSV with its header, is an input of thb-cost: --{input} RESULT.csv\n\
         {remark}\
         WITH cells AS (\n  SELECT\n    {cells}\n  FROM {from}\n),\n\
         checked AS (\n  SELECT\n    {checked}\n  FROM cells\n)\n\
         SELECT\n  {keys},\n  CAST(SUM({amount}) AS DECIMAL(38, {digits})) AS {amount},\n  {note} AS {note_name},\n  {count} AS {rows}\n\
         FROM checked\nGROUP BY {grouped}, {amount} IS NULL\nORDER BY {order}, {amount} IS NULL\n",
        input = step.input,
        engine_name = engine.name(),
        cells = cells.join(",\n    "),
        checked = checked.join(",\n    "),
        keys = keys.join(", "),
        grouped = keys.join(", "),
        order = order.join(", "),
        amount = name("amount"),
        note_name = name("note"),
        rows = name("rows"),
    ))
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
    use crate::sql::{Amounts, Cell, ENGINES, File, Key, Step, engine_named};

    fn step() -> Step {
        Step {
            input: "agencies",
            table: Some("treasury.payments".to_owned()),
            file: None,
            keys: vec![Key {
                name: "line".to_owned(),
                cell: Some(Cell::Column("The \"line\", it's `here`".to_owned())),
                default: None,
                pattern: None,
            }],
            amounts: Amounts { column: "Сума".to_owned(), decimal: ',', groups: vec![' '], digits: 2 },
            note: None,
            rows: None,
        }
    }

    #[test]
    fn names_are_quoted_as_each_engine_has_it() {
        for (engine, name) in [
            ("duckdb", "\"The \"\"line\"\", it's `here`\""),
            ("postgres", "\"The \"\"line\"\", it's `here`\""),
            ("trino", "\"The \"\"line\"\", it's `here`\""),
            ("spark", "`The \"line\", it's ``here```"),
        ] {
            let text = statement(&step(), engine_named(engine).unwrap()).unwrap();
            assert!(text.contains(name), "{engine}: {text}");
        }
    }

    #[test]
    fn an_engine_without_files_needs_a_table() {
        let file = Some(File { path: "a.csv".to_owned(), delimiter: ',', skip: 0 });
        let step = Step { table: None, file, ..step() };
        let can: Vec<&str> =
            ENGINES.iter().filter(|engine| statement(&step, **engine).is_some()).map(|engine| engine.name()).collect();
        assert_eq!(can, ["duckdb"]);
    }
}
