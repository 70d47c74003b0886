//! What is compared of an article: its wording, and what each of its sentences tells.

use crate::analysis::corpus::letters::letters;
use crate::base::{SentenceId, Span};
use crate::model::{Reading, Role, Sentence};
use crate::text::lexicon::content::{content_word, tokens};
use crate::text::lexicon::file::tables;

tables! {
    /// Words that show that their sentence gives what somebody said.
    SAYING = SIMILARITY "saying";
}

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

/// Tells of tokens that come in order whether they stand within quotation marks.
struct Quoted<'r>(&'r [Span]);

impl Quoted<'_> {
    fn holds(&mut self, token: Span) -> bool {
        let past = self.0.iter().take_while(|quoted| quoted.end <= token.start).count();
        self.0 = &self.0[past..];
        self.0.first().is_some_and(|quoted| quoted.start <= token.start)
    }
}

/// An article's words outside quotation marks, taken one by one.
struct OwnWords {
    words: Vec<Word>,
    /// Whether the last token is one of them.
    joined: bool,
}

impl OwnWords {
    fn of(text: &str) -> Self {
        Self { words: Vec::with_capacity(text.len() / 6), joined: false }
    }

    fn take(&mut self, span: Span, word: &str, quoted: bool) {
        if !quoted {
            let letters = letters(word);
            self.words.push(Word { span, hash: (letters ^ letters >> 32) as u32, joined: self.joined });
        }
        self.joined = !quoted;
    }
}

/// The words of an article's body outside quotation marks, in order.
pub(super) fn own_words(text: &str, reading: &Reading) -> Vec<Word> {
    let (mut quoted_words, mut own) = (Quoted(&reading.quoted), OwnWords::of(text));
    for token in body(reading).flat_map(|sentence| tokens(text, sentence.span)) {
        own.take(token, token.of(text), quoted_words.holds(token));
    }
    own.words
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
    let (mut quoted_words, mut own) = (Quoted(&reading.quoted), OwnWords::of(text));
    let (mut told, mut stems): (Vec<Told>, Vec<Stem>) = (Vec::new(), Vec::new());
    for sentence in body(reading) {
        let at = told.len();
        let mut aside = true;
        for token in tokens(text, sentence.span) {
            let (word, quoted) = (token.of(text), quoted_words.holds(token));
            own.take(token, word, quoted);
            if at == MOST_SENTENCES {
                continue;
            }
            aside &= !quoted && !SAYING.has(word);
            stems.extend(content_word(text, token).map(|content| {
                let part = if quoted { QUOTED } else { 1.0 };
                Stem { hash: (content.stem >> 32) as u32, sentence: at as u16, weight: content.weight * part }
            }));
        }
        if at < MOST_SENTENCES {
            told.push(Told { id: sentence.id, length: 0.0, aside });
        }
    }
    weigh(&mut told, &mut stems);
    Outline { shingles: shingles(&own.words), told, stems }
}

/// The shingles of `words`, in order and each once.
fn shingles(words: &[Word]) -> Vec<u32> {
    let mut shingles: Vec<u32> = (0..words.len()).filter_map(|at| shingle(words, at)).collect();
    shingles.sort_unstable();
    shingles.dedup();
    // Outlines of all articles are held at a time.
    shingles.shrink_to_fit();
    shingles
}

/// Puts stems in order, each once in a sentence, and gives them and their sentences their weight.
fn weigh(told: &mut [Told], stems: &mut Vec<Stem>) {
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
    for told in told {
        told.length = told.length.sqrt();
    }
    stems.shrink_to_fit();
}

impl Outline {
    /// The stems that lead to other articles with them, each once.
    pub(super) fn telling(&self) -> impl Iterator<Item = u32> + '_ {
        let groups = self.stems.chunk_by(|one, other| one.hash == other.hash);
        let telling = |same: &&[Stem]| same[0].weight * (same.len() as f32).sqrt() >= TELLING;
        groups.filter(telling).map(|same| same[0].hash)
    }
}
