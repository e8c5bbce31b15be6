//! The options of `ingest` as the `[[dialect]]` that they say, so that they are read and refused alike.

use crate::cli::args::DialectArgs;
use crate::ingest::{shell_word, toml_text};

/// What is typed as a `[[dialect]]` has it, so that it is read and refused alike.
pub(super) fn typed(args: &DialectArgs, name: &str) -> String {
    let mut text = format!("files = {}\n", toml_text(name));
    let mut key = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {value}\n"));
        }
    };
    let quoted = |text: &Option<String>| text.as_deref().map(toml_text);
    let list = |texts: &[String]| match texts {
        [only] => toml_text(only),
        several => format!("[{}]", several.iter().map(|text| toml_text(text)).collect::<Vec<_>>().join(", ")),
    };
    // A name given twice has both texts.
    let grouped = |pairs: &[(String, String)]| {
        let mut found: Vec<(String, Vec<String>)> = Vec::new();
        for (name, text) in pairs {
            match found.iter_mut().find(|(known, _)| known == name) {
                Some((_, texts)) => texts.push(text.clone()),
                None => found.push((name.clone(), vec![text.clone()])),
            }
        }
        found
    };
    let table = |pairs: &[(String, String)]| {
        let pairs: Vec<String> =
            grouped(pairs).iter().map(|(name, texts)| format!("{} = {}", toml_text(name), list(texts))).collect();
        (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
    };
    let listed = |texts: &[String]| (!texts.is_empty()).then(|| list(texts));
    let tables = |texts: &[String]| (!texts.is_empty()).then(|| format!("[{}]", texts.join(", ")));
    key("encoding", quoted(&args.encoding));
    key("delimiter", quoted(&args.delimiter));
    key("decimal", quoted(&args.decimal));
    key("group", quoted(&args.group));
    key("skip", args.skip.map(|rows| rows.to_string()));
    key("skip_last", args.skip_last.map(|rows| rows.to_string()));
    key("sheet", quoted(&args.sheet));
    // `#4` is the fourth column; digits alone may be a name.
    let place = |text: &String| match text.strip_prefix('#') {
        Some(position) if !position.is_empty() && position.bytes().all(|byte| byte.is_ascii_digit()) => {
            position.to_owned()
        }
        _ => toml_text(text),
    };
    let places = |pairs: &[(String, String)]| {
        let column = |(name, texts): &(String, Vec<String>)| {
            let texts: Vec<String> = texts.iter().map(place).collect();
            match texts.as_slice() {
                [only] => format!("{} = {only}", toml_text(name)),
                several => format!("{} = [{}]", toml_text(name), several.join(", ")),
            }
        };
        let pairs: Vec<String> = grouped(pairs).iter().map(column).collect();
        (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
    };
    key("columns", places(&args.column));
    key("constants", table(&args.constant));
    key("years_as_columns", args.years_as_columns.then(|| "true".to_owned()));
    key("totals", quoted(&args.totals));
    key("skip_below", args.skip_below.map(|rows| rows.to_string()));
    key("header_rows", args.header_rows.map(|rows| rows.to_string()));
    key("unit", args.unit.map(|unit| unit.to_string()));
    key("round", args.round.then(|| "true".to_owned()));
    key("year_form", quoted(&args.year_form));
    key("from_name", quoted(&args.from_name));
    key("where", table(&args.keep));
    key("except", table(&args.except));
    key("join", places(&args.join));
    key("missing", table(&args.missing));
    key("blank", listed(&args.blank));
    key("ignore", listed(&args.ignore));
    key("short_rows", quoted(&args.short_rows));
    key("amounts", tables(&args.amounts));
    key("sections", tables(&args.sections));
    let mut of_words: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (place, ours) in &args.values {
        let (column, theirs) = place.split_once(':').unwrap_or((place, "*"));
        match of_words.iter_mut().find(|(known, _)| known == column) {
            Some((_, words)) => words.push((theirs.to_owned(), ours.clone())),
            None => of_words.push((column.to_owned(), vec![(theirs.to_owned(), ours.clone())])),
        }
    }
    for (column, words) in of_words {
        key(&format!("values.{}", toml_text(&column)), table(&words));
    }
    text
}

/// The options as they were typed, for a command that goes on with them.
pub(super) fn options(args: &DialectArgs) -> Vec<String> {
    let mut options = Vec::new();
    let mut plain = |name: &str, value: Option<String>| {
        options.extend(value.map(|value| format!("--{name}={}", shell_word(&value))));
    };
    plain("encoding", args.encoding.clone());
    plain("delimiter", args.delimiter.clone());
    plain("decimal", args.decimal.clone());
    plain("group", args.group.clone());
    plain("skip", args.skip.map(|rows| rows.to_string()));
    plain("skip-below", args.skip_below.map(|rows| rows.to_string()));
    plain("skip-last", args.skip_last.map(|rows| rows.to_string()));
    plain("header-rows", args.header_rows.map(|rows| rows.to_string()));
    plain("sheet", args.sheet.clone());
    plain("unit", args.unit.map(|unit| unit.to_string()));
    plain("year-form", args.year_form.clone());
    plain("from-name", args.from_name.clone());
    plain("totals", args.totals.clone());
    plain("short-rows", args.short_rows.clone());
    for (name, texts) in
        [("blank", &args.blank), ("ignore", &args.ignore), ("amounts", &args.amounts), ("sections", &args.sections)]
    {
        texts.iter().for_each(|text| plain(name, Some(text.clone())));
    }
    let tables = [
        ("column", &args.column),
        ("constant", &args.constant),
        ("where", &args.keep),
        ("except", &args.except),
        ("values", &args.values),
        ("join", &args.join),
        ("missing", &args.missing),
    ];
    for (name, pairs) in tables {
        options.extend(pairs.iter().map(|(key, text)| format!("--{name} {}", shell_word(&format!("{key}={text}")))));
    }
    let switches = [("years-as-columns", args.years_as_columns), ("round", args.round)];
    options.extend(switches.iter().filter(|(_, given)| *given).map(|(name, _)| format!("--{name}")));
    options
}
