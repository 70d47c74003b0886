//! What `build` wrote passes `check`, whatever the articles hold.
use crate::support::{Folder, report};

/// Builds the site, checks it, and gives the folder back.
fn proved(folder: Folder) -> Folder {
    assert!(folder.run(&["build"]).code != 4, "no site was written");
    let run = folder.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.err);
    folder
}

#[test]
fn a_line_that_recurs_in_an_outlets_articles_is_cited_by_nothing() {
    let story = |day: u32| {
        format!(
            "---\noutlet: Courier\npublished: 2020-03-0{day}\n---\nFerries stop on day {day} of the storm\n\n\
             On day {day} the port was shut, harbour master Mara Holm said. “We had {day},000 passengers,” she told reporters.\n\n\
             “Nobody sails before 3 May,” Holm said.\n"
        )
    };
    let folder = (1..=5).fold(Folder::new(), |folder, day| folder.with(&format!("day-{day}.md"), story(day)));
    let folder = proved(folder);
    assert_eq!(folder.page("data/sentences.jsonl").matches(r#""rule":"recurs""#).count(), 5);
    for file in ["data/statements.jsonl", "data/claims.jsonl", "data/events.jsonl", "data/mentions.jsonl", "print.html"]
    {
        let page = folder.page(file);
        assert!(!page.contains("Nobody sails") && !page.contains("3 May"), "{file}: {page}");
    }
}

#[test]
fn a_note_may_cite_what_the_printed_dossier_leaves_out() {
    let page = format!(
        "<html lang=\"en\"><body><nav><a href=\"/\">Home page of the harbour</a> <a href=\"/x\">Read about the weather</a></nav>\
         <article><h1>Ferries stop as storm nears</h1><p>{}</p></article><footer>All rights reserved by the Courier.</footer>\
         </body></html>",
        report("").trim().replace("\n\n", "</p><p>")
    );
    let note = "It is so. [@a \"All rights reserved\"] [@a \"Home page of the harbour\"] [@a \"People come first\"]";
    let folder = Folder::new().with("content/articles/a.html", page).with("content/notes/n.md", note);
    let folder = proved(folder);
    let sentences = folder.page("data/sentences.jsonl");
    let furniture = |words: &str| sentences.lines().any(|line| line.contains(words) && line.contains("furniture"));
    assert!(furniture("All rights reserved") && furniture("Home page of the harbour"), "{sentences}");
}

#[test]
fn characters_that_no_page_can_hold_are_shown_by_one_that_stands_for_them() {
    let strange =
        "The port wa\u{fffe}s shut\u{1} on Mon\u{fdd0}day,\u{b}Mara\u{85}Holm\u{1fffe} said.\u{c}It\0 rained\u{7f}.\n";
    let folder = proved(Folder::new().with("a.txt", format!("{}\n{strange}", report("Ferries stop"))));
    assert!(folder.page("articles/a.html").contains("wa\u{fffd}s shut\u{fffd} on Mon\u{fffd}day, "));
    assert!(folder.page("articles/a.txt").contains(strange));
}
