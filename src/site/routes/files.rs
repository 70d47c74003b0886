//! The files of the site that are made for programs.

/// A data file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFile {
    /// One line for each article.
    Articles,
    /// One line for each sentence that is published.
    Sentences,
    /// One line for each actor.
    Actors,
    /// One line for each mention of a name, or of words that stand for one.
    Mentions,
    /// One line for each statement.
    Statements,
    /// One line for each claim.
    Claims,
    /// One line for each discrepancy.
    Discrepancies,
    /// One line for each entry of the chronology.
    Events,
}

impl DataFile {
    /// Every data file, what others refer to first.
    pub const ALL: [Self; 8] = [
        Self::Articles,
        Self::Sentences,
        Self::Actors,
        Self::Mentions,
        Self::Statements,
        Self::Claims,
        Self::Discrepancies,
        Self::Events,
    ];

    /// Those that are also given as tables.
    pub const TABLES: [Self; 4] = [Self::Articles, Self::Actors, Self::Statements, Self::Claims];

    /// The file's name without its extension.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Sentences => "sentences",
            Self::Actors => "actors",
            Self::Mentions => "mentions",
            Self::Statements => "statements",
            Self::Claims => "claims",
            Self::Discrepancies => "discrepancies",
            Self::Events => "events",
        }
    }
}

/// A form that reference managers read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum References {
    /// The JSON of the Citation Style Language.
    CslJson,
    /// BibTeX, in the dialect of biblatex.
    BibTeX,
}

impl References {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::CslJson, Self::BibTeX];
}
