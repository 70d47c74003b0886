//! Tags every token with its part of speech.

mod certain;
mod features;
mod treebank;

use super::model::{Aligned, EDGE, Model};
use super::upos::{TAGS, Upos};
use crate::text::gazetteer::Word;
use crate::text::token::{Token, letter_case};
use certain::certain;
pub use features::Features;
use std::ops::Range;
use std::sync::LazyLock;

/// Bytes of one feature in the table of weights.
pub const SLOT: usize = 21;
/// Most words of a run: longer sentences are parted, so that no sum outgrows its number.
const LONGEST: usize = 500;

/// The weights of parts of speech.
pub type Weights = Model<TAGS, SLOT>;

/// The weights that the program carries.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Model::read(&BYTES.0, may_follow));
static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!("weights.bin"));

/// Parts of speech follow each other as they like.
#[must_use]
pub const fn may_follow(_: usize, _: usize) -> bool {
    true
}

/// Tags the `tokens` of `text`, sentence by sentence; `known` is what the lists say of the word of each.
///
/// Words that have one tag only part a sentence into runs, each of which is tagged by itself.
pub fn tag(weights: &Weights, text: &str, tokens: &mut [Token], known: &[Word], sentences: &[Range<usize>]) {
    let (mut features, mut scores, mut tags) = (Features::default(), Vec::new(), Vec::new());
    for range in sentences {
        let tokens = &mut tokens[range.clone()];
        features.read(text, tokens, &known[range.clone()], letter_case(tokens));
        let (mut before, mut at) = (EDGE, 0);
        while at < features.words().len() {
            scores.clear();
            let from = at;
            let mut after = None;
            while at < features.words().len().min(from + LONGEST) {
                after = certain(&features.words()[at], text);
                at += 1;
                if after.is_some() {
                    break;
                }
                features.fill(at - 1);
                scores.push(weights.scores(&features.hashes.0));
            }
            let closing = after.map_or(EDGE, |tag| tag as usize);
            weights.best([before, closing], &scores, &mut tags);
            tags.extend(after.map(|tag| tag as u8));
            for (tag, word) in tags.iter().zip(&features.words()[from..]) {
                tokens[word.tokens.clone()].iter_mut().for_each(|token| token.tag = Upos::ALL[usize::from(*tag)]);
            }
            before = closing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::text::gazetteer::GAZETTEER;
    use crate::text::token::tokenize;

    /// Each token of a sentence with its tag, as `word/TAG`.
    fn tagged(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let known: Vec<Word> = tokens.iter().map(|token| GAZETTEER.word(token.folded)).collect();
        let all = 0..tokens.len();
        tag(&WEIGHTS, text, &mut tokens, &known, &[all]);
        let words = tokens.iter().map(|token| format!("{}/{}", token.span.of(text), token.tag.name()));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn newspaper_sentences_are_tagged_as_one_would() {
        for tags in [
            "The/DET harbour/NOUN authority/NOUN said/VERB on/ADP Monday/PROPN that/SCONJ no/DET ferry/NOUN would/AUX \
             leave/VERB the/DET islands/NOUN ./PUNCT",
            "About/ADV 4,000/NUM passengers/NOUN were/AUX waiting/VERB on/ADP the/DET quays/NOUN ,/PUNCT and/CCONJ \
             two/NUM hotels/NOUN have/AUX been/AUX hired/VERB ./PUNCT",
            "She/PRON has/VERB a/DET plan/NOUN ,/PUNCT but/CCONJ she/PRON has/AUX not/PART told/VERB reporters/NOUN \
             how/ADV it/PRON works/VERB ./PUNCT",
            "The/DET new/ADJ minister/NOUN wants/VERB to/PART plan/VERB safer/ADJ roads/NOUN for/ADP the/DET \
             southern/ADJ villages/NOUN ./PUNCT",
        ] {
            let text: Vec<&str> = tags.split(' ').map(|word| word.rsplit_once('/').expect("a tag").0).collect();
            let text = text.join(" ").replace(" .", ".").replace(" ,", ",");
            assert_eq!(tagged(&text), tags);
        }
    }

    #[test]
    fn parts_of_short_forms_are_tagged_as_their_whole() {
        let tagged = tagged("They don’t know Lennar’s plan, and it’s late.");
        for part in ["don/AUX ’/PART t/PART know/VERB", "Lennar/PROPN ’/PART s/PART plan/NOUN", "it/PRON ’/AUX s/AUX"]
        {
            assert!(tagged.contains(part), "{tagged}");
        }
    }

    #[test]
    fn a_text_without_words_and_one_very_long_sentence_are_tagged() {
        assert_eq!(tagged("’t"), "’/PUNCT t/NOUN");
        assert_eq!(tagged(&"over and ".repeat(LONGEST)).matches("and/CCONJ").count(), LONGEST);
    }
}
