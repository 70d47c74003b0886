//! The actors of each kind from A to Z: on the list of actors, or on pages of their own where they are many.

use crate::model::{ActorKind, Dossier};
use crate::site::catalogue::Catalogue;
use crate::site::paging::{Cutter, LEVELS, PAGE_LIMIT, Part};
use crate::site::prose::sentence_case;
use crate::site::routes::{Links, Route};
use crate::site::shelves::numbered;
use crate::site::views::a_to_z::{Initial, filed_under};
use crate::site::views::frame::Frame;
use crate::site::views::pager::{Contents, Pager, Shelf};
use crate::site::views::parts::{KindName, Link};
use serde::Serialize;
use std::borrow::Cow;

/// Kinds in the order of the pages.
pub(crate) const KINDS: [ActorKind; 4] =
    [ActorKind::Person, ActorKind::Organization, ActorKind::State, ActorKind::Place];

/// The heaviest list from A to Z that stands on the list of actors: one of each kind does, and tables with them.
const LIMIT: usize = PAGE_LIMIT / 5;

/// About how many bytes of HTML an actor takes up beside its name and its id.
const ITEM: usize = 70;

/// The actors of one kind that have a page, and the pages that they need.
struct Ranks {
    kind: ActorKind,
    /// Indices of the dossier's actors, from A to Z.
    actors: Vec<u32>,
    parts: Vec<Part>,
    slugs: Vec<String>,
}

/// All actors with a page, by kind.
pub(crate) struct Roster(Vec<Ranks>);

/// An actor in the list from A to Z.
#[derive(Serialize)]
pub(crate) struct Item<'d> {
    href: String,
    name: &'d str,
}

impl Roster {
    pub(crate) fn of(catalogue: &Catalogue<'_>) -> Self {
        Self(KINDS.into_iter().map(|kind| Ranks::of(catalogue, kind)).collect())
    }

    /// Every page beyond the list of actors, with its kind and its place among the kind's.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (Route<'_>, usize, usize)> + '_ {
        let of_kind = |(at, ranks)| Ranks::pages(ranks).enumerate().map(move |(index, route)| (route, at, index));
        self.0.iter().enumerate().flat_map(of_kind)
    }

    /// The actors of a kind that the list of actors itself names, from A to Z.
    pub(crate) fn whole<'d>(&self, dossier: &'d Dossier, kind: ActorKind, links: &Links) -> Vec<Item<'d>> {
        let ranks = self.0.iter().find(|ranks| ranks.kind == kind && !ranks.are_cut());
        ranks.map_or_else(Vec::new, |ranks| items(dossier, ranks.actors.iter().copied(), links))
    }

    /// The way to the pages of a kind, if it has any.
    pub(crate) fn contents(&self, kind: ActorKind, links: &Links) -> Option<Contents> {
        let ranks = self.0.iter().find(|ranks| ranks.kind == kind && ranks.are_cut())?;
        Some(Contents::of(&ranks.shelves(), links))
    }
}

impl Ranks {
    fn of(catalogue: &Catalogue<'_>, kind: ActorKind) -> Self {
        let with_page = catalogue.cast.with_page(catalogue.dossier).filter(|(_, actor)| actor.kind == kind);
        let mut filed: Vec<_> = with_page.map(|(index, actor)| (filed_under(&actor.name), index)).collect();
        filed.sort();
        let actor = |item: usize| &catalogue.dossier.actors[filed[item].1 as usize];
        let weight = |item: usize| ITEM + actor(item).name.len() + actor(item).id.as_str().len();
        let key = |item: usize, level: usize| {
            let (initial, words) = &filed[item].0;
            let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
            let start: String = match initial {
                Initial::Other => "other".to_owned(),
                _ => words.chars().map(plain).take(level + 1).collect(),
            };
            format!("{}-{start}", kind.word())
        };
        let parts = Cutter { limit: LIMIT, levels: LEVELS, weight: &weight, key: &key }.cut(filed.len());
        let slugs = parts.iter().map(Part::slug).collect();
        Self { kind, actors: filed.into_iter().map(|(_, index)| index).collect(), parts, slugs }
    }

    fn are_cut(&self) -> bool {
        self.parts.len() > 1
    }

    fn pages(&self) -> impl Iterator<Item = Route<'_>> + '_ {
        let slugs = if self.are_cut() { self.slugs.as_slice() } else { &[] };
        slugs.iter().map(|slug| Route::ActorsOf(slug))
    }

    fn shelves(&self) -> Vec<Shelf<'_>> {
        let start = self.kind.word().len() + 1;
        let name = |part: &Part| sentence_case(&part.key.get(start..).unwrap_or_default().replace('-', " "));
        self.pages()
            .zip(&self.parts)
            .map(|(page, part)| Shelf { page, name: numbered(name(part), part), count: part.items.len() })
            .collect()
    }
}

fn items<'d>(dossier: &'d Dossier, actors: impl Iterator<Item = u32>, links: &Links) -> Vec<Item<'d>> {
    let actors = actors.map(|index| &dossier.actors[index as usize]);
    actors.map(|actor| Item { href: links.to(Route::Actor(&actor.id)), name: &actor.name }).collect()
}

/// A page of the list from A to Z.
#[derive(Serialize)]
pub(crate) struct RosterView<'d> {
    frame: Frame<'d>,
    heading: String,
    items: Vec<Item<'d>>,
    pager: Pager,
}

/// The page at `index` of the kind at `kind`.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, roster: &Roster, kind: usize, index: usize) -> RosterView<'d> {
    let dossier = catalogue.dossier;
    let ranks = &roster.0[kind];
    let route = Route::ActorsOf(&ranks.slugs[index]);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let shelves = ranks.shelves();
    let heading = format!("{}: {}", KindName::of(ranks.kind).all, shelves[index].name);
    let crumbs = vec![Link { href: links.to(Route::Actors), text: Cow::Borrowed("Actors") }];
    let actors = ranks.parts[index].items.iter().map(|item| ranks.actors[*item as usize]);
    RosterView {
        frame: Frame::new(dossier, route, &heading, format!("{heading}, in the list of actors.")).under(crumbs),
        heading,
        items: items(dossier, actors, &links),
        pager: Pager::of(&shelves, index, links.to(Route::Actors), &links),
    }
}
