//! Bad input gets a clear diagnostic and costs nothing else: the rest of the dossier is built.
use crate::support::{Folder, Run, report};

/// A folder with one good article, so that there is always something to build.
fn with_good() -> Folder {
    Folder::new().with("content/articles/good.txt", report("Ferries stop as storm nears"))
}

/// Asserts that the run says all of `parts`, and that the good article is on the site.
fn says(folder: &Folder, run: &Run, parts: &[&str]) {
    for part in parts {
        assert!(run.err.contains(part), "`{part}` is not said in:\n{}", run.err);
    }
    assert!(folder.page("articles/good.html").contains("Mara Holm"));
}

#[test]
fn a_misspelt_field_is_told_with_the_field_that_was_meant() {
    let folder = with_good()
        .with("content/articles/typo.md", format!("---\ntitle: Storm\npublishd: 2021-10-07\n---\n{}", report("Storm")));
    let run = folder.build(0);
    says(
        &folder,
        &run,
        &["unknown-field", "content/articles/typo.md:3:1", "publishd: 2021-10-07", "did you mean `published`?"],
    );
    assert!(folder.page("articles/typo.html").contains("publishd"), "the unknown field is kept and shown");
}

#[test]
fn what_stays_unknown_is_told_once_and_is_no_finding() {
    let folder = with_good()
        .with("content/articles/b.txt", report("Storm"))
        .with("content/articles/c.md", format!("---\npublished: 2021-10-07\n---\n{}", report("Floods")));
    let run = folder.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.err);
    says(&folder, &run, &["2 of 3 articles have no date, 3 no outlet", "sources.html", "NAME.meta.toml"]);
    assert_eq!(run.err.matches("no date").count(), 1);
    assert!(!folder.run(&["build", "--quiet"]).err.contains("no date"));
}

#[test]
fn a_value_that_is_no_date_is_told_and_dropped() {
    let folder = with_good()
        .with("content/articles/soon.txt", report("Storm"))
        .with("content/articles/soon.meta.toml", "title = \"Storm\"\npublished = \"soon\"\n");
    let run = folder.build(0);
    says(&folder, &run, &["bad-value", "soon.meta.toml:2:1", "`soon` is not a date", "write it as 2021-10-07"]);
}

#[test]
fn a_fence_that_does_not_parse_is_text() {
    let folder = with_good()
        .with("content/articles/colon.md", format!("---\ntitle: Storm: the sequel\n---\n{}", report("Storm")));
    let run = folder.build(0);
    says(&folder, &run, &["metadata-syntax", "colon.md:2", "put the value in quotes"]);
    assert!(folder.page("articles/colon.txt").contains("Storm: the sequel"));
}

#[test]
fn a_fence_that_is_never_closed_is_text() {
    let folder = with_good().with("content/articles/open.txt", format!("+++\ntitle = \"Storm\"\n{}", report("Storm")));
    let run = folder.build(0);
    says(&folder, &run, &["fence-open", "open.txt:1:1", "put a line `+++` behind the last field"]);
    assert!(folder.page("articles/open.txt").starts_with("+++\n"));
}

#[test]
fn two_files_with_one_id_both_stay_out() {
    let folder = with_good()
        .with("content/articles/a/storm.txt", report("Storm"))
        .with("content/articles/b/Storm.md", report("Storm"));
    let run = folder.build(3);
    says(&folder, &run, &["id-twice", "content/articles/a/storm.txt", "content/articles/b/Storm.md"]);
    assert!(!folder.site().contains_key("articles/storm.html"));
}

#[test]
fn a_file_over_the_limit_is_refused_with_the_limit() {
    let folder = with_good();
    let file = std::fs::File::create(folder.path().join("content/articles/huge.txt")).unwrap();
    file.set_len(cuttings::read::SIZE_LIMIT + 1).unwrap();
    let run = folder.build(3);
    says(&folder, &run, &["too-large", "huge.txt", "files over 50 MB are not read"]);
}

#[test]
fn a_folder_named_like_an_article_is_just_a_folder() {
    let folder = with_good().with("content/articles/x.md/inside.txt", report("Storm"));
    let run = folder.build(0);
    says(&folder, &run, &[]);
    assert!(folder.site().contains_key("articles/inside.html"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_up_is_told() {
    let folder = with_good();
    std::os::unix::fs::symlink("..", folder.path().join("content/articles/up")).unwrap();
    let run = folder.build(0);
    says(&folder, &run, &["link-loop", "content/articles/up", "remove the link"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told() {
    let folder = with_good();
    std::os::unix::fs::symlink("nowhere.txt", folder.path().join("content/articles/gone.txt")).unwrap();
    let run = folder.build(3);
    says(&folder, &run, &["unreadable", "content/articles/gone.txt"]);
}

#[test]
fn every_encoding_is_decoded_and_named() {
    let text = "Café owners in Málaga said on Monday that the new tax would close them, and that nobody had asked them before.";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(text.bytes()).collect();
    let folder = with_good()
        .with("content/articles/latin.txt", latin)
        .with("content/articles/wide.txt", wide)
        .with("content/articles/marked.txt", marked);
    let run = folder.build(0);
    says(&folder, &run, &[]);
    for (page, name) in [("latin", "windows-1252"), ("wide", "UTF-16LE"), ("marked", "UTF-8")] {
        assert_eq!(folder.page(&format!("articles/{page}.txt")), text);
        assert!(folder.page(&format!("articles/{page}.html")).contains(name), "{page} names {name}");
    }
}

#[test]
fn carriage_returns_and_nul_bytes_are_kept() {
    let text = "Storm nears\r\n\r\nNo ferry will leave the islands\0 before the storm has passed, the harbour authority said on Monday.\r\n";
    let folder = with_good().with("content/articles/odd.txt", text);
    let run = folder.build(0);
    says(&folder, &run, &[]);
    assert_eq!(folder.page("articles/odd.txt"), text);
    let page = folder.page("articles/odd.html");
    assert!(page.contains("islands\u{fffd} before") && !page.contains(['\0', '\r']));
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    let folder = with_good().with("content/articles/paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
    let run = folder.build(3);
    says(&folder, &run, &["not-text", "paper.txt", "PDF"]);
}

#[test]
fn a_file_without_words_is_told() {
    let folder = with_good().with("content/articles/blank.txt", " \n\t\n");
    let run = folder.build(3);
    says(&folder, &run, &["no-text", "blank.txt"]);
}

#[test]
fn metadata_of_no_article_is_told() {
    let folder = with_good().with("content/articles/lost.meta.toml", "title = \"Lost\"\n");
    let run = folder.build(0);
    says(&folder, &run, &["lone-sidecar", "lost.meta.toml", "name it after its article"]);
}

#[test]
fn a_bad_value_of_an_outlet_is_told_with_the_words_to_use() {
    let outlets = "[courier]\nname = \"The Courier\"\ngrade = \"Z\"\nlocation = \"Oslo\"\n";
    let folder = with_good().with("content/outlets.toml", outlets);
    let run = folder.build(0);
    says(&folder, &run, &["outlets.toml:3:1", "use one of A, B, C, D, E, F", "`location`"]);
}

#[test]
fn settings_that_cannot_be_read_leave_the_site_as_it_was() {
    let withheld: [(&str, &str, &[u8]); 3] = [
        ("dossier.toml", "dossier.toml:2", b"publish = \"metadata\"\ntitle = \"Storms\n"),
        ("outlets.toml", "outlets.toml:2", b"[courier]\npublish = metadata\n"),
        ("dossier.toml", "not valid UTF-8", b"publish = \"metadata\" # \xff\n"),
    ];
    for (file, place, broken) in withheld {
        let folder = with_good().with(&format!("content/{file}"), broken);
        let run = folder.build(4);
        assert!(run.err.contains(place) && run.err.contains("no site is written"), "{}", run.err);
        assert!(!folder.path().join("site").exists(), "nothing is written");
    }
}

#[test]
fn a_slip_in_publish_withholds_the_text() {
    let secret = "Nine sluice gates stayed shut all that long night";
    let text = format!("{}\n\n{secret}.\n", report("Storm").trim());
    let slips = [
        ("content/dossier.toml", "publish = \"meta\"\n", "dossier.toml:1:1"),
        ("content/dossier.toml", "publsh = \"metadata\"\n", "looks like a slip for `publish`"),
        ("content/outlets.toml", "[courier]\npublish = false\n", "outlets.toml:2:1"),
        ("content/articles/a.meta.toml", "outlet = \"courier\"\npublish = \"none\"\n", "a.meta.toml:2:1"),
        ("content/articles/a.meta.toml", "outlet = \"courier\npublish = \"metadata\"\n", "a.meta.toml:1"),
    ];
    for (file, slip, place) in slips {
        let folder = Folder::new()
            .with("content/articles/a.txt", &text)
            .with("content/articles/a.meta.toml", "outlet = \"courier\"\n")
            .with(file, slip);
        let run = folder.build(3);
        assert!(run.err.contains(place) && run.err.contains("nothing of the text is published"), "{}", run.err);
        for (page, bytes) in folder.site() {
            assert!(!String::from_utf8_lossy(&bytes).contains(secret), "{file}: {page} shows the text");
        }
    }
}

#[test]
fn a_fence_that_does_not_parse_withholds_what_it_may_have_withheld() {
    let fence = "---\ntitle: Storm: the sequel\npublish: metadata\n---\n";
    let folder = Folder::new().with("content/articles/a.md", format!("{fence}{}", report("Storm")));
    let run = folder.build(3);
    assert!(run.err.contains("may withhold this article"), "{}", run.err);
    assert!(!folder.site().contains_key("articles/a.txt"));
}

#[test]
fn an_empty_folder_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    let run = folder.build(4);
    assert!(run.err.contains("no .txt, .md or .html file lies in"), "{}", run.err);
    assert!(!folder.path().join("site").exists());
}

#[test]
fn all_that_is_wrong_is_told_in_one_run_in_order_of_files() {
    let folder = with_good()
        .with("content/articles/b.txt", "")
        .with("content/articles/c.md", "---\npublished: never\nautor: Ann\n---\nText of the article, long enough.")
        .with("content/articles/a.txt", b"PK\x03\x04\x00\x00\x00\x00");
    let run = folder.run(&["build", "--diagnostics", "json"]);
    assert_eq!(run.code, 3);
    let told: Vec<serde_json::Value> = run.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let shown: Vec<String> = told
        .iter()
        .map(|told| {
            format!(
                "{}:{} {}",
                told["place"]["file"].as_str().unwrap_or("all"),
                told["place"]["line"].as_u64().unwrap_or_default(),
                told["code"].as_str().unwrap()
            )
        })
        .collect();
    let expected = [
        "content/articles/a.txt:0 not-text",
        "content/articles/b.txt:0 no-text",
        "content/articles/c.md:2 bad-value",
        "content/articles/c.md:3 unknown-field",
        "all:0 unknown",
    ];
    assert_eq!(shown, expected);
}

#[test]
fn strict_turns_findings_into_failure() {
    let folder = with_good().with("content/articles/lost.meta.toml", "title = \"Lost\"\n");
    assert_eq!(folder.run(&["build"]).code, 0);
    assert_eq!(folder.run(&["build", "--strict"]).code, 1);
    assert_eq!(folder.run(&["build", "--quiet"]).err.matches("lone-sidecar").count(), 1);
}

#[test]
fn wrong_arguments_end_with_the_code_for_usage() {
    assert_eq!(crate::support::cuttings(&["build", "--as-of", "yesterday"]).code, 2);
    assert_eq!(crate::support::cuttings(&["bild"]).code, 2);
    let missing = crate::support::cuttings(&["build", "--root", "no/such/folder"]);
    assert_eq!(missing.code, 4);
    assert!(missing.err.contains("is not a folder"), "{}", missing.err);
}

#[test]
fn help_and_version_are_no_errors() {
    let help = crate::support::cuttings(&["--help"]);
    assert_eq!(help.code, 0);
    for part in ["build", "analyze", "check", "Exit codes:", "70"] {
        assert!(help.out.contains(part), "{part} is missing in:\n{}", help.out);
    }
    assert_eq!(crate::support::cuttings(&["--version"]).out.trim(), format!("cuttings {}", env!("CARGO_PKG_VERSION")));
}
