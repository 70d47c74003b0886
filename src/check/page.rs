//! Every page, read once: what is wrong within it, and what must be known of it to judge the others.

use super::CheckError;
use super::citations::Witnesses;
use super::files::Files;
use super::findings::{Findings, Kind};
use super::fingerprint::fingerprint;
use super::link::{Purpose, Target, resolve};
use super::scan::{Scan, Shown, scan};
use super::sentences::{self, Expected};
use crate::base::{ArticleId, Place};
use crate::site::routes::{Route, article_at};
use rayon::prelude::*;

/// Heaviest page that is no finding, in bytes.
const WEIGHT: usize = 500_000;

/// How many pages are read before their findings are drawn together, so that a fault that all
/// pages share does not pile up.
pub(super) const BATCH: usize = 256;

/// What remains of a page once it is read.
pub(super) struct Page {
    /// Its file.
    pub(super) file: u32,
    /// Hashes of its ids, sorted.
    pub(super) ids: Vec<u64>,
    /// The files that a reader can go to from it, sorted.
    pub(super) follows: Vec<u32>,
    /// Each file and hash of an id there that it links to, sorted.
    pub(super) anchors: Vec<(u32, u64)>,
    /// Whether it only sends its reader on.
    pub(super) redirects: bool,
}

/// Reads all pages, in order of their paths.
pub(super) fn check(
    files: &Files,
    witnesses: &Witnesses<'_>,
    findings: &mut Findings,
) -> Result<Vec<Page>, CheckError> {
    let numbers = files.ending(".html");
    let mut pages = Vec::with_capacity(numbers.len());
    for batch in numbers.chunks(BATCH) {
        let read: Vec<_> = batch.par_iter().map(|number| read(files, *number, witnesses)).collect();
        for page in read {
            let (page, found) = page?;
            findings.append(found);
            pages.extend(page);
        }
    }
    Ok(pages)
}

fn read(files: &Files, file: u32, witnesses: &Witnesses<'_>) -> Result<(Option<Page>, Findings), CheckError> {
    let mut findings = Findings::default();
    let path = files.path(file);
    let Ok(html) = String::from_utf8(files.read(file)?) else {
        findings.add(Kind::NotUtf8, "the page is not UTF-8", || Place::file(path));
        return Ok((None, findings));
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    if html.len() > WEIGHT && !name.starts_with("print") {
        let message = format!("the page weighs {} kB, more than {}", html.len() / 1000, WEIGHT / 1000);
        findings.add(Kind::HeavyPage, message, || Place::file(path));
    }
    let mut scan = scan(&html);
    for fault in std::mem::take(&mut scan.faults) {
        findings.add(fault.kind, fault.message, || place(path, &html, fault.line, &fault.needle));
    }
    if let Some((article, 1)) = article_at(path)
        && let Some(expected) = witnesses.expected.get(article)
    {
        add_further(files, article, &mut scan)?;
        compare_sentences(path, &html, &scan, expected, &mut findings);
    }
    let mut page = Page { file, ids: Vec::new(), follows: Vec::new(), anchors: Vec::new(), redirects: scan.redirects };
    page.ids = take_ids(path, &html, &mut scan, &mut findings);
    follow_links(files, &html, &scan, witnesses, &mut page, &mut findings);
    Ok((Some(page), findings))
}

/// Adds the sentences that the further pages of an article show to those of its first.
fn add_further(files: &Files, article: &str, first: &mut Scan) -> Result<(), CheckError> {
    let id = ArticleId::new(article);
    let parts = (2..).map_while(|part| files.number(&Route::ArticlePart(&id, part).path()));
    for number in parts {
        // What is wrong with that page itself is told where it is read as a page.
        let Ok(html) = String::from_utf8(files.read(number)?) else { continue };
        for (sentence, shown) in scan(&html).sentences {
            first.sentences.entry(sentence).or_insert_with(|| Shown { line: 1, text: String::new() }).text +=
                &shown.text;
        }
    }
    Ok(())
}

/// Reports sentences that the pages of an article do not show, or not word for word.
fn compare_sentences(path: &str, html: &str, scan: &Scan, expected: &[Expected], findings: &mut Findings) {
    for sentence in expected {
        let (number, line) = (sentence.number, sentence.line);
        match scan.sentences.get(&number) {
            None => {
                let message = format!("the page does not show sentence s{number}, line {line} of the export");
                findings.add(Kind::SentenceMissing, message, || Place::file(path));
            }
            Some(shown) if fingerprint(&sentences::shown(&shown.text)) != sentence.hash => {
                let message = format!("the page does not show sentence s{number} as line {line} of the export has it");
                findings.add(Kind::SpanMismatch, message, || place(path, html, shown.line, &format!("\"s{number}\"")));
            }
            Some(_) => {}
        }
    }
}

/// The hashes of a page's ids; ids given twice are findings.
fn take_ids(path: &str, html: &str, scan: &mut Scan, findings: &mut Findings) -> Vec<u64> {
    scan.ids.sort();
    for pair in scan.ids.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let ((id, first), (_, line)) = (&pair[0], &pair[1]);
        let message = format!("the id {:?} is also that of an element on line {first}", &**id);
        findings.add(Kind::DuplicateId, message, || place(path, html, *line, &format!("\"{id}\"")));
    }
    let mut ids: Vec<u64> = scan.ids.iter().map(|(id, _)| fingerprint(id)).collect();
    ids.sort_unstable();
    ids
}

/// Notes where a page's links lead; those that lead nowhere, or to other words than they cite, are findings.
fn follow_links(
    files: &Files,
    html: &str,
    scan: &Scan,
    witnesses: &Witnesses<'_>,
    page: &mut Page,
    findings: &mut Findings,
) {
    for link in &scan.links {
        match resolve(files, page.file, &link.href, link.purpose) {
            Ok(Target::Outside) => {}
            Ok(Target::File { number, fragment }) => {
                if link.purpose == Purpose::Follow {
                    page.follows.push(number);
                }
                let disproof = link.words.as_deref().and_then(|words| {
                    witnesses.disproof(words, files.path(number), fragment.as_deref().unwrap_or_default())
                });
                if let Some(message) = disproof {
                    let path = files.path(page.file);
                    findings.add(Kind::CitationUnproved, message, || place(path, html, link.line, &link.href));
                }
                if let Some(fragment) = fragment {
                    page.anchors.push((number, fingerprint(&fragment)));
                }
            }
            Err((kind, message)) => {
                let path = files.path(page.file);
                findings.add(kind, message, || place(path, html, link.line, &link.href));
            }
        }
    }
    page.follows.sort_unstable();
    page.follows.dedup();
    page.follows.shrink_to_fit();
    page.anchors.sort_unstable();
    page.anchors.dedup();
    page.anchors.shrink_to_fit();
}

/// The last `needle` that stands on `line`, or on the lines before it where a tag is a long one.
pub(super) fn place(path: &str, html: &str, line: u32, needle: &str) -> Place {
    if line == 0 {
        return Place::file(path);
    }
    let mut breaks = memchr::memchr_iter(b'\n', html.as_bytes());
    let start = if line == 1 { 0 } else { breaks.nth(line as usize - 2).map_or(html.len(), |at| at + 1) };
    let end = breaks.next().unwrap_or(html.len()).max(start);
    match html[..end].rfind(needle) {
        Some(at) if !needle.is_empty() => Place::at(path, html, at..at + needle.len()),
        _ => Place::at(path, html, start..end),
    }
}
