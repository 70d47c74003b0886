//! Dossiers made by hand, and the site that is made of them.

use cuttings::base::{ActorId, ArticleId, PartialDate, SentenceId, Span};
use cuttings::model::{
    Actor, ActorKind, Alias, Article, Block, Dossier, Entry, Format, How, Known, Language, Mention, MentionRef,
    Metadata, Publish, Reading, Role, Rule, SavedText, Sentence,
};
use cuttings::site::{Templates, lay_out};
use dom_query::Document;
use std::collections::{BTreeMap, BTreeSet};

/// The pages of a site by their paths.
pub type Site = BTreeMap<String, String>;

pub fn render(dossier: &Dossier) -> Site {
    let templates = Templates::embedded().unwrap();
    let pages = lay_out(dossier, &templates);
    let render = |page: &cuttings::site::Page<'_>| {
        let mut bytes = Vec::new();
        page.render(&mut bytes).unwrap();
        (page.path().to_owned(), String::from_utf8(bytes).unwrap())
    };
    pages.as_slice().iter().map(render).collect()
}

/// An article whose lines have the given roles; a sentence ends at every `. `.
pub fn article(id: &str, lines: &[(Role, &str)]) -> Entry {
    let text: String = lines.iter().flat_map(|(_, line)| [*line, "\n"]).collect();
    let saved = SavedText::plain(text);
    let (mut blocks, mut sentences) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (index, (role, line)) in lines.iter().enumerate() {
        let extent = Span::new(start, start + line.len() + 1);
        blocks.push(Block { extent, span: extent.trimmed(&saved.text), role: *role, rule: Rule::KeepAll });
        let mut from = start;
        for part in line.split_inclusive(". ") {
            let span = Span::new(from, from + part.len()).trimmed(&saved.text);
            let id = SentenceId(u32::try_from(sentences.len()).unwrap() + 1);
            sentences.push(Sentence { id, block: u32::try_from(index).unwrap(), span, role: *role, rejoined: false });
            from += part.len();
        }
        start += line.len() + 1;
    }
    let language = Language { tag: "en".to_owned(), analysed: true, right_to_left: false };
    Entry {
        reading: Reading { language, blocks, sentences, ..Reading::default() },
        actors: Vec::new(),
        article: Article {
            id: ArticleId::new(id),
            path: format!("content/articles/{id}.txt"),
            format: Format::Text,
            encoding: "UTF-8",
            sha256: "0123456789abcdef".repeat(4),
            bytes: saved.text.len() as u64,
            saved,
            meta: Metadata::default(),
        },
        publish: Publish::Full,
        hidden: BTreeSet::new(),
        cited: BTreeSet::new(),
    }
}

pub fn dated(mut entry: Entry, title: &str, date: &str) -> Entry {
    entry.article.meta.title = Some(Known::stated(title.to_owned(), None));
    entry.article.meta.published = Some(Known::stated(PartialDate::from_iso(date).unwrap(), None));
    entry
}

pub fn dossier(mut entries: Vec<Entry>) -> Dossier {
    entries.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let as_of = entries.iter().filter_map(|entry| Some(entry.article.meta.published.as_ref()?.value)).max();
    Dossier { as_of, entries, ..Dossier::default() }
}

/// The words of an element as a reader sees them, apparatus left out.
pub fn words_of(page: &Document, selector: &str) -> String {
    let element = page.select(selector);
    element.select("[data-apparatus]").remove();
    element.text().to_string()
}

pub fn resolve(from: &str, href: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        if part == ".." {
            parts.pop().expect("links stay inside the site");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Whether an object has the keys of its schema, in the schema's order, and values of the right type.
pub fn conforms(value: &serde_json::Value, schema: &serde_json::Value, at: &str) {
    let (object, properties) = (value.as_object().unwrap(), schema["properties"].as_object().unwrap());
    let keys: Vec<&String> = object.keys().collect();
    assert_eq!(keys, properties.keys().collect::<Vec<_>>(), "{at}");
    assert_eq!(schema["required"].as_array().unwrap().len(), keys.len(), "{at}");
    for (key, value) in object {
        let property = &properties[key];
        if property["properties"].is_object() && !value.is_null() {
            conforms(value, property, key);
        }
        if let Some(allowed) = property["enum"].as_array() {
            assert!(allowed.contains(value), "{at}.{key}: {value}");
        }
        let kind = match value {
            serde_json::Value::Null => "null",
            serde_json::Value::String(_) => "string",
            serde_json::Value::Array(_) => "array",
            serde_json::Value::Object(_) => "object",
            serde_json::Value::Number(_) => "integer",
            serde_json::Value::Bool(_) => "boolean",
        };
        let types = &property["type"];
        let fits = types.is_null() || types == kind || types.as_array().is_some_and(|all| all.contains(&kind.into()));
        assert!(fits, "{at}.{key}: {value}");
    }
}

/// A mention to be made: the words, which of their occurrences (from 0), and how they stand for whom.
pub type Words<'a> = (&'a str, usize, How, Option<&'a str>);

/// The same with mentions, each with the id of its actor.
pub fn naming<'a>(mut entry: Entry, kind_of: &dyn Fn(&str) -> ActorKind, words: &[Words<'a>]) -> Named<'a> {
    let text = &entry.article.saved.text;
    let mut found: Vec<(Mention, Option<&str>)> = words
        .iter()
        .map(|(words, nth, how, actor)| {
            let (start, _) = text.match_indices(words).nth(*nth).unwrap_or_else(|| panic!("no {words} {nth}"));
            let span = Span::new(start, start + words.len());
            let sentence = entry.reading.sentences.iter().find(|sentence| sentence.span.contains(span)).unwrap();
            let kind = actor.map_or(ActorKind::Person, kind_of);
            (Mention { span, sentence: sentence.id, kind, how: *how }, *actor)
        })
        .collect();
    found.sort_by_key(|(mention, _)| mention.span.start);
    entry.reading.mentions = found.iter().map(|(mention, _)| *mention).collect();
    (entry, found.into_iter().map(|(_, actor)| actor).collect())
}

/// An article, and for each of its mentions the id of the actor.
pub type Named<'a> = (Entry, Vec<Option<&'a str>>);

/// An actor without mentions.
pub fn actor(id: &str, name: &str, kind: ActorKind) -> Actor {
    Actor {
        id: ActorId::new(id),
        name: name.to_owned(),
        kind,
        aliases: Vec::new(),
        roles: Vec::new(),
        mentions: Vec::new(),
        linking: Vec::new(),
        apart: Vec::new(),
        record: None,
    }
}

/// The dossier of these articles and actors, with mentions and spellings counted.
pub fn cast(mut named: Vec<Named<'_>>, mut actors: Vec<Actor>) -> Dossier {
    named.sort_by(|a, b| a.0.article.id.cmp(&b.0.article.id));
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    let index: BTreeMap<String, u32> = (0..).zip(&actors).map(|(at, actor)| (actor.id.to_string(), at)).collect();
    let mut entries = Vec::new();
    for (at, (mut entry, ids)) in (0..).zip(named) {
        entry.actors = ids.iter().map(|id| id.map(|id| index[id])).collect();
        for (mention, actor) in (0..).zip(&entry.actors) {
            let Some(actor) = actor.map(|actor| &mut actors[actor as usize]) else { continue };
            actor.mentions.push(MentionRef { entry: at, mention });
            let words = entry.reading.mentions[mention as usize];
            let text = words.span.of(&entry.article.saved.text);
            match actor.aliases.iter_mut().find(|alias| alias.text == text) {
                Some(alias) => alias.count += 1,
                None => actor.aliases.push(Alias { text: text.to_owned(), count: 1, how: words.how }),
            }
        }
        entries.push(entry);
    }
    for actor in &mut actors {
        actor.aliases.sort_by_key(|alias| std::cmp::Reverse(alias.count));
    }
    let mut dossier = dossier(entries);
    dossier.actors = actors;
    dossier
}
