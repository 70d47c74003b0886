//! Where an article's text comes from, and what shows it: on its page and in the list of sources.

use crate::base::{SentenceId, Span};
use crate::model::{Derivation, Derived, Entry, Evidence};
use crate::site::catalogue::Catalogue;
use crate::site::routes::{Links, Route};
use crate::site::views::parts::{Title, When, foreign, language_of};
use crate::site::{prose, shown};
use serde::Serialize;

/// Most pieces of evidence that are shown side by side, and most articles that are listed.
const MOST_ROWS: usize = 12;
const MOST_DERIVED: usize = 12;

/// The longest piece of evidence that is shown, in bytes.
const LONGEST: usize = 500;

/// Another article, by how it stands to this one.
#[derive(Serialize)]
pub(crate) struct Other<'d> {
    /// How this one stands to it: "Probably a retelling of".
    how: &'static str,
    href: String,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
}

/// A stretch of an article, with the way to it.
#[derive(Serialize)]
struct Stretch<'d> {
    href: String,
    /// `article#s3`, as the data name it.
    id: String,
    number: u32,
    text: &'d str,
    lang: Option<&'d str>,
    /// Whether more of it is left out.
    cut: bool,
}

/// The same in both articles.
#[derive(Serialize)]
struct Row<'d> {
    own: Stretch<'d>,
    other: Stretch<'d>,
}

/// What this article derives from, or may derive from, and what shows it.
#[derive(Serialize)]
struct Relation<'d> {
    other: Other<'d>,
    credits: Vec<&'static str>,
    /// Share of its own words that stand in the other, in percent; none where it says little.
    share: Option<u8>,
    /// Whether passages in the text are underlined.
    underlined: bool,
    rows: Vec<Row<'d>>,
    /// What the rows are: "Five passages side by side".
    rows_title: String,
}

/// Copies and retellings, as the page of an article tells them.
#[derive(Serialize)]
pub(crate) struct Derivations<'d> {
    sources: Vec<Relation<'d>>,
    derived: Vec<Other<'d>>,
    /// How many more derive from this article, in words.
    more: Option<String>,
}

/// What is known of the article at `index`.
pub(crate) fn of<'d>(catalogue: &Catalogue<'d>, index: usize, links: &Links) -> Derivations<'d> {
    let sources = catalogue.derivations.sources(index);
    let derived: Vec<&Derivation> = catalogue.derivations.derived(index).collect();
    let more = derived.len().checked_sub(MOST_DERIVED).filter(|more| *more > 0);
    let listed = |derivation: &&'d Derivation| other(catalogue, derivation.entry, backward(derivation), links);
    Derivations {
        sources: sources.iter().map(|derivation| relation(catalogue, derivation, links)).collect(),
        derived: derived.iter().take(MOST_DERIVED).map(listed).collect(),
        more: more.map(prose::count),
    }
}

/// How the derived one stands to its source.
const fn forward(derivation: &Derivation) -> &'static str {
    match (derivation.how, derivation.directed) {
        (Derived::Copy, true) => "Copied in part or whole from",
        (Derived::Copy, false) => "Shares its wording, whoever came first, with",
        (Derived::Retelling, true) => "Probably a retelling of",
        (Derived::Retelling, false) => "Probably retells, or is retold by,",
        (Derived::Version, true) => "A later version of",
        (Derived::Version, false) => "Another version of",
    }
}

/// How it stands to what derives from it.
const fn backward(derivation: &Derivation) -> &'static str {
    match derivation.how {
        Derived::Copy => "Copied in part or whole by",
        Derived::Retelling => "Probably retold by",
        Derived::Version => "An earlier version of",
    }
}

fn other<'d>(catalogue: &Catalogue<'d>, index: u32, how: &'static str, links: &Links) -> Other<'d> {
    let entry = &catalogue.dossier.entries[index as usize];
    Other {
        how,
        href: links.to(Route::Article(&entry.article.id)),
        title: Title::of(entry, catalogue.dossier),
        outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
        when: When::published(entry),
    }
}

fn relation<'d>(catalogue: &Catalogue<'d>, derivation: &'d Derivation, links: &Links) -> Relation<'d> {
    let entries = &catalogue.dossier.entries;
    let (entry, from) = (&entries[derivation.entry as usize], &entries[derivation.from as usize]);
    // What a retelling shows is its order; of copies, the passages.
    let retold = derivation.how == Derived::Retelling;
    let pair = |evidence: &Evidence| match *evidence {
        Evidence::Aligned(own, other) if retold => {
            Some(Row { own: sentence(catalogue, entry, own, links)?, other: sentence(catalogue, from, other, links)? })
        }
        Evidence::Passage(own, other) if !retold => {
            Some(Row { own: stretch(catalogue, entry, own, links)?, other: stretch(catalogue, from, other, links)? })
        }
        _ => None,
    };
    let rows: Vec<Row<'_>> = derivation.evidence.iter().filter_map(pair).take(MOST_ROWS).collect();
    let credits = derivation.evidence.iter().filter_map(|evidence| match evidence {
        Evidence::Credit(words) => Some(*words),
        _ => None,
    });
    let (one, many) = if retold { ("sentence", "sentences") } else { ("passage", "passages") };
    let order = if retold { " told in the same order" } else { " in the same words" };
    let underlined = derivation.evidence.iter().any(|evidence| matches!(evidence, Evidence::Passage(..)));
    Relation {
        other: other(catalogue, derivation.from, forward(derivation), links),
        credits: credits.collect(),
        share: (!retold).then_some(derivation.share),
        underlined: underlined && shown_at_all(entry),
        rows_title: format!("{}{order}", prose::sentence_case(&prose::counted(rows.len(), one, many))),
        rows,
    }
}

/// Whether the page shows any of the text.
fn shown_at_all(entry: &Entry) -> bool {
    entry.reading.sentences.iter().any(|sentence| shown::shows(entry, sentence))
}

/// A sentence, if pages may hold it.
fn sentence<'d>(catalogue: &Catalogue<'d>, entry: &'d Entry, id: SentenceId, links: &Links) -> Option<Stretch<'d>> {
    stretch(catalogue, entry, shown::published_sentence(entry, id)?.span, links)
}

/// The words at `span`, up to the end of the sentence in which it starts, if pages may hold them.
fn stretch<'d>(catalogue: &Catalogue<'d>, entry: &'d Entry, span: Span, links: &Links) -> Option<Stretch<'d>> {
    let id = shown::sentence_at(entry, span)?;
    let sentence = shown::sentence(entry, id)?.span;
    let words = span.overlap(sentence)?.get(&entry.article.saved.text)?;
    let text = prose::start(words, LONGEST);
    Some(Stretch {
        href: catalogue.long.href(entry, id, links),
        id: format!("{}#{id}", entry.article.id),
        number: id.0,
        text,
        lang: foreign(language_of(entry), &catalogue.dossier.settings.language),
        cut: text.len() < span.len(),
    })
}

/// How an article in the list of sources stands to another.
pub(crate) fn remark<'d>(catalogue: &Catalogue<'d>, entry: &Entry, links: &Links) -> Option<Other<'d>> {
    let index = catalogue.index_of(entry)?;
    let derivation = catalogue.derivations.foremost(index)?;
    Some(other(catalogue, derivation.from, forward(derivation), links))
}

/// The articles of a list with each that derives from another of them right beneath it; told of each is whether it does.
pub(crate) fn beneath_sources<'d>(
    catalogue: &Catalogue<'d>,
    entries: impl Iterator<Item = &'d Entry>,
) -> Vec<(&'d Entry, bool)> {
    let all = &catalogue.dossier.entries;
    let mut listed = vec![false; all.len()];
    let order: Vec<(&Entry, Option<usize>)> = entries.map(|entry| (entry, catalogue.index_of(entry))).collect();
    for at in order.iter().filter_map(|(_, at)| *at) {
        listed[at] = true;
    }
    // Where directions run in a circle, the way up ends after some steps.
    let root = |at: usize| {
        let up = |at: &usize| {
            let source = catalogue.derivations.foremost(*at).filter(|derivation| derivation.directed)?;
            Some(source.from as usize).filter(|from| listed[*from])
        };
        std::iter::successors(Some(at), up).take(MOST_STEPS).last().unwrap_or(at)
    };
    let mut place = vec![usize::MAX; all.len()];
    for (position, at) in order.iter().enumerate().filter_map(|(position, (_, at))| Some((position, (*at)?))) {
        place[at] = position;
    }
    let mut placed: Vec<(usize, usize, &Entry)> = Vec::with_capacity(order.len());
    for (position, (entry, at)) in order.iter().enumerate() {
        let head = at.map_or(position, |at| place[root(at)]);
        placed.push((head, if head == position { 0 } else { position + 1 }, entry));
    }
    placed.sort_by_key(|(head, position, _)| (*head, *position));
    placed.into_iter().map(|(_, position, entry)| (entry, position > 0)).collect()
}

/// Most steps from a derived article to the one at whose place it stands.
const MOST_STEPS: usize = 8;
