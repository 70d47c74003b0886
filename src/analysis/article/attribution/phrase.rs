//! Finds the noun phrases around a reporting verb: titles, names, appositions, relative clauses.

use super::item::{Item, Kind};
use super::lexicon::{Class, LEXICON};
use crate::model::{ActorKind, Mention};
use crate::text::lexicon::words::WORDS;
use crate::text::quotation::Quotation;
use std::ops::Range;

/// Most items of a noun phrase, and of what is set off inside one.
const LONGEST: usize = 40;
/// Most words of a quotation inside a noun phrase: the “gold” minister.
const SCARE: u32 = 3;
/// Most words of a title before a name that is set beside a description.
pub(super) const TITLE: usize = 4;
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Past forms that are nouns or stand before nouns as often.
const PAST_NOUNS: [&str; 9] = ["left", "shot", "felt", "saw", "bit", "spoke", "thought", "found", "lost"];
/// Most asides between a subject and its verb.
const ASIDES: usize = 4;

/// The items of one sentence as it stands outside of quotation marks, with the article's mentions.
pub(super) struct Clause<'a, 't> {
    pub(super) text: &'t str,
    pub(super) items: &'a [Item<'t>],
    pub(super) quotations: &'a [Quotation],
    pub(super) mentions: &'a [Mention],
}

impl<'t> Clause<'_, 't> {
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Item<'t>> {
        self.items.get(at)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.items.get(at).map_or("", |item| &item.word)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.items.get(at).is_some_and(|item| item.is(class))
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.items.get(at).is_some_and(|item| item.is_mark(mark))
    }

    pub(super) fn any_mark(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| matches!(item.kind, Kind::Mark(_)))
    }

    /// Where the time ends that opens at `at`: "Tuesday", "4 May 2019", "May 4, 2019".
    pub(super) fn time_end(&self, at: usize) -> Option<usize> {
        let mut to = at;
        while self.is(to, Class::Time) || self.counts_days(to) || self.mark(to, ',') && self.year(to + 1) && to > at {
            to += 1;
        }
        (at..to).any(|at| self.is(at, Class::Time)).then_some(to)
    }

    /// Whether the number belongs to a date: it stands beside a month.
    pub(super) fn counts_days(&self, at: usize) -> bool {
        let digits = |at: usize| !self.word(at).is_empty() && self.word(at).bytes().all(|b| b.is_ascii_digit());
        let short = |at: usize| digits(at) && self.word(at).len() <= 2;
        let month = |at: usize| MONTHS.contains(&self.word(at)) && self.is(at, Class::Time);
        let before = |back: usize| at.checked_sub(back).is_some_and(month);
        let day = short(at) && (month(at + 1) || before(1));
        // "May 2019", "May 4 2019", "May 4, 2019"
        let dated = before(1) || before(2) && short(at - 1) || before(3) && short(at - 2) && self.mark(at - 1, ',');
        day || self.year(at) && dated
    }

    fn year(&self, at: usize) -> bool {
        self.word(at).len() == 4 && self.word(at).starts_with(['1', '2']) && self.word(at).parse::<u16>().is_ok()
    }

    /// The quotation that the item is.
    pub(super) fn quotation(&self, at: usize) -> Option<&Quotation> {
        self.items.get(at)?.quote().map(|quote| &self.quotations[quote as usize])
    }

    /// The mention that holds the item.
    pub(super) fn mention(&self, at: usize) -> Option<&Mention> {
        self.items.get(at)?.mention.map(|mention| &self.mentions[mention as usize])
    }

    pub(super) fn person(&self, at: usize) -> bool {
        self.mention(at).is_some_and(|mention| mention.kind == ActorKind::Person)
    }

    /// Whether the item can be part of a noun phrase's core: a noun, an adjective, a name.
    pub(super) fn nominal(&self, at: usize) -> bool {
        let Some(item) = self.get(at) else { return false };
        if item.mention.is_some() {
            return true;
        }
        match item.kind {
            Kind::Word(Class::Word) | Kind::Possessive => true,
            Kind::Quote(quote) => {
                self.quotations[quote as usize].words <= SCARE && self.quotations[quote as usize].soft
            }
            _ => false,
        }
    }

    /// Whether the word is a verb of reporting in a form that is no noun.
    pub(super) fn finite(&self, at: usize) -> bool {
        self.mention(at).is_none()
            && LEXICON.verbs(self.word(at)).iter().any(|verb| {
                verb.particle.is_none() && (verb.frames.clause || verb.frames.that) && !verb.frames.noun
                    || verb.form == super::lexicon::Form::Past && verb.frames.that
            })
    }

    /// The first item of the mention that holds the item at `at`.
    fn mention_start(&self, at: usize) -> usize {
        let mention = self.items[at].mention;
        let mut from = at;
        while mention.is_some() && from > 0 && self.items[from - 1].mention == mention {
            from -= 1;
        }
        from
    }

    pub(super) fn mention_end(&self, at: usize) -> usize {
        let mention = self.items[at].mention;
        let mut to = at + 1;
        while mention.is_some() && to < self.len() && self.items[to].mention == mention {
            to += 1;
        }
        to
    }

    /// The noun phrase that ends before `end`, asides between it and `end` passed over.
    pub(super) fn before(&self, end: usize) -> Option<Range<usize>> {
        let mut end = end;
        let mut aside = false;
        for _ in 0..ASIDES {
            let last = end.checked_sub(1)?;
            match self.items[last].kind {
                Kind::Mark(')' | ']') => {
                    let open = if self.mark(last, ')') { '(' } else { '[' };
                    end = self.mark_before(last, open)?;
                }
                Kind::Mark(mark @ (',' | '—')) => {
                    end = self.mark_before(last, mark)?;
                    aside = true;
                }
                Kind::Word(Class::Relative) => {
                    end = last - usize::from(last > 0 && self.mark(last - 1, ','));
                }
                _ if aside && self.beside(end) => {
                    // "Holm, the mayor, 53, said": what was found is itself an aside.
                    end = self.core(end)?.start - 1;
                }
                _ => break,
            }
        }
        let end = if self.is_tale(end) { end - 2 } else { end };
        let core = self.core(end)?;
        let pronoun = self.is(core.start, Class::Pronoun);
        let whole = if pronoun { None } else { self.told_of(core.start) };
        Some(self.without_place(whole.unwrap_or(core)))
    }

    /// Whether the phrase before `end` stands beside a name before it: "Holm, the mayor".
    fn beside(&self, end: usize) -> bool {
        let Some(core) = self.core(end) else { return false };
        core.start > 1
            && self.mark(core.start - 1, ',')
            && self.person(core.start - 2)
            && (matches!(self.word(core.start), "the" | "a" | "an" | "his" | "her" | "its" | "their")
                || self.word(core.start).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The nearest `mark` before `at` in the same clause, with words between.
    fn mark_before(&self, at: usize, mark: char) -> Option<usize> {
        let from = at.saturating_sub(LONGEST);
        let found = (from..at).rev().find(|at| {
            self.mark(*at, mark) || self.mark(*at, ';') || self.quotation(*at).is_some_and(|quotation| !quotation.soft)
        })?;
        (self.mark(found, mark) && found + 1 < at && found > 0).then_some(found)
    }

    /// The noun phrase that ends right before `end`.
    pub(super) fn core(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        let alone = matches!(
            self.word(last),
            "some" | "many" | "most" | "several" | "both" | "each" | "all" | "another" | "few" | "these" | "those"
        );
        if self.is(last, Class::Pronoun) || alone {
            return Some(last..end);
        }
        if !self.nominal(last) || self.items[last].kind == Kind::Possessive || self.participle(last) {
            return None;
        }
        let border = end.saturating_sub(LONGEST);
        let mut start = end;
        while start > border {
            let at = start - 1;
            if self.items[at].mention.is_some() {
                let from = self.mention_start(at);
                let place = self.mention(at).is_some_and(|mention| mention.kind == ActorKind::Place);
                if place && start < end && self.person(start) {
                    break;
                }
                start = from;
            } else if self.is(at, Class::Determiner) {
                start = at;
                // "all the ministers"
                if start > 0 && self.is(start - 1, Class::Determiner) {
                    start -= 1;
                }
                match self.prepositional(start) {
                    Some(further) => start = further,
                    None => break,
                }
            } else if self.nominal(at) && !(start < end && (self.finite(at) || self.is_strong(at))) {
                start = at;
            } else if self.is(at, Class::Preposition) {
                match self.prepositional(start) {
                    Some(further) => start = further,
                    None => break,
                }
            } else if self.joins(at, start) {
                start = at;
            } else {
                break;
            }
        }
        // A possessive opens nothing.
        while start < end && self.items[start].kind == Kind::Possessive {
            start += 1;
        }
        (start < end).then_some(start..end)
    }

    /// Whether the word can only be a verb's past or participle here: no article stands before it.
    pub(super) fn participle(&self, at: usize) -> bool {
        self.items[at].mention.is_none()
            && !self.items[at].capital
            && (self.word(at).ends_with("ed") || self.word(at).ends_with("ing"))
            && !(at > 0 && self.is(at - 1, Class::Determiner))
    }

    /// Whether the word can only be what the noun before it did: "the embassy declined", "the event brought".
    fn acts(&self, at: usize) -> bool {
        let past = self.items[at].mention.is_none() && !self.items[at].capital && self.word(at).ends_with("ed");
        past && at > 0 && self.is(at - 1, Class::Word) && LEXICON.speaks(self.word(at - 1)) || self.is_strong(at)
    }

    /// Whether the word behind a noun or a name is a past form that is no participle: "the event brought".
    fn is_strong(&self, at: usize) -> bool {
        let item = &self.items[at];
        let past = item.mention.is_none() && !item.capital && WORDS.is_past(self.word(at));
        past && !PAST_NOUNS.contains(&self.word(at)) && at > 0 && self.nominal(at - 1)
    }

    /// Whether a noun phrase that ends before `at` is the last of its clause, but for circumstances.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.get(at).is_none_or(|item| match item.kind {
            Kind::Mark(_) | Kind::Quote(_) => true,
            Kind::Word(class) => !matches!(class, Class::Word | Class::Auxiliary | Class::Determiner | Class::Pronoun),
            Kind::Possessive => false,
        })
    }

    /// Where the head ends of which the phrase at `start` is a complement: "a spokesman for" before "the ministry".
    fn prepositional(&self, start: usize) -> Option<usize> {
        let at = start.checked_sub(1)?;
        if !self.is(at, Class::Preposition)
            || matches!(self.word(at), "after" | "before" | "during" | "since" | "until")
        {
            return None;
        }
        let head = at.checked_sub(1)?;
        let noun = self.nominal(head) && !self.finite(head) && self.items[head].kind != Kind::Possessive
            || matches!(self.word(head), "one" | "some" | "many" | "most" | "several" | "all" | "both");
        noun.then_some(at)
    }

    /// Whether "and" at `at` joins two of a kind: "Holm and Vik", "officials and diplomats".
    fn joins(&self, at: usize, start: usize) -> bool {
        if !matches!(self.word(at), "and" | "or" | "&") || at == 0 {
            return false;
        }
        let (before, after) = (at - 1, start);
        let names = self.mention(before).is_some() && self.mention(after).is_some();
        // "Prime Minister Vik and Harbour Master Holm"
        let capital = self.items.get(after).is_some_and(|item| item.capital);
        let titled = self.person(before) && capital && (after..after + TITLE).any(|at| self.person(at));
        let plural = |at: usize| self.is(at, Class::Word) && self.word(at).ends_with('s');
        names || titled || plural(before) && plural(after)
    }

    /// The noun phrase that starts at `at`.
    pub(super) fn after(&self, at: usize) -> Option<Range<usize>> {
        let mut to = at;
        if self.is(to, Class::Pronoun) {
            return Some(to..to + 1);
        }
        while self.is(to, Class::Determiner) {
            to += 1;
        }
        let head = to;
        let most = (at + LONGEST).min(self.len());
        let mut named = false;
        while to < most {
            let item = &self.items[to];
            if item.mention.is_some() {
                // A person's name ends the phrase, but "Holm's deputy" goes on.
                if named && self.items[to - 1].kind != Kind::Possessive && !self.is(to - 1, Class::Conjunction) {
                    break;
                }
                named = self.person(to);
                to = self.mention_end(to);
            } else if item.kind == Kind::Possessive {
                named = false;
                to += 1;
            } else if self.nominal(to) && !named && !(to > head && (self.finite(to) || self.acts(to))) {
                to += 1;
            } else if to > head && self.is(to, Class::Preposition) && !named && self.complement(to) {
                to += 1;
                while self.is(to, Class::Determiner) {
                    to += 1;
                }
            } else if self.is(to, Class::Conjunction)
                && matches!(self.word(to), "and" | "&")
                && to > head
                && self.joins(to, to + 1)
            {
                named = false;
                to += 1;
            } else {
                break;
            }
        }
        let bare =
            to == head && to > at && matches!(self.word(at), "some" | "many" | "most" | "several" | "another" | "both");
        (to > head || bare).then_some(at..to)
    }

    /// Whether the preposition at `at` opens a complement of the noun before it.
    fn complement(&self, at: usize) -> bool {
        let next = self.is(at + 1, Class::Determiner) || self.nominal(at + 1);
        let time = self.is(at + 1, Class::Time) || self.is(at + 2, Class::Time);
        let speech = (1..4).any(|step| LEXICON.speech.has(self.word(at + step)));
        let bound = matches!(self.word(at), "of" | "for" | "with" | "from" | "at" | "to")
            || matches!(self.word(at), "in" | "on") && !speech;
        let whose = matches!(self.word(at), "of" | "for");
        next && bound && !time && (whose || !speech)
    }
}
