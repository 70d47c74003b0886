//! Where the articles differ: the sides of each difference beside each other, with their sources and without a verdict.

use crate::base::Span;
use crate::model::{Discrepancy, DiscrepancyKind, Dossier, SentenceRef, Side};
use crate::site::calendar;
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, sentence_case, start};
use crate::site::routes::{Anchor, Links, Route};
use crate::site::series::differs;
use crate::site::shown;
use crate::site::views::citing::{Citations, Cite, Line};
use crate::site::views::decisions::{self, Row};
use crate::site::views::frame::Frame;
use crate::site::views::parts::Link;
use crate::site::views::series::{self, Counts};
use crate::site::views::sheets::Step;
use serde::Serialize;
use std::borrow::Cow;

/// Most sides of a difference that are shown.
const SIDES: usize = 6;
/// Most sentences of a side.
const SENTENCES: usize = 3;
/// Most sentences of what sources say elsewhere, and most claims.
const FURTHER: usize = 4;
/// Most further sentences of a side that are only marked.
const MARKED: usize = 12;
/// Bytes of HTML around the words of a sentence.
const AROUND: usize = 900;
/// Longest value that a heading has, in bytes.
const VALUE: usize = 80;

/// One side of a difference.
#[derive(Serialize)]
struct SideView<'d> {
    /// What it says, where that is published.
    value: Option<&'d str>,
    lines: Vec<Line<'d>>,
    further: Vec<Cite<'d>>,
    /// How many more sentences say so, in words.
    more: Option<String>,
}

/// A difference.
#[derive(Serialize)]
pub(crate) struct Difference<'d> {
    anchor: String,
    kind: &'static str,
    sides: Vec<SideView<'d>>,
    /// How many more sides there are, in words.
    more: Option<String>,
    also: Vec<Line<'d>>,
    claims: Vec<Line<'d>>,
    decisions: Vec<Row<'d>>,
    href: String,
}

impl<'d> Difference<'d> {
    /// The whole of it, for the page of differences.
    fn of(index: usize, found: &'d Discrepancy, citations: &Citations<'_, 'd>) -> Self {
        let mut whole = Self::brief(index, found, SENTENCES, citations);
        let dossier = citations.catalogue.dossier;
        whole.also = found.also.iter().take(FURTHER).map(|at| Line::of(*at, citations)).collect();
        let told = |at: &SentenceRef| found.sides.iter().any(|side| side.sentences.contains(at));
        let claims = found.claims.iter().filter_map(|claim| dossier.claims.get(*claim as usize));
        let claims: Vec<SentenceRef> = claims.map(|claim| claim.representative).filter(|at| !told(at)).collect();
        whole.claims = claims.into_iter().take(FURTHER).map(|at| Line::of(at, citations)).collect();
        let links = citations.links.clone();
        whole.decisions = decisions::about(citations.catalogue, &links, told);
        whole
    }

    /// Its sides alone, each with at most `most` sentences.
    pub(crate) fn brief(index: usize, found: &'d Discrepancy, most: usize, citations: &Citations<'_, 'd>) -> Self {
        let anchor = Anchor::Difference(&citations.catalogue.difference_ids[index]);
        let page = page_of(index, citations.catalogue.dossier);
        let more = found.sides.len().saturating_sub(SIDES);
        Self {
            anchor: anchor.id(),
            kind: in_words(found.kind),
            sides: found.sides.iter().take(SIDES).map(|one| side(one, most, citations)).collect(),
            more: (more > 0).then(|| counted(more, "more side", "more sides")),
            also: Vec::new(),
            claims: Vec::new(),
            decisions: Vec::new(),
            href: citations.links.to_anchor(route(page), anchor),
        }
    }
}

/// The link to the difference at `index`, in words that say on what sources differ.
pub(crate) fn link(index: usize, catalogue: &Catalogue<'_>, links: &Links) -> Link<'static> {
    let dossier = catalogue.dossier;
    let anchor = Anchor::Difference(&catalogue.difference_ids[index]);
    let href = links.to_anchor(route(page_of(index, dossier)), anchor);
    Link { href, text: Cow::Borrowed(matter(dossier.discrepancies[index].kind)) }
}

/// On what sources differ.
pub(crate) const fn matter(kind: DiscrepancyKind) -> &'static str {
    match kind {
        DiscrepancyKind::Number => "a number",
        DiscrepancyKind::Date => "a date",
        DiscrepancyKind::Name => "a name",
        DiscrepancyKind::Attribution => "who said or did it",
        DiscrepancyKind::Polarity => "whether it is so",
        DiscrepancyKind::Wording => "a detail",
    }
}

const fn in_words(kind: DiscrepancyKind) -> &'static str {
    match kind {
        DiscrepancyKind::Number => "A number differs",
        DiscrepancyKind::Date => "A date differs",
        DiscrepancyKind::Name => "A name differs",
        DiscrepancyKind::Attribution => "They differ on who said or did it",
        DiscrepancyKind::Polarity => "One says that it is so, another denies it",
        DiscrepancyKind::Wording => "A detail differs",
    }
}

fn side<'d>(side: &'d Side, most: usize, citations: &Citations<'_, 'd>) -> SideView<'d> {
    let value = side.value.trim();
    let published = side.sentences.iter().any(|at| citations.is_published(*at));
    let rest = side.sentences.get(most..).unwrap_or_default();
    let more = rest.len().saturating_sub(MARKED);
    SideView {
        value: Some(start(value, VALUE)).filter(|value| published && !value.is_empty()),
        lines: side.sentences.iter().take(most).map(|at| told(*at, value, citations)).collect(),
        further: rest.iter().take(MARKED).map(|at| citations.cite(*at)).collect(),
        more: (more > 0).then(|| counted(more, "more sentence", "more sentences")),
    }
}

/// A sentence with the words of `value` in it marked.
fn told<'d>(at: SentenceRef, value: &str, citations: &Citations<'_, 'd>) -> Line<'d> {
    let entry = citations.entry(at.entry);
    let text = &entry.article.saved.text;
    let place = shown::published_sentence(entry, at.sentence).filter(|_| !value.is_empty()).and_then(|sentence| {
        let range = sentence.span.range();
        let from = range.start + text.get(range)?.find(value)?;
        Some(Span::new(from, from + value.len()))
    });
    Line { passage: citations.passage(at, place.as_slice()), cite: citations.cite(at) }
}

/// How heavy a difference is on the page, in bytes of HTML as estimated.
fn weight(found: &Discrepancy, dossier: &Dossier) -> usize {
    let sentence = |at: &SentenceRef| {
        let words = shown::published_sentence(&dossier.entries[at.entry as usize], at.sentence);
        AROUND + words.map_or(0, |sentence| sentence.span.len().min(1_200) * 2)
    };
    let sides = found.sides.iter().take(SIDES).flat_map(|side| side.sentences.iter().take(SENTENCES));
    let also = found.also.iter().take(FURTHER);
    sides.chain(also).map(sentence).sum::<usize>() + AROUND * found.claims.len().min(FURTHER) * 2 + AROUND * SIDES
}

/// The differences of each page, in their order.
fn parts(dossier: &Dossier) -> Vec<Vec<u32>> {
    calendar::pages((0..).zip(&dossier.discrepancies).map(|(index, found)| (index, weight(found, dossier))))
}

/// The page, from 1, that the difference at `index` stands on: those before it decide.
fn page_of(index: usize, dossier: &Dossier) -> u32 {
    let before = (0..).zip(dossier.discrepancies.iter().take(index + 1));
    let parts = calendar::pages(before.map(|(index, found)| (index, weight(found, dossier))));
    u32::try_from(parts.len()).unwrap_or(u32::MAX)
}

/// How many pages there are.
pub(crate) fn pages(catalogue: &Catalogue<'_>) -> u32 {
    u32::try_from(parts(catalogue.dossier).len()).unwrap_or(u32::MAX)
}

/// The page with this number, from 1.
pub(crate) const fn route(page: u32) -> Route<'static> {
    if page > 1 { Route::DiscrepanciesMore(page) } else { Route::Discrepancies }
}

/// A page of differences.
#[derive(Serialize)]
pub(crate) struct DiscrepanciesView<'d> {
    frame: Frame<'d>,
    title: String,
    lead: String,
    /// How counts grow, on the first page.
    series: Vec<Counts<'d>>,
    differences: Vec<Difference<'d>>,
    /// The pages before and behind.
    steps: Vec<Step>,
    /// What an editor has said is no difference, on the first page.
    apart: Vec<Row<'d>>,
    summary: String,
    method: String,
}

/// The page with this number, from 1.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, number: u32) -> DiscrepanciesView<'d> {
    let dossier = catalogue.dossier;
    let own = route(number);
    let links = Links::new(own, dossier.settings.base_url.as_deref());
    let (summary, method) = (links.to(Route::Summary), links.to_anchor(Route::Method, Anchor::Differing));
    let apart = if number > 1 { Vec::new() } else { decisions::not_discrepancies(catalogue, &links) };
    let parts = parts(dossier);
    let items = parts.get((number as usize).wrapping_sub(1)).map_or(&[][..], Vec::as_slice);
    let part = if number > 1 { format!(", page {number} of {}", parts.len()) } else { String::new() };
    let title = format!("Where sources differ{part}");
    let step = |page, text: &str, rel| Step::beside(links.to(route(page)), text.to_owned(), rel);
    let before = (number > 1).then(|| step(number - 1, "Differences on weightier claims", "prev"));
    let after = ((number as usize) < parts.len()).then(|| step(number + 1, "Further differences", "next"));
    let steps = before.into_iter().chain(after).collect();
    let first = Link { href: links.to(Route::Discrepancies), text: Cow::Borrowed("Where sources differ") };
    let above = if number > 1 { vec![first] } else { Vec::new() };
    let lead = lead(dossier);
    let citations = Citations::new(catalogue, links);
    let series = if number > 1 { Vec::new() } else { series::all(&citations) };
    let found = items.iter().filter_map(|index| Some((*index as usize, dossier.discrepancies.get(*index as usize)?)));
    let differences = found.map(|(index, found)| Difference::of(index, found, &citations)).collect();
    DiscrepanciesView {
        frame: Frame::new(dossier, own, &title, lead.clone()).under(above),
        title,
        lead,
        series,
        differences,
        steps,
        apart,
        summary,
        method,
    }
}

/// What was found, as a sentence.
pub(crate) fn lead(dossier: &Dossier) -> String {
    let grown = dossier.series.iter().filter(|series| series.year.is_none() && differs(dossier, series)).count();
    let counts = || counted(grown, "count differs or grows", "counts differ or grow");
    let found = counted(dossier.discrepancies.len(), "difference was", "differences were");
    sentence_case(&match dossier.discrepancies.len() {
        0 if dossier.entries.len() < 2 => "there are not two articles to compare.".to_owned(),
        0 if grown > 0 => format!("{} between these articles; no other difference was found.", counts()),
        0 => "no difference was found between these articles.".to_owned(),
        _ if grown > 0 => {
            format!("{found} found between these articles, side by side and without a verdict, and {}.", counts())
        }
        _ => format!("{found} found between these articles, side by side and without a verdict."),
    })
}
