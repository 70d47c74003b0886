//! The metadata of an article, each value with its ground and the way to where it stands.

use crate::base::{PartialDate, Time};
use crate::model::{Basis, Dated, Dossier, Entry, Known, Metadata, Outlet, Retrieved};
use crate::site::long::LongTexts;
use crate::site::prose;
use crate::site::routes::{Anchor, Links, Route, outward};
use crate::site::shown;
use crate::site::views::parts::{Link, Title, language_of};
use serde::Serialize;
use std::borrow::Cow;

/// The article whose page tells of it.
#[derive(Clone, Copy)]
pub(crate) struct About<'c, 'd> {
    pub(crate) entry: &'d Entry,
    pub(crate) long: &'c LongTexts,
    pub(crate) links: &'c Links,
}

/// Why a value is believed.
#[derive(Serialize)]
pub(crate) struct Ground<'d> {
    words: Cow<'d, str>,
    /// The sentence in which it stands.
    at: Option<Link<'d>>,
}

impl<'d> Ground<'d> {
    pub(crate) fn of(about: &About<'_, 'd>, basis: &'d Basis) -> Self {
        let at = shown::sentence_of(about.entry, basis).map(|sentence| Link {
            href: about.long.href_within(about.entry, sentence, about.links),
            text: Cow::Owned(format!("sentence {}", sentence.0)),
        });
        Self { words: ground_in_words(basis), at }
    }
}

/// Why a value is believed: `stated`, `supplied by the editor: …`, `inferred from …`.
pub(crate) fn ground_in_words(basis: &Basis) -> Cow<'_, str> {
    match basis {
        Basis::Stated { .. } => Cow::Borrowed("stated"),
        Basis::Editor { reason } if reason.is_empty() => Cow::Borrowed("supplied by the editor"),
        Basis::Editor { reason } => Cow::Owned(format!("supplied by the editor: {reason}")),
        Basis::Inferred { rule, .. } => Cow::Owned(format!("inferred from {rule}")),
    }
}

/// Why the date of an article is believed, or how it was reckoned.
pub(crate) fn date_ground(meta: &Metadata) -> Option<Cow<'_, str>> {
    let reckoned = || meta.dated.as_ref().map(reckoned_in_words);
    meta.published.as_ref().map(|known| ground_in_words(&known.basis)).or_else(reckoned)
}

/// How a date was reckoned.
fn reckoned_in_words(dated: &Dated) -> Cow<'_, str> {
    Cow::Owned(format!("reckoned, for the text states none: it {}", dated.why))
}

/// One line of the metadata.
#[derive(Serialize)]
pub(crate) struct Fact<'d> {
    label: &'static str,
    /// What is known; empty for "unknown".
    text: Cow<'d, str>,
    /// Where the value leads, on this site or another.
    href: Option<String>,
    /// Whether `href` leads to another site.
    elsewhere: bool,
    ground: Option<Ground<'d>>,
}

impl<'d> Fact<'d> {
    fn unknown(label: &'static str) -> Self {
        Self { label, text: Cow::Borrowed(""), href: None, elsewhere: false, ground: None }
    }

    fn new<T>(
        label: &'static str,
        about: &About<'_, 'd>,
        known: Option<&'d Known<T>>,
        text: impl FnOnce(&'d T) -> Cow<'d, str>,
    ) -> Self {
        known.map_or_else(
            || Self::unknown(label),
            |known| Self {
                text: text(&known.value),
                ground: Some(Ground::of(about, &known.basis)),
                ..Self::unknown(label)
            },
        )
    }

    fn text(label: &'static str, about: &About<'_, 'd>, known: Option<&'d Known<String>>) -> Self {
        Self::new(label, about, known, |text| Cow::Borrowed(text.as_str()))
    }

    fn address(label: &'static str, about: &About<'_, 'd>, known: Option<&'d Known<String>>) -> Self {
        let href = known.and_then(|known| outward(&known.value));
        Self { elsewhere: href.is_some(), href, ..Self::text(label, about, known) }
    }

    fn linked(mut self, href: Option<String>) -> Self {
        self.href = href;
        self
    }
}

/// When the article was published, or what is reckoned of it.
fn published<'d>(about: &About<'_, 'd>) -> Fact<'d> {
    let meta = &about.entry.article.meta;
    let fact = Fact::new("Published", about, meta.published.as_ref(), |date| Cow::Owned(date_and_time(date)));
    let reckoned =
        meta.dated.as_ref().filter(|_| meta.published.is_none()).and_then(|dated| Some((dated, dated.in_words()?)));
    reckoned.map_or(fact, |(dated, words)| Fact {
        text: Cow::Owned(words),
        ground: Some(Ground { words: reckoned_in_words(dated), at: None }),
        ..Fact::unknown("Published")
    })
}

/// What is known of the article, the main values even where they are unknown.
pub(crate) fn facts<'d>(about: &About<'_, 'd>, outlet: Option<&'d Outlet>, dossier: &'d Dossier) -> Vec<Fact<'d>> {
    let (meta, links) = (&about.entry.article.meta, about.links);
    let outlet_href = outlet.map(|outlet| links.to_anchor(Route::Sources, Anchor::Outlet(&outlet.id)));
    let outlet_name = |id: &'d crate::base::OutletId| Cow::Borrowed(outlet.map_or(id.as_str(), |o| o.name.as_str()));
    let mut facts = vec![
        Fact::new("Outlet", about, meta.outlet.as_ref(), outlet_name).linked(outlet_href),
        published(about),
        Fact::new("Authors", about, meta.authors.as_ref(), |names| Cow::Owned(prose::listed(names))),
    ];
    if meta.agency.is_some() {
        facts.push(Fact::text("Agency", about, meta.agency.as_ref()));
    }
    if meta.section.is_some() {
        facts.push(Fact::text("Section", about, meta.section.as_ref()));
    }
    facts.push(language(about));
    facts.extend(copied_from(about, dossier));
    facts
}

/// What an article is a copy of: another of the dossier, or an address elsewhere.
fn copied_from<'d>(about: &About<'_, 'd>, dossier: &'d Dossier) -> Option<Fact<'d>> {
    let known = about.entry.article.meta.copied_from.as_ref()?;
    let fact = Fact::address("Copied from", about, Some(known));
    let original = dossier.entries.binary_search_by(|other| other.article.id.as_str().cmp(&known.value));
    let Ok(original) = original.map(|at| &dossier.entries[at]) else { return Some(fact) };
    let href = about.links.to(Route::Article(&original.article.id));
    Some(Fact { text: Title::of(original, dossier).text, elsewhere: false, ..fact }.linked(Some(href)))
}

/// How the copy came to be here, besides its file.
pub(crate) fn whereabouts<'d>(about: &About<'_, 'd>) -> Vec<Fact<'d>> {
    let meta = &about.entry.article.meta;
    vec![
        Fact::address("Original", about, meta.url.as_ref()),
        Fact::address("Archived copy", about, meta.archive_url.as_ref()),
        Fact::new("Saved", about, meta.retrieved.as_ref(), |when| Cow::Owned(retrieved(when))),
    ]
}

fn language<'d>(about: &About<'_, 'd>) -> Fact<'d> {
    let tag = language_of(about.entry);
    let from_text = (tag != "und").then(|| prose::sentence_case(prose::language(tag)));
    let given = Fact::new("Language", about, about.entry.article.meta.language.as_ref(), |tag| {
        Cow::Owned(prose::sentence_case(prose::language(tag)))
    });
    match (given.ground.is_some(), from_text) {
        (false, Some(name)) => Fact {
            text: Cow::Owned(name),
            ground: Some(Ground { words: Cow::Borrowed("inferred from the words of the text"), at: None }),
            ..given
        },
        _ => given,
    }
}

/// When a copy was saved, in words.
pub(crate) fn retrieved(when: &Retrieved) -> String {
    match when {
        Retrieved::On(date) => date_and_time(date),
        Retrieved::OnOrAfter(date) => format!("on or after {}", date.in_words()),
    }
}

/// `7 October 2021, 14:05 UTC`.
fn date_and_time(date: &PartialDate) -> String {
    let Some(Time { hour, minute, offset }) = date.time() else { return date.in_words() };
    let zone = match offset {
        None => String::new(),
        Some(0) => " UTC".to_owned(),
        Some(east) => {
            let sign = if east < 0 { '−' } else { '+' };
            format!(" UTC{sign}{:02}:{:02}", east.abs() / 60, east.abs() % 60)
        }
    };
    format!("{}, {hour:02}:{minute:02}{zone}", date.in_words())
}
