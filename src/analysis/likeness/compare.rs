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

/// Least similarity of two sentences that report the same thing.
pub const SAME: f32 = 0.5;

/// Least similarity of two sentences that are about the same.
pub const RELATED: f32 = 0.25;

/// The evidence at which two sentences with nothing for or against them stand.
const CONSTANT: f32 = -3.35;

/// Highest similarity of two sentences that something bars from being one claim.
const BARRED: f32 = 0.2;

/// Compares two sentences; quadratic in their content words, of which a signature has 64 at most.
#[must_use]
pub fn compare(a: &Signature, b: &Signature) -> Comparison {
    let pairs = pairs(&a.words, &b.words);
    let weight = |(x, y): &(u8, u8)| u32::from(a.words[*x as usize].weight.min(b.words[*y as usize].weight));
    let shared: u32 = pairs.iter().map(weight).sum();
    let [names, numbers] = [Word::is_name as fn(Word) -> bool, Word::is_number].map(|is| {
        let count = |words: &[Word]| words.iter().filter(|word| is(**word)).count() as u8;
        let both = pairs.iter().filter(|(x, _)| is(a.words[*x as usize])).count() as u8;
        let back = pairs.iter().filter(|(_, y)| is(b.words[*y as usize])).count() as u8;
        [both, count(&a.words) - both, count(&b.words) - back]
    });
    let quoted = |(x, y): &&(u8, u8)| a.words[*x as usize].is_quoted() && b.words[*y as usize].is_quoted();
    Comparison {
        shared,
        weights: [a.weight, b.weight],
        order: if shared == 0 { 0.0 } else { in_order(&pairs, weight) as f32 / shared as f32 },
        run: run(&pairs, weight),
        names,
        numbers,
        quoted: pairs.iter().filter(quoted).count() as u8,
        bars: bars(a, b, &pairs),
    }
}

/// How likely two sentences report the same thing: 0 to 1, [`SAME`] and more where they are taken to.
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

    /// How likely both report the same thing: 0 to 1.
    ///
    /// A logistic regression, fitted to a half of the Microsoft Research Paraphrase Corpus and of the sentence pairs of
    /// ECB+; the constant puts [`SAME`] where precision on the paraphrases is above 0.9.
    #[must_use]
    pub fn similarity(&self) -> f32 {
        let overlap = self.overlap();
        let heavier = self.weights[0].max(self.weights[1]);
        let alone = (heavier - self.shared.min(heavier)) as f32 / 1000.0;
        let named = f32::from(u8::from(self.names[0] > 0));
        let numbers_differ = f32::from(u8::from(self.numbers[1] > 0 && self.numbers[2] > 0));
        let evidence = CONSTANT
            + 1.95 * overlap
            + 2.99 * (overlap - 0.6).max(0.0)
            + 1.29 * (self.shared as f32 / 1000.0).min(1.0)
            + 0.53 * named
            - 0.34 * alone.min(3.0)
            - 0.56 * numbers_differ;
        let likely = 1.0 / (1.0 + (-evidence).exp());
        if self.bars.any() { likely.min(BARRED) } else { likely }
    }
}

/// The words that stand in both, as places, in order of `a`; each word is paired once, with its first free like.
fn pairs(a: &[Word], b: &[Word]) -> Vec<(u8, u8)> {
    let mut taken = 0_u64;
    let pair = |(x, word): (usize, &Word)| {
        let free = |(y, other): &(usize, &Word)| word.is_like(other) && taken & (1 << y) == 0;
        let (y, _) = b.iter().enumerate().find(free)?;
        taken |= 1 << y;
        Some((x as u8, y as u8))
    };
    a.iter().enumerate().filter_map(pair).collect()
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
