//! Texts of cells, each looked at once however many rows have it: how it is compared, and what it says of its row.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::by_bytes::ByBytes;
use super::labels::{self, Standing};
use crate::domain::clean_text;

/// Texts that were seen.
#[derive(Debug, Default)]
pub struct Texts {
    seen: Vec<Seen>,
    /// The position of each among them, by how it is written.
    by_written: ByBytes<usize>,
    /// Values of the project's own dimensions.
    own: HashSet<Arc<[Arc<str>]>, RandomState>,
    /// Those of a project that has none.
    none: Arc<[Arc<str>]>,
}

#[derive(Debug)]
struct Seen {
    /// As it is compared.
    text: Arc<str>,
    standing: Option<Standing>,
}

impl Texts {
    /// The text of a cell as it is compared; those alike are one.
    pub fn kept(&mut self, written: &[u8]) -> Arc<str> {
        let position = self.position(written);
        Arc::clone(&self.seen[position].text)
    }

    /// Values of the project's own dimensions as they are compared; those alike are one.
    pub fn kept_own<'w>(&mut self, written: impl ExactSizeIterator<Item = &'w [u8]>) -> Arc<[Arc<str>]> {
        if written.len() == 0 {
            return Arc::clone(&self.none);
        }
        let mut own: Arc<[Arc<str>]> = written.map(|written| self.kept(written)).collect();
        keep_once(&mut self.own, &mut own);
        own
    }

    /// What the text of a cell says of its row.
    pub fn standing(&mut self, written: &[u8]) -> Standing {
        if written.is_empty() {
            return Standing::Plain;
        }
        let position = self.position(written);
        let Seen { text, standing } = &mut self.seen[position];
        *standing.get_or_insert_with(|| labels::standing(text))
    }

    fn position(&mut self, written: &[u8]) -> usize {
        self.by_written.get(written).unwrap_or_else(|| self.add(written))
    }

    /// The position of a text that was not seen written so.
    fn add(&mut self, written: &[u8]) -> usize {
        let clean = clean_text(std::str::from_utf8(written).unwrap_or_default());
        let position = match self.by_written.get(clean.as_bytes()) {
            Some(position) => position,
            None => {
                self.by_written.insert(clean.as_bytes(), self.seen.len());
                self.seen.push(Seen { text: Arc::from(&*clean), standing: None });
                self.seen.len() - 1
            }
        };
        if clean.as_bytes() != written {
            self.by_written.insert(written, position);
        }
        position
    }
}

/// Texts of several parts of a file, or of several files, those alike kept once.
#[derive(Debug, Default)]
pub struct SharedTexts {
    texts: HashSet<Arc<str>, RandomState>,
    /// For each that was given, by its address, itself and the one that stands for it. As long as it is kept here its
    /// address is that of no other.
    given: HashMap<usize, (Arc<str>, Arc<str>), RandomState>,
}

impl SharedTexts {
    /// Puts the text that is kept already in the place of one like it, or keeps it.
    pub fn share(&mut self, text: &mut Arc<str>) {
        let Self { texts, given } = self;
        let (_, kept) = given.entry(Arc::as_ptr(text).addr()).or_insert_with(|| {
            let mut kept = Arc::clone(text);
            keep_once(texts, &mut kept);
            (Arc::clone(text), kept)
        });
        *text = Arc::clone(kept);
    }

    /// Forgets those that were given, which no more are to come like.
    pub fn end_file(&mut self) {
        self.given = HashMap::default();
    }
}

/// Puts what is kept already in the place of what is like it, or keeps it.
fn keep_once<T: ?Sized + Eq + Hash>(kept: &mut HashSet<Arc<T>, RandomState>, found: &mut Arc<T>) {
    match kept.get(&**found) {
        Some(earlier) => *found = Arc::clone(earlier),
        None => {
            kept.insert(Arc::clone(found));
        }
    }
}
