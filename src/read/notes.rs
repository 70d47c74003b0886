//! Analyst's notes: `content/notes/*.md`, each a page of its own.

use super::citing::{self, Cited};
use super::fields::Fields;
use super::found::Found;
use super::front_matter::{self, Unclosed};
use super::{editor_files, nesting};
use crate::base::{Diagnostic, NoteId, Place};
use crate::model::Note;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

const FIELDS: [&str; 4] = ["title", "kind", "date", "by"];

/// Longest note that is shown, in bytes.
const LIMIT: usize = 100_000;

/// Reads the notes in `files`, in order of their ids.
pub(super) fn notes(files: &[Found], cited: &mut Vec<Cited>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Note> {
    let mut by_id: BTreeMap<NoteId, Note> = BTreeMap::new();
    for found in files {
        let Some(source) = editor_files::source_of(found, diagnostics) else { continue };
        let shown = found.shown.as_str();
        let (note, start) = note(shown, &source, diagnostics);
        if let Some(other) = by_id.get(&note.id) {
            let message = format!("the id `{}` is also that of {}, so this note is left out", note.id, other.path);
            let told = Diagnostic::error("note-id-twice", message).at(Place::file(shown));
            diagnostics.push(told.hint("give it another file name"));
            continue;
        }
        citing::gather(shown, &source, start, cited, diagnostics);
        by_id.insert(note.id.clone(), note);
    }
    by_id.into_values().collect()
}

/// Reads one note, whose file `shown` holds `source`; also says where its words start.
fn note(shown: &str, source: &str, diagnostics: &mut Vec<Diagnostic>) -> (Note, usize) {
    let stem = shown.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or(shown, |(stem, _)| stem);
    let (mut fields, start) = fenced(shown, source, diagnostics);
    let (heading, body) = heading(&source[start..]);
    let given = fields.text(&["title"]);
    // A heading that gives the title is not shown a second time.
    let body = if given.is_none() { body } else { 0 };
    let start = start + body;
    let title = given.or(heading).unwrap_or_else(|| stem.replace(['-', '_'], " "));
    let judgements = kind(&mut fields);
    let (date, by) = (fields.date(&["date"]), fields.text(&["by"]));
    let other = fields.rest(&FIELDS, false);
    diagnostics.append(&mut fields.diagnostics);
    let mut end = source.len();
    if end - start > LIMIT {
        let message = format!("this note is longer than {} kB, so its end is not shown", LIMIT / 1_000);
        let told = Diagnostic::warning("note-too-long", message).at(Place::file(shown));
        diagnostics.push(told.hint("make two of it"));
        end = (0..=start + LIMIT).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(start);
    }
    let text = nesting::shallow(source[start..end].trim()).into_owned();
    let id = NoteId::new(stem);
    (Note { id, path: shown.to_owned(), title, judgements, date, by, other, text }, start)
}

/// The fields of the note's fence, if it has one that can be read, and where its words start.
fn fenced<'f>(shown: &'f str, source: &'f str, diagnostics: &mut Vec<Diagnostic>) -> (Fields<'f>, usize) {
    let first = Place::at(shown, source, 0..source.lines().next().map_or(0, str::len));
    match front_matter::fence(source) {
        Ok(None) => (Fields::none(), 0),
        Ok(Some(fence)) => match Fields::parse(fence.notation, shown, source, fence.inside) {
            Ok(fields) => (fields, fence.end),
            Err(error) => {
                let message = format!("the fields are not valid {}, so none is used", fence.notation.name());
                let of = Diagnostic::warning("note-syntax", message).at(first);
                diagnostics.push(error.told(of, shown, source));
                (Fields::none(), fence.end)
            }
        },
        Err(Unclosed) => {
            let message = "the fields at the head of this note are never closed, so they are shown as text";
            let hint = format!("put a line `{}` behind the last field", &source[..3]);
            diagnostics.push(Diagnostic::warning("fence-open", message).at(first).hint(hint));
            (Fields::none(), 0)
        }
    }
}

/// Whether the note says that it holds key judgements.
fn kind(fields: &mut Fields<'_>) -> bool {
    let place = fields.place("kind");
    match fields.text(&["kind"]).map(|kind| kind.to_lowercase()).as_deref() {
        None | Some("note") => false,
        Some("judgements" | "judgments") => true,
        Some(other) => {
            let told = Diagnostic::warning("bad-value", format!("`{other}` is no kind of note")).at(place);
            fields.diagnostics.push(told.hint("use one of judgements, note"));
            false
        }
    }
}

/// The words of the first heading, and where what follows it starts if the note opens with it; else 0.
fn heading(text: &str) -> (Option<String>, usize) {
    let shallow = nesting::shallow(&text[..text.len().min(floor(text, LIMIT))]).into_owned();
    let mut words: Option<String> = None;
    let mut opens = true;
    for (event, at) in Parser::new(&shallow).into_offset_iter() {
        match (event, &mut words) {
            (Event::Start(Tag::Heading { .. }), None) => words = Some(String::new()),
            (Event::End(TagEnd::Heading(_)), Some(words)) => {
                let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let same = text.get(..at.end) == shallow.get(..at.end);
                return (Some(title).filter(|title| !title.is_empty()), if opens && same { at.end } else { 0 });
            }
            (Event::Text(text) | Event::Code(text), Some(words)) => words.push_str(&text),
            (Event::SoftBreak | Event::HardBreak, Some(words)) => words.push(' '),
            (_, None) => opens = false,
            _ => {}
        }
    }
    (None, 0)
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Note, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let (note, _) = note("content/notes/the-storm.md", source, &mut diagnostics);
        (note, diagnostics)
    }

    #[test]
    fn a_title_is_given_or_the_first_heading_or_the_file_s_name() {
        let (given, _) = read("---\ntitle: Given\n---\n# Heading\n\nWords.");
        assert_eq!((given.title.as_str(), given.text.as_str()), ("Given", "# Heading\n\nWords."));
        let (opening, _) = read("# The *storm*\n\nWords.");
        assert_eq!((opening.title.as_str(), opening.text.as_str()), ("The storm", "Words."));
        let (later, _) = read("Words.\n\n## Then\n\nMore.");
        assert_eq!((later.title.as_str(), later.text.as_str()), ("Then", "Words.\n\n## Then\n\nMore."));
        assert_eq!(read("Words.").0.title, "the storm");
    }

    #[test]
    fn fields_are_read_and_unknown_ones_kept() {
        let (note, told) =
            read("---\nkind: judgements\nby: Ann Quist\ndate: 2020-03-05\nmood: calm\ntitel: X\n---\n- One");
        assert!(note.judgements && note.by.as_deref() == Some("Ann Quist") && note.date.is_some());
        assert_eq!(note.other, [("mood".to_owned(), "calm".to_owned()), ("titel".to_owned(), "X".to_owned())]);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].hint.as_deref(), Some("did you mean `title`?"));
    }

    #[test]
    fn a_bad_fence_costs_the_fields_and_not_the_words() {
        let (note, told) = read("---\ntitle: a: b: c\n---\nWords.");
        assert_eq!((note.text.as_str(), told[0].code), ("Words.", "note-syntax"));
        let (note, told) = read("---\nkind: song\n---\nWords.");
        assert!(!note.judgements && told[0].code == "bad-value");
    }

    #[test]
    fn a_note_over_the_limit_is_cut_between_characters() {
        let (note, told) = read(&"é".repeat(60_000));
        assert_eq!((note.text.len(), told[0].code), (LIMIT, "note-too-long"));
    }
}
