//! Rows that say they are sums of others, parts of another, or followed by their parts, as patterns of their labels.

use super::pattern::{alphanumeric, any_of, text};
use super::{Engine, Rows, Sums, Words};

/// Whether a row says that it is a sum or a part, and whether it says that parts follow: conditions over its cells.
pub struct Said {
    /// It is one itself.
    pub itself: String,
    /// Parts follow it.
    pub followed: String,
}

/// What the cells of a row say; `None` where none of them could, or where all rows count.
pub fn said(rows: &Rows, words: &Words, engine: &dyn Engine) -> Option<Said> {
    if rows.labels.is_empty() || rows.sums == Sums::Count {
        return None;
    }
    let (itself, followed) = (itself(words, engine), followed(words, engine));
    let any = |pattern: &str| {
        let cells = rows.labels.iter().map(|cell| engine.matches(&super::cells::name(*cell, engine), pattern));
        format!("({})", cells.collect::<Vec<_>>().join(" OR "))
    };
    Some(Said { itself: any(&itself), followed: any(&followed) })
}

/// Numbering and dashes before a label: `III.`, `1.2.`, `а)`, `-`.
fn numbering(engine: &dyn Engine) -> String {
    let other = format!("[^{}]", alphanumeric(engine));
    let part = "([0-9]*|[ivxlcIVXLC]*|[^ .-])";
    let marked = format!("{part}([.-]{part})*[.):\\]]+");
    format!("{other}*(({marked}|[0-9]+|[ivxlcIVXLCІі]{{2,}}) +{other}*)*")
}

fn words(list: &[&str]) -> String {
    any_of(list.iter().map(|word| text(word)))
}

/// A sum, or a part of the row above.
fn itself(known: &Words, engine: &dyn Engine) -> String {
    let other = format!("[^{}]", alphanumeric(engine));
    let numbering = numbering(engine);
    let ends = format!("({other}.*)?");
    let first = format!("{numbering}{}?{other}*{}{ends}", words(known.before), words(known.sums));
    let last = format!("(.*{other})?{}{other}*", words(known.behind));
    let part = format!("{numbering}{}{ends}", words(known.parts));
    format!("{first}|{last}|{part}")
}

/// A row that ends with the words for its parts, or says nothing else.
fn followed(known: &Words, engine: &dyn Engine) -> String {
    let other = format!("[^{}]", alphanumeric(engine));
    let alone = format!("{}{}{other}*", numbering(engine), words(known.parts));
    format!("{alone}|.*{other}{}{other}*", words(known.wholes))
}
