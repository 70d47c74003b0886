//! When an article was published, as its page, address or file's name shows.

use crate::base::{PartialDate, Span, written_dates};
use crate::model::{Article, Block, Known, Role};

/// Most words that a line between headline and text may have to count as a date stamp.
const STAMP_WORDS: usize = 14;
/// Most words of such a line that tells who wrote the article and when, to the minute.
const TIMED_STAMP_WORDS: usize = 30;
/// How far into the first paragraph a dateline may reach, in bytes.
const DATELINE: usize = 120;

/// The date of publication, from the best witness there is.
pub(super) fn published(article: &Article, blocks: &[Block]) -> Option<Known<PartialDate>> {
    let text = &article.saved.text;
    stamp(text, blocks)
        .or_else(|| in_address(article).filter(|date| date.value.day().is_some()))
        .or_else(|| dateline(text, blocks))
        .or_else(|| in_address(article))
        .or_else(|| in_file_name(article))
}

/// A short line with a date between the headline (or just above it) and the text.
///
/// One that says "updated" counts only where no other does.
fn stamp(text: &str, blocks: &[Block]) -> Option<Known<PartialDate>> {
    let body = blocks.iter().position(|block| block.role == Role::Body)?;
    let headline = blocks[..body].iter().rposition(|block| block.role == Role::Headline);
    let from = headline.map_or(body.saturating_sub(4), |at| at.saturating_sub(2));
    let is_stamp = |block: &&Block| {
        let words = block.span.of(text);
        let most = if is_timed(words) { TIMED_STAMP_WORDS } else { STAMP_WORDS };
        block.role != Role::Headline && words.len() <= 400 && words.split_whitespace().count() <= most
    };
    let stamps: Vec<_> = blocks[from..body].iter().filter(is_stamp).flat_map(|block| dates_in(text, block)).collect();
    let first = stamps.iter().find(|(late, _)| !late).or(stamps.first());
    first.map(|(_, date)| date.clone())
}

/// Whether a date of the line has a time of the clock behind it: `December 27, 2014 at 12:06 PM`.
fn is_timed(line: &str) -> bool {
    written_dates(line).any(|(at, _)| {
        let behind = line[at.end..].trim_start_matches([',', ' ']).trim_start_matches("at ");
        behind.split_once(':').is_some_and(|(hour, rest)| {
            let digits = |words: &str| words.bytes().take_while(u8::is_ascii_digit).count();
            (1..=2).contains(&hour.len()) && digits(hour) == hour.len() && digits(rest) == 2
        })
    })
}

/// The dates of a line, each with whether the words before it say that it is a later one.
fn dates_in<'t>(text: &'t str, block: &Block) -> impl Iterator<Item = (bool, Known<PartialDate>)> + 't {
    let words = block.span.of(text);
    let start = block.span.start as usize;
    let mut before = 0;
    written_dates(words).map(move |(at, date)| {
        let lead = words[before..at.start].to_lowercase();
        before = at.end;
        let late = ["updated", "modified", "edited", "saved", "printed"].iter().any(|word| lead.contains(word));
        let span = Span::new(start + at.start, start + at.end);
        (late, Known::inferred(date, "the date above the text", Some(span)))
    })
}

/// A date at the head of the first paragraph, before a dash: `OSLO, May 3, 2020 — …`.
fn dateline(text: &str, blocks: &[Block]) -> Option<Known<PartialDate>> {
    let first = blocks.iter().find(|block| matches!(block.role, Role::Body | Role::Dateline))?;
    let words = first.span.of(text);
    let head = (0..=DATELINE.min(words.len())).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
    let (at, date) = written_dates(&words[..head]).next()?;
    let behind = words[at.end..].chars().take(48).collect::<String>();
    let dash = [" - ", " – ", " — ", "— ", "– ", "(Reuters)"].iter().any(|dash| behind.contains(dash));
    let ends = first.role == Role::Dateline;
    let start = first.span.start as usize;
    let span = Span::new(start + at.start, start + at.end);
    (dash || ends).then(|| Known::inferred(date, "the dateline", Some(span)))
}

/// `/2021/10/07/` or `/2021/10/` in the article's address.
fn in_address(article: &Article) -> Option<Known<PartialDate>> {
    let url = article.meta.url.as_ref()?;
    let path = url.value.split("://").nth(1)?.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |part: Option<&&str>, most: usize| {
        let plain = part.filter(|part| (1..=most).contains(&part.len()))?;
        plain.bytes().all(|b| b.is_ascii_digit()).then(|| plain.parse::<u32>().ok()).flatten()
    };
    let date = parts.iter().enumerate().find_map(|(at, part)| {
        let year = number(Some(part).filter(|part| part.len() == 4), 4).filter(|year| (1980..2200).contains(year))?;
        let month = number(parts.get(at + 1), 2)?;
        let day = number(parts.get(at + 2), 2).and_then(|day| PartialDate::day_of(year.cast_signed(), month, day));
        day.or_else(|| PartialDate::month_of(year.cast_signed(), month))
    });
    date.map(|date| Known::inferred(date, "its address", url.basis.span()))
}

/// `…2021-10-07…` in the file's name.
fn in_file_name(article: &Article) -> Option<Known<PartialDate>> {
    let name = article.path.rsplit('/').next()?.replace('_', "-");
    let (_, date) = written_dates(&name).next()?;
    Some(Known::inferred(date, "the file’s name", None))
}
