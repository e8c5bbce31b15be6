//! Texts of cells, each looked at once however many rows have it: how it is compared, and what it says of its row.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::labels::{self, Standing};
use crate::domain::clean_text;

/// Texts that were seen.
#[derive(Debug, Default)]
pub struct Texts {
    seen: Vec<Seen>,
    /// The position of each among them, by how it is written.
    by_written: HashMap<Arc<str>, usize, RandomState>,
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
    /// A text as it is compared; those alike are one.
    pub fn kept(&mut self, written: &str) -> Arc<str> {
        let position = self.position(written);
        Arc::clone(&self.seen[position].text)
    }

    /// Values of the project's own dimensions as they are compared; those alike are one.
    pub fn kept_own<'w>(&mut self, written: impl ExactSizeIterator<Item = &'w str>) -> Arc<[Arc<str>]> {
        if written.len() == 0 {
            return Arc::clone(&self.none);
        }
        let mut own: Arc<[Arc<str>]> = written.map(|written| self.kept(written)).collect();
        keep_once(&mut self.own, &mut own);
        own
    }

    /// What a text says of its row.
    pub fn standing(&mut self, written: &str) -> Standing {
        let position = self.position(written);
        let Seen { text, standing } = &mut self.seen[position];
        *standing.get_or_insert_with(|| labels::standing(text))
    }

    fn position(&mut self, written: &str) -> usize {
        if let Some(position) = self.by_written.get(written) {
            return *position;
        }
        let clean = clean_text(written);
        let position = match self.by_written.get(&*clean) {
            Some(position) => *position,
            None => {
                let text: Arc<str> = Arc::from(&*clean);
                self.by_written.insert(Arc::clone(&text), self.seen.len());
                self.seen.push(Seen { text, standing: None });
                self.seen.len() - 1
            }
        };
        if *clean != *written {
            self.by_written.insert(Arc::from(written), position);
        }
        position
    }
}

/// Puts what is kept already in the place of what is like it, or keeps it.
pub fn keep_once<T: ?Sized + Eq + Hash>(kept: &mut HashSet<Arc<T>, RandomState>, found: &mut Arc<T>) {
    match kept.get(&**found) {
        Some(earlier) => *found = Arc::clone(earlier),
        None => {
            kept.insert(Arc::clone(found));
        }
    }
}
