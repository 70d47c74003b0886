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

/// Articles of one headline and one paragraph each.
fn paragraphs(texts: &[&str]) -> Folder {
    let put = |folder: Folder, (at, text): (usize, &&str)| {
        folder.with(&format!("a{at}.txt"), format!("Ferries stop, part {at}\n\n{text}\n"))
    };
    texts.iter().enumerate().fold(Folder::new(), put)
}

/// How many sentences support the first claim fully, and whether the export says what was counted of them.
fn full(folder: &Folder) -> (usize, bool) {
    let claims = folder.page("data/claims.jsonl");
    let first = claims.lines().next().unwrap();
    (first.matches(r#""level":"full""#).count(), first.contains(r#""numbers":[{"#))
}

#[test]
fn a_number_counts_in_every_spelling_and_a_mark_glued_to_a_word_is_none_of_its_own() {
    let texts = [
        "Mara Holm said that 5,000 passengers had waited at the pier.",
        "Mara Holm said that five thousand passengers waited at the pier.",
    ];
    assert_eq!(full(&proved(paragraphs(&texts))), (2, true));
    let texts = [
        "The port of Oslo was shut on Monday.\n\nTwo hundred and fifty [9] waited at the pier in the rain.",
        "Ships waited off Bergen on Tuesday.\n\nTwo hundred and fifty passengers[9] waited at the pier in the rain.",
    ];
    assert_eq!(full(&proved(paragraphs(&texts))), (2, true));
}

#[test]
fn support_that_lacks_an_actor_is_never_full() {
    let texts = [
        "Mara by mara days dropped that who that two. Mara Holm left.",
        "For mara mara had days by dropped two by the had the after. Mara Holm left.",
    ];
    assert_eq!(full(&proved(paragraphs(&texts))).0, 1);
}

#[test]
fn a_copy_supports_in_full_although_its_names_were_read_otherwise() {
    let said = "I read some Marvel, but I was more of a Dansk man.";
    let long = format!(
        "In the 2014 film Ship of Days, a Marvel Comics adaptation, a boy runs.\n\nKarl Berg loved Marvel Comics as a kid.\n\n{said}"
    );
    let folder = proved(paragraphs(&[&long, said]));
    let claims = folder.page("data/claims.jsonl");
    let own = claims.lines().find(|line| line.contains(said)).unwrap();
    assert_eq!(own.matches(r#""level":"full""#).count(), 2, "{own}");
}

#[test]
fn support_called_full_by_hand_is_found_out() {
    let folder = proved(paragraphs(&[
        "Mara Holm closed the old pier at Lennar and sent 40 workers home after cracks were found.",
        "Mara Holm closed the old pier at Lennar after cracks were found by Anna Berg of the harbour office.",
    ]));
    let claims = folder.page("data/claims.jsonl");
    assert!(claims.contains(r#""level":"partial""#), "{claims}");
    folder.write("site/data/claims.jsonl", claims.replace("partial", "full"));
    let run = folder.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("support-unproved") && run.err.contains("not-as-built"), "{}", run.err);
}
