//! What pages show of series: what they are called, their rows, and what they come to.

use crate::base::PartialDate;
use crate::base::id::slug;
use crate::model::{Dossier, SentenceRef, Series, Value, Where};
use crate::site::prose::{counted, grouped, sentence_case};
use crate::site::shown;
use std::collections::BTreeMap;

/// What a series is called.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// What is counted: "dead · Port Lennar", "gunmen dead", "injured, badly".
    pub(crate) what: String,
    /// Made of what is counted: it stays while that does.
    pub(crate) id: String,
}

/// The labels of all series of the dossier, in their order. Where two stories have the like, the title of an article tells which.
pub(crate) fn labels(dossier: &Dossier) -> Vec<Label> {
    let bare: Vec<String> = dossier.series.iter().map(|series| what_of(dossier, series)).collect();
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for what in &bare {
        *times.entry(what).or_default() += 1;
    }
    let mut ids: BTreeMap<String, u32> = BTreeMap::new();
    let label = |(series, what): (&Series, &String)| {
        let entry = &dossier.entries[series.values[0].sentence.entry as usize];
        let what = match &entry.article.meta.title {
            Some(title) if times[what.as_str()] > 1 => format!("{what} · {}", title.value),
            _ => what.clone(),
        };
        let id = slug(&what);
        let same = ids.entry(id.clone()).or_default();
        *same += 1;
        let id = if *same > 1 { format!("{id}-{same}") } else { id };
        Label { what, id }
    };
    dossier.series.iter().zip(&bare).map(label).collect()
}

fn what_of(dossier: &Dossier, series: &Series) -> String {
    let mut what = String::new();
    if let Some(group) = &series.group {
        what.push_str(group);
        what.push(' ');
    }
    what.push_str(series.befell);
    if !series.sure.is_empty() {
        what.push_str(", ");
        what.push_str(series.sure);
    }
    if let Some(place) = &series.place {
        what.push_str(" · ");
        what.push_str(match place {
            Where::World => "worldwide",
            Where::Actor(actor) => &dossier.actors[*actor as usize].name,
            Where::Named(name) => name,
        });
    }
    match series.year {
        Some(0) => what.push_str(" · every year"),
        Some(year) => {
            what.push_str(" · ");
            what.push_str(&year.to_string());
        }
        None => {}
    }
    what
}

/// The values of a series that pages may show.
pub(crate) fn published<'d>(dossier: &'d Dossier, series: &'d Series) -> Vec<&'d Value> {
    let shown = |value: &&Value| {
        let entry = &dossier.entries[value.sentence.entry as usize];
        shown::published_sentence(entry, value.sentence.sentence).is_some()
    };
    series.values.iter().filter(shown).collect()
}

/// Whether the numbers of a series that pages may show differ.
pub(crate) fn differs(dossier: &Dossier, series: &Series) -> bool {
    let values = published(dossier, series);
    values.iter().any(|value| (value.low, value.high) != (values[0].low, values[0].high))
}

/// What articles say for one time.
pub(crate) struct Row<'d> {
    pub(crate) as_of: Option<PartialDate>,
    /// The number, as the first of them writes it.
    pub(crate) words: &'d str,
    pub(crate) sentences: Vec<SentenceRef>,
}

/// One row for each number of each time, those without a time last.
pub(crate) fn rows<'d>(dossier: &'d Dossier, series: &'d Series) -> Vec<Row<'d>> {
    let of = |value: &Value| (value.as_of.is_none(), value.as_of, value.low, value.high, value.hedge);
    let mut values = published(dossier, series);
    values.sort_by_key(|value| (of(value), value.sentence));
    let row = |told: &[&'d Value]| {
        let first = told[0];
        let entry = &dossier.entries[first.sentence.entry as usize];
        let words = entry.reading.quantities[first.quantity as usize].counted();
        let mut sentences: Vec<SentenceRef> = told.iter().map(|value| value.sentence).collect();
        sentences.dedup();
        Row { as_of: first.as_of, words: words.get(&entry.article.saved.text).unwrap_or_default(), sentences }
    };
    values.chunk_by(|one, other| of(one) == of(other)).map(row).collect()
}

/// A number of thousandths, without them.
pub(crate) const fn whole(thousandths: i64) -> u64 {
    (thousandths / 1000).unsigned_abs()
}

/// The latest day of the values; none where most say no day, since the last that does is hardly the latest.
fn latest_day(values: &[&Value]) -> Option<PartialDate> {
    let days: Vec<PartialDate> = values.iter().filter_map(|value| value.as_of).collect();
    days.iter().max().copied().filter(|_| 2 * days.len() > values.len())
}

/// The value whose sentence stands for a series: one of the latest day, else one of the number that most sentences give.
pub(crate) fn telling<'v>(values: &[&'v Value]) -> Option<&'v Value> {
    if let Some(day) = latest_day(values) {
        return values.iter().rev().find(|value| value.as_of == Some(day)).copied();
    }
    let times =
        |value: &Value| values.iter().filter(|other| (other.low, other.high) == (value.low, value.high)).count();
    values.iter().copied().rev().max_by_key(|value| times(value))
}

/// What a series comes to: its range, its latest number, and whether sources stand against each other.
pub(crate) fn lead(dossier: &Dossier, series: &Series) -> String {
    let values = published(dossier, series);
    let mut articles: Vec<u32> = values.iter().map(|value| value.sentence.entry).collect();
    articles.sort_unstable();
    articles.dedup();
    let articles = counted(articles.len(), "article", "articles");
    let (least, most) = (values.iter().map(|value| value.low).min(), values.iter().map(|value| value.high).max());
    let (least, most) = (whole(least.unwrap_or_default()), whole(most.unwrap_or_default()));
    if least == most {
        return sentence_case(&format!("{articles} give one number: {}.", grouped(least)));
    }
    let range = format!("From {} to {} in {articles}.", grouped(least), grouped(most));
    let latest = latest_day(&values).map(|day| {
        let mut latest: Vec<u64> =
            values.iter().filter(|value| value.as_of == Some(day)).map(|value| whole(value.high)).collect();
        latest.sort_unstable();
        latest.dedup();
        let latest: Vec<String> = latest.into_iter().map(grouped).collect();
        format!("The latest, of {}: {}.", day.in_words(), latest.join(", "))
    });
    let disputed = series.disputed.then(|| "Articles of one day differ on it.".to_owned());
    std::iter::once(range).chain(latest).chain(disputed).collect::<Vec<_>>().join(" ")
}
