//! `request`: what is asked of agencies, and by when.

use std::path::PathBuf;

use clap::Args;

use crate::cli::words;
use crate::domain::YearRange;

/// `request`.
#[derive(Args)]
pub struct RequestArgs {
    /// Ask for the figures of one year [default: all years of the project]
    #[arg(long, value_name = "Y", value_parser = words::one_year)]
    pub year: Option<YearRange>,
    /// Ask one agency, by its code [default: every agency that may know something]
    #[arg(long, value_name = "AGENCY")]
    pub agency: Option<String>,
    /// The day by which answers are due, such as 2026-12-20
    #[arg(long, value_name = "DATE", value_parser = words::date)]
    pub due: Option<String>,
    /// The day on which the letters go out [default: a blank line in the letters]
    #[arg(long, value_name = "DATE", value_parser = words::date)]
    pub asked: Option<String>,
    /// The folder to write, whole or not at all; it must be new or empty
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    pub output: PathBuf,
}
