//! How much a claim matters to the dossier.

use super::represent::stands_alone;
use crate::analysis::corpus::compare::{Signature, stems};
use crate::model::{Claim, Entry, SentenceRef, Settings};
use chrono::NaiveDate;

/// How much the dossier's question adds to a word.
const ASKED: f32 = 1.5;
/// What a claim gains that the newest article tells over one that the oldest alone tells, as a share.
const LATE: f32 = 0.2;

/// What words are worth in this dossier.
pub(super) struct Weights<'d> {
    entries: &'d [Entry],
    /// Stems with the number of articles that have them, in order; those of one article are left out.
    stems: Vec<(u32, u32)>,
    /// Stems of the dossier's question, in order.
    asked: Vec<u32>,
    /// The number of each article's first sentence of its own text; 0 where it has none.
    leads: Vec<u32>,
    /// When the first and the last article appeared.
    span: Option<(NaiveDate, NaiveDate)>,
}

/// How many articles do not support the claim, but tell what is close to it.
fn near(claim: &Claim) -> f32 {
    let mut articles: Vec<u32> = claim.related.iter().map(|at| at.entry).collect();
    articles.dedup();
    articles.retain(|entry| claim.support.iter().all(|support| support.sentence.entry != *entry));
    articles.len() as f32
}

/// The day on which an article appeared, or the last that it may have.
fn day(entry: &Entry) -> Option<NaiveDate> {
    entry.article.meta.published.as_ref().map(|known| known.value.last_day())
}

impl<'d> Weights<'d> {
    pub(super) fn new(entries: &'d [Entry], signatures: &[Signature], settings: &Settings) -> Self {
        let mut all: Vec<(u32, u32)> = signatures
            .iter()
            .flat_map(|signature| signature.words.iter().map(|word| (word.stem, signature.at.entry)))
            .collect();
        all.sort_unstable();
        all.dedup();
        let counts = all.chunk_by(|a, b| a.0 == b.0).map(|chunk| (chunk[0].0, chunk.len() as u32));
        let least = if entries.len() > 1 { 2 } else { 1 };
        let mut asked: Vec<u32> = stems(settings.question.as_deref().unwrap_or_default()).collect();
        asked.sort_unstable();
        let days = || entries.iter().filter_map(day);
        let span = days().min().zip(days().max());
        let leads = entries.iter().map(|entry| entry.reading.lead().map_or(0, |lead| lead.id.0)).collect();
        Self { entries, stems: counts.filter(|(_, count)| *count >= least).collect(), asked, leads, span }
    }

    /// The claim's score: what its words are worth, how many articles tell it, and where.
    pub(super) fn score(&self, claim: &Claim, signature: &Signature) -> u32 {
        let told = claim.articles.saturating_sub(claim.derived).max(1) as f32;
        let copies = claim.derived.min(claim.articles) as f32;
        // Grows like a logarithm; roots are the same on every machine.
        let support = 3.0 * (told + copies / 2.0 + near(claim) / 8.0).sqrt().sqrt() - 2.0;
        let place = claim.support.iter().map(|support| self.place(support.sentence)).fold(0.0, f32::max);
        let whole = if stands_alone(self.entries, claim.representative) { 1.0 } else { 0.5 };
        let late = claim.support.iter().map(|support| self.lateness(support.sentence)).fold(0.0, f32::max);
        let score = self.centrality(signature) * support * (0.6 + 0.4 * place) * (1.0 - LATE + LATE * late) * whole;
        #[expect(clippy::cast_sign_loss, reason = "all factors are positive")]
        let score = (score * 1000.0) as u32;
        score
    }

    /// Mean worth of the sentence's words, 0 to about 1: how many articles share them, rare ones counting more.
    fn centrality(&self, signature: &Signature) -> f32 {
        let mut stems: Vec<(u32, u16)> = signature.words.iter().map(|word| (word.stem, word.weight)).collect();
        stems.sort_unstable();
        stems.dedup_by_key(|word| word.0);
        let articles = self.entries.len().max(1) as f32;
        let worth = |(stem, weight): &(u32, u16)| {
            let at = self.stems.binary_search_by_key(stem, |entry| entry.0).ok()?;
            let asked = if self.asked.binary_search(stem).is_ok() { ASKED } else { 1.0 };
            Some(asked * self.stems[at].1 as f32 / articles * f32::from(*weight) / 500.0)
        };
        let sum: f32 = stems.iter().filter_map(worth).sum();
        // A sentence of a dozen content words is as long as one should be: shorter ones gain nothing, longer ones lose.
        let length = stems.len().max(12) as f32 / 12.0;
        sum / (length.sqrt() * length.sqrt().sqrt()) / 12.0
    }

    /// How late in the time of the dossier an article appeared: 0 for the first, 1 for the last; one without a date is
    /// in the middle.
    fn lateness(&self, at: SentenceRef) -> f32 {
        let Some((first, last)) = self.span.filter(|(first, last)| first < last) else { return 1.0 };
        let day = day(&self.entries[at.entry as usize]);
        day.map_or(0.5, |day| (day - first).num_days() as f32 / (last - first).num_days() as f32)
    }

    /// How near the beginning of its article a sentence stands: 1 for the first, falling.
    fn place(&self, at: SentenceRef) -> f32 {
        let first = self.leads[at.entry as usize];
        1.0 / (1.0 + at.sentence.0.saturating_sub(first) as f32 / 4.0)
    }
}
