//! Which articles are too long for one page, where their texts are cut, and so which page holds a sentence.
//!
//! A text is cut by what it weighs as a page and not by its length: a table of short cells weighs ten times as much
//! as prose. Only texts that may be too heavy are weighed, by being laid out once.

use crate::base::{ArticleId, SentenceId, Span};
use crate::model::{Dossier, Entry, MarkupKind};
use crate::site::cast::Cast;
use crate::site::derivations::Derivations;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::{knowledge, shown, text};
use std::collections::BTreeMap;

/// The heaviest text of a page, in bytes of HTML: `check` reports pages over 500 kB, and a page holds more than text.
const TEXT_LIMIT: usize = 300_000;

/// The texts that are cut: where each part but the first starts, in bytes of the saved text.
#[derive(Default)]
pub(crate) struct LongTexts(BTreeMap<ArticleId, Vec<u32>>);

impl LongTexts {
    pub(crate) fn of(dossier: &Dossier, cast: &Cast, derivations: &Derivations<'_>) -> Self {
        let cut = |(index, entry): (usize, &Entry)| {
            // What a part links with is no longer than this: its links start from the folder of the parts.
            let links = Links::new(Route::ArticlePart(&entry.article.id, 2), None);
            let known = knowledge::of(dossier, cast, entry, whole(entry), &links);
            let cuts = text::cuts(entry, known, derivations.shared(index), TEXT_LIMIT);
            (!cuts.is_empty()).then(|| (entry.article.id.clone(), cuts))
        };
        let entries = dossier.entries.iter().enumerate();
        Self(entries.filter(|(_, entry)| may_be_long(entry)).filter_map(cut).collect())
    }

    /// How many pages an article has.
    pub(crate) fn parts(&self, id: &ArticleId) -> u32 {
        u32::try_from(self.cuts(id).len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// What the page of this number shows of an article's saved text, from 1.
    pub(crate) fn span(&self, entry: &Entry, part: u32) -> Span {
        let (cuts, at) = (self.cuts(&entry.article.id), part as usize);
        let all = whole(entry);
        let start = at.checked_sub(2).and_then(|before| cuts.get(before).copied()).unwrap_or(all.start);
        Span { start, end: cuts.get(at - 1).copied().unwrap_or(all.end) }
    }

    /// The page of an article that shows a sentence, or the start of one that pages share.
    pub(crate) fn page<'e>(&self, entry: &'e Entry, sentence: SentenceId) -> Route<'e> {
        let id = &entry.article.id;
        let start = shown::sentence(entry, sentence).map_or(0, |sentence| sentence.span.start);
        match self.cuts(id).partition_point(|cut| *cut <= start) {
            0 => Route::Article(id),
            before => Route::ArticlePart(id, u32::try_from(before + 1).unwrap_or(u32::MAX)),
        }
    }

    /// The link to a sentence.
    pub(crate) fn href(&self, entry: &Entry, sentence: SentenceId, links: &Links) -> String {
        links.to_anchor(self.page(entry, sentence), Anchor::Sentence(sentence))
    }

    /// The same from the first page of its own article.
    pub(crate) fn href_within(&self, entry: &Entry, sentence: SentenceId, links: &Links) -> String {
        match self.page(entry, sentence) {
            Route::Article(_) => Anchor::Sentence(sentence).fragment(),
            _ => self.href(entry, sentence, links),
        }
    }

    fn cuts(&self, id: &ArticleId) -> &[u32] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

fn whole(entry: &Entry) -> Span {
    Span::new(0, entry.article.saved.text.len())
}

/// Whether a text may weigh more than a page may: by counts alone, and rather too often than too seldom.
fn may_be_long(entry: &Entry) -> bool {
    let (reading, saved) = (&entry.reading, &entry.article.saved);
    let (sentences, blocks) = (reading.sentences.len(), reading.blocks.len());
    let marked = reading.mentions.len() + reading.dates.len() + saved.markup.len();
    let escaped = saved.text.bytes().filter(|byte| b"&<>\"'".contains(byte)).count();
    // A link is repeated with every sentence that it covers.
    let address =
        saved.markup.iter().map(|one| if let MarkupKind::Link(address) = &one.kind { address.len() } else { 0 });
    let links = address.max().unwrap_or(0) * (sentences + saved.markup.len());
    saved.text.len() * 2 + escaped * 5 + links + sentences * 250 + blocks * 400 + marked * 350 > TEXT_LIMIT
}
