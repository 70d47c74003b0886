//! What people ran into when they tried it: each once a fault, now a case.
use crate::support::{Folder, cuttings, report};
use std::process::{Command, Stdio};

#[test]
fn a_run_ends_although_nobody_reads_what_it_says() {
    let folder = Folder::new().with("a.txt", report("Ferries stop as storm nears")).with("b.txt", "");
    let root = folder.path().to_str().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cuttings"))
        .args(["build", "--root", root])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(3));
}

#[test]
fn a_site_is_never_read_as_articles_wherever_it_lies() {
    let folder = Folder::new().with("a.txt", report("Ferries stop as storm nears"));
    for output in ["site", "./site", "deep/er/site", "site2"] {
        let target = folder.path().join(output);
        for _ in 0..2 {
            let run = folder.run(&["build", "--output", target.to_str().unwrap()]);
            assert!(run.code == 0 && run.err.starts_with("1 article "), "{output}: {}", run.err);
        }
    }
}

#[test]
fn what_a_browser_saves_along_with_a_page_is_no_article() {
    let page = format!("<h1>Quays crowded</h1><p>{}</p>", report("").trim().replace("\n\n", "</p><p>"));
    let folder = Folder::new()
        .with("Quays crowded.html", page)
        .with("Quays crowded_files/saved_resource.html", "<p>Buy now, while this advertisement lasts.</p>");
    assert!(folder.build(0).err.starts_with("1 article "));
}

#[test]
fn pages_named_index_are_told_apart_by_their_folders() {
    let folder = Folder::new()
        .with("storm/index.txt", report("Ferries stop as storm nears"))
        .with("strike/index.txt", report("Bakers strike over flour"));
    folder.build(0);
    let site = folder.site();
    assert!(site.contains_key("articles/storm-index.html") && site.contains_key("articles/strike-index.html"));
}

#[test]
fn a_site_is_not_replaced_by_one_without_articles() {
    let folder = Folder::new().with("a.txt", report("Ferries stop as storm nears"));
    folder.build(0);
    let before = folder.site();
    folder.write("a.txt", "");
    assert!(folder.build(4).err.contains("no-articles-left"));
    assert!(folder.site() == before);
}

#[test]
fn background_that_an_agency_repeats_from_day_to_day_is_no_furniture() {
    let background = "The islands were joined to the mainland by ferry only in the last century, after the great storm had \
        destroyed the fishing fleet and half of the harbour of Port Lennar.";
    let story = |day: u32| {
        format!(
            "---\noutlet: Reuters\npublished: 2020-03-0{day}\n---\nFerries stop on day {day} of the storm\n\n\
             On day {day} the harbour authority said again that no ferry would leave before the storm had passed.\n\n{background}\n"
        )
    };
    let folder = (1..=4).fold(Folder::new(), |folder, day| folder.with(&format!("day-{day}.md"), story(day)));
    folder.build(0);
    assert_eq!(folder.page("data/sentences.jsonl").matches(r#""role":"body","rule":"main-text"#).count(), 8);
}

#[test]
fn opening_words_are_no_title_where_the_text_may_not_be_shown() {
    let text = "The whole text has no headline but this one sentence that opens it, which nobody may print.\n\nAnd one more sentence, which tells how the ferries came back after the storm.\n";
    let folder = Folder::new().with("y.md", format!("---\npublish: metadata\n---\n{text}"));
    folder.build(0);
    for (path, bytes) in folder.site() {
        assert!(!String::from_utf8_lossy(&bytes).contains("no headline but this"), "{path}");
    }
}

#[test]
fn a_cited_article_shows_the_sentence_that_the_front_page_cites_and_no_other() {
    let folder =
        Folder::new().with("y.md", format!("---\npublish: cited\n---\n{}", report("Ferries stop as storm nears")));
    folder.build(0);
    let page = folder.page("articles/y.html");
    assert!(page.contains("no ferry would leave") && !page.contains("Mara Holm"), "{page}");
    assert_eq!(folder.page("data/sentences.jsonl").lines().count(), 1);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn one_broken_byte_does_not_garble_a_text() {
    let mut bytes = "“Café” owners in Málaga said on Monday that the new tax would close them.".as_bytes().to_vec();
    bytes.extend([b' ', 0xe2, 0x80]);
    let folder = Folder::new().with("a.txt", bytes);
    let run = folder.build(0);
    assert!(run.err.contains("malformed-bytes"), "{}", run.err);
    assert!(folder.page("articles/a.txt").starts_with("“Café” owners in Málaga"));
}

#[test]
fn a_site_changed_by_hand_is_found_out() {
    let folder = Folder::new().with("a.txt", report("Ferries stop as storm nears"));
    folder.build(0);
    let page = folder.page("index.html").replace("no ferry would leave", "every ferry would leave");
    folder.write("site/index.html", page);
    let run = folder.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("not-as-built") && run.err.contains("index.html"), "{}", run.err);
    assert!(run.err.contains("every ferry would leave") && run.err.contains("in place of"), "{}", run.err);
}

#[test]
fn an_article_changed_after_the_build_is_told_once() {
    let text = report("Ferries stop as storm nears");
    let folder = Folder::new().with("a.txt", &text).with("b.txt", report("Storm"));
    folder.build(0);
    folder.write("a.txt", text.replace("ferry would", "boat would"));
    let run = folder.run(&["check", "--diagnostics", "json"]);
    assert_eq!(run.code, 1);
    let told: Vec<&str> = run.err.lines().collect();
    assert!(matches!(told[..], [one] if one.contains("source-changed") && one.contains("a.txt")), "{}", run.err);
    folder.write("a.txt", text);
    folder.write("c.txt", report("Floods"));
    let run = folder.run(&["check"]);
    assert!(run.err.contains("c.txt") && run.err.contains("not on the site"), "{}", run.err);
}

#[test]
fn a_part_of_a_longer_word_proves_nothing() {
    let text = "Ferries stop\n\nThe NAPLES ferry will not sail on October 9, the harbour authority said on Monday afternoon.\n";
    let folder = Folder::new()
        .with("a.txt", text)
        .with("a.meta.toml", "authors = [\"AP\"]\npublished = 2021-10-09\ntitle = \"Ferries stop\"\n");
    folder.build(0);
    let page = folder.page("articles/a.html");
    assert!(!page.contains("stated, <a href=\"#s2\""));
}

#[test]
fn a_dateline_is_not_sought_beyond_the_head_of_a_paragraph() {
    let text = "The ferry port, which the islanders call “the old lady” since nobody can remember it otherwise, was, says the mayor’s \
        office, opened on May 3, 1961 – the town’s anniversary – by the king, who came late.\n";
    let run = cuttings(&["analyze", Folder::new().with("x.txt", "").path().join("x.txt").to_str().unwrap()]);
    assert_eq!(run.code, 3);
    let folder = Folder::new().with("dl.txt", text);
    let run = cuttings(&["analyze", folder.path().join("dl.txt").to_str().unwrap()]);
    assert!(run.out.contains("\"published\":null"), "{}", run.out);
}

#[test]
fn fields_that_are_known_are_never_told_as_unknown_and_empty_ones_do_not_hide_others() {
    let front = "---\ntitle: Ferries stop\npublished:\ndate: 2023-05-01\ndescription: A storm\ntags: [sea]\n---\n";
    let folder = Folder::new().with("a.md", front.to_owned() + &report("Ferries stop"));
    let run = folder.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(folder.page("data/articles.jsonl").contains("\"published\":\"2023-05-01\""));
}

#[test]
fn values_that_cannot_be_used_are_told_where_they_stand() {
    let outlets = "[good]\nname = \"Good\"\ngrade = \"A\"\n\n[bad]\nname = \"Bad\"\ngrade = \"Z\"\n";
    let folder = Folder::new()
        .with("content/outlets.toml", outlets)
        .with("content/dossier.toml", "title = \"Storms\"\nlanguage = \"English\"\n")
        .with(
            "content/articles/a.md",
            format!("---\nurl: javascript:alert(1)\nlanguage: klingon language\n---\n{}", report("Ferries stop")),
        );
    let run = folder.build(0);
    for told in ["outlets.toml:7:1", "dossier.toml:2:1", "a.md:2:1", "a.md:3:1"] {
        assert!(run.err.contains(told), "{told} in {}", run.err);
    }
}

#[test]
fn a_broken_fence_is_folded_and_is_no_headline() {
    let front = "---\ntitle: Bridge: the inside story\npublished: 2023-05-04\n---\n\n";
    let folder = Folder::new().with("a.md", front.to_owned() + &report("Ferries stop as storm nears"));
    let run = folder.build(0);
    assert!(run.err.contains("metadata-syntax") && !run.err.contains("at line"), "{}", run.err);
    assert!(folder.page("data/articles.jsonl").contains("\"title\":\"Ferries stop as storm nears\""));
}

#[test]
fn articles_outside_the_folder_that_is_read_are_noted() {
    let folder = Folder::new()
        .with("content/articles/a.txt", report("Ferries stop as storm nears"))
        .with("b.txt", report("Bakers strike over flour"));
    let run = folder.build(0);
    assert!(run.err.contains("passed-over") && run.err.contains("b.txt"), "{}", run.err);
}

#[test]
fn as_of_does_not_look_ahead() {
    let line = "The Courier: what happens on the strait, told to the islands since the first ferry sailed";
    let story = |day: u32| {
        format!(
            "---\noutlet: courier\npublished: 2020-03-0{day}\n---\n{}\nOn day {day} it rained on the quays of Port Lennar.\n\n{line}\n",
            report("Ferries stop")
        )
    };
    let early =
        Folder::new().with("content/dossier.toml", "title = \"Storms\"\n").with("content/articles/day-1.md", story(1));
    let all = (1..=4).fold(Folder::new().with("content/dossier.toml", "title = \"Storms\"\n"), |folder, day| {
        folder.with(&format!("content/articles/day-{day}.md"), story(day))
    });
    early.build(0);
    assert_eq!(all.run(&["build", "--as-of", "2020-03-01"]).code, 0);
    assert!(early.site() == all.site());
    assert_eq!(all.run(&["check", "--as-of", "2020-03-01"]).code, 0);
}

#[test]
fn an_event_told_by_an_undated_article_says_what_is_reckoned_of_its_day() {
    let text = "Old dam above Lennar\n\nThe old dam above Lennar broke on 3 March 2015, and the valley was flooded within an hour. Nobody was hurt.\n";
    let folder = Folder::new().with("a.txt", text).with("b.txt", report("Ferries stop as storm nears"));
    folder.build(0);
    let page = folder.page("chronology.html");
    assert!(page.contains("3 March 2015 or later") && !page.contains("published <span class=\"unknown\">"), "{page}");
    assert!(!folder.page("index.html").contains("known outlets"));
}
