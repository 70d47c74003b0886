//! What stands at a former address of an actor: it sends readers on.

use crate::model::Actor;
use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route, Stylesheet};
use serde::Serialize;

/// A page that sends readers on.
#[derive(Serialize)]
pub(crate) struct FormerView<'d> {
    language: &'d str,
    name: &'d str,
    /// The present address, relative to this page.
    href: String,
    /// The present address, whole where the site's own is known.
    canonical: String,
    stylesheet: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, actor: &'d Actor) -> FormerView<'d> {
    let settings = &catalogue.dossier.settings;
    let route = Route::Actor(&actor.id);
    // A former page stands in the same folder as the present one.
    let links = Links::new(route, settings.base_url.as_deref());
    FormerView {
        language: &settings.language,
        name: &actor.name,
        href: links.to(route),
        canonical: links.absolute(route).unwrap_or_else(|| links.to(route)),
        stylesheet: links.to(Route::Stylesheet(Stylesheet::Site)),
    }
}
