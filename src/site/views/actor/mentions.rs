//! The pages that hold every mention of an actor whom too many articles name for its own page.

use super::appearances::{Appearance, Appearances, Article, at_length};
use crate::model::Actor;
use crate::site::catalogue::{Catalogue, published};
use crate::site::paging::{Cutter, LEVELS, PAGE_LIMIT, Part};
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

/// The slugs of an actor's pages of mentions; none where its own page can hold them.
pub(crate) fn slugs(catalogue: &Catalogue<'_>, actor: &Actor) -> Vec<String> {
    let appearances = Appearances::of(catalogue, actor);
    parts(catalogue, &appearances).iter().map(Part::slug).collect()
}

/// The way from an actor's page to its pages of mentions, if it has any.
pub(super) fn contents(
    catalogue: &Catalogue<'_>,
    actor: &Actor,
    appearances: &Appearances,
    links: &Links,
) -> Option<Contents> {
    let parts = parts(catalogue, appearances);
    let slugs: Vec<String> = parts.iter().map(Part::slug).collect();
    (!parts.is_empty()).then(|| Contents::of(&shelves(actor, &parts, &slugs), links))
}

/// The page at `place` of the mentions of the actor at `index`.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, index: u32, place: usize) -> MentionsView<'d> {
    let dossier = catalogue.dossier;
    let actor = &dossier.actors[index as usize];
    let appearances = Appearances::of(catalogue, actor);
    let parts = parts(catalogue, &appearances);
    let slugs: Vec<String> = parts.iter().map(Part::slug).collect();
    let shelves = shelves(actor, &parts, &slugs);
    let links = Links::new(shelves[place].page, dossier.settings.base_url.as_deref());
    let articles: Vec<&Appearance> =
        parts[place].items.iter().map(|item| &appearances.articles[*item as usize]).collect();
    let mut citations = Citations::new(catalogue, links.clone(), articles.iter().map(|article| article.entry));
    let part = shelves[place].name.clone();
    let title = format!("{}: {part}", actor.name);
    let description = format!("Every mention of {} in its context, {part}.", actor.name);
    let crumbs = vec![
        Link { href: links.to(Route::Index), text: Cow::Borrowed(dossier.settings.title.as_str()) },
        Link { href: links.to(Route::Actors), text: Cow::Borrowed("Actors") },
        Link { href: links.to(Route::Actor(&actor.id)), text: Cow::Borrowed(actor.name.as_str()) },
    ];
    MentionsView {
        frame: Frame::new(dossier, shelves[place].page, &title, description).under(crumbs),
        name: &actor.name,
        kind: KindName::of(actor.kind),
        part,
        articles: articles.into_iter().map(|article| at_length(article, SENTENCES, &mut citations)).collect(),
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
    let key = |item: usize, level: usize| by_date(published(entry(item)), level);
    let mut parts =
        Cutter { limit: PAGE_LIMIT, levels: LEVELS, weight: &weight, key: &key }.cut(appearances.articles.len());
    if let [only] = parts.as_mut_slice() {
        ALL.clone_into(&mut only.key);
    }
    parts
}

fn shelves<'r>(actor: &'r Actor, parts: &[Part], slugs: &'r [String]) -> Vec<Shelf<'r>> {
    let shelf = |(part, slug): (&Part, &'r String)| Shelf {
        page: Route::MentionsOf(&actor.id, slug),
        name: dated_name(part),
        count: part.items.len(),
    };
    parts.iter().zip(slugs).map(shelf).collect()
}
