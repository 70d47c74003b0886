//! What every page has around its own matter: head, masthead, breadcrumbs, footer.

use crate::model::Dossier;
use crate::site::escape::json_for_script;
use crate::site::prose;
use crate::site::routes::{Anchor, Links, Route, Script, Stylesheet};
use crate::site::views::parts::Link;
use serde::Serialize;
use std::borrow::Cow;

/// What menu and breadcrumbs call the front page.
const OVERVIEW: &str = "Overview";

/// A page of the main menu.
#[derive(Serialize)]
pub(crate) struct MenuItem {
    href: String,
    text: &'static str,
    current: bool,
    search: bool,
}

/// A `meta` element.
#[derive(Serialize)]
pub(crate) struct Meta {
    pub(crate) name: &'static str,
    pub(crate) content: String,
}

/// What surrounds a page.
#[derive(Serialize)]
pub(crate) struct Frame<'d> {
    language: &'d str,
    right_to_left: bool,
    dossier: &'d str,
    title: String,
    description: String,
    canonical: Option<String>,
    kind: &'static str,
    stylesheets: Vec<String>,
    script: String,
    feed: Option<String>,
    meta: Vec<Meta>,
    json_ld: Option<String>,
    home: String,
    menu: Vec<MenuItem>,
    crumbs: Vec<Link<'d>>,
    check: String,
    marks: String,
    print: String,
}

impl<'d> Frame<'d> {
    /// The frame of the page at `route`, called `title`.
    pub(crate) fn new(dossier: &'d Dossier, route: Route<'_>, title: &str, description: String) -> Self {
        let settings = &dossier.settings;
        let links = Links::new(route, settings.base_url.as_deref());
        let menu = [
            (Route::Index, OVERVIEW),
            (Route::Summary, "Summary"),
            (Route::Chronology, "Chronology"),
            (Route::Statements, "Statements"),
            (Route::Notes, "Notes"),
            (Route::Actors, "Actors"),
            (Route::Sources, "Sources"),
            (Route::AtoZ, "A–Z"),
            (Route::Search, "Search"),
            (Route::Method, "Method"),
        ];
        let is_there = |to: Route<'_>| to != Route::Notes || !dossier.notes.is_empty();
        let whole = if route == Route::Index { title.to_owned() } else { format!("{title} · {}", settings.title) };
        Self {
            language: &settings.language,
            right_to_left: prose::right_to_left(&settings.language),
            dossier: &settings.title,
            title: whole,
            description,
            canonical: if route == Route::NotFound { None } else { links.absolute(route) },
            kind: match route {
                Route::Article(_) | Route::ArticlePart(..) | Route::Note(_) => "article",
                Route::Actor(_) => "profile",
                _ => "website",
            },
            stylesheets: stylesheets(route, &links),
            script: links.to(Route::Script(Script::Reading)),
            feed: None,
            meta: Vec::new(),
            json_ld: None,
            home: links.to(Route::Index),
            menu: menu
                .into_iter()
                .filter(|(to, _)| is_there(*to))
                .map(|(to, text)| MenuItem {
                    href: links.to(to),
                    text,
                    current: to == route,
                    search: to == Route::Search,
                })
                .collect(),
            crumbs: Vec::new(),
            check: links.to_anchor(Route::Method, Anchor::Check),
            marks: links.to_anchor(Route::Method, Anchor::Marks),
            print: links.to(Route::Print(1)),
        }
    }

    /// The same with a link to the feed.
    pub(crate) fn with_feed(mut self, href: Option<String>) -> Self {
        self.feed = href;
        self
    }

    /// The same with what reference managers read.
    pub(crate) fn with_meta(mut self, meta: Vec<Meta>) -> Self {
        self.meta = meta;
        self
    }

    /// The same for a page that the menu does not list, with the pages above it but for the front page.
    pub(crate) fn under(mut self, above: Vec<Link<'d>>) -> Self {
        let home = Link { href: self.home.clone(), text: Cow::Borrowed(OVERVIEW) };
        self.crumbs = std::iter::once(home).chain(above).collect();
        self
    }

    /// The same with a description for machines, in the vocabulary of schema.org.
    pub(crate) fn described_as(mut self, thing: &impl Serialize) -> Self {
        self.json_ld = serde_json::to_string_pretty(thing).ok().map(|json| json_for_script(&json));
        self
    }
}

/// What the page at `route` is set by: the printed document has more to load than the pages that readers come to first.
fn stylesheets(route: Route<'_>, links: &Links) -> Vec<String> {
    let document = matches!(route, Route::Print(_)).then_some(Stylesheet::Document);
    let all = std::iter::once(Stylesheet::Site).chain(document);
    all.map(|sheet| links.to(Route::Stylesheet(sheet))).collect()
}
