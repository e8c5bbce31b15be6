//! Things that are kept once and named by their number, and lists of them as JSON of short lines.

use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::told::Text;
use super::values::Piece;
use crate::report::ReportError;

/// Letters of a line of the file, as far as what is on it can be parted.
const LETTERS: usize = 1000;

/// Things, each kept once, in the order in which they came.
#[derive(Debug)]
pub(super) struct Store<T> {
    kept: Vec<Rc<T>>,
    numbers: HashMap<Rc<T>, usize, RandomState>,
}

impl<T> Default for Store<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), numbers: HashMap::default() }
    }
}

impl<T: Eq + Hash> Store<T> {
    /// The number of a thing.
    pub(super) fn put(&mut self, thing: T) -> usize {
        if let Some(number) = self.numbers.get(&thing) {
            return *number;
        }
        let thing = Rc::new(thing);
        self.numbers.insert(Rc::clone(&thing), self.kept.len());
        self.kept.push(thing);
        self.kept.len() - 1
    }
}

impl<T: Item> Store<T> {
    /// All of them as JSON.
    pub(super) fn rows(&self) -> Result<String, ReportError> {
        let mut rows = Rows::new();
        for thing in &self.kept {
            rows.push(&thing.json()?);
        }
        Ok(rows.done())
    }
}

/// What can be kept.
pub(super) trait Item {
    /// As JSON, on lines of no more than so many letters.
    fn json(&self) -> Result<String, ReportError>;
}

/// Words of every language, or one each.
impl Item for Vec<String> {
    fn json(&self) -> Result<String, ReportError> {
        Ok(match self.as_slice() {
            [one] => serde_json::to_string(one)?,
            each => serde_json::to_string(each)?,
        })
    }
}

impl Item for Text {
    fn json(&self) -> Result<String, ReportError> {
        let mut out = Line::new(self.0.to_string());
        for piece in &self.1 {
            match piece {
                Piece::Words(words) => {
                    let letters: Vec<char> = words.chars().collect();
                    for some in letters.chunks(LETTERS) {
                        out.push(&serde_json::to_string(&some.iter().collect::<String>())?);
                    }
                }
                Piece::Value(_) | Piece::Figure(_) => out.push(&serde_json::to_string(piece)?),
            }
        }
        Ok(out.done())
    }
}

/// The texts of a form, by language.
impl Item for Vec<Vec<usize>> {
    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string(self)?)
    }
}

/// Lines with what each gives: the number of the first, then what it and those after it give; another number where some are
/// left out.
impl Item for Vec<(usize, Option<String>)> {
    fn json(&self) -> Result<String, ReportError> {
        let mut out = Line::default();
        let mut next = None;
        for (line, gives) in self {
            if next != Some(*line) {
                out.push(&line.to_string());
            }
            out.push(&serde_json::to_string(gives)?);
            next = Some(line + 1);
        }
        Ok(out.done())
    }
}

/// A list of JSON, broken where a line gets long.
#[derive(Debug, Default)]
struct Line {
    out: String,
    letters: usize,
}

impl Line {
    fn new(first: String) -> Self {
        Self { letters: first.len(), out: first }
    }

    fn push(&mut self, item: &str) {
        if !self.out.is_empty() {
            self.out.push(',');
        }
        if self.letters + item.len() > LETTERS {
            self.out.push('\n');
            self.letters = 0;
        }
        self.letters += item.len() + 1;
        self.out.push_str(item);
    }

    fn done(self) -> String {
        format!("[{}]", self.out)
    }
}

/// A list of JSON, an item a line.
#[derive(Debug)]
pub(super) struct Rows(String);

impl Rows {
    pub(super) fn new() -> Self {
        Self("[".to_owned())
    }

    pub(super) fn push(&mut self, item: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push('\n');
        self.0.push_str(item);
    }

    pub(super) fn done(mut self) -> String {
        self.0.push(']');
        self.0
    }
}
