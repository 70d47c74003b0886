//! Holds the joining of names across articles to `tests/annotated/identity`: real articles of five topics, with pairs of names in
//! two of them that are one actor, or that look alike and are two.

use crate::support::Folder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Pairs of one actor that may be told as two, of 137. Goes down, never up.
const MOST_SPLIT: usize = 6;

#[test]
fn names_of_one_actor_are_joined_across_articles_and_look_alikes_are_not() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/identity");
    let read = std::fs::read_to_string(home.join("pairs.tsv")).unwrap();
    let pairs: Vec<Vec<&str>> =
        read.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert_eq!(pairs.len(), 233);
    let mut topics: BTreeMap<&str, Topic> = BTreeMap::new();
    let (mut split, mut joined) = (Vec::new(), Vec::new());
    for pair in &pairs {
        let [topic, verdict, article, name, other_article, other_name, hard, kind] = pair[..] else {
            panic!("{pair:?} has no eight parts")
        };
        let topic = topics.entry(topic).or_insert_with(|| Topic::read(&home.join(topic)));
        let (one, two) = (topic.actor(article, name, kind), topic.actor(other_article, other_name, kind));
        let same = one.is_some() && one.map(|(actor, _)| actor) == two.map(|(actor, _)| actor);
        let line = format!("{name} ({article}) and {other_name} ({other_article}): {hard}");
        match verdict {
            "same" if !same => split.push(line),
            // A name of which only a part was found says nothing of what it is.
            "other" if same && one.is_some_and(|(_, whole)| whole) && two.is_some_and(|(_, whole)| whole) => {
                joined.push(line);
            }
            "same" | "other" => {}
            _ => panic!("{verdict} is no verdict"),
        }
    }
    assert!(joined.is_empty(), "{} pairs of two are one:\n{}", joined.len(), joined.join("\n"));
    assert!(split.len() <= MOST_SPLIT, "{} pairs of one are two:\n{}", split.len(), split.join("\n"));
}

/// The mentions of a topic's dossier by article.
struct Topic {
    mentions: BTreeMap<String, Vec<Value>>,
}

impl Topic {
    fn read(articles: &Path) -> Self {
        let mut files: Vec<_> = std::fs::read_dir(articles).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let folder = files.iter().fold(Folder::new(), |folder, file| {
            let name = file.file_name().unwrap().to_str().unwrap();
            folder.with(&format!("content/articles/{name}"), std::fs::read(file).unwrap())
        });
        folder.build(0);
        let mut mentions: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for mention in folder.lines("mentions") {
            let (article, _) = mention["id"].as_str().unwrap().split_once('#').unwrap();
            mentions.entry(article.to_owned()).or_default().push(mention.clone());
        }
        Self { mentions }
    }

    /// The actor that `name` is in most places of an article, and whether it was found whole.
    fn actor(&self, article: &str, name: &str, kind: &str) -> Option<(&str, bool)> {
        let named = self.mentions.iter().filter(|(id, _)| article.starts_with(id.as_str())).flat_map(|(_, all)| all);
        let named: Vec<&Value> = named.filter(|mention| mention["how"] != "pronoun").collect();
        let text = |mention: &Value| mention["text"].as_str().unwrap().to_owned();
        let holds = |long: &str, short: &str| {
            let padded = format!(" {} ", long.replace(|c: char| !c.is_alphanumeric(), " "));
            padded.contains(&format!(" {} ", short.replace(|c: char| !c.is_alphanumeric(), " ")))
        };
        let usual = |fits: &dyn Fn(&Value) -> bool| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            let fitting = named.iter().filter(|mention| fits(mention));
            fitting.filter_map(|mention| mention["actor"].as_str()).for_each(|id| *counts.entry(id).or_default() += 1);
            let found = named.iter().any(|mention| fits(mention));
            found.then(|| counts.into_iter().max_by_key(|(_, count)| *count).map(|(id, _)| (id, true)))
        };
        let whole = usual(&|mention| text(mention) == name).or_else(|| usual(&|mention| holds(&text(mention), name)));
        whole.unwrap_or_else(|| {
            let parts = named.iter().filter(|mention| holds(name, &text(mention)));
            let part = parts.max_by_key(|mention| (mention["kind"] == kind, text(mention).len()))?;
            Some((part["actor"].as_str()?, false))
        })
    }
}
