//! The list of actors: by kind, the most named first, then from A to Z.

use crate::model::{Actor, ActorKind};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped, sentence_case};
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::frame::Frame;
use crate::site::views::pager::Contents;
use crate::site::views::parts::{Chip, KindName};
use crate::site::views::roster::{Item, KINDS, Roster};
use serde::Serialize;

/// Most rows of a kind's table; the list from A to Z has all.
const ROWS: usize = 60;

/// From how many actors on a list from A to Z helps to look one up.
const WORTH_SORTING: usize = 6;

/// An actor with its figures.
#[derive(Serialize)]
struct Row<'d> {
    href: String,
    name: &'d str,
    reviewed: bool,
    named: String,
    articles: String,
    first: Option<String>,
    last: Option<String>,
}

/// The actors of one kind.
#[derive(Serialize)]
struct Group<'d> {
    anchor: String,
    kind: KindName,
    count: String,
    rows: Vec<Row<'d>>,
    /// Every actor from A to Z, where there are enough to look one up.
    a_to_z: Vec<Item<'d>>,
    /// The pages that hold them from A to Z, where they are too many.
    contents: Option<Contents>,
    /// Whether the table has only the first of them.
    cut: bool,
}

/// The list of actors.
#[derive(Serialize)]
pub(crate) struct ActorsView<'d> {
    frame: Frame<'d>,
    lead: String,
    principal: Vec<Chip<'d>>,
    groups: Vec<Group<'d>>,
    a_to_z: String,
    method: String,
}

/// How many actors the row of chips at the head has.
const PRINCIPAL: usize = 12;

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, roster: &Roster) -> ActorsView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::Actors, dossier.settings.base_url.as_deref());
    let count = catalogue.cast.with_page(dossier).count();
    let description = "Persons, organisations, states and places that the articles name, with what is said of each.";
    ActorsView {
        frame: Frame::new(dossier, Route::Actors, "Actors", description.to_owned()),
        lead: match count {
            0 => "No actor is named often enough for a page.".to_owned(),
            _ => sentence_case(&format!("{} with a page.", counted(count, "actor", "actors"))),
        },
        principal: principal(catalogue, PRINCIPAL, &links),
        groups: KINDS.into_iter().filter_map(|kind| group(catalogue, roster, kind, &links)).collect(),
        a_to_z: links.to(Route::AtoZ),
        method: links.to_anchor(Route::Method, Anchor::Naming),
    }
}

/// The persons, organisations and states that most of the dossier turns on.
pub(crate) fn principal<'d>(catalogue: &Catalogue<'d>, most: usize, links: &Links) -> Vec<Chip<'d>> {
    let chip = |(index, actor): (u32, &'d Actor)| Chip::new(actor, catalogue.cast.standing(index).named, links);
    catalogue.cast.principal(catalogue.dossier, most).into_iter().map(chip).collect()
}

fn group<'d>(catalogue: &Catalogue<'d>, roster: &Roster, kind: ActorKind, links: &Links) -> Option<Group<'d>> {
    let actors = catalogue.cast.most_named(catalogue.dossier, kind);
    let rows = actors.iter().take(ROWS).map(|(index, actor)| row(catalogue, *index, actor, links)).collect();
    let name = KindName::of(kind);
    let count = grouped(actors.len() as u64);
    let worth_sorting = actors.len() >= WORTH_SORTING;
    (!actors.is_empty()).then(|| Group {
        anchor: Anchor::Kind(kind).id(),
        kind: name,
        count,
        rows,
        cut: actors.len() > ROWS,
        a_to_z: if worth_sorting { roster.whole(catalogue.dossier, kind, links) } else { Vec::new() },
        contents: roster.contents(kind, links),
    })
}

fn row<'d>(catalogue: &Catalogue<'d>, index: u32, actor: &'d Actor, links: &Links) -> Row<'d> {
    let standing = catalogue.cast.standing(index);
    Row {
        href: links.to(Route::Actor(&actor.id)),
        name: &actor.name,
        reviewed: actor.record.is_some(),
        named: grouped(standing.named.into()),
        articles: grouped(standing.articles.into()),
        first: standing.first.map(|date| date.in_words()),
        last: standing.last.map(|date| date.in_words()),
    }
}
