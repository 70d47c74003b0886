//! What only the printed document has cards of: notes in full, actors in short, articles as text, and their files.

use crate::base::Span;
use crate::model::{Citation, Entry, Publish};
use crate::site::prose::{grouped, right_to_left};
use crate::site::routes::Anchor;
use crate::site::text::{self, Form};
use crate::site::views::actor::brief;
use crate::site::views::citing::{Citations, Cite};
use crate::site::views::parts::{KindName, Letter, foreign, language_of};
use crate::site::views::sources::{self, Citation as Reference};
use crate::site::views::statements::quotation::Said;
use crate::site::{note, register, shown};
use serde::Serialize;
use std::borrow::Cow;

/// Most roles that are shown of an actor.
const ROLES: usize = 3;

/// A note of the analyst's.
#[derive(Serialize)]
pub(super) struct Noted<'d> {
    title: &'d str,
    by: Option<&'d str>,
    date: Option<String>,
    body: String,
}

impl<'d> Noted<'d> {
    pub(super) fn of(item: u32, citations: &Citations<'_, 'd>) -> Self {
        let dossier = citations.catalogue.dossier;
        let note = &dossier.notes[item as usize];
        let mut mark = |citation: &Citation| {
            let at = note::place_of(citation, dossier)?;
            let entry = citations.entry(at.entry);
            Some(note::cite(entry, dossier, &citations.href(at), &format!(", sentence {}", at.sentence.0), None))
        };
        Self {
            title: &note.title,
            by: note.by.as_deref(),
            date: note.date.map(|date| date.in_words()),
            body: note::html_with(&note.text, 4, dossier, &mut mark),
        }
    }
}

/// A quotation, under a heading wherever the speaker changes.
#[derive(Serialize)]
pub(super) struct Spoken<'d> {
    /// Whether the one before has another speaker, or none.
    opens: bool,
    said: Said<'d>,
}

/// The quotations with these indices, by speaker.
pub(super) fn spoken<'d>(items: impl Iterator<Item = u32>, citations: &Citations<'_, 'd>) -> Vec<Spoken<'d>> {
    let (dossier, cast) = (citations.catalogue.dossier, &citations.catalogue.cast);
    let mut before = None;
    let said = |item: u32| {
        let quotation = &dossier.quotations[item as usize];
        let speaker = register::speaker(dossier, cast, quotation);
        Spoken { opens: before.replace(speaker) != Some(speaker), said: Said::of(quotation, citations) }
    };
    items.map(said).collect()
}

/// An actor.
#[derive(Serialize)]
pub(super) struct Named<'d> {
    name: &'d str,
    kind: KindName,
    roles: Vec<(&'d str, Cite<'d>)>,
    /// Roles that an editor's record gives.
    offices: Vec<&'d str>,
    brief: String,
}

impl<'d> Named<'d> {
    pub(super) fn of(item: u32, citations: &Citations<'_, 'd>) -> Self {
        let catalogue = citations.catalogue;
        let actor = &catalogue.dossier.actors[item as usize];
        let record = actor.record.iter().flat_map(|record| &record.roles);
        let sourced = actor.roles.iter().filter_map(|role| Some((role.text.as_str(), role.sentence?)));
        let roles = sourced.filter(|(_, at)| citations.is_published(*at)).take(ROLES);
        Self {
            name: &actor.name,
            kind: KindName::of(actor.kind),
            roles: roles.map(|(text, at)| (text, citations.cite(at))).collect(),
            offices: record.take(ROLES).map(|role| role.title.as_str()).collect(),
            brief: brief::lead(catalogue.cast.standing(item)),
        }
    }
}

/// An article.
#[derive(Serialize)]
pub(super) struct Printed<'d> {
    id: String,
    label: Cow<'d, str>,
    reference: Reference<'d>,
    letter: Option<Letter>,
    altered: Option<&'d str>,
    /// What of the text is left out by its level of publication, in words.
    withheld: Option<&'static str>,
    text: Option<String>,
    lang: Option<&'d str>,
    /// Where it is not the page's.
    direction: Option<&'static str>,
}

impl<'d> Printed<'d> {
    pub(super) fn of(item: u32, citations: &Citations<'_, 'd>) -> Self {
        let catalogue = citations.catalogue;
        let entry = citations.entry(item);
        let outlet = catalogue.outlet(entry);
        let language = &catalogue.dossier.settings.language;
        let some = entry.reading.sentences.iter().any(|sentence| shown::shows(entry, sentence));
        let whole = Span::new(0, entry.article.saved.text.len());
        Self {
            id: Anchor::Printed(&entry.article.id).id(),
            label: citations.label(item),
            reference: sources::citation(catalogue, entry, outlet),
            letter: Letter::of(outlet),
            altered: altered(entry),
            withheld: match entry.publish {
                Publish::Full => None,
                Publish::Cited if some => Some("Only the sentences that the dossier cites are published."),
                Publish::Cited | Publish::Metadata => Some("The text of this article is not published."),
            },
            text: text::html_of(entry, Vec::new(), Vec::new(), Form::Printed, whole),
            lang: foreign(language_of(entry), language),
            direction: direction(entry, language),
        }
    }
}

/// The direction of a text that runs against the page's, which is in `language`.
fn direction(entry: &Entry, language: &str) -> Option<&'static str> {
    let own = entry.reading.language.right_to_left;
    (own != right_to_left(language)).then_some(if own { "rtl" } else { "ltr" })
}

fn altered(entry: &Entry) -> Option<&str> {
    entry.article.meta.altered.as_ref().map(|known| known.value.as_str())
}

/// A source.
#[derive(Serialize)]
pub(super) struct Source<'d> {
    label: Cow<'d, str>,
    reference: Reference<'d>,
    letter: Option<Letter>,
    why: Option<&'d str>,
    altered: Option<&'d str>,
    path: &'d str,
    sha256: &'d str,
    bytes: String,
}

impl<'d> Source<'d> {
    pub(super) fn of(item: u32, citations: &Citations<'_, 'd>) -> Self {
        let catalogue = citations.catalogue;
        let entry = citations.entry(item);
        let outlet = catalogue.outlet(entry);
        Self {
            label: citations.label(item),
            reference: sources::citation(catalogue, entry, outlet),
            letter: Letter::of(outlet),
            why: outlet.and_then(|outlet| outlet.why.as_deref()),
            altered: altered(entry),
            path: &entry.article.path,
            sha256: &entry.article.sha256,
            bytes: grouped(entry.article.bytes),
        }
    }
}
