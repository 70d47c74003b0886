//! Finds names: of people, organisations, states and other places.
//!
//! [`document`] notes what the word lists ([`gazetteer`]) and the rest of the article say of each token, [`features`] puts
//! that into features, which a [`Model`] weighs to tag the tokens of every run ([`window`]) in which a name can stand, in
//! two passes ([`agreement`]). [`spans`] makes names of the tags, and [`sense`] tells what they stand for. What credits
//! say ([`credits`]) is left out.

pub mod agreement;
mod credits;
pub mod document;
pub mod features;
mod firms;
mod sense;
mod spans;
pub mod tags;
pub mod window;

use crate::base::Span;
use crate::model::{ActorKind, How, Mention};
use crate::text::annotated::Text;
use crate::text::gazetteer;
use crate::text::tagger::model::{Aligned, EDGE, Model};
use document::Document;
use features::Features;
pub(crate) use firms::is_firm_form;
use std::ops::Range;
use std::sync::LazyLock;
use tags::TAGS;

/// Bytes of one feature in the table of weights.
pub const SLOT: usize = 16;

/// The weights that the program carries.
static MODEL: LazyLock<Model<TAGS, SLOT>> = LazyLock::new(|| Model::read(&BYTES.0, tags::may_follow));
static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!("weights.bin"));

/// The names in `text`, in order; no two overlap.
///
/// Adjectives and peoples of states are given too, see [`How::is_name`].
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Mention> {
    let (mut parts, mut ids) = (Vec::new(), Vec::new());
    for (at, sentence) in text.sentences.iter().enumerate() {
        if text.tokens_of(at..at + 1).is_empty() {
            continue;
        }
        credits::without_credits(text.saved, sentence.span, |part| {
            parts.push(text.tokens_in(part));
            ids.push(sentence.id);
        });
    }
    let document = Document::new(text, parts);
    let names = spans::names(&document, &tagged(&document));
    let senses = sense::senses(&document, &names);
    let mut found = names.iter().zip(senses).peekable();
    let mut mentions = Vec::with_capacity(names.len());
    for (part, id) in document.sentences.iter().zip(&ids) {
        let mut at = part.start;
        while at < part.end {
            let next = found.next_if(|(name, _)| name.tokens.start <= at);
            let (tokens, kind, how) = match next {
                Some((name, (kind, how))) => (name.tokens.clone(), kind, how),
                None if is_demonym(&document, at) => {
                    let end = at + usize::from(document.listed[at].after) + 1;
                    let end = found.peek().map_or(end, |(name, _)| end.min(name.tokens.start));
                    (at..end, ActorKind::State, How::Demonym)
                }
                None => {
                    at += 1;
                    continue;
                }
            };
            at = tokens.end;
            let span =
                Span { start: document.tokens[tokens.start].span.start, end: document.tokens[tokens.end - 1].span.end };
            mentions.push(Mention { span, sentence: *id, kind, how });
        }
    }
    mentions
}

/// Words after which the adjective of a state is its language.
const BEFORE_LANGUAGES: [&str; 8] = ["speak", "speaks", "spoke", "speaking", "learn", "learned", "in", "into"];

/// Whether the adjective or the people of a state begins with this token.
fn is_demonym(document: &Document<'_>, at: usize) -> bool {
    let listed = document.listed[at];
    let spoken = document.words[at].classes & gazetteer::class::LANGUAGE != 0
        && at > 0
        && BEFORE_LANGUAGES.contains(&document.word(at - 1));
    listed.kinds & gazetteer::kind::DEMONYM != 0
        && listed.before == 0
        && document.tokens[at].is_capitalised()
        && !spoken
}

/// The tag of every token of `document`: a first pass over it, and a second that knows what the first one found.
fn tagged(document: &Document<'_>) -> Vec<u8> {
    let mut features = Features::new(document);
    let mut runs = Vec::new();
    for (sentence, case) in document.sentences.iter().zip(&document.cases) {
        window::windows(document, sentence, |run| runs.push((run, sentence, *case)));
    }
    let mut scores = Vec::with_capacity(document.tokens.len() / 2);
    for (run, sentence, case) in &runs {
        for at in run.clone() {
            features.fill(sentence, *case, at);
            scores.push(MODEL.scores(&features.hashes.0));
        }
    }
    let first = best(document, &runs, &scores);
    let agreements = agreement::agreement(document, &first);
    for (at, score) in runs.iter().flat_map(|(run, ..)| run.clone()).zip(&mut scores) {
        features.hashes.0.clear();
        features.add_agreement(agreements[at], at, &first);
        let more = MODEL.scores(&features.hashes.0);
        score.iter_mut().zip(more).for_each(|(score, more)| *score += more);
    }
    best(document, &runs, &scores)
}

/// The best tags, run by run; `scores` holds a row for each token of each run.
fn best(document: &Document<'_>, runs: &[(Range<usize>, &Range<usize>, u8)], scores: &[[i16; TAGS]]) -> Vec<u8> {
    let mut tags = vec![tags::OUTSIDE as u8; document.tokens.len()];
    let mut best = Vec::new();
    let mut from = 0;
    for (run, ..) in runs {
        MODEL.best([EDGE; 2], &scores[from..from + run.len()], &mut best);
        tags[run.clone()].copy_from_slice(&best);
        from += run.len();
    }
    tags
}
