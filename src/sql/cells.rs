//! Texts of a row out of its cells: cleaned, joined, words of the file for ours, what stands for blanks.

use super::pattern::{any_of, wildcards};
use super::{Engine, Made, Missing, Rows, Test};
use crate::domain::{INVISIBLE, clean_text};

/// How the statement names a cell.
pub fn name(cell: usize, engine: &dyn Engine) -> String {
    engine.identifier(&format!("c{}", cell + 1))
}

/// Text as it is compared: trimmed, white space collapsed, NFC.
pub fn cleaned(text: &str, engine: &dyn Engine) -> String {
    let letters = INVISIBLE.map(|(first, last)| match first == last {
        true => engine.letter(first),
        false => format!("{}-{}", engine.letter(first), engine.letter(last)),
    });
    let visible = engine.replaced(text, &format!("[{}]", letters.concat()), "");
    engine.normal(&format!("TRIM({})", engine.replaced(&visible, engine.white_space(), " ")))
}

/// A text, blank where the file writes that nothing is known.
fn known(text: &str, rows: &Rows, engine: &dyn Engine) -> String {
    if rows.blank.is_empty() {
        return text.to_owned();
    }
    let words = any_of(rows.blank.iter().map(|word| super::pattern::text(&clean_text(word))));
    format!("CASE WHEN {} THEN '' ELSE {text} END", engine.matches(text, &words))
}

/// The text that some cells make, before anything stands for a blank one.
fn joined(made: &Made, rows: &Rows, engine: &dyn Engine) -> String {
    let parts: Vec<String> = made.cells.iter().map(|cell| known(&name(*cell, engine), rows, engine)).collect();
    match parts.as_slice() {
        [only] => only.clone(),
        parts => {
            let one = parts.iter().map(|part| format!("({part})")).collect::<Vec<_>>().join(" || ' ' || ");
            let one = format!("TRIM({})", engine.replaced(&one, " +", " "));
            known(&one, rows, engine)
        }
    }
}

/// The text that some cells make.
pub fn made(of: &Made, rows: &Rows, engine: &dyn Engine) -> String {
    let text = joined(of, rows, engine);
    let filled = match &of.missing {
        Missing::Blank | Missing::LeaveOut => text,
        Missing::Text(instead) => {
            let instead = engine.literal(&clean_text(instead));
            format!("CASE WHEN ({text}) = '' THEN {instead} ELSE {text} END")
        }
    };
    if of.words.is_empty() {
        return filled;
    }
    let says = |(theirs, ours): &(String, String)| {
        let good = engine.matches(&format!("({filled})"), &wildcards(&clean_text(theirs)));
        format!("WHEN {good} THEN {}", engine.literal(&clean_text(ours)))
    };
    let whens: Vec<String> = of.words.iter().map(says).collect();
    format!("CASE WHEN ({filled}) = '' THEN '' {} ELSE {filled} END", whens.join(" "))
}

/// The condition under which a row is not left out for a blank cell; `None` where none leaves it out.
pub fn is_there(of: &Made, rows: &Rows, engine: &dyn Engine) -> Option<String> {
    (of.missing == Missing::LeaveOut).then(|| format!("({}) <> ''", joined(of, rows, engine)))
}

/// Whether any of some tests is passed.
pub fn any(tests: &[Test], engine: &dyn Engine) -> String {
    let cell = |(cell, texts): &(usize, Vec<String>)| {
        let texts = texts.iter().map(|text| wildcards(&clean_text(text)));
        engine.matches(&name(*cell, engine), &any_of(texts))
    };
    let test = |test: &Test| format!("({})", test.iter().map(cell).collect::<Vec<_>>().join(" AND "));
    format!("({})", tests.iter().map(test).collect::<Vec<_>>().join(" OR "))
}
