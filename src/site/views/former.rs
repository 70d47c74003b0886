//! What stands at a former address of an actor or article: it sends readers on.

use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route, Stylesheet};
use serde::Serialize;
use std::borrow::Cow;

/// A page that sends readers on.
#[derive(Serialize)]
pub(crate) struct FormerView<'d> {
    language: &'d str,
    name: Cow<'d, str>,
    /// The present address, relative to this page.
    href: String,
    /// The present address, whole where the site's own is known.
    canonical: String,
    stylesheet: String,
}

/// The page of the same folder as `route` that sends readers on to it.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, name: Cow<'d, str>, route: Route<'_>) -> FormerView<'d> {
    let settings = &catalogue.dossier.settings;
    let links = Links::new(route, settings.base_url.as_deref());
    FormerView {
        language: &settings.language,
        name,
        href: links.to(route),
        canonical: links.absolute(route).unwrap_or_else(|| links.to(route)),
        stylesheet: links.to(Route::Stylesheet(Stylesheet::Site)),
    }
}
