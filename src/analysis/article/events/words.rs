//! The classes of words that tell how a date belongs to its sentence.

use crate::text::lexicon::EVENTS;
use crate::text::lexicon::table::Table;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The classes that a word is in, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

macro_rules! classes {
    ($($(#[doc = $doc:literal])+ $name:ident $line:literal;)+) => {
        #[expect(clippy::upper_case_acronyms, reason = "they only number the bits")]
        enum Bit { $($name,)+ }

        impl Class {
            $($(#[doc = $doc])+ pub(super) const $name: Self = Self(1 << Bit::$name as u32);)+

            const LINES: &[(&str, Self)] = &[$(($line, Self::$name)),+];
        }
    };
}

classes! {
    /// A verb of saying.
    SAYING "saying";
    /// A word that leaves open whether something is so.
    OPEN "open";
    /// A word of plans, where a form of be stands before it or "to" behind it.
    PLAN "plan";
    /// Another word before "for" and the day of a plan.
    CALL "call";
    /// A verb that gives a plan another date.
    MOVE "move";
    /// A form of "have", which before "to" says what must be.
    HAVE "have";
    /// A verb of thinking that leaves open what it is said of: "is thought to have left".
    THOUGHT "thought";
    /// A verb that takes a plan off.
    OFF "off";
    /// "that".
    THAT "that";
    /// "to".
    TO "to";
    /// "for".
    FOR "for";
    /// "and", "but", "or".
    JOINT "joint";
    /// What ties a date to no event when it stands before it.
    BOUND "bound";
    /// What makes "of" before a date part of a time: "the end of".
    EARLY "early";
    /// What ties a date to a verb when it stands before it.
    TIES "ties";
    /// What opens a noun's phrase.
    DETERMINER "determiner";
}

impl Class {
    /// Whether it is in any class of `other`.
    pub(super) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of either.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes of `word`.
    pub(super) fn of(word: &str) -> Self {
        if word.len() > LONGEST {
            return Self::default();
        }
        let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
        let small =
            if word.bytes().all(plain) { Cow::from(word) } else { word.to_lowercase().replace('’', "'").into() };
        LISTED.get(&small).copied().unwrap_or_default()
    }
}

/// Bytes of the longest word that is looked up.
const LONGEST: usize = 24;

static LISTED: LazyLock<Table<Class>> = LazyLock::new(|| {
    let mut listed: BTreeMap<&str, Class> = BTreeMap::new();
    for record in EVENTS.records() {
        let named = Class::LINES.iter().find(|(name, _)| *name == record.class);
        let class = named.map_or(Class::default(), |(_, class)| *class);
        for word in record.words() {
            let classes = listed.entry(word).or_default();
            *classes = classes.with(class);
        }
    }
    Table::of(listed)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_list_is_known_and_every_one_is_listed() {
        let known = |class: &str| Class::LINES.iter().any(|(name, _)| *name == class);
        assert!(EVENTS.records().all(|record| known(record.class)));
        assert!(Class::LINES.iter().all(|(name, _)| EVENTS.of(name).next().is_some()));
    }

    #[test]
    fn a_word_may_be_in_several_classes() {
        let delayed = Class::of("Delayed");
        assert!(delayed.is(Class::CALL) && delayed.is(Class::MOVE) && !delayed.is(Class::PLAN));
    }
}
