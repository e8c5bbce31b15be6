//! What becomes of each answer: taken, known already, not known to anybody, differing from what is known, or of a figure that
//! the project has no more. What is known is never overwritten unless somebody accepts the answer.

use std::collections::{BTreeMap, BTreeSet};

use super::source_rows;
use crate::domain::Fraction;
use crate::ingest::replies::{Answer, Given, Reply};
use crate::report::requests::Standing;

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// It is written.
    Written,
    /// It is known already.
    Same,
    /// The agency does not know.
    NotKnown,
    /// Something else is known, or another reply says something else: what that is, and its source.
    Differs(String, String),
    /// The project has no such figure any more.
    Gone,
}

/// An answer with what became of it.
#[derive(Debug)]
pub struct Decided<'r> {
    /// The reply that it stands in.
    pub reply: &'r Reply,
    /// The answer.
    pub answer: &'r Answer,
    /// The id of the source that it has where it is taken.
    pub source: String,
    /// How the figure stands in the project.
    pub standing: Option<&'r Standing>,
    /// What became of it.
    pub became: Became,
}

impl Decided<'_> {
    /// The word that accepts it.
    #[must_use]
    pub fn key(&self) -> String {
        key(self.reply, self.answer)
    }
}

fn key(reply: &Reply, answer: &Answer) -> String {
    format!("{}-{}", answer.id, reply.digest.get(..4).unwrap_or_default())
}

/// Lower end, figure, upper end; `None` where it is not known.
pub(super) fn ends(answer: &Answer) -> Option<[Fraction; 3]> {
    let Given::Figure { value, low, high } = &answer.given else { return None };
    Some([
        low.as_ref().unwrap_or(value).ends[0].clone(),
        value.ends[1].clone(),
        high.as_ref().unwrap_or(value).ends[2].clone(),
    ])
}

/// The figure as a person reads it.
#[must_use]
pub fn figure_text(answer: &Answer) -> String {
    let Given::Figure { value, low, high } = &answer.given else { return String::new() };
    match (low, high) {
        (None, None) => value.text.clone(),
        (low, high) => {
            let end = |end: &Option<crate::ingest::replies::Figure>| end.as_ref().unwrap_or(value).text.clone();
            format!("{} ({}-{})", value.text, end(low), end(high))
        }
    }
}

/// Decides all answers of all replies, in their order. Gives the words of `accept` that accept nothing too.
pub(super) fn decide<'r>(
    replies: &'r [Reply],
    standings: &'r BTreeMap<String, Standing>,
    accept: &[String],
) -> (Vec<Decided<'r>>, Vec<String>) {
    let all: Vec<(&Reply, &Answer)> =
        replies.iter().flat_map(|reply| reply.answers.iter().map(move |answer| (reply, answer))).collect();
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, (_, answer)) in all.iter().enumerate() {
        if ends(answer).is_some() {
            by_id.entry(&answer.id).or_default().push(number);
        }
    }
    let mut used: BTreeSet<&String> = BTreeSet::new();
    let mut became: BTreeMap<usize, Became> = BTreeMap::new();
    for (id, numbers) in &by_id {
        let of = |number: usize| all.get(number).and_then(|(_, answer)| ends(answer));
        let differ = numbers.iter().any(|number| numbers.first().is_some_and(|first| of(*first) != of(*number)));
        let is_accepted = |number: &&usize| {
            let Some((reply, answer)) = all.get(**number) else { return false };
            let own = key(reply, answer);
            accept.iter().any(|word| *word == own || (!differ && word == id))
        };
        let accepted = numbers.iter().find(is_accepted).copied();
        let known = standings.get(*id).and_then(|standing| standing.known.as_ref());
        // What holds after this run: what is known, or the one answer that is taken.
        let taken = match (accepted, known) {
            (Some(number), known) if known.is_none_or(|known| Some(&known.ends) != of(number).as_ref()) => Some(number),
            (Some(_), _) => None,
            (None, None) if !differ => numbers.first().copied(),
            (None, _) => None,
        };
        for number in numbers {
            let Some((_, answer)) = all.get(*number) else { continue };
            let other = |at: usize| all.get(at).map(|(reply, answer)| (figure_text(answer), reply.file.to_string()));
            let what = if !standings.contains_key(*id) {
                Became::Gone
            } else if taken == Some(*number) {
                Became::Written
            } else if let Some(taken) = taken {
                match other(taken) {
                    Some((text, file)) if ends(answer) != of(taken) => Became::Differs(text, file),
                    _ => Became::Same,
                }
            } else if let Some(known) = known {
                if ends(answer).as_ref() == Some(&known.ends) {
                    Became::Same
                } else {
                    Became::Differs(known.text.clone(), known.source.to_string())
                }
            } else {
                let another = numbers.iter().find(|other| of(**other) != ends(answer));
                another
                    .and_then(|another| other(*another))
                    .map_or(Became::Same, |(text, file)| Became::Differs(text, file))
            };
            became.insert(*number, what);
        }
        for word in accept {
            let names = |number: &usize| all.get(*number).is_some_and(|(reply, answer)| *word == key(reply, answer));
            if numbers.iter().any(names) || (!differ && word == id) {
                used.insert(word);
            }
        }
    }
    let sources = replies.iter().flat_map(source_rows::ids);
    let decided = all.iter().zip(sources).enumerate().map(|(number, ((reply, answer), source))| {
        let standing = standings.get(&answer.id);
        let not_known = if standing.is_some() { Became::NotKnown } else { Became::Gone };
        Decided { reply, answer, source, standing, became: became.remove(&number).unwrap_or(not_known) }
    });
    let decided = decided.collect();
    (decided, accept.iter().filter(|word| !used.contains(word)).cloned().collect())
}
