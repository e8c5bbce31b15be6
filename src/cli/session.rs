//! What a command has at hand: the streams, the project, and what is said on stderr.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use super::args::{ProjectArgs, TalkArgs};
use super::failure::Failure;
use super::output::colour;
use super::settings;
use crate::attribution::{Attribution, Ledger};
use crate::diagnostics::text::{Paint, render, summary};
use crate::diagnostics::{Diagnostics, Severity};
use crate::domain::PhaseChoice;
use crate::pipeline::{self, Loaded, Location};
use crate::project::Project;

/// The streams of the process, handed down from `main`, and how much to say.
pub struct Session<'s> {
    pub stdout: &'s mut dyn Write,
    pub stderr: &'s mut dyn Write,
    pub talk: TalkArgs,
    pub here: PathBuf,
}

/// A project without errors, attributed in a phase.
pub struct Ready {
    pub project: Project,
    pub attribution: Attribution,
    pub ledger: Ledger,
    pub paths: Vec<PathBuf>,
}

impl Session<'_> {
    /// Says something on stderr. A closed stderr is no reason to stop.
    pub fn say(&mut self, text: &str) {
        let _ = self.stderr.write_all(text.as_bytes());
    }

    /// How diagnostics are painted on stderr.
    pub fn paint(&self) -> Paint {
        let to_terminal = std::io::stderr().is_terminal();
        if colour(self.talk.color, to_terminal) { Paint::Colour } else { Paint::Plain }
    }

    /// Loads the project that is meant.
    pub fn load(&mut self, args: &ProjectArgs) -> Loaded {
        let location = settings::location(args, &self.here);
        if self.talk.verbose {
            let words = match &location {
                Location::Embedded => "the embedded project".to_owned(),
                Location::Path(path) => format!("the project {}", path.display()),
            };
            self.say(&format!("reading {words}\n"));
        }
        pipeline::load(&location, &settings::overrides(args))
    }

    /// The project attributed in a phase, or its faults on stderr. Nothing is shown of a project with errors.
    pub fn ready(&mut self, args: &ProjectArgs, phase: PhaseChoice) -> Result<Ready, Failure> {
        let Loaded { project, attribution, paths, mut diagnostics } = self.load(args);
        let (Some(project), Some(attribution)) = (project, attribution) else {
            return Err(self.refuse(&diagnostics));
        };
        if diagnostics.has_errors() {
            return Err(self.refuse(&diagnostics));
        }
        self.warn(&diagnostics);
        if phase == PhaseChoice::Best {
            let ledger = Ledger::new(&project, &attribution)?;
            return Ok(Ready { project, attribution, ledger, paths });
        }
        diagnostics = Diagnostics::default();
        match pipeline::ledger(&project, phase, &mut diagnostics)? {
            Some((attribution, ledger)) => Ok(Ready { project, attribution, ledger, paths }),
            None => Err(self.refuse(&diagnostics)),
        }
    }

    /// Tells the errors and stops.
    pub fn refuse(&mut self, diagnostics: &Diagnostics) -> Failure {
        self.tell(diagnostics, &[Severity::Error]);
        let left_out: u64 = diagnostics.left_out().map(|(_, more)| more).sum();
        let more = if left_out > 0 { format!(" ({left_out} of them not shown)") } else { String::new() };
        self.say(&format!("nothing is shown: {}{more}; all of them: thb-cost check\n", summary(diagnostics)));
        if diagnostics.has_unreadable_files() { Failure::Unreadable } else { Failure::Data }
    }

    fn warn(&mut self, diagnostics: &Diagnostics) {
        if !self.talk.quiet {
            self.tell(diagnostics, &[Severity::Warning]);
        }
    }

    fn tell(&mut self, diagnostics: &Diagnostics, severities: &[Severity]) {
        let paint = self.paint();
        for diagnostic in diagnostics.iter().filter(|diagnostic| severities.contains(&diagnostic.severity())) {
            self.say(&render(diagnostic, paint));
        }
    }
}
