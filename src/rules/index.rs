//! Lines by the texts of their fields, so that a match looks once at each text, not at each line, and finds a text without
//! wildcards at once: ten thousand rules over as many lines are not a hundred million comparisons.
//!
//! The texts of a field stand behind each other in one run of bytes, in which the longest piece of a pattern is looked for
//! by wide instructions; only texts that have it are compared with the pattern.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use memchr::memmem::Finder;

use super::matcher::{MatchedLine, Matcher, Pattern};

/// A byte between texts; UTF-8 has none such.
const BETWEEN: u8 = 0xff;

/// Lines, by the texts of each of their fields.
#[derive(Debug)]
pub struct MatchIndex<'l> {
    fields: Vec<FieldTexts<'l>>,
    lines: usize,
}

/// The texts of one field. A text's number is its position among them.
#[derive(Debug)]
struct FieldTexts<'l> {
    /// The number of each text as it was written.
    written: HashMap<&'l str, usize, RandomState>,
    /// The number of each text, letters folded.
    folded: HashMap<String, usize, RandomState>,
    /// All texts, letters folded, with a byte between them, before the first and after the last.
    run: Vec<u8>,
    /// Where each begins in it.
    starts: Vec<usize>,
    /// The lines that have each text, in order.
    holders: Vec<Vec<usize>>,
    /// The text that each line has.
    of_lines: Vec<usize>,
}

impl<'l> MatchIndex<'l> {
    /// Of lines; their positions are what [`Self::select`] gives.
    #[must_use]
    pub fn new(lines: impl Iterator<Item = MatchedLine<'l>>) -> Self {
        let mut index = Self { fields: Vec::new(), lines: 0 };
        for (line, fields) in lines.enumerate() {
            for (position, text) in fields.texts().enumerate() {
                if index.fields.len() == position {
                    index.fields.push(FieldTexts::new());
                }
                index.fields[position].add(line, text);
            }
            index.lines = line + 1;
        }
        index
    }

    /// The lines that match, in order.
    #[must_use]
    pub fn select(&self, matcher: &Matcher) -> Vec<usize> {
        let mut found: Vec<(&FieldTexts<'_>, Vec<usize>)> = Vec::new();
        for (position, patterns) in matcher.fields() {
            let Some(field) = self.fields.get(position) else { return Vec::new() };
            found.push((field, field.matching(patterns)));
        }
        let rarest = found.iter().enumerate().min_by_key(|(_, (field, texts))| field.lines_of(texts));
        let Some((rarest, (field, texts))) = rarest else { return (0..self.lines).collect() };
        let mut lines: Vec<usize> = texts.iter().flat_map(|text| field.holders[*text].iter().copied()).collect();
        lines.sort_unstable();
        let others = found.iter().enumerate().filter(|(number, _)| *number != rarest);
        for (_, (field, texts)) in others {
            lines.retain(|line| texts.binary_search(&field.of_lines[*line]).is_ok());
        }
        lines
    }
}

impl<'l> FieldTexts<'l> {
    fn new() -> Self {
        Self {
            written: HashMap::default(),
            folded: HashMap::default(),
            run: vec![BETWEEN],
            starts: Vec::new(),
            holders: Vec::new(),
            of_lines: Vec::new(),
        }
    }

    fn add(&mut self, line: usize, text: &'l str) {
        let number = match self.written.get(text) {
            Some(number) => *number,
            None => self.open(text),
        };
        self.holders[number].push(line);
        self.of_lines.push(number);
    }

    /// The number of a text that was not written so before.
    fn open(&mut self, text: &'l str) -> usize {
        let folded = text.to_lowercase();
        let number = match self.folded.get(&folded) {
            Some(number) => *number,
            None => {
                let number = self.starts.len();
                self.starts.push(self.run.len());
                self.run.extend_from_slice(folded.as_bytes());
                self.run.push(BETWEEN);
                self.holders.push(Vec::new());
                self.folded.insert(folded, number);
                number
            }
        };
        self.written.insert(text, number);
        number
    }

    /// The texts that any of the patterns matches, in order.
    fn matching(&self, patterns: &[Pattern]) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for pattern in patterns {
            match pattern.literal() {
                Some(text) => numbers.extend(self.folded.get(text)),
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
        let mut wanted = Vec::with_capacity(piece.text.len() + 2);
        wanted.extend(piece.at_start.then_some(BETWEEN));
        wanted.extend_from_slice(piece.text.as_bytes());
        wanted.extend(piece.at_end.then_some(BETWEEN));
        let finder = Finder::new(&wanted);
        let mut from = 0;
        while let Some(at) = self.run.get(from..).and_then(|run| finder.find(run)) {
            let letter = from + at + usize::from(piece.at_start);
            let number = self.starts.partition_point(|start| *start <= letter).saturating_sub(1);
            numbers.extend(Some(number).filter(matches));
            // On with the next text; the byte before it may be what the piece begins with.
            from = match self.starts.get(number + 1) {
                Some(next) => next - 1,
                None => break,
            };
        }
    }

    /// A text, letters folded.
    fn text(&self, number: usize) -> Option<&str> {
        let start = *self.starts.get(number)?;
        let end = self.starts.get(number + 1).map_or(self.run.len(), |next| *next) - 1;
        std::str::from_utf8(self.run.get(start..end)?).ok()
    }

    fn lines_of(&self, texts: &[usize]) -> usize {
        texts.iter().map(|text| self.holders[*text].len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldTexts, Pattern};

    #[test]
    fn the_texts_found_are_those_that_the_pattern_matches() {
        let texts = ["", "a", "ab", "aab", "moi", "Щит", "a-b-b-c", "xxabcx", "b", "MoI ", "?", "ba", "ab ab"];
        let mut field = FieldTexts::new();
        for (line, text) in texts.iter().enumerate() {
            field.add(line, text);
        }
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
