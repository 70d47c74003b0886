//! What one article says: names and who is meant, dates, quantities, attributed statements, descriptions, events.

pub mod acts;
pub mod attribution;
pub mod coreference;
pub mod dates;
pub mod descriptions;
pub mod events;
pub mod infer;
pub mod quantities;

use crate::base::PartialDate;
use crate::model::{Article, Clue, DateExpression, Named, Reading};
use crate::text::annotated::Text;
use crate::text::names;
use acts::{Cast, Told};

/// Fills `reading` with all that its sentences tell, each by the role that it has.
///
/// Where nothing says when the article was published, that is reckoned from what it tells, unless its metadata has the days
/// already, and what it leaves unsaid is understood by them.
pub(super) fn recognise(article: &Article, reading: &mut Reading) {
    let sentences = reading.sentences.clone();
    let mut text = Text::new(&article.saved.text, &sentences);
    let mut mentions = names::find(&text);
    let (actors, pronouns) = coreference::corefer(&text, &mut mentions);
    reading.roles = descriptions::descriptions(&text, &mentions);
    reading.quoted = text.quotations.inner().collect();
    reading.mentions = mentions;
    reading.actors = actors;
    reading.pronouns = pronouns;
    let mut named = dates::read(&text, &reading.mentions);
    named.settle(&mut text);
    let published = article.meta.published.as_ref().or(reading.inferred.published.as_ref()).map(|known| known.value);
    let dates = named.dates(&text, published);
    tell(article, &mut text, dates, published, reading);
    if published.is_some() {
        return;
    }
    // What an earlier year of the text dates tells nothing of its own day.
    let open = |clue: &Clue| {
        let date = reading.dates.binary_search_by_key(&clue.span.start, |date| date.span.start);
        !matches!(clue.named, Named::InYear { .. }) || date.is_ok_and(|at| reading.dates[at].when.is_none())
    };
    reading.clues = named.clues(&text).into_iter().filter(open).collect();
    reading.inferred.dated = infer::reckoned(article, reading);
    let reckoned = article.meta.dated.as_ref().or(reading.inferred.dated.as_ref());
    if let Some((reckoned, reference)) = reckoned.and_then(|reckoned| Some((reckoned, reckoned.reference()?))) {
        let dates = named.dates_reckoned(&text, reckoned);
        tell(article, &mut text, dates, Some(reference), reading);
    }
}

/// Fills `reading` with what depends on the day of publication: the `dates`, the numbers that are none, and what is told of them.
fn tell(
    article: &Article,
    text: &mut Text<'_>,
    dates: Vec<DateExpression>,
    published: Option<PartialDate>,
    reading: &mut Reading,
) {
    let (mentions, actors) = (&reading.mentions, &reading.actors);
    reading.quantities = quantities::quantities(text, &dates);
    let statements = attribution::statements(text, &article.saved.lines, mentions, actors, &dates, published);
    let cast = Cast::new(mentions, actors);
    let related: Vec<bool> = text.sentences.iter().map(|sentence| cast.may_relate(text, sentence)).collect();
    let has_date = |id| dates.binary_search_by_key(&id, |date| date.sentence).is_ok();
    text.tag(|sentence| has_date(sentence.id) || related[sentence.id.0 as usize - 1]);
    let event_mentions = events::event_mentions(text, &dates, &statements, published);
    let acts::Acts { acts, relations } =
        acts::acts(text, &cast, Told { dates: &dates, statements: &statements, events: &event_mentions });
    reading.dates = dates;
    reading.statements = statements;
    reading.event_mentions = event_mentions;
    reading.acts = acts;
    reading.relations = relations;
}
