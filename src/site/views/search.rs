//! The search page: a field, and room for what a script finds; without scripts, the way to the index.

use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route, Script};
use crate::site::views::frame::Frame;
use serde::Serialize;

/// The search page.
#[derive(Serialize)]
pub(crate) struct SearchView<'d> {
    frame: Frame<'d>,
    a_to_z: String,
    actors: String,
    script: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> SearchView<'d> {
    let links = Links::new(Route::Search, catalogue.dossier.settings.base_url.as_deref());
    let description = "Actors, titles and every published sentence of the dossier.";
    SearchView {
        frame: Frame::new(catalogue.dossier, Route::Search, "Search", description.to_owned()),
        a_to_z: links.to(Route::AtoZ),
        actors: links.to(Route::Actors),
        script: links.to(Route::Script(Script::Search)),
    }
}
