//! How a run ended, as an exit code.

use crate::report::Counts;
use std::process::ExitCode;

/// The ways a run can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to complain of.
    Done,
    /// Findings, and they were asked for.
    Findings,
    /// The arguments cannot be used.
    Usage,
    /// Some content had to be left out; the rest was built.
    Content,
    /// Files could not be read or written.
    InputOutput,
    /// A bug of ours.
    Bug,
}

impl Outcome {
    /// What a build that got to its end amounts to.
    pub(crate) const fn of(counts: Counts, strict: bool) -> Self {
        if counts.errors > 0 {
            Self::Content
        } else if strict && counts.warnings > 0 {
            Self::Findings
        } else {
            Self::Done
        }
    }

    /// The exit code, as `--help` lists it.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Content => 3,
            Self::InputOutput => 4,
            Self::Bug => 70,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome.code())
    }
}
