//! Which files a dialect is about: a path or a glob as under `[inputs]`, with its folders.

use glob::{MatchOptions, Pattern};

/// A path or a glob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePattern {
    text: String,
    glob: Pattern,
}

/// A star does not reach over a folder, as it does not under `[inputs]`.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

impl FilePattern {
    /// Reads a path or a glob.
    ///
    /// # Errors
    ///
    /// Where it is no glob.
    pub fn parse(text: &str) -> Result<Self, glob::PatternError> {
        let text = text.strip_prefix("./").unwrap_or(text);
        Ok(Self { text: text.to_owned(), glob: Pattern::new(text)? })
    }

    /// For one file, whatever signs its name has.
    #[must_use]
    pub fn of_file(name: &str) -> Self {
        let text = name.strip_prefix("./").unwrap_or(name).to_owned();
        let glob = Pattern::new(&Pattern::escape(&text)).unwrap_or_default();
        Self { text, glob }
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is about a file of this path. A file outside of the project's folder goes by its bare name where the pattern
    /// has no folder.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        let name = name.strip_prefix("./").unwrap_or(name);
        let outside = name.starts_with(['/', '\\']) || name.starts_with("..") || name.get(1..3) == Some(":/");
        let bare = name.rsplit(['/', '\\']).next().filter(|_| outside && !self.text.contains('/'));
        let names = [Some(name), bare];
        names.into_iter().flatten().any(|name| self.text == name || self.glob.matches_with(name, OPTIONS))
    }
}

#[cfg(test)]
mod tests {
    use super::FilePattern;

    #[test]
    fn folders_are_part_of_a_name() {
        for (pattern, name, expected) in [
            ("pay.csv", "pay.csv", true),
            ("pay.csv", "./pay.csv", true),
            ("pay.csv", "2016/pay.csv", false),
            ("2016/pay.csv", "2016/pay.csv", true),
            ("2016/*.csv", "2016/pay.csv", true),
            ("*.csv", "2016/pay.csv", false),
            ("**/*.csv", "2016/pay.csv", true),
            ("a", "a#1.csv", false),
            ("moi-*.csv", "/tmp/moi-1.csv", true),
            ("a#1.csv", "a#1.csv", true),
            ("pay[1].csv", "pay[1].csv", true),
        ] {
            assert_eq!(FilePattern::parse(pattern).unwrap().matches(name), expected, "{pattern} on {name}");
        }
        assert!(FilePattern::of_file("pay[1]*.csv").matches("pay[1]*.csv"));
        assert!(!FilePattern::of_file("pay*.csv").matches("pay-2.csv"));
    }
}
