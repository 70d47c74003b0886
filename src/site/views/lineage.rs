//! Which article's text comes from which: a drawing with time from left to right, and the same facts as a list.

use crate::model::{Derivation, Derived};
use crate::site::catalogue::Catalogue;
use crate::site::draw::{self, Px};
use crate::site::prose::{counted, sentence_case};
use crate::site::published::{in_words, published, standing};
use crate::site::routes::{Links, Route};
use crate::site::views::parts::{Title, When};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Most articles in the drawing and in the list: as many as a page shows readably.
const DRAWN: usize = 40;
/// Longest label, in characters.
const LABEL: usize = 30;
/// Where labels begin and where time begins and ends, the width, and the height of a row, in pixels.
const TIME: (f64, f64) = (262.0, 520.0);
const WIDTH: f64 = 780.0;
const ROW: f64 = 30.0;
/// Longest words beside a point, in characters: what fits between the end of time and the edge.
const WORDS: usize = 42;

/// An article in the drawing: a row of its own, so that no label meets another.
#[derive(Serialize)]
struct Row {
    href: String,
    name: String,
    label: String,
    x: Px,
    y: Px,
    label_y: Px,
    words_x: Px,
    /// What it derives from, in words.
    words: Option<String>,
}

/// A line from a text to one that comes from it.
#[derive(Serialize)]
struct Line {
    d: String,
    how: &'static str,
    /// The tip of its arrow; `None` where nobody knows which came first.
    tip: Option<String>,
}

/// An article that derives from others, in the list.
#[derive(Serialize)]
struct Item<'d> {
    article: Source<'d>,
    from: Vec<From<'d>>,
}

#[derive(Serialize)]
struct From<'d> {
    how: &'static str,
    directed: bool,
    share: u8,
    source: Source<'d>,
}

#[derive(Serialize)]
struct Source<'d> {
    href: String,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
}

/// The drawing and the list.
#[derive(Serialize)]
pub(crate) struct Lineage<'d> {
    width: Px,
    height: Px,
    description: String,
    first: Option<String>,
    last: Option<String>,
    axis: (Px, Px, Px),
    rows: Vec<Row>,
    lines: Vec<Line>,
    items: Vec<Item<'d>>,
    /// How many more articles derive from others, or have derived ones, in words.
    more: Option<String>,
}

impl<'d> Lineage<'d> {
    /// `None` where no text is known to come from another.
    pub(crate) fn of(catalogue: &Catalogue<'d>, links: &Links) -> Option<Self> {
        let derivations = &catalogue.dossier.derivations;
        let mut shown: Vec<u32> = derivations.iter().flat_map(|one| [one.from, one.entry]).collect();
        shown.sort_unstable();
        shown.dedup();
        // In order of date; those without a date stand last.
        shown.sort_by_key(|entry| catalogue.place(*entry));
        let more = shown.len().saturating_sub(DRAWN);
        shown.truncate(DRAWN);
        let (first, last) = (shown.first()?, shown.iter().rev().find(|entry| day(catalogue, **entry).is_some()));
        let place: BTreeMap<u32, usize> = shown.iter().enumerate().map(|(at, entry)| (*entry, at)).collect();
        let drawn: Vec<&Derivation> =
            derivations.iter().filter(|one| place.contains_key(&one.entry) && place.contains_key(&one.from)).collect();
        let points: Vec<(f64, f64)> = points(catalogue, &shown);
        let date = |entry: &u32| standing(&catalogue.dossier.entries[*entry as usize]).map(|date| date.in_words());
        let floor = ROW * shown.len() as f64 + 8.0;
        Some(Self {
            width: Px(WIDTH),
            height: Px(floor + 22.0),
            description: format!(
                "{} in rows, the earliest on the left and on top. A line with an arrow leads from a text to one that \
                 comes, or probably comes, from it. The list below has the same facts.",
                sentence_case(&counted(shown.len(), "article", "articles"))
            ),
            first: date(first),
            last: last.filter(|last| date(last) != date(first)).and_then(date),
            axis: (Px(TIME.0), Px(TIME.1), Px(floor)),
            rows: shown.iter().zip(&points).map(|(entry, at)| row(catalogue, *entry, *at, &drawn, links)).collect(),
            lines: lines(&drawn, &place, &points),
            items: items(catalogue, &shown, &drawn, links),
            more: (more > 0).then(|| counted(more, "more article", "more articles")),
        })
    }
}

/// The first day of an article's date.
fn day(catalogue: &Catalogue<'_>, entry: u32) -> Option<chrono::NaiveDate> {
    standing(&catalogue.dossier.entries[entry as usize]).map(|date| date.first_day())
}

/// Where the articles stand: one row each, by their days from left to right; those without a date on the right.
fn points(catalogue: &Catalogue<'_>, shown: &[u32]) -> Vec<(f64, f64)> {
    // Days follow each other evenly, whatever lies between them: what matters is which came first.
    let days: BTreeSet<chrono::NaiveDate> = shown.iter().filter_map(|entry| day(catalogue, *entry)).collect();
    let rank: BTreeMap<_, _> = days.iter().zip(0_u32..).collect();
    let steps = f64::from(u32::try_from(days.len()).unwrap_or(u32::MAX).saturating_sub(1).max(1));
    let x = |entry: &u32| {
        let known = day(catalogue, *entry).and_then(|day| rank.get(&day).copied());
        known.map_or(TIME.1, |rank| TIME.0 + (TIME.1 - TIME.0) * f64::from(rank) / steps)
    };
    shown.iter().zip(0_u32..).map(|(entry, row)| (x(entry), ROW * (f64::from(row) + 0.5))).collect()
}

fn row(catalogue: &Catalogue<'_>, entry: u32, (x, y): (f64, f64), drawn: &[&Derivation], links: &Links) -> Row {
    let source = source(catalogue, entry, links);
    let date = published(&catalogue.dossier.entries[entry as usize]).map(|date| date.in_words());
    let whose = source.outlet.unwrap_or(&source.title.text).to_owned();
    let words: BTreeSet<&str> = drawn.iter().filter(|one| one.entry == entry).map(|one| said(one)).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let label = match (&date, source.outlet) {
        (Some(date), Some(outlet)) => format!("{}, {date}", draw::fitted(outlet, LABEL - 10)),
        _ => whose,
    };
    Row {
        name: format!("{}, {}", source.title.text, in_words(&catalogue.dossier.entries[entry as usize])),
        label: draw::fitted(&label, LABEL + 6),
        href: source.href,
        x: Px(x),
        y: Px(y),
        label_y: Px(y),
        words_x: Px(x + 12.0),
        words: (!words.is_empty()).then(|| draw::fitted(&words.join(", "), WORDS)),
    }
}

/// A relation in the fewest words.
const fn said(derivation: &Derivation) -> &'static str {
    match (derivation.how, derivation.directed) {
        (Derived::Copy, true) => "copy",
        (Derived::Retelling, true) => "retelling",
        (Derived::Version, true) => "version",
        (Derived::Copy, false) => "copy or source",
        (Derived::Retelling, false) => "retelling or source",
        (Derived::Version, false) => "another version",
    }
}

/// The lines: down from the source, then across to what comes from it. What is told from both sides is drawn once.
fn lines(drawn: &[&Derivation], place: &BTreeMap<u32, usize>, points: &[(f64, f64)]) -> Vec<Line> {
    let once = drawn.iter().filter(|one| one.directed || one.from < one.entry);
    once.map(|one| {
        let ((from_x, from_y), (x, y)) = (points[place[&one.from]], points[place[&one.entry]]);
        let end = x - 7.0;
        // A line between texts of one day leaves room for its arrow.
        let bend = from_x.min(end - 14.0);
        let at = |x: f64, y: f64| format!("{} {}", Px(x).written(), Px(y).written());
        Line {
            d: format!("M{} L{} L{} L{}", at(from_x, from_y), at(bend, from_y), at(bend, y), at(end, y)),
            how: one.how.word(),
            tip: one
                .directed
                .then(|| format!("{} {} {}", at(end + 2.0, y), at(end - 6.0, y - 4.0), at(end - 6.0, y + 4.0))),
        }
    })
    .collect()
}

fn items<'d>(catalogue: &Catalogue<'d>, shown: &[u32], drawn: &[&Derivation], links: &Links) -> Vec<Item<'d>> {
    let item = |entry: &u32| {
        let own = drawn.iter().filter(|one| one.entry == *entry);
        let from: Vec<From<'d>> = own
            .map(|one| From {
                how: one.how.word(),
                directed: one.directed,
                share: one.share,
                source: source(catalogue, one.from, links),
            })
            .collect();
        (!from.is_empty()).then(|| Item { article: source(catalogue, *entry, links), from })
    };
    shown.iter().filter_map(item).collect()
}

fn source<'d>(catalogue: &Catalogue<'d>, entry: u32, links: &Links) -> Source<'d> {
    let entry = &catalogue.dossier.entries[entry as usize];
    Source {
        href: links.to(Route::Article(&entry.article.id)),
        title: Title::of(entry, catalogue.dossier),
        outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
        when: When::published(entry),
    }
}
