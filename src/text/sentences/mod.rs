//! Cuts blocks into sentences, each a span of the saved text.
//!
//! [`split`] passes once over a block and stops at every mark that can end a sentence; [`border`]
//! decides there by what stands around it ([`context`], [`lexicon`]); [`mend`] joins what a line
//! break cut, [`front`] and [`glued`] cut off what was pasted into one line with the text. Nothing is
//! dropped: between the sentences of a block stands only white space.

mod border;
mod context;
mod front;
mod glued;
mod lexicon;
mod mark;
mod mend;
mod split;

use crate::base::{SentenceId, Span};
use crate::model::{Block, Role, Sentence};
use std::ops::Range;

/// The sentences of all `blocks` of `text`, in order, numbered from 1.
///
/// A block that holds words yields at least one; headlines, subheadings, kickers, datelines and
/// bylines are one sentence each. A sentence has the role of its block, but that what stands before a report or
/// between its sentences without being one has its own: a dateline, a byline, a caption. A sentence reaches
/// into later blocks only where it is `rejoined`.
#[must_use]
pub fn segment(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::with_capacity(text.len() / 100);
    let mut before: Option<&Block> = None;
    // Blocks that the newest sentence is made of.
    let mut joined = 1;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| !block.span.is_empty()) {
        let goes_on = joined < mend::MOST_BLOCKS && before.is_some_and(|before| mend::goes_on(text, before, block));
        let mut first = true;
        spans(text, block, |span, role| {
            match sentences.last_mut() {
                Some(open) if first && goes_on => {
                    open.span = mend::joined(open.span, span);
                    open.rejoined = true;
                    joined += 1;
                }
                _ => {
                    let id = SentenceId(sentences.len() as u32 + 1);
                    sentences.push(Sentence { id, block: index as u32, span, role, rejoined: false });
                    joined = 1;
                }
            }
            first = false;
        });
        before = Some(block);
    }
    sentences
}

/// Hands on the spans of the sentences of one block, in the saved text, with their roles.
fn spans(text: &str, block: &Block, mut each: impl FnMut(Span, Role)) {
    let start = block.span.start as usize;
    let words = block.span.of(text);
    let mut one = |range: Range<usize>, role| each(Span::new(start + range.start, start + range.end), role);
    match block.role {
        Role::Headline | Role::Subheading | Role::Kicker | Role::Dateline | Role::Byline => {
            one(0..words.len(), block.role);
        }
        Role::Body | Role::Standfirst => {
            for mut sentence in split::Sentences::of(words) {
                if sentence.start == 0 {
                    let (parts, report) = front::parts(&words[sentence.clone()]);
                    for (range, role) in parts {
                        one(range, role);
                    }
                    sentence.start = report;
                }
                glued::parts(words, sentence, block.role, &mut one);
            }
        }
        _ => split::Sentences::of(words).for_each(|range| one(range, block.role)),
    }
}
