//! The page of an actor: who it is, how sources name it, and every mention in its context.

mod appearances;
pub(crate) mod brief;
mod identity;
mod linked_data;
mod linking;
pub(crate) mod mentions;
mod naming;
mod record;

use crate::model::Actor;
use crate::site::catalogue::Catalogue;
use crate::site::note::{self, Citing};
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::citing::Citations;
use crate::site::views::frame::Frame;
use crate::site::views::parts::{KindName, Link};
use appearances::{Appearances, Contexts};
use brief::Brief;
use identity::Identity;
use linking::Linking;
use naming::Naming;
use record::Track;
use serde::Serialize;
use std::borrow::Cow;

/// The page of an actor.
#[derive(Serialize)]
pub(crate) struct ActorView<'d> {
    frame: Frame<'d>,
    name: &'d str,
    kind: KindName,
    reviewed: bool,
    identity: Identity<'d>,
    brief: Brief<'d>,
    /// The analyst's note, as HTML.
    note: Option<String>,
    track: Track<'d>,
    naming: Option<Naming<'d>>,
    contexts: Contexts<'d>,
    linking: Option<Linking<'d>>,
    /// Where it is said how names are joined.
    method: String,
}

/// The view of the actor at `index` of the dossier.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, index: u32) -> ActorView<'d> {
    let dossier = catalogue.dossier;
    let actor = &dossier.actors[index as usize];
    let links = Links::new(Route::Actor(&actor.id), dossier.settings.base_url.as_deref());
    let appearances = Appearances::of(catalogue, actor);
    let citations = Citations::new(catalogue, links.clone());
    let brief = Brief::of(catalogue, index, &links);
    let note = actor.record.as_ref().filter(|record| !record.note.trim().is_empty());
    ActorView {
        frame: frame(catalogue, actor, &links),
        name: &actor.name,
        kind: KindName::of(actor.kind),
        reviewed: actor.record.is_some(),
        identity: Identity::of(actor, &citations),
        track: Track::of(index, actor, &citations),
        note: note.map(|record| {
            let citing = &mut Citing::new(dossier, &links, &catalogue.long);
            note::html_of(&record.note, 3, citing)
        }),
        naming: Some(Naming::of(index, &appearances, &citations)).filter(Naming::compares),
        contexts: Contexts::of(&appearances, mentions::contents(catalogue, actor, &appearances, &links), &citations),
        linking: Some(Linking::of(actor, &citations)).filter(Linking::tells),
        brief,
        method: links.to_anchor(Route::Method, Anchor::Naming),
    }
}

fn frame<'d>(catalogue: &Catalogue<'d>, actor: &'d Actor, links: &Links) -> Frame<'d> {
    let dossier = catalogue.dossier;
    let crumbs = vec![Link { href: links.to(Route::Actors), text: Cow::Borrowed("Actors") }];
    Frame::new(
        dossier,
        Route::Actor(&actor.id),
        &actor.name,
        format!("Who {} is, and what the articles say.", actor.name),
    )
    .under(crumbs)
    .described_as(&linked_data::of(actor, links))
}
