//! The chronology: what happened when, on one page or parted by year and month.

pub(crate) mod event;
mod groups;

use crate::site::calendar::{Calendar, Sheet};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped};
use crate::site::routes::{Leaf, Links, Route, Stretch};
use crate::site::views::citing::Citations;
use crate::site::views::frame::Frame;
use crate::site::views::parts::Link;
use crate::site::views::sheets::{self, Step};
use crate::site::views::strip::Strip;
use event::Told;
use groups::Group;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A page of the chronology.
#[derive(Serialize)]
pub(crate) struct ChronologyView<'d> {
    frame: Frame<'d>,
    title: String,
    lead: String,
    strip: Option<Strip>,
    /// Where the years stand: on this page, or on pages of their own.
    years: Vec<sheets::Year>,
    background: Option<Background<'d>>,
    groups: Vec<Group<'d>>,
    steps: Vec<Step>,
    statements: String,
    method: String,
}

/// What lies before the time that the dossier is about.
#[derive(Serialize)]
struct Background<'d> {
    count: String,
    events: Vec<Told<'d>>,
}

/// The chronology as a whole, or where it is too long what it holds.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> ChronologyView<'d> {
    let lead = lead(catalogue);
    let links = Links::new(Route::Chronology, catalogue.dossier.settings.base_url.as_deref());
    let (items, years) = match &catalogue.register.chronology {
        Calendar::Whole(items) => (items.as_slice(), groups::years_of(catalogue, items)),
        Calendar::Sheets(sheets) => (&[][..], sheets::years(sheets, &links, Route::ChronologyLeaf)),
    };
    let frame = Frame::new(catalogue.dossier, Route::Chronology, "Chronology", lead.clone());
    ChronologyView {
        strip: Strip::of(catalogue),
        years,
        ..page(catalogue, frame, links, "Chronology".to_owned(), lead, items)
    }
}

/// One part of it.
pub(crate) fn leaf_view<'d>(catalogue: &Catalogue<'d>, at: usize) -> ChronologyView<'d> {
    let dossier = catalogue.dossier;
    let sheets = catalogue.register.chronology.sheets();
    let sheet = &sheets[at];
    let route = Route::ChronologyLeaf(sheet.leaf);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let title = title_of(sheet);
    let lead = format!("{}, in order of time.", counted(sheet.items.len(), "event", "events"));
    let crumbs = vec![Link { href: links.to(Route::Chronology), text: Cow::Borrowed("Chronology") }];
    let name = format!("Chronology: {title}");
    let frame = Frame::new(dossier, route, &name, format!("{title}: {lead}")).under(crumbs);
    let steps = sheets::steps(sheets, at, &links, Route::ChronologyLeaf, title_of);
    ChronologyView {
        steps,
        ..page(catalogue, frame, links, title, crate::site::prose::sentence_case(&lead), &sheet.items)
    }
}

/// The addresses of its parts.
pub(crate) fn leaves(catalogue: &Catalogue<'_>) -> impl Iterator<Item = Leaf> {
    catalogue.register.chronology.sheets().iter().map(|sheet| sheet.leaf)
}

fn page<'d>(
    catalogue: &Catalogue<'d>,
    frame: Frame<'d>,
    links: Links,
    title: String,
    lead: String,
    items: &[u32],
) -> ChronologyView<'d> {
    let events = &catalogue.dossier.events;
    let (before, within): (Vec<u32>, Vec<u32>) = items.iter().partition(|index| events[**index as usize].background);
    let statements = links.to(Route::Statements);
    let method = links.to_anchor(Route::Method, crate::site::routes::Anchor::Dates);
    let citations = Citations::new(catalogue, links);
    let mut anchored = BTreeSet::new();
    // A page that holds nothing else has nothing to be folded away for.
    let folded = !before.is_empty() && !within.is_empty();
    let mut background = folded.then(|| Background {
        count: counted(before.len(), "event", "events"),
        events: groups::told(&before, &mut anchored, &citations),
    });
    let mut groups = groups::of(if folded { &within } else { items }, &mut anchored, &citations);
    let earlier = background.iter_mut().flat_map(|before| before.events.iter_mut());
    event::join(earlier.chain(groups.iter_mut().flat_map(Group::events_mut)));
    ChronologyView {
        frame,
        title,
        lead,
        strip: None,
        years: Vec::new(),
        background,
        groups,
        steps: Vec::new(),
        statements,
        method,
    }
}

fn title_of(sheet: &Sheet) -> String {
    sheets::title(sheet, |stretch| match stretch {
        Stretch::Background => "Background".to_owned(),
        _ => "At no known time".to_owned(),
    })
}

/// What the chronology holds, as a sentence.
fn lead(catalogue: &Catalogue<'_>) -> String {
    let events = &catalogue.dossier.events;
    if events.is_empty() {
        return "No dated event was found in these articles.".to_owned();
    }
    let background = events.iter().filter(|event| event.background).count();
    let within = events.len() - background;
    let told = |n: usize| format!("{} dated {}", grouped(n as u64), if n == 1 { "event" } else { "events" });
    let each = "each told by one sentence, word for word";
    match (within, background) {
        (_, 0) => format!("{}, {each}.", told(within)),
        (0, _) => format!("{}, {each}; all lie before the time that the dossier is about.", told(background)),
        _ => format!(
            "{}, {each}; {} more {} before the time that the dossier is about.",
            told(within),
            grouped(background as u64),
            if background == 1 { "lies" } else { "lie" }
        ),
    }
}
