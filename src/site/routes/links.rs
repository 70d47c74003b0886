//! Links from one page to another, and to pages elsewhere.

use super::{Anchor, Route};
use url::Url;

/// Makes the links of one page.
#[derive(Clone, Debug)]
pub struct Links {
    prefix: String,
    base: Option<Url>,
}

impl Links {
    /// The links of the page at `from`, in a site that will stand at `base_url`.
    ///
    /// Links are relative, so that the site works from disk and from any sub-path. Only the page
    /// for missing addresses, which a server shows at any depth, starts from the root of its host.
    #[must_use]
    pub fn new(from: Route<'_>, base_url: Option<&str>) -> Self {
        let base = base_url.and_then(web_address).map(|mut base| {
            if !base.path().ends_with('/') {
                base.set_path(&format!("{}/", base.path()));
            }
            base
        });
        let prefix = match (from, &base) {
            (Route::NotFound, Some(base)) => base.path().to_owned(),
            _ => "../".repeat(from.path().matches('/').count()),
        };
        Self { prefix, base }
    }

    /// The link to `route`.
    #[must_use]
    pub fn to(&self, route: Route<'_>) -> String {
        format!("{}{}", self.prefix, route.path())
    }

    /// The link to a place on the page at `route`.
    #[must_use]
    pub fn to_anchor(&self, route: Route<'_>, anchor: Anchor<'_>) -> String {
        format!("{}{}#{}", self.prefix, route.path(), anchor.id())
    }

    /// The whole address of `route`, where the site's own address is known.
    #[must_use]
    pub fn absolute(&self, route: Route<'_>) -> Option<String> {
        self.absolute_path(&route.path())
    }

    /// The whole address of the file at `path`, as a route gives it, where the site's own address is known.
    pub(crate) fn absolute_path(&self, path: &str) -> Option<String> {
        let base = self.base.as_ref()?.as_str();
        Some(if path == Route::Index.path() { base.to_owned() } else { format!("{base}{path}") })
    }
}

/// The address of a page elsewhere, if it is one that is safe to link to.
#[must_use]
pub fn outward(address: &str) -> Option<String> {
    web_address(address).map(String::from)
}

/// The longest address that is linked to, in bytes: some browsers refuse longer ones, and a page
/// repeats a link with every sentence that it covers.
const ADDRESS_LIMIT: usize = 2_048;

fn web_address(address: &str) -> Option<Url> {
    let address = address.trim();
    if address.len() > ADDRESS_LIMIT {
        return None;
    }
    Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
