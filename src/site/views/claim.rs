//! A claim: the sentence that stands for it, every article that supports it, and how far it is supported.

use crate::model::{Claim, Derivation, Derived, Dossier, Level, SentenceRef, Support, derivations_of};
use crate::site::label;
use crate::site::prose::{count, counted, sentence_case};
use crate::site::routes::Anchor;
use crate::site::views::citing::{Citations, Cite, Line};
use crate::site::views::discrepancies;
use crate::site::views::parts::Link;
use serde::Serialize;
use std::borrow::Cow;

/// Most differences that a claim leads to.
pub(crate) const DIFFERENCES: usize = 3;

/// How much of a claim's support a page shows.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    /// Most sentences that are cited beside it.
    pub(crate) open: usize,
    /// Most that are cited in a fold.
    pub(crate) folded: usize,
    /// Most sentences close to it.
    pub(crate) related: usize,
    /// Whether it is said in how many articles it stands.
    pub(crate) count: bool,
}

impl Room {
    /// For a key point.
    pub(crate) const KEY: Self = Self { open: 5, folded: 25, related: 3, count: true };
    /// For what else is reported.
    pub(crate) const PLAIN: Self = Self { open: 5, folded: 0, related: 0, count: true };
    /// For what one article alone reports.
    pub(crate) const SINGLE: Self = Self { count: false, ..Self::PLAIN };
}

/// How an article's text stands to another's.
#[derive(Serialize)]
struct Descent<'d> {
    how: &'static str,
    /// What the other is called.
    other: Cow<'d, str>,
}

impl<'d> Descent<'d> {
    /// How the text of `derivation` stands to the article that it comes from, in words before what that is called.
    fn of(derivation: &Derivation, citations: &Citations<'_, 'd>) -> Self {
        let how = match derivation.how {
            Derived::Copy => "a copy of",
            Derived::Retelling => "probably retells",
            Derived::Version => "a version of",
        };
        Self { how, other: citations.label(derivation.from) }
    }
}

/// A sentence that supports a claim, as it is cited beside it.
#[derive(Serialize)]
struct Witness<'d> {
    cite: Cite<'d>,
    /// The start of its headline, where another article here is called the same.
    headline: Option<Cow<'d, str>>,
    partly: bool,
    /// Whether it says otherwise in a detail.
    differs: bool,
    /// How the text of its article stands to another of the claim's articles.
    derived: Option<Descent<'d>>,
}

/// A claim as a page shows it.
#[derive(Serialize)]
pub(crate) struct Point<'d> {
    /// What leads to it.
    anchor: String,
    /// The representative sentence.
    line: Line<'d>,
    witnesses: Vec<Witness<'d>>,
    folded: Vec<Witness<'d>>,
    /// How many sentences are folded, in words.
    fold: Option<String>,
    /// How many more sentences support it, in words.
    more: Option<String>,
    /// In how many articles, in words; nothing where the heading says so.
    support: Option<String>,
    /// On what sources differ here, the first of it.
    differences: Vec<Link<'d>>,
    related: Vec<Line<'d>>,
    /// How many sentences are close to it, in words.
    close: Option<String>,
}

impl<'d> Point<'d> {
    /// The claim at `index` of the dossier's.
    fn of(index: u32, claim: &'d Claim, room: Room, citations: &Citations<'_, 'd>) -> Self {
        let ordered = ordered(claim, citations);
        let open = &ordered[..ordered.len().min(room.open)];
        let folded = &ordered[open.len()..ordered.len().min(room.open + room.folded)];
        let more = ordered.len() - open.len() - folded.len();
        Self {
            anchor: anchor(claim, citations.catalogue.dossier).id(),
            line: Line::of(claim.representative, citations),
            witnesses: witnesses(open, citations),
            fold: (!folded.is_empty()).then(|| {
                sentence_case(&counted(folded.len(), "more sentence supports it", "more sentences support it"))
            }),
            folded: witnesses(folded, citations),
            more: (more > 0).then(|| counted(more, "further sentence", "further sentences")),
            support: (room.count || is_altered(claim.representative, citations))
                .then(|| support(claim, citations.catalogue.dossier)),
            differences: differences(index, citations),
            close: (room.related > 0 && !claim.related.is_empty())
                .then(|| counted(claim.related.len(), "sentence", "sentences")),
            related: claim.related.iter().take(room.related).map(|at| Line::of(*at, citations)).collect(),
        }
    }
}

/// What leads to a claim on the pages that tell it.
pub(crate) fn anchor<'d>(claim: &Claim, dossier: &'d Dossier) -> Anchor<'d> {
    let at = claim.representative;
    Anchor::Claim(&dossier.entries[at.entry as usize].article.id, at.sentence)
}

/// The claims with these indices, in their order.
pub(crate) fn points<'d>(items: &[u32], room: Room, citations: &Citations<'_, 'd>) -> Vec<Point<'d>> {
    let claims = &citations.catalogue.dossier.claims;
    let claims = items.iter().filter_map(|index| Some((*index, claims.get(*index as usize)?)));
    claims.map(|(index, claim)| Point::of(index, claim, room, citations)).collect()
}

/// The first differences between sources on the claim at `index`.
fn differences(index: u32, citations: &Citations<'_, '_>) -> Vec<Link<'static>> {
    let catalogue = citations.catalogue;
    let first = catalogue.reports.differences(index).iter().take(DIFFERENCES);
    first.map(|found| discrepancies::link(*found, catalogue, &citations.links)).collect()
}

/// The support in the order in which it is cited: the representative, then by how far it goes and by date; altered copies last.
fn ordered(claim: &Claim, citations: &Citations<'_, '_>) -> Vec<Support> {
    let mut ordered = claim.support.clone();
    ordered.sort_by_key(|support| {
        let at = support.sentence;
        let (altered, first) = (is_altered(at, citations), at == claim.representative);
        (altered, support.level, !first, citations.catalogue.place(at.entry), at)
    });
    ordered
}

fn is_altered(at: SentenceRef, citations: &Citations<'_, '_>) -> bool {
    citations.entry(at.entry).article.meta.altered.is_some()
}

/// `in four articles, two of them probably derived from another`.
pub(crate) fn support(claim: &Claim, dossier: &Dossier) -> String {
    let altered = |support: &Support| dossier.entries[support.sentence.entry as usize].article.meta.altered.is_some();
    let altered = claim.support.iter().all(altered);
    let places = match (claim.articles, altered) {
        (0 | 1, false) => "in one article only".to_owned(),
        (0 | 1, true) => "in an altered copy only".to_owned(),
        (n, false) => format!("in {}", counted(n as usize, "article", "articles")),
        (n, true) => format!("in {} only", counted(n as usize, "altered copy", "altered copies")),
    };
    let another = if claim.articles == 2 { "the other" } else { "another" };
    let places = match claim.derived {
        0 => places,
        n => format!("{places}, {} of them probably derived from {another}", count(n as usize)),
    };
    match claim.support.iter().filter(|support| support.level == Level::Differing).count() {
        0 => places,
        1 => format!("{places}; one more differs in a detail"),
        n => format!("{places}; {} more differ in a detail", count(n)),
    }
}

/// Sentences that support a claim.
fn witnesses<'d>(support: &[Support], citations: &Citations<'_, 'd>) -> Vec<Witness<'d>> {
    let derivations = &citations.catalogue.dossier.derivations;
    let cited = |entry: u32| support.iter().any(|support| support.sentence.entry == entry);
    let mut called: Vec<(Cow<'d, str>, u32)> =
        support.iter().map(|support| (citations.label(support.sentence.entry), support.sentence.entry)).collect();
    called.sort();
    called.dedup();
    let namesakes = |entry: u32| {
        let label = citations.label(entry);
        called.iter().filter(|(other, _)| *other == label).count() > 1
    };
    let witness = |support: &Support| {
        let entry = support.sentence.entry;
        let from = derivations_of(derivations, entry);
        Witness {
            cite: citations.cite(support.sentence),
            headline: namesakes(entry).then(|| label::headline(citations.entry(entry))),
            partly: support.level != Level::Full,
            differs: support.level == Level::Differing,
            derived: from.iter().find(|d| d.directed && cited(d.from)).map(|d| Descent::of(d, citations)),
        }
    };
    support.iter().map(witness).collect()
}
