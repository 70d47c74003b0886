//! Cuts what stands before a report from its first sentence, where a page was pasted into one line: "• Officials see no risk
//! By Mara Holm, Health Editor OSLO | Wed May 3, 2020 (Agency) - A ferry sank."

use super::glued;
use super::lexicon::{AGENCIES, KICKERS};
use super::mark;
use crate::model::Role;
use crate::text::blocks::stamp;
use std::ops::Range;

/// How far into a block its dateline may end, in bytes.
const REACH: usize = 420;
/// Longest name of an agency in brackets, in bytes.
const AGENCY: usize = 40;
/// Most words of the line of place and date where no agency closes it.
const PLACE_WORDS: usize = 8;
/// Longest byline, in words.
const BYLINE: usize = 16;
/// Words that open a picture's credit.
const CREDITS: [&str; 6] = ["Credit:", "Photo:", "Photo by ", "Photograph:", "Picture:", "Image:"];
/// What the points of a summary stand behind.
const BULLETS: [&str; 4] = [" \\* ", " * ", " • ", " · "];

/// The parts of a block's first sentence that stand before the report, in order, with where the report starts.
pub(super) fn parts(words: &str) -> (Vec<(Range<usize>, Role)>, usize) {
    let mut parts = Vec::new();
    if let Some(end) = kicker(words) {
        parts.push((0..words[..end].trim_end().len(), Role::Kicker));
        return (parts, end);
    }
    let Some(line) = dateline(words) else { return (parts, 0) };
    before(words, line.start, &mut parts);
    parts.push((line.start..words[..line.end].trim_end().len(), Role::Dateline));
    (parts, line.end)
}

/// The end of a label such as "BREAKING:" at the start of `words`.
fn kicker(words: &str) -> Option<usize> {
    let colon = words.bytes().take(AGENCY).position(|byte| byte == b':')?;
    let label = words[..colon].trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    KICKERS.has(label).then(|| start_of_report(words, colon + 1)).flatten()
}

/// The first `most` bytes of `words`, or a few less so that no character is cut.
fn up_to(words: &str, most: usize) -> &str {
    let most = (0..=most.min(words.len())).rev().find(|at| words.is_char_boundary(*at));
    &words[..most.unwrap_or_default()]
}

/// The line of place, date and agency, with the dash behind it; what follows it is the report.
fn dateline(words: &str) -> Option<Range<usize>> {
    let head = up_to(words, REACH);
    let signed = head.match_indices(['(', '/']).find_map(|(open, mark)| signed(words, open, mark));
    signed.or_else(|| {
        let (dash, _) = head.match_indices(mark::is_dash).find(|(at, _)| words[..*at].ends_with([' ', '\u{a0}']))?;
        let line = words[..dash].trim_end();
        let end = start_of_report(words, dash).filter(|_| glued::heading(words).is_none())?;
        (is_place(line) || stamp::is_stamp(line)).then_some(0..end)
    })
}

/// A dateline whose agency stands in brackets or between strokes from byte `open` on.
fn signed(words: &str, open: usize, mark: &str) -> Option<Range<usize>> {
    let closing = if mark == "(" { ')' } else { '/' };
    let inside = &words[open + 1..];
    let inside = &inside[..up_to(inside, AGENCY).find(closing)?];
    let close = open + 1 + inside.len() + 1;
    let dashed = words[close..].trim_start().starts_with([':', '-', '–', '—', '―']);
    let end = start_of_report(words, close)?;
    let place = start_of_place(words, open);
    let known = AGENCIES.has(inside) || inside.split(['/', ' ']).any(|part| AGENCIES.has(part));
    let opens = if mark == "(" { dashed && (place < open || known) || known && place == 0 } else { dashed && known };
    (opens && (place < open || open == 0)).then_some(place..end)
}

/// Where the words of place and date begin that stand right before byte `end`; `end` itself where none do.
fn start_of_place(words: &str, end: usize) -> usize {
    let before = &words[..end];
    let tokens = || before.split_whitespace();
    if !before.contains(": ")
        && tokens().count() <= PLACE_WORDS
        && tokens().all(|token| is_part(token) || is_capitalised(token))
    {
        return 0;
    }
    let mut start = end;
    for token in before.rsplit(char::is_whitespace).filter(|token| !token.is_empty()) {
        if !is_part(token) {
            break;
        }
        start = token.as_ptr() as usize - words.as_ptr() as usize;
    }
    start
}

/// Whether `token` can stand in a dateline wherever it is: a place in capitals, a part of a date or time, a bar.
fn is_part(token: &str) -> bool {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 2 && !word.contains(char::is_lowercase);
    let dated = (letters == 0 || is_capitalised(word) || matches!(word, "am" | "pm"))
        && word.split([',', ':', '/']).all(stamp::is_part);
    word.is_empty() || capitals || dated
}

fn is_capitalised(token: &str) -> bool {
    token.starts_with(char::is_uppercase)
}

/// Whether `line` is a place in capitals, with what may stand behind it: "ST.-OLAF, Mich.", "OSLO, May 3".
fn is_place(line: &str) -> bool {
    let mut tokens = line.split_whitespace();
    let place =
        tokens.next().is_some_and(|first| is_part(first) && first.chars().filter(|c| c.is_uppercase()).count() > 2);
    let fits = |token: &str| is_capitalised(token) || token.starts_with(|c: char| c.is_ascii_digit());
    place && line.split_whitespace().count() <= PLACE_WORDS && tokens.all(fits) && !line.contains([':', '"', '“'])
}

/// Where the report starts behind byte `at`, past a dash or colon: with a capital or a quotation.
fn start_of_report(words: &str, at: usize) -> Option<usize> {
    let rest = words[at..].trim_start();
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start_matches(mark::is_dash).trim_start();
    let opens = rest.starts_with(|c: char| c.is_uppercase() || mark::opens(c));
    opens.then_some(words.len() - rest.len())
}

/// Cuts what stands before the dateline at byte `end`: points of a summary, a byline, a credit, a title.
fn before(words: &str, end: usize, parts: &mut Vec<(Range<usize>, Role)>) {
    let mut from = 0;
    let byline = words[..end].rfind("By ").filter(|at| {
        let names = &words[at + 3..end];
        is_capitalised(names)
            && names.split_whitespace().count() <= BYLINE
            && (*at == 0 || words[..*at].ends_with([' ', '\u{a0}']))
    });
    let summary = byline.unwrap_or(end);
    while from < summary {
        let next = BULLETS.iter().filter_map(|bullet| Some(from + words[from..summary].find(bullet)? + 1)).min();
        let part = from..next.unwrap_or(summary);
        let credit = CREDITS.iter().any(|opening| words[part.clone()].starts_with(opening));
        push(words, part.clone(), if credit { Role::Credit } else { Role::Kicker }, parts);
        from = part.end;
    }
    push(words, summary..end, Role::Byline, parts);
}

/// Adds the part at `range` without the white space around it, where it has words.
fn push(words: &str, range: Range<usize>, role: Role, parts: &mut Vec<(Range<usize>, Role)>) {
    let part = &words[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    if !part.trim().is_empty() {
        parts.push((start..start + part.trim().len(), role));
    }
}
