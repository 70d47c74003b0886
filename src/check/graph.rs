//! What only all pages together can tell: whether anchors exist, and whether readers get everywhere.

use super::CheckError;
use super::files::Files;
use super::findings::{Findings, Kind};
use super::fingerprint::fingerprint;
use super::link::{Target, resolve};
use super::page::{BATCH, Page, place};
use super::scan::scan;
use crate::base::Place;
use rayon::prelude::*;

/// Ids that every page has for a browser, without an element: its top.
const TOP: &str = "top";

/// Reports links to ids that their target does not have.
pub(super) fn check_anchors(files: &Files, pages: &[Page], findings: &mut Findings) -> Result<(), CheckError> {
    let mut by_file: Vec<Option<&Page>> = vec![None; files.len()];
    for page in pages {
        by_file[page.file as usize] = Some(page);
    }
    // Files that are no pages have no ids to speak of.
    let top = fingerprint(TOP);
    let is_dead = |(file, id): &(u32, u64)| {
        *id != top && by_file[*file as usize].is_some_and(|target| target.ids.binary_search(id).is_err())
    };
    let suspects: Vec<&Page> = pages.par_iter().filter(|page| page.anchors.iter().any(is_dead)).collect();
    for batch in suspects.chunks(BATCH) {
        let found: Vec<_> = batch.par_iter().map(|page| dead_anchors(files, page.file, &is_dead)).collect();
        found.into_iter().try_for_each(|found| found.map(|found| findings.append(found)))?;
    }
    Ok(())
}

/// Reads a page again, for the words and places of its dead anchors.
fn dead_anchors(
    files: &Files,
    file: u32,
    is_dead: &(dyn Fn(&(u32, u64)) -> bool + Sync),
) -> Result<Findings, CheckError> {
    let mut findings = Findings::default();
    let html = String::from_utf8_lossy(&files.read(file)?).into_owned();
    for link in scan(&html).links {
        let Ok(Target::File { number, fragment: Some(id) }) = resolve(files, file, &link.href, link.purpose) else {
            continue;
        };
        if is_dead(&(number, fingerprint(&id))) {
            let target = if number == file { "this page" } else { files.path(number) };
            let message = format!("{target} has no element with the id {id:?}");
            findings.add(Kind::DeadAnchor, message, || place(files.path(file), &html, link.line, &link.href));
        }
    }
    Ok(findings)
}

/// Reports pages that no chain of links from the front page reaches.
///
/// Exempt are the page that hosts show for what is not found, and pages that only send on readers
/// who come by a former address.
pub(super) fn check_reach(files: &Files, pages: &[Page], findings: &mut Findings) {
    let mut reached = vec![false; files.len()];
    let mut next: Vec<u32> = files.number("index.html").into_iter().collect();
    while let Some(file) = next.pop() {
        if !std::mem::replace(&mut reached[file as usize], true)
            && let Ok(at) = pages.binary_search_by_key(&file, |page| page.file)
        {
            next.extend(pages[at].follows.iter().filter(|target| !reached[**target as usize]));
        }
    }
    for page in pages.iter().filter(|page| !reached[page.file as usize] && !page.redirects) {
        let path = files.path(page.file);
        if path != "404.html" {
            findings.add(Kind::OrphanPage, "no chain of links leads here from index.html", || Place::file(path));
        }
    }
}
