//! What a file is of which nothing is known: its columns with what each is taken for, and the questions that are open, each
//! with the lines that answer it. Questions are found by going on with the first answer to each, so that one look shows
//! those that an answer leads to; what is read so is thrown away.

mod answer;
mod content;
mod faults;
mod file_name;
mod missing;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use answer::{Answer, Said, lines, shell_word};
pub use content::Content;

use super::dialect::{Dialect, Place, dialect_of, folded};
use super::draft::{draft, years_seem_columns};
use super::folder::InputFile;
use super::header::Columns;
use super::input_name::InputName;
use super::inputs::{columns_of, read_one};
use super::manifest::Manifest;
use super::open::{Look, look};
use super::reader::{Digesting, Reader, Reading};
use super::reduction::Reduction;
use super::top::is_given;
use super::years;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::domain::clean_text;
use crate::language::Message;

/// How often a file is read for what the answers lead to.
const ROUNDS: usize = 8;

/// Most questions that are told one by one.
const QUESTIONS: usize = 40;

/// A column of a file.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Its name as the file has it.
    pub name: String,
    /// How a mapping names it: by its name, or by its position where that is no name of its own.
    pub place: Place,
    /// The first cell below it that says something.
    pub example: String,
    /// What its cells hold.
    pub content: Content,
    /// What it is taken for: columns of ours, or keys of the dialect that look at it.
    pub taken: Vec<String>,
}

/// A question about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What tells it from others.
    pub id: String,
    /// The code of the fault that asks it.
    pub code: Code,
    /// What is asked.
    pub what: Message,
    /// The first row that asks it.
    pub row: Option<u64>,
    /// The text that asks it.
    pub found: Option<String>,
    /// How many cells ask it.
    pub count: u64,
    /// What answers it, the likeliest first.
    pub answers: Vec<Answer>,
}

/// What was found of a file.
#[derive(Debug)]
pub struct Survey {
    /// The file.
    pub file: InputFile,
    /// The row of its header.
    pub header: u64,
    /// Its columns.
    pub columns: Vec<Seen>,
    /// What is open.
    pub questions: Vec<Question>,
    /// What is known and what was drafted; without an answer.
    pub dialect: Dialect,
    /// Faults that no answer mends, and what is no fault.
    pub found: Diagnostics,
    /// How it was read, where nothing is open.
    pub reading: Option<Reading>,
    /// What its rows add up to, where nothing is open.
    pub sums: Reduction,
}

impl Survey {
    /// Whether the file can be read as it is described.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.questions.is_empty() && !self.found.has_errors()
    }

    /// Of a file that may be one of an input, with what is known of it; `None` where the input is no table.
    #[must_use]
    pub fn of(file: &InputFile, input: InputName, manifest: &Manifest, known: &Dialect) -> Option<Self> {
        let columns = columns_of(input, &manifest.dimensions)?;
        let mut survey = Self {
            file: file.clone(),
            header: 0,
            columns: Vec::new(),
            questions: Vec::new(),
            dialect: known.clone(),
            found: Diagnostics::default(),
            reading: None,
            sums: Reduction::default(),
        };
        let mut known = known.clone();
        if let Some(look) = look(file, columns, &known, &mut Diagnostics::default()) {
            known = with_positions(known.clone(), &seen(&look, columns, &known));
        }
        for round in 0..ROUNDS {
            let mut found = Diagnostics::default();
            let answered = survey.answered(&known, manifest, &mut found);
            let mut asked = Vec::new();
            let drafted = look(file, columns, &answered, &mut found).map(|look| {
                let drafted = drafted(&look, columns, &answered);
                let seen = seen(&look, columns, &drafted);
                asked = missing::questions(&file.key, &look, &seen, columns, &drafted);
                survey.header = look.top.header;
                if survey.columns.is_empty() {
                    survey.columns = seen;
                }
                if round == 0 {
                    survey.dialect = drafted.clone();
                }
                drafted
            });
            survey.ask(asked);
            let dialect = match drafted {
                Some(drafted) => survey.answered(&drafted, manifest, &mut found),
                None => answered,
            };
            if !found.has_errors() {
                survey.read(dialect.clone(), input, manifest, &mut found);
            }
            let names: Vec<String> = survey.columns.iter().map(|seen| folded(&seen.name)).collect();
            let faults = found.iter().filter(|fault| fault.severity() == Severity::Error);
            let asked: Vec<Question> = faults.filter_map(|fault| faults::question(fault, &names, &dialect)).collect();
            if !survey.ask(asked) {
                survey.found = found;
                break;
            }
        }
        Some(survey)
    }

    /// Notes questions; whether one of them is new.
    fn ask(&mut self, asked: Vec<Question>) -> bool {
        let before = self.questions.len();
        for mut question in asked {
            // Tables of `except` are told apart by the command line in no other way than by their one column.
            let column = self.excepts();
            question
                .answers
                .retain(|answer| answer.key != "except" || column.iter().all(|of| answer.of.first() == Some(of)));
            if question.answers.is_empty() {
                continue;
            }
            let known = self.questions.iter().position(|known| known.id == question.id);
            match known {
                // One that was answered and is asked again is counted no more.
                Some(at) if at >= before => {
                    if let Some(known) = self.questions.get_mut(at) {
                        known.count += 1;
                    }
                }
                Some(_) => {}
                None if self.questions.len() < QUESTIONS => self.questions.push(question),
                None => {}
            }
        }
        self.questions.len() > before
    }

    /// The columns of the file by which rows are left out already.
    fn excepts(&self) -> Vec<String> {
        let known = self.dialect.except.iter().flat_map(|test| &test.columns).map(|(column, _)| column.clone());
        let answers = self.answers().into_iter().filter(|answer| answer.key == "except").flat_map(|answer| answer.of);
        known.chain(answers).collect()
    }

    /// The first answer to each question.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        self.questions.iter().filter_map(|question| question.answers.first().cloned()).collect()
    }

    /// A dialect with the first answers over it.
    fn answered(&self, known: &Dialect, manifest: &Manifest, diagnostics: &mut Diagnostics) -> Dialect {
        let lines = lines(&self.answers());
        if lines.is_empty() {
            return known.clone();
        }
        // What stands for a year that nobody knows is one for as long as the other questions are looked for.
        let lines = lines.replace(&format!("\"{}\"", missing::SOME_YEAR), "\"2000\"");
        let text = format!("files = \"*\"\n{lines}");
        let said = Dialect::of_text(&text, "", &manifest.dimensions, diagnostics);
        said.map_or_else(
            || known.clone(),
            |mut said| {
                // What is a list on the command line grows by an answer.
                said.blank.splice(0..0, known.blank.iter().cloned());
                if !said.except.is_empty() {
                    said.except.extend(known.except.iter().cloned());
                }
                said.over(known)
            },
        )
    }

    fn read(&mut self, dialect: Dialect, input: InputName, manifest: &Manifest, diagnostics: &mut Diagnostics) {
        let dialects = vec![Arc::new(dialect.for_file(&self.file.key))];
        let mut reader = Reader { dialects, digesting: Digesting::No, ..Reader::of(manifest) };
        let sums = read_one(&self.file, input, manifest.currency, &mut reader, diagnostics);
        if self.questions.is_empty() && !diagnostics.has_errors() {
            self.sums = sums;
            self.reading = reader.readings.pop();
        }
    }

    /// Errors that are no question.
    pub fn faults(&self) -> impl Iterator<Item = &Diagnostic> {
        let names: Vec<String> = self.columns.iter().map(|seen| folded(&seen.name)).collect();
        let is_asked = move |fault: &Diagnostic| {
            let id = faults::question(fault, &names, &self.dialect).map(|question| question.id);
            id.is_some_and(|id| self.questions.iter().any(|question| question.id == id))
        };
        self.found.iter().filter(move |fault| fault.severity() == Severity::Error && !is_asked(fault))
    }
}

/// What is known of a file, with what its names say where nothing is known.
fn drafted(look: &Look, columns: Columns<'_>, known: &Dialect) -> Dialect {
    let names = &look.top.names;
    let mut dialect = known.clone();
    dialect.years_as_columns |= years_seem_columns(names, columns, known);
    for (column, name) in draft(names, &[], columns, &dialect.clone()) {
        dialect.columns.push((column, vec![Place::Name(clean_text(&name).into_owned())]));
    }
    dialect
}

/// A mapping of digits alone is the column of that name; where the file has none, the position.
fn with_positions(mut dialect: Dialect, columns: &[Seen]) -> Dialect {
    let is_name = |text: &str| columns.iter().any(|seen| folded(&seen.name) == folded(text));
    let places = dialect.columns.iter_mut().chain(&mut dialect.join).flat_map(|(_, places)| places);
    for place in places {
        if let Place::Name(text) = place
            && !is_name(text)
            && let Ok(position) = text.parse()
            && (1..=columns.len()).contains(&position)
        {
            *place = Place::Position(position);
        }
    }
    dialect
}

/// The columns of a file with what each is taken for.
fn seen(look: &Look, columns: Columns<'_>, dialect: &Dialect) -> Vec<Seen> {
    let names = &look.top.names;
    let folded_names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    folded_names.iter().for_each(|name| *counts.entry(name).or_default() += 1);
    let cells = |at: usize| look.data.iter().filter_map(move |row| row.get(at)).map(String::as_str);
    let seen = |(at, name): (usize, &String)| {
        let own = folded_names.get(at).map(String::as_str).unwrap_or_default();
        let is_one = counts.get(own) == Some(&1);
        // A date or a number is no name that the next file would have.
        let is_value = content::is_date(&clean_text(name)) || own.is_empty();
        let place = match is_one && !is_value {
            true => Place::Name(clean_text(name).into_owned()),
            false => Place::Position(at + 1),
        };
        let filled: Vec<_> = cells(at).map(clean_text).filter(|text| !text.is_empty()).collect();
        let number = filled.iter().find(|text| text.contains(|letter: char| ('1'..='9').contains(&letter)));
        let content = Content::of(cells(at));
        let example = if content == Content::Numbers { number.or(filled.first()) } else { filled.first() };
        let example = example.map(|text| text.clone().into_owned()).unwrap_or_default();
        Seen { name: name.clone(), place, example, content, taken: taken(at, &folded_names, columns, dialect) }
    };
    names.iter().enumerate().map(seen).collect()
}

/// What a column is taken for.
fn taken(at: usize, names: &[String], columns: Columns<'_>, dialect: &Dialect) -> Vec<String> {
    let is_it = |place: &Place| place.among(names) == Some(at);
    let name = names.get(at).map(String::as_str).unwrap_or_default();
    let mut taken: Vec<String> = Vec::new();
    for column in columns.all() {
        let mapped = dialect.mapped(column).or_else(|| dialect.joined(column));
        let of_amounts = !dialect.amounts.is_empty() && Some(column) == columns.yearly;
        let from_elsewhere = mapped.is_some() || of_amounts || is_given(column, dialect);
        let is_own = !from_elsewhere && name == column && !dialect.ignore.iter().any(|name| folded(name) == column);
        if is_own || mapped.is_some_and(|places| places.iter().any(is_it)) {
            taken.push(column.to_owned());
        }
    }
    if let Some(yearly) = columns.yearly {
        let of_year = dialect.years_as_columns.then(|| years::of_head(name)).flatten();
        taken.extend(of_year.map(|year| format!("{yearly} {year}")));
        let of_entry = dialect.amounts.iter().any(|entry| entry.column.iter().any(is_it));
        taken.extend(of_entry.then(|| "amounts".to_owned()));
    }
    let tests = |key: &str, tests: &[super::dialect::RowTest]| {
        let is_there = tests.iter().flat_map(|test| &test.columns).any(|(column, _)| folded(column) == name);
        is_there.then(|| key.to_owned())
    };
    taken.extend(tests("where", &dialect.keep));
    taken.extend(tests("except", &dialect.except));
    taken.extend(dialect.sections.iter().filter(|section| is_it(&section.column)).map(|section| section.gives.clone()));
    taken.dedup();
    taken
}

/// What the manifest and the command line say of a file.
#[must_use]
pub fn known(typed: &Dialect, manifest: &Manifest, file: &InputFile) -> (Dialect, bool) {
    let of_project = dialect_of(&manifest.dialects, file);
    (typed.clone().over(&of_project), of_project.origin.is_some())
}
