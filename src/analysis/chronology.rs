//! Puts the happenings of all articles in order of time.

use crate::model::{Entry, Event, Settings};

/// The events of `entries`, in order of time.
#[must_use]
pub fn chronology(_entries: &[Entry], _settings: &Settings) -> Vec<Event> {
    Vec::new()
}
