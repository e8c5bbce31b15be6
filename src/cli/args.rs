//! Arguments as typed. What they mean together is decided in `settings`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::words;
use crate::domain::YearRange;

/// What assisting victims of trafficking in human beings costs: per year and per victim, traced to every row.
#[derive(Debug, Parser)]
#[command(name = "thb-cost", version, max_term_width = 100, after_help = EXAMPLES, arg_required_else_help = true)]
#[command(disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub project: ProjectArgs,
    #[command(flatten)]
    pub talk: TalkArgs,
}

const EXAMPLES: &str = "\
Examples:
  thb-cost report --year 2017            one year in full, from the embedded project
  thb-cost report --by agency            years by agency
  thb-cost explain --year 2017           where every figure comes from
  thb-cost init my-review                a project folder of your own
  thb-cost check my-review               every fault of its files, in one run
  thb-cost report --project my-review --by agency -o out.csv

With no project at hand (no thb-cost.toml here or above), the embedded figures of 2014-2017 are used.
Exit code: 0 fine, 1 the data has errors, 2 usage or input/output.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the tables: one year in full, or years side by side
    Report(ReportArgs),
    /// Print one record for each part of each budget line
    Ledger(LedgerArgs),
    /// Print a figure as a tree: total, lines, rule, share, drivers, input rows, sources
    Explain(ExplainArgs),
    /// Print every fault of the project in one run
    Check(CheckArgs),
    /// Make a new project folder, from the embedded one or bare
    Init(InitArgs),
    /// Print the JSON Schema of an output
    Schema(SchemaArgs),
}

/// Which project and which inputs.
#[derive(Debug, Args)]
pub struct ProjectArgs {
    /// Project folder, or its manifest [default: thb-cost.toml here or above, else the embedded project]
    #[arg(long, global = true, value_name = "PATH", help_heading = "Project")]
    pub project: Option<PathBuf>,
    /// Use the embedded project, whatever is here
    #[arg(long, global = true, conflicts_with = "project", help_heading = "Project")]
    pub embedded: bool,
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
#[derive(Debug, Args)]
pub struct TalkArgs {
    /// Colour the output
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN", help_heading = "Output")]
    pub color: ColorChoice,
    /// Say nothing but errors on stderr
    #[arg(short, long, global = true, help_heading = "Output")]
    pub quiet: bool,
    /// Say more on stderr
    #[arg(short, long, global = true, conflicts_with = "quiet", help_heading = "Output")]
    pub verbose: bool,
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
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Show one year
    #[arg(long, value_name = "Y", value_parser = words::one_year, conflicts_with = "years")]
    pub year: Option<YearRange>,
    /// Show a range of years: 2014..2017, 2014.. or ..2017
    #[arg(long, value_name = "A..B", value_parser = words::year_range)]
    pub years: Option<YearRange>,
    /// Which phase of a line: executed where published, else approved (best), or one of the two
    #[arg(long, value_name = "PHASE", default_value = "best", value_parser = words::phase())]
    pub phase: String,
}

/// In which format and where to.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Format [default: from the ending of -o, else table]
    #[arg(long, value_name = "FORMAT", value_parser = words::format(), help_heading = "Output")]
    pub format: Option<String>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    /// Show by a dimension (repeatable)
    #[arg(long, value_name = "DIM", value_parser = words::dimension())]
    pub by: Vec<String>,
    /// Show cost per victim of this measure (repeatable) [default: the measures of the project]
    #[arg(long, value_name = "MEASURE")]
    pub victims: Vec<String>,
    /// Show one form of exploitation, such as sexual
    #[arg(long, value_name = "FORM")]
    pub exploitation: Option<String>,
    /// Show figures in this currency [default: the project's]
    #[arg(long, value_name = "CODE", value_parser = words::currency)]
    pub currency: Option<crate::domain::Currency>,
    /// Show figures in prices of this year [default: current prices]
    #[arg(long, value_name = "YEAR", value_parser = words::year)]
    pub prices: Option<crate::domain::Year>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `ledger`.
#[derive(Debug, Args)]
pub struct LedgerArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[arg(long, hide = true)]
    pub victims: Vec<String>,
    #[command(flatten)]
    pub without_effect: WithoutEffectArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Flags that a script may give to every command and that change neither a ledger nor an explanation.
#[derive(Debug, Args)]
pub struct WithoutEffectArgs {
    #[arg(long, hide = true, value_parser = words::dimension())]
    pub by: Vec<String>,
    #[arg(long, hide = true)]
    pub exploitation: Option<String>,
    #[arg(long, hide = true, value_parser = words::currency)]
    pub currency: Option<crate::domain::Currency>,
    #[arg(long, hide = true, value_parser = words::year)]
    pub prices: Option<crate::domain::Year>,
}

impl WithoutEffectArgs {
    /// Those that were given.
    pub fn given(&self) -> Vec<&'static str> {
        let flags = [
            ("--by", !self.by.is_empty()),
            ("--exploitation", self.exploitation.is_some()),
            ("--currency", self.currency.is_some()),
            ("--prices", self.prices.is_some()),
        ];
        flags.into_iter().filter_map(|(flag, given)| given.then_some(flag)).collect()
    }
}

/// `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub without_effect: WithoutEffectArgs,
    /// Explain the lines of one agency; * and ? are wildcards
    #[arg(long, value_name = "AGENCY")]
    pub agency: Option<String>,
    /// Explain the lines of one name; * and ? are wildcards
    #[arg(long, value_name = "LINE")]
    pub line: Option<String>,
    /// Explain the lines that one rule decides
    #[arg(long, value_name = "ID")]
    pub rule: Option<String>,
    /// Explain the cost per victim of this measure too (repeatable)
    #[arg(long, value_name = "MEASURE", visible_alias = "victims")]
    pub measure: Vec<String>,
    /// Format [default: from the ending of -o, else text]
    #[arg(long, value_name = "FORMAT", value_parser = words::text_or_json(), help_heading = "Output")]
    pub format: Option<String>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Project folder, or its manifest
    #[arg(value_name = "PROJECT", conflicts_with_all = ["project", "embedded", "explain"])]
    pub path: Option<PathBuf>,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Print the long text of a code
    #[arg(long, value_name = "CODE", value_parser = words::code())]
    pub explain: Option<String>,
    /// Format
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = words::text_or_json())]
    pub format: String,
}

/// `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Bare: headers without rows, and every form of a rule as a commented example
    #[arg(long)]
    pub empty: bool,
}

/// `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Which output
    #[arg(value_name = "OUTPUT", value_parser = words::schema())]
    pub name: String,
}
