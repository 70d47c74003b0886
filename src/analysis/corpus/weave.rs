//! Puts everything together as the dossier that the pages are made from.

use super::acts;
use super::boilerplate::{self, Recognise};
use super::cite::cite;
use super::claims::{Claims, claims};
use super::compare::signatures;
use super::dating;
use super::decisions;
use super::descriptions::described;
use super::discrepancies::{discrepancies, name_differing};
use super::entities::{self, Links};
use super::events::{chronology, weightiest};
use super::quotations::quotations;
use super::reuse::reuse;
use super::series::{beside, series};
use super::summary::summarise;
use crate::base::{ArticleId, Diagnostic, OutletId, PartialDate, Place};
use crate::model::metadata::OPENING_WORDS;
use crate::model::{
    Article, Basis, Corpus, Dossier, Entry, Inferred, Known, Metadata, Outlet, Publish, Reading, Settings,
};
use std::collections::{BTreeMap, BTreeSet};

/// The dossier of `corpus`, whose articles have the `readings` of the same place.
///
/// With `as_of`, what was published later is left out; an article without a date stays, with a
/// diagnostic, since it may be older.
#[must_use]
pub fn weave(
    corpus: Corpus,
    readings: Vec<Reading>,
    as_of: Option<PartialDate>,
    recognise: Recognise,
) -> (Dossier, Vec<Diagnostic>) {
    let Corpus { settings, mut outlets, mut articles, mut records, mut notes, decisions } = corpus;
    let mut diagnostics = Vec::new();
    for (article, reading) in articles.iter_mut().zip(&readings) {
        place(&mut outlets, article, reading.inferred.outlet.as_ref());
    }
    let level = |article: &Article| publish(&settings, outlet_of(&outlets, article), article);
    let Kept { articles: mut kept, readings, left_out } = keep(articles, readings, as_of, &level, &mut diagnostics);
    let texts = notes.iter_mut().map(|note| &mut note.text);
    texts
        .chain(records.iter_mut().map(|record| &mut record.note))
        .for_each(|text| decisions::withhold(text, &left_out));
    notes.sort_by_key(|note| !note.judgements);
    let cited = decisions::cited(&notes, &records, &kept, &readings);
    let mut decisions = decisions::resolve(decisions, &kept, &readings);
    let changed = dating::reckon(&mut kept, &readings);
    let readings = boilerplate::settle(&kept, readings, changed, recognise);
    // Actors are joined among the articles that stay: what is left out decides nothing.
    let links = entities::link(&kept, &readings, &records);
    let (Links { actors, by_mention, unlinked }, told) = decisions::not_actors(&mut decisions, links);
    diagnostics.extend(told);
    let entry = |((mut article, reading), actors): ((Article, Reading), Vec<Option<u32>>)| {
        let publish = level(&article);
        if publish != Publish::Full {
            withhold_opening(&mut article);
        }
        let cited = reading.lead().map(|sentence| sentence.id).into_iter().collect();
        Entry { article, reading, publish, actors, hidden: BTreeSet::new(), cited }
    };
    let mut entries: Vec<Entry> = kept.into_iter().zip(readings).zip(by_mention).map(entry).collect();
    for (at, sentence) in cited {
        entries[at].cited.insert(sentence);
    }
    let actors = described(&entries, actors);
    let newest = entries.iter().filter_map(|entry| entry.article.meta.published.as_ref()).map(|date| date.value);
    let as_of = newest.max().map(PartialDate::date_only);
    let used: BTreeSet<_> = entries
        .iter()
        .filter_map(|entry| entry.article.meta.outlet.as_ref())
        .map(|known| known.value.clone())
        .collect();
    outlets.retain(|id, _| used.contains(id));
    let days = weightiest(&entries, &settings);
    let derivations = reuse(&entries);
    let signatures = signatures(&entries, &actors);
    let Claims { claims, contrasts } = claims(&entries, &signatures, &derivations, &settings);
    let claims = decisions::rule_claims(&mut decisions, claims, &entries, &derivations);
    let entries = decisions::hide(&decisions, entries);
    let found = discrepancies(&entries, &signatures, &claims, &contrasts, &derivations);
    let discrepancies = decisions::rule_discrepancies(&mut decisions, &claims, found);
    let claims = name_differing(claims, &discrepancies, &derivations);
    let series = series(&entries);
    let discrepancies = beside(discrepancies, &series);
    let quotations = quotations(&entries, &signatures);
    let events = chronology(&entries, &claims, &settings);
    let relations = acts::relations(&entries);
    diagnostics.extend(decisions::idle(&decisions));
    diagnostics.sort();
    let summary = summarise(&entries, &signatures, &claims, &settings);
    let entries = cite(&summary, &claims, entries);
    let dossier = Dossier {
        settings,
        as_of,
        outlets,
        entries,
        actors,
        unlinked,
        quotations,
        relations,
        events,
        days,
        derivations,
        claims,
        discrepancies,
        series,
        summary,
        notes,
        decisions,
    };
    (dossier, diagnostics)
}

/// The articles that stay, with their readings, and those that do not.
struct Kept {
    articles: Vec<Article>,
    readings: Vec<Reading>,
    left_out: Vec<(ArticleId, Publish)>,
}

/// Fills up the metadata of all articles, and leaves out those of after `as_of`.
fn keep(
    articles: Vec<Article>,
    readings: Vec<Reading>,
    as_of: Option<PartialDate>,
    level: &dyn Fn(&Article) -> Publish,
    diagnostics: &mut Vec<Diagnostic>,
) -> Kept {
    let count = articles.len();
    let mut kept =
        Kept { articles: Vec::with_capacity(count), readings: Vec::with_capacity(count), left_out: Vec::new() };
    for (mut article, mut reading) in articles.into_iter().zip(readings) {
        fill(&mut article.meta, &mut reading.inferred);
        if as_of.is_some_and(|as_of| later(&article, as_of, diagnostics)) {
            kept.left_out.push((article.id.clone(), level(&article)));
        } else {
            kept.articles.push(article);
            kept.readings.push(reading);
        }
    }
    kept
}

/// Gives an article the outlet that its text shows, where nothing else names one.
fn place(outlets: &mut BTreeMap<OutletId, Outlet>, article: &mut Article, shown: Option<&Known<String>>) {
    let Some(Known { value: name, basis }) = shown.filter(|_| article.meta.outlet.is_none()) else { return };
    let named =
        |outlet: &&Outlet| outlet.name.eq_ignore_ascii_case(name) || outlet.domains.iter().any(|host| host == name);
    let id = outlets.values().find(named).map_or_else(|| OutletId::new(name), |outlet| outlet.id.clone());
    outlets.entry(id.clone()).or_insert_with(|| Outlet::named(name));
    article.meta.outlet = Some(Known { value: id, basis: basis.clone() });
}

/// The outlet of an article, where it is known.
fn outlet_of<'o>(outlets: &'o BTreeMap<OutletId, Outlet>, article: &Article) -> Option<&'o Outlet> {
    article.meta.outlet.as_ref().and_then(|outlet| outlets.get(&outlet.value))
}

/// Fills what the metadata leaves open with what the text yields.
fn fill(meta: &mut Metadata, inferred: &mut Inferred) {
    meta.title = meta.title.take().or_else(|| inferred.title.take());
    meta.published = meta.published.take().or_else(|| inferred.published.take());
    meta.authors = meta.authors.take().or_else(|| inferred.authors.take());
    meta.agency = meta.agency.take().or_else(|| inferred.agency.take());
}

/// A title that is the article's own opening words gives way to the file's name, where the text is
/// not for publication.
fn withhold_opening(article: &mut Article) {
    let opening = |title: &Known<String>| matches!(title.basis, Basis::Inferred { rule, .. } if rule == OPENING_WORDS);
    if article.meta.title.as_ref().is_some_and(opening) {
        let name = article.path.rsplit('/').next().unwrap_or_default().to_owned();
        article.meta.title = Some(Known::inferred(name, "the file’s name", None));
    }
}

/// Whether `article` was published after `as_of` for certain.
fn later(article: &Article, as_of: PartialDate, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let Some(published) = &article.meta.published else {
        let message = format!("this article has no date, so it is kept although it may be later than {as_of}");
        let told = Diagnostic::note("undated", message).at(Place::file(&*article.path));
        diagnostics.push(told.hint("give it a `published` date"));
        return false;
    };
    let later = published.value.first_day() > as_of.last_day();
    if !later && published.value.last_day() > as_of.last_day() {
        let message =
            format!("this article is dated {}, so it is kept although it may be later than {as_of}", published.value);
        let told = Diagnostic::note("undated", message).at(Place::file(&*article.path));
        diagnostics.push(told.hint("give it the day on which it was published"));
    }
    later
}

/// The article's own word counts first, then its outlet's, then the dossier's.
fn publish(settings: &Settings, outlet: Option<&Outlet>, article: &Article) -> Publish {
    article.meta.publish.or_else(|| outlet.and_then(|outlet| outlet.publish)).unwrap_or(settings.publish)
}
