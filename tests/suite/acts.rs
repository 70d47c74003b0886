//! What sentences say of two actors, and whose deeds events are.

use crate::support::{Folder, cuttings};
use serde_json::Value;

/// What each sentence says of two actors, as `subject relation object`, with `passive` where it was done to the subject; `-` where it says nothing.
fn relations(text: &str) -> Vec<String> {
    let folder = Folder::new().with("a.txt", text);
    let file = folder.path().join("a.txt");
    let run = cuttings(&["analyze", "--quiet", "--keep-all", "--published", "2020-05-20", file.to_str().unwrap()]);
    let line: Value = serde_json::from_str(&run.out).unwrap();
    let said = |sentence: &Value| {
        let here = line["relations"].as_array().unwrap().iter().filter(|one| one["sentence"] == sentence["id"]);
        let word = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        let told = |one: &Value| {
            let passive = if one["passive"] == true { " passive" } else { "" };
            ["subject", "relation", "object"].map(|key| word(one, key)).join(" ") + passive
        };
        let all: Vec<String> = here.map(told).collect();
        if all.is_empty() { "-".to_owned() } else { all.join(", ") }
    };
    line["sentences"].as_array().unwrap().iter().map(said).collect()
}

#[test]
fn verbs_between_two_actors_say_what_one_did() {
    for (text, expected) in [
        ("Mara Holm met Nils Berg on Monday.", "mara-holm met nils-berg"),
        ("Mara Holm has accused Nils Berg of theft.", "mara-holm accused nils-berg"),
        ("Mara Holm was arrested by Nils Berg in Bergen.", "mara-holm arrested nils-berg passive"),
        ("The mayor, Mara Holm, spoke to Nils Berg about it.", "mara-holm spoke-with nils-berg"),
        ("Norway sanctioned Sweden in May.", "norway sanctioned sweden"),
    ] {
        assert_eq!(relations(text), [expected], "{text}");
    }
}

#[test]
fn what_is_denied_possible_asked_or_supposed_is_no_relation() {
    for text in [
        "Mara Holm did not meet Nils Berg.",
        "Mara Holm may meet Nils Berg on Monday.",
        "Has Mara Holm met Nils Berg?",
        "If Mara Holm met Nils Berg, nobody saw it.",
        "Mara Holm said that the ferry of Nils Berg was late.",
        "Mara Holm met the sister of Nils Berg.",
        "Mara Holm met in Bergen with friends of Nils Berg.",
    ] {
        assert_eq!(relations(text), ["-"], "{text}");
    }
}

#[test]
fn the_page_of_an_actor_tells_what_it_did_apart_from_what_happened_around_it() {
    let text = "---\npublished: 2020-05-20\noutlet: The Courier\n---\nHarbour news\n\n\
        Mara Holm closed the old harbour of Lennar on 4 May 2020 after a storm had damaged its quay.\n\n\
        The harbour board dismissed the complaints about Mara Holm on 11 May 2020 without a vote.\n\n\
        Mara Holm met Nils Berg in Bergen to talk about the ferries of the coming summer.\n";
    let folder = Folder::new().with("content/articles/a.txt", text);
    folder.build(0);
    let page = folder.page("actors/mara-holm.html");
    let section = |anchor: &str| {
        let from = page.find(&format!("<h2 id=\"{anchor}\"")).unwrap_or_else(|| panic!("no section {anchor}"));
        page[from..].split("</section>").next().unwrap()
    };
    assert!(section("deeds").contains("closed the old harbour") && !section("deeds").contains("dismissed"));
    assert!(section("times").contains("dismissed the complaints") && !section("times").contains("closed"));
    assert!(section("relations").contains("<strong>met</strong>") && section("relations").contains("Nils Berg"));
    assert_eq!(folder.run(&["check"]).code, 0);
}
