//! The small things that several pages show alike.

use crate::base::PartialDate;
use crate::model::{Actor, ActorKind, Basis, Dated, Dossier, Entry, Grade, Known, Outlet};
use crate::site::prose;
use crate::site::routes::{Links, Route};
use serde::Serialize;
use std::borrow::Cow;

/// A link with its words.
#[derive(Serialize)]
pub(crate) struct Link<'d> {
    pub(crate) href: String,
    pub(crate) text: Cow<'d, str>,
}

/// The title of an article, in its own language and direction.
#[derive(Serialize)]
pub(crate) struct Title<'d> {
    pub(crate) text: Cow<'d, str>,
    /// BCP 47 tag, where it differs from the page's.
    pub(crate) lang: Option<&'d str>,
}

impl<'d> Title<'d> {
    pub(crate) fn of(entry: &'d Entry, dossier: &'d Dossier) -> Self {
        let given = entry.article.meta.title.as_ref().map(|known| known.value.trim()).filter(|title| !title.is_empty());
        let Some(title) = given else {
            let text = Cow::Owned(format!("Untitled article ({})", entry.article.id));
            return Self { text, lang: None };
        };
        Self { text: Cow::Borrowed(title), lang: foreign(language_of(entry), &dossier.settings.language) }
    }
}

/// The language of an article: as its metadata say, else as its text shows.
pub(crate) fn language_of(entry: &Entry) -> &str {
    entry.article.meta.language.as_ref().map_or(entry.reading.language.tag.as_str(), |known| &known.value)
}

/// `tag`, if it is known and names another language than `page`.
pub(crate) fn foreign<'d>(tag: &'d str, page: &str) -> Option<&'d str> {
    let same = primary(tag).eq_ignore_ascii_case(primary(page));
    let plain = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (!same && plain && !tag.is_empty() && tag != "und").then_some(tag)
}

/// The language of a tag, without script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A date of publication, with the mark of its ground.
#[derive(Serialize)]
pub(crate) struct When {
    /// Empty where the words are no date of a calendar.
    iso: String,
    words: String,
    /// Shown beside the date unless the text states it.
    pub(crate) mark: Option<&'static str>,
}

impl When {
    pub(crate) fn of(known: &Known<PartialDate>) -> Self {
        Self {
            iso: known.value.to_string(),
            words: known.value.in_words(),
            mark: match known.basis {
                Basis::Stated { .. } => None,
                Basis::Editor { .. } => Some("by editor"),
                Basis::Inferred { .. } => Some("inferred"),
            },
        }
    }

    pub(crate) fn published(entry: &Entry) -> Option<Self> {
        entry.article.meta.published.as_ref().map(Self::of).or_else(|| Self::reckoned_of(entry))
    }

    /// The days that are reckoned of an article where nothing says its date.
    pub(crate) fn reckoned_of(entry: &Entry) -> Option<Self> {
        let meta = &entry.article.meta;
        meta.dated.as_ref().filter(|_| meta.published.is_none()).and_then(Self::reckoned)
    }

    fn reckoned(dated: &Dated) -> Option<Self> {
        let iso = dated.likely.map_or_else(String::new, |day| PartialDate::from(day).to_string());
        Some(Self { iso, words: dated.in_words()?, mark: Some("reckoned") })
    }
}

/// An editor's letter for an outlet.
#[derive(Serialize)]
pub(crate) struct Letter {
    letter: &'static str,
    meaning: &'static str,
}

impl Letter {
    pub(crate) const fn new(grade: Grade) -> Self {
        Self { letter: grade.letter(), meaning: grade.meaning() }
    }

    /// The letter of an outlet that an editor has graded: F, which none has to begin with, only with a reason.
    pub(crate) fn of(outlet: Option<&Outlet>) -> Option<Self> {
        let graded = |outlet: &&Outlet| outlet.grade != Grade::F || outlet.why.is_some();
        outlet.filter(graded).map(|outlet| Self::new(outlet.grade))
    }
}

/// An outlet's kind and country as one phrase.
pub(crate) fn kind_and_country(outlet: &Outlet) -> Option<String> {
    let kind = outlet.kind.map(|kind| prose::sentence_case(kind.word()));
    match (kind, outlet.country.as_deref()) {
        (Some(kind), Some(country)) => Some(format!("{kind}, {country}")),
        (kind, country) => kind.or_else(|| country.map(str::to_owned)),
    }
}

/// An actor's kind, in the words of pages.
#[derive(Serialize)]
pub(crate) struct KindName {
    /// The word that exports and the stylesheet use.
    pub(crate) word: &'static str,
    /// One of the kind, as a label.
    pub(crate) one: &'static str,
    /// All of the kind, as a heading.
    pub(crate) all: &'static str,
}

impl KindName {
    pub(crate) const fn of(kind: ActorKind) -> Self {
        let (one, all) = match kind {
            ActorKind::Person => ("Person", "Persons"),
            ActorKind::Organization => ("Organisation", "Organisations"),
            ActorKind::State => ("State", "States"),
            ActorKind::Place => ("Place", "Places"),
        };
        Self { word: kind.word(), one, all }
    }
}

/// An actor as a small label that leads to its page, with a count.
#[derive(Serialize)]
pub(crate) struct Chip<'d> {
    pub(crate) href: String,
    pub(crate) kind: KindName,
    pub(crate) name: &'d str,
    pub(crate) count: Option<String>,
}

impl<'d> Chip<'d> {
    /// A label with a count.
    pub(crate) fn new(actor: &'d Actor, count: u32, links: &Links) -> Self {
        Self { count: Some(prose::grouped(count.into())), ..Self::bare(actor, links) }
    }

    /// A label without one.
    pub(crate) fn bare(actor: &'d Actor, links: &Links) -> Self {
        Self { href: links.to(Route::Actor(&actor.id)), kind: KindName::of(actor.kind), name: &actor.name, count: None }
    }
}
