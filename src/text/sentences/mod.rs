//! Cuts blocks into sentences, each a span of the saved text.
//!
//! [`split`] passes once over a block and stops at every mark that can end a sentence; [`border`]
//! decides there by what stands around it ([`context`], [`lexicon`]); [`mend`] joins what a line
//! break cut. Nothing is dropped: between the sentences of a block stands only white space.

mod border;
mod context;
mod lexicon;
mod mark;
mod mend;
mod split;

use crate::base::{SentenceId, Span};
use crate::model::{Block, Role, Sentence};

/// The sentences of all `blocks` of `text`, in order, numbered from 1.
///
/// A block that holds words yields at least one; headlines, subheadings, kickers, datelines and
/// bylines are one sentence each. A sentence reaches into later blocks only where it is `rejoined`.
#[must_use]
pub fn segment(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::with_capacity(text.len() / 100);
    let mut before: Option<&Block> = None;
    // Blocks that the newest sentence is made of.
    let mut joined = 1;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| !block.span.is_empty()) {
        let goes_on = joined < mend::MOST_BLOCKS && before.is_some_and(|before| mend::goes_on(text, before, block));
        let mut first = true;
        for span in spans(text, block) {
            match sentences.last_mut() {
                Some(open) if first && goes_on => {
                    open.span = mend::joined(open.span, span);
                    open.rejoined = true;
                    joined += 1;
                }
                _ => {
                    let id = SentenceId(sentences.len() as u32 + 1);
                    sentences.push(Sentence { id, block: index as u32, span, role: block.role, rejoined: false });
                    joined = 1;
                }
            }
            first = false;
        }
        before = Some(block);
    }
    sentences
}

/// The spans of the sentences of one block, in the saved text.
fn spans<'t>(text: &'t str, block: &Block) -> impl Iterator<Item = Span> + use<'t> {
    let start = block.span.start as usize;
    let words = block.span.of(text);
    let whole = matches!(block.role, Role::Headline | Role::Subheading | Role::Kicker | Role::Dateline | Role::Byline);
    let one = whole.then_some(0..words.len());
    let many = (!whole).then(|| split::Sentences::of(words)).into_iter().flatten();
    one.into_iter().chain(many).map(move |range| Span::new(start + range.start, start + range.end))
}
