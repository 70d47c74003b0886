//! What the search page looks in: plain, deterministic text in small pieces, each loaded only when it is needed.
//!
//! A piece is a script that hands its content to the page's own (`cuttings.take`), since a page opened from disk
//! may load scripts and nothing else. Pieces are cut by the first letters of words, and by date.

mod fold;
mod heads;
mod pack;
mod postings;
mod shelved;

use crate::site::catalogue::Catalogue;
use crate::site::pages::{Page, RenderError};
use crate::site::paging::{Cutter, LEVELS, Part, joined};
use crate::site::press::Press;
use crate::site::published::standing;
use crate::site::routes::Route;
use crate::site::shelves::by_date;
use crate::site::views::search;
use heads::Heads;
use pack::pack;
use postings::Line;
use serde::Serialize;
use shelved::Shelved;
use std::io::Write;
use std::sync::Arc;

/// The heaviest piece of words, in bytes.
const WORDS: usize = 30_000;
/// The heaviest piece of sentences, in bytes, unless one article is heavier.
const TEXTS: usize = 18_000;
/// Most letters that words are told apart by: the longest word.
const LETTERS: usize = 40;
/// The name of a piece that is the only one of its sort.
const ALL: &str = "all";

/// Everything that the search looks in.
struct Index<'d> {
    /// The articles, oldest first; their places here are their numbers.
    articles: Vec<Shelved<'d>>,
    /// Pieces of articles: part of the address, and the numbers.
    texts: Vec<(String, std::ops::Range<usize>)>,
    lines: Vec<Line>,
    words: Vec<Part>,
    heads: Heads,
}

/// The search page and all that it looks in.
pub(crate) fn pages<'d>(press: &Press<'d>) -> Vec<Page<'d>> {
    let index = Arc::new(Index::of(&press.catalogue));
    let mut pages = vec![press.page(Route::Search, "search.html", search::view)];
    let mut piece =
        |name: String, write: fn(&Index<'d>, usize, &mut dyn Write) -> Result<(), RenderError>, at: usize| {
            let index = Arc::clone(&index);
            let path = Route::SearchData(&name).path();
            pages.push(Page::new(path, move |out| {
                write!(out, "cuttings.take({name:?}, ")?;
                write(&index, at, out)?;
                Ok(out.write_all(b");\n")?)
            }));
        };
    piece("start".to_owned(), |index, _, out| index.write_start(out), 0);
    for (at, part) in index.words.iter().enumerate() {
        piece(format!("words-{}", named(&part.slug())), Index::write_words, at);
    }
    for (at, part) in index.heads.pieces.iter().enumerate() {
        piece(format!("heads-{}", named(&part.key)), Index::write_heads, at);
    }
    for (at, (key, _)) in index.texts.iter().enumerate() {
        piece(format!("text-{}", named(key)), Index::write_texts, at);
    }
    pages
}

fn named(key: &str) -> &str {
    if key.is_empty() { ALL } else { key }
}

/// What the page asks for first.
#[derive(Serialize)]
struct Start<'a> {
    articles: usize,
    /// Each piece of words by the start of its first, in their order; so are heads.
    words: Vec<&'a str>,
    heads: Vec<&'a str>,
    /// The pieces of articles, see [`front_coded`].
    texts: String,
    letters: String,
    folds: String,
}

/// An article as a piece holds it.
#[derive(Serialize)]
struct Told<'a> {
    href: String,
    title: &'a str,
    about: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

impl<'d> Index<'d> {
    fn of(catalogue: &Catalogue<'d>) -> Self {
        let listed: Vec<Shelved<'d>> = catalogue.oldest_first().map(|entry| Shelved::of(catalogue, entry)).collect();
        let (articles, texts) = by_pieces(listed);
        let lines = postings::of(&articles);
        let weight = |item: usize| lines[item].word.len() + lines[item].places.len() + 8;
        let key = |item: usize, level: usize| fold::key(&lines[item].word, level + 1);
        let words = Cutter { limit: WORDS, levels: LETTERS, weight: &weight, key: &key }.cut(lines.len());
        let words = joined(words, WORDS, &weight);
        let heads = Heads::of(catalogue, &articles);
        Self { articles, texts, lines, words, heads }
    }

    fn write_start(&self, out: &mut dyn Write) -> Result<(), RenderError> {
        let (letters, folds) = fold::latin();
        let start = Start {
            articles: self.articles.len(),
            words: self.words.iter().map(|part| named(&part.key)).collect(),
            heads: self.heads.pieces.iter().map(|piece| named(&piece.key)).collect(),
            texts: front_coded(&self.texts),
            letters,
            folds,
        };
        Ok(out.write_all(pack(&start).as_bytes())?)
    }

    /// One word a line: its places, and where it has more than it leads to, in how many articles it stands.
    fn write_words(&self, at: usize, out: &mut dyn Write) -> Result<(), RenderError> {
        out.write_all(b"{\n")?;
        for item in &self.words[at].items {
            let line = &self.lines[*item as usize];
            let word = pack(&line.word);
            if line.is_cut() {
                writeln!(out, "{word}:[{},\"{}\"],", line.articles, line.places)?;
            } else {
                writeln!(out, "{word}:\"{}\",", line.places)?;
            }
        }
        Ok(out.write_all(b"}")?)
    }

    fn write_heads(&self, at: usize, out: &mut dyn Write) -> Result<(), RenderError> {
        out.write_all(b"[\n")?;
        for line in &self.heads.pieces[at].lines {
            writeln!(out, "{},", self.heads.lines[*line as usize])?;
        }
        Ok(out.write_all(b"]")?)
    }

    /// One article after the other, one sentence a line.
    fn write_texts(&self, at: usize, out: &mut dyn Write) -> Result<(), RenderError> {
        out.write_all(b"[\n")?;
        for article in &self.articles[self.texts[at].1.clone()] {
            let told = Told {
                href: Route::Article(&article.entry.article.id).path(),
                title: &article.title,
                about: article.about(),
                lang: article.lang,
            };
            writeln!(out, "[{}, {{", pack(&told))?;
            for (sentence, words) in article.sentences() {
                writeln!(out, "{}:{},", sentence.id.0, pack(&words))?;
            }
            out.write_all(b"}],\n")?;
        }
        Ok(out.write_all(b"]")?)
    }
}

/// The names of pieces with the number of articles in each: how many characters a name shares with the one before,
/// what follows them, and the number, parted by commas. There are thousands in a large dossier, much alike.
fn front_coded(texts: &[(String, std::ops::Range<usize>)]) -> String {
    let mut before = "";
    let mut coded = Vec::with_capacity(texts.len());
    for (key, range) in texts {
        let name = named(key);
        let shared = before.bytes().zip(name.bytes()).take_while(|(one, other)| one == other).count();
        coded.push(format!("{shared},{},{}", &name[shared..], range.len()));
        before = name;
    }
    coded.join(" ")
}

/// The articles in pieces, and in the order of the pieces.
fn by_pieces(listed: Vec<Shelved<'_>>) -> (Vec<Shelved<'_>>, Vec<(String, std::ops::Range<usize>)>) {
    let weights: Vec<usize> = listed.iter().map(Shelved::weight).collect();
    let weight = |item: usize| weights[item];
    let key = |item: usize, level: usize| by_date(standing(listed[item].entry), level);
    let parts = Cutter { limit: TEXTS, levels: LEVELS, weight: &weight, key: &key }.cut(listed.len());
    let parts = joined(parts, TEXTS, &weight);
    let mut slots: Vec<Option<Shelved<'_>>> = listed.into_iter().map(Some).collect();
    let (mut articles, mut texts) = (Vec::with_capacity(slots.len()), Vec::with_capacity(parts.len()));
    for part in parts {
        let start = articles.len();
        articles.extend(part.items.iter().filter_map(|item| slots[*item as usize].take()));
        texts.push((part.slug(), start..articles.len()));
    }
    (articles, texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_pieces_share_what_they_begin_with() {
        let texts = [("2020-03", 0..2), ("2020-04-page-1", 2..7), ("2020-04-page-2", 7..8)];
        assert_eq!(front_coded(&texts.map(|(key, range)| (key.to_owned(), range))), "0,2020-03,2 6,4-page-1,5 13,2,1");
        assert_eq!(front_coded(&[(String::new(), 0..4)]), "0,all,4");
    }
}
