//! The schema of a `[[dialect]]`: every key of the registry in `ingest`, with the values that it takes.

use serde_json::{Map, Value, json};

use super::{properties, table, text, texts, word};
use crate::ingest::every_column;

/// Of the list of dialects. Columns may have any name here, since a project may have dimensions of its own.
pub(super) fn schema() -> Value {
    let mut one = table("One dialect", keys(), &[]);
    if let Value::Object(members) = &mut one {
        members.insert("anyOf".to_owned(), json!([{ "required": ["files"] }, { "required": ["name"] }]));
    }
    json!({ "type": "array", "description": "How files are read that are not canonical CSV", "items": one })
}

/// What holds of the list where the project has no dimensions of its own: columns are those that some input has.
pub(super) fn known_columns() -> Value {
    let known: Vec<&str> = every_column().collect();
    let named = json!({ "propertyNames": { "enum": known } });
    let by_column = ["columns", "constants", "values", "join", "missing"];
    let mut members: Map<String, Value> = by_column.into_iter().map(|key| (key.to_owned(), named.clone())).collect();
    let in_entries: Vec<&str> = ["column", "factor", "unit"].into_iter().chain(known.iter().copied()).collect();
    members.insert("amounts".to_owned(), json!({ "items": { "propertyNames": { "enum": in_entries } } }));
    members.insert("sections".to_owned(), json!({ "items": { "properties": { "gives": { "enum": known } } } }));
    json!({ "items": { "properties": members } })
}

fn keys() -> Map<String, Value> {
    properties([
        ("files", texts("Which files: names or globs, with their folders")),
        ("name", text("A name of its own, for `file@NAME` under [inputs]")),
        ("encoding", text("A name of the Encoding Standard, such as utf-8, utf-16le or windows-1251")),
        ("delimiter", word("Between cells", &[",", ";", "|", "\t", "tab"])),
        ("decimal", word("The decimal mark", &[".", ","])),
        ("group", word("Between groups of three digits; \"\" for none", &GROUPS)),
        ("sheet", text("The sheet of a spreadsheet")),
        ("skip", rows("Rows above the header", 0)),
        ("header_rows", rows("Rows that make the header", 1)),
        ("skip_below", rows("Rows between the header and the data", 0)),
        ("skip_last", rows("Rows at the end", 0)),
        ("columns", by_column("The file's column: a name, names of which one is there, or a position", &places())),
        ("constants", by_column("The value of a column in every row", &text_or_number())),
        ("amounts", amounts()),
        ("years_as_columns", switch("The file has a column a year")),
        ("unit", unit()),
        ("round", switch("Amounts with more decimals than the currency has are rounded half away from zero")),
        ("year_form", year_form()),
        ("from_name", from_name()),
        ("where", tests("Rows taken, by the file's columns")),
        ("except", tests("Rows left out, by the file's columns")),
        ("values", by_column("Words of the file for those of the program", &words())),
        ("join", by_column("Columns of the file that make one", &places())),
        ("blank", texts("What the file writes where nothing is known")),
        ("missing", by_column("For a blank cell: a value, \"leave out\" or \"above\"", &text_or_number())),
        ("short_rows", word("Rows with fewer cells than the header", &["fill"])),
        ("sections", sections()),
        ("totals", word("What to do with rows that are sums", &["exclude", "count"])),
        ("ignore", texts("Columns that are left alone; \"*\" for all others")),
    ])
}

/// Marks between groups of digits.
const GROUPS: [&str; 9] = ["", " ", "\u{a0}", "\u{2009}", "\u{202f}", ",", ".", "'", "\u{2019}"];

fn rows(about: &str, least: u32) -> Value {
    json!({ "type": "integer", "description": about, "minimum": least, "maximum": 1000 })
}

fn switch(about: &str) -> Value {
    json!({ "type": "boolean", "description": about })
}

fn text_or_number() -> Value {
    json!({ "type": ["string", "number"] })
}

/// A table by columns of the program.
fn by_column(about: &str, value: &Value) -> Value {
    json!({ "type": "object", "description": about, "additionalProperties": value })
}

/// Columns of the file.
fn places() -> Value {
    let place = json!({ "type": ["string", "integer"], "minimum": 1 });
    json!({ "anyOf": [place, { "type": "array", "items": place, "minItems": 1 }] })
}

fn words() -> Value {
    json!({ "type": "object", "additionalProperties": text_or_number() })
}

fn unit() -> Value {
    json!({
        "description": "What one in a column of amounts stands for",
        "enum": [1, 1000, 1_000_000, "1", "1000", "1000000"],
    })
}

fn year_form() -> Value {
    json!({
        "type": "string",
        "description": "Of dates, such as %d.%m.%y; \"ends\" or \"starts\" of 2015/16",
        "pattern": "^(ends|starts|([^%]|%[mdeHMSb])*%[Yy]([^%]|%[mdeHMSb])*)$",
    })
}

fn from_name() -> Value {
    json!({
        "type": "string",
        "description": "Values out of the file's path, such as obshtina-{year}.csv",
        "pattern": "^[^{}]*(\\{[^{}]+\\}[^{}]*)+$",
    })
}

/// A table of columns of the file with texts, or a list of such tables.
fn tests(about: &str) -> Value {
    let texts = json!({ "anyOf": [text_or_number(), { "type": "array", "items": text_or_number() }] });
    let test = json!({ "type": "object", "additionalProperties": texts, "minProperties": 1 });
    json!({ "description": about, "anyOf": [test, { "type": "array", "items": test }] })
}

/// Several columns of amounts; what stands beside these keys is said of columns of the program.
fn amounts() -> Value {
    let entry = json!({
        "type": "object",
        "properties": { "column": places(), "factor": { "type": ["string", "number"], "not": { "const": 0 } }, "unit": unit() },
        "required": ["column"],
        "additionalProperties": text_or_number(),
    });
    json!({ "type": "array", "description": "Several columns of amounts, each with what it says", "items": entry })
}

fn sections() -> Value {
    let members = properties([
        ("column", places()),
        ("gives", text("The column of the program that it is for")),
        ("where", tests("Which rows these are")),
    ]);
    let section = table("One kind of rows", members, &["column", "gives", "where"]);
    json!({
        "type": "array",
        "description": "Rows that say something of the rows below them and are no data",
        "items": section,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_has_the_keys_that_are_read() {
        let mut schema: Vec<String> = super::keys().keys().cloned().collect();
        let mut read: Vec<String> = crate::ingest::dialect_keys().map(str::to_owned).collect();
        schema.sort_unstable();
        read.sort_unstable();
        assert_eq!(schema, read);
    }
}
