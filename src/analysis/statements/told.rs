//! Reads one sentence: which of its words are told, and by whom.

use super::carrier;
use super::cue::{self, Cue, Subject};
use super::item::Kind;
use super::lexicon::{Class, Form, LEXICON};
use super::phrase::Clause;
use crate::model::Strength;
use std::ops::Range;

/// Fewest words of an indirect statement.
const FEWEST: usize = 3;

/// A statement as indices of the sentence's items.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) speaker: Option<Range<usize>>,
    pub(super) carrier: Option<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) strength: Option<Strength>,
    /// In order; empty for words that only announce what follows ("Holm said:").
    pub(super) content: Vec<Range<usize>>,
}

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
        cited(clause, draft);
    }
    drafts
}

struct Reader<'c, 'a, 't> {
    clause: &'c Clause<'a, 't>,
    cues: Vec<Cue>,
    drafts: Vec<Draft>,
    /// What lies before it belongs to statements already.
    taken: usize,
    /// Who spoke last in this sentence.
    speaker: Option<Range<usize>>,
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
        let quoted = self.quoted_before(&cue);
        let behind = self.behind(at, &cue).filter(|range| !quoted || self.clause.quotation(range.start).is_some());
        let before = self.before(&cue, behind.as_ref());
        let announces = behind.is_none() && before.is_none() && self.clause.mark(self.clause.len() - 1, ':');
        let quoted = |range: &Range<usize>| range.clone().any(|at| self.clause.quotation(at).is_some());
        let any = behind.iter().chain(&before).any(quoted);
        if cue.doubtful && !any || behind.is_none() && before.is_none() && !announces {
            return;
        }
        self.taken = behind.as_ref().map_or(cue.end, |range| range.end);
        self.speaker.clone_from(&speaker);
        self.drafts.push(Draft {
            speaker,
            carrier: cue.carrier.clone(),
            cue: Some(cue.words.clone()),
            strength: Some(cue.strength),
            content: before.into_iter().chain(behind).collect(),
        });
    }

    /// Whether a subject is none that speaks: the writer, or a thing.
    fn mute(&self, speaker: &Range<usize>) -> bool {
        let one = speaker.len() == 1;
        one && matches!(self.clause.word(speaker.start), "i" | "you" | "it" | "this" | "that" | "these")
    }

    /// The subject of the sentence: its first noun phrase, what opens it set aside.
    fn opening(&self, before: usize) -> Option<Range<usize>> {
        let clause = self.clause;
        let mut at = self.taken.min(before);
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
        let phrases =
            || (at..before.min(at + 30)).filter_map(|at| clause.after(at)).filter(|phrase| phrase.end <= before);
        phrases().find(|phrase| clause.names_speaker(phrase)).or_else(|| phrases().next())
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
        let according = (from + 1..end)
            .find(|at| clause.word(*at) == "according" && clause.word(at + 1) == "to" || clause.word(*at) == "citing");
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
        clause.quotation(last).is_some_and(|quotation| !quotation.soft)
            || mark && last > 0 && clause.quotation(last - 1).is_some()
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
            || !cue.frames.clause && !(cue.frames.that && cue.frames.quotation)
            || from != 0 && self.taken > 0 && end - from < 4
        {
            return None;
        }
        self.range(from, end)
    }

    /// The words `from..end` without the marks at their ends; nothing where they are too few.
    fn range(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let clause = self.clause;
        let (mut from, mut end) = (from, end);
        let trims = |at: usize| matches!(clause.items[at].kind, Kind::Mark(',' | '.' | ';' | ':' | '—'));
        while from < end && trims(from) {
            from += 1;
        }
        while end > from && (trims(end - 1) || clause.is(end - 1, Class::Conjunction)) {
            end -= 1;
        }
        let quoted = (from..end).any(|at| clause.quotation(at).is_some());
        (from < end && (quoted || end - from >= FEWEST)).then_some(from..end)
    }

    /// "according to Holm".
    fn according(&mut self) {
        let clause = self.clause;
        for at in 0..clause.len() {
            let to = matches!(clause.word(at), "according" if clause.word(at + 1) == "to")
                || clause.word(at) == "as" && clause.word(at + 1) == "per";
            if !to {
                continue;
            }
            let Some(speaker) = clause.after(at + 2) else { continue };
            let opens = at == 0 || !clause.mark(at - 1, ',') && self.drafts.is_empty() && at < 2;
            let content = if opens {
                let comma = (speaker.end..clause.len()).find(|at| clause.mark(*at, ','));
                comma.and_then(|comma| self.range(comma + 1, clause.len()))
            } else {
                let from =
                    self.drafts.iter().rev().find_map(|draft| draft.content.last()).filter(|range| range.end <= at);
                self.range(from.map_or(0, |range| range.start), at)
            };
            if let Some(content) = content {
                let cue = Some(at..at + 2);
                let strength = Some(Strength::Said);
                self.drafts.push(Draft {
                    speaker: Some(speaker),
                    carrier: None,
                    cue,
                    strength,
                    content: vec![content],
                });
            }
        }
    }

    /// "his claim that …".
    fn nouns(&mut self) {
        let clause = self.clause;
        for at in 1..clause.len() {
            let Some(strength) = LEXICON.noun(clause.word(at)) else { continue };
            let free = clause.word(at + 1) == "that" && !self.covered(at);
            let Some(owner) = (at.saturating_sub(3)..at).rev().find(|at| {
                clause.items[*at].kind == Kind::Possessive
                    || matches!(clause.word(*at), "his" | "her" | "their" | "its")
            }) else {
                continue;
            };
            let speaker = match clause.items[owner].kind {
                Kind::Possessive => clause.before(owner),
                _ => Some(owner..owner + 1),
            };
            if let (true, Some(speaker), Some(content)) = (free, speaker, self.range(at + 1, clause.len())) {
                self.drafts.push(Draft {
                    speaker: Some(speaker),
                    carrier: None,
                    cue: Some(at..at + 1),
                    strength: Some(strength),
                    content: vec![content],
                });
            }
        }
    }

    fn covered(&self, at: usize) -> bool {
        self.drafts.iter().flat_map(|draft| &draft.content).any(|range| range.contains(&at))
    }

    /// Adds a quotation to the one before it of the same speaker: “…,” said Holm, pointing at the crane, “…”.
    fn goes_on(&mut self, at: usize) -> bool {
        let clause = self.clause;
        let whole = clause.quotation(at).is_some_and(|quotation| !quotation.soft && quotation.words > 2);
        let before = at > 0 && (clause.mark(at - 1, ',') || clause.mark(at - 1, ':') || clause.mark(at - 1, '—'));
        let Some(draft) = self.drafts.last_mut().filter(|_| whole && before) else { return false };
        let direct = draft.content.iter().flat_map(Clone::clone).all(|at| clause.quotation(at).is_some());
        let from = draft.cue.as_ref().map_or(at, |cue| cue.end);
        let other =
            self.cues.iter().any(|cue| cue.words.start >= from && cue.words.start < at && cue.speaker().is_some());
        let fits = direct && from < at && !other && draft.content.last().is_none_or(|last| last.end <= at);
        if fits {
            draft.content.push(at..at + 1);
        }
        fits
    }

    /// Quotations that no verb claims: "Holm: “…”", “…” – Holm.
    fn quotations(&mut self) {
        let clause = self.clause;
        for at in 0..clause.len() {
            if clause.quotation(at).is_none() || self.covered(at) {
                continue;
            }
            if self.goes_on(at) {
                continue;
            }
            let colon = at.checked_sub(1).filter(|colon| clause.mark(*colon, ':'));
            let named = colon.and_then(|colon| clause.before(colon)).filter(|phrase| clause.names_speaker(phrase));
            let signed = clause.mark(at + 1, '—').then(|| clause.after(at + 2)).flatten().filter(|phrase| {
                let name = phrase.len() <= 6 && phrase.clone().all(|at| clause.items[at].capital);
                (name || clause.names_speaker(phrase))
                    && clause.get(phrase.end).is_none_or(|item| matches!(item.kind, Kind::Mark('.' | ',' | '(')))
            });
            if let Some(speaker) = named.or(signed) {
                let content = std::iter::once(at..at + 1).collect();
                self.drafts.push(Draft { speaker: Some(speaker), content, ..Draft::default() });
            }
        }
    }
}

/// Parts who carries a statement from who makes it: "Reuters reported, citing officials".
fn cited(clause: &Clause<'_, '_>, draft: &mut Draft) {
    let Some(speaker) = draft.speaker.clone().filter(|speaker| carrier::is_outlet(clause, speaker)) else { return };
    let from = draft.cue.as_ref().map_or(speaker.end, |cue| cue.end);
    let citing = (from..clause.len()).find(|at| matches!(clause.word(*at), "citing" | "quoting"));
    if let Some(source) = citing.and_then(|at| clause.after(at + 1)) {
        draft.speaker = Some(source);
        draft.carrier = Some(speaker);
    } else if !draft.content.iter().flat_map(Clone::clone).all(|at| clause.quotation(at).is_some()) {
        draft.speaker = None;
        draft.carrier = Some(speaker);
    }
}
