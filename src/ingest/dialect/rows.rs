//! Rows by what their cells say, and words of a file for those of this program. Texts match as those of rules do.

use super::words::{toml_key, toml_text};
use crate::domain::clean_text;
use crate::rules::Pattern;

/// Columns of the file, each with texts of which one must match; all columns must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowTest {
    /// Names of columns of the file, each with its texts as written and as compared.
    pub columns: Vec<(String, Vec<(String, Pattern)>)>,
}

impl RowTest {
    /// Of names of columns with their texts.
    #[must_use]
    pub fn new(columns: Vec<(String, Vec<String>)>) -> Self {
        let patterns = |texts: Vec<String>| {
            texts.into_iter().map(|text| (text.clone(), Pattern::new(&clean_text(&text)))).collect()
        };
        Self { columns: columns.into_iter().map(|(name, texts)| (name, patterns(texts))).collect() }
    }

    fn to_toml(&self) -> String {
        let column = |(name, texts): &(String, Vec<(String, Pattern)>)| {
            let texts: Vec<String> = texts.iter().map(|(text, _)| toml_text(text)).collect();
            match texts.as_slice() {
                [only] => format!("{} = {only}", toml_key(name)),
                texts => format!("{} = [{}]", toml_key(name), texts.join(", ")),
            }
        };
        format!("{{ {} }}", self.columns.iter().map(column).collect::<Vec<_>>().join(", "))
    }
}

/// Alternatives as TOML writes them: a table, or a list of tables.
#[must_use]
pub fn tests_to_toml(tests: &[RowTest]) -> String {
    match tests {
        [only] => only.to_toml(),
        tests => format!("[{}]", tests.iter().map(RowTest::to_toml).collect::<Vec<_>>().join(", ")),
    }
}

/// Words of the file with ours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    pairs: Vec<(String, Pattern, String)>,
}

impl Words {
    /// Of pairs: the file's word, which may have wildcards, and ours.
    #[must_use]
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        let mut pairs: Vec<_> = pairs
            .into_iter()
            .map(|(theirs, ours)| (theirs.clone(), Pattern::new(&clean_text(&theirs)), ours))
            .collect();
        // A word outranks a pattern, and `*` is for all others.
        pairs.sort_by_key(|(theirs, ..)| (theirs.contains(['*', '?']), theirs == "*"));
        Self { pairs }
    }

    /// Ours for a word of the file.
    #[must_use]
    pub fn ours(&self, theirs: &str) -> Option<&str> {
        let folded = theirs.to_lowercase();
        self.pairs.iter().find(|(_, pattern, _)| pattern.matches(&folded)).map(|(.., ours)| ours.as_str())
    }

    /// The file's words with ours, as written.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(theirs, _, ours)| (theirs.as_str(), ours.as_str()))
    }

    /// Those of `other` behind these, where these have no word for it.
    #[must_use]
    pub fn over(self, other: &Self) -> Self {
        let mine = self.pairs().map(|(theirs, ours)| (theirs.to_owned(), ours.to_owned()));
        let mut both: Vec<(String, String)> = mine.collect();
        for (theirs, ours) in other.pairs() {
            if both.iter().all(|(known, _)| known != theirs) {
                both.push((theirs.to_owned(), ours.to_owned()));
            }
        }
        Self::new(both)
    }
}
