//! How sources name an actor: for each article its names, titles and descriptions, with counts.

use super::appearances::{Appearance, Appearances};
use crate::base::Span;
use crate::model::{DescriptionNote, Entry, How, Mention, Tie};
use crate::site::prose::{count, counted, grouped, sentence_case};
use crate::site::routes::Route;
use crate::site::views::citing::Citations;
use crate::site::views::parts::{Title, When};
use crate::site::{prose, shown};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most wordings of one cell.
const WORDINGS: usize = 10;
/// Longest wording, in bytes: a name is shorter.
const WORDING_LIMIT: usize = 160;

/// A wording with its count.
#[derive(Serialize)]
struct Wording<'d> {
    text: &'d str,
    /// Where it stands more than once.
    count: Option<String>,
}

/// The wordings of one sort.
#[derive(Serialize)]
struct Cell<'d> {
    wordings: Vec<Wording<'d>>,
    /// How many more wordings there are, in words.
    more: Option<String>,
    /// How many stand in text that is not published, in words.
    withheld: Option<String>,
}

/// What an actor is called: by name, by titles and roles, by descriptions.
#[derive(Serialize)]
struct Cells<'d> {
    names: Cell<'d>,
    titles: Cell<'d>,
    descriptions: Cell<'d>,
}

/// The articles without a row: how many, in words.
#[derive(Serialize)]
struct Others<'d> {
    count: String,
    cells: Cells<'d>,
}

/// One article.
#[derive(Serialize)]
struct Row<'d> {
    title: Title<'d>,
    outlet: Option<&'d str>,
    when: Option<When>,
    href: String,
    altered: bool,
    cells: Cells<'d>,
}

/// The naming matrix.
#[derive(Serialize)]
pub(super) struct Naming<'d> {
    rows: Vec<Row<'d>>,
    others: Option<Others<'d>>,
}

/// Wordings as they are counted: names, titles and roles, descriptions.
#[derive(Default)]
struct Tally<'d> {
    counts: [BTreeMap<&'d str, u32>; 3],
    withheld: [usize; 3],
}

impl<'d> Tally<'d> {
    fn add(&mut self, entry: &'d Entry, column: usize, sentence: crate::base::SentenceId, span: Span) {
        let words = shown::published_sentence(entry, sentence).and_then(|_| span.get(&entry.article.saved.text));
        match words {
            Some(words) => {
                *self.counts[column].entry(prose::start(words, WORDING_LIMIT)).or_default() += 1;
            }
            None => self.withheld[column] += 1,
        }
    }

    /// Adds what one article calls the actor at `index`.
    fn add_article(&mut self, entry: &'d Entry, index: u32, article: &Appearance, notes: &[(u32, u32)]) {
        let mentions = &entry.reading.mentions;
        for place in &article.places {
            let from = mentions.partition_point(|mention| mention.sentence < place.sentence);
            let here = mentions[from..].iter().take_while(|mention| mention.sentence == place.sentence);
            let own =
                here.zip(entry.actors.get(from..).unwrap_or_default()).filter(|(_, actor)| **actor == Some(index));
            for (mention, _) in own {
                if let Some(column) = column_of(mention) {
                    self.add(entry, column, mention.sentence, mention.span);
                }
            }
        }
        for note in notes.iter().filter_map(|(_, note)| entry.reading.roles.get(*note as usize)) {
            // A description that is itself a mention is counted as one already.
            let mention = mentions.get(note.mention as usize).is_some_and(|mention| mention.span == note.span);
            if !mention {
                self.add(entry, column_of_note(note), note.sentence, note.span);
            }
        }
    }

    fn cells(self) -> Cells<'d> {
        let [names, titles, descriptions] = self.counts;
        let [names_withheld, titles_withheld, descriptions_withheld] = self.withheld;
        Cells {
            names: cell(names, names_withheld),
            titles: cell(titles, titles_withheld),
            descriptions: cell(descriptions, descriptions_withheld),
        }
    }
}

fn cell(counts: BTreeMap<&str, u32>, withheld: usize) -> Cell<'_> {
    let mut wordings: Vec<(&str, u32)> = counts.into_iter().collect();
    // The map is in order of the words, and the sort keeps it among equals.
    wordings.sort_by_key(|(_, count)| Reverse(*count));
    let more = wordings.len().saturating_sub(WORDINGS);
    wordings.truncate(WORDINGS);
    let wording = |(text, count): (_, u32)| Wording { text, count: (count > 1).then(|| grouped(count.into())) };
    Cell {
        wordings: wordings.into_iter().map(wording).collect(),
        more: (more > 0).then(|| count(more)),
        withheld: (withheld > 0).then(|| counted(withheld, "mention", "mentions")),
    }
}

const fn column_of(mention: &Mention) -> Option<usize> {
    match mention.how {
        How::Pronoun | How::Demonym => None,
        How::Description => Some(2),
        _ => Some(0),
    }
}

const fn column_of_note(note: &DescriptionNote) -> usize {
    match note.tie {
        Tie::Title | Tie::Apposition => 1,
        Tie::Description => 2,
    }
}

impl<'d> Naming<'d> {
    /// Whether there is anything to compare: what one article calls it stands among the spellings.
    pub(super) const fn compares(&self) -> bool {
        self.rows.len() > 1
    }

    pub(super) fn of(index: u32, appearances: &Appearances, citations: &Citations<'_, 'd>) -> Self {
        let notes = citations.catalogue.cast.notes(index);
        let notes_in = |entry: u32| {
            let from = notes.partition_point(|(at, _)| *at < entry);
            let to = notes.partition_point(|(at, _)| *at <= entry);
            &notes[from..to]
        };
        let mut rows = Vec::new();
        for article in appearances.at_length() {
            let entry = citations.entry(article.entry);
            let mut tally = Tally::default();
            tally.add_article(entry, index, article, notes_in(article.entry));
            rows.push(Row {
                title: Title::of(entry, citations.catalogue.dossier),
                outlet: citations.catalogue.outlet(entry).map(|outlet| outlet.name.as_str()),
                when: When::published(entry),
                href: citations.links.to(Route::Article(&entry.article.id)),
                altered: entry.article.meta.altered.is_some(),
                cells: tally.cells(),
            });
        }
        let mut tally = Tally::default();
        let mut others = 0;
        for article in appearances.in_short() {
            others += 1;
            tally.add_article(citations.entry(article.entry), index, article, notes_in(article.entry));
        }
        let others = (others > 0).then(|| Others {
            count: sentence_case(&counted(others, "further article", "further articles")),
            cells: tally.cells(),
        });
        Self { rows, others }
    }
}
