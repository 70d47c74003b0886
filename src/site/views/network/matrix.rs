//! Which source names whom, as a table of counts.

use crate::model::{Actor, Entry};
use crate::site::catalogue::Catalogue;
use crate::site::prose::grouped;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::parts::{KindName, Title};
use serde::Serialize;
use std::collections::BTreeMap;

/// Most actors: as many columns as a page of paper holds.
const COLUMNS: usize = 12;
/// Most rows. A dossier with more articles is shown by outlets, those with most articles first.
const ROWS: usize = 40;

/// A column.
#[derive(Serialize)]
struct Column<'d> {
    href: String,
    kind: &'static str,
    name: &'d str,
}

/// A cell: how often the source names the actor.
#[derive(Serialize)]
struct Cell<'d> {
    /// Whom, for where the heads of the columns are not seen.
    actor: &'d str,
    count: Option<String>,
    /// How it compares with the fullest cell: 0 to 4.
    shade: u8,
}

/// A row: an article, or all articles of an outlet.
#[derive(Serialize)]
struct Row<'d> {
    href: String,
    title: Option<Title<'d>>,
    outlet: Option<&'d str>,
    note: Option<String>,
    cells: Vec<Cell<'d>>,
}

/// The table.
#[derive(Serialize)]
pub(super) struct Matrix<'d> {
    columns: Vec<Column<'d>>,
    rows: Vec<Row<'d>>,
    by_outlet: bool,
    /// Whether there are more rows than are shown.
    cut: bool,
}

impl<'d> Matrix<'d> {
    /// The table of `principal` actors; none where there is nobody to show.
    pub(super) fn of(catalogue: &Catalogue<'d>, principal: &[(u32, &'d Actor)], links: &Links) -> Option<Self> {
        let shown: Vec<(u32, &'d Actor)> = principal.iter().take(COLUMNS).copied().collect();
        let column = |(_, actor): &(u32, &'d Actor)| Column {
            href: links.to(Route::Actor(&actor.id)),
            kind: KindName::of(actor.kind).word,
            name: &actor.name,
        };
        let columns: Vec<Column<'d>> = shown.iter().map(column).collect();
        let by_outlet = catalogue.dossier.entries.len() > ROWS;
        let (rows, cut) =
            if by_outlet { outlets(catalogue, &shown, links) } else { (articles(catalogue, &shown, links), false) };
        let most = rows.iter().flat_map(|(_, counts)| counts).copied().max().filter(|most| *most > 0)?;
        let rows = rows.into_iter().map(|(row, counts)| Row { cells: cells(&shown, &counts, most), ..row }).collect();
        Some(Self { columns, rows, by_outlet, cut })
    }
}

fn cells<'d>(shown: &[(u32, &'d Actor)], counts: &[u32], most: u32) -> Vec<Cell<'d>> {
    let cell = |((_, actor), count): (&(u32, &'d Actor), &u32)| Cell {
        actor: &actor.name,
        count: (*count > 0).then(|| grouped((*count).into())),
        shade: u8::try_from((count * 4).div_ceil(most)).unwrap_or(4),
    };
    shown.iter().zip(counts).map(cell).collect()
}

/// How often an article names each of the actors.
fn counts(catalogue: &Catalogue<'_>, entry: usize, shown: &[(u32, &Actor)]) -> Vec<u32> {
    let named = catalogue.cast.named_in(entry);
    let count = |actor: u32| named.iter().find(|(other, _)| *other == actor).map_or(0, |(_, count)| *count);
    shown.iter().map(|(actor, _)| count(*actor)).collect()
}

fn articles<'d>(catalogue: &Catalogue<'d>, shown: &[(u32, &'d Actor)], links: &Links) -> Vec<(Row<'d>, Vec<u32>)> {
    let dossier = catalogue.dossier;
    let row = |entry: &'d Entry| {
        let at = dossier.entries.binary_search_by(|other| other.article.id.cmp(&entry.article.id));
        let row = Row {
            href: links.to(Route::Article(&entry.article.id)),
            title: Some(Title::of(entry, dossier)),
            outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
            note: entry.article.meta.altered.is_some().then(|| "altered copy".to_owned()),
            cells: Vec::new(),
        };
        (row, at.map_or_else(|_| vec![0; shown.len()], |at| counts(catalogue, at, shown)))
    };
    catalogue.newest_first().map(row).collect()
}

/// The outlets with most articles, and whether there are more.
fn outlets<'d>(
    catalogue: &Catalogue<'d>,
    shown: &[(u32, &'d Actor)],
    links: &Links,
) -> (Vec<(Row<'d>, Vec<u32>)>, bool) {
    let dossier = catalogue.dossier;
    let mut totals: BTreeMap<&str, (usize, Vec<u32>)> = BTreeMap::new();
    for (at, entry) in dossier.entries.iter().enumerate() {
        let Some(outlet) = catalogue.outlet(entry) else { continue };
        let (articles, sums) = totals.entry(outlet.id.as_str()).or_insert_with(|| (0, vec![0; shown.len()]));
        *articles += 1;
        sums.iter_mut().zip(counts(catalogue, at, shown)).for_each(|(sum, count)| *sum += count);
    }
    let listed = dossier.outlets.values();
    let mut rows: Vec<_> = listed.filter_map(|outlet| Some((totals.remove(outlet.id.as_str())?, outlet))).collect();
    rows.sort_by_key(|((articles, _), _)| std::cmp::Reverse(*articles));
    let cut = rows.len() > ROWS;
    let row = |((articles, sums), outlet): ((usize, Vec<u32>), &'d crate::model::Outlet)| {
        let row = Row {
            href: links.to_anchor(Route::Sources, Anchor::Outlet(&outlet.id)),
            title: None,
            outlet: Some(&outlet.name),
            note: Some(crate::site::prose::counted(articles, "article", "articles")),
            cells: Vec::new(),
        };
        (row, sums)
    };
    (rows.into_iter().take(ROWS).map(row).collect(), cut)
}
