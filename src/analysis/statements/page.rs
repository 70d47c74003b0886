//! Goes through an article's paragraphs and joins what goes on from one sentence or paragraph to the next.

use super::item::{self, Item, Kind, Source};
use super::lexicon::Class;
use super::phrase::Clause;
use super::quotation::{Quotation, quotations};
use super::told::{Draft, told};
use super::transcript;
use super::who::{Cast, Voice};
use crate::base::{SentenceId, Span};
use crate::model::{DateExpression, LineKind, Role, SavedText, Sentence, Statement, StatementKind};
use std::ops::Range;

/// Longest sentence outside of quotation marks that is read, in words and marks: a longer one is a list.
const LONGEST: usize = 400;
/// Fewest quoted words that make a told statement a mixed one, and that no verb needs to introduce.
const QUOTED: u32 = 3;
/// Paragraphs for which a speaker goes on without a word of who speaks.
const VOICE_LASTS: u32 = 3;

/// Reads one article.
pub(super) struct Reader<'t> {
    saved: &'t SavedText,
    cast: Cast<'t>,
    dates: &'t [DateExpression],
    found: Vec<Statement>,
    /// Who spoke, or acted, last, and in which paragraph.
    voice: Option<(Voice, u32)>,
    /// The person who spoke last.
    last: Option<u32>,
    /// A verb that announces what is to come: "Holm said:".
    announced: Option<Statement>,
    /// The statement of the sentence before, where it may go on.
    open: Option<usize>,
    /// Whether the paragraph before left its quotation open.
    unclosed: bool,
    paragraph: u32,
    transcript: bool,
}

/// One sentence as it stands outside of quotation marks.
struct Here<'a, 't> {
    clause: Clause<'a, 't>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(saved: &'t SavedText, cast: Cast<'t>, dates: &'t [DateExpression]) -> Self {
        Self {
            saved,
            cast,
            dates,
            found: Vec::new(),
            voice: None,
            last: None,
            announced: None,
            open: None,
            unclosed: false,
            paragraph: 0,
            transcript: false,
        }
    }

    /// The statements of the article, in order of their content.
    pub(super) fn read(mut self) -> Vec<Statement> {
        let paragraphs = paragraphs(self.cast.sentences);
        self.transcript = paragraphs.iter().filter(|paragraph| self.label(paragraph).is_some()).take(3).count() > 2;
        let mut line = 0;
        for paragraph in paragraphs {
            self.paragraph += 1;
            let span = self.span(&paragraph);
            while self.saved.lines.get(line).is_some_and(|line| line.span.end <= span.start) {
                line += 1;
            }
            let set_off = self.saved.lines.get(line).is_some_and(|line| line.kind == LineKind::Quote);
            self.open = self.open.filter(|_| self.unclosed);
            if set_off {
                self.block_quotation(&paragraph, span);
            } else if !self.labelled(&paragraph) {
                self.paragraph(&paragraph, span);
            }
        }
        self.found.sort_by_key(|statement| (statement.spans[0], statement.cue));
        self.found
    }

    fn span(&self, paragraph: &Range<usize>) -> Span {
        let sentences = self.cast.sentences;
        Span { start: sentences[paragraph.start].span.start, end: sentences[paragraph.end - 1].span.end }
    }

    fn first_mention(&self, span: Span) -> usize {
        self.cast.mentions.partition_point(|mention| mention.span.end <= span.start)
    }

    fn label(&self, paragraph: &Range<usize>) -> Option<transcript::Labelled> {
        let span = self.span(paragraph);
        transcript::labelled(self.cast.text, span, &self.cast.mentions[self.first_mention(span)..])
    }

    /// A line of a transcript.
    fn labelled(&mut self, paragraph: &Range<usize>) -> bool {
        let Some(labelled) = self.label(paragraph).filter(|_| self.transcript) else { return false };
        let voice = self.cast.voice(labelled.speaker, None);
        self.voice = Some((voice, self.paragraph));
        let statement = self.statement(voice, vec![labelled.content], paragraph.clone());
        self.push(statement);
        true
    }

    /// A paragraph that the page sets off as a quotation.
    fn block_quotation(&mut self, paragraph: &Range<usize>, span: Span) {
        if let Some(mut announced) = self.announced.take() {
            announced.spans = vec![span];
            announced.sentences = self.ids(paragraph.clone());
            announced.kind = StatementKind::Direct;
            self.push(announced);
            return;
        }
        let voice = self.voice.filter(|(_, since)| self.paragraph - since <= 1).map(|(voice, _)| voice);
        let statement = self.statement(voice.unwrap_or_default(), vec![span], paragraph.clone());
        self.voice = self.voice.map(|(voice, _)| (voice, self.paragraph));
        self.push(statement);
    }

    fn paragraph(&mut self, paragraph: &Range<usize>, span: Span) {
        let text = self.cast.text;
        let quotations = quotations(text, span);
        let source = Source { text, sentences: self.cast.sentences, mentions: self.cast.mentions };
        let items = item::items(&source, paragraph.start, paragraph.end, &quotations, self.first_mention(span));
        let goes_on = std::mem::take(&mut self.unclosed);
        let mut from = 0;
        while from < items.len() {
            let mut to = from + 1;
            while to < items.len() && items[to].sentences.0 <= items[to - 1].sentences.1 {
                to += 1;
            }
            let clause =
                Clause { text, items: &items[from..to], quotations: &quotations, mentions: self.cast.mentions };
            if to - from <= LONGEST {
                self.sentence(&Here { clause }, goes_on && from == 0);
            }
            from = to;
        }
        self.unclosed = quotations.last().is_some_and(|last| !last.closed && last.span.end == span.end);
    }

    fn sentence(&mut self, here: &Here<'_, 't>, goes_on: bool) {
        let clause = &here.clause;
        let drafts = told(clause);
        let mut covered = vec![false; clause.len()];
        let mut open = None;
        let announced = self.announced.take();
        let first = drafts.first().and_then(|draft| draft.content.first()).map_or(clause.len(), |range| range.start);
        if let Some(range) = here.leading().filter(|range| range.end <= first || first > range.start) {
            covered[range.clone()].fill(true);
            open = self.leading(here, &range, announced, goes_on);
        }
        for draft in &drafts {
            draft.content.iter().for_each(|range| covered[range.clone()].fill(true));
            let statement = here.statement(self, draft);
            let voice = Voice { speaker: statement.speaker, by: statement.by, on_behalf_of: statement.on_behalf_of };
            if voice.speaker.is_some() {
                self.voice = Some((voice, self.paragraph));
            }
            if draft.content.is_empty() {
                self.announced = Some(statement);
                continue;
            }
            open = (statement.kind == StatementKind::Direct).then_some(self.found.len());
            self.push(statement);
        }
        if drafts.is_empty() && open.is_none() {
            self.act(here);
        }
        self.partial(here, &covered);
        self.open = open;
    }

    /// Words in quotation marks that open a sentence without a word of who speaks: the last speaker goes on.
    fn leading(
        &mut self,
        here: &Here<'_, 't>,
        range: &Range<usize>,
        announced: Option<Statement>,
        goes_on: bool,
    ) -> Option<usize> {
        let span = here.span(range);
        let ids = self.ids(here.sentences(range));
        if let Some(mut announced) = announced {
            announced.spans = vec![span];
            announced.sentences = ids;
            announced.kind = StatementKind::Direct;
            self.push(announced);
            return Some(self.found.len() - 1);
        }
        if let Some(open) = self.open.filter(|_| goes_on || !here.opens_paragraph(self)) {
            let statement = &mut self.found[open];
            statement.spans.push(span);
            statement.sentences.extend(ids);
            statement.sentences.dedup();
            return Some(open);
        }
        let voice = self.voice.filter(|(_, since)| self.paragraph - since < VOICE_LASTS).map(|(voice, _)| voice);
        if voice.is_some() {
            self.voice = self.voice.map(|(voice, _)| (voice, self.paragraph));
        }
        let statement = self.statement(voice.unwrap_or_default(), vec![span], here.sentences(range));
        self.push(statement);
        Some(self.found.len() - 1)
    }

    /// Notes who acts in a sentence that reports nothing: "Holm was blunt."
    fn act(&mut self, here: &Here<'_, 't>) {
        if let Some(subject) = here.subject() {
            let voice = self.cast.voice(here.span(&subject), self.last);
            self.voice = Some((voice, self.paragraph));
        }
    }

    /// Quoted parts of a sentence that no verb of reporting claims: its subject is taken to have used the words.
    fn partial(&mut self, here: &Here<'_, 't>, covered: &[bool]) {
        let clause = &here.clause;
        for at in (0..clause.len()).filter(|at| !covered[*at]) {
            let Some(quotation) = clause.quotation(at).filter(|quotation| quotation.words > QUOTED) else { continue };
            // Titles of works are written with capitals.
            if quotation.title_like(clause.text) {
                continue;
            }
            let Some(subject) = here.subject().filter(|subject| subject.end <= at) else { continue };
            let voice = self.cast.voice(here.span(&subject), self.last);
            let range = at..at + 1;
            let mut statement = self.statement(voice, vec![here.span(&range)], here.sentences(&range));
            statement.kind = StatementKind::Mixed;
            self.push(statement);
        }
    }

    fn push(&mut self, statement: Statement) {
        if let Some(by) = statement.by {
            self.last = Some(by);
        }
        self.found.push(statement);
    }

    /// A statement in somebody's own words, without a verb.
    fn statement(&self, voice: Voice, spans: Vec<Span>, sentences: Range<usize>) -> Statement {
        Statement {
            kind: StatementKind::Direct,
            speaker: voice.speaker,
            by: voice.by,
            on_behalf_of: voice.on_behalf_of,
            carrier: None,
            cue: None,
            strength: None,
            spans,
            sentences: self.ids(sentences),
            date: None,
        }
    }

    fn ids(&self, sentences: Range<usize>) -> Vec<SentenceId> {
        self.cast.sentences[sentences].iter().map(|sentence| sentence.id).collect()
    }
}

/// The sentences of each paragraph that can hold statements, as ranges of indices.
fn paragraphs(sentences: &[Sentence]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < sentences.len() {
        let block = sentences[from].block;
        let to = from + sentences[from..].iter().take_while(|sentence| sentence.block == block).count();
        if matches!(sentences[from].role, Role::Body | Role::Standfirst) {
            found.push(from..to);
        }
        from = to;
    }
    found
}

impl<'t> Here<'_, 't> {
    fn items(&self) -> &[Item<'t>] {
        self.clause.items
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span { start: self.items()[range.start].span.start, end: self.items()[range.end - 1].span.end }
    }

    /// The sentences that hold the items.
    fn sentences(&self, range: &Range<usize>) -> Range<usize> {
        self.items()[range.start].sentences.0 as usize..self.items()[range.end - 1].sentences.1 as usize + 1
    }

    fn opens_paragraph(&self, reader: &Reader<'_>) -> bool {
        let first = self.items()[0].sentences.0 as usize;
        let sentences = reader.cast.sentences;
        first == 0 || sentences[first - 1].block != sentences[first].block
    }

    /// The quotation that opens the sentence, and those that follow it at once.
    fn leading(&self) -> Option<Range<usize>> {
        let first = self.clause.quotation(0)?;
        let mut to = 1;
        while to < self.clause.len() && (self.clause.quotation(to).is_some() || self.clause.any_mark(to)) {
            to += 1;
        }
        let alone = to == self.clause.len();
        let whole = !first.soft && first.words > QUOTED && !first.inner.of(self.clause.text).ends_with(',');
        (alone || whole).then(|| 0..if alone { last_quotation(&self.clause) + 1 } else { 1 })
    }

    /// The person that the sentence is about.
    fn subject(&self) -> Option<Range<usize>> {
        let clause = &self.clause;
        let mut at = 0;
        if clause.is(0, Class::Preposition) || clause.is(0, Class::Subordinator) || clause.is(0, Class::Adverb) {
            at = (0..clause.len()).find(|at| clause.mark(*at, ','))? + 1;
        }
        while clause.is(at, Class::Conjunction) || clause.is(at, Class::Adverb) {
            at += 1;
        }
        let phrase = clause.after(at)?;
        let person = phrase.clone().any(|at| clause.person(at))
            || matches!(clause.word(phrase.start), "he" | "she" | "they")
            || clause.names_speaker(&phrase);
        person.then_some(phrase)
    }

    fn statement(&self, reader: &Reader<'t>, draft: &Draft) -> Statement {
        let voice = draft.speaker.as_ref().map(|speaker| {
            let voice = reader.cast.voice(self.span(speaker), reader.last);
            // "Holm, who said": what stands for the name is the speaker, as a pronoun would be.
            match self.relative(speaker, draft).filter(|_| voice.by.is_some()) {
                Some(at) => Voice { speaker: Some(self.items()[at].span), ..voice },
                None => voice,
            }
        });
        let spans: Vec<Span> = draft.content.iter().map(|range| self.span(range)).collect();
        let mut sentences: Vec<SentenceId> =
            draft.content.iter().flat_map(|range| reader.ids(self.sentences(range))).collect();
        sentences.dedup();
        let cue = draft.cue.as_ref().map(|cue| self.span(cue));
        Statement {
            carrier: draft.carrier.as_ref().map(|carrier| self.span(carrier)),
            cue,
            strength: draft.strength,
            kind: self.kind(draft),
            date: cue.and_then(|cue| self.date(reader, cue, &spans)),
            ..Statement { spans, sentences, ..reader.statement(voice.unwrap_or_default(), Vec::new(), 0..0) }
        }
    }

    /// The "who" that stands between a speaker and the verb.
    fn relative(&self, speaker: &Range<usize>, draft: &Draft) -> Option<usize> {
        let at = speaker.end + usize::from(self.clause.mark(speaker.end, ','));
        let cue = draft.cue.as_ref()?.start;
        let near = at < cue
            && (at + 1..cue).all(|at| self.clause.is(at, Class::Auxiliary) || self.clause.is(at, Class::Adverb));
        (near && self.clause.is(at, Class::Relative)).then_some(at)
    }

    fn kind(&self, draft: &Draft) -> StatementKind {
        let (mut own, mut most) = (0, 0);
        for at in draft.content.iter().flat_map(Clone::clone) {
            match self.clause.quotation(at) {
                Some(quotation) => most = most.max(quotation.words),
                None if matches!(self.items()[at].kind, Kind::Word(_)) => own += 1,
                None => {}
            }
        }
        match (own, most) {
            (0, _) => StatementKind::Direct,
            (_, most) if most >= QUOTED => StatementKind::Mixed,
            _ => StatementKind::Indirect,
        }
    }

    /// The date that stands nearest to the verb, outside of what is told.
    fn date(&self, reader: &Reader<'_>, cue: Span, content: &[Span]) -> Option<u32> {
        let start = self.items()[0].span.start;
        let end = self.items()[self.items().len() - 1].span.end;
        let from = reader.dates.partition_point(|date| date.span.end <= start);
        let inside = (from..).zip(&reader.dates[from..]).take_while(|(_, date)| date.span.start < end);
        let free = inside.filter(|(_, date)| !content.iter().any(|span| span.overlap(date.span).is_some()));
        let distance = |date: &DateExpression| {
            if date.span.start >= cue.end { date.span.start - cue.end } else { cue.start.saturating_sub(date.span.end) }
        };
        free.min_by_key(|(_, date)| distance(date)).map(|(at, _)| at as u32)
    }
}

fn last_quotation(clause: &Clause<'_, '_>) -> usize {
    (0..clause.len()).rev().find(|at| clause.quotation(*at).is_some()).unwrap_or(0)
}

impl Quotation {
    /// Whether its words are written as a title: all of some length with a capital.
    fn title_like(&self, text: &str) -> bool {
        self.inner
            .of(text)
            .split_whitespace()
            .filter(|word| word.len() > 3)
            .all(|word| !word.starts_with(char::is_lowercase))
    }
}
