//! Reads the marked texts in `tests/annotated/coreference` and holds the joining of names to them.
//!
//! A case opens with a line `= what it shows`; its articles are parted by lines `== article`, each further line is a
//! block, a headline after `^ `. A mark is `[words|kind#actor]`; the kind `ref` marks a pronoun or description that the joining has to find by
//! itself. A line `@ id | name | kind | alias; alias | not; not` is an actor record.
//!
//! `counts.txt` keeps, for each file, how many pairs of mentions were joined rightly, wrongly, and missed; a reference
//! counts as one pair. `BLESS=1 cargo test --test suite coreference::` writes it anew.

use cuttings::analysis::{article::coreference, corpus::entities};
use cuttings::base::{ActorId, ArticleId, Span};
use cuttings::model::text::lines_of;
use cuttings::model::*;
use cuttings::text::annotated::Text;
use cuttings::text::sentences::segment;
use std::fmt::Write as _;
use std::path::Path;

/// A marked name.
struct Mark {
    span: Span,
    kind: Option<ActorKind>,
    actor: String,
}

fn kind(word: &str) -> Option<ActorKind> {
    Some(match word {
        "person" => ActorKind::Person,
        "org" => ActorKind::Organization,
        "state" => ActorKind::State,
        "place" => ActorKind::Place,
        "ref" => return None,
        other => panic!("unknown kind {other}"),
    })
}

/// The text without its marks, and the marks.
fn unmarked(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, mark)) = rest.split_once('[') {
        text.push_str(before);
        let (mark, after) = mark.split_once(']').expect("a mark is closed");
        let (words, about) = mark.split_once('|').expect("a mark has a kind");
        let (word, actor) = about.split_once('#').expect("a mark has an actor");
        let start = text.len();
        text.push_str(words);
        let words_end = text.len() - if words.ends_with("’s") { "’s".len() } else { 0 };
        marks.push(Mark { span: Span::new(start, words_end), kind: kind(word), actor: actor.to_owned() });
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
}

fn article(id: usize, text: &str) -> Article {
    Article {
        id: ArticleId::new(&format!("article-{id}")),
        path: format!("articles/{id}.txt"),
        format: Format::Text,
        encoding: "UTF-8",
        sha256: String::new(),
        bytes: text.len() as u64,
        saved: SavedText::plain(text.to_owned()),
        meta: Metadata::default(),
    }
}

fn reading(text: &str, mut mentions: Vec<Mention>) -> Reading {
    let blocks: Vec<Block> =
        lines_of(text).map(|span| Block { extent: span, span, role: Role::Body, rule: Rule::KeepAll }).collect();
    let sentences = segment(text, &blocks);
    for mention in &mut mentions {
        let holds = |sentence: &&Sentence| sentence.span.contains(mention.span);
        mention.sentence = sentences.iter().find(holds).expect("a mark stands in a sentence").id;
    }
    let (actors, _) = coreference::corefer(&Text::new(text, &sentences), &mut mentions);
    let language = Language { tag: "en".to_owned(), analysed: true, right_to_left: false };
    Reading { language, blocks, sentences, mentions, actors, ..Reading::default() }
}

fn record(line: &str) -> Record {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let list = |at: usize| {
        let names = fields.get(at).copied().unwrap_or_default().split(';').map(str::trim);
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    Record {
        id: ActorId::new(fields[0]),
        path: format!("actors/{}.md", fields[0]),
        name: fields[1].to_owned(),
        kind: kind(fields[2]).expect("a record has a kind"),
        aliases: list(3),
        not: list(4),
        was: Vec::new(),
        roles: Vec::new(),
        wikidata: None,
        hide: false,
        note: String::new(),
    }
}

/// Pairs that were joined rightly, wrongly, and missed.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

/// A mention as it was marked and as it was joined.
struct Judged {
    words: String,
    article: usize,
    gold: String,
    local: Option<usize>,
    actor: Option<u32>,
}

fn judge(case: &str, counts: &mut Counts, report: &mut String) {
    let (name, rest) = case.split_once('\n').expect("a case has texts");
    let records: Vec<Record> = rest.lines().filter_map(|line| line.strip_prefix("@ ")).map(record).collect();
    let texts: String = rest.split_inclusive('\n').filter(|line| !line.starts_with("@ ")).collect();
    let (mut articles, mut readings, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    for (id, marked) in texts.split("== article\n").enumerate() {
        let (text, marked) = unmarked(marked);
        let given = marked.iter().filter_map(|mark| {
            let kind = mark.kind?;
            Some(Mention { span: mark.span, sentence: cuttings::base::SentenceId(0), kind, how: How::Name })
        });
        readings.push(reading(&text, given.collect()));
        articles.push(article(id, &text));
        marks.push(marked);
    }
    let links = entities::link(&articles, &readings, &records);
    check_invariants(&readings, &links);
    let mut names = Vec::new();
    for (at, (reading, marks)) in readings.iter().zip(&marks).enumerate() {
        let text = &articles[at].saved.text;
        for (index, mention) in reading
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| mention.how != How::Description && mention.how != How::Pronoun)
        {
            let mark = marks.iter().find(|mark| mark.span == mention.span).expect("names are only those marked");
            let local =
                reading.actors.iter().position(|actor| actor.mentions.iter().any(|m| m.mention as usize == index));
            let words = format!("{} ({})", mention.span.of(text), mention.sentence);
            names.push(Judged {
                words,
                article: at,
                gold: mark.actor.clone(),
                local,
                actor: links.by_mention[at][index],
            });
        }
    }
    let mut say = |what: &str, a: &str, b: &str| {
        let _ = writeln!(report, "  {what}: {a} and {b}   [{}]", name.trim_start_matches("= "));
    };
    for (at, a) in names.iter().enumerate() {
        for b in &names[at + 1..] {
            let local = a.article == b.article && a.local == b.local;
            let joined = local || a.actor.is_some() && a.actor == b.actor;
            match (joined, a.gold == b.gold) {
                (true, true) => counts.right += 1,
                (true, false) => {
                    counts.wrong += 1;
                    say("wrong", &a.words, &b.words);
                }
                (false, true) => {
                    counts.missed += 1;
                    say("missed", &a.words, &b.words);
                }
                (false, false) => {}
            }
        }
    }
    for (at, (reading, marks)) in readings.iter().zip(&marks).enumerate() {
        let mut found = 0;
        for actor in &reading.actors {
            for part in actor.mentions.iter().filter(|part| part.why == Why::Reference) {
                let mention = &reading.mentions[part.mention as usize];
                let mark = marks.iter().find(|mark| mark.kind.is_none() && mark.span == mention.span);
                let first = &reading.mentions[actor.mentions[0].mention as usize];
                let gold = marks.iter().find(|mark| mark.span == first.span).map(|mark| &mark.actor);
                if mark.is_some_and(|mark| Some(&mark.actor) == gold) {
                    counts.right += 1;
                    found += 1;
                } else {
                    counts.wrong += 1;
                    say("wrong", mention.span.of(&articles[at].saved.text), &actor.name);
                }
            }
        }
        let marked = marks.iter().filter(|mark| mark.kind.is_none()).count();
        if found < marked {
            say("missed", "a reference", &format!("{} of them", marked - found));
        }
        counts.missed += marked - found;
    }
}

/// What must hold of every joining.
fn check_invariants(readings: &[Reading], links: &entities::Links) {
    for reading in readings {
        assert!(reading.mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        let mut all: Vec<u32> =
            reading.actors.iter().flat_map(|actor| &actor.mentions).map(|part| part.mention).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "a mention has one local actor at most");
    }
    assert!(links.actors.windows(2).all(|pair| pair[0].id < pair[1].id));
    for (index, actor) in links.actors.iter().enumerate() {
        assert!(actor.id.as_str() != "index" && !actor.name.is_empty());
        assert!(actor.mentions.is_sorted());
        for at in &actor.mentions {
            assert_eq!(links.by_mention[at.entry as usize][at.mention as usize], Some(index as u32));
        }
        let of_lines: u32 = actor.linking.iter().map(|line| line.count).sum();
        assert_eq!(of_lines as usize, actor.mentions.len());
    }
}

#[test]
fn names_are_joined_as_the_marked_texts_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/annotated/coreference");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| !file.ends_with("counts.txt"));
    files.sort();
    let (mut table, mut report, mut all) = (String::new(), String::new(), Counts::default());
    table.push_str("# Pairs of mentions in each file of marked texts: joined rightly, joined wrongly, missed.\n");
    for file in files {
        let mut counts = Counts::default();
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let _ = writeln!(report, "{name}");
        for case in std::fs::read_to_string(&file).unwrap().trim().split("\n\n") {
            judge(case, &mut counts, &mut report);
        }
        let _ = writeln!(table, "{name} {} {} {}", counts.right, counts.wrong, counts.missed);
        all.right += counts.right;
        all.wrong += counts.wrong;
        all.missed += counts.missed;
    }
    let _ = writeln!(table, "all {} {} {}", all.right, all.wrong, all.missed);
    let kept = folder.join("counts.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(kept, table).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(kept).unwrap_or_default();
    assert!(table == expected, "counts changed; BLESS=1 records a gain\n{report}\nkept\n{expected}\nnow\n{table}");
}

/// A text of `count` names, `per_sentence` in a sentence, and its mentions.
fn long_text(count: usize, per_sentence: usize, name: impl Fn(usize) -> String) -> (String, Vec<Mention>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    for at in 0..count {
        let start = text.len();
        text.push_str(&name(at));
        let span = Span::new(start, text.len());
        let sentence = cuttings::base::SentenceId(0);
        mentions.push(Mention { span, sentence, kind: ActorKind::Person, how: How::Name });
        text.push_str(if at % per_sentence == per_sentence - 1 { " said the group left.\n" } else { " met " });
    }
    (text, mentions)
}

#[test]
fn hostile_articles_cost_no_more_than_their_length() {
    let letters = |at: usize| {
        let digit = |place: u32| char::from(b'a' + (at / 26_usize.pow(place) % 26) as u8);
        format!("{}{}{}{}", digit(0).to_ascii_uppercase(), digit(1), digit(2), digit(3))
    };
    let shapes: [&dyn Fn(usize) -> String; 6] = [
        &|at| format!("{} Holm", letters(at)),
        &|at| if at % 2 == 0 { format!("{} Holm", letters(at)) } else { "Holm".to_owned() },
        &|at| format!("{}. {} Holm", char::from(b'A' + (at % 26) as u8), letters(at)),
        &|at| format!("{} Council of {}", letters(at), letters(at / 2)),
        &|at| if at % 2 == 0 { "Ann Holm".to_owned() } else { "Holm".to_owned() },
        &|_| "…".to_owned(),
    ];
    for shape in shapes {
        for per_sentence in [1, 20_000] {
            let (text, mut mentions) = long_text(20_000, per_sentence, shape);
            let whole = Span::new(0, text.len());
            let sentences: Vec<Sentence> = if per_sentence > 1 {
                let id = cuttings::base::SentenceId(1);
                vec![Sentence { id, block: 0, span: whole, role: Role::Body, rejoined: false }]
            } else {
                let sentence = |(at, span): (usize, Span)| Sentence {
                    id: cuttings::base::SentenceId(at as u32 + 1),
                    block: at as u32,
                    span,
                    role: Role::Body,
                    rejoined: false,
                };
                lines_of(&text).enumerate().map(sentence).collect()
            };
            for (at, mention) in mentions.iter_mut().enumerate() {
                mention.sentence = sentences[at.min(sentences.len() - 1)].id;
            }
            let (actors, _) = coreference::corefer(&Text::new(&text, &sentences), &mut mentions);
            let language = Language { tag: "en".to_owned(), analysed: true, right_to_left: false };
            let reading = Reading { language, sentences, mentions, actors, ..Reading::default() };
            let readings = [reading];
            let links = entities::link(&[article(0, &text)], &readings, &[]);
            check_invariants(&readings, &links);
        }
    }
}
