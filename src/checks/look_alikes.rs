//! Values of one dimension that look alike and are not: a Cyrillic letter in a Latin code, capitals and small letters.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;
use unicode_security::confusable_detection::skeleton;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::language::Message;
use crate::message;

/// Each value of a dimension with the first row that has it.
type Values<'p> = HashMap<&'p str, &'p Origin, RandomState>;

pub(super) fn told(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    let mut dimensions: BTreeMap<&str, Values<'_>> = BTreeMap::new();
    let mut note = |dimension, value, origin| {
        let first = dimensions.entry(dimension).or_default().entry(value).or_insert(origin);
        *first = (*first).min(origin);
    };
    for line in &project.lines {
        let Some(origin) = line.published.origins.first() else { continue };
        let key = line.key();
        let own = project.dimensions.iter().map(AsRef::as_ref).zip(&*key.own);
        let fields = [
            ("agency", &key.agency),
            ("funder", &key.funder),
            ("line", &key.line),
            ("function", &key.function),
            ("area", &key.area),
            ("source", &key.source),
        ];
        fields.into_iter().chain(own).for_each(|(dimension, value)| note(dimension, value, origin));
    }
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
        tell(dimension, values, diagnostics);
    }
}

fn tell(dimension: &str, values: &Values<'_>, diagnostics: &mut Diagnostics) {
    let mut in_order: Vec<(&str, &Origin)> = values.iter().map(|(value, origin)| (*value, *origin)).collect();
    in_order.sort_by_key(|(value, origin)| (*origin, *value));
    let mut seen: HashMap<String, (&str, &Origin), RandomState> = HashMap::default();
    for (value, origin) in in_order {
        let small = value.to_lowercase();
        let look = (!value.is_ascii()).then(|| look_of(value)).filter(|look| *look != small);
        let mut looks: Vec<String> = std::iter::once(small).chain(look).collect();
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
