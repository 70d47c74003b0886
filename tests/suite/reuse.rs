//! Holds the telling of copies and retellings to the articles in `tests/annotated/reuse`, and to what metadata decide.

use crate::support::annotated::{Case, cases, run};
use cuttings::analysis::corpus::reuse::{compared, reuse};
use cuttings::analysis::{Cleaning, reading};
use cuttings::base::{ArticleId, OutletId, PartialDate};
use cuttings::model::{Derivation, Derived, Entry, Evidence, Known, Publish};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

fn entry(id: &str, text: &str) -> Entry {
    let mut article = cuttings::read::article_of_text(&format!("{id}.txt"), text.to_owned());
    article.id = ArticleId::new(id);
    let reading = reading(&article, Cleaning::KeepAll);
    let actors = vec![None; reading.mentions.len()];
    Entry { article, reading, publish: Publish::Full, actors, hidden: BTreeSet::new(), cited: BTreeSet::new() }
}

fn dated(mut entry: Entry, day: &str) -> Entry {
    entry.article.meta.published = Some(Known::stated(PartialDate::from_iso(day).unwrap(), None));
    entry
}

fn entries(case: &Case) -> Vec<Entry> {
    case.texts().enumerate().map(|(at, (_, text))| entry(&format!("a{at}"), text)).collect()
}

/// The articles of the case in a file.
fn case(file: &str) -> Vec<Entry> {
    entries(cases("reuse").iter().find(|case| case.file == file).unwrap())
}

#[test]
fn articles_derive_from_each_other_where_the_cases_say() {
    run("reuse", 10, |case| {
        let found = reuse(&entries(case)).first().map_or("none", |derivation| derivation.how.word());
        case.head = found.to_owned();
    });
}

#[test]
fn where_nothing_decides_which_came_first_both_sides_are_told() {
    let found = reuse(&case("retold-flood"));
    let sides: Vec<(u32, u32, bool)> = found.iter().map(|one| (one.entry, one.from, one.directed)).collect();
    assert_eq!(sides, [(0, 1, false), (1, 0, false)]);
    let aligned = |derivation: &Derivation| {
        let pair = |evidence: &Evidence| match evidence {
            Evidence::Aligned(own, other) => Some((own.0, other.0)),
            _ => None,
        };
        derivation.evidence.iter().filter_map(pair).collect::<Vec<_>>()
    };
    let (forward, back) = (aligned(&found[0]), aligned(&found[1]));
    assert!(forward.len() >= 4 && forward.is_sorted());
    assert_eq!(back, forward.iter().map(|(own, other)| (*other, *own)).collect::<Vec<_>>());
}

#[test]
fn the_later_one_derives_and_an_altered_one_always_does() {
    let direction =
        |entries: &[Entry]| reuse(entries).iter().map(|one| (one.entry, one.from, one.directed)).collect::<Vec<_>>();
    let days = |first: &str, second: &str| {
        let mut entries = case("retold-strike");
        let (two, one) = (entries.pop().unwrap(), entries.pop().unwrap());
        vec![dated(one, first), dated(two, second)]
    };
    assert_eq!(direction(&days("2021-03-02", "2021-03-03")), [(1, 0, true)]);
    assert_eq!(direction(&days("2021-03-03", "2021-03-02")), [(0, 1, true)]);
    assert_eq!(direction(&days("2021-03", "2021-03-02")).len(), 2, "a month does not decide it");
    assert_eq!(direction(&days("2021-03-02T10:00Z", "2021-03-02T12:00+03:00")), [(0, 1, true)]);
    let mut altered = days("2021-03-02", "2021-03-02");
    altered[0].article.meta.altered = Some(Known::stated("spun".to_owned(), None));
    assert_eq!(direction(&altered), [(0, 1, true)]);
}

#[test]
fn credits_decide_what_little_wording_would_not() {
    let mut entries = case("two-reporters-train");
    entries[1].article.meta.copied_from = Some(Known::stated("a0".to_owned(), None));
    let found = reuse(&entries);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].entry, found[0].how, found[0].directed), (1, Derived::Retelling, true));
    assert!(matches!(found[0].evidence[0], Evidence::Credit(_)));
    entries[1].article.meta.copied_from = None;
    for entry in &mut entries {
        entry.article.meta.agency = Some(Known::stated("Northern Wire".to_owned(), None));
    }
    assert_eq!(reuse(&entries), [], "one agency's credit alone proves nothing");
}

#[test]
fn one_address_saved_twice_is_a_version() {
    let mut entries = case("copied-and-cut");
    for (entry, url) in
        entries.iter_mut().zip(["https://www.example.org/strike", "http://example.org/strike/?utm_source=x"])
    {
        entry.article.meta.url = Some(Known::stated(url.to_owned(), None));
        entry.article.meta.outlet = Some(Known::stated(OutletId::new("example"), None));
    }
    assert!(reuse(&entries).iter().all(|one| one.how == Derived::Version));
}

#[test]
fn shared_passages_are_the_same_words_in_both() {
    let entries = case("copied-and-cut");
    let found = reuse(&entries);
    let copy = found.iter().find(|one| one.entry == 1).unwrap();
    assert!((30..70).contains(&copy.share), "{}", copy.share);
    let text = |entry: u32| entries[entry as usize].article.saved.text.as_str();
    let passages: Vec<(&str, &str)> = copy
        .evidence
        .iter()
        .filter_map(|evidence| match evidence {
            Evidence::Passage(own, other) => Some((own.of(text(1)), other.of(text(0)))),
            _ => None,
        })
        .collect();
    assert!(passages.iter().any(|(own, _)| own.starts_with("The union said") && own.ends_with("of its grain")));
    assert!(passages.iter().all(|(own, other)| own.split_whitespace().eq(other.split_whitespace())), "{passages:?}");
}

/// An article of words of its own, between lines that all have.
fn synthetic(number: u64) -> Entry {
    let mut state = number + 1;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (place, one, two) = ((state >> 33) % 8_000, state >> 50, state >> 57);
        let letter = |n: u64| char::from(b'a' + (n % 26) as u8);
        format!("{}{}{}en{}", letter(place), letter(place / 26), letter(place / 676), letter(one ^ two))
    };
    let mut text = String::from(
        "The words of this page may not be sold or lent without the written leave of the harbour board of Lennar.\n\n",
    );
    for _ in 0..8 {
        let words: Vec<String> = (0..14).map(|_| word()).collect();
        let _ = writeln!(text, "Then {} the harbour.\n", words.join(" "));
    }
    entry(&format!("n{number:05}"), &text)
}

#[test]
fn the_pairs_that_are_compared_grow_with_the_count_of_articles_only() {
    let entries: Vec<Entry> = (0..5_000).map(synthetic).collect();
    let (some, all) = (compared(&entries[..1_000]), compared(&entries));
    assert!(all <= 16 * entries.len(), "{all} pairs of {} articles", entries.len());
    assert!(all <= 8 * some.max(1_000), "{some} pairs of 1,000 articles, {all} of 5,000");
}

#[test]
fn hundreds_of_copies_of_one_text_stay_few_derivations_each() {
    let text = &case("retold-election")[0].article.saved.text;
    let entries: Vec<Entry> =
        (0..300).map(|at| dated(entry(&format!("n{at:03}"), text), &format!("2021-03-{:02}", at / 10 + 1))).collect();
    let found = reuse(&entries);
    let all: Vec<u32> = (0..300).collect();
    assert_eq!(cuttings::model::derived_among(&found, &all), 299);
    assert!(found.len() <= 300 * 16, "{}", found.len());
}

#[test]
fn of_the_first_corpus_two_articles_of_one_day_tell_the_same_in_the_same_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = cuttings::read::read(&cuttings::read::Layout::of(root).unwrap(), &root.join("site"), &|| {}).unwrap();
    let readings = cuttings::analysis::readings(&found.corpus, &|| {});
    let (dossier, _) = cuttings::analysis::weave(found.corpus, readings, None);
    let id = |entry: u32| dossier.entries[entry as usize].article.id.as_str();
    let pairs: Vec<_> = dossier.derivations.iter().map(|one| (id(one.entry), id(one.from), one.how)).collect();
    let (one, other) = ("new-regime-2021-10-20", "the-hindu-2021-10-20");
    assert_eq!(pairs, [(one, other, Derived::Retelling), (other, one, Derived::Retelling)]);
}
