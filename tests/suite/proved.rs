//! What `build` wrote passes `check`, whatever the articles hold.
use crate::support::annotated::cases;
use crate::support::{Folder, files, project, report};
use cuttings::analysis::{readings, weave};
use cuttings::base::Severity;
use cuttings::check::check;
use cuttings::read::Layout;
use cuttings::site::{Templates, lay_out};
use cuttings::write::publish;
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::LazyLock;

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
fn a_note_may_cite_what_is_no_part_of_its_article() {
    let page = format!(
        "<html lang=\"en\"><body><nav><a href=\"/\">Home page of the harbour</a> <a href=\"/x\">Read about the weather</a></nav>\
         <article><h1>Ferries stop as storm nears</h1><p>{}</p></article><footer>All rights reserved by the Courier.</footer>\
         </body></html>",
        report("").trim().replace("\n\n", "</p><p>")
    );
    let note = "It is so. [@a \"All rights reserved\"] [@a \"Home page of the harbour\"] [@a \"People come first\"]";
    for publish in ["full", "cited", "metadata"] {
        let folder = Folder::new()
            .with("content/articles/a.html", &page)
            .with("content/dossier.toml", format!("title = \"Storms\"\npublish = \"{publish}\"\n"))
            .with("content/notes/n.md", note);
        let folder = proved(folder);
        let sentences = folder.page("data/sentences.jsonl");
        let furniture = |words: &str| sentences.lines().any(|line| line.contains(words) && line.contains("furniture"));
        let shown = furniture("All rights reserved") && furniture("Home page of the harbour");
        assert_eq!(shown, publish != "metadata", "{publish}: {sentences}");
        assert_eq!(folder.page("articles/a.html").contains("All rights reserved"), shown, "{publish}");
    }
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

/// How many sentences support the claim with these words fully that most do, and whether the export says what was counted.
fn full(folder: &Folder, words: &str) -> (usize, bool) {
    let claims = folder.page("data/claims.jsonl");
    let counted = claims
        .lines()
        .filter(|claim| claim.contains(words))
        .map(|claim| (claim.matches(r#""level":"full""#).count(), claim.contains(r#""numbers":[{"#)));
    counted.max().unwrap()
}

#[test]
fn a_number_counts_in_every_spelling_and_a_mark_glued_to_a_word_is_none_of_its_own() {
    let texts = [
        "Mara Holm said that 5,000 passengers had waited at the pier.",
        "Mara Holm said that five thousand passengers waited at the pier.",
    ];
    assert_eq!(full(&proved(paragraphs(&texts)), "waited at the pier"), (2, true));
    let texts = [
        "The port of Oslo was shut on Monday.\n\nTwo hundred and fifty [9] waited at the pier in the rain.",
        "Ships waited off Bergen on Tuesday.\n\nTwo hundred and fifty passengers[9] waited at the pier in the rain.",
    ];
    assert_eq!(full(&proved(paragraphs(&texts)), "waited at the pier"), (2, true));
}

#[test]
fn support_that_lacks_an_actor_is_never_full() {
    let texts = [
        "Mara by mara days dropped that who that two. Mara Holm left.",
        "For mara mara had days by dropped two by the had the after. Mara Holm left.",
    ];
    assert_eq!(full(&proved(paragraphs(&texts)), "dropped").0, 1);
}

#[test]
fn who_is_pointed_at_need_not_be_counted() {
    let said = |port: &str| {
        format!(
            "The Lennar Union claims progress.\n\nThe Lennar Union has claimed rapid progress in its talks with the port.\n\n\
             \"Leaving {port} is in no one's interests,\" said Mara Holm, the harbour pilot who led the group, CNN reported."
        )
    };
    let folder = proved(paragraphs(&[&said(""), &said("Norway")]));
    let pointed = folder.lines("mentions").into_iter().filter(|mention| mention["how"] == "description");
    assert_eq!(pointed.filter(|mention| mention["actor"] == "lennar-union").count(), 2);
    let claims = folder.page("data/claims.jsonl");
    let said = claims.lines().find(|line| line.contains("no one's interests")).unwrap();
    assert_eq!(said.matches(r#""level":"full""#).count(), 2, "{said}");
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

/// The lines of texts at hand, text by text.
static STOCK: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let cases = ["reuse", "names", "blocks"].into_iter().flat_map(cases).flat_map(|case| case.articles);
    let articles = files(&project().join("content/articles")).into_iter().filter(|(path, _)| path.ends_with(".txt"));
    let texts = cases.map(|article| article.text).chain(articles.map(|(_, bytes)| String::from_utf8(bytes).unwrap()));
    texts.map(|text| text.lines().filter(|line| !line.is_empty()).take(60).map(str::to_owned).collect()).collect()
});

/// What slips into texts where they are copied, saved and pasted.
const SLIPS: [&str; 20] = [
    "\0",
    "\u{b}",
    "\u{c}",
    "\r",
    "\u{85}",
    "\u{a0}",
    "\u{fffe}",
    "\u{fdd0}",
    "\u{1ffff}",
    "\u{2028}",
    "\u{301}",
    "[9]",
    "<b>",
    "</p><p>",
    "&#xfffe;",
    " not ",
    " fifty ",
    " 5,000 ",
    " on 14 March ",
    "\"",
];

/// A text of pieces of those at hand, each a text, a line of it and how many follow.
fn spliced() -> impl Strategy<Value = String> {
    let piece = (any::<Index>(), any::<Index>(), 1..5_usize);
    proptest::collection::vec(piece, 1..4).prop_map(|pieces| {
        let lines = |(text, line, count): (Index, Index, usize)| {
            let text = text.get(&STOCK);
            text.iter().skip(line.index(text.len())).take(count).cloned().collect::<Vec<_>>().join("\n\n")
        };
        pieces.into_iter().map(lines).collect::<Vec<_>>().join("\n\n")
    })
}

/// Where a word is gone, or what has slipped in before it.
type Slip = (Index, Option<Index>);

/// A copy of `text` in which some words are gone, or something has slipped in between.
fn slipped(text: &str, slips: &[Slip]) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    for (at, slip) in slips {
        let at = at.index(words.len());
        match slip {
            Some(slip) => words.insert(at, SLIPS[slip.index(SLIPS.len())]),
            None if words.len() > 1 => _ = words.remove(at),
            None => {}
        }
    }
    words.join(" ")
}

proptest! {
    #![proptest_config(crate::support::tries(32))]

    #[test]
    fn what_was_built_from_any_texts_is_proved(
        texts in proptest::collection::vec(spliced(), 1..3),
        articles in proptest::collection::vec(
            (any::<Index>(), proptest::collection::vec((any::<Index>(), proptest::option::of(any::<Index>())), 0..6), 0..4_u8),
            2..6,
        ),
    ) {
        let put = |folder: Folder, (at, (text, slips, form)): (usize, &(Index, Vec<Slip>, u8))| {
            let text = slipped(text.get::<String>(&texts), slips);
            match form {
                0 => folder.with(&format!("a{at}.html"), format!("<html lang=\"en\"><p>{}", text.replace("\n\n", "<p>"))),
                1 => folder.with(&format!("a{at}.md"), format!("---\noutlet: Courier\npublished: 2020-03-0{}\n---\n{text}", at + 1)),
                2 => folder.with(&format!("a{at}.md"), format!("---\noutlet: Courier\npublish: cited\n---\n{text}")),
                _ => folder.with(&format!("a{at}.txt"), text),
            }
        };
        let folder = articles.iter().enumerate().fold(Folder::new(), put);
        let site = folder.path().join("site");
        let found = cuttings::read::read(&Layout::of(folder.path()).unwrap(), &site, &|| ()).unwrap();
        let readings = readings(&found.corpus, &|| ());
        let dossier = weave(found.corpus, readings, None).0;
        let templates = Templates::embedded().unwrap();
        publish(&lay_out(&dossier, &templates), &site, &dossier.settings.keep, &|_| ()).unwrap();
        let articles = dossier.entries.iter().map(|entry| &entry.article);
        let saved = articles.map(|article| (article.id.clone(), article.saved.text.as_str())).collect();
        let told = check(&site, &saved, &|_| false).unwrap();
        let wrong: Vec<_> = told.into_iter().filter(|told| told.severity != Severity::Note).collect();
        let texts: Vec<_> = dossier.entries.iter().map(|entry| (&entry.article.id, &entry.article.saved.text)).collect();
        prop_assert!(wrong.is_empty(), "{wrong:#?} {texts:#?}");
    }
}
