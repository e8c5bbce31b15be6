//! Every source that is cited must stand in the bibliography.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::ingest::InputName;
use crate::language::Message;
use crate::message;

pub(super) fn known(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let project = subject.project;
    if project.faulty.contains(&InputName::Sources) {
        return;
    }
    let mut cited: Vec<(&str, &Origin)> = Vec::new();
    for line in &project.lines {
        cited.extend(line.rows().first_row().map(|origin| (line.key().source.as_ref(), origin)));
    }
    cited.extend(project.victims.rows().map(|row| (row.source.as_ref(), &row.origin)));
    cited.extend(project.services.rows().map(|row| (row.source.as_ref(), &row.origin)));
    cited.extend(project.drivers.all_rows().map(|row| (row.source.as_ref(), &row.origin)));
    cited.extend(project.prices.all_rows().map(|row| (row.source.as_ref(), &row.origin)));
    cited.extend(project.exchange.rows().map(|row| (row.source.as_ref(), &row.origin)));
    cited.extend(project.controls.iter().map(|control| (control.source.as_ref(), &control.origin)));
    cited.extend(project.rules.rules.iter().map(|rule| (rule.source.as_ref(), &rule.origin)));
    let mut told = BTreeSet::new();
    for (id, origin) in cited {
        let in_list = project.sources.as_ref().is_some_and(|sources| sources.contains_key(id));
        if id.is_empty() || in_list || !told.insert(id) {
            continue;
        }
        let known = project.sources.iter().flat_map(|sources| sources.keys());
        let help = Message::did_you_mean(id, known.map(AsRef::as_ref))
            .unwrap_or_else(|| message!("check-source-add", id = id));
        let message = message!("check-source", id = id);
        diagnostics.push(Diagnostic::new(Code::UnknownSource, message, help).at(origin).column("source").found(id));
    }
}
