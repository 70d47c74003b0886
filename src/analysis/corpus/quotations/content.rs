//! What a statement says, in a form that can be compared, and whether two say the same.

use super::words::Word;
use crate::analysis::corpus::compare::is_denial;
use crate::analysis::corpus::letters::sequence;
use crate::base::Span;
use crate::model::Mention;
use crate::text::lexicon::content::content_words;
use chrono::NaiveDate;

/// Least weight, and number, of the stems that two statements share; about four words of news.
const SHARED: f32 = 10.0;
const SHARED_STEMS: usize = 3;
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
/// What a word counts that is part of a name: the same speaker names the same actors again and again.
const NAME: f32 = 0.5;
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
    /// Its stems with their weights, in order.
    pub(super) stems: Vec<(u64, f32)>,
    weight: f32,
    /// Runs of three stems inside quotation marks, with their weights, in order.
    runs: Vec<(u64, f32)>,
    runs_weight: f32,
    numbers: Vec<u64>,
    denies: bool,
    /// A hash of all words.
    pub(super) wording: u64,
}

impl Content {
    /// The content of the statement that has these words.
    pub(super) fn of(text: &str, words: &[Word], mentions: &[Mention], voice: Voice, said: Said) -> Self {
        let (mut stems, mut runs, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        let (mut last, mut in_run, mut denial) = ([(0, 0.0); 2], 0_u32, false);
        let mut run = 0;
        let first = words.first().map_or(0, |word| word.span.start);
        let mut names = mentions[mentions.partition_point(|mention| mention.span.end <= first)..].iter().peekable();
        for word in words {
            denial |= is_denial(&word.span.of(text).to_lowercase());
            while names.next_if(|name| name.span.end <= word.span.start).is_some() {}
            let in_name = names.peek().is_some_and(|name| name.how.is_name() && name.span.overlap(word.span).is_some());
            for content in content_words(text, word.span) {
                let weight = if in_name { content.weight * NAME } else { content.weight };
                stems.push((content.stem, weight));
                if content.is_number {
                    numbers.push(content.stem);
                }
                if word.run != run {
                    (run, in_run) = (word.run, 0);
                }
                if !word.quoted {
                    continue;
                }
                in_run += 1;
                if in_run > 2 {
                    let hash = [last[0].0, last[1].0, content.stem].iter().fold(0_u64, |hash, stem| mix(hash, *stem));
                    runs.push((hash, last[0].1 + last[1].1 + weight));
                }
                last = [last[1], (content.stem, weight)];
            }
        }
        distinct(&mut stems);
        distinct(&mut runs);
        numbers.sort_unstable();
        let sum = |list: &[(u64, f32)]| list.iter().map(|(_, weight)| weight).sum();
        Self {
            voice,
            said,
            weight: sum(&stems),
            runs_weight: sum(&runs),
            stems,
            runs,
            numbers,
            denies: denial,
            wording: sequence(words.iter().map(|word| word.letters)),
        }
    }

    /// Whether it says enough for the same words to be no accident.
    pub(super) fn is_telling(&self) -> bool {
        self.stems.len() > LONG
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
        let part = shared / self.runs_weight.min(other.runs_weight).max(1.0);
        let least = if unknown { OF_QUOTED_UNKNOWN } else { OF_QUOTED };
        let quoted = runs >= QUOTED_RUNS && part >= least;
        let near = self.near(other);
        if quoted && (near || (runs >= LONG && !self.spoken_apart(other))) {
            return Some(rank(1.0 + part));
        }
        if unknown || !near || self.denies != other.denies || self.other_numbers(other) {
            return None;
        }
        let (count, shared) = both(&self.stems, &other.stems);
        let enough = count >= SHARED_STEMS
            && shared >= SHARED
            && shared >= self.weight.min(other.weight) * OF_SHORTER
            && shared >= self.weight.max(other.weight) * OF_LONGER;
        enough.then(|| rank(shared / self.weight.max(other.weight).max(1.0)))
    }

    /// Whether it quotes a stretch of what `other` quotes, and says nothing else.
    pub(super) fn is_cut_of(&self, other: &Self) -> bool {
        let shorter = self.stems.len() < other.stems.len() && !self.runs.is_empty();
        shorter
            && both(&self.runs, &other.runs).0 == self.runs.len()
            && both(&self.stems, &other.stems).0 == self.stems.len()
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

    fn other_numbers(&self, other: &Self) -> bool {
        let shared = || self.numbers.iter().any(|number| other.numbers.binary_search(number).is_ok());
        !self.numbers.is_empty() && !other.numbers.is_empty() && !shared()
    }
}

fn mix(hash: u64, more: u64) -> u64 {
    (hash.rotate_left(5) ^ more).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Thousandths, to be put in order.
#[expect(clippy::cast_sign_loss, reason = "shares of weights are positive")]
fn rank(part: f32) -> u32 {
    (part * 1000.0) as u32
}

fn distinct(list: &mut Vec<(u64, f32)>) {
    list.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    list.dedup_by_key(|(stem, _)| *stem);
}

/// How many stems two ordered lists share, and what they weigh.
fn both(a: &[(u64, f32)], b: &[(u64, f32)]) -> (usize, f32) {
    let (mut count, mut weight) = (0, 0.0);
    let mut other = b.iter().peekable();
    for (stem, one) in a {
        while other.next_if(|(next, _)| next < stem).is_some() {}
        if let Some((_, two)) = other.next_if(|(next, _)| next == stem) {
            count += 1;
            weight += one.min(*two);
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
