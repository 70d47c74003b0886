//! The dossier that comes with the project: the evidence untouched, its metadata honest, its site up to date.
use crate::support::{Folder, cuttings, files, project};
use serde_json::Value;
use std::collections::BTreeMap;

/// SHA-256 of the saved articles: the evidence is never changed.
const SAVED: [(&str, &str); 5] = [
    ("000_3dc87db143e1ef87.txt", "32e68ec3ccfde9fcd117ef812a55dd7364b776ca452838fa8f73a493e67882be"),
    ("001_c5903aa8f9ccb474.txt", "3f146024984efe57aa5581b343b007d66d8411e34dc3e93312a6e154a7af8618"),
    ("002_4864323a1c1ec99e.txt", "4e9e0507a86b7ec2636e417191806aa0d9d17040335233591e58fc4a80440f3a"),
    ("003_4e3084d0a5222453.txt", "eb53b9725529e7185f4b17ff3b59c5bc5dd359dcf393b2e90f513665cd0c3897"),
    ("004_39979b94d580af65.txt", "e060cc8c811db0dc46628c984181003faeba2368cebcca41585ed4cf521fc1af"),
];

/// The dossier built in a folder of its own.
fn built() -> Folder {
    let folder = Folder::new();
    for (path, bytes) in files(&project().join("content")) {
        folder.write(&format!("content/{path}"), bytes);
    }
    let run = folder.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.err);
    folder
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_saved_articles_are_what_they_were() {
    let folder = built();
    let articles = lines(&folder.page("data/articles.jsonl"));
    let shown: BTreeMap<&str, &str> = articles
        .iter()
        .map(|article| {
            (article["path"].as_str().unwrap().rsplit('/').next().unwrap(), article["sha256"].as_str().unwrap())
        })
        .collect();
    assert_eq!(shown, SAVED.into_iter().collect());
    for article in &articles {
        let page = folder.page(&format!("articles/{}.html", article["id"].as_str().unwrap()));
        assert!(page.contains(article["sha256"].as_str().unwrap()), "the hash is on the page");
    }
}

#[test]
fn nothing_that_an_editor_supplied_is_passed_off_as_stated() {
    let folder = built();
    let articles = lines(&folder.page("data/articles.jsonl"));
    let basis = |id: &str, field: &str| {
        let article = articles.iter().find(|article| article["id"] == id).unwrap();
        article["basis"][field].as_str().unwrap_or("unknown").to_owned()
    };
    for (id, field, expected) in [
        ("the-hindu-2021-10-20", "outlet", "editor"),
        ("the-hindu-2021-10-20", "published", "editor"),
        ("the-hindu-2021-10-20", "retrieved", "stated"),
        ("dawn-2021-10-07", "outlet", "editor"),
        ("dawn-2021-10-07", "published", "stated"),
        ("dawn-2021-10-07", "retrieved", "editor"),
        ("new-regime-2021-10-20", "outlet", "unknown"),
        ("moscow-hosts-2018-11-09", "published", "editor"),
        ("moscow-hosts-2018-11-09", "altered", "editor"),
        ("involvement-2021-10-20", "outlet", "unknown"),
    ] {
        assert_eq!(basis(id, field), expected, "{id} {field}");
    }
}

#[test]
fn the_committed_site_is_what_the_content_builds_to() {
    let fresh = built().site();
    let committed = files(&project().join("site"));
    let differing: Vec<&String> = fresh
        .iter()
        .filter(|(path, bytes)| committed.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .chain(committed.keys().filter(|path| !fresh.contains_key(*path)))
        .collect();
    assert!(differing.is_empty(), "run `cargo run -- build` and commit site/: {differing:?}");
}

#[test]
fn the_site_passes_its_own_check() {
    let run = built().run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

/// The role that the sentence holding `words` has in the article `stem`.
fn role(sentences: &[Value], words: &str) -> Vec<String> {
    let holding = sentences.iter().filter(|sentence| sentence["text"].as_str().unwrap().contains(words));
    holding.map(|sentence| sentence["role"].as_str().unwrap().to_owned()).collect()
}

fn sentences(file: &str) -> Vec<Value> {
    let run = cuttings(&["analyze", project().join("content/articles").join(file).to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err);
    lines(&run.out)[0]["sentences"].as_array().unwrap().clone()
}

/// Words of an article, and the roles of the sentences that hold them.
type Expected = (&'static str, &'static [&'static str]);

#[test]
fn furniture_is_told_from_the_article() {
    let expected: &[(&str, &[Expected])] = &[
        (
            "000_3dc87db143e1ef87.txt",
            &[
                ("Russia hosts Afghan talks, calls", &["headline"]),
                ("left, shake hands with", &["caption"]),
                ("Russia hosted talks on Afghanistan on Wednesday", &["body"]),
                ("Read more:", &["furniture"]),
                ("Our code of editorial values", &["furniture"]),
                ("This article is closed for comments", &["furniture"]),
                ("Printable version", &["furniture"]),
                ("Next Story", &["furniture"]),
                ("Another sweeping military exercise", &["body"]),
            ],
        ),
        (
            "001_c5903aa8f9ccb474.txt",
            &[
                ("Published October 7, 2021", &["dateline"]),
                ("This photo shows", &["caption", "repeat"]),
                ("The Taliban were initially in power", &["body"]),
                ("It is a sad reality", &["furniture"]),
                ("Rohingya", &["furniture", "furniture"]),
                ("The establishment pivot", &["furniture", "furniture"]),
            ],
        ),
        (
            "002_4864323a1c1ec99e.txt",
            &[
                ("ALEXANDER ZEMLIANICHENKO", &["credit"]),
                ("Russia to send humanitarian aid", &["subheading"]),
                ("Taliban claims it made progress", &["subheading"]),
                ("Read Also:", &["furniture"]),
                ("Related Article:", &["furniture"]),
                ("@YouTube", &["furniture"]),
                ("as per CGTV", &["body"]),
            ],
        ),
        (
            "003_4e3084d0a5222453.txt",
            &[
                ("Categories: world", &["furniture"]),
                ("1 countries, including regional heavyweights", &["body"]),
                ("contributed to this report", &["byline"]),
                ("Published by", &["furniture"]),
                ("doubled the number of troops", &["body"]),
            ],
        ),
        (
            "004_39979b94d580af65.txt",
            &[
                ("No recognition “yet”", &["subheading"]),
                ("Your email address will not be published", &["furniture"]),
                ("Leave a Reply", &["furniture"]),
                ("had acknowledged the Taliban", &["repeat"]),
                ("Unlike many other countries", &["body"]),
            ],
        ),
    ];
    let mut wrong = Vec::new();
    for (file, cases) in expected {
        let sentences = sentences(file);
        for (words, roles) in *cases {
            let found = role(&sentences, words);
            if found != *roles {
                wrong.push(format!("{file}: “{words}” is {found:?}, not {roles:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sentence_that_a_line_break_cut_is_whole() {
    let sentences = sentences("003_4e3084d0a5222453.txt");
    let cut = sentences.iter().find(|sentence| sentence["text"].as_str().unwrap().contains("few hopes")).unwrap();
    assert!(cut["text"].as_str().unwrap().ends_with("China, Iran and Pakistan."), "{cut}");
}
