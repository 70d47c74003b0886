//! The merged summary: which claims it tells, and where.

/// The claims that the summary tells, as indices into the dossier's; no claim stands in two sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Three to seven points that together say who, what and when, the weightiest first; fewer where the dossier
    /// holds less. No two are alike.
    pub key_points: Vec<u32>,
    /// What else more than one article reports, the weightiest first.
    pub further: Vec<u32>,
    /// What lies before the time that the dossier is about, in order of time.
    pub background: Vec<u32>,
    /// The weightiest of what one article alone reports.
    pub single: Vec<u32>,
}

impl Summary {
    /// Most points of the background that the pages tell, and so cite.
    pub const MOST_BACKGROUND: usize = 12;
    /// Most points of one article alone that the pages tell, and so cite.
    pub const MOST_SINGLE: usize = 15;
}
