//! Which page of the list of sources an article stands on.

use crate::base::{ArticleId, PartialDate};
use crate::model::Entry;
use crate::site::paging::{Cutter, LEVELS, PAGE_LIMIT, Part};
use crate::site::published::standing;
use crate::site::routes::Route;
use chrono::Datelike as _;

/// What an article adds to the list of sources, in bytes of HTML beside its own words.
const FRAME: usize = 1_250;

/// The key of articles without a date.
const UNDATED: &str = "undated";

/// The key of a list by date that is not cut.
pub(crate) const ALL: &str = "all";

/// The list of sources, on one page or several.
pub(crate) struct Shelves {
    /// The parts of the list in its order, as indices into it.
    pub(crate) parts: Vec<Part>,
    slugs: Vec<String>,
    /// For each entry of the dossier, its part.
    part_of: Vec<u32>,
}

impl Shelves {
    /// Shelves `order`, the indices of `entries` in the order of the list.
    pub(crate) fn new(entries: &[Entry], order: &[usize]) -> Self {
        let weight = |item: usize| weight(&entries[order[item]]);
        let key = |item: usize, level: usize| by_date(standing(&entries[order[item]]), level);
        let parts = Cutter { limit: PAGE_LIMIT, levels: LEVELS, weight: &weight, key: &key }.cut(order.len());
        let mut part_of = vec![0; entries.len()];
        for (at, part) in (0..).zip(&parts) {
            for item in &part.items {
                part_of[order[*item as usize]] = at;
            }
        }
        Self { slugs: parts.iter().map(Part::slug).collect(), parts, part_of }
    }

    /// Whether the list has more than one page.
    pub(crate) fn are_several(&self) -> bool {
        self.parts.len() > 1
    }

    /// The page that lists the entry at `index`.
    pub(crate) fn page_of(&self, index: usize) -> Route<'_> {
        self.page(self.part_of[index] as usize)
    }

    /// The page of the part at `index`.
    pub(crate) fn page(&self, index: usize) -> Route<'_> {
        if self.are_several() { Route::SourcesOf(&self.slugs[index]) } else { Route::Sources }
    }
}

/// An entry's index among `entries`, which are in order of their ids.
pub(crate) fn index_of(entries: &[Entry], id: &ArticleId) -> Option<usize> {
    entries.binary_search_by(|entry| entry.article.id.cmp(id)).ok()
}

/// About how many bytes an article takes up in the list.
fn weight(entry: &Entry) -> usize {
    let meta = &entry.article.meta;
    let text = |known: &Option<crate::model::Known<String>>| known.as_ref().map_or(0, |known| known.value.len());
    let authors: usize = meta.authors.iter().flat_map(|known| &known.value).map(String::len).sum();
    let twice = entry.article.path.len() + text(&meta.url) + text(&meta.archive_url) + entry.article.id.as_str().len();
    FRAME + text(&meta.title) + authors + text(&meta.altered) + 2 * twice
}

/// The key of a date: its year, then its month, then the tens of its day (`2021-10-2x`), then its day, as far as
/// it is known.
pub(crate) fn by_date(date: Option<PartialDate>, level: usize) -> String {
    let Some(date) = date else { return UNDATED.to_owned() };
    let year = date.year();
    match (date.month(), date.day()) {
        (Some(month), Some(day)) if level > 2 => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), Some(day)) if level > 1 => format!("{year:04}-{month:02}-{}x", day / 10),
        (Some(month), _) if level > 0 => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    }
}

/// A part of a list by date, as a heading names it.
pub(crate) fn dated_name(part: &Part) -> String {
    let date = PartialDate::from_iso(&part.key).map(|date| date.in_words());
    let other = if part.key == ALL { "All dates" } else { "Undated" };
    numbered(date.or_else(|| tens_of_days(&part.key)).unwrap_or_else(|| other.to_owned()), part)
}

/// `2021-10-2x` as a reader knows it: `20–29 October 2021`.
fn tens_of_days(key: &str) -> Option<String> {
    let (month, tens) = key.strip_suffix('x')?.rsplit_once('-')?;
    let (month, tens) = (PartialDate::from_iso(month)?, tens.parse::<u32>().ok()?);
    let (first, last) = ((tens * 10).max(1), (tens * 10 + 9).min(month.last_day().day()));
    let days = if first < last { format!("{first}–{last}") } else { first.to_string() };
    Some(format!("{days} {}", month.in_words()))
}

/// `name` with the number of the page, where there are several of the same name.
pub(crate) fn numbered(name: String, part: &Part) -> String {
    match part.number {
        Some(number) => format!("{name}, page {number}"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(iso: &str, level: usize) -> String {
        by_date(PartialDate::from_iso(iso), level)
    }

    #[test]
    fn dates_are_told_apart_as_finely_as_they_are_known() {
        let keys = [0, 1, 2, 3, 4].map(|level| key("2021-10-07", level));
        assert_eq!(keys, ["2021", "2021-10", "2021-10-0x", "2021-10-07", "2021-10-07"]);
        assert_eq!((key("2021-10", 3), key("2021", 3)), ("2021-10".to_owned(), "2021".to_owned()));
        assert_eq!(by_date(None, 0), by_date(None, 3));
    }

    #[test]
    fn parts_are_named_as_a_reader_would() {
        let part = |key: &str, number| Part { key: key.to_owned(), number, items: Vec::new() };
        assert_eq!(dated_name(&part("2021-10", None)), "October 2021");
        assert_eq!(dated_name(&part("2021-10-0x", None)), "1–9 October 2021");
        assert_eq!(dated_name(&part("2021-02-2x", None)), "20–28 February 2021");
        assert_eq!(dated_name(&part("2021-11-3x", None)), "30 November 2021");
        assert_eq!(dated_name(&part("undated", Some(2))), "Undated, page 2");
    }
}
