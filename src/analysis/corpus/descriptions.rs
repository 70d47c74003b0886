//! Brings what all articles say of an actor together.

use crate::model::{Actor, ActorDescription, DescriptionNote, Entry, Publish, RecordRole, SentenceRef};
use crate::text::lexicon::states::state_of;
use std::collections::BTreeMap;

/// How good a proof is; the least is the best.
///
/// An altered copy comes last, then text that may not be shown, then what is undated or later.
type Standing = (bool, bool, chrono::NaiveDate, u32, u32);

/// One role of one actor, over all articles.
struct Told<'t> {
    text: &'t str,
    standing: Standing,
    sentence: SentenceRef,
    rule: &'static str,
    /// The articles that say so: how many, and the newest that was counted.
    articles: u32,
    last: u32,
}

/// The actors with the roles that the readings of `entries` say they have, after the mentions are linked.
///
/// The same role in other words' case, articles or order ("Norwegian minister", "minister of Norway") is one,
/// proved by its earliest sentence in an article that is not altered. Record roles stand first; of the others
/// the best attested. What only altered copies say is dropped where any other source gives the actor a role.
pub(super) fn described(entries: &[Entry], actors: Vec<Actor>) -> Vec<Actor> {
    let mut told: Vec<BTreeMap<String, Told<'_>>> = actors.iter().map(|_| BTreeMap::new()).collect();
    for (index, entry) in entries.iter().enumerate() {
        for note in &entry.reading.roles {
            let actor = entry.actors.get(note.mention as usize).copied().flatten();
            if let Some(roles) = actor.and_then(|actor| told.get_mut(actor as usize)) {
                note_role(roles, entry, index as u32, note);
            }
        }
    }
    let with_roles = |(actor, told): (Actor, BTreeMap<String, Told<'_>>)| {
        let recorded = actor.record.iter().flat_map(|record| &record.roles).map(of_record);
        let mut roles: Vec<ActorDescription> = recorded.chain(in_order(told)).collect();
        if roles.iter().any(|role| !role.altered) {
            roles.retain(|role| !role.altered);
        }
        Actor { roles, ..actor }
    };
    actors.into_iter().zip(told).map(with_roles).collect()
}

fn note_role<'t>(roles: &mut BTreeMap<String, Told<'t>>, entry: &'t Entry, index: u32, note: &DescriptionNote) {
    let Some(text) = note.span.get(&entry.article.saved.text) else { return };
    let meta = &entry.article.meta;
    let date = meta.published.as_ref().map_or(chrono::NaiveDate::MAX, |date| date.value.first_day());
    let standing = (meta.altered.is_some(), entry.publish == Publish::Metadata, date, index, note.sentence.0);
    let sentence = SentenceRef { entry: index, sentence: note.sentence };
    let told = roles.entry(folded(text)).or_insert(Told {
        text,
        standing,
        sentence,
        rule: note.rule,
        articles: 1,
        last: index,
    });
    if told.last != index {
        told.articles += 1;
        told.last = index;
    }
    if standing < told.standing {
        (told.text, told.standing, told.sentence, told.rule) = (text, standing, sentence, note.rule);
    }
}

/// The best attested first, then the earliest.
fn in_order(told: BTreeMap<String, Told<'_>>) -> impl Iterator<Item = ActorDescription> {
    let mut told: Vec<Told<'_>> = told.into_values().collect();
    told.sort_by(|a, b| {
        let key = |told: &Told<'_>| (told.standing.0, std::cmp::Reverse(told.articles), told.standing);
        key(a).cmp(&key(b)).then_with(|| a.text.cmp(b.text))
    });
    told.into_iter().map(|told| ActorDescription {
        text: told.text.split_whitespace().collect::<Vec<_>>().join(" "),
        sentence: Some(told.sentence),
        articles: told.articles,
        altered: told.standing.0,
        rule: Some(told.rule),
    })
}

fn of_record(role: &RecordRole) -> ActorDescription {
    ActorDescription { text: role.title.clone(), sentence: None, articles: 0, altered: false, rule: None }
}

/// The words of a role as a key: without case, articles and order, states for their adjectives.
fn folded(text: &str) -> String {
    let small = text.to_lowercase().replace('’', "'");
    let mut words: Vec<&str> = small
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        .map(|word| word.strip_suffix("'s").unwrap_or(word))
        .filter(|word| !matches!(*word, "" | "the" | "a" | "an" | "of" | "for"))
        .flat_map(|word| state_of(word).or_else(|| state_of(&word.replace('.', ""))).unwrap_or(word).split(' '))
        .map(|word| if word == "defence" { "defense" } else { word })
        .collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_the_same_in_another_order_case_or_with_the_state_for_its_adjective() {
        assert_eq!(folded("Norwegian Foreign Minister"), folded("foreign minister of Norway"));
        assert_eq!(folded("Norway’s foreign minister"), folded("Foreign Minister of Norway"));
        assert_eq!(folded("U.S. envoy"), folded("American envoy"));
        assert_ne!(folded("deputy director"), folded("director"));
    }
}
