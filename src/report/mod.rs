//! Diagnostics and progress, as a person at a terminal or a program reads them.

mod progress;
mod terminal;

pub use progress::Progress;

use crate::base::{Diagnostic, Severity};
use std::io::{self, Write};

/// Who reads the diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A person: with the source line, a mark under the offending part, and the hint.
    #[default]
    Human,
    /// A program: one JSON object a line.
    Json,
}

/// How many diagnostics there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Of [`Severity::Error`].
    pub errors: usize,
    /// Of [`Severity::Warning`].
    pub warnings: usize,
    /// Of [`Severity::Note`].
    pub notes: usize,
}

impl Counts {
    /// Counts `diagnostics` by severity.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut counts = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }

    /// As the end of a run tells it: `2 errors, 1 warning`; empty when there is nothing to tell.
    #[must_use]
    pub fn in_words(&self) -> String {
        let all = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let told = all.iter().filter(|(count, _)| *count > 0);
        told.map(|(count, name)| format!("{count} {name}{}", if *count == 1 { "" } else { "s" }))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Writes `diagnostics` to `out` in the given form.
///
/// `quiet` leaves out notes. Colours are written always: `out` is to drop them where they do not belong.
pub fn write_all(diagnostics: &[Diagnostic], form: Form, quiet: bool, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics.iter().filter(|told| !quiet || told.severity > Severity::Note) {
        match form {
            Form::Human => writeln!(out, "{}\n", terminal::render(diagnostic))?,
            Form::Json => {
                serde_json::to_writer(&mut *out, diagnostic)?;
                writeln!(out)?;
            }
        }
    }
    Ok(())
}
