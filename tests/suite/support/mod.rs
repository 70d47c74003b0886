//! A dossier in a temporary folder, and the program run on it.

pub mod annotated;
pub mod full;
pub mod hand;
pub mod islands;
pub mod marked;
pub mod reported;
pub mod told;

use assert_cmd::cargo::CommandCargoExt as _;
use cuttings::analysis::{readings, weave};
use cuttings::base::PartialDate;
use cuttings::model::{Corpus, Dossier, Known, Settings};
use cuttings::read::article_of_text;
use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// What a property test tries: `cases` inputs, the same ones at every run unless the environment has `PROPTEST_RNG_SEED`
/// for others and `PROPTEST_CASES` for more, so that nobody's change is held up by what it did not do.
pub fn tries(cases: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    let rng_seed = match told.rng_seed {
        RngSeed::Random => RngSeed::Fixed(0),
        RngSeed::Fixed(seed) => RngSeed::Fixed(seed),
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { told.cases } else { cases };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..told }
}

/// A folder with content, built up file by file.
#[must_use]
pub struct Folder {
    dir: TempDir,
}

/// What a run of the program came to.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self { dir: TempDir::new().expect("a temporary folder can be made") }
    }

    /// The same with a file in it.
    pub fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(path, content);
        self
    }

    /// Writes a file.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let file = self.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Runs `cuttings` with these arguments and `--root` at this folder.
    pub fn run(&self, args: &[&str]) -> Run {
        let root = self.path().to_str().unwrap().to_owned();
        let mut all = args.to_vec();
        all.extend(["--root", &root]);
        cuttings(&all)
    }

    /// Builds the site, which must end with `code`.
    pub fn build(&self, code: i32) -> Run {
        let run = self.run(&["build"]);
        assert_eq!(run.code, code, "{}", run.err);
        run
    }

    /// A page of the built site.
    pub fn page(&self, path: &str) -> String {
        let file = self.path().join("site").join(path);
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// The lines of a data file of the built site.
    pub fn lines(&self, data: &str) -> Vec<serde_json::Value> {
        self.page(&format!("data/{data}.jsonl")).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Every file of the built site.
    pub fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path().join("site"))
    }
}

/// The dossier that the analysis makes of texts, each with its day of publication where that is known.
pub fn woven<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Dossier {
    let article = |(at, (day, text)): (usize, (&str, &str))| {
        let mut article = article_of_text(&format!("a{at:05}.txt"), text.to_owned());
        article.meta.published = PartialDate::from_iso(day).map(|day| Known::stated(day, None));
        article.meta.title = Some(Known::stated(format!("Story {at}"), None));
        article
    };
    let articles = texts.into_iter().enumerate().map(article).collect();
    let corpus = Corpus { articles, settings: Settings::default(), ..Corpus::default() };
    let readings = readings(&corpus, &|| ());
    weave(corpus, readings, None).0
}

/// Runs `cuttings` with these arguments.
pub fn cuttings(args: &[&str]) -> Run {
    let output = Command::cargo_bin("cuttings").unwrap().args(args).output().unwrap();
    Run {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

/// Every file below `folder`, by its path with forward slashes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            found.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// The project's own folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A news report of the given name, long enough to be told from furniture.
pub fn report(headline: &str) -> String {
    format!(
        "{headline}\n\n\
         The harbour authority said on Monday that no ferry would leave the islands before the storm had passed.\n\n\
         “We will not take the risk,” its director, Mara Holm, told reporters in Port Lennar. “People come first.”\n\n\
         About 4,000 passengers were waiting on the quays, according to the ferry company, which has hired two hotels.\n"
    )
}
