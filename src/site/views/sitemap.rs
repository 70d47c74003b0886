//! The list of pages for search engines.

use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route};
use serde::Serialize;

/// The sitemap.
#[derive(Serialize)]
pub(crate) struct SitemapView {
    addresses: Vec<String>,
}

/// Every page but the one for missing addresses; empty where the site's address is unknown.
pub(crate) fn view(catalogue: &Catalogue<'_>) -> SitemapView {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::Sitemap, dossier.settings.base_url.as_deref());
    let own =
        [Route::Index, Route::Actors, Route::AtoZ, Route::Chronology, Route::Method, Route::Sources, Route::Statements];
    let chronology = super::chronology::leaves(catalogue).map(Route::ChronologyLeaf);
    let statements = super::statements::leaves(catalogue).map(Route::StatementsLeaf);
    let said = catalogue.ledger.shelves.iter().flat_map(|(actor, shelves)| {
        let id = &dossier.actors[*actor as usize].id;
        (1..).take(shelves.len()).map(move |page| Route::Said(id, page))
    });
    let parts = chronology.chain(statements).chain(said);
    let articles = dossier.entries.iter().map(|entry| Route::Article(&entry.article.id));
    let actors = catalogue.cast.with_page(dossier).map(|(_, actor)| Route::Actor(&actor.id));
    SitemapView {
        addresses: own
            .into_iter()
            .chain(parts)
            .chain(actors)
            .chain(articles)
            .filter_map(|route| links.absolute(route))
            .collect(),
    }
}
