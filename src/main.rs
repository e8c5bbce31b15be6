//! Arguments and streams in, exit code out.

use std::io::{stderr, stdout};
use std::process::ExitCode;

/// Not the system's: see `Cargo.toml`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Stderr is not locked, since progress is shown on it from a thread of its own.
    ExitCode::from(thb_cost::cli::run(std::env::args_os(), &mut stdout().lock(), &mut stderr()))
}
