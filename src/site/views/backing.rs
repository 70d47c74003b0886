//! The claims that an article supports together with others, as its page shows them beside the text.

use crate::model::{Level, SentenceRef, Support};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, sentence_case};
use crate::site::reports::{FIRST, best_of};
use crate::site::routes::{Links, Route};
use crate::site::views::citing::{Citations, Passage};
use crate::site::views::parts::When;
use serde::Serialize;

/// Most claims that are shown, unfolded and folded.
const CLAIMS: (usize, usize) = (4, 16);
/// Most other articles that are named with each.
const OTHERS: usize = FIRST - 1;

/// A sentence of this article.
#[derive(Serialize)]
struct Here {
    href: String,
    number: u32,
}

/// Another article that supports a claim.
#[derive(Serialize)]
struct Other<'d> {
    href: String,
    outlet: Option<&'d str>,
    when: Option<When>,
    partly: bool,
    /// Whether it says otherwise in a detail.
    differs: bool,
    altered: bool,
}

/// A claim that the article supports.
#[derive(Serialize)]
struct Backed<'d> {
    passage: Option<Passage<'d>>,
    here: Here,
    partly: bool,
    /// Whether it says otherwise in a detail.
    differs: bool,
    others: Vec<Other<'d>>,
    /// How many more articles support it, in words.
    more: Option<String>,
}

/// The claims that the article supports, the weightiest first.
#[derive(Serialize)]
pub(crate) struct Backing<'d> {
    claims: Vec<Backed<'d>>,
    folded: Vec<Backed<'d>>,
    /// How many are folded, in words.
    fold: Option<String>,
    /// How many more there are, in words.
    more: Option<String>,
    summary: String,
}

/// What the entry at `index` supports together with others, if anything.
pub(crate) fn of<'d>(catalogue: &Catalogue<'d>, index: usize, links: &Links) -> Option<Backing<'d>> {
    let all = catalogue.reports.shared(index);
    let (open, folded) = CLAIMS;
    let citations = Citations::new(catalogue, links.clone());
    let entry = u32::try_from(index).ok()?;
    let claims = all.iter().take(open + folded);
    let mut claims: Vec<Backed<'d>> = claims.filter_map(|claim| backed(*claim, entry, &citations)).collect();
    let folded = claims.split_off(claims.len().min(open));
    let more = all.len().saturating_sub(claims.len() + folded.len());
    (!claims.is_empty()).then(|| Backing {
        fold: (!folded.is_empty()).then(|| sentence_case(&counted(folded.len(), "more", "more"))),
        claims,
        folded,
        more: (more > 0).then(|| counted(more, "more", "more")),
        summary: links.to(Route::Summary),
    })
}

fn backed<'d>(claim: u32, entry: u32, citations: &Citations<'_, 'd>) -> Option<Backed<'d>> {
    let backers = citations.catalogue.reports.backers(claim)?;
    let claim = &citations.catalogue.dossier.claims[claim as usize];
    let own = best_of(claim, entry)?;
    let others = backers.first.iter().filter(|support| support.sentence.entry != entry);
    let altered = |at: SentenceRef| citations.entry(at.entry).article.meta.altered.is_some();
    let more = (backers.articles - 1).saturating_sub(OTHERS);
    let other = |support: &Support| {
        let article = citations.entry(support.sentence.entry);
        Other {
            href: citations.href(support.sentence),
            outlet: citations.catalogue.outlet(article).map(|outlet| outlet.name.as_str()),
            when: When::published(article),
            partly: support.level != Level::Full,
            differs: support.level == Level::Differing,
            altered: altered(support.sentence),
        }
    };
    Some(Backed {
        passage: citations.passage(claim.representative, &[]),
        here: Here { href: citations.href(own.sentence), number: own.sentence.sentence.0 },
        partly: own.level != Level::Full,
        differs: own.level == Level::Differing,
        others: others.take(OTHERS).map(other).collect(),
        more: (more > 0).then(|| counted(more, "more article", "more articles")),
    })
}
