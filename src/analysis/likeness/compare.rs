//! Measures what two sentences share.

use super::bars::bars;
use super::signature::{Signature, Word};

pub use super::bars::Bars;

/// What two sentences share, and what each has alone; weights in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Weight of the content words that stand in both.
    pub shared: u32,
    /// Weight of all content words of the first, and of the second.
    pub weights: [u32; 2],
    /// The same without names and titles: shared, of the first, of the second.
    pub told: [u32; 3],
    /// Share of the shared weight that stands in the same order in both: 0 to 1.
    pub order: f32,
    /// Weight of the longest run of words that stand side by side in both.
    pub run: u32,
    /// Names of actors: in both, in the first alone, in the second alone.
    pub names: [u8; 3],
    /// Numbers: in both, in the first alone, in the second alone.
    pub numbers: [u8; 3],
    /// Quoted words that stand in both.
    pub quoted: u8,
    /// What keeps the two from being one claim.
    pub bars: Bars,
}

/// Least similarity at which two sentences nearly always report the same thing: precision 0.91, recall 0.26 on the
/// paraphrases. A measuring point only: claims are joined from [`AKIN`] on.
pub const SAME: f32 = 0.52;

/// Least similarity at which two sentences may be joined, as full or partial support.
///
/// Looser than [`SAME`], and set on the first corpus: what is joined has precision 0.78 and recall 0.80 on the
/// paraphrases, where pairs that differ in a detail count as different (0.96 and 0.07 on the pairs of ECB+).
pub const AKIN: f32 = 0.14;
/// Least similarity of two sentences that are about the same.
pub const RELATED: f32 = 0.06;
/// Least likeness, and least overlap of what is told, of two sentences that differ on one thing.
const CONTRAST: f32 = 0.18;
const CONTRAST_TOLD: f32 = 0.6;
/// Least overlap of what two sentences tell that are akin, names and titles set aside.
const TOLD: f32 = 0.4;

/// The evidence at which two sentences with nothing for or against them stand.
const CONSTANT: f32 = -4.79;

/// Highest similarity of two sentences that something bars from being one claim.
const BARRED: f32 = 0.1;

/// Compares two sentences; quadratic in their content words, of which a signature has 64 at most.
#[must_use]
pub fn compare(a: &Signature, b: &Signature) -> Comparison {
    let pairs = pairs(&a.words, &b.words);
    let weight = |(x, y): &(u8, u8)| u32::from(a.words[*x as usize].weight.min(b.words[*y as usize].weight));
    let shared: u32 = pairs.iter().map(weight).sum();
    let both = [&a.words, &b.words];
    let paired = [bits(pairs.iter().map(|pair| pair.0)), bits(pairs.iter().map(|pair| pair.1))];
    // The longer form of a name that stands in both is no difference.
    let known = [actors(&b.words, paired[1]), actors(&a.words, paired[0])];
    let alone = [0, 1].map(|side| {
        let words = both[side].iter().enumerate().filter(move |(at, _)| paired[side] & (1 << at) == 0);
        let known = &known[side];
        words.map(|(_, word)| *word).filter(move |word| word.actor == 0 || !known.contains(&word.actor))
    });
    let [names, numbers] = [Word::is_name as fn(Word) -> bool, Word::is_number].map(|is| {
        let shared = pairs.iter().filter(|(x, _)| is(a.words[*x as usize])).count();
        [shared, alone[0].clone().filter(|word| is(*word)).count(), alone[1].clone().filter(|word| is(*word)).count()]
            .map(|count| count as u8)
    });
    let quoted = |(x, y): &&(u8, u8)| a.words[*x as usize].is_quoted() && b.words[*y as usize].is_quoted();
    Comparison {
        shared,
        weights: alone.map(|words| shared + words.map(|word| u32::from(word.weight)).sum::<u32>()),
        told: told(&a.words, &b.words, &pairs),
        order: if shared == 0 { 0.0 } else { in_order(&pairs, weight) as f32 / shared as f32 },
        run: run(&pairs, weight),
        names,
        numbers,
        quoted: pairs.iter().filter(quoted).count() as u8,
        bars: bars(a, b, &pairs),
    }
}

/// How likely two sentences report the same thing: 0 to 1.
#[must_use]
pub fn similarity(a: &Signature, b: &Signature) -> f32 {
    compare(a, b).similarity()
}

impl Comparison {
    /// Share of the lighter sentence's weight that the other has too: 0 to 1.
    #[must_use]
    pub fn containment(&self) -> f32 {
        self.shared as f32 / self.weights[0].min(self.weights[1]).max(1) as f32
    }

    /// Share of both sentences' weight that is shared (Dice's coefficient): 0 to 1.
    #[must_use]
    pub fn overlap(&self) -> f32 {
        2.0 * self.shared as f32 / (self.weights[0] + self.weights[1]).max(1) as f32
    }

    /// Whether both tell the same of their actors, wholly or in part.
    #[must_use]
    pub fn is_akin(&self) -> bool {
        let [shared, one, other] = self.told;
        let overlap = 2.0 * shared as f32 / (one + other).max(1) as f32;
        !self.bars.any() && self.similarity() >= AKIN && overlap >= TOLD
    }

    /// Whether both tell so much alike that the one thing that bars them may be a difference on one event.
    #[must_use]
    pub fn is_contrast(&self) -> bool {
        let [shared, one, other] = self.told;
        let overlap = 2.0 * shared as f32 / (one + other).max(1) as f32;
        self.bars.count() == 1 && self.likely() >= CONTRAST && overlap >= CONTRAST_TOLD
    }

    /// How likely both report the same thing: 0 to 1; low where something bars it.
    #[must_use]
    pub fn similarity(&self) -> f32 {
        if self.bars.any() { self.likely().min(BARRED) } else { self.likely() }
    }

    /// How likely their words alone make it that both report the same thing.
    ///
    /// A logistic regression, fitted to a half of the Microsoft Research Paraphrase Corpus and of the sentence pairs of
    /// ECB+.
    fn likely(&self) -> f32 {
        let overlap = self.overlap();
        let heavier = self.weights[0].max(self.weights[1]);
        let alone = (heavier - self.shared.min(heavier)) as f32 / 1000.0;
        let named = f32::from(u8::from(self.names[0] > 0));
        let numbers_differ = f32::from(u8::from(self.numbers[1] > 0 && self.numbers[2] > 0));
        let evidence = CONSTANT
            + 4.18 * overlap
            + 1.23 * (overlap - 0.6).max(0.0)
            + 0.94 * (self.shared as f32 / 1000.0).min(1.0)
            + 0.46 * named
            - 0.24 * alone.min(3.0)
            - 0.42 * numbers_differ;
        1.0 / (1.0 + (-evidence).exp())
    }
}

/// The words that stand in both, as places, in order of `a`; each word is paired once, with its first free like.
///
/// The mentions of one actor are a pair too where their words differ.
fn pairs(a: &[Word], b: &[Word]) -> Vec<(u8, u8)> {
    let mut pairs = Vec::with_capacity(a.len().min(b.len()));
    let (mut used, mut taken) = (0_u64, 0_u64);
    let mut pair = |alike: &dyn Fn(&Word, &Word) -> bool| {
        for (x, word) in a.iter().enumerate() {
            let free = |(y, other): &(usize, &Word)| taken & (1 << y) == 0 && alike(word, other);
            if used & (1 << x) == 0
                && let Some((y, _)) = b.iter().enumerate().find(free)
            {
                used |= 1 << x;
                taken |= 1 << y;
                pairs.push((x as u8, y as u8));
            }
        }
    };
    pair(&|word, other| word.stem == other.stem);
    pair(&|word, other| word.actor != 0 && word.actor == other.actor && word.opens_mention() && other.opens_mention());
    pairs.sort_unstable();
    pairs
}

/// Weight of the words that tell what happened: shared, of `a`, of `b`.
fn told(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> [u32; 3] {
    let all = |words: &[Word]| words.iter().filter(|word| word.tells()).map(|word| u32::from(word.weight)).sum();
    let both = pairs.iter().map(|(x, y)| (a[*x as usize], b[*y as usize])).filter(|(x, y)| x.tells() && y.tells());
    [both.map(|(x, y)| u32::from(x.weight.min(y.weight))).sum(), all(a), all(b)]
}

/// The actors whose mentions are among the paired words.
fn actors(words: &[Word], paired: u64) -> Vec<u32> {
    let paired = words.iter().enumerate().filter(|(at, word)| word.actor != 0 && paired & (1 << at) != 0);
    paired.map(|(_, word)| word.actor).collect()
}

fn bits(places: impl Iterator<Item = u8>) -> u64 {
    places.fold(0, |bits, at| bits | 1 << at)
}

/// The greatest weight of pairs that stand in the same order in both.
fn in_order(pairs: &[(u8, u8)], weight: impl Fn(&(u8, u8)) -> u32) -> u32 {
    let mut best: Vec<u32> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|earlier| pairs[*earlier].1 < pair.1).map(|earlier| best[earlier]).max();
        best.push(before.unwrap_or(0) + weight(pair));
    }
    best.into_iter().max().unwrap_or(0)
}

/// The greatest weight of pairs that stand side by side in both.
fn run(pairs: &[(u8, u8)], weight: impl Fn(&(u8, u8)) -> u32) -> u32 {
    let (mut best, mut now) = (0, 0);
    for (at, pair) in pairs.iter().enumerate() {
        let follows = at > 0 && pairs[at - 1].0 + 1 == pair.0 && pairs[at - 1].1 + 1 == pair.1;
        now = weight(pair) + if follows { now } else { 0 };
        best = best.max(now);
    }
    best
}
