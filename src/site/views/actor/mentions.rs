//! The pages that hold every mention of an actor whom too many articles name for its own page.

use super::appearances::{Appearances, Article, at_length};
use crate::model::Actor;
use crate::site::catalogue::Catalogue;
use crate::site::paging::{Cutter, LEVELS, PAGE_LIMIT, Part};
use crate::site::published::standing;
use crate::site::routes::{Links, Route};
use crate::site::shelves::{ALL, by_date, dated_name};
use crate::site::shown;
use crate::site::views::citing::Citations;
use crate::site::views::frame::Frame;
use crate::site::views::pager::{Contents, Pager, Shelf};
use crate::site::views::parts::{KindName, Link};
use serde::Serialize;
use std::borrow::Cow;

/// About how many bytes of HTML an article and one of its sentences take up beside their words.
const ARTICLE: usize = 800;
const SENTENCE: usize = 420;

/// Most sentences of one article that stand on a page.
const SENTENCES: usize = 300;

/// A page of mentions.
#[derive(Serialize)]
pub(crate) struct MentionsView<'d> {
    frame: Frame<'d>,
    name: &'d str,
    kind: KindName,
    part: String,
    articles: Vec<Article<'d>>,
    pager: Pager,
}

/// The pages of an actor's mentions.
pub(crate) struct Division {
    parts: Vec<Part>,
    slugs: Vec<String>,
    /// For each page, the articles on it, as indices of the dossier's entries.
    articles: Vec<Vec<u32>>,
}

impl Division {
    /// The pages that an actor needs; none where its own page can hold its mentions.
    pub(crate) fn of(catalogue: &Catalogue<'_>, actor: &Actor, index: u32) -> Self {
        // Counting is cheap, and few actors are named so often.
        let few = !Appearances::may_overflow(catalogue, index);
        let appearances =
            if few { Appearances::within(catalogue, actor, &[]) } else { Appearances::of(catalogue, actor) };
        Self::from(catalogue, &appearances)
    }

    fn from(catalogue: &Catalogue<'_>, appearances: &Appearances) -> Self {
        let parts = parts(catalogue, appearances);
        let entry = |item: &u32| appearances.articles[*item as usize].entry;
        let articles = parts.iter().map(|part| part.items.iter().map(entry).collect()).collect();
        Self { slugs: parts.iter().map(Part::slug).collect(), parts, articles }
    }

    /// The pages, in order of date.
    pub(crate) fn pages<'r>(&'r self, actor: &'r Actor) -> impl Iterator<Item = Route<'r>> + 'r {
        self.slugs.iter().map(|slug| Route::MentionsOf(&actor.id, slug))
    }

    fn shelves<'r>(&'r self, actor: &'r Actor) -> Vec<Shelf<'r>> {
        let named = |(page, part): (Route<'r>, &Part)| Shelf { page, name: dated_name(part), count: part.items.len() };
        self.pages(actor).zip(&self.parts).map(named).collect()
    }
}

/// The way from an actor's page to its pages of mentions, if it has any.
pub(super) fn contents(
    catalogue: &Catalogue<'_>,
    actor: &Actor,
    appearances: &Appearances,
    links: &Links,
) -> Option<Contents> {
    let division = Division::from(catalogue, appearances);
    (!division.parts.is_empty()).then(|| Contents::of(&division.shelves(actor), links))
}

/// The page at `place` of an actor's mentions.
pub(crate) fn view<'d>(
    catalogue: &Catalogue<'d>,
    actor: &'d Actor,
    division: &Division,
    place: usize,
) -> MentionsView<'d> {
    let dossier = catalogue.dossier;
    let shelves = division.shelves(actor);
    let links = Links::new(shelves[place].page, dossier.settings.base_url.as_deref());
    let appearances = Appearances::within(catalogue, actor, &division.articles[place]);
    let citations = Citations::new(catalogue, links.clone());
    let part = shelves[place].name.clone();
    let title = format!("{}: {part}", actor.name);
    let description = format!("Every mention of {} in its context, {part}.", actor.name);
    let crumbs = vec![
        Link { href: links.to(Route::Actors), text: Cow::Borrowed("Actors") },
        Link { href: links.to(Route::Actor(&actor.id)), text: Cow::Borrowed(actor.name.as_str()) },
    ];
    let at_length = |article| at_length(article, SENTENCES, &citations);
    MentionsView {
        frame: Frame::new(dossier, shelves[place].page, &title, description).under(crumbs),
        name: &actor.name,
        kind: KindName::of(actor.kind),
        part,
        articles: appearances.articles.iter().map(at_length).collect(),
        pager: Pager::of(&shelves, place, links.to(Route::Actor(&actor.id)), &links),
    }
}

/// The articles by date, cut into pages; none where the actor's own page can hold them.
fn parts(catalogue: &Catalogue<'_>, appearances: &Appearances) -> Vec<Part> {
    if !appearances.overflow() {
        return Vec::new();
    }
    let entry = |item: usize| &catalogue.dossier.entries[appearances.articles[item].entry as usize];
    let weight = |item: usize| {
        let places = &appearances.articles[item].places;
        let words = places.iter().filter_map(|place| shown::published_sentence(entry(item), place.sentence));
        ARTICLE + words.map(|sentence| SENTENCE + sentence.span.range().len()).take(SENTENCES).sum::<usize>()
    };
    let key = |item: usize, level: usize| by_date(standing(entry(item)), level);
    let mut parts =
        Cutter { limit: PAGE_LIMIT, levels: LEVELS, weight: &weight, key: &key }.cut(appearances.articles.len());
    if let [only] = parts.as_mut_slice() {
        ALL.clone_into(&mut only.key);
    }
    parts
}
