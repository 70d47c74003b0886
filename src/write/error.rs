//! Why a site could not be written, and what to do about it.

use crate::base::SITE_MARKER;
use crate::site::RenderError;
use std::io;
use std::path::{Path, PathBuf};

/// Why the site was not written. Whatever the reason, the site that stood there still does.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The output folder holds something else.
    #[error("{} is not empty, and was not made by cuttings: it has no {SITE_MARKER} file", .0.display())]
    NotASite(PathBuf),
    /// The output is a file, a device or the like.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The output is a symbolic link: replacing what it points to, or the link itself, would surprise.
    #[error("{} is a symbolic link to {}", link.display(), target.display())]
    Link {
        /// The output as given.
        link: PathBuf,
        /// What it points to.
        target: PathBuf,
    },
    /// The output is the root of a file system, and has nothing beside it.
    #[error("{} is the root of a file system, and cannot be replaced", .0.display())]
    Root(PathBuf),
    /// Another build holds the lock.
    #[error("another build is writing {}", .0.display())]
    Busy(PathBuf),
    /// A page's path would not work on every system.
    #[error("the page {page:?} cannot be a file: {why}")]
    Path {
        /// The page's path.
        page: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Two pages would be one file, or a file and a folder.
    #[error("the pages {first:?} and {second:?} cannot both be files: on some systems they are the same name")]
    Collision {
        /// One page's path.
        first: String,
        /// The other's.
        second: String,
    },
    /// A page could not be rendered.
    #[error("cannot render {page}: {source}")]
    Render {
        /// The page's path.
        page: String,
        /// Why.
        source: RenderError,
    },
    /// The operating system refused.
    #[error("cannot {doing} {}: {source}", path.display())]
    Io {
        /// What was attempted, as the verb before the path.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
}

impl WriteError {
    /// For `map_err`: an input or output error met when `doing` something to `path`.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { doing, path, source }
    }

    /// How to mend it, in one sentence without a final stop.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NotASite(_) => "choose a folder that is empty or does not exist yet".to_owned(),
            Self::NotAFolder(_) => "choose another name for the site's folder".to_owned(),
            Self::Link { target, .. } => format!("name the folder itself: {}", target.display()),
            Self::Root(_) => "choose a folder inside it".to_owned(),
            Self::Busy(_) => "wait until it has ended".to_owned(),
            Self::Path { .. } | Self::Collision { .. } => "change the id that the page is named after".to_owned(),
            Self::Render { source: RenderError::Output(source), .. } | Self::Io { source, .. } => {
                return io_hint(source.kind());
            }
            Self::Render { source: RenderError::Template(_), .. } => {
                "this is a fault of cuttings: please report it".to_owned()
            }
        })
    }
}

fn io_hint(kind: io::ErrorKind) -> Option<String> {
    let hint = match kind {
        io::ErrorKind::PermissionDenied => {
            "the site is built beside its folder, so you need the right to write in its parent folder; \
             close programs that hold files of the site open"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "free some space: two editions must fit at once",
        io::ErrorKind::ReadOnlyFilesystem => "choose a folder on a disk that can be written to",
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
            "the folder seems to be a mount point: choose a folder inside it"
        }
        _ => return None,
    };
    Some(hint.to_owned())
}
