//! Finds the reporting verbs of a sentence, each with its subject, its hearer and its circumstances.

use super::circumstance::circumstances;
use super::item::Kind;
use super::lexicon::{Class, Form, Frames, LEXICON, Verb};
use super::outlet;
use super::phrase::Clause;
use crate::model::Stance;
use std::ops::Range;

/// Most reporting verbs of a sentence that are read.
const MOST_CUES: usize = 24;
/// Most words of a verb group before its verb.
const GROUP: usize = 8;

/// Where the subject of a reporting verb stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Before it.
    Before(Range<usize>),
    /// Behind it: "said Holm".
    Behind(Range<usize>),
    /// It is that of the verb before: "and added", ", saying".
    Same,
}

/// One reporting verb, all as indices of items.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The verb with its particle.
    pub(super) words: Range<usize>,
    /// The first item of the verb group.
    pub(super) start: usize,
    /// Behind hearer and circumstances.
    pub(super) end: usize,
    pub(super) subject: Subject,
    pub(super) intermediate: Option<Range<usize>>,
    pub(super) frames: Frames,
    pub(super) stance: Stance,
    /// Whether something is only said not, or perhaps, to have been said.
    pub(super) doubtful: bool,
    /// Whether it is a participle: ", saying".
    pub(super) participle: bool,
}

impl Cue {
    /// Passes over the circumstances behind the verb.
    fn pass(&mut self, clause: &Clause<'_, '_>) {
        let (end, carrier) = circumstances(clause, self.words.start, self.end);
        self.end = end;
        self.intermediate = self.intermediate.take().or(carrier);
    }

    /// The first item of verb and subject.
    pub(super) fn from(&self) -> usize {
        match &self.subject {
            Subject::Before(subject) => subject.start.min(self.start),
            _ => self.start,
        }
    }

    /// The speaker's words, where this verb has its own.
    pub(super) fn speaker(&self) -> Option<&Range<usize>> {
        match &self.subject {
            Subject::Before(phrase) | Subject::Behind(phrase) => Some(phrase),
            Subject::Same => None,
        }
    }
}

/// The reporting verbs of a sentence, in order.
pub(super) fn cues(clause: &Clause<'_, '_>) -> Vec<Cue> {
    (0..clause.len()).filter_map(|at| cue(clause, at)).take(MOST_CUES).collect()
}

/// What stands before a verb.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the verb group")]
struct Group {
    start: usize,
    negated: bool,
    modal: bool,
    /// The nearest auxiliary is a form of "be".
    be: bool,
    infinitive: bool,
    auxiliary: bool,
}

fn group(clause: &Clause<'_, '_>, at: usize) -> Group {
    let mut group = Group { start: at, negated: false, modal: false, be: false, infinitive: false, auxiliary: false };
    while group.start > at.saturating_sub(GROUP) && group.start > 0 {
        let last = group.start - 1;
        let word = clause.word(last);
        let timed = clause.is(last, Class::Preposition) && clause.time_end(group.start).is_some();
        let long = word == "long" && last > 0 && clause.is(last - 1, Class::Auxiliary);
        if clause.is(last, Class::Auxiliary) {
            group.be |= !group.auxiliary
                && matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re");
            group.auxiliary = true;
            group.negated |= word.ends_with("n't") || matches!(word, "not" | "never");
            group.modal |=
                matches!(word, "would" | "could" | "may" | "might" | "should" | "must" | "will" | "shall" | "can");
        } else if clause.is(last, Class::Adverb)
            || clause.is(last, Class::Time)
            || clause.is(last, Class::Determiner) && clause.is(group.start, Class::Time)
            || timed
            || long
            || clause.counts_days(last)
        {
        } else if word == "to" && group.start == at {
            group.infinitive = true;
        } else if group.infinitive && matches!(word, "on" | "went" | "goes" | "go" | "continued" | "continues") {
        } else {
            break;
        }
        group.start = last;
    }
    group
}

fn cue(clause: &Clause<'_, '_>, at: usize) -> Option<Cue> {
    let item = clause.get(at)?;
    if item.mention.is_some() || !matches!(item.kind, Kind::Word(_)) {
        return None;
    }
    let senses = LEXICON.verbs(&item.word);
    let verb = sense(clause, at, senses)?;
    let words = at..at + 1 + usize::from(verb.particle.is_some());
    if clause.word(at) == "citing" {
        // Whom or what is cited is a source, and nothing told.
        return None;
    }
    if clause.word(at) == "saying" && at > 0 && clause.word(at - 1) == "as" {
        return quoted(clause, at, &verb);
    }
    let group = group(clause, at);
    let went_on =
        group.infinitive && matches!(clause.word(group.start), "went" | "goes" | "go" | "continued" | "continues");
    if group.be && verb.form == Form::Past || group.infinitive && !went_on {
        return None;
    }
    let subject = subject(clause, at, &group, &verb)?;
    if !speaks(clause, &subject, &words, &verb) {
        return None;
    }
    let base = matches!(verb.form, Form::Base) && !group.auxiliary && !went_on;
    if base && !plural(clause, &subject) || item.capital && at > 0 && verb.form != Form::Past {
        return None;
    }
    let noun = verb.frames.noun && matches!(verb.form, Form::Third | Form::Base);
    let participle = verb.form == Form::Gerund && !group.be;
    let mut cue = Cue {
        start: group.start,
        end: words.end,
        words,
        subject,
        intermediate: None,
        frames: verb.frames,
        stance: verb.stance,
        doubtful: group.negated || group.modal,
        participle,
    };
    if noun {
        // As a verb such a form needs a speaker, and words that are certainly told.
        let that = clause.word(cue.end) == "that";
        cue.speaker().filter(|phrase| that || clause.names_speaker(phrase))?;
        cue.frames.clause = false;
        cue.frames.object = false;
    }
    if let Subject::Behind(phrase) = &cue.subject {
        cue.end = phrase.end;
    } else if cue.frames.hearer {
        hearer(clause, &mut cue);
    }
    cue.pass(clause);
    Some(cue)
}

/// Whether the subject can speak, and the form is a verb with it: no noun ("some reports") and no participle ("a virus
/// known to have spread", "a case reported by Oslo").
fn speaks(clause: &Clause<'_, '_>, subject: &Subject, words: &Range<usize>, verb: &Verb) -> bool {
    let (Subject::Before(phrase) | Subject::Behind(phrase)) = subject else { return true };
    let quantity = phrase.len() == 1 && clause.is(phrase.start, Class::Determiner);
    let noun = quantity && verb.form == Form::Third;
    let be = matches!(clause.word(words.end + 1), "be" | "have") && clause.word(words.end) == "to";
    let said = clause.word(words.start) == "said";
    let passive = clause.word(words.end) == "by" || be && (said || !verb.frames.infinitive);
    let participle = verb.form == Form::Past && matches!(subject, Subject::Before(_)) && passive;
    clause.can_speak(phrase) && !noun && !participle
}

/// The verb's senses as one: that with the particle that follows, else all without particle.
fn sense(clause: &Clause<'_, '_>, at: usize, senses: &[Verb]) -> Option<Verb> {
    let with = senses.iter().find(|verb| verb.particle.is_some_and(|particle| clause.word(at + 1) == particle));
    with.or_else(|| senses.iter().find(|verb| verb.particle.is_none())).copied()
}

/// Whether a bare form can have this subject.
fn plural(clause: &Clause<'_, '_>, subject: &Subject) -> bool {
    let phrase = match subject {
        Subject::Before(phrase) => phrase,
        Subject::Behind(_) | Subject::Same => return false,
    };
    let last = phrase.end - 1;
    let joined = phrase.clone().any(|at| clause.word(at) == "and");
    let many = matches!(
        clause.word(last),
        "they"
            | "we"
            | "i"
            | "people"
            | "others"
            | "many"
            | "some"
            | "most"
            | "police"
            | "both"
            | "who"
            | "these"
            | "those"
    );
    let head =
        phrase.clone().find(|at| clause.is(*at, Class::Preposition) && *at > phrase.start).map_or(last, |at| at - 1);
    joined
        || many
        || clause.word(head).ends_with('s') && !clause.person(head)
        || clause.word(head + 1) == "of" && clause.word(last).ends_with('s') && !clause.person(last)
        || matches!(clause.word(head), "people" | "men" | "women" | "police" | "some" | "many" | "most")
}

fn subject(clause: &Clause<'_, '_>, at: usize, group: &Group, verb: &Verb) -> Option<Subject> {
    let Some(last) = group.start.checked_sub(1) else {
        return behind(clause, at, verb);
    };
    let quoted = clause.quotation(last).is_some_and(|quotation| !quotation.soft || quotation.words > 3);
    let comma = clause.mark(last, ',') || clause.mark(last, '—');
    if verb.form == Form::Gerund && !group.be {
        let document = LEXICON.speech.has(clause.word(last)) || clause.is(last, Class::Time);
        let free = comma || quoted || document || clause.is(last, Class::Conjunction);
        return free.then_some(Subject::Same);
    }
    if quoted && !group.auxiliary {
        // “…,” said Holm; or “…,” and added
        return behind(clause, at, verb);
    }
    if clause.is(last, Class::Conjunction) || comma && clause.word(group.start) == "then" {
        return Some(Subject::Same);
    }
    let before = clause.before(group.start);
    if comma {
        let clear = before.as_ref().is_some_and(|phrase| clause.names_speaker(phrase) && goes_on(clause, at + 1));
        if !clear && let Some(behind) = behind(clause, at, verb) {
            return Some(behind);
        }
    }
    before.map(Subject::Before)
}

/// Whether something that can be told follows.
fn goes_on(clause: &Clause<'_, '_>, at: usize) -> bool {
    let told = clause.quotation(at).is_some() || clause.word(at) == "that" || clause.mark(at, ':');
    told || clause.mark(at, ',') && clause.quotation(at + 1).is_some() || {
        // A clause: "said the port would …".
        let end = clause.after(at).map_or(at, |phrase| phrase.end);
        end > at && clause.get(end).is_some_and(|item| !matches!(item.kind, Kind::Mark(_)))
    }
}

/// "said Holm".
fn behind(clause: &Clause<'_, '_>, at: usize, verb: &Verb) -> Option<Subject> {
    if !verb.frames.quotation || verb.form == Form::Gerund || verb.form == Form::Base {
        return None;
    }
    let mut phrase = clause.after(at + 1)?;
    if !clause.names_speaker(&phrase) && at > 0 && clause.quotation(at - 1).is_none() {
        return None;
    }
    if at > 0 && clause.quotation(at - 1).is_none() && !clause.closes(phrase.end) {
        return None;
    }
    // "said spokesman Per Dahl", "said Lennar partner Per Dahl": two phrases side by side are one.
    if let Some(name) =
        clause.after(phrase.end).filter(|name| clause.nominal(name.start) && clause.person(name.end - 1))
    {
        phrase.end = name.end;
    }
    Some(Subject::Behind(phrase))
}

/// Passes over the hearer: "told Reuters", "told the committee".
fn hearer(clause: &Clause<'_, '_>, cue: &mut Cue) {
    let at = cue.end;
    let told = matches!(clause.word(cue.words.start), "told" | "tells" | "tell" | "telling");
    if matches!(clause.word(at), "him" | "them" | "us" | "me") || clause.word(at) == "her" && !clause.nominal(at + 1) {
        cue.end = at + 1;
        return;
    }
    if !told && !clause.mention(at).is_some_and(|mention| mention.how.is_name()) {
        // "urged residents to leave": who is urged is part of what is told.
        let phrase = clause.after(at);
        if let Some(phrase) = phrase.filter(|phrase| clause.word(phrase.end) == "that") {
            cue.end = phrase.end;
        }
        return;
    }
    if !told && clause.word(clause.mention_end(at)) == "to" {
        return;
    }
    let Some(mut phrase) = clause.after(at) else { return };
    // "told residents to leave": what they are told is no part of who they are.
    let verb =
        |at: usize| clause.word(at) == "to" && clause.is(at + 1, Class::Word) && clause.mention(at + 1).is_none();
    phrase.end = phrase.clone().find(|at| verb(*at)).unwrap_or(phrase.end);
    // "told reporters the port …" needs no cut; "told a crowd in Oslo that" takes all before "that".
    let that =
        (phrase.end..(phrase.end + 12).min(clause.len())).find(|at| clause.word(*at) == "that" || clause.any_mark(*at));
    let goes_on = clause.is(phrase.end, Class::Preposition) || clause.is(phrase.end, Class::Relative);
    if let Some(that) = that.filter(|at| clause.word(*at) == "that" && goes_on) {
        phrase.end = that;
    }
    if outlet::is_outlet(clause, &phrase) {
        cue.intermediate = Some(phrase.clone());
    }
    cue.end = phrase.end;
}

/// "quoted Holm as saying", "was quoted by Reuters as saying".
fn quoted(clause: &Clause<'_, '_>, at: usize, verb: &Verb) -> Option<Cue> {
    let from = (at.saturating_sub(25)..at)
        .rev()
        .find(|at| matches!(clause.word(*at), "quoted" | "cited" | "quotes" | "quoting"))?;
    let group = group(clause, from);
    let (subject, intermediate) = if group.be {
        let by = (from..at).find(|at| clause.word(*at) == "by");
        let intermediate = by.and_then(|by| clause.after(by + 1));
        (Subject::Before(clause.before(group.start)?), intermediate)
    } else {
        (Subject::Behind(clause.after(from + 1).filter(|phrase| phrase.end < at)?), clause.before(group.start))
    };
    let start = intermediate.as_ref().map_or(group.start, |intermediate| intermediate.start.min(group.start));
    let mut cue = Cue {
        words: from..at + 1,
        start,
        end: at + 1,
        subject,
        intermediate,
        frames: verb.frames,
        stance: verb.stance,
        doubtful: false,
        participle: false,
    };
    cue.pass(clause);
    Some(cue)
}
