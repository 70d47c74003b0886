//! A claim: the sentence that stands for it, a mark for every sentence that supports it, and how far it is supported.

use crate::model::{Claim, Derivation, Derived, Dossier, Level, SentenceRef, Support, derivations_of};
use crate::site::prose::{count, counted, sentence_case};
use crate::site::routes::Anchor;
use crate::site::views::citing::{Citations, Cite, Line};
use crate::site::views::discrepancies;
use crate::site::views::parts::{Link, When};
use serde::Serialize;
use std::collections::BTreeMap;

/// Most differences that a claim leads to.
pub(crate) const DIFFERENCES: usize = 3;

/// How much of a claim's support a page shows.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    /// Most marks beside the sentence.
    pub(crate) marks: usize,
    /// Most marks that are folded below it.
    pub(crate) folded: usize,
    /// Most articles that its note names.
    pub(crate) named: usize,
    /// Most sentences close to it.
    pub(crate) related: usize,
    /// Whether it is said in how many articles it stands.
    pub(crate) count: bool,
}

impl Room {
    /// For a key point.
    pub(crate) const KEY: Self = Self { marks: 10, folded: 20, named: 5, related: 3, count: true };
    /// For what else is reported.
    pub(crate) const PLAIN: Self = Self { marks: 6, folded: 0, named: 3, related: 0, count: true };
    /// For what one article alone reports.
    pub(crate) const SINGLE: Self = Self { count: false, ..Self::PLAIN };
}

/// Marks of one sort, with the words that say which.
#[derive(Serialize)]
pub(crate) struct Marks<'d> {
    /// `None` where the sentences support all of the claim.
    how: Option<&'static str>,
    /// Whether they support only a part of it.
    partly: bool,
    altered: bool,
    cites: Vec<Cite<'d>>,
}

/// How an article's text stands to another's.
#[derive(Serialize)]
pub(crate) struct Descent {
    how: &'static str,
    /// The number of the other.
    number: usize,
}

impl Descent {
    /// How the text of `derivation` stands to the article with `number`, in words before that number.
    pub(crate) const fn of(derivation: &Derivation, number: usize) -> Self {
        let how = match (derivation.directed, derivation.how) {
            (true, Derived::Copy) => "a copy of",
            (true, Derived::Retelling) => "probably retells",
            (true, Derived::Version) => "a version of",
            (false, Derived::Copy | Derived::Version) => "shares its text with",
            (false, Derived::Retelling) => "tells the same in the same order as",
        };
        Self { how, number }
    }
}

/// An article that supports a claim, as the note beside the claim names it.
#[derive(Serialize)]
struct Witness<'d> {
    number: usize,
    outlet: Option<&'d str>,
    when: Option<When>,
    partly: bool,
    /// Whether it says otherwise in a detail.
    differs: bool,
    altered: bool,
    /// How its text stands to another of the claim's articles, and the number of that one.
    derived: Option<Descent>,
}

/// A claim as a page shows it.
#[derive(Serialize)]
pub(crate) struct Point<'d> {
    /// What leads to it.
    anchor: String,
    /// The representative sentence.
    line: Line<'d>,
    marks: Vec<Marks<'d>>,
    folded: Vec<Marks<'d>>,
    /// How many marks are folded, in words.
    fold: Option<String>,
    /// How many more sentences support it, in words.
    more: Option<String>,
    /// In how many articles, in words; nothing where the heading says so.
    support: Option<String>,
    /// On what sources differ here, the first of it.
    differences: Vec<Link<'d>>,
    witnesses: Vec<Witness<'d>>,
    /// How many more articles support it, in words.
    others: Option<String>,
    related: Vec<Line<'d>>,
    /// How many sentences are close to it, in words.
    close: Option<String>,
}

impl<'d> Point<'d> {
    /// The claim at `index` of the dossier's.
    fn of(index: u32, claim: &'d Claim, room: Room, citations: &mut Citations<'_, 'd>) -> Self {
        let ordered = ordered(claim, citations);
        let inline = &ordered[..ordered.len().min(room.marks)];
        let folded = &ordered[inline.len()..ordered.len().min(room.marks + room.folded)];
        let more = ordered.len() - inline.len() - folded.len();
        let line = Line::of(claim.representative, citations);
        let marks = marks(inline, citations);
        let (witnesses, others) = witnesses(claim, &ordered, room.named, citations);
        Self {
            anchor: anchor(claim, citations.catalogue.dossier).id(),
            line,
            marks,
            fold: (!folded.is_empty()).then(|| {
                sentence_case(&counted(folded.len(), "more sentence supports it", "more sentences support it"))
            }),
            folded: self::marks(folded, citations),
            more: (more > 0).then(|| counted(more, "further sentence", "further sentences")),
            support: (room.count || is_altered(claim.representative, citations))
                .then(|| support(claim, citations.catalogue.dossier)),
            differences: differences(index, citations),
            witnesses,
            others: (others > 0).then(|| counted(others, "more", "more")),
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
pub(crate) fn points<'d>(items: &[u32], room: Room, citations: &mut Citations<'_, 'd>) -> Vec<Point<'d>> {
    let claims = &citations.catalogue.dossier.claims;
    let claims = items.iter().filter_map(|index| Some((*index, claims.get(*index as usize)?)));
    claims.map(|(index, claim)| Point::of(index, claim, room, citations)).collect()
}

/// The first differences between sources on the claim at `index`.
fn differences(index: u32, citations: &Citations<'_, '_>) -> Vec<Link<'static>> {
    let catalogue = citations.catalogue;
    let first = catalogue.reports.differences(index).iter().take(DIFFERENCES);
    first.map(|found| discrepancies::link(*found, catalogue.dossier, &citations.links)).collect()
}

/// The support in the order of its marks: the representative, then by how far it goes and by date; altered copies last.
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

/// Marks in runs of one sort.
fn marks<'d>(support: &[Support], citations: &mut Citations<'_, 'd>) -> Vec<Marks<'d>> {
    let sort =
        |support: &Support, citations: &Citations<'_, '_>| (is_altered(support.sentence, citations), support.level);
    let runs: Vec<&[Support]> = support.chunk_by(|one, other| sort(one, citations) == sort(other, citations)).collect();
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        let (altered, level) = sort(&run[0], citations);
        let partly = level != Level::Full;
        let how = match (altered, level) {
            (false, Level::Full) => None,
            (false, Level::Partial) => Some("in part"),
            (false, Level::Differing) => Some("in part, differing"),
            (true, Level::Full) => Some("altered copy"),
            (true, Level::Partial) => Some("altered copy, in part"),
            (true, Level::Differing) => Some("altered copy, differing"),
        };
        let cites = run.iter().map(|support| citations.cite(support.sentence)).collect();
        out.push(Marks { how, partly, altered, cites });
    }
    out
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

/// The first `most` articles that support a claim, in the order of its marks, and how many more there are.
fn witnesses<'d>(
    claim: &Claim,
    ordered: &[Support],
    most: usize,
    citations: &mut Citations<'_, 'd>,
) -> (Vec<Witness<'d>>, usize) {
    let mut levels: BTreeMap<u32, Level> = BTreeMap::new();
    let mut articles = Vec::new();
    for support in ordered {
        let entry = support.sentence.entry;
        levels.entry(entry).and_modify(|level| *level = (*level).min(support.level)).or_insert_with(|| {
            articles.push(entry);
            support.level
        });
    }
    let shown = articles.len().min(most);
    let dossier = citations.catalogue.dossier;
    let mut out = Vec::with_capacity(shown);
    for entry in articles.iter().take(shown) {
        let from = derivations_of(&dossier.derivations, *entry);
        let from = from.iter().find(|d| d.directed && articles[..shown].contains(&d.from));
        let derived = from.map(|derivation| Descent::of(derivation, citations.number(derivation.from)));
        let article = citations.entry(*entry);
        out.push(Witness {
            number: citations.number(*entry),
            outlet: citations.catalogue.outlet(article).map(|outlet| outlet.name.as_str()),
            when: When::published(article),
            partly: levels.get(entry).is_some_and(|level| *level != Level::Full),
            differs: levels.get(entry) == Some(&Level::Differing),
            altered: article.article.meta.altered.is_some(),
            derived,
        });
    }
    (out, (claim.articles as usize).max(articles.len()) - shown)
}
