//! The dates of publication that the arguments of `cuttings analyze` give.

use crate::base::PartialDate;
use crate::cli::args::Analyze;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

/// The dates of publication that the arguments give.
pub(super) enum Dates {
    None,
    One(PartialDate),
    ByStem(BTreeMap<String, PartialDate>),
}

impl Dates {
    pub(super) fn of(analyze: &Analyze) -> io::Result<Self> {
        match (&analyze.published, &analyze.published_from) {
            (Some(date), _) => Ok(Self::One(*date)),
            (None, Some(file)) => Self::table(file),
            (None, None) => Ok(Self::None),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a file that the user names on the command line")]
    fn table(file: &PathBuf) -> io::Result<Self> {
        let bad = |number: usize, why: &str| {
            let message = format!("{}, line {number}: {why}", file.display());
            io::Error::new(io::ErrorKind::InvalidData, message)
        };
        let text = std::fs::read_to_string(file)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?;
        let mut dates = BTreeMap::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let (stem, date) = line.split_once('\t').ok_or_else(|| bad(number + 1, "no tab between name and date"))?;
            let date = PartialDate::from_iso(date).ok_or_else(|| bad(number + 1, "the date is not like 2021-10-07"))?;
            dates.insert(stem.to_owned(), date);
        }
        Ok(Self::ByStem(dates))
    }

    pub(super) fn of_file(&self, path: &str) -> Option<PartialDate> {
        match self {
            Self::None => None,
            Self::One(date) => Some(*date),
            Self::ByStem(dates) => {
                let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                dates.get(stem).or_else(|| dates.get(name)).copied()
            }
        }
    }
}
