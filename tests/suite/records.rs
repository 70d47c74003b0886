//! Actor records: what they give, and a clear diagnostic for each thing that can be wrong with one.
use crate::support::{Folder, Run, report};
use cuttings::model::{ActorKind, Record};
use cuttings::read::{self, Layout};

/// A folder with one good article and one good record.
fn with_good() -> Folder {
    Folder::new().with("content/articles/good.txt", report("Ferries stop as storm nears")).with(
        "content/actors/mara-holm.md",
        "---\nname: Mara Holm\nkind: person\naliases: [M. Holm]\n---\nKnows the port.\n",
    )
}

fn records(folder: &Folder) -> Vec<Record> {
    let layout = Layout::of(folder.path()).unwrap();
    read::read(&layout, &folder.path().join("site"), &|| ()).unwrap().corpus.records
}

/// Asserts that the run says all of `parts`, and which records are read.
#[track_caller]
fn says(folder: &Folder, run: &Run, parts: &[&str], kept: &[&str]) {
    for part in parts {
        assert!(run.err.contains(part), "`{part}` is not said in:\n{}", run.err);
    }
    let ids: Vec<String> = records(folder).iter().map(|record| record.id.to_string()).collect();
    assert_eq!(ids, kept);
}

#[test]
fn a_record_gives_all_that_it_holds() {
    let folder = with_good()
        .with("content/actors/norway.md", "+++\nname = \"Norway\"\nkind = \"state\"\n+++\n")
        .with(
            "content/actors/Jon Vik.md",
            "---\nname: Jon Vik\nkind: person\naliases:\n  - John Vik\nnot: [Jo Vik]\nwas: [john-vik]\n\
             roles: [{title: Prime Minister, of: norway, from: 2004, to: 2010-05}, Skipper]\n\
             wikidata: Q42\nhide: true\n---\nSaid so [@good \"People come first\"].\n",
        )
        .with("content/actors/.hidden.md", "no record")
        .with("content/actors/deep/other.md", "no record");
    let run = folder.build(0);
    assert_eq!(run.err.matches("warning[").count(), 1, "{}", run.err);
    assert!(run.err.contains("1 file among the records and notes is not read: content/actors/deep/other.md"));
    let read = records(&folder);
    let vik = &read[0];
    assert_eq!((vik.id.as_str(), vik.path.as_str()), ("jon-vik", "content/actors/Jon Vik.md"));
    assert_eq!((vik.name.as_str(), vik.kind, vik.hide), ("Jon Vik", ActorKind::Person, true));
    assert_eq!(
        (vik.aliases.as_slice(), vik.not.as_slice()),
        (&["John Vik".to_owned()][..], &["Jo Vik".to_owned()][..])
    );
    assert_eq!(vik.was[0].as_str(), "john-vik");
    assert_eq!(vik.wikidata.as_deref(), Some("Q42"));
    assert_eq!(vik.note, "Said so [@good \"People come first\"].");
    assert_eq!(vik.roles.len(), 2);
    assert_eq!(vik.roles[0].of.as_ref().unwrap().as_str(), "norway");
    assert_eq!(vik.roles[0].to.unwrap().to_string(), "2010-05");
    assert_eq!(read.iter().map(|record| record.id.as_str()).collect::<Vec<_>>(), ["jon-vik", "mara-holm", "norway"]);
}

#[test]
fn a_folder_named_actors_in_a_bare_folder_holds_articles() {
    let folder = Folder::new().with("actors/storm.md", report("Storm"));
    folder.build(0);
    assert!(records(&folder).is_empty() && folder.site().contains_key("articles/storm.html"));
}

#[test]
fn records_beside_loose_articles_are_no_articles() {
    let folder = Folder::new()
        .with("content/storm.md", report("Storm"))
        .with("content/actors/holm.md", "---\nname: Mara Holm\nkind: person\n---\n");
    folder.build(0);
    assert_eq!(records(&folder).len(), 1);
    assert!(!folder.site().contains_key("articles/holm.html"));
}

#[test]
fn a_record_without_fence_is_left_out() {
    let folder = with_good().with("content/actors/vik.md", "Jon Vik is a skipper.\n");
    let run = folder.build(3);
    says(&folder, &run, &["no-fence", "content/actors/vik.md:1", "open the file with a line `---`"], &["mara-holm"]);
}

#[test]
fn a_fence_that_is_never_closed_leaves_the_record_out() {
    let folder = with_good().with("content/actors/vik.md", "---\nname: Jon Vik\nkind: person\n");
    let run = folder.build(3);
    says(&folder, &run, &["fence-open", "vik.md:1", "put a line `---` behind the last field"], &["mara-holm"]);
}

#[test]
fn a_fence_that_does_not_parse_leaves_the_record_out() {
    let folder = with_good().with("content/actors/vik.md", "---\nname: Jon: Vik\nkind: person\n---\n");
    let run = folder.build(3);
    says(&folder, &run, &["record-syntax", "vik.md:2", "put the value in quotes"], &["mara-holm"]);
}

#[test]
fn a_record_without_name_or_of_no_kind_is_left_out_and_both_are_told_at_once() {
    let folder = with_good()
        .with("content/actors/a.md", "---\nkind: animal\n---\n")
        .with("content/actors/b.md", "---\nname: B\n---\n");
    let run = folder.build(3);
    let parts = [
        "no-name",
        "write a line such as name: Mara Holm",
        "bad-kind",
        "content/actors/a.md:2",
        "`animal` is no kind of actor",
        "use one of person, organization, state, place",
        "this record has no kind",
    ];
    says(&folder, &run, &parts, &["mara-holm"]);
}

#[test]
fn a_misspelt_field_is_told_with_the_field_that_was_meant() {
    let folder = with_good().with("content/actors/vik.md", "---\nname: Jon Vik\nkind: person\nalias: [J. Vik]\n---\n");
    let run = folder.build(0);
    says(&folder, &run, &["unknown-field", "vik.md:4", "did you mean `aliases`?"], &["mara-holm", "vik"]);
}

#[test]
fn an_alias_that_two_records_claim_stays_with_the_first() {
    let folder = with_good()
        .with("content/actors/other.md", "---\nname: Mona Holm\nkind: person\naliases: [m. holm, Mo]\n---\n");
    let run = folder.build(0);
    let parts = ["alias-twice", "content/actors/other.md:4", "`M. Holm`", "content/actors/mara-holm.md:4"];
    // Records stand in order of their ids, so `mara-holm` comes first.
    says(&folder, &run, &[parts[0], parts[1], "`m. holm`", parts[3]], &["mara-holm", "other"]);
    assert_eq!(records(&folder)[1].aliases, ["Mo"]);
}

#[test]
fn an_alias_that_another_record_says_it_is_not_is_fine() {
    let folder = with_good()
        .with("content/actors/other.md", "---\nname: Mona Holm\nkind: person\nnot: [M. Holm, Mara Holm]\n---\n");
    let run = folder.build(0);
    assert!(!run.err.contains("alias-twice"), "{}", run.err);
}

#[test]
fn a_name_that_two_records_have_is_told_with_both_places() {
    let folder = with_good().with("content/actors/other.md", "---\nkind: person\nname: mara holm\n---\n");
    let run = folder.build(0);
    says(
        &folder,
        &run,
        &["name-twice", "content/actors/other.md:3", "content/actors/mara-holm.md:2"],
        &["mara-holm", "other"],
    );
}

#[test]
fn a_former_id_can_lead_to_one_record_only() {
    let folder = with_good()
        .with("content/actors/a.md", "---\nname: A\nkind: place\nwas: [old-a, mara-holm]\n---\n")
        .with("content/actors/b.md", "---\nname: B\nkind: place\nwas: [old-a, old-b]\n---\n");
    let run = folder.build(0);
    let parts = ["former-id-twice", "content/actors/a.md:4", "content/actors/mara-holm.md", "content/actors/b.md:4"];
    says(&folder, &run, &parts, &["a", "b", "mara-holm"]);
    assert_eq!(records(&folder)[1].was.iter().map(ToString::to_string).collect::<Vec<_>>(), ["old-b"]);
}

#[test]
fn a_role_of_nobody_is_told() {
    let folder = with_good().with(
        "content/actors/vik.md",
        "---\nname: Jon Vik\nkind: person\nroles: [{title: Envoy, of: atlantis}]\n---\n",
    );
    let run = folder.build(0);
    says(&folder, &run, &["role-of-nobody", "vik.md:4", "nobody has a record", "atlantis.md"], &["mara-holm", "vik"]);
}

#[test]
fn a_role_without_title_and_a_date_that_is_none_are_told() {
    let folder = with_good().with(
        "content/actors/vik.md",
        "---\nname: Jon Vik\nkind: person\nroles:\n  - of: mara-holm\n  - title: Envoy\n    from: soon\n    til: 2001\n---\n",
    );
    let run = folder.build(0);
    let parts = ["a role has no title", "`soon` is not a date", "unknown-field", "`til`"];
    says(&folder, &run, &parts, &["mara-holm", "vik"]);
    assert_eq!(records(&folder)[1].roles.len(), 1);
}

#[test]
fn an_item_of_wikidata_is_q_and_digits() {
    let folder = with_good().with("content/actors/vik.md", "---\nname: Jon Vik\nkind: person\nwikidata: 42\n---\n");
    let run = folder.build(0);
    says(&folder, &run, &["bad-value", "vik.md:4", "write it as Q and digits"], &["mara-holm", "vik"]);
    assert_eq!(records(&folder)[1].wikidata, None);
}

#[test]
fn a_record_named_as_another_page_is_left_out() {
    let folder = with_good().with("content/actors/index.md", "---\nname: Index\nkind: organization\n---\n");
    let run = folder.build(3);
    says(&folder, &run, &["reserved-id", "content/actors/index.md", "name the file after the actor"], &["mara-holm"]);
}

#[test]
fn two_files_of_one_id_are_told() {
    let folder = with_good().with("content/actors/Mara_Holm.md", "---\nname: M\nkind: person\n---\n");
    let run = folder.build(3);
    says(&folder, &run, &["record-id-twice", "content/actors/Mara_Holm.md"], &["mara-holm"]);
}
