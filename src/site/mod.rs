//! Lays out a dossier as pages: pure, from plain data and templates to bytes.

mod calendar;
mod cast;
mod catalogue;
mod data;
mod derivations;
mod draw;
mod escape;
mod keys;
mod knowledge;
mod label;
mod linkage;
mod lists;
mod long;
mod markup;
mod note;
pub mod pages;
mod paging;
mod press;
mod prose;
mod published;
mod register;
mod reports;
pub mod routes;
mod search;
mod series;
mod shelves;
mod shown;
mod stylesheet;
mod templates;
mod text;
mod ties;
mod views;

pub use pages::{Page, Pages, RenderError};
pub use templates::Templates;

use crate::model::{Dossier, Publish};
use catalogue::Catalogue;
use press::{Press, fixed};
use routes::{DataFile, References, Route};
use std::borrow::Cow;
use std::sync::Arc;
use views::{
    actor, article, article_part, chronology, discrepancies, feed, former, index, method, network, not_found, notes,
    parts::Title, statements, summary,
};

/// Every file of the site of `dossier`, each rendered when it is asked for.
#[must_use]
pub fn lay_out<'d>(dossier: &'d Dossier, templates: &'d Templates) -> Pages<'d> {
    let press = Press { catalogue: Arc::new(Catalogue::new(dossier)), templates };
    let mut pages = vec![
        press.page(Route::Index, "index.html", index::view),
        press.page(Route::Summary, "summary.html", summary::view),
        press.page(Route::Discrepancies, "discrepancies.html", |catalogue| discrepancies::view(catalogue, 1)),
        press.page(Route::Network, "network.html", network::view),
        press.page(Route::Chronology, "chronology.html", chronology::view),
        press.page(Route::Statements, "statements.html", statements::view),
        press.page(Route::Method, "method.html", method::view),
    ];
    pages.extend(search::pages(&press));
    pages.extend(lists::pages(&press));
    for (index, actor) in press.catalogue.cast.with_page(dossier) {
        let route = Route::Actor(&actor.id);
        pages.push(press.page(route, "actor.html", move |catalogue| actor::view(catalogue, index)));
        pages.extend(lists::mention_pages(&press, index, actor));
    }
    for (index, entry) in dossier.entries.iter().enumerate() {
        let id = &entry.article.id;
        pages.push(press.page(Route::Article(id), "article.html", move |catalogue| article::view(catalogue, index)));
        for part in 2..=press.catalogue.long.parts(id) {
            let view = move |catalogue: &Catalogue<'d>| article_part::view(catalogue, index, part);
            pages.push(press.page(Route::ArticlePart(id, part), "article-part.html", view));
        }
        if entry.publish == Publish::Full {
            pages.push(fixed(Route::SavedText(id), &entry.article.saved.text));
        }
    }
    if !dossier.notes.is_empty() {
        pages.push(press.page(Route::Notes, "notes.html", notes::list));
    }
    for (index, note) in dossier.notes.iter().enumerate() {
        pages.push(press.page(Route::Note(&note.id), "note.html", move |catalogue| notes::view(catalogue, index)));
    }
    add_parts(&press, &mut pages);
    pages.extend(lists::printed(&press));
    let to_find: Vec<String> = pages.iter().filter(|page| page.is_html()).map(|page| page.path().to_owned()).collect();
    pages.extend(lists::sitemaps(&press, &to_find));
    for (was, actor) in linkage::former(dossier, &press.catalogue.cast) {
        let view =
            move |catalogue: &Catalogue<'d>| former::view(catalogue, Cow::from(&*actor.name), Route::Actor(&actor.id));
        pages.push(press.page(Route::Actor(&was), "former.html", view));
    }
    for (was, entry) in linkage::former_articles(dossier) {
        let route = Route::Article(&entry.article.id);
        let view = move |catalogue: &Catalogue<'d>| former::view(catalogue, Title::of(entry, dossier).text, route);
        pages.push(press.page(Route::Article(&was), "former.html", view));
    }
    pages.push(press.page(Route::NotFound, "not-found.html", not_found::view));
    pages.extend(lists::fixed_files(&dossier.settings.title));
    for file in DataFile::ALL {
        let catalogue = Arc::clone(&press.catalogue);
        pages.push(Page::new(Route::Data(file).path(), move |out| data::write(&catalogue, file, out)));
        pages.push(fixed(Route::Schema(file), data::schema(file)));
    }
    for file in DataFile::TABLES {
        let catalogue = Arc::clone(&press.catalogue);
        pages.push(Page::new(Route::Table(file).path(), move |out| data::write_table(&catalogue, file, out)));
    }
    for form in References::ALL {
        let catalogue = Arc::clone(&press.catalogue);
        pages.push(Page::new(Route::References(form).path(), move |out| data::write_references(&catalogue, form, out)));
    }
    if press.catalogue.span_of_dates().is_some() {
        pages.push(press.page(Route::Feed, "feed.xml", feed::view));
    }
    Pages::new(pages)
}

/// The pages of what is too long for one: the summary, the chronology, the statements, and what an actor said.
fn add_parts<'d>(press: &Press<'d>, pages: &mut Vec<Page<'d>>) {
    for number in (1..).take(summary::pages(&press.catalogue) as usize) {
        let view = move |catalogue: &Catalogue<'d>| summary::more_view(catalogue, number);
        pages.push(press.page(Route::SummaryMore(number), "summary-more.html", view));
    }
    for number in 2..=discrepancies::pages(&press.catalogue) {
        let view = move |catalogue: &Catalogue<'d>| discrepancies::view(catalogue, number);
        pages.push(press.page(discrepancies::route(number), "discrepancies.html", view));
    }
    for (at, leaf) in chronology::leaves(&press.catalogue).enumerate() {
        let view = move |catalogue: &Catalogue<'d>| chronology::leaf_view(catalogue, at);
        pages.push(press.page(Route::ChronologyLeaf(leaf), "chronology.html", view));
    }
    for (at, leaf) in statements::leaves(&press.catalogue).enumerate() {
        let view = move |catalogue: &Catalogue<'d>| statements::leaf_view(catalogue, at);
        pages.push(press.page(Route::StatementsLeaf(leaf), "statements.html", view));
    }
    let actors = &press.catalogue.dossier.actors;
    for (actor, shelves) in &press.catalogue.register.shelves {
        let (actor, id) = (*actor, &actors[*actor as usize].id);
        for number in (1..).take(shelves.len()) {
            let view = move |catalogue: &Catalogue<'d>| statements::said_view(catalogue, actor, number);
            pages.push(press.page(Route::Said(id, number), "statements.html", view));
        }
    }
}
