//! What one article says: names and who is meant, dates, quantities, attributed statements, descriptions, events.

pub mod acts;
pub mod attribution;
pub mod coreference;
pub mod dates;
pub mod descriptions;
pub mod events;
pub mod infer;
pub mod quantities;

use crate::model::{Article, Reading};
use crate::text::annotated::Text;
use crate::text::names;
use acts::{Cast, Told};

/// Fills `reading` with all that its sentences tell, each by the role that it has.
pub(super) fn recognise(article: &Article, reading: &mut Reading) {
    let (saved, sentences) = (&article.saved.text, &reading.sentences);
    let mut text = Text::new(saved, sentences);
    let mut mentions = names::find(&text);
    let (actors, pronouns) = coreference::corefer(&text, &mut mentions);
    let roles = descriptions::descriptions(&text, &mentions);
    let published = article.meta.published.as_ref().or(reading.inferred.published.as_ref()).map(|known| known.value);
    let dates = dates::dates(&text, published, &mentions);
    let quantities = quantities::quantities(&text, &dates);
    let statements = attribution::statements(&text, &article.saved.lines, &mentions, &actors, &dates, published);
    let cast = Cast::new(&mentions, &actors);
    let related: Vec<bool> = sentences.iter().map(|sentence| cast.may_relate(&text, sentence)).collect();
    let has_date = |id| dates.binary_search_by_key(&id, |date| date.sentence).is_ok();
    text.tag(|sentence| has_date(sentence.id) || related[sentence.id.0 as usize - 1]);
    let event_mentions = events::event_mentions(&text, &dates, &statements, published);
    let acts::Acts { acts, relations } =
        acts::acts(&text, &cast, Told { dates: &dates, statements: &statements, events: &event_mentions });
    reading.quoted = text.quotations.inner().collect();
    reading.mentions = mentions;
    reading.actors = actors;
    reading.pronouns = pronouns;
    reading.roles = roles;
    reading.dates = dates;
    reading.quantities = quantities;
    reading.statements = statements;
    reading.event_mentions = event_mentions;
    reading.acts = acts;
    reading.relations = relations;
}
