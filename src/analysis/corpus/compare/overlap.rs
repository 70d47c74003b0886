//! Measures what two sentences share.

use super::conflicts::{Conflict, conflicts, substituted};
use super::exclusives::exclude;
use super::signature::{Signature, Word};

/// What two sentences share, and what each has alone; weights in hundredths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Weight of the content words that stand in both.
    pub shared: u32,
    /// Weight of all content words of the first, and of the second.
    pub weights: [u32; 2],
    /// The same without names and titles: shared, of the first, of the second.
    pub told: [u32; 3],
    /// How far all their words are the same, the small ones too (Dice's coefficient): 0 to 1.
    pub wording: f32,
    /// Whether both name an actor that is the same.
    pub named: bool,
    /// Whether a word of the one stands where the other has another word.
    pub substituted: Substituted,
    /// Whether one names a time that is known and the other none, or names that stand in both stand in another order.
    pub uneven: bool,
    /// What keeps the two from being one claim.
    pub conflicts: Vec<Conflict>,
}

/// Whether a word of one sentence stands where another has another word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Substituted {
    /// None does.
    #[default]
    No,
    /// One does, and both may be so.
    Yes,
    /// One does, of which only one can be so: the northern pier, the southern pier.
    Exclusive,
}

/// How near two sentences are that differ in a detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// They tell the same but for one thing, which bars them from being one claim.
    Alike,
    /// Their words may run in parallel but for some.
    Parallel,
    /// They share so much that a clause of theirs may tell the same.
    Loose,
}

/// Least similarity at which two sentences nearly always report the same thing, so that one may bear out the other in
/// full: precision 0.91 and recall 0.32 on the paraphrases.
pub const SAME: f32 = 0.86;

/// Least similarity at which two sentences may be joined, the one bearing out the other in part at least.
///
/// Looser than [`SAME`]: retellings share few words, and sentences that differ in a detail still bear each other out in
/// part, which is shown at each citation.
pub const AKIN: f32 = 0.34;
/// Least similarity of two sentences that are about the same.
pub const RELATED: f32 = 0.15;
/// Least similarity, and least overlap of what is told, of two sentences that differ on one thing.
const CONTRAST: f32 = 0.52;
const CONTRAST_TOLD: f32 = 0.6;
/// The same for two sentences that may be laid beside each other, word by word: the shorter may be a part of the longer.
const PARALLEL: f32 = 0.34;
const PARALLEL_TOLD: f32 = 0.5;
/// Least similarity of two sentences of which a clause may tell the same.
const LOOSE: f32 = 0.08;
/// Least overlap of what two sentences tell that are akin, names and titles set aside.
const TOLD: f32 = 0.4;

/// The evidence at which two sentences with nothing for or against them stand.
const CONSTANT: f32 = -4.23;

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
    Comparison {
        shared,
        weights: alone.map(|words| shared + words.map(|word| u32::from(word.weight)).sum::<u32>()),
        told: told(&a.words, &b.words, &pairs),
        wording: wording(&a.wording, &b.wording),
        named: pairs.iter().any(|(x, _)| a.words[*x as usize].is(Word::NAME)),
        substituted: match substituted(&a.words, &b.words, &pairs).map(|(x, y)| exclude(x.stem, y.stem)).max() {
            None => Substituted::No,
            Some(false) => Substituted::Yes,
            Some(true) => Substituted::Exclusive,
        },
        uneven: a.days().next().is_some() != b.days().next().is_some() || crossed(&a.words, &pairs),
        conflicts: conflicts(a, b, &pairs),
    }
}

/// How likely two sentences report the same thing: 0 to 1.
#[must_use]
pub fn similarity(a: &Signature, b: &Signature) -> f32 {
    compare(a, b).similarity()
}

impl Comparison {
    /// The weights that are shared, of the first, and of the second, those of names and titles divided by so much.
    #[must_use]
    pub fn discounting_names(&self, divided: u32) -> [f32; 3] {
        let all = [self.shared, self.weights[0], self.weights[1]];
        [0, 1, 2].map(|at| self.told[at] as f32 + all[at].saturating_sub(self.told[at]) as f32 / divided as f32)
    }

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
        self.conflicts.is_empty() && self.similarity() >= AKIN && overlap >= TOLD
    }

    /// How near both are to telling the same, where a detail at least differs; `None` where none does, or too much.
    #[must_use]
    pub fn contrast(&self) -> Option<Nearness> {
        let [shared, one, other] = self.told;
        let overlap = 2.0 * shared as f32 / (one + other).max(1) as f32;
        let within = shared as f32 / one.min(other).max(1) as f32;
        let likely = self.likely();
        if likely >= CONTRAST && overlap >= CONTRAST_TOLD && self.conflicts.len() == 1 {
            return Some(Nearness::Alike);
        }
        if (!self.conflicts.is_empty() || self.substituted != Substituted::No || self.uneven)
            && likely >= PARALLEL
            && within >= PARALLEL_TOLD
        {
            return Some(Nearness::Parallel);
        }
        (likely >= LOOSE && self.conflicts.iter().any(Conflict::is_counted)).then_some(Nearness::Loose)
    }

    /// How likely both report the same thing: 0 to 1; low where something bars it.
    #[must_use]
    pub fn similarity(&self) -> f32 {
        if self.conflicts.is_empty() { self.likely() } else { self.likely().min(BARRED) }
    }

    /// How likely their words alone make it that both report the same thing.
    ///
    /// A logistic regression, fitted to the Microsoft Research Paraphrase Corpus and the sentence pairs of ECB+, each
    /// with a constant of its own; that of the paraphrases is kept.
    fn likely(&self) -> f32 {
        let named = f32::from(u8::from(self.named));
        let evidence = CONSTANT + 3.95 * self.overlap() + 3.36 * self.wording + 0.39 * named;
        logistic(evidence)
    }
}

/// About 1 / (1 + e^-x), from products alone: what the standard library gives may differ by machine in the last bit.
fn logistic(x: f32) -> f32 {
    let mut power = (1.0 - x / 1024.0).max(0.0);
    for _ in 0..10 {
        power *= power;
    }
    1.0 / (1.0 + power)
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
    pair(&|word, other| word.actor != 0 && word.actor == other.actor && word.is(Word::OPENS) && other.is(Word::OPENS));
    pairs.sort_unstable();
    pairs
}

/// Whether names among the pairs, which are in order of `a`, stand in another order in the other.
fn crossed(a: &[Word], pairs: &[(u8, u8)]) -> bool {
    let mut names = pairs.iter().filter(|(x, _)| a[*x as usize].is(Word::OPENS)).map(|pair| pair.1);
    let Some(mut last) = names.next() else { return false };
    names.any(|next| std::mem::replace(&mut last, next) > next)
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

/// Dice's coefficient of two sorted lists.
fn wording(a: &[u16], b: &[u16]) -> f32 {
    let (mut shared, mut rest) = (0_u32, b);
    for word in a {
        rest = &rest[rest.iter().take_while(|other| *other < word).count()..];
        if rest.first() == Some(word) {
            (shared, rest) = (shared + 1, &rest[1..]);
        }
    }
    2.0 * shared as f32 / (a.len() + b.len()).max(1) as f32
}
