//! Lines by the texts of their fields, so that a match looks once at each text, not at each line, and finds a text without
//! wildcards at once: ten thousand rules over as many lines are not a hundred million comparisons.
//!
//! The texts of a field stand behind each other in one run of bytes. Texts that begin or end with the longest piece of a
//! pattern are found by its hash; where it stands anywhere, it is looked for in the run by wide instructions. Only texts that
//! have it are compared with the pattern.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use memchr::memmem::Finder;

use super::matcher::{MatchedLine, Matcher, Pattern};
use crate::domain::NumberedTexts;

/// A byte behind each text; UTF-8 has none such.
const BEHIND: u8 = 0xff;

/// Most texts that are kept by their ends, over all lengths of these: what is kept must not grow with the rules. A test has
/// few texts, and sees both ways.
const MOST_BY_ENDS: usize = if cfg!(test) { 40 } else { 4 << 20 };

/// Lines, by the texts of each of their fields that a match has asked for.
#[derive(Debug)]
pub struct MatchIndex<'l> {
    lines: Vec<MatchedLine<'l>>,
    fields: Vec<OnceCell<FieldTexts>>,
}

/// The texts of one field. A text's number is its position among them.
#[derive(Debug)]
struct FieldTexts {
    /// All texts, letters folded, with a byte behind each.
    run: Vec<u8>,
    /// Where each begins in it.
    starts: Vec<usize>,
    /// The lines by the text that they have, those of each text in order.
    holders: Vec<u32>,
    /// Where among these the lines of each text begin, and behind them all where they end.
    held: Vec<u32>,
    /// The text that each line has.
    of_lines: Vec<u32>,
    /// The texts by how they begin or end, for each length that was asked for: rules ask for few lengths, and each
    /// then finds its texts at once.
    by_ends: RefCell<HashMap<(usize, End), Chains>>,
    hasher: RandomState,
}

/// Numbers by a hash, those of the same last bits of it in a chain.
#[derive(Debug)]
struct Chains {
    /// The last number of each chain, and one more; 0 where it has none.
    lasts: Vec<u32>,
    /// That of the number before each in its chain.
    before: Vec<u32>,
}

impl Chains {
    /// Of numbers below `count`, each with its hash.
    fn new(count: usize, hashed: impl Iterator<Item = (u64, usize)>) -> Self {
        let mut chains = Self { lasts: vec![0; count.next_power_of_two()], before: vec![0; count] };
        for (hash, number) in hashed {
            let chain = chains.chain_of(hash);
            // There are far fewer than 2^32.
            chains.before[number] = std::mem::replace(&mut chains.lasts[chain], number as u32 + 1);
        }
        chains
    }

    fn chain_of(&self, hash: u64) -> usize {
        hash as usize & (self.lasts.len() - 1)
    }

    /// Numbers among which are all of this hash.
    fn with(&self, hash: u64) -> impl Iterator<Item = usize> {
        let number = |and_one: u32| (and_one as usize).checked_sub(1);
        std::iter::successors(number(self.lasts[self.chain_of(hash)]), move |last| number(self.before[*last]))
    }
}

/// Which end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum End {
    First,
    Last,
    /// From one to the other.
    Both,
}

impl<'l> MatchIndex<'l> {
    /// Of lines; their positions are what [`Self::select`] gives.
    #[must_use]
    pub fn new(lines: impl Iterator<Item = MatchedLine<'l>>) -> Self {
        let lines: Vec<MatchedLine<'l>> = lines.collect();
        assert!(u32::try_from(lines.len()).is_ok(), "there are more lines than numbers for them");
        let fields = lines.first().map_or(0, |line| line.fields());
        Self { lines, fields: std::iter::repeat_with(OnceCell::new).take(fields).collect() }
    }

    /// The texts of a field; `None` where the lines have no such.
    fn field(&self, position: usize) -> Option<&FieldTexts> {
        let text = |line: &MatchedLine<'l>| {
            let text = line.text(position);
            assert!(text.is_some(), "a line has other fields than the first");
            text.unwrap_or_default()
        };
        let texts = || FieldTexts::new(self.lines.iter().map(text));
        Some(self.fields.get(position)?.get_or_init(texts))
    }

    /// The lines that match, in order.
    #[must_use]
    pub fn select(&self, matcher: &Matcher) -> Vec<usize> {
        let mut found: Vec<(&FieldTexts, Vec<usize>)> = Vec::new();
        for (position, patterns) in matcher.fields() {
            let Some(field) = self.field(position) else { return Vec::new() };
            found.push((field, field.matching(patterns)));
        }
        let rarest = found.iter().enumerate().min_by_key(|(_, (field, texts))| field.lines_of(texts));
        let Some((rarest, (field, texts))) = rarest else { return (0..self.lines.len()).collect() };
        let lines = texts.iter().flat_map(|text| field.lines_with(*text));
        let mut lines: Vec<usize> = lines.map(|line| *line as usize).collect();
        lines.sort_unstable();
        let others = found.iter().enumerate().filter(|(number, _)| *number != rarest);
        for (_, (field, texts)) in others {
            lines.retain(|line| texts.binary_search(&(field.of_lines[*line] as usize)).is_ok());
        }
        lines
    }
}

impl FieldTexts {
    /// Of the text of each line.
    fn new<'l>(of_lines: impl ExactSizeIterator<Item = &'l str>) -> Self {
        let mut texts = Self {
            run: Vec::new(),
            starts: Vec::new(),
            holders: Vec::new(),
            held: Vec::new(),
            of_lines: Vec::with_capacity(of_lines.len()),
            by_ends: RefCell::default(),
            hasher: RandomState::default(),
        };
        let mut written = NumberedTexts::default();
        for text in of_lines {
            let number = written.number(text);
            if number == texts.starts.len() {
                texts.keep(text);
            }
            texts.of_lines.push(number as u32);
        }
        texts.find_holders();
        texts
    }

    /// Keeps a text that no line before has.
    fn keep(&mut self, text: &str) {
        let start = self.run.len();
        self.starts.push(start);
        match text.is_ascii() {
            true => {
                self.run.extend_from_slice(text.as_bytes());
                self.run.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
            }
            false => self.run.extend_from_slice(text.to_lowercase().as_bytes()),
        }
        self.run.push(BEHIND);
    }

    /// Sorts the lines by their texts, once all were added. There are no more of either than numbers of 32 bits.
    fn find_holders(&mut self) {
        self.held = vec![0; self.starts.len() + 1];
        self.of_lines.iter().for_each(|text| self.held[*text as usize + 1] += 1);
        for text in 0..self.starts.len() {
            self.held[text + 1] += self.held[text];
        }
        let mut next = self.held.clone();
        self.holders = vec![0; self.of_lines.len()];
        for (line, text) in self.of_lines.iter().enumerate() {
            let next = &mut next[*text as usize];
            self.holders[*next as usize] = line as u32;
            *next += 1;
        }
    }

    /// The lines that have a text, in order.
    fn lines_with(&self, text: usize) -> &[u32] {
        let bounds = self.held.get(text).zip(self.held.get(text + 1));
        bounds.and_then(|(start, end)| self.holders.get(*start as usize..*end as usize)).unwrap_or_default()
    }

    /// The texts that any of the patterns matches, in order.
    fn matching(&self, patterns: &[Pattern]) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for pattern in patterns {
            match pattern.literal() {
                Some(text) => self.look_at_end(pattern, (text, End::Both), &mut numbers),
                None if pattern.matches_all() => numbers.extend(0..self.starts.len()),
                None => self.look_for(pattern, &mut numbers),
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The texts that a pattern with wildcards matches.
    fn look_for(&self, pattern: &Pattern, numbers: &mut Vec<usize>) {
        let matches = |number: &usize| self.text(*number).is_some_and(|text| pattern.matches(text));
        let Some(piece) = pattern.longest_piece() else {
            numbers.extend((0..self.starts.len()).filter(matches));
            return;
        };
        let end = if piece.at_start { End::First } else { End::Last };
        if (piece.at_start || piece.at_end) && self.has_room((piece.text.len(), end)) {
            self.look_at_end(pattern, (piece.text, end), numbers);
            return;
        }
        let finder = Finder::new(piece.text);
        let mut from = 0;
        while let Some(at) = self.run.get(from..).and_then(|run| finder.find(run)) {
            let number = self.starts.partition_point(|start| *start <= from + at).saturating_sub(1);
            numbers.extend(Some(number).filter(matches));
            // On with the next text.
            from = match self.starts.get(number + 1) {
                Some(next) => *next,
                None => break,
            };
        }
    }

    /// Whether the texts are kept by such an end, or may be: rules of very many lengths look for their letters anywhere.
    fn has_room(&self, of_length: (usize, End)) -> bool {
        let by_ends = self.by_ends.borrow();
        by_ends.contains_key(&of_length) || (by_ends.len() + 1) * self.starts.len() <= MOST_BY_ENDS
    }

    /// The texts that a pattern matches, of those that have these letters there.
    fn look_at_end(&self, pattern: &Pattern, (letters, end): (&str, End), numbers: &mut Vec<usize>) {
        let mut by_ends = self.by_ends.borrow_mut();
        let of_length = if end == End::Both { (0, end) } else { (letters.len(), end) };
        let by_end = by_ends.entry(of_length).or_insert_with(|| self.by_end(of_length));
        // What a pattern of these letters and a run of any says is seen without it.
        let says_no_more = pattern.is_with_one_run(letters);
        for number in by_end.with(self.hasher.hash_one(letters.as_bytes())) {
            let is_one = match end {
                End::First if says_no_more => self.bytes(number).starts_with(letters.as_bytes()),
                End::Last if says_no_more => self.bytes(number).ends_with(letters.as_bytes()),
                _ => self.text(number).is_some_and(|text| pattern.matches(text)),
            };
            if is_one {
                numbers.push(number);
            }
        }
    }

    /// The texts by the hash of their first or last so many bytes, where they have as many, or of all.
    fn by_end(&self, (length, end): (usize, End)) -> Chains {
        let texts = (0..self.starts.len()).map(|number| (number, self.bytes(number)));
        let ends = texts.filter_map(|(number, text)| {
            let part = match end {
                End::First => text.get(..length)?,
                End::Last => text.get(text.len().checked_sub(length)?..)?,
                End::Both => text,
            };
            Some((self.hasher.hash_one(part), number))
        });
        Chains::new(self.starts.len(), ends)
    }

    /// A text, letters folded.
    fn text(&self, number: usize) -> Option<&str> {
        std::str::from_utf8(self.bytes(number)).ok()
    }

    /// Its bytes.
    fn bytes(&self, number: usize) -> &[u8] {
        let next = self.starts.get(number + 1).copied().unwrap_or(self.run.len());
        self.starts.get(number).and_then(|start| self.run.get(*start..next - 1)).unwrap_or_default()
    }

    fn lines_of(&self, texts: &[usize]) -> usize {
        texts.iter().map(|text| self.lines_with(*text).len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldTexts, Pattern};

    #[test]
    fn the_texts_found_are_those_that_the_pattern_matches() {
        let texts = ["", "a", "ab", "aab", "moi", "Щит", "a-b-b-c", "xxabcx", "b", "MoI ", "?", "ba", "ab ab"];
        let field = FieldTexts::new(texts.into_iter());
        let patterns =
            ["*", "**", "?", "*?", "a*", "*a", "*ab", "a*b", "ab*", "*щ*", "?щ*", "щ*", "*b*b*", "m?i", "moi*"];
        for written in patterns {
            let pattern = Pattern::new(written);
            let expected: Vec<usize> =
                (0..texts.len()).filter(|number| pattern.matches(&texts[*number].to_lowercase())).collect();
            assert_eq!(field.matching(std::slice::from_ref(&pattern)), expected, "{written}");
        }
    }
}
