//! The only place that makes a URL or an anchor.

mod anchor;
mod file;

pub use anchor::Anchor;
pub use file::{DataFile, Leaf, References, Script, Stretch, Stylesheet};

use crate::base::{ActorId, ArticleId, NoteId};
use url::Url;

/// A file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route<'a> {
    /// The front page.
    Index,
    /// The merged summary.
    Summary,
    /// What else several articles report: which page, from 1.
    SummaryMore(u32),
    /// Where the articles differ.
    Discrepancies,
    /// Where else they differ, where one page cannot hold it: which page, from 2.
    DiscrepanciesMore(u32),
    /// The page of an article.
    Article(&'a ArticleId),
    /// A further page of a text that is too long for one: which, from 2.
    ArticlePart(&'a ArticleId, u32),
    /// The saved text of an article, as every span counts it.
    SavedText(&'a ArticleId),
    /// The list of actors.
    Actors,
    /// The page of an actor, or what sends readers on from its former id.
    Actor(&'a ActorId),
    /// Who is named with whom.
    Network,
    /// What an actor said, where its own page cannot hold all of it: which page, from 1.
    Said(&'a ActorId, u32),
    /// What happened when.
    Chronology,
    /// A part of it, where one page cannot hold it.
    ChronologyLeaf(Leaf),
    /// Who said what, in which words.
    Statements,
    /// A part of it by date, where one page cannot hold it.
    StatementsLeaf(Leaf),
    /// The list of the analyst's notes.
    Notes,
    /// The page of a note.
    Note(&'a NoteId),
    /// The list of sources.
    Sources,
    /// A page of the list of sources, where it has several.
    SourcesOf(&'a str),
    /// The index from A to Z.
    AtoZ,
    /// A page of the index from A to Z, where it has several.
    AtoZOf(&'a str),
    /// A page of the list of actors, where it has several.
    ActorsOf(&'a str),
    /// A page of an actor's mentions, where its own page cannot hold them.
    MentionsOf(&'a ActorId, &'a str),
    /// The search.
    Search,
    /// A piece of what the search looks in.
    SearchData(&'a str),
    /// How the dossier is made and how to check it.
    Method,
    /// What a server shows for an address that it does not have.
    NotFound,
    /// The Atom feed.
    Feed,
    /// The whole dossier as one document to print, or where it is long a part of it; from 1.
    Print(usize),
    /// The list of pages for search engines.
    Sitemap,
    /// A part of that list, where it has several; from 1.
    SitemapOf(usize),
    /// The note to search engines that names the sitemap.
    Robots,
    /// Tells GitHub Pages to serve the folder as it is.
    NoJekyll,
    /// Says that the folder is written by Cuttings and may be replaced.
    Marker,
    /// A stylesheet.
    Stylesheet(Stylesheet),
    /// A script, or the licence of one.
    Script(Script),
    /// A data file.
    Data(DataFile),
    /// A data file as a table for spreadsheets.
    Table(DataFile),
    /// The JSON Schema of a data file.
    Schema(DataFile),
    /// The articles as references for reference managers.
    References(References),
}

impl Route<'_> {
    /// The file's path relative to the site's root, with forward slashes.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Index => "index.html".to_owned(),
            Self::Summary => "summary.html".to_owned(),
            Self::SummaryMore(1) => "summary/more.html".to_owned(),
            Self::SummaryMore(page) => format!("summary/more-{page}.html"),
            Self::Discrepancies => "discrepancies.html".to_owned(),
            Self::DiscrepanciesMore(page) => format!("discrepancies/page-{page}.html"),
            Self::Article(id) => format!("articles/{id}.html"),
            Self::ArticlePart(id, part) => format!("articles/{id}/part-{part}.html"),
            Self::SavedText(id) => format!("articles/{id}.txt"),
            Self::Actors => "actors/index.html".to_owned(),
            Self::Network => "network.html".to_owned(),
            Self::Said(id, 1) => format!("actors/{}/said.html", actor_name(id)),
            Self::Said(id, page) => format!("actors/{}/said-{page}.html", actor_name(id)),
            Self::Chronology => "chronology.html".to_owned(),
            Self::ChronologyLeaf(leaf) => format!("chronology/{}.html", leaf.name()),
            Self::Statements => "statements.html".to_owned(),
            Self::StatementsLeaf(leaf) => format!("statements/{}.html", leaf.name()),
            Self::Actor(id) => format!("actors/{}.html", actor_name(id)),
            Self::MentionsOf(id, part) => format!("actors/{}/mentions-{part}.html", actor_name(id)),
            // No actor has this folder, since none has the name `index`.
            Self::ActorsOf(part) => format!("actors/index/{part}.html"),
            Self::Notes => "notes/index.html".to_owned(),
            Self::Note(id) if id.as_str() == "index" => "notes/index_.html".to_owned(),
            Self::Note(id) => format!("notes/{id}.html"),
            Self::Sources => "sources.html".to_owned(),
            Self::SourcesOf(part) => format!("sources/{part}.html"),
            Self::AtoZ => "index-a-z.html".to_owned(),
            Self::AtoZOf(part) => format!("index-a-z/{part}.html"),
            Self::Search => "search.html".to_owned(),
            Self::SearchData(name) => format!("search/{name}.js"),
            Self::Method => "method.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::Print(1) => "print.html".to_owned(),
            Self::Print(part) => format!("print-{part}.html"),
            Self::Feed => "feed.xml".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::SitemapOf(number) => format!("sitemap-{number}.xml"),
            Self::Robots => "robots.txt".to_owned(),
            Self::NoJekyll => ".nojekyll".to_owned(),
            Self::Marker => crate::base::SITE_MARKER.to_owned(),
            Self::Stylesheet(sheet) => sheet.path().to_owned(),
            Self::Script(script) => script.path().to_owned(),
            Self::Data(file) => format!("data/{}.jsonl", file.name()),
            Self::Table(file) => format!("data/{}.csv", file.name()),
            Self::Schema(file) => format!("data/schema/{}.schema.json", file.name()),
            Self::References(References::CslJson) => "data/sources.csl.json".to_owned(),
            Self::References(References::BibTeX) => "data/sources.bib".to_owned(),
        }
    }
}

/// The id of the article of which the page at `path` shows text, and which of its pages that is, from 1.
#[must_use]
pub fn article_at(path: &str) -> Option<(&str, u32)> {
    let name = path.strip_prefix("articles/")?.strip_suffix(".html")?;
    match name.split_once('/') {
        None => Some((name, 1)),
        Some((id, part)) => Some((id, part.strip_prefix("part-")?.parse().ok()?)),
    }
}

/// An actor's name in addresses. No id has an underscore, so what the list of actors makes of `index` is nobody else's.
fn actor_name(id: &ActorId) -> &str {
    if id.as_str() == "index" { "index_" } else { id.as_str() }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SentenceId;

    #[test]
    fn links_are_relative_to_the_folder_of_their_page() {
        let id = ArticleId::new("one");
        let links = Links::new(Route::Article(&id), Some("https://example.org/d"));
        assert_eq!(links.to(Route::Sources), "../sources.html");
        assert_eq!(links.to_anchor(Route::Article(&id), Anchor::Sentence(SentenceId(3))), "../articles/one.html#s3");
        assert_eq!(links.absolute(Route::Method).as_deref(), Some("https://example.org/d/method.html"));
        assert_eq!(links.absolute(Route::Index).as_deref(), Some("https://example.org/d/"));
    }

    #[test]
    fn parts_of_a_list_have_addresses_of_their_own() {
        let path = |stretch, page| Route::ChronologyLeaf(Leaf { stretch, page }).path();
        assert_eq!(path(Stretch::Year(476), 1), "chronology/0476.html");
        assert_eq!(path(Stretch::Month(2021, 3), 2), "chronology/2021-03_2.html");
        let id = ActorId::new("one");
        let links = Links::new(Route::Said(&id, 2), None);
        assert_eq!(links.to(Route::Said(&id, 1)), "../../actors/one/said.html");
    }

    #[test]
    fn the_pages_of_an_article_are_known_by_their_paths() {
        let id = ArticleId::new("one");
        for (route, part) in
            [(Route::Article(&id), 1), (Route::ArticlePart(&id, 2), 2), (Route::ArticlePart(&id, 12), 12)]
        {
            assert_eq!(article_at(&route.path()), Some(("one", part)));
        }
        assert_eq!([article_at("articles/one.txt"), article_at("sources.html")], [None, None]);
    }

    #[test]
    fn no_actor_takes_the_address_of_the_list_of_actors() {
        let (index, plain) = (ActorId::new("Index"), ActorId::new("Index X"));
        assert_eq!(Route::Actor(&index).path(), "actors/index_.html");
        assert_eq!(Route::Actor(&plain).path(), "actors/index-x.html");
        assert_eq!(Route::MentionsOf(&index, "2021").path(), "actors/index_/mentions-2021.html");
        assert_eq!(Route::ActorsOf("person-m").path(), "actors/index/person-m.html");
    }

    #[test]
    fn the_page_for_missing_addresses_links_from_the_root_of_its_host() {
        let links = Links::new(Route::NotFound, Some("https://example.org/sub/path/"));
        assert_eq!(links.to(Route::Index), "/sub/path/index.html");
        assert_eq!(Links::new(Route::NotFound, None).to(Route::Index), "index.html");
    }

    #[test]
    fn only_web_addresses_are_linked_to() {
        assert_eq!(outward("https://example.org/a b").as_deref(), Some("https://example.org/a%20b"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "no address", "http://"] {
            assert_eq!(outward(bad), None, "{bad}");
        }
    }
}
