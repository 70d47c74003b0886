//! The one format of the word lists, and its reader.
//!
//! A list is a file that a person can read. Each record is `class: word; word; word`, or `class value: word; word` where
//! the words of a class part by what they stand for; lines that are indented go on with the record above them, and a line
//! that begins with `#` is a remark between two records. A word may be several (`prime minister`), and may carry a value
//! of its own (`january=1`), which those who ask for the class know how to read.

use super::table::Table;

/// A word list.
#[derive(Clone, Copy, Debug)]
pub struct File(&'static str);

/// The words of one class that stand for one thing.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// What they are: `capital`.
    pub class: &'static str,
    /// What they stand for: `Norway`; empty where the class says it all.
    pub value: &'static str,
    words: &'static str,
}

impl Record {
    /// Its words, as they are written and in that order.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.words.split([';', '\n']).map(str::trim).filter(|word| !word.is_empty())
    }

    /// Its words with the numbers that they carry; a word without one has that of the word before plus one.
    pub fn numbered(self) -> impl Iterator<Item = (&'static str, i64)> {
        self.words().scan(0, |value, entry| {
            let (word, given) = entry.split_once('=').unwrap_or((entry, ""));
            *value = given.parse().unwrap_or(*value + 1);
            Some((word, *value))
        })
    }
}

impl File {
    /// The list that `text` holds.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self(text)
    }

    /// Its records, in order.
    pub fn records(self) -> impl Iterator<Item = Record> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            loop {
                let end = rest.find('\n').unwrap_or(rest.len());
                let (line, mut length) = (&rest[..end], end);
                if !line.is_empty() && !line.starts_with('#') {
                    while rest[length..].starts_with("\n ") {
                        length += 1 + rest[length + 1..].find('\n').unwrap_or(rest.len() - length - 1);
                    }
                }
                let record = &rest[..length];
                rest = rest.get(length + 1..)?;
                if let Some((head, words)) = record.split_once(':').filter(|_| !line.starts_with('#')) {
                    let (class, value) = head.split_once(' ').unwrap_or((head, ""));
                    return Some(Record { class, value, words });
                }
            }
        })
    }

    /// The records of one class.
    pub fn of(self, class: &'static str) -> impl Iterator<Item = Record> {
        self.records().filter(move |record| record.class == class)
    }

    /// The words of one class, whatever they stand for.
    pub fn words(self, class: &'static str) -> impl Iterator<Item = &'static str> {
        self.of(class).flat_map(Record::words)
    }

    /// The words of one class, to be looked up.
    #[must_use]
    pub fn table(self, class: &'static str) -> Table {
        Table::of_words(self.words(class))
    }
}

/// Names tables of one or several classes of lists, each read when it is first asked for.
macro_rules! tables {
    ($($(#[$about:meta])* $see:vis $name:ident = $($list:ident $class:literal),+;)*) => {
        $($(#[$about])*
        $see static $name: std::sync::LazyLock<$crate::text::lexicon::table::Table> = std::sync::LazyLock::new(|| {
            let words = std::iter::empty()$(.chain($crate::text::lexicon::$list.words($class)))+;
            $crate::text::lexicon::table::Table::of_words(words)
        });)*
    };
}
pub(crate) use tables;

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: File = File::new(
        "# A remark: with a colon\nship: ferry; lightship;\n  tug\nname Norway: Noreg; Kingdom of Norway\nship: barge\nbare Lennar:\nnumber: one=1; two; nine=9\n",
    );

    #[test]
    fn records_run_over_indented_lines_and_remarks_are_none() {
        let told: Vec<_> = LIST.records().map(|record| (record.class, record.value, record.words().count())).collect();
        assert_eq!(
            told,
            [("ship", "", 3), ("name", "Norway", 2), ("ship", "", 1), ("bare", "Lennar", 0), ("number", "", 3)]
        );
        assert_eq!(LIST.words("ship").collect::<Vec<_>>(), ["ferry", "lightship", "tug", "barge"]);
        assert_eq!(
            LIST.of("number").flat_map(Record::numbered).collect::<Vec<_>>(),
            [("one", 1), ("two", 2), ("nine", 9)]
        );
        assert!(LIST.table("name").has("Kingdom of Norway") && !LIST.table("name").has("Norway"));
    }
}
