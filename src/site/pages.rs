//! The finished site as a stream: each page is a path and a way to write its bytes.

use std::io::Write;

/// Why a page could not be rendered: a fault of a template, so a bug of ours, or of the writer.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The template engine refused.
    #[error("template: {0}")]
    Template(#[from] tera::Error),
    /// The bytes could not be passed on.
    #[error(transparent)]
    Output(#[from] std::io::Error),
}

type Render<'d> = Box<dyn Fn(&mut dyn Write) -> Result<(), RenderError> + Send + Sync + 'd>;

/// One file of the site, rendered only when asked.
pub struct Page<'d> {
    path: String,
    render: Render<'d>,
}

impl<'d> Page<'d> {
    /// The file at `path`, whose bytes `render` writes.
    ///
    /// `path` is relative to the site's root, with forward slashes.
    pub fn new(
        path: impl Into<String>,
        render: impl Fn(&mut dyn Write) -> Result<(), RenderError> + Send + Sync + 'd,
    ) -> Self {
        Self { path: path.into(), render: Box::new(render) }
    }

    /// Where the page stands, relative to the site's root, with forward slashes.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether it is a page for readers.
    pub(crate) fn is_html(&self) -> bool {
        self.path.rsplit('.').next() == Some("html")
    }

    /// Writes the page's bytes; the same bytes at every call.
    pub fn render(&self, out: &mut dyn Write) -> Result<(), RenderError> {
        (self.render)(out)
    }
}

/// All files of a site, in order of their paths.
pub struct Pages<'d>(Vec<Page<'d>>);

impl<'d> Pages<'d> {
    /// The site that consists of `pages`.
    ///
    /// # Panics
    /// When two pages claim one path: routes are unique, so that would be a bug.
    #[must_use]
    pub fn new(mut pages: Vec<Page<'d>>) -> Self {
        pages.sort_by(|a, b| a.path.cmp(&b.path));
        let twice = pages.windows(2).find(|pair| pair[0].path == pair[1].path);
        assert!(twice.is_none(), "two pages claim {}", twice.map_or("", |pair| pair[0].path()));
        Self(pages)
    }

    /// The pages, in order of their paths.
    #[must_use]
    pub fn as_slice(&self) -> &[Page<'d>] {
        &self.0
    }
}
