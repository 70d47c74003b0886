//! The review queue as text for people, or as JSON Lines.

use super::queue::{Candidate, Doubtful, Example, Queue, UnlinkedName};
use serde::Serialize;
use std::io::{self, Write};

/// Most lines of a list that are printed for people; programs get them all.
const MOST: usize = 40;
/// Most spellings and roles of one candidate that are printed for people.
const MOST_EACH: usize = 6;
/// Longest sentence that is printed for people, in characters.
const LONGEST: usize = 240;

/// A line for a program, with the list that it is of.
#[derive(Serialize)]
struct Line<'l, T: Serialize> {
    queue: &'static str,
    #[serde(flatten)]
    item: &'l T,
}

/// Writes the queue as JSON Lines.
pub(super) fn json(queue: &Queue<'_>, out: &mut dyn Write) -> io::Result<()> {
    lines("doubtful", &queue.doubtful, out)?;
    lines("unlinked", &queue.unlinked, out)?;
    lines("candidate", &queue.candidates, out)
}

fn lines<T: Serialize>(queue: &'static str, items: &[T], out: &mut dyn Write) -> io::Result<()> {
    for item in items {
        serde_json::to_writer(&mut *out, &Line { queue, item })?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes the queue for people.
pub(super) fn text(queue: &Queue<'_>, out: &mut dyn Write) -> io::Result<()> {
    if queue.candidates.is_empty() && queue.unlinked.is_empty() && queue.doubtful.is_empty() {
        return writeln!(out, "Nothing about actors waits for an editor.");
    }
    list("Spellings that were joined on weaker grounds", &queue.doubtful, doubtful, out)?;
    list("Names that may be one of several actors, or none of them", &queue.unlinked, unlinked, out)?;
    list("Actors without a record, the most useful first", &queue.candidates, candidate, out)
}

fn list<T>(
    title: &str,
    items: &[T],
    shown: impl Fn(&T, &mut dyn Write) -> io::Result<()>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "{title} ({})\n", items.len())?;
    for item in items.iter().take(MOST) {
        shown(item, out)?;
    }
    if items.len() > MOST {
        writeln!(out, "  … and {} more; --json prints them all\n", items.len() - MOST)?;
    }
    Ok(())
}

fn candidate(candidate: &Candidate<'_>, out: &mut dyn Write) -> io::Result<()> {
    let counts = counted(candidate.mentions, candidate.articles);
    writeln!(out, "  {} ({}) · {counts} · {}.md", plain(candidate.name), candidate.kind, candidate.id)?;
    let spellings = candidate.spellings.iter().take(MOST_EACH);
    let spellings: Vec<String> = spellings.map(|alias| format!("{} {}×", plain(alias.text), alias.count)).collect();
    if !spellings.is_empty() {
        writeln!(out, "    spelled  {}", spellings.join(", "))?;
    }
    for role in candidate.roles.iter().take(MOST_EACH) {
        let altered = if role.altered { ", only in an altered copy" } else { "" };
        let articles = if role.articles == 1 { "1 article".to_owned() } else { format!("{} articles", role.articles) };
        writeln!(out, "    role     {} ({articles}{altered})", plain(role.text))?;
    }
    sentence(candidate.example.as_ref(), out)
}

fn unlinked(name: &UnlinkedName<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {} ({}) · {}", plain(name.name), name.kind, counted(name.mentions, name.articles))?;
    let may_be = if name.candidates.is_empty() { "nobody known".to_owned() } else { name.candidates.join(", ") };
    writeln!(out, "    may be   {may_be}")?;
    sentence(name.example.as_ref(), out)
}

fn doubtful(joined: &Doubtful<'_>, out: &mut dyn Write) -> io::Result<()> {
    let times = if joined.mentions == 1 { "once".to_owned() } else { format!("{} times", joined.mentions) };
    writeln!(out, "  {} = {} ({}) · {times}", plain(joined.spelling), plain(joined.name), joined.id)?;
    writeln!(out, "    because  {}", joined.because)?;
    sentence(joined.example.as_ref(), out)
}

fn sentence(example: Option<&Example>, out: &mut dyn Write) -> io::Result<()> {
    if let Some(example) = example {
        let mut text: String = plain(&example.text).chars().take(LONGEST).collect();
        if text.len() < example.text.len() {
            text.push('…');
        }
        writeln!(out, "    {}#{}  {text}", example.article, example.sentence)?;
    }
    writeln!(out)
}

fn counted(mentions: u32, articles: u32) -> String {
    let plural = |count: u32| if count == 1 { "" } else { "s" };
    format!("{mentions} mention{} in {articles} article{}", plural(mentions), plural(articles))
}

/// `text` without characters that could steer a terminal: it comes from strangers' files.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
