//! What a part of the printed document is written with.

use super::kind::Kind;
use super::plan::Plan;
use crate::model::{Dossier, SentenceRef};
use crate::site::views::citing::Citations;
use crate::site::views::parts::When;
use serde::Serialize;

/// The mark of an endnote.
#[derive(Serialize)]
pub(super) struct Mark {
    pub(super) href: String,
    pub(super) number: usize,
    /// Whether the copy that it cites is altered.
    pub(super) altered: bool,
    /// Whether the sentence supports what it is cited for only in part.
    pub(super) part: bool,
}

/// Where a sentence stands, beside its words.
#[derive(Serialize)]
pub(super) struct Place<'d> {
    pub(super) outlet: Option<&'d str>,
    pub(super) when: Option<When>,
    pub(super) label: String,
    pub(super) altered: bool,
}

/// What a part of the document is written with.
pub(super) struct Printer<'c, 'd> {
    pub(super) plan: &'c Plan,
    /// Which part, from 0.
    pub(super) part: usize,
    /// Articles have the numbers that they have in the document.
    pub(super) citations: Citations<'c, 'd>,
}

impl<'d> Printer<'_, 'd> {
    pub(super) fn dossier(&self) -> &'d Dossier {
        self.citations.catalogue.dossier
    }

    /// The mark of the endnote for a sentence.
    pub(super) fn mark(&self, at: SentenceRef) -> Mark {
        let number = self.plan.endnote(at).expect("the plan has an endnote for whatever an entry cites");
        let altered = self.citations.entry(at.entry).article.meta.altered.is_some();
        Mark { href: self.href(Kind::Endnote, number), number, altered, part: false }
    }

    pub(super) fn href(&self, kind: Kind, number: usize) -> String {
        self.plan.href(kind, number, self.part, &self.citations.links)
    }

    /// The number of an article.
    pub(super) fn article(&self, entry: u32) -> usize {
        self.citations.catalogue.place(entry) + 1
    }

    pub(super) fn place(&self, at: SentenceRef) -> Place<'d> {
        let entry = self.citations.entry(at.entry);
        Place {
            outlet: self.citations.catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
            when: When::published(entry),
            label: format!("A{} §{}", self.article(at.entry), at.sentence.0),
            altered: entry.article.meta.altered.is_some(),
        }
    }
}
