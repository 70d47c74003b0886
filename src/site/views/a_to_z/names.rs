//! The names of the index: actors, their other spellings, and names that no page has.

use super::initial::filed_under;
use crate::model::{Actor, MentionRef, Unlinked};
use crate::site::cast::is_hidden;
use crate::site::catalogue::Catalogue;
use crate::site::linkage;
use crate::site::prose::{count, grouped, shortened};
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::parts::{Chip, KindName, Title};
use serde::Serialize;
use std::collections::BTreeMap;

/// Most places of a name that has no page.
const PLACES: usize = 6;
/// Most spellings of an actor that lead to it, and most actors that one spelling leads to.
const SPELLINGS: usize = 40;
/// About how many bytes of HTML an entry, a place in it and an actor in it take up.
const ENTRY: usize = 170;
const PLACE: usize = 190;
const SEE: usize = 110;
/// Longest title of an article, in characters, where only a place in it is named.
const TITLE: usize = 60;

/// A place in an article.
#[derive(Serialize)]
struct Place {
    href: String,
    article: String,
    /// The sentence; `None` where it is not published.
    sentence: Option<u32>,
}

/// A name of the index.
#[derive(Serialize)]
pub(super) struct Name<'d> {
    text: &'d str,
    kind: Option<KindName>,
    /// The page of the actor.
    href: Option<String>,
    /// How often the actor is named.
    count: Option<String>,
    /// Whose spelling it is, or who it may be.
    see: Vec<Chip<'d>>,
    /// Whether `see` only says who it may be.
    unsure: bool,
    places: Vec<Place>,
    /// How many more places there are, in words.
    more: Option<String>,
}

/// What a name of the index is made from.
pub(super) enum Heading<'d> {
    /// An actor, by its own name.
    Own(u32),
    /// Another spelling, of all these actors.
    Spelling(&'d str, Vec<u32>),
    /// A name that may be one of several actors, or nobody known.
    Unlinked(&'d Unlinked),
}

/// Every name, with the words that it is filed under.
pub(super) fn of<'d>(catalogue: &Catalogue<'d>) -> Vec<(&'d str, Heading<'d>)> {
    let dossier = catalogue.dossier;
    let listed = |(index, actor): &(u32, &Actor)| {
        !is_hidden(actor) && (!actor.mentions.is_empty() || catalogue.cast.has_page(dossier, *index))
    };
    let actors = (0..).zip(&dossier.actors).filter(listed);
    let mut names: Vec<_> = actors.map(|(index, actor)| (actor.name.as_str(), Heading::Own(index))).collect();
    names.extend(spellings(catalogue));
    names.extend(dossier.unlinked.iter().map(|name| (name.text.as_str(), Heading::Unlinked(name))));
    names
}

/// The other spellings of actors with a page, each with all whose it is.
fn spellings<'d>(catalogue: &Catalogue<'d>) -> impl Iterator<Item = (&'d str, Heading<'d>)> + use<'d> {
    let mut spelt: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (index, actor) in catalogue.cast.with_page(catalogue.dossier) {
        // A spelling that is filed with the name itself need not lead to it.
        let own = filed_under(&actor.name);
        let others = actor.aliases.iter().filter(|alias| alias.how.is_name() && filed_under(&alias.text) != own);
        for alias in others.take(SPELLINGS) {
            spelt.entry(&alias.text).or_default().push(index);
        }
    }
    spelt.into_iter().map(|(text, actors)| (text, Heading::Spelling(text, actors)))
}

/// About how many bytes a name takes up in the index.
pub(super) fn weight(catalogue: &Catalogue<'_>, text: &str, heading: &Heading<'_>) -> usize {
    let places = |mentions: usize| mentions.min(PLACES) * PLACE;
    let inside = match heading {
        Heading::Own(index) if catalogue.cast.has_page(catalogue.dossier, *index) => 0,
        Heading::Own(index) => places(catalogue.dossier.actors[*index as usize].mentions.len()),
        Heading::Spelling(_, actors) => actors.len().min(SPELLINGS) * SEE,
        Heading::Unlinked(name) => places(name.mentions.len()) + name.candidates.len().min(SPELLINGS) * SEE,
    };
    ENTRY + 2 * text.len() + inside
}

/// The name as the index shows it.
pub(super) fn name<'d>(catalogue: &Catalogue<'d>, heading: &Heading<'d>, links: &Links) -> Name<'d> {
    match heading {
        Heading::Own(index) => own(catalogue, *index, links),
        Heading::Spelling(text, actors) => {
            let see = chips(catalogue, actors.iter().copied(), links);
            Name { text, kind: None, href: None, count: None, see, unsure: false, places: Vec::new(), more: None }
        }
        Heading::Unlinked(name) => unlinked(catalogue, name, links),
    }
}

/// An actor under its own name: with its page, or with the places that name it.
fn own<'d>(catalogue: &Catalogue<'d>, index: u32, links: &Links) -> Name<'d> {
    let actor = &catalogue.dossier.actors[index as usize];
    let has_page = catalogue.cast.has_page(catalogue.dossier, index);
    let (places, more) = if has_page { (Vec::new(), None) } else { places(catalogue, &actor.mentions, links) };
    Name {
        text: &actor.name,
        kind: Some(KindName::of(actor.kind)),
        href: has_page.then(|| links.to(Route::Actor(&actor.id))),
        count: has_page.then(|| grouped(catalogue.cast.standing(index).named.into())),
        see: Vec::new(),
        unsure: false,
        places,
        more,
    }
}

/// A name that may be one of several actors, or nobody known.
fn unlinked<'d>(catalogue: &Catalogue<'d>, name: &'d Unlinked, links: &Links) -> Name<'d> {
    let (places, more) = places(catalogue, &name.mentions, links);
    let candidates = name.candidates.iter().filter_map(|id| linkage::find(catalogue.dossier, id));
    let with_page = candidates.map(|(index, _)| index).filter(|at| catalogue.cast.has_page(catalogue.dossier, *at));
    let see = chips(catalogue, with_page, links);
    let kind = Some(KindName::of(name.kind));
    Name { text: &name.text, kind, href: None, count: None, see, unsure: true, places, more }
}

fn chips<'d>(catalogue: &Catalogue<'d>, actors: impl Iterator<Item = u32>, links: &Links) -> Vec<Chip<'d>> {
    let actor = |index: u32| &catalogue.dossier.actors[index as usize];
    actors.take(SPELLINGS).map(|at| Chip::new(actor(at), catalogue.cast.standing(at).named, links)).collect()
}

/// The sentences in which mentions stand, each once, as far as the index lists them.
fn places(catalogue: &Catalogue<'_>, mentions: &[MentionRef], links: &Links) -> (Vec<Place>, Option<String>) {
    let mut found = Vec::new();
    for at in mentions {
        let entry = catalogue.dossier.entries.get(at.entry as usize);
        if let Some(mention) = entry.and_then(|entry| entry.reading.mentions.get(at.mention as usize)) {
            found.push((at.entry, mention.sentence));
        }
    }
    found.dedup();
    let more = found.len().checked_sub(PLACES).filter(|more| *more > 0).map(count);
    let place = |(index, sentence): (u32, _)| {
        let entry = &catalogue.dossier.entries[index as usize];
        let published = shown::published_sentence(entry, sentence).map(|sentence| sentence.id);
        Place {
            href: published.map_or_else(
                || links.to(Route::Article(&entry.article.id)),
                |sentence| catalogue.long.href(entry, sentence, links),
            ),
            article: shortened(&Title::of(entry, catalogue.dossier).text, TITLE).into_owned(),
            sentence: published.map(|sentence| sentence.0),
        }
    };
    (found.into_iter().take(PLACES).map(place).collect(), more)
}
