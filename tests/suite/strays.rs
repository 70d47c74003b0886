//! `check` names whatever stands in a site that its content does not build to, and what the settings keep stays.
use crate::support::{Folder, Run, report};
use std::path::Path;

fn built(settings: &str) -> Folder {
    let folder = Folder::new()
        .with("content/articles/a.txt", report("Ferries stop as storm nears"))
        .with("content/dossier.toml", format!("title = \"Storms\"\n{settings}"));
    folder.build(0);
    folder
}

/// The paths that `check` finds the content not to build to, and whatever else it finds.
fn told(folder: &Folder) -> (Vec<String>, Run) {
    let run = folder.run(&["check", "--diagnostics", "json"]);
    let not_built = run.err.lines().filter(|line| line.contains("\"not-built\""));
    let path = |line: &str| {
        let told: serde_json::Value = serde_json::from_str(line).unwrap();
        let file = told["place"]["file"].as_str().unwrap().replace('\\', "/");
        file.split("site/").nth(1).unwrap().to_owned()
    };
    (not_built.map(path).collect(), run)
}

#[test]
fn a_file_is_told_whatever_its_ending_and_wherever_it_stands() {
    let folder = built("");
    let strays = [
        ".hidden",
        ".htaccess",
        "articles/.a.html.swp",
        "assets/evil.js",
        "data/claims2.jsonl",
        "deep/er/page.xhtml",
        "picture.svg",
        "x.htm",
    ];
    for path in strays {
        folder.write(&format!("site/{path}"), "{}");
    }
    std::fs::create_dir_all(folder.path().join("site/empty/folder")).unwrap();
    let (found, run) = told(&folder);
    assert_eq!((found, run.code), (strays.map(str::to_owned).to_vec(), 1), "{}", run.err);
    assert_eq!(run.err.lines().count(), strays.len(), "{}", run.err);
    folder.build(0);
    assert_eq!(folder.run(&["check"]).code, 0, "a build leaves nothing that a check would tell");
    assert!(strays.iter().all(|path| !folder.path().join("site").join(path).exists()));
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_told_and_never_opened() {
    let folder = built("");
    let site = folder.path().join("site");
    std::os::unix::fs::symlink("/etc/passwd", site.join("pw.html")).unwrap();
    std::os::unix::fs::symlink("/etc", site.join("etc")).unwrap();
    std::os::unix::fs::symlink("gone", site.join("dangling")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(site.join("socket")).unwrap();
    let pipe = |path: &Path| {
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    pipe(&site.join("pipe.html"));
    let (found, run) = told(&folder);
    assert_eq!(
        (found, run.code),
        (["dangling", "etc", "pipe.html", "pw.html", "socket"].map(str::to_owned).to_vec(), 1)
    );
    for what in ["this symbolic link", "this named pipe", "this socket"] {
        assert!(run.err.contains(what), "{}", run.err);
    }
    for page in ["data/articles.jsonl", "articles/a.html", "style.css", "index.html"] {
        let page = site.join(page);
        if page.exists() {
            std::fs::remove_file(&page).unwrap();
            pipe(&page);
        }
    }
    std::fs::remove_file(site.join("articles/a.txt")).unwrap();
    std::os::unix::fs::symlink("../../content/articles/a.txt", site.join("articles/a.txt")).unwrap();
    let run = folder.run(&["check"]);
    assert_eq!(run.code, 1);
    for told in ["a named pipe stands in the place", "a symbolic link stands in the place", "index.html"] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
}

#[test]
fn what_the_settings_keep_is_passed_over_by_the_check_and_left_by_the_build() {
    let folder = built("keep = [\"ads.txt\", \"google*.html\", \"downloads/**\"]\n");
    let kept = ["CNAME", ".gitattributes", "ads.txt", "downloads/a/b.zip", "downloads/index.html", "google1f.html"];
    for path in kept {
        folder.write(&format!("site/{path}"), "<p>mine");
    }
    assert_eq!(folder.run(&["check"]).err.matches("error").count(), 0);
    folder.write("site/downloads.zip", "other");
    assert_eq!(told(&folder).0, ["downloads.zip"]);
    folder.write("content/articles/b.txt", report("Bakers strike over flour"));
    folder.build(0);
    assert!(kept.iter().all(|path| folder.page(path) == "<p>mine"));
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn a_page_is_never_kept_from_being_built_or_checked() {
    let folder = built("keep = [\"**\"]\n");
    let page = folder.page("index.html");
    folder.write("site/index.html", page.replace("</main>", "<p><b></main>"));
    let run = folder.run(&["check"]);
    assert!(run.err.contains("unclosed-element") && run.err.contains("not-as-built"), "{}", run.err);
    folder.build(0);
    assert!(folder.page("index.html") == page);
}

#[test]
fn nothing_is_built_while_it_is_unsure_what_is_to_be_kept() {
    let folder = built("keep = [\"ads.txt\"]\n");
    folder.write("site/ads.txt", "mine");
    for settings in
        ["keep = [\"../ads.txt\"]", "keep = [\"/ads.txt\"]", "keep = [1]", "keep = true", "kepe = [\"ads.txt\"]"]
    {
        folder.write("content/dossier.toml", settings);
        let run = folder.build(4);
        assert!(run.err.contains("bad-keep") && run.err.contains("no site is written"), "{settings}: {}", run.err);
        assert_eq!(folder.page("ads.txt"), "mine");
    }
}
