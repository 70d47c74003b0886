//! What is known of an article, and on what ground: given, stated by the page, or read out of the text.
use crate::support::{Folder, report};
use serde_json::Value;

/// The one article of the folder, as the export gives it.
fn article(folder: &Folder) -> Value {
    folder.build(0);
    serde_json::from_str(folder.page("data/articles.jsonl").lines().next().unwrap()).unwrap()
}

/// Asserts the value and the basis of some fields.
fn known(article: &Value, fields: &[(&str, &str, &str)]) {
    for (field, value, basis) in fields {
        let shown = match &article[*field] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        assert_eq!(
            (shown.as_str(), article["basis"][*field].as_str().unwrap_or("unknown")),
            (*value, *basis),
            "{field}"
        );
    }
}

#[test]
fn labelled_lines_at_the_head_of_a_text_are_metadata_and_stay_in_the_text() {
    let text = format!(
        "Source: The Courier\nDate: 2020-03-02\nhttps://courier.example/ferries\n\n{}",
        report("Ferries stop as storm nears")
    );
    let folder = Folder::new().with("a.txt", &text);
    known(
        &article(&folder),
        &[
            ("title", "Ferries stop as storm nears", "inferred"),
            ("outlet", "The Courier", "inferred"),
            ("published", "2020-03-02", "inferred"),
            ("url", "https://courier.example/ferries", "inferred"),
        ],
    );
    assert_eq!(folder.page("articles/a.txt"), text);
}

#[test]
fn files_of_a_web_clipper_are_read_as_they_are() {
    let front = "---\ntitle: \"Ferries stop\"\nsource: \"https://courier.example/ferries\"\nauthor:\n  - \"[[Ann Bell]]\"\n  - \"[[Carl Dahl]]\"\npublished: 2020-03-02\ncreated: 2020-03-09\ndescription: \"A storm nears.\"\ntags:\n  - \"clippings\"\n---\n";
    let folder = Folder::new().with("a.md", front.to_owned() + &report("Ferries stop"));
    known(
        &article(&folder),
        &[
            ("title", "Ferries stop", "stated"),
            ("authors", "[\"Ann Bell\",\"Carl Dahl\"]", "stated"),
            ("published", "2020-03-02", "stated"),
            ("retrieved", "2020-03-09", "stated"),
            ("url", "https://courier.example/ferries", "stated"),
            ("outlet", "courier.example", "inferred"),
        ],
    );
    assert!(folder.page("articles/a.html").contains("A storm nears."), "unknown fields are shown");
}

#[test]
fn a_saved_web_page_states_what_its_head_states() {
    let body = report("").trim().replace("\n\n", "</p><p>");
    let page = format!(
        "<!doctype html><html lang=en-GB><head><title>Ferries stop | The Courier</title>\
         <link rel=canonical href=https://courier.example/ferries>\
         <meta property=og:site_name content='The Courier'>\
         <script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"Ferries stop\",\
         \"datePublished\":\"2020-03-02T08:00:00+01:00\",\"author\":{{\"name\":\"Ann Bell\"}}}}</script></head>\
         <body><nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><article><h1>Ferries stop</h1><p>{body}</p></article>\
         <aside><h2>Most read</h2><a href=/1>Bakers strike over flour</a></aside></body></html>"
    );
    let folder = Folder::new().with("a.html", page);
    known(
        &article(&folder),
        &[
            ("title", "Ferries stop", "stated"),
            ("outlet", "The Courier", "stated"),
            ("authors", "[\"Ann Bell\"]", "stated"),
            ("published", "2020-03-02T08:00+01:00", "stated"),
            ("url", "https://courier.example/ferries", "stated"),
            ("language", "en-GB", "stated"),
        ],
    );
    let sentences = folder.page("data/sentences.jsonl");
    let role = |words: &str| {
        let line = sentences.lines().find(|line| line.contains(words)).unwrap();
        serde_json::from_str::<Value>(line).unwrap()["role"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        ["Ferries stop", "Bakers strike", "Home", "no ferry would leave", "People come first"].map(role),
        ["headline", "furniture", "furniture", "body", "body"]
    );
}

#[test]
fn an_editors_value_shows_its_reason_and_a_reason_needs_a_value() {
    let folder = Folder::new()
        .with("a.txt", report("Ferries stop"))
        .with("a.meta.toml", "published = 2020-03-02\nretrieved = \"2020-03-09/..\"\n[by_editor]\npublished = \"the storm’s day\"\noutlet = \"by its wording\"\n");
    known(&article(&folder), &[("published", "2020-03-02", "editor"), ("retrieved", "2020-03-09/..", "stated")]);
    let page = folder.page("articles/a.html");
    assert!(page.contains("the storm’s day") && page.contains("on or after 9 March 2020"), "{page}");
    assert!(folder.run(&["build"]).err.contains("reason-without-value"));
}

#[test]
fn a_value_that_the_text_states_is_shown_with_its_place() {
    let text = format!("Ferries stop\n\nPublished March 2, 2020\n\n{}", report("").trim());
    let folder = Folder::new().with("a.txt", text).with("a.meta.toml", "published = 2020-03-02\n");
    known(&article(&folder), &[("published", "2020-03-02", "stated")]);
    assert!(folder.page("articles/a.html").contains("href=\"#s2\""));
}

#[test]
fn a_date_is_read_from_stamp_address_and_file_name_in_that_order() {
    let stamped =
        format!("Ferries stop\n\nBy Ann Bell\nUpdated 5 March 2020, published 2 March 2020\n\n{}", report("").trim());
    for (name, text, expected) in [
        ("a.txt", stamped, "2020-03-02"),
        ("b.txt", format!("https://courier.example/2020/03/04/ferries\n\n{}", report("Ferries stop")), "2020-03-04"),
        ("c.txt", format!("https://courier.example/2020/03/ferries\n\n{}", report("Ferries stop")), "2020-03"),
        ("2020-03-06_ferries.txt", report("Ferries stop"), "2020-03-06"),
        ("d.txt", report("Ferries stop"), "null"),
    ] {
        let folder = Folder::new().with(name, text);
        let article = article(&folder);
        let shown = article["published"].as_str().unwrap_or("null");
        assert_eq!(shown, expected, "{name}");
    }
}

#[test]
fn a_byline_and_an_agencys_sign_are_read() {
    let text = "Ferries stop as storm nears\n\nBy Ann Bell and Carl Dahl\n\nPORT LENNAR (Reuters) - The harbour authority said on Monday that no ferry would leave the islands.\n\nAbout 4,000 passengers were waiting on the quays, according to the ferry company, which has hired two hotels.\n";
    let folder = Folder::new().with("a.txt", text);
    known(
        &article(&folder),
        &[("authors", "[\"Ann Bell\",\"Carl Dahl\"]", "inferred"), ("agency", "Reuters", "inferred")],
    );
}

#[test]
fn outlets_are_found_by_id_name_and_host() {
    let outlets = "[courier]\nname = \"The Courier\"\ndomains = [\"courier.example\"]\ngrade = \"C\"\nwhy = \"often corrected\"\n";
    for field in ["outlet: courier", "outlet: the courier", "url: https://news.courier.example/ferries"] {
        let folder = Folder::new()
            .with("content/outlets.toml", outlets)
            .with("content/articles/a.md", format!("---\n{field}\n---\n{}", report("Ferries stop")));
        let article = article(&folder);
        assert_eq!(
            (article["outlet"].as_str(), article["grade"].as_str()),
            (Some("The Courier"), Some("C")),
            "{field}"
        );
    }
}

#[test]
fn a_line_that_recurs_at_the_edge_of_an_outlets_articles_is_furniture() {
    let tail =
        "The Courier of Lake Fennel: what happens on the strait, told to the islands since the first ferry sailed";
    let inside =
        "The ferry company was founded by the fishermen of Port Lennar after the great storm of the last century.";
    let story = |day: u32| {
        format!(
            "---\noutlet: courier\npublished: 2020-03-0{day}\n---\nFerries stop on day {day} of the storm\n\n\
             On day {day} the harbour authority said again that no ferry would leave before the storm had passed.\n\n\
             {inside}\n\nPassengers on quay {day} said that they had been told nothing, and that they were hungry.\n\n{tail}\n"
        )
    };
    let folder = (1..=4).fold(Folder::new(), |folder, day| folder.with(&format!("day-{day}.md"), story(day)));
    folder.build(0);
    let sentences = folder.page("data/sentences.jsonl");
    let roles = |words: &str| {
        let lines = sentences.lines().filter(|line| line.contains(words));
        lines
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["role"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(roles("since the first ferry sailed"), ["furniture"; 4]);
    assert_eq!(roles("great storm of the last century"), ["body"; 4]);
    assert!(!folder.page("data/mentions.jsonl").contains("Lake Fennel"), "furniture yields no actors");
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn lines_around_the_text_tell_who_published_it() {
    let text =
        format!("{}\n\nPrivacy policy\n\n© 2020 The Port Courier. All rights reserved.\n", report("Ferries stop"));
    known(&article(&Folder::new().with("a.txt", &text)), &[("outlet", "The Port Courier", "inferred")]);
    // Of a listed outlet, a line with its name alone is enough; of another, it is not.
    let text = format!("Harbour Herald\n\n{}", report("Ferries stop"));
    let outlets = "[herald]\nname = \"Harbour Herald\"\ngrade = \"B\"\nwhy = \"Known here.\"\n";
    let folder = Folder::new().with("content/articles/a.txt", &text);
    known(&article(&folder), &[("outlet", "null", "unknown")]);
    let folder = folder.with("content/outlets.toml", outlets);
    known(&article(&folder), &[("outlet", "Harbour Herald", "inferred")]);
    assert!(folder.page("articles/a.html").contains("a line of its own"), "the reader is told the ground");
}

#[test]
fn an_agency_signs_and_a_labelled_address_stands_at_the_foot() {
    let text = report("Ferries stop");
    let text = format!("{} It opens on Monday. —AFP\n\nSource: https://courier.example/ferries\n", text.trim_end());
    let found = article(&Folder::new().with("a.txt", &text));
    known(
        &found,
        &[
            ("agency", "Agence France-Presse", "inferred"),
            ("outlet", "courier.example", "inferred"),
            ("url", "https://courier.example/ferries", "inferred"),
        ],
    );
}
