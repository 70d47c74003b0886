//! Whether every file of the site is, byte for byte, what the content builds to.

use super::listed::listed;
use super::strays::no_file;
use crate::base::{Diagnostic, Place};
use crate::site::{Page, Pages};
use rayon::prelude::*;
use std::path::Path;

/// Bytes of text that are shown on either side of the first difference, at most.
const AROUND: usize = 60;

/// The files of the site that are not what the content builds to, each with the words that differ first.
pub(super) fn changed(pages: &Pages<'_>, output: &Path) -> Vec<Diagnostic> {
    let told = pages.as_slice().par_iter().filter_map(|page| difference(page, output));
    let (mut told, more) = listed(told.collect());
    if more > 0 {
        told.push(Diagnostic::error("not-as-built", format!("{more} more files are not what the content builds to")));
    }
    told
}

/// How the file of `page` differs from what is to stand in it.
#[expect(clippy::disallowed_methods, reason = "the site is read here to be compared")]
fn difference(page: &Page<'_>, output: &Path) -> Option<Diagnostic> {
    let mut due = Vec::new();
    let rendered = page.render(&mut due).is_ok();
    let path = output.join(page.path());
    // What is no file is never opened: it may lead elsewhere, or never end.
    let other = std::fs::symlink_metadata(&path).ok().and_then(|found| no_file(found.file_type()));
    let found = if other.is_some() { None } else { std::fs::read(&path).ok() };
    if rendered && found.as_ref().is_some_and(|found| *found == due) {
        return None;
    }
    let shown = format!("{}/{}", output.display(), page.path());
    let (message, line) = match (other, found) {
        (Some(other), _) => (format!("a {other} stands in the place of this file"), 0),
        (None, None) => ("this file is missing".to_owned(), 0),
        (None, Some(found)) => in_words(&String::from_utf8_lossy(&found), &String::from_utf8_lossy(&due)),
    };
    let hint = "run `cuttings build`; if it was built with --as-of, check it with the same date";
    Some(Diagnostic::error("not-as-built", message).at(Place { line, ..Place::file(shown) }).hint(hint))
}

/// What `found` has where `due` has something else, and its line.
fn in_words(found: &str, due: &str) -> (String, u32) {
    let same = found.bytes().zip(due.bytes()).take_while(|(one, other)| one == other).count();
    let line = memchr::memchr_iter(b'\n', &found.as_bytes()[..same]).count() + 1;
    let (has, needs) = (around(found, same), around(due, same));
    let message = format!("this file is not what the content builds to: it has “{has}” in place of “{needs}”");
    (message, u32::try_from(line).unwrap_or(u32::MAX))
}

/// The words of one text between two tags, or of one line, around the byte `at`; whole words where it is long.
fn around(text: &str, at: usize) -> String {
    let edges = ['<', '>', '\n'];
    let boundary = |at: &usize| text.is_char_boundary(*at);
    let at = (0..=at.min(text.len())).rev().find(boundary).unwrap_or_default();
    let mut start = text[..at].rfind(edges).map_or(0, |edge| edge + 1);
    let mut end = text[at..].find(edges).map_or(text.len(), |edge| at + edge);
    if at - start > AROUND {
        let from = (at - AROUND..at).find(boundary).unwrap_or(at);
        start = text[from..at].find(' ').map_or(from, |space| from + space);
    }
    if end - at > AROUND {
        let to = (at..at + AROUND).rev().find(boundary).unwrap_or(at);
        end = text[at..to].rfind(' ').map_or(to, |space| at + space);
    }
    text[start..end].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_told_with_the_words_around_it_and_its_line() {
        let (due, found) = ("<p>\n<q>Two ferries sank.</q>", "<p>\n<q>Ten ferries sank.</q>");
        let told =
            "this file is not what the content builds to: it has “Ten ferries sank.” in place of “Two ferries sank.”";
        assert_eq!(in_words(found, due), (told.to_owned(), 2));
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        let text = "é ".repeat(100) + "here" + &" ü".repeat(100);
        let told = around(&text, 302);
        assert!(told.starts_with('é') && told.contains("here") && told.len() < 2 * AROUND + 1, "{told}");
    }
}
