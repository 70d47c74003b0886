//! What is to be known of the sources, in sentences computed from their metadata.

use crate::base::OutletId;
use crate::model::{Dossier, Entry, Grade, derived_among};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{count, counted, listed, sentence_case};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most countries, and most kinds, that are told apart.
const KINDS: usize = 6;

/// `five articles from three outlets`, `five articles, two with a known outlet`.
pub(crate) fn holdings(dossier: &Dossier) -> String {
    let articles = counted(dossier.entries.len(), "article", "articles");
    let named = dossier.entries.iter().filter_map(|entry| entry.article.meta.outlet.as_ref());
    let placed = named.clone().count();
    let outlets = named.map(|known| &known.value).collect::<BTreeSet<_>>().len();
    if outlets == 0 {
        articles
    } else if placed == dossier.entries.len() {
        format!("{articles} from {}", counted(outlets, "outlet", "outlets"))
    } else {
        format!("{articles}, {} with a known outlet", count(placed))
    }
}

/// The first and the last date of publication, in words.
pub(crate) fn period(catalogue: &Catalogue<'_>) -> Option<String> {
    let (first, last) = catalogue.span_of_dates()?;
    let (first, last) = (first.in_words(), last.in_words());
    Some(if first == last { first } else { format!("{first} to {last}") })
}

/// What the summary is made of, as a sentence.
pub(super) fn lead(catalogue: &Catalogue<'_>) -> String {
    let dossier = catalogue.dossier;
    if dossier.entries.is_empty() {
        return "The dossier holds no articles yet.".to_owned();
    }
    let published = period(catalogue).map_or_else(String::new, |period| format!(", published {period},"));
    let verb = if dossier.entries.len() == 1 { "reports" } else { "together report" };
    format!("What {}{published} {verb}.", holdings(dossier))
}

/// What is to be known of the sources, in plain sentences.
pub(super) fn sentences(catalogue: &Catalogue<'_>) -> Vec<String> {
    let dossier = catalogue.dossier;
    if dossier.entries.is_empty() {
        return Vec::new();
    }
    let total = dossier.entries.len();
    let published = period(catalogue).map_or_else(
        || "; none has a known date".to_owned(),
        |period| if total == 1 { format!(", published on {period}") } else { format!(", published {period}") },
    );
    let first = format!("The dossier holds {}{published}.", holdings(dossier));
    let sentences = [Some(first), kinds(catalogue), countries(catalogue), derived(dossier), altered(dossier)];
    sentences.into_iter().flatten().chain([graded(dossier)]).collect()
}

/// By what kind of outlet, the most frequent first.
fn kinds(catalogue: &Catalogue<'_>) -> Option<String> {
    let kind = |entry| catalogue.outlet(entry)?.kind;
    let (known, unknown) = counts(catalogue, |entry| kind(entry).map(|kind| plural(kind.word())));
    told(&known, unknown, "Of the kinds of outlet, the articles come from", "the kind of outlet is not known")
}

fn plural(kind: &'static str) -> &'static str {
    match kind {
        "newspaper" => "newspapers",
        "agency" => "agencies",
        "broadcaster" => "broadcasters",
        "aggregator" => "aggregators",
        "blog" => "blogs",
        other => other,
    }
}

/// By country of the outlet, the most frequent first.
fn countries(catalogue: &Catalogue<'_>) -> Option<String> {
    let (known, unknown) = counts(catalogue, |entry| catalogue.outlet(entry)?.country.as_deref());
    told(&known, unknown, "By country of the outlet, they come from", "the country is not known")
}

/// How many articles have each value, the most frequent first, and how many have none.
fn counts<'d, T: Ord + Copy>(
    catalogue: &Catalogue<'d>,
    value: impl Fn(&'d Entry) -> Option<T>,
) -> (Vec<(T, usize)>, usize) {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    let mut unknown = 0;
    for entry in &catalogue.dossier.entries {
        match value(entry) {
            Some(value) => *counts.entry(value).or_default() += 1,
            None => unknown += 1,
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    (counts, unknown)
}

fn told<T: AsRef<str>>(known: &[(T, usize)], unknown: usize, opening: &str, missing: &str) -> Option<String> {
    let (first, rest) = known.split_at(known.len().min(KINDS));
    let mut parts: Vec<String> = first.iter().map(|(name, n)| format!("{} ({})", name.as_ref(), count(*n))).collect();
    let others: usize = rest.iter().map(|(_, n)| n).sum();
    parts.extend((others > 0).then(|| format!("others ({})", count(others))));
    let unknown = match unknown {
        0 => String::new(),
        1 => format!("; of one, {missing}"),
        n => format!("; of {}, {missing}", count(n)),
    };
    (!parts.is_empty()).then(|| format!("{opening} {}{unknown}.", listed(&parts)))
}

/// How many articles come from others: `Two of the five probably derive from another of them.`
fn derived(dossier: &Dossier) -> Option<String> {
    let all: Vec<u32> = (0..).zip(&dossier.entries).map(|(at, _)| at).collect();
    let total = all.len();
    if total < 2 {
        return None;
    }
    Some(match derived_among(&dossier.derivations, &all) as usize {
        0 => "No article was found to derive from another, which does not show that none does.".to_owned(),
        1 => format!("One of the {} is known or likely to derive from another.", count(total)),
        n => sentence_case(&format!("{} of the {} are known or likely to derive from others.", count(n), count(total))),
    })
}

fn altered(dossier: &Dossier) -> Option<String> {
    let altered = dossier.entries.iter().filter(|entry| entry.article.meta.altered.is_some()).count();
    Some(match altered {
        0 => return None,
        1 => "One is an altered copy, not in its publisher’s own words: it is marked wherever it is cited.".to_owned(),
        n => sentence_case(&format!(
            "{} are altered copies, not in their publishers’ own words: they are marked wherever they are cited.",
            count(n)
        )),
    })
}

fn graded(dossier: &Dossier) -> String {
    let graded: BTreeSet<&OutletId> =
        dossier.outlets.values().filter(|outlet| outlet.grade != Grade::F).map(|outlet| &outlet.id).collect();
    match (graded.len(), dossier.outlets.len()) {
        (0, _) => "No editor has graded any outlet: how reliable they are is not judged here.".to_owned(),
        (n, all) if n == all => "An editor has graded every known outlet.".to_owned(),
        (n, all) => format!("An editor has graded {} of the {} known outlets.", count(n), count(all)),
    }
}
