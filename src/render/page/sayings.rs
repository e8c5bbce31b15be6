//! What many things say in one language, one thing after the other: each sentence is kept once, for most things say much the
//! same and there are as many of them as budget lines.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// A sentence at its depth.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'s> {
    /// Its depth.
    pub(super) depth: usize,
    /// Its words.
    pub(super) words: &'s str,
}

/// Sentences of things, in order.
#[derive(Debug, Default)]
pub(super) struct Sayings {
    /// The words of all sentences, one behind the other.
    words: String,
    kept: Vec<Kept>,
    numbers: HashTable<usize>,
    hasher: RandomState,
    /// What is said: the depth and the number of each sentence.
    said: Vec<(u32, u32)>,
    /// Where what each thing says ends.
    ends: Vec<usize>,
}

/// A sentence: where its words are, and how often it is said.
#[derive(Debug)]
struct Kept {
    start: usize,
    end: usize,
    times: u32,
}

impl Sayings {
    /// Takes in what the next thing says.
    pub(super) fn push<'s>(&mut self, sentences: impl IntoIterator<Item = (usize, &'s str)>) {
        for (depth, words) in sentences {
            let number = self.number(words);
            if let Some(kept) = self.kept.get_mut(number) {
                kept.times = kept.times.saturating_add(1);
            }
            // As many sentences as 32 bits can count have more words than memory.
            self.said.push((depth as u32, number as u32));
        }
        self.ends.push(self.said.len());
    }

    /// What a thing says.
    pub(super) fn of(&self, thing: usize) -> impl Iterator<Item = Sentence<'_>> {
        let start = thing.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let said = self.ends.get(thing).and_then(|end| self.said.get(start..*end)).unwrap_or_default();
        said.iter().map(|(depth, number)| Sentence { depth: *depth as usize, words: self.words_of(*number as usize) })
    }

    /// How often words are said.
    pub(super) fn times(&self, words: &str) -> u32 {
        let kept = self.find(words).and_then(|number| self.kept.get(number));
        kept.map_or(0, |kept| kept.times)
    }

    fn words_of(&self, number: usize) -> &str {
        self.kept.get(number).and_then(|kept| self.words.get(kept.start..kept.end)).unwrap_or_default()
    }

    fn find(&self, words: &str) -> Option<usize> {
        let is_it = |number: &usize| self.words_of(*number) == words;
        self.numbers.find(self.hasher.hash_one(words), is_it).copied()
    }

    fn number(&mut self, words: &str) -> usize {
        if let Some(number) = self.find(words) {
            return number;
        }
        let (number, start) = (self.kept.len(), self.words.len());
        self.words.push_str(words);
        self.kept.push(Kept { start, end: self.words.len(), times: 0 });
        let Self { words: all, kept, numbers, hasher, .. } = self;
        let words_of = |number: &usize| kept.get(*number).and_then(|kept| all.get(kept.start..kept.end));
        let rehash = |number: &usize| hasher.hash_one(words_of(number).unwrap_or_default());
        numbers.insert_unique(hasher.hash_one(words), number, rehash);
        number
    }
}
