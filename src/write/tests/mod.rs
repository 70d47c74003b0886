//! Publishing small sites into temporary folders.

mod killed;

use super::*;
use crate::base::SITE_MARKER;
use crate::site::{Page, RenderError};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A temporary folder in which `site` is published.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn publish(&self, pages: &[(&str, &str)]) -> Result<Outcome, WriteError> {
        publish(&site_of(pages), &self.site(), &Keep::default(), &|_| ())
    }

    /// The names in the folder that `site` stands in.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn read(&self, page: &str) -> String {
        fs::read_to_string(self.site().join(page)).unwrap()
    }

    fn put(&self, name: &str, content: &str) {
        let path = self.site().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

/// A site of `pages` and the marker.
fn site_of(pages: &[(&str, &str)]) -> Pages<'static> {
    let marker = [(SITE_MARKER, "made by cuttings\n")];
    let all = pages.iter().chain(&marker).map(|(path, content)| {
        let content = (*content).to_owned();
        Page::new(*path, move |out| Ok(out.write_all(content.as_bytes())?))
    });
    Pages::new(all.collect())
}

/// Every file below `root` with its bytes.
fn snapshot(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn outcome(written: u64, unchanged: u64, removed: u64) -> Outcome {
    Outcome { written, unchanged, removed }
}

#[test]
fn a_first_build_makes_the_folder_and_leaves_nothing_beside_it() {
    let bench = Bench::new();
    let made = bench.publish(&[("index.html", "front"), ("articles/a.html", "text")]).unwrap();
    assert_eq!(made, outcome(3, 0, 0));
    assert_eq!(bench.read("articles/a.html"), "text");
    assert_eq!(bench.names(), ["site"]);
}

#[test]
fn missing_parent_folders_are_made() {
    let bench = Bench::new();
    let deep = bench.folder.path().join("one/two/site");
    publish(&site_of(&[]), &deep, &Keep::default(), &|_| ()).unwrap();
    assert!(deep.join(SITE_MARKER).exists());
}

#[test]
fn an_empty_folder_is_taken() {
    let bench = Bench::new();
    fs::create_dir(bench.site()).unwrap();
    bench.publish(&[("index.html", "front")]).unwrap();
    assert_eq!(bench.read("index.html"), "front");
}

#[test]
fn unchanged_files_keep_their_time_stamps_and_stale_ones_vanish() {
    for exchange in [true, false] {
        let bench = Bench::new();
        bench.publish(&[("a/same.html", "same"), ("b.html", "old"), ("c/stale.html", "stale")]).unwrap();
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let same = bench.site().join("a/same.html");
        File::options().write(true).open(&same).unwrap().set_modified(then).unwrap();

        let pages = site_of(&[("a/same.html", "same"), ("b.html", "new")]);
        let conditions = Conditions { exchange, at: &|_| () };
        let made = publish_under(&pages, &bench.site(), &Keep::default(), &|_| (), conditions).unwrap();
        assert_eq!(made, outcome(1, 2, 1));
        assert_eq!(bench.read("b.html"), "new");
        assert_eq!(fs::metadata(&same).unwrap().modified().unwrap(), then);
        assert!(!bench.site().join("c").exists());
        assert_eq!(bench.names(), ["site"]);
    }
}

#[test]
fn when_nothing_changed_nothing_is_swapped() {
    let bench = Bench::new();
    bench.publish(&[("index.html", "front")]).unwrap();
    let swapped = std::sync::atomic::AtomicBool::new(false);
    let at = |step| swapped.store(step == Step::Swapped, std::sync::atomic::Ordering::Relaxed);
    let pages = site_of(&[("index.html", "front")]);
    let made = publish_under(&pages, &bench.site(), &Keep::default(), &|_| (), Conditions { exchange: true, at: &at })
        .unwrap();
    assert_eq!(made, outcome(0, 2, 0));
    assert!(!swapped.into_inner());
    assert_eq!(bench.names(), ["site"]);
}

#[test]
fn pages_too_large_for_memory_are_written_and_compared_as_well() {
    let bench = Bench::new();
    let (large, other) = ("x".repeat(3 << 20), format!("{}y", "x".repeat((3 << 20) - 1)));
    assert_eq!(bench.publish(&[("print.html", &large)]).unwrap(), outcome(2, 0, 0));
    assert_eq!(bench.publish(&[("print.html", &large)]).unwrap(), outcome(0, 2, 0));
    assert_eq!(bench.publish(&[("print.html", &other)]).unwrap(), outcome(1, 1, 0));
    assert!(bench.read("print.html") == other);
}

#[test]
fn what_hosting_needs_is_kept_unless_a_page_takes_its_place() {
    let bench = Bench::new();
    bench.publish(&[("index.html", "old")]).unwrap();
    for (name, content) in
        [("CNAME", "example.org"), (".git/HEAD", "ref"), (".gitattributes", "mine"), ("note.txt", "lost")]
    {
        bench.put(name, content);
    }
    let made = bench.publish(&[("index.html", "new"), (".gitattributes", "page")]).unwrap();
    assert_eq!(made, outcome(2, 1, 1));
    assert_eq!((bench.read("CNAME"), bench.read(".git/HEAD")), ("example.org".to_owned(), "ref".to_owned()));
    assert_eq!(bench.read(".gitattributes"), "page");
    assert!(!bench.site().join("note.txt").exists());
    assert_eq!(
        bench.publish(&[("index.html", "new"), (".gitattributes", "page")]).unwrap(),
        outcome(0, 3, 0),
        "what is kept is no reason to build again"
    );
}

#[test]
fn what_the_settings_keep_stays_with_its_folders_and_nothing_else_does() {
    let bench = Bench::new();
    bench.publish(&[("index.html", "old")]).unwrap();
    for name in ["ads.txt", "downloads/a.zip", "downloads/deep/b.zip", "downloads.txt", ".git/HEAD", "data/own.csv"] {
        bench.put(name, "mine");
    }
    fs::create_dir_all(bench.site().join(".git/refs/tags")).unwrap();
    fs::create_dir_all(bench.site().join("empty")).unwrap();
    let keep = Keep::of(vec!["ads.txt".to_owned(), "downloads/**".to_owned(), "data/*.csv".to_owned()]).unwrap();
    let pages = site_of(&[("index.html", "new"), ("data/a.csv", "page")]);
    assert_eq!(publish(&pages, &bench.site(), &keep, &|_| ()).unwrap(), outcome(2, 1, 1));
    for name in ["ads.txt", "downloads/a.zip", "downloads/deep/b.zip", ".git/HEAD", "data/own.csv"] {
        assert_eq!(bench.read(name), "mine");
    }
    assert!(bench.site().join(".git/refs/tags").is_dir(), "git takes a folder without refs for none of its own");
    assert!(!bench.site().join("downloads.txt").exists() && !bench.site().join("empty").exists());
    assert_eq!(publish(&pages, &bench.site(), &keep, &|_| ()).unwrap(), outcome(0, 3, 0));
}

#[cfg(unix)]
#[test]
fn a_pipe_that_is_kept_is_never_opened() {
    use std::os::unix::fs::FileTypeExt as _;
    let bench = Bench::new();
    bench.publish(&[("index.html", "old")]).unwrap();
    let made = std::process::Command::new("mkfifo").arg(bench.site().join("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let keep = Keep::of(vec!["pipe".to_owned()]).unwrap();
    publish(&site_of(&[("index.html", "new")]), &bench.site(), &keep, &|_| ()).unwrap();
    assert!(fs::symlink_metadata(bench.site().join("pipe")).unwrap().file_type().is_fifo());
}

#[test]
fn a_folder_that_cuttings_did_not_make_is_refused() {
    let bench = Bench::new();
    bench.put("thesis.txt", "dear");
    let error = bench.publish(&[]).unwrap_err();
    assert!(matches!(error, WriteError::NotASite(_)), "{error}");
    assert!(error.hint().is_some());
    assert_eq!(bench.read("thesis.txt"), "dear");
    assert_eq!(bench.names(), ["site"]);
}

#[test]
fn a_file_is_refused() {
    let bench = Bench::new();
    fs::write(bench.site(), "dear").unwrap();
    assert!(matches!(bench.publish(&[]), Err(WriteError::NotAFolder(_))));
    assert_eq!(fs::read(bench.site()).unwrap(), b"dear");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_refused_with_its_target() {
    let bench = Bench::new();
    std::os::unix::fs::symlink("elsewhere", bench.site()).unwrap();
    fs::create_dir(bench.folder.path().join("elsewhere")).unwrap();
    for spelling in ["site", "site/"] {
        let error = publish(&site_of(&[]), &bench.folder.path().join(spelling), &Keep::default(), &|_| ()).unwrap_err();
        assert!(error.hint().unwrap().contains("elsewhere"), "{error}");
    }
}

#[test]
fn the_root_of_a_file_system_is_refused() {
    let error = publish(&site_of(&[]), Path::new("/"), &Keep::default(), &|_| ()).unwrap_err();
    assert!(matches!(error, WriteError::Root(_)), "{error}");
}

#[test]
fn a_page_outside_the_site_is_refused_before_anything_happens() {
    let bench = Bench::new();
    assert!(matches!(bench.publish(&[("../a.html", "")]), Err(WriteError::Path { .. })));
    assert!(bench.names().is_empty());
}

#[test]
fn an_error_of_one_page_leaves_the_old_site_untouched() {
    let bench = Bench::new();
    bench.publish(&[("index.html", "old")]).unwrap();
    let before = snapshot(&bench.site());
    let broken = |path: &str| {
        Page::new(path, |out| {
            out.write_all(b"half a page")?;
            Err(RenderError::Output(std::io::Error::other("no more")))
        })
    };
    let pages = Pages::new(vec![broken("b.html"), broken("a.html"), Page::new("index.html", |_| Ok(()))]);
    let error = publish(&pages, &bench.site(), &Keep::default(), &|_| ()).unwrap_err();
    assert!(error.to_string().starts_with("cannot render a.html"), "{error}");
    assert_eq!(snapshot(&bench.site()), before);
    assert_eq!(bench.names(), ["site"]);
}

#[test]
fn a_panic_in_a_page_leaves_the_old_site_untouched() {
    let bench = Bench::new();
    bench.publish(&[("index.html", "old")]).unwrap();
    let pages = Pages::new(vec![Page::new("index.html", |_| panic!("a bug, for this test"))]);
    let site = bench.site();
    let ended =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| publish(&pages, &site, &Keep::default(), &|_| ())));
    assert!(ended.is_err());
    assert_eq!((bench.read("index.html").as_str(), bench.names()), ("old", vec!["site".to_owned()]));
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let bench = Bench::new();
    let site = bench.site();
    let second = std::sync::Mutex::new(None);
    let meanwhile = |step| {
        if step == Step::Staged {
            *second.lock().unwrap() =
                Some(publish(&site_of(&[("b.html", "second")]), &site, &Keep::default(), &|_| ()));
        }
    };
    let conditions = Conditions { exchange: true, at: &meanwhile };
    publish_under(&site_of(&[("a.html", "first")]), &site, &Keep::default(), &|_| (), conditions).unwrap();
    assert!(matches!(second.into_inner().unwrap(), Some(Err(WriteError::Busy(_)))));
    assert_eq!(bench.read("a.html"), "first");
    bench.publish(&[("b.html", "third")]).unwrap();
    assert_eq!(bench.read("b.html"), "third");
}

#[cfg(unix)]
#[test]
fn a_parent_folder_that_cannot_be_written_to_is_an_error_with_a_hint() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    bench.publish(&[("index.html", "old")]).unwrap();
    let permit = |mode| fs::set_permissions(bench.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    permit(0o555);
    // The superuser may write anywhere; then there is nothing to see here.
    let forbidden = fs::write(bench.folder.path().join("probe"), "").is_err();
    let made = bench.publish(&[("index.html", "new")]);
    permit(0o755);
    if forbidden {
        assert!(made.unwrap_err().hint().unwrap().contains("parent folder"));
        assert_eq!(bench.read("index.html"), "old");
    }
}

#[cfg(unix)]
#[test]
fn read_only_pages_are_replaced_like_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::new();
    bench.publish(&[("index.html", "old"), ("same.html", "same")]).unwrap();
    for page in ["index.html", "same.html"] {
        fs::set_permissions(bench.site().join(page), fs::Permissions::from_mode(0o444)).unwrap();
    }
    bench.publish(&[("index.html", "new"), ("same.html", "same")]).unwrap();
    assert_eq!((bench.read("index.html").as_str(), bench.read("same.html").as_str()), ("new", "same"));
}

#[test]
fn progress_counts_up_to_all_pages() {
    let bench = Bench::new();
    let most = std::sync::atomic::AtomicU64::new(0);
    let progress = |done| _ = most.fetch_max(done, std::sync::atomic::Ordering::Relaxed);
    publish(&site_of(&[("a.html", ""), ("b.html", "")]), &bench.site(), &Keep::default(), &progress).unwrap();
    assert_eq!(most.into_inner(), 3);
}
