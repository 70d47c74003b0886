//! The chronology, from a dossier made by hand.
#![expect(clippy::unwrap_used, reason = "tests stop where they cannot go on")]

use crate::support::hand::{Site, article, cast, dated, render};
use crate::support::told::{date, event, told, when};
use cuttings::base::{PartialDate, SentenceId, When};
use cuttings::model::{DateBasis, Dossier, Publish, Role, SentenceRef, Status};
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

/// One article with a sentence for each date, and an event for each sentence.
fn dated_by(dates: &[When]) -> Dossier {
    let lines: Vec<String> = dates.iter().enumerate().map(|(n, _)| format!("The ferry number x{n}x sailed.")).collect();
    let lines: Vec<(Role, &str)> = lines.iter().map(|line| (Role::Body, line.as_str())).collect();
    let entry = dated(article("log", &lines), "The log", "2021-06-01");
    let mut dossier = cast(vec![(entry, Vec::new())], Vec::new());
    for (n, when) in dates.iter().enumerate() {
        let at = date(&mut dossier.entries[0], &format!("x{n}x"), *when, DateBasis::Words);
        let event = event(&dossier, 0, at, Status::Happened, &[]);
        dossier.events.push(event);
    }
    dossier
}

fn days(year: i32, count: u32) -> impl Iterator<Item = When> {
    let day = move |n: u32| PartialDate::day_of(year, n % 12 + 1, n / 12 % 28 + 1).unwrap();
    let mut days: Vec<PartialDate> = (0..count).map(day).collect();
    days.sort_unstable();
    days.into_iter().map(When::Date)
}

#[test]
fn an_event_is_one_whole_sentence_with_its_date_its_actors_and_its_source() {
    let site = render(&told());
    let page = page(&site, "chronology.html");
    assert_eq!(
        each(&page, ".chronology .matter .quoted"),
        [
            "Harbour director Mara Holm closed Port Lennar on Monday, the ferry company Nordline said.",
            "She will decide again on Wednesday."
        ]
    );
    assert_eq!(each(&page, ".chronology mark"), ["Monday", "Wednesday"]);
    assert_eq!(each(&page, ".chronology .gutter"), ["2 March 2020", "4 March 2020 planned when written"]);
    let dates = page.select(".chronology > li[id] .gutter a");
    let leads: Vec<String> = dates.iter().filter_map(|date| date.attr("href")).map(|href| href.to_string()).collect();
    assert_eq!(leads, ["#time-2-march-2020", "#time-4-march-2020"]);
    assert_eq!(each(&page, ".chronology .who a")[..3], ["Mara Holm", "Nordline", "Port Lennar"]);
    let margins = each(&page, ".chronology .margin");
    assert!(
        margins[0].starts_with("The Courier, 2 Mar 2020, sentence 2 Also told in Port unlocked, 5 Mar 2020"),
        "{margins:?}"
    );
    assert!(margins[0].contains("altered copy"), "{margins:?}");
    let quoted = page.select(".chronology .quoted");
    assert_eq!(quoted.attr("data-sentence").unwrap().to_string(), "held#s2");
    assert_eq!(page.select(".chronology .margin .cite").attr("href").unwrap().to_string(), "articles/held.html#s2");
}

#[test]
fn a_dossier_without_dates_says_so() {
    let mut dossier = told();
    dossier.events.clear();
    for entry in &mut dossier.entries {
        entry.article.meta.published = None;
    }
    let site = render(&dossier);
    let page = page(&site, "chronology.html");
    assert_eq!(each(&page, ".lead"), ["No dated event was found in these articles."]);
    assert!(!page.select("svg").exists() && !Document::from(site["index.html"].as_str()).select("svg").exists());
}

#[test]
fn background_is_folded_before_the_rest() {
    let mut dossier = dated_by(&[when("1979"), when("2021-05-01"), when("2021-05-02")]);
    dossier.events[0].background = true;
    let page = page(&render(&dossier), "chronology.html");
    assert_eq!(each(&page, "details.background .gutter"), ["1979"]);
    assert_eq!(each(&page, ".folded summary"), ["Background: one event before the time that the dossier is about"]);
    assert_eq!(each(&page, ".entries-of > .chronology .gutter"), ["1 May 2021", "2 May 2021"]);
    assert!(each(&page, ".lead")[0].ends_with("1 more lies before the time that the dossier is about."));
}

#[test]
fn several_years_have_headings_and_a_full_year_has_months() {
    let all: Vec<When> = [when("2019")].into_iter().chain(days(2021, 30)).collect();
    let page = page(&render(&dated_by(&all)), "chronology.html");
    assert_eq!(each(&page, "h2.year"), ["2019", "2021"]);
    assert_eq!(each(&page, "h3.month")[..2], ["January", "February"]);
    assert_eq!(each(&page, ".years > li"), ["2019 1", "2021 30"]);
    assert_eq!(page.select(".years a").attr("href").unwrap().to_string(), "#year-2019");
}

#[test]
fn a_date_is_a_time_element_only_where_html_has_a_form_for_it() {
    let page = page(&render(&dated_by(&[When::Decade(198), when("2003"), when("2021-10-20")])), "chronology.html");
    assert_eq!(each(&page, ".chronology .gutter .stretch"), ["the 1980s"]);
    assert_eq!(each(&page, ".chronology .gutter time"), ["2003", "20 October 2021"]);
}

#[test]
fn a_long_chronology_is_parted_by_year_and_a_long_year_by_month() {
    let all: Vec<When> = days(2020, 200).chain([when("2021")]).chain(days(2021, 330)).chain(days(2022, 3)).collect();
    let dossier = dated_by(&all);
    let site = render(&dossier);
    let parts: Vec<&str> = site.keys().map(String::as_str).filter(|path| path.starts_with("chronology/")).collect();
    assert_eq!(parts[..3], ["chronology/2020.html", "chronology/2021-01.html", "chronology/2021-02.html"]);
    assert!(parts.contains(&"chronology/2021.html") && parts.contains(&"chronology/2022.html"));
    let overview = page(&site, "chronology.html");
    assert!(overview.select("svg").exists() && !overview.select(".chronology").exists());
    assert_eq!(each(&overview, ".years > li > a"), ["2020", "2022"]);
    assert_eq!(each(&overview, ".years ul a")[..2], ["no month given", "January"]);
    let told: usize = parts.iter().map(|path| page(&site, path).select(".chronology .quoted").length()).sum();
    assert_eq!(told, all.len());
    let february = page(&site, "chronology/2021-02.html");
    assert_eq!(each(&february, "h1"), ["February 2021"]);
    assert_eq!(february.select("[rel=prev]").attr("href").unwrap().to_string(), "../chronology/2021-01.html");
    let spared = |path: &str| !path.ends_with(".html") || path.starts_with("print");
    assert!(site.iter().all(|(path, page)| spared(path) || page.len() < 500_000));
}

#[test]
fn whom_a_link_has_led_to_a_date_finds_the_dates_beside_it() {
    let page = page(
        &render(&dated_by(&[when("2021-05-01"), when("2021-05-02"), when("2021-05-02"), when("2022")])),
        "chronology.html",
    );
    let steps = |id: &str| -> Vec<(String, String)> {
        let each = page.select(&format!("#{id} .beside a"));
        each.iter().map(|a| (a.attr("class").unwrap().to_string(), a.attr("href").unwrap().to_string())).collect()
    };
    let step = |rel: &str, href: &str| (rel.to_owned(), href.to_owned());
    assert_eq!(steps("time-1-may-2021"), [step("next", "#time-2-may-2021")]);
    assert_eq!(steps("time-2-may-2021"), [step("prev", "#time-1-may-2021"), step("next", "#time-2022")]);
    assert_eq!(page.select(".beside").length(), 3);
}

#[test]
fn an_event_of_any_number_of_retellings_is_shown_once() {
    let mut dossier = dated_by(&[when("2021-05-01"), when("2021-05-02")]);
    dossier.events[0].also = vec![SentenceRef { entry: 0, sentence: SentenceId(2) }; 500];
    let page = page(&render(&dossier), "chronology.html");
    assert!(each(&page, ".margin")[0].ends_with("and 492 more sentences"));
}

#[test]
fn what_may_not_be_published_is_told_by_another_or_not_shown() {
    let mut dossier = told();
    dossier.entries[0].publish = Publish::Cited;
    let site = render(&dossier);
    let first = page(&site, "chronology.html");
    assert_eq!(each(&first, ".chronology .quoted"), ["Dock chief M Holm unlocked the port, as Nordline wished."]);
    assert_eq!(each(&first, ".chronology .matter .unknown").len(), 1);
    for (path, text) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!text.contains("decide again"), "{path}");
        assert!(path == "method.html" || !text.contains("Wednesday"), "{path}");
    }
}

#[test]
fn hostile_words_are_escaped() {
    let line = "<script>alert(1)</script> \"ran\" & 'sailed' on Friday.";
    let entry = dated(article("log", &[(Role::Body, line)]), "The log", "2021-06-01");
    let mut dossier = cast(vec![(entry, Vec::new())], Vec::new());
    date(&mut dossier.entries[0], "Friday", when("2021-05-28"), DateBasis::Publication);
    dossier.events = vec![event(&dossier, 0, 0, Status::Unknown, &[])];
    let site = render(&dossier);
    assert!(!site["chronology.html"].contains("<script>alert"));
    let page = page(&site, "chronology.html");
    assert_eq!(each(&page, ".chronology .quoted"), [line]);
    assert_eq!(each(&page, ".status"), ["unclear whether it happened"]);
}

#[test]
fn the_drawing_is_named_and_described_and_has_no_style_of_its_own() {
    let site = render(&dated_by(&[when("2021-01-01"), when("2021-05"), when("2021"), when("2021-05-02")]));
    for path in ["chronology.html", "index.html"] {
        let page = page(&site, path);
        let svg = page.select("svg");
        assert_eq!(svg.attr("role").unwrap().to_string(), "img");
        assert_eq!(svg.attr("aria-labelledby").unwrap().to_string(), "strip-title strip-desc");
        let desc = each(&page, "desc").remove(0);
        assert!(desc.starts_with("Four events, 1 January 2021 to 31 December 2021"), "{desc}");
        assert!(!site[path].contains("style="));
        assert_eq!((page.select("path.long").length(), page.select("path.paper").length()), (1, 1));
    }
}

#[test]
fn dates_in_the_text_of_an_article_show_their_value() {
    let site = render(&told());
    let page = page(&site, "articles/held.html");
    let date = page.select(".text time.date");
    assert_eq!(date.attr("datetime").unwrap().to_string(), "2020-03-02");
    assert_eq!(date.attr("title").unwrap().to_string(), "2 March 2020");
    assert_eq!(
        each(&page, ".dates > div"),
        ["Monday 2 March 2020 by the day of publication", "Wednesday 4 March 2020 by the day of publication"]
    );
}

#[test]
fn the_page_of_an_actor_has_the_events_that_name_it() {
    let page = page(&render(&told()), "actors/nordline.html");
    assert_eq!(each(&page, "[aria-labelledby=times] .gutter"), ["2 March 2020"]);
}
