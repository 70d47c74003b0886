//! Writes the site of a dossier made by hand, and in it `styleguide.html`: every component in every state on one
//! page, cut from the pages themselves. For the browser tests; no user's site has it.
#![expect(clippy::unwrap_used, reason = "a tool of the tests stops where it cannot go on")]
#![expect(clippy::disallowed_methods, reason = "it writes files")]
#![allow(dead_code, unreachable_pub, reason = "it uses a part of what the tests share")]

#[path = "../tests/suite/support/full.rs"]
mod full;
#[path = "../tests/suite/support/hand.rs"]
mod hand;
#[path = "../tests/suite/support/islands.rs"]
mod islands;
#[path = "../tests/suite/support/told.rs"]
mod told;

use cuttings::base::SentenceId;
use cuttings::model::{Dossier, Publish};
use hand::Site;
use std::path::Path;

/// The pages whose matter the guide shows, of the dossier as it is: all at the root, so that their links hold.
const PAGES: [&str; 11] = [
    "index.html",
    "summary.html",
    "discrepancies.html",
    "chronology.html",
    "statements.html",
    "network.html",
    "sources.html",
    "index-a-z.html",
    "search.html",
    "method.html",
    "print.html",
];
/// Those whose matter differs where there is nothing to show.
const EMPTY: [&str; 7] = [
    "index.html",
    "summary.html",
    "discrepancies.html",
    "chronology.html",
    "statements.html",
    "sources.html",
    "print.html",
];

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write to");
    let full = full::full();
    let site = hand::render(&full);
    for (path, text) in &site {
        write(Path::new(&folder), path, text);
    }
    let withheld = hand::render(&withheld(full));
    let empty = hand::render(&Dossier::default());
    let mut matter = String::new();
    let mut number = 0;
    let mut add = |name: &str, site: &Site, pages: &[&str]| {
        for path in pages {
            let Some(page) = site.get(*path) else { continue };
            number += 1;
            matter.push_str(&specimen(number, &format!("{path}, {name}"), page));
        }
    };
    add("with everything", &site, &PAGES);
    let below = ["articles/held.html", "articles/spun.html", "actors/mara-holm.html", "notes/sources.html"];
    add("with everything", &site, &below);
    add("with words that are not published", &withheld, &["chronology.html", "statements.html", "print.html"]);
    add("with nothing in it", &empty, &EMPTY);
    let page = &site["print.html"];
    let (head, rest) = page.split_once("<main id=\"main\" class=\"page\" tabindex=\"-1\">").unwrap();
    let (_, foot) = rest.split_once("</main>").unwrap();
    let guide = format!("{head}<main id=\"main\" tabindex=\"-1\">{matter}</main>{foot}");
    write(Path::new(&folder), "styleguide.html", &guide);
}

/// The dossier with one article whose text is not published, and one of which a sentence is.
fn withheld(mut dossier: Dossier) -> Dossier {
    dossier.entries[0].publish = Publish::Metadata;
    dossier.entries[1].publish = Publish::Cited;
    dossier.entries[1].cited = [SentenceId(2)].into();
    dossier
}

/// What a page holds, with ids of its own so that many pages stand on one.
fn specimen(number: usize, name: &str, page: &str) -> String {
    let (_, rest) = page.split_once("<main id=\"main\" class=\"page\" tabindex=\"-1\">").unwrap();
    let (main, _) = rest.split_once("</main>").unwrap();
    let mut main = main.replace("href=\"../", "href=\"");
    for attribute in ["id", "for", "aria-controls", "aria-describedby", "aria-labelledby"] {
        main = prefixed(&main, &format!(" {attribute}=\""), number);
    }
    main = prefixed(&main, " href=\"#", number);
    // Landmarks of one kind need names of their own.
    main = main.replace(" aria-label=\"", &format!(" aria-label=\"{number}: "));
    // Each page has a title; the guide has one of its own.
    let main = main.replacen("<h1", "<h1 data-specimen", 1);
    format!("<div class=\"page\" data-page=\"{name}\">{main}</div>\n")
}

/// Every word of the values that follow `opening`, with the number of the specimen before it.
fn prefixed(text: &str, opening: &str, number: usize) -> String {
    let mut pieces = text.split(opening);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (value, rest) = piece.split_once('"').unwrap();
        let value: Vec<String> = value.split(' ').map(|word| format!("x{number}-{word}")).collect();
        out.extend([opening, &value.join(" "), "\"", rest]);
    }
    out
}

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}
