//! The pages and data of actors, from a dossier made by hand.
use crate::support::hand::{Site, actor, article, cast, conforms, dated, naming, render, resolve, words_of};
use crate::support::islands::islands;
use cuttings::base::ActorId;
use cuttings::model::{ActorKind, Dossier, How, Publish, Record, Role};
use dom_query::Document;
use serde_json::Value;
use std::collections::BTreeMap;

fn page(site: &Site, path: &str) -> Document {
    Document::from(site[path].as_str())
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
fn a_record_or_two_mentions_by_name_earn_a_page() {
    let mut dossier = islands();
    let site = render(&dossier);
    let pages: Vec<&str> = site.keys().map(String::as_str).filter(|path| path.starts_with("actors/")).collect();
    assert_eq!(
        pages,
        [
            "actors/index.html",
            "actors/index_.html",
            "actors/m-holm.html",
            "actors/mara-holm.html",
            "actors/nordline.html",
            "actors/norland.html",
            "actors/port-lennar.html",
        ]
    );
    dossier.actors.iter_mut().find_map(|actor| actor.record.as_mut()).unwrap().hide = true;
    let site = render(&dossier);
    assert!(!site.keys().any(|path| path.contains("holm")));
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!html.contains("mara-holm"), "{path}");
    }
    assert!(!site["data/actors.jsonl"].contains("mara-holm") && !site["data/mentions.jsonl"].contains("mara-holm"));
}

#[test]
fn every_link_leads_to_a_page_and_a_place_that_exist() {
    let mut partly = islands();
    partly.entries[0].publish = Publish::Cited;
    partly.entries[0].cited = partly.entries[0].reading.sentences.iter().skip(2).map(|s| s.id).collect();
    partly.entries[1].publish = Publish::Metadata;
    for dossier in [islands(), partly] {
        let site = render(&dossier);
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
                let there = anchor.is_empty() || pages[target.as_str()].select(&format!("[id='{anchor}']")).exists();
                assert!(there, "{path}: {href}");
            }
        }
    }
}

#[test]
fn an_actor_s_page_says_who_it_is_with_the_sentences_that_say_so() {
    let page = page(&render(&islands()), "actors/mara-holm.html");
    assert_eq!(each(&page, ".said"), ["Harbour director", "harbour master", "Dock chief only in altered copies"]);
    assert_eq!(each(&page, ".evidence mark"), ["Harbour director", "harbour master", "Dock chief"]);
    assert_eq!(each(&page, ".evidence .altered"), ["altered copy"]);
    assert_eq!(words_of(&page, ".lead"), "Named 5 times in three articles, published 2 March 2020 to 5 March 2020.");
    assert_eq!(
        each(&page, ".spellings li"),
        [
            "Mara Holm 2, name",
            "Holm 2, surname",
            "M Holm 1, other name",
            "She 1, pronoun",
            "The director 1, description"
        ]
    );
    let facts = words_of(&page, ".particulars");
    for words in ["Director of the harbour", "from 2016", "content/actors/mara-holm.md", "Q42"] {
        assert!(facts.contains(words), "{words}");
    }
}

#[test]
fn company_is_counted_in_shared_sentences_and_is_no_place() {
    let page = page(&render(&islands()), "actors/mara-holm.html");
    let company = each(&page, ".company li");
    assert_eq!(company, ["Organisation: Nordline three sentences"]);
}

#[test]
fn the_naming_matrix_has_names_titles_and_descriptions_of_each_article() {
    let page = page(&render(&islands()), "actors/mara-holm.html");
    let row = |number: usize| each(&page, &format!(".naming tbody tr:nth-child({number}) td"));
    assert_eq!(row(1), ["Holm Mara Holm", "Harbour director", "–"]);
    assert_eq!(row(2), ["Holm Mara Holm", "harbour master", "The director"]);
    assert_eq!(row(3), ["M Holm", "Dock chief", "–"]);
    assert_eq!(each(&page, ".naming tbody th")[2], "outlet unknown, 5 March 2020: Port unlocked altered copy");
}

#[test]
fn every_mention_stands_in_its_sentence_word_for_word() {
    let dossier = islands();
    let site = render(&dossier);
    let page = page(&site, "actors/mara-holm.html");
    assert_eq!(
        each(&page, "li .quoted mark"),
        [
            "Harbour director",
            "harbour master",
            "Dock chief",
            "Mara Holm",
            "Holm",
            "She",
            "Holm",
            "Mara Holm",
            "The director",
            "M Holm"
        ]
    );
    for quoted in &page.select("[data-sentence]") {
        let id = quoted.attr("data-sentence").unwrap().to_string();
        let (article, number) = id.split_once("#s").unwrap();
        let entry = dossier.entries.iter().find(|entry| entry.article.id.as_str() == article).unwrap();
        let sentence = entry.reading.sentences[number.parse::<usize>().unwrap() - 1].span;
        assert_eq!(quoted.text().to_string(), sentence.of(&entry.article.saved.text));
    }
}

#[test]
fn the_ledger_says_who_joined_a_spelling_and_who_was_kept_apart() {
    let page = page(&render(&islands()), "actors/mara-holm.html");
    let rows = each(&page, "[aria-labelledby='linking'] tbody tr");
    assert_eq!(rows[0], "Mara Holm It is the same name a rule 2 The Courier, 2 Mar 2020, sentence 2");
    assert!(rows[2].starts_with("M Holm The actor’s record lists it an editor’s record 1 Port unlocked"));
    assert!(rows[3].starts_with("Per Holm The given names differ The Courier, 2 Mar 2020, sentence 6"));
}

#[test]
fn a_note_can_say_much_and_do_nothing() {
    let site = render(&islands());
    let page = page(&site, "actors/mara-holm.html");
    assert_eq!(each(&page, ".analyst h3"), ["Standing"]);
    let links: Vec<String> =
        page.select(".analyst a").iter().map(|link| link.attr("href").unwrap().to_string()).collect();
    assert_eq!(links, ["../articles/held.html#s3", "https://port.example/holm"]);
    assert!(!page.select(".analyst script").exists());
    assert!(site["actors/mara-holm.html"].contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn a_former_id_sends_readers_on_unless_somebody_has_it_now() {
    let mut dossier = islands();
    let site = render(&dossier);
    let former = &site["actors/m-holm.html"];
    for words in [
        r#"<meta http-equiv="refresh" content="0; url=../actors/mara-holm.html">"#,
        r#"<link rel="canonical" href="../actors/mara-holm.html">"#,
        r#"<a href="../actors/mara-holm.html" dir="auto">Mara Holm</a>"#,
        r#"<meta name="robots" content="noindex">"#,
    ] {
        assert!(former.contains(words), "{words}");
    }
    assert!(site["actors/nordline.html"].contains("<h1 dir=\"auto\">Nordline</h1>"));
    assert!(site["actors/index.html"].contains("<h1>Actors</h1>"));
    assert!(site["actors/index_.html"].contains("<h1 dir=\"auto\">The Index</h1>"));
    dossier.settings.base_url = Some("https://desk.example/d/".to_owned());
    let site = render(&dossier);
    assert!(site["actors/m-holm.html"].contains(r#"href="https://desk.example/d/actors/mara-holm.html""#));
    assert!(site["sitemap.xml"].contains("/actors/mara-holm.html<"));
    assert!(!site["sitemap.xml"].contains("/actors/m-holm.html<"));
}

#[test]
fn only_names_of_actors_with_a_page_are_linked_in_the_text() {
    let page = page(&render(&islands()), "articles/held.html");
    assert_eq!(
        each(&page, ".text a.actor"),
        ["Port Lennar", "Mara Holm", "Port Lennar", "Nordline", "Holm", "Norland", "Nordline"]
    );
    assert_eq!(
        each(&page, ".about .chips li"),
        ["Person: Mara Holm 2", "Organisation: Nordline 2", "Place: Port Lennar 2", "State: Norland 1"]
    );
    let holm = page.select(".text a.actor").nodes()[1];
    assert_eq!(holm.attr("href").as_deref(), Some("../actors/mara-holm.html"));
    assert_eq!(holm.attr("data-kind").as_deref(), Some("person"));
}

#[test]
fn principal_actors_are_no_places_and_stand_in_falling_order() {
    let page = page(&render(&islands()), "index.html");
    assert_eq!(
        each(&page, ".chips li"),
        ["Organisation: Nordline 6", "Person: Mara Holm 5", "State: Norland 3", "Organisation: The Index 2"]
    );
}

#[test]
fn the_list_of_actors_is_by_kind_and_the_most_named_come_first() {
    let page = page(&render(&islands()), "actors/index.html");
    assert_eq!(each(&page, "h2"), ["Persons", "Organisations", "States", "Places"]);
    assert_eq!(
        each(&page, "section:nth-of-type(2) tbody tr"),
        ["Nordline 6 3 2 March 2020 5 March 2020", "The Index 2 1 5 March 2020 5 March 2020"]
    );
    assert!(!page.select(".columns").exists(), "two need no list from A to Z");
    let mut larger = islands();
    for name in ["Éclat", "An Orchard", "Bay Pilots", "12 Ports"] {
        let mut guild = actor(name, name, ActorKind::Organization);
        guild.record = Some(Record { was: Vec::new(), ..larger.actors.iter().find_map(|a| a.record.clone()).unwrap() });
        larger.actors.push(guild);
    }
    let page = self::page(&render(&larger), "actors/index.html");
    assert_eq!(
        each(&page, "section:nth-of-type(2) .columns li"),
        ["Bay Pilots", "Éclat", "The Index", "Nordline", "An Orchard", "12 Ports"]
    );
}

#[test]
fn the_index_has_names_spellings_and_what_is_not_joined() {
    let page = page(&render(&islands()), "index-a-z.html");
    let entries = each(&page, ".entries li");
    for entry in [
        "Person: Mara Holm 5",
        "Holm see Mara Holm",
        "M Holm see Mara Holm",
        "Person: Per Holm Ferries held in Port Lennar, s6",
        "Person: Ann Quist may be Mara Holm Port unlocked, s3",
        "Holm opens the harbour outlet unknown, 4 March 2020",
    ] {
        assert!(entries.iter().any(|have| have == entry), "{entry}: {entries:#?}");
    }
    assert_eq!(page.select("#names-h, #group-h").length(), 2);
}

#[test]
fn of_a_text_that_is_not_published_only_counts_and_places_are_given() {
    let mut dossier = islands();
    dossier.entries[0].publish = Publish::Metadata;
    dossier.entries[1].publish = Publish::Metadata;
    let site = render(&dossier);
    for (path, html) in &site {
        for words in ["told reporters", "Harbour director", "pilot", "ferry company", "The director", "harbour master"]
        {
            assert!(!html.contains(words), "{path}: {words}");
        }
    }
    let page = page(&site, "actors/mara-holm.html");
    assert!(words_of(&page, ".contexts").contains("In three sentences; the text is not published here."));
    assert_eq!(each(&page, ".naming tbody tr:nth-child(1) td")[0], "two mentions, text not published");
    let mention: Value = serde_json::from_str(site["data/mentions.jsonl"].lines().next().unwrap()).unwrap();
    assert_eq!((&mention["id"], &mention["text"]), (&"held#m1".into(), &Value::Null));
}

#[test]
fn the_data_keep_to_their_schemas() {
    let site = render(&islands());
    for name in ["actors", "mentions"] {
        let schema: Value = serde_json::from_str(&site[&format!("data/schema/{name}.schema.json")]).unwrap();
        for line in site[&format!("data/{name}.jsonl")].lines() {
            conforms(&serde_json::from_str(line).unwrap(), &schema, name);
        }
    }
    let holm = site["data/actors.jsonl"].lines().find(|line| line.contains("\"mara-holm\"")).unwrap();
    let holm: Value = serde_json::from_str(holm).unwrap();
    assert_eq!(holm["mentions"], 5);
    assert_eq!(holm["articles"], serde_json::json!(["held", "open", "spun"]));
    assert_eq!(
        holm["roles"][0],
        serde_json::json!({"text": "Harbour director", "sentence": "held#s2", "rule": "title"})
    );
    assert_eq!(site["data/mentions.jsonl"].lines().count(), 28);
}

#[test]
fn the_pages_of_actors_are_described_for_machines() {
    let site = render(&islands());
    let thing =
        |path: &str| -> Value { serde_json::from_str(&page(&site, path).select("script[type]").text()).unwrap() };
    let holm = thing("actors/mara-holm.html");
    assert_eq!((&holm["@type"], &holm["sameAs"]), (&"Person".into(), &"https://www.wikidata.org/wiki/Q42".into()));
    assert_eq!(holm["alternateName"], serde_json::json!(["Holm", "M Holm"]));
    assert_eq!(thing("actors/norland.html")["@type"], "Country");
}

/// What holds all of the dossier for machines changes with every article.
fn is_for_machines(path: &str) -> bool {
    path.starts_with("data/") || path.starts_with("search/")
}

#[test]
fn one_more_article_changes_only_the_pages_of_the_actors_in_it() {
    let before = render(&islands());
    let mut larger = islands();
    let words = [("Norland", 0, How::Name, Some("norland"))];
    let (mut entry, _) = naming(
        dated(article("zone", &[(Role::Body, "Norland set up a zone.")]), "Zone", "2020-05-01"),
        &|_| ActorKind::State,
        &words,
    );
    let norland = larger.actors.iter().position(|actor| actor.id == ActorId::new("norland")).unwrap();
    entry.actors = vec![Some(u32::try_from(norland).unwrap())];
    larger.actors[norland].mentions.push(cuttings::model::MentionRef { entry: 3, mention: 0 });
    larger.entries.push(entry);
    let after = render(&larger);
    let changed: Vec<&str> = after
        .iter()
        .filter(|(path, page)| before.get(*path) != Some(page) && !is_for_machines(path))
        .map(|(path, _)| path.as_str())
        .collect();
    let expected = [
        "actors/index.html",
        "actors/norland.html",
        "articles/spun.html",
        "articles/zone.html",
        "articles/zone.txt",
        "feed.xml",
        "index-a-z.html",
        "index.html",
        "network.html",
        "print.html",
        "sources.html",
        "summary.html",
    ];
    assert_eq!(changed, expected);
}

#[test]
fn hostile_names_stay_names() {
    let attack = "</title></script><script>alert(1)</script><img src=x onerror=\"alert(1)\">";
    let text = format!("{attack} spoke. {attack} left.");
    let words = [(attack, 0, How::Name, Some("attack")), (attack, 1, How::Name, Some("attack"))];
    let entry = dated(article("attack", &[(Role::Body, &text)]), "A title", "2020-01-01");
    let named = naming(entry, &|_| ActorKind::Person, &words);
    let mut dossier: Dossier = cast(vec![named], vec![actor("attack", attack, ActorKind::Person)]);
    let record = islands().actors.into_iter().find_map(|actor| actor.record).unwrap();
    dossier.actors[0].record =
        Some(Record { note: attack.to_owned(), wikidata: Some(attack.to_owned()), path: attack.to_owned(), ..record });
    let site = render(&dossier);
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Document::from(html.as_str());
        assert!(!page.select("img, [onerror], style, [style]").exists(), "{path}");
        for script in &page.select("script") {
            let own = script.attr("src").is_some_and(|src| src.contains("assets/") && script.text().is_empty());
            assert!(own || script.attr("type").as_deref() == Some("application/ld+json"), "{path}");
        }
    }
}

#[test]
fn pages_are_clean_lines_that_render_the_same_twice() {
    let site = render(&islands());
    assert_eq!(site, render(&islands()));
    for (path, page) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        for (number, line) in page.lines().enumerate() {
            assert!(!line.trim().is_empty() && line.trim_end() == line, "{path}:{}: {line:?}", number + 1);
        }
        assert!(page.ends_with(">\n"), "{path}");
    }
}
