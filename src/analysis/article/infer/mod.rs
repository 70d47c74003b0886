//! Reads metadata out of an article's own text, its address and its file's name.

mod authors;
mod dated;
mod reckoned;
mod title;

pub use reckoned::reckoned;

use crate::model::{Article, Block, Inferred, Known, Role};
use crate::text::lexicon::ORGANIZATIONS;

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
        agency: if meta.agency.is_some() { None } else { agency(text, blocks) },
    }
}

/// How far into the first paragraph an agency's sign is looked for, in bytes.
const SIGN_WITHIN: usize = 160;

/// The agency whose sign stands in brackets before the first dash: `LONDON (Reuters) - …`.
fn agency(text: &str, blocks: &[Block]) -> Option<Known<String>> {
    let first = blocks.iter().find(|block| matches!(block.role, Role::Body | Role::Dateline))?;
    let words = first.span.of(text);
    let mut within = SIGN_WITHIN.min(words.len());
    while !words.is_char_boundary(within) {
        within -= 1;
    }
    let head = &words[..within];
    let close = head.find(')')?;
    let open = head[..close].rfind('(')?;
    if !head[close + 1..].trim_start().starts_with(['-', '–', '—']) && !words[close + 1..].trim().is_empty() {
        return None;
    }
    let sign = head[open + 1..close].trim();
    let name = ORGANIZATIONS.of("agency").find(|agency| agency.words().any(|known| known == sign))?.value;
    let start = first.span.start as usize + open + 1;
    let span = crate::base::Span::new(start, start + (close - open - 1)).trimmed(text);
    Some(Known::inferred(name.to_owned(), "the sign behind the dateline", Some(span)))
}
