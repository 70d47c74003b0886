//! The command line: what the user typed, the command it names, and the exit code.

mod actors;
mod analyze;
mod args;
mod build;
mod check;
mod outcome;
mod speech;

use args::{Args, Command};
use clap::Parser as _;
use outcome::Outcome;
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// Runs the command that the arguments of this process name.
#[must_use]
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(told) => {
            let usage = told.use_stderr();
            let _ = told.print();
            return if usage { Outcome::Usage.into() } else { Outcome::Done.into() };
        }
    };
    // A panic inside a library that is caught on the spot is no news; only one that ends the run is told.
    let last_words = Arc::new(Mutex::new(String::new()));
    let heard = Arc::clone(&last_words);
    std::panic::set_hook(Box::new(move |panic| {
        heard.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&panic.to_string());
    }));
    let run = || match &args.command {
        Command::Build(build) => build::run(build, args.speech),
        Command::Analyze(analyze) => analyze::run(analyze, args.speech),
        Command::Actors(actors) => actors::run(actors, args.speech),
        Command::Check(check) => check::run(check, args.speech),
    };
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
    let outcome = ended.unwrap_or_else(|_| {
        let words = last_words.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let told = "cuttings: this is a bug in Cuttings, not in your files. Please report it with these lines:";
        // Standard error may be what broke: a second panic here would help nobody.
        let _ = writeln!(std::io::stderr(), "{told}\n{words}");
        Outcome::Bug
    });
    outcome.into()
}
