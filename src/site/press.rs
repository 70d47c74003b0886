//! What pages are printed with.

use crate::site::catalogue::Catalogue;
use crate::site::pages::Page;
use crate::site::routes::Route;
use crate::site::templates::Templates;
use serde::Serialize;
use std::sync::Arc;

/// What every page is printed with.
pub(crate) struct Press<'d> {
    pub(crate) catalogue: Arc<Catalogue<'d>>,
    pub(crate) templates: &'d Templates,
}

impl<'d> Press<'d> {
    /// The page at `route`: the template `name`, filled from what `view` says.
    pub(crate) fn page<V: Serialize>(
        &self,
        route: Route<'_>,
        name: &'static str,
        view: impl Fn(&Catalogue<'d>) -> V + Send + Sync + 'd,
    ) -> Page<'d> {
        let (catalogue, templates) = (Arc::clone(&self.catalogue), self.templates);
        Page::new(route.path(), move |out| templates.fill(name, &view(&catalogue), out))
    }
}

/// A file whose bytes are already there.
pub(crate) fn fixed<'d>(route: Route<'_>, text: &'d str) -> Page<'d> {
    Page::new(route.path(), move |out| Ok(out.write_all(text.as_bytes())?))
}
