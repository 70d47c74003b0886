//! What a statement says, in a form that can be compared, and whether two say the same.

use super::words::Word;
use crate::analysis::corpus::compare::{self, Signature, compare, is_denial};
use crate::analysis::corpus::letters::sequence;
use crate::base::Span;
use chrono::NaiveDate;

/// Weight in hundredths that two statements share at least; about four words of news.
const SHARED: f32 = 1000.0;
/// Least part of the shorter, and of the longer, one's weight that is shared.
const OF_SHORTER: f32 = 0.6;
const OF_LONGER: f32 = 0.4;
/// Least part of the shorter quotation whose runs of three stems the other has, and least number of them.
const OF_QUOTED: f32 = 0.5;
const QUOTED_RUNS: usize = 2;
/// The same where nobody knows who speaks.
const OF_QUOTED_UNKNOWN: f32 = 0.8;
/// Runs of three stems from which on a quotation is known whenever it is quoted again.
const LONG: usize = 6;
/// By what the weight of a word is divided that is part of a name: the same speaker names the same actors again and again.
const NAME: u32 = 2;
/// Longest time in days between two reports, and two days of speaking, of one quotation that is not quoted at length.
const APART: i64 = 30;
const SPOKEN_APART: i64 = 1;

/// Who is said to speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Voice {
    /// The speaker among the dossier's actors.
    pub(super) by: Option<u32>,
    /// The one that is spoken for.
    pub(super) on_behalf_of: Option<u32>,
}

impl Voice {
    /// Whether one may be the other: the same speaker, or a body and who speaks for it.
    pub(super) fn fits(self, other: Self) -> bool {
        self.by == other.by
            || self.by.is_some_and(|by| other.on_behalf_of == Some(by))
            || other.by.is_some_and(|by| self.on_behalf_of == Some(by))
    }
}

/// When something was said, as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// First and last day on which its articles appeared.
    pub(super) reported: Option<(NaiveDate, NaiveDate)>,
    /// The day on which it was said, where an article says so.
    pub(super) spoken: Option<NaiveDate>,
}

/// A wording that one or several statements have.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) voice: Voice,
    /// When it was said and reported.
    pub(super) said: Said,
    /// What it says, as sentences are compared.
    pub(super) says: Signature,
    /// Runs of three stems inside quotation marks, with their weights in hundredths, in order.
    runs: Vec<(u64, u32)>,
    runs_weight: u32,
    /// Whether a word of it denies something.
    denies: bool,
    /// A hash of all words.
    pub(super) wording: u64,
}

impl Content {
    /// The content of the statement that has these words, which come to the signature `says`.
    pub(super) fn of(text: &str, words: &[Word], says: Signature, voice: Voice, said: Said) -> Self {
        let runs = runs(words, &says);
        Self {
            voice,
            said,
            runs_weight: runs.iter().map(|(_, weight)| weight).sum(),
            runs,
            denies: words.iter().any(|word| is_denial(&word.span.of(text).to_lowercase())),
            wording: sequence(words.iter().map(|word| word.letters)),
            says,
        }
    }

    /// Whether it says enough for the same words to be no accident.
    pub(super) fn is_telling(&self) -> bool {
        self.says.words.len() > LONG
    }

    /// How surely `self` and `other` are one quotation, the greater the surer; `None` where they are not.
    ///
    /// They are where both quote much the same words; or where they share most of what they say, within a month, without
    /// one denying what the other does not, and without other numbers. Without a known speaker only quotations count.
    pub(super) fn alike(&self, other: &Self) -> Option<u32> {
        if !self.voice.fits(other.voice) {
            return None;
        }
        let unknown = self.voice.by.is_none();
        let (runs, shared) = both(&self.runs, &other.runs);
        let part = shared as f32 / self.runs_weight.min(other.runs_weight).max(1) as f32;
        let least = if unknown { OF_QUOTED_UNKNOWN } else { OF_QUOTED };
        let quoted = runs >= QUOTED_RUNS && part >= least;
        let near = self.near(other);
        if quoted && (near || (runs >= LONG && !self.spoken_apart(other))) {
            return Some(rank(1.0 + part));
        }
        if unknown || !near || self.denies != other.denies {
            return None;
        }
        let found = compare(&self.says, &other.says);
        let [shared, one, two] = found.discounting_names(NAME);
        let enough = found.conflicts.is_empty()
            && shared > SHARED
            && shared >= one.min(two) * OF_SHORTER
            && shared >= one.max(two) * OF_LONGER;
        enough.then(|| rank(shared / one.max(two)))
    }

    /// Whether it quotes a stretch of what `other` quotes, and says nothing else.
    pub(super) fn is_cut_of(&self, other: &Self) -> bool {
        let shorter = self.says.words.len() < other.says.words.len() && !self.runs.is_empty();
        shorter && both(&self.runs, &other.runs).0 == self.runs.len() && {
            let found = compare(&self.says, &other.says);
            found.shared == found.weights[0]
        }
    }

    /// Whether both are said to have been spoken, on days too far apart.
    pub(super) fn spoken_apart(&self, other: &Self) -> bool {
        matches!((self.said.spoken, other.said.spoken), (Some(one), Some(two)) if (one - two).num_days().abs() > SPOKEN_APART)
    }

    /// Whether both may have been said at one time.
    pub(super) fn near(&self, other: &Self) -> bool {
        if self.said.spoken.is_some() && other.said.spoken.is_some() {
            return !self.spoken_apart(other);
        }
        let (Some(one), Some(two)) = (self.said.reported, other.said.reported) else { return true };
        let gap = if one.1 < two.0 { two.0 - one.1 } else { one.0 - two.1 };
        gap.num_days() <= APART
    }
}

/// The runs of three content words inside quotation marks, with their weights, in order.
fn runs(words: &[Word], says: &Signature) -> Vec<(u64, u32)> {
    let mut content = says.words.iter().peekable();
    let (mut last, mut in_run, mut run) = ([(0, 0); 2], 0_u32, 0);
    let mut runs = Vec::new();
    for word in words {
        while content.next_if(|content| content.span.start < word.span.start).is_some() {}
        let Some(content) = content.next_if(|content| content.span.start == word.span.start) else { continue };
        if word.run != run {
            (run, in_run) = (word.run, 0);
        }
        if !word.quoted {
            continue;
        }
        in_run += 1;
        let weight = u32::from(content.weight) / if content.is(compare::Word::NAME) { NAME } else { 1 };
        if in_run > 2 {
            let hash = [last[0].0, last[1].0, content.stem].iter().fold(0, |hash, stem| mix(hash, u64::from(*stem)));
            runs.push((hash, last[0].1 + last[1].1 + weight));
        }
        last = [last[1], (content.stem, weight)];
    }
    runs.sort_unstable();
    runs.dedup_by_key(|(run, _)| *run);
    runs
}

fn mix(hash: u64, more: u64) -> u64 {
    (hash.rotate_left(5) ^ more).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Thousandths, to be put in order.
#[expect(clippy::cast_sign_loss, reason = "shares of weights are positive")]
fn rank(part: f32) -> u32 {
    (part * 1000.0) as u32
}

/// How many runs two ordered lists share, and what they weigh.
fn both(a: &[(u64, u32)], b: &[(u64, u32)]) -> (usize, u32) {
    let (mut count, mut weight) = (0, 0);
    let mut other = b.iter().peekable();
    for (run, one) in a {
        while other.next_if(|(next, _)| next < run).is_some() {}
        if let Some((_, two)) = other.next_if(|(next, _)| next == run) {
            count += 1;
            weight += one.min(two);
        }
    }
    (count, weight)
}

/// The spans of `words` that are next to each other joined, where `changed` says which of them count.
pub(super) fn spans(words: &[Word], changed: &[bool]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut before = None;
    for (at, word) in words.iter().enumerate().filter(|(at, _)| changed[*at]) {
        match out.last_mut() {
            Some(last) if before == Some((at.wrapping_sub(1), word.run)) => last.end = word.span.end,
            _ => out.push(word.span),
        }
        before = Some((at, word.run));
    }
    out
}
