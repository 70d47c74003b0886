//! The `cuttings` command: arguments in, exit code out.

use std::process::ExitCode;

/// Reading and laying out make many small strings: a fifth of a build went into asking for their memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cuttings::cli::main()
}
