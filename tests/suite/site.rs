//! The site of a dossier made by hand: links, wording, levels of publication, data.
#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "paths of the site are in lower case")]

use crate::support::hand::{article, conforms, dated, dossier, render, resolve, words_of};
use cuttings::base::{OutletId, PartialDate, SentenceId, Span};
use cuttings::model::{Basis, Dossier, Grade, Known, Language, Outlet, Publish, Role};
use dom_query::Document;
use std::collections::BTreeMap;

/// Three dated articles, one of them with all that an article can have.
fn harbour() -> Dossier {
    let mut rich = dated(
        article(
            "harbour-closed",
            &[
                (Role::Headline, "Harbour closed after storm"),
                (Role::Body, "The harbour was closed on Monday. Ships wait outside, said the master of"),
                (Role::Body, "the port. Nobody was hurt."),
                (Role::Furniture, "Share this page"),
                (Role::Repeat, "Harbour closed after storm"),
            ],
        ),
        "Harbour closed after storm",
        "2020-03-02",
    );
    // One sentence was cut by a line break: "Ships wait outside, said the master of / the port."
    let end = rich.reading.sentences[3].span.end;
    rich.reading.sentences[2].span.end = end;
    rich.reading.sentences[2].rejoined = true;
    rich.reading.sentences.remove(3);
    for (index, sentence) in rich.reading.sentences.iter_mut().enumerate() {
        sentence.id = SentenceId(u32::try_from(index).unwrap() + 1);
    }
    let meta = &mut rich.article.meta;
    meta.title =
        Some(Known::inferred("Harbour closed after storm".to_owned(), "the first line", Some(Span::new(0, 26))));
    meta.outlet = Some(Known {
        value: OutletId::new("courier"),
        basis: Basis::Editor { reason: "the clipping came from its archive".to_owned() },
    });
    meta.url = Some(Known::stated("https://courier.example/harbour?a=1&b=2".to_owned(), None));
    meta.altered = Some(Known::stated("shortened".to_owned(), None));
    meta.other.insert("tags".to_owned(), "weather, ports".to_owned());
    let opened = article("harbour-opened", &[(Role::Body, "The harbour opened again. Ships came in.")]);
    let rates = article("rates", &[(Role::Body, "Freight rates rose. They fell later.")]);
    let mut dossier = dossier(vec![
        rich,
        dated(opened, "The harbour opens", "2020-03-05"),
        dated(rates, "A rise in rates", "2020-04"),
    ]);
    let mut courier = Outlet::named("The Courier");
    courier.id = OutletId::new("courier");
    courier.grade = Grade::B;
    courier.why = Some("Corrects its errors in print.".to_owned());
    dossier.outlets.insert(courier.id.clone(), courier);
    dossier
}

#[test]
fn a_letter_is_shown_where_an_editor_gave_it_f_too() {
    let letters = |grade: Grade, why: Option<&str>| {
        let mut dossier = harbour();
        for outlet in dossier.outlets.values_mut() {
            (outlet.grade, outlet.why) = (grade, why.map(str::to_owned));
        }
        Document::from(render(&dossier)["sources.html"].as_str()).select(".margin .grade").length()
    };
    assert_eq!(letters(Grade::F, None), 0);
    assert!(letters(Grade::F, Some("Too little lies here.")) > 0);
    assert!(letters(Grade::B, None) > 0);
}

#[test]
fn the_front_page_cites_each_sentence_that_it_quotes() {
    let page = Document::from(render(&harbour())["index.html"].as_str());
    let teasers = page.select(".teaser");
    assert!(teasers.length() > 0);
    assert_eq!(teasers.select(".cite").length(), teasers.length());
}

#[test]
fn every_link_leads_to_a_page_and_a_place_that_exist() {
    let site = render(&harbour());
    let pages: BTreeMap<&str, Document> = site
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, html)| (path.as_str(), Document::from(html.as_str())))
        .collect();
    for (path, page) in &pages {
        for link in &page.select("[href]") {
            let href = link.attr("href").unwrap().to_string();
            if href.starts_with("https://") {
                continue;
            }
            let (file, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let target = if file.is_empty() { (*path).to_owned() } else { resolve(path, file) };
            assert!(site.contains_key(&target), "{path}: {href}");
            if !anchor.is_empty() {
                assert!(pages[target.as_str()].select(&format!("[id='{anchor}']")).exists(), "{path}: {href}");
            }
        }
    }
}

#[test]
fn every_sentence_stands_on_its_page_word_for_word() {
    let dossier = harbour();
    let site = render(&dossier);
    for entry in &dossier.entries {
        let page = Document::from(site[&format!("articles/{}.html", entry.article.id)].as_str());
        for sentence in entry.reading.sentences.iter().filter(|sentence| !sentence.rejoined) {
            let shown = words_of(&page, &format!("[id='{}']", sentence.id));
            assert_eq!(shown, sentence.span.of(&entry.article.saved.text));
        }
    }
    let page = Document::from(site["articles/harbour-closed.html"].as_str());
    assert_eq!(words_of(&page, "[id='s3']"), "Ships wait outside, said the master of");
    assert_eq!(words_of(&page, "[data-part-of='s3']"), "the port.");
    assert_eq!(page.select(".folded summary").text().to_string(), "Page furniture and repeats, 2 lines");
}

#[test]
fn values_show_their_ground_and_where_they_stand() {
    let page = &render(&harbour())["articles/harbour-closed.html"];
    for words in [
        "supplied by the editor: the clipping came from its archive",
        "Altered copy.",
        "weather, ports",
        "usually reliable",
        "Corrects its errors in print.",
        r#"href="https://courier.example/harbour?a=1&amp;b=2" rel="nofollow noopener""#,
        r#"<meta name="citation_publication_date" content="2020/03/02">"#,
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("<dd class=\"unknown\">unknown</dd>"));
}

#[test]
fn one_more_article_changes_only_the_pages_that_it_concerns() {
    let before = render(&harbour());
    let mut larger = harbour();
    larger.entries.push(dated(article("zone", &[(Role::Body, "A zone was set up.")]), "Zone set up", "2020-05-01"));
    larger.as_of = PartialDate::from_iso("2020-05-01");
    let after = render(&larger);
    let changed: Vec<&str> =
        after.iter().filter(|(path, page)| before.get(*path) != Some(page)).map(|(path, _)| path.as_str()).collect();
    // The article before it by date links to it.
    let expected = [
        "articles/rates.html",
        "articles/zone.html",
        "articles/zone.txt",
        "data/articles.csv",
        "data/articles.jsonl",
        "data/sentences.jsonl",
        "data/sources.bib",
        "data/sources.csl.json",
        "feed.xml",
        "index-a-z.html",
        "index.html",
        "print.html",
        "search/heads-all.js",
        "search/start.js",
        "search/text-all.js",
        "search/words-all.js",
        "sources.html",
        "summary.html",
    ];
    assert_eq!(changed, expected);
}

#[test]
fn what_is_not_published_stands_nowhere_in_the_site() {
    let mut cited = article("cited", &[(Role::Body, "Alpha withheld. Bravo shown. Charlie withheld.")]);
    cited.publish = Publish::Cited;
    cited.cited.insert(SentenceId(2));
    let mut uncited = article("uncited", &[(Role::Standfirst, "Delta withheld."), (Role::Furniture, "Echo withheld")]);
    uncited.publish = Publish::Cited;
    let mut listed = article("listed", &[(Role::Body, "Foxtrot withheld.")]);
    listed.publish = Publish::Metadata;
    let all = [cited, uncited, listed].into_iter().map(|entry| dated(entry, "A title that stays", "2020-01-01"));
    let site = render(&dossier(all.collect()));
    for (path, page) in &site {
        assert!(!page.contains("withheld"), "{path}");
    }
    assert!(!site.keys().any(|path| path.starts_with("articles/") && path.ends_with(".txt")));
    assert!(site["articles/cited.html"].contains("Bravo shown."));
    assert_eq!(site["articles/cited.html"].matches("[…]</").count(), 2);
    assert!(site["articles/uncited.html"].contains("it cites none"));
    assert!(site["articles/listed.html"].contains("A title that stays"));
    assert!(site["articles/listed.html"].contains("not published here"));
    assert_eq!(site["data/sentences.jsonl"].lines().count(), 1);
}

#[test]
fn hostile_words_stay_words() {
    let attack = "</title></script><script>alert(1)</script><img src=x onerror=\"alert(1)\"> & \u{0}";
    let mut entry = dated(article("attack", &[(Role::Body, attack)]), attack, "2020-01-01");
    let meta = &mut entry.article.meta;
    let known = || Some(Known::stated(attack.to_owned(), None));
    (meta.url, meta.archive_url, meta.section, meta.agency) = (known(), known(), known(), known());
    meta.language = Some(Known::stated("\"><script>".to_owned(), None));
    meta.authors = Some(Known::stated(vec![attack.to_owned()], None));
    meta.other.insert(attack.to_owned(), attack.to_owned());
    meta.note = Some(attack.to_owned());
    let mut dossier = dossier(vec![entry]);
    dossier.settings.title = attack.to_owned();
    dossier.settings.question = Some(attack.to_owned());
    let site = render(&dossier);
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Document::from(html.as_str());
        assert!(!page.select("img, [onerror], style, [style]").exists(), "{path}");
        assert!(!html.contains('\0'), "{path}");
        for script in &page.select("script[src]") {
            let source = script.attr("src").unwrap();
            assert!(source.contains("assets/") && !source.contains("//") && script.text().is_empty(), "{path}");
        }
        for script in &page.select("script:not([src])") {
            assert_eq!(script.attr("type").as_deref(), Some("application/ld+json"), "{path}");
            serde_json::from_str::<serde_json::Value>(&script.text()).unwrap();
        }
    }
    assert!(!site["feed.xml"].contains("<script"));
}

#[test]
fn pages_are_clean_lines_that_render_the_same_twice() {
    let dossier = harbour();
    let site = render(&dossier);
    assert_eq!(site, render(&dossier));
    for (path, page) in site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml")) {
        for (number, line) in page.lines().enumerate() {
            assert!(!line.trim().is_empty() && line.trim_end() == line, "{path}:{}: {line:?}", number + 1);
        }
        assert!(page.ends_with(">\n"), "{path}");
    }
}

#[test]
fn the_site_knows_its_address_only_where_it_is_told() {
    let mut dossier = harbour();
    let site = render(&dossier);
    assert!(!site.contains_key("sitemap.xml") && !site.contains_key("robots.txt"));
    assert!(site["404.html"].contains(r#"href="index.html""#));
    assert!(!site["index.html"].contains("canonical"));
    assert!(site["feed.xml"].contains("<id>urn:uuid:"));
    assert!(site["feed.xml"].contains("<updated>2020-04-01T00:00:00Z</updated>"));
    dossier.settings.base_url = Some("https://desk.example/dossiers/harbour/".to_owned());
    let site = render(&dossier);
    assert!(site["robots.txt"].ends_with("Sitemap: https://desk.example/dossiers/harbour/sitemap.xml\n"));
    assert!(site["sitemap.xml"].contains("<loc>https://desk.example/dossiers/harbour/articles/rates.html</loc>"));
    assert!(site["404.html"].contains(r#"href="/dossiers/harbour/assets/style.css""#));
    assert!(site["articles/rates.html"].contains(r#"href="../assets/style.css""#));
    let canonical = r#"<link rel="canonical" href="https://desk.example/dossiers/harbour/articles/rates.html">"#;
    assert!(site["articles/rates.html"].contains(canonical));
}

#[test]
fn a_copy_leads_to_its_original_and_a_long_list_to_the_sources() {
    let mut dossier = harbour();
    dossier.entries[2].article.meta.copied_from = Some(Known::stated("harbour-opened".to_owned(), None));
    let link = r#"<a href="../articles/harbour-opened.html">The harbour opens</a>"#;
    assert!(render(&dossier)["articles/rates.html"].contains(link));
    for number in 0..12 {
        dossier.entries.push(dated(article(&format!("z{number:02}"), &[(Role::Body, "More.")]), "More", "2020-02-01"));
    }
    let index = &render(&dossier)["index.html"];
    assert!(index.contains("And seven more, in the <a href=\"sources.html\">list of sources</a>."));
}

#[test]
fn an_empty_dossier_still_has_its_pages() {
    let site = render(&Dossier::default());
    assert!(site["index.html"].contains("holds no articles yet"));
    assert!(!site.contains_key("feed.xml"));
    assert_eq!(site["data/articles.jsonl"], "");
    assert_eq!(site[".nojekyll"], "");
    assert_eq!(site[".cuttings"].lines().count(), 1);
}

#[test]
fn an_article_that_was_not_analysed_says_so_and_keeps_its_direction() {
    let mut entry = dated(article("arabic", &[(Role::Body, "فتح الميناء من جديد.")]), "فتح الميناء", "2020-01-01");
    entry.reading.language = Language { tag: "ar".to_owned(), analysed: false, right_to_left: true };
    let site = render(&dossier(vec![entry]));
    let page = &site["articles/arabic.html"];
    assert!(page.contains(r#"aria-label="Text as saved" lang="ar" dir="rtl">"#));
    assert!(page.contains("was not analysed: only English is, and its text is in Arabic"));
    assert!(page.contains(r#"<h1 lang="ar" dir="auto">"#));
    assert!(site["index.html"].contains("One article was not analysed: the text is in Arabic."));
}

#[test]
fn an_article_in_a_dossier_that_runs_the_other_way_keeps_its_direction() {
    let mut dossier = harbour();
    dossier.settings.language = "ar".to_owned();
    let site = render(&dossier);
    assert!(site["articles/rates.html"].contains(r#"aria-label="Text as saved" lang="en" dir="ltr">"#));
    assert!(site["print.html"].contains(r#"<div class="text" lang="en" dir="ltr">"#));
}

#[test]
fn the_data_keep_to_their_schemas() {
    let site = render(&harbour());
    for name in ["articles", "sentences"] {
        let schema: serde_json::Value =
            serde_json::from_str(&site[&format!("data/schema/{name}.schema.json")]).unwrap();
        for line in site[&format!("data/{name}.jsonl")].lines() {
            conforms(&serde_json::from_str(line).unwrap(), &schema, name);
        }
    }
    let first: serde_json::Value = serde_json::from_str(site["data/sentences.jsonl"].lines().next().unwrap()).unwrap();
    assert_eq!(first["id"], "harbour-closed#s1");
    assert_eq!((&first["start"], &first["end"]), (&0.into(), &26.into()));
}
