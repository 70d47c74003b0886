//! Who published an article and which agency wrote it, as the lines around its text say: a copyright line, a name beside
//! "Printable version", the sign of an agency behind a dateline, at the end of the text or in the byline.

use crate::base::Span;
use crate::model::{Block, Known, Role};
use crate::text::lexicon::words::WORDS;
use crate::text::lexicon::{ORGANIZATIONS, SENTENCES};
use crate::text::names::is_firm_form;

/// The name of the outlet that the furniture of the page shows; of several, the one that most lines name, then the last.
pub(super) fn outlet(text: &str, blocks: &[Block]) -> Option<Known<String>> {
    let mut shown: Vec<Known<String>> = Vec::new();
    for block in blocks.iter().filter(|block| block.role == Role::Furniture) {
        let line = block.span.of(text);
        let found = holder(line).map(|name| (name, "a copyright line"));
        let found = found.or_else(|| Some((printed(line)?, "the name beside its print stamp")));
        let named = found.filter(|(name, _)| is_name(name) && agency_named(name).is_none());
        shown.extend(
            named.map(|(name, rule)| Known::inferred(name.to_owned(), rule, Some(part(block.span, line, name)))),
        );
    }
    let times = |name: &str| shown.iter().filter(|other| other.value == name).count();
    shown.iter().max_by_key(|known| times(&known.value)).cloned()
}

/// How far into the first paragraph an agency's sign is looked for, in bytes.
const SIGN_WITHIN: usize = 160;

/// The agency that the text is from.
pub(super) fn agency(text: &str, blocks: &[Block]) -> Option<Known<String>> {
    let known = |block: &Block, sign: &str, name: &str, rule| {
        Known::inferred(name.to_owned(), rule, Some(part(block.span, block.span.of(text), sign)))
    };
    let first = blocks.iter().find(|block| matches!(block.role, Role::Body | Role::Dateline));
    let at_head = first.and_then(|block| {
        let (sign, name) = behind_dateline(block.span.of(text))?;
        Some(known(block, sign, name, "the sign behind the dateline"))
    });
    let in_byline = || {
        blocks.iter().filter(|block| block.role == Role::Byline).find_map(|block| {
            let (sign, name) = signed(block.span.of(text))?;
            Some(known(block, sign, name, "the byline"))
        })
    };
    let at_end = || {
        let last = blocks.iter().rfind(|block| block.role == Role::Body)?;
        let (sign, name) = sign_off(last.span.of(text))?;
        Some(known(last, sign, name, "the sign at the end of the text"))
    };
    let owned = || {
        blocks.iter().filter(|block| block.role == Role::Furniture).find_map(|block| {
            let sign = holder(block.span.of(text))?;
            Some(known(block, sign, agency_named(sign)?, "a copyright line"))
        })
    };
    at_head.or_else(in_byline).or_else(at_end).or_else(owned)
}

/// Where `words`, a part of the line at `line`, stand.
fn part(line: Span, whole: &str, words: &str) -> Span {
    let start = line.start as usize + (words.as_ptr() as usize - whole.as_ptr() as usize);
    Span::new(start, start + words.len())
}

/// The agency of that sign or name; broadcasters and wires that sign datelines go by their sign.
fn agency_named(sign: &str) -> Option<&'static str> {
    let listed =
        ORGANIZATIONS.of("agency").find(|agency| agency.value == sign || agency.words().any(|word| word == sign));
    let other = || SENTENCES.words("agencies").find(|word| *word == sign && !word.eq_ignore_ascii_case("wire"));
    listed.map(|agency| agency.value).or_else(other)
}

/// The sign that stands in brackets behind the place of a dateline: `LONDON (Reuters) - …`, `Paris (CNN)Police …`.
fn behind_dateline(line: &str) -> Option<(&str, &'static str)> {
    let within = (0..=SIGN_WITHIN.min(line.len())).rev().find(|at| line.is_char_boundary(*at))?;
    let head = &line[..within];
    let close = head.find(')')?;
    let open = head[..close].rfind('(')?;
    let behind = &line[close + 1..];
    let dash = behind.trim_start().starts_with(['-', '–', '—']) || behind.trim().is_empty();
    let sign = head[open + 1..close].trim();
    let name = agency_named(sign)?;
    let glued = behind.starts_with(|c: char| c.is_uppercase()) && is_name(head[..open].trim_end_matches([',', ' ']));
    (dash || glued).then_some((sign, name))
}

/// The sign that ends a text: `… on Monday. —AFP`, `… on Monday. (PTI)`.
fn sign_off(line: &str) -> Option<(&str, &'static str)> {
    let line = line.trim_end();
    let bracketed = line.strip_suffix(')').and_then(|head| head.rsplit_once('('));
    let (before, sign) = bracketed.or_else(|| {
        let dash = line.rfind(['-', '–', '—'])?;
        let mark = line[dash..].chars().next()?;
        Some((&line[..dash], line[dash + mark.len_utf8()..].trim_start()))
    })?;
    let ended = before.trim_end().trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '!', '?']);
    let name = agency_named(sign.trim())?;
    ended.then_some((sign.trim(), name))
}

/// The agency that a byline names, alone or behind a writer: `By Ann Bell, Associated Press`, `Reuters`.
fn signed(byline: &str) -> Option<(&str, &'static str)> {
    let line = byline.trim_start_matches("By ").trim_start_matches("BY ");
    let parts = line.split([',', '|', '/', '•', '·', '(', ')']).flat_map(|part| part.split(" and "));
    parts
        .map(|part| part.trim().trim_start_matches("The ").trim_end_matches(" Staff"))
        .find_map(|part| Some((part, agency_named(part)?)))
}

/// What ends the name in a copyright line.
const ENDS: [&str; 12] = ["|", "•", "·", " - ", " – ", " — ", "(", ";", " All ", " all ", "/", " Contact"];

/// Who has the rights, as a copyright line says: `© 2021 The Port Courier. All rights reserved.`
///
/// The line is one of a site only where it has a year, and is not the credit of a picture.
fn holder(line: &str) -> Option<&str> {
    let sign = ["©", "(c)", "(C)", "Copyright", "COPYRIGHT"].iter().filter_map(|sign| line.find(sign)).min()?;
    let before = &line[..sign];
    let picture = ["photo", "image", "picture", "video", "illustration", "map", "graphic"];
    let lower = before.to_lowercase();
    if picture.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let mut rest = &line[sign..];
    let mut dated = false;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '©' | ':' | ',' | '-' | '–' | '@'));
        let year = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let skipped =
            ["(c)", "(C)", "Copyright", "COPYRIGHT", "by ", "By "].iter().find(|word| rest.starts_with(**word));
        if year == 4 {
            dated = true;
            rest = &rest[4..];
        } else if let Some(word) = skipped {
            rest = &rest[word.len()..];
        } else {
            break;
        }
    }
    let end = ENDS.iter().filter_map(|end| format!("{rest} ").find(end)).min().unwrap_or(rest.len()).min(rest.len());
    let mut name = &rest[..end];
    if let Some(year) = year_in(name) {
        dated = true;
        name = &name[..year];
    }
    let name = plain(sentence(name));
    let name = if name.is_empty() { plain(before) } else { name };
    (dated && !name.is_empty()).then_some(name)
}

/// Where a year stands in `words`.
fn year_in(words: &str) -> Option<usize> {
    let mut at = 0;
    words.split(' ').find_map(|word| {
        let here = at;
        at += word.len() + 1;
        let digits = word.trim_end_matches([',', '.']);
        (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(here)
    })
}

/// `words` up to where their sentence ends, or a comma behind which no form of a firm stands.
fn sentence(words: &str) -> &str {
    let ends = words.char_indices().find(|(at, mark)| {
        let behind = words[at + mark.len_utf8()..].trim_start();
        let form = behind.split([' ', ',']).next().unwrap_or_default();
        match mark {
            '.' => words[at + 1..].starts_with(' '),
            ',' => !is_form(form),
            _ => false,
        }
    });
    ends.map_or(words, |(at, _)| &words[..at])
}

/// A name without marks around it, and without the form of a firm behind it.
fn plain(name: &str) -> &str {
    let mut name =
        name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '*' | '_' | '|' | '"' | '“' | '”'));
    while let Some((head, last)) = name.rsplit_once(' ') {
        if !is_form(last) {
            break;
        }
        name = head.trim_end_matches([',', ' ']);
    }
    name
}

/// Whether a word is the form of a firm, which its outlet's name does without.
fn is_form(word: &str) -> bool {
    is_firm_form(word) || matches!(word, "Limited" | "Private" | "Pvt" | "Pvt.")
}

/// The name that stands beside a page's print stamp: `The Port Courier | Printable version`.
fn printed(line: &str) -> Option<&str> {
    let print = |part: &str| {
        let part = part.trim().to_lowercase();
        matches!(part.as_str(), "printable version" | "print version" | "printer-friendly version" | "print edition")
    };
    let parts = || line.split(['|', '•', '·', '—', '–']).flat_map(|part| part.split(" - ")).map(str::trim);
    if !parts().any(print) {
        return None;
    }
    parts().find(|part| !print(part) && named_like_outlet(part))
}

/// Whether a word of the name is one of outlets' names: "The Port Courier".
fn named_like_outlet(name: &str) -> bool {
    name.split(' ').any(|word| WORDS.outlet_names.has(&word.to_lowercase()))
}

/// Most words in an outlet's name.
const MOST_WORDS: usize = 6;

/// Firms that own platforms and pictures, and what such a line has instead of a name.
const NO_OUTLET: [&str; 14] = [
    "blogger",
    "facebook",
    "getty",
    "google",
    "image",
    "images",
    "meta",
    "policy",
    "rights",
    "shutterstock",
    "terms",
    "twitter",
    "wordpress",
    "youtube",
];

/// Whether `words` are the name of an outlet: all capitalised but for particles, and not a person's.
fn is_name(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    let particle = |word: &str| matches!(word, "of" | "the" | "for" | "and" | "in" | "de" | "la" | "le" | "&");
    let host = |word: &str| word.contains('.') && !word.contains('@') && word.len() > 4;
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || particle(word) || host(word);
    let foreign = |word: &&str| NO_OUTLET.contains(&word.to_lowercase().as_str());
    let given = all.first().is_some_and(|word| WORDS.given.has(&word.to_lowercase()));
    let person = given && all.len() > 1 && !named_like_outlet(words) && !words.contains('&');
    (1..=MOST_WORDS).contains(&all.len())
        && words.len() > 2
        && all.iter().all(capital)
        && !all.iter().any(foreign)
        && !person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_the_rights() {
        let named = |line| holder(line).filter(|name| is_name(name));
        let cases = [
            ("© 2021 The Port Courier. All rights reserved.", "The Port Courier"),
            ("Copyright © 2002-2019 - Harbour Media, Inc.", "Harbour Media"),
            (
                "This material may not be published. ©2019 QUAY News Network, LLC. All rights reserved. FAQ",
                "QUAY News Network",
            ),
            ("© Pier US, Inc. 11 West 42nd Street, 2019", "Pier US"),
            ("Harbour Herald © 2019", "Harbour Herald"),
            ("© 2000 - 2019 Al Marfa (www.almarfa.example)", "Al Marfa"),
            ("Copyright 2019 Lindvik.example. All rights reserved (About Us).", "Lindvik.example"),
            ("Copyright ©2019 Dahl Lund & Company, Inc. All Rights Reserved", "Dahl Lund & Company"),
            ("© The Quay Gazette 2019", "The Quay Gazette"),
        ];
        for (line, name) in cases {
            assert_eq!(named(line), Some(name), "{line}");
        }
        let none = [
            "© 2019 All rights reserved.",
            "Image copyright Lund Image caption Boats at the quay in 2019",
            "(Image: © Getty Images 2019)",
            "Photo © 2019 Ann Bell",
            "© 2019 Ann Bell",
            "© Lund",
            "Copyright Policy",
            "© Ann Bell Boats that were seen in 2019 lie at the quay",
            "© 2019 WordPress theme by Lund",
        ];
        for line in none {
            assert_eq!(named(line), None, "{line}");
        }
    }

    #[test]
    fn a_name_beside_the_print_stamp_is_the_outlet() {
        assert_eq!(printed("The Port Courier | Printable version | Nov 29, 2021 9:19:51 AM"), Some("The Port Courier"));
        assert_eq!(printed("Printable version | Nov 29, 2021 9:19:51 AM |"), None);
    }

    #[test]
    fn agencies_sign_datelines_ends_and_bylines() {
        assert_eq!(behind_dateline("LENNAR (Reuters) - The ferry"), Some(("Reuters", "Reuters")));
        assert_eq!(behind_dateline("Lennar (CNN)The ferry line"), Some(("CNN", "CNN")));
        assert_eq!(behind_dateline("Staff of the news channel (CNN) were seen"), None);
        assert_eq!(sign_off("It will open on Monday. —AFP"), Some(("AFP", "Agence France-Presse")));
        assert_eq!(sign_off("“It will open.” (PTI)"), Some(("PTI", "Press Trust of India")));
        assert_eq!(sign_off("She works for the press agency (PTI)"), None);
        assert_eq!(signed("By Ann Bell, Associated Press"), Some(("Associated Press", "Associated Press")));
        assert_eq!(signed("By Ann Bell and Carl Dahl"), None);
    }
}
