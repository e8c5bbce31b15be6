//! Arguments and streams in, exit code out.

use std::io::{stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(thb_cost::cli::run(std::env::args_os(), &mut stdout().lock(), &mut stderr().lock()))
}
