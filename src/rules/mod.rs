//! Attribution rules: which lines, which share, which split. What a rules file says, before any line is seen.

mod file;
mod index;
mod matcher;
mod rule;
pub mod share;
mod split;

pub use file::RULE_KEYS;
pub use index::MatchIndex;
pub use matcher::{MATCH_FIELDS, MatchedLine, Matcher, Pattern};
pub use rule::{Rule, RuleSet};
pub use share::Share;
pub use split::{DIMENSIONS, Split, SplitBy, Weights};
