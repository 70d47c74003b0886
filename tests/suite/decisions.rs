//! The editor's decisions: each acts, is shown with its reason, and is told once it applies to nothing.
use crate::support::hand::{article, render, words_of};
use crate::support::islands::islands;
use crate::support::{Folder, report};
use cuttings::analysis::corpus::decisions;
use cuttings::analysis::corpus::entities::Links;
use cuttings::base::{ArticleId, Place, SentenceId};
use cuttings::model::{
    Citation, Claim, Decided, Decision, Derivation, Derived, Discrepancy, DiscrepancyKind, Entry, Level, Reading, Role,
    Ruling, SentenceRef, Side, Support,
};
use dom_query::Document;

/// An article, as its index among `entries`, and a sentence of it.
const fn at(entry: u32, sentence: u32) -> SentenceRef {
    SentenceRef { entry, sentence: SentenceId(sentence) }
}

fn entries() -> Vec<Entry> {
    ["a", "b", "c"]
        .map(|id| article(id, &[(Role::Body, "The ferry left at noon. It came back at night. The crew slept.")]))
        .into()
}

/// A claim of these sentences, the first of which stands for all.
fn claim(score: u32, sentences: &[SentenceRef]) -> Claim {
    let mut support: Vec<Support> =
        sentences.iter().map(|sentence| Support { sentence: *sentence, level: Level::Full }).collect();
    support.sort_unstable();
    Claim {
        representative: sentences[0],
        counted: Vec::new(),
        support,
        related: Vec::new(),
        articles: u32::try_from(sentences.len()).unwrap(),
        derived: 0,
        actors: Vec::new(),
        when: None,
        score,
    }
}

fn claims() -> Vec<Claim> {
    vec![claim(9, &[at(0, 1), at(1, 1), at(2, 1)]), claim(5, &[at(0, 2), at(1, 2)]), claim(1, &[at(2, 2)])]
}

fn decided(ruling: fn(Vec<Citation>) -> Ruling, sentences: &[SentenceRef]) -> Vec<Decided> {
    let citation = Citation { article: ArticleId::new("a"), words: "x".to_owned(), time: None };
    let ruling = ruling(vec![citation; sentences.len()]);
    let decision = Decision { ruling, reason: "Because.".to_owned(), place: Place::file("content/decisions.toml") };
    vec![Decided { decision, sentences: sentences.to_vec(), hidden: Vec::new(), matched: 0 }]
}

/// The claims after one decision, each as its sentences, and how many it applied to.
fn ruled(ruling: fn(Vec<Citation>) -> Ruling, sentences: &[SentenceRef]) -> (Vec<Claim>, u32) {
    let entries = entries();
    let copy = Derivation { entry: 1, from: 0, directed: true, how: Derived::Copy, share: 90, evidence: Vec::new() };
    let mut decided = decided(ruling, sentences);
    let claims = decisions::rule_claims(&mut decided, claims(), &entries, &[copy]);
    (claims, decided[0].matched)
}

fn sentences(claims: &[Claim]) -> Vec<Vec<SentenceRef>> {
    claims.iter().map(|claim| claim.support.iter().map(|support| support.sentence).collect()).collect()
}

fn hide(mut claims: Vec<Citation>) -> Ruling {
    Ruling::Hide(claims.pop().unwrap())
}

#[test]
fn a_hidden_claim_is_gone_whichever_of_its_sentences_is_named() {
    let (left, matched) = ruled(hide, &[at(1, 2)]);
    assert_eq!((sentences(&left), matched), (vec![vec![at(0, 1), at(1, 1), at(2, 1)], vec![at(2, 2)]], 1));
    assert_eq!(ruled(hide, &[at(0, 3)]).1, 0);
}

#[test]
fn joined_claims_become_the_weightier_one_with_partial_support_from_the_other() {
    let (left, matched) = ruled(Ruling::Join, &[at(2, 2), at(0, 2)]);
    assert_eq!((left.len(), matched), (2, 2));
    let joined = &left[1];
    assert_eq!(sentences(&left)[1], [at(0, 2), at(1, 2), at(2, 2)]);
    assert_eq!((joined.representative, joined.articles, joined.derived, joined.score), (at(0, 2), 3, 1, 5));
    assert_eq!(joined.support[2].level, Level::Partial);
    assert_eq!(ruled(Ruling::Join, &[at(0, 1), at(1, 1)]).1, 1, "what is joined already holds");
    assert_eq!(ruled(Ruling::Join, &[at(0, 1), at(1, 3)]).1, 0, "a sentence without a claim cannot be joined");
}

#[test]
fn a_parted_sentence_has_a_claim_of_its_own() {
    let (left, matched) = ruled(Ruling::Part, &[at(0, 1), at(2, 1)]);
    assert_eq!(matched, 2);
    assert_eq!(sentences(&left), [vec![at(0, 1), at(1, 1)], vec![at(0, 2), at(1, 2)], vec![at(2, 1)], vec![at(2, 2)]]);
    assert_eq!((left[0].articles, left[0].derived, left[2].score), (2, 1, 3));
    let (left, _) = ruled(Ruling::Part, &[at(0, 1)]);
    assert_eq!(left[0].representative, at(1, 1), "another sentence stands for the rest");
    let (left, matched) = ruled(Ruling::Part, &[at(1, 2)]);
    assert_eq!((left.len(), matched), (4, 1), "a lone one is parted from all");
    assert_eq!(ruled(Ruling::Part, &[at(0, 1), at(0, 2)]).0, claims(), "those of two claims stay where they are");
}

#[test]
fn no_discrepancy_is_told_where_an_editor_sees_none() {
    let side = |value: &str, sentence| Side { value: value.to_owned(), sentences: vec![sentence] };
    let found = Discrepancy {
        kind: DiscrepancyKind::Number,
        claims: vec![1],
        sides: vec![side("4,000", at(0, 2)), side("5,000", at(1, 2))],
        also: Vec::new(),
    };
    for (named, left) in
        [(vec![at(0, 2)], 0), (vec![at(0, 2), at(1, 2)], 0), (vec![at(0, 2), at(2, 2)], 1), (vec![], 1)]
    {
        let (all, mut decided) = (vec![found.clone()], decided(Ruling::NotADiscrepancy, &named));
        let all = decisions::rule_discrepancies(&mut decided, &claims(), all);
        assert_eq!((all.len(), decided[0].matched), (left, 1 - u32::try_from(left).unwrap()));
    }
}

#[test]
fn decisions_name_sentences_by_their_words() {
    let entries = entries();
    let articles: Vec<_> = entries.iter().map(|entry| entry.article.clone()).collect();
    let readings: Vec<Reading> = entries.into_iter().map(|entry| entry.reading).collect();
    let cited = |text| Citation::of(text).unwrap();
    let ruling =
        Ruling::Join(vec![cited("@b \"came back\""), cited("@gone \"came back\""), cited("@c \"crew slept.\"")]);
    let decision = Decision { ruling, reason: "R".to_owned(), place: Place::file("d") };
    let resolved = decisions::resolve(vec![decision], &articles, &readings);
    assert_eq!(resolved[0].sentences, [at(1, 2), at(2, 3)]);
    assert!(decisions::idle(&resolved).is_empty(), "a decision about an article that is left out is not out of date");
}

fn not_an_actor(name: &str) -> (Links, Vec<Decided>, Vec<cuttings::base::Diagnostic>) {
    let islands = islands();
    let by_mention = islands.entries.iter().map(|entry| entry.actors.clone()).collect();
    let links = Links { actors: islands.actors, by_mention, unlinked: islands.unlinked };
    let ruling = Ruling::NotAnActor(name.to_owned());
    let decision = Decision { ruling, reason: "R".to_owned(), place: Place::file("content/decisions.toml") };
    let mut decided = vec![Decided { decision, sentences: Vec::new(), hidden: Vec::new(), matched: 0 }];
    let (links, told) = decisions::not_actors(&mut decided, links);
    (links, decided, told)
}

#[test]
fn what_is_no_actor_has_no_mentions_and_the_others_keep_theirs() {
    let before = islands();
    let (links, decided, told) = not_an_actor("nordline");
    assert_eq!((decided[0].matched, told.len(), links.actors.len()), (1, 0, before.actors.len() - 1));
    assert!(!links.actors.iter().any(|actor| actor.name == "Nordline"));
    for (entry, after) in before.entries.iter().zip(&links.by_mention) {
        for (was, is) in entry.actors.iter().zip(after) {
            let was = was.map(|at| before.actors[at as usize].id.clone());
            let is = is.map(|at| links.actors[at as usize].id.clone());
            assert_eq!(is, was.filter(|id| id.as_str() != "nordline"));
        }
    }
    assert_eq!(not_an_actor("Nobody").1[0].matched, 0);
}

#[test]
fn a_look_alike_that_is_no_actor_says_so_and_a_shared_name_decides_nothing() {
    let (links, ..) = not_an_actor("Per Holm");
    let apart = links.actors.iter().flat_map(|actor| &actor.apart).find(|apart| apart.text == "Per Holm").unwrap();
    assert_eq!((&apart.actor, apart.why), (&None, "an editor decided that it is no actor"));
    let (links, _, told) = not_an_actor("Holm");
    let bearers = links.actors.iter().filter(|actor| actor.aliases.iter().any(|alias| alias.text == "Holm")).count();
    assert!(bearers == 0 || told.len() == usize::from(bearers > 1), "{told:#?}");
}

#[test]
fn a_decision_is_shown_on_the_method_page_with_its_reason_and_place() {
    let folder = Folder::new()
        .with("content/articles/a.txt", report("Ferries stop"))
        .with("content/articles/b.txt", report("Ferries wait"))
        .with(
            "content/decisions.toml",
            "[[not-an-actor]]\nname = \"Mara Holm\"\nreason = \"A <b>pen</b> name.\"\n\n\
             [[hide]]\nclaim = '@a \"Ferries stop\"'\nreason = \"A headline.\"\n",
        );
    let run = folder.build(0);
    assert!(run.err.contains("decision-idle") && run.err.contains("content/decisions.toml:5"), "{}", run.err);
    assert!(!folder.site().keys().any(|path| path.contains("mara-holm")));
    let method = Document::from(folder.page("method.html"));
    let told = words_of(&method, ".decisions");
    for words in ["not-an-actor", "Mara Holm", "A <b>pen</b> name.", "content/decisions.toml:1", "applies to nothing"] {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    assert_eq!(folder.run(&["build", "--strict"]).code, 1);
    assert_eq!(folder.run(&["check"]).code, 0);
}

#[test]
fn bad_decisions_are_errors_with_line_and_hint_and_the_rest_is_built() {
    let folder = Folder::new().with("content/articles/a.txt", report("Ferries stop")).with(
        "content/decisions.toml",
        "[[hide]]\nclaim = '@b \"Ferries stop\"'\nreason = \"R\"\n\n[[not-an-actor]]\nname = \"Mara Holm\"\n\n[[hdie]]\nclaim = 'x'\n",
    );
    let run = folder.build(3);
    for told in ["citation-article", "decisions.toml:2", "decision-reason", "decisions.toml:5", "did you mean `hide`?"]
    {
        assert!(run.err.contains(told), "{told} is not in {}", run.err);
    }
    folder.write("content/decisions.toml", "[[hide]\n");
    assert!(folder.build(3).err.contains("decisions-syntax"));
}

#[test]
fn an_article_shows_the_decisions_about_its_sentences() {
    let mut dossier = islands();
    let mut all = decided(Ruling::Join, &[at(0, 2), at(1, 2)]);
    all[0].matched = 2;
    dossier.decisions = all;
    let site = render(&dossier);
    let page = Document::from(site["articles/held.html"].as_str());
    let shown = words_of(&page, ".decisions");
    assert!(shown.contains("Because.") && shown.contains("count as one claim"), "{shown}");
    assert!(!site["articles/spun.html"].contains("Because."));
}

#[test]
fn a_hidden_claim_is_told_nowhere_and_marked_in_its_article() {
    let secret = "The quays will be sold to Nordline on Friday, its director, Mara Holm, said on 3 March 2020.";
    let text = |headline: &str| {
        format!("{}\n\n{secret}\n\nThe crew slept on Tuesday. The crew slept on Tuesday.\n", report(headline).trim())
    };
    let folder = Folder::new()
        .with("content/dossier.toml", "title = \"Storm\"\n")
        .with("content/articles/a.md", format!("---\npublished: 2020-03-03\n---\n{}", text("Ferries stop")))
        .with("content/articles/b.md", format!("---\npublished: 2020-03-04\n---\n{}", text("Ferries wait")));
    let told_on = |folder: &Folder| -> Vec<&str> {
        let pages = ["index.html", "summary.html", "chronology.html", "statements.html", "discrepancies.html"];
        pages.into_iter().filter(|page| folder.page(page).contains("quays will be sold")).collect()
    };
    folder.build(0);
    assert_eq!(told_on(&folder), ["index.html", "summary.html", "chronology.html", "statements.html"]);
    folder.write(
        "content/decisions.toml",
        "[[hide]]\nclaim = '@b \"quays will be sold\"'\nreason = \"A rumour.\"\n\n\
         [[hide]]\nclaim = '@a \"The crew slept on Tuesday.\" the second time'\nreason = \"Said twice.\"\n",
    );
    let run = folder.build(0);
    assert_eq!(told_on(&folder), [""; 0], "{}", run.err);
    let print = Document::from(folder.page("print.html"));
    print.select("[data-section=articles]").remove();
    assert!(!print.html().contains("quays will be sold"));
    for page in ["articles/a.html", "articles/b.html"] {
        let page = folder.page(page);
        let marked = page.lines().find(|line| line.contains("quays will be sold")).unwrap();
        assert!(marked.contains("hidden by the editor") && page.contains("A rumour."), "{marked}");
    }
    assert_eq!(folder.run(&["check"]).code, 0);
}
