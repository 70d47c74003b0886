//! Reads metadata out of an article's own text, its address and its file's name.

mod authors;
mod dated;
mod imprint;
mod reckoned;
mod title;

pub use reckoned::reckoned;

use crate::model::{Article, Block, Inferred};

/// What the text of `article`, cut into `blocks`, says of itself; each value with its place.
///
/// Values that the metadata gives already are not looked for.
#[must_use]
pub fn infer(article: &Article, blocks: &[Block]) -> Inferred {
    let text = &article.saved.text;
    let meta = &article.meta;
    Inferred {
        title: if meta.title.is_some() { None } else { title::title(text, blocks) },
        published: if meta.published.is_some() { None } else { dated::published(article, blocks) },
        dated: None,
        authors: if meta.authors.is_some() { None } else { authors::authors(text, blocks) },
        outlet: if meta.outlet.is_some() { None } else { imprint::outlet(text, blocks) },
        agency: if meta.agency.is_some() { None } else { imprint::agency(text, blocks) },
    }
}
