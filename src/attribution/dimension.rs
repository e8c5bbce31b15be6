//! Dimensions: what figures can be shown by, and the value that each has on an entry of the ledger.

use arcstr::ArcStr;

use super::entry::Entry;
use crate::domain::{BudgetLine, State};
use crate::language::Language;
use crate::project::Project;
use crate::rules::Rule;

/// A dimension that figures can be shown by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Who spends.
    Agency,
    /// Who pays.
    Funder,
    /// State or external.
    Financing,
    /// Labelled or unlabelled.
    Label,
    /// Name of the budget line.
    Line,
    /// COFOG code.
    Function,
    /// Programme area: that of a part, or else the line's own.
    Area,
    /// Form of exploitation of a part; blank where nothing is attributed.
    Exploitation,
    /// How the figure is known.
    State,
    /// The rule that decided the line; blank where none did.
    Rule,
    /// One of the project's own, by its position in the manifest.
    Own(usize),
}

impl Dimension {
    /// Every dimension that every project has, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::Agency,
        Self::Funder,
        Self::Financing,
        Self::Label,
        Self::Line,
        Self::Function,
        Self::Area,
        Self::Exploitation,
        Self::State,
        Self::Rule,
    ];

    /// Its name, which is that of the ledger's column. `own` are the names of the project's own dimensions.
    #[must_use]
    pub fn name(self, own: &[ArcStr]) -> &str {
        match self {
            Self::Agency => "agency",
            Self::Funder => "funder",
            Self::Financing => "financing",
            Self::Label => "label",
            Self::Line => "line",
            Self::Function => "function",
            Self::Area => "area",
            Self::Exploitation => "exploitation",
            Self::State => "state",
            Self::Rule => "rule",
            // A project hands out positions of its own list only.
            Self::Own(position) => &own[position],
        }
    }

    /// Reads a name; one that neither the program nor the project has is `None`.
    #[must_use]
    pub fn parse(name: &str, own: &[ArcStr]) -> Option<Self> {
        Self::of_project(own).find(|dimension| dimension.name(own) == name)
    }

    /// Every dimension of a project, its own ones last.
    pub fn of_project(own: &[ArcStr]) -> impl Iterator<Item = Self> + use<> {
        Self::ALL.into_iter().chain((0..own.len()).map(Self::Own))
    }

    /// Whether its values may be codes with points, of which the first parts can be taken.
    #[must_use]
    pub const fn has_codes(self) -> bool {
        match self {
            Self::Agency | Self::Funder | Self::Line | Self::Function | Self::Area | Self::Own(_) => true,
            Self::Financing | Self::Label | Self::Exploitation | Self::State | Self::Rule => false,
        }
    }

    /// Its value on an entry, as the ledger has it.
    #[must_use]
    pub fn value<'e>(self, entry: &Entry<'e>) -> &'e str {
        match self {
            Self::Area => entry.area,
            Self::Exploitation => entry.exploitation,
            of_line => of_line.of_line(entry.line, entry.rule, entry.state),
        }
    }

    /// Its value on a line as a whole, with the rule that decides it: its own area; a form of exploitation is no property
    /// of a line, and blank.
    #[must_use]
    pub fn of_line<'l>(self, line: &'l BudgetLine, rule: Option<&'l Rule>, state: State) -> &'l str {
        let key = line.key();
        match self {
            Self::Agency => &key.agency,
            Self::Funder => &key.funder,
            Self::Financing => key.financing.word(),
            Self::Label => key.label.word(),
            Self::Line => &key.line,
            Self::Function => &key.function,
            Self::Area => &key.area,
            Self::Exploitation => "",
            Self::State => state.word(),
            Self::Rule => rule.map(|rule| &*rule.id).unwrap_or_default(),
            Self::Own(position) => key.own.get(position).map(|value| &**value).unwrap_or_default(),
        }
    }

    /// A value that is not blank as a person reads it inside a table or a sentence: a word of the field in the language,
    /// a name of the project as it is.
    #[must_use]
    pub fn said(self, value: &str, language: Language) -> String {
        match self.kind() {
            Some(kind) => language.term(kind, value),
            None => value.to_owned(),
        }
    }

    /// A value that is not blank as it stands alone, on a chart or in a comparison.
    #[must_use]
    pub fn named(self, value: &str, language: Language) -> String {
        match self.kind() {
            Some(kind) => language.name(kind, value),
            None => value.to_owned(),
        }
    }

    /// A value that is not blank as the project calls it in a language; `None` where its `names` do not say.
    #[must_use]
    pub fn called<'n>(self, value: &str, project: &'n Project, language: Language) -> Option<&'n str> {
        project.names.name(self.name(&project.dimensions), value, language)
    }

    /// The vocabulary that its values are words of; `None` where a project names them as it likes.
    fn kind(self) -> Option<&'static str> {
        match self {
            Self::Financing => Some("financing"),
            Self::Label => Some("label"),
            Self::Area => Some("area"),
            Self::Exploitation => Some("exploitation"),
            Self::State => Some("state"),
            Self::Agency | Self::Funder | Self::Line | Self::Function | Self::Rule | Self::Own(_) => None,
        }
    }
}
