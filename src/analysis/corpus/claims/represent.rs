//! Picks the sentence that stands for a claim, and says how far each of the others bears it out.

use super::counted::{counted, in_same_words};
use super::group::Group;
use super::words;
use crate::analysis::corpus::compare::{Signature, support as level};
use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::base::When;
use crate::model::{
    Claim, Counted, Derivation, Entry, How, Level, SentenceRef, Support, derivations_of, derived_among,
};

/// Most members that are tried as representatives.
const TRIED: usize = 12;
/// Words of a sentence that reads well on its own.
const WORDS: std::ops::RangeInclusive<usize> = 8..=45;

/// What is needed to make claims of groups.
pub(super) struct Represent<'d> {
    entries: &'d [Entry],
    signatures: &'d [Signature],
    /// In order of their entries.
    derivations: &'d [Derivation],
}

impl<'d> Represent<'d> {
    pub(super) fn new(entries: &'d [Entry], derivations: &'d [Derivation], signatures: &'d [Signature]) -> Self {
        Self { entries, signatures, derivations }
    }

    /// The claim that `group` makes, without its score; `None` for a group without members.
    pub(super) fn claim(&self, group: &Group) -> Option<Claim> {
        let chosen = self.representative(&group.members)?;
        let signature = |at: u32| &self.signatures[at as usize];
        let (mut support, mut related, mut counted) = (Vec::new(), Vec::new(), Vec::new());
        for &member in &group.members {
            match if member == chosen { Some(Level::Full) } else { self.level(chosen, member, &mut counted) } {
                Some(level) => support.push(Support { sentence: signature(member).at, level }),
                None => related.push(signature(member).at),
            }
        }
        related.extend(group.related.iter().map(|at| signature(*at).at));
        related.sort_unstable();
        related.dedup();
        counted.sort_unstable();
        counted.dedup_by_key(|counted| counted.sentence);
        let mut articles: Vec<u32> = support.iter().map(|support| support.sentence.entry).collect();
        articles.sort_unstable();
        articles.dedup();
        let told = Told::new(self.entries, signature(chosen).at)?;
        Some(Claim {
            representative: told.at,
            articles: articles.len() as u32,
            derived: derived_among(self.derivations, &articles),
            actors: told.actors(How::is_name),
            when: when(&told),
            score: 0,
            support,
            counted,
            related,
        })
    }

    /// How far `member` supports `chosen`: fully only where the same words, or what is counted of both, prove it.
    fn level(&self, chosen: u32, member: u32, all: &mut Vec<Counted>) -> Option<Level> {
        let [chosen, member] = [chosen, member].map(|at| &self.signatures[at as usize]);
        let level = level(chosen, member)?;
        if level == Level::Full && !in_same_words(self.entries, chosen.at, member.at) {
            let Some(both) = counted(self.entries, chosen.at, member.at) else { return Some(Level::Partial) };
            all.extend(both);
        }
        Some(level)
    }

    /// The member that stands for all: complete in itself, from an article neither altered nor derived, of a known outlet
    /// where there is one, and saying what most others say too.
    fn representative(&self, members: &[u32]) -> Option<u32> {
        if let [only] = members {
            return Some(*only);
        }
        let step = members.len().div_ceil(TRIED).max(1);
        let worth = |at: u32| {
            let mine = &self.signatures[at as usize];
            let entry = &self.entries[mine.at.entry as usize];
            let others = members.iter().step_by(step).filter(|other| **other != at);
            let levels = others.map(|other| match level(mine, &self.signatures[*other as usize]) {
                Some(Level::Full) => 3,
                Some(Level::Partial) => 2,
                Some(Level::Differing) | None => 0,
            });
            let altered = entry.article.meta.altered.is_some();
            let derived = derivations_of(self.derivations, mine.at.entry).iter().any(|derivation| derivation.directed);
            let known = entry.article.meta.outlet.is_some();
            (!altered, stands_alone(self.entries, mine.at), !derived, known, levels.sum::<u32>())
        };
        members.iter().copied().max_by_key(|at| (worth(*at), std::cmp::Reverse(*at)))
    }
}

/// Whether a sentence reads well without those around it: it has a fair length, does not point back, and is neither
/// a quotation without its speaker, nor a label with a list behind it, nor a credit.
pub(in crate::analysis) fn stands_alone(entries: &[Entry], at: SentenceRef) -> bool {
    let Some(told) = Told::new(entries, at) else { return false };
    let text = told.words();
    let bare = text.trim_start_matches(['“', '"', '‘', '\'', '(', '[']);
    let first: String = bare.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let words = text.split_whitespace().take(WORDS.end() + 1).count();
    let quoted = told.entry.reading.quoted_in(told.span);
    let cut = quoted.iter().any(|quoted| !told.span.contains(*quoted));
    let all_quoted = matches!(quoted, [only] if is_all(text, told.span, *only));
    let shouted = |word: &str| word.len() > 3 && word.chars().all(char::is_uppercase);
    let label = text.split_whitespace().take(3).filter(|word| shouted(word)).count() > 1;
    WORDS.contains(&words)
        && !all_quoted
        && !label
        && !words::points_back(&first)
        && !words::is_credit(text)
        && bare.starts_with(|c: char| !c.is_lowercase())
        && !cut
}

/// Whether all letters of the sentence at `span`, which has the words `text`, lie in `part`.
fn is_all(text: &str, span: Span, part: Span) -> bool {
    let letters = |c: char| !c.is_alphanumeric();
    let before = text.len() - text.trim_start_matches(letters).len();
    let behind = text.len() - text.trim_end_matches(letters).len();
    part.start as usize <= span.start as usize + before && span.end as usize - behind <= part.end as usize
}

/// When what the sentence tells first happened; where nothing in it is dated so, the one time that it names.
pub(in crate::analysis) fn when(told: &Told<'_>) -> Option<When> {
    if let Some(first) = told.event_mentions().first() {
        return told.entry.reading.dates.get(first.date as usize)?.when;
    }
    if let [only] = told.dates() { only.when } else { None }
}
