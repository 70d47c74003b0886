//! A linear-chain conditional random field and its training.

use super::dictionary::Dictionary;
use cuttings::text::tagger::model::EDGE;

/// Whether one tag may follow another.
pub(crate) type MayFollow = fn(usize, usize) -> bool;

/// One run of tokens of a text.
pub(crate) struct Run {
    /// The numbers of the features of all tokens, one after the other, and where each token's end.
    features: Vec<u32>,
    ends: Vec<u32>,
    /// The right tags.
    gold: Vec<u8>,
    weight: f32,
}

impl Run {
    /// With these right tags, which count by `weight`.
    pub(crate) const fn new(gold: Vec<u8>, weight: f32) -> Self {
        Self { features: Vec::new(), ends: Vec::new(), gold, weight }
    }

    /// Adds a token with features of these hashes.
    pub(crate) fn push(&mut self, hashes: &[u64], dictionary: &Dictionary) {
        self.features.extend(hashes.iter().filter_map(|hash| dictionary.get(*hash)));
        self.ends.push(self.features.len() as u32);
    }
}

/// The field: weights of features and of transitions, with the sums of the squares of their gradients.
pub(crate) struct Chain<const TAGS: usize> {
    pub(crate) weights: Vec<[f32; TAGS]>,
    squares: Vec<[f32; TAGS]>,
    pub(crate) transitions: [[f32; TAGS]; TAGS],
    transition_squares: [[f32; TAGS]; TAGS],
    may_follow: MayFollow,
}

/// First step of a weight.
const STEP: f32 = 0.03;
/// Share by which a weight shrinks at each step towards it.
const DECAY: f32 = 0.005;
/// Share of features left out at random of each token, so that no one feature is relied on.
const LEFT_OUT: f32 = 0.3;

/// A generator of random numbers (xorshift64*, Vigna 2016).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
}

impl<const TAGS: usize> Chain<TAGS> {
    pub(crate) fn new(features: usize, may_follow: MayFollow) -> Self {
        Self {
            weights: vec![[0.0; TAGS]; features],
            squares: vec![[0.05; TAGS]; features],
            transitions: [[0.0; TAGS]; TAGS],
            transition_squares: [[0.05; TAGS]; TAGS],
            may_follow,
        }
    }

    /// One round over all runs, in an order of its own.
    pub(crate) fn train(&mut self, runs: &[Run], round: usize) {
        let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ (round as u64 + 1) << 32);
        let mut order: Vec<usize> = (0..runs.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, (random.next() >> 33) as usize % (at + 1));
        }
        let mut kept = Vec::new();
        let mut ends = Vec::new();
        for at in order {
            let run = &runs[at];
            kept.clear();
            ends.clear();
            let mut from = 0;
            for end in &run.ends {
                let features = &run.features[from..*end as usize];
                kept.extend(features.iter().filter(|_| (random.next() >> 40) as f32 >= LEFT_OUT * (1 << 24) as f32));
                ends.push(kept.len() as u32);
                from = *end as usize;
            }
            self.step(&kept, &ends, &run.gold, run.weight);
        }
    }

    fn scores(&self, features: &[u32], ends: &[u32]) -> Vec<[f32; TAGS]> {
        let mut from = 0;
        let score = |end: &u32| {
            let mut sum = [0.0; TAGS];
            for feature in &features[from..*end as usize] {
                sum.iter_mut().zip(&self.weights[*feature as usize]).for_each(|(sum, weight)| *sum += weight);
            }
            from = *end as usize;
            sum
        };
        ends.iter().map(score).collect()
    }

    /// One step down the gradient of the negative logarithm of the right tags' probability.
    fn step(&mut self, features: &[u32], ends: &[u32], gold: &[u8], weight: f32) {
        let scores = self.scores(features, ends);
        let (emitted, crossed) = self.expected(&scores);
        let mut from = 0;
        for ((end, mut gradient), right) in ends.iter().zip(emitted).zip(gold) {
            gradient[usize::from(*right)] -= 1.0;
            for g in &mut gradient {
                *g *= weight;
            }
            for feature in &features[from..*end as usize] {
                let feature = *feature as usize;
                let (weights, squares) = (&mut self.weights[feature], &mut self.squares[feature]);
                for ((w, s), g) in weights.iter_mut().zip(squares).zip(&gradient) {
                    *s += g * g;
                    let step = STEP / s.sqrt();
                    *w -= step * (g + DECAY * weight * *w);
                }
            }
            from = *end as usize;
        }
        let mut before = EDGE;
        let mut gradient = crossed;
        for tag in gold.iter().map(|tag| usize::from(*tag)).chain([EDGE]) {
            gradient[before][tag] -= 1.0;
            before = tag;
        }
        let rows = self.transitions.iter_mut().flatten().zip(self.transition_squares.iter_mut().flatten());
        for ((transition, square), gradient) in rows.zip(gradient.iter().flatten()) {
            let g = gradient * weight;
            *square += g * g;
            *transition -= STEP / square.sqrt() * g;
        }
    }

    /// Expected tags of each token and expected transitions (forward and backward sums, each token scaled to one).
    fn expected(&self, scores: &[[f32; TAGS]]) -> (Vec<[f32; TAGS]>, [[f32; TAGS]; TAGS]) {
        let cross: [[f32; TAGS]; TAGS] = std::array::from_fn(|one| {
            std::array::from_fn(|two| if (self.may_follow)(one, two) { self.transitions[one][two].exp() } else { 0.0 })
        });
        let emit: Vec<[f32; TAGS]> = scores
            .iter()
            .map(|row| {
                let most = row.iter().copied().fold(f32::MIN, f32::max);
                std::array::from_fn(|tag| (row[tag] - most).exp().max(1e-30))
            })
            .collect();
        let mut forward = vec![[0.0_f32; TAGS]; emit.len() + 1];
        forward[0][EDGE] = 1.0;
        for (at, emit) in emit.iter().enumerate() {
            let mut next: [f32; TAGS] = std::array::from_fn(|two| {
                (0..TAGS).map(|one| forward[at][one] * cross[one][two]).sum::<f32>() * emit[two]
            });
            scale(&mut next);
            forward[at + 1] = next;
        }
        let mut crossed = [[0.0; TAGS]; TAGS];
        let mut expected = vec![[0.0; TAGS]; emit.len()];
        let mut backward: [f32; TAGS] = std::array::from_fn(|tag| cross[tag][EDGE]);
        let ends: [f32; TAGS] = std::array::from_fn(|tag| forward[emit.len()][tag] * backward[tag]);
        let total: f32 = ends.iter().sum();
        (0..TAGS).for_each(|tag| crossed[tag][EDGE] += ends[tag] / total);
        for at in (0..emit.len()).rev() {
            let total: f32 = (0..TAGS).map(|tag| forward[at + 1][tag] * backward[tag]).sum();
            (0..TAGS).for_each(|tag| expected[at][tag] = forward[at + 1][tag] * backward[tag] / total);
            let inner: [f32; TAGS] = std::array::from_fn(|two| emit[at][two] * backward[two]);
            let mut pairs = [[0.0; TAGS]; TAGS];
            let mut sum = 0.0;
            for one in 0..TAGS {
                for two in 0..TAGS {
                    pairs[one][two] = forward[at][one] * cross[one][two] * inner[two];
                    sum += pairs[one][two];
                }
            }
            (0..TAGS).for_each(|one| (0..TAGS).for_each(|two| crossed[one][two] += pairs[one][two] / sum));
            backward = std::array::from_fn(|one| (0..TAGS).map(|two| cross[one][two] * inner[two]).sum());
            scale(&mut backward);
        }
        (expected, crossed)
    }

    /// The best tags of a run.
    pub(crate) fn tags(&self, run: &Run) -> Vec<u8> {
        self.best(&self.scores(&run.features, &run.ends))
    }

    fn best(&self, scores: &[[f32; TAGS]]) -> Vec<u8> {
        let mut best = [f32::NEG_INFINITY; TAGS];
        best[EDGE] = 0.0;
        let mut back = Vec::new();
        for row in scores {
            let from: [usize; TAGS] = std::array::from_fn(|two| {
                let score = |one: &usize| {
                    if (self.may_follow)(*one, two) {
                        best[*one] + self.transitions[*one][two]
                    } else {
                        f32::NEG_INFINITY
                    }
                };
                (0..TAGS).max_by(|a, b| score(a).total_cmp(&score(b))).unwrap_or(EDGE)
            });
            best = std::array::from_fn(|two| {
                let one = from[two];
                if (self.may_follow)(one, two) {
                    best[one] + self.transitions[one][two] + row[two]
                } else {
                    f32::NEG_INFINITY
                }
            });
            back.push(from);
        }
        let last = |tag: &usize| best[*tag] + self.transitions[*tag][EDGE];
        let ends = (0..TAGS).filter(|tag| (self.may_follow)(*tag, EDGE));
        let mut tag = ends.max_by(|a, b| last(a).total_cmp(&last(b))).unwrap_or(EDGE);
        let mut tags: Vec<u8> = back
            .iter()
            .rev()
            .map(|from| {
                let now = tag;
                tag = from[now];
                now as u8
            })
            .collect();
        tags.reverse();
        tags
    }
}

fn scale(row: &mut [f32]) {
    let sum: f32 = row.iter().sum();
    for x in row.iter_mut() {
        *x /= sum;
    }
}
