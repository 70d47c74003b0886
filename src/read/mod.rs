//! From a content folder to a corpus: walking, front matter, and the text of each form of file.

pub mod charset;
pub mod decode;
pub mod html;
pub mod markdown;
mod nesting;
mod rendering;

pub use charset::declared_charset;
pub use decode::{Decoded, Undecodable, decode};
pub use html::{Page, PageMeta, html};
pub use markdown::markdown;
