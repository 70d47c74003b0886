//! What a page's JSON-LD says of its article (schema.org: `NewsArticle` and its kin).

use super::date::page_date;
use super::squeezed::squeezed;
use crate::base::PartialDate;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What is taken from the JSON-LD.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Article {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) section: Option<String>,
    pub(super) description: Option<String>,
}

/// Objects looked at; pages have a few dozen.
const OBJECTS: usize = 2_000;

/// People and organisations named as authors; more is a list of something else.
const AUTHORS: usize = 32;

/// The page's article, if the blocks tell of exactly one kind of thing that can be it: the one
/// whose address is `url`, else the first.
pub(super) fn article(blocks: &[String], url: Option<&str>) -> Option<Article> {
    let values: Vec<Value> = blocks.iter().filter_map(|block| parse(block)).collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects);
    }
    let names: BTreeMap<&str, &str> =
        objects.iter().filter_map(|o| Some((str_of(o, "@id")?, str_of(o, "name")?))).collect();
    let mut articles = objects.iter().filter(|object| is_article(object));
    let first = *articles.clone().next()?;
    let found =
        articles.find(|object| url.is_some() && address(object).as_deref() == url).map_or(first, |found| *found);
    let text = |key: &str| found.get(key).and_then(first_text).and_then(plain);
    Some(Article {
        title: text("headline").or_else(|| text("name")),
        publisher: found.get("publisher").and_then(|value| called(value, &names).into_iter().next()),
        authors: found.get("author").or_else(|| found.get("creator")).map(|v| called(v, &names)).unwrap_or_default(),
        published: ["datePublished", "dateCreated"].iter().find_map(|key| page_date(first_text(found.get(*key)?)?)),
        url: address(found),
        language: text("inLanguage"),
        section: text("articleSection"),
        description: text("description"),
    })
}

/// Reads a block as JSON, however a page's templates have wrapped it.
fn parse(block: &str) -> Option<Value> {
    let mut json = block.trim();
    for (open, close) in [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"), ("/*<![CDATA[*/", "/*]]>*/")]
    {
        json = json.strip_prefix(open).unwrap_or(json).trim_start();
        json = json.strip_suffix(close).unwrap_or(json).trim_end();
    }
    json = json.trim_end_matches(';').trim_end();
    serde_json::from_str(json).ok().or_else(|| {
        // Line breaks inside strings are no JSON, yet common.
        let cleaned: String = json.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&cleaned).ok()
    })
}

/// Every object that a block lists, at its top, in its graph, or as what a page is about.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Map<String, Value>>) {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        if objects.len() >= OBJECTS {
            return;
        }
        match value {
            Value::Array(values) => waiting.extend(values.iter().rev().take(OBJECTS)),
            Value::Object(object) => {
                objects.push(object);
                let inner = ["@graph", "mainEntity", "publisher", "author"].iter().rev();
                waiting.extend(inner.filter_map(|key| object.get(*key)).filter(|inner| !inner.is_string()));
            }
            _ => {}
        }
    }
}

/// Whether an object is one of schema.org's kinds of article.
fn is_article(object: &Map<String, Value>) -> bool {
    let is_kind = |kind: &str| {
        let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or(kind);
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting")
    };
    match object.get("@type") {
        Some(Value::String(kind)) => is_kind(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_kind),
        _ => false,
    }
}

fn str_of<'v>(object: &'v Map<String, Value>, key: &str) -> Option<&'v str> {
    object.get(key)?.as_str()
}

fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(values) => values.iter().find_map(Value::as_str),
        Value::Object(object) => str_of(object, "name").or_else(|| str_of(object, "@value")),
        _ => None,
    }
}

/// The address of an object: `url`, or the page that it is the main thing of.
fn address(object: &Map<String, Value>) -> Option<String> {
    let page = || match object.get("mainEntityOfPage")? {
        Value::String(page) => Some(page.as_str()),
        Value::Object(page) => str_of(page, "@id").or_else(|| str_of(page, "url")),
        _ => None,
    };
    let is_address = |text: &&str| text.starts_with("http://") || text.starts_with("https://");
    str_of(object, "url").filter(is_address).or_else(|| page().filter(is_address)).map(str::to_owned)
}

/// The names of people or organisations given by name, by object, by reference, or as a list.
fn called(value: &Value, names: &BTreeMap<&str, &str>) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(name) => Some(names.get(name.as_str()).map_or(name.as_str(), |name| *name).to_owned()),
        Value::Object(object) => {
            let by_id = || names.get(str_of(object, "@id")?).map(|name| (*name).to_owned());
            object.get("name").and_then(first_text).map(str::to_owned).or_else(by_id)
        }
        _ => None,
    };
    let found: Vec<String> = match value {
        Value::Array(values) => values.iter().take(AUTHORS).filter_map(one).collect(),
        // Some pages give one object a list of names.
        Value::Object(object) if object.get("name").is_some_and(Value::is_array) => {
            let listed = object["name"].as_array().into_iter().flatten();
            listed.take(AUTHORS).filter_map(Value::as_str).map(str::to_owned).collect()
        }
        value => one(value).into_iter().collect(),
    };
    found.iter().filter_map(|name| plain(name)).collect()
}

/// The words without markup, entities and excess white space; `None` where none are left.
pub(super) fn plain(text: &str) -> Option<String> {
    let text = if text.contains(['&', '<']) {
        Cow::Owned(super::parse::parse(text).document.text().to_string())
    } else {
        Cow::Borrowed(text)
    };
    Some(squeezed(&text)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Option<Article> {
        article(&[json.to_owned()], None)
    }

    #[test]
    fn an_article_in_a_graph_finds_its_people_by_reference() {
        let found = of(r##"{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","@id":"#page","name":"No"},
            {"@type":["NewsArticle","Thing"],"headline":"Rain &amp; wind","author":[{"@id":"#ann"},{"name":"Bo Berg"}],
             "publisher":{"@id":"#org"},"datePublished":"2021-10-07T14:05:00+02:00","articleSection":["World","Asia"]},
            {"@type":"Person","@id":"#ann","name":"Ann Ash"},{"@type":"Organization","@id":"#org","name":"The Gazette"}]}"##);
        let found = found.unwrap();
        assert_eq!(found.title.as_deref(), Some("Rain & wind"));
        assert_eq!(found.authors, ["Ann Ash", "Bo Berg"]);
        assert_eq!(found.publisher.as_deref(), Some("The Gazette"));
        assert_eq!(found.published.unwrap().to_string(), "2021-10-07T14:05+02:00");
        assert_eq!(found.section.as_deref(), Some("World"));
    }

    #[test]
    fn junk_around_and_inside_json_is_read_over() {
        let found = of("<!-- {\"@type\":\"http://schema.org/Article\",\"headline\":\"Two\nlines\"}; -->");
        assert_eq!(found.unwrap().title.as_deref(), Some("Two lines"));
        for junk in ["", "{", "[[[", "null", "\"x\"", "{\"@type\":5}", "{\"@type\":\"Product\",\"name\":\"x\"}"] {
            assert_eq!(of(junk), None, "{junk}");
        }
        assert_eq!(of(&"[".repeat(100_000)), None);
    }

    #[test]
    fn of_several_articles_the_one_at_the_page_s_address_is_meant() {
        let blocks = [r#"[{"@type":"Article","headline":"a","url":"https://x.example/a"},
            {"@type":"Article","headline":"b","url":"https://x.example/b"}]"#
            .to_owned()];
        let title = |url| article(&blocks, url).unwrap().title;
        assert_eq!(title(Some("https://x.example/b")).as_deref(), Some("b"));
        assert_eq!(title(None).as_deref(), Some("a"));
    }
}
