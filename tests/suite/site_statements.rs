//! The pages of statements, from a dossier made by hand.
#![expect(clippy::unwrap_used, reason = "tests stop where they cannot go on")]

use crate::support::hand::{Site, actor, article, cast, dated, render};
use crate::support::told::{statement, told, wording};
use cuttings::base::{PartialDate, When};
use cuttings::model::{ActorKind, Difference, Dossier, Publish, Quotation, Role, StatementKind};
use dom_query::Document;

fn page(site: &Site, path: &str) -> Document {
    Document::from(site.get(path).unwrap_or_else(|| panic!("no {path}")).as_str())
}

/// The words of each element, white space collapsed.
fn each(page: &Document, selector: &str) -> Vec<String> {
    let words = |node| {
        let text: String = dom_query::Selection::from(node).text().to_string();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(selector).nodes().iter().copied().map(words).collect()
}

/// As many articles as days, each with as many statements of one speaker as `each`.
fn chatty(articles: u32, each: usize) -> Dossier {
    let lines: Vec<String> = (0..each).map(|n| format!("Anna Brandt said: “The dike number x{n}x holds.”")).collect();
    let lines: Vec<(Role, &str)> = lines.iter().map(|line| (Role::Body, line.as_str())).collect();
    let entries = (0..articles).map(|n| {
        let day = PartialDate::day_of(2020, n % 12 + 1, n / 12 + 1).unwrap();
        let mut entry = dated(article(&format!("day-{n:03}"), &lines), "The dikes", &day.to_string());
        for line in 0..each {
            let said = format!("“The dike number x{line}x holds.”");
            statement(&mut entry, StatementKind::Direct, &[&said], "Anna Brandt", "said");
        }
        (entry, Vec::new())
    });
    let mut dossier = cast(entries.collect(), vec![actor("anna-brandt", "Anna Brandt", ActorKind::Person)]);
    for entry in 0..articles {
        let each = u32::try_from(each).unwrap();
        dossier.quotations.extend((0..each).map(|at| Quotation {
            speaker: Some(0),
            wordings: vec![wording(entry, at, Difference::Earliest, Vec::new())],
        }));
    }
    dossier
}

#[test]
fn speakers_come_by_falling_number_of_statements_and_those_without_a_name_last() {
    let page = page(&render(&told()), "statements.html");
    assert_eq!(each(&page, ".speakers li"), ["Nordline 2", "Mara Holm 1", "Speakers who are not named 1"]);
    assert_eq!(each(&page, ".lead"), ["Four statements, one of them in several wordings."]);
    assert_eq!(
        each(&page, ".entries-of h2"),
        ["Nordline two statements", "Mara Holm one statement", "Speakers who are not named one statement"]
    );
    assert_eq!(each(&page, ".described"), ["Ann Quist"]);
}

#[test]
fn wordings_stand_as_rows_with_their_changes_and_their_sources() {
    let page = page(&render(&told()), "statements.html");
    let quotation = "[id='said-held-2']";
    assert_eq!(each(&page, &format!("{quotation} .heads")), ["two wordings"]);
    assert_eq!(
        each(&page, &format!("{quotation} .quoted")),
        ["Holm told reporters that people come first.", "The director thanked Norland."]
    );
    assert_eq!(each(&page, &format!("{quotation} mark")), ["come first"]);
    assert_eq!(each(&page, &format!("{quotation} .around")), ["Holm told reporters", ".", "The director thanked", "."]);
    let notes = each(&page, &format!("{quotation} .margin"));
    assert!(notes[0].starts_with("earliest in this dossier · told, not quoted · source’s word “told”"), "{notes:?}");
    assert!(notes[0].contains("The Courier, 2 Mar 2020"), "{notes:?}");
    assert!(notes[1].starts_with("reworded · quoted in part · source’s word “thanked” (praised) · for Nordline"));
}

#[test]
fn of_two_articles_of_one_day_neither_is_called_the_earliest() {
    let mut dossier = told();
    dossier.entries[1].article.meta.published = dossier.entries[0].article.meta.published.clone();
    let page = page(&render(&dossier), "statements.html");
    assert_eq!(each(&page, "[id='said-held-2'] strong"), ["the others are compared with it", "reworded"]);
}

#[test]
fn a_statement_says_when_it_was_made_or_else_when_it_was_published() {
    let page = page(&render(&told()), "statements.html");
    assert_eq!(each(&page, "[id='said-held-1'] .gutter"), ["2 March 2020"]);
    assert_eq!(each(&page, "[id='said-open-2'] .gutter"), ["published 4 March 2020"]);
    assert!(each(&page, "[id='said-open-2'] .margin")[0].contains("as reported by harbour master"));
}

#[test]
fn a_century_is_no_date_of_a_statement() {
    let mut dossier = told();
    dossier.entries[0].reading.dates[0].when = Some(When::Century(16));
    let page = page(&render(&dossier), "statements.html");
    assert_eq!(each(&page, "[id='said-held-1'] .gutter"), ["published 2 March 2020"]);
}

#[test]
fn the_list_by_date_leads_to_every_statement() {
    let site = render(&told());
    let page = page(&site, "statements.html");
    let lines = page.select(".dates .matter > a:first-child");
    assert_eq!(lines.length(), 4);
    for line in &lines {
        let id = line.attr("href").unwrap().trim_start_matches('#').to_owned();
        assert!(page.select(&format!("[id='{id}']")).exists(), "{id}");
    }
    assert_eq!(each(&page, ".dates .gutter")[0], "2 March 2020");
}

#[test]
fn an_actor_s_page_has_what_it_said_and_what_others_said_of_it() {
    let site = render(&told());
    let mara = page(&site, "actors/mara-holm.html");
    assert_eq!(each(&mara, "[aria-labelledby=said] .quoted").len(), 2);
    let norland = page(&site, "actors/norland.html");
    assert!(!norland.select("#said").exists());
    let nordline = page(&site, "actors/nordline.html");
    let said = each(&nordline, "[aria-labelledby=said] .gutter");
    assert_eq!(said, ["published 4 March 2020", "2 March 2020"]);
    let port = page(&site, "actors/port-lennar.html");
    assert_eq!(each(&port, "[aria-labelledby=about] .heads a"), ["Nordline"]);
}

#[test]
fn a_statement_earns_its_speaker_a_page_unless_an_editor_hides_it() {
    let mut dossier = chatty(1, 1);
    assert!(render(&dossier).contains_key("actors/anna-brandt.html"));
    let mut record = told().actors.iter().find_map(|actor| actor.record.clone()).unwrap();
    record.hide = true;
    dossier.actors[0].record = Some(record);
    let site = render(&dossier);
    assert!(!site.contains_key("actors/anna-brandt.html"));
    assert_eq!(each(&page(&site, "statements.html"), ".entries-of h2"), ["Speakers who are not named one statement"]);
}

#[test]
fn a_long_ledger_is_parted_by_date_and_by_speaker() {
    let dossier = chatty(120, 5);
    let site = render(&dossier);
    let part = |start: &str| -> Vec<String> { site.keys().filter(|path| path.starts_with(start)).cloned().collect() };
    let months = part("statements/");
    assert_eq!((months.len(), months[0].as_str()), (12, "statements/2020-01.html"));
    let said = part("actors/anna-brandt/");
    assert!(said.len() > 1 && said.iter().any(|path| path == "actors/anna-brandt/said.html"));
    for paths in [&months, &said] {
        let count: usize = paths.iter().map(|path| page(&site, path).select(".quotation").length()).sum();
        assert_eq!(count, 600);
    }
    let overview = page(&site, "statements.html");
    assert_eq!(overview.select(".quotation").length(), 12);
    assert_eq!(each(&overview, ".speakers li"), ["Anna Brandt 600"]);
    assert_eq!(each(&overview, ".years > li > ul a")[0], "January");
    let own = page(&site, "actors/anna-brandt.html");
    assert_eq!(own.select("[aria-labelledby=said] .quotation").length(), 8);
    assert!(each(&own, "[aria-labelledby=said] .further")[0].starts_with("And 592 more: all that they said"));
    let spared = |path: &str| !path.ends_with(".html") || path.starts_with("print");
    assert!(site.iter().all(|(path, page)| spared(path) || page.len() < 500_000));
}

#[test]
fn an_quotation_of_very_many_wordings_stays_small() {
    let mut dossier = chatty(100, 1);
    let wordings = (0..100).map(|entry| wording(entry, 0, Difference::Same, Vec::new())).collect();
    dossier.quotations = vec![Quotation { speaker: Some(0), wordings }];
    let page = page(&render(&dossier), "statements.html");
    assert_eq!(page.select(".versions > li").length(), 6);
    assert!(each(&page, ".pointers")[0].ends_with("and 70 more"));
}

#[test]
fn words_that_may_not_be_published_are_nowhere() {
    for publish in [Publish::Cited, Publish::Metadata] {
        let mut dossier = told();
        dossier.entries[0].publish = publish;
        dossier.entries[2].publish = publish;
        let site = render(&dossier);
        let register = page(&site, "statements.html");
        assert!(
            each(&register, "[id='said-held-1'] .unknown").contains(&"The words are not for publication.".to_owned())
        );
        assert_eq!(each(&register, "[aria-labelledby=not-named] .heads"), ["speaker not named"]);
        for (path, text) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
            assert!(!text.contains("people come") && !text.contains("counted ships"), "{path}");
        }
    }
}

#[test]
fn hostile_words_are_escaped() {
    let line = "<b>Anna</b> & Co said: “<img src=x onerror=alert(1)>”";
    let mut entry = dated(article("one", &[(Role::Body, line)]), "One", "2020-03-01");
    statement(&mut entry, StatementKind::Direct, &["“<img src=x onerror=alert(1)>”"], "<b>Anna</b> & Co", "said");
    let mut dossier = cast(vec![(entry, Vec::new())], Vec::new());
    dossier.quotations =
        vec![Quotation { speaker: None, wordings: vec![wording(0, 0, Difference::Earliest, Vec::new())] }];
    let site = render(&dossier);
    let page = page(&site, "statements.html");
    assert!(!site["statements.html"].contains("<img") && !site["statements.html"].contains("<b>Anna"));
    assert_eq!(each(&page, ".quotation .quoted"), [line]);
    assert_eq!(each(&page, ".described"), ["<b>Anna</b> & Co"]);
}

#[test]
fn a_dossier_without_statements_says_so() {
    let mut dossier = told();
    dossier.quotations.clear();
    let page = page(&render(&dossier), "statements.html");
    assert_eq!(each(&page, ".lead"), ["No statement was found in these articles."]);
    assert!(!page.select(".speakers").exists());
}
