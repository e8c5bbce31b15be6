//! `--pin`: dialects and their files, written into the manifest. All else of it stays as it is written, comments and order
//! too. Runs at the same time wait for one another, and what comes out is read back before it takes the manifest's place.

use std::sync::Arc;

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

use super::Task;
use super::group::Group;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::diagnostics::Diagnostics;
use crate::ingest::{Folder, InputFile, Manifest, Survey, dialect_of};
use crate::message;
use crate::system;

/// A dialect with the files that it is for.
pub(super) struct Pinned {
    /// As a table of the manifest.
    pub dialect: String,
    /// Their paths, as an input has them.
    pub paths: Vec<String>,
}

/// The dialect that pins how a file was read, in the words of its project.
pub(super) fn settled(survey: &Survey) -> Option<Pinned> {
    let path = survey.file.path_of_project();
    let dialect = survey.reading.as_ref()?.settled.clone().for_file(&path);
    Some(Pinned { dialect: dialect.to_toml(), paths: vec![path] })
}

/// The same of files that are alike.
pub(super) fn of_group(group: &Group<'_>, folder: &Folder) -> Option<Pinned> {
    let paths = group.paths(folder);
    let dialect = group.dialect()?.for_files(&paths);
    Some(Pinned { dialect: dialect.to_toml(), paths })
}

/// Adds dialects and files to the manifest.
pub(super) fn add(console: &mut Console<'_>, task: &Task<'_>, pins: &[Pinned]) -> Result<(), Failure> {
    let input = task.args.input.word();
    let shown: Vec<&str> = pins.iter().map(|pin| pin.dialect.as_str()).collect();
    edit(console, task, &shown.join("\n"), |text, manifest| {
        let mut document: DocumentMut = text.parse().ok()?;
        for pin in pins {
            let of_input = manifest.inputs.get(&task.args.input).into_iter().flatten();
            let known: Vec<&str> = of_input.map(|file| file.key.as_ref()).collect();
            for path in &pin.paths {
                let means = |file: &InputFile| known.contains(&file.key.as_ref());
                let files = manifest.folder.files(path);
                if !files.iter().all(means) || files.iter().any(|file| file.sheet.is_some()) {
                    with_path(&mut document, input, path)?;
                }
            }
            with_dialect(&mut document, &pin.dialect)?;
        }
        Some(document.to_string())
    })
}

/// Changes the dialect that a file has already: what the command line says takes its place there.
pub(super) fn change(console: &mut Console<'_>, task: &Task<'_>, file: &InputFile) -> Result<(), Failure> {
    let manifest = &task.manifest_file.name;
    let lines: Vec<(String, String)> =
        task.typed.written_keys().into_iter().filter(|(key, _)| key != "files" && key != "name").collect();
    let shown: String = lines.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
    let of_file = dialect_of(&task.manifest.dialects, file);
    let row = of_file.origin.as_ref().map_or_else(String::new, |origin| origin.row.to_string());
    if !task.is_typed {
        if !console.talk.quiet {
            console.line(&message!("ingest-pinned-already", manifest = manifest, row = row, file = &file.name));
        }
        return Ok(());
    }
    let at = task.manifest.dialects.iter().position(|dialect| Arc::ptr_eq(dialect, &of_file));
    let path = file.path_of_project();
    let is_alone = matches!(of_file.files.as_slice(), [only] if only.text() == path);
    let Some(at) = at.filter(|_| is_alone) else {
        let lines = shown.trim_end().replace('\n', "\n    ");
        return Err(Failure::usage(message!(
            "ingest-pinned-for-several",
            manifest = manifest,
            row = row,
            lines = lines,
            file = path
        )));
    };
    edit(console, task, &shown, |text, _| {
        let mut document: DocumentMut = text.parse().ok()?;
        let of_keys: DocumentMut = shown.parse().ok()?;
        match document.get_mut("dialect")? {
            Item::ArrayOfTables(tables) => put(tables.get_mut(at)?, &of_keys),
            Item::Value(Value::Array(list)) => match list.get_mut(at)? {
                Value::InlineTable(table) => put_inline(table, &of_keys),
                _ => return None,
            },
            _ => return None,
        }
        Some(document.to_string())
    })
}

/// Puts keys in the place of those of the same name; what is said of columns one by one stays beside it.
fn put(table: &mut Table, keys: &Table) {
    for (name, item) in keys {
        match (table.get_mut(name), item) {
            (Some(Item::Table(known)), Item::Table(more)) => put(known, more),
            (Some(Item::Value(Value::InlineTable(known))), Item::Table(more)) => put_inline(known, more),
            (Some(Item::Value(Value::InlineTable(known))), Item::Value(Value::InlineTable(more))) => {
                for (name, value) in more {
                    known.insert(name, value.clone());
                }
                known.fmt();
            }
            (Some(Item::Value(known)), Item::Value(value)) => {
                let decor = known.decor().clone();
                *known = value.clone();
                *known.decor_mut() = decor;
            }
            _ => {
                table.insert(name, item.clone());
            }
        }
    }
}

fn put_inline(table: &mut InlineTable, keys: &Table) {
    for (name, item) in keys {
        match item {
            Item::Value(value) => {
                table.insert(name, value.clone());
            }
            Item::Table(more) => {
                let mut inner = table.get(name).and_then(Value::as_inline_table).cloned().unwrap_or_default();
                put_inline(&mut inner, more);
                table.insert(name, Value::InlineTable(inner));
            }
            Item::None | Item::ArrayOfTables(_) => {}
        }
    }
    table.fmt();
}

/// Writes the manifest anew while nobody else does.
fn edit(
    console: &mut Console<'_>,
    task: &Task<'_>,
    shown: &str,
    change: impl FnOnce(&str, &Manifest) -> Option<String>,
) -> Result<(), Failure> {
    let Some(path) = task.manifest_file.path() else { return Ok(()) };
    let name = &task.manifest_file.name;
    let failure = |error| Failure::Io { act: "read", path: path.to_path_buf(), error };
    let lock = system::lock(path).map_err(failure)?;
    let text = std::fs::read_to_string(path).map_err(failure)?;
    let text = text.trim_start_matches('\u{feff}');
    let folder = &task.manifest.folder;
    let read = |text: &str| {
        let mut diagnostics = Diagnostics::default();
        Manifest::read(name, text, folder, &mut diagnostics).filter(|_| !diagnostics.has_errors())
    };
    // What somebody else wrote meanwhile counts.
    let new = read(text).and_then(|now| change(text, &now)).filter(|new| read(new).is_some());
    let Some(new) = new else {
        let input = task.args.input.word();
        return Err(Failure::usage(message!("ingest-cannot-pin", manifest = name, input = input, lines = shown)));
    };
    output::write(Some(path), new, console.stdout)?;
    drop(lock);
    if !console.talk.quiet {
        let path = path.strip_prefix(&console.here).unwrap_or(path).display().to_string();
        let added = console.talk.language().say(&message!("ingest-added", path = path));
        console.say(&format!("\n{added}\n\n{shown}"));
    }
    Ok(())
}

/// A document with a path among those of an input.
fn with_path(document: &mut DocumentMut, input: &str, path: &str) -> Option<()> {
    let inputs = document.entry("inputs").or_insert_with(|| Item::Table(Table::new()));
    let inputs = inputs.as_table_like_mut()?;
    let Some(item) = inputs.get_mut(input) else {
        inputs.insert(input, Item::Value(path.into()));
        return Some(());
    };
    let value = item.as_value_mut()?;
    if value.as_str() == Some(path) {
        return Some(());
    }
    if let Value::String(_) = value {
        // The comment behind a single path goes on standing behind the list.
        let decor = value.decor().clone();
        let mut first = value.clone();
        first.decor_mut().clear();
        let list: Array = [first, path.into()].into_iter().collect();
        *value = Value::Array(list);
        *value.decor_mut() = decor;
        return Some(());
    }
    let list = value.as_array_mut()?;
    if list.iter().any(|known| known.as_str() == Some(path)) {
        return Some(());
    }
    // A list of a line each goes on so.
    let before = list.iter().last().and_then(|last| last.decor().prefix()?.as_str().map(str::to_owned));
    let mut new: Value = path.into();
    match before.filter(|before| before.contains('\n')) {
        Some(before) => {
            // A comment behind the last path is that path's, wherever the mark before the new one stands.
            let line = before.rsplit_once('\n').map_or("", |(_, indent)| indent).to_owned();
            let behind = list.trailing().as_str().unwrap_or_default().trim_end().to_owned();
            let had_comma = list.trailing_comma();
            new.decor_mut().set_prefix(format!("{}\n{line}", if had_comma { behind.as_str() } else { "" }));
            list.push_formatted(new);
            if !had_comma && !behind.is_empty() {
                list.set_trailing(format!("{behind}\n"));
            } else {
                list.set_trailing("\n");
            }
            list.set_trailing_comma(true);
        }
        None => list.push(new),
    }
    Some(())
}

/// A document with a dialect behind all others.
fn with_dialect(document: &mut DocumentMut, dialect: &str) -> Option<()> {
    let parsed: DocumentMut = dialect.parse().ok()?;
    let mut table = parsed.get("dialect")?.as_array_of_tables()?.get(0)?.clone();
    match document.get_mut("dialect") {
        Some(Item::Value(Value::Array(list))) => {
            let mut inline = InlineTable::new();
            put_inline(&mut inline, &table);
            let before = list.iter().last().and_then(|last| last.decor().prefix()?.as_str().map(str::to_owned));
            let mut new = Value::InlineTable(inline);
            if let Some(before) = before.filter(|before| before.contains('\n') && !before.contains('#')) {
                new.decor_mut().set_prefix(before);
                list.push_formatted(new);
            } else {
                list.push(new);
            }
        }
        found => {
            table.set_position(None);
            table.decor_mut().set_prefix("\n");
            match found {
                Some(item) => item.as_array_of_tables_mut()?.push(table),
                None => {
                    let mut tables = toml_edit::ArrayOfTables::new();
                    tables.push(table);
                    document.insert("dialect", Item::ArrayOfTables(tables));
                }
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::{with_dialect, with_path};

    const DIALECT: &str = "[[dialect]]\nfiles = \"2017/pay.csv\"\n";

    fn pinned(manifest: &str) -> String {
        let mut document: DocumentMut = manifest.parse().unwrap();
        with_path(&mut document, "agencies", "2017/pay.csv").unwrap();
        with_dialect(&mut document, DIALECT).unwrap();
        document.to_string()
    }

    #[test]
    fn the_file_joins_its_input_and_all_else_stays() {
        for (manifest, expected) in [
            (
                "[project]\ntitle = \"t\"  # ours\n\n[inputs]\n",
                "[project]\ntitle = \"t\"  # ours\n\n[inputs]\nagencies = \"2017/pay.csv\"\n",
            ),
            ("[project]\ntitle = \"t\"\n", "[project]\ntitle = \"t\"\n\n[inputs]\nagencies = \"2017/pay.csv\"\n"),
            (
                "[inputs]\nagencies = \"a.csv\" # first\n",
                "[inputs]\nagencies = [\"a.csv\", \"2017/pay.csv\"] # first\n",
            ),
            (
                "[inputs]\nagencies = [\"a.csv\"]\nbudget = \"b\"\n",
                "[inputs]\nagencies = [\"a.csv\", \"2017/pay.csv\"]\nbudget = \"b\"\n",
            ),
            (
                "[inputs]\nagencies = [\n    \"a.csv\", # one\n]\n",
                "[inputs]\nagencies = [\n    \"a.csv\", # one\n    \"2017/pay.csv\",\n]\n",
            ),
            ("[inputs]\nagencies = \"2017/pay.csv\"\n", "[inputs]\nagencies = \"2017/pay.csv\"\n"),
            ("inputs = { agencies = \"a.csv\" }\n", "inputs = { agencies = [\"a.csv\", \"2017/pay.csv\"] }\n"),
            (
                "[inputs]\nagencies = [\"2017/pay.csv\"]\n\n[[dialect]]\nfiles = \"b\"\n# last\n",
                "[inputs]\nagencies = [\"2017/pay.csv\"]\n\n[[dialect]]\nfiles = \"b\"\n# last\n",
            ),
        ] {
            assert_eq!(pinned(manifest).replace(&format!("\n{DIALECT}"), ""), expected, "{manifest}");
            assert!(pinned(manifest).contains(&format!("\n{DIALECT}")), "{}", pinned(manifest));
        }
    }

    #[test]
    fn inline_dialects_stay_inline() {
        let found = pinned("dialect = [\n    { files = \"a.csv\" },\n]\n[inputs]\nagencies = \"2017/pay.csv\"\n");
        let expected = "dialect = [\n    { files = \"a.csv\" },\n    { files = \"2017/pay.csv\" },\n]\n";
        assert!(found.starts_with(expected), "{found}");
    }
}
