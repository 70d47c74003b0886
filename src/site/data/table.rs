//! A data file as comma-separated values (RFC 4180): the same records, each field in one cell.

use super::cells::Cells;
use serde::Serialize;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::io::{self, Write};

/// Takes records as rows.
pub(super) struct Table<'o> {
    rows: csv::Writer<&'o mut dyn Write>,
    columns: Vec<String>,
    cells: Cells,
}

impl<'o> Table<'o> {
    /// A table in `out`. Its columns are those of `schema`; of an object in a list the first text stands.
    pub(super) fn new(schema: &str, out: &'o mut dyn Write) -> io::Result<Self> {
        let schema: Value = serde_json::from_str(schema)?;
        let columns: Vec<String> =
            schema["properties"].as_object().map(Map::keys).into_iter().flatten().map(Clone::clone).collect();
        // Spreadsheets take a file with this mark for UTF-8.
        out.write_all("\u{feff}".as_bytes())?;
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(&columns)?;
        Ok(Self { rows, columns, cells: Cells::default() })
    }

    pub(super) fn put(&mut self, record: &impl Serialize) -> io::Result<()> {
        self.cells.take(record).map_err(io::Error::other)?;
        for column in &self.columns {
            self.rows.write_field(safe(self.cells.of(column)).as_bytes())?;
        }
        Ok(self.rows.write_record(None::<&[u8]>)?)
    }
}

/// A spreadsheet computes what begins like a formula, and a text from outside must not act: an apostrophe keeps it
/// text.
fn safe(cell: &str) -> Cow<'_, str> {
    let acts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if acts { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stay_text() {
        assert_eq!(safe("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(safe("a = b"), "a = b");
    }
}
