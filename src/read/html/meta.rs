//! What a page states of its article: metadata elements, JSON-LD, and a saver's comment, by rank.

use super::date::page_date;
use super::jsonld::{self, plain};
use super::parse::Parsed;
use super::saved_from::{saved_from, web_address};
use super::squeezed::squeezed;
use super::title::{same_name, without_site};
use crate::base::PartialDate;
use dom_query::{Document, Node};
use std::collections::BTreeMap;

/// What a page states of its article outside the text: in metadata, JSON-LD, or a saver's comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct PageMeta {
    /// The headline, without the name of the site.
    pub title: Option<String>,
    /// The outlet's name.
    pub outlet: Option<String>,
    /// Who wrote it, in the page's order; empty where the page does not say.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Its address, absolute.
    pub url: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The part of the paper.
    pub section: Option<String>,
    /// The page's own summary.
    pub description: Option<String>,
    /// When the copy was saved.
    pub retrieved: Option<PartialDate>,
}

/// `<meta>` names of the date of publication, best first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "publication_date",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "article.published",
    "date",
];

/// `<meta>` names of the writers, best first.
const AUTHORS: &[&str] =
    &["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"];

/// Longest value that is a name, a section or a title, in characters.
const LONGEST: usize = 400;

/// Elements of each kind that are looked at.
const KEPT: usize = 64;

/// What a page states.
pub(super) fn stated(parsed: &Parsed) -> PageMeta {
    let mut seen = Seen::of(&parsed.document);
    let saved = saved_from(&parsed.comments);
    let url = seen.url(saved.url.as_deref());
    let article = jsonld::article(&parsed.json_ld, url.as_deref()).unwrap_or_default();
    let outlet = seen.meta(&["og:site_name"]).or(article.publisher).or_else(|| seen.meta(&["application-name"]));
    // Many pages give the name above the menu the rank of a headline.
    seen.headings.retain(|heading| !outlet.as_deref().is_some_and(|outlet| same_name(heading, outlet)));
    let title = article.title.or_else(|| seen.meta(&["og:title"])).or_else(|| match seen.headings.as_slice() {
        [only] => Some(only.clone()),
        _ => seen.title.clone(),
    });
    let published = article.published.or_else(|| {
        let values = PUBLISHED.iter().filter_map(|key| seen.metas.get(*key));
        seen.published_item.or_else(|| values.flatten().find_map(|value| page_date(value))).or(seen.time())
    });
    PageMeta {
        title: title.map(|title| without_site(&title, outlet.as_deref(), &seen.headings).to_owned()),
        authors: if article.authors.is_empty() { seen.authors() } else { clean_authors(article.authors) },
        published,
        url: url.or(article.url),
        language: seen.language.as_deref().and_then(language_tag).or_else(|| language_tag(&article.language?)),
        section: article.section.or_else(|| seen.meta(&["article:section", "section", "parsely-section"])),
        description: article.description.or_else(|| seen.meta(&["og:description", "description", "dc.description"])),
        retrieved: saved.retrieved,
        outlet,
    }
}

/// The elements of a page that tell of its article.
#[derive(Default)]
struct Seen {
    /// Values of `<meta>`, by name or property in lower case.
    metas: BTreeMap<String, Vec<String>>,
    title: Option<String>,
    /// First-level headings.
    headings: Vec<String>,
    canonical: Option<String>,
    language: Option<String>,
    published_item: Option<PartialDate>,
    author_items: Vec<String>,
    /// Dates of `<time>` elements, and whether each is marked as that of publication.
    times: Vec<(PartialDate, bool)>,
}

impl Seen {
    fn of(document: &Document) -> Self {
        let mut seen = Self::default();
        for node in document.root().descendants_it() {
            let Some(name) = node.node_name() else { continue };
            match &*name {
                "html" => {
                    seen.language = node.attr("lang").or_else(|| node.attr("xml:lang")).map(|tag| tag.to_string());
                }
                "meta" => seen.keep_meta(&node),
                "title" if seen.title.is_none() => seen.title = short(&squeezed(&node.text())),
                "h1" if seen.headings.len() < KEPT => seen.headings.extend(short(&squeezed(&node.text()))),
                "link" if has_word(&node, "rel", "canonical") && seen.canonical.is_none() => {
                    seen.canonical = node.attr("href").map(|address| address.trim().to_owned());
                }
                "time" if seen.times.len() < KEPT => {
                    let date = node.attr("datetime").and_then(|date| page_date(&date));
                    seen.times.extend(date.map(|date| (date, node.has_attr("pubdate"))));
                }
                _ => {}
            }
            seen.keep_item(&node);
        }
        seen
    }

    fn keep_meta(&mut self, node: &Node<'_>) {
        let Some(content) = node.attr("content").filter(|content| !content.trim().is_empty()) else { return };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(key) = node.attr(attribute) {
                let values = self.metas.entry(key.trim().to_ascii_lowercase()).or_default();
                if values.len() < KEPT {
                    values.push(content.to_string());
                }
            }
        }
    }

    /// Microdata and links that name the writers or the date.
    fn keep_item(&mut self, node: &Node<'_>) {
        if self.published_item.is_none() && has_word(node, "itemprop", "datePublished") {
            let value = ["content", "datetime"].iter().find_map(|key| node.attr(key)).unwrap_or_else(|| node.text());
            self.published_item = page_date(&value);
        }
        let is_author = has_word(node, "itemprop", "author") || has_word(node, "rel", "author");
        if is_author && !node.has_name("meta") && !node.has_name("link") && self.author_items.len() < KEPT {
            let named = node.descendants_it().find(|inner| has_word(inner, "itemprop", "name")).unwrap_or(*node);
            let name = named.attr("content").unwrap_or_else(|| named.text());
            self.author_items.extend(short(&squeezed(&name)));
        }
    }

    fn meta(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.metas.get(*key)?.iter().find_map(|value| plain(value)))
    }

    fn authors(&self) -> Vec<String> {
        let listed = AUTHORS.iter().find_map(|key| {
            let names = clean_authors(self.metas.get(*key)?.iter().filter_map(|value| plain(value)).collect());
            Some(names).filter(|names| !names.is_empty())
        });
        listed.unwrap_or_else(|| clean_authors(self.author_items.clone()))
    }

    /// The date of the `<time>` elements, where they leave no doubt: one is marked, or all agree.
    fn time(&self) -> Option<PartialDate> {
        let marked = self.times.iter().find(|(_, marked)| *marked);
        let (first, _) = self.times.first()?;
        let agree = self.times.iter().all(|(date, _)| date.date_only() == first.date_only());
        marked.map(|(date, _)| *date).or_else(|| agree.then_some(*first))
    }

    /// The page's address: a canonical one that is no bare site, else what the page or its saver says.
    fn url(&self, saved: Option<&str>) -> Option<String> {
        let stated = self.metas.get("og:url").and_then(|values| web_address(values.first()?));
        let base = stated.as_deref().or(saved).and_then(|base| url::Url::parse(base).ok());
        let canonical = self.canonical.as_deref().and_then(|address| {
            web_address(address).or_else(|| web_address(base.as_ref()?.join(address).ok()?.as_str()))
        });
        let all = [canonical, stated, saved.map(str::to_owned)];
        let names_page =
            |address: &&String| url::Url::parse(address).is_ok_and(|url| url.path().len() > 1 || url.query().is_some());
        let best = all.iter().flatten().find(names_page).or_else(|| all.iter().flatten().next());
        best.cloned()
    }
}

/// Whether an attribute's value, a list of words, holds a word.
fn has_word(node: &Node<'_>, attribute: &str, word: &str) -> bool {
    node.attr(attribute).is_some_and(|value| value.split_whitespace().any(|one| one.eq_ignore_ascii_case(word)))
}

fn short(text: &str) -> Option<String> {
    (!text.is_empty() && text.chars().count() <= LONGEST).then(|| text.to_owned())
}

/// Names of people, one each: without "By", addresses and doubles.
fn clean_authors(values: Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for value in values {
        let value = value.strip_prefix("By ").or_else(|| value.strip_prefix("by ")).unwrap_or(&value);
        for name in parted(value) {
            let name = name.trim();
            let is_name =
                !name.is_empty() && name.chars().count() <= 100 && !name.contains("://") && !name.contains('@');
            if is_name && !names.iter().any(|known| known == name) && names.len() < KEPT {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// `Ann Ash, Bo Berg and Cy Carr` in three, but `Ash, Ann` and `Reuters and agencies` in one.
fn parted(value: &str) -> Vec<&str> {
    let pieces: Vec<&str> = value
        .split([',', ';'])
        .flat_map(|piece| piece.split(" and "))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let all_full = pieces.iter().all(|piece| (2..=4).contains(&piece.split_whitespace().count()));
    if all_full { pieces } else { vec![value] }
}

/// A tag of BCP 47, its parts joined by hyphens; `None` for anything else.
fn language_tag(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary =
        parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest && tag.len() <= 35).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(page: &str) -> PageMeta {
        stated(&super::super::parse::parse(page))
    }

    #[test]
    fn json_ld_outranks_metadata_elements_and_those_the_text() {
        let page = r#"<title>Rain stops play - The Gazette</title><meta property="og:title" content="Rain (and wind)">
            <meta property="og:site_name" content="The Gazette"><meta name="Author" content="By Ann Ash and Bo Berg">
            <meta property="article:published_time" content="2021-10-07T14:05:00Z"><h1>Rain</h1>"#;
        let meta = of(page);
        assert_eq!(meta.title.as_deref(), Some("Rain (and wind)"));
        assert_eq!(meta.authors, ["Ann Ash", "Bo Berg"]);
        assert_eq!(meta.published.unwrap().to_string(), "2021-10-07T14:05Z");
        let ld = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain from the data",
            "datePublished":"2021-10-06","author":"Cy Carr"}</script>"#;
        let meta = of(&format!("{ld}{page}"));
        assert_eq!(meta.title.as_deref(), Some("Rain from the data"));
        assert_eq!(
            (meta.authors, meta.published.unwrap().to_string()),
            (vec!["Cy Carr".to_owned()], "2021-10-06".into())
        );
    }

    #[test]
    fn a_title_loses_the_name_of_its_site() {
        assert_eq!(
            of("<title>Rain stops play again | Gazette</title>").title.as_deref(),
            Some("Rain stops play again")
        );
        let page =
            "<meta property=og:site_name content='BBX News'><title>Rain stops - BBX News</title><h1>a</h1><h1>b</h1>";
        assert_eq!(of(page).title.as_deref(), Some("Rain stops"));
        let page =
            "<meta property=og:site_name content=Gazette><title>Rain stops - Gazette</title><h1>The Gazette</h1>";
        assert_eq!(of(page).title.as_deref(), Some("Rain stops"));
    }

    #[test]
    fn the_address_is_the_canonical_one_unless_that_names_a_bare_site() {
        let page = |canonical: &str| {
            let head =
                format!("<link rel=canonical href='{canonical}'><meta property=og:url content='https://x.example/a'>");
            of(&format!("<!-- saved from url=(0021)https://x.example/a?u=1 --><html lang=en_GB><head>{head}"))
                .url
                .unwrap()
        };
        assert_eq!(page("https://x.example/c"), "https://x.example/c");
        assert_eq!(page("/d?e=f"), "https://x.example/d?e=f");
        assert_eq!(page("https://x.example/"), "https://x.example/a");
        assert_eq!(page("javascript:alert(1)"), "https://x.example/a");
    }

    #[test]
    fn times_count_only_where_they_agree_or_one_is_marked() {
        let time = |day: u8| format!("<time datetime='2021-10-0{day}T10:00'>x</time>");
        assert_eq!(of(&time(1)).published.unwrap().to_string(), "2021-10-01T10:00");
        assert_eq!(of(&(time(1) + &time(2))).published, None);
        let marked = time(1) + "<time pubdate datetime='2021-10-03'>x</time>";
        assert_eq!(of(&marked).published.unwrap().to_string(), "2021-10-03");
    }

    #[test]
    fn microdata_names_date_and_writer() {
        let page = "<span itemprop=author itemscope><a rel=author href=/a><b itemprop=name>Ann Ash</b></a></span>
            <span itemprop=datePublished content='2021-10-07'>last week</span>";
        let meta = of(page);
        assert_eq!(
            (meta.authors, meta.published.unwrap().to_string()),
            (vec!["Ann Ash".to_owned()], "2021-10-07".into())
        );
    }

    #[test]
    fn names_in_the_wrong_order_are_not_parted() {
        assert_eq!(parted("Ash, Ann"), ["Ash, Ann"]);
        assert_eq!(parted("Reuters and agencies"), ["Reuters and agencies"]);
        assert_eq!(parted("Ann Ash, Bo Berg and Cy Carr"), ["Ann Ash", "Bo Berg", "Cy Carr"]);
    }

    #[test]
    fn only_language_tags_are_languages() {
        assert_eq!(of("<html lang='en_GB'>").language.as_deref(), Some("en-GB"));
        assert_eq!(of("<html lang='English (UK)'>").language, None);
    }
}
