//! Verb groups: a verb with its auxiliaries, its tense, and whether it is denied or left open.

use super::words::{
    AUXILIARIES, Auxiliary, DENIALS, Modal, ONLY, PARTICIPLES, PAST, Tense, UNCHANGED, is_short_not, small,
};
use crate::text::annotated::Text;
use crate::text::tagger::lemma::lemma;
use crate::text::tagger::upos::Upos;
use std::borrow::Cow;
use std::ops::Range;

/// What a verb group is to its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It has a tense or a modal.
    Finite,
    /// "to leave"
    Infinitive,
    /// "signed in 2001", "taken aboard"
    Participle,
    /// "leaving"
    Gerund,
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of its verb; of "is" in "is late".
    pub head: usize,
    /// What it is to its clause.
    pub form: Form,
    /// Its tense, where it has one.
    pub tense: Option<Tense>,
    /// Its modal.
    pub modal: Option<Modal>,
    /// Whether it is denied: "did not leave", "isn’t", "never left", but not "not only left".
    pub denied: bool,
    /// Whether it tells what was done to its subject.
    pub passive: bool,
    /// Whether "have" stands in it.
    pub perfect: bool,
    /// The noun group that is its subject, by its place; see [`super::Chunks::subject`].
    pub subject: Option<usize>,
}

impl VerbGroup {
    /// The lemma of its verb.
    #[must_use]
    pub fn lemma<'t>(&self, text: &Text<'t>) -> Cow<'t, str> {
        let word = text.tokens[self.head].span.of(text.saved);
        let short = is_apostrophe_of_not(text, self.head + 1, text.tokens.len());
        let word = word.strip_suffix('n').filter(|_| short).unwrap_or(word);
        lemma(word, text.tokens[self.head].tag)
    }
}

/// The verb groups among `tokens`, in order.
pub(super) fn verb_groups(text: &Text<'_>, tokens: Range<usize>) -> Vec<VerbGroup> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some(group) = verb_group(text, at..tokens.end) else {
            at += 1;
            continue;
        };
        at = group.tokens.end;
        found.push(group);
    }
    found
}

/// Most words that may stand between the verbs of one group.
const BETWEEN: usize = 3;

/// The verb group that `tokens` open with.
fn verb_group(text: &Text<'_>, tokens: Range<usize>) -> Option<VerbGroup> {
    let first = tokens.start;
    let is_verb = |at: &usize| matches!(text.tokens[*at].tag, Upos::Aux | Upos::Verb);
    // The next verb behind `at`, past "not", "never", "to" and adverbs.
    let next = |at: usize| {
        let small = |at: &usize| matches!(text.tokens[*at].tag, Upos::Adv | Upos::Part);
        let behind = at + 1 + (at + 1..tokens.end).take_while(small).take(BETWEEN + 2).count();
        (behind < tokens.end).then_some(behind).filter(is_verb)
    };
    let to = is_to(text, first);
    if !to && !is_verb(&first) || described(text, &tokens) {
        return None;
    }
    let mut group = VerbGroup {
        tokens: first..first + 1,
        head: if to { next(first)? } else { first },
        form: if to { Form::Infinitive } else { Form::Finite },
        tense: None,
        modal: None,
        denied: false,
        passive: false,
        perfect: false,
        subject: None,
    };
    let mut last = None;
    let mut at = group.head;
    loop {
        group.head = at;
        if text.tokens[at].tag == Upos::Verb {
            group.read_verb(text, last);
            break;
        }
        last = auxiliary(text, at, tokens.end);
        group.read_auxiliary(last);
        let Some(behind) = next(at) else { break };
        if (at + 1..behind).any(|at| is_to(text, at)) {
            // "Is to leave", "ought to leave"; "has to" is a verb of its own.
            group.modal = group.modal.or(matches!(last, Some(Auxiliary::Be(_))).then_some(Modal::Due));
            last = None;
        }
        at = behind;
    }
    if group.form == Form::Finite && group.tense.is_none() && group.modal.is_none() {
        group.form = if small(text, group.head).ends_with("ing") { Form::Gerund } else { Form::Participle };
    }
    // "Is not late": what denies may stand behind the last verb, or before the first.
    let end = group.head + 1;
    let behind = end + usize::from(end < tokens.end && is_apostrophe_of_not(text, end, tokens.end)) * 2;
    let behind =
        behind + usize::from(behind < tokens.end && text.tokens[behind].tag == Upos::Part && denies(text, behind));
    group.tokens = first..behind;
    let before = first.checked_sub(1).filter(|before| denies(text, *before) && small(text, *before) != "no");
    group.denied = before.into_iter().chain(first..behind).any(|at| denies(text, at));
    Some(group)
}

impl VerbGroup {
    fn read_auxiliary(&mut self, auxiliary: Option<Auxiliary>) {
        let opens = self.tense.is_none() && self.modal.is_none() && self.form == Form::Finite;
        match auxiliary {
            Some(Auxiliary::Modal(modal)) if opens => {
                self.modal = Some(modal);
                self.tense = (modal == Modal::Will).then_some(Tense::Future);
            }
            Some(Auxiliary::Be(tense) | Auxiliary::Do(tense)) if opens => self.tense = tense,
            Some(Auxiliary::Have(tense)) => {
                self.perfect = true;
                self.tense = self.tense.or(tense.filter(|_| opens));
            }
            _ => {}
        }
    }

    /// Reads the verb itself, which follows the auxiliary `last`.
    fn read_verb(&mut self, text: &Text<'_>, last: Option<Auxiliary>) {
        let word = small(text, self.head);
        if word.ends_with("ing") {
            return;
        }
        let lemma = self.lemma(text);
        let inflected = *lemma != *word || UNCHANGED.has(&word) || PAST.has(&word) || PARTICIPLES.has(&word);
        self.passive = matches!(last, Some(Auxiliary::Be(_))) && inflected;
        if last.is_some() || self.form != Form::Finite {
            return;
        }
        self.tense = match () {
            () if PARTICIPLES.has(&word) => None,
            () if !inflected || word.ends_with('s') && !lemma.ends_with('s') => Some(Tense::Present),
            () => Some(Tense::Past),
        };
    }
}

/// What the auxiliary at `at` means; that of `’d` and `’s` by what follows.
fn auxiliary(text: &Text<'_>, at: usize, end: usize) -> Option<Auxiliary> {
    let mut word = small(text, at);
    if is_apostrophe_of_not(text, at + 1, end) {
        word = Cow::Owned(word.strip_suffix('n').unwrap_or(&word).to_owned());
    }
    let participle = || {
        let next = (at + 1..end).find(|at| !matches!(text.tokens[*at].tag, Upos::Adv | Upos::Part));
        next.filter(|at| text.tokens[*at].tag == Upos::Verb || &*small(text, *at) == "been").is_some_and(|at| {
            let form = small(text, at);
            !form.ends_with("ing") && *lemma(&form, Upos::Verb) != *form
        })
    };
    match &*word {
        "d" if participle() => Some(Auxiliary::Have(Some(Tense::Past))),
        word => AUXILIARIES.get(word).copied(),
    }
}

/// Whether the tokens at `at` are the apostrophe and the t of `n’t`.
fn is_apostrophe_of_not(text: &Text<'_>, at: usize, end: usize) -> bool {
    at + 1 < end && is_short_not(text, at + 1)
}

fn is_to(text: &Text<'_>, at: usize) -> bool {
    text.tokens[at].tag == Upos::Part && small(text, at) == "to"
}

/// Whether the token denies its verb.
fn denies(text: &Text<'_>, at: usize) -> bool {
    (DENIALS.has(&small(text, at)) || is_short_not(text, at)) && !ONLY.has(&small(text, at + 1))
}

/// Whether the verb that `tokens` open with describes a noun: "the disputed vote".
fn described(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let at = tokens.start;
    let tag = |at: usize| text.tokens[at].tag;
    let behind = at + 1 < tokens.end && matches!(tag(at + 1), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    at > 0 && tag(at) == Upos::Verb && behind && tag(at - 1) == Upos::Det
}
