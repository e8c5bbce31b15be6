//! What several commands take: the project, how much is said, scope, output, and what is asked of the ledger.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::dimensions::{TypedAcross, TypedGrouping, TypedLines};
use crate::cli::{environment, words};
use crate::domain::{PhaseChoice, YearRange};
use crate::language::Language;
use crate::render::Format;

/// Which project and which inputs.
#[derive(Debug, Clone, Args)]
pub struct ProjectArgs {
    /// Project folder, or its manifest [default: THB_COST_PROJECT, else thb-cost.toml here or above, else the embedded project]
    #[arg(long, global = true, value_name = "PATH", help_heading = "Project")]
    pub project: Option<PathBuf>,
    /// Use the embedded project, whatever is here
    #[arg(long, global = true, conflicts_with = "project", help_heading = "Project")]
    pub embedded: bool,
    /// Show no count of people above 0 and below N, nor what would tell it; 0 shows all [default: as the project says]
    #[arg(long, global = true, value_name = "N", value_parser = words::protect, help_heading = "Project")]
    pub protect: Option<u64>,
    /// Read an input from another file (repeatable), such as victims=counts.csv
    #[arg(long, global = true, value_name = "NAME=PATH", value_parser = words::named_input, help_heading = "Project")]
    pub input: Vec<words::NamedInput>,
    /// Read the NCCTHB budget lines from this file
    #[arg(long, global = true, value_name = "PATH", help_heading = "Project")]
    pub budget: Vec<PathBuf>,
    /// Read the external financing from this file
    #[arg(long, global = true, value_name = "PATH", help_heading = "Project")]
    pub external: Vec<PathBuf>,
    /// Read the per-agency allocations from this file
    #[arg(long, global = true, value_name = "PATH", help_heading = "Project")]
    pub agencies: Vec<PathBuf>,
    /// Read the attribution rules from this file
    #[arg(long, global = true, value_name = "PATH", help_heading = "Project")]
    pub rules: Option<PathBuf>,
}

/// How much is said, and in which colours.
#[derive(Args)]
pub struct TalkArgs {
    /// Colour the output
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN", help_heading = "Output")]
    pub color: ColorChoice,
    /// Language of what is printed [default: THB_COST_LANG, else en]
    #[arg(long, global = true, value_name = "LANG", value_parser = words::language(), help_heading = "Output")]
    pub lang: Option<Language>,
    /// Say nothing but errors on stderr
    #[arg(short, long, global = true, help_heading = "Output")]
    pub quiet: bool,
    /// Say more on stderr
    #[arg(short, long, global = true, conflicts_with = "quiet", help_heading = "Output")]
    pub verbose: bool,
}

impl TalkArgs {
    /// The language of what is printed: as asked, else as the environment says, else the default.
    pub fn language(&self) -> Language {
        let typed = self.lang;
        typed.or_else(|| environment::language().ok().flatten()).unwrap_or_default()
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set or TERM is dumb
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Which years and which phase.
#[derive(Args)]
pub struct ScopeArgs {
    /// Show one year
    #[arg(long, value_name = "Y", value_parser = words::one_year, conflicts_with = "years")]
    pub year: Option<YearRange>,
    /// Show a range of years: 2014..2017, 2014.. or ..2017
    #[arg(long, value_name = "A..B", value_parser = words::year_range)]
    pub years: Option<YearRange>,
    /// Which phase of a line: executed where published, else approved (best), or one of the two
    #[arg(long, value_name = "PHASE", default_value = "best", value_parser = words::phase())]
    pub phase: PhaseChoice,
}

/// Which lines.
#[derive(Args)]
pub struct LinesArgs {
    /// Take only the lines whose value of a dimension matches; * and ? are wildcards (repeatable)
    #[arg(long = "where", id = "only", value_name = "DIM=PATTERN", value_parser = TypedLines::parse)]
    pub only: Vec<TypedLines>,
}

/// How rows are laid out.
#[derive(Debug, Clone, Default, Args)]
pub struct LayoutArgs {
    /// Show a dimension or the year as columns, with totals of both ways; not in CSV and JSON, which have a row for each
    #[arg(long, value_name = "DIM", value_parser = TypedAcross::parse)]
    pub across: Option<TypedAcross>,
    #[command(flatten)]
    pub top: TopArgs,
}

/// How many groups are shown.
#[derive(Debug, Clone, Default, Args)]
pub struct TopArgs {
    /// Show the N largest groups by their total, and the others added up in one
    #[arg(long, value_name = "N", value_parser = words::top)]
    pub top: Option<NonZeroUsize>,
}

/// In which format and where to.
#[derive(Args)]
pub struct OutputArgs {
    /// Format [default: from the ending of -o, else table]
    #[arg(long, value_name = "FORMAT", value_parser = words::format(), help_heading = "Output")]
    pub format: Option<&'static dyn Format>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Put an apostrophe before texts of CSV that a spreadsheet would take for formulas
    #[arg(long, help_heading = "Output")]
    pub csv_safe: bool,
}

/// What is asked of the ledger.
#[derive(Args)]
pub struct QuestionArgs {
    /// Show by a dimension (repeatable): agency, funder, financing, label, line, function, area, exploitation, state, rule
    /// or one of the project's own; DIM:N takes the first N parts of its codes, such as function:1
    #[arg(long, value_name = "DIM", value_parser = TypedGrouping::parse)]
    pub by: Vec<TypedGrouping>,
    /// Show cost per victim of this measure (repeatable) [default: the measures of the project]
    #[arg(long, value_name = "MEASURE")]
    pub victims: Vec<String>,
    /// Show one form of exploitation, such as sexual
    #[arg(long, value_name = "FORM")]
    pub exploitation: Option<String>,
    /// Show figures in this currency, and in others beside it: EUR,BGN [default: the project's]
    #[arg(long, value_name = "CODES", value_parser = words::currencies)]
    pub currency: Option<words::Currencies>,
    /// Show figures in prices of this year [default: current prices]
    #[arg(long, value_name = "YEAR", value_parser = words::year)]
    pub prices: Option<crate::domain::Year>,
}
