//! The analyst's notes: a page each, the list of them, and the key judgements that the front page opens with.

use crate::model::{Dossier, Entry, Note};
use crate::site::catalogue::Catalogue;
use crate::site::note::{self, Citing};
use crate::site::prose;
use crate::site::routes::{Links, Route};
use crate::site::views::frame::Frame;
use crate::site::views::parts::{Letter, Link, Title, When};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Key judgements that the front page shows of each note; its page has all.
const MOST_JUDGEMENTS: usize = 7;
/// Those that a phone shows at once: with four, no key point would be on its first screen.
const FIRST_JUDGEMENTS: usize = 2;
/// Notes that the front page lists; the list of notes has all.
const MOST_LISTED: usize = 12;

/// A note in a list.
#[derive(Serialize)]
pub(crate) struct Item<'d> {
    href: String,
    title: &'d str,
    /// What it is, where its title does not say the same.
    kind: Option<&'static str>,
    by: Option<&'d str>,
    date: Option<String>,
}

impl<'d> Item<'d> {
    fn of(note: &'d Note, links: &Links) -> Self {
        Self {
            href: links.to(Route::Note(&note.id)),
            title: &note.title,
            kind: Some(kind_of(note)).filter(|kind| !note.title.eq_ignore_ascii_case(kind)),
            by: note.by.as_deref(),
            date: note.date.map(|date| date.in_words()),
        }
    }
}

const fn kind_of(note: &Note) -> &'static str {
    if note.judgements { "Key judgements" } else { "Note" }
}

/// An article that a note cites.
#[derive(Serialize)]
struct Source<'d> {
    href: String,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
    letter: Option<Letter>,
    altered: bool,
}

impl<'d> Source<'d> {
    fn of(entry: &'d Entry, catalogue: &Catalogue<'d>, links: &Links) -> Self {
        let outlet = catalogue.outlet(entry);
        Self {
            href: links.to(Route::Article(&entry.article.id)),
            title: Title::of(entry, catalogue.dossier),
            outlet: outlet.map(|outlet| outlet.name.as_str()),
            when: When::published(entry),
            letter: Letter::of(outlet),
            altered: entry.article.meta.altered.is_some(),
        }
    }
}

/// The articles that notes cite, each once, in the order of their first citation.
fn sources<'d>(cited: &[u32], catalogue: &Catalogue<'d>, links: &Links) -> Vec<Source<'d>> {
    let mut known = BTreeSet::new();
    let first = cited.iter().filter(|entry| known.insert(**entry));
    first.map(|entry| Source::of(&catalogue.dossier.entries[*entry as usize], catalogue, links)).collect()
}

/// A field that Cuttings does not know.
#[derive(Serialize)]
struct Extra<'d> {
    name: &'d str,
    value: &'d str,
}

/// The page of a note.
#[derive(Serialize)]
pub(crate) struct NoteView<'d> {
    frame: Frame<'d>,
    title: &'d str,
    kind: &'static str,
    by: Option<&'d str>,
    date: Option<String>,
    /// Fields that Cuttings does not know.
    other: Vec<Extra<'d>>,
    /// The note, as HTML.
    body: String,
    sources: Vec<Source<'d>>,
}

/// The view of the note at `index` of the dossier.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, index: usize) -> NoteView<'d> {
    let dossier = catalogue.dossier;
    let note = &dossier.notes[index];
    let route = Route::Note(&note.id);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let citing = &mut Citing::new(dossier, &links, &catalogue.long);
    let body = note::html_of(&note.text, 2, citing);
    let crumbs = vec![Link { href: links.to(Route::Notes), text: Cow::Borrowed("Notes") }];
    let description = format!("{} of the dossier’s analyst.", kind_of(note));
    NoteView {
        frame: Frame::new(dossier, route, &note.title, description).under(crumbs),
        title: &note.title,
        kind: kind_of(note),
        by: note.by.as_deref(),
        date: note.date.map(|date| date.in_words()),
        other: note.other.iter().map(|(name, value)| Extra { name, value }).collect(),
        body,
        sources: sources(&citing.cited, catalogue, &links),
    }
}

/// The list of notes.
#[derive(Serialize)]
pub(crate) struct NotesView<'d> {
    frame: Frame<'d>,
    notes: Vec<Item<'d>>,
}

pub(crate) fn list<'d>(catalogue: &Catalogue<'d>) -> NotesView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::Notes, dossier.settings.base_url.as_deref());
    let description = "What the dossier’s analyst says of it: these words are no source’s.".to_owned();
    NotesView {
        frame: Frame::new(dossier, Route::Notes, "Analyst’s notes", description),
        notes: dossier.notes.iter().map(|note| Item::of(note, &links)).collect(),
    }
}

/// The key judgements of one note.
#[derive(Serialize)]
struct Judgements<'d> {
    note: Item<'d>,
    /// Each as HTML.
    points: Vec<String>,
    /// Those that are folded on a phone.
    rest: Vec<String>,
    /// How many these are, in words.
    fold: String,
}

/// What the front page has of the analyst's notes.
#[derive(Serialize)]
pub(crate) struct FrontNotes<'d> {
    judgements: Vec<Judgements<'d>>,
    sources: Vec<Source<'d>>,
    listed: Vec<Item<'d>>,
    /// How many more notes there are, in words.
    more: Option<String>,
    all: String,
}

/// What the front page has of them.
pub(crate) fn front<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Option<FrontNotes<'d>> {
    let dossier: &'d Dossier = catalogue.dossier;
    let citing = &mut Citing::new(dossier, links, &catalogue.long);
    let mut judgements = Vec::new();
    for note in dossier.notes.iter().filter(|note| note.judgements) {
        let mut points = note::points_of(&note.text, MOST_JUDGEMENTS, citing);
        if !points.is_empty() {
            let rest = points.split_off(points.len().min(FIRST_JUDGEMENTS));
            let fold = prose::sentence_case(&prose::counted(rest.len(), "more judgement", "more judgements"));
            judgements.push(Judgements { note: Item::of(note, links), points, rest, fold });
        }
    }
    (!dossier.notes.is_empty()).then(|| FrontNotes {
        judgements,
        sources: sources(&citing.cited, catalogue, links),
        listed: dossier.notes.iter().take(MOST_LISTED).map(|note| Item::of(note, links)).collect(),
        more: dossier
            .notes
            .len()
            .checked_sub(MOST_LISTED)
            .filter(|n| *n > 0)
            .map(|n| prose::counted(n, "more", "more")),
        all: links.to(Route::Notes),
    })
}
