//! The places on pages that links lead to.

use crate::base::{ActorId, ArticleId, OutletId, SentenceId, When};
use crate::model::{ActorKind, Grade, Role};

/// A place on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor<'a> {
    /// A sentence, on the page of its article.
    Sentence(SentenceId),
    /// An article, in the list of sources.
    Source(&'a ArticleId),
    /// An outlet, in the list of sources.
    Outlet(&'a OutletId),
    /// The legend of a letter, in the list of sources.
    Grade(Grade),
    /// A letter's group of articles, in the index from A to Z.
    Group(char),
    /// A letter's group of names, in the index from A to Z.
    Names(char),
    /// The actors of a kind, in the list of actors.
    Kind(ActorKind),
    /// A year, in the chronology.
    Year(i32),
    /// The first event of a time, in the chronology.
    Time(When),
    /// A claim, in the summary: the article and the sentence that stand for it.
    Claim(&'a ArticleId, SentenceId),
    /// What has no known time, in the chronology.
    Undated,
    /// What an actor said, in the list of statements.
    Speaker(&'a ActorId),
    /// What speakers said who are not named, in the list of statements.
    Unnamed,
    /// A statement: the article of its first wording, and the number of it there, from 1.
    Statement(&'a ArticleId, u32),
    /// A difference between articles, by its id.
    Difference(&'a str),
    /// A series of counts, by its id, in the list of differences.
    Series(&'a str),
    /// What is reported of it, on the page of an actor.
    Reported,
    /// Every mention of it, on the page of an actor.
    Mentions,
    /// What it said, on the page of an actor.
    Said,
    /// What others said of it, on the page of an actor.
    About,
    /// What it did, on the page of an actor.
    Deeds,
    /// What the articles say of it and another, on the page of an actor.
    Relations,
    /// The other events that name it, on the page of an actor.
    Times,
    /// How dates are read, on the page about the method.
    Dates,
    /// How statements are read, on the page about the method.
    Sayings,
    /// How claims are joined and supported, on the page about the method.
    Support,
    /// How differences are found, on the page about the method.
    Differing,
    /// How names are found and joined, on the page about the method.
    Naming,
    /// The editor's decisions, on the page about the method.
    Decisions,
    /// A role, on the page about the method.
    Role(Role),
    /// What the marks beside quoted words mean, on the page about the method.
    Marks,
    /// How to check an offset, on the page about the method.
    Check,
    /// A section of the printed document, from 1.
    Section(usize),
    /// An article there.
    Printed(&'a ArticleId),
    /// A sentence of an article there.
    PrintedSentence(&'a ArticleId, SentenceId),
}

impl Anchor<'_> {
    /// The anchor as the `id` of an element. Names with a hyphen never meet a sentence's.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Sentence(id) => id.to_string(),
            Self::Source(id) => format!("source-{id}"),
            Self::Outlet(id) => format!("outlet-{id}"),
            Self::Grade(grade) => format!("grade-{}", grade.letter().to_ascii_lowercase()),
            Self::Group(letter) => format!("group-{}", letter_name(letter)),
            Self::Names(letter) => format!("names-{}", letter_name(letter)),
            Self::Kind(kind) => format!("kind-{}", kind.word()),
            Self::Year(year) => format!("year-{year:04}"),
            Self::Time(when) => format!("time-{}", words_name(&when.in_words())),
            Self::Claim(article, sentence) => format!("claim-{article}-{sentence}"),
            Self::Undated => "at-no-known-time".to_owned(),
            Self::Speaker(id) => format!("speaker-{id}"),
            Self::Unnamed => "not-named".to_owned(),
            Self::Statement(article, number) => format!("said-{article}-{number}"),
            Self::Difference(id) => id.to_owned(),
            Self::Series(id) => format!("count-{id}"),
            Self::Reported => "reported".to_owned(),
            Self::Mentions => "mentions".to_owned(),
            Self::Said => "said".to_owned(),
            Self::About => "about".to_owned(),
            Self::Deeds => "deeds".to_owned(),
            Self::Relations => "relations".to_owned(),
            Self::Times => "times".to_owned(),
            Self::Dates => "dates".to_owned(),
            Self::Sayings => "statements".to_owned(),
            Self::Support => "claims".to_owned(),
            Self::Differing => "differences".to_owned(),
            Self::Naming => "names-and-actors".to_owned(),
            Self::Decisions => "decisions".to_owned(),
            Self::Role(role) => format!("role-{}", role.word()),
            Self::Marks => "marks".to_owned(),
            Self::Check => "how-to-check".to_owned(),
            Self::Section(section) => format!("section-{section}"),
            Self::Printed(article) => format!("article-{article}"),
            // No id has an underscore.
            Self::PrintedSentence(article, id) => format!("article-{article}_{id}"),
        }
    }

    /// The anchor as a link on its own page.
    #[must_use]
    pub fn fragment(self) -> String {
        format!("#{}", self.id())
    }
}

/// Words as part of an anchor: `20 October 2021` as `20-october-2021`.
fn words_name(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// A letter, all digits, or all else, as part of an anchor.
fn letter_name(letter: char) -> String {
    match letter {
        _ if letter.is_ascii_alphabetic() => letter.to_ascii_lowercase().to_string(),
        _ if letter.is_ascii_digit() => "0-9".to_owned(),
        _ => "other".to_owned(),
    }
}
