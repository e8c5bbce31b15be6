//! The services and price indices that rules name, and those of them that stand nowhere.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::language::Message;
use crate::message;
use crate::project::Project;
use crate::rules::share::{Estimation, Missing};
use crate::rules::{Pattern, Rule, Share};

/// Whether any service of any year has such a name.
#[must_use]
pub(super) fn stands(project: &Project, pattern: &str) -> bool {
    let pattern = Pattern::new(pattern);
    project.services.rows().any(|service| pattern.matches(&service.service.to_lowercase()))
}

/// Tells every pattern of services that fits none at all, once for all years.
pub fn unknown_services(project: &Project, diagnostics: &mut Diagnostics) {
    for rule in &project.rules.rules {
        let Share::Services(services) = &rule.share else { continue };
        for pattern in services.patterns.iter().filter(|pattern| !stands(project, &pattern.written)) {
            let names = project.services.rows().map(|service| service.service.as_ref());
            let help = Message::did_you_mean(&pattern.written, names).unwrap_or_else(|| message!("rule-add-service"));
            let message = message!("rule-service-nowhere", pattern = &pattern.written);
            push(rule, Code::UnknownService, message, help, &pattern.written, diagnostics);
        }
    }
}

/// Tells every price index of a rule, and that of the manifest, that stands nowhere in prices, once for all years.
pub fn unknown_indices(project: &Project, diagnostics: &mut Diagnostics) {
    if !project.has_sound_prices() {
        return;
    }
    let unknown = |index: &str| {
        let help =
            Message::did_you_mean(index, project.prices.indices()).unwrap_or_else(|| message!("project-add-index"));
        Diagnostic::new(Code::WhichIndex, message!("project-no-index", index = index), help).found(index)
    };
    let known = |index: &str| project.prices.indices().any(|known| known == index);
    if let Some((index, origin)) = project.named_index.as_ref().filter(|(index, _)| !known(index)) {
        diagnostics.push(unknown(index).at(origin).column("project.prices"));
    }
    for rule in &project.rules.rules {
        let indices = rule.share.missing().into_iter().filter_map(Missing::index);
        for index in indices.chain(rule.fill.iter().filter_map(Estimation::index)) {
            if !known(index) {
                diagnostics.push(unknown(index).at(&rule.origin).column(format!("rule.{}", rule.id)));
            }
        }
    }
}

fn push(rule: &Rule, code: Code, message: Message, help: Message, found: &str, diagnostics: &mut Diagnostics) {
    let diagnostic = Diagnostic::new(code, message, help).at(&rule.origin);
    diagnostics.push(diagnostic.column(format!("rule.{}", rule.id)).found(found));
}
