//! Which lines a rule is about: fields with wildcards, compared without regard to case.

use crate::diagnostics::Diagnostics;
use crate::document::Table;
use crate::domain::LineKey;

/// The fields that a match may name.
pub const MATCH_FIELDS: [&str; 8] = ["agency", "funder", "financing", "label", "line", "function", "area", "currency"];

/// All fields given must match, each by any of its patterns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matcher {
    fields: Vec<(usize, Vec<String>)>,
}

/// A line's fields in the form in which patterns are compared with them.
#[derive(Debug, Clone)]
pub struct MatchedLine([String; MATCH_FIELDS.len()]);

impl MatchedLine {
    /// The fields of a line, letters folded.
    #[must_use]
    pub fn of(key: &LineKey) -> Self {
        Self([
            key.agency.to_lowercase(),
            key.funder.to_lowercase(),
            key.financing.word().to_owned(),
            key.label.word().to_owned(),
            key.line.to_lowercase(),
            key.function.to_lowercase(),
            key.area.to_lowercase(),
            key.currency.code().to_lowercase(),
        ])
    }
}

impl Matcher {
    /// Reads a table such as `{ agency = "MoI", line = ["*organised crime*"] }`.
    pub fn read(table: &Table<'_>, diagnostics: &mut Diagnostics) -> Self {
        table.refuse_unknown(&MATCH_FIELDS, diagnostics);
        let fields = MATCH_FIELDS.iter().enumerate().filter_map(|(index, field)| {
            let patterns = table.get(field)?.texts(diagnostics);
            Some((index, patterns.iter().map(|pattern| pattern.to_lowercase()).collect()))
        });
        Self { fields: fields.collect() }
    }

    /// Whether the line matches.
    #[must_use]
    pub fn matches(&self, line: &MatchedLine) -> bool {
        self.fields.iter().all(|(field, patterns)| {
            line.0.get(*field).is_some_and(|text| patterns.iter().any(|pattern| wildcard(pattern, text)))
        })
    }

    /// How a message or an explanation says it.
    #[must_use]
    pub fn describe(&self) -> String {
        let fields = self.fields.iter().map(|(field, patterns)| {
            let patterns: Vec<String> = patterns.iter().map(|pattern| format!("\"{pattern}\"")).collect();
            format!("{} {}", MATCH_FIELDS.get(*field).unwrap_or(&""), patterns.join(" or "))
        });
        let fields: Vec<String> = fields.collect();
        if fields.is_empty() { "every line".to_owned() } else { fields.join(" and ") }
    }
}

/// Whether the whole text matches a pattern in which `*` is any run of letters and `?` any one letter.
#[must_use]
pub fn wildcard(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    // Where to go back to: after the last `*`, and the text one letter further than last time.
    let mut retry = None;
    loop {
        let before = text.clone();
        match (pattern.next(), text.next()) {
            (Some('*'), _) => {
                text = before.clone();
                retry = Some((pattern.clone(), before));
            }
            (None, None) => return true,
            (Some('?'), Some(_)) => {}
            (Some(wanted), Some(letter)) if wanted == letter => {}
            _ => {
                let Some((after_star, from)) = &mut retry else { return false };
                if from.next().is_none() {
                    return false;
                }
                pattern = after_star.clone();
                text = from.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::wildcard;

    #[test]
    fn wildcards_match_the_whole_text() {
        for (pattern, text, expected) in [
            ("moi", "moi", true),
            ("moi", "moi ", false),
            ("*organised crime*", "combating organised crime (drugs)", true),
            ("*organised crime", "combating organised crime (drugs)", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c-b", false),
            ("?", "щ", true),
            ("?", "", false),
            ("*", "", true),
            ("**", "", true),
            ("*?", "", false),
            ("[a]", "[a]", true),
            ("[a]", "a", false),
            ("", "", true),
            ("", "a", false),
            ("*ab", "aab", true),
        ] {
            assert_eq!(wildcard(pattern, text), expected, "{pattern} on {text}");
        }
    }
}
