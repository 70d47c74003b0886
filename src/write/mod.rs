//! Puts the pages in place: staged beside the site, then swapped in whole.
//!
//! A build of `site` works in its parent folder with three names of its own:
//!
//! - `.site.cuttings-lock`, held while a build runs, so that two never mix;
//! - `.site.cuttings-new`, where all pages are staged; files that did not change are hard links to
//!   those of the present site, so that they keep their time stamps and cost no space;
//! - `.site.cuttings-old`, the present site while it is moved aside, where the system cannot
//!   exchange two folders in one act.
//!
//! A kill at any moment leaves the old site or the new one. Only between the two renames of the
//! last case is there none; its whole old folder then stands beside, and the next build puts it
//! back. What the next build finds of the other names it removes.
//!
//! The site is replaced as a whole: whatever else lies in it goes. What [`Keep`] names is kept, since
//! no build can restore it; a page of the same path comes before it.
#![expect(clippy::disallowed_methods, reason = "this room writes the site: it opens and creates its files")]

mod error;
mod lock;
mod output;
mod path;
mod spool;
mod stage;
mod swap;
#[cfg(test)]
mod tests;

pub use error::WriteError;

use crate::base::Keep;
use crate::site::Pages;
use output::Output;
use stage::{Present, Staging};
use std::path::Path;

/// The page at a site's root that says that Cuttings made the folder and may replace it.
pub const MARKER: &str = crate::base::SITE_MARKER;

/// What a build did to the site, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// New files, and those whose bytes changed.
    pub written: u64,
    /// Files left as they were, time stamp included.
    pub unchanged: u64,
    /// Files of the former site that no page stands for any more.
    pub removed: u64,
}

/// Makes the folder `output` hold `pages`, what `keep` names, and nothing else.
///
/// `progress` is called after each page, from several threads, with the number of pages done.
/// On an error, and when nothing changed, the folder is not touched at all.
pub fn publish(
    pages: &Pages<'_>,
    output: &Path,
    keep: &Keep,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Outcome, WriteError> {
    publish_under(pages, output, keep, progress, Conditions { exchange: true, at: &|_| () })
}

/// What a test may change of the world that a build runs in.
#[derive(Clone, Copy)]
struct Conditions<'a> {
    /// Whether to try to exchange two folders in one act.
    exchange: bool,
    /// Called as each step is reached.
    at: &'a (dyn Fn(Step) + Sync),
}

/// The moments between which a kill makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Locked,
    Recovered,
    Page,
    Staged,
    Kept,
    MovedAside,
    Swapped,
    Cleared,
}

fn publish_under(
    pages: &Pages<'_>,
    output: &Path,
    keep: &Keep,
    progress: &(dyn Fn(u64) + Sync),
    conditions: Conditions<'_>,
) -> Result<Outcome, WriteError> {
    path::check(pages.as_slice().iter().map(crate::site::Page::path))?;
    let output = Output::locate(output)?;
    output.inspect()?;
    let _lock = lock::Lock::acquire(&output)?;
    (conditions.at)(Step::Locked);
    swap::recover(&output)?;
    (conditions.at)(Step::Recovered);
    let present = Present::of(&output, keep)?;

    let staging = Staging::begin(&output)?;
    let outcome = staging.render(pages, &present, &|done| {
        (conditions.at)(Step::Page);
        progress(done);
    })?;
    (conditions.at)(Step::Staged);
    if outcome.written > 0 || outcome.removed > 0 {
        staging.keep(&present)?;
        (conditions.at)(Step::Kept);
        swap::swap(&output, conditions)?;
        (conditions.at)(Step::Swapped);
    }
    drop(staging);
    (conditions.at)(Step::Cleared);
    Ok(outcome)
}
