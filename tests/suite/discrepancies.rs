//! Holds the finding of differences between articles to `tests/annotated/discrepancies`: what must be found, and what
//! must stay silent.

use crate::support::annotated::run;
use crate::support::woven;

#[test]
fn articles_differ_where_the_marks_say_and_nowhere_else() {
    run("discrepancies", 100, |case| {
        let found = woven(case.texts()).discrepancies;
        let mut kinds: Vec<&str> = found.iter().map(|found| found.kind.word()).collect();
        kinds.sort_unstable();
        case.head = if kinds.is_empty() { "silent".to_owned() } else { kinds.join(" ") };
    });
}

#[test]
fn each_side_shows_its_words_and_its_sentence() {
    let found = woven([
        ("2024-03-05", "The storm killed 12 fishermen off the coast of Lennar, the coast guard said."),
        ("2024-03-06", "The storm killed 17 fishermen off the coast of Lennar, the coast guard said."),
    ])
    .discrepancies;
    let values: Vec<&str> = found[0].sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!(values, ["12 fishermen", "17 fishermen"]);
    assert_eq!(found[0].claims.len(), 2, "both claims are touched");
}
