//! The steps of the national referral mechanism, 1.1 to 3.4, and what they are called.

use std::sync::OnceLock;

use crate::language::Language;

/// The own dimension of money rows, and the column of services, whose values are steps.
pub const STEP: &str = "step";

/// Every step, in order.
pub const STEPS: [&str; 10] = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "3.3", "3.4"];

/// A step of the mechanism with its number and what it is; `None` for what is none.
pub(super) fn name(dimension: &str, code: &str, language: Language) -> Option<&'static str> {
    static NAMES: OnceLock<Vec<(Language, &'static str, String)>> = OnceLock::new();
    if dimension != STEP || !STEPS.contains(&code) {
        return None;
    }
    let names = NAMES.get_or_init(|| {
        let said = |language: Language, step: &'static str| {
            let words = language.name("step", &step.replace('.', "-"));
            (language, step, format!("{step} {words}"))
        };
        Language::ALL.into_iter().flat_map(|language| STEPS.map(|step| said(language, step))).collect()
    });
    names.iter().find(|(of, step, _)| *of == language && *step == code).map(|(_, _, name)| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Language, STEPS, name};

    #[test]
    fn every_step_has_words_in_both_languages() {
        for language in Language::ALL {
            for step in STEPS {
                let name = name("step", step, language).unwrap();
                assert!(name.starts_with(step) && name.len() > step.len() + 5, "{name}");
            }
        }
        assert_eq!(name("step", "2.1", Language::English), Some("2.1 crisis intervention"));
        assert_eq!(name("step", "2.10", Language::English), None);
        assert_eq!(name("region", "2.1", Language::English), None);
    }
}
