//! Settles whose the quotations are that open a sentence without a word of who speaks.

use super::draft::Draft;
use super::here::Here;
use super::reader::{Bare, Floor, Reader, VOICE_LASTS};
use super::who::Voice;
use crate::model::{Statement, StatementKind, StatementRule};
use std::ops::Range;

impl<'t> Reader<'t> {
    /// Words in quotation marks that open a sentence without a word of who speaks: the last speaker goes on.
    pub(super) fn leading(
        &mut self,
        here: &Here<'_, 't>,
        range: &Range<usize>,
        announced: Option<Statement>,
        goes_on: bool,
    ) -> usize {
        let span = here.span(range);
        let ids = self.ids(here.sentences(range));
        if let Some(mut announced) = announced {
            announced.spans = vec![span];
            announced.sentences = ids;
            announced.kind = StatementKind::Direct;
            self.push(announced);
            return self.last_found();
        }
        if let Some(open) = self.open.filter(|_| goes_on || !here.opens_paragraph(self)) {
            let statement = &mut self.found[open];
            statement.spans.push(span);
            statement.sentences.extend(ids);
            statement.sentences.dedup();
            return open;
        }
        let floor = self.floor.filter(|floor| self.paragraph - floor.since < VOICE_LASTS);
        if let Some(floor) = floor {
            self.floor = Some(Floor { since: self.paragraph, ..floor });
        }
        // Words that name somebody are another's.
        let own = |voice: &Voice| voice.by.is_none_or(|by| !self.cast.names(span, by));
        let voice = floor.map(|floor| floor.voice).filter(own).unwrap_or_default();
        let statement = self.statement(StatementRule::GoesOn, voice, vec![span], here.sentences(range));
        self.push(statement);
        let goes_on = floor.is_some_and(|floor| floor.quoted);
        self.bare = Some(Bare { at: self.last_found(), goes_on, paragraph: self.paragraph });
        self.last_found()
    }

    /// Gives a quotation the speaker that the sentence behind it names; where that sentence has another speaker say
    /// other words, nobody can tell whose it is.
    pub(super) fn settle(&mut self, here: &Here<'_, 't>, bare: Bare, draft: &Draft) {
        let Some(statement) = self.found.get(bare.at).filter(|statement| statement.cue.is_none()) else { return };
        let told = here.statement(self, draft);
        let opens = draft.content.first().is_some_and(|range| range.start == 0 && here.clause.quotation(0).is_some());
        let together = bare.paragraph == self.paragraph;
        let other = told.speaker.is_some() && (told.by.is_none() || told.by != statement.by);
        if draft.closing {
            let (spans, sentences) = (statement.spans.clone(), statement.sentences.clone());
            self.found[bare.at] = Statement { kind: StatementKind::Direct, spans, sentences, ..told };
        } else if opens && together {
            let statement = &mut self.found[bare.at];
            (statement.speaker, statement.by, statement.on_behalf_of) = (told.speaker, told.by, told.on_behalf_of);
        } else if other && (opens || together) && !bare.goes_on && here.names(draft) {
            let statement = &mut self.found[bare.at];
            (statement.speaker, statement.by, statement.on_behalf_of) = (None, None, None);
        }
    }
}
