//! Why nothing could be read.

use crate::base::Diagnostic;
use std::path::PathBuf;

/// Why nothing could be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The root is no folder.
    #[error("`{0}` is not a folder that can be read")]
    NoFolder(PathBuf),
    /// A file that may withhold texts could not be read.
    #[error("{}", .0.message)]
    Unsettled(Box<Diagnostic>),
    /// No article file lies where articles are looked for; the files that lie there are told.
    #[error("no articles: no .txt, .md or .html file lies in `{0}`")]
    NoArticles(PathBuf, Vec<Diagnostic>),
}
