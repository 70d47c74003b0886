//! The output folder, the names beside it, and whether it may be replaced.

use super::WriteError;
use crate::base::SITE_MARKER;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where a site stands and where a build of it works.
pub(super) struct Output {
    /// The site's folder.
    pub(super) site: PathBuf,
    /// Where the next site is staged; after an exchange, where the former one is.
    pub(super) staged: PathBuf,
    /// Where the former site waits between two renames.
    pub(super) aside: PathBuf,
    /// The file whose lock a build holds.
    pub(super) lock: PathBuf,
}

impl Output {
    /// The site at `output`, of which only the parent folder need exist; it is made if it does not.
    pub(super) fn locate(output: &Path) -> Result<Self, WriteError> {
        // `.` and `..` have no name of their own.
        let named = if output.file_name().is_some() {
            output.to_owned()
        } else {
            fs::canonicalize(output).map_err(WriteError::io("find", output))?
        };
        let (Some(name), Some(parent)) = (named.file_name(), named.parent()) else {
            return Err(WriteError::Root(named));
        };
        if fs::symlink_metadata(&named).is_err() && !parent.as_os_str().is_empty() {
            fs::create_dir_all(parent).map_err(WriteError::io("make", parent))?;
        }
        let beside = |ending: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(ending);
            parent.join(hidden)
        };
        Ok(Self {
            staged: beside(".cuttings-new"),
            aside: beside(".cuttings-old"),
            lock: beside(".cuttings-lock"),
            // Without a final slash, which would make the system look behind a symbolic link.
            site: parent.join(name),
        })
    }

    /// Refuses to go on where the output is not a site, an empty folder, or nothing yet.
    pub(super) fn inspect(&self) -> Result<(), WriteError> {
        let kind = match fs::symlink_metadata(&self.site) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(WriteError::io("look at", &self.site)(error)),
        };
        if kind.is_symlink() {
            let target = fs::read_link(&self.site).map_err(WriteError::io("read", &self.site))?;
            return Err(WriteError::Link { link: self.site.clone(), target });
        }
        if !kind.is_dir() {
            return Err(WriteError::NotAFolder(self.site.clone()));
        }
        let marked = fs::symlink_metadata(self.site.join(SITE_MARKER)).is_ok_and(|metadata| metadata.is_file());
        if marked || self.is_vacant()? { Ok(()) } else { Err(WriteError::NotASite(self.site.clone())) }
    }

    /// Whether nothing stands at the site's place but perhaps an empty folder.
    pub(super) fn is_vacant(&self) -> Result<bool, WriteError> {
        match fs::read_dir(&self.site) {
            Ok(mut entries) => Ok(entries.next().is_none()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(false),
            Err(error) => Err(WriteError::io("look into", &self.site)(error)),
        }
    }
}
