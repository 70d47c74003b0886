//! Texts with marked names: reading them, and measuring tags against them.

use super::other_names;
use cuttings::base::Span;
use cuttings::model::text::lines_of;
use cuttings::model::{Block, Role, Rule, Sentence};
use cuttings::text::annotated;
use cuttings::text::names::{document::Document, tags};
use cuttings::text::sentences;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

/// One text.
pub(crate) struct Text {
    /// What it is like; figures are told by group.
    pub(crate) group: String,
    /// Its number; a text and its copy with other names have the same.
    pub(crate) number: usize,
    /// How much its labels count in training.
    pub(crate) weight: f32,
    /// Its tokens.
    pub(crate) document: Document<'static>,
    /// The right tag of each token.
    pub(crate) gold: Vec<u8>,
    /// The tags of a first pass, by a model that has not seen the text; empty before there is one.
    pub(crate) first: Vec<u8>,
    /// The same, while it is being made.
    pub(crate) tagged: Vec<u8>,
}

/// The texts of a folder, in the order of `docs.tsv`.
pub(crate) fn read(folder: &Path) -> Result<Vec<Text>, Box<dyn Error>> {
    let mut names: BTreeMap<String, Vec<(Span, tags::Sort)>> = BTreeMap::new();
    for line in std::fs::read_to_string(folder.join("gold.tsv"))?.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [doc, start, end, sort, ..] = fields.as_slice() else { return Err(format!("short line: {line}").into()) };
        let sort = match *sort {
            "PER" => tags::Sort::Person,
            "ORG" => tags::Sort::Organization,
            "LOC" => tags::Sort::Location,
            _ => continue,
        };
        names.entry((*doc).to_owned()).or_default().push((Span::new(start.parse()?, end.parse()?), sort));
    }
    let mut texts = Vec::new();
    for (number, line) in std::fs::read_to_string(folder.join("docs.tsv"))?.lines().skip(1).enumerate() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [doc, _, _, annotation, ..] = fields.as_slice() else { return Err(format!("short line: {line}").into()) };
        let words = std::fs::read_to_string(folder.join("docs").join(format!("{doc}.txt")))?;
        let weight = match *annotation {
            "human" => 1.0,
            "derived" => 0.7,
            _ if doc.contains("factbook") => 0.25,
            _ => 0.5,
        };
        let group = group_of(doc);
        let gold = names.get(*doc).map_or(&[][..], Vec::as_slice);
        if let Some((words, gold)) = other_names::renamed(&words, gold, doc) {
            texts.push(text(words, &gold, weight * RENAMED, format!("{group}-renamed"), number));
        }
        texts.push(text(words, gold, weight, group, number));
    }
    Ok(texts)
}

/// How much a text whose persons were renamed counts, compared with the text itself.
const RENAMED: f32 = 0.2;

/// Sets labels right that a machine made: a single word is a person where it ends a person's full name in the same group.
pub(crate) fn mend(texts: &mut [Text]) {
    let mut surnames: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    for text in texts.iter() {
        let full = names(&text.gold).into_iter().filter(|name| name.2 == 0 && name.1 > name.0);
        surnames.entry(text.group.clone()).or_default().extend(full.map(|name| text.document.tokens[name.1].folded));
    }
    for text in texts.iter_mut().filter(|text| text.group.starts_with("silver")) {
        for (first, last, sort) in names(&text.gold) {
            let listed = text.document.listed[first].kinds != 0;
            if first == last
                && sort == 1
                && !listed
                && surnames[&text.group].contains(&text.document.tokens[first].folded)
            {
                text.gold[first] = tags::tag(tags::Sort::Person, true, true) as u8;
            }
        }
    }
}

/// The kind of text that a name such as `silver-wiki_29` or `GUM_bio_chao` tells.
fn group_of(doc: &str) -> String {
    let kind = doc.trim_start_matches("GUM_").split(['_', '-']);
    kind.take(if doc.starts_with("GUM") { 1 } else { 2 }).collect::<Vec<_>>().join("-")
}

fn text(words: String, names: &[(Span, tags::Sort)], weight: f32, group: String, number: usize) -> Text {
    // The program ends with its training: the text may stay for good.
    let kept: &'static str = Box::leak(words.into_boxed_str());
    let block = |span| Block { extent: span, span, role: Role::Body, rule: Rule::KeepAll };
    let blocks: Vec<Block> = lines_of(kept).map(block).collect();
    let sentences: &'static [Sentence] = sentences::segment(kept, &blocks).leak();
    let annotated: &'static annotated::Text<'_> = Box::leak(Box::new(annotated::Text::new(kept, sentences)));
    let document = Document::new(annotated, (0..sentences.len()).map(|at| annotated.tokens_of(at..at + 1)).collect());
    let mut gold = vec![tags::OUTSIDE as u8; document.tokens.len()];
    for (span, sort) in names {
        let inside = |at: &usize| document.tokens[*at].span.overlap(*span).is_some();
        let from = document.tokens.partition_point(|token| token.span.end <= span.start);
        let all: Vec<usize> = (from..document.tokens.len()).take_while(inside).collect();
        for (place, at) in all.iter().enumerate() {
            gold[*at] = tags::tag(*sort, place == 0, place + 1 == all.len()) as u8;
        }
    }
    Text { group, number, weight, document, gold, first: Vec::new(), tagged: Vec::new() }
}

/// The names that tags mark, as ranges of tokens.
fn names(tags_of: &[u8]) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, tag) in tags_of.iter().enumerate() {
        let tag = usize::from(*tag);
        if tags::opens(tag) {
            start = at;
        }
        if tags::closes(tag) {
            found.push((start, at, (tag - 1) / 4));
        }
    }
    found
}

/// Prints how well `tagger` does, group by group: typed and untyped exact F1, then typed F1 of each sort.
pub(crate) fn measure(texts: &[Text], tagger: &dyn Fn(&Text) -> Vec<u8>) {
    let mut groups: BTreeMap<&str, [[usize; 3]; 5]> = BTreeMap::new();
    for text in texts {
        let (right, found) = (names(&text.gold), names(&tagger(text)));
        let counts = groups.entry(&text.group).or_default();
        let same = |one: &(usize, usize, usize)| found.iter().any(|two| (one.0, one.1) == (two.0, two.1));
        let add = |row: &mut [usize; 3], both: usize, right: usize, found: usize| {
            row[0] += both;
            row[1] += right;
            row[2] += found;
        };
        add(&mut counts[0], right.iter().filter(|name| found.contains(name)).count(), right.len(), found.len());
        add(&mut counts[1], right.iter().filter(|name| same(name)).count(), right.len(), found.len());
        for sort in 0..3 {
            let of = |all: &[(usize, usize, usize)]| all.iter().filter(|name| name.2 == sort).count();
            let both = right.iter().filter(|name| name.2 == sort && found.contains(name)).count();
            add(&mut counts[2 + sort], both, of(&right), of(&found));
        }
    }
    for (group, counts) in groups {
        let f1 = counts.map(|[both, right, found]| 200.0 * both as f64 / (right + found).max(1) as f64);
        let [typed, untyped, person, organization, location] = f1;
        let [both, right, found] = counts[0];
        eprintln!(
            "  {group:24} typed {typed:.1} untyped {untyped:.1} PER {person:.1} ORG {organization:.1} LOC \
             {location:.1}  ({both} of {right}, {found} found)"
        );
    }
}
