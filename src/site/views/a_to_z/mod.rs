//! The index from A to Z, as at the back of a book: names, their spellings, and the articles by title.

mod filing;
mod initial;
mod names;

pub(crate) use filing::{Filing, List};
pub(crate) use initial::{Initial, filed_under};

use crate::model::Entry;
use crate::site::catalogue::Catalogue;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::frame::Frame;
use crate::site::views::pager::{Contents, Pager};
use crate::site::views::parts::{Link, Title, When};
use names::Name;
use serde::Serialize;
use std::borrow::Cow;

/// An article in the index.
#[derive(Serialize)]
struct Item<'d> {
    href: String,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
}

/// What stands under one letter.
#[derive(Serialize)]
struct Group<T> {
    anchor: String,
    name: Cow<'static, str>,
    items: Vec<T>,
}

/// The index from A to Z, or a page of it.
#[derive(Serialize)]
pub(crate) struct AToZView<'d> {
    frame: Frame<'d>,
    heading: String,
    /// Where the pages of the names are, if they have several.
    names_contents: Option<Contents>,
    /// Where the pages of the articles are, if they have several.
    contents: Option<Contents>,
    /// Where this page stands among them.
    pager: Option<Pager>,
    names: Vec<Group<Name<'d>>>,
    groups: Vec<Group<Item<'d>>>,
    actors: String,
}

/// The index; of lists that have several pages, the way to them.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, filing: &Filing<'d>) -> AToZView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::AtoZ, dossier.settings.base_url.as_deref());
    let description = "Every name and every article of the dossier, from A to Z.";
    let contents = |list: List| filing.is_cut(list).then(|| Contents::of(&filing.shelves(list), &links));
    let whole = |list: List| if filing.is_cut(list) { &[][..] } else { filing.items(list, 0) };
    AToZView {
        frame: Frame::new(dossier, Route::AtoZ, "Index from A to Z", description.to_owned()),
        heading: "Index from A to Z".to_owned(),
        names_contents: contents(List::Names),
        contents: contents(List::Titles),
        pager: None,
        names: names_of(catalogue, filing, whole(List::Names), &links),
        groups: titles_of(catalogue, filing, whole(List::Titles), &links),
        actors: links.to(Route::Actors),
    }
}

/// The page at `index` of a list that has several.
pub(crate) fn page<'d>(catalogue: &Catalogue<'d>, filing: &Filing<'d>, list: List, index: usize) -> AToZView<'d> {
    let dossier = catalogue.dossier;
    let route = filing.page(list, index);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let shelves = filing.shelves(list);
    let items = filing.items(list, index);
    let heading = format!("{}: {}", list.heading(), shelves[index].name);
    let crumbs = vec![Link { href: links.to(Route::AtoZ), text: Cow::Borrowed("Index from A to Z") }];
    let (names, titles) = if list == List::Names { (items, &[][..]) } else { (&[][..], items) };
    AToZView {
        frame: Frame::new(dossier, route, &heading, format!("{heading}, in the index from A to Z.")).under(crumbs),
        heading,
        names_contents: None,
        contents: None,
        pager: Some(Pager::of(&shelves, index, links.to(Route::AtoZ), &links)),
        names: names_of(catalogue, filing, names, &links),
        groups: titles_of(catalogue, filing, titles, &links),
        actors: links.to(Route::Actors),
    }
}

/// The names at these places of the filing, by letter.
fn names_of<'d>(catalogue: &Catalogue<'d>, filing: &Filing<'d>, places: &[u32], links: &Links) -> Vec<Group<Name<'d>>> {
    let filed = places.iter().map(|place| &filing.names[*place as usize]);
    grouped(filed.map(|filed| (filed.initial, names::name(catalogue, &filed.item, links))), Anchor::Names)
}

/// The articles at these places of the filing, by letter.
fn titles_of<'d>(
    catalogue: &Catalogue<'d>,
    filing: &Filing<'d>,
    places: &[u32],
    links: &Links,
) -> Vec<Group<Item<'d>>> {
    let dossier = catalogue.dossier;
    let item = |entry: &'d Entry| Item {
        href: links.to(Route::Article(&entry.article.id)),
        outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
        when: When::published(entry),
        title: Title::of(entry, dossier),
    };
    let filed = places.iter().map(|place| &filing.titles[*place as usize]);
    grouped(filed.map(|filed| (filed.initial, item(&dossier.entries[filed.item]))), Anchor::Group)
}

/// The items, which come in order, by letter.
fn grouped<T>(items: impl Iterator<Item = (Initial, T)>, anchor: impl Fn(char) -> Anchor<'static>) -> Vec<Group<T>> {
    let mut groups: Vec<Group<T>> = Vec::new();
    for (initial, item) in items {
        let anchor = anchor(initial.letter()).id();
        match groups.last_mut().filter(|group| group.anchor == anchor) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { anchor, name: initial.name(), items: vec![item] }),
        }
    }
    groups
}
