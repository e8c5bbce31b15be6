//! Commands about files, and about the program itself.

use std::path::PathBuf;

use clap::Args;

use crate::cli::schemas::MakeSchema;
use crate::cli::words;
use crate::diagnostics::Code;
use crate::ingest::InputName;
use crate::sql::Engine;

/// `check`.
#[derive(Args)]
pub struct CheckArgs {
    /// Project folder, or its manifest
    #[arg(value_name = "PROJECT", conflicts_with_all = ["project", "embedded", "explain"])]
    pub path: Option<PathBuf>,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Print the long text of a code
    #[arg(long, value_name = "CODE", value_parser = words::code(), conflicts_with_all = ["strict", "format", "project", "embedded"])]
    pub explain: Option<Code>,
    /// Format
    #[arg(long, value_name = "FORMAT", default_value = "text", value_enum)]
    pub format: words::TextOrJson,
}

/// `ingest`.
#[derive(Args)]
pub struct IngestArgs {
    /// The file: CSV (also .gz or .zst), XLSX, XLSB, XLS, ODS or a page; book.xlsx#Sheet names a sheet; several, a glob or a folder are shown together
    #[arg(value_name = "FILE", required = true)]
    pub file: Vec<PathBuf>,
    /// Which input it is for
    #[arg(id = "as", long = "as", value_name = "INPUT", default_value = "budget", value_parser = words::table_input())]
    pub input: InputName,
    #[command(flatten)]
    pub dialect: DialectArgs,
    /// Take an answer of a reply in place of what is known, by the id that is shown where they differ (repeatable)
    #[arg(long, value_name = "ID")]
    pub accept: Vec<String>,
    /// Add the [[dialect]] to the project's manifest
    #[arg(long)]
    pub pin: bool,
    /// Write the rows to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// What is pinned on the command line; each means what the key of a `[[dialect]]` means.
#[derive(Args)]
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
    /// The file's name for a column (repeatable), such as amount="Сума (лв.)"; #4 is the fourth column
    #[arg(long, value_name = "COLUMN=NAME", value_parser = words::pair)]
    pub column: Vec<(String, String)>,
    /// The value of a column that the file does not have (repeatable), such as year=2016
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = words::pair)]
    pub constant: Vec<(String, String)>,
    /// The file has a column a year
    #[arg(long)]
    pub years_as_columns: bool,
    /// What to do with rows that say they are sums or parts: exclude or count
    #[arg(long, value_name = "WHAT")]
    pub totals: Option<String>,
    /// Rows between header and data
    #[arg(long, value_name = "N")]
    pub skip_below: Option<u64>,
    /// Rows that make the header
    #[arg(long, value_name = "N")]
    pub header_rows: Option<u64>,
    /// What one in the amounts stands for: 1, 1000 or 1000000
    #[arg(long, value_name = "N")]
    pub unit: Option<u64>,
    /// Round amounts with more decimals than the currency has
    #[arg(long)]
    pub round: bool,
    /// How years are written: ends, starts or a form of dates such as %d.%m.%y
    #[arg(long, value_name = "FORM")]
    pub year_form: Option<String>,
    /// Values out of the path, such as report-{year}.csv
    #[arg(long, value_name = "PATTERN")]
    pub from_name: Option<String>,
    /// Rows to take (repeatable), by a column of the file
    #[arg(long = "where", id = "keep", value_name = "NAME=PATTERN", value_parser = words::pair)]
    pub keep: Vec<(String, String)>,
    /// Rows to leave out (repeatable), by a column of the file
    #[arg(long, value_name = "NAME=PATTERN", value_parser = words::pair)]
    pub except: Vec<(String, String)>,
    /// A word of the file for ours (repeatable), such as phase:Ist=executed
    #[arg(long, value_name = "COLUMN:WORD=OURS", value_parser = words::pair)]
    pub values: Vec<(String, String)>,
    /// A column out of several (repeatable, in order), such as line=Name
    #[arg(long, value_name = "COLUMN=NAME", value_parser = words::pair)]
    pub join: Vec<(String, String)>,
    /// What stands for a blank cell: a text, above or "leave out" (repeatable)
    #[arg(long, value_name = "COLUMN=TEXT", value_parser = words::pair)]
    pub missing: Vec<(String, String)>,
    /// What the file writes where nothing is known (repeatable)
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub blank: Vec<String>,
    /// Columns to leave alone (repeatable); * is all others
    #[arg(long, value_name = "NAME")]
    pub ignore: Vec<String>,
    /// Rows with fewer cells than the header: fill
    #[arg(long, value_name = "WHAT")]
    pub short_rows: Option<String>,
    /// A column of amounts where there are several (repeatable), as TOML: { column = "Plan", phase = "approved" }
    #[arg(long, value_name = "TABLE")]
    pub amounts: Vec<String>,
    /// Rows that say something of those below (repeatable), as TOML
    #[arg(long, value_name = "TABLE")]
    pub sections: Vec<String>,
}

/// `reduce`.
#[derive(Args)]
pub struct ReduceArgs {
    /// Files of money rows [default: the project's]
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Which input they are [default: the only one that is named]
    #[arg(id = "as", long = "as", value_name = "INPUT", value_parser = words::money_input())]
    pub input: Option<InputName>,
    /// Print the step as SQL of this engine in place of its result
    #[arg(long, value_name = "ENGINE", value_parser = words::engine())]
    pub sql: Option<&'static dyn Engine>,
    /// The table that the SQL reads [default: the file, where the engine reads files]
    #[arg(long, value_name = "NAME", requires = "sql")]
    pub table: Option<String>,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
}

/// `verify`.
#[derive(Args)]
pub struct VerifyArgs {
    /// The folder of the review
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// `init`.
#[derive(Args)]
pub struct InitArgs {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Bare: headers without rows, and every form of a rule as a commented example
    #[arg(long)]
    pub empty: bool,
    /// Carry this project on: all of it goes along, and the next year is expected
    #[arg(long, value_name = "PROJECT", conflicts_with = "empty")]
    pub from: Option<PathBuf>,
    /// The currency of the new project; old rows and drivers name the one that they are in
    #[arg(long, value_name = "CODE", value_parser = words::currency, requires = "from")]
    pub currency: Option<crate::domain::Currency>,
}

/// `schema`.
#[derive(Args)]
pub struct SchemaArgs {
    /// Which output or file
    #[arg(value_name = "OUTPUT", value_parser = words::schema())]
    pub make: MakeSchema,
}

/// `completions`.
#[derive(Args)]
pub struct CompletionsArgs {
    /// Which shell
    #[arg(value_name = "SHELL", value_parser = words::shell())]
    pub shell: String,
}

/// `doctor`.
#[derive(Debug, Args)]
pub struct DoctorArgs {}

/// `man`.
#[derive(Args)]
pub struct ManArgs {
    /// The page of this command [default: that of the program]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
