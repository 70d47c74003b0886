//! The pages that lists need beyond their first, and the list of all pages for search engines.

use crate::model::Actor;
use crate::site::catalogue::Catalogue;
use crate::site::pages::Page;
use crate::site::press::{Press, fixed};
use crate::site::routes::{Links, Route, Stylesheet};
use crate::site::views::a_to_z::{self, Filing, List};
use crate::site::views::actor::mentions::{self, Division};
use crate::site::views::roster::{self, Roster};
use crate::site::views::{actors, print, sitemap, sources};
use std::sync::Arc;

/// Most addresses of one sitemap (sitemaps.org).
const SITEMAP_LIMIT: usize = 50_000;

/// Says to Cuttings, and to a person, that the folder may be replaced.
const MARKER: &str = "This folder is written by cuttings: the next build may replace everything in it.\n";

/// The list of sources, the list of actors and the index from A to Z, each with all its pages.
pub(crate) fn pages<'d>(press: &Press<'d>) -> Vec<Page<'d>> {
    let mut pages = vec![press.page(Route::Sources, "sources.html", sources::view)];
    if press.catalogue.shelves.are_several() {
        let of =
            |index| press.page(press.catalogue.shelves.page(index), "sources.html", move |c| sources::page(c, index));
        pages.extend((0..press.catalogue.shelves.parts.len()).map(of));
    }
    pages.extend(actor_pages(press));
    pages.extend(index_pages(press));
    pages
}

fn actor_pages<'d>(press: &Press<'d>) -> Vec<Page<'d>> {
    let roster = Arc::new(Roster::of(&press.catalogue));
    let own = Arc::clone(&roster);
    let mut pages = vec![press.page(Route::Actors, "actors.html", move |catalogue| actors::view(catalogue, &own))];
    pages.extend(roster.pages().map(|(route, kind, index)| {
        let roster = Arc::clone(&roster);
        press.page(route, "roster.html", move |catalogue| roster::view(catalogue, &roster, kind, index))
    }));
    pages
}

fn index_pages<'d>(press: &Press<'d>) -> Vec<Page<'d>> {
    let filing = Arc::new(Filing::of(&press.catalogue));
    let own = Arc::clone(&filing);
    let mut pages = vec![press.page(Route::AtoZ, "a-to-z.html", move |catalogue| a_to_z::view(catalogue, &own))];
    for list in [List::Names, List::Titles] {
        pages.extend(filing.pages(list).enumerate().map(|(index, route)| {
            let filing = Arc::clone(&filing);
            press.page(route, "a-to-z.html", move |catalogue| a_to_z::page(catalogue, &filing, list, index))
        }));
    }
    pages
}

/// The pages of an actor's mentions; none where its own page holds them.
pub(crate) fn mention_pages<'d>(press: &Press<'d>, index: u32, actor: &'d Actor) -> Vec<Page<'d>> {
    let division = Arc::new(Division::of(&press.catalogue, actor, index));
    let page = |(place, route): (usize, Route<'_>)| {
        let division = Arc::clone(&division);
        let view = move |catalogue: &Catalogue<'d>| mentions::view(catalogue, actor, &division, place);
        press.page(route, "actor-mentions.html", view)
    };
    division.pages(actor).enumerate().map(page).collect()
}

/// The whole dossier as one document, in parts where it is long.
pub(crate) fn printed<'d>(press: &Press<'d>) -> Vec<Page<'d>> {
    let plan = Arc::new(print::Plan::of(&press.catalogue));
    let page = |part: usize| {
        let plan = Arc::clone(&plan);
        press.page(Route::Print(part + 1), "print.html", move |catalogue| print::view(catalogue, &plan, part))
    };
    (0..plan.count()).map(page).collect()
}

/// The sitemap of the pages at `paths`, in parts where they are many; nothing where the site's address is unknown.
pub(crate) fn sitemaps<'d>(press: &Press<'d>, paths: &[String]) -> Vec<Page<'d>> {
    let links = Links::new(Route::Sitemap, press.catalogue.dossier.settings.base_url.as_deref());
    let Some(own) = links.absolute(Route::Sitemap) else { return Vec::new() };
    let addresses: Vec<String> = paths.iter().filter_map(|path| links.absolute_path(path)).collect();
    let mut pages = Vec::new();
    if addresses.len() <= SITEMAP_LIMIT {
        pages.push(press.page(Route::Sitemap, "sitemap.xml", move |_| sitemap::view(addresses.clone())));
    } else {
        let parts = (1..).zip(addresses.chunks(SITEMAP_LIMIT));
        let names =
            parts.clone().filter_map(|(number, _)| links.absolute(Route::SitemapOf(number))).collect::<Vec<_>>();
        pages.push(press.page(Route::Sitemap, "sitemap-index.xml", move |_| sitemap::view(names.clone())));
        pages.extend(parts.map(|(number, part)| {
            let part = part.to_vec();
            press.page(Route::SitemapOf(number), "sitemap.xml", move |_| sitemap::view(part.clone()))
        }));
    }
    // Crawlers only look for it at the root of a host; below that it says the same to people.
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {own}\n");
    pages.push(Page::new(Route::Robots.path(), move |out| Ok(out.write_all(robots.as_bytes())?)));
    pages
}

/// What hardly differs from dossier to dossier.
pub(crate) fn fixed_files(title: &str) -> Vec<Page<'_>> {
    use crate::site::{stylesheet, templates};
    let mut pages = vec![fixed(Route::NoJekyll, ""), fixed(Route::Marker, MARKER)];
    pages.extend(templates::STYLESHEETS.into_iter().map(|(sheet, text)| {
        Page::new(Route::Stylesheet(sheet).path(), move |out| {
            out.write_all(stylesheet::sent(text).as_bytes())?;
            let foot = if sheet == Stylesheet::Document { stylesheet::foot(title) } else { String::new() };
            Ok(out.write_all(foot.as_bytes())?)
        })
    }));
    pages.extend(templates::SCRIPTS.into_iter().map(|(script, text)| fixed(Route::Script(script), text)));
    pages
}
