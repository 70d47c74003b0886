//! The names of the index: actors, their other spellings, and names that no page has.

use super::{Initial, filed_under};
use crate::model::{Actor, MentionRef, Unlinked};
use crate::site::cast::is_hidden;
use crate::site::catalogue::Catalogue;
use crate::site::linkage;
use crate::site::prose::{count, grouped};
use crate::site::routes::{Anchor, Links, Route};
use crate::site::shown;
use crate::site::views::parts::{Chip, KindName, Title};
use serde::Serialize;
use std::collections::BTreeMap;

/// Most places of a name that has no page.
const PLACES: usize = 6;
/// Most spellings of an actor that lead to it, and most actors that one spelling leads to.
const SPELLINGS: usize = 40;
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

type Filed<'d> = ((Initial, String), Name<'d>);

/// Every name, with where it is filed.
pub(super) fn of<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Vec<Filed<'d>> {
    let dossier = catalogue.dossier;
    let listed = |(index, actor): &(u32, &Actor)| {
        !is_hidden(actor) && (!actor.mentions.is_empty() || catalogue.cast.has_page(dossier, *index))
    };
    let actors = (0..).zip(&dossier.actors).filter(listed);
    let mut names: Vec<Filed<'d>> = actors.map(|(index, actor)| own(catalogue, index, actor, links)).collect();
    names.extend(spellings(catalogue, links));
    names.extend(dossier.unlinked.iter().map(|name| unlinked(catalogue, name, links)));
    names
}

/// An actor under its own name: with its page, or with the places that name it.
fn own<'d>(catalogue: &Catalogue<'d>, index: u32, actor: &'d Actor, links: &Links) -> Filed<'d> {
    let has_page = catalogue.cast.has_page(catalogue.dossier, index);
    let (places, more) = if has_page { (Vec::new(), None) } else { places(catalogue, &actor.mentions, links) };
    let name = Name {
        text: &actor.name,
        kind: Some(KindName::of(actor.kind)),
        href: has_page.then(|| links.to(Route::Actor(&actor.id))),
        count: has_page.then(|| grouped(catalogue.cast.standing(index).named.into())),
        see: Vec::new(),
        unsure: false,
        places,
        more,
    };
    (filed_under(&actor.name), name)
}

/// The other spellings of actors with a page, each with all whose it is.
fn spellings<'d>(catalogue: &Catalogue<'d>, links: &Links) -> Vec<Filed<'d>> {
    let mut spelt: BTreeMap<&str, Vec<(u32, &Actor)>> = BTreeMap::new();
    for (index, actor) in catalogue.cast.with_page(catalogue.dossier) {
        // A spelling that is filed with the name itself need not lead to it.
        let own = filed_under(&actor.name);
        let others = actor.aliases.iter().filter(|alias| alias.how.is_name() && filed_under(&alias.text) != own);
        for alias in others.take(SPELLINGS) {
            spelt.entry(&alias.text).or_default().push((index, actor));
        }
    }
    let name = |(text, mut actors): (&'d str, Vec<(u32, &'d Actor)>)| {
        actors.truncate(SPELLINGS);
        let chip = |(index, actor)| Chip::new(actor, catalogue.cast.standing(index).named, links);
        let see = actors.into_iter().map(chip).collect();
        let name =
            Name { text, kind: None, href: None, count: None, see, unsure: false, places: Vec::new(), more: None };
        (filed_under(text), name)
    };
    spelt.into_iter().map(name).collect()
}

/// A name that may be one of several actors, or nobody known.
fn unlinked<'d>(catalogue: &Catalogue<'d>, name: &'d Unlinked, links: &Links) -> Filed<'d> {
    let (places, more) = places(catalogue, &name.mentions, links);
    let candidates = name.candidates.iter().filter_map(|id| linkage::find(catalogue.dossier, id));
    let with_page = candidates.filter(|(index, _)| catalogue.cast.has_page(catalogue.dossier, *index));
    let see = with_page
        .take(SPELLINGS)
        .map(|(index, actor)| Chip::new(actor, catalogue.cast.standing(index).named, links))
        .collect();
    let kind = Some(KindName::of(name.kind));
    (filed_under(&name.text), Name { text: &name.text, kind, href: None, count: None, see, unsure: true, places, more })
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
        let page = Route::Article(&entry.article.id);
        let published = shown::published_sentence(entry, sentence).map(|sentence| sentence.id);
        Place {
            href: published
                .map_or_else(|| links.to(page), |sentence| links.to_anchor(page, Anchor::Sentence(sentence))),
            article: shortened(&Title::of(entry, catalogue.dossier).text),
            sentence: published.map(|sentence| sentence.0),
        }
    };
    (found.into_iter().take(PLACES).map(place).collect(), more)
}

/// A title as far as it helps to know the article.
fn shortened(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        None => title.to_owned(),
        Some((end, _)) => {
            let start = &title[..end];
            format!("{}…", start.rsplit_once(' ').map_or(start, |(whole, _)| whole))
        }
    }
}
