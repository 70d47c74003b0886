//! Actors: the persons, organisations, states and places that the names in the articles stand for.

use crate::base::{ActorId, PartialDate, SentenceId, Span};
use crate::model::{ActorKind, How};

/// An actor as one article alone knows it: the mentions that its text joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalActor {
    /// The most complete name that the article gives it, or the usual one where the word lists know it.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whether the word lists know it as the one actor of that name (a state, an international body).
    pub listed: bool,
    /// Its mentions, in order, each with the reason why it belongs here.
    pub mentions: Vec<LocalMention>,
}

impl LocalActor {
    /// For each of `mentions` mentions of an article, the place of its actor among `actors`.
    #[must_use]
    pub fn by_mention(actors: &[Self], mentions: usize) -> Vec<Option<u32>> {
        let mut of = vec![None; mentions];
        for (at, actor) in (0..).zip(actors) {
            for local in &actor.mentions {
                of[local.mention as usize] = Some(at);
            }
        }
        of
    }
}

/// One mention of a [`LocalActor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalMention {
    /// Index into the reading's mentions.
    pub mention: u32,
    /// Why it is this actor's.
    pub why: Why,
}

macro_rules! whys {
    ($($(#[doc = $doc:literal])+ $name:ident $code:literal $words:literal;)+) => {
        /// Why a mention, or a spelling, was taken to be an actor's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Why {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Why {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The reason's stable name.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// The reason in words, as a clause.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)+
                }
            }
        }
    };
}

whys! {
    /// The name itself.
    SameName "same-name" "it is the same name";
    /// An actor record lists the spelling.
    Record "record" "the actor’s record lists it";
    /// The word lists know it as a name of the same state or organisation.
    Listed "listed" "the word lists know it as a name of the same actor";
    /// A surname after the full name.
    Surname "surname" "the article gave the full name before";
    /// A title and a surname after the full name.
    TitledSurname "titled-surname" "title and surname fit the one full name";
    /// A given name alone, fitting one full name of the article.
    GivenName "given-name" "one full name of the article begins so";
    /// An acronym that the article explains in brackets or whose letters the name has.
    Acronym "acronym" "its letters open the words of the name";
    /// A shorter form of a longer name.
    Shortened "shortened" "it is the longer name cut short";
    /// The same words in another order or with other small words.
    SameWords "same-words" "it has the same words in another order";
    /// Another spelling of the same name from another script.
    Transliteration "transliteration" "it is the same name spelled otherwise, in a like context";
    /// A surname that only one actor of the dossier bears, in a like context.
    OnlyBearer "only-bearer" "only one actor of the dossier bears the name, in a like context";
    /// A seat of government used for the government.
    Seat "seat" "the seat stands for the government";
    /// A people or an adjective of the state.
    People "people" "it is the state’s people or adjective";
    /// A pronoun or description that the text ties to the one actor before it.
    Reference "reference" "the text leaves one actor that it can mean";
}

/// Words of an article that say what an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DescriptionNote {
    /// Index of the mention that they are said of.
    pub mention: u32,
    /// The sentence that says so.
    pub sentence: SentenceId,
    /// The words, without leading article.
    pub span: Span,
    /// How they are tied to the name.
    pub tie: Tie,
    /// The rule that found them, by its stable name.
    pub rule: &'static str,
}

/// How a description is tied to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// A title before the name: "Harbour Master Mara Holm".
    Title,
    /// Set beside the name: "Mara Holm, the harbour master,".
    Apposition,
    /// Said of it, or standing for it: "designated the group a terrorist organisation", "the militants".
    Description,
}

impl Tie {
    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Apposition => "apposition",
            Self::Description => "description",
        }
    }
}

/// One mention in the whole dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MentionRef {
    /// Index of the entry.
    pub entry: u32,
    /// Index into its reading's mentions.
    pub mention: u32,
}

/// One sentence in the whole dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentenceRef {
    /// Index of the entry.
    pub entry: u32,
    /// The sentence's number there.
    pub sentence: SentenceId,
}

/// An actor of the dossier: one of the real world, with every mention that is known to be its.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its id: the file stem of its record, else the slug of its name.
    pub id: ActorId,
    /// Its name: as its record gives it, else the most complete one.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its spellings by falling count.
    pub aliases: Vec<Alias>,
    /// What the sources say that it is, the best attested first.
    pub roles: Vec<ActorDescription>,
    /// Its mentions, in order of entries and of their text.
    pub mentions: Vec<MentionRef>,
    /// Why each of its spellings was joined to it; the linking evidence.
    pub linking: Vec<Joined>,
    /// Look-alikes that were kept apart from it.
    pub apart: Vec<Apart>,
    /// Its record, where an editor has reviewed it.
    pub record: Option<Record>,
}

/// A spelling of an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The words.
    pub text: String,
    /// How often they stand for it.
    pub count: u32,
    /// How they stand for it.
    pub how: How,
}

/// What a source, or a record, says that an actor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorDescription {
    /// The words.
    pub text: String,
    /// The sentence that says so; `None` where a record does.
    pub sentence: Option<SentenceRef>,
    /// In how many articles it stands.
    pub articles: u32,
    /// Whether only altered copies say so.
    pub altered: bool,
    /// The rule that found it in that sentence; `None` where a record says so.
    pub rule: Option<&'static str>,
}

/// A line of the linking evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The spelling.
    pub text: String,
    /// Why it is this actor's.
    pub why: Why,
    /// How many mentions it brought.
    pub count: u32,
    /// A sentence that shows it.
    pub example: SentenceRef,
}

/// A name that looks like an actor's and was kept apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The name.
    pub text: String,
    /// The actor that it is, where it is known.
    pub actor: Option<ActorId>,
    /// What keeps them apart, as a clause.
    pub why: &'static str,
    /// A sentence that shows it, where it is not only a record's word.
    pub example: Option<SentenceRef>,
}

/// A name that may be one of several actors, or nobody known: for an editor to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked {
    /// The name.
    pub text: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its mentions.
    pub mentions: Vec<MentionRef>,
    /// The actors that it may be.
    pub candidates: Vec<ActorId>,
}

/// An actor record: `content/actors/<id>.md`, an editor's word on one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The file's stem.
    pub id: ActorId,
    /// The file, relative to the dossier's root, with forward slashes.
    pub path: String,
    /// The name to show.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Spellings that are this actor.
    pub aliases: Vec<String>,
    /// Look-alikes that are not.
    pub not: Vec<String>,
    /// Former ids, which leave redirect pages.
    pub was: Vec<ActorId>,
    /// What it was, and when.
    pub roles: Vec<RecordRole>,
    /// Its item in Wikidata: `Q` and digits.
    pub wikidata: Option<String>,
    /// Whether it gets no page and no links.
    pub hide: bool,
    /// The analyst's note, in Markdown.
    pub note: String,
}

/// A role that a record gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRole {
    /// The office: "Foreign Minister".
    pub title: String,
    /// The id of the actor it belongs to.
    pub of: Option<ActorId>,
    /// Its first date.
    pub from: Option<PartialDate>,
    /// Its last date.
    pub to: Option<PartialDate>,
}
