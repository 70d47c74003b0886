//! Tells the stories of a dossier apart: the dead of one are no number of another's.

use crate::analysis::corpus::candidates::{self, Bounds};
use crate::analysis::corpus::cluster::clusters;
use crate::base::Span;
use crate::model::{Entry, Role};
use crate::text::lexicon::content::content_words;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Sentences of an article that are looked at, from its head.
const SENTENCES: usize = 60;
/// Most words of an article that are looked at, those first that tell most of what it is about.
const WORDS: usize = 40;
/// Least weight of a word, in tenths: what is frequent in English is in every article.
const LEAST: u16 = 20;
/// Articles with one word that are looked at, and how many one is compared with.
const BOUNDS: Bounds = Bounds { back: 400, rare: false, features: WORDS, compared: 24 };
/// Least likeness (cosine) of two articles on one story.
const ALIKE: f32 = 0.18;

/// The story of each article that is `asked` for, as a number; articles are of one where a chain of articles that are alike joins
/// them.
pub(super) fn stories(entries: &[Entry], asked: &[u32]) -> BTreeMap<u32, u32> {
    let topics: Vec<Vec<Topic>> = asked.par_iter().map(|at| topic(&entries[*at as usize])).collect();
    let features = |at: u32| topics[at as usize].iter().map(|word| (word.stem, thousandths(word.share))).collect();
    let alike = |at: u32, other: u32| {
        let likeness = likeness(&topics[at as usize], &topics[other as usize]);
        (likeness >= ALIKE).then_some([other, at])
    };
    let pairs = candidates::alike(asked.len(), BOUNDS, features, |_, _, _| true, alike);
    let stories = clusters(asked.len(), pairs, |_, _| true);
    let of = |(story, members): (u32, Vec<u32>)| members.into_iter().map(move |at| (asked[at as usize], story));
    (0..).zip(stories).flat_map(of).collect()
}

/// A share in thousandths, at least one.
#[expect(clippy::cast_sign_loss, reason = "shares are positive")]
const fn thousandths(share: f32) -> u16 {
    let whole = (share * 1000.0) as u16;
    if whole == 0 { 1 } else { whole }
}

/// A word that tells what an article is about.
#[derive(Clone, Copy)]
struct Topic {
    stem: u32,
    share: f32,
    /// Whether it is of a name.
    named: bool,
}

/// The words that tell what an article is about, in order: rare ones that it says more than once.
fn topic(entry: &Entry) -> Vec<Topic> {
    let text = &entry.article.saved.text;
    let mentions = &entry.reading.mentions;
    let named = |span: Span| {
        let at = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions.get(at).is_some_and(|mention| mention.how.is_name() && mention.span.contains(span))
    };
    let mut words: BTreeMap<u32, (u16, u16, bool)> = BTreeMap::new();
    let told =
        entry.reading.sentences.iter().filter(|sentence| {
            matches!(sentence.role, Role::Headline | Role::Standfirst | Role::Body | Role::Subheading)
        });
    for sentence in told.take(SENTENCES) {
        // A headline says what it is about.
        let times = if sentence.role == Role::Headline { 3 } else { 1 };
        for word in content_words(text, sentence.span).filter(|word| !word.is_number && word.tenths() >= LEAST) {
            let (_, count, name) = words.entry((word.stem >> 32) as u32).or_insert((word.tenths(), 0, false));
            *count += times;
            *name |= named(word.span);
        }
    }
    let weigh = |(stem, (weight, times, named)): (u32, (u16, u16, bool))| Topic {
        stem,
        share: f32::from(weight) * f32::from(times).sqrt(),
        named,
    };
    let mut words: Vec<Topic> = words.into_iter().filter(|(_, (_, times, _))| *times > 1).map(weigh).collect();
    words.sort_by(|one, other| other.share.total_cmp(&one.share).then(one.stem.cmp(&other.stem)));
    words.truncate(WORDS);
    let length = words.iter().map(|word| word.share * word.share).sum::<f32>().sqrt();
    for word in &mut words {
        word.share /= length.max(1.0);
    }
    words.sort_unstable_by_key(|word| word.stem);
    words
}

/// The cosine of two lists of words, both in order; none where no name stands in both.
fn likeness(one: &[Topic], other: &[Topic]) -> f32 {
    let same = |word: &Topic| other.binary_search_by_key(&word.stem, |word| word.stem).ok().map(|at| other[at]);
    let both: Vec<(&Topic, Topic)> = one.iter().filter_map(|word| Some((word, same(word)?))).collect();
    let named = both.iter().any(|(word, other)| word.named && other.named);
    both.iter().map(|(word, other)| word.share * other.share).sum::<f32>() * f32::from(u8::from(named))
}
