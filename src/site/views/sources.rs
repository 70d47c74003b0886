//! The list of sources: every article as a citation, with its custody; every outlet with its letter.

use crate::base::OutletId;
use crate::model::{Entry, Grade, Outlet, Publish};
use crate::site::catalogue::Catalogue;
use crate::site::paging::Part;
use crate::site::prose;
use crate::site::routes::{Anchor, Links, Route, outward};
use crate::site::shelves::dated_name;
use crate::site::views::derivation::{self, Other};
use crate::site::views::frame::Frame;
use crate::site::views::lineage::Lineage;
use crate::site::views::pager::{Contents, Pager, Shelf};
use crate::site::views::parts::{Letter, Link, Title, When, kind_and_country};
use crate::site::views::provenance;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// An address elsewhere: as it was given, and as a link where it is safe to be one.
#[derive(Serialize)]
pub(crate) struct Address<'d> {
    text: &'d str,
    href: Option<String>,
}

impl<'d> Address<'d> {
    pub(crate) fn of(text: &'d str) -> Self {
        Self { text, href: outward(text) }
    }
}

/// A citation as the notes of the Chicago Manual of Style give it.
#[derive(Serialize)]
pub(crate) struct Citation<'d> {
    authors: Option<String>,
    title: Title<'d>,
    /// The full stop after the title, unless it ends in a mark of its own.
    stop: &'static str,
    outlet: Option<&'d str>,
    agency: Option<&'d str>,
    when: Option<When>,
    url: Option<Address<'d>>,
    archive: Option<Address<'d>>,
    saved: Option<String>,
}

/// An article in the list.
#[derive(Serialize)]
struct Source<'d> {
    anchor: String,
    citation: Citation<'d>,
    article: String,
    letter: Option<Letter>,
    why: Option<&'d str>,
    kind: Option<String>,
    date_ground: Option<Cow<'d, str>>,
    altered: Option<&'d str>,
    /// The article that it derives from, or may derive from.
    derivation: Option<Other<'d>>,
    /// Whether it stands beneath that article.
    beneath: bool,
    path: &'d str,
    sha256: &'d str,
    /// The first digits of the hash: enough to tell files apart.
    bytes: String,
    saved_text: Option<String>,
}

/// An outlet in the table.
#[derive(Serialize)]
struct OutletRow<'d> {
    anchor: Option<String>,
    name: Option<&'d str>,
    letter: Option<Letter>,
    kind: Option<String>,
    country: Option<&'d str>,
    articles: String,
    why: Option<&'d str>,
    graded_on: Option<String>,
}

/// A letter in the legend.
#[derive(Serialize)]
struct Legend {
    anchor: String,
    letter: Letter,
}

/// The list of sources, or a page of it.
#[derive(Serialize)]
pub(crate) struct SourcesView<'d> {
    frame: Frame<'d>,
    heading: String,
    /// Where the pages of the list are, if it has several.
    contents: Option<Contents>,
    /// Where this page stands among them.
    pager: Option<Pager>,
    sources: Vec<Source<'d>>,
    outlets: Vec<OutletRow<'d>>,
    legend: Vec<Legend>,
    /// Whose text comes from whose.
    lineage: Option<Lineage<'d>>,
    check: String,
}

/// The whole list; where it has several pages, the way to them.
pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> SourcesView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::Sources, dossier.settings.base_url.as_deref());
    let description = "Every saved article as a citation, with its hash, and every outlet with its letter.";
    let several = catalogue.shelves.are_several();
    let listed: Vec<&Entry> = if several { Vec::new() } else { catalogue.oldest_first().collect() };
    SourcesView {
        frame: Frame::new(dossier, Route::Sources, "Sources", description.to_owned()),
        heading: "Sources".to_owned(),
        contents: several.then(|| Contents::of(&shelves(catalogue), &links)),
        pager: None,
        sources: rows(catalogue, listed, &links),
        outlets: outlets(catalogue),
        legend: Grade::ALL
            .map(|grade| Legend { anchor: Anchor::Grade(grade).id(), letter: Letter::new(grade) })
            .into_iter()
            .collect(),
        lineage: Lineage::of(catalogue, &links),
        check: links.to_anchor(Route::Method, Anchor::Check),
    }
}

/// The page at `index` of a list that has several.
pub(crate) fn page<'d>(catalogue: &Catalogue<'d>, index: usize) -> SourcesView<'d> {
    let dossier = catalogue.dossier;
    let route = catalogue.shelves.page(index);
    let links = Links::new(route, dossier.settings.base_url.as_deref());
    let part = &catalogue.shelves.parts[index];
    let heading = format!("Sources: {}", dated_name(part));
    let description = format!("{heading}. Every saved article as a citation, with its hash.");
    let crumbs = vec![Link { href: links.to(Route::Sources), text: Cow::Borrowed("Sources") }];
    SourcesView {
        frame: Frame::new(dossier, route, &heading, description).under(crumbs),
        heading,
        contents: None,
        pager: Some(Pager::of(&shelves(catalogue), index, links.to(Route::Sources), &links)),
        sources: rows(catalogue, part.items.iter().map(|item| catalogue.shelved(*item)), &links),
        outlets: Vec::new(),
        legend: Vec::new(),
        lineage: None,
        check: links.to_anchor(Route::Method, Anchor::Check),
    }
}

/// The pages of the list.
fn shelves<'c>(catalogue: &'c Catalogue<'_>) -> Vec<Shelf<'c>> {
    let shelves = &catalogue.shelves;
    let shelf = |(index, part): (usize, &Part)| Shelf {
        page: shelves.page(index),
        name: dated_name(part),
        count: part.items.len(),
    };
    shelves.parts.iter().enumerate().map(shelf).collect()
}

/// The articles of a list, each that derives from another of them beneath it.
fn rows<'d>(catalogue: &Catalogue<'d>, entries: impl IntoIterator<Item = &'d Entry>, links: &Links) -> Vec<Source<'d>> {
    let row = |(entry, beneath)| Source { beneath, ..source(catalogue, entry, links) };
    derivation::beneath_sources(catalogue, entries.into_iter()).into_iter().map(row).collect()
}

fn source<'d>(catalogue: &Catalogue<'d>, entry: &'d Entry, links: &Links) -> Source<'d> {
    let (article, meta) = (&entry.article, &entry.article.meta);
    let outlet = catalogue.outlet(entry);
    Source {
        anchor: Anchor::Source(&article.id).id(),
        citation: citation(catalogue, entry, outlet),
        article: links.to(Route::Article(&article.id)),
        letter: Letter::of(outlet),
        why: outlet.and_then(|outlet| outlet.why.as_deref()),
        kind: outlet.and_then(kind_and_country),
        date_ground: provenance::date_ground(meta),
        altered: meta.altered.as_ref().map(|known| known.value.as_str()),
        derivation: derivation::remark(catalogue, entry, links),
        beneath: false,
        path: &article.path,
        sha256: &article.sha256,
        bytes: prose::grouped(article.bytes),
        saved_text: (entry.publish == Publish::Full).then(|| links.to(Route::SavedText(&article.id))),
    }
}

/// The full stop after a title, unless it ends in a mark of its own.
pub(crate) fn stop_after(title: &Title<'_>) -> &'static str {
    if title.text.ends_with(['.', '?', '!', '…', '؟', '。', '？', '！']) { "" } else { "." }
}

pub(crate) fn citation<'d>(catalogue: &Catalogue<'d>, entry: &'d Entry, outlet: Option<&'d Outlet>) -> Citation<'d> {
    let meta = &entry.article.meta;
    let title = Title::of(entry, catalogue.dossier);
    Citation {
        authors: meta.authors.as_ref().filter(|known| !known.value.is_empty()).map(|known| prose::listed(&known.value)),
        stop: stop_after(&title),
        title,
        outlet: outlet.map(|outlet| outlet.name.as_str()),
        agency: meta.agency.as_ref().map(|known| known.value.as_str()),
        when: When::published(entry),
        url: meta.url.as_ref().map(|known| Address::of(&known.value)),
        archive: meta.archive_url.as_ref().map(|known| Address::of(&known.value)),
        saved: meta.retrieved.as_ref().map(|known| provenance::retrieved(&known.value)),
    }
}

/// The outlets that published something here, in order of their ids; the unknown one last.
fn outlets<'d>(catalogue: &Catalogue<'d>) -> Vec<OutletRow<'d>> {
    let mut counts: BTreeMap<Option<&OutletId>, usize> = BTreeMap::new();
    for entry in &catalogue.dossier.entries {
        *counts.entry(catalogue.outlet(entry).map(|outlet| &outlet.id)).or_default() += 1;
    }
    let unknown = counts.remove(&None);
    let known = counts.into_iter().filter_map(|(id, count)| Some((catalogue.dossier.outlets.get(id?)?, count)));
    let mut rows: Vec<OutletRow<'_>> = known
        .map(|(outlet, count)| OutletRow {
            anchor: Some(Anchor::Outlet(&outlet.id).id()),
            name: Some(&outlet.name),
            letter: Letter::of(Some(outlet)),
            kind: outlet.kind.map(|kind| prose::sentence_case(kind.word())),
            country: outlet.country.as_deref(),
            articles: prose::grouped(count as u64),
            why: outlet.why.as_deref(),
            graded_on: outlet.graded_on.map(|date| date.in_words()),
        })
        .collect();
    rows.extend(unknown.map(|count| OutletRow {
        anchor: None,
        name: None,
        letter: None,
        kind: None,
        country: None,
        articles: prose::grouped(count as u64),
        why: None,
        graded_on: None,
    }));
    rows
}
