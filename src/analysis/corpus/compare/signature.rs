//! Brings a sentence to what it is compared by: content words in order, amounts and times.

use super::amount::Amount;
use super::polarity::Scope;
use super::synonyms::common;
use super::time::Time;
use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::model::{Actor, ActorKind, DateExpression, Entry, How, Mention, Role, Sentence, SentenceRef};
use crate::text::lexicon::content::{ContentWord, RAREST, content_word, content_words, tokens};
use chrono::NaiveDate;
use rayon::prelude::*;

/// Most content words of a sentence that are looked at: a longer one is a list or a table.
const MOST_WORDS: usize = 64;
/// Longest sentence that is looked at, in bytes.
const LONGEST: u32 = 2000;
/// Weight of a pronoun that stands for a known actor, and of a word of a date that is not known, in hundredths.
const PRONOUN: u16 = 100;

/// A content word of a sentence, or a pronoun that stands for a known actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The stem; words that say the same have one.
    pub stem: u32,
    /// For the words of a mention, what stands for its actor; else 0.
    pub actor: u32,
    /// Where it stands.
    pub span: Span,
    /// How much it tells, in hundredths.
    pub weight: u16,
    /// What is special about it.
    marks: u16,
}

impl Word {
    /// A name of an actor, and no pronoun or adjective for it.
    pub const NAME: u16 = 1;
    /// A number.
    pub const NUMBER: u16 = 2;
    /// Between quotation marks.
    pub const QUOTED: u16 = 4;
    /// A negation bears on it.
    pub const DENIED: u16 = 8;
    /// "by" follows it: who comes behind it did it.
    pub const PASSIVE: u16 = 16;
    /// A further member of a list: a comma or "and" stands before it.
    pub const LISTED: u16 = 32;
    /// It stands for an actor by a pronoun, a description or an adjective.
    pub const POINTED: u16 = 64;
    /// The first word of a mention.
    pub const OPENS: u16 = 128;
    /// Of a title or description of an actor.
    pub const TITLE: u16 = 256;
    /// A small word: a pronoun, or one of a date that is not known.
    pub const SMALL: u16 = 1024;
    /// It names a person, an organisation or a state: one that can do something.
    pub const ACTS: u16 = 512;

    /// Whether it is any of what `marks` say.
    #[must_use]
    pub const fn is(self, marks: u16) -> bool {
        self.marks & marks != 0
    }

    /// Whether it is a content word, and no small one that stands for an actor or is all that tells of a date.
    #[must_use]
    pub const fn is_content(self) -> bool {
        !self.is(Self::SMALL)
    }

    /// Whether it says what happened, and not who took part.
    #[must_use]
    pub const fn tells(self) -> bool {
        !self.is(Self::NAME | Self::POINTED | Self::TITLE)
    }

    /// Whether it stands for an actor.
    #[must_use]
    pub const fn is_actor(self) -> bool {
        self.is(Self::NAME | Self::POINTED)
    }

    /// Whether both stand for one thing.
    #[must_use]
    pub const fn is_like(&self, other: &Self) -> bool {
        self.stem == other.stem || self.actor != 0 && self.actor == other.actor
    }
}

/// What a sentence is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The sentence.
    pub at: SentenceRef,
    /// Where it stands.
    pub span: Span,
    /// Its content words, in order.
    pub words: Box<[Word]>,
    /// The sum of their weights, in hundredths.
    pub weight: u32,
    /// All its words, the small ones too, as numbers in order.
    pub wording: Box<[u16]>,
    /// How many of its words deny something.
    pub denials: u8,
    /// Whether it is a question.
    pub asks: bool,
    /// Its numbers with what they count.
    pub amounts: Box<[Amount]>,
    /// The times that it names.
    pub times: Box<[Time]>,
}

impl Signature {
    /// The stretches of the calendar that it names, each by its first and last day.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        self.times.iter().filter_map(Time::days)
    }

    /// What the stretches `spans` tell of sentences that have the signatures `whole`; all in order. `wording` are all
    /// words of these stretches, as numbers.
    #[must_use]
    pub fn within(at: SentenceRef, whole: &[&Self], spans: &[Span], mut wording: Vec<u16>) -> Self {
        let inside = |span: Span| spans.iter().any(|stretch| stretch.contains(span));
        let words = whole.iter().flat_map(|signature| &signature.words).filter(|word| inside(word.span));
        let words: Box<[Word]> = words.take(MOST_WORDS).copied().collect();
        let amounts = whole.iter().flat_map(|signature| &signature.amounts);
        let times = whole.iter().flat_map(|signature| &signature.times);
        wording.sort_unstable();
        let (first, last) = (spans.first().map_or(0, |span| span.start), spans.last().map_or(0, |span| span.end));
        Self {
            at,
            span: Span { start: first, end: last },
            weight: words.iter().map(|word| u32::from(word.weight)).sum(),
            words,
            wording: wording.into(),
            denials: whole.iter().map(|signature| signature.denials).sum(),
            asks: whole.last().is_some_and(|signature| signature.asks),
            amounts: amounts.filter(|amount| inside(amount.span)).copied().collect(),
            times: times.filter(|time| inside(time.span)).copied().collect(),
        }
    }
}

/// The signatures of all sentences of `entries` that tell something: body and standfirst, in order.
#[must_use]
pub fn signatures(entries: &[Entry], actors: &[Actor]) -> Vec<Signature> {
    let ids: Vec<u32> = actors.iter().map(|actor| name_stem(actor.id.as_str())).collect();
    let of_entry = |(index, entry): (usize, &Entry)| of_entry(index as u32, entry, &ids);
    entries.par_iter().enumerate().flat_map_iter(of_entry).collect()
}

/// The signature of the sentence `at` among `all`, which stand in order.
#[must_use]
pub fn signature(all: &[Signature], at: SentenceRef) -> Option<&Signature> {
    all.binary_search_by_key(&at, |signature| signature.at).ok().map(|place| &all[place])
}

/// The stems of the content words of `text`, which is no sentence of an article.
pub fn stems(text: &str) -> impl Iterator<Item = u32> + '_ {
    content_words(text, Span::new(0, text.len())).map(|word| of_content(word).stem)
}

/// The stem of an actor's id: never that of an ordinary word.
fn name_stem(id: &str) -> u32 {
    id.bytes().fold(0x9e37_79b9_u32, |hash, byte| (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x85eb_ca6b))
}

fn of_entry(index: u32, entry: &Entry, ids: &[u32]) -> Vec<Signature> {
    let reading = &entry.reading;
    let tells = |sentence: &&Sentence| {
        matches!(sentence.role, Role::Body | Role::Standfirst) && sentence.span.len() as u32 <= LONGEST
    };
    let text = &entry.article.saved.text;
    let told = reading.sentences.iter().filter(tells);
    told.map(|sentence| {
        let told = Told { at: SentenceRef { entry: index, sentence: sentence.id }, entry, span: sentence.span };
        let titles = reading.roles.partition_point(|note| note.sentence < sentence.id);
        let titles = reading.roles[titles..].iter().take_while(|note| note.sentence == sentence.id);
        let Words { content: mut words, mut wording, denials } = words(&told, ids);
        wording.sort_unstable();
        for title in titles {
            for word in words.iter_mut().filter(|word| title.span.contains(word.span)) {
                word.marks |= Word::TITLE;
            }
        }
        Signature {
            at: told.at,
            span: told.span,
            weight: words.iter().map(|word| u32::from(word.weight)).sum(),
            words: words.into(),
            wording: wording.into(),
            denials,
            asks: told.words().trim_end_matches(['”', '"', '’', '\'', ')']).ends_with('?'),
            amounts: told.quantities().filter_map(|(_, quantity)| Amount::of(text, told.span, quantity)).collect(),
            times: told.dates().iter().filter_map(|date| Time::of(text, date)).collect(),
        }
    })
    .collect()
}

/// The words of a sentence.
struct Words {
    content: Vec<Word>,
    wording: Vec<u16>,
    denials: u8,
}

/// The words of a sentence; dates that are known are left out.
fn words(told: &Told<'_>, ids: &[u32]) -> Words {
    let (text, span, dates) = (told.text(), told.span, told.dates());
    let named: Vec<(&Mention, Option<u32>)> = told
        .mentions()
        .map(|(_, mention, actor)| (mention, actor.and_then(|at| ids.get(at as usize)).copied()))
        .collect();
    let mut found: Vec<Word> = Vec::with_capacity(24);
    let mut wording = Vec::with_capacity(32);
    let (mut scope, mut before) = (Scope::default(), span.start);
    let quoted_words = told.entry.reading.quoted_in(span);
    let mut small = String::new();
    for token in tokens(text, span) {
        let gap = Span { start: before, end: token.start }.of(text);
        before = token.end;
        let mark = gap.contains([',', ';', ':', '—', '–', '(', ')']);
        let quoted = quoted_words.iter().any(|quoted| quoted.contains(token));
        if mark {
            scope.end();
        }
        small.clear();
        push_small(&mut small, token.of(text));
        wording.push(short_hash(&small));
        let content = content_word(text, token);
        let inside = named.partition_point(|(mention, _)| mention.span.end <= token.start);
        let mention = named.get(inside).filter(|(mention, _)| mention.span.start <= token.start);
        let denied = scope.next(&small, content.is_some() && mention.is_none());
        let listed = mark || gap.trim().is_empty() && follows_and(text, token, span);
        let word = match (mention, content) {
            (Some((mention, actor)), content) => of_mention(mention, *actor, token, content),
            (None, Some(content)) => (!dated(token, dates, true)).then(|| of_content(content)),
            (None, None) => dated(token, dates, false).then(|| of_undated(&small, token)),
        };
        if let Some(mut word) = word {
            let flags = [(quoted, Word::QUOTED), (denied, Word::DENIED), (listed, Word::LISTED)];
            word.marks |= flags.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).sum::<u16>();
            found.push(word);
        }
        if small == "by"
            && let Some(last) = found.last_mut()
        {
            last.marks |= Word::PASSIVE;
        }
        if found.len() == MOST_WORDS {
            break;
        }
    }
    Words { content: found, wording, denials: scope.denials }
}

/// Adds `word` in small letters.
fn push_small(small: &mut String, word: &str) {
    if word.is_ascii() {
        small.push_str(word);
        small.make_ascii_lowercase();
    } else {
        small.extend(word.chars().flat_map(char::to_lowercase));
    }
}

/// A number for a word: two words of one sentence seldom have the same.
fn short_hash(word: &str) -> u16 {
    (name_stem(word) >> 16) as u16
}

/// Whether "and" or "or" stands right before the token.
fn follows_and(text: &str, token: Span, sentence: Span) -> bool {
    let before = Span { start: sentence.start, end: token.start }.of(text).trim_end();
    before.ends_with(" and") || before.ends_with(" or")
}

/// Whether the token stands in a date whose value is known, or in one where it is not: the words of that are all that
/// tells it from another.
fn dated(token: Span, dates: &[DateExpression], known: bool) -> bool {
    dates.iter().any(|date| date.when.is_some() == known && date.span.contains(token))
}

fn of_undated(word: &str, span: Span) -> Word {
    Word { stem: name_stem(word), actor: 0, span, weight: PRONOUN, marks: Word::SMALL }
}

fn of_content(content: ContentWord) -> Word {
    let marks = if content.is_number { Word::NUMBER } else { 0 };
    let stem = common((content.stem >> 32) as u32);
    Word { stem, actor: 0, span: content.span, weight: hundredths(content.weight), marks }
}

/// A word of a mention carries its actor, where that is known.
fn of_mention(mention: &Mention, actor: Option<u32>, token: Span, content: Option<ContentWord>) -> Option<Word> {
    let opens = if mention.span.start == token.start { Word::OPENS } else { 0 };
    let acts = if mention.how.is_name() && mention.kind != ActorKind::Place { Word::ACTS } else { 0 };
    let marks = opens | acts | if mention.how.is_name() { Word::NAME } else { Word::POINTED };
    match (content, actor) {
        (Some(content), _) => {
            let word = of_content(content);
            Some(Word { actor: actor.unwrap_or(0), marks: word.marks | marks, ..word })
        }
        (None, Some(actor)) if mention.how == How::Pronoun => {
            Some(Word { stem: actor, actor, span: token, weight: PRONOUN, marks: marks | Word::SMALL })
        }
        _ => None,
    }
}

/// A weight in hundredths.
#[expect(clippy::cast_sign_loss, reason = "weights are positive")]
fn hundredths(weight: f32) -> u16 {
    (weight.min(RAREST) * 100.0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_question_have_the_stems_of_sentences() {
        let of = |text| stems(text).collect::<Vec<_>>();
        assert_eq!(of("Who praised the nation?"), of("commending countries"));
    }
}
