//! What is told before a reporting verb, or on both sides of it and its speaker.

use super::cue::{Cue, Subject};
use super::draft::Reader;
use super::item::Kind;
use super::lexicon::Class;
use crate::model::Stance;
use crate::text::lexicon::words::WORDS;
use std::ops::Range;

/// Words that join a reason, a condition or a part to what was told.
const REASONS: [&str; 14] = [
    "that",
    "since",
    "because",
    "although",
    "though",
    "if",
    "unless",
    "until",
    "including",
    "which",
    "rather",
    "for",
    "of",
    "with",
];

impl Reader<'_, '_, '_> {
    /// Whether a quotation stands right before verb and subject.
    pub(super) fn quoted_before(&self, cue: &Cue) -> bool {
        let clause = self.clause;
        let Some(last) = cue.from().checked_sub(1).filter(|last| *last >= self.taken) else { return false };
        let mark = clause.mark(last, ',') || clause.mark(last, '—');
        let at = if mark { last.saturating_sub(1) } else { last };
        // "In his book “The Crane,” Holm said …": a title, and no word of his.
        let title = |at: usize| {
            clause.is(self.taken, Class::Preposition)
                && clause.quotation(at).is_some_and(|it| it.title_like(clause.text))
        };
        clause.quotation(at).is_some_and(|quotation| mark || !quotation.soft) && !title(at)
    }

    /// What is told on both sides: "The ferry, Holm said, would sail", "Too often, Holm said, the ferry is late", "The ferry
    /// is late, Holm said, because it waits".
    pub(super) fn around(&self, cue: &Cue, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let clause = self.clause;
        let last = cue.from().checked_sub(1).filter(|last| *last > self.taken && clause.mark(*last, ','))?;
        let next = cue.end + 1;
        if !clause.mark(cue.end, ',') || !(cue.frames.clause || cue.frames.that) || cue.participle {
            return None;
        }
        let from = (self.taken..last).find(|at| !clause.any_mark(*at) && !clause.is(*at, Class::Conjunction))?;
        let acts = |word: &str| word.ends_with("ed") || WORDS.is_past(word);
        let interrupted = clause.is(next, Class::Auxiliary) || acts(clause.word(next));
        // "…, said Holm, the harbour master"; "…, doctors told the mother, Mara Holm, that …"
        let plain = matches!(cue.subject, Subject::Before(_)) && !cue.frames.hearer;
        let goes_on = plain && self.is_circumstance(from) && self.opens_clause(next) || self.is_reason(next);
        if !interrupted && !goes_on {
            return None;
        }
        Some((from..last, self.range(next, self.end_of(next, at))?))
    }

    /// Whether speaker and verb are set off with "as": "As Holm said, the ferry is late".
    pub(super) fn is_aside(&self, cue: &Cue) -> bool {
        let as_before = cue.from().checked_sub(1).filter(|at| self.clause.word(*at) == "as");
        let opens = |at: usize| at == self.taken || self.clause.any_mark(at - 1);
        // "as aid groups complained of delays" tells when.
        let alone = !(cue.words.end..cue.end).any(|at| self.clause.is(at, Class::Preposition));
        // "not at sea, as Holm had thought", "to sail, as Holm has promised": nothing tells which part of it was said.
        let said = !matches!(cue.stance, Stance::Thought | Stance::Promised | Stance::Urged | Stance::Asked);
        let that = (cue.frames.clause || cue.frames.that) && !cue.participle;
        as_before.is_some_and(opens) && alone && said && that
    }

    /// What is told on both sides of the words that are set off.
    pub(super) fn beside_aside(&self, cue: &Cue, at: usize) -> (Option<Range<usize>>, Option<Range<usize>>) {
        let clause = self.clause;
        let next = cue.end + 1;
        let before = cue.from().checked_sub(2).filter(|last| *last > self.taken && clause.mark(*last, ','));
        let behind = clause.mark(cue.end, ',').then(|| self.range(next, self.end_of(next, at))).flatten();
        let ends = behind.is_some() || (cue.end..clause.len()).all(|at| clause.any_mark(at));
        (before.filter(|_| ends).map(|last| self.taken..last), behind)
    }

    /// Whether what opens at `at` is a circumstance of a clause to come: "Back in Lennar,", "To sail,", "Even if it rains,".
    fn is_circumstance(&self, at: usize) -> bool {
        let class = |class| self.clause.is(at, class);
        class(Class::Preposition)
            || class(Class::Subordinator)
            || class(Class::Adverb)
            || class(Class::Time)
            || matches!(self.clause.word(at), "to" | "even" | "back" | "too" | "perhaps" | "maybe")
    }

    /// Whether the word at `at` joins a reason, a condition or a part to what was told.
    fn is_reason(&self, at: usize) -> bool {
        REASONS.contains(&self.clause.word(at))
    }

    /// What is told before the verb: "The port will close, Holm said".
    pub(super) fn before(&self, cue: &Cue, behind: Option<&Range<usize>>) -> Option<Range<usize>> {
        let clause = self.clause;
        let last = cue.from().checked_sub(1).filter(|last| *last >= self.taken)?;
        if cue.participle || matches!(cue.subject, Subject::Same) {
            return None;
        }
        let mark = clause.mark(last, ',') || clause.mark(last, '—');
        let quoted = self.quoted_before(cue);
        if !mark && !quoted || !(cue.frames.quotation || cue.frames.that) || !quoted && behind.is_some() {
            return None;
        }
        let end = if mark { last } else { last + 1 };
        let mut from = self.taken;
        while from < end && (clause.any_mark(from) || clause.is(from, Class::Conjunction)) {
            from += 1;
        }
        if quoted {
            let outside = (from..end).filter(|at| matches!(clause.items[*at].kind, Kind::Word(_))).count();
            if outside <= 2 {
                from = (from..end).find(|at| clause.quotation(*at).is_some())?;
            }
            return self.range(from, end);
        }
        // A sentence that opens with a circumstance tells nothing before its verb.
        let fronted = clause.is(from, Class::Preposition)
            || matches!(clause.word(from), "asked" | "when" | "while" | "as" | "after");
        let short = fronted && !(from..end).any(|at| clause.mark(at, ','));
        if short
            || !(cue.frames.clause || cue.frames.that && cue.frames.quotation)
            || from != 0 && self.taken > 0 && end - from < 4
        {
            return None;
        }
        self.range(from, end)
    }
}
