//! Lines by the texts of their fields, so that a match looks once at each text, not at each line, and finds a text without
//! wildcards at once: ten thousand rules over as many lines are not a hundred million comparisons.

use std::collections::HashMap;

use super::matcher::{MatchedLine, Matcher, Pattern};

/// Lines, by the texts of each of their fields.
#[derive(Debug)]
pub struct MatchIndex<'l> {
    fields: Vec<FieldTexts<'l>>,
    lines: usize,
}

/// The texts of one field. A text's number is its position among them.
#[derive(Debug, Default)]
struct FieldTexts<'l> {
    numbers: HashMap<&'l str, usize>,
    texts: Vec<&'l str>,
    /// The lines that have each text, in order.
    holders: Vec<Vec<usize>>,
    /// The text that each line has.
    of_lines: Vec<usize>,
}

impl<'l> MatchIndex<'l> {
    /// Of lines; their positions are what [`Self::select`] gives.
    #[must_use]
    pub fn new(lines: impl Iterator<Item = &'l MatchedLine>) -> Self {
        let mut index = Self { fields: Vec::new(), lines: 0 };
        for (line, fields) in lines.enumerate() {
            for (position, text) in fields.texts().enumerate() {
                if index.fields.len() == position {
                    index.fields.push(FieldTexts::default());
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
    fn add(&mut self, line: usize, text: &'l str) {
        let number = *self.numbers.entry(text).or_insert(self.texts.len());
        if number == self.texts.len() {
            self.texts.push(text);
            self.holders.push(Vec::new());
        }
        self.holders[number].push(line);
        self.of_lines.push(number);
    }

    /// The texts that any of the patterns matches, in order.
    fn matching(&self, patterns: &[Pattern]) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for pattern in patterns {
            match pattern.literal() {
                Some(text) => numbers.extend(self.numbers.get(text)),
                None => {
                    let texts = self.texts.iter().enumerate();
                    numbers.extend(texts.filter(|(_, text)| pattern.matches(text)).map(|(number, _)| number));
                }
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn lines_of(&self, texts: &[usize]) -> usize {
        texts.iter().map(|text| self.holders[*text].len()).sum()
    }
}
