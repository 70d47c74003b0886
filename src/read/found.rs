//! A file of the content folder.

use std::path::PathBuf;

/// A file, with the path that readers see: relative to the dossier's root, with forward slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) file: PathBuf,
    pub(super) shown: String,
}
