//! What a server shows for an address that it does not have.

use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route};
use crate::site::views::frame::Frame;
use serde::Serialize;

/// The page for missing addresses.
#[derive(Serialize)]
pub(crate) struct NotFoundView<'d> {
    frame: Frame<'d>,
    home: String,
    a_to_z: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> NotFoundView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::NotFound, dossier.settings.base_url.as_deref());
    let description = "There is no page at this address.";
    NotFoundView {
        frame: Frame::new(dossier, Route::NotFound, "Page not found", description.to_owned()),
        home: links.to(Route::Index),
        a_to_z: links.to(Route::AtoZ),
    }
}
