//! The pages of statements: who said what, in which words, by speaker and by date.

pub(crate) mod quotation;

use crate::model::Dossier;
use crate::site::calendar::{Calendar, Sheet};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped, sentence_case};
use crate::site::routes::{Anchor, Leaf, Links, Route, Stretch};
use crate::site::views::citing::{Citations, Cite};
use crate::site::views::frame::Frame;
use crate::site::views::parts::{Chip, KindName, Link};
use crate::site::views::sheets::{self, Step};
use crate::site::views::stamp::Stamp;
use quotation::{Said, Speaker};
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Reverse;

/// Most statements that the overview of a large dossier shows: its latest.
const LATEST: usize = 12;
/// Most speakers that the overview lists.
const SPEAKERS: usize = 400;
/// How many of them stand open, so that a phone soon comes to the statements.
const OPEN: usize = 16;

/// What one speaker said, or those who are not named.
#[derive(Serialize)]
struct Group<'d> {
    anchor: String,
    /// `None` for those who are not named.
    chip: Option<Chip<'d>>,
    count: String,
    statements: Vec<Said<'d>>,
}

/// A speaker in the list of speakers.
#[derive(Serialize)]
struct Row<'d> {
    href: String,
    kind: Option<KindName>,
    name: Cow<'d, str>,
    count: String,
}

/// A statement in the list by date.
#[derive(Serialize)]
struct Line<'d> {
    href: String,
    when: Option<Stamp>,
    published: Option<Stamp>,
    speaker: Speaker<'d>,
    cite: Cite<'d>,
}

/// A page of statements.
#[derive(Serialize)]
pub(crate) struct StatementsView<'d> {
    frame: Frame<'d>,
    title: Cow<'d, str>,
    /// The speaker, on a page of what one actor said.
    chip: Option<Chip<'d>>,
    lead: String,
    speakers: Vec<Row<'d>>,
    /// Those that are folded away, and how many they are, in words.
    folded: Vec<Row<'d>>,
    fold: Option<String>,
    /// How many more speakers there are, in words.
    more_speakers: Option<String>,
    years: Vec<sheets::Year>,
    groups: Vec<Group<'d>>,
    by_date: Vec<Line<'d>>,
    /// The heading above `statements`.
    heading: Option<&'static str>,
    statements: Vec<Said<'d>>,
    steps: Vec<Step>,
    method: String,
}

/// All statements; where it is too long its speakers, its latest statements, and its parts.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> StatementsView<'d> {
    let (dossier, register) = (catalogue.dossier, &catalogue.register);
    let links = links_of(dossier, Route::Statements);
    let lead = lead(catalogue);
    let frame = Frame::new(dossier, Route::Statements, "Statements", lead.clone());
    let mut page = empty(frame, Cow::Borrowed("Statements"), lead, &links);
    let mut speakers: Vec<u32> =
        catalogue.cast.with_page(dossier).map(|(actor, _)| actor).filter(|at| !register.said(*at).is_empty()).collect();
    // Actors come in order of their ids, and the sort keeps it among equals.
    speakers.sort_by_key(|actor| Reverse(register.said(*actor).len()));
    match &register.by_date {
        Calendar::Whole(items) => {
            let citations = Citations::new(catalogue, links.clone());
            page.groups = groups(catalogue, &speakers, &citations);
            page.by_date = items.iter().filter_map(|index| line(*index, &citations)).collect();
            page.speakers = rows(catalogue, &speakers, |id| Anchor::Speaker(id).fragment());
            if !register.unnamed.is_empty() {
                page.speakers.push(unnamed_row(catalogue, Anchor::Unnamed.fragment()));
            }
        }
        Calendar::Sheets(sheets) => {
            page.years = sheets::years(sheets, &links, Route::StatementsLeaf);
            page.speakers = rows(catalogue, &speakers, |id| links.to_anchor(Route::Actor(id), Anchor::Said));
            let more = speakers.len().saturating_sub(SPEAKERS);
            page.more_speakers = (more > 0).then(|| counted(more, "more speaker", "more speakers"));
            let dated = sheets.iter().rev().filter(|sheet| sheet.leaf.stretch != Stretch::Undated);
            let latest = dated.flat_map(|sheet| sheet.items.iter().rev().copied()).take(LATEST);
            let latest: Vec<u32> = latest.collect();
            page.heading = Some("The latest");
            page.statements = said(catalogue, &latest, links);
        }
    }
    // A few more are not worth folding.
    if page.speakers.len() > OPEN + OPEN / 2 {
        page.folded = page.speakers.split_off(OPEN);
        page.fold = Some(sentence_case(&counted(page.folded.len(), "more speaker", "more speakers")));
    }
    page
}

/// One part of it by date.
pub(crate) fn leaf_view<'d>(catalogue: &Catalogue<'d>, at: usize) -> StatementsView<'d> {
    let dossier = catalogue.dossier;
    let sheets = catalogue.register.by_date.sheets();
    let sheet = &sheets[at];
    let route = Route::StatementsLeaf(sheet.leaf);
    let links = links_of(dossier, route);
    let title = title_of(sheet);
    let lead = format!("{}, in order of date.", counted(sheet.items.len(), "statement", "statements"));
    let frame = Frame::new(dossier, route, &format!("Statements: {title}"), format!("{title}: {lead}"))
        .under(vec![Link { href: links.to(Route::Statements), text: Cow::Borrowed("Statements") }]);
    let mut page = empty(frame, Cow::Owned(title), sentence_case(&lead), &links);
    page.steps = sheets::steps(sheets, at, &links, Route::StatementsLeaf, title_of);
    page.statements = said(catalogue, &sheet.items, links);
    page
}

/// One page of what an actor said, where its own page cannot hold it.
pub(crate) fn said_view<'d>(catalogue: &Catalogue<'d>, actor: u32, number: u32) -> StatementsView<'d> {
    let dossier = catalogue.dossier;
    let who = &dossier.actors[actor as usize];
    let shelves = catalogue.register.shelves.get(&actor).map_or(&[][..], Vec::as_slice);
    let route = Route::Said(&who.id, number);
    let links = links_of(dossier, route);
    let pages = shelves.len();
    let part = if pages > 1 { format!(", page {number} of {pages}") } else { String::new() };
    let title = format!("What {} said{part}", who.name);
    let items = shelves.get((number as usize).wrapping_sub(1)).map_or(&[][..], Vec::as_slice);
    let lead = format!(
        "{} of {}, latest first.",
        counted(items.len(), "statement", "statements"),
        grouped(catalogue.register.said(actor).len() as u64)
    );
    let crumbs = vec![
        Link { href: links.to(Route::Actors), text: Cow::Borrowed("Actors") },
        Link { href: links.to(Route::Actor(&who.id)), text: Cow::Borrowed(&who.name) },
    ];
    let frame = Frame::new(dossier, route, &title, format!("{title}: {lead}")).under(crumbs);
    let mut page = empty(frame, Cow::Owned(title), sentence_case(&lead), &links);
    page.chip = Some(Chip::bare(who, &links));
    let step = |page: u32, text: &str, rel| Step::beside(links.to(Route::Said(&who.id, page)), text.to_owned(), rel);
    let before = (number > 1).then(|| step(number - 1, "Later statements", "prev"));
    let after = ((number as usize) < pages).then(|| step(number + 1, "Earlier statements", "next"));
    page.steps = before.into_iter().chain(after).collect();
    page.statements = said(catalogue, items, links.clone());
    page
}

/// The addresses of its parts by date.
pub(crate) fn leaves(catalogue: &Catalogue<'_>) -> impl Iterator<Item = Leaf> {
    catalogue.register.by_date.sheets().iter().map(|sheet| sheet.leaf)
}

fn links_of(dossier: &Dossier, route: Route<'_>) -> Links {
    Links::new(route, dossier.settings.base_url.as_deref())
}

fn empty<'d>(frame: Frame<'d>, title: Cow<'d, str>, lead: String, links: &Links) -> StatementsView<'d> {
    StatementsView {
        frame,
        title,
        chip: None,
        lead,
        speakers: Vec::new(),
        folded: Vec::new(),
        fold: None,
        more_speakers: None,
        years: Vec::new(),
        groups: Vec::new(),
        by_date: Vec::new(),
        heading: None,
        statements: Vec::new(),
        steps: Vec::new(),
        method: links.to_anchor(Route::Method, Anchor::Sayings),
    }
}

/// Statements in the order of `items`.
fn said<'d>(catalogue: &Catalogue<'d>, items: &[u32], links: Links) -> Vec<Said<'d>> {
    let citations = Citations::new(catalogue, links);
    quotation::listed(items, &citations)
}

/// What each speaker said, latest first; those who are not named stand last.
fn groups<'d>(catalogue: &Catalogue<'d>, speakers: &[u32], citations: &Citations<'_, 'd>) -> Vec<Group<'d>> {
    let dossier = catalogue.dossier;
    let group = |anchor: Anchor<'_>, chip: Option<Chip<'d>>, items: &[u32]| Group {
        anchor: anchor.id(),
        chip,
        count: counted(items.len(), "statement", "statements"),
        statements: quotation::listed(items, citations),
    };
    let links = links_of(dossier, Route::Statements);
    let mut groups: Vec<Group<'d>> = Vec::with_capacity(speakers.len() + 1);
    for actor in speakers {
        let who = &dossier.actors[*actor as usize];
        let chip = Chip::bare(who, &links);
        groups.push(group(Anchor::Speaker(&who.id), Some(chip), catalogue.register.said(*actor)));
    }
    if !catalogue.register.unnamed.is_empty() {
        groups.push(group(Anchor::Unnamed, None, &catalogue.register.unnamed));
    }
    groups
}

fn rows<'d>(
    catalogue: &Catalogue<'d>,
    speakers: &[u32],
    href: impl Fn(&'d crate::base::ActorId) -> String,
) -> Vec<Row<'d>> {
    let row = |actor: &u32| {
        let who = &catalogue.dossier.actors[*actor as usize];
        let count = grouped(catalogue.register.said(*actor).len() as u64);
        Row { href: href(&who.id), kind: Some(KindName::of(who.kind)), name: Cow::Borrowed(&who.name), count }
    };
    speakers.iter().take(SPEAKERS).map(row).collect()
}

fn unnamed_row<'d>(catalogue: &Catalogue<'d>, href: String) -> Row<'d> {
    let count = grouped(catalogue.register.unnamed.len() as u64);
    Row { href, kind: None, name: Cow::Borrowed("Speakers who are not named"), count }
}

fn line<'d>(index: u32, citations: &Citations<'_, 'd>) -> Option<Line<'d>> {
    let dossier = citations.catalogue.dossier;
    let quotation = &dossier.quotations[index as usize];
    let when = crate::site::register::said_when(dossier, quotation).map(|when| Stamp::of(&when));
    let published = crate::site::register::first_published(dossier, quotation).filter(|_| when.is_none());
    Some(Line {
        href: format!("#{}", quotation::anchor(quotation, citations)),
        when,
        published: published.map(Stamp::day),
        speaker: quotation::speaker(quotation, citations),
        cite: quotation::cite(quotation.wordings.first()?.at, citations)?,
    })
}

fn title_of(sheet: &Sheet) -> String {
    sheets::title(sheet, |_| "Undated".to_owned())
}

/// What the pages of statements hold, as a sentence.
fn lead(catalogue: &Catalogue<'_>) -> String {
    let quotations = &catalogue.dossier.quotations;
    if quotations.is_empty() {
        return "No statement was found in these articles.".to_owned();
    }
    let several = quotations.iter().filter(|quotation| quotation.wordings.len() > 1).count();
    let statements = counted(quotations.len(), "statement", "statements");
    let lead = match several {
        0 => format!("{statements}, each as one article gives it."),
        1 => format!("{statements}, one of them in several wordings."),
        _ => format!("{statements}, {} of them in several wordings.", crate::site::prose::count(several)),
    };
    sentence_case(&lead)
}
