//! `--pin`: a dialect and its file, written into the manifest. All else of it stays as it is written, comments and order
//! too; what comes out is read back before it takes the manifest's place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::ingest::toml_text;

/// The text of a manifest with the dialect behind it and the file among the paths of its input; `None` where the manifest
/// is not as it must be for that.
pub(super) fn pinned(manifest: &str, dialect: &str, input: &str, path: &str) -> Option<String> {
    let with_input = with_input(manifest, input, path)?;
    let text = format!("{}\n\n{dialect}", with_input.trim_end());
    DeTable::parse(&text).is_ok().then_some(text)
}

fn with_input(manifest: &str, input: &str, path: &str) -> Option<String> {
    let parsed = DeTable::parse(manifest).ok()?;
    let Some(inputs) = parsed.get_ref().get("inputs") else {
        return Some(format!("{}\n\n[inputs]\n{input} = {}\n", manifest.trim_end(), toml_text(path)));
    };
    let DeValue::Table(table) = inputs.get_ref() else { return None };
    let Some(value) = table.get(input) else {
        // Below the header of the table, wherever that stands.
        let header = manifest.lines().position(|line| line.trim_start().starts_with("[inputs]"))?;
        let mut lines: Vec<String> = manifest.lines().map(str::to_owned).collect();
        lines.insert(header + 1, format!("{input} = {}", toml_text(path)));
        return Some(lines.join("\n"));
    };
    let span = value.span();
    let written = manifest.get(span.clone())?;
    let value = match value.get_ref() {
        DeValue::String(one) if one.as_ref() == path => return Some(manifest.to_owned()),
        DeValue::String(_) => format!("[{written}, {}]", toml_text(path)),
        DeValue::Array(list) if list.iter().any(|one| is_text(one, path)) => return Some(manifest.to_owned()),
        DeValue::Array(list) => {
            let end = span.start + written.rfind(']')?;
            let last = list.iter().last().map_or(span.start + 1, |last| last.span().end);
            // Between the last path and the end of the list: a mark, and maybe a comment.
            let (head, tail) = (manifest.get(span.start..last)?, manifest.get(last..end)?.trim_end());
            let mark = if list.is_empty() || tail.trim_start().starts_with(',') { "" } else { "," };
            let before = format!("{head}{mark}{tail}");
            // A list of a line each goes on so.
            let space = if before.contains('\n') { "\n    " } else { " " };
            let close = if before.contains('\n') { ",\n]" } else { "]" };
            format!("{before}{space}{}{close}", toml_text(path))
        }
        _ => return None,
    };
    Some(format!("{}{value}{}", manifest.get(..span.start)?, manifest.get(span.end..)?))
}

fn is_text(value: &Spanned<DeValue<'_>>, text: &str) -> bool {
    matches!(value.get_ref(), DeValue::String(written) if written.as_ref() == text)
}

#[cfg(test)]
mod tests {
    use super::pinned;

    const DIALECT: &str = "[[dialect]]\nfiles = \"2017/pay.csv\"\n";

    #[test]
    fn the_file_joins_its_input_and_all_else_stays() {
        for (manifest, expected) in [
            (
                "[project]\ntitle = \"t\"  # ours\n\n[inputs]\n",
                "[project]\ntitle = \"t\"  # ours\n\n[inputs]\nagencies = \"2017/pay.csv\"",
            ),
            ("[inputs]\nagencies = \"a.csv\" # first\n", "[inputs]\nagencies = [\"a.csv\", \"2017/pay.csv\"] # first"),
            (
                "[inputs]\nagencies = [\"a.csv\"]\nbudget = \"b\"\n",
                "[inputs]\nagencies = [\"a.csv\", \"2017/pay.csv\"]\nbudget = \"b\"",
            ),
            (
                "[inputs]\nagencies = [\n    \"a.csv\", # one\n]\n",
                "[inputs]\nagencies = [\n    \"a.csv\", # one\n    \"2017/pay.csv\",\n]",
            ),
            ("[inputs]\nagencies = \"2017/pay.csv\"\n", "[inputs]\nagencies = \"2017/pay.csv\""),
        ] {
            let found = pinned(manifest, DIALECT, "agencies", "2017/pay.csv");
            assert_eq!(found, Some(format!("{expected}\n\n{DIALECT}")), "{manifest}");
        }
    }
}
