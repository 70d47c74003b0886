//! The only place that makes a URL or an anchor.

use crate::base::{ActorId, ArticleId, OutletId, SentenceId};
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
}

impl DataFile {
    /// Every data file, what others refer to first.
    pub const ALL: [Self; 4] = [Self::Articles, Self::Sentences, Self::Actors, Self::Mentions];

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
    /// The list of sources.
    Sources,
    /// The index from A to Z.
    AtoZ,
    /// How the dossier is made and how to check it.
    Method,
    /// What a server shows for an address that it does not have.
    NotFound,
    /// The Atom feed.
    Feed,
    /// The list of pages for search engines.
    Sitemap,
    /// The note to search engines that names the sitemap.
    Robots,
    /// Tells GitHub Pages to serve the folder as it is.
    NoJekyll,
    /// Says that the folder is written by Cuttings and may be replaced.
    Marker,
    /// The stylesheet.
    Stylesheet,
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
            // No id has an underscore, so this is nobody else's address.
            Self::Actor(id) if id.as_str() == "index" => "actors/index_.html".to_owned(),
            Self::Actor(id) => format!("actors/{id}.html"),
            Self::Network => "network.html".to_owned(),
            Self::Sources => "sources.html".to_owned(),
            Self::AtoZ => "index-a-z.html".to_owned(),
            Self::Method => "method.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
            Self::Feed => "feed.xml".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::NoJekyll => ".nojekyll".to_owned(),
            Self::Marker => crate::base::SITE_MARKER.to_owned(),
            Self::Stylesheet => "assets/style.css".to_owned(),
            Self::Data(file) => format!("data/{}.jsonl", file.name()),
            Self::Table(file) => format!("data/{}.csv", file.name()),
            Self::Schema(file) => format!("data/schema/{}.schema.json", file.name()),
            Self::References(References::CslJson) => "data/sources.csl.json".to_owned(),
            Self::References(References::BibTeX) => "data/sources.bib".to_owned(),
        }
    }
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
    /// How names are found and joined, on the page about the method.
    Naming,
    /// A role, on the page about the method.
    Role(Role),
    /// How to check an offset, on the page about the method.
    Check,
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
            Self::Naming => "names-and-actors".to_owned(),
            Self::Role(role) => format!("role-{}", role.word()),
            Self::Check => "how-to-check".to_owned(),
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
        let base = self.base.as_ref()?.as_str();
        Some(if route == Route::Index { base.to_owned() } else { format!("{base}{}", route.path()) })
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
    fn no_actor_takes_the_address_of_the_list_of_actors() {
        let (index, plain) = (ActorId::new("Index"), ActorId::new("Index X"));
        assert_eq!(Route::Actor(&index).path(), "actors/index_.html");
        assert_eq!(Route::Actor(&plain).path(), "actors/index-x.html");
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
