//! Holds the roles of blocks to the small pages of `tests/annotated/blocks`.

use crate::support::annotated::{Mark, cases, run};
use cuttings::base::Span;
use cuttings::model::{Block, Line, LineKind, Role, Rule, SavedText};
use cuttings::text::blocks::{clean, keep_all};
use proptest::prelude::*;

#[test]
fn blocks_have_the_roles_that_the_marked_pages_say() {
    run("blocks", 8, |case| {
        let case = case.only();
        let blocks = clean(&SavedText::plain(case.text.clone()), None);
        case.found(|_| false, blocks.iter().map(|block| Mark::new(block.span, block.role.word(), "")));
    });
}

fn hinted(lines: &[(&str, LineKind, u8, bool)]) -> SavedText {
    let mut saved = SavedText::default();
    for (words, kind, link_share, in_body) in lines {
        let start = saved.text.len();
        saved.text.push_str(words);
        saved.lines.push(Line {
            span: Span::new(start, saved.text.len()),
            kind: *kind,
            link_share: *link_share,
            in_body: Some(*in_body),
        });
        saved.text.push('\n');
    }
    saved
}

#[test]
fn the_page_decides_where_it_marks_its_main_text() {
    let saved = hinted(&[
        ("Source: The Harbour Post", LineKind::Label, 0, false),
        ("Bridge opens in May", LineKind::Heading(1), 0, false),
        ("The bridge opens in May", LineKind::Plain, 0, true),
        ("A view of the bridge", LineKind::Caption, 0, true),
        ("Share", LineKind::Plain, 100, true),
        (
            "Nobody has said what it will cost, and the mayor did not answer when she was asked on Monday.",
            LineKind::Plain,
            0,
            true,
        ),
        ("A storm that nobody had foreseen took the roof of the school on Sunday.", LineKind::Plain, 90, false),
    ]);
    let got: Vec<(Role, Rule)> = clean(&saved, Some("Bridge opens in May")).iter().map(|b| (b.role, b.rule)).collect();
    assert_eq!(
        got,
        [
            (Role::Furniture, Rule::Label),
            (Role::Headline, Rule::GivenTitle),
            (Role::Body, Rule::PageBody),
            (Role::Caption, Rule::PageCaption),
            (Role::Furniture, Rule::Share),
            (Role::Body, Rule::PageBody),
            (Role::Furniture, Rule::PageOutside),
        ]
    );
}

#[test]
fn an_extractor_that_found_nothing_folds_nothing() {
    let saved = hinted(&[
        ("The bridge opens in May, the mayor said.", LineKind::Plain, 0, false),
        (
            "Nobody has said what it will cost, and the mayor did not answer when she was asked on Monday.",
            LineKind::Plain,
            0,
            false,
        ),
    ]);
    assert!(clean(&saved, None).iter().all(|block| block.role == Role::Body));
}

#[test]
fn keep_all_folds_nothing_and_cuts_alike() {
    for mut case in cases("blocks") {
        let saved = SavedText::plain(case.only().text.clone());
        let (kept, cleaned) = (keep_all(&saved), clean(&saved, None));
        assert!(kept.iter().all(|block| (block.role, block.rule) == (Role::Body, Rule::KeepAll)));
        assert!(kept.iter().map(|block| block.extent).eq(cleaned.iter().map(|block| block.extent)));
    }
}

#[test]
fn absurd_inputs_cost_no_more_than_their_size() {
    for text in
        ["word and the ".repeat(400_000), "word\n".repeat(100_000), "#".repeat(1_000_000), "* > ".repeat(250_000)]
    {
        let saved = SavedText::plain(text);
        assert!(tiles(&saved, &clean(&saved, None)));
    }
}

/// Whether the blocks' extents, joined, are the text; a text without words has no block.
fn tiles(saved: &SavedText, blocks: &[Block]) -> bool {
    let mut end = 0;
    for block in blocks {
        if block.extent.start != end || block.extent.trimmed(&saved.text) != block.span {
            return false;
        }
        end = block.extent.end;
    }
    end as usize == saved.text.len() || (blocks.is_empty() && saved.text.trim().is_empty())
}

proptest! {
    #![proptest_config(crate::support::tries(256))]

    #[test]
    fn extents_tile_every_text(text in "([ \t]{0,2}[#*>.A-Za-z0-9…é中’]{0,9}[ \n\r\u{2028}]{0,2}){0,60}") {
        let saved = SavedText::plain(text);
        prop_assert!(tiles(&saved, &clean(&saved, None)));
        prop_assert!(tiles(&saved, &keep_all(&saved)));
    }
}
