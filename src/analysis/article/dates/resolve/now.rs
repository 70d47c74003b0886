//! What is known at one point of an article: the day of writing, and the dates that the text named before.

use super::found::Found;
use super::manner::Manner;
use crate::analysis::article::dates::expression::Expression;
use crate::analysis::article::dates::meaning::{Base, Meaning, Step, Unit};
use crate::base::PartialDate;
use crate::model::DateBasis;

/// Years that a tale does not leap over at once.
const LEAP: u32 = 20;
/// Sentences over which a date of the past carries on in an article about today.
const CARRIES: usize = 2;

/// The sentence and block that an expression stands in.
pub(super) type Place = (usize, u32);

/// What is known at one point of an article.
pub(in crate::analysis::article::dates) struct Now {
    /// The day of publication.
    pub(super) published: Option<PartialDate>,
    /// Whether the article tells of the past from date to date.
    pub(super) narrative: bool,
    /// Whether dates in numbers put the day first; `None` where nothing tells.
    pub(super) day_first: Option<bool>,
    /// The date that the text named last.
    pub(super) anchor: Option<Anchor>,
    /// The anchor before a leap of many years, in case the leap is an aside that ends with its paragraph.
    before_leap: Option<Anchor>,
}

/// A date of the text that later expressions may count from.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    pub(super) date: PartialDate,
    /// Its sentence and block.
    pub(super) sentence: usize,
    pub(super) block: u32,
    /// The same, where it is a day.
    pub(super) day: Option<PartialDate>,
    /// Whether it is what its sentence is about, and no year in passing.
    pub(super) leads: bool,
}

impl Now {
    pub(in crate::analysis::article::dates) fn before(published: Option<PartialDate>, all: &[Expression]) -> Self {
        let manner = Manner::of(published, all);
        Self { published, narrative: manner.narrative, day_first: manner.day_first, anchor: None, before_leap: None }
    }

    /// Comes to a block: an aside ends with its paragraph.
    pub(super) fn enter(&mut self, block: u32) {
        if self.anchor.is_some_and(|anchor| anchor.block != block)
            && let Some(before) = self.before_leap.take()
        {
            self.anchor = Some(before);
        }
    }

    /// Makes the date that an expression came to the anchor of those that follow.
    pub(super) fn follow(&mut self, expression: &Expression, found: &Found, place: Place) {
        let Some(date) = found.anchor.filter(|date| self.leads_on(expression, *date, place)) else { return };
        let date = date.date_only();
        let day = date.day().map(|_| date);
        // "In 1918, a wave came in the spring": the spring goes on with what 1918 began.
        let goes_on = self.anchor.is_some_and(|before| before.leads && before.date.year() == date.year())
            && found.basis == DateBasis::Context;
        let leads = date.month().is_some() || expression.opens || goes_on;
        self.leap(date, place.0);
        self.anchor = Some(Anchor { date, sentence: place.0, block: place.1, day, leads });
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
    fn leads_on(&self, expression: &Expression, date: PartialDate, place: Place) -> bool {
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
    pub(super) fn near_anchor(&self, (sentence, block): Place) -> Option<Anchor> {
        self.anchor.filter(|anchor| {
            self.narrative || sentence - anchor.sentence <= CARRIES && anchor.block.abs_diff(block) <= 1
        })
    }

    /// The anchor as what a date without its year belongs to, and not the publication.
    pub(super) fn carried(&self, place: Place) -> Option<Anchor> {
        let anchor = self.near_anchor(place)?;
        let past = self.published.is_none_or(|published| anchor.date.year() < published.year());
        (self.narrative || past && anchor.leads && anchor.block == place.1).then_some(anchor)
    }

    /// The date that a distance in `unit`s counts from, and what it rests on.
    pub(super) fn base(&self, base: Base, unit: Unit, place: Place) -> Option<(PartialDate, DateBasis)> {
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
}
