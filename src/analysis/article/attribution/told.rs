//! Reads one sentence: which of its words are told, and by whom.

use super::cue::{self, Cue, Subject};
use super::draft::{Draft, Reader};
use super::item::Kind;
use super::lexicon::Class;
use super::outlet;
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
        if self.sums_up(&cue) {
            self.taken = 0;
            self.drafts.clear();
        }
        let quoted_before = self.quoted_before(&cue);
        let behind =
            self.behind(at, &cue).filter(|range| !quoted_before || self.clause.quotation(range.start).is_some());
        let before = self.before(&cue, behind.as_ref());
        let announces = behind.is_none() && before.is_none() && self.clause.mark(self.clause.len() - 1, ':');
        let quoted = |range: &Range<usize>| range.clone().any(|at| self.clause.quotation(at).is_some());
        let any = behind.iter().chain(&before).any(quoted);
        let (before, behind) = match (before, behind) {
            (None, None) if self.is_aside(&cue) => self.beside_aside(&cue, at),
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

    /// Whether the sentence ends with who told all of it, what others said in it as well: "Holm told the crew to sail, sources
    /// said."
    fn sums_up(&self, cue: &Cue) -> bool {
        let clause = self.clause;
        let comma = cue.from().checked_sub(1).is_some_and(|last| clause.mark(last, ','));
        let last = (cue.end..clause.len()).all(|at| clause.any_mark(at));
        // An outlet only carries what others say.
        let carried = cue.speaker().is_some_and(|phrase| outlet::is_outlet(clause, phrase));
        let unquoted = !(0..cue.from()).any(|at| clause.quotation(at).is_some());
        let told = (cue.frames.clause || cue.frames.that)
            && !cue.doubtful
            && !cue.participle
            && !matches!(cue.subject, Subject::Same);
        !self.drafts.is_empty() && comma && last && unquoted && told && !carried
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
}
