//! What the dossier knows of the words of an article: the actors that they name, and the times.

use crate::base::Span;
use crate::model::{Dossier, Entry, Mention};
use crate::site::cast::Cast;
use crate::site::markup::{Knowledge, Known};
use crate::site::routes::{Links, Route};
use crate::site::views::stamp::datetime;

/// The names that lead to a page, and the times, in a part of the text, in order. What only points at an actor
/// is left as it is.
pub(crate) fn of(dossier: &Dossier, cast: &Cast, entry: &Entry, part: Span, links: &Links) -> Vec<Known> {
    let mentions = entry.reading.mentions.iter().zip(&entry.actors);
    let mentions = mentions.filter(|(mention, _)| mention.how.is_name() && mention.span.overlap(part).is_some());
    let name = |(mention, actor): (&Mention, &Option<u32>)| {
        let index = actor.filter(|index| cast.has_page(dossier, *index))?;
        let actor = &dossier.actors[index as usize];
        let href = links.to(Route::Actor(&actor.id));
        Some(Known { span: mention.span, what: Knowledge::Actor { kind: actor.kind.word(), href } })
    };
    let text = &entry.article.saved.text;
    let mut known: Vec<Known> = mentions.filter_map(name).collect();
    known.extend(entry.reading.dates.iter().filter_map(|date| {
        let when = date.when.filter(|_| date.span.overlap(part).is_some())?;
        let words = when.in_words();
        let same = date.span.get(text).is_some_and(|own| own == words);
        let what = Knowledge::Date { datetime: datetime(&when), words: (!same).then_some(words) };
        Some(Known { span: date.span, what })
    }));
    // A name before a date that begins with it.
    known.sort_by_key(|known| known.span.start);
    known
}
