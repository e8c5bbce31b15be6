//! Faults of a file as questions: what the dialect can say about each. A fault that no line mends is none.

use super::Question;
use super::answer::Answer;
use crate::diagnostics::{Code, Diagnostic};
use crate::domain::{Label, NamedCurrency, Phase, clean_text};
use crate::ingest::dialect::{Dialect, Place, folded};
use crate::ingest::record::CellKind;
use crate::ingest::unit_words;
use crate::ingest::years::{self, YearFault};
use crate::message;

/// Longest text that may stand for nothing known.
const LONGEST_BLANK: usize = 12;

/// The question that a fault asks in a file with these folded names; `None` where the file itself must be mended.
pub fn question(fault: &Diagnostic, names: &[String], dialect: &Dialect) -> Option<Question> {
    let found = fault.found.clone().unwrap_or_default();
    let column = fault.column.as_deref().unwrap_or_default();
    let ours = ours(column, dialect);
    let (about, answers) = match fault.code {
        Code::UnitUnsaid => {
            let (_, unit) = unit_words::find(&found)?;
            ("", vec![Answer::number("unit", u64::from(unit.number())), Answer::number("unit", 1)])
        }
        Code::TotalsRow => ("", vec![Answer::text("totals", "exclude"), Answer::text("totals", "count")]),
        Code::AmbiguousNumber => (column, vec![Answer::text("decimal", ","), Answer::text("decimal", ".")]),
        Code::AmountDigits => ("", vec![Answer::yes("round")]),
        Code::RaggedRow if fault.help == message!("row-add-or-fill") => ("", vec![Answer::text("short_rows", "fill")]),
        Code::OtherCurrency => {
            let of_fault = || fault.message.values.iter().find(|(name, _)| *name == "named");
            let named = of_fault().and_then(|(_, value)| match value {
                crate::language::Value::Text(code) => NamedCurrency::of_word(code),
                _ => None,
            });
            let named = named.or_else(|| NamedCurrency::all_in(&found).into_iter().next())?;
            ("", vec![Answer::of("constants", "currency", named.likeliest().code())])
        }
        Code::EncodingUnsaid => {
            let name = text_of(fault, "encoding")?;
            ("", vec![Answer::text("encoding", name)])
        }
        Code::WhichSheet => {
            let sheets = sheets(fault);
            ("", sheets.into_iter().map(|name| Answer::text("sheet", name)).collect())
        }
        // The names of the columns again.
        Code::BadAmount | Code::BadYear if folded(&found) == folded(column) => {
            ("", vec![Answer::of("except", column, clean_text(&found))])
        }
        Code::BadYear => (found.as_str(), year(&found, column)),
        Code::MissingValue => (column, blank(&ours)),
        Code::MergedCell => (column, vec![Answer::of("missing", ours, "above")]),
        Code::BadAmount if found.ends_with('%') => (found.as_str(), vec![Answer::of("except", column, "*%")]),
        Code::BadAmount | Code::BadNumber | Code::BadCount => (found.as_str(), number(&found, column)),
        Code::BadWord => (found.as_str(), words(&found, &ours)),
        Code::BadCurrency => {
            let named = NamedCurrency::of_word(&found);
            let code = named.map_or_else(|| "EUR".to_owned(), |named| named.likeliest().code().to_owned());
            (found.as_str(), vec![Answer { of: vec![ours, found.clone()], ..Answer::text("values", code) }])
        }
        _ => return None,
    };
    // Rows are told by columns that have a name.
    let can_be_told = |answer: &Answer| answer.key != "except" || names.contains(&folded(column));
    let answers: Vec<Answer> = answers.into_iter().filter(can_be_told).collect();
    if answers.is_empty() {
        return None;
    }
    // Faults that one line mends are one question.
    let about = match fault.code {
        Code::BadAmount | Code::BadYear if about.is_empty() => "again".to_owned(),
        Code::BadYear => answers.first().map(Answer::line).unwrap_or_default(),
        // One column is enough to tell rows of percentages by.
        Code::BadAmount if found.ends_with('%') => "%".to_owned(),
        _ => about.to_owned(),
    };
    Some(Question {
        id: format!("{} {about}", fault.code.name()),
        code: fault.code,
        what: fault.message.clone(),
        row: fault.row,
        found: Some(found).filter(|found| !found.is_empty()),
        count: 1,
        answers,
    })
}

/// Our column that a column of the file is for.
fn ours(written: &str, dialect: &Dialect) -> String {
    let name = folded(written);
    let is_it = |places: &[Place]| {
        places.iter().any(|place| match place {
            Place::Name(known) => folded(known) == name,
            Place::Position(position) => position.to_string() == written,
        })
    };
    let joined = |parts: &[Place]| parts.iter().map(Place::text).collect::<Vec<_>>().join(" + ") == written;
    let mapped = dialect.columns.iter().find(|(_, places)| is_it(places)).map(|(column, _)| column.clone());
    let joined = || dialect.join.iter().find(|(_, parts)| joined(parts)).map(|(column, _)| column.clone());
    mapped.or_else(joined).unwrap_or(name)
}

fn year(found: &str, column: &str) -> Vec<Answer> {
    match years::read(found, CellKind::Text, None) {
        Err(YearFault::FormNeeded("ends")) => ["ends", "starts"].map(|form| Answer::text("year_form", form)).to_vec(),
        Err(YearFault::FormNeeded("%d/%m/%Y")) => {
            ["%d/%m/%Y", "%m/%d/%Y"].map(|form| Answer::text("year_form", form)).to_vec()
        }
        Err(YearFault::FormNeeded("%d/%m/%y")) => {
            ["%d/%m/%y", "%m/%d/%y"].map(|form| Answer::text("year_form", form)).to_vec()
        }
        Err(YearFault::FormNeeded("%y%m%d")) => {
            ["%y%m%d", "%d%m%y"].map(|form| Answer::text("year_form", form)).to_vec()
        }
        Err(YearFault::FormNeeded("%Y%m%d")) => {
            ["%Y%m%d", "%d%m%Y"].map(|form| Answer::text("year_form", form)).to_vec()
        }
        Err(YearFault::FormNeeded(form)) => vec![Answer::text("year_form", form)],
        // A name of the column again, a heading, a footnote: a row that is none of the table.
        Err(YearFault::NotAYear) if !found.is_empty() && found != super::missing::SOME_YEAR => {
            vec![Answer::of("except", column, found)]
        }
        _ => Vec::new(),
    }
}

fn blank(ours: &str) -> Vec<Answer> {
    let missing = |text: &str| Answer::of("missing", ours, text);
    match ours {
        "line" => vec![missing("unspecified"), missing("above"), missing("leave out")],
        _ => vec![missing("above"), missing("leave out")],
    }
}

/// What stands where a number should: a word for nothing known, or a row that is none.
fn number(found: &str, column: &str) -> Vec<Answer> {
    let has_digits = found.contains(|letter: char| letter.is_ascii_digit());
    let mut answers = Vec::new();
    if !has_digits && !found.is_empty() && found.chars().count() <= LONGEST_BLANK {
        answers.push(Answer::text("blank", found));
    }
    if !has_digits && !found.is_empty() {
        answers.push(Answer::of("except", column, found));
    }
    answers
}

fn words(found: &str, ours: &str) -> Vec<Answer> {
    let known: &[&str] = match ours {
        "phase" => Phase::WORDS,
        "label" => Label::WORDS,
        _ => &[],
    };
    let says = |word: &&str| Answer { of: vec![ours.to_owned(), found.to_owned()], ..Answer::text("values", *word) };
    known.iter().map(says).collect()
}

fn text_of(fault: &Diagnostic, name: &str) -> Option<String> {
    fault.message.values.iter().chain(&fault.help.values).find(|(known, _)| *known == name).and_then(|(_, value)| {
        match value {
            crate::language::Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    })
}

/// The sheets that a message names in quotes.
fn sheets(fault: &Diagnostic) -> Vec<String> {
    let values = fault.message.values.iter().chain(&fault.help.values).filter(|(name, _)| *name == "sheets");
    let lists = values.filter_map(|(_, value)| match value {
        crate::language::Value::List(list, _) => Some(list),
        _ => None,
    });
    let texts = lists.flatten().filter_map(|value| match value {
        crate::language::Value::Text(text) => Some(text.trim_matches('"').to_owned()),
        _ => None,
    });
    texts.collect()
}
