//! Learns the table of lemmas: rules for endings, each of which mends shorter ones, and the words that none of them has right.

use cuttings::text::gazetteer::{GAZETTEER, class};
use cuttings::text::tagger::hash;
use cuttings::text::tagger::lemma::LONGEST_ENDING;
use cuttings::text::tagger::upos::Upos;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many more words of the training texts a rule must have right than the shorter one that it replaces.
const GAIN: usize = 2;

/// Bytes of a line of the list.
const WIDTH: usize = 118;

/// What makes a form into its lemma: how many letters go from the end, and what comes there instead.
type Change = (usize, String);

/// The rules for all `words` (form, tag and lemma), as `Lemmas` reads them.
pub(crate) fn learn<'w>(words: impl Iterator<Item = (&'w str, Upos, &'w str)>) -> String {
    let mut counts: BTreeMap<(Upos, String), BTreeMap<String, usize>> = BTreeMap::new();
    for (form, tag, lemma) in words {
        let form = form.to_lowercase().replace('’', "'");
        // Marks, and words with blanks, would be no lines of the table.
        if form.starts_with(|c: char| c.is_alphanumeric() || c == '\'')
            && !form.contains([' ', ';', '='])
            && !lemma.contains([' ', ';', '='])
            && lemma != "_"
        {
            *counts.entry((tag, form)).or_default().entry(lemma.to_lowercase()).or_default() += 1;
        }
    }
    let mut usual: BTreeMap<Upos, Vec<(Vec<char>, Change)>> = BTreeMap::new();
    // What stands once and in no dictionary is most often a slip.
    let listed = |form: &str| GAZETTEER.word(hash::folded(form)).classes & class::SMALL != 0;
    let often = |lemmas: &BTreeMap<String, usize>| lemmas.values().sum::<usize>() > 1;
    for ((tag, form), lemmas) in counts.iter().filter(|((_, form), lemmas)| often(lemmas) || listed(form)) {
        let most = lemmas.iter().max_by_key(|(lemma, count)| (**count, **lemma == *form));
        let form: Vec<char> = form.chars().collect();
        let change = change(&form, most.map_or("", |(lemma, _)| lemma));
        usual.entry(*tag).or_default().push((form, change));
    }
    let mut table = String::from("# Rules for lemmas; made by examples/train_tagger.rs, see NOTICE for its sources.\n");
    for (tag, words) in usual {
        let rules = rules(&words);
        let of_endings = rules.iter().map(|(ending, (less, more))| {
            format!("-{}=-{}{more}", string(ending), string(&ending[..ending.len() - less]))
        });
        let others = words.iter().filter(|(form, change)| *applied(&rules, form) != *change);
        let of_words =
            others.map(|(form, (less, more))| format!("{}={}{more}", string(form), string(&form[..form.len() - less])));
        record(&mut table, tag.name(), &of_endings.chain(of_words).collect::<Vec<_>>());
    }
    table
}

/// Adds a record of the list, its lines no longer than others are.
pub(crate) fn record(table: &mut String, class: &str, words: &[String]) {
    let mut line = format!("{class}:");
    for (at, word) in words.iter().enumerate() {
        let mark = if at + 1 < words.len() { ";" } else { "" };
        if line.len() + 1 + word.len() + mark.len() > WIDTH {
            let _ = writeln!(table, "{line}");
            " ".clone_into(&mut line);
        }
        let _ = write!(line, " {word}{mark}");
    }
    let _ = writeln!(table, "{line}");
}

/// Rules by ending, from the empty ending on; one stands only where it has more words right than the next shorter one.
fn rules(words: &[(Vec<char>, Change)]) -> BTreeMap<Vec<char>, Change> {
    let mut rules = BTreeMap::from([(Vec::new(), Change::default())]);
    for length in 1..=LONGEST_ENDING {
        let mut endings: BTreeMap<&[char], BTreeMap<&Change, usize>> = BTreeMap::new();
        for (form, change) in words.iter().filter(|(form, _)| form.len() > length) {
            *endings.entry(&form[form.len() - length..]).or_default().entry(change).or_default() += 1;
        }
        for (ending, changes) in endings {
            let shorter = applied(&rules, ending);
            let had = changes.get(shorter).copied().unwrap_or(0);
            let best = changes.iter().filter(|(change, _)| change.0 <= length).max_by_key(|(_, count)| **count);
            if let Some((change, count)) = best
                && *count >= had + GAIN
            {
                rules.insert(ending.to_vec(), (*change).clone());
            }
        }
    }
    rules
}

/// The change of the longest ending of `form` that has a rule.
fn applied<'r>(rules: &'r BTreeMap<Vec<char>, Change>, form: &[char]) -> &'r Change {
    let mut lengths = (0..=LONGEST_ENDING.min(form.len())).rev();
    lengths.find_map(|length| rules.get(&form[form.len() - length..])).expect("the empty ending has a rule")
}

fn change(form: &[char], lemma: &str) -> Change {
    let same = form.iter().zip(lemma.chars()).take_while(|(one, two)| **one == *two).count();
    (form.len() - same, lemma.chars().skip(same).collect())
}

fn string(letters: &[char]) -> String {
    letters.iter().collect()
}
