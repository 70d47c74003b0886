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

mod conditions;
mod error;
mod lock;
mod outcome;
mod output;
mod path;
mod spool;
mod stage;
mod swap;
#[cfg(test)]
mod tests;

pub use error::WriteError;
pub use outcome::Outcome;

use crate::base::Keep;
use crate::site::Pages;
use conditions::{Conditions, Step};
use output::Output;
use stage::{Present, Staging};
use std::path::Path;

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
