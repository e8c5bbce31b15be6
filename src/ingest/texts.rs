//! Texts of cells, each looked at once however many rows have it: how it is compared, and what it says of its row.

use std::collections::HashMap;
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
