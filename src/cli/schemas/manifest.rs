//! The schema of `thb-cost.toml`. It holds the shape; whether files are there and can be read is for `check`.

use schemars::Schema;
use serde_json::{Value, json};

use super::{dialect, document, properties, table, text, texts};
use crate::ingest::{InputName, PROTECT};

pub(super) fn schema() -> Schema {
    let root = properties([("project", project()), ("inputs", inputs()), ("dialect", dialect::schema())]);
    let mut root = table("A project of thb-cost", root, &["project"]);
    if let Value::Object(members) = &mut root {
        // A project of no dimensions of its own has the columns of the inputs and no others.
        members.insert("if".to_owned(), json!({ "properties": { "project": { "required": ["dimensions"] } } }));
        members.insert("else".to_owned(), json!({ "properties": { "dialect": dialect::known_columns() } }));
    }
    document("thb-cost.toml", root)
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
        (
            "protect",
            json!({
                "type": "integer",
                "anyOf": [{ "const": 0 }, { "minimum": PROTECT.start(), "maximum": PROTECT.end() }],
                "description": "Counts of people above 0 and below this are not shown, nor what would tell them",
            }),
        ),
        ("not_people", texts("Drivers that count no people, though they are whole numbers")),
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
            InputName::Requests => "Who was asked for what, by when, and when the answer came",
            InputName::Names => "What codes are called in each language",
            InputName::Rules => "Attribution rules, one file",
        };
        (name.word().to_owned(), texts(about))
    };
    table("Where the inputs are", InputName::ALL.into_iter().map(input).collect(), &[])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_has_the_keys_of_a_project_that_are_read() {
        let schema = super::project();
        let mut keys: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut read = crate::ingest::PROJECT_KEYS.to_vec();
        keys.sort_unstable();
        read.sort_unstable();
        assert_eq!(keys, read);
    }
}
