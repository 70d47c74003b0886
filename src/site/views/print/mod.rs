//! The whole dossier as one document to print, in parts where it is long: the cards of the pages in sequence.

mod entries;
mod plan;

pub(crate) use plan::Plan;

use crate::site::catalogue::Catalogue;
use crate::site::prose;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::chronology::event::Told;
use crate::site::views::citing::Citations;
use crate::site::views::claim::{Point, Room, points};
use crate::site::views::discrepancies::Difference;
use crate::site::views::frame::Frame;
use crate::site::views::index::{self, Fact};
use crate::site::views::parts::Title;
use crate::site::views::printed;
use crate::site::views::series::Counts;
use entries::{Named, Noted, Printed, Source, Spoken};
use plan::{Kind, Piece};
use serde::Serialize;

/// Most articles that the table of contents names.
const LISTED: usize = 200;
/// How much of the support of a key point is printed: nothing is folded on paper.
const POINT: Room = Room { open: plan::POINT, folded: 0, related: 0, count: true };
/// Most sentences that are printed for a side of a difference.
const SIDE: usize = 4;

/// Entries of one kind.
#[derive(Serialize)]
#[serde(tag = "kind", content = "entries", rename_all = "lowercase")]
enum Matter<'d> {
    Notes(Vec<Noted<'d>>),
    Points(Vec<Point<'d>>),
    Events(Vec<Told<'d>>),
    Statements(Vec<Spoken<'d>>),
    Counts(Vec<Counts<'d>>),
    Differences(Vec<Difference<'d>>),
    Actors(Vec<Named<'d>>),
    Articles(Vec<Printed<'d>>),
    Sources(Vec<Source<'d>>),
}

/// A section, or what of it stands in this part.
#[derive(Serialize)]
struct Section<'d> {
    /// `None` where the section before is the same one.
    heading: Option<Heading>,
    /// The heading of its own that it has within the section.
    subheading: Option<&'static str>,
    remark: Option<&'static str>,
    #[serde(flatten)]
    matter: Matter<'d>,
}

#[derive(Serialize)]
struct Heading {
    id: String,
    number: usize,
    title: &'static str,
    /// Whether it began in an earlier part.
    continued: bool,
}

/// A line of the table of contents.
#[derive(Serialize)]
struct Line<'d> {
    href: String,
    number: String,
    text: &'static str,
    count: Option<String>,
    articles: Vec<ArticleLine<'d>>,
    more: Option<String>,
}

#[derive(Serialize)]
struct ArticleLine<'d> {
    href: String,
    title: Title<'d>,
}

/// What the document opens with.
#[derive(Serialize)]
struct Cover<'d> {
    subtitle: Option<&'d str>,
    question: Option<&'d str>,
    facts: Vec<Fact>,
    contents: Vec<Line<'d>>,
}

/// A part of the document.
#[derive(Serialize)]
pub(crate) struct PrintView<'d> {
    frame: Frame<'d>,
    title: &'d str,
    cover: Option<Cover<'d>>,
    /// Which part it is, in words, where there are several.
    part: Option<String>,
    before: Option<String>,
    after: Option<String>,
    sections: Vec<Section<'d>>,
}

/// The view of the part at `part`, from 0.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, plan: &Plan, part: usize) -> PrintView<'d> {
    let dossier = catalogue.dossier;
    let settings = &dossier.settings;
    let route = Route::Print(part + 1);
    let links = Links::new(route, settings.base_url.as_deref());
    let several = plan.parts.len();
    let name = match several {
        1 => "The whole dossier".to_owned(),
        _ => format!("The whole dossier, part {} of {several}", part + 1),
    };
    let citations = Citations::within(catalogue, links.clone(), &plan.places, part);
    PrintView {
        frame: Frame::new(dossier, route, &name, format!("{name}, for printing.")),
        title: &settings.title,
        cover: (part == 0).then(|| Cover {
            subtitle: settings.subtitle.as_deref(),
            question: settings.question.as_deref(),
            facts: index::facts(catalogue),
            contents: contents(plan, part, &citations),
        }),
        part: (several > 1).then(|| format!("Part {} of {several}", part + 1)),
        before: part.checked_sub(1).map(|before| links.to(Route::Print(before + 1))),
        after: (part + 1 < several).then(|| links.to(Route::Print(part + 2))),
        sections: sections(plan, part, &citations),
    }
}

fn sections<'d>(plan: &Plan, part: usize, citations: &Citations<'_, 'd>) -> Vec<Section<'d>> {
    let range = plan.parts[part].clone();
    let mut from = range.start;
    let mut sections = Vec::new();
    let mut above = None;
    for run in plan.pieces[range].chunk_by(|one, other| one.kind == other.kind) {
        let kind = run[0].kind;
        let number = plan.section(kind);
        let first = above.replace(number) != Some(number);
        let continued = plan.kinds[&kind].start < from;
        let subheading = match kind {
            Kind::Point if plan.kinds.contains_key(&Kind::Judgements) && !continued => Some("Key points"),
            _ => None,
        };
        sections.push(Section {
            heading: first.then(|| Heading { id: Anchor::Section(number).id(), number, title: title(kind), continued }),
            subheading,
            remark: (!continued).then(|| remark(kind)),
            matter: matter(kind, run, citations),
        });
        from += run.len();
    }
    sections
}

fn matter<'d>(kind: Kind, run: &[Piece], citations: &Citations<'_, 'd>) -> Matter<'d> {
    let dossier = citations.catalogue.dossier;
    let items = run.iter().map(|piece| piece.item);
    match kind {
        Kind::Judgements | Kind::Note => Matter::Notes(items.map(|item| Noted::of(item, citations)).collect()),
        Kind::Point => Matter::Points(points(&items.collect::<Vec<_>>(), POINT, citations)),
        Kind::Event => {
            Matter::Events(items.map(|item| Told::brief(&dossier.events[item as usize], citations)).collect())
        }
        Kind::Statement => Matter::Statements(entries::spoken(items, citations)),
        Kind::Count => Matter::Counts(items.map(|item| Counts::printed(item, citations)).collect()),
        Kind::Difference => {
            let difference =
                |item: u32| Difference::brief(item as usize, &dossier.discrepancies[item as usize], SIDE, citations);
            Matter::Differences(items.map(difference).collect())
        }
        Kind::Actor => Matter::Actors(items.map(|item| Named::of(item, citations)).collect()),
        Kind::Article => Matter::Articles(items.map(|item| Printed::of(item, citations)).collect()),
        Kind::Source => Matter::Sources(items.map(|item| Source::of(item, citations)).collect()),
    }
}

const fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Judgements => "Key judgements and key points",
        Kind::Point => "Key points",
        Kind::Event => "Chronology",
        Kind::Statement => "Positions: who said what",
        Kind::Count => "How the numbers run",
        Kind::Difference => "Where the sources differ",
        Kind::Actor => "Actors",
        Kind::Note => "Analyst’s notes",
        Kind::Article => "The articles",
        Kind::Source => "Sources",
    }
}

const fn remark(kind: Kind) -> &'static str {
    match kind {
        Kind::Judgements | Kind::Note => {
            "Written by the dossier’s analyst: these words are no source’s. Labels lead to the sentences that they rest on."
        }
        Kind::Point => "Each is one sentence of a source, word for word, with how many articles support it.",
        Kind::Event => "In order of time. Each event is told by one sentence, word for word.",
        Kind::Statement => {
            "By speaker, in order of time. Words that are not quoted are the article’s; where wordings differ, what \
             differs is underlined."
        }
        Kind::Count => {
            "Counts of one thing by several articles, by the day that the sentence names, else its article’s. An older \
             number is passed by a newer one, not contradicted by it."
        }
        Kind::Difference => "The sides stand as their sources give them. The dossier does not say which is right.",
        Kind::Actor => "What sources, or the editor’s records, say that each is.",
        Kind::Article => "As saved, oldest first. The small numbers are those of the sentences.",
        Kind::Source => "The SHA-256 hash of each saved file lets anyone see that it was not changed.",
    }
}

fn contents<'d>(plan: &Plan, part: usize, citations: &Citations<'_, 'd>) -> Vec<Line<'d>> {
    let shared = plan.kinds.contains_key(&Kind::Judgements);
    let listed = plan.kinds.iter().filter(|(kind, _)| !(shared && **kind == Kind::Point));
    let href =
        |piece: usize, anchor: Anchor<'_>| printed::link(plan.part_of(piece), part, &anchor.id(), &citations.links);
    let article = |at: usize| {
        let entry = citations.entry(plan.pieces[at].item);
        ArticleLine {
            href: href(at, Anchor::Printed(&entry.article.id)),
            title: Title::of(entry, citations.catalogue.dossier),
        }
    };
    let line = |(kind, range): (&Kind, &std::ops::Range<usize>)| {
        let number = plan.section(*kind);
        let named = if *kind == Kind::Article { range.len().min(LISTED) } else { 0 };
        let more = range.len() - named;
        Line {
            href: href(range.start, Anchor::Section(number)),
            number: number.to_string(),
            text: title(*kind),
            count: (*kind != Kind::Judgements).then(|| prose::grouped(range.len() as u64)),
            articles: range.clone().take(named).map(article).collect(),
            more: (named > 0 && more > 0).then(|| prose::counted(more, "more", "more")),
        }
    };
    listed.map(line).collect()
}
