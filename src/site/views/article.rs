//! The page of an article: its text as saved, and beside it all that is known of it.

use crate::model::{Dossier, Entry, Format, Publish, Role};
use crate::site::catalogue::Catalogue;
use crate::site::published::in_words;
use crate::site::routes::{Anchor, Links, Route, outward};
use crate::site::views::annotations::{self, Resolved};
use crate::site::views::article_part::{Further, further, pager, text_of};
use crate::site::views::backing::{self, Backing};
use crate::site::views::decisions::{self, Row};
use crate::site::views::derivation::{self, Derivations};
use crate::site::views::frame::{Frame, Meta};
use crate::site::views::pager::Pager;
use crate::site::views::parts::{Chip, Letter, Link, Title, When, foreign, kind_and_country, language_of};
use crate::site::views::provenance::{self, About, Fact, Ground};
use crate::site::{prose, shown};
use serde::Serialize;
use std::borrow::Cow;

/// Why a copy is not the publisher's own wording.
#[derive(Serialize)]
struct Altered<'d> {
    reason: &'d str,
    ground: Ground<'d>,
}

/// How far the outlet is trusted.
#[derive(Serialize)]
struct Reliability<'d> {
    letter: Option<Letter>,
    why: Option<&'d str>,
    graded_on: Option<String>,
    outlet: Option<&'d str>,
    kind: Option<String>,
    legend: String,
}

/// The file, and how to check it.
#[derive(Serialize)]
struct Custody<'d> {
    path: &'d str,
    sha256: &'d str,
    bytes: String,
    encoding: &'static str,
    facts: Vec<Fact<'d>>,
    /// The saved text, where it is published.
    saved_text: Option<String>,
    /// Whether the hash is also that of the saved text.
    same_bytes: bool,
    source: String,
    check: String,
}

/// The actors that the article names.
#[derive(Serialize)]
struct Named<'d> {
    chips: Vec<Chip<'d>>,
    /// How many more there are, in words.
    more: Option<String>,
}

/// Least headings for which a text is told to be long, and most that are listed.
const HEADINGS: std::ops::RangeInclusive<usize> = 12..=200;

/// Most actors that stand beside the text.
const NAMED: usize = 24;

/// A field that Cuttings does not know.
#[derive(Serialize)]
struct Extra<'d> {
    name: &'d str,
    value: &'d str,
}

/// The article before or after this one.
#[derive(Serialize)]
struct Neighbour<'d> {
    href: String,
    title: Title<'d>,
    when: Option<When>,
}

/// The page of an article.
#[derive(Serialize)]
pub(crate) struct ArticleView<'d> {
    frame: Frame<'d>,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
    altered: Option<Altered<'d>>,
    /// The language, where the text was not analysed.
    not_analysed: Option<String>,
    note: Option<&'d str>,
    level: &'static str,
    text: Option<String>,
    /// The way through a text that stands on several pages.
    pager: Option<Pager>,
    /// Where its further pages are, for a reader who comes with the number of a sentence.
    further: Option<Further>,
    /// The headings of a long text.
    headings: Vec<Link<'d>>,
    lang: Option<&'d str>,
    right_to_left: bool,
    actors: Named<'d>,
    /// What times the words of the text stand for.
    dates: Vec<Resolved<'d>>,
    /// Where its text comes from, and where it went.
    derivations: Derivations<'d>,
    facts: Vec<Fact<'d>>,
    reliability: Reliability<'d>,
    custody: Custody<'d>,
    extra: Vec<Extra<'d>>,
    /// The claims that it supports together with other articles.
    backing: Option<Backing<'d>>,
    /// The editor's decisions about its sentences.
    decisions: Vec<Row<'d>>,
    earlier: Option<Neighbour<'d>>,
    later: Option<Neighbour<'d>>,
}

/// The view of the entry at `index` of the dossier.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>, index: usize) -> ArticleView<'d> {
    let dossier = catalogue.dossier;
    let entry = &dossier.entries[index];
    let meta = &entry.article.meta;
    let outlet = catalogue.outlet(entry);
    let links = Links::new(Route::Article(&entry.article.id), dossier.settings.base_url.as_deref());
    let about = About { entry, long: &catalogue.long, links: &links };
    let title = Title::of(entry, dossier);
    let (earlier, later) = catalogue.neighbours(index);
    let neighbour = |entry: &'d Entry| Neighbour {
        href: links.to(Route::Article(&entry.article.id)),
        title: Title::of(entry, dossier),
        when: When::published(entry),
    };
    let outlet_name = outlet.map(|outlet| outlet.name.as_str());
    ArticleView {
        frame: frame(entry, dossier, &title, outlet_name, &links),
        title,
        outlet: outlet_name,
        when: When::published(entry),
        altered: meta
            .altered
            .as_ref()
            .map(|known| Altered { reason: &known.value, ground: Ground::of(&about, &known.basis) }),
        not_analysed: (!entry.reading.language.analysed).then(|| prose::language(language_of(entry)).to_owned()),
        note: meta.note.as_deref(),
        level: entry.publish.word(),
        text: text_of(catalogue, index, 1, &links),
        pager: pager(catalogue, entry, 1, &links),
        further: further(&about),
        headings: headings(&about),
        dates: annotations::dates(catalogue, entry, &links),
        lang: foreign(language_of(entry), &dossier.settings.language),
        right_to_left: entry.reading.language.right_to_left,
        actors: named(catalogue, index, &links),
        derivations: derivation::of(catalogue, index, &links),
        facts: provenance::facts(&about, outlet, dossier),
        reliability: Reliability {
            letter: Letter::of(outlet),
            why: outlet.and_then(|outlet| outlet.why.as_deref()),
            graded_on: outlet.and_then(|outlet| outlet.graded_on).map(|date| date.in_words()),
            outlet: outlet_name,
            kind: outlet.and_then(kind_and_country),
            legend: links.to_anchor(Route::Sources, Anchor::Grade(outlet.map(|o| o.grade).unwrap_or_default())),
        },
        custody: custody(catalogue, &about),
        extra: meta.other.iter().map(|(name, value)| Extra { name, value }).collect(),
        backing: backing::of(catalogue, index, &links),
        decisions: decisions::about(catalogue, &links, |at| at.entry as usize == index),
        earlier: earlier.map(neighbour),
        later: later.map(neighbour),
    }
}

/// The actors with a page that the article names, the most named first.
fn named<'d>(catalogue: &Catalogue<'d>, index: usize, links: &Links) -> Named<'d> {
    let dossier = catalogue.dossier;
    let listed = catalogue.cast.named_in(index).iter();
    let with_page: Vec<_> = listed.filter(|(actor, _)| catalogue.cast.has_page(dossier, *actor)).collect();
    let chip = |(actor, count): &&(u32, u32)| Chip::new(&dossier.actors[*actor as usize], *count, links);
    let more = with_page.len().checked_sub(NAMED).filter(|more| *more > 0);
    Named { chips: with_page.iter().take(NAMED).map(chip).collect(), more: more.map(prose::count) }
}

/// The headings of a text that has many, each with the way to it.
fn headings<'d>(about: &About<'_, 'd>) -> Vec<Link<'d>> {
    let entry = about.entry;
    let own = entry.reading.sentences.iter().filter(|one| one.role == Role::Subheading && shown::shows(entry, one));
    // A heading of several sentences is listed by its first.
    let mut block = None;
    let firsts = own.filter(|one| block.replace(one.block) != Some(one.block));
    let headings: Vec<Link<'d>> = firsts
        .filter_map(|one| {
            let text = Cow::Borrowed(one.span.get(&entry.article.saved.text)?);
            Some(Link { href: about.long.href_within(entry, one.id, about.links), text })
        })
        .take(*HEADINGS.end())
        .collect();
    if headings.len() < *HEADINGS.start() { Vec::new() } else { headings }
}

fn custody<'d>(catalogue: &Catalogue<'d>, about: &About<'_, 'd>) -> Custody<'d> {
    let (entry, links) = (about.entry, about.links);
    let article = &entry.article;
    let full = entry.publish == Publish::Full;
    Custody {
        path: &article.path,
        sha256: &article.sha256,
        bytes: prose::grouped(article.bytes),
        encoding: article.encoding,
        facts: provenance::whereabouts(about),
        saved_text: full.then(|| links.to(Route::SavedText(&article.id))),
        // Equal lengths rule out a dropped byte order mark and a decoded encoding.
        same_bytes: article.format == Format::Text
            && article.encoding == "UTF-8"
            && article.bytes == article.saved.text.len() as u64,
        source: catalogue.to_source(entry, links),
        check: links.to_anchor(Route::Method, Anchor::Check),
    }
}

fn frame<'d>(
    entry: &'d Entry,
    dossier: &'d Dossier,
    title: &Title<'d>,
    outlet: Option<&'d str>,
    links: &Links,
) -> Frame<'d> {
    let description = format!(
        "Saved article from {}, {}: its text as saved, with the ground of every value.",
        outlet.unwrap_or("an unknown outlet"),
        in_words(entry),
    );
    let crumbs = vec![Link { href: links.to(Route::Sources), text: Cow::Borrowed("Sources") }];
    Frame::new(dossier, Route::Article(&entry.article.id), &title.text, description)
        .under(crumbs)
        .with_meta(citation_meta(entry, title, outlet))
        .described_as(&NewsArticle::of(entry, dossier, title, outlet))
}

/// What reference managers read, by the names that Google Scholar and Zotero know.
fn citation_meta(entry: &Entry, title: &Title<'_>, outlet: Option<&str>) -> Vec<Meta> {
    let meta = &entry.article.meta;
    let mut out = vec![Meta { name: "citation_title", content: title.text.clone().into_owned() }];
    let authors = meta.authors.iter().flat_map(|known| &known.value);
    out.extend(authors.map(|name| Meta { name: "citation_author", content: name.clone() }));
    if let Some(known) = &meta.published {
        let date = known.value.date_only().to_string().replace('-', "/");
        out.push(Meta { name: "citation_publication_date", content: date });
    }
    if let Some(name) = outlet {
        out.push(Meta { name: "citation_publisher", content: name.to_owned() });
    }
    if let Some(address) = meta.url.as_ref().and_then(|known| outward(&known.value)) {
        out.push(Meta { name: "citation_public_url", content: address });
    }
    if language_of(entry) != "und" {
        out.push(Meta { name: "citation_language", content: language_of(entry).to_owned() });
    }
    out
}

/// A thing of schema.org with a name.
#[derive(Serialize)]
struct Thing<'d> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'d str,
}

/// The article in the vocabulary of schema.org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_at: Option<String>,
    is_part_of: Thing<'a>,
}

impl<'a> NewsArticle<'a> {
    fn of(entry: &'a Entry, dossier: &'a Dossier, title: &'a Title<'_>, outlet: Option<&'a str>) -> Self {
        let meta = &entry.article.meta;
        let authors = meta.authors.iter().flat_map(|known| &known.value);
        let language = language_of(entry);
        Self {
            context: "https://schema.org",
            kind: "NewsArticle",
            headline: &title.text,
            author: authors.map(|name| Thing { kind: "Person", name }).collect(),
            publisher: outlet.map(|name| Thing { kind: "NewsMediaOrganization", name }),
            date_published: meta.published.as_ref().map(|known| known.value.to_string()),
            in_language: (language != "und").then_some(language),
            url: meta.url.as_ref().and_then(|known| outward(&known.value)),
            archived_at: meta.archive_url.as_ref().and_then(|known| outward(&known.value)),
            is_part_of: Thing { kind: "CreativeWork", name: &dossier.settings.title },
        }
    }
}
