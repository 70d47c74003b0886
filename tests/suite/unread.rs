//! Nothing passes in silence: every file that is not read is named, and what is no article is refused by what it is.

use crate::support::{Folder, report};

fn with_good() -> Folder {
    Folder::new().with("content/articles/good.txt", report("Ferries stop as storm nears"))
}

#[test]
fn every_file_that_is_not_read_is_named_once_and_counted() {
    let names = ["a.pdf", "b.docx", "c.mhtml", "d.eml", "deep/e.jpg", "f.webloc", "g.xyz", "LICENCE"];
    for (articles, others) in [("content/articles/", "content/articles/"), ("", "")] {
        let folder = Folder::new().with(&format!("{articles}good.txt"), report("Ferries stop as storm nears"));
        let folder = names.iter().fold(folder, |folder, name| folder.with(&format!("{others}{name}"), "?"));
        let run = folder.build(0);
        for name in names {
            assert_eq!(run.err.matches(&format!("{others}{name}")).count(), 1, "{name} in {}", run.err);
        }
        assert!(run.err.contains("\n1 article; 8 files not read → "), "{}", run.err);
        assert_eq!(folder.run(&["build", "--strict"]).code, 1);
    }
}

#[test]
fn what_lies_outside_the_folder_of_articles_is_named() {
    let folder = with_good()
        .with("content/stray.txt", "Text.")
        .with("content/maps/port.png", "?")
        .with("content/notes/deep/more.md", "Text.")
        .with("content/README.md", "How this dossier is kept.")
        .with("content/articles/readme.txt", "What lies here.")
        .with("content/articles/.hidden.pdf", "?");
    let run = folder.build(0);
    assert!(run.err.contains("content/stray.txt, content/maps/port.png"), "{}", run.err);
    assert!(run.err.contains("content/notes/deep/more.md") && run.err.contains("1 article; 3 files not read"));
    assert!(!run.err.to_lowercase().contains("readme") && !run.err.contains("hidden"), "{}", run.err);
}

#[test]
fn a_folder_without_articles_names_what_it_holds() {
    let run = Folder::new().with("page.mhtml", "?").build(4);
    assert!(run.err.contains("1 web archive is not read: page.mhtml"), "{}", run.err);
    assert!(run.err.contains("no .txt, .md or .html file lies in"), "{}", run.err);
}

#[test]
fn what_is_no_article_is_refused_by_what_it_is() {
    let text = report("Ferries stop as storm nears");
    let one = |head: &str| format!("{head}\n\n{text}\n\nLoad-Date: March 12, 2021\n\n");
    for (name, content, what) in [
        ("letter.txt", format!("From: a@b.example\nTo: c@d.example\nSubject: Storm\n\n{text}"), "a mail message"),
        ("page.html", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>Storm</p>".to_owned(), "a web archive"),
        ("links.txt", "https://a.example/1\nhttps://a.example/2\n".to_owned(), "a list of addresses"),
        ("export.txt", one("Storm") + &one("Quays crowded"), "an export from a database that holds several articles"),
        ("export.html", "<p>2 of 3 DOCUMENTS</p><p>Storm.</p>".to_owned(), "an export from a database"),
        ("paper.txt", "%PDF-1.7\n1 0 obj".to_owned(), "a PDF document"),
        ("data.md", "{\"title\": \"Storm\"}".to_owned(), "JSON data"),
    ] {
        let run = with_good().with(&format!("content/articles/{name}"), content).build(3);
        assert!(run.err.contains(&format!("this is {what}")) && run.err.contains(name), "{}", run.err);
        assert!(run.err.contains("1 article; 1 file not read"), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn what_may_never_end_is_never_opened() {
    let pipe = |folder: &Folder, path: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    for (path, code) in [
        ("content/dossier.toml", 4),
        ("content/outlets.toml", 4),
        ("content/decisions.toml", 3),
        ("content/articles/a.txt", 3),
        ("content/articles/good.meta.toml", 3),
        ("content/articles/pipe", 0),
        ("content/actors/mara-holm.md", 0),
        ("content/notes/note.md", 0),
    ] {
        let folder = with_good();
        pipe(&folder, path);
        let run = folder.build(code);
        assert!(run.err.contains(path) && run.err.contains("pipe"), "{path}: {}", run.err);
    }
    let folder = with_good();
    folder.build(0);
    std::fs::remove_file(folder.path().join("site/sources.html")).unwrap();
    pipe(&folder, "site/sources.html");
    folder.build(0);
    assert!(folder.page("sources.html").contains("<html"));
}
