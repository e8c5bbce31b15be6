//! Arguments as typed. What they mean together is decided in `settings`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{environment, words};
use crate::domain::YearRange;
use crate::language::Language;

/// What assisting victims of trafficking in human beings costs: per year and per victim, traced to every row.
#[derive(Debug, Parser)]
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
#[derive(Debug, Subcommand)]
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
    /// Print every fault of the project in one run
    Check(CheckArgs),
    /// Draw a picture: svg, png or pdf by the file's ending
    Chart(ChartArgs),
    /// Show the canonical rows that a messy file becomes, and the [[dialect]] that pins how it is read
    Ingest(IngestArgs),
    /// Print money rows reduced to budget lines, or the same step as SQL
    Reduce(ReduceArgs),
    /// Write the annual review: tables, workbook, page, charts, manifest with digests
    Review(ReviewArgs),
    /// Make a new project folder, from the embedded one or bare
    Init(InitArgs),
    /// Print the JSON Schema of an output or of a TOML file
    Schema(SchemaArgs),
    /// Print the script by which a shell completes commands, flags, years, agencies and rules
    Completions(CompletionsArgs),
    /// Print the manual page
    Man(ManArgs),
}

/// Which project and which inputs.
#[derive(Debug, Clone, Args)]
pub struct ProjectArgs {
    /// Project folder, or its manifest [default: THB_COST_PROJECT, else thb-cost.toml here or above, else the embedded project]
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
    /// Language of what is printed [default: THB_COST_LANG, else en]
    #[arg(long, global = true, value_name = "LANG", value_parser = words::language(), help_heading = "Output")]
    pub lang: Option<String>,
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
        let typed = self.lang.as_deref().and_then(Language::parse);
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

/// What is asked of the ledger.
#[derive(Debug, Args)]
pub struct QuestionArgs {
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
}

/// `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `review`.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    /// The folder to write, whole or not at all; one that is there must be a review
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    pub output: PathBuf,
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

/// `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The earlier and the later year; one year with --with
    #[arg(value_name = "YEAR", num_args = 1..=2, required = true, value_parser = words::year)]
    pub years: Vec<crate::domain::Year>,
    /// Take the earlier side from another project (folder or manifest), or from this one with other rules (a file)
    #[arg(long, value_name = "OTHER")]
    pub with: Option<PathBuf>,
    /// Which phase of a line: executed where published, else approved (best), or one of the two
    #[arg(long, value_name = "PHASE", default_value = "best", value_parser = words::phase())]
    pub phase: String,
    #[command(flatten)]
    pub question: QuestionArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `sensitivity`.
#[derive(Debug, Args)]
pub struct SensitivityArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    /// Random draws
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub draws: u64,
    /// Seed of the random draws: the same seed gives the same bytes
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Other rules whose choice is an input too (repeatable)
    #[arg(long, value_name = "RULES")]
    pub alternative: Vec<PathBuf>,
    #[command(flatten)]
    pub output: OutputArgs,
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

/// `chart`.
#[derive(Debug, Args)]
pub struct ChartArgs {
    /// Which kind
    #[arg(value_name = "KIND", value_parser = words::kind())]
    pub kind: Option<String>,
    /// Draw every kind that has something to show, into the folder of -o
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    /// Colours: light, dark or print (greys)
    #[arg(long, value_name = "THEME", default_value = "light", value_parser = words::theme(), help_heading = "Picture")]
    pub theme: String,
    /// Size: slide (1920x1080), a4, square, or WxH in pixels
    #[arg(long, value_name = "SIZE", default_value = "slide", value_parser = words::size, help_heading = "Picture")]
    pub size: crate::render::chart::Size,
    /// Title in place of the one made from the data
    #[arg(long, value_name = "TEXT", help_heading = "Picture")]
    pub title: Option<String>,
    /// Subtitle in place of the one made from the data
    #[arg(long, value_name = "TEXT", help_heading = "Picture")]
    pub subtitle: Option<String>,
    /// Format of the picture: svg, png or pdf [default: from the ending of -o; svg with --all]
    #[arg(long, value_name = "FORMAT", value_parser = words::picture(), help_heading = "Output")]
    pub format: Option<String>,
    /// Write the picture to this file, whole or not at all; with --all, a folder
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Write what is drawn, as JSON, to this file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub data: Option<PathBuf>,
    /// Write the picture in words (alternative text) to this file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub alt: Option<PathBuf>,
}

/// `ingest`.
#[derive(Debug, Args)]
pub struct IngestArgs {
    /// The file: CSV (also .gz or .zst), XLSX or ODS; book.xlsx#Sheet names a sheet
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which input it is for
    #[arg(id = "as", long = "as", value_name = "INPUT", default_value = "budget", value_parser = words::table_input())]
    pub input: String,
    #[command(flatten)]
    pub dialect: DialectArgs,
    /// Add the [[dialect]] to the project's manifest
    #[arg(long)]
    pub pin: bool,
    /// Write the rows to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// What is pinned on the command line; each means what the key of a `[[dialect]]` means.
#[derive(Debug, Args)]
#[command(next_help_heading = "Dialect")]
pub struct DialectArgs {
    /// Encoding, such as windows-1251
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Mark between cells: "," ";" "|" or tab
    #[arg(long, value_name = "MARK")]
    pub delimiter: Option<String>,
    /// Decimal mark: . or ,
    #[arg(long, value_name = "MARK")]
    pub decimal: Option<String>,
    /// Mark between groups of three digits: " " or , or . or "" for none
    #[arg(long, value_name = "MARK")]
    pub group: Option<String>,
    /// Rows above the header
    #[arg(long, value_name = "N")]
    pub skip: Option<u64>,
    /// Rows below the last one, such as a footnote
    #[arg(long, value_name = "N")]
    pub skip_last: Option<u64>,
    /// Sheet of a spreadsheet
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The file's name for a column (repeatable), such as amount="Сума (лв.)"
    #[arg(long, value_name = "COLUMN=NAME", value_parser = words::pair)]
    pub column: Vec<(String, String)>,
    /// The value of a column that the file does not have (repeatable), such as year=2016
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = words::pair)]
    pub constant: Vec<(String, String)>,
    /// The file has a column a year
    #[arg(long)]
    pub years_as_columns: bool,
    /// What to do with rows that say they are totals: exclude or count
    #[arg(long, value_name = "WHAT")]
    pub totals: Option<String>,
}

/// `reduce`.
#[derive(Debug, Args)]
pub struct ReduceArgs {
    /// Files of money rows [default: the project's]
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Which input they are [default: the only one that is named]
    #[arg(id = "as", long = "as", value_name = "INPUT", value_parser = words::money_input())]
    pub input: Option<String>,
    /// Print the step as SQL of this engine in place of its result
    #[arg(long, value_name = "ENGINE", value_parser = words::engine())]
    pub sql: Option<String>,
    /// The table that the SQL reads [default: the file, where the engine reads files]
    #[arg(long, value_name = "NAME", requires = "sql")]
    pub table: Option<String>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
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
    /// Which output or file
    #[arg(value_name = "OUTPUT", value_parser = words::schema())]
    pub name: String,
}

/// `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// Which shell
    #[arg(value_name = "SHELL", value_parser = words::shell())]
    pub shell: String,
}

/// `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The page of this command [default: that of the program]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
