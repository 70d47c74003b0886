//! The arguments that the commands take.

use super::speech::Speech;
use crate::base::PartialDate;
use std::path::PathBuf;

/// Turns a folder of news articles into a briefing dossier that others can check.
///
/// Put saved articles (.txt, .md, .html) into a folder and run `cuttings build --root FOLDER`:
/// the site is written to FOLDER/site. Nothing is changed in the articles, nothing is fetched
/// from the network, and the same articles always give the same bytes.
#[derive(Debug, clap::Parser)]
#[command(name = "cuttings", version, propagate_version = true, max_term_width = 100, after_long_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

const EXIT_CODES: &str = "\
Exit codes:
  0   done
  1   findings, under `build --strict` or by `check`
  2   the arguments cannot be used
  3   some content was left out; the site was built from the rest
  4   files could not be read or written; an earlier site is as it was
  70  a bug in Cuttings";

/// What can be done.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    Build(Build),
    Analyze(Analyze),
    Actors(Actors),
    Check(Check),
}

/// Build the site of a dossier
///
/// Reads the articles below `content/articles` (or any folder of articles), with the optional
/// `content/dossier.toml` and `content/outlets.toml`, and writes the site. The site is put in
/// place whole or not at all; files that have not changed keep their time stamps.
#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// The folder that holds `content/`, or any folder of articles
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// Where to write the site [default: `site` in the root]
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Fail (exit code 1) when anything needs an editor's eye
    #[arg(long)]
    pub(crate) strict: bool,
    /// Leave out what was published after this date (2021, 2021-10 or 2021-10-20)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<PartialDate>,
}

/// Print what the analysis finds in articles, as JSON Lines
///
/// Prints one JSON object a line for each file, in the order given: path, sha256, title,
/// published, language, and the sentences with role, rule, and byte offsets into the saved text.
/// `-` reads JSON Lines with the fields "path" and "text" from standard input instead.
///
/// With --summary or --chronology, the files are read together, as the articles of one dossier, and
/// one JSON object is printed for all: the sentences that the dossier's pages tell first.
#[derive(Debug, clap::Args)]
pub(crate) struct Analyze {
    /// Treat every line as part of the article
    #[arg(long)]
    pub(crate) keep_all: bool,
    /// The date on which all the files were published
    #[arg(long, value_name = "DATE", value_parser = date, conflicts_with = "published_from")]
    pub(crate) published: Option<PartialDate>,
    /// A table of dates: on each line a file's stem, a tab, and the date it was published
    #[arg(long, value_name = "FILE")]
    pub(crate) published_from: Option<PathBuf>,
    /// Print the merged summary's first sentences instead, this many words at most
    #[arg(long, value_name = "WORDS")]
    pub(crate) summary: Option<usize>,
    /// Print the days that matter most instead, this many at most, with the sentences that tell of them
    #[arg(long, value_name = "N")]
    pub(crate) chronology: Option<usize>,
    /// Article files, or `-`
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// List what an editor should decide about actors
///
/// Prints three lists: actors that have no record, the most useful first; names that may be one of
/// several actors; and spellings that were joined to an actor on weaker grounds, each with a
/// sentence that shows it. With --write, drafts records for the first list into `content/actors`;
/// a file that exists is never touched.
#[derive(Debug, clap::Args)]
pub(crate) struct Actors {
    /// The folder that holds `content/`, or any folder of articles
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// Print one JSON object a line instead of text
    #[arg(long)]
    pub(crate) json: bool,
    /// Draft a record for each actor that has none and is mentioned in two articles or more
    #[arg(long)]
    pub(crate) write: bool,
    /// With --write, the least count of mentions that earns a draft
    #[arg(long, value_name = "N", default_value_t = 3, requires = "write")]
    pub(crate) min_mentions: u32,
}

/// Check a site as it was written
///
/// Follows every internal link to its anchor, reads every sentence again in the saved text that
/// it claims to stand in, and looks for markup that is not well formed and for pages that nothing
/// leads to. Then compares every file with what the content builds to, so that nothing was changed by
/// hand. Ends with exit code 1 when anything is wrong.
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The folder that holds `content/`, or any folder of articles
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// Where the site is [default: `site` in the root]
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// The date that the site was built as of, if it was
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<PartialDate>,
}

fn date(text: &str) -> Result<PartialDate, String> {
    PartialDate::from_iso(text).ok_or_else(|| "write a date as 2021-10-07, 2021-10 or 2021".to_owned())
}
