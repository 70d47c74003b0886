//! Reads the lines of interviews and transcripts: "HOLM: We sail tonight."

use crate::base::Span;
use crate::model::{ActorKind, Mention};

/// Longest label, in bytes.
const LONGEST: usize = 48;
/// Most words of a label.
const WORDS: usize = 5;

/// A paragraph that opens with its speaker's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) speaker: Span,
    pub(super) content: Span,
}

/// The speaker and the words of a paragraph that opens with a label; `mentions` are those from its start on.
pub(super) fn labelled(text: &str, paragraph: Span, mentions: &[Mention]) -> Option<Labelled> {
    let words = paragraph.of(text);
    let lead = words.len() - words.trim_start_matches(['"', '“', '«', '*', '[', ' ']).len();
    let opened = &words[lead..];
    let head = opened.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST).last().unwrap_or(0);
    let colon = opened[..head].find(':')?;
    let label = opened[..colon].trim_end_matches(['*', ']', ' ']);
    let start = paragraph.start as usize + lead;
    let speaker = Span::new(start, start + label.len());
    let content = Span { start: (start + colon + 1) as u32, end: paragraph.end };
    let content = Span::new(content.start as usize, paragraph.end as usize).trimmed(text);
    let shouted = label.chars().filter(|c| c.is_alphabetic()).count() > 2 && !label.chars().any(char::is_lowercase);
    let letter = matches!(label, "Q" | "A");
    let named = mentions.iter().take(3).any(|mention| {
        mention.kind == ActorKind::Person
            && mention.span.overlap(speaker).is_some_and(|part| part.len() * 10 >= speaker.len() * 8)
    });
    let place = mentions
        .first()
        .is_some_and(|mention| mention.kind != ActorKind::Person && mention.span.start == speaker.start);
    let said = content.len() > 2 && label.split_whitespace().count() <= WORDS;
    (said && (named || letter || shouted && !place)).then_some(Labelled { speaker, content })
}
