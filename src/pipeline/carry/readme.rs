//! What stands in the new folder for whoever goes on with it.

use super::CarriedFacts;
use crate::language::Language;
use crate::message;

/// The text, as Markdown.
pub(super) fn text(facts: &CarriedFacts, title: &str, language: Language) -> String {
    let say = |message| language.say(&message);
    let mut text = format!("# {title}\n\n");
    for told in facts.told() {
        text.push_str(&format!("* {}\n", language.say(&told)));
    }
    let (year, was) = (facts.to_fill, facts.was);
    for step in [
        message!("carried-step-rows", year = year, currency = facts.currency),
        message!("carried-step-expected", year = year),
        message!("carried-step-check"),
        message!("carried-step-report", was = was, currency = facts.currency),
    ] {
        text.push_str(&format!("\n{}\n", say(step)));
    }
    text
}
