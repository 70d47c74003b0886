//! Reads counts of people by what befell them: how many, what, who, how sure, where, and in which year.

use super::place::{Place, Places};
use super::words::{LISTS, Word, words};
use crate::analysis::corpus::compare::befallen;
use crate::analysis::corpus::told::Told;
use crate::base::Span;
use crate::model::{ActorKind, Hedge, Quantity, SentenceRef, Unit};
use crate::text::lexicon::content::{stem_of, tokens};
use chrono::{Datelike as _, NaiveDate};
use std::ops::Range;

/// A count, as one sentence gives it.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) at: SentenceRef,
    /// Its place among the quantities of the reading.
    pub(super) quantity: u32,
    /// The lower end, in thousandths, and the upper.
    pub(super) low: i64,
    pub(super) high: i64,
    pub(super) hedge: Hedge,
    pub(super) of: Kind,
    pub(super) place: Place,
    /// The day that the sentence names beside it.
    pub(super) day: Option<NaiveDate>,
}

/// What is counted; counts of one kind may be one series.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Kind {
    /// What befell them: "dead".
    pub(super) befell: &'static str,
    pub(super) group: Group,
    /// How sure it is, or how bad: "confirmed", "suspected", "badly"; or empty.
    pub(super) sure: &'static str,
    /// The year that the sentence names, where it is not that of the story; 0 for what happens every year.
    pub(super) year: Option<i32>,
}

/// Who is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Group {
    /// People as such.
    People,
    /// A class of people that has several nouns.
    Class(&'static str),
    /// The stem of their noun.
    Noun(u64),
}

/// Words between a number and what befell those whom it counts: "37 of the mission on the island are confirmed dead".
const BEHIND: usize = 8;
/// Words between a noun for a count and its number: "the death toll from the attacks in the port last Friday has risen to".
const TOLL_TO_NUMBER: usize = 16;
/// Words behind a number that goes on with what the one before it counted: "of them critically".
const GOES_ON: usize = 3;
/// Fewest people that make a count, in thousandths: "one" is mostly somebody of whom more is told.
const FEWEST: i64 = 2_000;
/// Days before its article from which on a date is that of another story.
const OTHER_STORY: i64 = 400;

/// The counts of a sentence, in order.
pub(super) fn counts(told: &Told<'_>) -> Vec<Count> {
    // "Dozens" say too little to follow them.
    let counted = |quantity: &Quantity| {
        quantity.unit == Unit::Count && quantity.thousandths >= FEWEST && !matches!(quantity.rule, "vague" | "part")
    };
    if !told.quantities().any(|(_, quantity)| counted(quantity)) {
        return Vec::new();
    }
    let words = words(told);
    let sentence = Sentence { told, words: &words };
    let mut found: Vec<(Count, Range<usize>)> = Vec::new();
    for (at, quantity) in told.quantities().filter(|(_, quantity)| counted(quantity)) {
        let before = found.last().map(|(count, _)| &count.of);
        found.extend(sentence.count(at, quantity, before));
    }
    // "80 deaths, 461 severe cases and 5,794 suspected ones in Lennar": a list has its place at its end.
    for at in (1..found.len()).rev() {
        let gap = found[at - 1].1.end..found[at].1.start;
        if found[at - 1].0.place == Place::Whole
            && (gap.is_empty() || gap.len() == 1 && words[gap.start].small == "and")
        {
            found[at - 1].0.place = found[at].0.place.clone();
        }
    }
    found.into_iter().map(|(count, _)| count).collect()
}

struct Sentence<'s, 'd> {
    told: &'s Told<'d>,
    words: &'s [Word],
}

/// What befell those counted, who they are, and where the words for both stand.
struct Befell {
    what: &'static str,
    group: Group,
    at: Range<usize>,
}

impl Sentence<'_, '_> {
    fn small(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.small)
    }

    /// The count of a quantity; `before` is what the sentence counted last.
    fn count(&self, at: u32, quantity: &Quantity, before: Option<&Kind>) -> Option<(Count, Range<usize>)> {
        let first = self.words.partition_point(|word| word.span.end <= quantity.span.start);
        let next = self.words.partition_point(|word| word.span.start < quantity.span.end);
        if self.is_age(quantity, first) {
            return None;
        }
        let Befell { what: befell, group, at: words } = self.befell(quantity, first..next, before)?;
        if self.is_open(&words) || self.adds(&words) {
            return None;
        }
        let (year, day) = self.day(quantity);
        let count = Count {
            at: self.told.at,
            quantity: at,
            low: quantity.thousandths,
            high: quantity.to.unwrap_or(quantity.thousandths),
            hedge: quantity.hedge,
            of: Kind { befell, group, sure: self.sure(&words), year },
            place: Places { told: self.told, words: self.words }.of(words.clone()),
            day,
        };
        Some((count, words))
    }

    /// Whether the number is the age of the person named before it: "Mara Holm, 31, was hurt".
    fn is_age(&self, quantity: &Quantity, first: usize) -> bool {
        let Some(before) = first.checked_sub(1).map(|before| self.words[before].span) else { return false };
        let person = |span: Span| {
            self.told.mentions().any(|(_, mention, _)| mention.kind == ActorKind::Person && mention.span.contains(span))
        };
        quantity.noun.is_none() && self.words.get(first).is_some_and(|word| word.paused) && person(before)
    }

    fn befell(&self, quantity: &Quantity, own: Range<usize>, before: Option<&Kind>) -> Option<Befell> {
        let text = self.told.text();
        let nouns =
            quantity.noun.into_iter().flat_map(|noun| tokens(text, noun)).map(|word| word.of(text).to_lowercase());
        let head = nouns.filter(|word| !LISTS.world.has(word)).last();
        let group = match head.as_deref().map(|head| (head, befallen(head))) {
            None => None,
            Some((_, Some("people"))) => Some(Group::People),
            // "159 deaths": the noun says what befell them.
            Some((_, Some(what))) => return Some(Befell { what, group: Group::People, at: own }),
            Some((head, None)) => Some(match LISTS.group.get(head) {
                Some(class) => Group::Class(class),
                None => Group::Noun(stem_of(head)?),
            }),
        };
        let people = group.clone().is_none_or(|group| group == Group::People);
        let found = self.done_to(own.start).map(|what| (what, own.clone()));
        let found = found.or_else(|| self.behind(own.end).map(|(what, end)| (what, own.start..end)));
        if let Some((what, at)) = found {
            // "Eight gunmen are dead, and seven died …": a bare number goes on with whom the one before counted.
            let same = before.map(|kind| kind.group.clone());
            return Some(Befell { what, group: group.or(same).unwrap_or(Group::People), at });
        }
        // "352 were wounded, 99 of them critically".
        if let Some(kind) = before.filter(|_| group.is_none() && self.goes_on(own.end)) {
            let at = own.start..(own.end + GOES_ON).min(self.words.len());
            return Some(Befell { what: kind.befell, group: kind.group.clone(), at });
        }
        let toll = self.toll(own.start).filter(|_| people)?;
        Some(Befell { what: toll, group: Group::People, at: own })
    }

    /// Whether a number goes on with what the one before it counted: "of them critically", "seriously".
    fn goes_on(&self, next: usize) -> bool {
        let of = self.small(next) == "of" && matches!(self.small(next + 1), "them" | "whom");
        let at = next + 2 * usize::from(of);
        LISTS.sure.get(self.small(at)).is_some() && self.words.get(at + 1).is_none_or(|word| word.paused)
    }

    /// "… people were killed": what befell them behind the number, and the word behind that.
    fn behind(&self, next: usize) -> Option<(&'static str, usize)> {
        let joins = |at: usize| matches!(self.small(at), "and" | "or" | "but" | "while");
        let near = (next..self.words.len().min(next + BEHIND))
            .take_while(|at| (*at == next || !self.words[*at].paused) && !self.words[*at].number && !joins(*at));
        let (at, what) =
            near.into_iter().find_map(|at| Some((at, befallen(self.small(at)).filter(|what| *what != "people")?)))?;
        let passive = at > 0 && LISTS.passive.has(self.small(at - 1));
        (!LISTS.active.has(self.small(at)) || passive || !self.opens_object(at + 1)).then_some((what, at + 1))
    }

    /// Whether a noun phrase opens at `at`: what the verb before it does something to.
    fn opens_object(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| !word.paused) else { return false };
        let small = word.small.as_str();
        word.number
            || small == "at" && self.small(at + 1) == "least"
            || matches!(
                small,
                "the"
                    | "a"
                    | "an"
                    | "more"
                    | "up"
                    | "about"
                    | "some"
                    | "nearly"
                    | "over"
                    | "several"
                    | "as"
                    | "dozens"
                    | "hundreds"
                    | "thousands"
                    | "himself"
                    | "herself"
                    | "themselves"
            )
    }

    /// "killed …", "claimed the lives of …": what befell them, right before the number.
    fn done_to(&self, first: usize) -> Option<&'static str> {
        let small = |word: &str| {
            matches!(
                word,
                "the" | "a" | "an" | "all" | "another" | "about" | "of" | "estimated" | "as" | "many" | "total"
            )
        };
        let at = (first.saturating_sub(3)..first).rev().find(|at| !small(self.small(*at)))?;
        let paused = self.words[at + 1..=first.min(self.words.len() - 1)].iter().any(|word| word.paused);
        let passive = at > 0 && LISTS.passive.has(self.small(at - 1));
        let active = LISTS.active.has(self.small(at)) || self.small(at) == "lives";
        befallen(self.small(at)).filter(|what| *what != "people" && active && !passive && !paused)
    }

    /// "the death toll has risen to …", "the number of deaths passed …".
    fn toll(&self, first: usize) -> Option<&'static str> {
        let mut reached = false;
        for at in (first.saturating_sub(TOLL_TO_NUMBER)..first).rev() {
            let word = self.small(at);
            let count =
                (1..=3).any(|back| at > back && self.small(at - back) == "of" && self.small(at - back - 1) == "number");
            if self.words[at].number || matches!(word, "who" | "which" | "where") {
                return None;
            }
            if LISTS.toll_noun.has(word) {
                return reached.then_some("dead");
            }
            if let Some(what) = befallen(word).filter(|what| count && *what != "people") {
                return reached.then_some(what);
            }
            reached |= LISTS.reaches.has(word);
        }
        None
    }

    /// Whether it has not happened: "could kill 200", "to prevent up to 500 deaths".
    fn is_open(&self, words: &Range<usize>) -> bool {
        let near = words.start.saturating_sub(4)..words.end;
        let mut bases = near.filter(|at| LISTS.base.has(self.small(*at)));
        bases.any(|at| (at.saturating_sub(2)..at).any(|before| LISTS.open.has(self.small(before))))
    }

    /// Whether it adds to another count: "five new deaths", "1,000 deaths per day".
    fn adds(&self, words: &Range<usize>) -> bool {
        let near = words.start..(words.end + 2).min(self.words.len());
        near.clone().any(|at| LISTS.added.has(self.small(at)))
            || near.clone().any(|at| self.small(at) == "a" && self.small(at + 1) == "day")
            || (words.end..(words.end + 5).min(self.words.len())).any(|at| self.small(at) == "hours")
    }

    /// How sure the count is: a word of it, or right before it.
    fn sure(&self, words: &Range<usize>) -> &'static str {
        let joined = |at: &usize| self.words.get(at + 1).is_some_and(|word| !word.paused);
        let before = (words.start.saturating_sub(2)..words.start).rev().take_while(joined);
        let within = words.start..(words.end + 1).min(self.words.len());
        within.chain(before).find_map(|at| LISTS.sure.get(self.small(at)).copied()).unwrap_or_default()
    }

    /// The year of another story that the sentence names, 0 for every year; else the day nearest to the count.
    fn day(&self, quantity: &Quantity) -> (Option<i32>, Option<NaiveDate>) {
        let yearly = |at: usize| {
            matches!(self.small(at), "annually" | "yearly")
                || matches!(
                    (self.small(at), self.small(at + 1)),
                    ("every" | "each" | "normal", "year") | ("a", "normal")
                )
        };
        if (0..self.words.len()).any(yearly) {
            return (Some(0), None);
        }
        let dates = self.told.dates().iter().filter(|date| date.span.overlap(quantity.span).is_none());
        let apart = |span: Span| span.start.abs_diff(quantity.span.end).min(quantity.span.start.abs_diff(span.end));
        let nearest = dates.filter_map(|date| Some((apart(date.span), date.when?))).min_by_key(|(apart, _)| *apart);
        let published = self.told.entry.article.meta.standing().map(|date| date.first_day());
        let Some((_, when)) = nearest else {
            // A year may be part of a name: "the 1918 pandemic".
            let year =
                |word: &&Word| word.small.len() == 4 && !word.number && word.small.bytes().all(|b| b.is_ascii_digit());
            let year = self.words.iter().find(year).and_then(|word| word.small.parse().ok());
            let long_past = |year: &i32| (1000..published.map_or(0, |day| day.year() - 1)).contains(year);
            return (year.filter(long_past), None);
        };
        let day = when.first_day();
        let other = published.zip(day).filter(|(published, day)| (*published - *day).num_days() > OTHER_STORY);
        (other.map(|(_, day)| day.year()), when.day())
    }
}
