//! Takes a record apart into the cells of a row: each field one text.

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};
use std::fmt::{self, Display, Write as _};

/// Between the items of a list.
const BETWEEN: &str = "; ";

/// The fields of one record, each as a text, under their names.
#[derive(Debug, Default)]
pub(super) struct Cells {
    names: Vec<&'static str>,
    texts: Vec<String>,
    /// How many of them belong to the record at hand: texts are used again.
    count: usize,
}

impl Cells {
    /// Takes `record` apart; what was held before is gone.
    pub(super) fn take(&mut self, record: &impl Serialize) -> Result<(), NoRow> {
        self.names.clear();
        self.count = 0;
        record.serialize(Cell { cells: self, place: Place::Record })
    }

    /// The text of the field `name`; empty, if the record has none.
    pub(super) fn of(&self, name: &str) -> &str {
        let at = self.names.iter().position(|own| *own == name);
        at.map_or("", |at| &self.texts[at])
    }

    fn open(&mut self, name: &'static str) {
        self.names.push(name);
        self.count += 1;
        if self.texts.len() < self.count {
            self.texts.push(String::new());
        }
        self.last().clear();
    }

    fn last(&mut self) -> &mut String {
        &mut self.texts[self.count - 1]
    }
}

/// A value that has no place in a row.
#[derive(Debug, thiserror::Error)]
#[error("a record cannot be written as a row: {0}")]
pub(super) struct NoRow(String);

impl NoRow {
    fn of(what: &str) -> Self {
        Self(format!("it holds {what}"))
    }
}

impl ser::Error for NoRow {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the record.
    Record,
    /// It is a field of the record, or an item of a list there.
    Field,
    /// It is a field of an object in there: of those, the first text stands for the object.
    Within,
    /// It lies deeper, and is left out.
    Deep,
}

/// Adds one value to the last cell.
struct Cell<'c> {
    cells: &'c mut Cells,
    place: Place,
}

impl Cell<'_> {
    fn plain(self, value: impl Display) -> Result<(), NoRow> {
        match self.place {
            Place::Record => Err(NoRow::of("nothing but one value")),
            Place::Field => write!(self.cells.last(), "{value}").map_err(|fmt::Error| NoRow::of("no text")),
            Place::Within | Place::Deep => Ok(()),
        }
    }
}

/// A list or an object that is being taken apart.
struct Parts<'c> {
    cells: &'c mut Cells,
    place: Place,
    /// Length of its cell before it, for an object.
    start: usize,
    /// How many items have been seen, of a list.
    seen: usize,
}

impl ser::SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = NoRow;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoRow> {
        let place = if self.place == Place::Field { Place::Field } else { Place::Deep };
        if self.seen > 0 && place == Place::Field {
            self.cells.last().push_str(BETWEEN);
        }
        self.seen += 1;
        value.serialize(Cell { cells: self.cells, place })
    }

    fn end(self) -> Result<(), NoRow> {
        Ok(())
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = NoRow;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), NoRow> {
        match self.place {
            Place::Record => {
                self.cells.open(name);
                value.serialize(Cell { cells: self.cells, place: Place::Field })
            }
            Place::Field if self.cells.last().len() == self.start => {
                value.serialize(Cell { cells: self.cells, place: Place::Within })
            }
            _ => Ok(()),
        }
    }

    fn end(self) -> Result<(), NoRow> {
        Ok(())
    }
}

/// Methods for values that are written as they are shown.
macro_rules! plain {
    ($($method:ident: $kind:ty),*) => {
        $(fn $method(self, value: $kind) -> Result<(), NoRow> {
            self.plain(value)
        })*
    };
}

impl<'c> Serializer for Cell<'c> {
    type Ok = ();
    type Error = NoRow;
    type SerializeSeq = Parts<'c>;
    type SerializeStruct = Parts<'c>;
    type SerializeTuple = Impossible<(), NoRow>;
    type SerializeTupleStruct = Impossible<(), NoRow>;
    type SerializeTupleVariant = Impossible<(), NoRow>;
    type SerializeMap = Impossible<(), NoRow>;
    type SerializeStructVariant = Impossible<(), NoRow>;

    plain! {
        serialize_bool: bool, serialize_char: char,
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32, serialize_f64: f64
    }

    fn serialize_str(self, value: &str) -> Result<(), NoRow> {
        match self.place {
            Place::Record => return Err(NoRow::of("nothing but one value")),
            Place::Field | Place::Within => self.cells.last().push_str(value),
            Place::Deep => {}
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), NoRow> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NoRow> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NoRow> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NoRow> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), NoRow> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), NoRow> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'c>, NoRow> {
        match self.place {
            Place::Record => Err(NoRow::of("nothing but a list")),
            place => Ok(Parts { cells: self.cells, place, start: 0, seen: 0 }),
        }
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'c>, NoRow> {
        let start = if self.place == Place::Record { 0 } else { self.cells.last().len() };
        Ok(Parts { cells: self.cells, place: self.place, start, seen: 0 })
    }

    // No record holds any of these.

    fn serialize_bytes(self, _: &[u8]) -> Result<(), NoRow> {
        Err(NoRow::of("bytes"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NoRow> {
        Err(NoRow::of("a variant with a value"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, NoRow> {
        Err(NoRow::of("a tuple"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, NoRow> {
        Err(NoRow::of("a tuple"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoRow> {
        Err(NoRow::of("a variant with values"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NoRow> {
        Err(NoRow::of("a map"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NoRow> {
        Err(NoRow::of("a variant with fields"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Alias {
        count: u32,
        places: Vec<&'static str>,
        text: Option<&'static str>,
        note: &'static str,
    }

    #[derive(Serialize)]
    struct Record {
        id: &'static str,
        reviewed: bool,
        share: f64,
        wikidata: Option<&'static str>,
        names: Vec<&'static str>,
        aliases: Vec<Alias>,
        best: Alias,
    }

    #[test]
    fn every_field_is_one_text_and_of_an_object_the_first_text_stands() {
        let alias = |text| Alias { count: 2, places: vec!["a1#s1"], text, note: "as signed" };
        let record = Record {
            id: "mara-holm",
            reviewed: true,
            share: 1.0,
            wikidata: None,
            names: vec!["a", "", "b"],
            aliases: vec![alias(Some("Mara Holm")), alias(None)],
            best: alias(Some("M. Holm")),
        };
        let mut cells = Cells::default();
        for _ in 0..2 {
            cells.take(&record).unwrap();
            let texts = ["id", "reviewed", "share", "wikidata", "names", "aliases", "best", "none"];
            assert_eq!(
                texts.map(|name| cells.of(name)),
                ["mara-holm", "true", "1", "", "a; ; b", "Mara Holm; as signed", "M. Holm", ""]
            );
        }
    }

    #[test]
    fn what_is_no_record_is_refused() {
        assert!(Cells::default().take(&("a", "b")).is_err());
        assert!(Cells::default().take(&vec!["a"]).is_err());
        assert!(Cells::default().take(&"a").is_err());
    }
}
