//! Gives every block of a saved page its role: the article, or the furniture around it.
//!
//! Blocks are measured one by one ([`shape`], [`phrases`]) and weighed ([`weights`]); the stretch with
//! the most evidence is the article ([`run`]); then each block gets its role by where it stands
//! ([`head`], [`inside`]), and second copies are marked ([`repeats`]).

mod cut;
mod head;
mod inside;
mod measured;
mod phrases;
mod repeats;
mod run;
mod shape;
pub(in crate::text) mod stamp;
mod weights;
mod words;

use std::ops::Range;

use crate::model::{Block, LineKind, Role, Rule, SavedText};
use cut::Draft;
use inside::{Verdict, of_itself};
use measured::Measured;
use shape::Mark;
use weights::Evidence;

/// Cuts `saved` into blocks and gives each a role.
///
/// `title` is the headline where metadata gives one. The extents of the blocks tile the text: joined,
/// they are `saved.text`, byte for byte. A text without words has no block, and is the one text that
/// the blocks do not cover.
#[must_use]
pub fn clean(saved: &SavedText, title: Option<&str>) -> Vec<Block> {
    let mut scratch = String::new();
    let blocks: Vec<Measured<'_>> = cut::blocks(saved)
        .into_iter()
        .map(|draft| {
            let line = draft.span.of(&saved.text);
            Measured { draft, line, evidence: weights::evidence(&draft, line, &mut scratch) }
        })
        .collect();
    let mut verdicts = roles(&blocks, title);
    repeats::mark(&blocks, &mut verdicts);
    blocks.iter().zip(verdicts).map(|(block, verdict)| block.draft.settled(verdict)).collect()
}

/// The blocks of `saved`, every one of them body: for `--keep-all`.
#[must_use]
pub fn keep_all(saved: &SavedText) -> Vec<Block> {
    cut::blocks(saved).into_iter().map(|draft| draft.settled((Role::Body, Rule::KeepAll))).collect()
}

/// The blocks of a text whose language is not analysed: only what the page itself says is used.
#[must_use]
pub fn not_analysed(saved: &SavedText) -> Vec<Block> {
    let role = |draft: &Draft| match (draft.kind, draft.in_body) {
        (LineKind::Label, _) => (Role::Furniture, Rule::Label),
        (_, Some(false)) => (Role::Furniture, Rule::PageOutside),
        (LineKind::Heading(_), _) => (Role::Subheading, Rule::MarkedHeading),
        (LineKind::Caption, _) => (Role::Caption, Rule::PageCaption),
        _ => (Role::Body, Rule::NotAnalysed),
    };
    cut::blocks(saved).into_iter().map(|draft| draft.settled(role(&draft))).collect()
}

fn roles(blocks: &[Measured<'_>], title: Option<&str>) -> Vec<Verdict> {
    let mut evidence: Vec<Evidence> = blocks.iter().map(|block| block.evidence).collect();
    weights::smooth(&mut evidence);
    for (evidence, pair) in evidence.iter_mut().zip(blocks.windows(2)) {
        evidence.points += weights::GOES_ON * i32::from(inside::goes_on(&pair[0], &pair[1]));
    }
    let mut run = run::main_run(&evidence);
    if run.is_empty() {
        // Nothing speaks for body anywhere: a note rather than a page, and nothing of it may be lost.
        run = 0..blocks.len();
    }
    let headline = head::headline(blocks, run.start, title);
    if let Some((at, rule)) = headline.filter(|(at, _)| *at < run.start) {
        let sure = rule == Rule::GivenTitle || head::is_top_heading(&blocks[at]);
        run = run::from_headline(&evidence, run, at, sure);
    }
    let mut verdicts: Vec<Verdict> = (0..blocks.len())
        .map(|at| match headline {
            Some((headline, rule)) if headline == at => (Role::Headline, rule),
            _ if run.contains(&at) => inside::role(&blocks[run.clone()], at - run.start),
            _ => outside(blocks, at, &run, headline.map(|(at, _)| at)),
        })
        .collect();
    if let Some((headline, _)) = headline {
        above_text(blocks, headline, &run, &mut verdicts);
    }
    verdicts
}

/// The role of a block outside the main run.
fn outside(blocks: &[Measured<'_>], at: usize, run: &Range<usize>, headline: Option<usize>) -> Verdict {
    let block = &blocks[at];
    let above = at < run.start && headline.is_some_and(|headline| at + 1 >= headline);
    let verdict = of_itself(block);
    match verdict {
        Some((role, _)) if role != Role::Furniture && !above => {}
        Some(verdict) => return verdict,
        None => {}
    }
    if verdict.is_some_and(|(role, _)| matches!(role, Role::Credit | Role::Caption)) && at < run.end + 3 {
        return verdict.unwrap_or((Role::Furniture, Rule::AfterText));
    }
    if block.draft.in_body == Some(false) {
        return (Role::Furniture, Rule::PageOutside);
    }
    if inside::is_teaser(block) {
        return (Role::Furniture, Rule::Teaser);
    }
    if block.shape().stamp {
        return (Role::Furniture, Rule::DateStamp);
    }
    let rule = if at < run.start { Rule::BeforeText } else { Rule::AfterText };
    (Role::Furniture, rule)
}

/// Kicker and standfirst, which the headline gives their place.
fn above_text(blocks: &[Measured<'_>], headline: usize, run: &Range<usize>, verdicts: &mut [Verdict]) {
    if let Some(kicker) = headline.checked_sub(1).filter(|at| *at < run.start && head::is_kicker(&blocks[*at])) {
        verdicts[kicker] = (Role::Kicker, Rule::AboveHeadline);
    }
    let below = headline + 1;
    if below >= run.end || !head::is_standfirst(&blocks[below]) {
        return;
    }
    let is_heading = matches!(blocks[below].draft.kind, LineKind::Heading(_))
        || matches!(blocks[below].shape().mark, Mark::Heading(_));
    let apart = blocks.get(below + 1).is_some_and(|next| {
        of_itself(next)
            .is_some_and(|(role, _)| matches!(role, Role::Byline | Role::Dateline | Role::Caption | Role::Credit))
    });
    if below < run.start || is_heading || apart {
        verdicts[below] = (Role::Standfirst, Rule::BelowHeadline);
    }
}
