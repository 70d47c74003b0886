//! Where the records of a data file go, one by one.

use super::table::Table;
use crate::site::RenderError;
use serde::Serialize;
use std::io::Write;

/// What takes the records of a data file, one by one.
pub(super) enum Records<'o> {
    /// Writes each as a line of JSON.
    Lines(&'o mut dyn Write),
    /// Writes each as a row.
    Table(Box<Table<'o>>),
}

impl Records<'_> {
    pub(super) fn put(&mut self, record: &impl Serialize) -> Result<(), RenderError> {
        match self {
            Self::Lines(out) => {
                let mut line = serde_json::to_vec(record).map_err(std::io::Error::from)?;
                line.push(b'\n');
                out.write_all(&line)?;
            }
            Self::Table(table) => table.put(record)?,
        }
        Ok(())
    }
}
