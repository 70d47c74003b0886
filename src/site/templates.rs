//! The templates, embedded so that an installed binary needs no folder.

use crate::site::RenderError;
use crate::site::escape::write_escaped;
use serde::Serialize;
use std::io::Write;
use tera::{Context, Tera};

/// The stylesheet of the site: its parts, in the order in which they override each other.
pub(crate) const STYLESHEET: &str = concat!(
    include_str!("../../templates/assets/css/base.css"),
    include_str!("../../templates/assets/css/apparatus.css"),
    include_str!("../../templates/assets/css/masthead.css"),
    include_str!("../../templates/assets/css/page.css"),
    include_str!("../../templates/assets/css/ledger.css"),
    include_str!("../../templates/assets/css/front.css"),
    include_str!("../../templates/assets/css/actors.css"),
    include_str!("../../templates/assets/css/article.css"),
    include_str!("../../templates/assets/css/echo.css"),
    include_str!("../../templates/assets/css/facts.css"),
    include_str!("../../templates/assets/css/tables.css"),
    include_str!("../../templates/assets/css/drawings.css"),
    include_str!("../../templates/assets/css/columns.css"),
);

const SOURCES: [(&str, &str); 15] = [
    ("components.html", include_str!("../../templates/components.html")),
    ("echo.html", include_str!("../../templates/echo.html")),
    ("base.html", include_str!("../../templates/base.html")),
    ("index.html", include_str!("../../templates/index.html")),
    ("article.html", include_str!("../../templates/article.html")),
    ("actors.html", include_str!("../../templates/actors.html")),
    ("actor.html", include_str!("../../templates/actor.html")),
    ("former.html", include_str!("../../templates/former.html")),
    ("network.html", include_str!("../../templates/network.html")),
    ("sources.html", include_str!("../../templates/sources.html")),
    ("a-to-z.html", include_str!("../../templates/a-to-z.html")),
    ("method.html", include_str!("../../templates/method.html")),
    ("not-found.html", include_str!("../../templates/not-found.html")),
    ("feed.xml", include_str!("../../templates/feed.xml")),
    ("sitemap.xml", include_str!("../../templates/sitemap.xml")),
];

/// The templates, parsed and checked against each other.
#[derive(Debug)]
pub struct Templates(Tera);

impl Templates {
    /// The templates that Cuttings brings along.
    pub fn embedded() -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        tera.set_escape_fn(write_escaped);
        tera.add_raw_templates(SOURCES)?;
        Ok(Self(tera))
    }

    /// Writes the template `name`, filled from `view`.
    pub(crate) fn fill(&self, name: &str, view: &impl Serialize, out: &mut dyn Write) -> Result<(), RenderError> {
        let filled = self.0.render(name, &Context::from_serialize(view)?)?;
        Ok(out.write_all(filled.as_bytes())?)
    }
}
