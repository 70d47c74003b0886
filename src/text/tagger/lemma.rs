//! The lemma of a word: the form that a dictionary lists it by.

use super::hash::fold;
use super::table::Table;
use super::upos::Upos;
use crate::text::lexicon::{
    self,
    file::{File, Record},
};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Most letters of an ending that a rule looks at.
pub const LONGEST_ENDING: usize = 5;

/// Rules and exceptions by tag, as the list of lemmas has them: in the record of `VERB`, `-ied=-y` makes `tried` into
/// `try`, and `went=go` is true of that word alone. The word itself comes first, then the longest ending.
pub struct Lemmas {
    changes: Table<Change>,
}

/// How many letters go from the end, and what comes there instead.
type Change = (u8, &'static str);

/// The rules that the program carries, made by `examples/train_tagger.rs`.
static LEMMAS: LazyLock<Lemmas> = LazyLock::new(|| Lemmas::read(lexicon::LEMMAS));

/// The lemma of a `form` with this `tag`: in small letters, but for proper nouns, which keep their own.
#[must_use]
pub fn lemma(form: &str, tag: Upos) -> Cow<'_, str> {
    LEMMAS.lemma(form, tag)
}

impl Lemmas {
    /// Reads rules; what is none is left out.
    #[must_use]
    pub fn read(list: File) -> Self {
        let mut changes = Table::with_room(list.records().flat_map(Record::words).count().max(1));
        for record in list.records() {
            let Some(tag) = Upos::named(record.class) else { continue };
            for (from, to) in record.words().filter_map(|rule| rule.split_once('=')) {
                let ending = from.strip_prefix('-').zip(to.strip_prefix('-'));
                let (letters, lemma) = ending.unwrap_or((from, to));
                let hash = letters.chars().rev().fold(start(tag), |hash, letter| fold(hash, u64::from(letter)));
                *changes.entry(if ending.is_some() { hash } else { fold(hash, WHOLE) }) = change(letters, lemma);
            }
        }
        Self { changes }
    }

    /// See [`lemma`].
    #[must_use]
    pub fn lemma<'f>(&self, form: &'f str, tag: Upos) -> Cow<'f, str> {
        let mut hash = start(tag);
        let mut found = self.changes.get(hash);
        for (at, letter) in form.chars().rev().enumerate() {
            hash = fold(hash, u64::from(small(letter)));
            if at < LONGEST_ENDING {
                found = self.changes.get(hash).or(found);
            }
        }
        let (less, more) = self.changes.get(fold(hash, WHOLE)).or(found).unwrap_or_default();
        let end = match less {
            0 => form.len(),
            _ => form.char_indices().rev().nth(usize::from(less) - 1).map_or(form.len(), |(at, _)| at),
        };
        let stem = &form[..end];
        if tag == Upos::Propn || !stem.contains(char::is_uppercase) {
            return if more.is_empty() { Cow::Borrowed(stem) } else { Cow::Owned(format!("{stem}{more}")) };
        }
        Cow::Owned(stem.to_lowercase() + more)
    }
}

/// What a hash is begun with, and what is folded into that of a whole word: numbers that no letter has.
const fn start(tag: Upos) -> u64 {
    fold(0, u32::MAX as u64 - tag as u64)
}
const WHOLE: u64 = 1 << 40;

/// What makes `from` into `to`.
fn change<'l>(from: &str, to: &'l str) -> (u8, &'l str) {
    let same = from.chars().zip(to.chars()).take_while(|(one, two)| one == two).count();
    let kept = to.char_indices().nth(same).map_or(to.len(), |(at, _)| at);
    ((from.chars().count() - same) as u8, &to[kept..])
}

/// A letter in small, with one sort of apostrophe.
fn small(letter: char) -> char {
    match letter {
        '’' => '\'',
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_itself_comes_before_its_endings_and_long_ones_before_short_ones() {
        let lemmas = Lemmas::read(File::new("VERB: -s=-; -ies=-y; dies=die\nNOUN: -s=-\n"));
        let of = |form, tag| lemmas.lemma(form, tag).into_owned();
        assert_eq!(["Sails", "tries", "dies", "sail"].map(|form| of(form, Upos::Verb)), ["sail", "try", "die", "sail"]);
        assert_eq!((of("Ferries", Upos::Noun), of("Wales", Upos::Propn)), ("ferrie".into(), "Wales".into()));
    }

    #[test]
    fn words_of_reports_have_the_lemmas_of_a_dictionary() {
        for (tag, pairs) in [
            (Upos::Verb, "said=say went=go leaving=leave stopped=stop tries=try hired=hire was=be thought=think"),
            (Upos::Noun, "ferries=ferry passengers=passenger men=man crises=crisis news=news wives=wife"),
            (Upos::Adj, "worse=bad largest=large earlier=early Syrian=syrian"),
            (Upos::Aux, "has=have were=be ’re=be would=would"),
            (Upos::Part, "n’t=not to=to"),
            (Upos::Propn, "Lennar=Lennar Wales=Wales"),
        ] {
            for pair in pairs.split(' ') {
                let (form, expected) = pair.split_once('=').expect("a pair");
                assert_eq!(lemma(form, tag), expected, "{form}");
            }
        }
    }
}
