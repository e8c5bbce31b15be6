//! Files whose tables are alike: what they share, in what they differ from others, what is open in all of them.

use std::collections::BTreeSet;

use crate::domain::clean_text;
use crate::ingest::{Answer, Dialect, FilePlace, Folder, NamePattern, Question, Said, Seen, Survey};

/// Files with alike headers.
pub(super) struct Group<'s> {
    /// The files, in their order.
    pub members: Vec<&'s Survey>,
}

/// Files by what their headers are, in the order of the first of each.
pub(super) fn groups(surveys: &[Survey]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for survey in surveys {
        match groups.iter_mut().find(|group| group.members.first().is_some_and(|first| are_alike(first, survey))) {
            Some(group) => group.members.push(survey),
            None => groups.push(Group { members: vec![survey] }),
        }
    }
    groups
}

/// Whether two tables have their header in the same row, the same columns in the same places, and each taken for the same.
/// What stands for a name and is none (the date of a daily file) may differ.
fn are_alike(first: &Survey, second: &Survey) -> bool {
    let (one, other) = (&first.columns, &second.columns);
    let same = one.iter().zip(other).filter(|(one, other)| name(one) == name(other)).count();
    first.header == second.header
        && one.len() == other.len()
        && same * 2 >= one.len()
        && !one.is_empty()
        && one.iter().zip(other).all(|(one, other)| one.taken == other.taken)
}

fn name(seen: &Seen) -> String {
    clean_text(&seen.name).to_lowercase()
}

impl Group<'_> {
    /// The first of its files.
    pub fn first(&self) -> Option<&Survey> {
        self.members.first().copied()
    }

    /// Whether all can be read.
    pub fn is_settled(&self) -> bool {
        self.members.iter().all(|survey| survey.is_settled())
    }

    /// Columns whose name differs from file to file: position and a few of the names.
    pub fn varying(&self) -> Vec<(usize, Vec<String>)> {
        let Some(first) = self.first() else { return Vec::new() };
        let names = |at: usize| {
            let names = self.members.iter().filter_map(|survey| survey.columns.get(at));
            let names: BTreeSet<String> = names.map(|seen| clean_text(&seen.name).into_owned()).collect();
            (at + 1, names.into_iter().collect::<Vec<_>>())
        };
        (0..first.columns.len()).map(names).filter(|(_, names)| names.len() > 1).collect()
    }

    /// What is open, each with in how many files.
    pub fn questions(&self) -> (Vec<Question>, Vec<usize>) {
        let varying: BTreeSet<usize> = self.varying().into_iter().map(|(position, _)| position).collect();
        let mut found: Vec<(Question, usize)> = Vec::new();
        for survey in &self.members {
            for question in &survey.questions {
                let answers: Vec<Answer> =
                    question.answers.iter().map(|answer| by_position(answer, survey, &varying)).collect();
                match found.iter_mut().find(|(known, _)| known.id == question.id) {
                    Some((known, files)) => {
                        known.count += question.count;
                        *files += 1;
                        // What holds for one file only answers nothing of all.
                        let shared: Vec<Answer> =
                            known.answers.iter().filter(|answer| answers.contains(answer)).cloned().collect();
                        if !shared.is_empty() {
                            known.answers = shared;
                        }
                    }
                    None => found.push((Question { answers, ..question.clone() }, 1)),
                }
            }
        }
        for (question, _) in &mut found {
            let holds = |answer: &Answer| answer.key != "from_name" || self.have_names_of(answer);
            let holding: Vec<Answer> = question.answers.iter().filter(|answer| holds(answer)).cloned().collect();
            if !holding.is_empty() {
                question.answers = holding;
            }
        }
        found.into_iter().unzip()
    }

    fn have_names_of(&self, answer: &Answer) -> bool {
        let Said::Text(text) = &answer.said else { return false };
        let pattern = NamePattern::parse(text);
        pattern.is_some_and(|pattern| self.members.iter().all(|survey| pattern.values(&survey.file.key).is_some()))
    }

    /// What all files say of how they are read; what they differ in is found out of each.
    pub fn dialect(&self) -> Option<Dialect> {
        let mut settled = self.members.iter().filter_map(|survey| Some(survey.reading.as_ref()?.settled.clone()));
        let mut agreed = settled.next()?;
        for other in settled {
            agreed.agree(&other);
        }
        Some(agreed)
    }

    /// A glob that means just these files, or their paths.
    pub fn paths(&self, folder: &Folder) -> Vec<String> {
        let keys: Vec<String> = self.members.iter().map(|survey| survey.file.path_of_project()).collect();
        let means = |pattern: &String| {
            let files = folder.files(pattern);
            files.len() == keys.len() && files.iter().all(|file| keys.iter().any(|key| **key == *file.key))
        };
        match patterns(&keys).into_iter().find(means) {
            Some(pattern) if keys.len() > 1 => vec![pattern],
            _ => keys,
        }
    }
}

/// Globs that could mean all of some paths.
fn patterns(keys: &[String]) -> Vec<String> {
    let split = |key: &String| match key.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name.to_owned()),
        None => (String::new(), key.clone()),
    };
    let parts: Vec<(String, String)> = keys.iter().map(split).collect();
    let Some((folder, first)) = parts.first() else { return Vec::new() };
    if parts.iter().any(|(other, _)| other != folder) {
        return Vec::new();
    }
    let alike = |count: usize| {
        let start: String = first.chars().take(count).collect();
        parts.iter().all(|(_, name)| name.starts_with(&start)).then_some(start)
    };
    let start = (0..=first.chars().count()).rev().find_map(alike).unwrap_or_default();
    let ending = first.split_once('.').map_or_else(String::new, |(_, ending)| format!(".{ending}"));
    if !parts.iter().all(|(_, name)| name.ends_with(&ending)) {
        return Vec::new();
    }
    let start = start.trim_end_matches(|letter: char| letter.is_ascii_digit());
    vec![format!("{folder}*{ending}"), format!("{folder}{start}*{ending}")]
}

/// A mapping by name to a column whose name differs from file to file is one by its position.
fn by_position(answer: &Answer, survey: &Survey, varying: &BTreeSet<usize>) -> Answer {
    let Said::Text(text) = &answer.said else { return answer.clone() };
    let at = survey.columns.iter().position(|seen| seen.place == FilePlace::Name(text.clone()));
    match at.map(|at| at + 1).filter(|position| answer.key == "columns" && varying.contains(position)) {
        Some(position) => Answer { said: Said::Position(position), ..answer.clone() },
        None => answer.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::patterns;

    #[test]
    fn globs_are_tried_from_the_widest() {
        let found = patterns(&["csv/20120810.csv", "csv/20120811.csv"].map(str::to_owned));
        assert_eq!(found, ["csv/*.csv", "csv/*.csv"]);
        let found = patterns(&["a-2016.csv", "a-2017.csv"].map(str::to_owned));
        assert_eq!(found, ["*.csv", "a-*.csv"]);
        assert!(patterns(&["a/x.csv", "b/x.csv"].map(str::to_owned)).is_empty());
    }
}
