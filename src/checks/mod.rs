//! Checks: what is wrong, doubtful or worth knowing about a project as a whole. One file a subject; [`CHECKS`] is the
//! registry.

mod controls;
mod drivers;
mod lines;
mod rules;
mod sources;
mod victims;

use crate::attribution::Attribution;
use crate::diagnostics::Diagnostics;
use crate::project::Project;

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'p> {
    /// The project.
    pub project: &'p Project,
    /// Its lines in the phase `best`, attributed.
    pub attribution: &'p Attribution,
}

/// A check: reads the subject, pushes diagnostics.
pub type Check = fn(Subject<'_>, &mut Diagnostics);

/// Every check, in the order in which they run.
pub const CHECKS: [Check; 12] = [
    lines::blank_beside_known,
    lines::in_two_inputs,
    lines::double_counting,
    lines::phases,
    lines::not_published,
    controls::hold,
    victims::measures,
    victims::parts,
    victims::breaks,
    drivers::used_and_known,
    rules::order,
    sources::known,
];

/// Runs every check.
pub fn run(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for check in CHECKS {
        check(subject, diagnostics);
    }
}
