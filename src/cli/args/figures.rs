//! Commands that show figures.

use std::path::PathBuf;

use clap::Args;

use super::shared::{LayoutArgs, LinesArgs, OutputArgs, QuestionArgs, ScopeArgs, TopArgs};
use crate::cli::dimensions::TypedGrouping;
use crate::cli::words;
use crate::domain::PhaseChoice;
use crate::render::chart::{Picture, Theme};
use crate::report::charts::ChartKind;

/// `report`.
#[derive(Args)]
pub struct ReportArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    #[command(flatten)]
    pub layout: LayoutArgs,
    #[command(flatten)]
    pub lines: LinesArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `outturn`.
#[derive(Args)]
pub struct OutturnArgs {
    /// Show one year
    #[arg(long, value_name = "Y", value_parser = words::one_year, conflicts_with = "years")]
    pub year: Option<crate::domain::YearRange>,
    /// Show a range of years: 2014..2017, 2014.. or ..2017
    #[arg(long, value_name = "A..B", value_parser = words::year_range)]
    pub years: Option<crate::domain::YearRange>,
    /// Groups of PI-2.1, by a dimension (repeatable) [default: agency]
    #[arg(long, value_name = "DIM", value_parser = TypedGrouping::parse)]
    pub by: Vec<TypedGrouping>,
    #[command(flatten)]
    pub lines: LinesArgs,
    /// Show one form of exploitation, such as sexual
    #[arg(long, value_name = "FORM")]
    pub exploitation: Option<String>,
    /// Show figures in this currency, and in others beside it: EUR,BGN [default: the project's]
    #[arg(long, value_name = "CODES", value_parser = words::currencies)]
    pub currency: Option<words::Currencies>,
    /// Show figures in prices of this year [default: current prices]
    #[arg(long, value_name = "YEAR", value_parser = words::year)]
    pub prices: Option<crate::domain::Year>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `review`.
#[derive(Args)]
pub struct ReviewArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub lines: LinesArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    #[command(flatten)]
    pub layout: LayoutArgs,
    /// Say what changed against another project, such as last year's (folder or manifest), or other rules (a file)
    #[arg(long, value_name = "OTHER")]
    pub with: Option<PathBuf>,
    /// The folder to write, whole or not at all; one that is there must be a review
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    pub output: PathBuf,
}

/// `ledger`.
#[derive(Args)]
pub struct LedgerArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub lines: LinesArgs,
    /// Show each record in this currency too, beside its own; in several: EUR,BGN
    #[arg(long, value_name = "CODES", value_parser = words::currencies)]
    pub currency: Option<words::Currencies>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `explain`.
#[derive(Args)]
pub struct ExplainArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub lines: LinesArgs,
    /// Show totals in this currency, and in others beside it: EUR,BGN [default: the project's]
    #[arg(long, value_name = "CODES", value_parser = words::currencies)]
    pub currency: Option<words::Currencies>,
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
    #[arg(long, value_name = "FORMAT", value_enum, help_heading = "Output")]
    pub format: Option<words::TextOrJson>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// `compare`.
#[derive(Args)]
pub struct CompareArgs {
    /// The earlier and the later year; one year with --with
    #[arg(value_name = "YEAR", num_args = 1..=2, required = true, value_parser = words::year)]
    pub years: Vec<crate::domain::Year>,
    /// Take the earlier side from another project (folder or manifest), or from this one with other rules (a file)
    #[arg(long, value_name = "OTHER")]
    pub with: Option<PathBuf>,
    /// Which phase of a line: executed where published, else approved (best), or one of the two
    #[arg(long, value_name = "PHASE", default_value = "best", value_parser = words::phase())]
    pub phase: PhaseChoice,
    #[command(flatten)]
    pub lines: LinesArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `sensitivity`.
#[derive(Args)]
pub struct SensitivityArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub lines: LinesArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    /// Random draws
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub draws: u64,
    /// Seed of the random draws: the same seed gives the same bytes
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Other rules whose choice is an input too, with how often they are taken: FILE=0.3 [default: all alike] (repeatable)
    #[arg(long, value_name = "RULES", value_parser = words::weighted_file)]
    pub alternative: Vec<words::WeightedFile>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `services`.
#[derive(Args)]
pub struct ServicesArgs {
    #[command(flatten)]
    pub scope: ScopeArgs,
    /// Show cost per victim of this measure (repeatable) [default: the measures of the project]
    #[arg(long, value_name = "MEASURE")]
    pub victims: Vec<String>,
    /// Show figures in this currency, and in others beside it: EUR,BGN [default: the project's]
    #[arg(long, value_name = "CODES", value_parser = words::currencies)]
    pub currency: Option<words::Currencies>,
    /// Show figures in prices of this year [default: current prices]
    #[arg(long, value_name = "YEAR", value_parser = words::year)]
    pub prices: Option<crate::domain::Year>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `chart`.
#[derive(Args)]
pub struct ChartArgs {
    /// Which kind
    #[arg(value_name = "KIND", value_parser = words::kind())]
    pub kind: Option<&'static dyn ChartKind>,
    /// Draw every kind that has something to show, into the folder of -o
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub scope: ScopeArgs,
    #[command(flatten)]
    pub lines: LinesArgs,
    #[command(flatten)]
    pub question: QuestionArgs,
    #[command(flatten)]
    pub top: TopArgs,
    /// Colours: light, dark or print (greys)
    #[arg(long, value_name = "THEME", default_value = "light", value_parser = words::theme(), help_heading = "Picture")]
    pub theme: &'static Theme,
    /// Size: slide (1920x1080), a4, square, or WxH in pixels [default: slide]
    #[arg(long, value_name = "SIZE", value_parser = words::size, help_heading = "Picture")]
    pub size: Option<crate::render::chart::Size>,
    /// Title in place of what the data say
    #[arg(long, value_name = "TEXT", help_heading = "Picture")]
    pub title: Option<String>,
    /// What it is about, in the line below; the unit always stands there
    #[arg(long, value_name = "TEXT", help_heading = "Picture")]
    pub subtitle: Option<String>,
    /// Format of the picture: svg, png or pdf [default: from the ending of -o; svg with --all]
    #[arg(long, value_name = "FORMAT", value_parser = words::picture(), help_heading = "Output")]
    pub format: Option<&'static Picture>,
    /// Write the picture to this file, whole or not at all; with --all, a folder; FILE.pptx are slides
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Write what is drawn, as JSON, to this file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub data: Option<PathBuf>,
    /// Write the picture in words (alternative text) to this file
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub alt: Option<PathBuf>,
}
