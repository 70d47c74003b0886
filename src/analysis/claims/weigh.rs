//! How much a claim matters to the dossier.

use super::represent::stands_alone;
use crate::analysis::lexicon::content::content_words;
use crate::analysis::likeness::Signature;
use crate::base::Span;
use crate::model::{Claim, Entry, Settings};

/// How much the dossier's question adds to a word.
const ASKED: f32 = 1.5;

/// What words are worth in this dossier.
pub(super) struct Weights<'d> {
    entries: &'d [Entry],
    /// Stems with the number of articles that have them, in order; those of one article are left out.
    stems: Vec<(u32, u32)>,
    /// Stems of the dossier's question, in order.
    asked: Vec<u32>,
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
        let question = settings.question.as_deref().unwrap_or_default();
        let words = content_words(question, Span::new(0, question.len()));
        let mut asked: Vec<u32> = words.map(|word| (word.stem >> 32) as u32).collect();
        asked.sort_unstable();
        Self { entries, stems: counts.filter(|(_, count)| *count >= least).collect(), asked }
    }

    /// The claim's score: what its words are worth, how many articles tell it, and where.
    pub(super) fn score(&self, claim: &Claim, signature: &Signature) -> u32 {
        let entry = &self.entries[claim.representative.entry as usize];
        let told = claim.articles.saturating_sub(claim.derived).max(1) as f32;
        let copies = claim.derived.min(claim.articles) as f32;
        let support = 1.0 + (told + copies / 4.0).ln();
        let place = claim.support.iter().map(|support| self.place(support.sentence)).fold(0.0, f32::max);
        let whole = if stands_alone(entry, claim.representative) { 1.0 } else { 0.5 };
        let score = self.centrality(signature) * support * (0.6 + 0.4 * place) * whole;
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
        sum / (stems.len().max(12) as f32).powf(0.8) * 12_f32.powf(0.8) / 12.0
    }

    /// How near the beginning of its article a sentence stands: 1 for the first, falling.
    fn place(&self, at: crate::model::SentenceRef) -> f32 {
        let reading = &self.entries[at.entry as usize].reading;
        let first = reading.lead().map_or(0, |lead| lead.id.0);
        1.0 / (1.0 + at.sentence.0.saturating_sub(first) as f32 / 4.0)
    }
}
