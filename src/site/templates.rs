//! The templates, embedded so that an installed binary needs no folder.

use crate::site::RenderError;
use crate::site::escape::write_escaped;
use crate::site::routes::{Script, Stylesheet};
use serde::Serialize;
use std::io::Write;
use tera::{Context, Tera};

/// The stylesheet of the site: its parts, in the order in which they override each other.
const STYLESHEET: &str = concat!(
    include_str!("../../templates/assets/css/base.css"),
    include_str!("../../templates/assets/css/apparatus.css"),
    include_str!("../../templates/assets/css/masthead.css"),
    include_str!("../../templates/assets/css/page.css"),
    include_str!("../../templates/assets/css/ledger.css"),
    include_str!("../../templates/assets/css/front.css"),
    include_str!("../../templates/assets/css/actors.css"),
    include_str!("../../templates/assets/css/article.css"),
    include_str!("../../templates/assets/css/derivation.css"),
    include_str!("../../templates/assets/css/facts.css"),
    include_str!("../../templates/assets/css/tables.css"),
    include_str!("../../templates/assets/css/drawings.css"),
    include_str!("../../templates/assets/css/chronology.css"),
    include_str!("../../templates/assets/css/statements.css"),
    include_str!("../../templates/assets/css/lists.css"),
    include_str!("../../templates/assets/css/search.css"),
    include_str!("../../templates/assets/css/cards.css"),
    include_str!("../../templates/assets/css/notes.css"),
    include_str!("../../templates/assets/css/summary.css"),
    include_str!("../../templates/assets/css/columns.css"),
    include_str!("../../templates/assets/css/print.css"),
);

/// The stylesheets: what only the printed document needs stands apart, since the other pages are weighed.
pub(crate) const STYLESHEETS: [(Stylesheet, &str); 2] =
    [(Stylesheet::Site, STYLESHEET), (Stylesheet::Document, include_str!("../../templates/assets/css/document.css"))];

/// The scripts, and the licence of the one that others wrote.
pub(crate) const SCRIPTS: [(Script, &str); 4] = [
    (Script::Reading, include_str!("../../templates/assets/js/cuttings.js")),
    (Script::Search, include_str!("../../templates/assets/js/search.js")),
    (Script::MiniSearch, include_str!("../../templates/assets/vendor/minisearch/minisearch.js")),
    (Script::MiniSearchLicence, include_str!("../../templates/assets/vendor/minisearch/LICENSE.txt")),
];

/// Components first: what uses them is checked against them.
const SOURCES: &[(&str, &str)] = &[
    ("components.html", include_str!("../../templates/components.html")),
    ("entries.html", include_str!("../../templates/entries.html")),
    ("claims.html", include_str!("../../templates/claims.html")),
    ("paging.html", include_str!("../../templates/paging.html")),
    ("note-components.html", include_str!("../../templates/note-components.html")),
    ("derivation.html", include_str!("../../templates/derivation.html")),
    ("lineage.html", include_str!("../../templates/lineage.html")),
    ("base.html", include_str!("../../templates/base.html")),
    ("summary.html", include_str!("../../templates/summary.html")),
    ("summary-more.html", include_str!("../../templates/summary-more.html")),
    ("discrepancies.html", include_str!("../../templates/discrepancies.html")),
    ("index.html", include_str!("../../templates/index.html")),
    ("article.html", include_str!("../../templates/article.html")),
    ("article-part.html", include_str!("../../templates/article-part.html")),
    ("actors.html", include_str!("../../templates/actors.html")),
    ("actor.html", include_str!("../../templates/actor.html")),
    ("actor-mentions.html", include_str!("../../templates/actor-mentions.html")),
    ("roster.html", include_str!("../../templates/roster.html")),
    ("search.html", include_str!("../../templates/search.html")),
    ("former.html", include_str!("../../templates/former.html")),
    ("network.html", include_str!("../../templates/network.html")),
    ("chronology.html", include_str!("../../templates/chronology.html")),
    ("statements.html", include_str!("../../templates/statements.html")),
    ("notes.html", include_str!("../../templates/notes.html")),
    ("note.html", include_str!("../../templates/note.html")),
    ("print-components.html", include_str!("../../templates/print-components.html")),
    ("print.html", include_str!("../../templates/print.html")),
    ("sources.html", include_str!("../../templates/sources.html")),
    ("a-to-z.html", include_str!("../../templates/a-to-z.html")),
    ("method.html", include_str!("../../templates/method.html")),
    ("not-found.html", include_str!("../../templates/not-found.html")),
    ("feed.xml", include_str!("../../templates/feed.xml")),
    ("sitemap.xml", include_str!("../../templates/sitemap.xml")),
    ("sitemap-index.xml", include_str!("../../templates/sitemap-index.xml")),
];

/// The templates, parsed and checked against each other.
#[derive(Debug)]
pub struct Templates(Tera);

impl Templates {
    /// The templates that Cuttings brings along.
    pub fn embedded() -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        tera.set_escape_fn(write_escaped);
        tera.add_raw_templates(SOURCES.iter().copied())?;
        Ok(Self(tera))
    }

    /// Writes the template `name`, filled from `view`.
    pub(crate) fn fill(&self, name: &str, view: &impl Serialize, out: &mut dyn Write) -> Result<(), RenderError> {
        let filled = self.0.render(name, &Context::from_serialize(view)?)?;
        Ok(out.write_all(filled.as_bytes())?)
    }
}
