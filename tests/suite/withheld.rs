//! Withheld means withheld: what may say so and cannot be read for certain withholds the article, and says so.

use crate::support::{Folder, Run, report};

const SECRET: &str = "Nine sluice gates stayed shut all that long night";

fn text() -> String {
    format!("{}\n\n{SECRET}.\n", report("Ferries stop as storm nears").trim())
}

/// Asserts that the run says that the article is withheld, and that no file of the site has its words.
fn withholds(folder: &Folder, run: &Run, what: &str) {
    assert!(run.err.contains("nothing of the text is published"), "{what}: {}", run.err);
    for (page, bytes) in folder.site() {
        assert!(!String::from_utf8_lossy(&bytes).contains(SECRET), "{what}: {page} shows the text");
    }
}

#[test]
fn a_head_that_is_no_front_matter_withholds_what_it_speaks_of() {
    for head in [
        "---\rtitle: Storm\rpublish: metadata\r---\r",
        "\n---\ntitle: Storm\npublish: metadata\n---\n",
        "----\ntitle: Storm\npublish: cited\n----\n",
        "  ---\n  title: Storm\n  publish: metadata\n  ---\n",
        "----\ntitle: Storm\npublsh: no\n----\n",
        "title: Storm\npublish: metadata\n\n",
    ] {
        for name in ["a.txt", "a.md"] {
            let folder = Folder::new().with(&format!("content/articles/{name}"), format!("{head}{}", text()));
            let run = folder.build(3);
            withholds(&folder, &run, head);
        }
    }
}

#[test]
fn metadata_named_nearly_as_its_article_withholds_it() {
    for (article, beside) in [
        ("base.txt", "Base.meta.toml"),
        ("base.txt", "base.txt.meta.toml"),
        ("base.txt", "base.meta.toml.txt"),
        ("base.txt", "base.meta.yaml"),
        ("Base.txt", "base.META.TOML"),
    ] {
        let folder = Folder::new()
            .with(&format!("content/articles/{article}"), text())
            .with(&format!("content/articles/{beside}"), "publish = \"metadata\"\n");
        let run = folder.build(3);
        withholds(&folder, &run, beside);
        assert!(run.err.contains(beside) && run.err.contains(&article.replace(".txt", ".meta.toml")), "{}", run.err);
    }
}

#[test]
fn composed_and_decomposed_names_are_one() {
    let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}");
    for (article, beside) in [(composed, decomposed), (decomposed, composed)] {
        let folder = Folder::new()
            .with(&format!("content/articles/{article}.txt"), text())
            .with(&format!("content/articles/{beside}.meta.toml"), "title = \"Storm\"\npublish = \"metadata\"\n");
        let run = folder.build(0);
        assert!(folder.site().values().all(|bytes| !String::from_utf8_lossy(bytes).contains(SECRET)), "{}", run.err);
        assert!(folder.page("sources.html").contains("Storm"));
    }
}

#[test]
fn metadata_of_two_articles_holds_for_both() {
    let folder = Folder::new()
        .with("content/articles/a.txt", text())
        .with("content/articles/a.md", format!("# Storm\n\n{}", text()))
        .with("content/articles/a.meta.toml", "publish = \"metadata\"\n")
        .with("content/articles/good.txt", report("Quays crowded"));
    folder.build(3);
    assert!(folder.site().values().all(|bytes| !String::from_utf8_lossy(bytes).contains(SECRET)));
}

#[cfg(unix)]
#[test]
fn metadata_that_is_no_file_withholds_its_article() {
    for what in ["a link to nothing", "a link to itself", "a folder"] {
        let folder = Folder::new().with("content/articles/base.txt", text());
        let beside = folder.path().join("content/articles/base.meta.toml");
        match what {
            "a folder" => std::fs::create_dir(beside),
            "a link to itself" => std::os::unix::fs::symlink("base.meta.toml", beside),
            _ => std::os::unix::fs::symlink("nowhere", beside),
        }
        .unwrap();
        let run = folder.build(3);
        withholds(&folder, &run, what);
    }
}

#[test]
fn settings_in_a_wrong_place_or_of_a_wrong_name_stop_the_build() {
    for path in [
        "content/Dossier.toml",
        "dossier.toml",
        "content/articles/dossier.toml",
        "content/dossier.toml.txt",
        "content/dossier.yaml",
        "content/notes/outlets.toml",
    ] {
        let folder = Folder::new().with("content/articles/a.txt", text()).with(path, "publish = \"metadata\"\n");
        let run = folder.build(4);
        assert!(
            run.err.contains("settings-astray") && run.err.contains("content/dossier.toml") || path.contains("outlets"),
            "{}",
            run.err
        );
        assert!(run.err.contains(&format!("--> {path}")), "{}", run.err);
        assert!(!folder.path().join("site").exists(), "{path}");
    }
}
