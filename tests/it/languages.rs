//! The texts: every key in both languages, with the same values; every value that a text takes is given where it is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::harness;
use thb_cost::cli;
use thb_cost::language::Language;

/// Beginnings of keys that are put together from a vocabulary's word.
const NAMES: &[&str] = &[
    "act-",
    "area-",
    "arg-",
    "cmd-",
    "bound-",
    "by-",
    "check-head-",
    "outturn-why-",
    "workbook-part-",
    "code-",
    "column-",
    "currency-",
    "dimension-",
    "examples-",
    "limit-",
    "explain-state-",
    "exploitation-",
    "fact-",
    "group-",
    "file-kind-",
    "financing-",
    "heading-",
    "label-",
    "measure-",
    "no-input-",
    "part-",
    "per-victim-",
    "phase-",
    "role-",
    "rule-head-",
    "service-factor-",
    "severity-",
    "step-",
    "state-",
    "summary-",
    "value-",
];

/// The keys of a language, each with the values that its text takes.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// The page of a review says an explanation once for all lines that differ in names and figures: a text that chose its words
/// by one of those would say of a line what is true of another.
#[test]
fn explanations_choose_their_words_by_counts_alone() {
    for language in ["en", "bg"] {
        let path = harness::root().join("src/language").join(language).join("explain.ftl");
        let text = fs::read_to_string(path).unwrap();
        let choices: Vec<&str> =
            text.match_indices("->").map(|(end, _)| text[..end].rsplit('{').next().unwrap()).collect();
        assert!(!choices.is_empty());
        assert_eq!(choices.iter().find(|by| by.trim() != "$count"), None, "{language}");
    }
}

#[test]
fn every_text_stands_in_both_languages_and_takes_the_same_values() {
    let (english, bulgarian) = (texts("en"), texts("bg"));
    let mut faults = Vec::new();
    for (key, values) in &english {
        match bulgarian.get(key) {
            None => faults.push(format!("{key} has no Bulgarian text")),
            Some(other) if other != values => faults.push(format!("{key} takes {values:?}, in Bulgarian {other:?}")),
            Some(_) => {}
        }
    }
    faults.extend(
        bulgarian
            .keys()
            .filter(|key| !english.contains_key(*key) && !stands_in_code(key))
            .map(|key| format!("{key} is only Bulgarian")),
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_use_of_a_text_gives_its_values_and_every_text_is_used() {
    let texts = texts("en");
    let mut used = BTreeSet::new();
    let mut faults = Vec::new();
    for (path, source) in harness::sources() {
        let code: String =
            source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for (key, given) in uses(&code) {
            let place = path.display();
            match texts.get(&key) {
                None => faults.push(format!("{place}: there is no text {key}")),
                Some(taken) if *taken != given => {
                    faults.push(format!("{place}: {key} takes {taken:?}, is given {given:?}"))
                }
                Some(_) => {}
            }
            used.insert(key);
        }
    }
    let named = |key: &&String| NAMES.iter().any(|name| key.starts_with(name));
    faults
        .extend(texts.keys().filter(|key| !named(key) && !used.contains(*key)).map(|key| format!("{key} is not used")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Keys whose English stands in the definitions that clap reads.
const IN_CODE: &[&str] = &["arg-", "cmd-", "heading-", "value-"];

fn stands_in_code(key: &str) -> bool {
    IN_CODE.iter().any(|kind| key.starts_with(kind))
}

#[test]
fn every_command_and_argument_has_help_in_both_languages_and_examples() {
    let mut faults = Vec::new();
    for command in commands(cli::command(Language::Bulgarian)) {
        let name = command.get_name();
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        if !is_bulgarian(&about) {
            faults.push(format!("cmd-{name} has no Bulgarian text"));
        }
        if command.get_before_help().is_none() {
            faults.push(format!("examples-{name} has no text"));
        }
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            if !is_bulgarian(&help) {
                faults.push(format!("arg-{} of {name} has no Bulgarian text", arg.get_id()));
            }
            for value in arg.get_value_names().into_iter().flatten().filter(|_| arg.get_action().takes_values()) {
                if !is_bulgarian(value) {
                    faults.push(format!("value-{value} of {name} has no Bulgarian text"));
                }
            }
        }
    }
    for command in commands(cli::command(Language::English)) {
        let silent = |arg: &&clap::Arg| arg.get_help().is_none() && !arg.is_hide_set();
        faults
            .extend(command.get_arguments().filter(silent).map(|arg| format!("{} has no English text", arg.get_id())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_bulgarian_text_of_the_command_line_is_of_something() {
    let mut known = BTreeSet::new();
    for command in commands(cli::command(Language::English)) {
        let name = command.get_name();
        known.insert(format!("cmd-{name}"));
        known.insert(format!("examples-{name}"));
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            known.extend([format!("arg-{id}"), format!("arg-{name}-{id}")]);
            known.extend(arg.get_help_heading().map(|heading| format!("heading-{heading}")));
            let values = arg.get_value_names().into_iter().flatten();
            known.extend(values.map(|value| format!("value-{}", value.replace(['=', '.', ':'], "-"))));
        }
    }
    known.extend(["arg-help", "arg-version"].map(str::to_owned));
    let of_clap = ["arg-", "cmd-", "examples-", "heading-", "value-"];
    let texts = texts("bg");
    let stale = texts.keys().filter(|key| of_clap.iter().any(|kind| key.starts_with(kind)) && !known.contains(*key));
    let stale: Vec<&String> = stale.collect();
    assert!(stale.is_empty(), "texts of nothing: {stale:?}");
}

/// A command and all below it.
fn commands(command: clap::Command) -> Vec<clap::Command> {
    let below: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let below = below.into_iter().filter(|command| !command.is_hide_set() && command.get_name() != "help");
    [vec![command], below.flat_map(commands).collect()].concat()
}

fn is_bulgarian(text: &str) -> bool {
    text.chars().any(|letter| ('\u{410}'..='\u{44f}').contains(&letter))
}

/// The texts of a language, from all its files.
fn texts(language: &str) -> Texts {
    let mut found = Texts::new();
    for entry in fs::read_dir(harness::root().join("src/language").join(language)).unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(source.as_str());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let pattern = message.value.unwrap_or_else(|| panic!("{} has no text", message.id.name));
                    let mut values = BTreeSet::new();
                    collect(&pattern, &mut values);
                    let twice = found.insert(message.id.name.to_owned(), values);
                    assert!(twice.is_none(), "{}: {} stands twice", path.display(), message.id.name);
                }
                Entry::Term(_) | Entry::Junk { .. } => panic!("{}: only messages and comments", path.display()),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    found
}

fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, values),
            Expression::Select { selector, variants } => {
                collect_inline(selector, values);
                variants.iter().for_each(|variant| collect(&variant.value, values));
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        values.insert(id.name.to_owned());
    }
}

/// The uses of `message!` in a source: each key with the names of the values given.
fn uses(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (start, _) in source.match_indices("message!(") {
        let inside = inside(&source[start + "message!(".len()..]);
        let mut parts = parts(inside).into_iter();
        let Some(key) = parts.next().and_then(|part| part.strip_prefix('"')?.strip_suffix('"').map(str::to_owned))
        else {
            continue;
        };
        let names = parts.filter_map(|part| part.split_once('=').map(|(name, _)| name.trim().to_owned()));
        found.push((key, names.collect()));
    }
    found
}

/// What stands before the bracket that closes.
fn inside(source: &str) -> &str {
    let mut end = source.len();
    walk(source, |at, depth| {
        if depth < 0 && end == source.len() {
            end = at;
        }
    });
    &source[..end]
}

/// The parts between commas that stand in no bracket and no text.
fn parts(inside: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    walk(inside, |at, depth| {
        if depth == 0 && inside[at..].starts_with(',') {
            cuts.push(at + 1);
        }
    });
    cuts.push(inside.len() + 1);
    cuts.windows(2).map(|pair| inside[pair[0]..pair[1] - 1].trim()).filter(|part| !part.is_empty()).collect()
}

/// Each letter outside texts, with how many brackets stand open behind it.
fn walk(source: &str, mut see: impl FnMut(usize, i32)) {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, letter) in source.char_indices() {
        if quoted {
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            continue;
        }
        match letter {
            '"' => quoted = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        see(at, depth);
    }
}
