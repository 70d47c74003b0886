//! Why a site could not be checked.

use std::path::{Path, PathBuf};

/// Why a site could not be checked at all.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// There is no site to read.
    #[error("{} is not a site: it has no index.html", .0.display())]
    NoSite(PathBuf),
    /// A file could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

impl CheckError {
    /// For `map_err`: an error met when reading `path`.
    pub(super) fn read(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }
}
