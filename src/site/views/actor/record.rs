//! What an actor did and said, what is reported, what others said of it and what it has to do with them, and the events that name it,
//! as far as its page can hold them.

use crate::model::{Actor, Relation};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped};
use crate::site::register;
use crate::site::routes::{Anchor, Route};
use crate::site::views::chronology::event::Told;
use crate::site::views::citing::{Citations, Cite, Passage};
use crate::site::views::claim::{Point, Room, points};
use crate::site::views::statements::quotation::Said;
use serde::Serialize;

/// Most things of each sort that are shown unfolded.
const OPEN: usize = 8;
/// Most claims that the page holds.
const REPORTED: usize = 20;
/// Most statements of others that the page holds.
const ABOUT: usize = 24;
/// Most things said of it and others that the page holds.
const RELATED: usize = 40;
/// Most events that it holds.
const EVENTS: usize = 48;
/// Heaviest that the unfolded and the folded things of one sort may be, in bytes of HTML as estimated.
const WEIGHT: usize = 90_000;

/// Things of one sort: some shown, some folded, and where the others are.
#[derive(Serialize)]
pub(super) struct Part<T> {
    anchor: String,
    shown: Vec<T>,
    folded: Vec<T>,
    /// How many are folded, in words.
    fold: Option<String>,
    /// How many more there are, in words.
    more: Option<String>,
    /// Where all of them are.
    all: String,
}

impl<T> Part<T> {
    /// The first of `total` things.
    fn new(anchor: Anchor<'_>, mut items: Vec<T>, total: usize, names: (&str, &str), all: String) -> Self {
        let folded = items.split_off(items.len().min(OPEN));
        let more = total - items.len() - folded.len();
        Self {
            anchor: anchor.id(),
            fold: (!folded.is_empty()).then(|| counted(folded.len(), names.0, names.1)),
            shown: items,
            folded,
            more: (more > 0).then(|| grouped(more as u64)),
            all,
        }
    }
}

/// What an actor said, and what concerns it.
#[derive(Serialize)]
pub(super) struct Track<'d> {
    did: Option<Part<Told<'d>>>,
    said: Option<Part<Said<'d>>>,
    relations: Option<Part<Related<'d>>>,
    reported: Option<Part<Point<'d>>>,
    about: Option<Part<Said<'d>>>,
    times: Option<Part<Told<'d>>>,
}

impl<'d> Track<'d> {
    pub(super) fn of(index: u32, actor: &'d Actor, citations: &Citations<'_, 'd>) -> Self {
        let catalogue = citations.catalogue;
        let register = &catalogue.register;
        let (own, about, events) = (register.said(index), register.about(index), register.events(index));
        let parted = register.shelves.contains_key(&index);
        let home = if parted {
            citations.links.to(Route::Said(&actor.id, 1))
        } else if register.by_date.sheets().is_empty() {
            citations.links.to_anchor(Route::Statements, Anchor::Speaker(&actor.id))
        } else {
            // Parted by date, the list has no place of each speaker.
            citations.links.to(Route::Statements)
        };
        let statements = citations.links.to(Route::Statements);
        let chronology = citations.links.to(Route::Chronology);
        let here = if parted { OPEN } else { own.len() };
        let names = ("more statement", "more statements");
        let own_said = said(catalogue, own, here, if parted { WEIGHT } else { usize::MAX }, citations);
        let claims = catalogue.reports.about(index);
        let reported = points(&claims[..claims.len().min(REPORTED)], Room::PLAIN, citations);
        let mentions = Anchor::Mentions.fragment();
        let others = said(catalogue, about, ABOUT, WEIGHT, citations);
        let deeds = register.deeds(index);
        let (did, told) = (told(deeds, citations), told(events, citations));
        let event_names = ("later event", "later events");
        let relations = relations(index, citations);
        let related = relations.len();
        Self {
            did: (!deeds.is_empty())
                .then(|| Part::new(Anchor::Deeds, did, deeds.len(), event_names, chronology.clone())),
            relations: (related > 0).then(|| {
                let all = Anchor::Mentions.fragment();
                Part::new(Anchor::Relations, relations, related, ("more", "more"), all)
            }),
            said: (!own.is_empty()).then(|| Part::new(Anchor::Said, own_said, own.len(), names, home)),
            reported: (!claims.is_empty())
                .then(|| Part::new(Anchor::Reported, reported, claims.len(), ("more", "more"), mentions)),
            about: (!about.is_empty()).then(|| Part::new(Anchor::About, others, about.len(), names, statements)),
            times: (!events.is_empty()).then(|| Part::new(Anchor::Times, told, events.len(), event_names, chronology)),
        }
    }
}

/// What a sentence says of an actor and another one.
#[derive(Serialize)]
struct Related<'d> {
    /// Whether the other one is the verb's subject.
    by_other: bool,
    /// The sentence's own words between the two.
    words: &'d str,
    other: Named<'d>,
    passage: Passage<'d>,
    cite: Cite<'d>,
}

/// An actor, with its page where it has one.
#[derive(Serialize)]
struct Named<'d> {
    name: &'d str,
    href: Option<String>,
}

/// What published sentences say of an actor and others, by what they say and then by date.
fn relations<'d>(index: u32, citations: &Citations<'_, 'd>) -> Vec<Related<'d>> {
    let catalogue = citations.catalogue;
    let dossier = catalogue.dossier;
    let all = catalogue.register.relations(index).iter().map(|at| &dossier.relations[*at as usize]);
    let mut all: Vec<&Relation> = all.collect();
    all.sort_by_key(|one| (one.subject != index, one.kind, catalogue.place(one.at.entry), one.at));
    let related = |one: &&Relation| {
        let by_other = one.subject != index;
        let other = if by_other { one.subject } else { one.object };
        let passage = citations.passage(one.at, &[one.words])?;
        let words = one.words.get(&dossier.entries[one.at.entry as usize].article.saved.text)?;
        let page = catalogue.cast.has_page(dossier, other);
        let actor = &dossier.actors[other as usize];
        Some(Related {
            by_other,
            words,
            other: Named { name: &actor.name, href: page.then(|| citations.links.to(Route::Actor(&actor.id))) },
            passage,
            cite: citations.cite(one.at),
        })
    };
    all.iter().take(RELATED).filter_map(related).collect()
}

/// The first `most` statements, at least one and no more than weigh `heaviest` together.
fn said<'d>(
    catalogue: &Catalogue<'d>,
    items: &[u32],
    most: usize,
    heaviest: usize,
    citations: &Citations<'_, 'd>,
) -> Vec<Said<'d>> {
    let dossier = catalogue.dossier;
    let mut weight = 0;
    let mut out = Vec::new();
    for index in items.iter().take(most) {
        let quotation = &dossier.quotations[*index as usize];
        weight += register::weight(dossier, quotation);
        if weight > heaviest && !out.is_empty() {
            break;
        }
        out.push(Said::of(quotation, citations));
    }
    out
}

fn told<'d>(items: &[u32], citations: &Citations<'_, 'd>) -> Vec<Told<'d>> {
    let events = &citations.catalogue.dossier.events;
    items.iter().take(EVENTS).map(|index| Told::of(&events[*index as usize], false, citations)).collect()
}
