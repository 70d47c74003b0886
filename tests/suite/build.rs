//! What every build promises: the same bytes, only the pages concerned, and nothing more than may be published.
use crate::support::{Folder, files, report};
use std::process::Command;

/// A dossier of some articles on ferries, from two outlets, written in the order of `order`.
fn ferries(order: &[usize]) -> Folder {
    let mut folder = Folder::new()
        .with("content/dossier.toml", "title = \"Ferries\"\n")
        .with("content/outlets.toml", "[courier]\nname = \"The Courier\"\ndomains = [\"courier.example\"]\n");
    for number in order {
        let outlet = if number % 2 == 0 { "courier" } else { "The Port Gazette" };
        let head = format!(
            "---\ntitle: Ferries stop, day {number}\noutlet: {outlet}\npublished: 2020-03-{:02}\n---\n",
            number + 1
        );
        folder = folder.with(&format!("content/articles/{number}/day-{number}.md"), head + &report("Ferries stop"));
    }
    folder
}

fn with_threads(folder: &Folder, threads: &str) {
    let run = Command::new(env!("CARGO_BIN_EXE_cuttings"))
        .args(["build", "--root", folder.path().to_str().unwrap()])
        .env("RAYON_NUM_THREADS", threads)
        .status()
        .unwrap();
    assert!(run.success());
}

#[test]
fn order_of_files_and_number_of_threads_change_no_byte() {
    let forward = ferries(&[0, 1, 2, 3, 4, 5, 6]);
    let backward = ferries(&[6, 5, 4, 3, 2, 1, 0]);
    with_threads(&forward, "1");
    with_threads(&backward, "4");
    let (forward, backward) = (forward.site(), backward.site());
    let differing: Vec<&String> = forward.keys().filter(|path| forward.get(*path) != backward.get(*path)).collect();
    assert!(differing.is_empty() && forward.len() == backward.len(), "{differing:?}");
}

#[test]
fn another_article_changes_only_the_pages_it_concerns() {
    let folder = ferries(&[0, 1, 2, 3]);
    folder.build(0);
    let before = folder.site();
    let late = "---\ntitle: Ferries sail again\npublished: 2020-04-01\n---\n";
    folder.write("content/articles/again.md", late.to_owned() + &report("Ferries sail again"));
    folder.build(0);
    let after = folder.site();
    let changed: Vec<&str> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path.as_str()).collect();
    let expected = [
        "actors/index.html",
        "actors/mara-holm.html",
        "actors/port-lennar.html",
        "articles/again.html",
        "articles/again.txt",
        // They tell the same, so that they name what was copied from them, and support it together.
        "articles/day-0.html",
        "articles/day-1.html",
        "articles/day-2.html",
        "articles/day-3.html",
        "chronology.html",
        "data/actors.csv",
        "data/actors.jsonl",
        "data/articles.csv",
        "data/articles.jsonl",
        "data/claims.csv",
        "data/claims.jsonl",
        "data/events.jsonl",
        "data/mentions.jsonl",
        "data/sentences.jsonl",
        "data/sources.bib",
        "data/sources.csl.json",
        "data/statements.csv",
        "data/statements.jsonl",
        "feed.xml",
        "index-a-z.html",
        "index.html",
        "network.html",
        "print.html",
        "search/heads-all.js",
        "search/start.js",
        "search/text-all.js",
        "search/words-all.js",
        "sources.html",
        "statements.html",
        "summary.html",
    ];
    assert_eq!(changed, expected);
}

#[test]
fn a_bare_folder_builds_without_configuration() {
    let folder = Folder::new()
        .with("2020-03-01 storm.txt", report("Ferries stop as storm nears"))
        .with(
            "page.html",
            format!(
                "<title>Quays crowded</title><h1>Quays crowded</h1><p>{}</p>",
                report("").trim().replace("\n\n", "</p><p>")
            ),
        )
        .with("README.md", "My notes on these articles.")
        .with("data.json", "{}");
    let run = folder.build(0);
    assert_eq!(run.err.matches("warning[").count(), 1, "{}", run.err);
    assert!(run.err.contains("1 list or table is not read: data.json"), "{}", run.err);
    let site = folder.site();
    assert!(site.contains_key("articles/2020-03-01-storm.html") && site.contains_key("articles/page.html"));
    assert!(!site.keys().any(|path| path.contains("readme")));
    assert!(folder.page("articles/2020-03-01-storm.html").contains("Ferries stop as storm nears"));
    folder.build(0);
    assert!(folder.site() == site, "the site is not read as input");
}

#[test]
fn as_of_leaves_out_what_came_later() {
    let folder = ferries(&[0, 1, 2, 3]);
    assert_eq!(folder.run(&["build", "--as-of", "2020-03-02"]).code, 0);
    let site = folder.site();
    assert!(site.contains_key("articles/day-1.html") && !site.contains_key("articles/day-2.html"));
    assert!(!folder.page("index.html").contains("day 2"));
}

#[test]
fn an_ignored_article_is_nowhere() {
    let folder = ferries(&[0, 1]).with("content/articles/no.md", "---\nignore: true\n---\nSecret words.");
    folder.build(0);
    assert!(!folder.site().values().any(|bytes| String::from_utf8_lossy(bytes).contains("Secret words")));
}

#[test]
fn what_may_not_be_published_is_nowhere_on_the_site() {
    let secret = "The minister hid twelve violins in the lighthouse.";
    let article =
        |publish: &str| format!("---\ntitle: Storm\n{publish}\n---\n{}\n\n{secret}\n", report("Storm").trim());
    let everywhere = |folder: &Folder| {
        let hit = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("twelve violins");
        folder.site().into_iter().filter(|(_, bytes)| hit(bytes)).map(|(path, _)| path).collect::<Vec<_>>()
    };
    let shown = Folder::new().with("content/articles/a.md", article("section: Sea"));
    shown.build(0);
    assert!(everywhere(&shown).len() >= 3, "published in full, the sentence is on page, in text and in data");
    for publish in ["metadata", "cited"] {
        let by_article = Folder::new().with("content/articles/a.md", article(&format!("publish: {publish}")));
        let by_outlet = Folder::new()
            .with("content/articles/a.md", article("outlet: courier"))
            .with("content/outlets.toml", format!("[courier]\nname = \"The Courier\"\npublish = \"{publish}\"\n"));
        let by_dossier = Folder::new()
            .with("content/articles/a.md", article("section: Sea"))
            .with("content/dossier.toml", format!("title = \"Storms\"\npublish = \"{publish}\"\n"));
        for folder in [by_article, by_outlet, by_dossier] {
            folder.build(0);
            assert_eq!(everywhere(&folder), Vec::<String>::new(), "{publish}");
            assert!(!folder.site().contains_key("articles/a.txt"));
            assert_eq!(folder.run(&["check"]).code, 0);
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    let folder = Folder::new()
        .with("content/articles/a.txt", report(attack))
        .with("content/articles/a.meta.toml", format!("title = '''{attack}'''\noutlet = '''{attack}'''\nnote = '''{attack}'''\nurl = \"javascript:alert(1)\"\nodd = '''{attack}'''\n"))
        .with("content/dossier.toml", format!("title = '''{attack}'''\nquestion = '''{attack}'''\n"));
    folder.build(0);
    for (path, bytes) in folder.site() {
        let text = String::from_utf8_lossy(&bytes);
        if path.rsplit('.').next().is_some_and(|ending| matches!(ending, "html" | "xml")) {
            for bad in ["<script>alert", "<img src=x", "href=\"javascript:"] {
                assert!(!text.contains(bad), "{path} holds {bad}");
            }
        }
    }
    let check = folder.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
}

#[test]
fn a_text_in_another_language_is_shown_and_not_analysed() {
    let folder = Folder::new()
        .with("content/articles/good.txt", report("Ferries stop"))
        .with("content/articles/arabic.txt", "قال مدير الميناء يوم الاثنين إن العبارات لن تغادر الجزر قبل مرور العاصفة.\n\nوينتظر نحو أربعة آلاف راكب على الأرصفة.\n");
    folder.build(0);
    let page = folder.page("articles/arabic.html");
    assert!(page.contains("dir=\"rtl\"") && page.contains("lang=\"ar\""), "{page}");
    assert!(page.contains("not analysed"));
}

#[test]
fn nobodys_folder_is_overwritten() {
    let folder = ferries(&[0]);
    folder.write("home/letter.txt", "Dear Ann");
    let home = folder.path().join("home");
    let run = folder.run(&["build", "--output", home.to_str().unwrap()]);
    assert_eq!(run.code, 4);
    assert!(run.err.contains("home"), "{}", run.err);
    assert_eq!(files(&home).len(), 1);
    let content = folder.path().join("content");
    assert_eq!(folder.run(&["build", "--output", content.to_str().unwrap()]).code, 4);
    assert_eq!(folder.run(&["build", "--output", folder.path().to_str().unwrap()]).code, 4);
}
