//! The pages of a list that is parted by time: their titles, an overview of them, and the steps between them.

use crate::base::date::MONTHS;
use crate::site::calendar::Sheet;
use crate::site::prose::grouped;
use crate::site::routes::{Leaf, Links, Route, Stretch};
use serde::Serialize;

/// A link to another page of the list, or to a place on this one.
#[derive(Serialize)]
pub(crate) struct Step {
    href: String,
    text: String,
    /// `prev` or `next`, where it is a neighbour.
    rel: Option<&'static str>,
    count: Option<String>,
}

impl Step {
    pub(crate) const fn to(href: String, text: String) -> Self {
        Self { href, text, rel: None, count: None }
    }

    /// A link to the page before (`prev`) or after (`next`).
    pub(crate) const fn beside(href: String, text: String, rel: &'static str) -> Self {
        Self { href, text, rel: Some(rel), count: None }
    }
}

/// A year, or another stretch, with the pages that hold it.
#[derive(Serialize)]
pub(crate) struct Year {
    /// Its own page; without address where only its months have pages.
    head: Option<Step>,
    name: String,
    count: String,
    months: Vec<Step>,
}

impl Year {
    /// A year on one page.
    pub(crate) fn alone(head: Step, count: String) -> Self {
        Self { name: head.text.clone(), head: Some(head), count, months: Vec::new() }
    }
}

/// What a page holds, as its heading; `other` names what is no year and no month.
pub(crate) fn title(sheet: &Sheet, other: impl Fn(Stretch) -> String) -> String {
    let stretch = match sheet.leaf.stretch {
        Stretch::Year(year) if sheet.monthless => format!("{year}, no month given"),
        Stretch::Year(year) => year.to_string(),
        Stretch::Month(year, month) => format!("{} {year}", month_name(month)),
        stretch => other(stretch),
    };
    if sheet.of > 1 { format!("{stretch}, page {} of {}", sheet.leaf.page, sheet.of) } else { stretch }
}

/// All pages, by year.
pub(crate) fn years(sheets: &[Sheet], links: &Links, route: fn(Leaf) -> Route<'static>) -> Vec<Year> {
    let year_of = |sheet: &Sheet| match sheet.leaf.stretch {
        Stretch::Month(year, _) => Stretch::Year(year),
        stretch => stretch,
    };
    let runs = sheets.chunk_by(|one, other| year_of(one) == year_of(other));
    let count = |sheets: &[Sheet]| grouped(sheets.iter().map(|sheet| sheet.items.len() as u64).sum());
    runs.map(|run| {
        let name = match year_of(&run[0]) {
            Stretch::Background => "Background".to_owned(),
            Stretch::Year(year) | Stretch::Month(year, _) => year.to_string(),
            Stretch::Undated => "Undated".to_owned(),
        };
        let step = |sheet: &Sheet, text: String| Step {
            count: Some(count(std::slice::from_ref(sheet))),
            ..Step::to(links.to(route(sheet.leaf)), text)
        };
        let alone = run.len() == 1 && !matches!(run[0].leaf.stretch, Stretch::Month(..));
        let within = if alone { &[] } else { run };
        Year {
            head: alone.then(|| step(&run[0], name.clone())),
            name,
            count: count(run),
            months: within.iter().map(|sheet| step(sheet, short(sheet))).collect(),
        }
    })
    .collect()
}

/// The pages before and after the one at `at`.
pub(crate) fn steps(
    sheets: &[Sheet],
    at: usize,
    links: &Links,
    route: fn(Leaf) -> Route<'static>,
    title: impl Fn(&Sheet) -> String,
) -> Vec<Step> {
    let step = |sheet: Option<&Sheet>, rel: &'static str| {
        let sheet = sheet?;
        Some(Step::beside(links.to(route(sheet.leaf)), title(sheet), rel))
    };
    let before = step(at.checked_sub(1).and_then(|before| sheets.get(before)), "prev");
    before.into_iter().chain(step(sheets.get(at + 1), "next")).collect()
}

/// What a page holds of its year, in short.
fn short(sheet: &Sheet) -> String {
    let part = match sheet.leaf.stretch {
        Stretch::Month(_, month) => month_name(month).to_owned(),
        _ if sheet.monthless => "no month given".to_owned(),
        _ => return format!("page {}", sheet.leaf.page),
    };
    if sheet.of > 1 { format!("{part}, page {}", sheet.leaf.page) } else { part }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("Month unknown")
}
