//! What an article's text says that its actors are: titles, appositions, descriptions.
//!
//! [`tokens`] cuts a sentence into words, [`phrase`] knows what a role looks like, [`before`],
//! [`after`] and [`said`] the places where one is tied to a name. A role in doubt is left out.

mod after;
mod before;
mod found;
mod lexicon;
mod phrase;
mod said;
mod tokens;

use crate::model::{DescriptionNote, How, Mention, Role, Sentence};
use crate::text::annotated::Text;
use found::{Found, Named};
use phrase::Clause;

/// Longest sentence that is looked at, in bytes: a longer one is a list or a table.
const LONGEST: usize = 4000;

/// What the text says that its actors are, in order of the mentions they are said of.
///
/// `mentions` are those of the whole article in order, none inside another.
#[must_use]
pub fn descriptions(text: &Text<'_>, mentions: &[Mention]) -> Vec<DescriptionNote> {
    let mut notes = Vec::new();
    let mut next = 0;
    for (number, sentence) in text.sentences.iter().enumerate() {
        while mentions.get(next).is_some_and(|mention| mention.span.start < sentence.span.start) {
            next += 1;
        }
        let inside = mentions[next..].iter().take_while(|mention| mention.span.end <= sentence.span.end).count();
        if inside == 0 || !tells(sentence) {
            continue;
        }
        let clause =
            Clause { tokens: tokens::tokens(text, number, mentions, next), mentions, quotations: &text.quotations };
        let mut found = Found { sentence, notes: Vec::new() };
        let mut at = 0;
        while at < clause.tokens.len() {
            let Some(mention) = clause.tokens[at].mention else {
                at += 1;
                continue;
            };
            let name = Named { mention, from: at, end: clause.mention_end(at) };
            look(&clause, name, &mut found);
            at = name.end;
        }
        found.notes.sort_by_key(|note| (note.mention, note.span, note.tie));
        found.notes.dedup_by_key(|note| (note.mention, note.span));
        notes.append(&mut found.notes);
    }
    notes
}

/// Whether sentences of this kind say what actors are.
fn tells(sentence: &Sentence) -> bool {
    let told =
        matches!(sentence.role, Role::Headline | Role::Standfirst | Role::Subheading | Role::Body | Role::Caption);
    told && sentence.span.len() <= LONGEST
}

fn look(clause: &Clause<'_>, name: Named, found: &mut Found<'_>) {
    let mention = &clause.mentions[name.mention as usize];
    if mention.how.is_name() && mention.how != How::Metonym {
        before::look(clause, name, mention.kind, found);
        after::look(clause, name, mention.kind, found);
    }
    if mention.how.is_name() && mention.how != How::Metonym || matches!(mention.how, How::Description | How::Pronoun) {
        said::look(clause, name, mention.kind, found);
    }
}
