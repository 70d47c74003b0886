//! What an editor says of the dossier as a whole.

use crate::base::{Keep, PartialDate};
use serde::Deserialize;

/// How much of an article's text the site may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Publish {
    /// The whole saved text.
    #[default]
    Full,
    /// Only the sentences that the dossier cites.
    Cited,
    /// Nothing of the text.
    Metadata,
}

impl Publish {
    /// The word that content files use for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Cited => "cited",
            Self::Metadata => "metadata",
        }
    }
}

/// `dossier.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The dossier's name.
    pub title: String,
    /// Whether an editor gave it.
    pub titled: bool,
    /// A line under the name.
    pub subtitle: Option<String>,
    /// The question that the dossier answers.
    pub question: Option<String>,
    /// Who made it.
    pub prepared_by: Option<String>,
    /// Who asked for it.
    pub prepared_for: Option<String>,
    /// Language of the pages, as a BCP 47 tag.
    pub language: String,
    /// Where the site will stand on the web, ending in `/`; needed for a sitemap and canonical links.
    pub base_url: Option<String>,
    /// The time the dossier is about, both ends included.
    pub period: Option<(PartialDate, PartialDate)>,
    /// What of the site's folder is not the site's own, and stays.
    pub keep: Keep,
    /// How much of each article is published unless its outlet or the article itself says otherwise.
    pub publish: Publish,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Press cuttings".to_owned(),
            titled: false,
            subtitle: None,
            question: None,
            prepared_by: None,
            prepared_for: None,
            language: "en".to_owned(),
            base_url: None,
            period: None,
            keep: Keep::default(),
            publish: Publish::Full,
        }
    }
}
