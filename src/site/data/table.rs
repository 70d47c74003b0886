//! A data file as comma-separated values (RFC 4180): the same records, each field in one cell.

use super::{schema, write};
use crate::site::RenderError;
use crate::site::catalogue::Catalogue;
use crate::site::routes::DataFile;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Between the items of a list.
const BETWEEN: &str = "; ";

/// Writes `file` as a table. The columns are those of its schema; of an object in a list the first text stands.
pub(crate) fn write_table(catalogue: &Catalogue<'_>, file: DataFile, out: &mut dyn Write) -> Result<(), RenderError> {
    let schema: Value = serde_json::from_str(schema(file)).map_err(io::Error::from)?;
    let columns: Vec<String> =
        schema["properties"].as_object().map(Map::keys).into_iter().flatten().map(Clone::clone).collect();
    // Spreadsheets take a file with this mark for UTF-8.
    out.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::Writer::from_writer(out);
    table.write_record(&columns).map_err(io::Error::from)?;
    let mut lines = Lines { table, columns, line: Vec::new() };
    write(catalogue, file, &mut lines)?;
    Ok(lines.table.flush()?)
}

/// Takes JSON Lines, and puts each into the table as soon as it is whole.
struct Lines<W: Write> {
    table: csv::Writer<W>,
    columns: Vec<String>,
    line: Vec<u8>,
}

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                let record: BTreeMap<&str, &RawValue> = serde_json::from_slice(&self.line)?;
                for column in &self.columns {
                    let value = record.get(column.as_str()).map_or("null", |value| value.get());
                    self.table.write_field(safe(written(value)?).as_bytes())?;
                }
                self.table.write_record(None::<&[u8]>)?;
                self.line.clear();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A text as it stands in JSON, which most often needs no copy.
#[derive(Deserialize)]
struct Text<'t>(#[serde(borrow)] Cow<'t, str>);

/// A value in JSON as one cell: most are texts, and are not taken apart.
fn written(value: &str) -> io::Result<Cow<'_, str>> {
    if value.starts_with('"') {
        return Ok(serde_json::from_str::<Text<'_>>(value)?.0);
    }
    let value: Value = serde_json::from_str(value)?;
    Ok(Cow::Owned(cell(&value).into_owned()))
}

/// A value as one cell.
fn cell(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text),
        Value::Bool(_) | Value::Number(_) => Cow::Owned(value.to_string()),
        Value::Array(items) => Cow::Owned(items.iter().map(cell).collect::<Vec<_>>().join(BETWEEN)),
        Value::Object(fields) => {
            fields.values().find_map(|field| field.as_str().map(Cow::Borrowed)).unwrap_or(Cow::Borrowed(""))
        }
    }
}

/// A spreadsheet computes what begins like a formula, and a text from outside must not act: an apostrophe keeps it
/// text.
fn safe(cell: Cow<'_, str>) -> Cow<'_, str> {
    let acts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if acts { Cow::Owned(format!("'{cell}")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stand_in_one_cell_and_formulas_stay_text() {
        let value = serde_json::json!([{"text": "Mara Holm", "count": 2}, {"text": "M. Holm", "count": 1}]);
        assert_eq!(cell(&value), "Mara Holm; M. Holm");
        assert_eq!(safe(Cow::Borrowed("=HYPERLINK(1)")), "'=HYPERLINK(1)");
        assert_eq!(safe(Cow::Borrowed("a = b")), "a = b");
    }
}
