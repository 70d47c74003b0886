//! Long lists in pages, and what the search looks in.
use crate::support::hand::{Site, actor, article, cast, dated, dossier, naming, render, resolve};
use crate::support::islands::islands;
use crate::support::reported::crowded;
use crate::support::told::{date, event, when};
use cuttings::base::{PartialDate, SentenceId};
use cuttings::model::{ActorKind, DateBasis, Dossier, How, Known, Publish, Role, Status};
use dom_query::Document;
use std::collections::{BTreeMap, BTreeSet};

/// Most bytes of a page, as `check` has it.
const WEIGHT: usize = 500_000;

/// As many short articles, a month apart and with titles from A to Z; the last has no date.
fn many(count: usize) -> Dossier {
    let one = |number: usize| {
        let letter = char::from(b'A' + u8::try_from(number % 26).unwrap());
        let id = format!("a{number:05}");
        let body = format!("The harbour of port {number} was open. Ships came in.");
        let date = format!("{}-{:02}-07", 1990 + number / 12 % 40, number % 12 + 1);
        dated(
            article(&id, &[(Role::Body, &body)]),
            &format!("{letter}{} in port {number}", letter.to_ascii_lowercase()),
            &date,
        )
    };
    let mut entries: Vec<_> = (0..count).map(one).collect();
    entries.last_mut().unwrap().article.meta.published = None;
    dossier(entries)
}

fn pages(site: &Site) -> impl Iterator<Item = (&String, &String)> {
    site.iter().filter(|(path, _)| path.rsplit('.').next() == Some("html"))
}

#[test]
fn a_small_dossier_has_each_list_on_one_page() {
    let site = render(&islands());
    let folders: BTreeSet<&str> =
        site.keys().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder).collect();
    assert_eq!(folders.into_iter().collect::<Vec<_>>(), ["actors", "articles", "assets", "data", "search"]);
    assert!(!pages(&site).any(|(_, html)| html.contains("class=\"pager\"")));
}

#[test]
fn lists_of_a_large_dossier_are_cut_and_every_link_finds_its_place() {
    let site = render(&many(2_000));
    let ids: BTreeMap<&str, BTreeSet<String>> = pages(&site)
        .map(|(path, html)| {
            let page = Document::from(html.as_str());
            (path.as_str(), page.select("[id]").iter().map(|at| at.attr("id").unwrap().to_string()).collect())
        })
        .collect();
    let mut listed = 0;
    for (path, html) in pages(&site) {
        assert!(html.len() < WEIGHT || path.starts_with("print"), "{path} weighs {}", html.len());
        let page = Document::from(html.as_str());
        for link in &page.select("a[href]") {
            let href = link.attr("href").unwrap().to_string();
            let (file, id) = href.split_once('#').unwrap_or((&href, ""));
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            assert!(site.contains_key(&target), "{path}: {href}");
            assert!(id.is_empty() || ids[target.as_str()].contains(id), "{path}: {href}");
        }
        if path.starts_with("sources/") {
            listed += page.select(".ledger > li").length();
        }
    }
    assert_eq!(listed, 2_000);
    assert!(site.contains_key("sources/1990.html") && site.contains_key("sources/undated.html"));
    assert!(site.contains_key("index-a-z/articles-q.html"));
    assert!(site["articles/a00000.html"].contains("../sources/1990.html#source-a00000"));
}

#[test]
fn a_page_of_a_list_leads_to_its_neighbours_and_to_all() {
    let site = render(&many(2_000));
    let page = Document::from(site["sources/1991.html"].as_str());
    let href = |selector: &str| page.select(selector).attr("href").unwrap().to_string();
    assert_eq!(
        (href(".pager [rel='prev']"), href(".pager [rel='next']")),
        ("1990.html".replace("1990", "../sources/1990"), "../sources/1992.html".to_owned())
    );
    assert_eq!(page.select(".pager [aria-current]").text().to_string(), "1991");
    assert_eq!(page.select(".crumbs a").length(), 2);
    let overview = Document::from(site["sources.html"].as_str());
    assert!(overview.select(".ledger").is_empty() && overview.select(".shelves a").length() > 30);
    assert!(overview.select("#outlets").exists() && overview.select("#grade-b").exists());
}

#[test]
fn one_more_article_changes_one_page_of_a_list_that_has_several() {
    let (before, after) = (render(&many(2_000)), {
        let mut larger = many(2_000);
        let late = dated(article("z", &[(Role::Body, "It rained.")]), "Quays", "1995-06-01");
        larger.entries.push(late);
        render(&larger)
    });
    let of = |folder: &str| -> Vec<&str> {
        let changed = after.iter().filter(|(path, page)| before.get(*path) != Some(page));
        changed.map(|(path, _)| path.as_str()).filter(|path| path.starts_with(folder)).collect()
    };
    assert_eq!(of("sources/"), ["sources/1995.html"]);
    assert_eq!(of("index-a-z/"), ["index-a-z/articles-q.html"]);
}

#[test]
fn very_many_actors_are_listed_on_pages_of_their_kind() {
    let name = |n: usize| format!("{}na Ito {n}", char::from(b'A' + u8::try_from(n % 26).unwrap()));
    let mut actors: Vec<_> = (0..900).map(|n| actor(&format!("p{n:04}"), &name(n), ActorKind::Person)).collect();
    let record = islands().actors.into_iter().find_map(|actor| actor.record).unwrap();
    for actor in &mut actors {
        actor.record = Some(record.clone());
    }
    let site = render(&cast(vec![(article("a", &[(Role::Body, "It rained.")]), Vec::new())], actors));
    let page = Document::from(site["actors/index/person-q.html"].as_str());
    assert_eq!(page.select(".columns li").length(), 34);
    assert!(site["actors/index.html"].contains("index/person-q.html"));
}

#[test]
fn the_search_holds_actors_titles_and_published_sentences_alone() {
    let mut dossier = many(3);
    dossier.entries[1].publish = Publish::Cited;
    dossier.entries[1].cited = BTreeSet::from([SentenceId(2)]);
    dossier.entries[2].publish = Publish::Metadata;
    let site = render(&dossier);
    let words = &site["search/words-all.js"];
    assert!(words.starts_with("cuttings.take(\"words-all\", {\n") && words.ends_with("});\n"), "{words}");
    assert!(words.contains("\n\"harbour\":\"0,1\",\n"), "{words}");
    assert!(words.contains("\n\"ships\":\"1,2 ,2\",\n"), "{words}");
    let texts = &site["search/text-all.js"];
    assert!(
        texts.contains("1:\"The harbour of port 0 was open.\",\n")
            && !texts.contains("port 1 was")
            && !texts.contains("port 2 was")
    );
    let heads = &site["search/heads-all.js"];
    assert_eq!(heads.matches("\"is\":\"title\"").count(), 3);
    let start = &site["search/start.js"];
    assert!(start.contains("\"articles\":3,\"words\":[\"all\"],\"heads\":[\"all\"]"), "{start}");
}

#[test]
fn a_large_search_is_in_small_pieces() {
    let site = render(&many(2_000));
    let pieces: Vec<(&String, usize)> =
        site.iter().filter(|(path, _)| path.starts_with("search/")).map(|(path, text)| (path, text.len())).collect();
    assert!(pieces.len() > 5 && pieces.iter().all(|(_, size)| *size < 60_000), "{pieces:?}");
}

#[test]
fn the_first_page_and_the_script_are_light() {
    let site = render(&islands());
    let script = site["assets/cuttings.js"].len();
    assert!(script < 10_000, "{script}");
    let first = site["index.html"].len() + site["assets/style.css"].len() + script;
    assert!(first < 90_000, "{first}");
}

#[test]
fn the_first_page_of_a_crowded_dossier_is_light_too() {
    let line = "the harbour board closed it for two weeks after the storm of Sunday night had torn away a part of its \
                wall, and said that ships are to call at other ports until divers have looked at what stands below";
    let mut dossier = crowded(720, 40, line);
    for number in 0..720 {
        let day = format!("{}-{:02}-{:02}", 1990 + number / 24, number % 12 + 1, number % 28 + 1);
        let entry = &mut dossier.entries[number];
        entry.article.meta.published = Some(Known::stated(PartialDate::from_iso(&day).unwrap(), None));
        let at = date(entry, "Sunday night", when(&day), DateBasis::Publication);
        let event = event(&dossier, u32::try_from(number).unwrap(), at, Status::Happened, &["quay"]);
        dossier.events.push(event);
    }
    let site = render(&dossier);
    let page = Document::from(site["index.html"].as_str());
    assert_eq!((page.select(".points > li").length(), page.select(".strip").length()), (7, 1));
    let first = ["index.html", "assets/style.css", "assets/cuttings.js"].map(|path| site[path].len());
    assert!(first.iter().sum::<usize>() < 95_000, "{first:?}");
}

#[test]
fn scripts_are_files_of_the_site_and_the_policy_allows_no_others() {
    for (path, html) in pages(&render(&islands())) {
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        assert!(html.contains("script-src 'self';") && !html.contains("unsafe"), "{path}");
        let page = Document::from(html.as_str());
        assert!(page.select("script[src]").length() >= 1, "{path}");
        assert!(!page.select("[style], [onclick], style").exists(), "{path}");
    }
}

#[test]
fn the_sitemap_names_every_page_that_is_to_be_found() {
    let mut dossier = islands();
    dossier.settings.base_url = Some("https://example.org/d/".to_owned());
    let site = render(&dossier);
    let sitemap = &site["sitemap.xml"];
    for (path, html) in pages(&site) {
        let listed = sitemap.contains(&format!("<loc>https://example.org/d/{path}</loc>")) || path == "index.html";
        let to_find = path != "404.html" && !html.contains("http-equiv=\"refresh\"");
        assert_eq!(listed, to_find, "{path}");
    }
}

#[test]
fn an_actor_with_very_many_mentions_has_a_page_of_bounded_size() {
    let long = format!("Ana Ito met others{}. Ana Ito left. ", " and more".repeat(400));
    let mut named = Vec::new();
    for number in 0..700 {
        let entry = article(&format!("a{number:04}"), &[(Role::Body, &long)]);
        let entry = dated(entry, &format!("Meeting {number}"), "2020-01-01");
        let words = [("Ana Ito", 0, How::Name, Some("ana-ito")), ("Ana Ito", 1, How::Name, Some("ana-ito"))];
        named.push(naming(entry, &|_| ActorKind::Person, &words));
    }
    let site = render(&cast(named, vec![actor("ana-ito", "Ana Ito", ActorKind::Person)]));
    let html = &site["actors/ana-ito.html"];
    assert!(html.len() < 250_000, "{}", html.len());
    let page = Document::from(html.as_str());
    assert_eq!(page.select(".contexts .quoted").length(), 60);
    let all: usize = page.select(".shelves .aside").iter().map(|count| count.text().parse::<usize>().unwrap()).sum();
    assert_eq!(all, 700);
    let mut sentences = 0;
    for link in &page.select(".shelves a") {
        let path = resolve("actors/ana-ito.html", &link.attr("href").unwrap());
        let html = &site[&path];
        assert!(html.len() < 500_000, "{path}: {}", html.len());
        sentences += Document::from(html.as_str()).select(".contexts .quoted").length();
    }
    assert_eq!(sentences, 1_400);
}
