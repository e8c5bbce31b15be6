//! What many things say in one language, one thing after the other: each sentence is kept once, as its pattern and the values
//! in it, for most things say much the same and there are as many of them as budget lines.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::parted::Parted;
use super::pattern::{Pattern, Said};
use crate::domain::{ByBytes, Place};
use crate::language::Language;
use crate::render::explain::Says;

/// A sentence at its depth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sentence {
    /// Its depth.
    pub(super) depth: u32,
    /// Which of the sentences it is.
    pub(super) number: u32,
}

/// Sentences of things, in order.
#[derive(Debug)]
pub(super) struct Sayings {
    language: Language,
    shapes: ByBytes<u32>,
    patterns: Vec<Pattern>,
    /// The patterns whose sentences cannot be put together again from pieces: each is its own value.
    wholes: Vec<bool>,
    sentences: ByBytes<u32>,
    kept: Vec<Kept>,
    /// What is said.
    said: Vec<Sentence>,
    /// Where what each thing says ends.
    ends: Vec<usize>,
    /// The sentences of messages that are said for several things, by the numbers of those.
    shared: HashMap<usize, u32, RandomState>,
    parted: Parted,
    bytes: Vec<u8>,
}

/// A sentence: its pattern, its values, each behind its length, and how often it is said.
#[derive(Debug)]
struct Kept {
    pattern: u32,
    place: Place,
    times: u32,
}

/// Bytes of a number.
const NUMBER: usize = size_of::<u32>();

impl Sayings {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            shapes: ByBytes::default(),
            patterns: Vec::new(),
            wholes: Vec::new(),
            sentences: ByBytes::default(),
            kept: Vec::new(),
            said: Vec::new(),
            ends: Vec::new(),
            shared: HashMap::default(),
            parted: Parted::default(),
            bytes: Vec::new(),
        }
    }

    /// The language.
    pub(super) const fn language(&self) -> Language {
        self.language
    }

    /// Takes in what the next thing says, each at its depth.
    pub(super) fn push<'s>(&mut self, sentences: impl IntoIterator<Item = (usize, Said<'s>)>) {
        for (depth, said) in sentences {
            let number = self.number(said);
            // No sentence stands as deep as 32 bits can count.
            self.said.push(Sentence { depth: depth as u32, number });
        }
        self.ends.push(self.said.len());
    }

    /// What a thing says.
    pub(super) fn of(&self, thing: usize) -> &[Sentence] {
        let start = thing.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(thing).and_then(|end| self.said.get(start..*end)).unwrap_or_default()
    }

    /// How often a sentence is said.
    pub(super) fn times(&self, number: u32) -> u32 {
        self.kept(number).times
    }

    /// The number of the pattern of a sentence, and the pattern.
    pub(super) fn pattern(&self, number: u32) -> (u32, &Pattern) {
        let pattern = self.kept(number).pattern;
        (pattern, &self.patterns[pattern as usize])
    }

    /// The values of a sentence, in order.
    pub(super) fn values(&self, number: u32) -> impl Iterator<Item = &str> {
        let mut rest = self.sentences.bytes().get(self.kept(number).place).get(NUMBER..).unwrap_or_default();
        std::iter::from_fn(move || {
            let (length, behind) = rest.split_first_chunk::<NUMBER>()?;
            let (value, behind) = behind.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            rest = behind;
            std::str::from_utf8(value).ok()
        })
    }

    fn kept(&self, number: u32) -> &Kept {
        &self.kept[number as usize]
    }

    /// The number of a sentence, which is counted.
    fn number(&mut self, said: Said<'_>) -> u32 {
        let number = match said {
            Said::Message(Says::Shared(message, _), _) => match self.shared.get(message) {
                Some(number) => *number,
                None => {
                    let number = self.number_of(said);
                    self.shared.insert(*message, number);
                    number
                }
            },
            Said::Message(Says::Own(_), _) | Said::Words(_) => self.number_of(said),
        };
        let kept = &mut self.kept[number as usize];
        kept.times = kept.times.saturating_add(1);
        number
    }

    /// The number of a sentence as its pattern and values have it.
    fn number_of(&mut self, said: Said<'_>) -> u32 {
        let pattern = self.pattern_of(said);
        self.bytes.clear();
        self.bytes.extend(pattern.to_le_bytes());
        for value in self.parted.values() {
            // A text of a file is far shorter than 32 bits can count.
            self.bytes.extend((value.len() as u32).to_le_bytes());
            self.bytes.extend(value.as_bytes());
        }
        let number = self.sentences.get(&self.bytes).unwrap_or_else(|| {
            // As many sentences as 32 bits can count have more bytes than memory.
            let number = self.kept.len() as u32;
            let place = self.sentences.insert(&self.bytes, number);
            self.kept.push(Kept { pattern, place, times: 0 });
            number
        });
        debug_assert_eq!(
            self.patterns[pattern as usize].said(self.language, self.values(number)),
            said.words(self.language),
            "a sentence is not what its pattern says with its values"
        );
        number
    }

    /// The number of the pattern of what is said, whose values are taken apart.
    fn pattern_of(&mut self, said: Said<'_>) -> u32 {
        said.part(self.language, &mut self.parted);
        let number = self.shapes.get(self.parted.shape()).unwrap_or_else(|| {
            let number = self.patterns.len() as u32;
            self.shapes.insert(self.parted.shape(), number);
            let pattern = Pattern::of(said, &self.parted, self.language);
            self.wholes.push(pattern.is_none());
            self.patterns.push(pattern.unwrap_or_else(Pattern::whole));
            number
        });
        if self.wholes[number as usize] {
            self.parted.whole(&said.words(self.language));
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, Sayings, Says};
    use crate::domain::Fraction;
    use crate::language::{Between, Language, Message, Value};
    use crate::message;

    fn messages(number: usize) -> Vec<Message> {
        let share = |over| Value::Share(Fraction::ratio(over, 38_000).unwrap());
        let count = message!("explain-count-rows", count = number);
        let texts = ["MoI", "Fund 12", "\u{f0000}", "1\u{f0001}", "bell \u{7} 1", "17/800", "", "1,5"];
        let mut all =
            vec![count.clone(), message!("explain-rows", rows = count, places = "a.csv row 2", mark = " [1]")];
        for text in texts {
            all.push(message!("verbatim", text = text));
            all.push(message!("verbatim", text = Value::list([text, "and", text], Between::And)));
        }
        for plain in ["0.00", "-1234567.80", "+5", "29/38000", "999", "1000", "12345", "1.2.3", "", "-"] {
            all.push(message!(
                "explain-line-unattributed",
                name = "x 1",
                amount = Value::figure(plain),
                currency = "BGN"
            ));
        }
        for over in [0, 29, 38_000, -7] {
            all.push(message!("verbatim", text = share(over)));
        }
        all.push(message!("verbatim", text = Value::Word("state", "not-estimated".to_owned())));
        all.push(message!("verbatim", text = Value::Date("2026-11-01".to_owned())));
        all.push(message!("verbatim", text = Value::list(0..2000_usize, Between::Commas)));
        let many = (0..2000_usize).map(|number| number.to_string());
        all.push(message!("verbatim", text = Value::list(many, Between::Commas)));
        all
    }

    #[test]
    fn a_sentence_is_what_its_pattern_says_with_its_values() {
        for language in Language::ALL {
            let mut told = Sayings::new(language);
            let all: Vec<Says> = (0..3).flat_map(messages).map(Says::Own).collect();
            let names = ["MoI", "Fund 12"];
            told.push(all.iter().map(|message| (0, Said::Message(message, &names))));
            let of_messages: Vec<String> =
                all.iter().map(|message| Said::Message(message, &[]).words(language)).collect();
            let raw = ["\0", "\u{f0000} \u{7} 1", "bell \u{7} 12", "1\u{0}2", "\u{f0001}", ""].map(str::to_owned);
            let words: Vec<String> = raw.into_iter().chain(of_messages.iter().cloned()).collect();
            told.push(words.iter().map(|words| (0, Said::Words(words))));
            for (thing, expected) in [of_messages, words].into_iter().enumerate() {
                let said = told.of(thing).iter();
                let said = said.map(|said| told.pattern(said.number).1.said(language, told.values(said.number)));
                assert_eq!(said.collect::<Vec<_>>(), expected, "{thing}");
            }
        }
    }

    #[test]
    fn sentences_that_differ_in_values_alone_are_of_one_pattern() {
        let mut told = Sayings::new(Language::Bulgarian);
        let line = |name: &'static str, plain: &'static str| {
            message!("explain-line-unattributed", name = name, amount = Value::figure(plain), currency = "BGN")
        };
        let lines = [line("MoI", "1.00"), line("Fund 12", "-1234567.80"), line("MoJ", "1.00"), line("MoI", "1.00")];
        for line in lines {
            told.push([(2, Said::Message(&Says::Own(line), &["MoI"]))]);
        }
        let said: Vec<u32> = (0..4).map(|thing| told.of(thing)[0].number).collect();
        let patterns: Vec<u32> = said.iter().map(|number| told.pattern(*number).0).collect();
        assert_eq!((said[0], told.times(said[0]), told.times(said[1])), (said[3], 2, 1));
        assert_eq!(patterns[0], patterns[1], "names and figures are values");
        assert_ne!(patterns[0], patterns[2], "other words are not");
        assert_eq!(told.values(said[1]).collect::<Vec<_>>(), ["Fund 12", "-1234567.80"]);
    }
}
