//! The `cuttings` command: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    cuttings::cli::main()
}
