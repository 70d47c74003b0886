//! A progress bar on a terminal, and nothing anywhere else.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;

/// Progress of one stage.
pub struct Progress(ProgressBar);

/// Work of fewer steps than this is over before a bar can be read.
const WORTH_SHOWING: u64 = 200;

impl Progress {
    /// A bar named `stage` over `steps` steps; hidden when asked to be, when standard error is no
    /// terminal, and when there is little to do.
    #[must_use]
    pub fn new(stage: &'static str, steps: u64, hidden: bool) -> Self {
        let hidden = hidden || steps < WORTH_SHOWING || !std::io::stderr().is_terminal();
        let target = if hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let style =
            ProgressStyle::with_template("{msg:>8} {wide_bar} {pos}/{len}").expect("the template is well formed");
        Self(ProgressBar::with_draw_target(Some(steps), target).with_style(style).with_message(stage))
    }

    /// One more step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// So many steps are done.
    pub fn set(&self, done: u64) {
        self.0.set_position(done);
    }

    /// Takes the bar away.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}
