//! Cuts a list that is too long for one page into pages, by what its items have in common: a year, a letter.
//!
//! Pages are cut at stable keys and not by running number, so that one more item changes the page that it
//! stands on and no other, until that page itself has to be cut.

use std::collections::BTreeMap;

/// The heaviest list that stands on one page, in bytes of HTML as its items are estimated: `check` reports
/// pages over 500 kB, and a page holds more than its list.
pub(crate) const PAGE_LIMIT: usize = 330_000;

/// How often a list of pages is cut by finer keys before its items are only counted off.
pub(crate) const LEVELS: usize = 6;

/// One page's share of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// What its items have in common; empty where the whole list stands together.
    pub(crate) key: String,
    /// Which of the pages with this key it is, from 1; `None` where it is the only one.
    pub(crate) number: Option<usize>,
    /// The items, as indices into the list, in its order.
    pub(crate) items: Vec<u32>,
}

impl Part {
    /// The part as a piece of an address: no two parts of a list share it.
    pub(crate) fn slug(&self) -> String {
        match self.number {
            None => self.key.clone(),
            Some(number) => format!("{}-page-{number}", self.key),
        }
    }
}

/// How a list is cut.
pub(crate) struct Cutter<'a> {
    /// The heaviest share, in the unit of `weight`.
    pub(crate) limit: usize,
    /// How often the list is cut by finer keys before its items are only counted off.
    pub(crate) levels: usize,
    /// What an item weighs.
    pub(crate) weight: &'a dyn Fn(usize) -> usize,
    /// What an item has in common with its neighbours at a level of fineness, from 0. An item whose key is
    /// that of the level before cannot be told apart any finer.
    pub(crate) key: &'a dyn Fn(usize, usize) -> String,
}

impl Cutter<'_> {
    /// The parts of a list of `count` items, in the order of their first items.
    ///
    /// A list within the limit is one part without a key.
    pub(crate) fn cut(&self, count: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let items = (0..).take(count).collect();
        self.cut_group(Part { key: String::new(), number: None, items }, 0, &mut parts);
        parts
    }

    /// Cuts one group by its keys of this level. Goes no deeper than `levels`.
    fn cut_group(&self, group: Part, level: usize, parts: &mut Vec<Part>) {
        let weight: usize = group.items.iter().map(|item| (self.weight)(*item as usize)).sum();
        if weight <= self.limit {
            parts.push(group);
            return;
        }
        if level == self.levels {
            self.count_off(&group, parts);
            return;
        }
        let mut place: BTreeMap<String, usize> = BTreeMap::new();
        let mut finer: Vec<Part> = Vec::new();
        for item in group.items {
            let key = (self.key)(item as usize, level);
            let at = *place.entry(key).or_insert_with_key(|key| {
                finer.push(Part { key: key.clone(), number: None, items: Vec::new() });
                finer.len() - 1
            });
            finer[at].items.push(item);
        }
        for part in finer {
            if part.key == group.key {
                self.count_off(&part, parts);
            } else {
                self.cut_group(part, level + 1, parts);
            }
        }
    }

    /// Cuts a group whose items have nothing finer in common, by weight alone.
    fn count_off(&self, group: &Part, parts: &mut Vec<Part>) {
        let mut pages: Vec<Vec<u32>> = vec![Vec::new()];
        let mut weight = 0;
        for item in &group.items {
            let own = (self.weight)(*item as usize);
            if weight + own > self.limit && weight > 0 {
                pages.push(Vec::new());
                weight = 0;
            }
            weight += own;
            if let Some(page) = pages.last_mut() {
                page.push(*item);
            }
        }
        let several = pages.len() > 1;
        let numbered = (1..).zip(pages);
        parts.extend(numbered.map(|(number, items)| Part {
            key: group.key.clone(),
            number: several.then_some(number),
            items,
        }));
    }
}

/// The parts of a list that nobody turns over page by page: neighbours whose keys begin alike stand together as long as
/// they fit, so that there are few, and one more item moves the borders of its own letter alone. Each has the key of its
/// first.
pub(crate) fn joined(parts: Vec<Part>, limit: usize, weight: &dyn Fn(usize) -> usize) -> Vec<Part> {
    let mut joined: Vec<Part> = Vec::new();
    let mut filled = 0;
    for part in parts {
        let own: usize = part.items.iter().map(|item| weight(*item as usize)).sum();
        match joined.last_mut() {
            Some(last) if filled + own <= limit && last.key.chars().next() == part.key.chars().next() => {
                filled += own;
                last.items.extend(part.items);
            }
            _ => {
                filled = own;
                joined.push(part);
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of `words`, each weighing one, by their first letters; as slugs with their words.
    fn parts(words: &[&str], limit: usize) -> Vec<(String, Vec<String>)> {
        let weight = |_: usize| 1;
        let key = |item: usize, level: usize| words[item].chars().take(level + 1).collect::<String>();
        let cutter = Cutter { limit, levels: LEVELS, weight: &weight, key: &key };
        let held = |part: &Part| part.items.iter().map(|item| words[*item as usize].to_owned()).collect();
        cutter.cut(words.len()).iter().map(|part| (part.slug(), held(part))).collect()
    }

    fn slugs(words: &[&str], limit: usize) -> Vec<String> {
        parts(words, limit).into_iter().map(|(slug, _)| slug).collect()
    }

    #[test]
    fn a_list_within_the_limit_is_one_page_without_a_key() {
        assert_eq!(slugs(&["ant", "bee", "cat"], 3), [""]);
        assert_eq!(slugs(&[], 3), [""]);
    }

    #[test]
    fn one_item_more_than_fits_cuts_by_the_first_key_only() {
        assert_eq!(slugs(&["ant", "ape", "bee", "cat"], 3), ["a", "b", "c"]);
    }

    #[test]
    fn a_page_that_is_still_too_heavy_is_cut_by_finer_keys_and_its_neighbours_are_not() {
        assert_eq!(slugs(&["ant", "ape", "asp", "bee"], 2), ["an", "ap", "as", "b"]);
    }

    #[test]
    fn items_that_no_key_tells_apart_are_counted_off() {
        let expected = [("a-page-1", vec!["a", "a"]), ("a-page-2", vec!["a"]), ("ab", vec!["ab"])]
            .map(|(slug, words)| (slug.to_owned(), words.into_iter().map(str::to_owned).collect::<Vec<_>>()));
        assert_eq!(parts(&["a", "a", "a", "ab"], 2), expected);
        let long = "abcdefghij";
        assert_eq!(slugs(&[long; 3], 2), ["abcdef-page-1", "abcdef-page-2"]);
    }

    #[test]
    fn an_item_heavier_than_a_page_has_a_page_to_itself() {
        let weight = |item: usize| if item == 1 { 50 } else { 1 };
        let key = |_: usize, _: usize| "all".to_owned();
        let cut = Cutter { limit: 10, levels: LEVELS, weight: &weight, key: &key }.cut(4);
        let items: Vec<&[u32]> = cut.iter().map(|part| part.items.as_slice()).collect();
        assert_eq!(items, [&[0][..], &[1], &[2, 3]]);
    }

    #[test]
    fn joined_neighbours_fill_what_they_may_and_keep_the_key_of_the_first() {
        let part = |key: &str, items: &[u32]| Part { key: key.to_owned(), number: None, items: items.to_vec() };
        let parts = [("aa", &[0, 1][..]), ("ab", &[2]), ("ac", &[3]), ("b", &[4]), ("c", &[5, 6, 7, 8])];
        let expected = [("aa", &[0, 1, 2][..]), ("ac", &[3]), ("b", &[4]), ("c", &[5, 6, 7, 8])];
        let parts = parts.map(|(key, items)| part(key, items)).to_vec();
        assert_eq!(joined(parts, 3, &|_| 1), expected.map(|(key, items)| part(key, items)));
    }

    #[test]
    fn one_more_item_changes_the_page_that_it_stands_on_and_no_other() {
        let before = parts(&["ant", "ape", "bee", "cat", "cod"], 3);
        let after = parts(&["ant", "ape", "bee", "cat", "cod", "cow"], 3);
        assert_eq!(before[..2], after[..2]);
        assert_eq!((before[2].1.len(), after[2].1.len()), (2, 3));
    }
}
