//! The pages of an article whose text is too long for one: each a part of the text, with the way to the others.

use crate::model::Entry;
use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route};
use crate::site::views::frame::Frame;
use crate::site::views::pager::{Pager, Shelf};
use crate::site::views::parts::{Link, Title, When, foreign, language_of};
use crate::site::views::provenance::About;
use crate::site::{knowledge, text};
use serde::Serialize;
use std::borrow::Cow;

/// The further pages of a text.
#[derive(Serialize)]
pub(super) struct Further {
    /// The number of the first sentence of each.
    starts: String,
    /// The address of each, with a star for its number.
    href: String,
}

pub(super) fn further(about: &About<'_, '_>) -> Option<Further> {
    let (entry, id) = (about.entry, &about.entry.article.id);
    let parts = 2..=about.long.parts(id);
    let start = |part| {
        let from = about.long.span(entry, part).start;
        entry.reading.sentences.partition_point(|sentence| sentence.span.start < from) + 1
    };
    let starts = parts.clone().map(|part| start(part).to_string()).collect::<Vec<_>>().join(" ");
    let href = about.links.to(Route::ArticlePart(id, 2)).replace("part-2", "part-*");
    (!parts.is_empty()).then_some(Further { starts, href })
}

/// A further page of an article whose text is too long for one.
#[derive(Serialize)]
pub(crate) struct PartView<'d> {
    frame: Frame<'d>,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
    /// Which page it is, in words.
    part: String,
    altered: bool,
    level: &'static str,
    text: Option<String>,
    lang: Option<&'d str>,
    right_to_left: bool,
    pager: Option<Pager>,
    /// The first page, which tells what is known of the article.
    first: String,
}

/// The page `part`, from 2, of the entry at `index` of the dossier.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, index: usize, part: u32) -> PartView<'d> {
    let dossier = catalogue.dossier;
    let entry = &dossier.entries[index];
    let route = Route::ArticlePart(&entry.article.id, part);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let title = Title::of(entry, dossier);
    let outlet = catalogue.outlet(entry).map(|outlet| outlet.name.as_str());
    let first = links.to(Route::Article(&entry.article.id));
    let name = part_name(part);
    let crumbs = vec![
        Link { href: links.to(Route::Sources), text: Cow::Borrowed("Sources") },
        Link { href: first.clone(), text: Cow::Borrowed("Article") },
    ];
    let description = format!("{name} of the text of a saved article from {}.", outlet.unwrap_or("an unknown outlet"));
    PartView {
        frame: Frame::new(dossier, route, &format!("{}, {name}", title.text), description).under(crumbs),
        title,
        outlet,
        when: When::published(entry),
        part: name,
        altered: entry.article.meta.altered.is_some(),
        level: entry.publish.word(),
        text: text_of(catalogue, index, part, &links),
        lang: foreign(language_of(entry), &dossier.settings.language),
        right_to_left: entry.reading.language.right_to_left,
        pager: pager(catalogue, entry, part, &links),
        first,
    }
}

fn part_name(part: u32) -> String {
    format!("Part {part}")
}

/// What a page shows of the text of the entry at `index`.
pub(super) fn text_of(catalogue: &Catalogue<'_>, index: usize, part: u32, links: &Links) -> Option<String> {
    let entry = &catalogue.dossier.entries[index];
    let part = catalogue.long.span(entry, part);
    let known = knowledge::of(catalogue.dossier, &catalogue.cast, entry, part, links);
    text::html_of(entry, known, catalogue.derivations.shared(index), text::Form::Page, part)
}

/// The way to the other pages of the text, where it has several.
pub(super) fn pager(catalogue: &Catalogue<'_>, entry: &Entry, part: u32, links: &Links) -> Option<Pager> {
    let id = &entry.article.id;
    let parts = catalogue.long.parts(id);
    let page = |number| if number == 1 { Route::Article(id) } else { Route::ArticlePart(id, number) };
    let shelf = |number| Shelf { page: page(number), name: part_name(number), count: 0 };
    let shelves: Vec<Shelf<'_>> = (1..=parts).map(shelf).collect();
    (parts > 1).then(|| Pager::of_parts(&shelves, part as usize - 1, links))
}
