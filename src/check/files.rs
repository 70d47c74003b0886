//! The files of a site, by path and by number.

use super::CheckError;
use super::fingerprint::fingerprint;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// All files of a site. A file's number is its place in the order of paths.
pub(super) struct Files {
    root: PathBuf,
    paths: Vec<String>,
    /// The numbers of those that are kept for somebody else, in order.
    kept: Vec<u32>,
    /// Each path's hash with its number, sorted: several times faster to search than the paths.
    by_hash: Vec<(u64, u32)>,
}

impl Files {
    /// Lists the site in the folder `root`, of which some files are kept for somebody else. Links are not followed.
    pub(super) fn of(root: &Path, is_kept: &dyn Fn(&str) -> bool) -> Result<Self, CheckError> {
        if fs::symlink_metadata(root.join("index.html")).is_err() {
            return Err(CheckError::NoSite(root.to_owned()));
        }
        let of_git = |entry: &walkdir::DirEntry| entry.depth() == 1 && entry.file_name() == ".git";
        let mut paths = Vec::new();
        for entry in WalkDir::new(root).into_iter().filter_entry(|entry| !of_git(entry)) {
            let entry = entry.map_err(|error| CheckError::read(root)(error.into()))?;
            if entry.file_type().is_file() {
                let names = entry.path().strip_prefix(root).unwrap_or(entry.path()).components();
                let names: Vec<_> = names.map(|name| name.as_os_str().to_string_lossy()).collect();
                paths.push(names.join("/"));
            }
        }
        paths.sort();
        let kept = (0..).zip(&paths).filter(|(_, path)| is_kept(path)).map(|(number, _)| number).collect();
        let mut by_hash: Vec<_> = (0..).zip(&paths).map(|(number, path)| (fingerprint(path), number)).collect();
        by_hash.sort_unstable();
        Ok(Self { root: root.to_owned(), paths, kept, by_hash })
    }

    /// The path of file `number`, with forward slashes.
    pub(super) fn path(&self, number: u32) -> &str {
        &self.paths[number as usize]
    }

    /// The number of the file at `path`.
    pub(super) fn number(&self, path: &str) -> Option<u32> {
        let hash = fingerprint(path);
        let first = self.by_hash.partition_point(|(other, _)| *other < hash);
        let alike = self.by_hash[first..].iter().take_while(|(other, _)| *other == hash);
        alike.map(|(_, number)| *number).find(|number| self.path(*number) == path)
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.paths.len()
    }

    /// The numbers of all files of the site's own whose path ends with `ending`.
    pub(super) fn ending(&self, ending: &str) -> Vec<u32> {
        let all = (0..).zip(&self.paths).filter(|(_, path)| path.ends_with(ending)).map(|(number, _)| number);
        all.filter(|number| self.kept.binary_search(number).is_err()).collect()
    }

    /// The bytes of file `number`.
    pub(super) fn read(&self, number: u32) -> Result<Vec<u8>, CheckError> {
        let path = self.root.join(self.path(number));
        fs::read(&path).map_err(CheckError::read(&path))
    }

    /// File `number`, opened to be read piece by piece, and its full path.
    pub(super) fn open(&self, number: u32) -> Result<(File, PathBuf), CheckError> {
        let path = self.root.join(self.path(number));
        let file = File::open(&path).map_err(CheckError::read(&path))?;
        Ok((file, path))
    }
}
