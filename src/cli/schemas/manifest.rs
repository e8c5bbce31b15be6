//! The schema of `thb-cost.toml`. It holds the shape; whether files are there and can be read is for `check`.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::{document, properties, table, text, texts, word};
use crate::ingest::{InputName, every_column};

pub(super) fn schema() -> Schema {
    let dialects = json!({
        "type": "array",
        "description": "How files are read that are not canonical CSV",
        "items": dialect(),
    });
    let root = properties([("project", project()), ("inputs", inputs()), ("dialect", dialects)]);
    document("thb-cost.toml", table("A project of thb-cost", root, &["project", "inputs"]))
}

fn project() -> Value {
    let currency = json!({
        "type": "string",
        "description": "Reporting currency, ISO 4217; BGN where it is left out",
        "pattern": "^\\s*[A-Z]{3}\\s*$",
    });
    let members = properties([
        ("title", text("Title of the project")),
        ("title_bg", text("Title in Bulgarian")),
        ("currency", currency),
        ("dimensions", texts("Columns of money rows that are dimensions of this project")),
        ("needs", text("Versions of the program that may read this project, such as >=0.2")),
        (
            "csv_safe",
            json!({ "type": "boolean", "description": "CSV puts an apostrophe before what looks like a formula" }),
        ),
        ("prices", text("The index in whose prices years are restated, where `prices` holds several")),
        ("victims", texts("Measures of victims that are shown, in this order; all where it is left out")),
    ]);
    table("What the project is called and shows", members, &["title"])
}

fn inputs() -> Value {
    let input = |name: InputName| {
        let about = match name {
            InputName::Budget => "NCCTHB budget lines: a path, or a list of paths and globs, relative to this file",
            InputName::External => "External financing",
            InputName::Agencies => "Per-agency allocations",
            InputName::Victims => "Counts of victims",
            InputName::Drivers => "Yearly statistics used as keys",
            InputName::Controls => "Published totals that must hold",
            InputName::Prices => "Changes of a price index",
            InputName::Rates => "Exchange rates",
            InputName::Services => "Services given to victims, from the bottom up",
            InputName::Sources => "The bibliography",
            InputName::Expected => "Lines that every year should have",
            InputName::Names => "What codes are called in each language",
            InputName::Rules => "Attribution rules, one file",
        };
        (name.word().to_owned(), texts(about))
    };
    table("Where the inputs are", InputName::ALL.into_iter().map(input).collect(), &[])
}

fn dialect() -> Value {
    let rows = |about: &str| json!({ "type": "integer", "description": about, "minimum": 0, "maximum": 1000 });
    let members = properties([
        ("files", texts("Which files: names or globs")),
        ("encoding", text("utf-8, utf-16 or windows-1251")),
        ("delimiter", word("Between cells", &[",", ";", "|", "\t", "tab"])),
        ("decimal", word("The decimal mark", &[".", ","])),
        (
            "group",
            word(
                "Between groups of three digits; \"\" for none",
                &["", " ", "\u{a0}", "\u{2009}", "\u{202f}", ",", "."],
            ),
        ),
        ("skip", rows("Rows above the header")),
        ("skip_last", rows("Rows below the last one")),
        ("sheet", text("The sheet of a spreadsheet")),
        ("columns", columns("The file's name for a column", &["string"])),
        ("constants", columns("The value of a column that the file does not have", &["string", "number"])),
        ("years_as_columns", json!({ "type": "boolean", "description": "The file has a column a year" })),
        ("totals", word("What to do with rows that say they are totals", &["exclude", "count"])),
    ]);
    table("One dialect", members, &["files"])
}

fn columns(about: &str, types: &[&str]) -> Value {
    let members: Map<String, Value> =
        every_column().map(|column| (column.to_owned(), json!({ "type": types }))).collect();
    table(about, members, &[])
}
