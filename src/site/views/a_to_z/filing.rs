//! What the index from A to Z files where: done once, for one page or several.

use super::initial::{Initial, filed_under};
use super::names::{self, Heading};
use crate::model::Entry;
use crate::site::catalogue::Catalogue;
use crate::site::paging::{Cutter, LEVELS, PAGE_LIMIT, Part};
use crate::site::prose::sentence_case;
use crate::site::routes::Route;
use crate::site::shelves::numbered;
use crate::site::views::pager::Shelf;
use crate::site::views::parts::Title;

/// One of the two lists of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Names and their spellings.
    Names,
    /// Articles by title.
    Titles,
}

impl List {
    /// The list as a part of an address.
    const fn word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Titles => "articles",
        }
    }

    /// The list as a heading.
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Names => "Names",
            Self::Titles => "Articles",
        }
    }
}

/// An entry with where it is filed.
pub(super) struct Filed<T> {
    pub(super) initial: Initial,
    key: String,
    weight: usize,
    pub(super) item: T,
}

/// A list cut into pages.
struct Cut {
    parts: Vec<Part>,
    slugs: Vec<String>,
}

/// Everything that the index files, in order, and the pages that it needs.
pub(crate) struct Filing<'d> {
    pub(super) names: Vec<Filed<Heading<'d>>>,
    /// Indices of the dossier's entries.
    pub(super) titles: Vec<Filed<usize>>,
    cut_names: Cut,
    cut_titles: Cut,
}

/// The heaviest list that stands on the first page: both of them may stand there together.
const LIMIT: usize = PAGE_LIMIT / 3 * 2;

/// About how many bytes of HTML an article takes up beside its own words.
const ARTICLE: usize = 260;

impl<'d> Filing<'d> {
    pub(crate) fn of(catalogue: &Catalogue<'d>) -> Self {
        let name = |(text, heading)| (text, names::weight(catalogue, text, &heading), heading);
        let names: Vec<Filed<Heading<'d>>> = filed(
            names::of(catalogue).into_iter().map(name).map(|(text, weight, item)| (text.to_owned(), weight, item)),
        );
        let title = |(index, entry): (usize, &'d Entry)| {
            let title = Title::of(entry, catalogue.dossier).text.into_owned();
            let outlet = catalogue.outlet(entry).map_or(0, |outlet| outlet.name.len());
            let weight = ARTICLE + title.len() + outlet + entry.article.id.as_str().len();
            (title, weight, index)
        };
        let titles: Vec<Filed<usize>> = filed(catalogue.dossier.entries.iter().enumerate().map(title));
        Self { cut_names: cut(&names, List::Names), cut_titles: cut(&titles, List::Titles), names, titles }
    }

    const fn cut(&self, list: List) -> &Cut {
        match list {
            List::Names => &self.cut_names,
            List::Titles => &self.cut_titles,
        }
    }

    /// Whether a list has several pages of its own.
    pub(crate) fn is_cut(&self, list: List) -> bool {
        self.cut(list).parts.len() > 1
    }

    /// The pages of a list that has several.
    pub(crate) fn pages(&self, list: List) -> impl Iterator<Item = Route<'_>> + '_ {
        let count = if self.is_cut(list) { self.cut(list).slugs.len() } else { 0 };
        (0..count).map(move |index| self.page(list, index))
    }

    /// The page at `index` of a list that has several.
    pub(super) fn page(&self, list: List, index: usize) -> Route<'_> {
        Route::AtoZOf(&self.cut(list).slugs[index])
    }

    /// The places of what stands on the page at `index` of a list.
    pub(super) fn items(&self, list: List, index: usize) -> &[u32] {
        self.cut(list).parts.get(index).map_or(&[], |part| &part.items)
    }

    /// The pages of a list with their names.
    pub(super) fn shelves(&self, list: List) -> Vec<Shelf<'_>> {
        let start = list.word().len() + 1;
        let named = |(index, part): (usize, &Part)| Shelf {
            page: self.page(list, index),
            name: numbered(letters(part.key.get(start..).unwrap_or_default()), part),
            count: part.items.len(),
        };
        self.cut(list).parts.iter().enumerate().map(named).collect()
    }
}

/// The items in order of the words that they are filed under; items of one key keep their order.
fn filed<T>(items: impl Iterator<Item = (String, usize, T)>) -> Vec<Filed<T>> {
    let mut all: Vec<Filed<T>> = items
        .map(|(text, weight, item)| {
            let (initial, key) = filed_under(&text);
            Filed { initial, key, weight, item }
        })
        .collect();
    all.sort_by(|a, b| (a.initial, &a.key).cmp(&(b.initial, &b.key)));
    all
}

fn cut<T>(filed: &[Filed<T>], list: List) -> Cut {
    let weight = |item: usize| filed[item].weight;
    let key = |item: usize, level: usize| format!("{}-{}", list.word(), by_letters(&filed[item], level));
    let whole: usize = filed.iter().map(|filed| filed.weight).sum();
    let limit = if whole <= LIMIT { LIMIT } else { PAGE_LIMIT.min(whole - 1) };
    let parts = Cutter { limit, levels: LEVELS, weight: &weight, key: &key }.cut(filed.len());
    Cut { slugs: parts.iter().map(Part::slug).collect(), parts }
}

/// The first letters of an entry; what is no letter or digit counts as a hyphen.
fn by_letters<T>(filed: &Filed<T>, level: usize) -> String {
    match filed.initial {
        Initial::Other => "other".to_owned(),
        Initial::Digit if level == 0 => "0-9".to_owned(),
        _ => {
            let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
            filed.key.chars().map(plain).take(level + 1).collect()
        }
    }
}

/// The first letters of a page, as a heading names them.
fn letters(key: &str) -> String {
    if key == "0-9" { "0–9".to_owned() } else { sentence_case(&key.replace('-', " ")) }
}
