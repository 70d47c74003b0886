//! Texts that are too long for one page: every page stays light, and every link to a sentence finds it.
use crate::support::Folder;
use crate::support::hand::{Site, article, dated, dossier, render, resolve};
use crate::support::reported::claim;
use cuttings::base::SentenceId;
use cuttings::model::{Level, Role, SentenceRef};
use dom_query::Document;

/// Most bytes of a page, as `check` has it.
const WEIGHT: usize = 500_000;

/// Paragraphs of three sentences each.
fn report(paragraphs: usize) -> Vec<String> {
    let three = |n: usize| {
        let day = n % 28 + 1;
        format!(
            "On day {day} the ships of quay {n} lay in port. The board closed gate {n} at noon. Divers looked at wall {n} \u{e9} & all."
        )
    };
    (0..paragraphs).map(three).collect()
}

fn long() -> Site {
    let lines = report(1_000);
    let lines: Vec<(Role, &str)> = lines.iter().map(|line| (Role::Body, line.as_str())).collect();
    let mut dossier = dossier(vec![
        dated(article("inquiry", &lines), "The harbour inquiry", "2020-03-05"),
        dated(article("short", &[(Role::Body, "The board closed gate 900 at noon.")]), "Gates", "2020-03-06"),
    ]);
    dossier.claims = vec![claim(&[(0, 2_702, Level::Full), (1, 1, Level::Full)], 0, &[])];
    dossier.summary.key_points = vec![0];
    assert_eq!(dossier.claims[0].representative, SentenceRef { entry: 0, sentence: SentenceId(2_702) });
    render(&dossier)
}

fn parts(site: &Site, id: &str) -> Vec<String> {
    let further = (2..).map(|n| format!("articles/{id}/part-{n}.html")).take_while(|path| site.contains_key(path));
    std::iter::once(format!("articles/{id}.html")).chain(further).collect()
}

#[test]
fn the_parts_together_hold_every_sentence_once_and_in_order() {
    let site = long();
    let parts = parts(&site, "inquiry");
    assert!(parts.len() > 1, "{parts:?}");
    let mut shown = Vec::new();
    for path in &parts {
        assert!(site[path].len() < WEIGHT, "{path}");
        let page = Document::from(site[path].as_str());
        shown.extend(page.select(".text .s").iter().map(|one| one.attr("id").unwrap().to_string()));
    }
    let expected: Vec<String> = (1..=3_000).map(|n| format!("s{n}")).collect();
    assert_eq!(shown, expected);
}

#[test]
fn a_text_is_cut_between_its_paragraphs() {
    let site = long();
    for path in parts(&site, "inquiry") {
        let page = Document::from(site[&path].as_str());
        let first = page.select(".text p .s").attr("id").unwrap().to_string();
        assert_eq!(first[1..].parse::<u32>().unwrap() % 3, 1, "{path} begins with {first}");
    }
}

#[test]
fn every_link_to_a_sentence_leads_to_the_part_that_holds_it() {
    let site = long();
    let mut to_later_parts = 0;
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("print")) {
        for link in &Document::from(html.as_str()).select("a[href*='#s'], a[href*='part-']") {
            let href = link.attr("href").unwrap().to_string();
            let (file, id) = href.split_once('#').unwrap_or((&href, ""));
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            let found = site.get(&target).unwrap_or_else(|| panic!("{path}: {href}"));
            assert!(id.is_empty() || found.contains(&format!(" id=\"{id}\"")), "{path}: {href}");
            to_later_parts += usize::from(id == "s2702" && target.contains("/part-"));
        }
    }
    assert!(to_later_parts > 2, "{to_later_parts}");
}

#[test]
fn each_part_leads_to_its_neighbours_and_the_first_tells_the_script_where_the_others_start() {
    let site = long();
    let page = Document::from(site["articles/inquiry/part-2.html"].as_str());
    assert_eq!(page.select(".pager [rel='prev']").attr("href").unwrap().to_string(), "../../articles/inquiry.html");
    assert_eq!(page.select("h1 small").text().to_string(), "Part 2");
    let first = Document::from(site["articles/inquiry.html"].as_str());
    let reading = first.select(".reading");
    assert_eq!(reading.attr("data-part").unwrap().to_string(), "../articles/inquiry/part-*.html");
    let second = page.select(".text .s").attr("id").unwrap().to_string();
    assert!(reading.attr("data-parts").unwrap().starts_with(&second[1..]));
    assert!(!site["articles/short.html"].contains("data-part") && !site["articles/short.html"].contains("pager"));
}

#[test]
fn whatever_a_text_is_made_of_no_page_is_heavy_and_check_finds_every_sentence() {
    let words = "harbour quay ship ferry wall gate board storm".split(' ').collect::<Vec<_>>();
    let run_on: String = (0..70_000).flat_map(|n| [words[n * 7 % 8], " "]).collect();
    let cells = (0..6_000).map(|n| format!("{}{n}", words[n % 8])).collect::<Vec<_>>().join("\n\n");
    let address = format!("https://example.org/{}", "x".repeat(1_900));
    let link = |n: usize| format!("<a href=\"{address}/{n}\">{}</a>", words[n % 8]);
    let links = (0..400).map(link).collect::<Vec<_>>().join(" ");
    let folder = Folder::new()
        .with("content/dossier.toml", "title = \"Long\"\n")
        .with("content/articles/prose.txt", format!("Harbour inquiry\n\n{}", report(1_200).join("\n\n")))
        .with("content/articles/run-on.txt", format!("Harbour log\n\n{run_on}"))
        .with("content/articles/encoded.txt", format!("Encoded\n\n{}\n\nIt ends here.", "Ab01".repeat(120_000)))
        .with("content/articles/signs.txt", format!("Signs\n\n{}\n\nIt ends here.", "&".repeat(100_000)))
        .with("content/articles/cells.txt", format!("Table of tides\n\n{cells}"))
        .with("content/articles/links.html", format!("<html><body><article><h1>Links</h1><p>{links}</p></article>"));
    folder.build(0);
    let site = folder.site();
    for id in ["prose", "run-on", "encoded", "signs", "cells", "links"] {
        assert!(site.contains_key(&format!("articles/{id}/part-2.html")), "{id}");
    }
    for (path, page) in site.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("print")) {
        assert!(page.len() < WEIGHT, "{path} weighs {}", page.len());
    }
    let check = folder.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
    assert!(!check.err.contains("heavy-page"), "{}", check.err);
    // A word that a later part has lost is missed.
    let path = "site/articles/run-on/part-2.html";
    let page = folder.page("articles/run-on/part-2.html");
    let at = page.find("data-rest-of").unwrap();
    folder.write(path, format!("{}{}", &page[..at], page[at..].replacen("ferry ", "", 1)));
    let check = folder.run(&["check"]);
    assert!(check.code != 0 && check.err.contains("span-mismatch"), "{}", check.err);
}
