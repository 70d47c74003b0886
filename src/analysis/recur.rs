//! Settles roles across articles: a line at the edge of many articles of one outlet is furniture.

use crate::base::{OutletId, PartialDate};
use crate::model::{Article, Block, Mention, Reading, Role, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Fewest articles of one outlet that must carry a line.
const ARTICLES: usize = 3;
/// Fewest of the outlet's articles that must carry it, as one in so many.
const ONE_IN: usize = 5;
/// Most words of a finished sentence, and of any other line, that is taken for furniture.
const SENTENCE_WORDS: usize = 12;
const LINE_WORDS: usize = 40;

/// Turns body blocks that recur across the articles of one outlet into furniture; nothing else.
///
/// Agencies repeat whole paragraphs of background from day to day, and those are no furniture. So a
/// line counts only where it is short or no finished sentence, where it recurs on more than one day
/// of publication (or no day is known), and at an edge of the body: nothing but such lines before or
/// behind it.
/// `readings` stand in the order of `articles`.
pub(super) fn recur(articles: &[Article], readings: &mut [Reading]) {
    let mut by_outlet: BTreeMap<&OutletId, Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        if let Some(outlet) = &article.meta.outlet {
            by_outlet.entry(&outlet.value).or_default().push(index);
        }
    }
    for members in by_outlet.values().filter(|members| members.len() >= ARTICLES) {
        let lines = recurring(articles, readings, members);
        if lines.is_empty() {
            continue;
        }
        for &member in members {
            fold_edges(&articles[member].saved.text, &mut readings[member].blocks, &lines);
            settle_sentences(&mut readings[member]);
            forget_names(&mut readings[member]);
        }
    }
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
        let body = readings[member].blocks.iter().filter(|block| block.role == Role::Body);
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

/// Whether `line` is too short, or too unfinished, to be a paragraph of background.
fn is_short(line: &str) -> bool {
    let finished = line.trim_end_matches(['”', '"', '\'', '’', ')']).ends_with(['.', '!', '?']);
    line.split_whitespace().take(LINE_WORDS + 1).count() <= if finished { SENTENCE_WORDS } else { LINE_WORDS }
}

/// Folds the recurring lines at the two ends of the body, never all of it.
fn fold_edges(text: &str, blocks: &mut [Block], lines: &BTreeSet<u64>) {
    let body: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at].role == Role::Body).collect();
    let recurs = |at: &usize| lines.contains(&fingerprint(blocks[*at].span.of(text)));
    let head: Vec<usize> = body.iter().copied().take_while(recurs).collect();
    if head.len() == body.len() {
        return;
    }
    let tail: Vec<usize> = body.iter().rev().copied().take_while(recurs).collect();
    for at in head.into_iter().chain(tail) {
        blocks[at].role = Role::Furniture;
        blocks[at].rule = Rule::Recurs;
    }
}

/// Gives each sentence the role that its block has now.
fn settle_sentences(reading: &mut Reading) {
    for sentence in &mut reading.sentences {
        sentence.role = reading.blocks[sentence.block as usize].role;
    }
}

/// Drops the names that stand in furniture now: furniture yields no actors.
fn forget_names(reading: &mut Reading) {
    let sentences = &reading.sentences;
    let stays = |mention: &Mention| {
        let sentence = sentences.get((mention.sentence.0 as usize).wrapping_sub(1));
        sentence.is_none_or(|sentence| sentence.role != Role::Furniture)
    };
    let mut kept = 0;
    let number = |mention: &Mention| {
        let stays = stays(mention);
        kept += u32::from(stays);
        stays.then(|| kept - 1)
    };
    let new: Vec<Option<u32>> = reading.mentions.iter().map(number).collect();
    if kept as usize == new.len() {
        return;
    }
    reading.mentions.retain(stays);
    for actor in &mut reading.actors {
        actor.mentions.retain(|local| new[local.mention as usize].is_some());
        for local in &mut actor.mentions {
            local.mention = new[local.mention as usize].expect("the others were just dropped");
        }
    }
    reading.actors.retain(|actor| !actor.mentions.is_empty());
    reading.roles.retain(|note| new[note.mention as usize].is_some());
    for note in &mut reading.roles {
        note.mention = new[note.mention as usize].expect("the others were just dropped");
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
