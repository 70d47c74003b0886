//! What keeps two sentences from reporting the same thing, however alike their words are.

use super::signature::{Signature, Word};

/// Reasons why two sentences are never one claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each reason stands for itself")]
pub struct Bars {
    /// Each names a time that can be none of the other's.
    pub date: bool,
    /// They give different numbers of the same thing.
    pub number: bool,
    /// One denies what the other says.
    pub polarity: bool,
    /// Who does it in the one has it done to them in the other.
    pub swap: bool,
    /// Each opens with an actor that the other does not have, has one where the other has another, or gives the same
    /// quoted words to another.
    pub actors: bool,
    /// One asks, the other tells.
    pub mood: bool,
}

impl Bars {
    /// Whether there is any.
    #[must_use]
    pub fn any(self) -> bool {
        self.count() > 0
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> usize {
        let all = [self.date, self.number, self.polarity, self.swap, self.actors, self.mood];
        all.into_iter().filter(|bar| *bar).count()
    }
}

/// How many content words open a sentence: its subject is among them.
const OPENING: usize = 3;

/// The bars between two sentences; `pairs` are the places of the words that they share, in order of `a`.
pub(super) fn bars(a: &Signature, b: &Signature, pairs: &[(u8, u8)]) -> Bars {
    let [one, other] = [(&a.words, &b.words), (&b.words, &a.words)].map(|(own, others)| stranger(own, others));
    Bars {
        date: dates(a, b),
        number: numbers(a, b) || other_numbers(a, b, pairs),
        polarity: polarity(&a.words, &b.words, pairs) || polarity(&b.words, &a.words, &turned(pairs)),
        swap: swap(&a.words, &b.words, pairs),
        actors: one && other || other_speakers(a, b, pairs) || other_names(&a.words, &b.words, pairs),
        mood: a.asks != b.asks,
    }
}

/// Whether `own` opens with the name of somebody who does not stand in `others`.
fn stranger(own: &[Word], others: &[Word]) -> bool {
    let Some(first) = own.iter().take(OPENING).position(|word| word.can_act()) else { return false };
    let mention = own[first..].iter().take_while(|word| word.can_act());
    let known = |word: &Word| {
        others.iter().any(|theirs| theirs.stem == word.stem || word.actor != 0 && theirs.actor == word.actor)
    };
    !mention.into_iter().any(known)
}

/// Fewest quoted content words in both that are one quotation.
const QUOTED: usize = 4;

/// Whether both quote the same, and neither names anybody whom the other names.
fn other_speakers(a: &Signature, b: &Signature, pairs: &[(u8, u8)]) -> bool {
    let quoted = pairs.iter().filter(|(x, y)| a.words[*x as usize].is_quoted() && b.words[*y as usize].is_quoted());
    let named = |signature: &Signature| signature.words.iter().any(|word| word.can_act() && !word.is_quoted());
    let shared = pairs.iter().any(|(x, _)| is_actor(a.words[*x as usize]));
    quoted.count() >= QUOTED && !shared && named(a) && named(b)
}

/// Whether each gives numbers that the other does not have, and they share none.
fn other_numbers(a: &Signature, b: &Signature, pairs: &[(u8, u8)]) -> bool {
    let has = |signature: &Signature| signature.words.iter().any(|word| word.is_number());
    let shared = pairs.iter().any(|(x, _)| a.words[*x as usize].is_number());
    let fits = a.amounts.iter().any(|x| b.amounts.iter().any(|y| x.is_of(y) && x.fits(y)));
    has(a) && has(b) && !shared && !fits
}

const fn is_actor(word: Word) -> bool {
    word.is_name() || word.is_pointed()
}

/// The same pairs seen from the other sentence.
fn turned(pairs: &[(u8, u8)]) -> Vec<(u8, u8)> {
    let mut turned: Vec<(u8, u8)> = pairs.iter().map(|(x, y)| (*y, *x)).collect();
    turned.sort_unstable();
    turned
}

fn dates(a: &Signature, b: &Signature) -> bool {
    let alone = |own: &Signature, others: &Signature| {
        own.days.iter().any(|x| !others.days.iter().any(|y| x.0 <= y.1 && y.0 <= x.1))
    };
    alone(a, b) && alone(b, a)
}

/// Whether one names somebody where the other, between the same words, names somebody else.
fn other_names(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> bool {
    let known = |word: &Word, others: &[Word]| {
        others.iter().any(|theirs| theirs.stem == word.stem || word.actor != 0 && theirs.actor == word.actor)
    };
    substituted(a, b, pairs).any(|(x, y)| {
        let alike = x.is_name() && y.is_name() && x.can_act() == y.can_act() || x.is_pointed() && y.is_pointed();
        alike && !known(&x, b) && !known(&y, a)
    })
}

/// Most words of a name that stands for another.
const NAME: usize = 4;

/// The words that stand for one another: each alone between the same two words of both, or before the same one at
/// the beginning, or behind the same one at the end. Of names of several words the first ones.
pub(super) fn substituted<'w>(
    a: &'w [Word],
    b: &'w [Word],
    pairs: &'w [(u8, u8)],
) -> impl Iterator<Item = (Word, Word)> + 'w {
    let paired = |x: usize, y: usize| pairs.contains(&(x as u8, y as u8));
    let alone = |x: usize, y: usize| {
        x < a.len() && y < b.len() && !pairs.iter().any(|pair| usize::from(pair.0) == x || usize::from(pair.1) == y)
    };
    let named = |words: &[Word], at: usize| {
        let further = words.iter().skip(at + 1).take(NAME).take_while(|word| word.is_name() && !word.opens_mention());
        if words[at].is_name() { at + 1 + further.count() } else { at + 1 }
    };
    let behind = pairs.iter().map(|(x, y)| (usize::from(*x) + 1, usize::from(*y) + 1));
    std::iter::once((0, 0)).chain(behind).filter_map(move |(x, y)| {
        if !alone(x, y) {
            return None;
        }
        let (next, other) = (named(a, x), named(b, y));
        let ends = next == a.len() && other == b.len();
        (ends || paired(next, other)).then(|| (a[x], b[y]))
    })
}

/// Whether some thing is counted in both, and no number of the one fits one of the other.
fn numbers(a: &Signature, b: &Signature) -> bool {
    a.amounts.iter().any(|x| {
        let mut same = b.amounts.iter().filter(|y| y.is_of(x)).peekable();
        let own = |y: &&super::Amount| a.amounts.iter().any(|x| x.is_of(y) && x.fits(y));
        same.peek().is_some() && !same.clone().any(|y| x.fits(y)) && !same.any(|y| own(&y))
    })
}

/// How many words behind a denied one are looked at for what it is said of.
const OBJECT: usize = 3;

/// Whether a word that `a` denies stands in `b` undenied, of the same object.
fn polarity(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> bool {
    pairs.iter().any(|(x, y)| {
        let (x, y) = (*x as usize, *y as usize);
        if !a[x].is_denied() || b[y].is_denied() || is_actor(a[x]) {
            return false;
        }
        let behind = |words: &[Word], at: usize| at + 1..words.len().min(at + 1 + OBJECT);
        let objects = behind(a, x);
        let same = |(u, v): &&(u8, u8)| objects.contains(&(*u as usize)) && behind(b, y).contains(&(*v as usize));
        // The denial itself is what differs where nothing follows in either.
        objects.is_empty() && behind(b, y).is_empty() || pairs.iter().any(|pair| same(&pair))
    })
}

/// Whether a shared word stands between the same two actors, turned round: "A hit B" and "B hit A".
fn swap(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> bool {
    let neighbour = |words: &[Word], at: usize, step: isize| {
        let mut next = at.checked_add_signed(step)?;
        for _ in 0..OBJECT {
            let word = words.get(next)?;
            if is_actor(*word) && !(step > 0 && word.is_listed()) {
                return Some(if word.actor == 0 { word.stem } else { word.actor });
            }
            next = next.checked_add_signed(step)?;
        }
        None
    };
    pairs.iter().any(|(x, y)| {
        let (x, y) = (*x as usize, *y as usize);
        if is_actor(a[x]) || a[x].is_number() || a[x].is_listed() || b[y].is_listed() {
            return false;
        }
        let ends = |words: &[Word], at: usize| {
            let (before, after) = (neighbour(words, at, -1)?, neighbour(words, at, 1)?);
            Some(if words[at].is_passive() { (after, before) } else { (before, after) })
        };
        let (Some(one), Some(other)) = (ends(a, x), ends(b, y)) else { return false };
        one.0 != one.1 && one.0 == other.1 && one.1 == other.0
    })
}
