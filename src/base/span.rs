//! A stretch of an article's saved text.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 byte offsets (`start..end`) into one article's saved text.
///
/// Files over 50 MB are refused by `read`, so 32 bits are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`, in bytes.
    ///
    /// # Panics
    /// When `end` lies before `start`, or either does not fit 32 bits: both are bugs of the caller.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        let fit = |offset| u32::try_from(offset).expect("saved texts are shorter than 4 GiB");
        Self { start: fit(start), end: fit(end) }
    }

    /// The words at this span.
    ///
    /// # Panics
    /// When the span does not lie in `text` on character borders: spans are only made from the
    /// text that they point into.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.range()]
    }

    /// The words at this span, or `None` where it does not fit `text`.
    #[must_use]
    pub fn get<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.range())
    }

    /// The span as a range of indices.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(&self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes that both spans hold, if any.
    #[must_use]
    pub fn overlap(&self, other: Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Self { start, end })
    }

    /// This span without the white space at its two ends.
    #[must_use]
    pub fn trimmed(&self, text: &str) -> Self {
        let words = self.of(text);
        let lead = words.len() - words.trim_start().len();
        let kept = words.trim().len();
        Self::new(self.start as usize + lead, self.start as usize + lead + kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_drops_white_space_at_both_ends_only() {
        let text = "a  two words \n b";
        assert_eq!(Span::new(1, 14).trimmed(text).of(text), "two words");
        assert!(Span::new(1, 3).trimmed(text).is_empty());
    }

    #[test]
    fn overlap_of_touching_spans_is_none() {
        assert_eq!(Span::new(0, 3).overlap(Span::new(3, 5)), None);
        assert_eq!(Span::new(0, 4).overlap(Span::new(3, 5)), Some(Span::new(3, 4)));
    }
}
