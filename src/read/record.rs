//! Actor records: `content/actors/*.md`, an editor's word on one actor each.

use super::citing::{self, Cited};
use super::editor_files;
use super::fields::Fields;
use super::found::Found;
use super::front_matter::{self, Unclosed};
use super::record_book::{self, Sourced};
use crate::base::{ActorId, Diagnostic, Place};
use crate::model::{ActorKind, Record, RecordRole};
use serde_json::Value;
use std::collections::BTreeMap;

const FIELDS: [&str; 8] = ["name", "kind", "aliases", "not", "was", "roles", "wikidata", "hide"];
const ROLE_FIELDS: [&str; 4] = ["title", "of", "from", "to"];
const KINDS: &str = "person, organization, state, place";

/// Ids that other pages of the site have.
const RESERVED: [&str; 5] = ["index", "index-a-z", "sources", "method", "404"];

/// Reads the records in `files`, in order of their ids.
///
/// A record that cannot be used is an error and left out; anything else wrong is told, and the rest
/// of the record is used.
pub(super) fn records(files: &[Found], cited: &mut Vec<Cited>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Record> {
    let mut by_id: BTreeMap<ActorId, Sourced> = BTreeMap::new();
    for found in files {
        let Some(source) = editor_files::source_of(found, diagnostics) else { continue };
        let shown = found.shown.as_str();
        let Some(read) = record(shown, &source, diagnostics) else { continue };
        if let Some(other) = by_id.get(&read.record.id) {
            let message = format!("the id `{}` is also that of {}", read.record.id, other.record.path);
            diagnostics.push(left_out("record-id-twice", &message, Place::file(shown), "give it another file name"));
            continue;
        }
        let note = source.len() - source.trim_end().len() + read.record.note.len();
        citing::gather(shown, &source, source.len() - note, cited, diagnostics);
        by_id.insert(read.record.id.clone(), read);
    }
    let mut read: Vec<Sourced> = by_id.into_values().collect();
    record_book::check(&mut read, diagnostics);
    read.into_iter().map(|read| read.record).collect()
}

/// An error about a record that cannot be used.
fn left_out(code: &'static str, what: &str, place: Place, hint: &str) -> Diagnostic {
    Diagnostic::error(code, format!("{what}, so the record is left out")).at(place).hint(hint)
}

/// Reads one record, whose file `shown` holds `source`.
fn record(shown: &str, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Sourced> {
    let stem = shown.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or(shown, |(stem, _)| stem);
    let id = ActorId::new(stem);
    if RESERVED.contains(&id.as_str()) {
        let what = format!("`{id}` is the name of another page");
        diagnostics.push(left_out("reserved-id", &what, Place::file(shown), "name the file after the actor"));
        return None;
    }
    let (mut fields, end) = fenced(shown, source, diagnostics)?;
    let places = ["name", "kind", "aliases", "was", "roles"].map(|name| (name, fields.place(name))).into();
    let name = fields.text(&["name"]);
    let kind = fields.take("kind");
    let read = Record {
        id,
        path: shown.to_owned(),
        name: String::new(),
        kind: ActorKind::Person,
        aliases: fields.texts(&["aliases"]),
        not: fields.texts(&["not"]),
        was: fields.texts(&["was"]).iter().map(|id| ActorId::new(id)).collect(),
        roles: roles(&mut fields),
        wikidata: wikidata(&mut fields),
        hide: fields.flag("hide"),
        note: source[end..].trim().to_owned(),
    };
    fields.rest(&FIELDS, true);
    diagnostics.append(&mut fields.diagnostics);
    let start = Place::at(shown, source, 0..3);
    if name.is_none() {
        let hint = "write a line such as name: Mara Holm";
        diagnostics.push(left_out("no-name", "this record has no name", start.clone(), hint));
    }
    let kind = kind_of(kind.as_ref(), &fields, start, diagnostics);
    let record = Record { name: name?, kind: kind?, ..read };
    Some(Sourced { record, places })
}

/// The fields of the record's fence, and where its note starts.
fn fenced<'f>(shown: &'f str, source: &'f str, diagnostics: &mut Vec<Diagnostic>) -> Option<(Fields<'f>, usize)> {
    let start = Place::at(shown, source, 0..source.lines().next().map_or(0, str::len));
    let fence = match front_matter::fence(source) {
        Ok(Some(fence)) => fence,
        Ok(None) => {
            let hint = "open the file with a line `---`, then name: and kind:, then a line `---`";
            diagnostics.push(left_out("no-fence", "this record has no fields", start, hint));
            return None;
        }
        Err(Unclosed) => {
            let hint = format!("put a line `{}` behind the last field", &source[..3]);
            diagnostics.push(left_out(
                "fence-open",
                "the fields at the head of this record are never closed",
                start,
                &hint,
            ));
            return None;
        }
    };
    match Fields::parse(fence.notation, shown, source, fence.inside) {
        Ok(fields) => Some((fields, fence.end)),
        Err(error) => {
            let of =
                left_out("record-syntax", &format!("the fields are not valid {}", fence.notation.name()), start, "");
            let of = Diagnostic { hint: None, ..of };
            diagnostics.push(error.told(of, shown, source));
            None
        }
    }
}

fn kind_of(
    kind: Option<&Value>,
    fields: &Fields<'_>,
    start: Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ActorKind> {
    let word = kind.and_then(Value::as_str).unwrap_or_default().trim().to_lowercase();
    let known = match word.as_str() {
        "person" => Some(ActorKind::Person),
        "organization" | "organisation" => Some(ActorKind::Organization),
        "state" => Some(ActorKind::State),
        "place" => Some(ActorKind::Place),
        _ => None,
    };
    if known.is_none() {
        let hint = format!("use one of {KINDS}");
        let (what, place) = match kind {
            None => ("this record has no kind".to_owned(), start),
            Some(value) => {
                let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                (format!("`{shown}` is no kind of actor"), fields.place("kind"))
            }
        };
        diagnostics.push(left_out("bad-kind", &what, place, &hint));
    }
    known
}

/// `[{title: Foreign Minister, of: norway, from: 2004}]`; a bare text is a title.
fn roles(fields: &mut Fields<'_>) -> Vec<RecordRole> {
    let listed = match fields.take("roles") {
        None => return Vec::new(),
        Some(Value::Array(items)) => items,
        Some(value) => vec![value],
    };
    let mut roles = Vec::with_capacity(listed.len());
    for value in listed {
        let value = match value {
            Value::String(title) => Value::Object([("title".to_owned(), Value::String(title))].into_iter().collect()),
            other => other,
        };
        let read = fields.nested("roles", value).and_then(|mut role| {
            let read = role.text(&["title"]).map(|title| RecordRole {
                title,
                of: role.text(&["of"]).map(|of| ActorId::new(&of)),
                from: role.date(&["from"]),
                to: role.date(&["to"]),
            });
            role.rest(&ROLE_FIELDS, true);
            fields.diagnostics.append(&mut role.diagnostics);
            read
        });
        if let Some(role) = read {
            roles.push(role);
        } else {
            let hint = "write it as {title: Foreign Minister, of: norway, from: 2004}";
            fields.complain("roles", "a role has no title".to_owned(), hint);
        }
    }
    roles
}

fn wikidata(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text(&["wikidata"])?;
    let digits = text.strip_prefix('Q').unwrap_or_default();
    if digits.is_empty() || digits.len() > 12 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        fields.complain("wikidata", format!("`{text}` is no item of Wikidata"), "write it as Q and digits: Q42");
        return None;
    }
    Some(text)
}
