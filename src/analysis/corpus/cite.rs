//! Which sentences the merged summary cites, and so shows of articles that are published no further.

use crate::model::{Claim, Entry, Publish, Role, Summary};

/// Of an article that is published only as far as it is cited, the summary cites at most one sentence of its own text
/// in so many: what is quoted to support a point must stay a small part of the article.
const ONE_IN: usize = 4;

/// The entries, each citing also the sentences that stand for the claims of `summary`, and those that support them.
///
/// What may be cited goes to the weightier claims, and to what several articles report, first.
pub(super) fn cite(summary: &Summary, claims: &[Claim], mut entries: Vec<Entry>) -> Vec<Entry> {
    let mut room: Vec<usize> = entries.iter().map(room).collect();
    let Summary { key_points, further, background, single } = summary;
    let background = &background[..background.len().min(Summary::MOST_BACKGROUND)];
    let told = [key_points, background, further, single].into_iter().flatten();
    for claim in told.filter_map(|index| claims.get(*index as usize)) {
        let support = claim.support.iter().map(|support| support.sentence);
        for at in std::iter::once(claim.representative).chain(support) {
            let Some(entry) = entries.get_mut(at.entry as usize) else { continue };
            let room = &mut room[at.entry as usize];
            if *room > 0 && entry.cited.insert(at.sentence) {
                *room -= 1;
            }
        }
    }
    entries
}

/// How many sentences of an entry may be cited beyond those that are already.
fn room(entry: &Entry) -> usize {
    if entry.publish != Publish::Cited {
        return usize::MAX;
    }
    let own = entry.reading.sentences.iter().filter(|sentence| sentence.role == Role::Body).count();
    (own / ONE_IN).saturating_sub(entry.cited.len())
}
