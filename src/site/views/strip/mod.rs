//! The chronology as a drawing: how many events when, and beneath them when the articles were published.
//!
//! Places along the line are shares of its length in percent, so that the drawing fits any width without
//! its letters being stretched. Boxes of one kind are one path, which weighs a quarter of as many elements.

mod scale;

use crate::base::{PartialDate, When};
use crate::model::{Event, Status};
use crate::site::catalogue::Catalogue;
use crate::site::prose::{self, counted};
use crate::site::published::published;
use chrono::{Days, NaiveDate};
use scale::Scale;
use serde::Serialize;
use std::collections::BTreeMap;

/// Height of the highest column, in pixels.
const HIGHEST: f64 = 44.0;
/// Height of an event while columns stay low enough, in pixels.
const STOREY: f64 = 9.0;
/// The line that columns stand on, in pixels from the top.
const FLOOR: f64 = 48.0;
/// Distance between the lines of stretches below it, in pixels.
const LANE: f64 = 5.0;
/// Most such lines.
const LANES: usize = 3;

/// A box of the drawing as a part of a path: `x` and `width` in percent of its length, `y` and `height` in pixels.
fn boxed((x, width): (String, String), y: f64, height: f64) -> String {
    format!("M{x} {}h{width}v{}h-{width}z", px(y), px(height))
}

/// A mark of the scale; `x` in percent.
#[derive(Serialize)]
struct Tick {
    x: String,
    text: String,
    /// Whether it is left out where the drawing is narrow.
    minor: bool,
}

/// The drawing.
#[derive(Serialize)]
pub(crate) struct Strip {
    title: String,
    desc: String,
    /// What a column is, in words.
    column: String,
    happened: String,
    /// Events that are planned or unclear.
    open: String,
    /// Events dated to no more than a stretch of time.
    stretches: String,
    /// Publications, as strokes.
    papers: String,
    ticks: Vec<Tick>,
    floor: String,
    paper_line: String,
    letters: String,
    height: String,
}

/// A time that is drawn as a stretch, since it is longer than this many days.
const LONG: i64 = 31;

impl Strip {
    /// The drawing of all events after the background; `None` where there are less than two days to draw.
    pub(crate) fn of(catalogue: &Catalogue<'_>) -> Option<Self> {
        let events: Vec<(&Event, Extent)> = catalogue
            .dossier
            .events
            .iter()
            .filter(|event| !event.background)
            .filter_map(|event| Some((event, Extent::of(&event.when)?)))
            .collect();
        let papers: Vec<NaiveDate> = catalogue
            .oldest_first()
            .filter_map(published)
            .filter(|date: &PartialDate| date.day().is_some())
            .map(|date| date.first_day())
            .collect();
        let (dated, long): (Vec<_>, Vec<_>) = events.iter().copied().partition(|(_, extent)| extent.days() <= LONG);
        let days = dated.iter().map(|(_, extent)| extent.first).chain(papers.iter().copied());
        let ends = dated.iter().map(|(_, extent)| extent.last).chain(papers.iter().copied());
        let scale = Scale::new(days.min()?, ends.max()?);
        if events.len() < 2 {
            return None;
        }
        let columns = Columns::of(&dated, &scale);
        let lanes = lanes(&long, &scale);
        let below = FLOOR + 4.0 + LANE * lanes.used as f64;
        Some(Self {
            title: "The events along a line of time".to_owned(),
            desc: describe(&events, &columns, &lanes, papers.len()),
            column: columns.words(),
            happened: columns.boxes(&scale, |_, happened| (0, happened)),
            open: columns.boxes(&scale, |all, happened| (happened, all)),
            stretches: lanes.boxes,
            papers: marks(&papers, &scale, below + 4.0),
            ticks: ticks(&scale),
            floor: px(FLOOR),
            paper_line: px(below + 12.0),
            letters: px(below + 28.0),
            height: px(below + 34.0),
        })
    }
}

/// The first and last day that a time can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Extent {
    first: NaiveDate,
    last: NaiveDate,
}

impl Extent {
    fn of(when: &When) -> Option<Self> {
        let (first, last) = (when.first_day(), when.last_day());
        let first = first.or(last)?;
        Some(Self { first, last: last.unwrap_or(first).max(first) })
    }

    fn days(self) -> i64 {
        (self.last - self.first).num_days()
    }
}

/// Events counted by stretches of equal length.
struct Columns {
    /// Days in each.
    days: i64,
    /// By number from the start of the scale: how many events, and how many of them have happened.
    counts: BTreeMap<i64, (u32, u32)>,
    start: NaiveDate,
}

impl Columns {
    fn of(events: &[(&Event, Extent)], scale: &Scale) -> Self {
        let days = scale.column();
        let mut counts: BTreeMap<i64, (u32, u32)> = BTreeMap::new();
        for (event, extent) in events {
            // A month stands in its middle.
            let middle = extent.first + Days::new(extent.days().unsigned_abs() / 2);
            let (all, happened) = counts.entry((middle - scale.first).num_days() / days).or_default();
            *all += 1;
            *happened += u32::from(event.status == Status::Happened);
        }
        Self { days, counts, start: scale.first }
    }

    fn most(&self) -> u32 {
        self.counts.values().map(|(all, _)| *all).max().unwrap_or(0)
    }

    /// Boxes of the storeys that `storeys` picks of each column's count.
    fn boxes(&self, scale: &Scale, storeys: impl Fn(u32, u32) -> (u32, u32)) -> String {
        let storey = (HIGHEST / f64::from(self.most().max(1))).min(STOREY);
        let column = |(number, (all, happened)): (&i64, &(u32, u32))| {
            let (from, to) = storeys(*all, *happened);
            let first = self.start + Days::new((number * self.days).unsigned_abs());
            let height = (storey * f64::from(to.saturating_sub(from))).max(1.0);
            (to > from).then(|| boxed(scale.column_box(first, self.days), FLOOR - storey * f64::from(to), height))
        };
        self.counts.iter().filter_map(column).collect()
    }

    /// First and last day of the highest column, the earliest of equals, and how many events it has.
    fn highest(&self) -> Option<(NaiveDate, NaiveDate, u32)> {
        let (number, (most, _)) = self.counts.iter().rev().max_by_key(|(_, (all, _))| *all)?;
        let from = self.start + Days::new((number * self.days).unsigned_abs());
        Some((from, from + Days::new((self.days - 1).unsigned_abs()), *most))
    }

    fn words(&self) -> String {
        if self.days == 1 {
            "events of a day".to_owned()
        } else {
            format!("events of {} days", prose::grouped(self.days.unsigned_abs()))
        }
    }
}

/// Stretches on lines below each other.
struct Lanes {
    boxes: String,
    used: usize,
    /// How many had no room.
    left_out: usize,
}

fn lanes(events: &[(&Event, Extent)], scale: &Scale) -> Lanes {
    let mut extents: Vec<Extent> = events.iter().map(|(_, extent)| *extent).collect();
    extents.sort_unstable();
    extents.dedup();
    let mut ends: Vec<NaiveDate> = Vec::new();
    let (mut boxes, mut left_out) = (String::new(), 0);
    for extent in extents {
        let free = ends.iter().position(|end| *end < extent.first);
        let lane = match free {
            Some(lane) => lane,
            None if ends.len() < LANES => {
                ends.push(extent.last);
                ends.len() - 1
            }
            None => {
                left_out += 1;
                continue;
            }
        };
        ends[lane] = extent.last;
        if let Some(place) = scale.stretch(extent.first, extent.last) {
            boxes.push_str(&boxed(place, FLOOR + 4.0 + LANE * lane as f64, 3.0));
        }
    }
    Lanes { boxes, used: ends.len(), left_out }
}

/// A stroke for each day on which articles were published, of days that lie too close to be told apart one; `days` are
/// in order.
fn marks(days: &[NaiveDate], scale: &Scale, y: f64) -> String {
    let mut places: Vec<NaiveDate> = Vec::new();
    for day in days {
        if places.last().is_none_or(|last| (*day - *last).num_days() >= scale.apart()) {
            places.push(*day);
        }
    }
    let stroke = |day| format!("M{} {}v8", scale.place(day), px(y));
    places.into_iter().map(stroke).collect()
}

fn ticks(scale: &Scale) -> Vec<Tick> {
    let ticks = scale.ticks();
    let tick = |(at, (day, text))| Tick { x: scale.place(day), text, minor: at % 2 == 1 };
    ticks.into_iter().enumerate().map(tick).collect()
}

/// What the drawing shows, in words.
fn describe(events: &[(&Event, Extent)], columns: &Columns, lanes: &Lanes, papers: usize) -> String {
    let day = |day: NaiveDate| PartialDate::from(day).in_words();
    let first = events.iter().map(|(_, extent)| extent.first).min();
    let last = events.iter().map(|(_, extent)| extent.last).max();
    let span = first.zip(last).map(|(first, last)| format!(", {} to {}", day(first), day(last)));
    let most = columns.highest().map(|(from, to, count)| {
        let when = if from == to { format!("on {}", day(from)) } else { format!("from {} to {}", day(from), day(to)) };
        format!("; most {when}: {}", prose::count(count as usize))
    });
    let left_out = (lanes.left_out > 0).then(|| {
        let stretches = counted(lanes.left_out, "longer stretch is", "longer stretches are");
        format!("; {stretches} not drawn")
    });
    let papers = format!(". Below: when {} with a known day came out.", counted(papers, "article", "articles"));
    let events = counted(events.len(), "event", "events");
    let parts = [Some(events), span, most, left_out, Some(papers)];
    prose::sentence_case(&parts.into_iter().flatten().collect::<String>())
}

/// Pixels with one decimal at most.
fn px(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}
