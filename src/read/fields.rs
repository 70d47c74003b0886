//! The fields of a settings file or of an article's metadata: typed taking, one diagnostic for each bad value.

use crate::base::{Diagnostic, PartialDate, Place};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::ops::Range;

/// The notation that fields are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// TOML.
    Toml,
    /// YAML.
    Yaml,
}

impl Notation {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
        }
    }
}

/// Fields by name, taken one by one; what is left at the end is unknown.
pub(super) struct Fields<'f> {
    file: &'f str,
    source: &'f str,
    region: Range<usize>,
    map: Map<String, Value>,
    /// What was wrong with the values taken so far.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Why a stretch of a file is no mapping.
pub(super) struct NotFields {
    message: String,
    at: Range<usize>,
    hint: Option<&'static str>,
}

impl NotFields {
    /// The same as a diagnostic, with the place in `file`, whose content is `source`.
    pub(super) fn told(self, of: Diagnostic, file: &str, source: &str) -> Diagnostic {
        let mut told = of.at(Place::at(file, source, self.at));
        told.message = format!("{}: {}", told.message, self.message);
        match self.hint {
            Some(hint) => told.hint(hint),
            None => told,
        }
    }
}

impl<'f> Fields<'f> {
    /// Parses the bytes `region` of `source`, the content of `file`.
    pub(super) fn parse(
        notation: Notation,
        file: &'f str,
        source: &'f str,
        region: Range<usize>,
    ) -> Result<Self, NotFields> {
        let text = &source[region.clone()];
        let map = match notation {
            Notation::Toml => parse_toml(text),
            Notation::Yaml => parse_yaml(text),
        };
        let map = map.map_err(|mut error| {
            error.at = error.at.start + region.start..error.at.end + region.start;
            error
        })?;
        Ok(Self { file, source, region, map, diagnostics: Vec::new() })
    }

    /// No fields at all, of a file that does not exist.
    pub(super) fn none() -> Self {
        Self { file: "", source: "", region: 0..0, map: Map::new(), diagnostics: Vec::new() }
    }

    /// The fields of the table `value`, which stands under the header `[name]` where it has one.
    pub(super) fn nested(&self, name: &str, value: Value) -> Option<Self> {
        let Value::Object(map) = value else { return None };
        let region = self.under_header(name).unwrap_or_else(|| self.region.clone());
        Some(Self { map, region, diagnostics: Vec::new(), ..*self })
    }

    /// The bytes from the header `[name]` to the next one.
    fn under_header(&self, name: &str) -> Option<Range<usize>> {
        let mut region: Option<Range<usize>> = None;
        let mut start = self.region.start;
        for line in self.source[self.region.clone()].split_inclusive('\n') {
            let header = line.trim().strip_prefix('[').and_then(|rest| rest.split(']').next());
            match (header, &region) {
                (Some(_), Some(_)) => break,
                (Some(header), None) if header.trim().trim_matches(['"', '\'']) == name => region = Some(start..start),
                _ => {}
            }
            start += line.len();
            if let Some(region) = &mut region {
                region.end = start;
            }
        }
        region
    }

    /// Takes the list of tables `name`, each under a header `[[name]]` where it has one.
    pub(super) fn tables(&mut self, name: &str) -> Vec<Self> {
        let listed = match self.take(name) {
            None => return Vec::new(),
            Some(Value::Array(items)) if items.iter().all(Value::is_object) => items,
            Some(_) => {
                let hint = format!("write [[{name}]] on a line of its own, and its fields under it");
                self.complain(name, format!("`{name}` is not a list of tables"), &hint);
                return Vec::new();
            }
        };
        let mut headers = Vec::new();
        let mut start = self.region.start;
        for line in self.source[self.region.clone()].split_inclusive('\n') {
            if line.starts_with('[') {
                headers.push((start, line.trim().trim_matches(['[', ']', ' ']).trim_matches(['"', '\'']) == name));
            }
            start += line.len();
        }
        headers.push((self.region.end, false));
        let mut regions = headers.windows(2).filter(|pair| pair[0].1).map(|pair| pair[0].0..pair[1].0);
        let mut table = |value| match value {
            Value::Object(map) => {
                let region = regions.next().unwrap_or_else(|| self.region.clone());
                Some(Self { map, region, diagnostics: Vec::new(), ..*self })
            }
            _ => None,
        };
        listed.into_iter().filter_map(&mut table).collect()
    }

    /// Where `words` stand for the first time; where they do not, the first line.
    pub(super) fn place_of(&self, words: &str) -> Place {
        let start = self.region.start;
        let at = self.source[self.region.clone()].find(words).map(|at| start + at..start + at + words.len());
        let line = self.source[self.region.clone()].lines().next().map_or(0, str::len);
        Place::at(self.file, self.source, at.unwrap_or(start..start + line))
    }

    /// Where the field `name` stands.
    pub(super) fn place(&self, name: &str) -> Place {
        let mut start = self.region.start;
        for line in self.source[self.region.clone()].split_inclusive('\n') {
            let key = line.trim_start().trim_start_matches(['"', '\'', '[', '-', ' ']);
            let indent = line.len() - key.len();
            let rest = key.get(name.len()..).filter(|_| key.starts_with(name));
            let follows = rest.map(|rest| rest.trim_start_matches(['"', '\'', ']']).trim_start());
            if follows.is_some_and(|rest| rest.is_empty() || rest.starts_with(['=', ':'])) {
                return Place::at(self.file, self.source, start + indent..start + line.trim_end().len());
            }
            start += line.len();
        }
        Place::file(self.file)
    }

    /// Reports the field `name` as unusable; the article or setting goes on without it.
    pub(super) fn complain(&mut self, name: &str, message: String, hint: &str) {
        self.diagnostics.push(Diagnostic::warning("bad-value", message).at(self.place(name)).hint(hint));
    }

    /// Takes a field as it is.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.map.shift_remove(name).filter(|value| !value.is_null())
    }

    /// The first of `names` that has a value; templates leave fields empty.
    pub(super) fn first<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        let filled = |name: &&&str| {
            self.map.get(**name).is_some_and(|value| one_line(value).is_none_or(|text| !text.is_empty()))
        };
        names.iter().find(filled).copied()
    }

    /// Takes the first of `names` that is there as one line of text; numbers are taken as written.
    pub(super) fn text(&mut self, names: &[&str]) -> Option<String> {
        let name = self.first(names)?;
        let value = self.take(name)?;
        match one_line(&value) {
            Some(text) if text.is_empty() => None,
            Some(text) => Some(text),
            None => {
                self.complain(name, format!("`{name}` should be a text"), "write it as one quoted line");
                None
            }
        }
    }

    /// Takes the first of `names` that is there as a list of texts; a lone text is a list of one.
    pub(super) fn texts(&mut self, names: &[&str]) -> Vec<String> {
        let Some(name) = self.first(names) else { return Vec::new() };
        let listed = match self.take(name) {
            Some(Value::Array(items)) => items.iter().map(one_line).collect::<Option<Vec<_>>>(),
            Some(value) => one_line(&value).map(|text| vec![text]),
            None => Some(Vec::new()),
        };
        if let Some(texts) = listed {
            return texts.into_iter().filter(|text| !text.is_empty()).collect();
        }
        self.complain(name, format!("`{name}` should be a list of texts"), "write it as [\"one\", \"two\"]");
        Vec::new()
    }

    /// Takes the first of `names` that is there as a date.
    pub(super) fn date(&mut self, names: &[&str]) -> Option<PartialDate> {
        let name = self.first(names)?;
        let text = one_line(&self.take(name)?).unwrap_or_default();
        if text.is_empty() {
            return None;
        }
        let read = date_of(&text);
        if read.is_none() {
            self.complain(name, format!("`{text}` is not a date"), DATE_HINT);
        }
        read
    }

    /// Takes a field whose value is one of a few words.
    pub(super) fn word<T: DeserializeOwned>(&mut self, name: &str, words: &str) -> Option<T> {
        let value = self.take(name)?;
        let shown = one_line(&value).unwrap_or_default();
        if let Ok(word) = serde_json::from_value(value) {
            Some(word)
        } else {
            self.complain(name, format!("`{shown}` is no value of `{name}`"), &format!("use one of {words}"));
            None
        }
    }

    /// The field that may be a misspelling of `name`, where that is not there itself.
    pub(super) fn slip(&self, name: &str, known: &[&str]) -> Option<String> {
        let slips = |field: &&String| !known.contains(&field.as_str()) && misspelt(field, known) == Some(name);
        if self.map.contains_key(name) { None } else { self.map.keys().find(slips).cloned() }
    }

    /// Takes a field that is true or false. Flags keep things off the site, so what is neither counts as true.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.take(name) {
            None => false,
            Some(Value::Bool(flag)) => flag,
            Some(_) => {
                let message = format!("`{name}` should be true or false, and is taken as true");
                self.complain(name, message, "write true or false without quotes");
                true
            }
        }
    }

    /// Reports each field that is left, with the field of `known` that it may be a misspelling of.
    ///
    /// Returns what is left, as text by name.
    pub(super) fn rest(&mut self, known: &[&str], tell_all: bool) -> Vec<(String, String)> {
        let left = std::mem::take(&mut self.map);
        let mut kept = Vec::new();
        for (name, value) in left {
            if known.contains(&name.as_str()) {
                // Known, and of no use here: kept like any other.
            } else if let Some(meant) = misspelt(&name, known) {
                let told = Diagnostic::warning("unknown-field", format!("`{name}` is not a field that Cuttings knows"))
                    .at(self.place(&name))
                    .hint(format!("did you mean `{meant}`?"));
                self.diagnostics.push(told);
            } else if tell_all {
                let told = Diagnostic::warning("unknown-field", format!("`{name}` is not a field that Cuttings knows"))
                    .at(self.place(&name))
                    .hint(format!("the fields here are {}", known.join(", ")));
                self.diagnostics.push(told);
            }
            let shown = one_line(&value).unwrap_or_else(|| value.to_string());
            if !shown.is_empty() {
                kept.push((name, shown));
            }
        }
        kept
    }

    /// The fields that are left, by name, in the order of the file.
    pub(super) fn drain(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.map)
    }
}

/// How a date is to be written.
pub(super) const DATE_HINT: &str = "write it as 2021-10-07, 2021-10 or 2021";

/// A date in ISO form, or in words with its day, month and year.
pub(super) fn date_of(text: &str) -> Option<PartialDate> {
    PartialDate::from_iso(text).or_else(|| crate::base::written_dates(text).next().map(|(_, date)| date))
}

/// The known field whose name is close to `name` (Jaro-Winkler 0.88 or more, or one letter off).
pub(super) fn misspelt<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let lower = name.to_lowercase();
    let near = |field: &&&str| strsim::jaro_winkler(&lower, field) >= 0.88 || strsim::osa_distance(&lower, field) <= 1;
    known
        .iter()
        .filter(near)
        .max_by(|a, b| {
            let score = |field: &str| strsim::jaro_winkler(&lower, field);
            score(a).total_cmp(&score(b))
        })
        .copied()
}

/// A scalar as one line of text, lists of scalars parted by commas; `None` for anything nested.
fn one_line(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(items) => {
            let texts: Option<Vec<String>> =
                items.iter().map(|item| if item.is_array() { None } else { one_line(item) }).collect();
            texts.map(|texts| texts.join(", "))
        }
        Value::Object(_) => None,
    }
}

fn parse_toml(text: &str) -> Result<Map<String, Value>, NotFields> {
    let table: toml::Table = toml::from_str(text).map_err(|error| NotFields {
        message: error.message().to_owned(),
        at: error.span().unwrap_or(0..0),
        hint: None,
    })?;
    Ok(table.into_iter().map(|(name, value)| (name, json_of(value))).collect())
}

/// TOML as JSON, dates as they are written.
fn json_of(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json_of).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(name, value)| (name, json_of(value))).collect())
        }
    }
}

fn parse_yaml(text: &str) -> Result<Map<String, Value>, NotFields> {
    match serde_saphyr::from_str::<Value>(text) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(Value::Null) => Ok(Map::new()),
        Ok(_) => Err(NotFields { message: "it is not a list of `name: value` lines".to_owned(), at: 0..0, hint: None }),
        Err(error) => {
            let line = error.location().map_or(1, |location| location.line() as usize);
            let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
            let length = text[start..].lines().next().map_or(0, str::len);
            let broken = &text[start..start + length];
            let colons = broken.matches(": ").count();
            let hint = (colons > 1).then_some("put the value in quotes: it holds a colon followed by a space");
            let message = error.without_snippet().to_string();
            // The place, and the library's advice to programmers, are told in our own way.
            let message = message.lines().next().unwrap_or_default();
            let message = message.split([';', ',']).next().unwrap_or_default();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            Err(NotFields { message, at: start..start + length, hint })
        }
    }
}
