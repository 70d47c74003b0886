//! Parts of speech: the universal tags of Universal Dependencies (UPOS).

/// What part of speech a token is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upos {
    /// A mark. The first of all, since a sentence stands between marks ([`super::model::EDGE`]).
    #[default]
    Punct,
    /// `new`, `third`
    Adj,
    /// `in`, `of`, `ago`
    Adp,
    /// `soon`, `very`, `where`
    Adv,
    /// `has` sailed, `would`, `is`
    Aux,
    /// `and`, `or`
    Cconj,
    /// `the`, `this` ferry, `no`
    Det,
    /// `yes`, `please`
    Intj,
    /// `ferry`
    Noun,
    /// `4,000`, `two`
    Num,
    /// `to` sail, `not`, `’s` of a possessive
    Part,
    /// `she`, `their`, `who`
    Pron,
    /// `Lennar`
    Propn,
    /// `that` before a clause, `if`, `because`
    Sconj,
    /// `$`, `%`
    Sym,
    /// `sailed`
    Verb,
    /// Anything else, such as foreign words.
    X,
}

/// How many tags there are.
pub const TAGS: usize = 17;

impl Upos {
    /// All tags, in the order of their numbers.
    pub const ALL: [Self; TAGS] = [
        Self::Punct,
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag as Universal Dependencies writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        const NAMES: [&str; TAGS] = [
            "PUNCT", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
            "SCONJ", "SYM", "VERB", "X",
        ];
        NAMES[self as usize]
    }

    /// The tag of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_tell_the_same_tag() {
        for (number, tag) in Upos::ALL.into_iter().enumerate() {
            assert_eq!((tag as usize, Upos::named(tag.name())), (number, Some(tag)));
        }
    }
}
