//! Files of annotated cases, and the runner that holds the analysis to them.

use super::Annotated;
use cuttings::base::PartialDate;
use std::path::{Path, PathBuf};

/// One case of a file.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The file that it stands in, without its ending.
    pub file: String,
    /// Whether it is known to come out otherwise.
    pub known: bool,
    /// What stands behind `= `; empty for a case of one line.
    pub head: String,
    /// The lines behind `@ `.
    pub given: Vec<String>,
    pub articles: Vec<Annotated>,
}

impl Case {
    fn parse(file: &str, case: &str) -> Self {
        let (known, rest) = case.strip_prefix("? ").map_or((false, case), |rest| (true, rest));
        let (head, body) = match rest.strip_prefix("= ") {
            Some(headed) => {
                headed.split_once('\n').map_or((headed, String::new()), |(head, body)| (head, body.to_owned()))
            }
            None => ("", rest.replace('¶', "\n\n")),
        };
        let (mut given, mut articles) = (Vec::new(), Vec::<(Option<String>, String)>::new());
        for line in body.split('\n') {
            match (line.strip_prefix("@ "), opening(line), articles.last_mut()) {
                (Some(line), ..) => given.push(line.to_owned()),
                (_, Some((day, line)), _) => articles.push((Some(day.to_owned()), line.to_owned())),
                (.., Some((_, text))) => text.extend(["\n", line]),
                (.., None) => articles.push((None, line.to_owned())),
            }
        }
        let article = |(day, text): (Option<String>, String)| Annotated { day, ..Annotated::parse(&text) };
        let articles = articles.into_iter().map(article).collect();
        Self { file: file.to_owned(), known, head: head.to_owned(), given, articles }
    }

    fn print(&self) -> String {
        let articles = self.articles.iter().map(|article| {
            let day = article.day.as_ref().map_or_else(String::new, |day| format!("{day}: "));
            day + &article.print()
        });
        let lines: Vec<String> = self.given.iter().map(|line| format!("@ {line}")).chain(articles).collect();
        let known = if self.known { "? " } else { "" };
        match self.head.as_str() {
            "" => known.to_owned() + &lines.join("\n").replace("\n\n", "¶"),
            head => format!("{known}= {head}\n{}", lines.join("\n")),
        }
    }

    /// The article of a case that has one.
    pub fn only(&mut self) -> &mut Annotated {
        assert_eq!(self.articles.len(), 1, "a case of one article: {self:?}");
        &mut self.articles[0]
    }

    /// The day and the text of each article.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.articles.iter().map(|article| (article.day.as_deref().unwrap_or("-"), article.text.as_str()))
    }

    fn comes_out_as(&self, found: &Self) -> bool {
        self.head == found.head
            && self.articles.iter().map(Annotated::sorted).eq(found.articles.iter().map(Annotated::sorted))
    }
}

/// The day at the head of an article's first line, and what follows.
fn opening(line: &str) -> Option<(&str, &str)> {
    line.split_once(": ").filter(|(day, _)| *day == "-" || PartialDate::from_iso(day).is_some())
}

/// A file cut into its cases, remarks and empty lines; joined, they are the file.
fn pieces(kept: &str) -> Vec<String> {
    let is_head = |line: &str| line.starts_with("= ") || line.starts_with("? = ");
    let headed = kept.lines().any(is_head);
    let (mut pieces, mut in_case) = (Vec::<String>::new(), false);
    for line in kept.split_inclusive('\n') {
        let goes_on = headed && in_case && !is_head(line) && !line.starts_with('#');
        match pieces.last_mut() {
            Some(last) if goes_on => last.push_str(line),
            _ => pieces.push(line.to_owned()),
        }
        in_case = is_head(line) || goes_on;
    }
    pieces
}

/// The case that a piece of a file is, if it is one, and the white space behind it.
fn case_of<'p>(file: &str, piece: &'p str) -> Option<(Case, &'p str)> {
    let case = piece.trim_end();
    if case.is_empty() || case.starts_with('#') {
        return None;
    }
    let parsed = Case::parse(file, case);
    assert_eq!(parsed.print(), case, "the case as it would be written, and as it is");
    Some((parsed, &piece[case.len()..]))
}

/// The files of a folder of annotated texts, with their names.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let named = |file: PathBuf| {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        (file, name)
    };
    files.into_iter().map(named).collect()
}

/// Every case of a folder of annotated texts.
pub fn cases(folder: &str) -> Vec<Case> {
    let cases = |(file, name): (PathBuf, String)| {
        let kept = std::fs::read_to_string(file).unwrap();
        pieces(&kept).iter().filter_map(|piece| Some(case_of(&name, piece)?.0)).collect::<Vec<_>>()
    };
    files(folder).into_iter().flat_map(cases).collect()
}

/// Holds the analysis to the cases of a folder, of which there are `least` or more: `find` makes of each case what is found.
#[track_caller]
pub fn run(folder: &str, least: usize, mut find: impl FnMut(&mut Case)) {
    let bless = std::env::var_os("BLESS").is_some();
    let (mut count, mut wrong) = (0, String::new());
    for (file, name) in files(folder) {
        let mut blessed = String::new();
        for piece in pieces(&std::fs::read_to_string(&file).unwrap()) {
            let Some((case, space)) = case_of(&name, &piece) else {
                blessed.push_str(&piece);
                continue;
            };
            count += 1;
            let mut found = case.clone();
            find(&mut found);
            let right = case.comes_out_as(&found);
            wrong.extend(match (right, case.known) {
                (true, true) => Some(format!("this comes out right now, take its `? ` away:\n{}\n", case.print())),
                (false, false) => Some(format!("expected\n{}\nfound\n{}\n\n", case.print(), found.print())),
                _ => None,
            });
            let written = if case.known || right { case } else { found };
            blessed += &(written.print() + space);
        }
        if bless {
            std::fs::write(&file, blessed).unwrap();
        }
    }
    assert!(count >= least, "of {least} cases, only {count} were read");
    assert!(bless || wrong.is_empty(), "{wrong}");
}
