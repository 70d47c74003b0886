//! What the search ranks as a whole: actors by their names, articles by their titles, and what is reported by its words.

use super::fold::{key, words};
use super::pack::pack;
use super::shelved::Shelved;
use crate::model::{Actor, Dossier};
use crate::site::catalogue::Catalogue;
use crate::site::paging::{Cutter, Part, joined};
use crate::site::prose;
use crate::site::routes::Route;
use crate::site::shown;
use crate::site::views::parts::KindName;
use crate::site::views::{claim, summary};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The heaviest piece of heads, in bytes.
const LIMIT: usize = 32_000;
/// Most heads that a word leads to: what has only more frequent words is found by the rarest of them.
const FREQUENT: usize = 150;
/// Most other spellings of an actor that it is found by.
const SPELLINGS: usize = 12;
/// Most claims: the weightiest of the summary. Each stands in the pieces of all its words.
const CLAIMS: usize = 200;
/// The longest stretch of a claim's sentence, in bytes.
const CLAIM: usize = 240;
/// Most levels of fineness: the longest word.
const LEVELS: usize = 40;

/// Something with a name or title.
#[derive(Serialize)]
struct Head<'d> {
    /// What it is: `actor`, `claim` or `title`.
    is: &'static str,
    href: String,
    name: Cow<'d, str>,
    /// Other spellings.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<String>,
    /// The kind of an actor, in words; in how many articles a claim stands; of an article its outlet and date.
    about: String,
    /// How often an actor is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
}

/// A piece of heads: part of its address, and one object a line.
pub(super) struct Piece {
    pub(super) key: String,
    pub(super) lines: Vec<u32>,
}

/// All heads, each as a line, and the pieces that hold them.
pub(super) struct Heads {
    pub(super) lines: Vec<String>,
    pub(super) pieces: Vec<Piece>,
}

impl Heads {
    /// The actors with a page, then the claims of the summary, then the articles.
    pub(super) fn of(catalogue: &Catalogue<'_>, articles: &[Shelved<'_>]) -> Self {
        let actors = catalogue.cast.with_page(catalogue.dossier);
        let mut heads: Vec<Head<'_>> =
            actors.map(|(index, actor)| of_actor(actor, catalogue.cast.standing(index).named)).collect();
        let told = summary::told(catalogue);
        heads.extend(told.into_iter().filter_map(|told| of_claim(catalogue.dossier, told)).take(CLAIMS));
        heads.extend(articles.iter().map(of_article));
        let mut by_word: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let words: Vec<BTreeSet<String>> = heads.iter().map(words_of).collect();
        for (at, words) in (0..).zip(&words) {
            for word in words {
                by_word.entry(word.clone()).or_default().push(at);
            }
        }
        let lines: Vec<String> = heads.iter().map(pack).collect();
        let leads = leads(&words, &by_word);
        let pieces = cut(&leads, &lines);
        Self { lines, pieces }
    }
}

fn of_actor(actor: &Actor, named: u32) -> Head<'_> {
    let others = actor.aliases.iter().filter(|alias| alias.how.is_name() && alias.text != actor.name);
    let also: Vec<&str> = others.map(|alias| alias.text.as_str()).take(SPELLINGS).collect();
    Head {
        is: "actor",
        href: Route::Actor(&actor.id).path(),
        name: Cow::Borrowed(&actor.name),
        also: (!also.is_empty()).then(|| also.join(" · ")),
        about: KindName::of(actor.kind).one.to_owned(),
        count: Some(named),
    }
}

/// A claim that the page at `route` tells, where its words are published.
fn of_claim<'d>(dossier: &'d Dossier, (index, route): (u32, Route<'_>)) -> Option<Head<'d>> {
    let claim = dossier.claims.get(index as usize)?;
    let entry = &dossier.entries[claim.representative.entry as usize];
    let sentence = shown::published_sentence(entry, claim.representative.sentence)?;
    let words = sentence.span.of(&entry.article.saved.text);
    let start = prose::start(words, CLAIM);
    let cut = start.rfind(char::is_whitespace).filter(|_| start.len() < words.len());
    Some(Head {
        is: "claim",
        href: format!("{}{}", route.path(), claim::anchor(claim, dossier).fragment()),
        name: cut.map_or(Cow::Borrowed(start), |cut| Cow::Owned(format!("{} […]", start[..cut].trim_end()))),
        also: None,
        about: claim::support(claim, dossier),
        count: None,
    })
}

fn of_article<'s>(article: &'s Shelved<'_>) -> Head<'s> {
    Head {
        is: "title",
        href: Route::Article(&article.entry.article.id).path(),
        name: Cow::Borrowed(&article.title),
        also: None,
        about: article.about(),
        count: None,
    }
}

fn words_of(head: &Head<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in [Some(&*head.name), head.also.as_deref()].into_iter().flatten() {
        words(text, |word| {
            found.insert(word.to_owned());
        });
    }
    found
}

/// The words that lead to heads, each with those that it leads to.
fn leads<'w>(words: &'w [BTreeSet<String>], by_word: &BTreeMap<String, Vec<u32>>) -> BTreeMap<&'w str, Vec<u32>> {
    let frequency = |word: &String| by_word.get(word).map_or(0, Vec::len);
    let mut leads: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (at, words) in (0..).zip(words) {
        let rarest = words.iter().min_by_key(|word| frequency(word));
        for word in words.iter().filter(|word| frequency(word) <= FREQUENT || Some(*word) == rarest) {
            leads.entry(word).or_default().push(at);
        }
    }
    leads
}

/// The heads by the first letters of their words.
fn cut(leads: &BTreeMap<&str, Vec<u32>>, lines: &[String]) -> Vec<Piece> {
    let words: Vec<(&&str, &Vec<u32>)> = leads.iter().collect();
    let whole: usize = lines.iter().map(String::len).sum();
    let weight = |item: usize| words[item].1.iter().map(|at| lines[*at as usize].len()).sum();
    let key = |item: usize, level: usize| key(words[item].0, level + 1);
    let parts = if whole <= LIMIT {
        vec![Part { key: String::new(), number: None, items: (0..).take(words.len()).collect() }]
    } else {
        let parts = Cutter { limit: LIMIT, levels: LEVELS, weight: &weight, key: &key }.cut(words.len());
        joined(parts, LIMIT, &weight)
    };
    let held = |part: &Part| {
        let all: BTreeSet<u32> = part.items.iter().flat_map(|item| words[*item as usize].1).copied().collect();
        all.into_iter().collect()
    };
    parts.iter().map(|part| Piece { lines: held(part), key: part.slug() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_frequent_word_leads_only_to_what_has_no_rarer_one() {
        let mut all: Vec<BTreeSet<String>> = (0..FREQUENT).map(|n| set(&["storm", &format!("n{n}")])).collect();
        all.push(set(&["storm"]));
        let mut by_word: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (at, words) in (0..).zip(&all) {
            for word in words {
                by_word.entry(word.clone()).or_default().push(at);
            }
        }
        let leads = leads(&all, &by_word);
        assert_eq!(leads["storm"], [FREQUENT as u32]);
        assert_eq!(leads["n7"], [7]);
    }

    #[test]
    fn few_heads_are_one_piece_and_many_are_cut_by_letters() {
        let leads = BTreeMap::from([("ant", vec![0]), ("bee", vec![0, 1])]);
        let light = cut(&leads, &["x".to_owned(), "y".to_owned()]);
        assert_eq!((light.len(), light[0].lines.as_slice()), (1, &[0, 1][..]));
        let heavy = cut(&leads, &["x".repeat(30_000), "y".repeat(30_000)]);
        let keys: Vec<&str> = heavy.iter().map(|piece| piece.key.as_str()).collect();
        assert_eq!(keys, ["a", "bee"]);
    }
}
