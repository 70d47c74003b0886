//! What the printed document ends with: endnotes, the index of names, the sources.

use super::kind::Kind;
use super::plan::{self, Piece};
use super::printer::Printer;
use crate::base::SentenceId;
use crate::model::{Entry, MentionRef};
use crate::site::prose::{counted, grouped};
use crate::site::routes::Anchor;
use crate::site::shown;
use crate::site::views::parts::{KindName, Letter, Title, When};
use crate::site::views::sources::{self, Address, Citation};
use serde::Serialize;
use std::collections::BTreeMap;

/// Most entries, most articles, and most sentences of each that a name of the index lists.
const ENTRIES: usize = 16;
const ARTICLES: usize = 12;
const SENTENCES: usize = 6;

/// An endnote.
#[derive(Serialize)]
pub(super) struct Endnote<'d> {
    id: String,
    number: usize,
    outlet: Option<&'d str>,
    when: Option<When>,
    title: Title<'d>,
    stop: &'static str,
    sentence: u32,
    /// Where the sentence stands in this document: `A2 §14`.
    label: String,
    href: String,
    published: bool,
    altered: bool,
    url: Option<Address<'d>>,
    archive: Option<Address<'d>>,
    /// The endnote that has the addresses, where this one leaves them out.
    see: Option<(usize, String)>,
}

/// The endnotes of `run`. The first of each article has its addresses; the others refer to it.
pub(super) fn endnotes<'d>(run: &[Piece], printer: &Printer<'_, 'd>) -> Vec<Endnote<'d>> {
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    let note = |piece: &Piece| {
        let at = printer.plan.endnotes[piece.item as usize];
        let entry = printer.citations.entry(at.entry);
        let meta = &entry.article.meta;
        let catalogue = printer.citations.catalogue;
        let article = printer.article(at.entry);
        let published = shown::published_sentence(entry, at.sentence).is_some();
        let has_address = meta.url.is_some() || meta.archive_url.is_some();
        let leader = *first.entry(at.entry).or_insert(piece.number);
        let own = leader == piece.number;
        let title = Title::of(entry, printer.dossier());
        Endnote {
            id: printer.plan.anchor(Kind::Endnote, piece.number),
            number: piece.number,
            outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
            when: When::published(entry),
            stop: sources::stop_after(&title),
            title,
            sentence: at.sentence.0,
            label: format!("A{article} §{}", at.sentence.0),
            href: if is_printed(entry, at.sentence) {
                sentence(article, at.sentence, printer)
            } else {
                printer.href(Kind::Article, article)
            },
            published,
            altered: meta.altered.is_some(),
            url: meta.url.as_ref().filter(|_| own).map(|known| Address::of(&known.value)),
            archive: meta.archive_url.as_ref().filter(|_| own).map(|known| Address::of(&known.value)),
            see: (!own && has_address).then(|| (leader, printer.href(Kind::Endnote, leader))),
        }
    };
    run.iter().map(note).collect()
}

/// Whether a sentence has a place in the printed text, from which furniture is left out.
fn is_printed(entry: &Entry, id: SentenceId) -> bool {
    shown::published_sentence(entry, id).is_some_and(|sentence| !sentence.role.is_folded())
}

/// The link to a sentence of an article as it is printed.
fn sentence(article: usize, id: SentenceId, printer: &Printer<'_, '_>) -> String {
    let piece = printer.plan.kinds[&Kind::Article].start + article - 1;
    let anchor = Anchor::PrintedSentence(article, id).id();
    plan::link(printer.plan.part_of(piece), printer.part, &anchor, &printer.citations.links)
}

/// A name of the index.
#[derive(Serialize)]
pub(super) struct Indexed<'d> {
    id: String,
    name: &'d str,
    kind: KindName,
    entries: Vec<Reference>,
    more_entries: Option<String>,
    articles: Vec<Named>,
    more_articles: Option<String>,
}

/// A place in the document.
#[derive(Serialize)]
struct Reference {
    href: String,
    text: String,
}

/// The sentences of one article that name an actor.
#[derive(Serialize)]
struct Named {
    article: Reference,
    sentences: Vec<Reference>,
    more: bool,
}

impl<'d> Indexed<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let actor = &printer.dossier().actors[piece.item as usize];
        let places = printer.plan.places.get(&piece.item).map_or(&[][..], Vec::as_slice);
        let reference = |(kind, number): &(Kind, usize)| Reference {
            href: printer.href(*kind, *number),
            text: printer.plan.label(*kind, *number),
        };
        let runs: Vec<&[MentionRef]> =
            actor.mentions.chunk_by(|one, other| one.entry == other.entry).filter(|run| names(run, printer)).collect();
        let mut articles: Vec<(usize, Named)> = runs.iter().map(|run| named(run, printer)).collect();
        articles.sort_by_key(|(article, _)| *article);
        let more = |count: usize, most: usize| count.checked_sub(most).filter(|more| *more > 0);
        Self {
            id: printer.plan.anchor(Kind::Name, piece.number),
            name: &actor.name,
            kind: KindName::of(actor.kind),
            entries: places.iter().take(ENTRIES).map(reference).collect(),
            more_entries: more(places.len(), ENTRIES).map(|more| counted(more, "more entry", "more entries")),
            more_articles: more(articles.len(), ARTICLES).map(|more| counted(more, "more article", "more articles")),
            articles: articles.into_iter().take(ARTICLES).map(|(_, named)| named).collect(),
        }
    }
}

/// Whether any of these mentions, all of one article, is by name.
fn names(run: &[MentionRef], printer: &Printer<'_, '_>) -> bool {
    let mentions = &printer.citations.entry(run[0].entry).reading.mentions;
    run.iter().any(|at| mentions.get(at.mention as usize).is_some_and(|mention| mention.how.is_name()))
}

/// The sentences that these mentions, all of one article, name an actor in.
fn named(run: &[MentionRef], printer: &Printer<'_, '_>) -> (usize, Named) {
    let entry = printer.citations.entry(run[0].entry);
    let article = printer.article(run[0].entry);
    let mentions = run.iter().filter_map(|at| entry.reading.mentions.get(at.mention as usize));
    let mut ids: Vec<SentenceId> =
        mentions.filter(|mention| mention.how.is_name()).map(|mention| mention.sentence).collect();
    ids.dedup();
    ids.retain(|id| is_printed(entry, *id));
    let reference = |id: &SentenceId| Reference { href: sentence(article, *id, printer), text: format!("§{}", id.0) };
    let named = Named {
        article: Reference { href: printer.href(Kind::Article, article), text: format!("A{article}") },
        sentences: ids.iter().take(SENTENCES).map(reference).collect(),
        more: ids.len() > SENTENCES,
    };
    (article, named)
}

/// A source.
#[derive(Serialize)]
pub(super) struct Source<'d> {
    id: String,
    label: String,
    href: String,
    citation: Citation<'d>,
    letter: Letter,
    why: Option<&'d str>,
    altered: Option<&'d str>,
    path: &'d str,
    sha256: &'d str,
    bytes: String,
}

impl<'d> Source<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let catalogue = printer.citations.catalogue;
        let entry = printer.citations.entry(piece.item);
        let outlet = catalogue.outlet(entry);
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            href: printer.href(Kind::Article, piece.number),
            citation: sources::citation(catalogue, entry, outlet),
            letter: Letter::of(outlet),
            why: outlet.and_then(|outlet| outlet.why.as_deref()),
            altered: entry.article.meta.altered.as_ref().map(|known| known.value.as_str()),
            path: &entry.article.path,
            sha256: &entry.article.sha256,
            bytes: grouped(entry.article.bytes),
        }
    }
}
