//! What else several articles report, beyond what the summary itself has room for.

use crate::site::calendar;
use crate::site::catalogue::Catalogue;
use crate::site::prose::counted;
use crate::site::routes::{Links, Route};
use crate::site::shown;
use crate::site::views::citing::Citations;
use crate::site::views::claim::{Point, Room, points};
use crate::site::views::frame::Frame;
use crate::site::views::parts::Link;
use crate::site::views::sheets::Step;
use serde::Serialize;
use std::borrow::Cow;

/// Most further points of several articles that the summary itself shows, unfolded and folded.
pub(super) const FURTHER: (usize, usize) = (5, 10);

/// Bytes of HTML around the words of a claim, with its marks and the note beside it.
const AROUND: usize = 4_000;

/// A page of it.
#[derive(Serialize)]
pub(crate) struct MoreView<'d> {
    frame: Frame<'d>,
    title: String,
    lead: String,
    points: Vec<Point<'d>>,
    steps: Vec<Step>,
    support: String,
}

/// The claims of each page.
pub(super) fn parts(catalogue: &Catalogue<'_>) -> Vec<Vec<u32>> {
    let dossier = catalogue.dossier;
    let (open, folded) = FURTHER;
    let rest = dossier.summary.further.get(open + folded..).unwrap_or_default();
    calendar::pages(rest.iter().filter_map(|index| {
        let at = dossier.claims.get(*index as usize)?.representative;
        let sentence = shown::sentence(dossier.entries.get(at.entry as usize)?, at.sentence);
        Some((*index, AROUND + sentence.map_or(0, |sentence| sentence.span.len().min(1_200) * 2)))
    }))
}

/// How many pages there are.
pub(crate) fn pages(catalogue: &Catalogue<'_>) -> u32 {
    u32::try_from(parts(catalogue).len()).unwrap_or(u32::MAX)
}

/// The page with this number, from 1.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, number: u32) -> MoreView<'d> {
    let dossier = catalogue.dossier;
    let route = Route::SummaryMore(number);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let parts = parts(catalogue);
    let items = parts.get((number as usize).wrapping_sub(1)).map_or(&[][..], Vec::as_slice);
    let part = if parts.len() > 1 { format!(", page {number} of {}", parts.len()) } else { String::new() };
    let title = format!("What else several articles report{part}");
    let lead =
        format!("{} beyond those of the summary, the weightiest first.", counted(items.len(), "point", "points"));
    let crumbs = vec![Link { href: links.to(Route::Summary), text: Cow::Borrowed("Summary") }];
    let step = |page, text: &str, rel| Step::beside(links.to(Route::SummaryMore(page)), text.to_owned(), rel);
    let before = (number > 1).then(|| step(number - 1, "Weightier points", "prev"));
    let after = ((number as usize) < parts.len()).then(|| step(number + 1, "Further points", "next"));
    let support = links.to_anchor(Route::Method, crate::site::routes::Anchor::Support);
    MoreView {
        frame: Frame::new(dossier, route, &title, lead.clone()).under(crumbs),
        title,
        lead: crate::site::prose::sentence_case(&lead),
        steps: before.into_iter().chain(after).collect(),
        points: points(items, Room::PLAIN, &Citations::new(catalogue, links)),
        support,
    }
}
