//! Goes through an article's paragraphs and joins what goes on from one sentence or paragraph to the next.

use super::here::Here;
use super::item;
use super::phrase::Clause;
use super::reader::{Floor, QUOTED, Reader};
use super::told::told;
use super::transcript;
use super::verbless;
use super::who::Voice;
use crate::base::Span;
use crate::model::{LineKind, Role, Sentence, Statement, StatementKind, StatementRule};
use std::ops::Range;

/// Longest sentence outside of quotation marks that is read, in words and marks: a longer one is a list.
const LONGEST: usize = 400;
/// Longest signature below a quotation, in bytes.
const LONGEST_SIGNATURE: usize = 80;
impl<'t> Reader<'t> {
    /// The statements of the article, in order of their content.
    pub(super) fn read(mut self) -> Vec<Statement> {
        let paragraphs = paragraphs(self.cast.sentences);
        self.transcript = paragraphs.iter().filter(|paragraph| self.label(paragraph).is_some()).take(3).count() > 2;
        let mut line = 0;
        for paragraph in paragraphs {
            self.paragraph += 1;
            let span = self.span(&paragraph);
            while self.lines.get(line).is_some_and(|line| line.span.end <= span.start) {
                line += 1;
            }
            let set_off = self.lines.get(line).is_some_and(|line| line.kind == LineKind::Quote);
            let open = self.open.take();
            if self.signature(&paragraph, span, open) {
                continue;
            }
            self.open = open.filter(|_| self.unclosed);
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

    /// "— Mara Holm": the words behind a quotation that say whose it is.
    fn signature(&mut self, sentences: &Range<usize>, span: Span, open: Option<usize>) -> bool {
        let Some(open) = open.filter(|open| self.found[*open].cue.is_none()) else { return false };
        let words = span.of(self.cast.text);
        let name = words.trim_start_matches(['—', '–', '―', '-', '~', ' ', '\u{a0}']);
        let short = name.len() < words.len() && name.len() <= LONGEST_SIGNATURE && sentences.len() == 1;
        if !short || !name.starts_with(char::is_uppercase) {
            return false;
        }
        let name = &name[..name.find([',', '(']).unwrap_or(name.len())];
        let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
        let start = words.as_ptr().addr().abs_diff(name.as_ptr().addr()) + span.start as usize;
        let voice = self.cast.voice(Span::new(start, start + name.len()));
        let statement = &mut self.found[open];
        (statement.speaker, statement.by, statement.on_behalf_of) = (voice.speaker, voice.by, voice.on_behalf_of);
        statement.rule = StatementRule::Signed;
        true
    }

    /// A line of a transcript.
    fn labelled(&mut self, paragraph: &Range<usize>) -> bool {
        let Some(labelled) = self.label(paragraph).filter(|_| self.transcript) else { return false };
        let voice = self.cast.voice(labelled.speaker);
        self.takes_floor(voice, true);
        let statement = self.statement(StatementRule::Label, voice, vec![labelled.content], paragraph.clone());
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
        let floor = self.floor.filter(|floor| self.paragraph - floor.since <= 1);
        let voice = floor.map(|floor| floor.voice).unwrap_or_default();
        let statement = self.statement(StatementRule::SetOff, voice, vec![span], paragraph.clone());
        self.floor = self.floor.map(|floor| Floor { since: self.paragraph, ..floor });
        self.push(statement);
    }

    fn paragraph(&mut self, paragraph: &Range<usize>, span: Span) {
        let text = self.cast.text;
        let quotations = self.text.quotations.within(span);
        let bounds = (paragraph.start, paragraph.end);
        let items = item::items(self.text, self.cast.mentions, bounds, quotations, self.first_mention(span));
        let goes_on = std::mem::take(&mut self.unclosed);
        let mut from = 0;
        while from < items.len() {
            let mut to = from + 1;
            while to < items.len() && items[to].sentences.0 <= items[to - 1].sentences.1 {
                to += 1;
            }
            let clause = Clause { text, items: &items[from..to], quotations, mentions: self.cast.mentions };
            let sentences = items[from].sentences.0 as usize..items[to - 1].sentences.1 as usize + 1;
            let whole = Span { start: items[from].span.start, end: items[to - 1].span.end };
            if from > 0 && self.signature(&sentences, whole, self.open) {
                self.open = None;
            } else if to - from <= LONGEST {
                self.sentence(&Here { clause }, goes_on && from == 0);
            }
            from = to;
        }
        self.unclosed = quotations.last().is_some_and(|last| last.is_left_open(span));
    }

    fn sentence(&mut self, here: &Here<'_, 't>, goes_on: bool) {
        let clause = &here.clause;
        let drafts = told(clause);
        if let (Some(bare), Some(draft)) = (self.bare.take(), drafts.first()) {
            self.settle(here, bare, draft);
        }
        let mut covered = vec![false; clause.len()];
        let mut open = None;
        let announced = self.announced.take();
        let first = drafts.first().and_then(|draft| draft.content.first()).map_or(clause.len(), |range| range.start);
        if let Some(range) = here.leading().filter(|range| range.end <= first || first > range.start) {
            covered[range.clone()].fill(true);
            open = Some(self.leading(here, &range, announced, goes_on));
        }
        for draft in &drafts {
            draft.content.iter().for_each(|range| covered[range.clone()].fill(true));
            let statement = here.statement(self, draft);
            let voice = Voice { speaker: statement.speaker, by: statement.by, on_behalf_of: statement.on_behalf_of };
            if voice.speaker.is_some() {
                self.takes_floor(voice, statement.kind != StatementKind::Indirect);
            }
            let joins = goes_on && draft.content.first().is_some_and(|range| range.start == 0);
            if let Some(begun) = self.open.take().filter(|_| joins) {
                // The words of who speaks stand in a later paragraph of the same quotation.
                let begun = self.found.remove(begun);
                let spans = [begun.spans, statement.spans].concat();
                let sentences = [begun.sentences, statement.sentences].concat();
                open = Some(self.found.len());
                self.push(Statement { spans, sentences, ..statement });
                continue;
            }
            if draft.content.is_empty() {
                self.announced = Some(statement).filter(|_| !draft.closing);
                continue;
            }
            open = (statement.kind == StatementKind::Direct).then_some(self.found.len());
            self.push(statement);
        }
        if drafts.is_empty() && open.is_none() {
            match verbless::announced(clause) {
                Some(speaker) => {
                    let voice = self.cast.voice(here.span(&speaker));
                    self.announced = Some(self.statement(StatementRule::Announced, voice, Vec::new(), 0..0));
                }
                None => self.act(here),
            }
        }
        self.partial(here, &covered);
        self.open = open;
    }

    /// Notes who acts in a sentence that reports nothing: "Holm was blunt."
    fn act(&mut self, here: &Here<'_, 't>) {
        if let Some(subject) = here.subject() {
            let voice = self.cast.voice(here.span(&subject));
            self.takes_floor(voice, false);
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
            let voice = self.cast.voice(here.span(&subject));
            let range = at..at + 1;
            let mut statement =
                self.statement(StatementRule::QuotedPart, voice, vec![here.span(&range)], here.sentences(&range));
            statement.kind = StatementKind::Mixed;
            self.push(statement);
        }
    }
}

/// The sentences of each paragraph that can hold statements, as ranges of indices.
fn paragraphs(sentences: &[Sentence]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for paragraph in sentences.chunk_by(Sentence::shares_paragraph) {
        let to = from + paragraph.len();
        if matches!(paragraph[0].role, Role::Body | Role::Standfirst) {
            found.push(from..to);
        }
        from = to;
    }
    found
}
