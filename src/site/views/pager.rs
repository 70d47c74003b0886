//! The way about in a list of several pages: all of them on its first page, the neighbours on each.

use crate::site::prose::grouped;
use crate::site::routes::{Links, Route};
use serde::Serialize;

/// One page of a list.
pub(crate) struct Shelf<'r> {
    pub(crate) page: Route<'r>,
    pub(crate) name: String,
    /// How many items it has.
    pub(crate) count: usize,
}

/// A link to a page of the list.
#[derive(Serialize)]
struct PageLink {
    href: String,
    name: String,
    current: bool,
}

impl PageLink {
    fn of(shelf: &Shelf<'_>, links: &Links) -> Self {
        Self { href: links.to(shelf.page), name: shelf.name.clone(), current: false }
    }
}

/// A page of the list with what it holds.
#[derive(Serialize)]
struct Listed {
    href: String,
    name: String,
    count: String,
}

/// All pages of a list.
#[derive(Serialize)]
pub(crate) struct Contents {
    /// Whether the names are a few letters each.
    short: bool,
    pages: Vec<Listed>,
}

/// The longest name that counts as a few letters.
const SHORT: usize = 6;

impl Contents {
    pub(crate) fn of(shelves: &[Shelf<'_>], links: &Links) -> Self {
        let listed = |shelf: &Shelf<'_>| Listed {
            href: links.to(shelf.page),
            name: shelf.name.clone(),
            count: grouped(shelf.count as u64),
        };
        let short = shelves.iter().all(|shelf| shelf.name.chars().count() <= SHORT);
        Self { short, pages: shelves.iter().map(listed).collect() }
    }
}

/// How many pages to either side a page names.
const NEAR: usize = 13;

/// Where a page stands among the others. It counts nothing, so that a page changes with its own items only.
#[derive(Serialize)]
pub(crate) struct Pager {
    overview: Option<String>,
    earlier: Option<PageLink>,
    later: Option<PageLink>,
    near: Vec<PageLink>,
}

impl Pager {
    /// The page at `index` of `shelves`, whose first page is `overview`.
    pub(crate) fn of(shelves: &[Shelf<'_>], index: usize, overview: String, links: &Links) -> Self {
        let link = |at: usize| shelves.get(at).map(|shelf| PageLink::of(shelf, links));
        let near = index.saturating_sub(NEAR)..(index + NEAR + 1).min(shelves.len());
        Self {
            overview: Some(overview),
            earlier: index.checked_sub(1).and_then(link),
            later: link(index + 1),
            near: near.filter_map(|at| Some(PageLink { current: at == index, ..link(at)? })).collect(),
        }
    }

    /// The same where the first page is as good as the others, and none lists them all.
    pub(crate) fn of_parts(shelves: &[Shelf<'_>], index: usize, links: &Links) -> Self {
        Self { overview: None, ..Self::of(shelves, index, String::new(), links) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_list_have_one_neighbour_and_no_page_names_too_many() {
        let names: Vec<String> = (2001..2041).map(|year| year.to_string()).collect();
        let shelf = |name: &String| (name.clone(), name.len());
        let made: Vec<_> = names.iter().map(shelf).collect();
        let shelves: Vec<Shelf<'_>> = made
            .iter()
            .map(|(name, count)| Shelf { page: Route::SourcesOf(name), name: name.clone(), count: *count })
            .collect();
        let links = Links::new(Route::SourcesOf("2001"), None);
        let at = |index| Pager::of(&shelves, index, links.to(Route::Sources), &links);
        assert!(at(0).earlier.is_none() && at(39).later.is_none());
        assert_eq!(at(5).later.map(|page| page.href), Some("../sources/2007.html".to_owned()));
        assert_eq!((at(0).near.len(), at(20).near.len()), (NEAR + 1, 2 * NEAR + 1));
        assert_eq!(at(20).near.iter().position(|page| page.current), Some(NEAR));
    }
}
