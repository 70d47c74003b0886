//! Within which days the articles that say none were published, as far as the others tell.
//!
//! What an article's own text tells ([`crate::analysis::article::infer::reckoned`]) is narrowed by two witnesses. Where the three
//! articles of known days that are most like it lie close together, it is of about those days ([`alike`]). Where it then tells
//! something of a weekday that an article of a known day tells alike, it is of the seven days from that weekday on ([`told`]).
//! Days that it names without their year bound it too. A witness that contradicts the text is not heard.

mod alike;
mod story;
mod told;
mod window;

use crate::model::{Article, Clue, Dated, Reading, Tense};
use chrono::{Datelike, NaiveDate};
use story::Story;
use window::{Window, in_words};

/// Reckons the days of the `articles` that say none, which have the `readings` of the same place; tells of which they now say
/// something that their own reading did not know.
pub(super) fn reckon(articles: &mut [Article], readings: &[Reading]) -> Vec<bool> {
    let days: Vec<Option<NaiveDate>> =
        articles.iter().zip(readings).map(|(article, reading)| day(article, reading)).collect();
    let open: Vec<bool> = articles.iter().map(|article| article.meta.published.is_none()).collect();
    let mut changed = vec![false; articles.len()];
    if !open.contains(&true) {
        return changed;
    }
    let story = story::story(articles, readings, &days);
    let mut alike = alike::windows(articles, readings, &days);
    let mut told = told::windows(articles, readings, &days, &alike, story.as_ref());
    for at in (0..articles.len()).filter(|at| open[*at]) {
        let own = readings[at].inferred.dated.clone().unwrap_or_default();
        let mut dated = own.clone();
        if own.likely.is_none() {
            if let Some(story) = &story {
                of_story(&mut dated, story, &readings[at].clues);
            }
            let week = story.as_ref().and_then(|story| story.week(&articles[at], &readings[at]));
            for window in [told[at].take(), week, alike[at].take()].into_iter().flatten() {
                narrow(&mut dated, &window);
            }
            by_named_days(&mut dated, &readings[at].clues);
        }
        let days = |dated: &Dated| (dated.reference(), dated.not_before.zip(dated.not_after));
        changed[at] = dated.reference().is_some() && days(&dated) != days(&own);
        articles[at].meta.dated = Some(dated).filter(|dated| !dated.is_open());
    }
    changed
}

/// The day of an article, where its text or metadata says it, or where its own text makes one likely.
fn day(article: &Article, reading: &Reading) -> Option<NaiveDate> {
    match &article.meta.published {
        Some(known) => known.value.day().map(|_| known.value.first_day()),
        None => reading.inferred.dated.as_ref()?.likely,
    }
}

/// Narrows what is known to a window, unless the two contradict each other.
fn narrow(dated: &mut Dated, window: &Window) {
    let from = dated.not_before.map_or(window.from, |from| from.max(window.from));
    let to = dated.not_after.map_or(window.to, |to| to.min(window.to));
    if from > to {
        return;
    }
    if (from, to) == (window.from, window.to) {
        dated.why.clear();
    }
    (dated.not_before, dated.not_after) = (Some(from), Some(to));
    dated.likely = dated.likely.or(window.likely).filter(|day| (from..=to).contains(day));
    add(&mut dated.why, &window.why);
}

fn add(why: &mut String, more: &str) {
    if !why.is_empty() {
        why.push_str("; ");
    }
    why.push_str(more);
}

/// Notes the story, and that the article is not before the last day of it that it tells of as past.
fn of_story(dated: &mut Dated, story: &Story, clues: &[Clue]) {
    let past = clues.iter().filter(|clue| clue.tense == Tense::Past);
    let day = past.filter_map(|clue| story.past(clue.named)).max();
    if let Some(day) = day.filter(|day| dated.not_before.is_none_or(|from| from < *day) && dated.not_after.is_none()) {
        dated.not_before = Some(day);
        // What bound it so far bounds it no more.
        dated.why.clear();
        add(&mut dated.why, &format!("tells of {} as past; {}", in_words(day), story.why));
    }
    dated.story = Some(story.day);
}

/// Narrows a closed interval of one year by the days that the text names without their year.
fn by_named_days(dated: &mut Dated, clues: &[Clue]) {
    let Some((from, to)) = dated.not_before.zip(dated.not_after).filter(|(from, to)| from.year() == to.year()) else {
        return;
    };
    let day = |clue: &Clue| clue.named.day_in(from.year());
    let within = |tense: Tense| {
        let named = clues.iter().filter(move |clue| clue.tense == tense).filter_map(day);
        named.filter(|day| (from..=to).contains(day))
    };
    if let Some(past) = within(Tense::Past).max().filter(|past| *past > from) {
        dated.not_before = Some(past);
        add(&mut dated.why, &format!("tells of {} as past", in_words(past)));
    }
    if let Some(ahead) = within(Tense::Future).min().filter(|ahead| dated.not_before.is_some_and(|from| from <= *ahead))
    {
        dated.not_after = Some(ahead);
        add(&mut dated.why, &format!("announces {}", in_words(ahead)));
    }
}
