//! Texts by number, for whoever meets the same few in very many lines.

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::KeptHash;

/// Texts, numbered in the order in which they come, each once.
#[derive(Debug, Default)]
pub struct NumberedTexts<'t> {
    by_text: HashTable<Entry<'t>>,
    hasher: RandomState,
    /// The text that came last: lines near each other often have the same.
    last: Option<(&'t str, usize)>,
}

#[derive(Debug)]
struct Entry<'t> {
    text: &'t str,
    hash: KeptHash,
    number: u32,
}

impl<'t> NumberedTexts<'t> {
    /// The number of a text; that of one that did not come before is how many there were.
    pub fn number(&mut self, text: &'t str) -> usize {
        let number = match self.last {
            Some((last, number)) if std::ptr::eq(last, text) || last == text => number,
            _ => self.find(text),
        };
        self.last = Some((text, number));
        number
    }

    fn find(&mut self, text: &'t str) -> usize {
        let (next, hash) = (self.by_text.len(), KeptHash::of(&self.hasher, text));
        let is_it = |entry: &Entry<'t>| entry.hash == hash && entry.text == text;
        if let Some(known) = self.by_text.find(hash.spread(), is_it) {
            return known.number as usize;
        }
        assert!(next < u32::MAX as usize, "there are more texts than numbers for them");
        let number = next as u32;
        self.by_text.insert_unique(hash.spread(), Entry { text, hash, number }, |entry| entry.hash.spread());
        next
    }
}

#[cfg(test)]
mod tests {
    use super::NumberedTexts;

    #[test]
    fn texts_alike_have_one_number_wherever_they_are_kept() {
        let long = "Combating organised crime";
        let (copy, part) = (long.to_owned(), format!("{long} "));
        let mut numbered = NumberedTexts::default();
        let texts = [long, "BGN", &copy, "", &part, &part[..long.len()], "EUR", "BGN", &long[..9], long, &part, ""];
        let numbers = texts.map(|text| numbered.number(text));
        assert_eq!(numbers, [0, 1, 0, 2, 3, 0, 4, 1, 5, 0, 3, 2]);
    }
}
