//! How a run speaks to the one who started it.

use crate::base::Diagnostic;
use crate::report::{self, Form};
use std::io::Write as _;

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
    pub(super) fn tell(self, diagnostics: &[Diagnostic]) {
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
    pub(super) fn say(self, line: &str) {
        if !self.quiet && matches!(self.diagnostics, DiagnosticsForm::Human) {
            let _ = writeln!(std::io::stderr(), "{line}");
        }
    }

    /// Whether no progress is to be shown.
    pub(super) const fn hides_progress(self) -> bool {
        self.quiet || matches!(self.diagnostics, DiagnosticsForm::Json)
    }
}
