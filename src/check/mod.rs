//! Reads what was written and proves it: links, anchors, spans, markup.
//!
//! Nothing is taken on trust from the stages before: the pages are read as a browser reads them, and
//! the exports as a program does. Each page is held in memory only while it is read; of all pages
//! together there remain the hashes of their ids, and where their links lead.
#![expect(clippy::disallowed_methods, reason = "this room reads the finished site: it opens its files")]

mod citations;
mod element;
mod files;
mod findings;
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

use crate::base::{ArticleId, Diagnostic};
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

/// Why a site could not be checked at all.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// There is no site to read.
    #[error("{} is not a site: it has no index.html", .0.display())]
    NoSite(PathBuf),
    /// A file could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

impl CheckError {
    fn read(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }
}

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

/// A 64-bit hash of `text`, the same in every run. Nothing breaks by intent here, so that two of a
/// million ids collide with a chance of one in thirty million, and then only hide a finding.
fn fingerprint(text: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}
