//! The manifest of a project that is carried on: the old one with its comments and order, another currency, the new paths;
//! dialects as comments, since their files went along as canonical rows.

use std::collections::BTreeMap;

use toml_edit::{Array, DocumentMut, Item, TableLike, Value};

use super::CarriedFacts;
use crate::ingest::InputName;
use crate::language::Language;
use crate::message;

/// The text; `None` where the old one is not as it must be for that, which reading it would have told.
pub(super) fn carried(
    old: &str,
    facts: &CarriedFacts,
    inputs: &BTreeMap<InputName, Vec<String>>,
    language: Language,
) -> Option<String> {
    let mut document: DocumentMut = old.parse().ok()?;
    let project = document.get_mut("project")?.as_table_like_mut()?;
    set(project, "currency", facts.currency.to_string().into());
    let table = document.entry("inputs").or_insert(toml_edit::table()).as_table_like_mut()?;
    for (input, paths) in inputs {
        let value = match paths.as_slice() {
            [one] => one.as_str().into(),
            several => Value::Array(several.iter().map(String::as_str).collect::<Array>()),
        };
        set(table, input.word(), value);
    }
    let dialects = document.remove("dialect").map(as_comment).unwrap_or_default();
    let say = |message| language.say(&message);
    let mut text = format!("# {}\n\n", say(message!("carried-manifest", year = facts.to_fill)));
    text.push_str(document.to_string().trim_start_matches('\n'));
    if !dialects.is_empty() {
        text.push_str(&format!("\n# {}\n#\n{dialects}", say(message!("carried-dialects", year = facts.to_fill))));
    }
    Some(text)
}

/// Sets a key; what stands around an old value stays.
fn set(table: &mut dyn TableLike, key: &str, mut value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => drop(table.insert(key, Item::Value(value))),
    }
}

fn as_comment(dialects: Item) -> String {
    let mut alone = DocumentMut::new();
    alone.insert("dialect", dialects);
    let text = alone.to_string();
    text.trim().lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
}
