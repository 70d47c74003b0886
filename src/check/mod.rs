//! Reads what was written and proves it: links, anchors, spans, markup.
//!
//! Nothing is taken on trust from the stages before: the pages are read as a browser reads them, and
//! the exports as a program does. Each page is held in memory only while it is read; of all pages
//! together there remain the hashes of their ids, and where their links lead.
#![expect(clippy::disallowed_methods, reason = "this room reads the finished site: it opens its files")]

mod citations;
mod element;
mod error;
mod files;
mod findings;
mod fingerprint;
mod graph;
mod json_lines;
mod link;
mod named;
pub mod numbers;
mod page;
mod records;
mod scan;
mod sentences;
mod support;
#[cfg(test)]
mod tests;

pub use error::CheckError;

use crate::base::{ArticleId, Diagnostic};
use std::collections::BTreeMap;
use std::path::Path;

/// Everything that is wrong with the site in the folder `site`, in order of file and line.
///
/// `saved` holds the saved text of each article that is at hand; sentences are proved against it, and
/// against the site's own copy where the site has one. Files for whose paths `is_kept` holds are somebody else's: links
/// may lead to them, and they are not read. Places name files relative to `site`.
pub fn check(
    site: &Path,
    saved: &BTreeMap<ArticleId, &str>,
    is_kept: &dyn Fn(&str) -> bool,
) -> Result<Vec<Diagnostic>, CheckError> {
    let files = files::Files::of(site, is_kept)?;
    let mut findings = findings::Findings::default();
    json_lines::check(&files, &mut findings)?;
    let saved: BTreeMap<&str, &str> = saved.iter().map(|(id, text)| (id.as_str(), *text)).collect();
    let expected = sentences::check(&files, &saved, &mut findings)?;
    let known = records::Sentences { files: &files, saved: &saved, expected: &expected };
    records::check(&files, &known, &mut findings)?;
    support::check(&files, &known, &mut findings)?;
    let witnesses = citations::Witnesses { saved: &saved, expected: &expected };
    let pages = page::check(&files, &witnesses, &mut findings)?;
    graph::check_anchors(&files, &pages, &mut findings)?;
    graph::check_reach(&files, &pages, &mut findings);
    Ok(findings.into_diagnostics())
}
