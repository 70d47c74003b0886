//! The entries of the printed document: points, events, statements, differences, actors, notes and articles.

use super::cited;
use super::kind::Kind;
use super::plan::Piece;
use super::printer::{Mark, Place, Printer};
use crate::base::Span;
use crate::model::{Citation, DiscrepancyKind, Dossier, Entry, Level, Publish, SentenceRef};
use crate::site::prose::{count, counted, right_to_left, sentence_case};
use crate::site::register::{ALSO, WORDINGS};
use crate::site::text::{self, Form};
use crate::site::views::actor::brief;
use crate::site::views::chronology::event::Told;
use crate::site::views::citing::Passage;
use crate::site::views::claim::DIFFERENCES;
use crate::site::views::discrepancies::matter;
use crate::site::views::parts::{KindName, Letter, foreign, language_of};
use crate::site::views::sources::{self, Citation as Source};
use crate::site::views::statements::quotation::Said;
use crate::site::{note, register, series, shown};
use serde::Serialize;

/// A note of the analyst's.
#[derive(Serialize)]
pub(super) struct Noted<'d> {
    id: String,
    /// Its number; key judgements have none.
    label: Option<String>,
    title: &'d str,
    by: Option<&'d str>,
    date: Option<String>,
    body: String,
}

impl<'d> Noted<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let dossier = printer.dossier();
        let note = &dossier.notes[piece.item as usize];
        let mut mark = |citation: &Citation| {
            let mark = printer.mark(note::place_of(citation, dossier)?);
            let altered = if mark.altered { " <span class=\"altered\">altered copy</span>" } else { "" };
            let (href, number) = (mark.href, mark.number);
            Some(format!(
                "<a class=\"cite endmark\" href=\"{href}\"><span class=\"sr\">Endnote </span>{number}</a>{altered}"
            ))
        };
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: (piece.kind == Kind::Note).then(|| printer.plan.label(piece.kind, piece.number)),
            title: &note.title,
            by: note.by.as_deref(),
            date: note.date.map(|date| date.in_words()),
            body: note::html_with(&note.text, 4, dossier, &mut mark),
        }
    }
}

/// A key point.
#[derive(Serialize)]
pub(super) struct Point<'d> {
    id: String,
    label: String,
    /// `None` where it may not be published.
    passage: Option<Passage<'d>>,
    mark: Mark,
    place: Place<'d>,
    /// How many articles support it, in words.
    support: String,
    /// On what sources differ here: the words, and the link and number of the entry.
    differences: Vec<Differing>,
    others: Vec<Mark>,
}

/// What differs between sources on a point.
#[derive(Serialize)]
struct Differing {
    words: &'static str,
    href: String,
    label: String,
}

impl<'d> Point<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let claim = &printer.dossier().claims[piece.item as usize];
        let catalogue = printer.citations.catalogue;
        let cited = cited::point(catalogue, piece.item);
        let differences = catalogue.reports.differences(piece.item);
        let in_part = |at: &SentenceRef| {
            claim.support.iter().any(|support| support.sentence == *at && support.level != Level::Full)
        };
        let other = |at: &SentenceRef| Mark { part: in_part(at), ..printer.mark(*at) };
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            passage: printer.citations.passage(cited[0], &[]),
            mark: printer.mark(cited[0]),
            place: printer.place(cited[0]),
            support: support(claim.articles as usize, claim.derived as usize),
            differences: differences.iter().take(DIFFERENCES).map(|index| Differing::of(*index, printer)).collect(),
            others: cited[1..].iter().map(other).collect(),
        }
    }
}

impl Differing {
    fn of(index: usize, printer: &Printer<'_, '_>) -> Self {
        Self {
            words: matter(printer.dossier().discrepancies[index].kind),
            href: printer.href(Kind::Difference, index + 1),
            label: printer.plan.label(Kind::Difference, index + 1),
        }
    }
}

/// `in four articles, two of them probably derived from another`.
fn support(articles: usize, derived: usize) -> String {
    let told = format!("in {}", counted(articles, "article", "articles"));
    match derived {
        0 => told,
        n => format!("{told}, {} of them probably derived from another", count(n)),
    }
}

/// An event.
#[derive(Serialize)]
pub(super) struct ToldAt<'d> {
    id: String,
    label: String,
    told: Told<'d>,
    mark: Mark,
    place: Place<'d>,
    also: Vec<Mark>,
}

impl<'d> ToldAt<'d> {
    pub(super) fn of(piece: &Piece, printer: &mut Printer<'_, 'd>) -> Self {
        let event = &printer.dossier().events[piece.item as usize];
        let cited = cited::by(printer.citations.catalogue, Kind::Event, piece.item);
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            told: Told::of(event, false, &mut printer.citations),
            mark: printer.mark(cited[0]),
            place: printer.place(cited[0]),
            also: cited[1..].iter().map(|at| printer.mark(*at)).collect(),
        }
    }
}

/// A statement.
#[derive(Serialize)]
pub(super) struct Spoken<'d> {
    /// Whether the one before has another speaker, or none.
    opens: bool,
    id: String,
    label: String,
    said: Said<'d>,
    /// For each wording that is shown, its mark and where it stands.
    cited: Vec<(Mark, Place<'d>)>,
    further: Vec<Mark>,
}

/// The statements of `run`, with a heading wherever the speaker changes.
pub(super) fn spoken<'d>(run: &[Piece], printer: &mut Printer<'_, 'd>) -> Vec<Spoken<'d>> {
    let (dossier, cast) = (printer.dossier(), &printer.citations.catalogue.cast);
    let mut before = None;
    let mut spoken = Vec::with_capacity(run.len());
    for piece in run {
        let quotation = &dossier.quotations[piece.item as usize];
        let speaker = register::speaker(dossier, cast, quotation);
        let cited = cited::by(printer.citations.catalogue, Kind::Statement, piece.item);
        let (shown, further) = cited.split_at(cited.len().min(WORDINGS));
        spoken.push(Spoken {
            opens: before.replace(speaker) != Some(speaker),
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            said: Said::of(quotation, &mut printer.citations),
            cited: shown.iter().map(|at| (printer.mark(*at), printer.place(*at))).collect(),
            further: further.iter().map(|at| printer.mark(*at)).collect(),
        });
    }
    spoken
}

/// A series of counts.
#[derive(Serialize)]
pub(super) struct Count<'d> {
    id: String,
    label: String,
    what: String,
    lead: String,
    rows: Vec<CountRow<'d>>,
}

#[derive(Serialize)]
struct CountRow<'d> {
    as_of: Option<String>,
    value: &'d str,
    marks: Vec<Mark>,
}

impl<'d> Count<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let (dossier, at) = (printer.dossier(), piece.item as usize);
        let told = &dossier.series[at];
        let row = |row: &series::Row<'d>| CountRow {
            as_of: row.as_of.map(|date| date.in_words()),
            value: row.words,
            marks: row.sentences.iter().take(cited::ROW).map(|at| printer.mark(*at)).collect(),
        };
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            what: sentence_case(&printer.citations.catalogue.series[at].what),
            lead: series::lead(dossier, told),
            rows: series::rows(dossier, told).iter().take(cited::ROWS).map(row).collect(),
        }
    }
}

/// A difference between sources.
#[derive(Serialize)]
pub(super) struct Difference<'d> {
    id: String,
    label: String,
    title: &'static str,
    sides: Vec<Side<'d>>,
    also: Vec<Mark>,
}

#[derive(Serialize)]
struct Side<'d> {
    /// What it says, where the words may be shown.
    value: Option<&'d str>,
    sentences: Vec<Cited<'d>>,
    more: Option<String>,
}

#[derive(Serialize)]
struct Cited<'d> {
    passage: Option<Passage<'d>>,
    mark: Mark,
    place: Place<'d>,
}

impl<'d> Difference<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let difference = &printer.dossier().discrepancies[piece.item as usize];
        let sentence = |at: &SentenceRef| Cited {
            passage: printer.citations.passage(*at, &[]),
            mark: printer.mark(*at),
            place: printer.place(*at),
        };
        let side = |side: &'d crate::model::Side| Side {
            // The value is in the words of the first sentence.
            value: side.sentences.first().filter(|at| printer.citations.is_published(**at)).map(|_| &*side.value),
            sentences: side.sentences.iter().take(cited::SIDE).map(sentence).collect(),
            more: side
                .sentences
                .len()
                .checked_sub(cited::SIDE)
                .filter(|more| *more > 0)
                .map(|more| counted(more, "more sentence", "more sentences")),
        };
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            title: match difference.kind {
                DiscrepancyKind::Number => "A number differs",
                DiscrepancyKind::Date => "A date differs",
                DiscrepancyKind::Name => "A name differs",
                DiscrepancyKind::Attribution => "Who said or did it differs",
                DiscrepancyKind::Polarity => "Whether it is so differs",
                DiscrepancyKind::Wording => "A detail differs",
            },
            sides: difference.sides.iter().map(side).collect(),
            also: difference.also.iter().take(ALSO).map(|at| printer.mark(*at)).collect(),
        }
    }
}

/// An actor.
#[derive(Serialize)]
pub(super) struct Named<'d> {
    id: String,
    label: String,
    name: &'d str,
    kind: KindName,
    roles: Vec<(&'d str, Mark)>,
    /// Roles that an editor's record gives.
    offices: Vec<&'d str>,
    brief: String,
}

impl<'d> Named<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let catalogue = printer.citations.catalogue;
        let actor = &printer.dossier().actors[piece.item as usize];
        let record = actor.record.iter().flat_map(|record| &record.roles);
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            name: &actor.name,
            kind: KindName::of(actor.kind),
            roles: cited::roles(catalogue, piece.item).map(|(text, at)| (text, printer.mark(at))).collect(),
            offices: record.take(cited::ROLES).map(|role| role.title.as_str()).collect(),
            brief: brief::lead(catalogue.cast.standing(piece.item)),
        }
    }
}

/// An article.
#[derive(Serialize)]
pub(super) struct Printed<'d> {
    id: String,
    label: String,
    citation: Source<'d>,
    letter: Letter,
    altered: Option<&'d str>,
    /// What of the text is left out by its level of publication, in words.
    withheld: Option<&'static str>,
    text: Option<String>,
    lang: Option<&'d str>,
    /// Where it is not the page's.
    direction: Option<&'static str>,
}

impl<'d> Printed<'d> {
    pub(super) fn of(piece: &Piece, printer: &Printer<'_, 'd>) -> Self {
        let catalogue = printer.citations.catalogue;
        let entry = printer.citations.entry(piece.item);
        let outlet = catalogue.outlet(entry);
        let some = entry.reading.sentences.iter().any(|sentence| shown::shows(entry, sentence));
        Self {
            id: printer.plan.anchor(piece.kind, piece.number),
            label: printer.plan.label(piece.kind, piece.number),
            citation: sources::citation(catalogue, entry, outlet),
            letter: Letter::of(outlet),
            altered: entry.article.meta.altered.as_ref().map(|known| known.value.as_str()),
            withheld: match entry.publish {
                Publish::Full => None,
                Publish::Cited if some => Some("Only the sentences that the dossier cites are published."),
                Publish::Cited | Publish::Metadata => Some("The text of this article is not published."),
            },
            text: text::html_of(
                entry,
                Vec::new(),
                Vec::new(),
                Form::Printed(piece.number),
                Span::new(0, entry.article.saved.text.len()),
            ),
            lang: foreign(language_of(entry), &printer.dossier().settings.language),
            direction: direction(entry, printer.dossier()),
        }
    }
}

/// The direction of a text that runs against the page's.
fn direction(entry: &Entry, dossier: &Dossier) -> Option<&'static str> {
    let own = entry.reading.language.right_to_left;
    (own != right_to_left(&dossier.settings.language)).then_some(if own { "rtl" } else { "ltr" })
}
