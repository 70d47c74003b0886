//! What can be found wrong, and a list of it that stays short.

use crate::base::{Diagnostic, Place, Severity};
use std::collections::BTreeMap;

/// How many findings of one kind are listed; the rest are counted.
const LIMIT: u64 = 50;

/// What is wrong, by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    DeadLink,
    DeadAnchor,
    AbsoluteLink,
    MalformedLink,
    OrphanPage,
    SpanMismatch,
    SentenceMissing,
    CitationUnproved,
    SentenceUnknown,
    SupportUnproved,
    SideUnproved,
    UnclosedElement,
    StrayEndTag,
    MisnestedElement,
    MalformedHtml,
    DuplicateAttribute,
    DuplicateId,
    MissingDoctype,
    MissingLang,
    MissingTitle,
    MissingAlt,
    InlineScript,
    InlineStyle,
    ExternalRequest,
    BadJson,
    NotUtf8,
    HeavyPage,
}

impl Kind {
    /// Its stable name, its weight, and what mends it.
    ///
    /// Most of these are promises of the site, so errors; and most can only be rejoined in a template.
    fn about(self) -> (&'static str, Severity, &'static str) {
        use Severity::{Error, Note, Warning};
        match self {
            Self::DeadLink => ("dead-link", Error, "name a file of the site, with its ending"),
            Self::DeadAnchor => ("dead-anchor", Error, "name an id of that page, or give it this one"),
            Self::AbsoluteLink => {
                ("absolute-link", Error, "make it relative to the page, so that the site works in any folder")
            }
            Self::MalformedLink => ("malformed-link", Error, "percent-encode what addresses may not hold"),
            Self::OrphanPage => ("orphan-page", Warning, "link to it from a page that readers come to"),
            Self::SpanMismatch => ("span-mismatch", Error, "build the site again from the saved texts as they are now"),
            Self::SentenceMissing => {
                ("sentence-missing", Error, "show the sentence on its article's page, with its number as id")
            }
            Self::CitationUnproved => {
                ("citation-unproved", Error, "build the site again from the notes and the saved texts as they are now")
            }
            Self::SentenceUnknown => {
                ("sentence-unknown", Error, "build the site again: its data do not belong together")
            }
            Self::SupportUnproved => (
                "support-unproved",
                Error,
                "build the site again; if it stays, the sentence supports the claim in part",
            ),
            Self::SideUnproved => {
                ("side-unproved", Error, "build the site again: a side is told in its sentence's words")
            }
            Self::UnclosedElement => ("unclosed-element", Error, "close it before its parent closes"),
            Self::StrayEndTag => ("stray-end-tag", Error, "remove it, or open the element that it closes"),
            Self::MisnestedElement => ("misnested-element", Error, "close the outer element first"),
            Self::MalformedHtml => ("malformed-html", Error, "escape text, and quote attributes"),
            Self::DuplicateAttribute => ("duplicate-attribute", Error, "keep one of the two: browsers drop the second"),
            Self::DuplicateId => ("duplicate-id", Error, "give each element of a page an id of its own"),
            Self::MissingDoctype => ("missing-doctype", Error, "begin the page with <!doctype html>"),
            Self::MissingLang => ("missing-lang", Error, "name the page's language: <html lang=\"en\">"),
            Self::MissingTitle => ("missing-title", Error, "give the page a <title> with words in it"),
            Self::MissingAlt => ("missing-alt", Error, "describe the picture, or write alt=\"\" where it adds nothing"),
            Self::InlineScript => {
                ("inline-script", Error, "move it to a script file: the site's policy forbids it here")
            }
            Self::InlineStyle => {
                ("inline-style", Error, "move it to the stylesheet: the site's policy forbids it here")
            }
            Self::ExternalRequest => ("external-request", Error, "put the file into the site"),
            Self::BadJson => ("bad-json", Error, "write one JSON value on each line, as its schema says"),
            Self::NotUtf8 => ("not-utf8", Error, "write the page as UTF-8"),
            Self::HeavyPage => (
                "heavy-page",
                Note,
                "readers on a slow line wait for it; an article as long as that can be saved in parts",
            ),
        }
    }
}

/// Findings of one page or of the whole site: the first of each kind, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Findings {
    listed: BTreeMap<Kind, Vec<Diagnostic>>,
    counts: BTreeMap<Kind, u64>,
}

impl Findings {
    /// Adds one. Its place costs time to work out, so `place` is called only if it will be listed.
    pub(super) fn add(&mut self, kind: Kind, message: impl Into<String>, place: impl FnOnce() -> Place) {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= LIMIT {
            let (code, severity, hint) = kind.about();
            let made = match severity {
                Severity::Error => Diagnostic::error(code, message),
                Severity::Warning => Diagnostic::warning(code, message),
                Severity::Note => Diagnostic::note(code, message),
            };
            self.listed.entry(kind).or_default().push(made.hint(hint).at(place()));
        }
    }

    /// Adds all of `other`, which come after those at hand.
    pub(super) fn append(&mut self, other: Self) {
        for (kind, count) in other.counts {
            *self.counts.entry(kind).or_default() += count;
        }
        for (kind, more) in other.listed {
            let listed = self.listed.entry(kind).or_default();
            let room = LIMIT as usize - listed.len();
            listed.extend(more.into_iter().take(room));
        }
    }

    /// All that are listed, in order of their places, then a count of each kind's rest.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = self.listed.into_values().flatten().collect();
        all.sort();
        for (kind, count) in self.counts.into_iter().filter(|(_, count)| *count > LIMIT) {
            let (code, severity, hint) = kind.about();
            let message = format!("{} more like these are not listed", count - LIMIT);
            all.push(Diagnostic { place: None, severity, code, message, hint: Some(hint.to_owned()) });
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_findings_of_a_kind_fifty_are_listed_and_the_rest_counted() {
        let mut all = Findings::default();
        for page in ["a", "b", "c"] {
            let mut findings = Findings::default();
            for _ in 0..60 {
                findings.add(Kind::DeadLink, "dead", || Place::file(page));
            }
            all.append(findings);
        }
        all.add(Kind::HeavyPage, "heavy", || Place::file("b"));
        let diagnostics = all.into_diagnostics();
        assert_eq!(diagnostics.len(), 52);
        assert!(diagnostics[..50].iter().all(|found| found.place == Some(Place::file("a"))));
        assert_eq!(diagnostics[51].message, "130 more like these are not listed");
    }
}
