//! The whole dossier as one numbered document to print, in parts where it is long.

mod cited;
mod entries;
mod kind;
mod plan;
mod printer;
mod references;

pub(crate) use plan::Plan;

use crate::site::catalogue::Catalogue;
use crate::site::prose;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::citing::Citations;
use crate::site::views::frame::Frame;
use crate::site::views::index::{self, Fact};
use crate::site::views::parts::Title;
use entries::{Count, Difference, Named, Noted, Point, Printed, Spoken, ToldAt};
use kind::Kind;
use plan::Piece;
use printer::Printer;
use references::{Endnote, Indexed, Source};
use serde::Serialize;

/// Most articles that the table of contents names.
const LISTED: usize = 200;

/// Entries of one kind.
#[derive(Serialize)]
#[serde(tag = "kind", content = "entries", rename_all = "lowercase")]
enum Matter<'d> {
    Notes(Vec<Noted<'d>>),
    Points(Vec<Point<'d>>),
    Events(Vec<ToldAt<'d>>),
    Statements(Vec<Spoken<'d>>),
    Counts(Vec<Count<'d>>),
    Differences(Vec<Difference<'d>>),
    Actors(Vec<Named<'d>>),
    Articles(Vec<Printed<'d>>),
    Endnotes(Vec<Endnote<'d>>),
    Names(Vec<Indexed<'d>>),
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
    number: String,
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
    let citations = Citations::new(catalogue, links.clone());
    let mut printer = Printer { plan, part, citations };
    let sections = sections(&mut printer);
    PrintView {
        frame: Frame::new(dossier, route, &name, format!("{name} as one numbered document, for printing.")),
        title: &settings.title,
        cover: (part == 0).then(|| Cover {
            subtitle: settings.subtitle.as_deref(),
            question: settings.question.as_deref(),
            facts: index::facts(catalogue),
            contents: contents(&printer),
        }),
        part: (several > 1).then(|| format!("Part {} of {several}", part + 1)),
        before: part.checked_sub(1).map(|before| links.to(Route::Print(before + 1))),
        after: (part + 1 < several).then(|| links.to(Route::Print(part + 2))),
        sections,
    }
}

fn sections<'d>(printer: &mut Printer<'_, 'd>) -> Vec<Section<'d>> {
    let plan = printer.plan;
    let range = plan.parts[printer.part].clone();
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
            remark: remark(kind).filter(|_| !continued),
            matter: matter(printer, kind, run),
        });
        from += run.len();
    }
    sections
}

fn matter<'d>(printer: &mut Printer<'_, 'd>, kind: Kind, run: &[Piece]) -> Matter<'d> {
    match kind {
        Kind::Judgements | Kind::Note => Matter::Notes(run.iter().map(|piece| Noted::of(piece, printer)).collect()),
        Kind::Point => Matter::Points(run.iter().map(|piece| Point::of(piece, printer)).collect()),
        Kind::Event => Matter::Events(run.iter().map(|piece| ToldAt::of(piece, printer)).collect()),
        Kind::Statement => Matter::Statements(entries::spoken(run, printer)),
        Kind::Count => Matter::Counts(run.iter().map(|piece| Count::of(piece, printer)).collect()),
        Kind::Difference => Matter::Differences(run.iter().map(|piece| Difference::of(piece, printer)).collect()),
        Kind::Actor => Matter::Actors(run.iter().map(|piece| Named::of(piece, printer)).collect()),
        Kind::Article => Matter::Articles(run.iter().map(|piece| Printed::of(piece, printer)).collect()),
        Kind::Endnote => Matter::Endnotes(references::endnotes(run, printer)),
        Kind::Name => Matter::Names(run.iter().map(|piece| Indexed::of(piece, printer)).collect()),
        Kind::Source => Matter::Sources(run.iter().map(|piece| Source::of(piece, printer)).collect()),
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
        Kind::Endnote => "Endnotes",
        Kind::Name => "Index of names",
        Kind::Source => "Sources",
    }
}

const fn remark(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Judgements | Kind::Note => {
            "Written by the dossier’s analyst: these words are no source’s. The raised numbers are those of the endnotes."
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
        Kind::Article => {
            "As saved, oldest first. The small numbers count the sentences: A2 §14 is the fourteenth of the second \
             article."
        }
        Kind::Name => "3.4 is an entry of a section; A2 §14 a sentence of an article.",
        Kind::Source => "The SHA-256 hash of each saved file lets anyone see that it was not changed.",
        Kind::Endnote => return None,
    })
}

fn contents<'d>(printer: &Printer<'_, 'd>) -> Vec<Line<'d>> {
    let plan = printer.plan;
    let links = &printer.citations.links;
    let shared = plan.kinds.contains_key(&Kind::Judgements);
    let listed = plan.kinds.iter().filter(|(kind, _)| !(shared && **kind == Kind::Point));
    let line = |(kind, range): (&Kind, &std::ops::Range<usize>)| {
        let number = plan.section(*kind);
        let anchor = Anchor::Section(number).id();
        let named = if *kind == Kind::Article { range.len().min(LISTED) } else { 0 };
        let more = range.len() - named;
        Line {
            href: plan::link(plan.part_of(range.start), printer.part, &anchor, links),
            number: number.to_string(),
            text: title(*kind),
            count: (*kind != Kind::Judgements).then(|| prose::grouped(range.len() as u64)),
            articles: plan.pieces[range.clone()].iter().take(named).map(|piece| article_line(piece, printer)).collect(),
            more: (named > 0 && more > 0).then(|| prose::counted(more, "more", "more")),
        }
    };
    listed.map(line).collect()
}

fn article_line<'d>(piece: &Piece, printer: &Printer<'_, 'd>) -> ArticleLine<'d> {
    ArticleLine {
        href: printer.href(Kind::Article, piece.number),
        number: printer.plan.label(Kind::Article, piece.number),
        title: Title::of(printer.citations.entry(piece.item), printer.dossier()),
    }
}
