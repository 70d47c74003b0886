//! The kinds of files that the site has beside its pages, and the pages of long lists.

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
    /// One line for each series of counts.
    Series,
    /// One line for each entry of the chronology.
    Events,
}

impl DataFile {
    /// Every data file, what others refer to first.
    pub const ALL: [Self; 9] = [
        Self::Articles,
        Self::Sentences,
        Self::Actors,
        Self::Mentions,
        Self::Statements,
        Self::Claims,
        Self::Discrepancies,
        Self::Series,
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
            Self::Series => "series",
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

/// What a page of a list holds that is too long for one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// What lies before the time that the dossier is about.
    Background,
    /// A year, or what names no month of it where the months have pages of their own.
    Year(i32),
    /// A month of a year, 1 to 12.
    Month(i32, u8),
    /// What has no date.
    Undated,
}

/// One page of such a list; stretches that are too long have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leaf {
    /// What it holds.
    pub stretch: Stretch,
    /// Which page of the stretch it is, from 1.
    pub page: u32,
}

impl Leaf {
    /// The name of its file without the ending.
    pub(super) fn name(self) -> String {
        let stretch = match self.stretch {
            Stretch::Background => "background".to_owned(),
            Stretch::Year(year) => format!("{year:04}"),
            Stretch::Month(year, month) => format!("{year:04}-{month:02}"),
            Stretch::Undated => "undated".to_owned(),
        };
        if self.page > 1 { format!("{stretch}_{}", self.page) } else { stretch }
    }
}

/// A script of the site: pages are complete without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// What helps a reader on every page.
    Reading,
    /// The search.
    Search,
    /// The library that ranks names and titles, which the search asks for when it is used.
    MiniSearch,
    /// The licence of that library.
    MiniSearchLicence,
}

impl Script {
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Reading => "assets/cuttings.js",
            Self::Search => "assets/search.js",
            Self::MiniSearch => "assets/minisearch.js",
            Self::MiniSearchLicence => "assets/minisearch.LICENSE.txt",
        }
    }
}

/// A stylesheet of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stylesheet {
    /// How every page looks.
    Site,
    /// How the printed document looks, beside it.
    Document,
}

impl Stylesheet {
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Site => "assets/style.css",
            Self::Document => "assets/document.css",
        }
    }
}
