//! Series: counts of one thing, as it grows or is disputed through the articles.

use crate::base::PartialDate;
use crate::model::{Hedge, SentenceRef};

/// Counts of people by what befell them, of one place and one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What befell those who are counted: "dead", "injured", "homeless".
    pub befell: &'static str,
    /// Who they are where they are not people as such, in the words of most sentences: "gunmen".
    pub group: Option<String>,
    /// How sure or how bad it is: "confirmed", "suspected", "badly"; or empty.
    pub sure: &'static str,
    /// Where they were counted; `None` for the whole story.
    pub place: Option<Where>,
    /// The year, where it is not the story's; 0 for what happens every year.
    pub year: Option<i32>,
    /// What the sentences say, in order of the time for which they say it; of two articles at least.
    pub values: Vec<Value>,
    /// Whether sources stand against each other at the same time.
    pub disputed: bool,
}

/// Where people are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the whole world.
    World,
    /// At an actor, as an index into the dossier's.
    Actor(u32),
    /// At a place that has no actor, by its name.
    Named(String),
}

impl Series {
    /// The values of the latest time that any has; none where no time is known.
    pub fn latest(&self) -> impl Iterator<Item = &Value> {
        let last = self.values.last().and_then(|value| value.as_of);
        self.values.iter().filter(move |value| last.is_some() && value.as_of == last)
    }
}

/// A count, as a sentence gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value {
    /// The time for which it stands, as far as that is known: that of its article, unless the sentence names one.
    pub as_of: Option<PartialDate>,
    /// The sentence.
    pub sentence: SentenceRef,
    /// Its place among the quantities of the article's reading.
    pub quantity: u32,
    /// The lower end, in thousandths.
    pub low: i64,
    /// The upper end, in thousandths; the same for a single number.
    pub high: i64,
    /// How exact the text says it is.
    pub hedge: Hedge,
}
