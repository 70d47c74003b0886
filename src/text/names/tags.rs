//! The tags of tokens: outside, or begin, inside, end and single of each of three kinds.

use std::ops::Range;

/// What a tagged name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// A state or any other place.
    Location,
}

/// A name: its tokens and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it names.
    pub(super) sort: Sort,
}

/// How many tags there are.
pub const TAGS: usize = 13;
/// The tag of tokens outside of names.
pub const OUTSIDE: usize = 0;

/// All sorts, in the order of their tags.
pub const SORTS: [Sort; 3] = [Sort::Person, Sort::Organization, Sort::Location];

/// The tag of a token of a name of `sort`, by whether it is the name's first and last.
#[must_use]
pub const fn tag(sort: Sort, first: bool, last: bool) -> usize {
    let place = match (first, last) {
        (true, false) => 0,
        (false, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
    };
    1 + sort as usize * 4 + place
}

/// The sort of a tag's name.
#[must_use]
pub fn sort(tag: usize) -> Option<Sort> {
    tag.checked_sub(1).map(|tag| SORTS[tag / 4])
}

/// Whether a name begins with a token of this tag.
#[must_use]
pub const fn opens(tag: usize) -> bool {
    tag != OUTSIDE && matches!((tag - 1) % 4, 0 | 3)
}

/// Whether a name ends with a token of this tag.
#[must_use]
pub const fn closes(tag: usize) -> bool {
    tag != OUTSIDE && matches!((tag - 1) % 4, 2 | 3)
}

/// Whether `next` may follow `tag`.
#[must_use]
pub fn may_follow(tag: usize, next: usize) -> bool {
    let between = tag == OUTSIDE || closes(tag);
    if between { next == OUTSIDE || opens(next) } else { next != OUTSIDE && !opens(next) && sort(tag) == sort(next) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_before_others_begin() {
        let begin = tag(Sort::Person, true, false);
        assert!(may_follow(OUTSIDE, begin) && may_follow(begin, tag(Sort::Person, false, true)));
        assert!(!may_follow(begin, OUTSIDE) && !may_follow(begin, tag(Sort::Location, false, true)));
        assert!(!may_follow(OUTSIDE, tag(Sort::Person, false, false)));
    }
}
