//! How an article tells of time: as news from its day, or as a tale of the past; and how it writes dates in numbers.

use crate::analysis::article::dates::expression::Expression;
use crate::analysis::article::dates::meaning::{Base, Fields, Meaning};
use crate::base::PartialDate;

/// Dates far from publication that a tale of the past has at least; those with their month count twice.
const TALE: usize = 6;
/// How many more dates of the past than of the present a tale has at least.
const MORE: usize = 2;

/// What all expressions of an article together tell.
pub(super) struct Manner {
    /// Whether it tells of the past from date to date.
    pub(super) narrative: bool,
    /// Whether its dates in numbers put the day first, where it is plain for one and contradicted by none.
    pub(super) day_first: Option<bool>,
}

impl Manner {
    pub(super) fn of(published: Option<PartialDate>, all: &[Expression]) -> Self {
        let (mut years, mut full, mut near) = (0, 0, 0);
        let mut orders = [false, false];
        for expression in all {
            if let Meaning::Calendar(Fields { numeric: Some(day_first), .. }) = expression.meaning {
                orders[usize::from(day_first)] = true;
            }
            match expression.meaning {
                Meaning::Calendar(Fields { year: Some(year), month, .. }) => {
                    if published.is_some_and(|published| published.year().abs_diff(year) <= 1) {
                        near += 1;
                    } else {
                        years += 1;
                        full += usize::from(month.is_some());
                    }
                }
                Meaning::Calendar(Fields { weekday: Some(_), day: None, .. }) => near += 1,
                Meaning::Shift(shift) if shift.step.base == Base::Speech => near += 1,
                _ => {}
            }
        }
        let day_first = match orders {
            [false, true] => Some(true),
            [true, false] => Some(false),
            _ => None,
        };
        Self { narrative: years + full >= TALE && years + full > near * MORE, day_first }
    }
}
