//! How the text of a page looks: struck through, raised or hidden, by elements, by styles and by classes.

use std::collections::HashMap;

use crate::ingest::sheet::look::Letters;

/// What an element or a style says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) letters: Letters,
    pub(super) hidden: bool,
}

impl Said {
    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            letters: Letters {
                struck: self.letters.struck || other.letters.struck,
                raised: self.letters.raised || other.letters.raised,
            },
            hidden: self.hidden || other.hidden,
        }
    }

    /// Of the name of an element.
    pub(super) fn of_element(name: &[u8]) -> Self {
        let letters = Letters { struck: matches!(name, b"s" | b"strike" | b"del"), raised: name == b"sup" };
        Self { letters, hidden: false }
    }

    /// Of declarations such as `text-decoration: line-through`.
    pub(super) fn of_style(style: &str) -> Self {
        let mut said = Self::default();
        for declaration in style.to_ascii_lowercase().split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            match property.trim() {
                "text-decoration" | "text-decoration-line" => said.letters.struck |= value.contains("line-through"),
                "vertical-align" => said.letters.raised |= value.contains("super"),
                "display" => said.hidden |= value.contains("none"),
                _ => {}
            }
        }
        said
    }
}

/// What the classes of a page say, by its own styles: `.deleted { text-decoration: line-through }`.
pub(super) fn of_classes(page: &str) -> HashMap<String, Said> {
    let mut classes: HashMap<String, Said> = HashMap::new();
    let folded = page.to_ascii_lowercase();
    for piece in folded.split("<style").skip(1) {
        let body = piece.split_once('>').map_or("", |(_, body)| body.split("</style").next().unwrap_or_default());
        for rule in body.split('}') {
            let Some((selectors, declarations)) = rule.split_once('{') else { continue };
            let said = Said::of_style(declarations);
            if said == Said::default() {
                continue;
            }
            for selector in selectors.split(',') {
                // What stands last in a selector is what it is about.
                let last = selector.split_whitespace().next_back().unwrap_or_default();
                if let Some((_, class)) = last.rsplit_once('.') {
                    let there = classes.entry(class.to_owned()).or_default();
                    *there = there.and(said);
                }
            }
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_say_what_is_struck() {
        let page =
            "<style>.text {mso-number-format:\\@; } td.old, .a .gone{color:red; text-decoration:line-through;}</style>";
        let classes = of_classes(page);
        let mut struck: Vec<&str> = classes.keys().map(String::as_str).collect();
        struck.sort_unstable();
        assert_eq!(struck, ["gone", "old"]);
    }
}
