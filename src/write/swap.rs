//! The moment at which the next site becomes the site.

use super::WriteError;
use super::conditions::{Conditions, Step};
use super::output::Output;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Puts the staged folder in the site's place. The former site, if any, takes the staged folder's
/// name or the one aside, for [`recover`] to remove.
///
/// Nothing is forced to disk, which for 1,000 small files would take ten times as long as writing
/// them: the order of renames protects from a kill of the process without that. After a loss of
/// power some files may be found empty; the next build compares every file with what it should be,
/// and so mends them.
pub(super) fn swap(output: &Output, conditions: Conditions<'_>) -> Result<(), WriteError> {
    let Output { site, staged, aside, .. } = output;
    if fs::symlink_metadata(site).is_err() {
        return fs::rename(staged, site).map_err(WriteError::io("put in place", site));
    }
    // Not every file system can exchange, and its refusals differ; what else is wrong, renaming tells.
    if conditions.exchange && exchange(staged, site).is_ok() {
        return Ok(());
    }
    fs::rename(site, aside).map_err(WriteError::io("move aside", site))?;
    (conditions.at)(Step::MovedAside);
    fs::rename(staged, site).map_err(|error| {
        let back = fs::rename(aside, site).err();
        WriteError::io("put in place", site)(back.unwrap_or(error))
    })
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Undoes what a build left half done, and removes what it left over.
///
/// A folder aside without a site means that the kill came between two renames: it goes back. All
/// else is a staged folder that nothing depends on, or a former site that a whole one replaced.
pub(super) fn recover(output: &Output) -> Result<(), WriteError> {
    if fs::symlink_metadata(&output.aside).is_ok() && output.is_vacant()? {
        let _ = fs::remove_dir(&output.site);
        fs::rename(&output.aside, &output.site).map_err(WriteError::io("put back", &output.aside))?;
    }
    for folder in [&output.staged, &output.aside] {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(WriteError::io("remove", folder)(error));
            }
            _ => {}
        }
    }
    Ok(())
}
