//! Values of one dimension that look alike and are not: a Cyrillic letter in a Latin code, capitals and small letters.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use unicode_security::confusable_detection::skeleton;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{NumberedTexts, Origin};
use crate::language::Message;
use crate::message;

/// The values of a dimension, each with the first row that has it.
#[derive(Default)]
struct Values<'p> {
    found: Vec<(&'p str, &'p Origin)>,
    /// The position of each among them.
    positions: NumberedTexts<'p>,
}

impl<'p> Values<'p> {
    fn note(&mut self, value: &'p str, origin: &'p Origin) {
        match self.found.get_mut(self.positions.number(value)) {
            Some((_, first)) => *first = (*first).min(origin),
            None => self.found.push((value, origin)),
        }
    }

    /// Those that may look like others, and perhaps some that do not, by their places.
    fn suspects(&self) -> Vec<(&'p str, &'p Origin)> {
        let hasher = RandomState::default();
        let mut looks: Vec<(u64, usize)> = Vec::with_capacity(self.found.len());
        for (position, (value, _)) in self.found.iter().enumerate() {
            looks.extend(looks_of(value).map(|look| (hasher.hash_one(&*look), position)));
        }
        looks.sort_unstable();
        let alike = looks.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| alike.len() > 1);
        let mut suspects: Vec<usize> = alike.flatten().map(|(_, position)| *position).collect();
        suspects.sort_unstable();
        suspects.dedup();
        let mut suspects: Vec<_> = suspects.iter().filter_map(|position| self.found.get(*position).copied()).collect();
        suspects.sort_by_key(|(value, origin)| (*origin, *value));
        suspects
    }
}

pub(super) fn told(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let mut dimensions: BTreeMap<&str, Values<'_>> = BTreeMap::new();
    // There are many lines: their values are found by the place of their column.
    let names = ["agency", "funder", "line", "function", "area", "source"].into_iter();
    let names = names.chain(project.dimensions.iter().map(AsRef::as_ref));
    let mut of_lines: Vec<(&str, Values<'_>)> = names.map(|name| (name, Values::default())).collect();
    for line in &project.lines {
        let Some(origin) = line.rows().first_row() else { continue };
        let key = line.key();
        let fields = [&key.agency, &key.funder, &key.line, &key.function, &key.area, &key.source];
        let values = fields.into_iter().chain(&*key.own);
        of_lines.iter_mut().zip(values).for_each(|((_, values), value)| values.note(value, origin));
    }
    dimensions.extend(of_lines);
    let mut note = |dimension, value, origin| dimensions.entry(dimension).or_default().note(value, origin);
    for row in project.expected.iter().flatten() {
        let fields = [("agency", &row.name.agency), ("funder", &row.name.funder), ("line", &row.name.line)];
        fields.into_iter().for_each(|(dimension, value)| note(dimension, value, &row.origin));
    }
    for count in project.victims.rows() {
        note("measure", &count.measure, &count.origin);
        note("exploitation", &count.exploitation, &count.origin);
    }
    for service in project.services.rows() {
        let fields = [
            ("step", &service.step),
            ("area", &service.area),
            ("agency", &service.agency),
            ("measure", &service.measure),
            ("exploitation", &service.exploitation),
            ("service", &service.service),
        ];
        fields.into_iter().for_each(|(dimension, value)| note(dimension, value, &service.origin));
    }
    for (dimension, values) in &dimensions {
        tell(dimension, &values.suspects(), diagnostics);
    }
}

/// Tells of those among these values, in order, that look like one before.
fn tell(dimension: &str, values: &[(&str, &Origin)], diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<Cow<'_, str>, (&str, &Origin), RandomState> = HashMap::default();
    for &(value, origin) in values {
        let mut looks: Vec<Cow<'_, str>> = looks_of(value).collect();
        looks.sort();
        if let Some((other, place)) = looks.iter().find_map(|look| seen.get(look)) {
            let (letter, other_letter) = first_difference(value, other);
            let message = message!(
                "check-look-alike",
                dimension = dimension,
                value = value,
                other = *other,
                file = &place.file,
                row = place.row.to_string(),
                letter = letter,
                other_letter = other_letter
            );
            let diagnostic = Diagnostic::new(Code::LookAlike, message, message!("check-look-alike-correct"));
            let expected = Message::verbatim(*other);
            diagnostics.push(diagnostic.at(origin).column(dimension).found(value).expected(expected));
        }
        for look in looks {
            seen.entry(look).or_insert((value, origin));
        }
    }
}

/// How a value looks without regard to case: as it is spelled, and as it is seen.
fn looks_of(value: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let is_small = value.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let small = if is_small { Cow::Borrowed(value) } else { Cow::Owned(value.to_lowercase()) };
    let look = (!value.is_ascii()).then(|| look_of(value)).filter(|look| **look != *small);
    std::iter::once(small).chain(look.map(Cow::Owned))
}

/// The first letters in which two texts differ, with their code points.
fn first_difference(value: &str, other: &str) -> (String, String) {
    let differs = value.chars().zip(other.chars()).find(|(one, two)| one != two);
    let name = |letter: char| format!("{letter} U+{:04X}", u32::from(letter));
    differs.map(|(one, two)| (name(one), name(two))).unwrap_or_default()
}

/// A text as it looks: each letter as the Latin one that it looks like, if any, without regard to case.
fn look_of(text: &str) -> String {
    let latin = |letter: char| {
        let mut letters = [0; 4];
        let mut like = skeleton(letter.encode_utf8(&mut letters)).collect::<Vec<char>>().into_iter();
        match (like.next(), like.next()) {
            (Some(one), None) if one.is_ascii_alphabetic() => one,
            _ => letter,
        }
    };
    text.chars().map(|letter| if letter.is_ascii() { letter } else { latin(letter) }).collect::<String>().to_lowercase()
}
