//! Tests of the review queue and of drafts, on a dossier made by hand.

#![expect(clippy::disallowed_methods, reason = "the test makes and reads files")]

use super::queue::Queue;
use super::{draft, shown, write};
use crate::analysis::{Cleaning, reading};
use crate::base::{ActorId, SentenceId, Span};
use crate::model::{
    Actor, ActorDescription, ActorKind, Alias, Dossier, Entry, How, Joined, Mention, MentionRef, Publish, SentenceRef,
    Unlinked, Why,
};
use std::collections::BTreeSet;

fn entry(path: &str, text: &str) -> Entry {
    let article = crate::read::article_of_text(path, text.to_owned());
    let mut reading = reading(&article, Cleaning::KeepAll);
    let at = text.find("Holm").expect("the name is there");
    let span = Span::new(at, at + 4);
    reading.mentions = vec![Mention { span, sentence: SentenceId(1), kind: ActorKind::Person, how: How::Name }];
    Entry {
        article,
        reading,
        publish: Publish::Full,
        actors: vec![Some(0)],
        hidden: BTreeSet::new(),
        cited: BTreeSet::new(),
    }
}

fn actor(name: &str, kind: ActorKind, mentions: &[u32]) -> Actor {
    let mentions = mentions.iter().map(|entry| MentionRef { entry: *entry, mention: 0 }).collect();
    Actor {
        id: ActorId::new(name),
        name: name.to_owned(),
        kind,
        aliases: Vec::new(),
        roles: Vec::new(),
        mentions,
        linking: Vec::new(),
        apart: Vec::new(),
        record: None,
    }
}

fn by_hand() -> Dossier {
    let sentence = SentenceRef { entry: 0, sentence: SentenceId(1) };
    let mut holm = actor("Mara Holm", ActorKind::Person, &[0, 0, 1]);
    let alias = |text: &str, how| Alias { text: text.to_owned(), count: 2, how };
    holm.aliases = vec![alias("Mara Holm", How::Name), alias("Holm", How::Surname), alias("Mara: Holm", How::Alias)];
    let role = "harbour director".to_owned();
    holm.roles = vec![ActorDescription {
        text: role,
        sentence: Some(sentence),
        articles: 2,
        altered: false,
        rule: Some("title"),
    }];
    holm.linking = vec![
        Joined { text: "Mara Holm".to_owned(), why: Why::SameName, count: 2, example: sentence },
        Joined { text: "Mara Kholm".to_owned(), why: Why::Transliteration, count: 1, example: sentence },
    ];
    let unlinked = Unlinked {
        text: "Vik".to_owned(),
        kind: ActorKind::Person,
        mentions: vec![MentionRef { entry: 1, mention: 0 }],
        candidates: vec![ActorId::new("jon-vik")],
    };
    Dossier {
        entries: vec![
            entry("a.txt", "Harbour director Mara Holm closed the port.\n"),
            entry("b.txt", "Holm was not there.\n"),
        ],
        actors: vec![
            actor("Lennar", ActorKind::Place, &[0, 0, 0, 1, 1]),
            actor("Jon Vik", ActorKind::Person, &[1]),
            holm,
        ],
        unlinked: vec![unlinked],
        ..Dossier::default()
    }
}

fn printed(print: impl Fn(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    print(&mut out).expect("memory can be written to");
    String::from_utf8(out).expect("it is text")
}

#[test]
fn candidates_come_by_use_and_places_last() {
    let dossier = by_hand();
    let queue = Queue::of(&dossier);
    let ids: Vec<&str> = queue.candidates.iter().map(|candidate| candidate.id).collect();
    assert_eq!(ids, ["mara-holm", "jon-vik", "lennar"]);
    assert_eq!((queue.candidates[0].mentions, queue.candidates[0].articles), (3, 2));
}

#[test]
fn people_read_names_counts_roles_and_a_sentence() {
    let dossier = by_hand();
    let text = printed(|out| shown::text(&Queue::of(&dossier), out));
    for part in [
        "Mara Holm (person) · 3 mentions in 2 articles · mara-holm.md",
        "spelled  Mara Holm 2×, Holm 2×",
        "role     harbour director (2 articles)",
        "a#s1  Harbour director Mara Holm closed the port.",
        "Vik (person) · 1 mention in 1 article\n    may be   jon-vik\n    b#s1",
        "Mara Kholm = Mara Holm (mara-holm) · once\n    because  it is the same name spelled otherwise",
    ] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
    assert!(!text.contains("it is the same name\n"));
}

#[test]
fn programs_read_one_object_a_line() {
    let dossier = by_hand();
    let text = printed(|out| shown::json(&Queue::of(&dossier), out));
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let queues: Vec<_> = lines.iter().map(|line| line["queue"].as_str().expect("a word")).collect();
    assert_eq!(queues, ["doubtful", "unlinked", "candidate", "candidate", "candidate"]);
    assert_eq!(lines[2]["roles"][0]["example"]["article"], "a");
}

#[test]
fn a_draft_holds_what_the_articles_give_and_nothing_else() {
    let dossier = by_hand();
    let queue = Queue::of(&dossier);
    let expected = "---\nname: Mara Holm\nkind: person\naliases: [\"Mara: Holm\"]\n\
                    # roles:        # as the articles have them; complete what holds, with of, from and to\n\
                    #   - title: harbour director\n---\n\
                    - harbour director: [@a \"Harbour director Mara Holm closed the port.\"]\n";
    assert_eq!(draft::draft(&queue.candidates[0], &dossier), expected);
}

#[test]
fn a_draft_keeps_back_what_may_not_be_published() {
    let mut dossier = by_hand();
    dossier.entries[0].publish = Publish::Metadata;
    let draft = draft::draft(&Queue::of(&dossier).candidates[0], &dossier);
    assert!(draft.ends_with("---\n- harbour director: a#s1\n"), "{draft}");
}

#[test]
fn drafts_are_written_for_often_mentioned_actors_and_never_over_a_file() {
    let dossier = by_hand();
    let dir = tempfile::TempDir::new().expect("a temporary folder can be made");
    let folder = dir.path().join("actors");
    std::fs::create_dir(&folder).expect("it can be made");
    std::fs::write(folder.join("lennar.md"), "mine").expect("it can be written");
    let told = write(&dossier, &Queue::of(&dossier), 3, &folder).expect("it can be written");
    assert!(told[0].ends_with("mara-holm.md: drafted") && told[1].ends_with("lennar.md: exists, left as it is"));
    assert_eq!(told.len(), 2);
    assert_eq!(std::fs::read_to_string(folder.join("lennar.md")).expect("it is there"), "mine");
    assert!(folder.join("mara-holm.md").exists() && !folder.join("jon-vik.md").exists());
}
