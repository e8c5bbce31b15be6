//! Arguments as typed. What they mean together is decided in `settings`.

mod figures;
mod files;
mod requests;
mod shared;

use clap::{Parser, Subcommand};

pub use figures::{
    ChartArgs, CompareArgs, ExplainArgs, LedgerArgs, OutturnArgs, ReportArgs, ReviewArgs, SensitivityArgs, ServicesArgs,
};
pub use files::{
    CheckArgs, CompletionsArgs, DialectArgs, DoctorArgs, IngestArgs, InitArgs, ManArgs, ReduceArgs, SchemaArgs,
    VerifyArgs,
};
pub use requests::RequestArgs;
pub use shared::{ColorChoice, LayoutArgs, OutputArgs, ProjectArgs, QuestionArgs, ScopeArgs, TalkArgs};

/// What assisting victims of trafficking in human beings costs: per year and per victim, traced to every row.
#[derive(Parser)]
#[command(name = "thb-cost", version, max_term_width = 100, arg_required_else_help = true)]
#[command(disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub project: ProjectArgs,
    #[command(flatten)]
    pub talk: TalkArgs,
}

/// The commands.
#[derive(Subcommand)]
#[expect(clippy::large_enum_variant, reason = "one is made, once, and matched by its kind")]
pub enum Command {
    /// Print the tables: one year in full, or years side by side
    Report(ReportArgs),
    /// Print one record for each part of each budget line
    Ledger(LedgerArgs),
    /// Print a figure as a tree: total, lines, rule, share, drivers, input rows, sources
    Explain(ExplainArgs),
    /// Print what changed between two years, or two projects, split by cause
    Compare(CompareArgs),
    /// Print how sure the figures are: interval, random draws, tornado, Sobol indices
    Sensitivity(SensitivityArgs),
    /// Print what was executed of what was approved, with the indicators PI-1 and PI-2.1 of PEFA
    Outturn(OutturnArgs),
    /// Print what assistance takes by norm, by service and step, beside the accounts
    Services(ServicesArgs),
    /// Print every fault of the project in one run
    Check(CheckArgs),
    /// Draw a picture: svg, png, pdf, or slides (pptx) by the file's ending
    Chart(ChartArgs),
    /// Show the canonical rows that a messy file becomes, and the [[dialect]] that pins how it is read
    Ingest(IngestArgs),
    /// Print money rows reduced to budget lines, or the same step as SQL
    Reduce(ReduceArgs),
    /// Write the annual review: tables, workbook, page, charts, manifest with digests
    Review(ReviewArgs),
    /// Tell whether a review is what its manifest says, and with --project whether it would be made the same today
    Verify(VerifyArgs),
    /// Write a workbook and a letter for each agency that ask for what is missing; ingest takes the replies
    Request(RequestArgs),
    /// Make a new project folder: from the embedded one, bare, or another project carried on
    Init(InitArgs),
    /// Print the JSON Schema of an output or of a TOML file
    Schema(SchemaArgs),
    /// Print the script by which a shell completes commands, flags, years, agencies and rules
    Completions(CompletionsArgs),
    /// Print what the program found around it: project, inputs, terminal, locale, rights
    Doctor(DoctorArgs),
    /// Print the manual page
    Man(ManArgs),
}
