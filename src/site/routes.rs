//! The only place that makes a URL or an anchor.

use crate::base::{ActorId, ArticleId, NoteId, OutletId, SentenceId};
use crate::model::{ActorKind, Grade, Role};
use url::Url;

/// A data file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFile {
    /// One line for each article.
    Articles,
    /// One line for each sentence that is published.
    Sentences,
    /// One line for each actor.
    Actors,
    /// One line for each mention of a name, or of words that stand for one.
    Mentions,
    /// One line for each statement.
    Statements,
    /// One line for each entry of the chronology.
    Events,
}

impl DataFile {
    /// Every data file, what others refer to first.
    pub const ALL: [Self; 6] =
        [Self::Articles, Self::Sentences, Self::Actors, Self::Mentions, Self::Statements, Self::Events];

    /// Those that are also given as tables.
    pub const TABLES: [Self; 2] = [Self::Articles, Self::Actors];

    /// The file's name without its extension.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Sentences => "sentences",
            Self::Actors => "actors",
            Self::Mentions => "mentions",
            Self::Statements => "statements",
            Self::Events => "events",
        }
    }
}

/// A form that reference managers read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum References {
    /// The JSON of the Citation Style Language.
    CslJson,
    /// BibTeX, in the dialect of biblatex.
    BibTeX,
}

impl References {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::CslJson, Self::BibTeX];
}

/// What a page of a list holds that is too long for one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// What lies before the time that the dossier is about.
    Background,
    /// A year, or what names no month of it where the months have pages of their own.
    Year(i32),
    /// A month of a year, 1 to 12.
    Month(i32, u8),
    /// What has no date.
    Undated,
}

/// One page of such a list; stretches that are too long have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leaf {
    /// What it holds.
    pub stretch: Stretch,
    /// Which page of the stretch it is, from 1.
    pub page: u32,
}

impl Leaf {
    /// The name of its file without the ending.
    fn name(self) -> String {
        let stretch = match self.stretch {
            Stretch::Background => "background".to_owned(),
            Stretch::Year(year) => format!("{year:04}"),
            Stretch::Month(year, month) => format!("{year:04}-{month:02}"),
            Stretch::Undated => "undated".to_owned(),
        };
        if self.page > 1 { format!("{stretch}_{}", self.page) } else { stretch }
    }
}

/// A script of the site: pages are complete without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// What helps a reader on every page.
    Reading,
    /// The search.
    Search,
    /// The library that ranks names and titles, which the search asks for when it is used.
    MiniSearch,
    /// The licence of that library.
    MiniSearchLicence,
}

impl Script {
    const fn path(self) -> &'static str {
        match self {
            Self::Reading => "assets/cuttings.js",
            Self::Search => "assets/search.js",
            Self::MiniSearch => "assets/minisearch.js",
            Self::MiniSearchLicence => "assets/minisearch.LICENSE.txt",
        }
    }
}

/// A file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route<'a> {
    /// The front page.
    Index,
    /// The page of an article.
    Article(&'a ArticleId),
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
    /// The stylesheet.
    Stylesheet,
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
            Self::Article(id) => format!("articles/{id}.html"),
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
            Self::Stylesheet => "assets/style.css".to_owned(),
            Self::Script(script) => script.path().to_owned(),
            Self::Data(file) => format!("data/{}.jsonl", file.name()),
            Self::Table(file) => format!("data/{}.csv", file.name()),
            Self::Schema(file) => format!("data/schema/{}.schema.json", file.name()),
            Self::References(References::CslJson) => "data/sources.csl.json".to_owned(),
            Self::References(References::BibTeX) => "data/sources.bib".to_owned(),
        }
    }
}

/// An actor's name in addresses. No id has an underscore, so what the list of actors makes of `index` is nobody else's.
fn actor_name(id: &ActorId) -> &str {
    if id.as_str() == "index" { "index_" } else { id.as_str() }
}

/// A place on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor<'a> {
    /// A sentence, on the page of its article.
    Sentence(SentenceId),
    /// An article, in the list of sources.
    Source(&'a ArticleId),
    /// An outlet, in the list of sources.
    Outlet(&'a OutletId),
    /// The legend of a letter, in the list of sources.
    Grade(Grade),
    /// A letter's group of articles, in the index from A to Z.
    Group(char),
    /// A letter's group of names, in the index from A to Z.
    Names(char),
    /// The actors of a kind, in the list of actors.
    Kind(ActorKind),
    /// A year, in the chronology.
    Year(i32),
    /// What has no known time, in the chronology.
    Undated,
    /// What an actor said, in the list of statements.
    Speaker(&'a ActorId),
    /// What speakers said who are not named, in the list of statements.
    Unnamed,
    /// A statement: the article of its first wording, and the number of it there, from 1.
    Statement(&'a ArticleId, u32),
    /// What it said, on the page of an actor.
    Said,
    /// What others said of it, on the page of an actor.
    About,
    /// The events that name it, on the page of an actor.
    Times,
    /// How dates are read, on the page about the method.
    Dates,
    /// How statements are read, on the page about the method.
    Sayings,
    /// How names are found and joined, on the page about the method.
    Naming,
    /// The editor's decisions, on the page about the method.
    Decisions,
    /// A role, on the page about the method.
    Role(Role),
    /// What the marks beside quoted words mean, on the page about the method.
    Marks,
    /// How to check an offset, on the page about the method.
    Check,
    /// A section of the printed document, from 1.
    Section(usize),
    /// An entry of a section of it.
    Item(usize, usize),
    /// An article there, from 1.
    Printed(usize),
    /// A sentence of an article there.
    PrintedSentence(usize, SentenceId),
    /// An endnote there, from 1.
    Endnote(usize),
}

impl Anchor<'_> {
    /// The anchor as the `id` of an element. Names with a hyphen never meet a sentence's.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Sentence(id) => id.to_string(),
            Self::Source(id) => format!("source-{id}"),
            Self::Outlet(id) => format!("outlet-{id}"),
            Self::Grade(grade) => format!("grade-{}", grade.letter().to_ascii_lowercase()),
            Self::Group(letter) => format!("group-{}", letter_name(letter)),
            Self::Names(letter) => format!("names-{}", letter_name(letter)),
            Self::Kind(kind) => format!("kind-{}", kind.word()),
            Self::Year(year) => format!("year-{year:04}"),
            Self::Undated => "at-no-known-time".to_owned(),
            Self::Speaker(id) => format!("speaker-{id}"),
            Self::Unnamed => "not-named".to_owned(),
            Self::Statement(article, number) => format!("said-{article}-{number}"),
            Self::Said => "said".to_owned(),
            Self::About => "about".to_owned(),
            Self::Times => "times".to_owned(),
            Self::Dates => "dates".to_owned(),
            Self::Sayings => "statements".to_owned(),
            Self::Naming => "names-and-actors".to_owned(),
            Self::Decisions => "decisions".to_owned(),
            Self::Role(role) => format!("role-{}", role.word()),
            Self::Marks => "marks".to_owned(),
            Self::Check => "how-to-check".to_owned(),
            Self::Section(section) => format!("section-{section}"),
            Self::Item(section, item) => format!("item-{section}-{item}"),
            Self::Printed(article) => format!("article-{article}"),
            Self::PrintedSentence(article, id) => format!("article-{article}-{id}"),
            Self::Endnote(number) => format!("endnote-{number}"),
        }
    }

    /// The anchor as a link on its own page.
    #[must_use]
    pub fn fragment(self) -> String {
        format!("#{}", self.id())
    }
}

/// A letter, all digits, or all else, as part of an anchor.
fn letter_name(letter: char) -> String {
    match letter {
        _ if letter.is_ascii_alphabetic() => letter.to_ascii_lowercase().to_string(),
        _ if letter.is_ascii_digit() => "0-9".to_owned(),
        _ => "other".to_owned(),
    }
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
