//! Statements: who says what, in which words, and through whom.

use crate::base::{SentenceId, Span};
use crate::model::SentenceRef;
use crate::model::role::rules;

/// Something that a text says somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What in the text makes it one.
    pub rule: StatementRule,
    /// Whether the words are the speaker's own.
    pub kind: StatementKind,
    /// The words that name the speaker, as the text has them: a name with its title, "he", "a senior official".
    pub speaker: Option<Span>,
    /// A mention of the speaker: in those words or, where they only point at one, the one that they point at.
    pub by: Option<u32>,
    /// A mention of the body or person for whom a spokesperson speaks.
    pub on_behalf_of: Option<u32>,
    /// The words that name the outlet, agency or document that carries the statement to the article.
    pub intermediate: Option<Span>,
    /// The reporting verb or phrase: "said", "according to".
    pub cue: Option<Span>,
    /// How strongly the source's word puts it; `None` without a cue.
    pub stance: Option<Stance>,
    /// What is said: each stretch of the saved text, in order, quotation marks included.
    pub spans: Vec<Span>,
    /// The sentences that hold what is said, in order; never empty.
    pub sentences: Vec<SentenceId>,
    /// The date expression that says when it was said, where the words around the cue have one: an index into
    /// the reading's dates.
    pub date: Option<u32>,
}

rules! {
    /// What in a text makes words a statement of somebody's.
    StatementRule:
    /// "Holm said"
    SubjectVerb "subject-verb" "the verb of reporting follows its subject";
    /// "said Holm"
    VerbSubject "verb-subject" "the verb of reporting stands before its subject";
    /// ", saying …", "and added …"
    SameSubject "same-subject" "the verb of reporting has the subject of the verb before it";
    /// "according to Holm"
    AccordingTo "according-to" "the words are put down to a source";
    /// "his claim that …"
    NounThat "noun-that" "a noun of reporting has an owner and a clause";
    /// "Holm: “…”"
    Colon "colon" "a quotation follows a name and a colon";
    /// "“…” – Holm", and a line with a name below a quotation
    Signed "signed" "a name is set behind a quotation";
    /// "And from Holm:" before a quotation
    Announced "announced" "the words before announce the quotation";
    /// A quotation without a word of who speaks, behind one that has it
    GoesOn "goes-on" "whoever spoke last goes on";
    /// A quoted part of a sentence without a verb of reporting
    QuotedPart "quoted-part" "the subject of the sentence is taken to have used the quoted words";
    /// "HOLM: We sail tonight."
    Label "label" "the paragraph opens with its speaker’s name";
    /// A paragraph that the page sets off as a quotation
    SetOff "set-off" "the page sets the paragraph off as a quotation";
}

/// Whether the words of a statement are the speaker's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatementKind {
    /// All in quotation marks.
    Direct,
    /// Told in the article's words.
    Indirect,
    /// Told, with a quoted part.
    Mixed,
}

impl StatementKind {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// What a reporting word does with what it reports. It is the source's word, and no judgement of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Told without a stand: said, told, added, according to.
    Said,
    /// Put as open to doubt: claimed, alleged.
    Claimed,
    /// Put as known: noted, pointed out, acknowledged, confirmed, revealed.
    Affirmed,
    /// Said with stress or as a wish: stressed, insisted, urged, called for, demanded.
    Urged,
    /// Refused or contradicted: denied, rejected, dismissed.
    Denied,
    /// Bound the speaker: promised, vowed, pledged.
    Promised,
    /// Foretold harm: warned, threatened.
    Warned,
    /// Spoke against somebody or something: criticised, accused, condemned.
    Criticised,
    /// Spoke for somebody or something: praised, welcomed, commended.
    Praised,
    /// Asked or wondered.
    Asked,
    /// Thought, hoped or expected.
    Thought,
    /// Announced or planned.
    Announced,
}

impl Stance {
    /// The word that exports and pages use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Claimed => "claimed",
            Self::Affirmed => "affirmed",
            Self::Urged => "urged",
            Self::Denied => "denied",
            Self::Promised => "promised",
            Self::Warned => "warned",
            Self::Criticised => "criticised",
            Self::Praised => "praised",
            Self::Asked => "asked",
            Self::Thought => "thought",
            Self::Announced => "announced",
        }
    }
}

/// One statement in the whole dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatementRef {
    /// Index of the entry.
    pub entry: u32,
    /// Index into its reading's statements.
    pub statement: u32,
}

/// What one speaker said once, as one or several articles give it: a row of the page of statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Index of the speaker among the actors, where it is known.
    pub speaker: Option<u32>,
    /// How the articles give it, the earliest published first (undated ones last); never empty.
    pub wordings: Vec<Wording>,
}

/// An quotation as one article gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The statement.
    pub at: StatementRef,
    /// How its words stand to those of the earliest wording.
    pub differs: Difference,
    /// The words of it, as spans of its article's saved text, that the earliest wording does not have; for
    /// the earliest, those that the next one does not have.
    pub changed: Vec<Span>,
}

/// How one wording stands to the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// It is the earliest.
    Earliest,
    /// The same words, but for case, spacing and marks.
    Same,
    /// The same words, cut short.
    Shorter,
    /// The same words and more.
    Longer,
    /// Other words inside quotation marks: another translation, or a change.
    Reworded,
    /// Told in the article's own words.
    Paraphrased,
}

impl Difference {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Earliest => "earliest",
            Self::Same => "same",
            Self::Shorter => "shorter",
            Self::Longer => "longer",
            Self::Reworded => "reworded",
            Self::Paraphrased => "paraphrased",
        }
    }
}

/// A statement's sentence in the dossier: where its words are read.
impl StatementRef {
    /// The sentence `id` of the statement's article.
    #[must_use]
    pub const fn sentence(self, id: SentenceId) -> SentenceRef {
        SentenceRef { entry: self.entry, sentence: id }
    }
}
