//! An article with its mentions: what stands around each of them.

use crate::base::Span;
use crate::model::{ActorKind, Mention, Sentence};
use crate::text::lexicon::actors::ACTORS;
use crate::text::lexicon::fold;
use crate::text::lexicon::words::WORDS;

/// One article with the names found in it.
#[derive(Clone, Copy)]
pub(crate) struct Page<'t> {
    pub(crate) text: &'t str,
    pub(crate) sentences: &'t [Sentence],
    pub(crate) mentions: &'t [Mention],
}

/// Whether a title or a word of kinship says that a person is a woman or a man.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gender {
    Woman,
    Man,
}

/// Words of a title that are read before a name.
const TITLE_WORDS: usize = 5;

impl<'t> Page<'t> {
    /// The sentence that a mention stands in.
    pub(crate) fn sentence(&self, mention: &Mention) -> Option<&'t Sentence> {
        self.sentences.get((mention.sentence.0 as usize).checked_sub(1)?)
    }

    /// The words before a mention in its sentence, the nearest first.
    pub(crate) fn before(&self, mention: &Mention) -> impl Iterator<Item = &'t str> + use<'t> {
        let start = self.sentence(mention).map_or(mention.span.start, |sentence| sentence.span.start);
        let span = Span { start: start.min(mention.span.start), end: mention.span.start };
        span.get(self.text).unwrap_or_default().split_whitespace().rev()
    }

    /// The words of the title before a mention, in small letters, the nearest first: those that can tell an office.
    pub(crate) fn titles(&self, mention: &Mention) -> Vec<u16> {
        let mut titles = Vec::new();
        for word in self.before(mention).take(TITLE_WORDS) {
            let small = word.trim_end_matches('.').to_ascii_lowercase();
            match WORDS.titles.place(&small) {
                Some(place) => titles.push(place),
                None if word.starts_with(char::is_uppercase) && !word.ends_with([',', ':', ';', '.']) => {}
                None => break,
            }
        }
        titles
    }

    /// What the words right before a mention say of a person's gender: "Mrs Holm", "his brother, Captain Holm", and not "the
    /// wife of Holm".
    pub(crate) fn gender(&self, mention: &Mention) -> Option<Gender> {
        let mut before = self.before(mention);
        let nearest = before.next();
        let titled = nearest.is_some_and(|word| word.starts_with(char::is_uppercase));
        nearest.into_iter().chain(before.next().filter(|_| titled)).find_map(|word| {
            let small = word.trim_end_matches(['.', ',']).to_ascii_lowercase();
            match small.as_str() {
                "mr" | "sir" | "lord" | "king" | "prince" | "baron" | "husband" | "brother" | "son" | "father"
                | "herr" | "congressman" | "chairman" | "spokesman" => Some(Gender::Man),
                "mrs" | "ms" | "miss" | "lady" | "queen" | "princess" | "baroness" | "dame" | "wife" | "sister"
                | "daughter" | "mother" | "widow" | "frau" | "congresswoman" | "chairwoman" | "spokeswoman" => {
                    Some(Gender::Woman)
                }
                _ => None,
            }
        })
    }

    /// The state whose name or adjective stands right before the mention at this place: "the United States Air Force".
    pub(crate) fn state_before(&self, at: usize) -> Option<&'static str> {
        self.state_at(at, at.checked_sub(1)?, &[" ", "'s ", "’s "])
    }

    /// The same, or the state that stands right behind it: "the Parliament of Norway".
    pub(crate) fn state_beside(&self, at: usize) -> Option<&'static str> {
        self.state_before(at).or_else(|| self.state_at(at, at + 1, &[" of ", " of the "]))
    }

    /// The state that the `other` mention names, where one of these gaps parts the two.
    fn state_at(&self, at: usize, other: usize, gaps: &[&str]) -> Option<&'static str> {
        let other = self.mentions.get(other).filter(|other| other.kind == ActorKind::State)?;
        let (one, two) = (self.mentions[at].span.min(other.span), self.mentions[at].span.max(other.span));
        let gap = self.text.get(one.end as usize..two.start as usize)?;
        gaps.contains(&gap).then(|| ACTORS.state(&fold::fold(other.span.of(self.text))))?
    }

    /// The pairs of mentions of which the second stands in brackets right behind the first.
    pub(crate) fn bracketed(&self) -> impl Iterator<Item = (u32, u32)> + use<'t> {
        let text = self.text;
        self.mentions.windows(2).enumerate().filter_map(move |(at, pair)| {
            let between = Span { start: pair[0].span.end, end: pair[1].span.start };
            let opened = between.len() <= 3 && between.get(text).is_some_and(|gap| gap.trim_start() == "(");
            let closed = text[pair[1].span.end as usize..].starts_with([')', ',', ';']);
            (opened && closed).then_some((at as u32, at as u32 + 1))
        })
    }
}
