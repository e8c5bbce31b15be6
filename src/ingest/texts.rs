//! Texts of cells, each looked at once however many rows have it: how it is compared, and what it says of its row.
//!
//! While a part of a file is read, a text is a number of that part, and its letters stand behind those of all others:
//! nothing that a part makes outlives it. Only a text that is part of a line is kept for itself, once in all files.

use std::cmp::Ordering;
use std::collections::HashMap;

use arcstr::ArcStr;
use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::labels::{self, Standing};
use crate::domain::{ByBytes, KeptBytes, KeptHash, OwnValues, Place, clean_text};

/// The number of a text, in one part of a file or in all files.
pub type TextNumber = u32;

/// Texts of one part that were seen.
#[derive(Debug, Default)]
pub struct Texts {
    seen: Vec<Seen>,
    /// The number of each among them, by how it is written and by how it is compared.
    by_written: ByBytes<TextNumber>,
    /// The number of values of the project's own dimensions.
    by_own: HashMap<Box<[TextNumber]>, TextNumber, RandomState>,
}

#[derive(Debug)]
struct Seen {
    /// As it is compared: where its letters stand.
    letters: Place,
    standing: Option<Standing>,
}

impl Texts {
    /// The number of the text of a cell as it is compared; those alike have one. `None` where it is blank.
    pub fn of_some(&mut self, written: &[u8]) -> Option<TextNumber> {
        let number = self.number(written);
        (!self.seen[number as usize].letters.is_empty()).then_some(number)
    }

    /// The number of the text of a cell as it is compared; those alike have one.
    pub fn number(&mut self, written: &[u8]) -> TextNumber {
        self.by_written.get(written).unwrap_or_else(|| self.add(written))
    }

    /// The number of values of the project's own dimensions as they are compared; those alike have one.
    pub fn number_of_own<'w>(&mut self, written: impl Iterator<Item = &'w [u8]>) -> TextNumber {
        let own: Box<[TextNumber]> = written.map(|written| self.number(written)).collect();
        let next = number_of(self.by_own.len());
        *self.by_own.entry(own).or_insert(next)
    }

    /// What the text of a cell says of its row.
    pub fn standing(&mut self, written: &[u8]) -> Standing {
        if written.is_empty() {
            return Standing::Plain;
        }
        let number = self.number(written);
        let Self { seen, by_written, .. } = self;
        let Seen { letters, standing } = &mut seen[number as usize];
        *standing.get_or_insert_with(|| labels::standing(text(by_written.bytes(), *letters)))
    }

    /// The texts by their numbers; by what they were found is dropped.
    #[must_use]
    pub fn end(self) -> EndedTexts {
        let letters = self.seen.into_iter().map(|seen| seen.letters).collect();
        let mut own = vec![Box::default(); self.by_own.len()];
        self.by_own.into_iter().for_each(|(values, number)| own[number as usize] = values);
        EndedTexts { bytes: self.by_written.into_bytes(), letters, own }
    }

    /// The number of a text that was not seen written so.
    fn add(&mut self, written: &[u8]) -> TextNumber {
        let clean = clean_text(std::str::from_utf8(written).unwrap_or_default());
        let number = match self.by_written.get(clean.as_bytes()) {
            Some(number) => number,
            None => {
                let number = number_of(self.seen.len());
                let letters = self.by_written.insert(clean.as_bytes(), number);
                self.seen.push(Seen { letters, standing: None });
                number
            }
        };
        if clean.as_bytes() != written {
            self.by_written.insert(written, number);
        }
        number
    }
}

/// Texts of a part that was read.
#[derive(Debug)]
pub struct EndedTexts {
    bytes: KeptBytes,
    letters: Vec<Place>,
    own: Vec<Box<[TextNumber]>>,
}

impl EndedTexts {
    fn get(&self, number: TextNumber) -> &str {
        text(&self.bytes, self.letters[number as usize])
    }
}

/// Texts of all files, each kept once.
#[derive(Debug, Default)]
pub struct SharedTexts {
    texts: Vec<ArcStr>,
    by_text: HashTable<(KeptHash, TextNumber)>,
    hasher: RandomState,
    /// Values of the project's own dimensions, each once, and the number of each.
    own: Vec<OwnValues>,
    by_own: HashMap<Box<[TextNumber]>, TextNumber, RandomState>,
}

impl SharedTexts {
    /// The number of a text.
    pub fn number(&mut self, text: &str) -> TextNumber {
        let Self { texts, by_text, hasher, .. } = self;
        let hash = KeptHash::of(hasher, text);
        let is_it = |(other, number): &(KeptHash, TextNumber)| *other == hash && *texts[*number as usize] == *text;
        if let Some((_, number)) = by_text.find(hash.spread(), is_it) {
            return *number;
        }
        let number = number_of(texts.len());
        by_text.insert_unique(hash.spread(), (hash, number), |(hash, _)| hash.spread());
        texts.push(text.into());
        number
    }

    /// A text by its number.
    #[must_use]
    pub fn get(&self, number: TextNumber) -> &ArcStr {
        &self.texts[number as usize]
    }

    /// How two texts stand to each other.
    #[must_use]
    pub fn compare(&self, one: TextNumber, other: TextNumber) -> Ordering {
        if one == other { Ordering::Equal } else { self.get(one).cmp(self.get(other)) }
    }

    /// Values of the project's own dimensions by their number.
    #[must_use]
    pub fn own(&self, number: TextNumber) -> &OwnValues {
        &self.own[number as usize]
    }

    fn number_of_own(&mut self, own: Box<[TextNumber]>) -> TextNumber {
        let next = number_of(self.own.len());
        *self.by_own.entry(own).or_insert_with_key(|own| {
            self.own.push(own.iter().map(|text| self.texts[*text as usize].clone()).collect());
            next
        })
    }
}

/// The numbers that the texts of a part have in all files, each looked for once.
#[derive(Debug)]
pub struct Renumbered<'t> {
    part: &'t EndedTexts,
    shared: &'t mut SharedTexts,
    texts: Vec<Option<TextNumber>>,
    own: Vec<Option<TextNumber>>,
}

impl<'t> Renumbered<'t> {
    /// For the texts of a part.
    #[must_use]
    pub fn new(part: &'t EndedTexts, shared: &'t mut SharedTexts) -> Self {
        Self { part, shared, texts: vec![None; part.letters.len()], own: vec![None; part.own.len()] }
    }

    /// The number of a text in all files.
    pub fn text(&mut self, number: TextNumber) -> TextNumber {
        let Self { part, shared, texts, .. } = self;
        *texts[number as usize].get_or_insert_with(|| shared.number(part.get(number)))
    }

    /// The number of values of the project's own dimensions in all files.
    pub fn own(&mut self, number: TextNumber) -> TextNumber {
        if let Some(known) = self.own[number as usize] {
            return known;
        }
        let part = self.part;
        let texts = part.own[number as usize].iter().map(|text| self.text(*text)).collect();
        *self.own[number as usize].insert(self.shared.number_of_own(texts))
    }

    /// A text that is no part's, kept once.
    pub fn shared(&mut self, text: &str) -> ArcStr {
        let number = self.shared.number(text);
        self.shared.get(number).clone()
    }
}

/// The text of letters that were one when they were kept.
fn text(bytes: &KeptBytes, letters: Place) -> &str {
    std::str::from_utf8(bytes.get(letters)).unwrap_or_default()
}

/// A number. Two texts never have one number: a run that has more of them than numbers, in some hundred gigabytes, ends.
fn number_of(position: usize) -> TextNumber {
    assert!(position < u32::MAX as usize, "there are more texts than numbers for them");
    u32::try_from(position).unwrap_or(u32::MAX)
}
