//! An id is a function of the name alone, and two names are two.

use crate::support::{Folder, report};

#[test]
fn outlets_that_differ_in_letters_are_two_and_share_no_grade() {
    let listed = "[reuters]\nname = \"Reuters\"\ngrade = \"A\"\nwhy = \"Corrects itself.\"\n";
    let names = ["Reuters", "R\u{435}uters", "\u{65f6}\u{62a5}", "\u{4e8b}\u{62a5}", "C News", "C++ News"];
    let folder =
        names.iter().enumerate().fold(Folder::new().with("content/outlets.toml", listed), |folder, (n, name)| {
            let article = format!("---\noutlet: \"{name}\"\npublished: 2020-03-0{}\n---\n{}", n + 1, report("Storm"));
            folder.with(&format!("content/articles/a{n}.txt"), article)
        });
    let run = folder.build(0);
    assert!(run.err.contains("look-alike-outlet") && run.err.contains("content/articles/a1.txt"), "{}", run.err);
    let grades: Vec<serde_json::Value> = folder.lines("articles").iter().map(|line| line["grade"].clone()).collect();
    assert_eq!(grades.iter().filter(|grade| **grade == "A").count(), 1);
    let outlets: std::collections::BTreeSet<String> =
        folder.lines("articles").iter().map(|line| line["outlet"].to_string()).collect();
    assert_eq!(outlets.len(), names.len());
}

#[test]
fn two_files_whose_names_romanise_alike_are_two_articles() {
    let folder = Folder::new()
        .with("content/articles/\u{65f6}\u{62a5}.txt", report("Ferries stop as storm nears"))
        .with("content/articles/\u{4e8b}\u{62a5}.txt", report("Bakers strike over flour"));
    let run = folder.build(0);
    assert!(run.err.contains("\n2 articles") || run.err.starts_with("2 articles"), "{}", run.err);
}

#[test]
fn the_address_of_an_article_from_before_hashes_leads_on() {
    let folder = Folder::new().with("content/articles/Fähre.txt", report("Ferries stop as storm nears"));
    folder.build(0);
    let id = folder.lines("articles")[0]["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("fahre-x"), "{id}");
    assert!(folder.page("articles/fahre.html").contains(&format!("url=../articles/{id}.html")));
}

#[test]
fn bodies_whose_long_names_begin_alike_are_two() {
    let name = "International Federation of National Associations of Private Harbour Operators and Pilots of the";
    let text = format!("The {name} North met. The {name} South did not. The {name} North and the {name} South agree.");
    let folder = Folder::new().with("content/articles/a.txt", format!("Pilots meet\n\n{text}\n"));
    folder.build(0);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn what_stands_around_a_name_says_what_it_is_the_name_of() {
    let text = "---\npublished: 2020-05-20\n---\nNews of the day\n\n\
        The satirical magazine Lenvik Ekko was printed on Monday, and the reporters of Lenvik Ekko were glad.\n\n\
        Police closed Rue Karlvik near the old harbour and then Rue Karlvik was opened again by the mayor.\n\n\
        The man carried a Brenvikov and hid it, and the police took the Brenvikov rifle to the station.\n\n\
        Ms Dagny Solvik closed the pier, and the police thanked Ms Solvik and the crew of Ms Solvik on Friday.\n\n\
        The captain of HMS Tomas Dalen said the ship would leave, and HMS Tomas Dalen left on Tuesday.\n";
    let folder = Folder::new().with("content/articles/a.txt", text);
    folder.build(0);
    let actors = folder.lines("actors");
    let kind = |name: &str| actors.iter().find(|actor| actor["name"] == name).map(|actor| actor["kind"].clone());
    assert_eq!(kind("Lenvik Ekko"), Some("organization".into()), "{actors:?}");
    assert_eq!(kind("Rue Karlvik"), Some("place".into()), "{actors:?}");
    assert_eq!(kind("Dagny Solvik"), Some("person".into()), "{actors:?}");
    assert_eq!((kind("Brenvikov"), kind("Tomas Dalen")), (None, None), "{actors:?}");
}
