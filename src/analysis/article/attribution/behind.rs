//! What is told behind a reporting verb, and where it ends.

use super::cue::{Cue, Subject};
use super::draft::Reader;
use super::item::Kind;
use super::lexicon::{Class, Form, LEXICON};
use std::ops::Range;

/// Most words and marks from a verb of calling to what somebody or something is called.
const LABEL: usize = 20;

impl Reader<'_, '_, '_> {
    /// What is told behind the verb.
    pub(super) fn behind(&self, at: usize, cue: &Cue) -> Option<Range<usize>> {
        let clause = self.clause;
        let mut from = cue.end;
        let frames = cue.frames;
        if (clause.mark(from, ',') || clause.mark(from, ':')) && clause.quotation(from + 1).is_some() {
            from += 1;
        } else if clause.mark(from, ':') && from + 1 < clause.len() && frames.quotation {
            return self.range(from + 1, clause.len());
        }
        if clause.quotation(from).is_some() {
            let inverted = matches!(cue.subject, Subject::Behind(_));
            let speaks = frames.quotation || frames.that;
            // “…,” said Holm, “…”
            return (speaks || inverted).then(|| self.range(from, self.end_of(from, at))).flatten();
        }
        if matches!(cue.subject, Subject::Behind(_)) {
            return None;
        }
        let item = clause.get(from)?;
        let that = &*item.word == "that" && frames.that;
        let question = frames.question
            && !self.is_when(from)
            && matches!(&*item.word, "whether" | "if" | "how" | "why" | "what" | "where" | "when" | "who");
        let infinitive = frames.infinitive && &*item.word == "to";
        let bare = frames.clause && self.opens_clause(from) && !self.is_when(from);
        let bare = bare || frames.that && !frames.clause && self.opens_clause(from) && self.finite_soon(from);
        let to_do = frames.hearer && !frames.clause && (!frames.question || frames.infinitive);
        // "asked not to be named" urges nobody.
        let somebody = cue.end > cue.words.end || !matches!(&*item.word, "to" | "not");
        let urged = to_do && somebody && self.infinitive_soon(from);
        let label = frames.label && self.is_called(from);
        let object = label || frames.object && (self.clause.after(from).is_some() || item.is(Class::Relative));
        let end = self.end_of(from, at);
        let quotes = frames.quotation
            && !matches!(item.kind, Kind::Mark(_))
            && (from..end).any(|at| clause.quotation(at).is_some_and(|quotation| quotation.words > 1));
        (that || question || infinitive || bare || urged || object || quotes).then(|| self.range(from, end)).flatten()
    }

    /// Whether only the time of saying follows: "said when she left", and not "said when she would leave".
    fn is_when(&self, at: usize) -> bool {
        let told = |at: usize| {
            self.clause.mark(at, ',')
                || matches!(self.clause.word(at), "will" | "would" | "can" | "could" | "may" | "might" | "should")
        };
        matches!(self.clause.word(at), "when" | "while" | "before" | "after" | "as" | "during" | "until")
            && !(at..self.clause.len()).any(told)
    }

    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let Some(item) = self.clause.get(at) else { return false };
        let subordinate = matches!(&*item.word, "if" | "although" | "unless" | "what" | "when" | "while");
        subordinate
            || item.mention.is_some()
            || matches!(
                item.kind,
                Kind::Word(
                    Class::Determiner | Class::Pronoun | Class::Word | Class::Preposition | Class::Adverb | Class::Time
                )
            )
    }

    /// Whether a finite verb follows the noun phrase at `at`, as far as its form tells.
    fn finite_soon(&self, at: usize) -> bool {
        let clause = self.clause;
        let Some(phrase) = clause.after(at) else { return false };
        let pronoun = phrase.len() == 1 && matches!(clause.word(at), "he" | "she" | "they" | "we" | "it" | "i" | "you");
        pronoun || (at..(phrase.end + 1).min(clause.len())).any(|at| clause.is(at, Class::Auxiliary))
    }

    /// Whether a noun phrase and what it is called follow: "climate change a hoax".
    fn is_called(&self, from: usize) -> bool {
        let clause = self.clause;
        let reach = from + 1..clause.len().min(from + LABEL);
        let mut open = reach.take_while(|at| !clause.any_mark(*at));
        clause.after(from).is_some()
            && open.any(|at| matches!(clause.word(at), "a" | "an") && clause.nominal(at - 1) && clause.nominal(at + 1))
    }

    /// Whether "to" with a verb follows, or somebody and "to".
    fn infinitive_soon(&self, at: usize) -> bool {
        let end = self.clause.after(at).map_or(at, |phrase| phrase.end);
        (at..end + 3).take_while(|at| !self.clause.any_mark(*at)).any(|at| self.clause.word(at) == "to")
    }

    /// Where what is told from `from` on ends: before the next statement of the sentence, or with the sentence.
    pub(super) fn end_of(&self, from: usize, cue: usize) -> usize {
        let clause = self.clause;
        let mut end = clause.len();
        for next in &self.cues[cue + 1..] {
            // "to sail, as Holm has pledged, would be hard": set off, and no border.
            let set_off =
                self.clause.mark(next.end, ',') && next.from() > 0 && self.clause.word(next.from() - 1) == "as";
            if next.from() <= from || next.doubtful || set_off {
                continue;
            }
            if let Some(border) = self.border(next, from) {
                end = border;
                break;
            }
        }
        // "said the port would close, but gave no date": the speaker acts again.
        let acts = (from + 1..end.saturating_sub(2)).find(|at| {
            clause.mark(*at, ',')
                && matches!(clause.word(at + 1), "but" | "and")
                && clause.items[at + 2].mention.is_none()
                && (clause.word(at + 2).ends_with("ed")
                    || LEXICON.verbs(clause.word(at + 2)).iter().any(|verb| verb.form == Form::Past))
        });
        end = acts.unwrap_or(end);
        let according = (from + 1..end).find(|at| {
            clause.word(*at) == "according" && clause.word(at + 1) == "to"
                || matches!(clause.word(*at), "citing" | "quoting") && clause.mark(*at - 1, ',')
        });
        if let Some(at) = according {
            end = at;
        }
        end
    }

    /// Where the clause of `next` begins, if it is one beside what is told from `from` on, and no part of it.
    fn border(&self, next: &Cue, from: usize) -> Option<usize> {
        let clause = self.clause;
        let mut at = next.from();
        let joined = |at: usize| {
            clause.is(at, Class::Conjunction)
                || matches!(clause.word(at), "while" | "although" | "though" | "whereas" | "as")
                || clause.is(at, Class::Adverb)
        };
        let mut conjunction = false;
        while at > from && joined(at - 1) {
            at -= 1;
            conjunction = true;
        }
        let last = at.checked_sub(1).filter(|last| *last >= from)?;
        let mark = clause.mark(last, ',') || clause.mark(last, ';') || clause.mark(last, '—');
        let quoted = clause.quotation(last).is_some_and(|quotation| !quotation.soft);
        let told =
            clause.word(next.end) == "that" || clause.quotation(next.end).is_some() || clause.mark(next.end, ':');
        let beside = match next.subject {
            Subject::Same if next.participle => mark || quoted,
            Subject::Same => conjunction && told,
            Subject::Before(_) => (mark || quoted) && (conjunction || !clause.mark(last, '—')),
            Subject::Behind(_) => mark || quoted,
        };
        beside.then_some(at)
    }
}
