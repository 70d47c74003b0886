//! Which metadata file stands beside which article, and where that is not certain.
//!
//! Metadata may withhold its article, so whatever looks like an article's metadata and is not named just so
//! (`Base.meta.toml` or `base.txt.meta.toml` beside `base.txt`, `base.meta.yaml`) withholds it until an editor
//! has named it rightly.

use super::file_name::{SIDECAR, plain_name};
use super::found::Found;
use super::walk::ArticleFile;
use crate::base::{Diagnostic, Place};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;

/// What stands beside an article file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Its metadata.
    pub(super) sidecar: Option<Found>,
    /// What may be meant for its metadata as well.
    pub(super) unsure: Vec<Found>,
}

/// What stands beside each article file; metadata that belongs to none is told.
pub(super) fn pair(
    articles: &[ArticleFile],
    sidecars: Vec<Found>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<PathBuf, Beside> {
    let mut paired: BTreeMap<PathBuf, Beside> = BTreeMap::new();
    let mut by_name: BTreeMap<(&Path, String), Vec<&Found>> = BTreeMap::new();
    let mut by_plain_base: BTreeMap<(&Path, String), Vec<&Found>> = BTreeMap::new();
    let sidecars: BTreeSet<Found> = sidecars.into_iter().collect();
    for sidecar in &sidecars {
        by_name.entry((folder_of(&sidecar.file), composed_name(&sidecar.file))).or_default().push(sidecar);
        for base in bases(&plain_name(&sidecar.file)) {
            by_plain_base.entry((folder_of(&sidecar.file), base.to_owned())).or_default().push(sidecar);
        }
    }
    let mut taken: BTreeSet<&Found> = BTreeSet::new();
    for article in articles {
        let file = &article.found.file;
        let Some([sidecar, others @ ..]) = by_name.get(&(folder_of(file), sidecar_name(file))).map(Vec::as_slice)
        else {
            continue;
        };
        taken.insert(sidecar);
        taken.extend(others);
        let unsure = others.iter().copied().cloned().collect();
        paired.insert(file.clone(), Beside { sidecar: Some((*sidecar).clone()), unsure });
    }
    let mut near: BTreeSet<&Found> = BTreeSet::new();
    for article in articles {
        let file = &article.found.file;
        for base in [plain_stem(file), plain_name(file)] {
            let meant = by_plain_base.get(&(folder_of(file), base)).into_iter().flatten();
            for sidecar in meant.filter(|sidecar| !taken.contains(*sidecar)) {
                near.insert(sidecar);
                paired.entry(file.clone()).or_default().unsure.push((*sidecar).clone());
            }
        }
    }
    let lone = sidecars.iter().filter(|sidecar| !taken.contains(sidecar) && !near.contains(sidecar));
    diagnostics.extend(lone.map(|sidecar| {
        let message = "this metadata belongs to no article";
        let hint = "name it after its article: NAME.meta.toml beside NAME.txt";
        Diagnostic::warning("lone-sidecar", message).at(Place::file(&*sidecar.shown)).hint(hint)
    }));
    paired
}

/// The name of the metadata file of the article `file`, composed.
pub(super) fn sidecar_name(file: &Path) -> String {
    format!("{}.meta.toml", file.file_stem().unwrap_or_default().to_string_lossy()).nfc().collect()
}

fn composed_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().nfc().collect()
}

fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

fn plain_stem(file: &Path) -> String {
    plain_name(Path::new(file.file_stem().unwrap_or_default()))
}

/// What stands before each ending of metadata that a plain name has.
fn bases(name: &str) -> impl Iterator<Item = &str> {
    SIDECAR.iter().filter_map(|end| name.strip_suffix(end))
}
