//! Finds the quotations of a paragraph by their marks: curly, straight, angled, low, single, and those left open.

use crate::base::Span;
use crate::model::{Role, Sentence};

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Both marks included; to the paragraph's end where the closing one is missing.
    pub span: Span,
    /// The words between the marks.
    pub inner: Span,
    /// How many words it holds.
    pub words: u32,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Whether it ends without a mark of its own, as terms and scare quotes do.
    pub soft: bool,
}

/// The quotations of an article, in order; those inside others are part of them.
#[derive(Clone, Debug, Default)]
pub struct Quotations(Vec<Quotation>);

impl Quotations {
    /// Finds the quotations of the paragraphs that `sentences` make. What a paragraph of the story leaves open goes on
    /// in the next one.
    #[must_use]
    pub fn find(text: &str, sentences: &[Sentence]) -> Self {
        let (mut all, mut open) = (Vec::new(), false);
        for paragraph in sentences.chunk_by(Sentence::shares_paragraph) {
            let (first, last) = (&paragraph[0], &paragraph[paragraph.len() - 1]);
            let span = Span { start: first.span.start, end: last.span.end };
            let story = matches!(first.role, Role::Body | Role::Standfirst);
            let found = quotations(text, span, open && story);
            if story {
                open = found.last().is_some_and(|last| last.is_left_open(span));
            }
            all.extend(found);
        }
        Self(all)
    }

    /// Those that begin within `span`.
    #[must_use]
    pub fn within(&self, span: Span) -> &[Quotation] {
        let from = self.0.partition_point(|quotation| quotation.span.start < span.start);
        let count = self.0[from..].partition_point(|quotation| quotation.span.start < span.end);
        &self.0[from..from + count]
    }

    /// Whether the character at `at` stands between quotation marks.
    #[must_use]
    pub fn hold(&self, at: u32) -> bool {
        let next = self.0.partition_point(|quotation| quotation.inner.start <= at);
        next.checked_sub(1).is_some_and(|before| at < self.0[before].inner.end)
    }

    /// The words between the marks of each, but for very long ones without a closing mark: their mark was a stray one.
    pub fn inner(&self) -> impl Iterator<Item = Span> + '_ {
        let meant = |quotation: &&Quotation| quotation.closed || quotation.span.len() <= UNCLOSED;
        self.0.iter().filter(meant).map(|quotation| quotation.inner)
    }
}

/// The longest quotation that later stages believe without a closing mark, in bytes.
const UNCLOSED: usize = 600;

/// How far, in characters, the closing mark of a quotation inside another is looked for.
const NESTED_WITHIN: usize = 1500;

/// The quotations of the paragraph at `span`, in order; those inside others are part of them. `open` says that the
/// paragraph before left one open: it goes on to the closing mark here, where no other opens first.
fn quotations(text: &str, span: Span, open: bool) -> Vec<Quotation> {
    let end = span.end as usize;
    let mut found: Vec<Quotation> = closed_here(text, span).filter(|_| open).into_iter().collect();
    let mut at = found.last().map_or(span.start, |quotation| quotation.span.end) as usize;
    // Once a kind of mark was not closed, its later closings need not be looked for again.
    let mut singles = true;
    // One mark is forgotten; where more are missing, nobody can tell which.
    let mut forgotten = false;
    while let Some(step) = text[at..end].find(is_mark) {
        at += step;
        let mark = text[at..].chars().next().unwrap_or(' ');
        let after = at + mark.len_utf8() + usize::from(doubled(text, at, end, mark));
        let single = is_single(mark) && !doubled(text, at, end, mark);
        if !opens(text, at, span, mark) || single && !singles {
            at = after;
            continue;
        }
        let close = if single { single_close(text, after, end) } else { close(text, after, end, mark) };
        if single && close.is_none() {
            singles = false;
            at = after;
            continue;
        }
        let close = close.or_else(|| reported(text, after, end).filter(|_| !std::mem::replace(&mut forgotten, true)));
        let (inner_end, past) = close.unwrap_or((end, end));
        let inner = Span::new(after, inner_end);
        let words = count(inner.of(text));
        if words > 0 {
            let soft = is_soft(inner.of(text));
            let span = Span::new(at, past);
            found.push(Quotation { span, inner, words, closed: close.is_some(), soft });
        }
        at = past.max(after);
    }
    found
}

/// The rest of a quotation that an earlier paragraph opened, where its closing mark is the paragraph's first.
fn closed_here(text: &str, span: Span) -> Option<Quotation> {
    let (start, end) = (span.start as usize, span.end as usize);
    let at = start + text[start..end].find(|c: char| is_mark(c) && !is_single(c))?;
    let mark = text[at..].chars().next()?;
    let inner = Span::new(start, at);
    let words = count(inner.of(text));
    let closes = matches!(mark, '"' | '”' | '»' | '＂') && !opens(text, at, span, mark) && words > 0;
    let span = Span::new(start, at + mark.len_utf8());
    closes.then(|| Quotation { span, inner, words, closed: true, soft: is_soft(inner.of(text)) })
}

fn count(words: &str) -> u32 {
    words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u32
}

/// Whether words end without a mark of their own.
fn is_soft(words: &str) -> bool {
    !words
        .trim_end_matches(|c: char| c.is_whitespace() || is_mark(c))
        .ends_with(['.', ',', '!', '?', '…', ';', ':', '—', '-'])
}

impl Quotation {
    /// Whether its paragraph, at `span`, ends without its closing mark.
    pub(crate) fn is_left_open(&self, span: Span) -> bool {
        !self.closed && self.span.end == span.end
    }

    /// Whether its words are written as a title: all of some length with a capital.
    pub(crate) fn title_like(&self, text: &str) -> bool {
        self.inner
            .of(text)
            .split_whitespace()
            .filter(|word| word.len() > 3)
            .all(|word| !word.starts_with(char::is_lowercase))
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '\'' | '`' | '＂')
}

fn is_single(c: char) -> bool {
    matches!(c, '‘' | '\'' | '’')
}

/// Whether two single marks stand for one double mark.
fn doubled(text: &str, at: usize, end: usize, mark: char) -> bool {
    matches!(mark, '\'' | '`') && text[at + 1..end].starts_with(mark)
}

/// Whether the mark at `at` can open a quotation.
fn opens(text: &str, at: usize, span: Span, mark: char) -> bool {
    let before = text[span.start as usize..at].chars().next_back();
    let width = mark.len_utf8() + usize::from(doubled(text, at, span.end as usize, mark));
    let after = text[at + width..span.end as usize].chars().next();
    let free = before
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '"' | ':' | '…'));
    let goes_on = after.is_some_and(|c| !c.is_whitespace());
    match mark {
        '“' | '„' | '«' | '‟' => true,
        '"' | '＂' => {
            goes_on
                && (free || before.is_some_and(|c| matches!(c, ',' | '.')) && after.is_some_and(char::is_alphanumeric))
        }
        '”' => before.is_none() && goes_on,
        '`' => width == 2,
        '\'' if width == 2 => goes_on && free,
        '\'' | '‘' => free && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '[' | '“')),
        _ => false,
    }
}

/// Where a quotation with double marks ends, and what lies past its mark.
fn close(text: &str, from: usize, end: usize, mark: char) -> Option<(usize, usize)> {
    let closing: &[char] = match mark {
        '«' => &['»'],
        '„' => &['“', '”', '"'],
        '"' | '＂' => &['"', '”', '＂'],
        '`' | '\'' => &['\''],
        _ => &['”', '"', '‟'],
    };
    let mut at = from;
    // Marks of the same kind that opened inside.
    let mut inside = 0;
    let mut nests = matches!(mark, '“' | '"' | '＂');
    while let Some(step) = text[at..end].find(|c: char| closing.contains(&c) || c == '“' && nests) {
        at += step;
        let found = text[at..].chars().next()?;
        let width = found.len_utf8();
        let before = text[from..at].chars().next_back();
        let after = text[at + width..end].chars().next();
        let two = !matches!(mark, '`' | '\'') || text[at + width..end].starts_with('\'');
        if found == '“' && nests {
            // A second opening mark opens a quotation inside only where its closing one is there, too.
            let closings = text[at..end].chars().take(NESTED_WITHIN).filter(|c| *c == '”').take(2).count();
            nests = closings > usize::from(mark == '“');
            inside += i32::from(inside == 0 && nests);
        } else if found == '"' && before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric) {
            // A straight mark that opens: the one before was left open, or this one is inside.
        } else if two && inside > 0 && found == '”' {
            inside -= 1;
        } else if two {
            let past = at + width + usize::from(matches!(mark, '`' | '\''));
            return Some((at, past));
        }
        at += width;
    }
    None
}

/// Where a quotation without its closing mark ends before ", said": a mark was forgotten.
fn reported(text: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    let at = [", said ", ", says "].iter().filter_map(|words| text[from..end].find(words)).min()?;
    Some((from + at + 1, from + at + 1))
}

/// Where a quotation with single marks ends: at a mark that is no apostrophe.
fn single_close(text: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    let mut doubtful = None;
    let mut at = from;
    while let Some(step) = text[at..end].find(['’', '\'', '‘']) {
        at += step;
        let mark = text[at..].chars().next()?;
        let past = at + mark.len_utf8();
        let before = text[from..at].chars().next_back();
        let after = text[past..end].chars().next();
        let inside = after.is_some_and(char::is_alphanumeric);
        if before.is_none_or(char::is_whitespace) {
            // It opens another; what was doubtful before it was the end.
            if doubtful.is_some() {
                return doubtful;
            }
        } else if !inside {
            let plural = before == Some('s') && after.is_some_and(char::is_whitespace);
            if !plural {
                return Some((at, past));
            }
            doubtful = doubtful.or(Some((at, past)));
        }
        at = past;
    }
    doubtful
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        quotations(text, Span::new(0, text.len()), false).iter().map(|quotation| quotation.inner.of(text)).collect()
    }

    #[test]
    fn all_kinds_of_marks_are_read() {
        assert_eq!(found("“One,” he said. \"Two,\" she said. «Three» and „four“."), ["One,", "Two,", "Three", "four"]);
        assert_eq!(
            found("``Five,'' he said. ‘It’s the ministers’ six,’ she said."),
            ["Five,", "It’s the ministers’ six,"]
        );
        assert_eq!(found("'Seven,' he said."), ["Seven,"]);
    }

    #[test]
    fn a_quotation_inside_another_is_part_of_it() {
        assert_eq!(found("“He cried “help” twice,” she said."), ["He cried “help” twice,"]);
        assert_eq!(found("“He cried ‘help’ twice,” she said."), ["He cried ‘help’ twice,"]);
        assert_eq!(found("\"He cried “help” twice,\" she said."), ["He cried “help” twice,"]);
    }

    #[test]
    fn apostrophes_open_nothing() {
        assert!(found("The ’90s and rock 'n' roll weren't the ships' best years.").len() <= 1);
        assert!(found("It’s the harbour’s fault, isn’t it?").is_empty());
    }

    #[test]
    fn a_missing_closing_mark_reaches_to_the_paragraphs_end() {
        let text = "“We sail, he said.";
        let all = quotations(text, Span::new(0, text.len()), false);
        assert!(all.len() == 1 && !all[0].closed && all[0].span.end as usize == text.len());
    }
}
