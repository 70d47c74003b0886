//! What keeps two sentences from reporting the same thing, however alike their words are.

use super::Amount;
use super::signature::{Signature, Word};
use super::time::{Held, Time};
use crate::base::Span;

/// A thing of which two sentences say different things, so that they are never one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is on.
    pub on: On,
    /// The words of each that say it.
    pub spans: [Span; 2],
}

/// What a conflict is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Each names a time that can be none of the other's.
    Date,
    /// They give different numbers of one thing: the stem of what is counted.
    Number(u32),
    /// Each gives numbers that the other does not have.
    Figures,
    /// One denies what the other says.
    Polarity,
    /// Who does it in the one has it done to them in the other; the words are who does it.
    Turned,
    /// Both quote the same, and each names one other that says it.
    Speaker,
    /// Each opens with an actor that the other does not have, has one where the other has another, or gives the same
    /// quoted words to another.
    Actor,
    /// One asks, the other tells.
    Mood,
}

impl Conflict {
    /// Whether it is on a number or a date.
    #[must_use]
    pub const fn is_counted(&self) -> bool {
        matches!(self.on, On::Number(_) | On::Figures | On::Date)
    }
}

/// How many content words open a sentence: its subject is among them.
const OPENING: usize = 3;

/// The conflicts between two sentences, one of a sort; `pairs` are the places of the words that they share, in order of
/// `a`.
pub(super) fn conflicts(a: &Signature, b: &Signature, pairs: &[(u8, u8)]) -> Vec<Conflict> {
    let all = [
        dates(a, b),
        numbers(a, b).or_else(|| figures(a, b, pairs)),
        polarity(&a.words, &b.words, pairs),
        turned(&a.words, &b.words, pairs),
        speakers(a, b, pairs).or_else(|| actors(&a.words, &b.words, pairs)),
        (a.asks != b.asks).then_some((On::Mood, [a.span, b.span])),
    ];
    all.into_iter().flatten().map(|(on, spans)| Conflict { on, spans }).collect()
}

type Found = Option<(On, [Span; 2])>;

/// The name that `own` opens with, where nobody in `others` bears it.
fn stranger(own: &[Word], others: &[Word]) -> Option<Span> {
    let first = own.iter().take(OPENING).position(|word| word.is(Word::ACTS))?;
    let mut mention = own[first..].iter().take_while(|word| word.is(Word::ACTS));
    let known = mention.any(|word| others.iter().any(|theirs| word.is_like(theirs)));
    (!known).then(|| own[first].span)
}

fn actors(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> Found {
    let strangers = stranger(a, b).and_then(|one| Some([one, stranger(b, a)?]));
    Some((On::Actor, strangers.or_else(|| other_names(a, b, pairs))?))
}

/// Fewest quoted content words in both that are one quotation.
const QUOTED: usize = 4;

/// Whether both quote the same, and neither names anybody whom the other names.
fn speakers(a: &Signature, b: &Signature, pairs: &[(u8, u8)]) -> Found {
    let quoted =
        pairs.iter().filter(|(x, y)| a.words[*x as usize].is(Word::QUOTED) && b.words[*y as usize].is(Word::QUOTED));
    if quoted.count() < QUOTED || pairs.iter().any(|(x, _)| a.words[*x as usize].is_actor()) {
        return None;
    }
    let speaker = |signature: &Signature| {
        let mut named = signature.words.iter().filter(|word| word.is(Word::ACTS) && !word.is(Word::QUOTED));
        Some((named.next()?.span, !named.any(|word| word.is(Word::OPENS))))
    };
    let ((one, only), (other, alone)) = (speaker(a)?, speaker(b)?);
    Some((if only && alone { On::Speaker } else { On::Actor }, [one, other]))
}

/// Whether each gives numbers that the other does not have, and they share none.
fn figures(a: &Signature, b: &Signature, pairs: &[(u8, u8)]) -> Found {
    let first = |signature: &Signature| signature.words.iter().find(|word| word.is(Word::NUMBER)).map(|word| word.span);
    let spans = [first(a)?, first(b)?];
    let shared = pairs.iter().any(|(x, _)| a.words[*x as usize].is(Word::NUMBER));
    let fits = a.amounts.iter().any(|x| b.amounts.iter().any(|y| x.is_of(y) && x.fits(y)));
    (!shared && !fits).then_some((On::Figures, spans))
}

fn dates(a: &Signature, b: &Signature) -> Found {
    let known = |time: &&Time| time.days().is_some();
    let alone = |own: &Signature, others: &Signature| {
        let apart = |x: &&Time| others.times.iter().filter(known).all(|y| matches!(x.held(y), Held::Apart(_)));
        own.times.iter().filter(known).find(apart).map(|time| time.span)
    };
    Some((On::Date, [alone(a, b)?, alone(b, a)?]))
}

/// Names that stand for one another between the same words.
fn other_names(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> Option<[Span; 2]> {
    let known = |word: &Word, others: &[Word]| others.iter().any(|theirs| word.is_like(theirs));
    let mut names = substituted(a, b, pairs).filter(|(x, y)| {
        let alike = x.is(Word::NAME) && y.is(Word::NAME) && x.is(Word::ACTS) == y.is(Word::ACTS)
            || x.is(Word::POINTED) && y.is(Word::POINTED);
        alike && !known(x, b) && !known(y, a)
    });
    names.next().map(|(x, y)| [x.span, y.span])
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
        let further =
            words.iter().skip(at + 1).take(NAME).take_while(|word| word.is(Word::NAME) && !word.is(Word::OPENS));
        if words[at].is(Word::NAME) { at + 1 + further.count() } else { at + 1 }
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

/// Numbers of one thing, where no number of the one fits one of the other.
fn numbers(a: &Signature, b: &Signature) -> Found {
    let fits = |amount: &Amount, all: &[Amount]| all.iter().any(|other| other.is_of(amount) && other.fits(amount));
    a.amounts.iter().find_map(|x| {
        let same = || b.amounts.iter().filter(|y| y.is_of(x));
        let first = same().next()?;
        let none = !same().any(|y| x.fits(y) || fits(y, &a.amounts));
        none.then_some((On::Number(x.kind), [x.span, first.span]))
    })
}

/// How many words behind a denied one are looked at for what it is said of.
const OBJECT: usize = 3;

/// A word that the one denies and that stands in the other undenied, of the same object.
fn polarity(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> Found {
    let behind = |words: &[Word], at: u8| at as usize + 1..words.len().min(at as usize + 1 + OBJECT);
    let mut denied = pairs.iter().filter(|(x, y)| {
        let (one, other) = (a[*x as usize], b[*y as usize]);
        one.is(Word::DENIED) != other.is(Word::DENIED) && !(if one.is(Word::DENIED) { one } else { other }).is_actor()
    });
    let found = denied.find(|(x, y)| {
        let (objects, others) = (behind(a, *x), behind(b, *y));
        // The denial itself is what differs where nothing follows in either.
        let same = |(u, v): &(u8, u8)| objects.contains(&(*u as usize)) && others.contains(&(*v as usize));
        objects.is_empty() && others.is_empty() || pairs.iter().any(same)
    });
    found.map(|(x, y)| (On::Polarity, [a[*x as usize].span, b[*y as usize].span]))
}

/// A shared word between the same two actors, turned round: "A hit B" and "B hit A".
fn turned(a: &[Word], b: &[Word], pairs: &[(u8, u8)]) -> Found {
    let neighbour = |words: &[Word], at: usize, step: isize| {
        let mut next = at.checked_add_signed(step)?;
        for _ in 0..OBJECT {
            let word = *words.get(next)?;
            if word.is_actor() && !(step > 0 && word.is(Word::LISTED)) {
                return Some(word);
            }
            next = next.checked_add_signed(step)?;
        }
        None
    };
    pairs.iter().find_map(|(x, y)| {
        let (x, y) = (*x as usize, *y as usize);
        if a[x].is_actor() || a[x].is(Word::NUMBER) || a[x].is(Word::LISTED) || b[y].is(Word::LISTED) {
            return None;
        }
        let ends = |words: &[Word], at: usize| {
            let (before, after) = (neighbour(words, at, -1)?, neighbour(words, at, 1)?);
            Some(if words[at].is(Word::PASSIVE) { (after, before) } else { (before, after) })
        };
        let (one, other) = (ends(a, x)?, ends(b, y)?);
        let who = |word: Word| if word.actor == 0 { word.stem } else { word.actor };
        let exchanged = who(one.0) == who(other.1) && who(one.1) == who(other.0) && who(one.0) != who(one.1);
        exchanged.then_some((On::Turned, [one.0.span, other.0.span]))
    })
}
