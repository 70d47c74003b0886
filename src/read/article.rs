//! Reads one article file: its bytes, its metadata, its saved text.

use super::beside::{self, Beside};
use super::decode::{self, Decoded};
use super::fields::{Fields, Notation};
use super::found::Found;
use super::front_matter::{self, Fence, Unclosed};
use super::metadata::{self, Given};
use super::walk::ArticleFile;
use super::{charset, foreign, html, lead, markdown};
use crate::base::{ArticleId, Diagnostic, Place, Span};
use crate::model::{Article, Format, Known, LineKind, Publish, Retrieved, SavedText};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// Largest file that is read, in bytes: news articles are a thousandth of it.
pub const SIZE_LIMIT: u64 = 50 * 1024 * 1024;

/// One file read.
pub(super) struct ReadFile {
    pub(super) outcome: Outcome,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What reading a file came to.
pub(super) enum Outcome {
    /// The article, and what its metadata gives besides.
    Read(Box<(Article, Given)>),
    /// It says itself that it is to be left out.
    Ignored,
    /// It could not be read.
    Refused,
}

/// Reads `file`, with what stands beside it.
pub(super) fn read_file(file: &ArticleFile, beside: &Beside) -> ReadFile {
    let mut diagnostics = Vec::new();
    let read = bytes_of(&file.found.file, &file.found.shown)
        .and_then(|bytes| Ok((decoded(&bytes, file, &mut diagnostics)?, bytes)))
        .and_then(|(decoded, bytes)| article(file, beside, &bytes, &decoded, &mut diagnostics));
    let outcome = read.unwrap_or_else(|refused| {
        diagnostics.push(*refused);
        Outcome::Refused
    });
    ReadFile { outcome, diagnostics }
}

/// The bytes of `file`, refused when it is too large or cannot be read. Only files are opened: a pipe or a device may
/// never end.
pub(super) fn bytes_of(file: &Path, shown: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let unreadable = |error: std::io::Error| {
        let told = Diagnostic::error("unreadable", format!("this file cannot be read: {error}"));
        Box::new(told.at(Place::file(shown)).hint("check that it exists and that you may read it"))
    };
    let metadata = std::fs::metadata(file).map_err(unreadable)?;
    if !metadata.is_file() {
        let what = if metadata.is_dir() { "a folder" } else { "a pipe, a socket or a device" };
        let told = Diagnostic::error("no-file", format!("this is {what}, not a file, and cannot be read"));
        return Err(Box::new(told.at(Place::file(shown)).hint("put a file in its place, or move it elsewhere")));
    }
    let size = metadata.len();
    if size > SIZE_LIMIT {
        let message = format!("this file has {} MB; files over {} MB are not read", size >> 20, SIZE_LIMIT >> 20);
        let told = Diagnostic::error("too-large", message).at(Place::file(shown));
        return Err(Box::new(told.hint("cut the article out of it, or move the file elsewhere")));
    }
    std::fs::read(file).map_err(unreadable)
}

fn decoded(bytes: &[u8], file: &ArticleFile, diagnostics: &mut Vec<Diagnostic>) -> Result<Decoded, Box<Diagnostic>> {
    let place = || Place::file(&*file.found.shown);
    let declared = if file.format == Format::Html { charset::declared_charset(bytes) } else { None };
    let decoded = decode::decode(bytes, declared.as_deref()).map_err(|error| {
        Box::new(Diagnostic::error("not-text", error.to_string()).at(place()).hint("save the article as text or HTML"))
    })?;
    if let Some(at) = decoded.malformed {
        let message = format!("byte {at} is not valid {}; it is shown as \u{fffd}", decoded.encoding);
        let hint = "save the file again as UTF-8, if the original is at hand";
        diagnostics.push(Diagnostic::warning("malformed-bytes", message).at(place()).hint(hint));
    }
    Ok(decoded)
}

fn article(
    file: &ArticleFile,
    beside: &Beside,
    bytes: &[u8],
    decoded: &Decoded,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Outcome, Box<Diagnostic>> {
    let text = decoded.text.as_str();
    let shown = file.found.shown.as_str();
    let told_before = diagnostics.len();
    let source = beside.sidecar.as_ref().map(|sidecar| sidecar_text(sidecar, diagnostics));
    let (mut fields, start, broken) = match (&source, &beside.sidecar) {
        (Some(source), Some(sidecar)) => (sidecar_fields(&sidecar.shown, source, diagnostics), 0, 0),
        _ => fenced_fields(text, shown, diagnostics),
    };
    let body = &text[start..];
    let plain = || html::Page { saved: SavedText::plain(body.to_owned()), ..html::Page::default() };
    let page = match file.format {
        Format::Text => plain(),
        // As Markdown, a broken fence would be a rule and a heading.
        Format::Markdown if broken > 0 => plain(),
        Format::Markdown => html::Page { saved: markdown::markdown(body), ..html::Page::default() },
        Format::Html => html::html(body),
    };
    let mut saved = page.saved;
    for line in saved.lines.iter_mut().take_while(|line| (line.span.start as usize) < broken) {
        line.kind = LineKind::Label;
    }
    let mut given = metadata::given(&mut fields, &saved.text);
    // Whatever is told up to here is told of metadata that cannot be read.
    given.unread = diagnostics.len() > told_before || !beside.unsure.is_empty();
    let unread_head = start == 0 && beside.sidecar.is_none() && front_matter::may_withhold(text);
    if given.unread && beside.sidecar.is_some() || unread_head || !beside.unsure.is_empty() {
        given.unread = true;
        given.meta.publish = Some(Publish::Metadata);
        diagnostics.push(withheld(shown, beside));
    }
    diagnostics.append(&mut fields.diagnostics);
    if given.ignore {
        return Ok(Outcome::Ignored);
    }
    if saved.lines.is_empty() {
        let told = Diagnostic::error("no-text", "this file holds no text").at(Place::file(shown));
        return Err(Box::new(told.hint("save the article again, or remove the file")));
    }
    given.foreign = foreign::foreign(body, &saved, file.format);
    fill(&mut given, page.stated, &saved.text);
    if file.format != Format::Html {
        lead::take_labels(&mut saved, &mut given);
    }
    let kept = &bytes[raw_offset(bytes, decoded, start)..];
    let article = Article {
        id: ArticleId::new(given.id.as_deref().unwrap_or(&name_of(&file.found.file))),
        path: shown.to_owned(),
        format: file.format,
        encoding: decoded.encoding,
        sha256: hex(&Sha256::digest(kept)),
        bytes: kept.len() as u64,
        saved,
        meta: std::mem::take(&mut given.meta),
    };
    Ok(Outcome::Read(Box::new((article, given))))
}

/// Why nothing of an article's text is published.
fn withheld(shown: &str, beside: &Beside) -> Diagnostic {
    let message = "metadata that may withhold this article cannot be read, so nothing of the text is published";
    let told = Diagnostic::error("bad-publish", message).at(Place::file(shown));
    match beside.unsure.first() {
        Some(unsure) => {
            let name = beside::sidecar_name(Path::new(shown));
            told.hint(format!("if `{}` is meant for it, name that file `{name}`; else move it elsewhere", unsure.shown))
        }
        None if beside.sidecar.is_some() => told.hint("correct its .meta.toml file as reported"),
        None => told.hint("put the fields at the very head of the file, between two lines `---` or two lines `+++`"),
    }
}

/// An article of plain `text`, with the labels at its head and nothing else known.
pub(super) fn of_text(path: &str, text: String) -> Article {
    let mut given = Given::default();
    let (sha256, bytes) = (hex(&Sha256::digest(&text)), text.len() as u64);
    let mut saved = SavedText::plain(text);
    lead::take_labels(&mut saved, &mut given);
    let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
    let (path, meta) = (path.to_owned(), given.meta);
    Article { id: ArticleId::new(&stem), path, format: Format::Text, encoding: "UTF-8", sha256, bytes, saved, meta }
}

/// The name that a file's article goes by: its stem, behind its folder's where the stem says nothing.
fn name_of(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let says_nothing = matches!(stem.to_lowercase().as_str(), "index" | "default");
    if says_nothing && !folder.is_empty() { format!("{folder}-{stem}") } else { stem.into_owned() }
}

/// The fields of the fence at the head of `text`, where the article starts behind it, and where a
/// broken fence ends.
///
/// A fence that is no mapping is reported and stays part of the text.
fn fenced_fields<'t>(text: &'t str, shown: &'t str, diagnostics: &mut Vec<Diagnostic>) -> (Fields<'t>, usize, usize) {
    let Some(fence) = fence_of(text, shown, diagnostics) else { return (Fields::none(), 0, 0) };
    match Fields::parse(fence.notation, shown, text, fence.inside) {
        Ok(fields) => (fields, fence.end, 0),
        Err(error) => {
            let message =
                format!("the lines between the fences are not valid {} and are read as text", fence.notation.name());
            diagnostics.push(error.told(Diagnostic::warning("metadata-syntax", message), shown, text));
            (Fields::none(), 0, fence.end)
        }
    }
}

fn fence_of(text: &str, shown: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Fence> {
    front_matter::fence(text).unwrap_or_else(|Unclosed| {
        let message = "the metadata at the head of this file is never closed, so it is read as text";
        let place = Place::at(shown, text, 0..3);
        let told = Diagnostic::warning("fence-open", message).at(place);
        diagnostics.push(told.hint(format!("put a line `{}` behind the last field", &text[..3])));
        None
    })
}

/// The text of the sidecar, empty where it cannot be read.
fn sidecar_text(sidecar: &Found, diagnostics: &mut Vec<Diagnostic>) -> String {
    match bytes_of(&sidecar.file, &sidecar.shown) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned(),
        Err(refused) => {
            diagnostics.push(*refused);
            String::new()
        }
    }
}

fn sidecar_fields<'t>(shown: &'t str, source: &'t str, diagnostics: &mut Vec<Diagnostic>) -> Fields<'t> {
    Fields::parse(Notation::Toml, shown, source, 0..source.len()).unwrap_or_else(|error| {
        let message = "this metadata cannot be read, so the article goes without";
        diagnostics.push(error.told(Diagnostic::warning("metadata-syntax", message), shown, source));
        Fields::none()
    })
}

/// Fills up what the metadata leaves open with what the page itself states.
fn fill(given: &mut Given, page: html::PageMeta, text: &str) {
    fn stated<T>(slot: &mut Option<Known<T>>, value: Option<T>, span: Option<Span>) {
        if slot.is_none() {
            *slot = value.map(|value| Known::stated(value, span));
        }
    }
    let place = |words: Option<&String>| metadata::place_of(words?, text);
    let (title_at, author_at) = (place(page.title.as_ref()), place(page.authors.first()));
    stated(&mut given.meta.title, page.title, title_at);
    stated(&mut given.outlet, page.outlet, None);
    stated(&mut given.meta.authors, Some(page.authors).filter(|names| !names.is_empty()), author_at);
    stated(&mut given.meta.published, page.published, None);
    stated(&mut given.meta.retrieved, page.retrieved.map(Retrieved::On), None);
    stated(&mut given.meta.url, page.url, None);
    stated(&mut given.meta.language, page.language, None);
    stated(&mut given.meta.section, page.section, None);
}

/// Where in `bytes` the character at `offset` of the decoded text starts.
///
/// `offset` is the start of a line, so lines are counted: every encoding of the web but UTF-16
/// writes a line feed as one byte of its own.
fn raw_offset(bytes: &[u8], decoded: &Decoded, offset: usize) -> usize {
    if offset == 0 {
        return 0;
    }
    let before = &decoded.text[..offset];
    if decoded.encoding.starts_with("UTF-16") {
        let mark = usize::from(bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])) * 2;
        return (mark + before.encode_utf16().count() * 2).min(bytes.len());
    }
    let lines = memchr::memchr_iter(b'\n', before.as_bytes()).count();
    let ends = memchr::memchr_iter(b'\n', bytes);
    if before.ends_with('\n') { ends.take(lines).last().map_or(0, |at| at + 1) } else { bytes.len() }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
