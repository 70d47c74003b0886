//! Files what has a date: on one page where it fits, else by year, and by month where a year is too long.

use crate::base::When;
use crate::site::routes::{Leaf, Stretch};
use chrono::{Datelike as _, NaiveDate};
use std::collections::BTreeMap;

/// Most things that one page holds.
const MOST: usize = 300;

/// Heaviest that they may be together, in bytes of HTML as estimated: with the page's frame it stays well
/// under the 500 kB that a page may weigh.
const HEAVIEST: usize = 380_000;

/// One item of so many is where a new page may begin: which, it says itself, so that one more item elsewhere moves no
/// border of a page but its own.
const BORDERS: u32 = 24;

/// Something to be filed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated {
    /// Its index.
    pub(crate) item: u32,
    /// Where it belongs: its year, with its month where it has one.
    pub(crate) stretch: Stretch,
    /// How heavy it is on a page, in bytes.
    pub(crate) weight: usize,
    /// Whether a page may begin with it.
    pub(crate) border: bool,
}

/// Whether a page may begin with the thing that these words are, or name.
pub(crate) fn is_border(words: &str) -> bool {
    sum(words).is_multiple_of(BORDERS)
}

/// A sum of words that is the same on any machine (FNV-1a, of 32 bits).
fn sum(words: &str) -> u32 {
    words.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A page of the calendar.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Its address.
    pub(crate) leaf: Leaf,
    /// How many pages its stretch has.
    pub(crate) of: u32,
    /// Whether it holds only what names no month of its year.
    pub(crate) monthless: bool,
    /// What it holds, in order.
    pub(crate) items: Vec<u32>,
}

/// Where everything is found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    /// All of it on one page, in order.
    Whole(Vec<u32>),
    /// On several, in order of time.
    Sheets(Vec<Sheet>),
}

impl Calendar {
    /// The calendar of `dated`, which keep their order within a stretch.
    pub(crate) fn new(dated: &[Dated]) -> Self {
        if fits(dated) {
            return Self::Whole(dated.iter().map(|dated| dated.item).collect());
        }
        let mut years: BTreeMap<Stretch, Vec<Dated>> = BTreeMap::new();
        for one in dated {
            years.entry(year_of(one.stretch)).or_default().push(*one);
        }
        let mut sheets = Vec::new();
        for (stretch, dated) in years {
            if fits(&dated) || !matches!(stretch, Stretch::Year(_)) {
                add(stretch, false, &dated, &mut sheets);
                continue;
            }
            let mut months: BTreeMap<Stretch, Vec<Dated>> = BTreeMap::new();
            for one in dated {
                months.entry(one.stretch).or_default().push(one);
            }
            let split = months.len() > 1;
            for (stretch, dated) in months {
                add(stretch, split && matches!(stretch, Stretch::Year(_)), &dated, &mut sheets);
            }
        }
        Self::Sheets(sheets)
    }

    /// Its pages beside the one that gives an overview.
    pub(crate) fn sheets(&self) -> &[Sheet] {
        match self {
            Self::Whole(_) => &[],
            Self::Sheets(sheets) => sheets,
        }
    }
}

/// Things with their weights in pages of bounded size, in order; at least one on each.
pub(crate) fn pages(items: impl IntoIterator<Item = (u32, usize)>) -> Vec<Vec<u32>> {
    bordered(items.into_iter().map(|(item, weight)| (item, weight, false)))
}

/// The same, where a page that is filled well enough ends before a [border](is_border), so that one more thing moves
/// few borders, and not those of all pages behind it.
pub(crate) fn bordered(items: impl IntoIterator<Item = (u32, usize, bool)>) -> Vec<Vec<u32>> {
    let items: Vec<(u32, usize, bool)> = items.into_iter().collect();
    if !items.is_empty() && items.len() <= MOST && items.iter().map(|item| item.1).sum::<usize>() <= HEAVIEST {
        return vec![items.into_iter().map(|item| item.0).collect()];
    }
    let mut pages: Vec<Vec<u32>> = Vec::new();
    let mut weight = 0;
    for (item, heavy, border) in items {
        let enough = |page: &Vec<u32>| page.len() > MOST / 3 || weight > HEAVIEST / 3;
        let fits = |page: &Vec<u32>| page.len() < MOST && weight + heavy <= HEAVIEST && !(border && enough(page));
        if let Some(page) = pages.last_mut().filter(|page| fits(page)) {
            page.push(item);
        } else {
            pages.push(vec![item]);
            weight = 0;
        }
        weight += heavy;
    }
    pages
}

/// The stretch of the calendar in which a date is filed.
pub(crate) fn stretch_of(when: Option<When>) -> Stretch {
    let ends = when.map(|when| (when.first_day(), when.last_day()));
    match ends {
        Some((Some(first), Some(last))) if month(first) == month(last) => {
            let (year, month) = month(first);
            Stretch::Month(year, u8::try_from(month).unwrap_or(1))
        }
        Some((Some(day), _) | (None, Some(day))) => Stretch::Year(day.year()),
        Some((None, None)) | None => Stretch::Undated,
    }
}

fn month(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

fn year_of(stretch: Stretch) -> Stretch {
    match stretch {
        Stretch::Month(year, _) => Stretch::Year(year),
        other => other,
    }
}

fn fits(dated: &[Dated]) -> bool {
    dated.len() <= MOST && dated.iter().map(|dated| dated.weight).sum::<usize>() <= HEAVIEST
}

fn add(stretch: Stretch, monthless: bool, dated: &[Dated], sheets: &mut Vec<Sheet>) {
    let pages = bordered(dated.iter().map(|dated| (dated.item, dated.weight, dated.border)));
    let of = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let sheet = |(page, items)| Sheet { leaf: Leaf { stretch, page }, of, monthless, items };
    sheets.extend((1..).zip(pages).map(sheet));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{PartialDate, Season};

    fn filed(dated: &[(Stretch, usize)]) -> Calendar {
        let spread = dated.iter().flat_map(|(stretch, count)| std::iter::repeat_n(*stretch, *count));
        let dated: Vec<Dated> =
            (0..).zip(spread).map(|(item, stretch)| Dated { item, stretch, weight: 10, border: false }).collect();
        Calendar::new(&dated)
    }

    fn counts(calendar: &Calendar) -> Vec<(Stretch, u32, usize)> {
        calendar.sheets().iter().map(|sheet| (sheet.leaf.stretch, sheet.leaf.page, sheet.items.len())).collect()
    }

    #[test]
    fn what_fits_one_page_is_not_parted() {
        assert_eq!(filed(&[(Stretch::Year(2020), 2), (Stretch::Undated, 1)]), Calendar::Whole(vec![0, 1, 2]));
    }

    #[test]
    fn a_year_that_is_too_long_is_parted_by_month_and_a_month_by_pages() {
        let filed = filed(&[
            (Stretch::Month(2021, 5), 310),
            (Stretch::Year(2021), 2),
            (Stretch::Month(2020, 12), 100),
            (Stretch::Month(2020, 11), 100),
            (Stretch::Undated, 4),
            (Stretch::Background, 301),
        ]);
        assert_eq!(
            counts(&filed),
            [
                (Stretch::Background, 1, 300),
                (Stretch::Background, 2, 1),
                (Stretch::Year(2020), 1, 200),
                (Stretch::Year(2021), 1, 2),
                (Stretch::Month(2021, 5), 1, 300),
                (Stretch::Month(2021, 5), 2, 10),
                (Stretch::Undated, 1, 4),
            ]
        );
        assert!(filed.sheets()[3].monthless && !filed.sheets()[2].monthless);
    }

    #[test]
    fn heavy_things_fill_a_page_sooner() {
        assert_eq!(pages([(1, HEAVIEST), (2, 1), (3, HEAVIEST)]), [vec![1], vec![2], vec![3]]);
    }

    #[test]
    fn one_thing_more_moves_the_border_of_its_own_page_only() {
        let cut = |from: u32| bordered((from..1_000).map(|item| (item, 10, is_border(&item.to_string()))));
        let (before, after) = (cut(1), cut(0));
        assert!(before.len() > 4 && before.iter().all(|page| page.len() <= MOST));
        assert_eq!(before[1..], after[1..]);
    }

    #[test]
    fn a_date_is_filed_under_its_month_only_where_it_lies_in_one() {
        let date = |text: &str| PartialDate::from_iso(text).unwrap();
        assert_eq!(stretch_of(Some(When::Date(date("2021-10-20")))), Stretch::Month(2021, 10));
        assert_eq!(stretch_of(Some(When::Date(date("2021")))), Stretch::Year(2021));
        assert_eq!(stretch_of(Some(When::Season(2021, Season::Winter))), Stretch::Year(2021));
        assert_eq!(stretch_of(Some(When::Between(None, Some(date("2001"))))), Stretch::Year(2001));
        assert_eq!(stretch_of(Some(When::Between(None, None))), Stretch::Undated);
    }
}
