//! Reads what a sentence tells without a verb of reporting: "according to", "his claim that", "Holm: “…”", "“…” – Holm".

use super::cue::{Cue, Subject};
use super::draft::{Draft, Reader};
use super::item::Kind;
use super::lexicon::LEXICON;
use super::outlet;
use super::phrase::Clause;
use crate::model::{ActorKind, Stance, StatementRule};
use std::ops::Range;

/// Most words before the name of whom a line announces.
const ANNOUNCING: usize = 8;

impl Reader<'_, '_, '_> {
    /// "according to Holm".
    pub(super) fn according(&mut self) {
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
                let stance = Some(Stance::Said);
                self.drafts.push(Draft {
                    rule: StatementRule::AccordingTo,
                    speaker: Some(speaker),
                    intermediate: None,
                    cue,
                    stance,
                    content: vec![content],
                    closing: false,
                });
            }
        }
    }

    /// "his claim that …".
    pub(super) fn nouns(&mut self) {
        let clause = self.clause;
        for at in 1..clause.len() {
            let Some(stance) = LEXICON.noun(clause.word(at)) else { continue };
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
            // As a sentence's subject it has its own verb to come, and where that begins is not told by any mark.
            let speaker = speaker.filter(|speaker| speaker.start > 1);
            if let (true, Some(speaker), Some(content)) = (free, speaker, self.range(at + 1, clause.len())) {
                self.drafts.push(Draft {
                    rule: StatementRule::NounThat,
                    speaker: Some(speaker),
                    intermediate: None,
                    cue: Some(at..at + 1),
                    stance: Some(stance),
                    content: vec![content],
                    closing: false,
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

    /// Who speaks where a colon stands before the words: whoever is named behind a verb, else the name right before it.
    /// A place at the end of what is set beside a name does not speak: "said Holm, a pilot in Lennar, Norway: “…”".
    fn labelled(&self, colon: usize) -> Option<Range<usize>> {
        let clause = self.clause;
        let behind = |cue: &Cue| match &cue.subject {
            Subject::Behind(speaker) if speaker.end <= colon && clause.names_speaker(speaker) => Some(speaker.clone()),
            _ => None,
        };
        if let Some(speaker) = self.cues.iter().rev().find_map(behind) {
            return Some(speaker);
        }
        let phrase = clause.before(colon).filter(|phrase| clause.names_speaker(phrase))?;
        let place = clause.mention(phrase.end - 1).is_some_and(|mention| mention.kind == ActorKind::Place);
        (!place).then_some(phrase)
    }

    /// Quotations that no verb claims: "Holm: “…”", “…” – Holm.
    pub(super) fn quotations(&mut self) {
        let clause = self.clause;
        for at in 0..clause.len() {
            if clause.quotation(at).is_none() || self.covered(at) {
                continue;
            }
            if self.goes_on(at) {
                continue;
            }
            let colon = at.checked_sub(1).filter(|colon| clause.mark(*colon, ':'));
            let named = colon.and_then(|colon| self.labelled(colon));
            let signed = clause.mark(at + 1, '—').then(|| clause.after(at + 2)).flatten().filter(|phrase| {
                let name = phrase.len() <= 6 && phrase.clone().all(|at| clause.items[at].capital);
                (name || clause.names_speaker(phrase))
                    && clause.get(phrase.end).is_none_or(|item| matches!(item.kind, Kind::Mark('.' | ',' | '(')))
            });
            let named = named.map(|speaker| (StatementRule::Colon, speaker));
            if let Some((rule, speaker)) = named.or(signed.map(|speaker| (StatementRule::Signed, speaker))) {
                self.drafts.push(Draft {
                    rule,
                    speaker: Some(speaker),
                    intermediate: None,
                    cue: None,
                    stance: None,
                    content: std::iter::once(at..at + 1).collect(),
                    closing: false,
                });
            }
        }
    }
}

/// Whom words without a verb announce before a colon: "And from Chairwoman Rosen:", "From the desk of John Dole, analyst:".
pub(super) fn announced(clause: &Clause<'_, '_>) -> Option<Range<usize>> {
    let colon = clause.len().checked_sub(1).filter(|last| clause.mark(*last, ':'))?;
    let from = (0..colon.min(ANNOUNCING)).find(|at| clause.word(*at) == "from")?;
    let name = (from + 1..colon.min(from + ANNOUNCING)).find(|at| clause.person(*at))?;
    let end = clause.mention_end(name);
    let start = (from + 1..name).rev().take_while(|at| clause.items[*at].capital).last().unwrap_or(name);
    let another = (end..colon).any(|at| clause.person(at));
    (!another && (end == colon || clause.any_mark(end))).then_some(start..end)
}

/// Parts who carries a statement from who makes it: "Reuters reported, citing officials".
pub(super) fn cited(clause: &Clause<'_, '_>, draft: &mut Draft) {
    let Some(speaker) = draft.speaker.clone().filter(|speaker| outlet::is_outlet(clause, speaker)) else { return };
    let from = draft.cue.as_ref().map_or(speaker.end, |cue| cue.end);
    let citing = (from..clause.len()).find(|at| matches!(clause.word(*at), "citing" | "quoting"));
    if let Some(source) = citing.and_then(|at| clause.after(at + 1)) {
        draft.speaker = Some(source);
        draft.intermediate = Some(speaker);
    } else if !draft.content.iter().flat_map(Clone::clone).all(|at| clause.quotation(at).is_some()) {
        draft.speaker = None;
        draft.intermediate = Some(speaker);
    }
}
