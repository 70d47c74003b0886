//! The list of pages for search engines.

use serde::Serialize;

/// The sitemap, or the list of its parts.
#[derive(Serialize)]
pub(crate) struct SitemapView {
    addresses: Vec<String>,
}

/// The sitemap of these addresses.
pub(crate) fn view(addresses: Vec<String>) -> SitemapView {
    SitemapView { addresses }
}
