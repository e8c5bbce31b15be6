//! Diagnostics as they accumulate over a run.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Severity};

/// How many of one kind are kept whole; of the rest only the number is.
pub const KEPT_OF_A_KIND: u64 = 100;

/// All that was found in one run: the first hundred of a kind whole, and how many there were of each.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    counts: BTreeMap<Code, u64>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = self.counts.entry(diagnostic.code).or_default();
        *count += 1;
        if *count <= KEPT_OF_A_KIND {
            self.kept.push(diagnostic);
        }
    }

    /// Adds one of a kind, made only where it will be kept: what it says may take long to find.
    pub fn push_with(&mut self, code: Code, make: impl FnOnce() -> Diagnostic) {
        if self.counts.get(&code).is_some_and(|count| *count >= KEPT_OF_A_KIND) {
            self.add_uncounted(code, 1);
        } else {
            self.push(make());
        }
    }

    /// Adds to the number of a kind what was found and not kept elsewhere.
    pub fn add_uncounted(&mut self, code: Code, more: u64) {
        *self.counts.entry(code).or_default() += more;
    }

    /// Forgets what was shown of rows of some files: a row and a cell as they stand there.
    pub fn forget_rows_of(&mut self, is_meant: impl Fn(&str) -> bool) {
        for diagnostic in &mut self.kept {
            if diagnostic.file.as_deref().is_some_and(&is_meant) {
                diagnostic.excerpt = None;
                diagnostic.found = None;
            }
        }
    }

    /// Those kept, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// How many there were of each code.
    #[must_use]
    pub fn counts(&self) -> &BTreeMap<Code, u64> {
        &self.counts
    }

    /// How many there were of a severity.
    #[must_use]
    pub fn of_severity(&self, severity: Severity) -> u64 {
        self.counts.iter().filter(|(code, _)| code.severity() == severity).map(|(_, count)| count).sum()
    }

    /// Whether any is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.of_severity(Severity::Error) > 0
    }

    /// Whether a file could not be read, or is for another version of the program: no fault of the data.
    #[must_use]
    pub fn has_unreadable_files(&self) -> bool {
        [Code::UnreadableFile, Code::OtherVersion].iter().any(|code| self.counts.contains_key(code))
    }

    /// Codes of which there were more than are kept, with how many were left out.
    pub fn left_out(&self) -> impl Iterator<Item = (Code, u64)> {
        self.counts.iter().filter_map(|(code, count)| {
            let more = count.saturating_sub(KEPT_OF_A_KIND);
            (more > 0).then_some((*code, more))
        })
    }
}
