//! stub
use crate::model::{Actor, Article, Reading, Record, Unlinked};
/// x
#[derive(Default)]
pub struct Links { /// a
 pub actors: Vec<Actor>, /// b
 pub by_mention: Vec<Vec<Option<u32>>>, /// c
 pub unlinked: Vec<Unlinked> }
/// x
#[must_use]
pub fn across(_articles: &[Article], _readings: &[Reading], _records: &[Record]) -> Links { Links::default() }
