//! Files that are not read: each is named once, with others of its kind and a way forward.

use super::file_name::ending;
use crate::base::Diagnostic;
use std::collections::BTreeMap;
use std::path::Path;

/// A file that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) shown: String,
    pub(super) kind: Kind,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Its form: a row of [`FORMS`].
    Form(usize),
    /// A form that is not known.
    Unknown,
    /// A name without an ending.
    NoEnding,
    /// A pipe, socket or device.
    NoFile,
    /// It lies outside the folder of articles.
    Outside,
    /// It lies with records or notes, and is none.
    BesideNotes,
}

/// A form of file in which articles are kept, but not read.
struct Form {
    /// One, and several of them.
    names: [&'static str; 2],
    /// The endings of its files' names.
    endings: &'static [&'static str],
    /// How an editor gets an article out of it.
    way: &'static str,
}

/// The forms that are told apart.
const FORMS: [Form; 10] = [
    Form {
        names: ["PDF file", "PDF files"],
        endings: &["pdf"],
        way: "save the text of each as NAME.txt, for example with `pdftotext -layout NAME.pdf NAME.txt`",
    },
    Form {
        names: ["document of a word processor", "documents of a word processor"],
        endings: &["doc", "docx", "odt", "rtf", "pages", "epub", "wpd"],
        way: "open each and save it as plain text (.txt) or HTML",
    },
    Form {
        names: ["web archive", "web archives"],
        endings: &["mhtml", "mht", "webarchive", "maff", "warc", "wacz", "har", "enex"],
        way: "open the page in a browser and save it as “Webpage, HTML only”",
    },
    Form {
        names: ["mail message", "mail messages"],
        endings: &["eml", "emlx", "msg", "mbox"],
        way: "save the text of each article in it as NAME.txt",
    },
    Form {
        names: ["address of a page", "addresses of pages"],
        endings: &["url", "webloc", "desktop", "opml"],
        way: "open each address and save the page as HTML",
    },
    Form {
        names: ["list or table", "lists or tables"],
        endings: &[
            "csv", "tsv", "xls", "xlsx", "ods", "json", "jsonl", "xml", "rss", "atom", "bib", "ris", "enw", "nbib",
            "toml", "yaml", "yml",
        ],
        way: "save each article as a .txt, .md or .html file of its own",
    },
    Form {
        names: ["picture", "pictures"],
        endings: &["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "tif", "tiff", "bmp", "heic", "ico"],
        way: "if a picture shows an article, type or paste its words into NAME.txt",
    },
    Form {
        names: ["recording", "recordings"],
        endings: &["mp3", "m4a", "wav", "ogg", "flac", "mp4", "m4v", "mov", "avi", "mkv", "webm"],
        way: "save a transcript of each as NAME.txt",
    },
    Form {
        names: ["packed file", "packed files"],
        endings: &["zip", "gz", "tgz", "tar", "bz2", "xz", "7z", "rar", "zst"],
        way: "unpack each into this folder",
    },
    Form {
        names: ["part of a web page", "parts of web pages"],
        endings: &["css", "js", "mjs", "woff", "woff2", "ttf", "map"],
        way: "move them elsewhere",
    },
];

impl Kind {
    /// The kind of a file among the articles.
    pub(super) fn of(file: &Path) -> Self {
        let ending = ending(file);
        let form = FORMS.iter().position(|form| form.endings.contains(&ending.as_str()));
        form.map_or(if ending.is_empty() { Self::NoEnding } else { Self::Unknown }, Self::Form)
    }

    /// What `count` files of this kind are, and what to do with them.
    fn words(self, count: usize) -> (String, &'static str) {
        let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        match self {
            Self::Form(form) => {
                let Form { names: [one, many], way, .. } = FORMS[form];
                (format!("{count} {}", if count == 1 { one } else { many }), way)
            }
            Self::Unknown => (
                format!("{files} of other forms"),
                "articles are .txt, .md and .html files: save them so, or move the files elsewhere",
            ),
            Self::NoEnding => {
                (format!("{files} whose name has no ending"), "if one holds an article, name it NAME.txt or NAME.html")
            }
            Self::NoFile => {
                let names = ["pipe, socket or device", "pipes, sockets or devices"];
                (format!("{count} {}", names[usize::from(count > 1)]), "save an article as a file")
            }
            Self::Outside => {
                (format!("{files} outside the folder of articles"), "move what is to be read into that folder")
            }
            Self::BesideNotes => (
                format!("{files} among the records and notes"),
                "records and notes are .md files directly in content/actors and content/notes",
            ),
        }
    }
}

/// Most files of one folder and kind that are named one by one.
const NAMED: usize = 100;

/// All of `unread`, one diagnostic a kind.
pub(super) fn told(unread: &[Unread]) -> Vec<Diagnostic> {
    let mut kinds: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for file in unread {
        kinds.entry(file.kind).or_default().push(&file.shown);
    }
    let told = kinds.into_iter().map(|(kind, files)| {
        let (what, way) = kind.words(files.len());
        let verb = if files.len() == 1 { "is" } else { "are" };
        let message = format!("{what} {verb} not read: {}", names(&files));
        Diagnostic::warning("not-read", message).hint(way)
    });
    told.collect()
}

/// The files by name; of a folder with very many, the folder and their number.
fn names(files: &[&str]) -> String {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files {
        folders.entry(file.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().push(file);
    }
    let named = folders.into_iter().map(|(folder, files)| match files.len() {
        0..=NAMED => files.join(", "),
        count => format!("{count} in {}", if folder.is_empty() { "the folder itself" } else { folder }),
    });
    named.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unread(names: &[&str]) -> Vec<Unread> {
        names.iter().map(|name| Unread { shown: (*name).to_owned(), kind: Kind::of(Path::new(name)) }).collect()
    }

    #[test]
    fn files_are_named_by_kind_with_a_way_forward() {
        let told = told(&unread(&["a/one.PDF", "two.pdf", "b.mhtml", "c.xyz", "LICENCE"]));
        let messages: Vec<&str> = told.iter().map(|told| told.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "2 PDF files are not read: two.pdf, a/one.PDF",
                "1 web archive is not read: b.mhtml",
                "1 file of other forms is not read: c.xyz",
                "1 file whose name has no ending is not read: LICENCE",
            ]
        );
        assert!(told[0].hint.as_ref().is_some_and(|hint| hint.contains("pdftotext")));
    }

    #[test]
    fn a_folder_of_very_many_is_named_once() {
        let names: Vec<String> = (0..=NAMED).map(|n| format!("photos/{n}.jpg")).collect();
        let told = told(&unread(&names.iter().map(String::as_str).collect::<Vec<_>>()));
        assert_eq!(told[0].message, "101 pictures are not read: 101 in photos");
    }
}
