//! What a command has at hand: the streams, the project, and what is said on stderr.

use std::io::{IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use super::args::{ProjectArgs, TalkArgs};
use super::failure::Failure;
use super::output::colour;
use super::progress::Progress;
use super::settings;
use crate::attribution::Attribution;
use crate::diagnostics::text::{Paint, for_terminal, render, summary};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::domain::{BudgetLine, Currency, PhaseChoice, Year, YearRange};
use crate::ingest::{InputFile, MANIFEST, Watch};
use crate::language::{Message, Value};
use crate::measures::{Basis, BasisFault};
use crate::message;
use crate::pipeline::{self, Attributed, Faulty, Loaded, Location, PhaseFault};
use crate::project::Project;
use crate::report::year_spans;

/// What lasts until the process ends: to free each line of a long ledger takes a while, and nobody is served by it.
pub type Lasting<T> = ManuallyDrop<T>;

/// The streams of the process, handed down from `main`, and how much to say.
pub struct Console<'s> {
    pub stdout: &'s mut dyn Write,
    pub stderr: &'s mut dyn Write,
    pub talk: TalkArgs,
    pub here: PathBuf,
    /// Whether it was said that the embedded project stands in.
    pub has_told_fallback: bool,
}

impl Console<'_> {
    /// Says something on stderr. A closed stderr is no reason to stop.
    pub fn say(&mut self, text: &str) {
        let _ = self.stderr.write_all(text.as_bytes());
    }

    /// Says a message on stderr, in a line of its own.
    pub fn line(&mut self, message: &Message) {
        let line = for_terminal(&self.talk.language().say(message));
        self.say(&format!("{line}\n"));
    }

    /// How diagnostics are painted on stderr.
    pub fn paint(&self) -> Paint {
        let to_terminal = std::io::stderr().is_terminal();
        if colour(self.talk.color, to_terminal) { Paint::Colour } else { Paint::Plain }
    }

    /// Loads the project that is meant.
    pub fn load(&mut self, args: &ProjectArgs) -> Result<Loaded, Failure> {
        let overrides = settings::overrides(args);
        settings::refuse_two_rules(&overrides)?;
        self.tell_fallback(args);
        let location = settings::location(args, &self.here);
        if self.talk.verbose {
            let reading = match &location {
                Location::Embedded => message!("reading-embedded"),
                Location::Path(path) => message!("reading-project", path = path.display().to_string()),
            };
            self.line(&reading);
        }
        if let Some(path) = settings::of_another(args, &location)
            && !self.talk.quiet
        {
            self.line(&message!("manifest-of-another", path = path.display().to_string()));
        }
        let watch = Watch::default();
        let progress = Progress::of(&watch, &self.talk);
        let loaded = pipeline::load_watched(&location, &overrides, args.protect, &watch);
        drop(progress);
        if self.talk.verbose {
            for reading in loaded.readings() {
                self.line(&reading.describe());
            }
        }
        Ok(loaded)
    }

    /// The project attributed in a phase, or its faults on stderr. Nothing is shown of a project with errors.
    pub fn ready(&mut self, args: &ProjectArgs, phase: PhaseChoice) -> Result<Lasting<Attributed>, Failure> {
        let sound = self.load(args)?.sound().map_err(|faulty| {
            let Faulty { files, diagnostics, .. } = *faulty;
            let more = diagnostics.left_out().next().is_some();
            let project_is_there = diagnostics.counts().len() > 1 || !files.iter().all(is_absent);
            let all = (!more && project_is_there).then(|| settings::check_command(args));
            self.refuse(&diagnostics, all.as_deref())
        })?;
        self.warn(sound.found());
        sound.in_phase(phase).map(Lasting::new).map_err(|fault| match fault {
            PhaseFault::Faults(diagnostics) => self.refuse(&diagnostics, None),
            PhaseFault::Ledger(error) => error.into(),
        })
    }

    /// Refuses a currency or prices that the lines of the years asked for cannot be shown in.
    pub fn refuse_basis(&mut self, ready: &Attributed, basis: Basis, years: YearRange) -> Result<(), Failure> {
        self.refuse_bases(ready, [basis], years)
    }

    /// The same for figures in several currencies: each fault once.
    pub fn refuse_bases(
        &mut self,
        ready: &Attributed,
        bases: impl IntoIterator<Item = Basis>,
        years: YearRange,
    ) -> Result<(), Failure> {
        let diagnostics = basis_faults(&ready.project, &ready.attribution, bases, years);
        if diagnostics.has_errors() { Err(self.refuse(&diagnostics, None)) } else { Ok(()) }
    }

    /// Tells the errors and stops. `all` is the command that tells warnings and notes too.
    pub fn refuse(&mut self, diagnostics: &Diagnostics, all: Option<&str>) -> Failure {
        self.tell(diagnostics, &[Severity::Error]);
        let left_out: u64 = diagnostics.left_out().map(|(_, more)| more).sum();
        let more = (left_out > 0).then(|| message!("nothing-shown-more", count = left_out));
        let all = all.map(|command| message!("nothing-shown-all", command = command));
        self.line(&message!(
            "nothing-shown",
            summary = summary(diagnostics),
            more = Value::optional(more),
            all = Value::optional(all)
        ));
        if diagnostics.has_unreadable_files() { Failure::Unreadable } else { Failure::Data }
    }

    /// Refuses years and a phase in which no line stands; warns of years that were asked for and have none.
    pub fn refuse_absent_years(&mut self, ready: &Attributed, asked: YearRange) -> Result<(), Failure> {
        let attribution = &ready.attribution;
        let lines = attribution.taken().map(|attributed| &attributed.line);
        let mut present: Vec<Year> = lines.map(|line| line.key().year).collect();
        present.dedup();
        let phase = match attribution.phase {
            PhaseChoice::Best => None,
            PhaseChoice::Approved | PhaseChoice::Executed => {
                let phase = Value::Word("phase", attribution.phase.word().to_owned());
                Some(message!("no-lines-in-phase", phase = phase))
            }
        };
        let has: Value =
            if present.is_empty() { message!("no-lines-at-all").into() } else { year_spans(&present).into() };
        let told = |years: Value| (years, has, Value::optional(phase));
        if !present.iter().any(|year| asked.contains(*year)) {
            let (years, present, phase) = told(asked_years(asked, &ready.project).into());
            return Err(Failure::usage(message!("usage-no-lines", years = years, present = present, phase = phase)));
        }
        let (first, last) = (asked.from.or(present.first().copied()), asked.to.or(present.last().copied()));
        let (Some(first), Some(last), false) = (first, last, self.talk.quiet) else { return Ok(()) };
        let all = asked == YearRange::default();
        let asked = std::iter::successors(Some(first), |year| year.after()).take_while(|year| *year <= last);
        let absent: Vec<Year> = asked.filter(|year| !present.contains(year)).collect();
        // Years between the data are nobody's question unless they are asked for.
        if !absent.is_empty() && !all {
            let (years, present, phase) = told(year_spans(&absent).into());
            self.line(&message!("no-lines-for", years = years, present = present, phase = phase));
        }
        Ok(())
    }

    /// Refuses to go on without a project of one's own, so that a script in the wrong folder fails.
    pub fn refuse_fallback(&self, args: &ProjectArgs) -> Result<(), Failure> {
        if settings::falls_back(args, &self.here) {
            return Err(Failure::usage(message!("usage-no-project", manifest = MANIFEST)));
        }
        Ok(())
    }

    /// Says once that the embedded project stands in where none is at hand.
    pub fn tell_fallback(&mut self, args: &ProjectArgs) {
        if !self.talk.quiet && !self.has_told_fallback && settings::falls_back(args, &self.here) {
            self.has_told_fallback = true;
            self.line(&message!("embedded-stands-in", manifest = MANIFEST));
        }
    }

    /// Tells warnings, unless nothing but errors is to be said.
    pub fn warn(&mut self, diagnostics: &Diagnostics) {
        if !self.talk.quiet {
            self.tell(diagnostics, &[Severity::Warning]);
        }
    }

    fn tell(&mut self, diagnostics: &Diagnostics, severities: &[Severity]) {
        let paint = self.paint();
        for diagnostic in diagnostics.iter().filter(|diagnostic| severities.contains(&diagnostic.severity())) {
            self.say(&render(diagnostic, paint, self.talk.language()));
        }
    }
}

/// Years as they were asked for; those of the project where none were.
fn asked_years(asked: YearRange, project: &Project) -> String {
    match (asked.from, asked.to) {
        (None, None) => year_spans(&project.years()),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let [from, to] = [from, to].map(|year| year.map(|year| year.to_string()).unwrap_or_default());
            format!("{from}..{to}")
        }
    }
}

/// Whether a file is named and not there.
fn is_absent(file: &InputFile) -> bool {
    file.path().is_some_and(|path| !path.exists())
}

/// Why the lines of some years cannot be shown in a basis: each missing rate at the first row that needs it.
fn basis_faults(
    project: &Project,
    attribution: &Attribution,
    bases: impl IntoIterator<Item = Basis>,
    years: YearRange,
) -> Diagnostics {
    let with_money = || attribution.taken().filter(|attributed| attributed.has_money());
    let lines = || with_money().map(|attributed| &attributed.line).filter(|line| years.contains(line.key().year));
    let mut diagnostics = Diagnostics::default();
    let mut faults: Vec<BasisFault> = Vec::new();
    for basis in bases {
        let found = basis.faults(project, lines().map(|line| (line.key().currency, line.key().year)));
        faults.extend(found.into_iter().filter(|fault| !faults.contains(fault)).collect::<Vec<_>>());
    }
    for fault in faults {
        diagnostics.push(match fault {
            BasisFault::Prices { .. } => {
                let diagnostic = Diagnostic::new(Code::PriceChain, fault.message(), message!("basis-add-prices"));
                match project.prices.all_rows().next() {
                    Some(row) => diagnostic.in_file(&row.origin.file),
                    None => diagnostic,
                }
            }
            BasisFault::WhichIndex { .. } => {
                let diagnostic = Diagnostic::new(Code::WhichIndex, fault.message(), message!("basis-name-index"));
                match project.prices.all_rows().next() {
                    Some(row) => diagnostic.in_file(&row.origin.file).column("index"),
                    None => diagnostic,
                }
            }
            BasisFault::Rate { from, to, year } => {
                match lines().find(|line| line.key().currency == from && line.key().year == year) {
                    Some(line) => missing_rate(line, to),
                    None => Diagnostic::new(Code::MissingRate, fault.message(), message!("basis-add-rate")),
                }
            }
        });
    }
    diagnostics
}

/// That nobody gives the rate at which a line could be shown in a currency, at the first of its rows.
pub(super) fn missing_rate(line: &BudgetLine, to: Currency) -> Diagnostic {
    let (from, year) = (line.key().currency, line.key().year);
    let message = message!("project-no-rate", from = from, to = to, year = year);
    let help = message!("project-add-rate", from = from, to = to, year = year);
    let diagnostic = Diagnostic::new(Code::MissingRate, message, help);
    match line.rows().first_row() {
        Some(origin) => diagnostic.at(origin).column("currency"),
        None => diagnostic,
    }
}
