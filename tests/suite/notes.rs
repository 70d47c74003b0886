//! The analyst's notes: pages of their own, cited sentences, key judgements first, and nothing decided by them.
use crate::support::hand::{render, words_of};
use crate::support::islands::islands;
use crate::support::{Folder, Run, report};
use cuttings::base::NoteId;
use cuttings::model::{Dossier, Note, Publish};
use dom_query::Document;
use proptest::prelude::*;
use std::path::Path;

const RISK: &str = "We will not take the risk";

/// A folder with one article and one note.
fn with_note(note: &str) -> Folder {
    Folder::new()
        .with("content/articles/storm.txt", report("Ferries stop as storm nears"))
        .with("content/articles/calm.txt", report("Calm seas ahead"))
        .with("content/notes/the-storm.md", note)
}

fn says(run: &Run, parts: &[&str]) {
    for part in parts {
        assert!(run.err.contains(part), "`{part}` is not said in:\n{}", run.err);
    }
}

#[test]
fn a_note_has_a_page_whose_citations_lead_to_their_sentences() {
    let note = "---\ntitle: The storm\nby: Ann Quist\ndate: 2020-03-05\nmood: calm\n---\n\
                The director was *firm* [@storm \"We will not\ntake the risk\"], and twice [@storm \"People come first\"].";
    let folder = with_note(note);
    let run = folder.build(0);
    assert!(!run.err.contains("warning"), "{}", run.err);
    let page = Document::from(folder.page("notes/the-storm.html"));
    assert_eq!(words_of(&page, "h1"), "The storm");
    let facts = words_of(&page, ".particulars");
    assert!(["Ann Quist", "5 March 2020", "mood", "calm"].iter().all(|fact| facts.contains(fact)), "{facts}");
    let marks = page.select(".analyst a.cite");
    assert_eq!(marks.length(), 2);
    assert_eq!(marks.attr("data-words").unwrap().to_string(), RISK);
    let href = marks.attr("href").unwrap().to_string();
    let (file, anchor) = href.split_once('#').unwrap();
    assert_eq!(file, "../articles/storm.html");
    let article = Document::from(folder.page("articles/storm.html"));
    assert!(words_of(&article, &format!("[id='{anchor}']")).contains(RISK));
    assert!(page.select("ul.cited li").length() == 1, "one article is cited");
    for path in ["index.html", "notes/index.html", "articles/storm.html"] {
        assert!(folder.page(path).contains("notes/the-storm.html") || path.starts_with("articles"), "{path}");
        assert!(folder.page(path).contains(">Notes</a>"), "{path}");
    }
    let check = folder.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
}

#[test]
fn key_judgements_open_the_front_page_marked_as_the_analysts_words() {
    let folder = with_note("A mere note.").with(
        "content/notes/judgements.md",
        format!(
            "---\nkind: judgements\n---\n# What we think\n\n- Safety first [@storm \"{RISK}\"].\n- Calm <b>later</b>.\n"
        ),
    );
    folder.build(0);
    let front = Document::from(folder.page("index.html"));
    let points: Vec<String> = front.select(".judgements > ul > li").iter().map(|li| li.text().to_string()).collect();
    assert!(
        points.len() == 2 && points[0].starts_with("Safety first") && points[1] == "Calm <b>later</b>.",
        "{points:?}"
    );
    assert!(words_of(&front, ".judgements").contains("own words, not the sources"));
    let sections: Vec<String> = front
        .select("main > section")
        .iter()
        .filter_map(|s| s.attr("aria-labelledby"))
        .map(|id| id.to_string())
        .collect();
    assert_eq!(sections[0], "judgements");
    assert!(sections.contains(&"notes".to_owned()));
    assert!(folder.site().contains_key("notes/judgements.html"));
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn without_notes_nothing_speaks_of_them() {
    let folder = Folder::new().with("content/articles/storm.txt", report("Ferries stop"));
    folder.build(0);
    assert!(!folder.site().keys().any(|path| path.starts_with("notes")));
    assert!(!folder.page("index.html").contains("Notes"));
}

#[test]
fn a_citation_that_leads_nowhere_is_an_error_with_a_way_to_mend_it() {
    for (citation, told) in [
        ("[@strom \"take the risk\"]", ["citation-article", "did you mean `storm`?"]),
        ("[@nobody-knows \"take the risk\"]", ["citation-article", "an article’s id stands in its metadata"]),
        ("[@storm \"the\"]", ["citation-words", "stand more than once"]),
        (
            "[@storm \"'we will not take the risk,'\"]",
            ["citation-words", "the article has: “We will not take the risk,”"],
        ),
        ("[@storm \"the ferry sank\"]", ["citation-words", "quote words as the saved text has them"]),
        ("[@storm \"\"]", ["citation-words", "quote some words"]),
        ("[@storm “take the risk”]", ["citation-form", "straight quotation marks"]),
    ] {
        let folder = with_note(&format!("---\ntitle: Storm\n---\nOne.\n\nSo it is {citation}."));
        let run = folder.build(3);
        says(&run, &told);
        says(&run, &["content/notes/the-storm.md:6:"]);
        let page = Document::from(folder.page("notes/the-storm.html"));
        assert!(words_of(&page, ".analyst").contains(citation), "it is shown as plain text");
        assert_eq!(page.select(".analyst a").length(), 0);
        assert_eq!(folder.run(&["check"]).code, 0);
    }
}

#[test]
fn the_notes_of_actor_records_are_proved_the_same_way() {
    let record = |words: &str| format!("---\nname: Mara Holm\nkind: person\n---\n\nFirm: [@storm \"{words}\"].\n");
    let folder = Folder::new()
        .with("content/articles/storm.txt", report("Ferries stop"))
        .with("content/actors/mara-holm.md", record("People come last"));
    says(&folder.build(3), &["citation-words", "content/actors/mara-holm.md:6:7"]);
    folder.write("content/actors/mara-holm.md", record("People come first"));
    folder.build(0);
    let page = Document::from(folder.page("actors/mara-holm.html"));
    assert_eq!(page.select(".analyst a.cite").attr("data-words").unwrap().to_string(), "People come first");
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn check_finds_a_citation_that_leads_to_another_sentence() {
    let folder = with_note(&format!("Firm [@storm \"{RISK}\"]."));
    folder.build(0);
    let file = folder.path().join("site/notes/the-storm.html");
    let page = std::fs::read_to_string(&file).unwrap();
    let start = page.find("storm.html#s").unwrap() + "storm.html#s".len();
    std::fs::write(&file, format!("{}1{}", &page[..start], &page[start + 1..])).unwrap();
    let run = folder.run(&["check"]);
    assert_eq!(run.code, 1);
    says(&run, &["citation-unproved", "does not hold the cited words"]);
}

#[test]
fn what_may_not_be_published_is_not_published_by_a_citation_of_it() {
    let secret = "The minister hid twelve violins in the lighthouse.";
    let article =
        |publish: &str| format!("---\ntitle: Storm\npublish: {publish}\n---\n{}\n\n{secret}\n", report("Storm").trim());
    let note = "Odd [@storm \"hid twelve violins\"].\n\nTwice: [@storm \"The\"]. See [this [@storm \"twelve violins in\"]](https://a.org).";
    let holds = |folder: &Folder| {
        let hit = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("twelve violins");
        folder.site().into_iter().filter(|(_, bytes)| hit(bytes)).map(|(path, _)| path).collect::<Vec<_>>()
    };
    let hidden = Folder::new().with("content/articles/storm.md", article("metadata")).with("content/notes/n.md", note);
    hidden.build(3);
    assert_eq!(holds(&hidden), Vec::<String>::new());
    assert!(hidden.page("notes/n.html").contains("text not published here"));
    assert_eq!(hidden.run(&["check"]).code, 0);
    let cited = Folder::new().with("content/articles/storm.md", article("cited")).with("content/notes/n.md", note);
    cited.build(3);
    let shown = holds(&cited);
    assert!(shown.contains(&"articles/storm.html".to_owned()), "a sentence that a note cites is cited: {shown:?}");
    assert_eq!(cited.run(&["check"]).code, 0);
    let later = Folder::new()
        .with("content/articles/a.txt", format!("2020-03-01\n\n{}", report("Ferries stop")))
        .with("content/articles/a.meta.toml", "published = 2020-03-01\n")
        .with("content/articles/storm.md", article("metadata\npublished: 2020-04-01"))
        .with("content/notes/n.md", "Odd [@storm \"hid twelve violins\"].");
    assert_eq!(later.run(&["build", "--as-of", "2020-03-02"]).code, 0);
    assert_eq!(holds(&later), Vec::<String>::new());
}

#[test]
fn notes_of_an_arranged_folder_are_no_articles_and_of_a_bare_one_are() {
    let arranged = Folder::new()
        .with("content/storm.txt", report("Ferries stop"))
        .with("content/notes/mine.md", "A note.")
        .with("content/decisions.toml", "");
    arranged.build(0);
    let site = arranged.site();
    assert!(!site.contains_key("articles/mine.html") && site.contains_key("notes/mine.html"));
    let bare = Folder::new()
        .with("storm.txt", report("Ferries stop"))
        .with("notes/mine.md", report("Mine"))
        .with("decisions.toml", "not even TOML");
    bare.build(0);
    let site = bare.site();
    assert!(site.contains_key("articles/mine.html") && !site.keys().any(|path| path.starts_with("notes/")));
}

#[test]
fn two_notes_with_one_name_and_a_note_named_index_do_no_harm() {
    let folder = with_note("One.").with("content/notes/The Storm.md", "Two.").with("content/notes/index.md", "Three.");
    says(&folder.build(3), &["note-id-twice", "give it another file name"]);
    assert!(folder.page("notes/index_.html").contains("Three."));
    assert!(folder.page("notes/index.html").contains("notes/index_.html"));
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn hostile_markdown_stays_text() {
    let attack = "<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://a.org/x.png) <a href=\"//a.org\">";
    let folder = with_note(&format!(
        "---\ntitle: '{attack}'\nby: '{attack}'\nodd: '{attack}'\nkind: judgements\n---\n- {attack} [@storm \"{attack}\"]\n\n{attack}\n\n{}deep",
        "> ".repeat(5_000)
    ));
    folder.build(3);
    for (path, bytes) in folder.site() {
        let text = String::from_utf8_lossy(&bytes);
        for bad in ["<script>alert", "<img", "href=\"javascript:", "<a href=\"//a.org"] {
            assert!(path.rsplit('.').next() != Some("html") || !text.contains(bad), "{path} holds {bad}");
        }
    }
    let check = folder.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
}

/// All of a dossier that notes may not touch.
fn analysis(root: &Path) -> Dossier {
    let layout = cuttings::read::Layout::of(root).unwrap();
    let corpus = cuttings::read::read(&layout, &root.join("site"), &|| ()).unwrap().corpus;
    let readings = cuttings::analysis::readings(&corpus, &|| ());
    let mut dossier = cuttings::analysis::weave(corpus, readings, None).0;
    dossier.notes.clear();
    dossier.entries.iter_mut().for_each(|entry| entry.cited.clear());
    dossier
}

#[test]
fn no_note_changes_any_analysis() {
    let plain = Folder::new().with("content/articles/storm.txt", report("Ferries stop"));
    let noted = Folder::new().with("content/articles/storm.txt", report("Ferries stop")).with(
        "content/notes/n.md",
        format!(
            "Mara Holm resigned on 4 May 1999, Nordline said [@storm \"{RISK}\"].\n\n# Norland\n\n{}",
            report("Mara Quist")
        ),
    );
    for folder in [&plain, &noted] {
        folder.write("content/dossier.toml", "title = \"Storms\"\n");
    }
    assert_eq!(analysis(plain.path()), analysis(noted.path()));
}

proptest! {
    #![proptest_config(crate::support::tries(24))]

    #[test]
    fn no_text_of_a_note_breaks_its_pages(
        text in "([a-z <>&\"'*_`#\\[\\]()\n!>-]|\\[@held \"|\"\\]|people come first|\\[@open \"Mara Holm\"\\]|\u{fdd0}|\u{0}|é){0,60}",
        judgements: bool,
        level in 0..3_usize,
    ) {
        let mut dossier = islands();
        dossier.entries[0].publish = [Publish::Full, Publish::Cited, Publish::Metadata][level];
        dossier.notes.push(Note {
            id: NoteId::new("n"), path: "content/notes/n.md".to_owned(), title: "N".to_owned(), judgements, date: None,
            by: None, other: Vec::new(), text,
        });
        let site = render(&dossier);
        for (path, html) in site.iter().filter(|(path, _)| path.starts_with("notes/") || *path == "index.html") {
            prop_assert!(!html.contains("<script>") && !html.contains("<img") && !html.contains('\u{fdd0}'), "{path}");
            let page = Document::from(html.as_str());
            prop_assert!(page.select("main").exists() && page.select("footer").exists(), "{path}");
            prop_assert!(!page.select("a a").exists(), "{path}");
        }
    }
}
