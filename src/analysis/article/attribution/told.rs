//! Reads one sentence: which of its words are told, and by whom.

use super::cue::{self, Cue, Subject};
use super::draft::{Draft, Reader};
use super::item::Kind;
use super::lexicon::{Class, Form, LEXICON};
use super::phrase::Clause;
use super::verbless;
use crate::model::StatementRule;
use std::ops::Range;

/// The statements of one sentence, in order of their cues.
pub(super) fn told(clause: &Clause<'_, '_>) -> Vec<Draft> {
    let mut reader = Reader { clause, cues: cue::cues(clause), drafts: Vec::new(), taken: 0, speaker: None };
    for at in 0..reader.cues.len() {
        reader.cue(at);
    }
    reader.according();
    reader.nouns();
    reader.quotations();
    let mut drafts = reader.drafts;
    for draft in &mut drafts {
        verbless::cited(clause, draft);
        if let Some(named) = draft.speaker.as_ref().and_then(|speaker| clause.with_name(speaker)) {
            draft.speaker = Some(named);
        }
    }
    drafts
}

impl Reader<'_, '_, '_> {
    fn cue(&mut self, at: usize) {
        let cue = self.cues[at].clone();
        if cue.words.start < self.taken {
            return;
        }
        let speaker = match cue.speaker() {
            Some(speaker) => Some(speaker.clone()),
            None => self.speaker.clone().or_else(|| self.opening(cue.start)),
        };
        if speaker.as_ref().is_some_and(|speaker| self.mute(speaker)) {
            return;
        }
        let quoted_before = self.quoted_before(&cue);
        let behind =
            self.behind(at, &cue).filter(|range| !quoted_before || self.clause.quotation(range.start).is_some());
        let before = self.before(&cue, behind.as_ref());
        let announces = behind.is_none() && before.is_none() && self.clause.mark(self.clause.len() - 1, ':');
        let quoted = |range: &Range<usize>| range.clone().any(|at| self.clause.quotation(at).is_some());
        let any = behind.iter().chain(&before).any(quoted);
        let (before, behind) = match (before, behind) {
            (before, None) if !quoted_before => {
                self.around(&cue, at).map_or((before, None), |(a, b)| (Some(a), Some(b)))
            }
            both => both,
        };
        let nothing = behind.is_none() && before.is_none() && !announces;
        let closing = nothing && self.closes(&cue);
        if cue.doubtful && !any || nothing && !closing {
            return;
        }
        if !closing {
            self.taken = behind.as_ref().map_or(cue.end, |range| range.end);
            self.speaker.clone_from(&speaker);
        }
        let rule = match cue.subject {
            Subject::Before(_) => StatementRule::SubjectVerb,
            Subject::Behind(_) => StatementRule::VerbSubject,
            Subject::Same => StatementRule::SameSubject,
        };
        self.drafts.push(Draft {
            rule,
            speaker,
            intermediate: cue.intermediate.clone(),
            cue: Some(cue.words.clone()),
            stance: Some(cue.stance),
            content: before.into_iter().chain(behind).collect(),
            closing,
        });
    }

    /// Whether the sentence opens with the verb and its speaker, and has nothing told: "said Holm, 53, who …", "Holm said."
    fn closes(&self, cue: &Cue) -> bool {
        let clause = self.clause;
        let ends = || (cue.end..clause.len()).all(|at| clause.any_mark(at)) || clause.mark(cue.end, ',');
        let alone = match &cue.subject {
            Subject::Behind(_) => cue.start == 0,
            Subject::Before(subject) => subject.start == 0 && ends() && clause.names_speaker(subject),
            Subject::Same => false,
        };
        alone && cue.frames.quotation && !cue.doubtful
    }

    /// Whether a subject is none that speaks: the writer, or a thing.
    fn mute(&self, speaker: &Range<usize>) -> bool {
        let one = speaker.len() == 1;
        // "It's"
        let word = self.clause.word(speaker.start).split('\'').next();
        one && matches!(word.unwrap_or_default(), "i" | "you" | "it" | "this" | "that" | "these")
    }

    /// Where the clause opens that goes on with "and": "when the union objected and said". With a comma before it, the whole
    /// sentence does.
    fn nearest_clause(&self, before: usize) -> Option<usize> {
        let clause = self.clause;
        let and = before.checked_sub(1).filter(|and| clause.is(*and, Class::Conjunction))?;
        let parts = |at: &usize| clause.any_mark(*at) || clause.is(*at, Class::Subordinator);
        let opener = (self.taken..and).rev().find(parts)?;
        (clause.is(opener, Class::Subordinator) && opener + 1 < and).then_some(opener + 1)
    }

    /// The subject of the sentence or, where that cannot speak, of the clause that goes on with the verb.
    fn opening(&self, before: usize) -> Option<Range<usize>> {
        self.first_speaker(self.taken.min(before), before)
            .or_else(|| self.first_speaker(self.nearest_clause(before)?, before))
    }

    /// The first noun phrase from `at` on that can speak, what opens the clause set aside.
    fn first_speaker(&self, at: usize, before: usize) -> Option<Range<usize>> {
        let clause = self.clause;
        let mut at = at;
        let fronted = matches!(
            clause.get(at)?.kind,
            Kind::Word(Class::Preposition | Class::Subordinator | Class::Adverb | Class::Time | Class::Conjunction)
        );
        if fronted {
            at = match (at..before).find(|at| clause.mark(*at, ',')) {
                Some(comma) => comma + 1,
                None => at + 1,
            };
        }
        // A phrase inside another is no subject: "Speaking in Oslo".
        let whole = |start: &usize| {
            let inside = |before: usize| {
                clause.nominal(before) || clause.is(before, Class::Preposition) || clause.is(before, Class::Determiner)
            };
            *start == at || !inside(start - 1)
        };
        let starts = at..before.min(at + 30);
        let phrases =
            || starts.clone().filter(whole).filter_map(|at| clause.after(at)).filter(|phrase| phrase.end <= before);
        phrases()
            .find(|phrase| clause.names_speaker(phrase) && clause.can_speak(phrase))
            .or_else(|| phrases().next().filter(|phrase| clause.can_speak(phrase)))
    }

    /// What is told behind the verb.
    fn behind(&self, at: usize, cue: &Cue) -> Option<Range<usize>> {
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
            && matches!(&*item.word, "whether" | "if" | "how" | "why" | "what" | "where" | "when" | "who");
        let infinitive = frames.infinitive && &*item.word == "to";
        let bare = frames.clause && self.opens_clause(from);
        let bare = bare || frames.that && !frames.clause && self.opens_clause(from) && self.finite_soon(from);
        let urged = frames.hearer && !frames.clause && !frames.question && self.infinitive_soon(from);
        let object = frames.object && (self.clause.after(from).is_some() || item.is(Class::Relative));
        let end = self.end_of(from, at);
        let quotes = frames.quotation
            && !matches!(item.kind, Kind::Mark(_))
            && (from..end).any(|at| clause.quotation(at).is_some_and(|quotation| quotation.words > 1));
        (that || question || infinitive || bare || urged || object || quotes).then(|| self.range(from, end)).flatten()
    }

    fn opens_clause(&self, at: usize) -> bool {
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

    fn infinitive_soon(&self, at: usize) -> bool {
        (at..(at + 12).min(self.clause.len()))
            .take_while(|at| !self.clause.any_mark(*at))
            .any(|at| self.clause.word(at) == "to")
    }

    /// Where what is told from `from` on ends: before the next statement of the sentence, or with the sentence.
    fn end_of(&self, from: usize, cue: usize) -> usize {
        let clause = self.clause;
        let mut end = clause.len();
        for next in &self.cues[cue + 1..] {
            if next.from() <= from {
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

    /// Whether a quotation stands right before verb and subject.
    fn quoted_before(&self, cue: &Cue) -> bool {
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

    /// What is told on both sides: "The ferry, Holm said, would sail".
    fn around(&self, cue: &Cue, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let clause = self.clause;
        let last = cue.from().checked_sub(1).filter(|last| *last > self.taken && clause.mark(*last, ','))?;
        let goes_on = clause.mark(cue.end, ',') && clause.is(cue.end + 1, Class::Auxiliary);
        if !goes_on || !cue.frames.clause || cue.participle {
            return None;
        }
        Some((self.taken..last, self.range(cue.end + 1, self.end_of(cue.end + 1, at))?))
    }

    /// What is told before the verb: "The port will close, Holm said".
    fn before(&self, cue: &Cue, behind: Option<&Range<usize>>) -> Option<Range<usize>> {
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
