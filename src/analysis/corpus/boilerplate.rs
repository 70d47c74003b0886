//! Settles roles across articles: a line at the edge of many articles of one outlet is furniture.

use crate::base::{OutletId, PartialDate};
use crate::model::{Article, Block, Reading, Role, Rule};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Reads what the sentences of an article tell, by the roles that they have.
pub(super) type Recognise = fn(&Article, &mut Reading);

/// Fewest articles of one outlet that must carry a line.
const ARTICLES: usize = 3;
/// Fewest of the outlet's articles that must carry it, as one in so many.
const ONE_IN: usize = 5;
/// Most words of a finished sentence, and of any other line, that is taken for furniture.
const SENTENCE_WORDS: usize = 12;
const LINE_WORDS: usize = 40;

/// The readings with body blocks that recur across the articles of one outlet as furniture, their articles read again:
/// what such a line tells is nothing that the article tells. No other block changes.
///
/// Agencies repeat whole paragraphs of background from day to day, and those are no furniture. So a
/// line counts only where it is short or no finished sentence, where it recurs on more than one day
/// of publication (or no day is known), and at an edge of the body: nothing but such lines before or
/// behind it.
/// `readings` stand in the order of `articles`; those that have `changed` before are read again too.
pub(super) fn settle(
    articles: &[Article],
    mut readings: Vec<Reading>,
    mut changed: Vec<bool>,
    recognise: Recognise,
) -> Vec<Reading> {
    let mut by_outlet: BTreeMap<&OutletId, Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        if let Some(outlet) = &article.meta.outlet {
            by_outlet.entry(&outlet.value).or_default().push(index);
        }
    }
    for members in by_outlet.values().filter(|members| members.len() >= ARTICLES) {
        let lines = recurring(articles, &readings, members);
        for &member in members {
            changed[member] |= fold_edges(&articles[member].saved.text, &mut readings[member].blocks, &lines);
        }
    }
    let all = articles.par_iter().zip(&mut readings).zip(changed);
    all.filter(|(_, changed)| *changed).for_each(|((article, reading), _)| read_again(article, reading, recognise));
    readings
}

/// Where a line was seen.
#[derive(Default)]
struct Seen {
    articles: usize,
    days: BTreeSet<Option<PartialDate>>,
}

/// Fingerprints of the body lines that enough articles among `members` carry.
fn recurring(articles: &[Article], readings: &[Reading], members: &[usize]) -> BTreeSet<u64> {
    let mut seen: BTreeMap<u64, Seen> = BTreeMap::new();
    for &member in members {
        let text = &articles[member].saved.text;
        let given = articles[member].meta.published.as_ref();
        let published = given.or(readings[member].inferred.published.as_ref()).map(|date| date.value.date_only());
        let body = readings[member].blocks.iter().filter(|block| may_fold(block));
        let lines = body.map(|block| block.span.of(text)).filter(|line| is_short(line));
        let lines: BTreeSet<u64> = lines.map(fingerprint).collect();
        for line in lines {
            let seen = seen.entry(line).or_default();
            seen.articles += 1;
            seen.days.insert(published);
        }
    }
    let enough = ARTICLES.max(members.len().div_ceil(ONE_IN));
    let furniture = |seen: &Seen| seen.articles >= enough && (seen.days.len() > 1 || seen.days.contains(&None));
    seen.into_iter().filter(|(_, seen)| furniture(seen)).map(|(line, _)| line).collect()
}

/// Whether a block counts as the article's own by a rule, and not because it was asked for.
fn may_fold(block: &Block) -> bool {
    block.role == Role::Body && block.rule != Rule::KeepAll
}

/// Whether `line` is too short, or too unfinished, to be a paragraph of background.
fn is_short(line: &str) -> bool {
    let finished = line.trim_end_matches(['”', '"', '\'', '’', ')']).ends_with(['.', '!', '?']);
    line.split_whitespace().take(LINE_WORDS + 1).count() <= if finished { SENTENCE_WORDS } else { LINE_WORDS }
}

/// Folds the recurring lines at the two ends of the body, never all of it; tells whether there are any.
fn fold_edges(text: &str, blocks: &mut [Block], lines: &BTreeSet<u64>) -> bool {
    let body: Vec<usize> = (0..blocks.len()).filter(|at| may_fold(&blocks[*at])).collect();
    let recurs = |at: &usize| lines.contains(&fingerprint(blocks[*at].span.of(text)));
    let head = body.iter().take_while(|at| recurs(at)).count();
    if head == body.len() {
        return false;
    }
    let tail = body.iter().rev().take_while(|at| recurs(at)).count();
    for at in body[..head].iter().chain(&body[body.len() - tail..]) {
        blocks[*at].role = Role::Furniture;
        blocks[*at].rule = Rule::Recurs;
    }
    head + tail > 0
}

/// Gives each sentence the role that its block has now, and reads the article by them.
fn read_again(article: &Article, reading: &mut Reading, recognise: Recognise) {
    for sentence in &mut reading.sentences {
        // A caption that was pasted into a paragraph keeps its own role.
        if reading.blocks[sentence.block as usize].role == Role::Furniture {
            sentence.role = Role::Furniture;
        }
    }
    if reading.language.analysed {
        recognise(article, reading);
    }
}

/// The same for lines that differ in white space or case alone.
fn fingerprint(line: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for word in line.split_whitespace() {
        word.to_lowercase().hash(&mut hasher);
    }
    hasher.finish()
}
