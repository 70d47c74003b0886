//! The words of a sentence as treebanks cut them: `do` and `n’t`, `Lennar` and `’s`.

use crate::text::gazetteer::{GAZETTEER, Word};
use crate::text::tagger::hash::{self, fold};
use crate::text::token::{Shape, Token, ends_word};
use std::ops::Range;

/// A word, as its neighbours see it.
#[derive(Clone, Debug)]
pub struct Cut {
    /// Where it stands in the text.
    pub span: Range<usize>,
    /// The tokens of the sentence that it is made of.
    pub tokens: Range<usize>,
    /// Hash of it in small letters.
    pub folded: u64,
    /// Hash of its last three letters.
    pub ending: u64,
    /// How it is written: its [`Shape`] in 4 bits, whether space stands before it, and which mark it is.
    pub shape: u64,
    /// What the lists say of it.
    pub known: Word,
}

/// What stands before and after the sentence.
pub(super) const OUTSIDE: Cut = Cut {
    span: 0..0,
    tokens: 0..0,
    folded: 1,
    ending: 1,
    shape: 99,
    known: Word { classes: 0, cluster: 0, rarity: 0 },
};

/// Adds the words of a sentence with these `tokens` to `cuts`.
pub(super) fn cut(text: &str, tokens: &[Token], known: &[Word], cuts: &mut Vec<Cut>) {
    let mut at = 0;
    while at < tokens.len() {
        match tokens.get(at + 1) {
            Some(letters) if at > 0 && ends_word(text, tokens, at + 1) => {
                let mut start = tokens[at].span.start as usize;
                if letters.span.len() == 1 && letters.span.of(text).eq_ignore_ascii_case("t") {
                    start -= take_n(text, cuts);
                }
                cuts.push(ending(text, start..letters.span.end as usize, at..at + 2));
                at += 2;
            }
            _ => {
                cuts.push(whole(text, &tokens[at], known[at], at..at + 1));
                at += 1;
            }
        }
    }
}

/// Takes the `n` of `don` from the word before `’t`: its length in bytes.
fn take_n(text: &str, cuts: &mut [Cut]) -> usize {
    let Some(word) =
        cuts.last_mut().filter(|word| word.span.len() > 1 && text[word.span.clone()].ends_with(['n', 'N']))
    else {
        return 0;
    };
    word.span.end -= 1;
    word.folded = hash::folded(&text[word.span.clone()]);
    word.ending = hash_of_ending(&text[word.span.clone()]);
    word.known = GAZETTEER.word(word.folded);
    1
}

fn whole(text: &str, token: &Token, known: Word, tokens: Range<usize>) -> Cut {
    let span = token.span.start as usize..token.span.end as usize;
    let mark = if token.shape == Shape::Mark { token.folded & 0xff } else { 0 };
    Cut {
        ending: hash_of_ending(&text[span.clone()]),
        span,
        tokens,
        folded: token.folded,
        shape: token.shape as u64 | u64::from(token.spaced) << 4 | mark << 8,
        known,
    }
}

/// `’s`, `n’t` and the like.
fn ending(text: &str, span: Range<usize>, tokens: Range<usize>) -> Cut {
    let folded = hash::folded(&text[span.clone()]);
    let ending = hash_of_ending(&text[span.clone()]);
    Cut { span, tokens, folded, ending, shape: Shape::Lower as u64, known: GAZETTEER.word(folded) }
}

fn hash_of_ending(word: &str) -> u64 {
    word.chars().rev().take(3).fold(0, |hash, letter| fold(hash, u64::from(u32::from(letter.to_ascii_lowercase()))))
}
