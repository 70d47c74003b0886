//! What a block is to its article, and the rule that says so.

use serde::Serialize;

/// What a block is to the article that its page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The article's title as the page shows it.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// A heading inside the article.
    Subheading,
    /// A section name or label above the headline.
    Kicker,
    /// Place and date at the head of the text.
    Dateline,
    /// Who wrote it.
    Byline,
    /// The article itself.
    Body,
    /// What a picture shows.
    Caption,
    /// Who took a picture or supplied material.
    Credit,
    /// A second copy of something that the page already shows.
    Repeat,
    /// Anything of the page that is not the article: menus, teasers, forms, notices.
    Furniture,
}

impl Role {
    /// Every role, in the order in which pages explain them.
    pub const ALL: [Self; 11] = [
        Self::Headline,
        Self::Standfirst,
        Self::Subheading,
        Self::Kicker,
        Self::Dateline,
        Self::Byline,
        Self::Body,
        Self::Caption,
        Self::Credit,
        Self::Repeat,
        Self::Furniture,
    ];

    /// The word that exports use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Subheading => "subheading",
            Self::Kicker => "kicker",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Repeat => "repeat",
            Self::Furniture => "furniture",
        }
    }

    /// Whether the article page folds blocks of this role away.
    #[must_use]
    pub const fn is_folded(self) -> bool {
        matches!(self, Self::Furniture | Self::Repeat)
    }
}

/// Why a block has its role. Every page and export that shows a role can show its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Every line is kept as body (`--keep-all`).
    KeepAll,
    /// The article is in a language that is not analysed.
    NotAnalysed,
}

impl Rule {
    /// Every rule, in the order in which pages explain them.
    pub const ALL: &[Self] = &[Self::KeepAll, Self::NotAnalysed];

    /// The rule's stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::KeepAll => "keep-all",
            Self::NotAnalysed => "not-analysed",
        }
    }

    /// The rule in words, as a clause that follows the role: "furniture: …".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::KeepAll => "every line is kept as body, as asked",
            Self::NotAnalysed => "the article is in a language that is not analysed",
        }
    }
}
