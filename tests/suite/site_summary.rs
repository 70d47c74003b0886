//! The merged summary and where sources differ, from dossiers made by hand.
use crate::support::hand::{Site, article, dated, dossier, render};
use crate::support::reported::{at, claim, crowded, reported};
use cuttings::base::{Place, SentenceId};
use cuttings::model::{
    Citation, Decided, Decision, Discrepancy, DiscrepancyKind, Dossier, Level, Publish, Role, Ruling, Side, Summary,
};
use dom_query::Document;
use std::collections::{BTreeMap, BTreeSet};

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

#[test]
fn the_sections_stand_in_the_order_of_a_briefing() {
    let page = page(&render(&reported()), "summary.html");
    assert_eq!(
        each(&page, "main h2"),
        [
            "Key points",
            "Chronology",
            "Positions by actor",
            "Where sources differ",
            "Background",
            "Reported in one article only",
            "Gaps",
            "About the sources"
        ]
    );
    assert_eq!(each(&page, "main .label")[0], "Merged summary · as of 5 March 2020");
    assert_eq!(
        each(&page, ".lead"),
        ["What three articles, one with a known outlet, published 2 March 2020 to 5 March 2020, together report."]
    );
}

#[test]
fn a_point_cites_every_sentence_that_supports_it_and_says_how_far() {
    let page = page(&render(&reported()), "summary.html");
    let quoted = page.select(".points .matter > p .quoted");
    assert_eq!(quoted.attr("data-sentence").unwrap().to_string(), "held#s2");
    let cites = page.select(".points .witnesses .cite");
    let hrefs: Vec<String> = cites.iter().map(|cite| cite.attr("href").unwrap().to_string()).collect();
    assert_eq!(hrefs, ["articles/held.html#s2", "articles/open.html#s2", "articles/spun.html#s1"]);
    assert_eq!(each(&page, ".points .support"), ["in three articles, one of them probably derived from another"]);
    assert_eq!(
        each(&page, ".points .witnesses li"),
        [
            "The Courier, 2 Mar 2020, sentence 2",
            "Holm opens the harbour, 4 Mar 2020, sentence 2, in part",
            "Port unlocked, 5 Mar 2020, sentence 1 altered copy, in part, probably retells The Courier, 2 Mar 2020"
        ]
    );
    assert_eq!(each(&page, ".reading-marks").len(), 1);
}

#[test]
fn no_page_calls_sources_independent() {
    let site = render(&reported());
    assert!(site.iter().all(|(path, text)| !path.ends_with(".html") || !text.contains("ndependent")));
}

#[test]
fn what_is_close_is_folded_and_so_is_the_background_and_what_came_before() {
    let page = page(&render(&reported()), "summary.html");
    assert_eq!(each(&page, ".points details summary"), ["Close to it, and not counted: one sentence"]);
    assert_eq!(each(&page, ".points details .quoted"), ["Holm told reporters that people come first."]);
    assert_eq!(
        each(&page, "[aria-labelledby=background] summary"),
        ["One point before the time that the dossier is about"]
    );
    assert_eq!(each(&page, "[aria-labelledby=background] .quoted"), ["Norland has sent a ship."]);
    assert_eq!(each(&page, ".positions summary"), ["One earlier statement"]);
    assert!(!page.select("details[open]").exists());
}

#[test]
fn what_was_not_said_earlier_was_also_said() {
    let mut dossier = reported();
    let day = dossier.entries[1].article.meta.published.clone();
    dossier.entries[0].article.meta.published = day;
    for quotation in &dossier.quotations {
        for wording in &quotation.wordings {
            let at = wording.at;
            dossier.entries[at.entry as usize].reading.statements[at.statement as usize].date = None;
        }
    }
    let page = page(&render(&dossier), "summary.html");
    // Of one day, so none is the earlier one; both are there all the same.
    assert_eq!(each(&page, ".positions summary"), ["Also said: one statement"]);
    assert_eq!(page.select(".positions .folded li .quoted").length(), 1);
}

#[test]
fn what_one_article_alone_reports_says_so_once() {
    let page = page(&render(&reported()), "summary.html");
    let single = "[aria-labelledby=single]";
    assert_eq!(
        each(&page, &format!("{single} .quoted")),
        ["Nordline said that the storm had cost it a million.", "Nordline paid Norland."]
    );
    assert_eq!(each(&page, &format!("{single} .support")), ["in an altered copy only"]);
}

#[test]
fn a_source_is_called_the_same_on_every_page() {
    let site = render(&reported());
    let mut called: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in site.keys().filter(|path| path.ends_with(".html")) {
        for cite in &page(&site, path).select(".cite[dir]") {
            let href = cite.attr("href").unwrap().to_string();
            let article = href.split(['#', '_']).find(|part| part.contains("article")).unwrap_or_else(|| &href[1..]);
            let article = article.rsplit(['/', '-']).next().unwrap().trim_end_matches(".html").to_owned();
            let words = cite.text().to_string();
            called.entry(article).or_default().insert(words.split(", sentence").next().unwrap().to_owned());
        }
    }
    assert_eq!(called.len(), 3, "{called:?}");
    assert!(called.values().all(|labels| labels.len() == 1), "{called:?}");
}

#[test]
fn two_sources_of_one_outlet_and_day_are_told_apart_by_their_headlines() {
    let mut dossier = reported();
    let first = dossier.entries[0].article.meta.clone();
    let other = &mut dossier.entries[1].article.meta;
    (other.outlet, other.published) = (first.outlet, first.published);
    let witnesses = each(&page(&render(&dossier), "summary.html"), ".points .witnesses li");
    assert_eq!(witnesses[0], "The Courier, 2 Mar 2020, sentence 2 “Ferries held in Port Lennar”");
    assert_eq!(witnesses[1], "The Courier, 2 Mar 2020, sentence 2 “Holm opens the harbour”, in part");
    assert!(!witnesses[2].contains('“'), "{witnesses:?}");
}

#[test]
fn what_is_known_of_the_sources_is_said() {
    let page = page(&render(&reported()), "summary.html");
    let about = each(&page, "[aria-labelledby=about] p").remove(0);
    assert!(about.contains("One of the three is known or likely to derive from another."), "{about}");
    assert!(about.contains("One is an altered copy"), "{about}");
}

#[test]
fn gaps_name_silent_times_and_actors_who_are_never_quoted() {
    let mut silent = reported();
    silent.entries[2] = dated(silent.entries[2].clone(), "Port unlocked", "2020-09-05");
    silent.quotations.clear();
    let page = page(&render(&silent), "summary.html");
    let gaps = each(&page, ".gaps > li > p");
    assert_eq!(gaps[0], "No article was published between 4 March 2020 and 5 September 2020.");
    assert!(gaps[1].contains("often named, but no statement of theirs was found."), "{gaps:?}");
    assert!(each(&page, ".gaps > li:nth-child(2) a").contains(&"Nordline".to_owned()));
}

#[test]
fn a_point_on_which_sources_differ_says_so_wherever_it_stands() {
    let site = render(&reported());
    for path in ["summary.html", "index.html"] {
        let page = page(&site, path);
        assert_eq!(each(&page, ".points .disputed"), ["Sources differ on a name"], "{path}");
        let link = page.select(".points .disputed a");
        assert!(link.attr("href").unwrap().starts_with("discrepancies.html#x-"), "{path}");
    }
    let printed = each(&page(&site, "print.html"), ".points .disputed");
    assert_eq!(printed, ["Sources differ on a name"]);
    let mut agreed = reported();
    agreed.discrepancies.clear();
    assert!(!render(&agreed).values().any(|page| page.contains("ources differ on <a")));
}

#[test]
fn a_difference_shows_its_sides_with_the_words_that_differ() {
    let mut dossier = reported();
    let citation = Citation { article: dossier.entries[0].article.id.clone(), words: "x".to_owned(), time: None };
    dossier.decisions = vec![Decided {
        decision: Decision {
            ruling: Ruling::Hide(citation),
            reason: "Seen and kept".to_owned(),
            place: Place::file("content/decisions.toml"),
        },
        sentences: vec![at(0, 2)],
        hidden: Vec::new(),
        matched: 1,
    }];
    let site = render(&dossier);
    let page = page(&site, "discrepancies.html");
    assert_eq!(
        each(&page, ".lead"),
        ["One difference was found between these articles, side by side and without a verdict."]
    );
    assert_eq!(each(&page, ".differ h2"), ["A name differs"]);
    assert_eq!(
        each(&page, ".side .from"),
        ["The Courier, 2 Mar 2020, sentence 2", "Port unlocked, 5 Mar 2020, sentence 1 altered copy"]
    );
    assert_eq!(each(&page, ".side .value"), ["Harbour director", "Dock chief"]);
    assert_eq!(each(&page, ".side mark"), ["Harbour director", "Dock chief"]);
    assert_eq!(each(&page, ".lines .quoted"), ["Mara Holm, the harbour master, let Nordline sail from Port Lennar."]);
    assert_eq!(each(&page, ".differ .reason"), ["Seen and kept"]);
    for path in ["summary.html", "index.html"] {
        let link = self::page(&site, path).select(".differ h3 a").attr("href").unwrap().to_string();
        assert!(link.starts_with("discrepancies.html#x-"), "{link}");
    }
}

#[test]
fn the_front_page_opens_with_the_key_points() {
    let page = page(&render(&reported()), "index.html");
    assert_eq!(
        each(&page, "main h2")[..5],
        ["Key points", "Principal actors", "Chronology", "Where sources differ", "Articles, newest first"]
    );
    assert_eq!(each(&page, ".standing"), ["As of 5 March 2020: three articles, one with a known outlet"]);
    assert_eq!(page.select(".points .witnesses .cite").length(), 3);
    assert_eq!(each(&page, ".masthead summary"), ["Menu"]);
}

#[test]
fn actors_and_articles_show_the_claims_that_concern_them() {
    let site = render(&reported());
    let mara = page(&site, "actors/mara-holm.html");
    assert_eq!(
        each(&mara, "[aria-labelledby=reported] .support"),
        ["in three articles, one of them probably derived from another"]
    );
    let open = page(&site, "articles/open.html");
    let backing = each(&open, "[aria-labelledby=backing] .ground");
    assert_eq!(
        backing[0],
        "Sentence 2 supports it in part; with The Courier, 2 March 2020; outlet unknown, 5 March 2020 (in part) altered copy"
    );
    assert_eq!(backing[1], "Sentence 3 supports it fully; with The Courier, 2 March 2020");
}

#[test]
fn very_many_claims_and_articles_stay_in_pages_of_bounded_size() {
    let site = render(&crowded(40, 3_000, "the ferries wait here for the storm to pass, as they always did."));
    let summary = page(&site, "summary.html");
    assert_eq!(summary.select(".points > li").length(), 7);
    assert_eq!(summary.select(".points > li:first-child .cite").length(), 30);
    assert_eq!(each(&summary, ".points > li:first-child .witnesses > p"), ["and ten further sentences"]);
    assert_eq!(each(&summary, "#further ~ .rest .further"), ["And 2,978 more, on pages of their own."]);
    let more: usize = site
        .keys()
        .filter(|path| path.starts_with("summary/"))
        .map(|path| page(&site, path).select(".claim").length())
        .sum();
    assert_eq!(more, 2_978);
    assert!(site["index.html"].len() < 60_000 && site["summary.html"].len() < 200_000);
    let heavy: Vec<&String> = site
        .iter()
        .filter(|(path, text)| {
            text.len() > 500_000 && ["summary", "index.html", "disc"].iter().any(|start| path.starts_with(start))
        })
        .map(|(path, _)| path)
        .collect();
    assert!(heavy.is_empty(), "{heavy:?}");
}

#[test]
fn hostile_words_and_sizes_do_no_harm() {
    let line = format!("<script>alert(1)</script> & \"{}", "<i>&</i>".repeat(300));
    let mut dossier = crowded(30, 40, &line);
    let sides = |n: u32| {
        (0..9).map(move |_| Side { value: "<i>&</i>".to_owned(), sentences: vec![at(n % 30, n % 40 + 1); 80] })
    };
    let difference = |n| Discrepancy {
        kind: DiscrepancyKind::Number,
        claims: vec![0, 1, 2],
        sides: sides(n).collect(),
        also: vec![at(0, 1); 90],
    };
    dossier.discrepancies = (0..200).map(difference).collect();
    let site = render(&dossier);
    for path in ["summary.html", "index.html", "discrepancies.html"] {
        assert!(!site[path].contains("<script>alert") && !site[path].contains("<i>"), "{path}");
        assert!(site[path].len() < 500_000, "{path} has {} bytes", site[path].len());
    }
    let differing: Vec<&String> = site.keys().filter(|path| path.starts_with("discrepancies")).collect();
    let count = |path: &&String| {
        assert!(site[*path].len() < 500_000, "{path} has {} bytes", site[*path].len());
        page(&site, path).select("article.differ").length()
    };
    assert_eq!(differing.iter().map(count).sum::<usize>(), 200, "every difference stands on a page");
    assert!(page(&site, "discrepancies.html").select("a[href='discrepancies/page-2.html']").length() > 0);
}

#[test]
fn what_may_not_be_published_is_withheld() {
    for publish in [Publish::Cited, Publish::Metadata] {
        let mut dossier = reported();
        for entry in &mut dossier.entries {
            entry.publish = publish;
            entry.cited.clear();
        }
        if publish == Publish::Cited {
            dossier.entries[0].cited.insert(SentenceId(2));
        }
        let site = render(&dossier);
        let withheld = ["people come first", "had cost it a million", "Nordline paid", "Dock chief", "harbour master"];
        for path in ["summary.html", "index.html", "discrepancies.html", "articles/open.html"] {
            let shown: Vec<&&str> = withheld.iter().filter(|words| site[path].contains(**words)).collect();
            assert!(shown.is_empty(), "{path} shows {shown:?}");
        }
        let page = page(&site, "summary.html");
        let first = each(&page, ".points .matter > p:first-child").remove(0);
        assert_eq!(first.contains("not for publication"), publish == Publish::Metadata, "{first}");
        assert!(page.select(".points .cite").length() >= 3);
    }
}

#[test]
fn an_empty_dossier_and_one_without_claims_say_so() {
    let site = render(&Dossier::default());
    assert_eq!(each(&page(&site, "summary.html"), ".lead"), ["The dossier holds no articles yet."]);
    let lone = dossier(vec![dated(article("one", &[(Role::Body, "The ferry left.")]), "One", "2020-03-01")]);
    let site = render(&lone);
    let summary = page(&site, "summary.html");
    assert_eq!(
        each(&summary, "[aria-labelledby=key-points] p"),
        ["Nothing in these articles could be told as a key point."]
    );
    assert!(!page(&site, "index.html").select("#key-points").exists());
    let differing = page(&site, "discrepancies.html");
    assert_eq!(each(&differing, ".lead"), ["There are not two articles to compare."]);
    assert!(each(&differing, ".front .remark")[0].starts_with("Compared were numbers, dates, names"));
}

#[test]
fn a_claim_of_altered_copies_alone_says_so() {
    let mut dossier = reported();
    dossier.claims = vec![claim(&[(2, 1, Level::Full)], 0, &[])];
    dossier.summary = Summary { key_points: vec![0], ..Summary::default() };
    let page = page(&render(&dossier), "summary.html");
    assert_eq!(each(&page, ".points .support"), ["in an altered copy only"]);
    assert!(page.select(".points .witnesses .altered").exists());
}
