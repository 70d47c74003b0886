//! The next site in the making: every page rendered beside the present site.

use super::output::Output;
use super::spool::Spool;
use super::{Outcome, WriteError};
use crate::base::Keep;
use crate::site::{Page, Pages};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use walkdir::WalkDir;

/// What the site holds before the build.
pub(super) struct Present {
    root: PathBuf,
    /// Its files' paths as pages have them, without what is kept.
    files: BTreeSet<String>,
    /// The files and folders that are kept, relative to the root; a folder stands before what is in it.
    kept: BTreeSet<PathBuf>,
}

impl Present {
    /// Lists the site at `output`; refuses what is none.
    pub(super) fn of(output: &Output, keep: &Keep) -> Result<Self, WriteError> {
        output.inspect()?;
        let root = output.site.clone();
        let mut present = Self { root, files: BTreeSet::new(), kept: BTreeSet::new() };
        if output.is_vacant()? {
            return Ok(present);
        }
        for entry in WalkDir::new(&output.site).min_depth(1) {
            let entry = entry.map_err(|error| WriteError::io("list", &output.site)(error.into()))?;
            let file = entry.path().strip_prefix(&output.site).unwrap_or(entry.path());
            let path = page_path(file);
            if keep.holds(&path) {
                present.kept.insert(file.to_owned());
            } else if !entry.file_type().is_dir() {
                present.files.insert(path);
            }
        }
        Ok(present)
    }

    /// The file that page `path` has in the present site.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let known = self.files.contains(path) || self.kept.contains(Path::new(path));
        let file = self.root.join(path);
        // A symbolic link is never a page of ours, whatever it points to.
        (known && fs::symlink_metadata(&file).is_ok_and(|metadata| metadata.is_file())).then_some(file)
    }
}

/// A file's path relative to the root, with forward slashes.
fn page_path(file: &Path) -> String {
    file.components().map(|name| name.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The folder that the next site is staged in. Dropping it removes whatever the build leaves beside
/// the site: staged pages that came to nothing, or the former site.
pub(super) struct Staging<'o>(&'o Output);

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What cannot be removed now, the next build removes, or complains about.
        let _ = super::swap::recover(self.0);
    }
}

impl<'o> Staging<'o> {
    /// An empty folder to stage in.
    pub(super) fn begin(output: &'o Output) -> Result<Self, WriteError> {
        fs::create_dir(&output.staged).map_err(WriteError::io("make", &output.staged))?;
        Ok(Self(output))
    }

    /// Renders all pages, in parallel; a file of `present` with the same bytes is linked instead.
    pub(super) fn render(
        &self,
        pages: &Pages<'_>,
        present: &Present,
        progress: &(dyn Fn(u64) + Sync),
    ) -> Result<Outcome, WriteError> {
        let pages = pages.as_slice();
        self.make_folders(pages)?;
        let done = AtomicU64::new(0);
        let changed: Vec<Result<bool, WriteError>> = pages
            .par_iter()
            .map_init(Vec::new, |buffer, page| {
                let changed = self.place(page, present, buffer);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1);
                changed
            })
            .collect();
        let mut outcome = Outcome::default();
        for changed in changed {
            // In order of the pages, so that of several errors always the same one is told.
            if changed? {
                outcome.written += 1;
            } else {
                outcome.unchanged += 1;
            }
        }
        let stays = |path: &String| pages.binary_search_by(|page| page.path().cmp(path)).is_ok();
        outcome.removed = present.files.iter().filter(|path| !stays(path)).count() as u64;
        Ok(outcome)
    }

    /// Takes over what is kept of the present site, unless a page has its place.
    pub(super) fn keep(&self, present: &Present) -> Result<(), WriteError> {
        for file in &present.kept {
            let (from, to) = (present.root.join(file), self.0.staged.join(file));
            if fs::symlink_metadata(&to).is_err() {
                keep_entry(&from, &to).map_err(WriteError::io("keep", &from))?;
            }
        }
        Ok(())
    }

    fn make_folders(&self, pages: &[Page<'_>]) -> Result<(), WriteError> {
        let folders: BTreeSet<&str> =
            pages.iter().filter_map(|page| page.path().rsplit_once('/')).map(|(folder, _)| folder).collect();
        for folder in folders {
            let folder = self.0.staged.join(folder);
            fs::create_dir_all(&folder).map_err(WriteError::io("make", &folder))?;
        }
        Ok(())
    }

    /// Puts one page into the staged folder; tells whether its bytes are new.
    fn place(&self, page: &Page<'_>, present: &Present, buffer: &mut Vec<u8>) -> Result<bool, WriteError> {
        let target = self.0.staged.join(page.path());
        let mut spool = Spool::new(buffer, &target);
        page.render(&mut spool).map_err(|source| WriteError::Render { page: page.path().to_owned(), source })?;
        if let Some(former) = present.file(page.path())
            && spool.equals(&former).map_err(WriteError::io("read", &former))?
        {
            spool.discard().map_err(WriteError::io("remove", &target))?;
            keep_file(&former, &target).map_err(WriteError::io("keep", &former))?;
            return Ok(false);
        }
        spool.finish().map_err(WriteError::io("write", &target))?;
        Ok(true)
    }
}

/// Gives a file a second name; where the system refuses that, copies it with its time stamp.
fn keep_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| copy_file(from, to))
}

fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    // Windows wants the right to write for this; elsewhere a read-only file must do.
    File::options().read(true).write(cfg!(windows)).open(to)?.set_modified(modified)
}

/// Keeps a file, a link, a folder without what it holds, or what else has a name.
fn keep_entry(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_dir() {
        fs::create_dir(to)
    } else if kind.is_symlink() {
        keep_link(from, to)
    } else if kind.is_file() {
        keep_file(from, to)
    } else {
        // A pipe, a socket or a device is never opened.
        fs::hard_link(from, to)
    }
}

#[cfg(unix)]
fn keep_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn keep_link(from: &Path, to: &Path) -> io::Result<()> {
    keep_file(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn where_linking_is_refused_a_copy_keeps_the_time_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "words").unwrap();
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        File::options().write(true).open(&from).unwrap().set_modified(then).unwrap();
        copy_file(&from, &to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"words");
        assert_eq!(fs::metadata(&to).unwrap().modified().unwrap(), then);
    }
}
