//! The index from A to Z, as at the back of a book: names, their spellings, and the articles by title.

mod names;

use crate::site::catalogue::Catalogue;
use crate::site::routes::{Anchor, Links, Route};
use crate::site::views::frame::Frame;
use crate::site::views::parts::{Title, When};
use names::Name;
use serde::Serialize;
use std::borrow::Cow;

/// An article in the index.
#[derive(Serialize)]
struct Item<'d> {
    href: String,
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
}

/// What stands under one letter.
#[derive(Serialize)]
struct Group<T> {
    anchor: String,
    name: Cow<'static, str>,
    items: Vec<T>,
}

/// The index from A to Z.
#[derive(Serialize)]
pub(crate) struct AToZView<'d> {
    frame: Frame<'d>,
    names: Vec<Group<Name<'d>>>,
    groups: Vec<Group<Item<'d>>>,
    actors: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> AToZView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::AtoZ, dossier.settings.base_url.as_deref());
    let titles = dossier.entries.iter().map(|entry| {
        let title = Title::of(entry, dossier);
        let item = Item {
            href: links.to(Route::Article(&entry.article.id)),
            outlet: catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
            when: When::published(entry),
            title,
        };
        (filed_under(&item.title.text), item)
    });
    let description = "Every name and every article of the dossier, from A to Z.";
    AToZView {
        frame: Frame::new(dossier, Route::AtoZ, "Index from A to Z", description.to_owned()),
        groups: grouped(titles.collect(), Anchor::Group),
        names: grouped(names::of(catalogue, &links), Anchor::Names),
        actors: links.to(Route::Actors),
    }
}

/// The items by letter; items of one key keep their order.
fn grouped<T>(mut keyed: Vec<((Initial, String), T)>, anchor: impl Fn(char) -> Anchor<'static>) -> Vec<Group<T>> {
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let mut groups: Vec<Group<T>> = Vec::new();
    for ((initial, _), item) in keyed {
        let anchor = anchor(initial.letter()).id();
        match groups.last_mut().filter(|group| group.anchor == anchor) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { anchor, name: initial.name(), items: vec![item] }),
        }
    }
    groups
}

/// The group that a title or name belongs to, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Initial {
    Letter(char),
    Digit,
    Other,
}

impl Initial {
    const fn letter(self) -> char {
        match self {
            Self::Letter(letter) => letter,
            Self::Digit => '0',
            Self::Other => '#',
        }
    }

    fn name(self) -> Cow<'static, str> {
        match self {
            Self::Letter(letter) => Cow::Owned(letter.to_string()),
            Self::Digit => Cow::Borrowed("0–9"),
            Self::Other => Cow::Borrowed("Other"),
        }
    }
}

/// How much of a title decides its place, in characters.
const KEY_LIMIT: usize = 200;

/// The group and the sort key of a title: diacritics folded, other scripts romanised, a leading
/// "the", "a" or "an" set aside.
pub(crate) fn filed_under(title: &str) -> (Initial, String) {
    let start: String = title.chars().take(KEY_LIMIT).collect();
    let folded = deunicode::deunicode(&start).to_lowercase();
    let words = folded.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let own = ["the ", "an ", "a "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    let key = own.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let initial = match key.chars().next() {
        Some(c) if c.is_ascii_alphabetic() => Initial::Letter(c.to_ascii_uppercase()),
        Some(_) => Initial::Digit,
        None => Initial::Other,
    };
    (initial, key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_filed_without_articles_marks_or_diacritics() {
        assert!(filed_under("“The Éclair”") == (Initial::Letter('E'), "eclair\"".to_owned()));
        assert!(filed_under("A day").0 == Initial::Letter('D'));
        assert!(filed_under("Athens").0 == Initial::Letter('A'));
        assert!(filed_under("12 days").0 == Initial::Digit);
        assert!(filed_under("…").0 == Initial::Other);
    }
}
