//! Finds the calendar dates that expressions fall on, one after another through the article.

mod manner;
mod shift;
mod timex;
mod turn;

use super::expression::{Expression, Tense};
use super::meaning::{Base, DayPart, Fields, Meaning, Step, Unit};
use crate::base::{PartialDate, When};
use crate::model::{DateBasis, DateKind, Sentence};
use manner::Manner;

/// Years that a date of a text may have; what lies beyond is no date that anybody recorded.
const YEARS: std::ops::RangeInclusive<i32> = -9998..=9999;
/// Years that a tale does not leap over at once.
const LEAP: u32 = 20;
/// Sentences over which a date of the past carries on in an article about today.
const CARRIES: usize = 2;

/// What an expression came to.
pub(super) struct Resolved {
    pub(super) kind: DateKind,
    pub(super) when: Option<When>,
    pub(super) timex: String,
    pub(super) basis: DateBasis,
}

/// What is known at one point of an article.
pub(super) struct Now {
    /// The day of publication.
    published: Option<PartialDate>,
    /// Whether the article tells of the past from date to date.
    narrative: bool,
    /// Whether dates in numbers put the day first; `None` where nothing tells.
    day_first: Option<bool>,
    /// The date that the text named last.
    anchor: Option<Anchor>,
    /// The anchor before a leap of many years, in case the leap is an aside that ends with its paragraph.
    before_leap: Option<Anchor>,
}

#[derive(Clone, Copy)]
struct Anchor {
    date: PartialDate,
    /// Its sentence and block.
    sentence: usize,
    block: u32,
    /// The same, where it is a day.
    day: Option<PartialDate>,
    /// Whether it is what its sentence is about, and no year in passing.
    leads: bool,
}

impl Now {
    pub(super) fn before(published: Option<PartialDate>, all: &[Expression]) -> Self {
        let manner = Manner::of(published, all);
        Self { published, narrative: manner.narrative, day_first: manner.day_first, anchor: None, before_leap: None }
    }

    /// The date of an expression; what it names becomes the anchor of those that follow.
    pub(super) fn resolve(&mut self, expression: &Expression, sentences: &[Sentence]) -> Resolved {
        let block = sentences[expression.sentence].block;
        let place = (expression.sentence, block);
        if self.anchor.is_some_and(|anchor| anchor.block != block)
            && let Some(before) = self.before_leap.take()
        {
            self.anchor = Some(before);
        }
        let found = match expression.meaning {
            Meaning::Calendar(fields) => self.calendar(fields, expression.tense, place),
            Meaning::Shift(shift) => self.shift(&shift, expression.tense, place),
            Meaning::Reference(value) => Found::open(value.to_owned()),
            Meaning::Length(count, unit) => {
                return Resolved {
                    kind: DateKind::Duration,
                    when: None,
                    timex: timex::length(count, unit),
                    basis: DateBasis::Words,
                };
            }
            Meaning::Set(set) => {
                return Resolved { kind: DateKind::Set, when: None, timex: timex::set(set), basis: DateBasis::Words };
            }
            Meaning::Fiscal(year) => Found { basis: DateBasis::Words, ..Found::open(format!("FY{year:04}")) },
            Meaning::Age => Found::open(String::new()),
        };
        if let Some(date) = found.anchor.filter(|date| self.leads_on(expression, *date, place)) {
            let date = date.date_only();
            let day = date.day().map(|_| date);
            // "In 1918, a wave came in the spring": the spring goes on with what 1918 began.
            let goes_on = self.anchor.is_some_and(|before| before.leads && before.date.year() == date.year())
                && found.basis == DateBasis::Context;
            let leads = date.month().is_some() || expression.opens || goes_on;
            self.leap(date, place.0);
            self.anchor = Some(Anchor { date, sentence: place.0, block, day, leads });
        }
        Resolved { kind: found.kind, when: found.when, timex: found.timex, basis: found.basis }
    }

    /// Notes a leap of many years in a tale, until a second sentence of the new time confirms it.
    fn leap(&mut self, date: PartialDate, sentence: usize) {
        let Some(anchor) = self.anchor.filter(|_| self.narrative) else { return };
        let near = |other: Anchor| other.date.year().abs_diff(date.year()) < LEAP;
        if self.before_leap.is_some_and(near)
            || self.before_leap.is_some() && near(anchor) && anchor.sentence != sentence
        {
            self.before_leap = None;
        } else if self.before_leap.is_none() && !near(anchor) {
            self.before_leap = Some(anchor);
        }
    }

    /// Whether the tale goes on from a date, which is no look back or aside.
    fn leads_on(&self, expression: &Expression, date: PartialDate, place: (usize, u32)) -> bool {
        if let Meaning::Shift(shift) = expression.meaning {
            let Step { base, by, unit } = shift.step;
            let back = by < 0 && unit >= Unit::Year;
            return !back && (by != 0 || base != Base::Speech);
        }
        let told = self.anchor.is_some_and(|anchor| anchor.block == place.1 && anchor.date.month().is_some());
        let aside = self.narrative && date.month().is_none() && !expression.opens;
        !(told && aside)
    }

    /// The anchor, where the text has not left it behind; in a narrative it stays.
    fn near_anchor(&self, (sentence, block): (usize, u32)) -> Option<Anchor> {
        self.anchor.filter(|anchor| {
            self.narrative || sentence - anchor.sentence <= CARRIES && anchor.block.abs_diff(block) <= 1
        })
    }

    /// The anchor as what a date without its year belongs to, and not the publication.
    fn carried(&self, place: (usize, u32)) -> Option<Anchor> {
        let anchor = self.near_anchor(place)?;
        let past = self.published.is_none_or(|published| anchor.date.year() < published.year());
        (self.narrative || past && anchor.leads && anchor.block == place.1).then_some(anchor)
    }

    fn base(&self, base: Base, unit: Unit, place: (usize, u32)) -> Option<(PartialDate, DateBasis)> {
        let published = self.published.map(|date| (date.date_only(), DateBasis::Publication));
        let anchor = |anchor: Anchor| (anchor.date, DateBasis::Context);
        match base {
            Base::Speech if self.narrative && !matches!(unit, Unit::Decade | Unit::Century) => {
                self.anchor.map(anchor).or(published)
            }
            Base::Speech => published,
            Base::Anchor => self.near_anchor(place).map(anchor).or(published),
            Base::Either => self.carried(place).map(anchor).or(published),
        }
    }

    fn calendar(&self, mut fields: Fields, tense: Tense, place: (usize, u32)) -> Found {
        if let Some((first, second)) = fields.unordered {
            let Some(day_first) = self.day_first else { return Found::open(String::new()) };
            (fields.day, fields.month) =
                if day_first { (Some(first), Some(second)) } else { (Some(second), Some(first)) };
        }
        let mut basis = DateBasis::Words;
        if let Some(short) = fields.short_year {
            let near = self.carried(place).map(|anchor| anchor.date.year()).or(self.published.map(|date| date.year()));
            basis = DateBasis::Context;
            fields.year = Some(turn::century_of(short, near));
        }
        if let Some(decade) = fields.decade {
            return if decade < 0 {
                Found::open(format!("BC{:03}", -decade))
            } else {
                Found::of(When::Decade(decade), basis)
            };
        }
        if let Some(century) = fields.century {
            return if century < 0 {
                Found::open(format!("BC{:02}", -century - 1))
            } else {
                Found::of(When::Century(century), basis)
            };
        }
        if let Some(step) = fields.within {
            let base = self
                .base(step.base, step.unit, place)
                .and_then(|(base, why)| Some((shift::container(base, step)?, why)));
            let Some((container, why)) = base else { return Found::open(String::new()) };
            basis = why;
            fields = turn::inside(fields, container, step.unit);
        }
        if fields.year.is_none() {
            match self.unsaid_year(&fields, tense, place) {
                Some((date, why)) => {
                    fields = date;
                    basis = why;
                }
                None => return Found::open(open_time(&fields)).timed(&fields),
            }
        }
        Found::fields(&fields, basis)
    }
}

/// A time of a day that nothing tells, as TIMEX3 writes it.
fn open_time(fields: &Fields) -> String {
    match (fields.clock, fields.day_part) {
        (Some(time), _) => format!("XXXX-XX-XXT{:02}:{:02}", time.hour, time.minute),
        (None, Some(part)) => format!("XXXX-XX-XX{}", part.code()),
        (None, None) => String::new(),
    }
}

/// A result, with the date that later expressions may count from.
struct Found {
    kind: DateKind,
    when: Option<When>,
    timex: String,
    basis: DateBasis,
    anchor: Option<PartialDate>,
}

impl Found {
    fn open(timex: String) -> Self {
        Self { kind: DateKind::Date, when: None, timex, basis: DateBasis::Open, anchor: None }
    }

    fn timed(self, fields: &Fields) -> Self {
        let kind = if fields.clock.is_some() || fields.day_part.is_some() { DateKind::Time } else { self.kind };
        Self { kind, ..self }
    }

    fn of(when: When, basis: DateBasis) -> Self {
        let anchor = match when {
            When::Date(date) | When::Part(_, date) => Some(date),
            When::Season(year, _) | When::Quarter(year, _) | When::Half(year, _) => Some(PartialDate::year_only(year)),
            When::Week(monday) => Some(PartialDate::from(monday)),
            _ => None,
        };
        Self { kind: DateKind::Date, when: Some(when), timex: when.timex(), basis, anchor }
    }

    /// A day, and the part of it that is meant.
    fn day(day: PartialDate, part: Option<DayPart>, basis: DateBasis) -> Self {
        let found = Self::of(When::Date(day), basis);
        match part {
            Some(part) => Self { kind: DateKind::Time, timex: format!("{}{}", found.timex, part.code()), ..found },
            None => found,
        }
    }

    /// The date of fields that name their year.
    fn fields(fields: &Fields, basis: DateBasis) -> Self {
        let year = fields.year.filter(|year| YEARS.contains(year));
        let date = year.and_then(|year| match (fields.month, fields.day) {
            (Some(month), Some(day)) => PartialDate::day_of(year, month, day),
            (Some(month), None) => PartialDate::month_of(year, month),
            _ => Some(PartialDate::year_only(year)),
        });
        let Some(date) = date else { return Self::open(String::new()) };
        if let Some(clock) = fields.clock.filter(|_| date.day().is_some()) {
            let timex = format!("{date}T{:02}:{:02}", clock.hour, clock.minute);
            return Self { kind: DateKind::Time, timex, ..Self::of(When::Date(date.at(clock)), basis) };
        }
        if date.day().is_some() {
            return Self::day(date, fields.day_part, basis);
        }
        let year = date.year();
        let when = match (fields.season, fields.quarter, fields.half, fields.part) {
            (Some(season), ..) => When::Season(year, season),
            (_, Some(quarter), ..) => When::Quarter(year, quarter),
            (_, _, Some(half), _) => When::Half(year, half),
            (.., Some(part)) => When::Part(part, date),
            _ => When::Date(date),
        };
        Self::of(when, basis)
    }
}
