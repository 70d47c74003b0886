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
    let own = [Route::Index, Route::Actors, Route::AtoZ, Route::Method, Route::Sources];
    let articles = dossier.entries.iter().map(|entry| Route::Article(&entry.article.id));
    let actors = catalogue.cast.with_page(dossier).map(|(_, actor)| Route::Actor(&actor.id));
    let notes = dossier.notes.iter().map(|note| Route::Note(&note.id));
    let notes = (!dossier.notes.is_empty()).then_some(Route::Notes).into_iter().chain(notes);
    SitemapView {
        addresses: own
            .into_iter()
            .chain(notes)
            .chain(actors)
            .chain(articles)
            .filter_map(|route| links.absolute(route))
            .collect(),
    }
}
