//! The command line: what the user typed, the command it names, and the exit code.

mod actors;
mod analyze;
mod args;
mod build;
mod check;
mod outcome;

use crate::base::Diagnostic;
use crate::report::{self, Form};
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

/// How a run speaks to the one who started it.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Speech {
    /// Say nothing but warnings and errors
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Write diagnostics for people, or as JSON Lines for programs
    #[arg(long, global = true, value_name = "FORM", default_value = "human")]
    diagnostics: DiagnosticsForm,
    /// Colour diagnostics
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

/// The values of `--diagnostics`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum DiagnosticsForm {
    Human,
    Json,
}

/// The values of `--color`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Color {
    /// On a terminal
    Auto,
    Always,
    Never,
}

impl Speech {
    /// Writes all `diagnostics` to standard error.
    fn tell(self, diagnostics: &[Diagnostic]) {
        let choice = match self.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        let form = match self.diagnostics {
            DiagnosticsForm::Human => Form::Human,
            DiagnosticsForm::Json => Form::Json,
        };
        let mut out = anstream::AutoStream::new(std::io::stderr(), choice).lock();
        // A reader that has gone away is no reason to fail.
        let _ = report::write_all(diagnostics, form, self.quiet, &mut out);
        let _ = out.flush();
    }

    /// Says one line on standard error, unless asked to be quiet or spoken to by a program.
    fn say(self, line: &str) {
        if !self.quiet && matches!(self.diagnostics, DiagnosticsForm::Human) {
            let _ = writeln!(std::io::stderr(), "{line}");
        }
    }

    /// Whether no progress is to be shown.
    const fn hides_progress(self) -> bool {
        self.quiet || matches!(self.diagnostics, DiagnosticsForm::Json)
    }
}
