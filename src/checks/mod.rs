//! Checks: what is wrong, doubtful or worth knowing about a project as a whole. One file a subject; [`CHECKS`] is the
//! registry.

mod controls;
mod currencies;
mod drivers;
mod expected;
mod files;
mod formulas;
mod lines;
mod look_alikes;
mod rates;
mod requests;
mod rules;
mod services;
mod sources;
mod victims;

use std::sync::Arc;

use crate::attribution::Attribution;
use crate::diagnostics::Diagnostics;
use crate::domain::{BudgetLine, PhaseChoice};
use crate::project::Project;

/// What a check looks at. A check that draws a conclusion from what is not there asks first whether the input it would
/// be in was read without a fault.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'p> {
    /// The project.
    pub project: &'p Project,
    /// The lines of the phase `best`.
    pub selected: &'p [Arc<BudgetLine>],
    /// These lines, attributed; `None` where the inputs are faulty.
    pub attribution: Option<&'p Attribution>,
}

impl<'p> Subject<'p> {
    /// The lines of the phase `best`.
    fn lines(&self) -> impl Iterator<Item = &'p BudgetLine> + use<'p> {
        self.selected.iter().map(AsRef::as_ref)
    }
}

/// A check: reads the subject, pushes diagnostics.
pub type Check = fn(Subject<'_>, &mut Diagnostics);

/// Every check, in the order in which they run.
pub const CHECKS: [Check; 25] = [
    lines::blank_beside_known,
    lines::in_two_inputs,
    lines::double_counting,
    lines::phases,
    lines::not_published,
    expected::repeated,
    expected::not_reported,
    expected::missing,
    files::same,
    currencies::leva_after_euro,
    currencies::assumed,
    look_alikes::told,
    formulas::told,
    controls::hold,
    victims::measures,
    victims::parts,
    victims::breaks,
    drivers::used_and_known,
    drivers::carried,
    drivers::units,
    rules::order,
    services::measures,
    sources::known,
    rates::fixed,
    requests::asked,
];

/// Runs every check on a project and what was attributed of it.
pub fn run(project: &Project, attribution: Option<&Attribution>, diagnostics: &mut Diagnostics) {
    let selected = project.selected(PhaseChoice::Best);
    let subject = Subject { project, selected: &selected, attribution };
    for check in CHECKS {
        check(subject, diagnostics);
    }
}
