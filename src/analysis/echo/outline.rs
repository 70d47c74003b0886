//! What is compared of an article: its wording, and what each of its sentences tells.

use super::quoted::quoted;
use crate::analysis::lexicon::content::{content_words, tokens};
use crate::base::{SentenceId, Span};
use crate::model::{Reading, Role, Sentence};

/// Words of a shingle.
pub(super) const SHINGLE: usize = 3;

/// Most sentences whose order is compared; of a longer article its beginning counts.
const MOST_SENTENCES: usize = 150;

/// How much a quoted word tells: whoever was there may quote the same.
const QUOTED: f32 = 0.5;

/// Least weight of a word that leads to other articles with it: a word of everyday news says nothing.
const TELLING: f32 = 3.4;

/// An article as it is compared.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Hashes of its own words' shingles, quotations set aside, in order and each once.
    pub(super) shingles: Vec<u32>,
    /// What its sentences tell, in order of the text.
    pub(super) told: Vec<Told>,
    /// The content words of its sentences, in order of their stems.
    pub(super) stems: Vec<Stem>,
}

/// What is compared of a sentence.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) id: SentenceId,
    /// Length of its vector of content words.
    pub(super) length: f32,
    /// Whether it is told in the reporter's own voice: it quotes nobody, and nobody says it.
    pub(super) aside: bool,
}

/// A content word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem {
    pub(super) hash: u32,
    /// The sentence, as an index into those told.
    pub(super) sentence: u16,
    /// How much it tells there: less where the article uses it again and again.
    pub(super) weight: f32,
}

/// One of an article's own words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    hash: u32,
    /// Whether nothing that was set aside parts it from the word before.
    joined: bool,
}

fn body(reading: &Reading) -> impl Iterator<Item = &Sentence> {
    reading.sentences.iter().filter(|sentence| sentence.role == Role::Body)
}

/// The quoted stretches of the blocks that hold body sentences, in order.
fn quotations(text: &str, reading: &Reading) -> Vec<Span> {
    let blocks = reading.blocks.iter().filter(|block| block.role == Role::Body);
    blocks.flat_map(|block| quoted(text, block.span)).collect()
}

/// The words of an article's body outside quotation marks, in order.
pub(super) fn own_words(text: &str, reading: &Reading) -> Vec<Word> {
    unquoted_words(text, reading, &quotations(text, reading))
}

fn unquoted_words(text: &str, reading: &Reading, quotations: &[Span]) -> Vec<Word> {
    let mut quotation = 0;
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let mut joined = false;
    for sentence in body(reading) {
        for span in tokens(text, sentence.span) {
            while quotations.get(quotation).is_some_and(|quoted| quoted.end <= span.start) {
                quotation += 1;
            }
            if quotations.get(quotation).is_some_and(|quoted| quoted.start <= span.start) {
                joined = false;
                continue;
            }
            words.push(Word { span, hash: hash(span.of(text)), joined });
            joined = true;
        }
    }
    words
}

/// A word in small letters as a number that is the same in every run (FNV-1a).
fn hash(word: &str) -> u32 {
    let step = |hash: u64, letter: u32| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
    let start = 0xcbf2_9ce4_8422_2325;
    let mixed = if word.is_ascii() {
        word.bytes().fold(start, |hash, byte| step(hash, u32::from(byte.to_ascii_lowercase())))
    } else {
        word.chars().flat_map(char::to_lowercase).fold(start, |hash, letter| step(hash, u32::from(letter)))
    };
    (mixed ^ mixed >> 32) as u32
}

/// The shingle that starts at word `at`; `None` where what was set aside parts its words.
pub(super) fn shingle(words: &[Word], at: usize) -> Option<u32> {
    let of = words.get(at..at + SHINGLE)?;
    if of[1..].iter().any(|word| !word.joined) {
        return None;
    }
    let mixed = of
        .iter()
        .fold(0_u64, |mixed, word| (mixed.rotate_left(5) ^ u64::from(word.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    Some((mixed >> 32) as u32)
}

/// The outline of an article.
pub(super) fn outline(text: &str, reading: &Reading) -> Outline {
    let quotations = quotations(text, reading);
    let words = unquoted_words(text, reading, &quotations);
    let mut shingles: Vec<u32> = (0..words.len()).filter_map(|at| shingle(&words, at)).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles.shrink_to_fit();
    let (told, stems) = told(text, reading, &quotations);
    Outline { shingles, told, stems }
}

fn told(text: &str, reading: &Reading, quotations: &[Span]) -> (Vec<Told>, Vec<Stem>) {
    let (mut told, mut stems): (Vec<Told>, Vec<Stem>) = (Vec::new(), Vec::new());
    for (at, sentence) in body(reading).take(MOST_SENTENCES).enumerate() {
        let next = quotations.partition_point(|quoted| quoted.end <= sentence.span.start);
        let quoted: Vec<Span> =
            quotations[next..].iter().copied().take_while(|quoted| quoted.start < sentence.span.end).collect();
        stems.extend(content_words(text, sentence.span).map(|word| {
            let part = if quoted.iter().any(|quoted| quoted.contains(word.span)) { QUOTED } else { 1.0 };
            Stem { hash: (word.stem >> 32) as u32, sentence: at as u16, weight: word.weight * part }
        }));
        told.push(Told { id: sentence.id, length: 0.0, aside: quoted.is_empty() && !is_said(text, sentence.span) });
    }
    stems.sort_unstable_by_key(|stem| (stem.hash, stem.sentence));
    stems.dedup_by_key(|stem| (stem.hash, stem.sentence));
    for same in stems.chunk_by_mut(|one, other| one.hash == other.hash) {
        // A word of many sentences tells them less apart.
        let often = (same.len() as f32).sqrt();
        for stem in same {
            stem.weight /= often;
            told[usize::from(stem.sentence)].length += stem.weight * stem.weight;
        }
    }
    for told in &mut told {
        told.length = told.length.sqrt();
    }
    // Outlines of all articles are held at a time.
    stems.shrink_to_fit();
    (told, stems)
}

/// Words that show that a sentence gives what somebody said.
const SAYING: [&str; 14] = [
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "added",
    "adds",
    "stated",
    "according",
    "announced",
    "reporters",
    "asked",
    "tweeted",
];

/// Whether the sentence at `span` gives what somebody said.
fn is_said(text: &str, span: Span) -> bool {
    tokens(text, span).any(|word| SAYING.contains(&word.of(text)))
}

impl Outline {
    /// The stems that lead to other articles with them, each once.
    pub(super) fn telling(&self) -> impl Iterator<Item = u32> + '_ {
        let groups = self.stems.chunk_by(|one, other| one.hash == other.hash);
        let telling = |same: &&[Stem]| same[0].weight * (same.len() as f32).sqrt() >= TELLING;
        groups.filter(telling).map(|same| same[0].hash)
    }
}
